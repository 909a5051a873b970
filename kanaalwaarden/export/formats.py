"""What leaves the room, by format: one table for the window and the command line.

In: a whole session and the labels of a document language. Out: the bytes of a file. Nothing is written here (see `files`).
"""

import json
import re
import unicodedata
from collections.abc import Callable

from kanaalwaarden.core.accounts_table import account_choices, account_rows
from kanaalwaarden.core.blind import BlindProgress, blind_progress, open_blind_round, visible
from kanaalwaarden.core.exchange import to_exchange
from kanaalwaarden.core.follow_up import action_rows, days
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.prompts import PromptSet
from kanaalwaarden.core.ratings_csv import ratings_rows
from kanaalwaarden.core.text import undefuse

_LONGEST_NAME = 160  # bytes; file systems take 255 for the whole name
# Names that Windows keeps for devices, with any extension (learn.microsoft.com, Naming Files, Paths, and Namespaces).
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


Progress = list[BlindProgress] | None


def _pdf(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.core.minutes import minutes
    from kanaalwaarden.export.pdf import pdf_bytes  # reportlab is slow to import

    return pdf_bytes(minutes(session, labels, prompts, progress))


def _csv(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.core.value_table import value_table_rows
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(value_table_rows(session, labels, progress))


def _ratings(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(ratings_rows(session))


def _json(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    return (json.dumps(to_exchange(session), ensure_ascii=False, indent=2) + "\n").encode()


def _accounts(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(account_rows(session))


def _accounts_xlsx(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.export.xlsx import xlsx_bytes

    rows = [tuple(undefuse(cell) for cell in row) for row in account_rows(session)]  # a text cell of Excel runs nothing
    return xlsx_bytes(labels("minutes.accounts"), rows, account_choices(session, labels))


def _actions(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(action_rows(session))


def _ics(session: Session, labels: Labels, prompts: PromptSet, progress: Progress) -> bytes:
    from kanaalwaarden.export.calendar import ics_bytes

    return ics_bytes(days(session, labels), session.case.title or labels("table.untitled"), session.case.date)


_Writer = Callable[[Session, Labels, PromptSet, Progress], bytes]
_WRITERS: dict[str, _Writer] = {
    "pdf": _pdf, "csv": _csv, "ratings": _ratings, "json": _json, "accounts": _accounts, "accounts-xlsx": _accounts_xlsx,
    "actions": _actions, "ics": _ics,
}  # fmt: skip
FORMATS: dict[str, str] = {
    "pdf": ".pdf", "csv": ".csv", "ratings": ".csv", "json": ".json", "accounts": ".csv", "accounts-xlsx": ".xlsx", "actions": ".csv",
    "ics": ".ics",
}  # fmt: skip
"""Every format by its name on the command line, with the extension of its files."""
BINARY = ("pdf", "accounts-xlsx")
"""Formats that are no text: they go to a file, never to a terminal."""
WITHOUT_ANSWERS = ("accounts", "accounts-xlsx", "actions", "ics")
"""Formats that carry no discipline's answer: a blind round changes nothing in them."""


def export_bytes(session: Session, format_: str, labels: Labels, prompts: PromptSet, *, include_blind: bool = False) -> bytes:
    """The session as a file of this format, in the language of `labels` and `prompts`. KeyError for a format that is not in FORMATS.

    Give it the whole session: what is still blind is left out here, with the progress in its place, unless `include_blind`.
    """
    if include_blind or open_blind_round(session) is None:
        return _WRITERS[format_](session, labels, prompts, None)
    return _WRITERS[format_](visible(session), labels, prompts, blind_progress(session))


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
        plain = [dict(zip(rows[0], map(undefuse, row), strict=True)) for row in rows[1:]]
        return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
    from kanaalwaarden.export.csv import csv_bytes

    return csv_bytes(rows)


def file_name(title: str, fallback: str, suffix: str = "") -> str:
    """`title` made fit to be a file name on Windows, macOS and Linux; `fallback` where nothing of it survives."""
    plain = "".join(each for each in unicodedata.normalize("NFC", title) if not unicodedata.category(each).startswith("C"))
    name = " ".join(_FORBIDDEN.sub(" ", plain).split()).encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .") or fallback
    if _DEVICES.fullmatch(name.split(".")[0].strip()):
        name = f"{fallback} {name}"
    return name + suffix
