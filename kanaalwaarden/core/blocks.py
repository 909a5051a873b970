"""A document as format-free blocks: what stands in it, not how a format writes it. Writers know these and nothing about sessions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kanaalwaarden.core.picture import CellPicture


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `title` is the one that names the document."""

    level: int
    text: str
    title: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands: the headings of level 1 and 2 that come after it, with links (and pages, on paper)."""

    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `style`: body, muted, strong, question (in italics) or quote (a minority note). `lead` stands before it in bold."""

    text: str
    style: str = "body"
    lead: str = ""
    bold: Sequence[tuple[int, int]] = ()
    """Parts of the text in bold, as (start, length), in order: the codes that the marks carry."""
    lang: str = ""
    """The language of the text (not of the lead) where it is another than the document's: user text stays as it was typed."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's logo, a PNG file; `text` says whose it is."""

    data: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: Sequence[str]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A conclusion in a frame: `lead` in bold at the left, the symbol with its word at the right, the text under both."""

    lead: str
    symbol: str
    word: str
    text: str
    lang: str = ""


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
    lang: str = ""
    """The language of text and note where it is another than the document's."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` repeats on every page. `widths` are shares of the page, for tables without pictures."""

    head: Sequence[TableCell]
    rows: Sequence[Sequence[TableCell]]
    caption: str = ""
    widths: Sequence[float] = ()
    summary: str = ""
    """What the table holds, for whoever cannot see it at a glance; where it has no caption."""
    alone: Sequence[int] = ()
    """The rows of whoever stands alone: between rules of ink."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A small line of figures over time: (ISO date, figure) oldest first. `first` and `last` stand at its ends; `text` says the same."""

    title: str
    points: Sequence[tuple[str, str]]
    first: str
    last: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkPlot:
    """The marks of one cell, large: the lanes with everybody's mark as a picture, beside it the divergence in a badge and in a sentence,
    and the conclusion with its symbol. `text` says what the picture shows."""

    picture: CellPicture
    axis: Sequence[tuple[str, str]]
    """Symbol and word of each lane, top down."""
    sentence: str
    bold: Sequence[tuple[int, int]]
    text: str


Block = Heading | Contents | Logo | Paragraph | Bullets | Box | Legend | Table | Plot | MarkPlot


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
    header: tuple[str, str] = ("", "")
    """What stands at the left and at the right above every page but the first of a document with a title page."""
    date: str = ""
    """The day of the session, as ISO 8601."""
    accent: str = ""
    """The colour of the headings as '#rrggbb'; '' is that of the text."""
    words: dict[str, str] = field(default_factory=dict)
    """The few words a writer needs itself, e.g. 'page' with {page} and {pages}."""
