"""A document as Markdown (CommonMark 0.31 with pipe tables): blocks in, bytes out.

Pictures are told in words, and typed text is never markup.
"""

import re
from collections.abc import Sequence

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
from kanaalwaarden.export import office, outline

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#$@!]|(?<=www)\.|:(?=//)")
_START = re.compile(r"^([-+=])|^(\d+)([.)])")  # a list, an underlined heading, a rule


def markdown_bytes(document: Document) -> bytes:
    """The document as one Markdown file in UTF-8."""
    levels = outline.levels(document)
    parts: list[str] = []
    headings = 0
    for section in document.sections:
        last: Block | None = None
        for block in section.blocks:
            if isinstance(block, Heading):
                parts.append(f"{'#' * levels[headings]} {_line(block.text)}")
                headings += 1
            else:
                parts += _block(document, block, last)
            last = block
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _block(document: Document, block: Block, before: Block | None) -> list[str]:
    match block:
        case Logo():
            return []  # the organisation is named in words
        case Contents():
            entries = [f"{'  ' * (level - 1)}- {_line(text)}" for _, level, text in outline.listed(document, block)]
            return [_strong(block.title), "\n".join(entries)]
        case Paragraph():
            told = _text(block.text) if block.style != "strong" else "\\\n".join(map(_strong, block.text.split("\n")))
            if block.style == "quote":
                return [_quote([_strong(block.lead), told])]
            return [" ".join(part for part in (_strong(block.lead), told) if part)]
        case Bullets():
            return ["\n".join(f"- {_line(each)}" for each in block.items)]
        case Box():
            return [_quote([" – ".join(part for part in (_strong(block.lead), _strong(block.word)) if part), _text(block.text)])]
        case Legend():
            words = " · ".join(_line(f"{office.SYMBOLS.get(symbol, '')} {word}") for symbol, word in block.entries)
            return [words, _text(block.note)]
        case Table():
            return [_strong(block.caption), _table(block)]
        case Plot():
            return [_text("".join(run.text for run in line.runs)) for line in office.plot_lines(block, before)]
        case MarkPlot():
            return [_text(block.text), *(_text("".join(run.text for run in line.runs)) for line in office.mark_lines(block))]
        case _:
            return []


def _escaped(line: str) -> str:
    escaped = _MARKUP.sub(lambda found: "\\" + found[0], line.strip())
    return _START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def _text(text: str) -> str:
    """Typed text; its line ends are kept."""
    return "\\\n".join(_escaped(line) for line in office.fit(text).split("\n") if line.strip())


def _line(text: str) -> str:
    return _escaped(" ".join(office.fit(text).split()))


def _strong(text: str) -> str:
    line = _line(text)
    return f"**{line}**" if line else ""


def _quote(parts: Sequence[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(part for part in parts if part).split("\n"))


def _table(block: Table) -> str:
    columns = max([len(block.head), *(len(row) for row in block.rows)], default=0)
    if not columns or not block.rows:
        return ""
    lines = [_row(block.head, columns), f"|{' --- |' * columns}", *(_row(row, columns) for row in block.rows)]
    return "\n".join(lines)


def _row(row: Sequence[TableCell], columns: int) -> str:
    cells = [_line(" ".join(run.text for line in office.cell_lines(cell) for run in line.runs)) for cell in row]
    return f"| {' | '.join([*cells, *[''] * (columns - len(row))])} |"
