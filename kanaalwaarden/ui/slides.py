"""Slides on a painter, for any size: the projector and the facilitator's preview are painted by the same call, so they cannot differ.

In: a slide, the size of the room's display, the zoom of the type. Out: pages of items, each with a rectangle inside that size. Type
derives from the height and never gets smaller than a thirtieth of it (times the zoom): what does not fit goes to a next page.
"""

import copy
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kanaalwaarden import paths
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.core.slides import (
    ActionsSlide,
    AgendaSlide,
    AgendaStep,
    BlankSlide,
    CellSlide,
    DecisionSlide,
    Lane,
    Mark,
    MatrixSlide,
    MinoritySlide,
    PauseSlide,
    ProgressSlide,
    RulesSlide,
    Run,
    Slide,
    TableSlide,
    TitleSlide,
    ValueSlide,
)
from kanaalwaarden.ui.marks import draw_emblem
from kanaalwaarden.ui.symbols import draw_divergence_glyph, draw_symbol
from kanaalwaarden.ui.theme import Theme

ZOOMS = (1.0, 1.15, 1.3, 1.45, 1.6)
_KEPT = 24
_NONE = "geen_conclusie"
_PLAIN_BADGES = ("eensgezind", "niet_beoordeeld", "een_stem")


def projector_theme() -> Theme:
    """The light inks as tokens 'color.projector' changes them for a washed-out wall."""
    tokens = copy.deepcopy(paths.read_json("look/tokens.json"))
    inks: dict[str, Any] = tokens["color"]["light"]
    inks["lane"] = inks["surface"]  # the pale ground of lanes and row headers; the paper itself is white
    for name, ink in tokens["color"]["projector"].items():
        if isinstance(ink, str) and name != "extends":
            *where, last = name.split(".")
            place = inks
            for part in where:
                place = place[part]
            place[last] = ink
    return Theme(tokens, "light")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One text as it was painted: what the tests ask about."""

    text: str
    pixels: int
    rect: QRectF


class Paper:
    """A painter that remembers which texts it painted, where and how large."""

    def __init__(self, painter: QPainter, record: list[Drawn] | None = None) -> None:
        self.painter = painter
        self._record = record

    def text(self, x: float, top: float, text: str, font: QFont, ink: QColor) -> float:
        """One line with its upper edge at `top`; out: its width."""
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawText(QPointF(x, top + metrics.ascent()), text)
        if self._record is not None and text.strip():
            self._record.append(Drawn(text, font.pixelSize(), QRectF(x, top, width, metrics.height())))
        return width

    def box(
        self, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None, width: float = 2.0, *, dashed: bool = False
    ) -> None:  # fmt: skip
        """A rounded box whose edge lies inside `rect`."""
        pen = QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine) if edge is not None else QPen(Qt.PenStyle.NoPen)
        self.painter.setPen(pen)
        self.painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        inset = width / 2 if edge is not None else 0.0
        self.painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


Draw = Callable[[Paper, QRectF], None]


@dataclass(slots=True)
class Panel:
    """What lies behind a row of strips that belong together, once on every page that they reach."""

    draw: Draw
    pad: float
    stretch: bool = False


@dataclass(slots=True)
class Strip:
    """A piece that is never cut: one line, one row of chips. `gap` is kept above it, unless it begins a page."""

    height: float
    draw: Draw
    gap: float = 0.0
    panel: Panel | None = None
    keep: bool = False
    """Not the last of a page if it can be helped: the head of what follows."""


@dataclass(slots=True)
class Item:
    """Something to draw at a place."""

    rect: QRectF
    draw: Draw
    what: object = None
    """What is drawn, where that can be told: the same in the same place is the same picture."""


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    items: list[Item] = field(default_factory=list)
    ground: str = "raised"
    fill: Callable[["Page"], None] | None = None
    """Puts the items there when the page is painted: the table of a large session has two hundred pages, of which one is seen."""

    def ready(self) -> "Page":
        """The page with its items."""
        if self.fill is not None:
            fill, self.fill = self.fill, None
            fill(self)
        return self


@dataclass(frozen=True, slots=True)
class _Chip:
    lines: tuple[str, ...]
    width: float
    height: float
    draw: Draw


class SlidePainter:
    """Lays slides out and paints them. One for all windows: what was laid out is kept for a while."""

    def __init__(self) -> None:
        self.theme = projector_theme()
        self._fractions: dict[str, float] = self.theme.tokens["type"]["projector_fraction_of_height"]
        self._laid: dict[tuple[int, float, float, float], tuple[Slide, list[Page]]] = {}

    def pages(self, slide: Slide, size: QSizeF, zoom: float = 1.0) -> int:
        """How many pages a slide takes at this size."""
        return len(self._pages(slide, size, zoom))

    def paint(
        self, painter: QPainter, slide: Slide, size: QSizeF, page: int = 0, zoom: float = 1.0, record: list[Drawn] | None = None,
        only: QRectF | None = None,
    ) -> None:  # fmt: skip
        """Paint one page of a slide over the rectangle (0, 0, size); with `only` no more than what reaches into that part of it."""
        pages = self._pages(slide, size, zoom)
        shown = pages[max(0, min(page, len(pages) - 1))].ready()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), size), self.theme.color(shown.ground))
        paper = Paper(painter, record)
        for item in shown.items:
            if only is None or item.rect.intersects(only):
                item.draw(paper, item.rect)
        painter.restore()

    def changed(self, old: Slide, new: Slide, size: QSizeF, page: int, zoom: float) -> list[QRect] | None:
        """Where a page of one slide differs from that of another; None where that cannot be told, and all of it has to be painted.

        A key changes one cell of the value table, and to paint the others is most of the work.
        """
        if not (isinstance(old, TableSlide) and isinstance(new, TableSlide) and _frame(old) == _frame(new)):
            return None
        before, after = self._pages(old, size, zoom), self._pages(new, size, zoom)
        if len(before) != len(after) or page >= len(after):
            return None
        pairs = list(zip(before[page].ready().items, after[page].ready().items, strict=False))
        if len(before[page].items) != len(after[page].items) or any(one.rect != other.rect for one, other in pairs):
            return None
        # Two pixels wider: an edge between two pixels is half of each, and belongs to the neighbour too.
        return [other.rect.toAlignedRect().adjusted(-2, -2, 2, 2) for one, other in pairs if one.what != other.what]

    def _pages(self, slide: Slide, size: QSizeF, zoom: float) -> list[Page]:
        if size.width() < 1 or size.height() < 1:
            return [Page()]
        key = (id(slide), size.width(), size.height(), zoom)  # by identity: comparing a whole table costs more than it saves
        if key not in self._laid:
            if len(self._laid) >= _KEPT:
                del self._laid[next(iter(self._laid))]
            self._laid[key] = (slide, _Layout(self.theme, self._fractions, size, zoom).lay_out(slide))
        return self._laid[key][1]


class _Layout:
    """One slide at one size: fonts, measures, and the pages they make."""

    def __init__(self, theme: Theme, fractions: dict[str, float], size: QSizeF, zoom: float) -> None:
        self.theme = theme
        self._fractions = fractions
        self.w, self.h = size.width(), size.height()
        self.zoom = zoom
        self.u = self.h / 1080
        """One pixel of the mock-ups, at this height."""
        self.smallest = math.ceil(max(self.h / 30, fractions["minimum"] * self.h) * zoom)
        self.margin = min(64 * self.u, self.w * 0.04)
        self.inner = self.w - 2 * self.margin

    # Type

    def font(self, name: str | float, *, bold: bool = False, italic: bool = False) -> QFont:
        """A type size by its token, or as a fraction of the height; never below the smallest."""
        fraction = self._fractions[name] if isinstance(name, str) else name
        return self._px(max(self.smallest, round(fraction * self.h * self.zoom)), bold=bold, italic=italic)

    def _px(self, pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
        font = self.theme.font_px(10, bold=bold, italic=italic)
        font.setPixelSize(pixels)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # so that a scaled preview breaks lines in the same places
        return font

    @staticmethod
    def line_height(font: QFont) -> float:
        return QFontMetricsF(font).height()

    def ink(self, name: str = "text") -> QColor:
        return self.theme.color(name)

    def wrap(self, text: str, font: QFont, width: float) -> list[str]:
        """The lines of a text; a word that is too long is broken."""
        return ["".join(run.text for run in line) for line in self.wrap_runs((Run(text),), font, font, width)]

    def wrap_runs(self, runs: Sequence[Run], font: QFont, strong: QFont, width: float) -> list[list[Run]]:
        """The lines of a text in two weights."""
        lines: list[list[Run]] = []
        line: list[Run] = []
        at = 0.0
        for run in runs:
            metrics = QFontMetricsF(strong if run.strong else font)
            for number, paragraph in enumerate(run.text.split("\n")):
                if number:
                    lines.append(line)
                    line, at = [], 0.0
                for word in _words(paragraph):
                    for piece in _pieces(word, metrics, width):
                        need = metrics.horizontalAdvance(piece.rstrip())
                        if line and at + need > width:
                            lines.append(line)
                            line, at = [], 0.0
                        if line and line[-1].strong == run.strong:
                            line[-1] = Run(line[-1].text + piece, run.strong)
                        else:
                            line.append(Run(piece, run.strong))
                        at += metrics.horizontalAdvance(piece)
        lines.append(line)
        return [[Run(each.text.rstrip() if each is row[-1] else each.text, each.strong) for each in row] for row in lines]

    def text(
        self, text: str, font: QFont, *, ink: str = "text", gap: float = 0.0, x: float | None = None, width: float | None = None,
        panel: Panel | None = None, keep: bool = False,
    ) -> list[Strip]:  # fmt: skip
        """A text as strips, one per line; none for no text."""
        return self.runs((Run(text),), font, font, ink=ink, gap=gap, x=x, width=width, panel=panel, keep=keep) if text.strip() else []

    def runs(
        self, runs: Sequence[Run], font: QFont, strong: QFont, *, ink: str = "text", gap: float = 0.0, x: float | None = None,
        width: float | None = None, panel: Panel | None = None, keep: bool = False,
    ) -> list[Strip]:  # fmt: skip
        """A text in two weights as strips."""
        left = self.margin if x is None else x
        lines = self.wrap_runs(runs, font, strong, (self.w - self.margin - left) if width is None else width)
        colour = self.ink(ink)

        def draw(line: list[Run], paper: Paper, rect: QRectF) -> None:
            at = left
            for run in line:
                at += paper.text(at, rect.top(), run.text, strong if run.strong else font, colour)

        height = self.line_height(font)
        return [
            Strip(height, partial(draw, line), gap if number == 0 else 0.0, panel, keep=keep or (number == 0 and len(lines) > 1))
            for number, line in enumerate(lines)
        ]

    # Pages

    def lay_out(self, slide: Slide) -> list[Page]:
        if isinstance(slide, TitleSlide):
            return self._title(slide)
        if isinstance(slide, PauseSlide):
            return self._pause(slide)
        if isinstance(slide, BlankSlide):
            return [Page(ground="text")]
        if isinstance(slide, TableSlide):
            return self._table(slide)
        if isinstance(slide, MatrixSlide):
            return self._matrix(slide)
        if isinstance(slide, CellSlide):
            return self._cell(slide)
        if isinstance(slide, AgendaSlide):
            return self._flow(self._heading(slide.name), self._agenda(slide), stretch=True)
        if isinstance(slide, RulesSlide):
            return self._flow(self._heading(slide.name), self._rules(slide))
        if isinstance(slide, ValueSlide):
            return self._flow([], self._value(slide), centred=True)
        if isinstance(slide, ProgressSlide):
            return self._flow(self._heading(slide.name), self._progress(slide))
        if isinstance(slide, DecisionSlide):
            return self._flow(self._heading(slide.title, slide.over), self._decision(slide))
        if isinstance(slide, ActionsSlide):
            return self._flow(self._heading(slide.name), self._actions(slide))
        return self._flow(self._heading(slide.name), self._minority(slide))

    def _heading(self, text: str, over: str = "", badge: tuple[str, str] | None = None) -> list[Strip]:
        """What stands above every page: a title, a line above it, a badge at the right."""
        room = self.inner
        strips: list[Strip] = []
        if badge is not None:
            made, width, height = self._badge(*badge)
            room -= width + 32 * self.u

            def draw(paper: Paper, rect: QRectF) -> None:
                made(paper, QRectF(self.w - self.margin - width, rect.top() + 8 * self.u, width, height))

            strips.append(Strip(0.0, draw))
            if room < self.inner * 0.4:  # a large type beside a long word: the badge gets a line of its own
                strips[0].height, room = height + 16 * self.u, self.inner
        for title in ("cell_value", "minimum"):
            lines = self.text(over, self.font("cell_level" if title == "cell_value" else title), width=room)
            lines += self.text(text, self.font(title, bold=True), width=room)
            if sum(each.height for each in lines) < self.h * 0.3:
                break
        return strips + lines

    def _flow(self, head: list[Strip], body: list[Strip], *, centred: bool = False, stretch: bool = False) -> list[Page]:
        """Strips on pages, the head repeated above each; a head that leaves too little room stands on the first page only."""
        top, bottom = 40 * self.u, self.h - 32 * self.u
        footer = self.line_height(self.font("minimum")) + 4 * self.u
        gap = 20 * self.u if head else 0.0
        tall = sum(each.height + each.gap for each in head) + gap
        tallest = max((each.height + (2 * each.panel.pad if each.panel else 0.0) for each in body), default=0.0)
        if tall > self.h * 0.36 or tall + tallest > bottom - footer - top:
            body = head + body
            if len(head) < len(body):
                body[len(head)].gap += gap
            head, tall = [], 0.0
        filled = self._fill(body, bottom - top - tall)
        if len(filled) > 1:
            filled = self._fill(body, bottom - footer - top - tall)
        pages = []
        for number, strips in enumerate(filled):
            page = Page()
            y = top
            for each in head:
                page.items.append(Item(QRectF(self.margin, y, self.inner, each.height), each.draw))
                y += each.height
            many = len(filled) > 1
            limit = bottom - (footer if many else 0.0)
            self._place(page, strips, top + tall, limit, centred=centred and not many, stretch=stretch)
            if many:
                self._number(page, number, len(filled))
            pages.append(page)
        return pages

    def _number(self, page: Page, number: int, count: int) -> None:
        font = self.font("minimum")
        text = f"{number + 1}/{count}"
        width, height = QFontMetricsF(font).horizontalAdvance(text), self.line_height(font)

        def draw(paper: Paper, rect: QRectF) -> None:
            paper.text(rect.left(), rect.top(), text, font, self.ink("text_muted"))

        page.items.append(Item(QRectF(self.w - self.margin - width, self.h - height - 8 * self.u, width, height), draw))

    @staticmethod
    def _heights(strips: Sequence[Strip]) -> float:
        """How much room these strips take on one page, panels and gaps included."""
        total = 0.0
        for number, each in enumerate(strips):
            before = strips[number - 1].panel if number else None
            total += each.height + (each.gap if number else 0.0)
            if each.panel is not None and each.panel is not before:
                total += 2 * each.panel.pad
        return total

    def _fill(self, strips: list[Strip], room: float) -> list[list[Strip]]:
        pages: list[list[Strip]] = [[]]
        for each in strips:
            page = pages[-1]
            if page and self._heights([*page, each]) > room + 0.01:
                moved: list[Strip] = []
                while len(page) > 1 and page[-1].keep:  # a head goes along to the next page
                    moved.insert(0, page.pop())
                if moved and self._heights([*moved, each]) > room:
                    page.extend(moved)
                    moved = []
                pages.append(moved)
            pages[-1].append(each)
        return pages

    def _place(self, page: Page, strips: list[Strip], top: float, bottom: float, *, centred: bool, stretch: bool) -> None:
        spare = max(0.0, bottom - top - self._heights(strips))
        panels = list(dict.fromkeys(id(each.panel) for each in strips if each.panel is not None and each.panel.stretch))
        extra = min(spare / len(panels), 60 * self.u) if stretch and panels else 0.0
        y = top + (spare * 0.42 if centred else 0.0)
        number = 0
        while number < len(strips):
            panel = strips[number].panel
            members = [strips[number]]
            while panel is not None and number + len(members) < len(strips) and strips[number + len(members)].panel is panel:
                members.append(strips[number + len(members)])
            y += members[0].gap if number else 0.0
            if panel is None:
                page.items.append(Item(QRectF(self.margin, y, self.inner, members[0].height), members[0].draw))
                y += members[0].height
            else:
                grown = extra if panel.stretch else 0.0
                tall = 2 * panel.pad + sum(each.height + (each.gap if place else 0.0) for place, each in enumerate(members)) + grown
                page.items.append(Item(QRectF(self.margin, y, self.inner, tall), panel.draw))
                inside = y + panel.pad + grown / 2
                for place, each in enumerate(members):
                    inside += each.gap if place else 0.0
                    page.items.append(Item(QRectF(self.margin, inside, self.inner, each.height), each.draw))
                    inside += each.height
                y += tall
            number += len(members)

    # Title, pause, value

    def _title(self, slide: TitleSlide) -> list[Page]:
        u = self.u

        def emblem(paper: Paper, rect: QRectF) -> None:
            draw_emblem(paper.painter, QRectF(rect.left(), rect.top(), rect.height() * 160 / 54, rect.height()), self.theme)

        strips = [Strip(108 * u, emblem), *self.text(slide.title, self.font("timer", bold=True), gap=48 * u)]
        strips += self.text(" · ".join(each for each in (slide.organisation, slide.date) if each), self.font("cell_sentence"), gap=20 * u)
        strips += self.text(slide.occasion, self.font("cell_sentence"), ink="text_muted", gap=48 * u)
        strips += self.text(slide.fictional, self.font("cell_question", bold=True), gap=40 * u)
        return self._flow([], strips, centred=True)

    def _pause(self, slide: PauseSlide) -> list[Page]:
        strips = self.text(slide.title, self.font(0.13, bold=True))
        return self._flow([], strips + self.text(slide.text, self.font("cell_value"), ink="text_muted"), centred=True)

    def _value(self, slide: ValueSlide) -> list[Strip]:
        u = self.u
        name = self.font("timer", bold=True)
        if len(self.wrap(slide.title, name, self.inner)) > 3:
            name = self.font("cell_sentence", bold=True)
        strips = self.text(slide.kind, self.font("cell_question"), ink="text_muted", keep=True)
        strips += self.text(slide.title, name)
        if slide.definition:
            strips += self.text(slide.definition_head, self.font("cell_question"), ink="text_muted", gap=48 * u, keep=True)
            strips += self.text(slide.definition, self.font("cell_sentence"), gap=4 * u)
        if slide.question:
            strips += self.text(slide.question_head, self.font("cell_question"), ink="text_muted", gap=48 * u, keep=True)
            strips += self.text(slide.question, self.font("cell_value", bold=True), gap=4 * u)
        return strips

    # Decision and actions

    def _decision(self, slide: DecisionSlide) -> list[Strip]:
        """The outcome large, then what it rests on: heads in muted type, text under them."""
        u = self.u
        head, text = self.font("cell_question"), self.font("cell_level")
        ink = "text" if slide.outcome else "text_muted"
        strips = self.text(slide.outcome or slide.open_word, self.font("cell_sentence", bold=True), ink=ink)
        if slide.sentence:
            strips += self.text(slide.sentence, self.font("cell_level", italic=True), gap=8 * u)
        for name, told in slide.facts:
            strips += self.runs((Run(f"{name} ", strong=True), Run(told)), text, self.font("cell_level", bold=True), gap=18 * u)
        for name, lines in slide.lists:
            strips += self.text(name, head, ink="text_muted", gap=26 * u, keep=True)
            width = QFontMetricsF(text).horizontalAdvance("00.") + 18 * u
            for number, line in enumerate(lines, 1):
                strips += self._numbered(number, line, text, width)
        if slide.stances:
            strips += self.text(slide.stances_head, head, ink="text_muted", gap=26 * u, keep=True)
        for told in slide.stances:
            strips += self.text(told, text, gap=8 * u)
        return strips

    def _numbered(self, number: int, text: str, font: QFont, width: float) -> list[Strip]:
        """One line of a numbered list."""
        lines = self.text(text, font, gap=8 * self.u, x=self.margin + width)

        def draw(first: Draw, paper: Paper, rect: QRectF) -> None:
            paper.text(self.margin, rect.top(), f"{number}.", font, self.ink("text_muted"))
            first(paper, rect)

        if lines:
            lines[0].draw = partial(draw, lines[0].draw)
        return lines

    def _actions(self, slide: ActionsSlide) -> list[Strip]:
        """What is to be done, with a mark before what is done already; who, when and why under it."""
        strips: list[Strip] = []
        bold, small = self.font("cell_level", bold=True), self.font("cell_question")
        side = self.line_height(bold) * 0.66
        left = self.margin + side + 26 * self.u

        def mark(done: bool, first: Draw, paper: Paper, rect: QRectF) -> None:
            box = QRectF(self.margin, rect.top() + (self.line_height(bold) - side) / 2, side, side)
            fill, edge = ("accent", "accent") if done else ("raised", "border_strong")
            paper.box(box, 5 * self.u, self.ink(fill), self.ink(edge), 3 * self.u)
            if done:
                self.theme.draw_icon(paper.painter, "check", box.adjusted(4, 4, -4, -4), self.ink("on_accent"))
            first(paper, rect)

        for each in slide.actions:
            lines = self.text(each.text, bold, gap=26 * self.u, x=left, keep=True)
            lines[0].draw = partial(mark, each.done, lines[0].draw)
            about = " · ".join(part for part in (each.done_word if each.done else "", each.about) if part)
            strips += lines + self.text(about, small, ink="text_muted", x=left)
        return strips

    # Agenda and rules

    def _agenda(self, slide: AgendaSlide) -> list[Strip]:
        strips: list[Strip] = []
        plain, bold = self.font("cell_level"), self.font("cell_level", bold=True)
        number_width = QFontMetricsF(bold).horizontalAdvance("00") + 36 * self.u
        times = {id(each): _joined(each) for each in slide.steps}
        time_width = min(max(QFontMetricsF(bold).horizontalAdvance(each) for each in times.values()), self.inner * 0.45)
        for each in slide.steps:
            font = bold if each.state == "running" else plain
            left = self.margin + 16 * self.u + number_width
            names = self.wrap(each.name, font, self.w - self.margin - left - time_width - 40 * self.u)
            words = self.wrap(times[id(each)], font, time_width)
            height = max(len(names), len(words)) * self.line_height(font)
            draw = partial(self._draw_step, each, font, names, words, left, time_width)
            strips.append(Strip(height, draw, panel=Panel(partial(self._step_ground, each), 5 * self.u, stretch=True)))
        return strips

    def _step_ground(self, step: AgendaStep, paper: Paper, rect: QRectF) -> None:
        if step.state == "running":
            paper.box(rect, 6 * self.u, self.ink("accent_soft"))
            paper.painter.fillRect(QRectF(rect.left(), rect.top(), 8 * self.u, rect.height()), self.ink("accent"))

    def _draw_step(
        self, step: AgendaStep, font: QFont, names: list[str], words: list[str], left: float, time_width: float, paper: Paper, rect: QRectF
    ) -> None:  # fmt: skip
        line = self.line_height(font)
        side = line * 0.66
        ink = self.ink("text" if step.state == "running" else "text_muted") if step.state != "to_come" else self.ink()
        x = self.margin + 24 * self.u
        if step.state == "done":
            self.theme.draw_icon(paper.painter, "check", QRectF(x, rect.top() + (line - side) / 2, side, side), self.ink("accent"))
        else:
            paper.text(x, rect.top(), str(step.number), font, ink)
        for number, name in enumerate(names):
            paper.text(left, rect.top() + number * line, name, font, ink)
        for number, word in enumerate(words):
            width = QFontMetricsF(font).horizontalAdvance(word)
            paper.text(self.w - self.margin - 16 * self.u - width, rect.top() + number * line, word, font, ink)

    def _rules(self, slide: RulesSlide) -> list[Strip]:
        strips: list[Strip] = []
        font = self.font("cell_level")
        dot = 12 * self.u
        left = self.margin + 44 * self.u
        for place, rule in enumerate(slide.rules):
            lines = self.text(rule, self.font("cell_level", bold=place == 0), gap=30 * self.u, x=left, keep=place == slide.scale_at)
            first = lines[0].draw

            def bullet(draw: Draw, paper: Paper, rect: QRectF) -> None:
                paper.box(QRectF(self.margin + 8 * self.u, rect.center().y() - dot / 2, dot, dot), dot / 2, self.ink("accent"))
                draw(paper, rect)

            lines[0].draw = partial(bullet, first)
            strips += lines
            if place == slide.scale_at:
                strips += self._level_rows(slide.levels, font, left, gap=6 * self.u)
        return strips

    def _level_rows(self, levels: Sequence[tuple[str, str]], font: QFont, left: float, gap: float) -> list[Strip]:
        """The levels with their symbols, side by side as far as they fit."""
        side = self.line_height(font) * 0.72

        def entry(effect: str, word: str) -> _Chip:
            def draw(paper: Paper, rect: QRectF) -> None:
                key = effect or _NONE
                draw_symbol(paper.painter, key, QRectF(rect.left(), rect.center().y() - side / 2, side, side), self.theme.symbol_ink(key))
                for number, line in enumerate(lines):
                    paper.text(rect.left() + side + 14 * self.u, rect.top() + number * self.line_height(font), line, font, self.ink())

            lines = self.wrap(word, font, self.w - self.margin - left - side - 14 * self.u)
            wide = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines)
            return _Chip(tuple(lines), side + 14 * self.u + wide, len(lines) * self.line_height(font), draw)

        return self._chip_rows([entry(*each) for each in levels], left, 44 * self.u, gap)

    def _chip_rows(self, chips: Sequence[_Chip], left: float, space: float, gap: float, panel: Panel | None = None) -> list[Strip]:
        """Chips side by side as far as they fit."""
        rows: list[list[_Chip]] = []
        at = 0.0
        for chip in chips:
            if not rows or at + chip.width > self.w - self.margin - left - (panel.pad if panel else 0.0):
                rows.append([])
                at = 0.0
            rows[-1].append(chip)
            at += chip.width + space

        def draw(row: list[_Chip], paper: Paper, rect: QRectF) -> None:
            x = left
            for chip in row:
                chip.draw(paper, QRectF(x, rect.center().y() - chip.height / 2, chip.width, chip.height))
                x += chip.width + space

        return [Strip(max(each.height for each in row), partial(draw, row), gap, panel) for row in rows]

    # Blind round

    def _progress(self, slide: ProgressSlide) -> list[Strip]:
        u = self.u
        strips = self.text(slide.question, self.font("cell_question"), ink="text_muted")
        strips += self.text(slide.text, self.font("cell_question"), gap=12 * u)
        strips += self.text(slide.count, self.font("cell_value", bold=True), gap=28 * u, keep=True)
        font = self.font("cell_mark", bold=True)
        chips = []
        for each in slide.seats:
            ground = "accent" if each.ready else "raised"
            name = f"{each.code}  {each.name}"
            chips.append(self._chip(name, font, self.ink(ground), self.ink("accent" if each.ready else "border_strong"),
                                    self.ink("on_accent" if each.ready else "text"), icon="check" if each.ready else ""))  # fmt: skip
        return strips + self._chip_rows(chips, self.margin, 16 * u, 16 * u)

    def _chip(
        self, name: str, font: QFont, fill: QColor | None, edge: QColor, ink: QColor, *, icon: str = "", width: float = 0.0,
        stroke: float = 2.0, dashed: bool = False, note: str = "",
    ) -> _Chip:  # fmt: skip
        """A name on a ground; as many lines as it needs. `note` stands behind it in regular weight."""
        u = self.u
        pad_x, pad_y = 22 * u, 8 * u
        line = self.line_height(font)
        side = line * 0.66 if icon else 0.0
        before = side + 12 * u if icon else 0.0
        plain = QFont(font)
        plain.setBold(False)
        room = (width or self.inner) - 2 * pad_x - before
        runs = (Run(name, strong=True), Run(f" {note}")) if note else (Run(name, strong=True),)
        lines = self.wrap_runs(runs, plain, font, room)
        widths = [sum(QFontMetricsF(font if run.strong else plain).horizontalAdvance(run.text) for run in each) for each in lines]

        def draw(paper: Paper, rect: QRectF) -> None:
            paper.box(rect, 6 * u, fill, edge, max(1.0, stroke * u), dashed=dashed)
            if icon:
                box = QRectF(rect.left() + pad_x, rect.top() + pad_y + (line - side) / 2, side, side)
                self.theme.draw_icon(paper.painter, icon, box, ink)
            for number, each in enumerate(lines):
                x = rect.left() + pad_x + before
                for run in each:
                    x += paper.text(x, rect.top() + pad_y + number * line, run.text, font if run.strong else plain, ink)

        return _Chip((), max(widths) + 2 * pad_x + before + 1, len(lines) * line + 2 * pad_y, draw)

    # Cell

    def _cell(self, slide: CellSlide) -> list[Page]:
        u = self.u
        head = self._heading(slide.title, slide.over, (slide.state, slide.state_word))
        body = self.text(slide.question, self.font("cell_question"), ink="text_muted")
        crowded = any(len(lane.marks) > 12 for lane in slide.lanes)
        for lane in slide.lanes:
            body += self._lane(lane, self._lane_names(slide.lanes, crowded), crowded)
        told = self.runs(slide.sentence, self.font("cell_sentence"), self.font("cell_sentence", bold=True), gap=22 * u)
        told += self.text(slide.moves, self.font("cell_question"), gap=10 * u)
        told += self.text(slide.conclusion, self.font("cell_question", bold=True), gap=10 * u)
        pages = self._flow(head, body + told, stretch=True)
        if len(pages) > 1:  # a smaller sentence may just keep it together
            told = self.runs(slide.sentence, self.font("minimum"), self.font("minimum", bold=True), gap=12 * u)
            told += self.text(slide.moves, self.font("minimum"), gap=6 * u)
            told += self.text(slide.conclusion, self.font("minimum", bold=True), gap=6 * u)
            head = self._heading(slide.title, slide.over, (slide.state, slide.state_word))
            body = self.text(slide.question, self.font("minimum"), ink="text_muted")
            for lane in slide.lanes:
                body += self._lane(lane, self._lane_names(slide.lanes, crowded=True), crowded=True)
            pages = self._flow(head, body + told, stretch=True)
        return pages

    def _lane_names(self, lanes: Sequence[Lane], crowded: bool) -> float:
        """How wide the longest word of the levels is: it is never broken."""
        metrics = QFontMetricsF(self.font("minimum" if crowded else "cell_level", bold=True))
        return max(metrics.horizontalAdvance(word) for lane in lanes for word in lane.word.split())

    def _lane(self, lane: Lane, widest: float, crowded: bool) -> list[Strip]:
        u = self.u
        pad = 8 * u if crowded else 16 * u
        level = self.font("minimum" if crowded else "cell_level", bold=True)
        side = self.line_height(level) * 0.78
        names = self.margin + 36 * u + side + 24 * u
        left = max(self.margin + self.inner * 0.27, names + widest + 14 * u)
        words = self.wrap(lane.word, level, left - names - 12 * u)
        side_ink = self.ink("border_strong") if lane.effect == "geen" else self.theme.symbol_ink(lane.effect)
        tall = len(words) * self.line_height(level)

        def ground(paper: Paper, rect: QRectF) -> None:
            paper.box(rect, 6 * u, self.ink("raised" if lane.outlined else "lane"), self.ink("border"), max(1.0, 2 * u))
            paper.painter.fillRect(QRectF(rect.left(), rect.top(), 14 * u, rect.height()), side_ink)
            if lane.outlined:
                out = 4 * u
                paper.box(rect.adjusted(-out, -out, out, out), 8 * u, None, self.theme.lone_outline, max(2.0, 5 * u))
            box = QRectF(self.margin + 36 * u, rect.center().y() - side / 2, side, side)
            draw_symbol(paper.painter, lane.effect, box, self.theme.symbol_ink(lane.effect))
            if tall <= rect.height():
                for number, word in enumerate(words):
                    paper.text(names, rect.center().y() - tall / 2 + number * self.line_height(level), word, level, self.ink())

        panel = Panel(ground, pad, stretch=True)
        font = self.font("minimum" if crowded else "cell_mark", bold=True)
        if lane.marks:
            chips = [self._mark(each, lane, font, self.w - self.margin - left - pad) for each in lane.marks]
            strips = self._chip_rows(chips, left, 14 * u, 10 * u, panel)
        else:
            plain = self.font("minimum" if crowded else "cell_mark")

            def nobody(paper: Paper, rect: QRectF) -> None:
                paper.text(left, rect.center().y() - self.line_height(plain) / 2, lane.empty_word, plain, self.ink("text_muted"))

            strips = [Strip(self.line_height(plain), nobody, 0.0, panel)]
        strips[0].height = max(strips[0].height, tall - 2 * pad if len(strips) > 1 else tall)
        strips[0].gap = 14 * u if not crowded else 8 * u
        return strips

    def _mark(self, mark: Mark, lane: Lane, font: QFont, width: float) -> _Chip:
        ink = self.theme.level(lane.effect)
        if mark.ghost:
            return self._chip(mark.name, font, None, self.ink("border_strong"), self.ink("text_muted"), width=width, dashed=True)
        stroke = float(self.theme.tokens["color"]["projector"]["mark_stroke_px_at_1080"])
        edge = self.theme.lone_outline if mark.alone and not lane.outlined else ink.border
        wide = stroke * 2.5 if mark.alone and not lane.outlined else stroke
        return self._chip(mark.name, font, ink.fill, edge, ink.text, width=width, stroke=wide, note=mark.note)

    def _badge(self, key: str, word: str, size: str = "cell_level") -> tuple[Draw, float, float]:
        """The divergence word, its width and its height."""
        u = self.u
        plain = key in _PLAIN_BADGES
        font = self.font(size, bold=not plain)
        side = self.line_height(font) * 0.62
        glyph = side + 18 * u
        width = QFontMetricsF(font).horizontalAdvance(word) + 44 * u + (0 if plain else glyph)
        height = self.line_height(font) + 16 * u
        ink = self.theme.divergence(key)

        def draw(paper: Paper, rect: QRectF) -> None:
            if not plain:
                paper.box(rect, 6 * u, ink.fill, ink.border, max(1.0, 2 * u))
            elif key != "eensgezind":
                paper.box(rect, 6 * u, None, ink.border, max(1.0, 2 * u), dashed=key == "niet_beoordeeld")
            x = rect.left() + 22 * u
            if not plain:
                draw_divergence_glyph(paper.painter, key, QRectF(x, rect.center().y() - side / 2, side, side), ink.text)
                x += glyph
            paper.text(x, rect.center().y() - self.line_height(font) / 2, word, font, ink.text)

        return draw, width, height

    # Minority notes

    def _minority(self, slide: MinoritySlide) -> list[Strip]:
        u = self.u
        strips: list[Strip] = []
        left = self.margin + 32 * u

        def bar(paper: Paper, rect: QRectF) -> None:
            paper.painter.fillRect(QRectF(rect.left(), rect.top(), 8 * u, rect.height()), self.ink())

        for place, note in enumerate(slide.notes):
            panel = Panel(bar, 2 * u)
            runs = (Run(note.who, strong=True), Run(f"   {' · '.join(part for part in (note.where, note.confirmed_word) if part)}"))
            head = self.runs(runs, self.font("minimum"), self.font("cell_level", bold=True), x=left, panel=panel, keep=True)
            head[0].gap = 32 * u if place else 0.0
            strips += head + self.text(note.text, self.font("cell_level"), x=left, panel=panel, gap=4 * u)
        return strips

    # Tables

    def _matrix(self, slide: MatrixSlide) -> list[Page]:
        font = self.font("overview_word")
        side = self.line_height(font) * 0.72
        words = {word: word.split(" ") for row in slide.rows for _, word in row.answers}
        need = max((QFontMetricsF(font).horizontalAdvance(each) for lines in words.values() for each in lines), default=0.0)
        need += side + 36 * self.u
        line = self.line_height(font)
        deep = max((len(lines) for lines in words.values()), default=1)

        def draw(row: int, column: int, paper: Paper, rect: QRectF) -> None:
            effect, word = slide.rows[row].answers[column]
            key = effect or "nog_niet"
            x = rect.left() + 12 * self.u
            draw_symbol(paper.painter, key, QRectF(x, rect.center().y() - side / 2, side, side), self.theme.symbol_ink(key))
            ink = self.ink("text" if effect else "text_muted")
            whole = QFontMetricsF(font).horizontalAdvance(word) <= rect.right() - x - side - 14 * self.u
            lines = [word] if whole else words[word]
            for number, text in enumerate(lines):
                paper.text(x + side + 12 * self.u, rect.center().y() - len(lines) * line / 2 + number * line, text, font, ink)

        names = [f"{row.code}  {row.name}" for row in slide.rows]
        head = self._heading(slide.title, slide.over)
        return self._grid(head, "", slide.platforms, names, need, deep * line + 4 * self.u, draw, [], [])

    def _table(self, slide: TableSlide) -> list[Page]:
        u = self.u
        word, bold = self.font("overview_word"), self.font("overview_word", bold=True)
        line = self.line_height(word)
        symbol = line * 0.72
        pictures = [cell for row in slide.rows for cell in row.cells if cell is not None]
        seats = max((len(each.seats) for each in pictures), default=0)
        lanes = max((len(each.levels) for each in pictures), default=3)
        lane_high, low_high = 12 * u * self.zoom, 8 * u * self.zoom
        pitch_least = 9 * u
        need = QFontMetricsF(word).horizontalAdvance(slide.blind_word) + 24 * u
        most_codes = 0.0  # the widest in any cell: a discipline has the same place in all of them
        for each in pictures:
            font = word if each.divergence in _PLAIN_BADGES else bold
            badge = QFontMetricsF(font).horizontalAdvance(each.divergence_word) + 12 * u
            codes = sum(QFontMetricsF(bold).horizontalAdvance(code) + 8 * u for code in _codes(each))
            most_codes = max(most_codes, codes)
            need = max(need, badge + symbol + 20 * u, seats * pitch_least + 34 * u + codes)
        need = min(need, self.w * 0.58)

        def draw(row: int, column: int, paper: Paper, rect: QRectF) -> None:
            cell = slide.rows[row].cells[column]
            if cell is None:
                paper.text(rect.left() + 12 * u, rect.center().y() - line / 2, slide.blind_word, word, self.ink("text_muted"))
            else:
                self._picture(paper, rect, cell, seats, lanes, lane_high, low_high, (word, bold), symbol, most_codes)

        high = line + lanes * lane_high + low_high + 14 * u
        names = [row.name for row in slide.rows]
        legend: list[Strip] = self._legend(slide)
        conclusions = [row.conclusion for row in slide.rows]
        measures = (need, seats, lanes, most_codes)
        return self._grid(
            [], slide.name, slide.platforms, names, need, high, draw, legend, conclusions,
            lambda row, column: (slide.rows[row].cells[column], measures),
        )  # fmt: skip

    def _legend(self, slide: TableSlide) -> list[Strip]:
        font, bold = self.font("overview_word"), self.font("overview_word", bold=True)
        side = self.line_height(font) * 0.72
        u = self.u

        def entry(effect: str | None, word: str, lead: str = "") -> _Chip:
            before = 0.0 if effect is None else side + 14 * u
            code = QFontMetricsF(bold).horizontalAdvance(lead) + 14 * u if lead else 0.0

            def draw(paper: Paper, rect: QRectF) -> None:
                x = rect.left()
                if effect is not None:
                    key = effect or _NONE
                    draw_symbol(paper.painter, key, QRectF(x, rect.center().y() - side / 2, side, side), self.theme.symbol_ink(key))
                    x += before
                if lead:
                    x += paper.text(x, rect.top(), lead, bold, self.ink()) + 14 * u
                paper.text(x, rect.top(), word, font, self.ink())

            return _Chip((), before + code + QFontMetricsF(font).horizontalAdvance(word), self.line_height(font), draw)

        chips = [entry(None, slide.legend_word), *(entry(effect, word) for effect, word in slide.legend)]
        alone = next((code for row in slide.rows for cell in row.cells if cell is not None for code in _codes(cell)), "")
        if alone:
            chips.append(entry(None, slide.alone_word, alone))
        return self._chip_rows(chips, self.margin * 0.6, 40 * u, 2 * u)

    def _picture(
        self, paper: Paper, rect: QRectF, cell: CellPicture, seats: int, lanes: int, lane_high: float, low_high: float,
        fonts: tuple[QFont, QFont], symbol: float, most_codes: float,
    ) -> None:  # fmt: skip
        """One cell of the table: conclusion and divergence word, marks without codes, the code of who stands alone."""
        u = self.u
        word, bold = fonts
        line = self.line_height(word)
        spare = max(0.0, rect.height() - line - lanes * lane_high - low_high - 14 * u)
        top = rect.top() + 4 * u + spare * 0.3
        key = cell.conclusion or _NONE
        box = QRectF(rect.left() + 10 * u, top + (line - symbol) / 2, symbol, symbol)
        draw_symbol(paper.painter, key, box, self.theme.symbol_ink(key))
        ink = self.theme.divergence(cell.divergence)
        loud = cell.divergence in ("verschil", "tegenpolen")
        font = bold if loud else word
        width = QFontMetricsF(font).horizontalAdvance(cell.divergence_word)
        if loud:
            badge = QRectF(rect.right() - 6 * u - width - 12 * u, top, width + 12 * u, line)
            paper.box(badge, 5 * u, ink.fill, ink.border, max(1.0, 2 * u))
            paper.text(badge.left() + 6 * u, top, cell.divergence_word, font, ink.text)
        else:
            paper.text(rect.right() - 12 * u - width, top, cell.divergence_word, font, ink.text)
        first = top + line + 2 * u
        codes = _codes(cell)
        wide = sum(QFontMetricsF(bold).horizontalAdvance(code) + 8 * u for code in codes)
        pitch = min(19 * u * self.zoom, (rect.width() - 38 * u - most_codes) / max(1, seats))
        left = rect.left() + 24 * u
        range_ink = self.theme.range_bar(cell.divergence)
        if range_ink is not None and cell.low is not None and cell.high is not None:
            bar = QRectF(rect.left() + 13 * u, first + cell.low * lane_high, 3.5 * u, (cell.high - cell.low + 1) * lane_high)
            paper.painter.fillRect(bar, range_ink)
        for seat in sorted(cell.seats, key=lambda each: each.alone):
            if seat.lane is None:
                continue
            level = self.theme.level(seat.effect)
            box = QRectF(left + seat.seat * pitch, first + seat.lane * lane_high, pitch * 0.92, lane_high * 0.92)
            if seat.lane >= len(cell.levels):
                tall = low_high if seat.effect == "onbespreekbaar" else 3 * u
                low = QRectF(box.left(), first + lanes * lane_high + low_high - tall, box.width(), tall)
                paper.painter.fillRect(low, level.fill if seat.effect == "onbespreekbaar" else level.text)
            elif seat.alone:
                paper.box(box.adjusted(-u, -u, u, u), 2 * u, level.fill, self.theme.lone_outline, max(2.0, 3.5 * u))
            else:
                paper.box(box, 2 * u, level.fill, level.border, max(1.0, 1.5 * u))
        x = rect.right() - 12 * u - wide + 8 * u
        for code in codes:
            tall = lanes * lane_high + low_high
            x += paper.text(x, min(first + (tall - line) / 2, rect.bottom() - line), code, bold, self.ink()) + 8 * u

    def _grid(
        self, head: list[Strip], corner: str, columns: Sequence[str], names: Sequence[str], need: float, high: float,
        draw_cell: Callable[[int, int, Paper, QRectF], None], legend: list[Strip], conclusions: Sequence[str],
        what: Callable[[int, int], object] = lambda _row, _column: None,
    ) -> list[Page]:  # fmt: skip
        """A table on pages: as many columns as fit side by side, then as many rows; names are whole on every page."""
        u = self.u
        column_font, name_font = self.font("overview_platform", bold=True), self.font("overview_value", bold=True)
        line = self.line_height(name_font)
        top = 32 * u if head else 0.0
        head_tall = sum(each.height for each in head) + (12 * u if head else 0.0)
        if head_tall > self.h * 0.36:
            head, head_tall, top = [], 0.0, 0.0
        legend_tall = sum(each.height + each.gap for each in legend) + 20 * u if legend else 8 * u
        number = self.line_height(self.font("minimum")) + 8 * u
        aside = line * 0.9 if any(conclusions) else 0.0
        pad = self.margin * 0.6
        for share in (0.2, 0.22, 0.26, 0.33, 0.4, 0.47):
            first = self.w * share
            lines = [self.wrap(name, name_font, first - pad - 12 * u - aside) for name in names]
            broken = any(word not in " ".join(each).split() for name, each in zip(names, lines, strict=True) for word in name.split())
            if not broken and max((len(each) for each in lines), default=0) * line <= high * 1.3:
                break
        most = max(1, int((self.w - first) / need)) if need else 1
        for side_by_side in range(min(most, max(1, len(columns))), 0, -1):
            screens = math.ceil(len(columns) / side_by_side) or 1
            count = math.ceil(len(columns) / screens)
            wide = (self.w - first) / max(1, count)
            heads = [self.wrap(name, column_font, wide - 20 * u) for name in columns]
            tops = max((len(each) for each in heads), default=1) * self.line_height(column_font) + 12 * u
            if tops <= self.h * 0.2 and all(_whole(name, each) for name, each in zip(columns, heads, strict=True)):
                break
        corner_lines = self.wrap(corner, column_font, first - pad - 12 * u)
        tops = max(tops, len(corner_lines) * self.line_height(column_font) + 12 * u)
        body = self.h - top - head_tall - tops - legend_tall
        rows: list[tuple[int, bool, list[str], float]] = []
        for place, each in enumerate(lines):
            room = max(1, int((body - number - 12 * u) / line))
            for part in range(0, len(each) or 1, room):
                piece = each[part : part + room]
                rows.append((place, part == 0, piece, max(high if part == 0 else 0.0, len(piece) * line + 12 * u)))
        heights = [each[3] for each in rows]
        groups = _groups(heights, body)
        if len(groups) * screens > 1:
            groups = _groups(heights, body - number)
        total = len(groups) * screens

        def fill(page: Page, number_of_page: int, group: list[int], screen: int) -> None:
            y = top
            for strip in head:
                page.items.append(Item(QRectF(self.margin, y, self.inner, strip.height), strip.draw))
                y += strip.height
            y = top + head_tall
            chosen = range(screen * count, min(len(columns), (screen + 1) * count))
            self._grid_head(page, y, tops, first, wide, pad, corner_lines, [heads[column] for column in chosen], column_font)
            y += tops
            left = body - (number if total > 1 else 0.0) - sum(heights[row] for row in group)
            grow = min(left / max(1, len(group)), 0.35 * high)
            for row in group:
                place, is_first, piece, low = rows[row]
                tall = low + grow
                concluded = conclusions[place] if conclusions and is_first else ""
                self._grid_row(page, QRectF(0, y, self.w, tall), first, pad, piece, name_font, concluded)
                for spot, column in enumerate(chosen):
                    box = QRectF(first + spot * wide, y, wide, tall)
                    draw = partial(self._grid_cell, partial(draw_cell, place, column) if is_first else None)
                    page.items.append(Item(box, draw, what(place, column)))
                y += tall
            if legend:
                self._grid_legend(page, legend, legend_tall)
            if total > 1:
                self._grid_number(page, number_of_page, total, legend_tall)

        spots = [(group, screen) for group in groups for screen in range(screens)]
        return [Page(fill=partial(fill, number_of_page=place, group=group, screen=screen)) for place, (group, screen) in enumerate(spots)]

    def _grid_cell(self, draw: Draw | None, paper: Paper, rect: QRectF) -> None:
        width = max(1.0, 2 * self.u)
        paper.painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), self.ink("border"))
        paper.painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), self.ink("border"))
        if draw is not None:
            draw(paper, rect)

    def _grid_head(
        self, page: Page, y: float, tall: float, first: float, wide: float, pad: float, corner: list[str], heads: list[list[str]],
        font: QFont,
    ) -> None:  # fmt: skip
        def draw(paper: Paper, rect: QRectF) -> None:
            line = self.line_height(font)
            for number, text in enumerate(corner):
                paper.text(pad, rect.bottom() - 8 * self.u - (len(corner) - number) * line, text, font, self.ink())
            for place, lines in enumerate(heads):
                for number, text in enumerate(lines):
                    x = first + place * wide + 12 * self.u
                    paper.text(x, rect.bottom() - 8 * self.u - (len(lines) - number) * line, text, font, self.ink())
            paper.painter.fillRect(QRectF(0, rect.bottom() - 3 * self.u, self.w, 3 * self.u), self.ink())

        page.items.append(Item(QRectF(0, y, self.w, tall), draw))

    def _grid_row(self, page: Page, rect: QRectF, first: float, pad: float, lines: list[str], font: QFont, conclusion: str) -> None:
        def draw(paper: Paper, rect: QRectF) -> None:
            line = self.line_height(font)
            paper.painter.fillRect(QRectF(0, rect.top(), first, rect.height()), self.ink("lane"))
            paper.painter.fillRect(QRectF(0, rect.bottom() - 2 * self.u, first, 2 * self.u), self.ink("border"))
            for number, text in enumerate(lines):
                paper.text(pad, rect.center().y() - len(lines) * line / 2 + number * line, text, font, self.ink())
            if conclusion:
                side = line * 0.72
                box = QRectF(first - side - 10 * self.u, rect.center().y() - side / 2, side, side)
                draw_symbol(paper.painter, conclusion, box, self.theme.symbol_ink(conclusion))

        page.items.append(Item(rect, draw))

    def _grid_legend(self, page: Page, legend: list[Strip], tall: float) -> None:
        top = self.h - tall

        def ground(paper: Paper, rect: QRectF) -> None:
            paper.painter.fillRect(rect, self.ink("lane"))
            paper.painter.fillRect(QRectF(0, rect.top(), self.w, 3 * self.u), self.ink())

        page.items.append(Item(QRectF(0, top, self.w, tall), ground))
        y = top + 10 * self.u
        for each in legend:
            page.items.append(Item(QRectF(0, y, self.w, each.height), each.draw))
            y += each.height + each.gap

    def _grid_number(self, page: Page, number: int, count: int, legend_tall: float) -> None:
        font = self.font("minimum")
        text = f"{number + 1}/{count}"
        width, height = QFontMetricsF(font).horizontalAdvance(text), self.line_height(font)

        def draw(paper: Paper, rect: QRectF) -> None:
            paper.text(rect.left(), rect.top(), text, font, self.ink("text_muted"))

        page.items.append(Item(QRectF(self.w - self.margin - width, self.h - legend_tall - height - 4 * self.u, width, height), draw))


def _joined(step: AgendaStep) -> str:
    return step.time if step.state == "to_come" else f"{step.state_word} · {step.time}"


def _frame(slide: TableSlide) -> tuple[object, ...]:
    """All that stands on the slide outside the cells of the table."""
    rows = [(each.name, each.conclusion, each.conclusion_word) for each in slide.rows]
    return slide.key, slide.name, slide.platforms, rows, slide.legend_word, slide.legend, slide.alone_word, slide.blind_word


def _codes(cell: CellPicture) -> list[str]:
    """The codes of everybody who stands alone."""
    return [seat.code for seat in cell.seats if seat.alone]


def _words(text: str) -> list[str]:
    """Words, each with the blanks behind it."""
    words: list[str] = []
    for each in text.split(" "):
        if words:
            words[-1] += " "
        words.append(each)
    return [each for each in words if each]


def _pieces(word: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A word in pieces that fit; almost always one."""
    pieces = []
    while len(word) > 1 and metrics.horizontalAdvance(word.rstrip()) > width:
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if metrics.horizontalAdvance(word[:middle]) <= width else (low, middle - 1)
        pieces.append(word[:low])
        word = word[low:]
    return [*pieces, word]


def _whole(name: str, lines: list[str]) -> bool:
    """Whether no word of a name had to be broken."""
    return sum(len(line.split()) for line in lines) == len(name.split())


def _groups(heights: Sequence[float], room: float) -> list[list[int]]:
    """Rows per page."""
    groups: list[list[int]] = [[]]
    used = 0.0
    for place, height in enumerate(heights):
        if groups[-1] and used + height > room + 0.01:
            groups.append([])
            used = 0.0
        groups[-1].append(place)
        used += height
    return groups
