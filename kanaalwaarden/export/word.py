"""A document as DOCX, beside the ODT: blocks in, bytes out. Knows WordprocessingML, and nothing about sessions.

Called `word` because the library is called `docx`. Import it when a DOCX is wanted. The same document gives the same bytes.
Source: ECMA-376, part 1.
"""

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph as WordParagraph

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
    Table,
    TableCell,
)  # fmt: skip
from kanaalwaarden.core.house import logo_size
from kanaalwaarden.core.labels import locale
from kanaalwaarden.export import office, outline
from kanaalwaarden.export.office import Line, Run
from kanaalwaarden.export.word_styles import IDS, INK, MARGIN, SIZES, add_styles

_PIXEL = 914_400 // 96  # in EMU
_STYLES = {
    "body": "Body Text", "muted": "Muted", "strong": "Strong Line", "question": "Question", "quote": "Quote", "quote_lead": "Quote Lead",
    "caption": "Caption", "box": "Box Text", "box_lead": "Box Lead", "cell": "Table Contents", "head": "Table Heading", "note": "Cell Note",
}  # fmt: skip


def docx_bytes(document: Document) -> bytes:
    """The document as a DOCX file that can be edited: named styles, a filled table of contents, repeated table heads, A4."""
    return _Writer(document).build()


class _Writer:
    """Makes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._file = docx.Document()
        self._body = self._file.element.body
        self._levels = outline.levels(document)
        self._headings = 0
        self._tables = 0
        self._width = 0.0  # of the text, in centimetres

    def build(self) -> bytes:
        add_styles(self._file, locale(self._document.language), self._document.accent)
        self._properties()
        self._sections()
        if not any(section.blocks for section in self._document.sections):
            self._paragraph(Line("body", []))
        package = self._file.part.package
        for key in [key for key, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del package.rels[key]  # the template's own picture of an empty page
        out = io.BytesIO()
        self._file.save(out)
        return office.fixed_zip(out.getvalue(), ["[Content_Types].xml", "_rels/.rels"])

    def _properties(self) -> None:
        core, document = self._file.core_properties, self._document
        core.title, core.subject = (_short(text) for text in (document.title, document.subject))
        core.author = core.last_modified_by = _short(document.organisation)
        core.language = locale(document.language)
        core.comments, core.keywords, core.revision = "", "", 1
        core.created = core.modified = datetime.datetime(*office.iso_day(document))

    def _sections(self) -> None:
        before = None
        for section in self._document.sections:
            if before is None:
                page = self._file.sections[0]
                page.different_first_page_header_footer = outline.has_title_page(self._document)
            elif outline.starts_page(before, section):
                page = self._file.add_section(WD_SECTION.NEW_PAGE)
                page.different_first_page_header_footer = False
                self._tuck_in_break()
            if before is None or before.landscape != section.landscape:
                self._lay(page, section.landscape, first=before is None)
            last: Block | None = None
            for block in section.blocks:
                self._block(block, last)
                last = block
            before = section
        if before is None:
            self._lay(self._file.sections[0], False, first=True)

    def _tuck_in_break(self) -> None:
        """Let the last paragraph of a section carry its end: python-docx adds an empty one, which may fall on a page of its own."""
        added = self._body[-2]  # the last element of the body is the section at its end
        last = added.getprevious()
        if last is not None and last.tag == qn("w:p") and last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            last.get_or_add_pPr().append(added.pPr.find(qn("w:sectPr")))
            self._body.remove(added)

    def _lay(self, page: Any, landscape: bool, first: bool) -> None:
        """Turn the paper of a section, and write header and footer for its width."""
        width, height = SIZES[landscape]
        page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        page.page_width, page.page_height = Cm(width), Cm(height)
        page.left_margin = page.right_margin = Cm(MARGIN)
        page.top_margin, page.bottom_margin, page.header_distance, page.footer_distance = Cm(2.2), Cm(2), Cm(1.1), Cm(1)
        self._width = width - 2 * MARGIN
        left, right = self._document.header
        feet = [page.footer]
        page.header.is_linked_to_previous = page.footer.is_linked_to_previous = False
        if first and page.different_first_page_header_footer:
            page.first_page_header.is_linked_to_previous = False
            feet.append(page.first_page_footer)
        if left or right:
            head = page.header.paragraphs[0]
            self._tabbed(head, "Header")
            self._write(head, [Run(f"{_oneline(left)}\t{_oneline(right)}")])
        for foot in feet:
            self._tabbed(foot.paragraphs[0], "Footer")
            self._write(foot.paragraphs[0], [Run(f"{_oneline(self._document.footer)}\t")])
            for part in office.page_words(self._document):
                if part in ("{page}", "{pages}"):
                    foot.paragraphs[0]._p.append(_field("PAGE" if part == "{page}" else "NUMPAGES", "1"))
                else:
                    self._write(foot.paragraphs[0], [Run(part)])

    def _tabbed(self, paragraph: WordParagraph, style: str) -> None:
        """Give a header or footer its style, with one tab at the right margin."""
        paragraph._p.style = IDS[style]
        tabs = OxmlElement("w:tabs")
        tabs.append(_made("w:tab", val="right", pos=str(round(self._width / 2.54 * 1440))))
        paragraph._p.get_or_add_pPr().append(tabs)

    def _block(self, block: Block, before: Block | None) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Logo():
                self._picture(block.data, Cm(logo_size(block.data, 1.6, 8.0)[0]), "", block.text)
            case Contents():
                self._contents(block)
            case Paragraph():
                self._lines(office.paragraph_lines(block))
            case Bullets():
                for each in block.items:
                    self._write(self._empty("List Bullet"), office.line("body", Run(each, lang=block.lang)).runs)
            case Box():
                self._lines(office.box_lines(block))
            case Legend():
                self._lines(office.legend_lines(block))
            case Table():
                self._table(block)
            case Plot():
                self._lines(office.plot_lines(block, before))
            case MarkPlot():
                self._marks(block)
                self._lines(office.mark_lines(block))

    # Text

    def _empty(self, style: str) -> WordParagraph:
        """A new paragraph at the end."""
        element = self._body.add_p()
        element.style = IDS[style]
        return WordParagraph(element, self._file._body)

    def _lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._paragraph(line)

    def _paragraph(self, line: Line) -> None:
        self._write(self._empty(_STYLES[line.style]), line.runs)

    def _write(self, paragraph: WordParagraph, runs: Iterable[Run]) -> None:
        for run in runs:
            made = paragraph._p.add_r()
            if run.bold:
                made.get_or_add_rPr().append(OxmlElement("w:b"))
            if run.lang:
                made.get_or_add_rPr().append(_made("w:lang", val=locale(run.lang)))
            made.text = run.text  # line feeds and tabs become elements

    def _heading(self, block: Heading) -> None:
        level, number = self._levels[self._headings], self._headings
        made = self._empty("Title" if block.title else f"Heading {level}")
        made._p.append(_made("w:bookmarkStart", id=str(number), name=f"_Toc{number:06}"))
        self._write(made, [Run(office.fit(block.text))])
        made._p.append(_made("w:bookmarkEnd", id=str(number)))
        self._headings += 1

    def _contents(self, block: Contents) -> None:
        """A field with its entries in it: Word can renew it, and needs not. Page numbers are fields, which F9 or printing fills."""
        self._write(self._empty("TOC Heading"), [Run(office.fit(block.title))])
        entries = outline.listed(self._document, block)
        for place, (number, level, text) in enumerate(entries):
            entry = self._empty(f"toc {level}")
            if not place:
                for each in _field_start(' TOC \\o "1-2" \\h \\z \\u '):
                    entry._p.append(each)
            link = _made("w:hyperlink", anchor=f"_Toc{number:06}", history="1")
            run = OxmlElement("w:r")
            run.text = f"{_oneline(text)}\t"
            link.append(run)
            for each in [*_field_start(f" PAGEREF _Toc{number:06} \\h "), _char("end")]:
                link.append(each)
            entry._p.append(link)
            if place == len(entries) - 1:
                entry._p.append(_char("end"))

    def _marks(self, block: MarkPlot) -> None:
        from kanaalwaarden.export.pictures import mark_plot_png  # Pillow and the fonts: only where something is drawn

        drawn = mark_plot_png(block)
        width = Length(min(drawn.width * _PIXEL, Cm(self._width)))
        self._picture(drawn.data, width, block.picture.divergence_word, block.text)

    def _picture(self, data: bytes, width: Length, title: str, text: str) -> None:
        """A picture in a paragraph of its own, with the words that say the same."""
        shape = self._empty("Figure").add_run().add_picture(io.BytesIO(data), width)
        shape._inline.docPr.set("descr", office.fit(text))
        shape._inline.docPr.set("title", office.fit(title))

    # Tables

    def _table(self, block: Table) -> None:
        shares = office.shares(block)
        if not shares:
            return
        if block.caption:
            self._paragraph(office.line("caption", Run(block.caption)))
        self._tables += 1
        widths = [round(self._width * share / 2.54 * 1440) for share in shares]
        table = OxmlElement("w:tbl")
        properties = OxmlElement("w:tblPr")
        properties.append(_made("w:tblStyle", val=IDS["Minutes Table"]))
        properties.append(_made("w:tblW", w=str(sum(widths)), type="dxa"))
        properties.append(_made("w:tblLayout", type="fixed"))
        head = "1" if block.head else "0"  # these two rows tell a screen reader what are heads
        properties.append(_made("w:tblLook", firstRow=head, lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1"))
        for tag, told in (("w:tblCaption", block.caption), ("w:tblDescription", block.summary)):
            if told:
                properties.append(_made(tag, val=office.fit(told)))
        grid = OxmlElement("w:tblGrid")
        for width in widths:
            grid.append(_made("w:gridCol", w=str(width)))
        table.append(properties)
        table.append(grid)
        if block.head:
            table.append(self._row(block.head, widths, head=True))
        for number, row in enumerate(block.rows):
            table.append(self._row(row, widths, alone=number in block.alone))
        self._body.insert(len(self._body) - 1, table)
        self._empty("After Table")  # Word joins two tables that have nothing between them

    def _row(self, row: Sequence[TableCell], widths: Sequence[int], head: bool = False, alone: bool = False) -> Any:
        made, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        if office.kept_whole(row):
            properties.append(OxmlElement("w:cantSplit"))
        if head:
            properties.append(OxmlElement("w:tblHeader"))
        made.append(properties)
        for cell, width in zip([*row, *[TableCell("")] * (len(widths) - len(row))], widths, strict=True):
            element, inside = OxmlElement("w:tc"), OxmlElement("w:tcPr")
            inside.append(_made("w:tcW", w=str(width), type="dxa"))
            if head or alone:
                borders = OxmlElement("w:tcBorders")
                if alone:
                    borders.append(_made("w:top", val="single", sz="14", space="0", color=INK))
                borders.append(_made("w:bottom", val="single", sz="14" if alone else "8", space="0", color=INK))
                inside.append(borders)
            element.append(inside)
            for line in office.cell_lines(cell):
                paragraph = OxmlElement("w:p")
                element.append(paragraph)
                paragraph.style = IDS[_STYLES[line.style]]
                self._write(WordParagraph(paragraph, self._file._body), line.runs)
            made.append(element)
        return made


def _oneline(text: str) -> str:
    return " ".join(office.fit(text).split())


def _short(text: str) -> str:
    """Fit for a property of the file, which holds 255 characters. The whole text is in the document itself."""
    return _oneline(text)[:255]


def _made(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _char(kind: str) -> Any:
    run = OxmlElement("w:r")
    run.append(_made("w:fldChar", fldCharType=kind))
    return run


def _field_start(instruction: str) -> list[Any]:
    """The runs that open a field; what follows is its present result, until an 'end'."""
    told = OxmlElement("w:instrText")
    told.text = instruction
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run = OxmlElement("w:r")
    run.append(told)
    return [_char("begin"), run, _char("separate")]


def _field(instruction: str, shown: str) -> Any:
    field, run = _made("w:fldSimple", instr=instruction), OxmlElement("w:r")
    run.text = shown
    field.append(run)
    return field
