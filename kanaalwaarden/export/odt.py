"""A document as ODT, the format that a Dutch public body must offer: blocks in, bytes out. Knows ODF 1.3, and nothing about sessions.

Import it when an ODT is wanted: odfdo costs a tenth of a second. The same document gives the same bytes. Source: OASIS ODF 1.3, part 3.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

import odfdo

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
from kanaalwaarden.core.labels import LOCALES
from kanaalwaarden.export import odf, office, outline
from kanaalwaarden.export.odt_styles import FIRST, INK, LANDSCAPE, NAMESPACES, PORTRAIT, RULE, encoded, styles_xml, text_width
from kanaalwaarden.export.office import Line, Run

_EMPTY = f'<?xml version="1.0" encoding="UTF-8"?><office:{{kind}} {NAMESPACES} office:version="1.3">{{inside}}</office:{{kind}}>'
_CONTENT = "<office:automatic-styles/><office:body><office:text/></office:body>"
_STYLES = {
    "body": "Text body", "muted": "Muted", "strong": "Strong line", "question": "Question", "quote": "Quotations",
    "quote_lead": "Quotation lead", "caption": "Caption", "box": "Box text", "box_lead": "Box lead", "cell": "Table Contents",
    "head": "Table Heading", "note": "Cell note",
}  # fmt: skip
_CM = 2.54 / 96  # a pixel
_RULES = {
    "head": f'fo:border-bottom="1pt solid {INK}" style:vertical-align="bottom"',
    "alone": f'fo:border-top="1.75pt solid {INK}" fo:border-bottom="1.75pt solid {INK}"',
    "row": f'fo:border-bottom="0.5pt solid {RULE}"',
}


def odt_bytes(document: Document) -> bytes:
    """The document as an ODT file that can be edited: named styles, a filled table of contents, repeated table heads, A4."""
    return _Writer(document).build()


class _Writer:
    """Makes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._file = odf.blank("text", document.language, datetime.datetime(*office.iso_day(document)))
        parts = self._file.container
        assert parts is not None
        self._parts = parts
        self._parts.set_part("content.xml", _EMPTY.format(kind="document-content", inside=_CONTENT).encode())
        self._parts.set_part("settings.xml", _EMPTY.format(kind="document-settings", inside="").encode())
        self._parts.set_part("styles.xml", styles_xml(document))
        self._automatic: dict[str, str] = {}  # what an automatic style holds, to its name
        self._styles: list[str] = []
        self._levels = outline.levels(document)
        self._headings = 0
        self._tables = 0
        self._pictures = 0
        self._break = ""  # attributes that start a page, for whatever comes next
        self._page = PORTRAIT

    def build(self) -> bytes:
        self._meta()
        body = self._file.body
        for element in self._story():
            body.append(element)
        automatic = _inside(self._file.content, "//office:automatic-styles")
        for style in self._styles:
            automatic.append(odfdo.Element.from_tag(style))
        return odf.saved(self._file)

    def _meta(self) -> None:
        meta = self._file.meta
        meta.title = office.fit(self._document.title)
        meta.subject = office.fit(self._document.subject)
        meta.creator = meta.initial_creator = office.fit(self._document.organisation)

    def _story(self) -> Iterator[odfdo.Element]:
        before = None
        for section in self._document.sections:
            self._page = LANDSCAPE if section.landscape else PORTRAIT
            if before is None:
                master = FIRST if outline.has_title_page(self._document) else self._page
                self._break = f'style:master-page-name="{master}"'
            elif before.landscape != section.landscape:
                self._break = f'style:master-page-name="{self._page}"'
            elif section.new_page:
                self._break = 'fo:break-before="page"'
            last: Block | None = None
            for block in section.blocks:
                yield from self._block(block, last)
                last = block
            before = section
        if not any(section.blocks for section in self._document.sections):
            yield self._paragraph(Line("body", []))

    def _block(self, block: Block, before: Block | None) -> Iterator[odfdo.Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Contents():
                yield self._contents(block)
            case Logo():
                width, height = logo_size(block.data, 1.6, 8.0)
                yield self._picture("logo", block.data, (width, height), "", block.text)
            case Paragraph():
                yield from map(self._paragraph, office.paragraph_lines(block))
            case Bullets():
                yield self._list(block)
            case Box():
                yield from map(self._paragraph, office.box_lines(block))
            case Legend():
                yield from map(self._paragraph, office.legend_lines(block))
            case Table():
                yield from self._table(block)
            case Plot():
                yield from map(self._paragraph, office.plot_lines(block, before))
            case MarkPlot():
                yield self._marks(block)
                yield from map(self._paragraph, office.mark_lines(block))

    # Styles that are made where they are wanted

    def _style(self, family: str, inside: str, more: str = "") -> str:
        """The name of the automatic style that holds `inside`."""
        key = f"{family} {more} {inside}"
        if key not in self._automatic:
            self._automatic[key] = f"{family[0].upper()}{len(self._automatic) + 1}"
            name = self._automatic[key]
            self._styles.append(f'<style:style style:name="{name}" style:family="{family}" {more}>{inside}</style:style>')
        return self._automatic[key]

    def _styled(self, name: str) -> str:
        """The style `name`, that starts a page if it is time for one."""
        if not self._break:
            return encoded(name)
        page, self._break = self._break, ""
        more = f'style:parent-style-name="{encoded(name)}"'
        if page.startswith("style:"):
            return self._style("paragraph", "", f"{more} {page}")
        return self._style("paragraph", f"<style:paragraph-properties {page}/>", more)

    # Text

    def _write(self, element: odfdo.Paragraph, runs: Iterable[Run]) -> None:
        for run in runs:
            if not run.bold and not run.lang:
                element.append_plain_text(run.text)
                continue
            name = "Strong_20_Emphasis" if run.bold else ""
            if run.lang:
                language, country = LOCALES.get(run.lang, (run.lang, "none"))
                bold = ' fo:font-weight="bold"' if run.bold else ""
                name = self._style("text", f'<style:text-properties fo:language="{language}" fo:country="{country}"{bold}/>')
            span = odfdo.Span("", style=name)
            span.append_plain_text(run.text)
            element.append(span)

    def _paragraph(self, line: Line) -> odfdo.Paragraph:
        made = odfdo.Paragraph("", style=self._styled(_STYLES[line.style]))
        self._write(made, line.runs)
        return made

    def _heading(self, block: Heading) -> odfdo.Element:
        level = self._levels[self._headings]
        style = self._styled("Title" if block.title else f"Heading {level}")
        made = odfdo.Header(level, "")
        made.style = style  # the constructor takes one only together with a text
        name = f"kop{self._headings}"
        made.append(odfdo.Element.from_tag(f'<text:bookmark-start text:name="{name}"/>'))
        made.append_plain_text(office.fit(block.text))
        made.append(odfdo.Element.from_tag(f'<text:bookmark-end text:name="{name}"/>'))
        self._headings += 1
        return made

    def _contents(self, block: Contents) -> odfdo.Element:
        """Entries with links that are there without an update; the page numbers are fields, which the reader's program fills."""
        index = odfdo.Element.from_tag(
            '<text:table-of-content text:name="Inhoud" text:protected="false"><text:table-of-content-source text:outline-level="2"'
            ' text:use-outline-level="true"><text:index-title-template text:style-name="Contents_20_Heading"/>'
            + "".join(
                f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
                "<text:index-entry-link-start/><text:index-entry-text/>"
                '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
                "<text:index-entry-link-end/></text:table-of-content-entry-template>"
                for level in (1, 2)
            )
            + '</text:table-of-content-source><text:index-body><text:index-title text:name="Inhoud_kop"/></text:index-body>'
            "</text:table-of-content>"
        )
        title = odfdo.Paragraph("", style=self._styled("Contents Heading"))
        title.append_plain_text(office.fit(block.title))
        _inside(index, "text:index-body/text:index-title").append(title)
        entries = _inside(index, "text:index-body")
        for number, level, text in outline.listed(self._document, block):
            entry = odfdo.Paragraph("", style=f"Contents_20_{level}")
            link = odfdo.Link(f"#kop{number}")
            span = odfdo.Span("")
            span.append_plain_text(" ".join(office.fit(text).split()))
            link.append(span)
            link.append(odfdo.Element.from_tag("<text:tab/>"))
            field = f'<text:bookmark-ref text:reference-format="page" text:ref-name="kop{number}"/>'
            link.append(odfdo.Element.from_tag(field))
            entry.append(link)
            entries.append(entry)
        return index

    def _list(self, block: Bullets) -> odfdo.Element:
        made = odfdo.Element.from_tag('<text:list text:style-name="List_20_1"/>')
        for each in block.items:
            item = odfdo.Element.from_tag("<text:list-item/>")
            paragraph = odfdo.Paragraph("", style=self._styled("List"))
            self._write(paragraph, office.line("body", Run(each, lang=block.lang)).runs)
            item.append(paragraph)
            made.append(item)
        return made

    def _marks(self, block: MarkPlot) -> odfdo.Element:
        from kanaalwaarden.export.pictures import mark_plot_png  # Pillow and the fonts: only where something is drawn

        drawn = mark_plot_png(block)
        width = min(drawn.width * _CM, text_width(self._page))
        return self._picture("marks", drawn.data, (width, width * drawn.height / drawn.width), block.picture.divergence_word, block.text)

    def _picture(self, kind: str, data: bytes, size: tuple[float, float], title: str, text: str) -> odfdo.Element:
        """A picture in a paragraph of its own, `size` in centimetres, with the words that say the same."""
        self._pictures += 1
        path = f"Pictures/{kind}{self._pictures}.png"
        self._parts.set_part(path, data)
        self._file.manifest.add_full_path(path, "image/png")
        frame = odfdo.Element.from_tag(
            f'<draw:frame draw:style-name="Graphics" draw:name="{kind.capitalize()} {self._pictures}" text:anchor-type="as-char"'
            f' svg:width="{size[0]:.2f}cm" svg:height="{size[1]:.2f}cm"><draw:image xlink:href="{path}" xlink:type="simple"'
            ' xlink:show="embed" xlink:actuate="onLoad"/><svg:title/><svg:desc/></draw:frame>'
        )
        _inside(frame, "svg:title").text = office.fit(title)
        _inside(frame, "svg:desc").text = office.fit(text)
        made = odfdo.Paragraph("", style=self._styled("Figure"))
        made.append(frame)
        return made

    # Tables

    def _table(self, block: Table) -> Iterator[odfdo.Element]:
        shares = office.shares(block)
        if not shares:
            return
        if block.caption:
            yield self._paragraph(office.line("caption", Run(block.caption)))
        self._tables += 1
        width = text_width(self._page)
        page, self._break = self._break, ""
        master, start = (page, "") if page.startswith("style:") else ("", page)
        properties = f'style:width="{width * sum(shares):.2f}cm" table:align="left" fo:margin-bottom="0.3cm" fo:margin-top="0.1cm" {start}'
        style = self._style("table", f'<style:table-properties {properties} table:border-model="collapsing"/>', master)
        made = odfdo.Element.from_tag(f'<table:table table:name="Tabel{self._tables}" table:style-name="{style}"/>')
        for tag, told in (("table:title", block.caption), ("table:desc", block.summary)):
            if told:
                element = odfdo.Element.from_tag(f"<{tag}/>")
                element.text = office.fit(told)
                made.append(element)
        for share in shares:
            column = self._style("table-column", f'<style:table-column-properties style:column-width="{width * share:.2f}cm"/>')
            made.append(odfdo.Element.from_tag(f'<table:table-column table:style-name="{column}"/>'))
        if block.head:
            head = odfdo.Element.from_tag("<table:table-header-rows/>")
            head.append(self._row(block.head, len(shares), "head"))
            made.append(head)
        for number, row in enumerate(block.rows):
            _add(made, self._row(row, len(shares), "alone" if number in block.alone else "row"))
        yield made

    def _row(self, row: Sequence[TableCell], count: int, kind: str) -> odfdo.Element:
        kept = "always" if office.kept_whole(row) else "auto"
        style = self._style("table-row", f'<style:table-row-properties fo:keep-together="{kept}"/>')
        made = odfdo.Element.from_tag(f'<table:table-row table:style-name="{style}"/>')
        padding = 'fo:padding-left="0cm" fo:padding-right="0.25cm" fo:padding-top="0.08cm" fo:padding-bottom="0.08cm"'
        name = self._style("table-cell", f"<style:table-cell-properties {padding} {_RULES[kind]}/>")
        for cell in [*row, *[TableCell("")] * (count - len(row))]:
            element = odfdo.Element.from_tag(f'<table:table-cell table:style-name="{name}" office:value-type="string"/>')
            for line in office.cell_lines(cell):
                element.append(self._paragraph(line))
            _add(made, element)
        return made


def _add(element: odfdo.Element, inner: odfdo.Element) -> None:
    """Append as any element does: a table and a row of the library append a copy, and a copy of every cell in it."""
    odfdo.Element.append(element, inner)


def _inside(element: odfdo.Element | odfdo.XmlPart, path: str) -> odfdo.Element:
    """What stands there, for it was put there."""
    found = element.get_element(path)
    assert isinstance(found, odfdo.Element)
    return found
