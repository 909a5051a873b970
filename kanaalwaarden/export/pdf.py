"""A document as PDF: blocks in, bytes out. Knows paper, and nothing about sessions.

The file is PDF/UA-1 and PDF/A-3a at once. Import this when a PDF is wanted: reportlab costs a fifth of a second. The same document gives
the same bytes.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, NextPageTemplate, PageBreak, PageTemplate, Spacer

from kanaalwaarden import paths
from kanaalwaarden.core.blocks import (
    Block,
    Box,
    Bullets,
    Contents,
    Document,
    Heading,
    Legend,
    Logo,
    MarkPlot,
    Paragraph,
    Plot,
    Section,
    Table,
    TableCell,
)  # fmt: skip
from kanaalwaarden.core.labels import locale
from kanaalwaarden.export.outline import has_title_page, levels, listed, starts_page
from kanaalwaarden.export.pdf_flow import (
    Badge,
    Beside,
    ContentsLine,
    Framed,
    LegendLine,
    LogoImage,
    PlotLine,
    RowsTable,
    Text,
    TitleLine,
    mark_lines,
)  # fmt: skip
from kanaalwaarden.export.pdf_marks import Grid, Marks
from kanaalwaarden.export.pdf_pictures import picture_tables
from kanaalwaarden.tagged.canvas import FOOTER, HEADER, Element, TaggedCanvas, pdf_string
from kanaalwaarden.tagged.file import About, Attachment, describe
from kanaalwaarden.tagged.fonts import BOLD, ITALIC, REGULAR, REPLACEMENT, Faces

MARGIN = 10 / 25.4 * 72
_PORTRAIT_MARGIN = 17 / 25.4 * 72
_FOOT = 22.0  # the base line of the running footer, from the edge of the paper
_BODY = _FOOT + 16  # the lower edge of the text, likewise
_HEAD = 9.0  # what the running header takes from the top of the text; the rest of it stands in the margin
_PAGE = A4[0] - MARGIN - _BODY  # the height of the text on landscape paper


def pdf_bytes(document: Document, attachments: Sequence[Attachment] = ()) -> bytes:
    """The document as a PDF file: A4, tagged, fonts embedded, bookmarks and a linked table of contents, page numbers.

    `attachments` are files that go along inside it.
    """
    return _Writer(document).build(attachments)


class _Canvas(TaggedCanvas):
    """Finishes its pages when their number is known: header, footer, bookmarks, the numbers in the table of contents."""

    runners: ClassVar[Callable[[Any, int, int], None]]
    about: ClassVar[About]

    def start_page(self) -> None:
        """What is kept of a page begins anew."""
        super().start_page()
        self._headings: list[tuple[tuple[int, str, int], float]] = []
        self._promises: list[Any] = []

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._headings, self._promises = [], []

    def bookmark(self, entry: tuple[int, str, int], height: float) -> None:
        """A bookmark to the top of a heading that is drawn here."""
        self._headings.append((entry, self.absolutePosition(0, height)[1]))

    def promise(self, *what: Any) -> None:
        """That a page number and a link will stand here."""
        self._promises.append(what)

    def finish_page(self, page: int, pages: int) -> None:
        type(self).runners(self, page, pages)
        for (level, text, number), y in self._headings:
            depth = self._outline[0] = min(level, self._outline[0] + 1)  # reportlab refuses a bookmark that skips a level
            self.bookmarkPage(f"h{number}", fit="XYZ", left=0, top=y)
            self.addOutlineEntry(text, f"h{number}", level=depth - 1, closed=depth > 1)
        for number, element, words, box, base, style in self._promises:
            if number not in self._page_of:
                continue
            told = str(self._page_of[number])
            with self.drawing(element):
                self.setFont(style.fontName, style.fontSize)
                self.setFillColor(style.textColor)
                self.drawRightString(box[2], box[1] + base, told)
            self.link(element, f"h{number}", f"{words} {told}", box)

    def save(self) -> None:
        """Write all pages and the file. RuntimeError if a font would not be embedded: that is a bug."""
        headings = [(page, entry) for page, state in enumerate(self._kept, 1) for entry, _ in state["_headings"]]
        self._page_of = {number: page for page, (_, _, number) in headings}
        self._outline = [0]
        for state in self._kept:  # what is known now must be known while every kept page is finished
            state["_page_of"], state["_outline"] = self._page_of, self._outline
        self.write_pages()
        loose = [name for name in self._doc.fontMapping if not getattr(pdfmetrics.getFont(name), "_dynamicFont", False)]
        if loose:
            raise RuntimeError(f"fonts that are not embedded: {', '.join(loose)}")
        describe(self, self.about, self.tree)
        super().save()


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
        self._large = Marks(self._tokens, self._faces, document.words.get("open", ""), larger=1.55)
        sizes = self._tokens["type"]["pdf_pt"]
        self._caption = float(sizes["caption"])
        self._styles = {
            "title": _Style(26, BOLD, before=60, after=10),
            "h1": _Style(sizes["h1"], BOLD, before=6, after=5),
            "h2": _Style(sizes["h2"], BOLD, before=14, after=5),
            "h3": _Style(11.5, BOLD, before=12, after=2),
            "body": _Style(sizes["body"], after=5),
            "muted": _Style(sizes["caption"], colour="text_muted", after=3),
            "strong": _Style(sizes["caption"], BOLD, after=4),
            "question": _Style(sizes["body"], ITALIC, after=5),
            "quote": _Style(sizes["body"], after=0),
            "cell": _Style(sizes["caption"], after=0),
            "cell_strong": _Style(sizes["caption"], BOLD, after=0),
            "note": _Style(8.4, ITALIC, "text_muted", before=2, after=0),
            "name": _Style(sizes["table_value"], BOLD, after=0),
            "contents1": _Style(sizes["body"], BOLD, before=5, after=0),
            "contents2": _Style(sizes["body"], after=0),
        }  # fmt: skip
        self._paragraph_styles: dict[Any, ParagraphStyle] = {}
        self._width = 0.0
        self._page_height = _PAGE
        self._levels = levels(document)
        self._number = 0  # of the next heading: the table of contents names those that come after it

    def build(self, attachments: Sequence[Attachment]) -> bytes:
        document = self._document
        out = io.BytesIO()
        story = [flowable for section in range(len(document.sections)) for flowable in self._section(section)]
        runners = self._runners()
        if self._faces.missing:
            line = document.words["replaced"].format(shown=REPLACEMENT, names=self._faces.replaced())
            story += [Spacer(1, 8), self._text(line, "muted")]
        first = document.sections[0].landscape if document.sections else True
        about = About(
            document.title, document.organisation, document.subject, locale(document.language),
            document.date, attachments,
        )  # fmt: skip
        template = BaseDocTemplate(
            out, pagesize=landscape(A4) if first else A4, invariant=1, initialFontName=REGULAR, allowSplitting=1
        )  # fmt: skip
        top = _HEAD if any(document.header) else 0.0
        pages = [_page("landscape", landscape(A4), MARGIN, top), _page("portrait", A4, _PORTRAIT_MARGIN, top)]
        template.addPageTemplates(pages if first else pages[::-1])
        maker = type("_Finished", (_Canvas,), {"runners": runners, "about": about})
        template.build(story or [Spacer(1, 1)], canvasmaker=maker)
        return out.getvalue()

    def _runners(self) -> Callable[[Any, int, int], None]:
        """Above and below every page: names at the left, edition and page number at the right. The names give way, the others never."""
        document, size = self._document, self._caption
        title_page = has_title_page(document)
        for text in (document.footer, *document.header):
            self._faces.runs(text)  # what it lacks must be known before the last page is made

        def line(canvas: Any, y: float, rule: float, left: str, right: str) -> None:
            width, height = canvas._pagesize
            margin = MARGIN if width > height else _PORTRAIT_MARGIN
            right_width = self._faces.width(right, REGULAR, size)
            room = width - 2 * margin - right_width - 20
            left_width = self._faces.width(left, REGULAR, size)
            canvas.setStrokeColor(self._marks.ink("border_strong"))
            canvas.setLineWidth(0.6)
            canvas.line(margin, rule, width - margin, rule)
            canvas.setFillColor(self._marks.ink("text"))
            self._faces.draw(canvas, margin, y, left, REGULAR, size * min(1.0, room / left_width) if left_width else size)
            self._faces.draw(canvas, width - margin - right_width, y, right, REGULAR, size)

        def draw(canvas: Any, page: int, pages: int) -> None:
            with canvas.drawing(FOOTER, FOOTER):
                line(canvas, _FOOT, _FOOT + 12, document.footer, document.words["page"].format(page=page, pages=pages))
            if any(document.header) and not (title_page and page == 1):
                height = canvas._pagesize[1]
                with canvas.drawing(HEADER, HEADER):
                    line(canvas, height - MARGIN + 5, height - MARGIN - 2, *document.header)

        return draw

    # Blocks to what flows

    def _section(self, place: int) -> Iterator[Any]:
        sections = self._document.sections
        section = sections[place]
        if place and starts_page(sections[place - 1], section):
            yield NextPageTemplate("landscape" if section.landscape else "portrait")
            yield PageBreak()
        self._measure(section)
        blocks = list(section.blocks)
        while blocks:
            block = blocks.pop(0)
            follows = blocks[0] if blocks else None
            beside = isinstance(block, Heading) and block.level == 1 and not block.title and section.landscape
            if beside and isinstance(follows, Paragraph) and follows.style == "muted":
                assert isinstance(block, Heading)
                blocks.pop(0)
                title_width = self._faces.width(block.text, BOLD, self._styles["h1"].size)
                yield TitleLine(self._heading(block), self._text(follows.text, "muted", lang=follows.lang), title_width)
            else:
                yield from self._block(block, blocks)

    def _measure(self, section: Section) -> None:
        size = landscape(A4) if section.landscape else A4
        self._width = size[0] - 2 * (MARGIN if section.landscape else _PORTRAIT_MARGIN)
        self._page_height = size[1] - MARGIN - _BODY - (_HEAD if any(self._document.header) else 0.0)

    def _block(self, block: Block, following: Sequence[Block]) -> Iterator[Any]:
        match block:
            case Heading():
                yield CondPageBreak(_room_for(following))
                yield self._heading(block)
            case Contents():
                yield from self._contents(block)
            case Logo():
                yield LogoImage(block)
            case Paragraph(style="quote"):
                yield from self._quote(block)
            case Paragraph():
                yield self._text(block.text, block.style, block.lead, bold=block.bold, lang=block.lang)
            case Bullets():
                yield from self._bullets(block)
            case Box():
                yield self._box(block)
            case Legend():
                self._prepare(word for _, word in block.entries)
                self._prepare([block.note])
                yield LegendLine(block, self._marks, self._caption)
            case Plot():
                self._prepare([block.first, block.last])
                yield PlotLine(block, self._marks, self._caption)
            case MarkPlot():
                yield self._mark_plot(block)
            case Table():
                yield from self._pictures(block) if any(cell.picture for row in block.rows for cell in row) else self._table(block)

    def _prepare(self, texts: Any) -> None:
        for text in texts:
            self._faces.runs(text)

    def _paragraph_style(self, name: str, **more: Any) -> ParagraphStyle:
        key = (name, *sorted(more.items()))
        if key not in self._paragraph_styles:
            style = self._styles[name]
            options: dict[str, Any] = {
                "fontName": style.face, "bulletFontName": style.face, "fontSize": style.size, "leading": round(style.size * 1.28, 2),
                "textColor": self._marks.ink(style.colour), "spaceBefore": style.before, "spaceAfter": style.after, **more,
            }  # fmt: skip
            self._paragraph_styles[key] = ParagraphStyle(name, **options)
        return self._paragraph_styles[key]

    def _heading(self, block: Heading) -> Text:
        level = self._levels[self._number]
        colour = {"textColor": HexColor(self._document.accent)} if self._document.accent else {}
        style = self._paragraph_style("title" if block.title else f"h{min(block.level, 3)}", **colour)
        heading = Text(self._faces.markup(block.text, BOLD), style)
        heading.element = Element(f"H{level}")
        heading.entry = (level, block.text, self._number)
        self._number += 1
        return heading

    def _contents(self, block: Contents) -> Iterator[Any]:
        yield self._text(block.title, "strong")
        whole = Element("TOC")
        page = self._document.words["page_number"]
        for number, level, told in listed(self._document, block):
            style = self._paragraph_style(f"contents{level}", leftIndent=0 if level == 1 else 14)
            text = Text(self._faces.markup(told, style.fontName), style)
            link = Element("Link", Element("Reference", Element("TOCI", whole)))
            yield ContentsLine(text, f"{told}, {page}", number, link, self._marks)

    def _text(
        self, text: str, name: str, lead: str = "", bold: Sequence[tuple[int, int]] = (), lang: str = "",
        element: Element | None = None, bullet: Element | None = None,
    ) -> Text:  # fmt: skip
        style = self._styles[name]
        # A line over the whole width of landscape paper cannot be followed back to the next one.
        spare = max(0.0, self._width - 62 * style.size) if name in ("body", "strong", "question") else 0.0
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
        found = Text(markup, self._paragraph_style(name, **options), bulletText="•" if bullet else None)
        found.element = element or Element("P", lang=locale(lang))
        found.label = bullet
        return found

    def _bullets(self, block: Bullets) -> Iterator[Text]:
        whole = Element("L", List={"ListNumbering": "/Disc"})
        for item in block.items:
            one = Element("LI", whole)
            label = Element("Lbl", one)
            yield self._text(item, "body", element=Element("LBody", one, lang=locale(block.lang)), bullet=label)

    def _in_bold(self, text: str) -> str:
        ink = self._marks.ink("text").hexval().replace("0x", "#")
        return f'<font name="{BOLD}" color="{ink}">{self._faces.markup(text, BOLD)}</font>'

    def _quote(self, block: Paragraph) -> Iterator[Any]:
        """A minority note: a bar of ink at its left, who holds it in bold."""
        whole = Element("BlockQuote")
        yield CondPageBreak(54)
        yield Spacer(1, 4)
        for text, face, lang in ((block.lead, BOLD, ""), (block.text, REGULAR, block.lang)):
            if text:
                style = self._paragraph_style("quote", leftIndent=13, rightIndent=max(6, self._width - 540))
                part = Text(self._faces.markup(text, face), style.clone("quote", fontName=face) if face != REGULAR else style)
                part.element, part.bar = Element("P", whole, lang=locale(lang)), self._marks.ink("text")
                yield part
        yield Spacer(1, 7)

    def _box(self, block: Box) -> Framed:
        lead = self._text(block.lead, "strong")
        word_width = self._faces.width(block.word, BOLD, self._caption) + 16
        word = self._symbol_text(block.word, block.symbol, "cell_strong", Element("P"))
        text = self._text(block.text, "body", lang=block.lang) if block.text else None
        return Framed(lead, word, text, min(word_width, 0.5 * self._width), self._marks)

    def _mark_plot(self, block: MarkPlot) -> Beside:
        picture = mark_lines(block, self._width, self._large)
        words: list[Any] = []
        if block.picture.divergence_word:
            words.append(Badge(block.picture.divergence, block.picture.divergence_word, self._marks))
        if block.sentence:
            words.append(self._text(block.sentence, "body", bold=block.bold))
        concluded = block.picture.conclusion_word if block.picture.conclusion else self._document.words.get("open", "")
        if concluded:
            words.append(self._symbol_text(concluded, block.picture.conclusion or "geen_conclusie", "cell_strong", Element("P")))
        return Beside(picture, words, 150)

    def _symbol_text(self, text: str, symbol: str, name: str, element: Element | None = None) -> Text:
        """Text with a symbol before it; in a cell of a table it has no element of its own."""
        found = Text(self._faces.markup(text, self._styles[name].face), self._paragraph_style(name, leftIndent=13 if symbol else 0))
        found.symbol, found.marks, found.element = symbol, self._marks, element
        return found

    def _table(self, block: Table) -> Iterator[Any]:
        columns = max([len(block.head), *(len(row) for row in block.rows)])
        if not columns or not block.rows:
            return
        shares = list(block.widths) or [1 / columns] * columns
        rows = [block.head, *block.rows] if block.head else block.rows
        rows = [[*row, *[TableCell("")] * (columns - len(row))] for row in rows]  # every row has every cell
        border, ink = self._marks.ink("border"), self._marks.ink("text")
        head = len(rows) - len(block.rows)
        lines: list[tuple[Any, ...]] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, border)]
        if head:
            lines.append(("LINEBELOW", (0, 0), (-1, 0), 1.0, ink))
        for row in block.alone:
            lines += [(rule, (0, row + head), (-1, row + head), 1.2, ink) for rule in ("LINEABOVE", "LINEBELOW")]
        if block.caption:
            yield self._text(block.caption, "strong")
        table = RowsTable(
            [[self._cell(cell) for cell in row] for row in rows], colWidths=[self._width * share for share in shares],
            hAlign="LEFT", repeatRows=head, splitInRow=1, spaceBefore=2, spaceAfter=6,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5), *lines,
            ],
        )  # fmt: skip
        table.page = self._page_height
        table.cells = _cells(rows, head, block.summary or block.caption)
        yield table

    def _cell(self, cell: TableCell) -> Any:
        strong = cell.strong or cell.header
        text = self._symbol_text(cell.text, cell.symbol, "cell_strong" if strong else "cell")
        if not cell.note:
            return text
        note = Text(self._faces.markup(cell.note, ITALIC), self._paragraph_style("note"))
        return [text, note]

    def _pictures(self, block: Table) -> Iterator[Any]:
        lanes = max(len(cell.picture.levels) for row in block.rows for cell in row if cell.picture)
        style = self._paragraph_style("name")
        part = self._document.words.get("part", "")
        for caption, table in picture_tables(block, Grid.of(self._tokens, lanes), self._marks, self._width, style, part):
            yield CondPageBreak(min(table.least, 0.9 * self._page_height))
            if caption:
                yield self._text(caption, "muted")
            yield table


def _cells(rows: Sequence[Sequence[TableCell]], head: int, summary: str) -> list[list[Element]]:
    """The elements of a table, cell by cell: which are heads, and of what."""
    whole = Element("Table", Table={"Summary": pdf_string(summary)} if summary else {})
    parts = {True: Element("THead", whole), False: Element("TBody", whole)}
    found = []
    for number, row in enumerate(rows):
        line = Element("TR", parts[number < head])
        cells = []
        for column, cell in enumerate(row):
            lang = locale(cell.lang)
            if number < head:
                cells.append(Element("TH", line, lang=lang, Table={"Scope": "/Column"}))
            elif cell.header and column == 0:
                cells.append(Element("TH", line, lang=lang, Table={"Scope": "/Row"}))
            else:
                cells.append(Element("TD", line, lang=lang))
        found.append(cells)
    return found


def _room_for(following: Sequence[Block]) -> float:
    """How much paper a heading wants below it: itself, what leads in, and all of a short table or the head of a long one."""
    wanted = 36.0
    for block in following[:5]:
        if isinstance(block, Table):
            return wanted + 24 + min(len(block.rows), 3) * 22
        if isinstance(block, MarkPlot):
            return wanted + 110
        wanted += 36 if isinstance(block, Heading) else 20
    return wanted


def _page(name: str, size: tuple[float, float], margin: float, top: float) -> PageTemplate:
    frame = Frame(
        margin, _BODY, size[0] - 2 * margin, size[1] - MARGIN - _BODY - top,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id=name,
    )  # fmt: skip
    return PageTemplate(id=name, frames=[frame], pagesize=size)
