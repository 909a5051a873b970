"""A document as format-free blocks: what stands in it, not how a format writes it. Writers know these and nothing about sessions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kanaalwaarden.core.picture import CellPicture


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `style`: body, muted, strong or quote (a minority note). `lead` stands before it in bold."""

    text: str
    style: str = "body"
    lead: str = ""
    bold: Sequence[tuple[int, int]] = ()
    """Parts of the text in bold, as (start, length), in order: the codes that the marks carry."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Legend:
    """The levels with their symbol and word, in scale order."""

    entries: Sequence[tuple[str, str]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: text, and where it is there a picture that says the same. `symbol` is a level or conclusion drawn before the text."""

    text: str
    picture: CellPicture | None = None
    symbol: str = ""
    header: bool = False
    strong: bool = False
    note: str = ""
    """Second line under the text, e.g. the conclusion over all platforms in a row header."""
    note_symbol: str = ""
    axis: Sequence[str] = ()
    """Level symbols at the right edge, aligned with the lanes of the row's pictures."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` repeats on every page. `widths` are shares of the page, for tables without pictures."""

    head: Sequence[TableCell]
    rows: Sequence[Sequence[TableCell]]
    caption: str = ""
    widths: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """A small line of figures over time: (ISO date, figure) oldest first. `first` and `last` stand at its ends; `text` says the same."""

    title: str
    points: Sequence[tuple[str, str]]
    first: str
    last: str
    text: str


Block = Heading | Paragraph | Bullets | Legend | Table | Plot


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together; `new_page` starts them on a page of their own, `landscape` tells how that page lies."""

    blocks: Sequence[Block]
    new_page: bool = False
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document with what a file says about itself."""

    title: str
    language: str
    sections: Sequence[Section]
    organisation: str = ""
    subject: str = ""
    footer: str = ""
    words: dict[str, str] = field(default_factory=dict)
    """The few words a writer needs itself, e.g. 'page' with {page} and {pages}."""
