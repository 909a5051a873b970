"""The picture table on paper: values down, platforms across, one drawn cell each. It splits between rows; platforms that do not fit
the width go on in a further table with the values repeated."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable

from kanaalwaarden.core.blocks import Table, TableCell
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.export.pdf_flow import Text, framed
from kanaalwaarden.export.pdf_marks import PX, Grid, Marks
from kanaalwaarden.tagged.canvas import LAYOUT, Element
from kanaalwaarden.tagged.fonts import BOLD, REGULAR

_VALUE_COLUMN = (104 * PX, 122 * PX, 190 * PX)  # narrowest that still reads, as on the mock-up, widest
_AXIS = 10 * PX  # from the right edge of the value column to the middle of the axis
_NAME_ROOM = 150.0  # a name taller than this is set smaller: it must fit a page together with its row
_SMALLEST = 0.3
_SMALLEST_WORD = 0.8  # below this a long word is rather broken


class PictureTable(Flowable):  # type: ignore[misc]
    """A run of rows under the head. Everything is measured before; this draws and splits."""

    def __init__(self, layout: "_Layout", first: int, last: int) -> None:
        super().__init__()
        self._layout, self._first, self._last = layout, first, last
        self.spaceAfter = 6

    @property
    def least(self) -> float:
        """The height of the head with the first rows."""
        return self._layout.head + sum(self._layout.heights[:4]) + 20

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self._layout.width, self._layout.head + sum(self._layout.heights[self._first : self._last])
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        room = height - self._layout.head
        fits = self._first
        while fits < self._last and self._layout.heights[fits] <= room:
            room -= self._layout.heights[fits]
            fits += 1
        if fits == self._first:
            return []
        return [PictureTable(self._layout, self._first, fits), PictureTable(self._layout, fits, self._last)]

    def draw(self) -> None:
        self.canv.begin(None)
        self._layout.draw(self.canv, self.height, self._first, self._last)
        self.canv.end()


class _Layout:
    """The figures of one table: which platforms, how wide, how high, and the names broken into lines."""

    def __init__(self, block: Table, columns: Sequence[int], widths: tuple[float, float], grid: Grid, marks: Marks, style: Any) -> None:
        self._rows, self._columns, self._grid, self._marks = block.rows, columns, grid, marks
        self._first, self._column = widths
        self.width = self._first + self._column * len(columns)
        # The first line stands above the axis and may be wider than the others.
        beside_axis = (self._first - 4 * PX, self._first - _AXIS - 7 * PX)
        self._names = [_name(row[0].text, beside_axis, style, marks) for row in block.rows]
        self._heads = [_name(cell.text, (width, width), style, marks) for cell, width in self._head_cells(block)]
        self.head = max(21 * PX, *(height + 7 * PX for _, height in self._heads))
        notes = [16 * PX if row[0].note else 0.0 for row in block.rows]
        self._table = Element("Table")
        self._body = Element("TBody", self._table)
        self._heads_shown = False
        self.heights = [max(grid.row, height + note + 6 * PX) for (_, height), note in zip(self._names, notes, strict=True)]

    def _head_cells(self, block: Table) -> Iterator[tuple[TableCell, float]]:
        yield block.head[0], self._first - 4 * PX
        yield from ((block.head[column], self._column - 9 * PX) for column in self._columns)

    def draw(self, canvas: Any, top: float, first: int, last: int) -> None:
        """The rows first..last under the head, from `top` down. To a reader it is one table: the head counts where it is drawn first."""
        ink = self._marks.ink
        self._rule(canvas, top, 1.0, ink("text"))
        line = Element("TR", Element("THead", self._table))
        for place, (name, height) in enumerate(self._heads):
            x = 0.0 if not place else self._first + (place - 1) * self._column + 5.3 * PX
            canvas.begin(Element("TH", line, Table={"Scope": "/Column"}), silent=self._heads_shown)
            name.drawOn(canvas, x, top - (self.head + height) / 2 + 0.6)
            canvas.end()
        self._heads_shown = True
        bottom = top - self.head
        for row in range(first, last):
            self._rule(canvas, bottom, 0.6 if row == first else 0.5, ink("border_strong" if row == first else "border"))
            self._row(canvas, row, bottom)
            bottom -= self.heights[row]
        places = range(len(self._columns))
        with canvas.drawing(LAYOUT):
            canvas.setStrokeColor(ink("border"))
            canvas.setLineWidth(0.5)
            canvas.lines([(self._first + place * self._column, top, self._first + place * self._column, bottom) for place in places])
        self._rule(canvas, bottom, 1.0, ink("text"))

    def _rule(self, canvas: Any, y: float, width: float, ink: Any) -> None:
        with canvas.drawing(LAYOUT):
            canvas.setStrokeColor(ink)
            canvas.setLineWidth(width)
            canvas.line(0, y, self.width, y)

    def _row(self, canvas: Any, row: int, top: float) -> None:
        header = self._rows[row][0]
        name, height = self._names[row]
        line = Element("TR", self._body)
        with canvas.drawing(Element("TH", line, Table={"Scope": "/Row"})):
            self._header(canvas, header, name, height, row, top)
        for place, column in enumerate(self._columns):
            cell = self._rows[row][column]
            inside = Element("TD", line)
            canvas.place(inside)
            if cell.picture:
                x = self._first + place * self._column
                figure = Element("Figure", inside, alt=cell.text)
                framed(canvas, figure, (x, top - self.heights[row], x + self._column, top))
                with canvas.drawing(figure, figure):
                    self._marks.cell(canvas, cell.picture, self._grid, x, top, self._column)

    def _header(self, canvas: Any, header: TableCell, name: Any, height: float, row: int, top: float) -> None:
        name.drawOn(canvas, 0, top - 3 * PX - height)
        for lane, level in enumerate(header.axis):
            self._marks.symbol(canvas, level, self._first - _AXIS, top - self._grid.lane_y(lane), 8 * PX)
        if header.note:
            middle = top - self.heights[row] + 9.5 * PX
            if header.note_symbol:
                self._marks.symbol(canvas, header.note_symbol, 4.5 * PX, middle, 9 * PX)
            canvas.setFillColor(self._marks.ink("text"))
            self._marks.text(canvas, 13.5 * PX, middle, header.note, REGULAR, self._marks.word_size + 0.7)


def _name(text: str, widths: tuple[float, float], style: Any, marks: Marks) -> tuple[Any, float]:
    """A name in bold with its height: on one line if that fits the wide width, else in lines of the narrow one.

    It is set smaller where a word would be broken or the whole would be very high, so that nothing is left out.
    """
    wide, narrow = widths
    size = float(style.fontSize)
    width = wide if marks.faces.width(text, BOLD, size) <= wide else narrow
    longest = max((marks.faces.width(word, BOLD, size) for word in text.split()), default=0.0)
    factor = max(_SMALLEST_WORD, min(1.0, (width - 0.5) / longest)) if longest else 1.0
    while True:
        smaller = style.clone("name", fontSize=size * factor, leading=size * factor * 1.15)
        name = Text(marks.faces.markup(text, BOLD), smaller)
        height = float(name.wrap(width, 10_000)[1])
        if height <= _NAME_ROOM or factor <= _SMALLEST:
            return name, height
        factor *= 0.85


def narrowest_column(pictures: Sequence[CellPicture], grid: Grid, marks: Marks) -> float:
    """The width in which every one of the pictures fits."""
    seats = max(len(picture.seats) for picture in pictures)
    kinds = {(picture.conclusion, picture.divergence_word, picture.asked_again): picture for picture in pictures}
    return max(grid.seats_width(seats), *(marks.headline_width(picture) for picture in kinds.values()))


def picture_tables(block: Table, grid: Grid, marks: Marks, width: float, style: Any, part: str) -> Iterator[tuple[str, PictureTable]]:
    """The table as one flowable, or as several where the page is too narrow for all platforms: then each has `part` as caption."""
    pictures = [cell.picture for row in block.rows for cell in row[1:] if cell.picture]
    for seat in pictures[0].seats:
        marks.faces.runs(seat.name, BOLD)
        marks.faces.runs(seat.code, BOLD)
        marks.faces.runs(seat.code, REGULAR)
    narrowest = narrowest_column(pictures, grid, marks)
    platforms = len(block.head) - 1
    tight, usual, widest = _VALUE_COLUMN
    beside = max(1, int((width - tight) // narrowest))
    parts = -(-platforms // beside)
    each = -(-platforms // parts)  # as equal as can be, so that no table is left with one platform
    roomy = max(narrowest * 1.35, 190 * PX)
    first = min(usual, width - each * narrowest)
    if width - first > each * roomy:
        first = min(widest, width - each * roomy)
    column = min((width - first) / each, roomy)
    for start in range(1, platforms + 1, each):
        columns = range(start, min(start + each, platforms + 1))
        caption = part.format(first=columns[0], last=columns[-1], count=platforms) if parts > 1 else ""
        yield caption, PictureTable(_Layout(block, columns, (first, column), grid, marks, style), 0, len(block.rows))
