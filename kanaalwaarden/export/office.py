"""What ODT and DOCX have in common: which lines a block becomes, in which style and in which letters. Knows no file format.

In: blocks. Out: lines of runs, whose text is fit for XML. The writers (`odt`, `word`) turn lines into paragraphs of their format.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kanaalwaarden.core.blocks import (
    Block,
    Box,
    Document,
    Legend,
    MarkPlot,
    Paragraph,
    Plot,
    Table,
    TableCell,
)

# One character for each level and conclusion, so that nothing is told by colour alone; all of them are in DejaVu Sans.
SYMBOLS = {
    "versterkt": "▲", "geen": "○", "matig": "◒", "veel": "●", "geen_oordeel": "▬", "onbespreekbaar": "☒", "nog_niet": "…",
    "niet_eenduidig": "≠", "geen_conclusie": "▢",
}  # fmt: skip

FIRST_DAY = "2000-01-01"
"""The date of a file whose document has none: files must not differ by the moment at which they were made."""

# Characters that XML 1.0 has no place for (production 2, Char), and surrogates that stand alone.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT = 600  # characters: a row with less in every cell is kept on one page


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look the same. `lang` is the language of typed text where it is not that of the document."""

    text: str
    bold: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `style`: body, muted, strong, question, quote, quote_lead, caption, box, box_lead, cell, head or note."""

    style: str
    runs: Sequence[Run]


def fit(text: str) -> str:
    """`text` as XML can hold it: without control characters, lone surrogates as U+FFFD, every line end a line feed."""
    return _SURROGATE.sub("\ufffd", _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def iso_day(document: Document) -> tuple[int, int, int]:
    """The day on which the file says it was made: that of the session (the first day where only a month or year is known)."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", document.date) or re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", FIRST_DAY)
    assert found is not None
    year, month, day = (int(part or 1) for part in found.groups())
    return year, month, day


def page_words(document: Document) -> list[str]:
    """'bladzijde {page} van {pages}' cut where the fields stand: ['bladzijde ', '{page}', ' van ', '{pages}', '']."""
    return re.split(r"(\{pages?\})", fit(document.words.get("page", "{page} / {pages}")))


# Lines of blocks


def _cut(text: str, bold: Sequence[tuple[int, int]], lang: str) -> Iterator[Run]:
    """The text with some parts in bold; cut before it is made fit, for that may shorten it."""
    end = 0
    for start, length in bold:
        yield Run(text[end:start], lang=lang)
        yield Run(text[start : start + length], bold=True, lang=lang)
        end = start + length
    yield Run(text[end:], lang=lang)


def line(style: str, *runs: Run) -> Line:
    """A line of runs that hold something."""
    clean = [replace(run, text=fit(run.text)) for run in runs]
    return Line(style, [run for run in clean if run.text])


def paragraph_lines(block: Paragraph) -> list[Line]:
    """A paragraph; the lead of a quotation stands on a line of its own."""
    style = block.style if block.style in ("muted", "strong", "question", "quote") else "body"
    told = list(_cut(block.text, block.bold, block.lang))
    if not block.lead:
        return [line(style, *told)]
    lead = Run(block.lead, bold=True)
    if style == "quote":
        return [line("quote_lead", lead), line(style, *told)]
    return [line(style, lead, Run(" " if block.text else ""), *told)]


def box_lines(block: Box) -> list[Line]:
    """A conclusion: the lead with the symbol and word after a tab, and the text under it."""
    mark = " ".join(part for part in (SYMBOLS.get(block.symbol, ""), block.word) if part)
    head = line("box_lead", Run(block.lead, bold=True), Run(f"\t{mark}" if mark else "", bold=True))
    return [head, line("box", Run(block.text, lang=block.lang))] if block.text else [head]


def legend_lines(block: Legend) -> list[Line]:
    """All levels on one line, the note on the next."""
    entries = [f"{SYMBOLS.get(symbol, '')} {word}".strip().replace(" ", "\xa0") for symbol, word in block.entries]
    lines = [line("muted", Run(" \u2003".join(entries)))] if entries else []
    return [*lines, line("muted", Run(block.note))] if block.note else lines


def mark_lines(block: MarkPlot) -> list[Line]:
    """What stands under the picture of the marks: divergence and sentence, and the conclusion."""
    divergence = [Run(block.picture.divergence_word, bold=True), Run(" · ")] if block.picture.divergence_word else []
    symbol = SYMBOLS[block.picture.conclusion or "geen_conclusie"] if block.picture.conclusion in ("", *SYMBOLS) else ""
    told = line("body", *divergence, *_cut(block.sentence, block.bold, ""))
    if not block.picture.conclusion_word:
        return [told]
    return [told, line("body", Run(f"{symbol} {block.picture.conclusion_word}".strip(), bold=True))]


def plot_lines(block: Plot, before: Block | None) -> list[Line]:
    """Figures over time as the sentence that says the same, every point in it; nothing where the paragraph before it just said so."""
    if isinstance(before, Paragraph) and before.text and block.text.endswith(before.text):
        return []
    return [line("muted", Run(block.text))]


def cell_lines(cell: TableCell) -> list[Line]:
    """The text of a cell with its symbol, and the note under it. A picture is left out: the text says the same."""
    strong = cell.header or cell.strong
    symbol = SYMBOLS.get(cell.symbol, "")
    runs = [Run(f"{symbol}\xa0" if symbol else "")]
    word = cell.picture.conclusion_word if cell.picture else ""
    if word and cell.text.startswith(word) and not strong:
        runs += [Run(cell.text[: len(word)], bold=True, lang=cell.lang), Run(cell.text[len(word) :], lang=cell.lang)]
    else:
        runs.append(Run(cell.text, lang=cell.lang))
    lines = [line("head" if strong else "cell", *runs)] if cell.text or symbol or not cell.note else []
    if cell.note:
        mark = SYMBOLS.get(cell.note_symbol, "")
        lines.append(line("note", Run(f"{mark}\xa0" if mark else ""), Run(cell.note, lang=cell.lang)))
    return lines


def shares(table: Table) -> list[float]:
    """The width of each column as a share of the page; all alike where the table does not say it for every column."""
    count = max([len(table.head), *(len(row) for row in table.rows)], default=0)
    given = [share for share in table.widths[:count] if share > 0]
    if len(given) == count:
        return given if sum(given) <= 1 else [share / sum(given) for share in given]
    return [1 / count] * count


def kept_whole(row: Sequence[TableCell]) -> bool:
    """Whether a row is short enough to be kept on one page."""
    return all(len(cell.text) + len(cell.note) < _SHORT for cell in row)


# The file


def fixed_zip(data: bytes, first: Sequence[str]) -> bytes:
    """The same zip file, made again so that it depends on nothing but what is in it: entries sorted and of one date, `first` in front.

    The entry `mimetype` is stored as it is, as ODF (part 2, 3.3) wants it.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        names = sorted(before.namelist(), key=lambda name: (first.index(name) if name in first else len(first), name))
        for name in names:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else it says on which system it was made
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()
