"""What was typed keeps its language: in a document of another language it is marked, so that a screen reader speaks it as it was meant."""

from dataclasses import replace

from kanaalwaarden.core import model
from kanaalwaarden.core.blocks import Block, Box, Bullets, Document, Paragraph, Table, TableCell
from kanaalwaarden.core.model import Session, columns

_CHOICES = {
    each for name, found in vars(model).items() if name.isupper() and isinstance(found, tuple) for each in found if isinstance(each, str)
}
"""The keys that a choice is kept by: they are ours, and shown as a word of the document."""


def in_its_language(document: Document, session: Session) -> Document:
    """The document with the session's language on every text that is in the session as it stands there, where that is another language."""
    lang = session.case.language
    if lang == document.language:
        return document
    typed = _typed(session)
    sections = [replace(each, blocks=[_block(block, typed, lang) for block in each.blocks]) for each in document.sections]
    return replace(document, sections=sections)


def _typed(session: Session) -> set[str]:
    """Every text that somebody typed, whole and line by line (conditions and the like are shown as a list)."""
    found: set[str] = set()
    for record in session.records():
        for name in columns(type(record)):
            text = getattr(record, name)
            if isinstance(text, str) and text and name not in record.KEY and text not in _CHOICES:
                found |= {text, *(line.strip() for line in text.split("\n"))}
    return found - {""}


def _block(block: Block, typed: set[str], lang: str) -> Block:
    match block:
        case Paragraph() | Box() if block.text in typed:
            return replace(block, lang=lang)
        case Bullets() if block.items and all(item in typed for item in block.items):
            return replace(block, lang=lang)
        case Table():
            rows = [[_cell(cell, typed, lang) for cell in row] for row in block.rows]
            return replace(block, rows=rows)
    return block


def _cell(cell: TableCell, typed: set[str], lang: str) -> TableCell:
    return replace(cell, lang=lang) if cell.text in typed else cell
