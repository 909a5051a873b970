"""The marks of one cell as a picture for office files: lanes with everybody's mark, the range bar, and the levels at the left.

It is drawn with Pillow in the fonts and colours that are shipped. The same block gives the same bytes.
"""

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image, ImageColor, ImageDraw, ImageFont

from kanaalwaarden import paths
from kanaalwaarden.core.blocks import MarkPlot
from kanaalwaarden.core.picture import Seat
from kanaalwaarden.export.office import SYMBOLS, fit
from kanaalwaarden.tagged.fonts import BOLD, REGULAR, Faces

SHARPNESS = 3
"""Dots for every pixel at 96 dpi: sharp on paper as well."""

_LANE, _PITCH, _CHIP, _EDGE = 28, 38, (32, 20), 8
_SIZE = 13  # of words; codes are a little smaller
_WIDEST_WORD = 240.0
_SHADES = 12  # of a letter's edge


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PNG with its size in pixels at 96 dpi."""

    data: bytes
    width: int
    height: int


def mark_plot_png(block: MarkPlot) -> Drawn:
    """The picture of the block, without its sentence. OSError where the shipped fonts cannot be read."""
    return _Plot(block).draw()


@cache
def _font(face: str, size: float) -> ImageFont.FreeTypeFont:
    file = paths.resources() / "fonts" / f"{face}.ttf"
    return ImageFont.truetype(str(file), size * SHARPNESS, layout_engine=ImageFont.Layout.BASIC)  # basic: the same on every system


@cache
def _light() -> Any:
    """The inks for white paper."""
    return paths.read_json("look/tokens.json")["color"]["light"]


@cache
def _palette() -> Image.Image:
    """Every colour that a picture can have: the inks, and the shades of the edge of a letter on its ground.

    One for all pictures. To find the best colours of each takes ten times as long as to draw it.
    """
    light = _light()
    grounds = {(each["fill"], each["text"]) for each in light["level"].values()}
    grounds |= {("#FFFFFF", ink) for ink in (light["text"], *light["symbol_ink"].values())}
    flat = {light["border_strong"], light["mark"]["lone_outline"], light["mark"]["lane_dots"], *light["mark"]["range_bar"].values()}
    flat |= {each["border"] for each in light["level"].values()}
    found: set[tuple[int, ...]] = {ImageColor.getrgb(each) for each in flat}
    for ground, ink in grounds:
        pairs = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True))
        found |= {tuple(round(a + (b - a) * step / _SHADES) for a, b in pairs) for step in range(_SHADES + 1)}
    made = Image.new("P", (1, 1))
    made.putpalette([part for colour in sorted(found) for part in colour])
    return made


class _Plot:
    """Draws one block. Coordinates are pixels at 96 dpi, from the upper left."""

    def __init__(self, block: MarkPlot) -> None:
        self._picture, self._axis = block.picture, block.axis
        self._light = _light()
        self._faces = Faces()
        words = [self._width(word, REGULAR, _SIZE) for _, word in self._axis]
        self._words = min(max(words, default=0.0), _WIDEST_WORD)
        self._bar = _EDGE + 22 + self._words + 12
        self._seats = self._bar + 14
        lanes = [len(self._axis), *(lane + 1 for seat in self._picture.seats for lane in (seat.lane, seat.ghost) if lane is not None)]
        self._lanes = max(lanes)
        name = next((seat.name for seat in self._picture.seats if seat.seat == self._picture.named), "")
        self._name = min(self._width(name, BOLD, _SIZE - 1) + 14, 400.0) if name else 0.0
        self._right = self._seats + max(len(self._picture.seats) * _PITCH, self._name + 4)
        self.width, self.height = round(self._right + _EDGE), self._lanes * _LANE + 2 * _EDGE

    def draw(self) -> Drawn:
        """All of it."""
        image = Image.new("RGB", (self.width * SHARPNESS, self.height * SHARPNESS), "#FFFFFF")
        self._pen = ImageDraw.Draw(image)
        for lane in range(self._lanes):
            self._lane(lane)
        if self._picture.low is not None and self._picture.high is not None:
            bar = self._light["mark"]["range_bar"].get(self._picture.divergence)
            if bar:
                top, bottom = self._y(self._picture.low) - _CHIP[1] / 2, self._y(self._picture.high) + _CHIP[1] / 2
                self._box((self._bar, top, self._bar + 4, bottom), fill=bar)
        for seat in self._picture.seats:
            if seat.ghost is not None:
                self._ghost(seat, seat.ghost)
        for seat in sorted(self._picture.seats, key=lambda seat: seat.alone):  # whoever stands alone is drawn over the others
            if seat.lane is not None:
                self._chip(seat, seat.lane)
        out = io.BytesIO()
        image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG")
        return Drawn(out.getvalue(), self.width, self.height)

    def _y(self, lane: int) -> float:
        return _EDGE + (lane + 0.5) * _LANE

    def _lane(self, lane: int) -> None:
        y = self._y(lane)
        if lane < len(self._axis):
            symbol, word = self._axis[lane]
            ink = self._light["symbol_ink"].get(symbol, self._light["text"])
            self._text(_EDGE + 8, y, SYMBOLS.get(symbol, ""), "DejaVuSans", _SIZE + 2, ink, centred=True)
            size = _SIZE * min(1.0, self._words / max(1.0, self._width(word, REGULAR, _SIZE)))
            self._text(_EDGE + 22, y, word, REGULAR, size, self._light["text"])
        for x in range(round(self._seats), round(self._right), 6):
            self._box((x, y - 0.5, x + 1.5, y + 0.5), fill=self._light["mark"]["lane_dots"])

    def _ghost(self, seat: Seat, lane: int) -> None:
        """The place that was left in this round: hollow, with a thin edge and without a code."""
        left, y = self._seats + seat.seat * _PITCH, self._y(lane)
        self._box((left, y - 8, left + _CHIP[0], y + 8), fill="#FFFFFF", edge=self._light["border_strong"])

    def _chip(self, seat: Seat, lane: int) -> None:
        colours = self._light["level"].get(seat.effect, self._light["level"]["nog_niet"])
        left, y, wide, text = self._seats + seat.seat * _PITCH, self._y(lane), float(_CHIP[0]), seat.code
        if seat.seat == self._picture.named:
            wide, text = max(self._name, wide), seat.name
            left = max(self._seats, min(left, self._right - wide))
        edge, stroke = (self._light["mark"]["lone_outline"], 2.5) if seat.alone else (colours["border"], 1.0)
        self._box((left, y - _CHIP[1] / 2, left + wide, y + _CHIP[1] / 2), colours["fill"], edge, stroke)
        size = (_SIZE - 1) * min(1.0, (wide - 5) / max(1.0, self._width(text, BOLD, _SIZE - 1)))
        self._text(left + wide / 2, y, text, BOLD, size, colours["text"], centred=True)

    def _box(self, box: tuple[float, float, float, float], fill: str, edge: str = "", stroke: float = 0.0) -> None:
        corners = tuple(round(each * SHARPNESS) for each in box)
        if edge:
            self._pen.rounded_rectangle(corners, 3 * SHARPNESS, fill=fill, outline=edge, width=round(stroke * SHARPNESS) or 1)
        else:
            self._pen.rectangle(corners, fill=fill)

    def _width(self, text: str, face: str, size: float) -> float:
        return sum(_font(name, size).getlength(letters) for name, letters in self._faces.runs(fit(text), face)) / SHARPNESS

    def _text(self, x: float, y: float, text: str, face: str, size: float, ink: str, centred: bool = False) -> None:
        """One line with the middle of its capitals at `y`. What no shipped font has is drawn as U+FFFD; the alternative text has it."""
        runs = self._faces.runs(fit(text), BOLD if face == BOLD else REGULAR) if face != "DejaVuSans" else ((face, text),)
        if centred:
            x -= sum(_font(name, size).getlength(letters) for name, letters in runs) / SHARPNESS / 2
        for name, letters in runs:
            font = _font(name, size)
            self._pen.text((x * SHARPNESS, (y + 0.35 * size) * SHARPNESS), letters, fill=ink, font=font, anchor="ls")
            x += font.getlength(letters) / SHARPNESS
