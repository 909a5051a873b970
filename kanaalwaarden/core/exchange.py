"""The exchange JSON: a whole session as plain data, out and in. Published schema: resources/schema/session.schema.json."""

from collections.abc import Callable, Collection
from typing import Any

from kanaalwaarden.core.around import MAY_POINT_NOWHERE, REFERENCES
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.intents import LIMITS, PLURAL, clean_fields
from kanaalwaarden.core.model import (
    FORM_KINDS,
    NOT_CLEAR,
    OUTSIDE,
    SCALES,
    STEPS,
    Account,
    Action,
    AgendaItem,
    Answer,
    Argument,
    Card,
    Carried,
    Case,
    Conclusion,
    Decision,
    DefinitionChange,
    Discipline,
    Figure,
    Fit,
    FollowUp,
    Form,
    MinorityNote,
    OpenQuestion,
    Platform,
    Publication,
    Purpose,
    Rating,
    ReadBack,
    Record,
    Reveal,
    Risk,
    Round,
    RoundCell,
    Route,
    Session,
    Stance,
    Step,
    Threshold,
    Value,
    columns,
    key_of,
    session_of,
)
from kanaalwaarden.core.text import same_name

FORMAT = "kanaalwaarden-sessie"
VERSION = 2
"""Version 2 has lists for what stands around the table; a session without those is still written as version 1."""

_LISTS: dict[str, type[Any]] = {
    "values": Value,
    "platforms": Platform,
    "disciplines": Discipline,
    "rounds": Round,
    "ratings": Rating,
    "conclusions": Conclusion,
    "minority_notes": MinorityNote,
    "definition_changes": DefinitionChange,
    "round_cells": RoundCell,
    "reveals": Reveal,
    "arguments": Argument,
    "open_questions": OpenQuestion,
    "agenda": AgendaItem,
    "steps": Step,
    "accounts": Account,
    "figures": Figure,
    "cards": Card,
    "purposes": Purpose,
    "routes": Route,
    "risks": Risk,
    "thresholds": Threshold,
    "actions": Action,
    "answers": Answer,
    "fits": Fit,
    "decisions": Decision,
    "stances": Stance,
    "follow_up": FollowUp,
    "read_backs": ReadBack,
    "publication": Publication,
    "carried": Carried,
    "forms": Form,
}
_AROUND = {
    "accounts", "figures", "cards", "purposes", "routes", "risks", "thresholds", "actions",
    "answers", "fits", "decisions", "stances", "follow_up", "read_backs", "publication", "carried", "forms",
}  # fmt: skip
"""The lists of version 2."""
_LATER = {"round_cells", "reveals", "arguments", "open_questions", "agenda", "steps", *_AROUND}
"""Lists that came later: left out when empty, so that an older file stays as it was."""
_MAY_BE_EMPTY: dict[type[Any], Collection[str]] = {
    Conclusion: ("platform",), Argument: ("platform", "discipline"), OpenQuestion: ("value", "platform"), **MAY_POINT_NOWHERE,
}  # fmt: skip

_HIDDEN = {"position"}  # the order of the list says it


def to_exchange(session: Session) -> dict[str, Any]:
    """The session as plain data; `from_exchange` gives an equal session back."""
    version = VERSION if any(session.tables[_LISTS[name].TABLE] for name in _AROUND) else 1
    data: dict[str, Any] = {"format": FORMAT, "version": version, "session": _plain(session.case, {"id"})}
    rows: dict[str, list[Any]] = {
        "values": session.values,
        "platforms": session.platforms,
        "disciplines": session.disciplines,
        "rounds": [session.get(Round, (number,)) or Round(number) for number in session.rounds],
        "ratings": session.ratings,
        "conclusions": _in_table_order(session, Conclusion),
        "minority_notes": _in_table_order(session, MinorityNote),
        "definition_changes": session.definition_changes,
        "round_cells": _in_table_order(session, RoundCell),
        "reveals": sorted(session.tables[Reveal.TABLE].values(), key=lambda each: (each.round, each.value)),
        "arguments": sorted(session.tables[Argument.TABLE].values(), key=lambda each: (len(each.id), each.id)),
        "open_questions": session.open_questions,
        "agenda": _in_table_order(session, AgendaItem),
        "steps": sorted(session.tables[Step.TABLE].values(), key=lambda each: (each.started, each.id)),
        **{name: session.rows(_LISTS[name]) if _LISTS[name] in LIMITS else _by_key(session, _LISTS[name]) for name in _AROUND},
    }
    for name, kind in _LISTS.items():
        if rows[name] or name not in _LATER:
            data[name] = [_plain(record, _HIDDEN if kind in LIMITS else set()) for record in rows[name]]
    for conclusion in data["conclusions"]:
        conclusion["platform"] = conclusion["platform"] or None
    return data


def _by_key(session: Session, kind: type[Any]) -> list[Any]:
    """In the order of platforms and disciplines as far as the key names them, then of the rest of the key."""
    platforms = {each.id: place for place, each in enumerate(session.platforms)}
    disciplines = {each.id: place for place, each in enumerate(session.disciplines)}

    def order(record: Any) -> tuple[Any, ...]:
        named = (platforms.get(getattr(record, "platform", ""), -1), disciplines.get(getattr(record, "discipline", ""), -1))
        return (*named, *(str(getattr(record, name)) for name in kind.KEY))

    return sorted(session.tables[kind.TABLE].values(), key=order)


def _plain(record: Record, hidden: set[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in columns(type(record)) if name not in hidden}


def _in_table_order(session: Session, kind: type[Any]) -> list[Any]:
    values = {each.id: place for place, each in enumerate(session.values)}
    platforms = {each.id: place for place, each in enumerate(session.platforms)}
    disciplines = {each.id: place for place, each in enumerate(session.disciplines)}

    def order(record: Any) -> tuple[int, int, int]:
        return (values[record.value], platforms.get(record.platform, len(platforms)), disciplines.get(getattr(record, "discipline", ""), 0))

    return sorted(session.tables[kind.TABLE].values(), key=order)


def from_exchange(data: Any) -> Session:
    """The session in exchange data. Every fault is named: `Refused` when it is not this format, else `BadInput`."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Refused("json_format")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused("json_format")
    if version > VERSION:
        raise Refused("json_newer", version=version)
    reader = _Reader()
    reader.known_keys("", data, {"$schema", "format", "version", "session", *_LISTS})
    case = reader.record("session", Case, data.get("session"), {"id": 1})
    found: dict[str, list[Any]] = {}
    for name, kind in _LISTS.items():
        rows = data.get(name, [])
        if not isinstance(rows, list):
            reader.fault(Refused("json_shape", where=name, wanted="[…]"))
            rows = []
        if kind in LIMITS and len(rows) > LIMITS[kind]:
            reader.fault(Refused("too_many", field=PLURAL[kind], limit=LIMITS[kind]))
            rows = []
        extra: Callable[[int], dict[str, Any]] = (lambda place: {"position": place + 1}) if kind in LIMITS else (lambda place: {})
        records = (reader.record(f"{name}[{place}]", kind, row, extra(place)) for place, row in enumerate(rows))
        found[name] = [record for record in records if record is not None]
    reader.raise_faults()
    assert isinstance(case, Case)
    _check_whole(reader, case, found)
    reader.raise_faults()
    rounds = {each.number for each in found["rounds"]}
    found["rounds"] = [each for each in found["rounds"] if each.number > 1 or each.opened or rounds == {1}]
    return session_of([case, *(record for rows in found.values() for record in rows)])


class _Reader:
    """Plain data to records; faults are gathered, so that all are told at once."""

    def __init__(self) -> None:
        self.faults: list[Refused] = []

    def fault(self, fault: Refused) -> None:
        self.faults.append(fault)

    def raise_faults(self) -> None:
        if self.faults:
            raise BadInput(self.faults)

    def known_keys(self, where: str, data: dict[Any, Any], allowed: set[str]) -> None:
        for key in data:
            if key not in allowed:
                self.fault(Refused("json_unknown_key", where=where or "{}", key=str(key)[:60]))

    def record(self, where: str, kind: type[Any], row: Any, extra: dict[str, Any]) -> Any | None:
        if not isinstance(row, dict):
            self.fault(Refused("json_shape", where=where, wanted="{…}"))
            return None
        names = [name for name in columns(kind) if name not in extra]
        self.known_keys(where, row, set(names))
        given: dict[str, Any] = {}
        for name in names:
            spec = kind.__dataclass_fields__[name]
            if name not in row:
                named = kind in (Value, Platform, Discipline) and name in ("name", "code")
                if name in kind.KEY or named or kind is DefinitionChange:
                    self.fault(Refused("json_missing", where=where, key=name))
                continue
            content = "" if kind is Conclusion and name == "platform" and row[name] is None else row[name]
            if type(content) is not spec.type:
                self.fault(Refused("json_shape", where=f"{where}.{name}", wanted=spec.type.__name__))
                continue
            given[name] = content
        if len(given) < sum(name in row for name in names) or any(name not in given for name in kind.KEY if name not in extra):
            return None
        try:
            return kind(**clean_fields(kind, given), **extra)
        except (Refused, TypeError) as problem:
            if isinstance(problem, Refused):
                self.fault(Refused("inside", where=where, inner=problem))
            return None


def check_whole(session: Session) -> None:
    """BadInput unless the records of a session fit together: what `from_exchange` asks of a file, without building one."""
    reader = _Reader()
    found: dict[str, list[Any]] = {name: list(session.tables[kind.TABLE].values()) for name, kind in _LISTS.items()}
    for name, kind in _LISTS.items():
        if kind in LIMITS and len(found[name]) > LIMITS[kind]:
            reader.fault(Refused("too_many", field=PLURAL[kind], limit=LIMITS[kind]))
    _check_whole(reader, session.case, found)
    reader.raise_faults()


def _check_whole(reader: _Reader, case: Case, found: dict[str, list[Any]]) -> None:
    """What no record can know by itself: unique keys, names and codes, references, levels of this scale."""
    listed = ("values", "platforms", "disciplines")
    ids = {name: {each.id for each in found[name]} for name in (*listed, "purposes")}
    for name in _LISTS:
        _unique(reader, name, [key_of(each) for each in found[name]])
    for name in listed:
        _unique(reader, name, [(same_name(each.name),) for each in found[name]])
        for place, each in enumerate(found[name]):
            if not each.name or not each.id:
                reader.fault(Refused("inside", where=f"{name}[{place}]", inner=Refused("name_empty")))
    _unique(reader, "disciplines", [(each.code,) for each in found["disciplines"]])
    for place, each in enumerate(found["disciplines"]):
        if len(each.code) != 2 or not each.code.isalnum() or each.code != each.code.upper():
            reader.fault(Refused("inside", where=f"disciplines[{place}]", inner=Refused("code_wrong", code=each.code[:20])))
    if not (10 <= case.speaker_seconds <= 3600 and 1 <= case.item_minutes <= 600):
        reader.fault(Refused("inside", where="session", inner=Refused("number_wrong")))
    numbers = sorted(each.number for each in found["rounds"])
    if numbers and numbers != list(range(1, len(numbers) + 1)):
        reader.fault(Refused("json_shape", where="rounds", wanted="1, 2, 3 …"))
    rounds = set(numbers) | {1}
    levels = SCALES[case.scale]
    for name in _LISTS:
        if name in listed:
            continue
        others = {kind.TABLE for kind in REFERENCES} - {_LISTS[name].TABLE}
        for place, each in enumerate(found[name]):
            where = f"{name}[{place}]"
            for column in others:
                key = getattr(each, column, None)
                if key is not None and key not in ids[f"{column}s"] and not (key == "" and column in _MAY_BE_EMPTY.get(type(each), ())):
                    reader.fault(Refused("json_unknown_id", where=where, key=key[:60]))
            if getattr(each, "round", 1) not in rounds:
                reader.fault(Refused("json_unknown_id", where=where, key=str(each.round)))
            if name in ("follow_up", "publication") and each.id != 1:
                reader.fault(Refused("json_unknown_id", where=where, key=str(each.id)))
            if name in _AROUND and type(each) in LIMITS and not each.id:
                reader.fault(Refused("json_missing", where=where, key="id"))
            if name == "steps" and each.id not in STEPS:
                reader.fault(Refused("json_unknown_id", where=where, key=each.id[:60]))
            if name == "forms" and not (each.key and each.kind in FORM_KINDS and min(each.answers, each.differing, each.from_form) >= 0):
                reader.fault(Refused("json_shape", where=where, wanted="key, kind, answers"))
            if name == "agenda" and not (0 <= each.position <= 10_000 and 0 <= each.minutes <= 600 and 0 <= each.seconds <= 86_400):
                reader.fault(Refused("inside", where=where, inner=Refused("number_wrong")))
            if name == "ratings" and each.effect not in ("", *OUTSIDE, *levels):
                wrong = Refused("level_wrong", given=each.effect[:60], levels=", ".join([*levels, *OUTSIDE]))
                reader.fault(Refused("inside", where=where, inner=wrong))
            if name == "conclusions" and each.effect not in ("", NOT_CLEAR, *levels):
                wrong = Refused("conclusion_wrong", given=each.effect[:60], levels=", ".join([*levels, NOT_CLEAR]))
                reader.fault(Refused("inside", where=where, inner=wrong))


def _unique(reader: _Reader, where: str, keys: list[tuple[Any, ...]]) -> None:
    seen: set[tuple[Any, ...]] = set()
    for key in keys:
        if key in seen:
            reader.fault(Refused("json_duplicate", where=where, key=" ".join(str(part) for part in key)[:60]))
        seen.add(key)
