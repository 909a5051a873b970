"""A document as one web page: blocks in, bytes out. Knows HTML, and nothing about sessions.

The file stands alone: no script, nothing fetched, and a policy that forbids both. It is made to WCAG 2.2 AA. Pictures are drawn by the same
functions as those of the PDF. The same document gives the same bytes.
"""

import base64
import html
import re
from collections.abc import Sequence

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
    Table,
    TableCell,
)  # fmt: skip
from kanaalwaarden.core.house import logo_size
from kanaalwaarden.core.labels import locale
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.export import office, outline
from kanaalwaarden.export.html_look import stylesheet
from kanaalwaarden.export.pdf_flow import PlotLine, mark_lines
from kanaalwaarden.export.pdf_marks import PX, Grid, Marks
from kanaalwaarden.export.pdf_pictures import narrowest_column
from kanaalwaarden.export.svg import SvgCanvas, WebFaces, WebInks

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

_CODE = 0.7  # the letters of a mark in the value table, as a part of those around it
_POINT = 0.098  # a point of a picture of its own, likewise
_PLOT_WIDTH = 420.0  # points
_MANY = 4  # so many columns do not fit a telephone: the table scrolls
# What HTML has no place for besides what XML has not: C1 controls and noncharacters.
_LAST = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_NO_HTML = re.compile(f"[\x7f-\x9f\ufdd0-\ufdef{_LAST}]")


def html_bytes(document: Document) -> bytes:
    """The document as one HTML file in UTF-8."""
    return _Writer(document).build().encode()


def _text(text: str) -> str:
    """Typed text as the content of an element: nothing in it is obeyed, line ends are kept."""
    return html.escape(_NO_HTML.sub("", office.fit(text)), quote=False).replace("\n", "<br>")


def _value(text: str) -> str:
    """Typed text as the value of an attribute, on one line."""
    return html.escape(" ".join(_NO_HTML.sub("", office.fit(text)).split()))


def _lang(language: str) -> str:
    return f' lang="{_value(locale(language))}"' if language else ""


def _typed(text: str, language: str = "", tag: str = "bdi") -> str:
    """Typed text in an element of its own, so that its direction says nothing about what stands beside it."""
    return f'<{tag}{_lang(language)} dir="auto">{_text(text)}</{tag}>' if text else ""


class _Writer:
    """Makes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = paths.read_json("look/tokens.json")
        self._marks, self._large = self._drawer(1.0), self._drawer(1.55)
        self._levels = outline.levels(document)
        self._headings = 0
        self._lists = 0  # of contents

    def _drawer(self, larger: float) -> Marks:
        marks = Marks(self._tokens, WebFaces(), office.fit(self._document.words.get("open", "")), larger)
        marks.ink = WebInks(self._tokens)
        return marks

    def build(self) -> str:
        document = self._document
        skip = document.words.get("skip", "")
        told = [f'<meta name="{name}" content="{_value(text)}">' for name, text in self._about() if text]
        parts = [
            "<!DOCTYPE html>",
            f'<html lang="{_value(locale(document.language))}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_value(document.title) or '–'}</title>",
            *told,
            f"<style>{stylesheet(self._tokens, document.accent)}</style>",
            "</head>",
            "<body>",
            f'<a class="skip" href="#inhoud">{_text(skip)}</a>' if skip else "",
            f"<header>{''.join(_typed(text, tag='p') for text in document.header)}</header>" if any(document.header) else "",
            '<main id="inhoud" tabindex="-1">',
            *self._sections(),
            "</main>",
            f"<footer>{_typed(document.footer, tag='p')}</footer>" if document.footer else "",
            "</body>",
            "</html>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _about(self) -> list[tuple[str, str]]:
        document = self._document
        return [
            ("author", document.organisation), ("description", document.subject), ("dcterms.date", document.date),
            ("color-scheme", "light dark"), ("referrer", "no-referrer"),
        ]  # fmt: skip

    def _sections(self) -> list[str]:
        found = []
        before = None
        for section in self._document.sections:
            page = " page" if before is not None and outline.starts_page(before, section) else ""
            found.append(f'<div class="{"across" if section.landscape else "upright"}{page}">')
            last: Block | None = None
            for block in section.blocks:
                found.append(self._block(block, last))
                last = block
            found.append("</div>")
            before = section
        return found

    def _block(self, block: Block, before: Block | None) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Contents():
                return self._contents(block)
            case Logo():
                width, height = logo_size(block.data, 64, 320)
                picture = f'src="data:image/png;base64,{base64.b64encode(block.data).decode()}" width="{width:.0f}" height="{height:.0f}"'
                return f'<p class="logo"><img {picture} alt="{_value(block.text)}"></p>'
            case Paragraph():
                return self._paragraph(block)
            case Bullets():
                return f"<ul{_lang(block.lang)}>{''.join(_typed(each, tag='li') for each in block.items)}</ul>" if any(block.items) else ""
            case Box():
                return self._box(block)
            case Legend():
                return self._legend(block)
            case Table():
                return self._table(block)
            case Plot():
                return self._plot(block, before)
            case MarkPlot():
                return self._mark_plot(block)

    # Text

    def _heading(self, block: Heading) -> str:
        level, number = self._levels[self._headings], self._headings
        self._headings += 1
        title = ' class="title"' if block.title else ""
        return f'<h{level} id="kop{number}"{title} dir="auto">{_text(block.text) or "–"}</h{level}>'

    def _contents(self, block: Contents) -> str:
        """Two levels of links. Levels below the first stand in a list inside the entry before them."""
        entries = outline.listed(self._document, block)
        if not entries:
            return ""
        self._lists += 1
        made, depth = "", 0
        for number, level, text in entries:
            if level > depth:
                made += "<ul><li>" * (level - depth)
            else:
                made += "</li></ul>" * (depth - level) + "</li><li>"
            made += f'<a href="#kop{number}" dir="auto">{_text(" ".join(text.split()))}</a>'
            depth = level
        made += "</li></ul>" * depth
        name = f"lijst{self._lists}"
        return f'<nav aria-labelledby="{name}"><p id="{name}">{_text(block.title)}</p>{made}</nav>'

    def _bold(self, text: str, bold: Sequence[tuple[int, int]]) -> str:
        made, end = "", 0
        for start, length in bold:
            made += f"{_text(text[end:start])}<strong>{_text(text[start : start + length])}</strong>"
            end = start + length
        return made + _text(text[end:])

    def _paragraph(self, block: Paragraph) -> str:
        style = block.style if block.style in ("muted", "strong", "question", "quote") else "body"
        told = self._bold(block.text, block.bold)
        if style == "quote":
            lead = f"<p><strong>{_typed(block.lead)}</strong></p>" if block.lead else ""
            return f'<blockquote>{lead}<p{_lang(block.lang)} dir="auto">{told}</p></blockquote>'
        kind = "" if style == "body" else f' class="{style}"'
        if not block.lead:
            return f'<p{kind}{_lang(block.lang)} dir="auto">{told}</p>'
        return f'<p{kind}><strong>{_typed(block.lead)}</strong> <bdi{_lang(block.lang)} dir="auto">{told}</bdi></p>'

    def _box(self, block: Box) -> str:
        word = f"<span>{self._sign(block.symbol)}{_typed(block.word)}</span>" if block.word or block.symbol else ""
        return f'<div class="box"><p class="lead">{_typed(block.lead)}{word}</p>{_typed(block.text, block.lang, "p")}</div>'

    def _legend(self, block: Legend) -> str:
        entries = "".join(f"<li>{self._sign(symbol)}{_typed(word)}</li>" for symbol, word in block.entries)
        note = f'<p class="muted" dir="auto">{_text(block.note)}</p>' if block.note else ""
        return (f'<ul class="legend">{entries}</ul>' if entries else "") + note

    # Pictures

    def _sign(self, symbol: str) -> str:
        """The symbol of a level or conclusion, beside the word that says it."""
        if not symbol:
            return ""
        canvas = SvgCanvas(10, 10)
        self._marks.symbol(canvas, symbol, 5, 5, 10)
        return canvas.svg('class="sign" aria-hidden="true"', 0.072)

    def _image(self, text: str) -> str:
        return f'role="img" aria-label="{_value(text)}"'

    def _mark_plot(self, block: MarkPlot) -> str:
        picture = mark_lines(block, _PLOT_WIDTH, self._large)
        canvas = SvgCanvas(picture.width, picture.height)
        picture.paint(canvas)
        told = []
        if block.picture.divergence_word:
            told.append(f'<p><span class="badge {_value(block.picture.divergence)}">{_text(block.picture.divergence_word)}</span></p>')
        if block.sentence:
            told.append(f'<p dir="auto">{self._bold(block.sentence, block.bold)}</p>')
        concluded = block.picture.conclusion_word if block.picture.conclusion else self._document.words.get("open", "")
        if concluded:
            told.append(f'<p class="strong">{self._sign(block.picture.conclusion or "geen_conclusie")}{_typed(concluded)}</p>')
        return f'<figure class="marks">{canvas.svg(self._image(block.text), _POINT)}<div>{"".join(told)}</div></figure>'

    def _plot(self, block: Plot, before: Block | None) -> str:
        line = PlotLine(block, self._marks, 9.4)
        width, height = line.wrap(_PLOT_WIDTH, 100)
        canvas = SvgCanvas(min(width, line.needed), height)
        line.paint(canvas)
        said = isinstance(before, Paragraph) and before.text and block.text.endswith(before.text)
        caption = "" if said else f'<figcaption class="muted" dir="auto">{_text(block.text)}</figcaption>'
        return f"<figure>{canvas.svg(self._image(block.text), _POINT)}{caption}</figure>"

    # Tables

    def _table(self, block: Table) -> str:
        columns = max([len(block.head), *(len(row) for row in block.rows)], default=0)
        if not columns or not block.rows:
            return ""
        pictures = [cell.picture for row in block.rows for cell in row if cell.picture]
        grid = Grid.of(self._tokens, max(len(each.levels) for each in pictures)) if pictures else None
        width = max(narrowest_column(pictures, grid, self._marks), 170 * PX) if grid else 0.0
        kind = "pictures" if pictures else "rows"
        name = self._name(block)
        caption = f'<caption dir="auto">{_text(block.caption)}</caption>' if block.caption else ""
        shares = office.shares(block) if block.widths and not pictures else []
        sizes = "".join(f'<col style="width:{100 * share / sum(shares):.1f}%">' for share in shares)
        head = f"<thead>{self._row(block.head, columns, None, 0, head=True)}</thead>" if block.head else ""
        rows = [self._row(row, columns, grid, width, alone=number in block.alone) for number, row in enumerate(block.rows)]
        group = f"<colgroup>{sizes}</colgroup>" if sizes else ""
        own = "" if block.caption else f" {name}"
        made = f'<table class="{kind}"{own}>{caption}{group}{head}<tbody>{"".join(rows)}</tbody></table>'
        if not pictures and columns < _MANY:
            return made
        return f'<div class="wide" role="group" tabindex="0" {name}>{made}</div>'

    def _name(self, block: Table) -> str:
        """What a table is called: its caption or summary, else the heading that it stands under."""
        if block.caption or block.summary:
            return f'aria-label="{_value(block.caption or block.summary)}"'
        if self._headings:
            return f'aria-labelledby="kop{self._headings - 1}"'
        return f'aria-label="{_value(self._document.title) or "–"}"'

    def _row(self, row: Sequence[TableCell], columns: int, grid: Grid | None, width: float, head: bool = False, alone: bool = False) -> str:
        cells = []
        for place, cell in enumerate([*row, *[TableCell("")] * (columns - len(row))]):
            said = cell.text or cell.note or cell.symbol
            if head:
                tag, scope = ("th", ' scope="col"') if said else ("td", "")
            else:
                tag, scope = ("th", ' scope="row"') if said and cell.header and place == 0 else ("td", "")
            inside = self._picture(cell, cell.picture, grid, width) if cell.picture and grid else self._words(cell, grid)
            cells.append(f"<{tag}{scope}>{inside}</{tag}>")
        kind = ' class="alone"' if alone else ""
        return f"<tr{kind}>{''.join(cells)}</tr>"

    def _words(self, cell: TableCell, grid: Grid | None) -> str:
        text = _typed(cell.text, cell.lang)
        if cell.strong and not cell.header:
            text = f"<strong>{text}</strong>"
        note = f'<span class="note">{self._sign(cell.note_symbol)}{_typed(cell.note, cell.lang)}</span>' if cell.note else ""
        told = f"{self._sign(cell.symbol)}{text}{note}"
        if not cell.axis or not grid:
            return told
        canvas = SvgCanvas(10 * PX, grid.row)
        for lane, level in enumerate(cell.axis):
            self._marks.symbol(canvas, level, 5 * PX, grid.row - grid.lane_y(lane), 8 * PX)
        axis = canvas.svg('aria-hidden="true"', _CODE / self._marks.code_size)
        return f"<div><span>{told}</span>{axis}</div>"

    def _picture(self, cell: TableCell, picture: CellPicture, grid: Grid, width: float) -> str:
        canvas = SvgCanvas(width, grid.row)
        self._marks.cell(canvas, picture, grid, 0, grid.row, width)
        return canvas.svg(self._image(cell.text), _CODE / self._marks.code_size)
