"""A document as PDF: blocks in, bytes out. Knows paper, and nothing about sessions.

Import it when a PDF is wanted: reportlab costs a fifth of a second. The same document gives the same bytes.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Spacer
from reportlab.platypus import Paragraph as FlowedText
from reportlab.platypus import Table as FlowedTable

from kanaalwaarden import paths
from kanaalwaarden.core.blocks import Block, Bullets, Document, Heading, Legend, Paragraph, Plot, Table, TableCell
from kanaalwaarden.core.trend import places
from kanaalwaarden.export.fonts import BOLD, ITALIC, REGULAR, REPLACEMENT, Faces
from kanaalwaarden.export.pdf_marks import CAP, PX, Grid, Marks
from kanaalwaarden.export.pdf_pictures import picture_tables

MARGIN = 10 / 25.4 * 72
_FOOT = 22.0  # the base line of the running footer, from the edge of the paper
_BODY = _FOOT + 16  # the lower edge of the text, likewise
_PAGE = A4[0] - MARGIN - _BODY  # the height of the text on landscape paper
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def pdf_bytes(document: Document) -> bytes:
    """The document as a PDF file: A4, fonts embedded, bookmarks for its headings, a footer with page numbers."""
    return _Writer(document).build()


class _Canvas(Canvas):  # type: ignore[misc]
    """Keeps its pages back until their number is known, then writes footers and bookmarks."""

    footer: Callable[[Any, int, int], None] | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._kept: list[dict[str, Any]] = []
        self._headings: list[tuple[int, str, float]] = []
        self.setViewerPreference("DisplayDocTitle", "true")

    def heading(self, level: int, text: str) -> None:
        """A bookmark to here."""
        self._headings.append((level, text, self.absolutePosition(0, 0)[1]))

    def showPage(self) -> None:
        """End the page, and keep it."""
        self._kept.append(dict(self.__dict__))
        self._headings = []
        self._startPage()

    def save(self) -> None:
        """Write all pages and the file. RuntimeError if a font would not be embedded: that is a bug."""
        depth = number = 0
        for page, state in enumerate(self._kept, 1):
            self.__dict__.update(state)
            if self.footer:
                self.footer(self, page, len(self._kept))
            for level, text, y in self._headings:
                number += 1
                depth = min(level, depth + 1)  # reportlab refuses a bookmark that skips a level
                self.bookmarkPage(f"h{number}", fit="XYZ", left=0, top=y)
                self.addOutlineEntry(text, f"h{number}", level=depth - 1, closed=depth > 1)
            super().showPage()
        loose = [name for name in self._doc.fontMapping if not getattr(pdfmetrics.getFont(name), "_dynamicFont", False)]
        if loose:
            raise RuntimeError(f"fonts that are not embedded: {', '.join(loose)}")
        super().save()


class _HeadingText(FlowedText):  # type: ignore[misc]
    """A heading that leaves a bookmark where it is drawn."""

    entry: tuple[int, str] | None = None

    def draw(self) -> None:
        if self.entry:
            self.canv.saveState()
            self.canv.translate(0, self.height)
            self.canv.heading(*self.entry)
            self.canv.restoreState()
        super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part.entry = self.entry
        return parts


class _MarkedText(FlowedText):  # type: ignore[misc]
    """Text with a symbol before its first line; the style's left indent makes room for it."""

    symbol = ""
    marks: Marks | None = None

    def draw(self) -> None:
        if self.symbol and self.marks:
            size = self.style.fontSize
            first = self.height - self.style.leading + (self.style.leading - size) + CAP * size / 2
            self.marks.symbol(self.canv, self.symbol, 4.2, first, 8.4)
        super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part.symbol, part.marks = self.symbol, self.marks
        return parts


class _RowsTable(FlowedTable):  # type: ignore[misc]
    """A table that is cut between rows; inside a row only where that row is taller than a page (it starts on a fresh one then)."""

    def split(self, width: float, height: float) -> list[Any]:
        self.splitInRow = int(height > 0.97 * _PAGE)
        parts: list[Any] = super().split(width, height)
        for part in (self, *parts):
            part.splitInRow = 1
        return parts


class _TitleLine(Flowable):  # type: ignore[misc]
    """The title with the facts to the right of it on one line; below it where that does not fit."""

    def __init__(self, title: _HeadingText, facts: FlowedText, title_width: float) -> None:
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


class _LegendLine(Flowable):  # type: ignore[misc]
    """Symbols with their words from the left, the note at the right; more lines where needed."""

    def __init__(self, block: Legend, marks: Marks, size: float) -> None:
        super().__init__()
        self._block, self._marks, self._size = block, marks, size
        self._leading = size * 1.4
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
            self._marks.symbol(self.canv, symbol, x + 5 * PX, middle(line), 10 * PX)
            self.canv.setFillColor(self._marks.ink("text"))
            self._marks.text(self.canv, x + 15 * PX, middle(line), word, REGULAR, self._size)
        if self._note:
            x, line = self._note
            self.canv.setFillColor(self._marks.ink("text"))
            self._marks.text(self.canv, x, middle(line), self._block.note, REGULAR, self._size)


class _PlotLine(Flowable):  # type: ignore[misc]
    """A line of figures over time with a dot for every point, on a base line at nought; its ends are said beside it."""

    def __init__(self, block: Plot, marks: Marks, size: float) -> None:
        super().__init__()
        self._block, self._marks, self._size = block, marks, size
        self.spaceBefore, self.spaceAfter = 2, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        words = [self._marks.faces.width(each, REGULAR, self._size) for each in (self._block.first, self._block.last)]
        self._sides = (words[0] + 10, words[1] + 10)
        self.width, self.height = width, 34.0
        self._plot = max(60.0, min(200.0, width - sum(self._sides)))
        return width, self.height

    def draw(self) -> None:
        canvas, ink = self.canv, self._marks.ink
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


@dataclass(frozen=True, slots=True)
class _Style:
    """Where a style of paragraph stands and how it looks."""

    size: float
    face: str = REGULAR
    colour: str = "text"
    before: float = 0.0
    after: float = 4.0


class _Writer:
    """Makes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = paths.read_json("look/tokens.json")
        self._faces = Faces()
        self._marks = Marks(self._tokens, self._faces, document.words.get("open", ""))
        sizes = self._tokens["type"]["pdf_pt"]
        self._caption = float(sizes["caption"])
        self._styles = {
            "h1": _Style(sizes["h1"], BOLD, after=2),
            "h2": _Style(sizes["h2"], BOLD, before=14, after=5),
            "h3": _Style(11.5, BOLD, before=12, after=2),
            "body": _Style(sizes["body"], after=5),
            "muted": _Style(sizes["caption"], colour="text_muted", after=3),
            "strong": _Style(sizes["caption"], BOLD, after=4),
            "quote": _Style(sizes["body"], after=0),
            "cell": _Style(sizes["caption"], after=0),
            "cell_strong": _Style(sizes["caption"], BOLD, after=0),
            "note": _Style(8.4, ITALIC, "text_muted", before=2, after=0),
            "name": _Style(sizes["table_value"], BOLD, after=0),
        }  # fmt: skip
        self._width = 0.0

    def build(self) -> bytes:
        out = io.BytesIO()
        story = [flowable for section in range(len(self._document.sections)) for flowable in self._section(section)]
        footer = self._footer()
        if self._faces.missing:
            line = self._document.words["replaced"].format(shown=REPLACEMENT, names=self._faces.replaced())
            story += [Spacer(1, 8), self._text(line, "muted")]
        first = self._document.sections[0].landscape if self._document.sections else True
        template = BaseDocTemplate(
            out, pagesize=landscape(A4) if first else A4, title=self._document.title, author=self._document.organisation,
            subject=self._document.subject, creator="Kanaalwaarden", lang=_LOCALES.get(self._document.language, self._document.language),
            invariant=1, initialFontName=REGULAR, allowSplitting=1,
        )  # fmt: skip
        pages = [_page("landscape", landscape(A4)), _page("portrait", A4)]
        template.addPageTemplates(pages if first else pages[::-1])
        maker = type("_FootedCanvas", (_Canvas,), {"footer": staticmethod(footer)})
        template.build(story or [Spacer(1, 1)], canvasmaker=maker)
        return out.getvalue()

    def _footer(self) -> Callable[[Any, int, int], None]:
        """Rule, name of the session at the left, page number at the right. The name gives way, the number never."""
        left, page_words, size = self._document.footer, self._document.words["page"], self._caption
        self._faces.runs(left)  # what it lacks must be known before the last page is made

        def draw(canvas: Any, page: int, pages: int) -> None:
            width = canvas._pagesize[0]
            right = page_words.format(page=page, pages=pages)
            number_width = self._faces.width(right, REGULAR, size)
            room = width - 2 * MARGIN - number_width - 20
            name_width = self._faces.width(left, REGULAR, size)
            canvas.setStrokeColor(self._marks.ink("border_strong"))
            canvas.setLineWidth(0.6)
            canvas.line(MARGIN, _FOOT + 12, width - MARGIN, _FOOT + 12)
            canvas.setFillColor(self._marks.ink("text"))
            self._faces.draw(canvas, MARGIN, _FOOT, left, REGULAR, size * min(1.0, room / name_width) if name_width else size)
            self._faces.draw(canvas, width - MARGIN - number_width, _FOOT, right, REGULAR, size)

        return draw

    # Blocks to what flows

    def _section(self, place: int) -> Iterator[Any]:
        section = self._document.sections[place]
        before = self._document.sections[place - 1] if place else None
        if before and (section.new_page or before.landscape != section.landscape):
            yield NextPageTemplate("landscape" if section.landscape else "portrait")
            yield PageBreak()
        self._width = (landscape(A4) if section.landscape else A4)[0] - 2 * MARGIN
        blocks = list(section.blocks)
        while blocks:
            block = blocks.pop(0)
            follows = blocks[0] if blocks else None
            if isinstance(block, Heading) and block.level == 1 and isinstance(follows, Paragraph) and follows.style == "muted":
                facts = self._text(blocks.pop(0).text, "muted")  # type: ignore[union-attr]
                title_width = self._faces.width(block.text, BOLD, self._styles["h1"].size)
                yield _TitleLine(self._heading(block), facts, title_width)
            else:
                yield from self._block(block, blocks)

    def _block(self, block: Block, following: Sequence[Block]) -> Iterator[Any]:
        match block:
            case Heading():
                yield CondPageBreak(_room_for(following))
                yield self._heading(block)
            case Paragraph(style="quote"):
                yield from self._quote(block)
            case Paragraph():
                yield self._text(block.text, block.style, block.lead, bold=block.bold)
            case Bullets():
                yield from (self._text(item, "body", bullet=True) for item in block.items)
            case Legend():
                self._prepare(word for _, word in block.entries)
                self._prepare([block.note])
                yield _LegendLine(block, self._marks, self._caption)
            case Plot():
                self._prepare([block.first, block.last])
                yield _PlotLine(block, self._marks, self._caption)
            case Table():
                yield from self._pictures(block) if any(cell.picture for row in block.rows for cell in row) else self._table(block)

    def _prepare(self, texts: Any) -> None:
        for text in texts:
            self._faces.runs(text)

    def _paragraph_style(self, name: str, **more: Any) -> ParagraphStyle:
        style = self._styles[name]
        options: dict[str, Any] = {
            "fontName": style.face, "bulletFontName": style.face, "fontSize": style.size, "leading": round(style.size * 1.28, 2),
            "textColor": self._marks.ink(style.colour), "spaceBefore": style.before, "spaceAfter": style.after, **more,
        }  # fmt: skip
        return ParagraphStyle(name, **options)

    def _heading(self, block: Heading) -> _HeadingText:
        name = f"h{min(block.level, 3)}"
        heading = _HeadingText(self._faces.markup(block.text, BOLD), self._paragraph_style(name))
        heading.entry = (block.level, block.text)
        return heading

    def _text(
        self, text: str, name: str, lead: str = "", bullet: bool = False, bold: Sequence[tuple[int, int]] = ()
    ) -> FlowedText:  # fmt: skip
        style = self._styles[name]
        # A line over the whole width of landscape paper cannot be followed back to the next one.
        spare = max(0.0, self._width - 62 * style.size) if name in ("body", "strong") else 0.0
        options: dict[str, Any] = {"rightIndent": spare}
        if bullet:
            options |= {"leftIndent": 10, "bulletIndent": 0}
        markup, end = "", 0
        for start, length in bold:
            markup += self._faces.markup(text[end:start], style.face) + self._in_bold(text[start : start + length])
            end = start + length
        markup += self._faces.markup(text[end:], style.face)
        if lead:
            markup = f"{self._in_bold(lead)}&nbsp; {markup}"
        return FlowedText(markup, self._paragraph_style(name, **options), bulletText="•" if bullet else None)

    def _in_bold(self, text: str) -> str:
        ink = self._marks.ink("text").hexval().replace("0x", "#")
        return f'<font name="{BOLD}" color="{ink}">{self._faces.markup(text, BOLD)}</font>'

    def _quote(self, block: Paragraph) -> Iterator[Any]:
        """A minority note: a bar of ink at its left, who holds it in bold."""
        rows = [[self._text(block.lead, "cell_strong")]] if block.lead else []
        yield CondPageBreak(54)
        yield FlowedTable(
            [*rows, [self._text(block.text, "quote")]], colWidths=[self._width], splitInRow=1, spaceBefore=6, spaceAfter=8,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("LINEBEFORE", (0, 0), (-1, -1), 5 * PX, self._marks.ink("text"), "butt"),
                ("LEFTPADDING", (0, 0), (-1, -1), 11), ("RIGHTPADDING", (0, 0), (-1, -1), max(6, self._width - 540)),
                ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ],
        )  # fmt: skip

    def _table(self, block: Table) -> Iterator[Any]:
        columns = max([len(block.head), *(len(row) for row in block.rows)])
        if not columns or not block.rows:
            return
        shares = list(block.widths) or [1 / columns] * columns
        rows = [block.head, *block.rows] if block.head else block.rows
        border, ink = self._marks.ink("border"), self._marks.ink("text")
        head = len(rows) - len(block.rows)
        lines: list[tuple[Any, ...]] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, border)]
        if head:
            lines.append(("LINEBELOW", (0, 0), (-1, 0), 1.0, ink))
        if block.caption:
            yield self._text(block.caption, "strong")
        yield _RowsTable(
            [[self._cell(cell) for cell in row] for row in rows], colWidths=[self._width * share for share in shares],
            hAlign="LEFT", repeatRows=head, splitInRow=1, spaceBefore=2, spaceAfter=6,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5), *lines,
            ],
        )  # fmt: skip

    def _cell(self, cell: TableCell) -> Any:
        strong = cell.strong or cell.header
        face = BOLD if strong else REGULAR
        style = self._paragraph_style("cell_strong" if strong else "cell", leftIndent=13 if cell.symbol else 0)
        text = _MarkedText(self._faces.markup(cell.text, face), style)
        text.symbol, text.marks = cell.symbol, self._marks
        return [text, self._text(cell.note, "note")] if cell.note else text

    def _pictures(self, block: Table) -> Iterator[Any]:
        lanes = max(len(cell.picture.levels) for row in block.rows for cell in row if cell.picture)
        style = self._paragraph_style("name")
        part = self._document.words.get("part", "")
        for caption, table in picture_tables(block, Grid.of(self._tokens, lanes), self._marks, self._width, style, part):
            yield CondPageBreak(table.least)
            if caption:
                yield self._text(caption, "muted")
            yield table


def _room_for(following: Sequence[Block]) -> float:
    """How much paper a heading wants below it: itself, what leads in, and all of a short table or the head of a long one."""
    wanted = 36.0
    for block in following[:5]:
        if isinstance(block, Table):
            return wanted + 24 + min(len(block.rows), 3) * 22
        wanted += 36 if isinstance(block, Heading) else 20
    return wanted


def _page(name: str, size: tuple[float, float]) -> PageTemplate:
    frame = Frame(
        MARGIN, _BODY, size[0] - 2 * MARGIN, size[1] - MARGIN - _BODY,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id=name,
    )  # fmt: skip
    return PageTemplate(id=name, frames=[frame], pagesize=size)
