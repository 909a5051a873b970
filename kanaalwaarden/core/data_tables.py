"""The session as tables for a spreadsheet: one for each kind of record, in the words of the document's language. Nothing is counted.

Unlike the CSV contracts these are for people: names in place of ids, words in place of keys, and as many tables as there is something for.
"""

from collections.abc import Sequence
from typing import Any

from kanaalwaarden.core.blind import BlindProgress
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import (
    ROWS,
    Account,
    Action,
    Argument,
    Card,
    Conclusion,
    Decision,
    Figure,
    Fit,
    MinorityNote,
    OpenQuestion,
    Risk,
    Route,
    Session,
    Stance,
    Threshold,
    columns,
)  # fmt: skip
from kanaalwaarden.core.ratings_csv import ratings_rows
from kanaalwaarden.core.text import undefused
from kanaalwaarden.core.value_table import value_table_rows

_KINDS: tuple[type[Any], ...] = (
    Conclusion, MinorityNote, Argument, OpenQuestion, Decision, Stance, Risk, Threshold, Action, Account, Figure, Card, Fit, Route,
)  # fmt: skip
_ASIDE = {"id", "position"}
_NAMED = {"value", "platform", "discipline", "purpose"}
_WORDS = {
    "outcome": "outcome", "can": "suits", "want": "suits", "suits": "suits", "stance": "stance", "accepted": "accepted",
    "necessity": "necessity", "importance": "importance", "goal": "goal", "aim": "aim", "traffic": "traffic", "comments": "comments",
    "status": "status", "medium": "medium",
}  # fmt: skip
_SORTS: dict[type[Any], str] = {
    Argument: "reason_kind", Card: "choice.card_kind", Threshold: "choice.threshold_kind", Action: "choice.action_kind",
}  # fmt: skip


def data_tables(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None) -> list[tuple[str, list[tuple[str, ...]]]]:
    """(name, rows with the head first) of every table that has something in it. Cells are plain text; no writer makes a formula of it."""
    found = [(labels("minutes.part_table"), undefused(value_table_rows(session, labels, progress)))]
    answers = undefused(ratings_rows(session))
    if len(answers) > 1:
        found.append((labels("data.rating"), answers))
    for kind in _KINDS:
        records = session.rows(kind) if kind in ROWS else list(session.tables[kind.TABLE].values())
        if records:
            names = [name for name in columns(kind) if name not in _ASIDE]
            head = tuple(labels(f"data.column.{name}") for name in names)
            rows = [tuple(_cell(session, labels, kind, name, getattr(record, name)) for name in names) for record in records]
            found.append((labels(f"data.{kind.TABLE}"), [head, *rows]))
    return found


def _cell(session: Session, labels: Labels, kind: type[Any], name: str, content: Any) -> str:
    if isinstance(content, bool):
        return labels("data.yes") if content else labels("data.no")
    text = str(content)
    if not text:
        return ""
    if name in _NAMED:
        found = session.tables[name].get((text,))
        return str(found.name) if found is not None else text
    if name == "effect" and kind is Conclusion:
        return labels.conclusion(text)
    if name == "kind" and kind in _SORTS:
        return labels(f"{_SORTS[kind]}.{text}")
    if name == "layer":
        return labels(f"layer.{text}")
    if name == "without":
        return ", ".join(labels(f"choice.failure.{each}") for each in text.split())
    if name in ("policy", "met"):
        return labels(f"choice.yes_no.{text}")
    if name in ("date", "checked", "decided", "review"):
        return date_in_words(text, labels)
    if name in _WORDS:
        return labels(f"choice.{_WORDS[name]}.{text}")
    return text
