"""One session after another: what comes along into the next, and what of it is new, changed or gone since.

Ids stay the same from one session to the next. What came along is kept as a digest, so that a session knows by itself what was
changed in it, without the file of the year before.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kanaalwaarden.core.model import (
    ROWS,
    Account,
    Action,
    Answer,
    Card,
    Carried,
    Case,
    Discipline,
    Figure,
    Fit,
    FollowUp,
    Platform,
    Purpose,
    Record,
    Route,
    Session,
    Threshold,
    Value,
    columns,
    key_of,
    session_of,
)
from kanaalwaarden.core.prompts import PromptSet
from kanaalwaarden.core.text import NAME_LIMIT, clean_name

_KEPT: tuple[type[Any], ...] = (Account, Figure, Card, Purpose, Route, Fit)
"""What comes along as it is; thresholds, actions and answers come along in part."""
_NAMES = ("name", "title", "text", "rule", "message", "measure", "asked", "question", "text")
"""The fields by which somebody recognises a record, the first that has something."""


def key_text(record: Record) -> str:
    """The key of a record as one text: its parts as a JSON list, so that no part can be taken for two."""
    return json.dumps(key_of(record), ensure_ascii=False) if len(record.KEY) > 1 else str(key_of(record)[0])


def digest(record: Record) -> str:
    """sha256 over the fields of a record, without its place in the list."""
    plain = [getattr(record, name) for name in columns(type(record)) if name != "position"]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()


def _called(record: Record) -> str:
    names = (str(getattr(record, name, "")) for name in _NAMES)
    return clean_name(next((name for name in names if name.strip()), key_text(record))[:NAME_LIMIT])


def _asked_before(answer: Answer, prompts: PromptSet) -> bool:
    """Whether an answer is about how things stand, and not about the decision of that year."""
    phases = {prompt.id: group.phase for group in prompts.groups for prompt in group.prompts}
    return phases.get(answer.question, "prepare") == "prepare"


def session_from_earlier(earlier: Session, prompts: PromptSet, title: str = "") -> Session:
    """A new session from an earlier one: its case, values, platforms, disciplines, and what is known around the table.

    Cards, accounts, figures, suitability, routes, thresholds, open actions and how things stand come along; ratings, conclusions,
    decisions, standpoints and names of people do not.
    """
    old = earlier.case
    case = Case(
        title=clean_name(title, "title") or old.title,
        organisation=old.organisation,
        occasion=old.occasion,
        aim=old.aim,
        scale=old.scale,
        language=old.language,
        reason_at_ends=old.reason_at_ends,
        fictional=old.fictional,
    )
    along: list[Record] = [*earlier.values, *earlier.platforms]
    along += [Discipline(each.id, each.position, each.name, each.code) for each in earlier.disciplines]
    for kind in _KEPT:
        along += earlier.rows(kind) if kind in ROWS else earlier.tables[kind.TABLE].values()
    along += [replace(each, met="", note="") for each in earlier.rows(Threshold)]
    along += [each for each in earlier.rows(Action) if not each.done]
    along += [each for each in earlier.tables[Answer.TABLE].values() if _asked_before(each, prompts)]
    carried = [Carried(each.TABLE, key_text(each), _called(each), digest(each)) for each in along]
    before = FollowUp(earlier_title=old.title, earlier_date=old.date)
    return session_of([case, *along, *carried, *([before] if old.title or old.date else [])])


def mark_of(session: Session, record: Record) -> str:
    """'new', 'changed' or 'same' against the earlier session; '' where this session does not come from one."""
    if not session.tables[Carried.TABLE]:
        return ""
    before: Carried | None = session.get(Carried, (record.TABLE, key_text(record)))
    if before is None:
        return "new"
    return "same" if before.digest == digest(record) else "changed"


def gone(session: Session, tables: Iterable[str] = ()) -> list[Carried]:
    """What came along and is no longer there, of these tables or of all."""
    wanted = set(tables)
    kinds: tuple[type[Any], ...] = (Value, Platform, Discipline, *ROWS, Answer, Fit)
    there = {(kind.TABLE, key_text(each)) for kind in kinds for each in session.tables[kind.TABLE].values()}
    found: list[Carried] = list(session.tables[Carried.TABLE].values())
    return [each for each in found if (each.table_name, each.key) not in there and (not wanted or each.table_name in wanted)]
