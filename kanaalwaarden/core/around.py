"""What a facilitator can want around the table: rows in lists (accounts, cards, actions), and what is filled in field by field.

As in `intents`: each function checks the wish and returns the `Change` that would fulfil it, or raises `Refused`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.intents import LIMITS, LOOSE, PLURAL, change_of, clean_fields, next_id
from kanaalwaarden.core.model import (
    ROWS,
    Account,
    Action,
    Answer,
    Card,
    Change,
    Discipline,
    Edit,
    Figure,
    Filled,
    Platform,
    Purpose,
    Risk,
    Route,
    Row,
    Session,
    Threshold,
    Value,
    key_of,
)

LETTERS: dict[type[Any], str] = {
    Account: "k", Figure: "c", Card: "r", Purpose: "g", Route: "w", Risk: "s", Threshold: "d", Action: "t",
}  # fmt: skip
"""With which letter the ids of each kind begin."""
REFERENCES: tuple[type[Any], ...] = (Value, Platform, Discipline, Purpose)
MAY_POINT_NOWHERE: dict[type[Any], frozenset[str]] = {
    **{kind: frozenset(names) for kind, names in LOOSE.items()},
    Answer: frozenset({"platform"}),
    Figure: frozenset({"platform"}),
    Route: frozenset({"platform"}),
}
"""Columns that name a value or platform and may be ''."""


def check_references(session: Session, record: Any) -> None:
    """Refused 'record_gone' when a record names a value, platform, discipline or purpose that is not there."""
    for kind in REFERENCES:
        if kind.TABLE in type(record).__dataclass_fields__ and type(record) is not kind:
            key = getattr(record, kind.TABLE)
            if session.get(kind, (key,)) is None and not (key == "" and kind.TABLE in MAY_POINT_NOWHERE.get(type(record), ())):
                raise Refused("record_gone")


def add_row(session: Session, kind: type[Any], /, **given: Any) -> Change:
    """Add a row at the end of its list."""
    return add_rows(session, kind, [given])


def add_rows(session: Session, kind: type[Any], rows: Iterable[Mapping[str, Any]]) -> Change:
    """Add rows at the end of their list, all or nothing. A row may bring its own `id`; one that is there already is passed over."""
    assert kind in ROWS, "only what stands in a list around the table"
    there = session.rows(kind)
    position = max((each.position for each in there), default=0)
    number = int(next_id(session, kind, LETTERS[kind])[1:])
    taken = {each.id for each in there}
    edits: list[Edit] = []
    for given in rows:
        fields_ = dict(given)
        own = fields_.pop("id", "")
        if own in taken:
            continue
        position += 1
        if not own:
            own, number = f"{LETTERS[kind]}{number}", number + 1
        record = kind(id=own, position=position, **clean_fields(kind, fields_))
        check_references(session, record)
        taken.add(own)
        edits.append(Edit(None, record))
    if len(there) + len(edits) > LIMITS[kind]:
        raise Refused("too_many", field=PLURAL[kind], limit=LIMITS[kind])
    return change_of(f"add_{kind.TABLE}", edits)


def take_accounts(session: Session, rows: Iterable[tuple[Account | None, Mapping[str, Any]]]) -> Change:
    """Put accounts that were read into the session: each in the place of the one that it replaces, the others at the end."""
    wanted = list(rows)
    edits = [Edit(before, replace(before, **clean_fields(Account, dict(given)))) for before, given in wanted if before is not None]
    added = add_rows(session, Account, [given for before, given in wanted if before is None])
    return change_of("import_accounts", [*edits, *added.edits])


def edit_row(session: Session, record: Row, group: str = "", **given: Any) -> Change:
    """Change fields of a row."""
    before = session.get(type(record), key_of(record))
    if before is None:
        raise Refused("record_gone")
    after = replace(before, **clean_fields(type(record), given))
    check_references(session, after)
    return change_of(f"edit_{record.TABLE}", [Edit(before, after)], group)


def is_empty(record: Filled) -> bool:
    """Whether nothing is filled in."""
    aside = {*record.KEY, "asked"}
    return not any(getattr(record, each.name) for each in fields(record) if each.name not in aside)


def fill(session: Session, kind: type[Any], key: tuple[Any, ...], group: str = "", **given: Any) -> Change:
    """Fill in fields of an answer, a fit, a decision, a stance or the follow-up; it goes when nothing is left in it."""
    before = session.get(kind, key)
    after = replace(before or kind(*key), **clean_fields(kind, given))
    check_references(session, after)
    if is_empty(after):
        return change_of(f"fill_{kind.TABLE}", [Edit(before, None)] if before else [], group)
    return change_of(f"fill_{kind.TABLE}", [Edit(before, after)], group)


def answer(session: Session, question: str, platform: str, asked: str, group: str = "", **given: Any) -> Change:
    """Answer a question of the question set with `choice`, `text`, `date` or `owner`; `asked` is how it is put."""
    return fill(session, Answer, (question, platform), group, asked=asked, **given)
