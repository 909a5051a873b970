"""What leaves the room, by format: one table for the window and the command line.

In: a whole session and the labels of a document language. Out: the bytes of a file. Nothing is written here (see `files`).
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from kanaalwaarden.core.accounts_table import account_choices, account_rows
from kanaalwaarden.core.blind import BlindProgress, blind_progress, open_blind_round, visible
from kanaalwaarden.core.blocks import Document
from kanaalwaarden.core.data_tables import data_tables
from kanaalwaarden.core.edition import public
from kanaalwaarden.core.exchange import to_exchange
from kanaalwaarden.core.follow_up import action_rows, days
from kanaalwaarden.core.house import House
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.minutes import PARTS, Wanted, minutes
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.prompts import PromptSet
from kanaalwaarden.core.ratings_csv import ratings_rows
from kanaalwaarden.core.text import undefused

Progress = list[BlindProgress] | None


@dataclass(frozen=True, slots=True)
class Options:
    """What an export is to hold. `parts` are of `minutes.PARTS`; `attachments` are the data files inside a PDF, `house` the look."""

    edition: str = "internal"
    parts: Collection[str] = PARTS
    attachments: bool = True
    include_blind: bool = False
    house: House = field(default_factory=House)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a writer needs besides the session: how far a blind round is, and which minutes are wanted."""

    progress: Progress
    wanted: Wanted
    attachments: bool


def _minutes(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> Document:
    return minutes(session, labels, prompts, made.progress, made.wanted)


def _pdf(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.pdf import pdf_bytes  # reportlab is slow to import
    from kanaalwaarden.tagged.file import Attachment

    files = []
    if made.attachments:
        kinds = {"json": "application/json", "csv": "text/csv", "ratings": "text/csv"}
        for format_, kind in kinds.items():
            data = _FORMATS[format_][0](session, labels, prompts, made)
            files.append(Attachment(labels(f"attachment.{format_}_file"), kind, data, labels(f"attachment.{format_}")))
    return pdf_bytes(_minutes(session, labels, prompts, made), files)


def _table(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.core.value_table import value_table
    from kanaalwaarden.export.pdf import pdf_bytes

    return pdf_bytes(value_table(session, labels, made.progress))


def _odt(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.odt import odt_bytes

    return odt_bytes(_minutes(session, labels, prompts, made))


def _docx(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.word import docx_bytes

    return docx_bytes(_minutes(session, labels, prompts, made))


def _html(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.html import html_bytes

    return html_bytes(_minutes(session, labels, prompts, made))


def _md(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.markdown import markdown_bytes

    return markdown_bytes(_minutes(session, labels, prompts, made))


def _ods(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.sheets import ods_bytes

    return ods_bytes(data_tables(session, labels, made.progress), labels.language)


def _xlsx(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.sheets import xlsx_bytes

    return xlsx_bytes(data_tables(session, labels, made.progress))


def _csv(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.core.value_table import value_table_rows
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(value_table_rows(session, labels, made.progress))


def _ratings(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(ratings_rows(session))


def _json(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    return (json.dumps(to_exchange(session), ensure_ascii=False, indent=2) + "\n").encode()


def _accounts(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(account_rows(session))


def _accounts_xlsx(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.sheets import xlsx_bytes

    return xlsx_bytes([(labels("minutes.accounts"), undefused(account_rows(session)))], account_choices(session, labels))


def _actions(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(action_rows(session))


def _ics(session: Session, labels: Labels, prompts: PromptSet, made: _Made) -> bytes:
    from kanaalwaarden.export.calendar import ics_bytes

    return ics_bytes(days(session, labels), session.case.title or labels("table.untitled"), session.case.date)


_Writer = Callable[[Session, Labels, PromptSet, _Made], bytes]
_FORMATS: dict[str, tuple[_Writer, str]] = {
    "pdf": (_pdf, ".pdf"),
    "odt": (_odt, ".odt"),
    "docx": (_docx, ".docx"),
    "html": (_html, ".html"),
    "md": (_md, ".md"),
    "ods": (_ods, ".ods"),
    "xlsx": (_xlsx, ".xlsx"),
    "table": (_table, ".pdf"),
    "csv": (_csv, ".csv"),
    "ratings": (_ratings, ".csv"),
    "json": (_json, ".json"),
    "accounts": (_accounts, ".csv"),
    "accounts-xlsx": (_accounts_xlsx, ".xlsx"),
    "actions": (_actions, ".csv"),
    "ics": (_ics, ".ics"),
}
FORMATS: dict[str, str] = {name: extension for name, (_, extension) in _FORMATS.items()}
"""Every format by its name on the command line, with the extension of its files."""
BINARY = ("pdf", "odt", "docx", "ods", "xlsx", "table", "accounts-xlsx")
"""Formats that are no text: they go to a file, never to a terminal."""
WITHOUT_ANSWERS = ("accounts", "accounts-xlsx", "actions", "ics")
"""Formats that carry no discipline's answer: a blind round changes nothing in them."""


def export_bytes(session: Session, format_: str, labels: Labels, prompts: PromptSet, options: Options | None = None) -> bytes:
    """The session as a file of this format, in the language of `labels` and `prompts`. KeyError for a format that is not in FORMATS.

    Give it the whole session: what is still blind is left out here, with the progress in its place, unless the options say otherwise;
    and for the public edition what may not be published is.
    """
    options = options or Options()
    progress = None
    withheld: list[str] = []
    blind = not options.include_blind and open_blind_round(session) is not None
    if options.edition == "public":
        whole = session
        session, left_out = public(whole, labels)
        if blind:  # how much is still hidden is nobody's business
            _, left_out = public(visible(whole), labels)
        withheld = left_out.lines(labels)
    if blind:
        session, progress = visible(session), blind_progress(session)
    made = _Made(progress, Wanted(options.edition, options.parts, withheld, options.house), options.attachments)
    return _FORMATS[format_][0](session, labels, prompts, made)


COMPARED = ("pdf", "csv", "json")
"""In which formats two sessions are compared."""


def comparison_bytes(old: Session, new: Session, format_: str, labels: Labels) -> bytes:
    """Two sessions beside each other as a file of one of `COMPARED`. What is still blind in either is left out."""
    from kanaalwaarden.core.compare import comparison, comparison_rows

    old, new = visible(old), visible(new)
    if format_ == "pdf":
        from kanaalwaarden.export.pdf import pdf_bytes

        return pdf_bytes(comparison(old, new, labels))
    rows = comparison_rows(old, new, labels)
    if format_ == "json":
        head, *lines = undefused(rows)
        plain = [dict(zip(head, line, strict=True)) for line in lines]
        return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(rows)
