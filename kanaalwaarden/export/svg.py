"""A canvas that writes SVG, with those methods of reportlab's that `pdf_marks` and the pictures of `pdf_flow` call.

So what is drawn on paper and what stands on a web page come from the same functions. A method that is not here fails; nothing is
left out in silence. Coordinates go in as in PDF (points, y upward) and come out as in SVG (y downward).
"""

import html
import math
from copy import copy
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics

from kanaalwaarden.export.pdf_marks import Inks
from kanaalwaarden.tagged.fonts import Faces, Run, one_line


class WebInks(Inks):
    """Colours as variables of a stylesheet, so that one picture serves light, dark and print."""

    def __call__(self, *path: str) -> str:
        """'var(--level-veel-fill)' for ('level', 'veel', 'fill'). KeyError for a colour that the tokens do not have."""
        found: Any = self._light
        for part in path:
            found = found[part]
        return f"var({variable(*path)})"


def variable(*path: str) -> str:
    """What the stylesheet calls the colour at this path of the tokens."""
    return "--" + "-".join(path)


class WebFaces(Faces):
    """Measures with the shipped fonts, but replaces nothing: the reader's machine may have what they lack."""

    def runs(self, text: str, face: str = "KanaalSans-Regular") -> tuple[Run, ...]:
        return ((face, one_line(text)),)


@dataclass(slots=True)
class _State:
    """What `saveState` keeps. x and y map a point to the page: out = factor * in + offset."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fill: str = "none"
    stroke: str = "none"
    line: float = 1.0
    dash: str = ""
    face: str = ""
    size: float = 0.0


class SvgPath:
    """A path that is being made; see `SvgCanvas.beginPath`."""

    def __init__(self, state: _State, height: float) -> None:
        self._state, self._height = state, height
        self.parts: list[str] = []

    def _point(self, x: float, y: float) -> str:
        return f"{_number(self._state.x + self._state.scale_x * x)} {_number(self._height - self._state.y - self._state.scale_y * y)}"

    def moveTo(self, x: float, y: float) -> None:
        self.parts.append(f"M{self._point(x, y)}")

    def lineTo(self, x: float, y: float) -> None:
        self.parts.append(f"L{self._point(x, y)}")

    def arc(self, x1: float, y1: float, x2: float, y2: float, start: float, extent: float) -> None:
        """A part of the ellipse in this box, from an angle over so many degrees, as the first of the path."""
        middle, radii = ((x1 + x2) / 2, (y1 + y2) / 2), ((x2 - x1) / 2, (y2 - y1) / 2)
        ends = []
        for angle in (math.radians(start), math.radians(start + extent)):
            ends.append(self._point(middle[0] + radii[0] * math.cos(angle), middle[1] + radii[1] * math.sin(angle)))
        flipped = self._state.scale_x * self._state.scale_y < 0  # then angles run as they do in SVG
        sizes = f"{_number(radii[0] * abs(self._state.scale_x))} {_number(radii[1] * abs(self._state.scale_y))}"
        self.parts.append(f"M{ends[0]}A{sizes} 0 {int(abs(extent) > 180)} {int((extent > 0) == flipped)} {ends[1]}")

    def close(self) -> None:
        self.parts.append("Z")


class SvgCanvas:
    """Draws on an area of so many points."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._state = _State()
        self._kept: list[_State] = []
        self._parts: list[str] = []

    def svg(self, attributes: str, em: float) -> str:
        """The picture as an element of HTML; `em` is the size of a point. It grows with the letters around it."""
        size = f'width="{_number(self._width * em)}em" height="{_number(self._height * em)}em"'
        view = f'viewBox="0 0 {_number(self._width)} {_number(self._height)}"'
        return f'<svg {attributes} {size} {view} focusable="false">{"".join(self._parts)}</svg>'

    # What reportlab's canvas has

    def saveState(self) -> None:
        self._kept.append(copy(self._state))

    def restoreState(self) -> None:
        self._state = self._kept.pop()

    def translate(self, dx: float, dy: float) -> None:
        self._state.x += self._state.scale_x * dx
        self._state.y += self._state.scale_y * dy

    def scale(self, x: float, y: float) -> None:
        self._state.scale_x *= x
        self._state.scale_y *= y

    def setFillColor(self, colour: str) -> None:
        self._state.fill = colour

    def setStrokeColor(self, colour: str) -> None:
        self._state.stroke = colour

    def setLineWidth(self, width: float) -> None:
        self._state.line = width

    def setDash(self, lengths: list[float]) -> None:
        self._state.dash = " ".join(_number(each * abs(self._state.scale_x)) for each in lengths)

    def setFont(self, name: str, size: float) -> None:
        self._state.face, self._state.size = name, size

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.lines([(x1, y1, x2, y2)])

    def lines(self, lines: list[tuple[float, float, float, float]]) -> None:
        path = self.beginPath()
        for x1, y1, x2, y2 in lines:
            path.moveTo(x1, y1)
            path.lineTo(x2, y2)
        self.drawPath(path, stroke=1, fill=0)

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        self.roundRect(x, y, width, height, 0, stroke, fill)

    def roundRect(self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        (left, top), (right, bottom) = self._place(x, y), self._place(x + width, y + height)
        left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        size = f'x="{_number(left)}" y="{_number(top)}" width="{_number(right - left)}" height="{_number(bottom - top)}"'
        corner = f' rx="{_number(radius * abs(self._state.scale_x))}"' if radius else ""
        self._parts.append(f"<rect {size}{corner}{self._look(stroke, fill)}/>")

    def circle(self, x: float, y: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        cx, cy = self._place(x, y)
        size = f'cx="{_number(cx)}" cy="{_number(cy)}" r="{_number(radius * abs(self._state.scale_x))}"'
        self._parts.append(f"<circle {size}{self._look(stroke, fill)}/>")

    def beginPath(self) -> SvgPath:
        return SvgPath(copy(self._state), self._height)

    def drawPath(self, path: SvgPath, stroke: int = 1, fill: int = 0) -> None:
        self._parts.append(f'<path d="{"".join(path.parts)}"{self._look(stroke, fill)}/>')

    def drawString(self, x: float, y: float, text: str) -> None:
        """One run, as wide as the shipped font makes it: the reader's machine may have another."""
        if not text:
            return
        left, base = self._place(x, y)
        factor = abs(self._state.scale_x)
        wide = pdfmetrics.stringWidth(text, self._state.face, self._state.size) * factor
        strong = ' font-weight="700"' if "Bold" in self._state.face else ""
        size = f'x="{_number(left)}" y="{_number(base)}" font-size="{_number(self._state.size * factor)}"{strong}'
        fit = f'textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"' if wide else ""
        self._parts.append(f'<text {size} {fit} fill="{self._state.fill}">{html.escape(text)}</text>')

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return self._state.x + self._state.scale_x * x, self._height - self._state.y - self._state.scale_y * y

    def _look(self, stroke: int, fill: int) -> str:
        told = f' fill="{self._state.fill if fill else "none"}"'
        if stroke:
            told += f' stroke="{self._state.stroke}" stroke-width="{_number(self._state.line * abs(self._state.scale_x))}"'
            told += f' stroke-dasharray="{self._state.dash}"' if self._state.dash else ""
        return told


def _number(value: float) -> str:
    """Two decimals at most, without the noughts at their end."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")  # + 0 turns -0.0 into 0.0
