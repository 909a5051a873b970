"""What flows over the pages of a PDF: text, tables and pictures, each with the element of the structure that it belongs to."""

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as FlowedText
from reportlab.platypus import Table as FlowedTable
from reportlab.platypus.paragraph import _SplitFrag, _SplitWord, _SplitWordEnd
from reportlab.platypus.tables import TableRenderCB

from kanaalwaarden.core.blocks import Legend, Logo, MarkPlot, Plot
from kanaalwaarden.core.house import logo_size
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.core.trend import places
from kanaalwaarden.export.pdf_marks import CAP, PX, Grid, Marks
from kanaalwaarden.tagged.canvas import LAYOUT, Element
from kanaalwaarden.tagged.fonts import BOLD, REGULAR

_PLOT_SEATS = 24  # marks of one cell side by side; more go on below


class _Lines(PDFTextObject):  # type: ignore[misc]
    """The lines of a paragraph. reportlab leaves out the space at a line end, and two words are then read as one (ISO 32000-1 14.8.2.5)."""

    spaced: Sequence[bool] = ()
    _line = 0

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803 (reportlab's own name)
        if TStar:
            if self._line < len(self.spaced) and self.spaced[self._line] and not text.endswith(" "):
                text += " "
            self._line += 1
        super()._textOut(text, TStar)


def _spaced(paragraph: Any) -> list[bool]:
    """For each line whether a word ends there: words too long for a line are cut, and those go on without a space."""
    lines = paragraph.blPara.lines
    if paragraph.blPara.kind == 0:
        last = [words[-1] if words else "" for _, words in lines]
        return [not isinstance(word, _SplitWord) or isinstance(word, _SplitWordEnd) for word in last]
    return [
        not isinstance(paragraph.frags[following.sFW - 1], _SplitFrag) if 0 < following.sFW <= len(paragraph.frags) else True
        for following in lines[1:]
    ] + [True]


class Text(FlowedText):  # type: ignore[misc]
    """A paragraph. Without an element of its own its words belong to what is drawn around it: a cell of a table."""

    element: Element | None = None
    label: Element | None = None
    """The element of its bullet."""
    symbol = ""
    marks: Marks | None = None
    """A symbol before its first line; the style's left indent makes room for it."""
    bar: Any = None
    """The colour of a bar over its whole height at the left."""
    entry: tuple[int, str, int] | None = None
    """The level, text and number of a heading: it leaves a bookmark where it is drawn."""

    def draw(self) -> None:
        canvas = self.canv
        if self.entry:
            canvas.bookmark(self.entry, self.height)
        if self.label:
            canvas.place(self.label)
        base = self.element or canvas.for_text
        with canvas.drawing(self.label or base):
            if self.element:
                canvas.place(self.element)
            self._base = base
            self._decorate(canvas)
            super().draw()

    def _decorate(self, canvas: Any) -> None:
        if self.symbol and self.marks:
            size = self.style.fontSize
            first = self.height - self.style.leading + (self.style.leading - size) + CAP * size / 2
            self.marks.symbol(canvas, self.symbol, 4.2, first, 8.4)
        if self.bar is not None:
            canvas.saveState()
            canvas.setFillColor(self.bar)
            canvas.rect(0, 0, 5 * PX, self.height, stroke=0, fill=1)
            canvas.restoreState()

    def beginText(self, x: float, y: float) -> Any:
        self.canv.for_text = self.canv.for_text if self.canv.silent else self._base  # the bullet has been drawn
        lines = _Lines(self.canv, x, y)
        lines.spaced = _spaced(self)
        return lines

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element, part.bar = self.element, self.bar
        for part in parts[:1]:
            part.label, part.symbol, part.marks, part.entry = self.label, self.symbol, self.marks, self.entry
        return parts


class _Rendering(TableRenderCB):  # type: ignore[misc]
    """Gives every cell its target while reportlab draws a table."""

    def startTable(self, table: Any) -> None:
        table.canv.begin(None)

    def startBG(self, table: Any) -> None:
        table.canv.begin(LAYOUT)

    def endBG(self, table: Any) -> None:
        table.canv.end()

    startLines, endLines = startBG, endBG

    def startRow(self, table: Any, row: int) -> None:
        table.canv.begin(None, silent=table.continued and row < table.repeatRows)

    def startCell(self, table: Any, row: int, column: int, *_: Any) -> None:
        table.canv.begin(table.cells[row][column])

    def endCell(self, table: Any) -> None:
        table.canv.end()

    endRow = endTable = endCell


class RowsTable(FlowedTable):  # type: ignore[misc]
    """A table that is cut between rows; inside a row only where that row is taller than a page (it starts on a fresh one then)."""

    cells: Sequence[Sequence[Element]] = ()
    """The element of every cell, the head's included."""
    page = 0.0
    continued = False

    def __init__(self, data: Any, *args: Any, **options: Any) -> None:
        super().__init__(data, *args, **{**options, "renderCB": _Rendering()})

    def split(self, width: float, height: float) -> list[Any]:
        self.splitInRow = int(height > 0.97 * self.page)
        parts: list[Any] = super().split(width, height)
        for part in (self, *parts):
            part.splitInRow, part.page = 1, self.page
        if len(parts) == 2:
            first, second = parts
            head, kept = self.repeatRows, first._nrows
            again = first._nrows + second._nrows - head - self._nrows  # 1 where a row itself was cut
            first.cells, first.continued = self.cells[:kept], self.continued
            second.cells, second.continued = [*self.cells[:head], *self.cells[kept - again :]], True
        return parts


class TitleLine(Flowable):  # type: ignore[misc]
    """The title with the facts to the right of it on one line; below it where that does not fit."""

    def __init__(self, title: Text, facts: Text, title_width: float) -> None:
        super().__init__()
        self._title, self._facts, self._title_width = title, facts, title_width
        self.spaceAfter = 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        beside = width - self._title_width - 14
        self._beside = beside > 300 and self._facts.wrap(beside, height)[1] <= 2.5 * self._facts.style.leading
        facts_width = beside if self._beside else width
        self._heights = self._title.wrap(width, height)[1], self._facts.wrap(facts_width, height)[1]
        return width, max(self._heights) if self._beside else sum(self._heights) + 2

    def split(self, width: float, height: float) -> list[Any]:
        return [] if self._beside else [self._title, self._facts]

    def draw(self) -> None:
        title, facts = self._heights
        total = max(title, facts) if self._beside else title + facts + 2
        self._title.drawOn(self.canv, 0, total - title)
        # Beside the title: last lines on one foot.
        self._facts.drawOn(self.canv, self._title_width + 14 if self._beside else 0, 1 if self._beside else 0)


class LegendLine(Flowable):  # type: ignore[misc]
    """Symbols with their words from the left, the note at the right; more lines where needed. To a reader it is a list."""

    def __init__(self, block: Legend, marks: Marks, size: float) -> None:
        super().__init__()
        self._block, self._marks, self._size = block, marks, size
        self._leading = size * 1.4
        self._list = Element("L", List={"ListNumbering": "/None"})
        self.spaceAfter = 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self._places: list[tuple[float, int, str, str]] = []
        x, line = 0.0, 0
        for symbol, word in self._block.entries:
            wide = 15 * PX + self._marks.faces.width(word, REGULAR, self._size)
            if x and x + wide > width:
                x, line = 0.0, line + 1
            self._places.append((x, line, symbol, word))
            x += wide + 20 * PX
        note = self._marks.faces.width(self._block.note, REGULAR, self._size)
        self._note = (max(0.0, width - note), line if x + note <= width else line + 1) if self._block.note else None
        self._lines = (self._note[1] if self._note else line) + 1
        return width, self._lines * self._leading

    def draw(self) -> None:
        def middle(line: int) -> float:
            return (self._lines - line - 0.5) * self._leading

        for x, line, symbol, word in self._places:
            with self.canv.drawing(Element("LBody", Element("LI", self._list))):
                self._marks.symbol(self.canv, symbol, x + 5 * PX, middle(line), 10 * PX)
                self.canv.setFillColor(self._marks.ink("text"))
                self._marks.text(self.canv, x + 15 * PX, middle(line), word, REGULAR, self._size)
        if self._note:
            x, line = self._note
            with self.canv.drawing(Element("P")):
                self.canv.setFillColor(self._marks.ink("text"))
                self._marks.text(self.canv, x, middle(line), self._block.note, REGULAR, self._size)


class Picture(Flowable):  # type: ignore[misc]
    """Something that is drawn, with the words that say the same."""

    def __init__(self, alt: str) -> None:
        super().__init__()
        self.element = Element("Figure", alt=alt)

    def paint(self, canvas: Any) -> None:
        """Draw it. For subclasses."""
        raise NotImplementedError

    def draw(self) -> None:
        framed(self.canv, self.element, (0, 0, self.width, self.height))
        with self.canv.drawing(self.element, self.element):
            self.paint(self.canv)


def framed(canvas: Any, element: Element, box: tuple[float, float, float, float]) -> None:
    """Tell a figure where it stands on its page, which ISO 14289-1 7.3 asks for."""
    x0, y0 = canvas.absolutePosition(box[0], box[1])
    x1, y1 = canvas.absolutePosition(box[2], box[3])
    element.attributes["Layout"] = {"Placement": "/Block", "BBox": f"[{x0:.2f} {y0:.2f} {x1:.2f} {y1:.2f}]"}


class LogoImage(Picture):
    """The organisation's logo."""

    def __init__(self, block: Logo) -> None:
        super().__init__(block.text)
        self._data = block.data
        self.width, self.height = logo_size(block.data, 46, 230)
        self.spaceAfter = 14

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def paint(self, canvas: Any) -> None:
        canvas.drawImage(ImageReader(io.BytesIO(self._data)), 0, 0, self.width, self.height)


class PlotLine(Picture):
    """A line of figures over time with a dot for every point, on a base line at nought; its ends are said beside it."""

    def __init__(self, block: Plot, marks: Marks, size: float) -> None:
        super().__init__(block.text)
        self._block, self._marks, self._size = block, marks, size
        self.spaceBefore, self.spaceAfter = 2, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        words = [self._marks.faces.width(each, REGULAR, self._size) for each in (self._block.first, self._block.last)]
        self._sides = (words[0] + 10, words[1] + 10)
        self.width, self.height = width, 34.0
        self._plot = max(60.0, min(200.0, width - sum(self._sides)))
        self.needed = self._plot + sum(self._sides)  # less than the width, which a line of text may fill
        return width, self.height

    def paint(self, canvas: Any) -> None:
        ink = self._marks.ink
        left, base, tall = self._sides[0], 4.0, self.height - 10
        points = [(left + x * self._plot, base + y * tall) for x, y in places(self._block.points)]
        canvas.setStrokeColor(ink("border_strong"))
        canvas.setLineWidth(0.6)
        canvas.line(left - 4, base, left + self._plot + 4, base)
        canvas.setStrokeColor(ink("text"))
        canvas.setLineWidth(1.2)
        for start, end in pairwise(points):
            canvas.line(*start, *end)
        canvas.setFillColor(ink("text"))
        for x, y in points:
            canvas.circle(x, y, 1.9, stroke=0, fill=1)
        self._marks.text(canvas, 0, max(points[0][1], base + 4), self._block.first, REGULAR, self._size)
        self._marks.text(canvas, left + self._plot + 8, max(points[-1][1], base + 4), self._block.last, REGULAR, self._size)


class ContentsLine(Flowable):  # type: ignore[misc]
    """One line of the table of contents: the heading, dots, and room for the number of a page that is not known yet."""

    _NUMBER = 30.0

    def __init__(self, text: Text, words: str, number: int, element: Element, marks: Marks) -> None:
        super().__init__()
        self._text, self._words, self._number, self._element, self._marks = text, words, number, element, marks
        self._text.element = element
        self.spaceAfter = 2.5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self._text.wrap(width - self._NUMBER, height)[1]
        return width, self.height

    def draw(self) -> None:
        canvas, style = self.canv, self._text.style
        self._text.drawOn(canvas, 0, 0)
        lines = self._text.blPara.lines
        spare = lines[-1][0] if self._text.blPara.kind == 0 else lines[-1].extraSpace
        base = style.leading - style.fontSize + 1.2
        start, end = self.width - self._NUMBER - spare + 4, self.width - self._NUMBER + 8
        if end > start:
            canvas.saveState()
            with canvas.drawing(LAYOUT):
                canvas.setStrokeColor(self._marks.ink("border_strong"))
                canvas.setLineWidth(0.7)
                canvas.setDash([0.7, 3])
                canvas.line(start, base, end, base)
            canvas.restoreState()
        x0, y0 = canvas.absolutePosition(0, 0)
        canvas.promise(self._number, self._element, self._words, (x0, y0, x0 + self.width, y0 + self.height), base, style)


class MarkLines(Picture):
    """The marks of one cell, large, with the words of the lanes at the left. Seats that do not fit beside each other go on below."""

    def __init__(self, alt: str, bands: Sequence[Any], axis: Sequence[tuple[str, str]], axis_width: float, grid: Any, marks: Marks) -> None:
        super().__init__(alt)
        self._bands, self._axis, self._axis_width, self._grid, self._marks = bands, axis, axis_width, grid, marks
        self.width = axis_width + grid.seats_width(max((len(band.seats) for band in bands), default=1))
        self.height = grid.row * len(bands)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def paint(self, canvas: Any) -> None:
        for place, band in enumerate(self._bands):
            top = self.height - place * self._grid.row
            for lane, (symbol, word) in enumerate(self._axis):
                middle = top - self._grid.lane_y(lane)
                self._marks.symbol(canvas, symbol, 4.5, middle, 8)
                canvas.setFillColor(self._marks.ink("text"))
                self._marks.text(canvas, 14, middle, word, REGULAR, 8.6)
            self._marks.lanes(canvas, band, self._grid, self._axis_width, top, self.width - self._axis_width)


def mark_lines(block: MarkPlot, width: float, marks: Marks) -> MarkLines:
    """The picture of the block, no wider than `width`."""
    for _, word in block.axis:
        marks.faces.runs(word)  # what they lack must be known before the last page is made
    for seat in block.picture.seats:
        marks.faces.runs(seat.name, BOLD)
    axis_width = max((marks.faces.width(word, REGULAR, 8.6) for _, word in block.axis), default=0) + 24
    bands = _bands(block.picture)
    widest = max(len(band.seats) for band in bands)
    pitch = min(20.0, (width - axis_width - 24) / max(1, widest))
    lanes = len(block.picture.levels)
    grid = Grid(
        lanes, pitch, (pitch - 1.2, 12.5), 14.4, 14.4, headline=0, lanes_top=2, bottom=4, bar_x=2, seats_x=9, right=2
    )  # fmt: skip
    return MarkLines(block.text, bands, block.axis, axis_width, grid, marks)


def _bands(picture: CellPicture) -> list[CellPicture]:
    """The seats in rows of a length that fits the paper, each with its first seat at the left."""
    seats = picture.seats
    count = -(-len(seats) // _PLOT_SEATS) or 1
    each = -(-len(seats) // count)
    bands = []
    for start in range(0, max(1, len(seats)), max(1, each)):
        part = tuple(replace(seat, seat=seat.seat - start) for seat in seats[start : start + each])
        named = picture.named - start if picture.named is not None and start <= picture.named < start + each else None
        bands.append(replace(picture, seats=part, named=named))
    return bands


class Beside(Flowable):  # type: ignore[misc]
    """A picture with paragraphs at its right; below it where they do not fit."""

    def __init__(self, picture: Picture, words: Sequence[Any], least: float) -> None:
        super().__init__()
        self._picture, self._words, self._least = picture, words, least
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self._left = max(self._picture.width + 18, 0.5 * width)
        self._is_beside = width - self._left >= self._least
        room = width - self._left if self._is_beside else width
        self._heights = [each.wrap(room, height)[1] + each.getSpaceAfter() for each in self._words]
        words = sum(self._heights)
        self.height = max(words, self._picture.height) if self._is_beside else words + self._picture.height + 6
        return width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        self.wrap(width, height)
        if self._picture.height > height or (self._is_beside and self.height < 300):  # the first part has to fit here
            return []
        return [self._picture, *self._words]

    def draw(self) -> None:
        self._picture.drawOn(self.canv, 0, self.height - self._picture.height)
        x = self._left if self._is_beside else 0
        y = self.height if self._is_beside else self.height - self._picture.height - 6
        for each, height in zip(self._words, self._heights, strict=True):
            y -= height
            each.drawOn(self.canv, x, y + each.getSpaceAfter())


class Badge(Flowable):  # type: ignore[misc]
    """The divergence in a word on its badge."""

    def __init__(self, key: str, word: str, marks: Marks) -> None:
        super().__init__()
        self._key, self._word, self._marks = key, word, marks
        self.spaceAfter = 5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self._marks.badge_width(self._key, self._word), 13.0
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.drawing(Element("P")):
            self._marks.badge(self.canv, self._key, self._word, self.width, self.height / 2)


class Framed(Flowable):  # type: ignore[misc]
    """A conclusion in a frame: what it is at the left and the symbol with its word at the right on one line, the text under both."""

    _PAD = 9.0

    def __init__(self, lead: Text, word: Text, text: Text | None, word_width: float, marks: Marks) -> None:
        super().__init__()
        self._lead, self._word, self._text, self._word_width, self._marks = lead, word, text, word_width, marks
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        inside = width - 2 * self._PAD
        self._beside = inside - self._word_width - 10
        self._first = max(self._lead.wrap(self._beside, height)[1], self._word.wrap(self._word_width + 2, height)[1])
        self._second = self._text.wrap(inside, height)[1] if self._text else 0.0
        self.height = self._first + self._second + 2 * self._PAD
        return width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """A text of pages loses its frame rather than its end."""
        fits = self._lead.height <= height  # the first part has to fit here
        return [self._lead, self._word, *([self._text] if self._text else [])] if fits and self._second > 300 else []

    def draw(self) -> None:
        canvas = self.canv
        with canvas.drawing(LAYOUT):
            canvas.setStrokeColor(self._marks.ink("border_strong"))
            canvas.setLineWidth(0.7)
            canvas.roundRect(0, 0, self.width, self.height, 3, stroke=1, fill=0)
        top = self.height - self._PAD
        self._lead.drawOn(canvas, self._PAD, top - self._lead.height)
        self._word.drawOn(canvas, self.width - self._PAD - self._word_width - 2, top - self._word.height)
        if self._text:
            self._text.drawOn(canvas, self._PAD, self._PAD)
