"""What a facilitator can want. Each function checks the intent and returns the `Change` that would fulfil it, or raises `Refused`.

Nothing is changed here: whoever asked writes the change down first and applies it then.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kanaalwaarden.core import text
from kanaalwaarden.core.dates import iso_date
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import (
    LANGUAGES,
    MOST_DISCIPLINES,
    MOST_PLATFORMS,
    MOST_VALUES,
    NO_JUDGEMENT,
    NOT_CLEAR,
    ORIGINS,
    PLATFORM_KINDS,
    REASON_KINDS,
    SCALES,
    VALUE_KINDS,
    Case,
    Change,
    Conclusion,
    DefinitionChange,
    Discipline,
    Edit,
    Listed,
    MinorityNote,
    Platform,
    Rating,
    Record,
    Round,
    Session,
    Value,
    key_of,
)

LIMITS: dict[type[Any], int] = {Value: MOST_VALUES, Platform: MOST_PLATFORMS, Discipline: MOST_DISCIPLINES}
PLURAL: dict[type[Any], str] = {Value: "values", Platform: "platforms", Discipline: "disciplines"}
NAMES = ("name", "short_name", "title", "organisation", "place", "code", "people")
CHOICES: dict[str, Sequence[str]] = {"language": LANGUAGES, "origin": ORIGINS, "reason_kind": REASON_KINDS, "scale": tuple(SCALES)}


def clean_fields(kind: type[Any], given: dict[str, Any]) -> dict[str, Any]:
    """Every given field of a record type made fit to keep. Raises `Refused` for what cannot be."""
    cleaned: dict[str, Any] = {}
    for name, content in given.items():
        if not isinstance(content, str):
            cleaned[name] = content
        elif name == "kind":
            cleaned[name] = _choice(name, content, VALUE_KINDS if kind is Value else PLATFORM_KINDS)
        elif name in CHOICES:
            cleaned[name] = _choice(name, content, CHOICES[name])
        elif name == "date":
            cleaned[name] = iso_date(content)
        elif name in NAMES:
            cleaned[name] = text.clean_name(content, name)
        else:
            cleaned[name] = text.clean_text(content, name)
    return cleaned


def _choice(field: str, given: str, allowed: Sequence[str]) -> str:
    if given not in allowed:
        raise Refused("choice_wrong", field=field, given=given[:60])
    return given


def _rows(session: Session, kind: type[Any]) -> list[Any]:
    rows: dict[type[Any], list[Any]] = {Value: session.values, Platform: session.platforms, Discipline: session.disciplines}
    return rows[kind]


def _check_name(session: Session, kind: type[Any], name: str, own_id: str = "") -> None:
    if not name:
        raise Refused("name_empty")
    wanted = text.same_name(name)
    if any(text.same_name(each.name) == wanted and each.id != own_id for each in _rows(session, kind)):
        raise Refused("name_taken", name=name[:60])


def _check_code(session: Session, code: str, own_id: str = "") -> str:
    code = code.strip().upper()
    if not re.fullmatch(r"[^\W_]{2}", code):
        raise Refused("code_wrong", code=code[:20])
    for each in session.disciplines:
        if each.code == code and each.id != own_id:
            raise Refused("code_taken", code=code, name=each.name)
    return code


def set_case(session: Session, group: str = "", **given: Any) -> Change:
    """Change facts of the case. The scale is refused once somebody has answered or a level was concluded."""
    cleaned = clean_fields(Case, given)
    if cleaned.get("scale", session.case.scale) != session.case.scale and scale_fixed(session):
        raise Refused("scale_fixed")
    after = replace(session.case, **cleaned)
    return _change("scale" if "scale" in given else "case", [Edit(session.case, after)], group)


def scale_fixed(session: Session) -> bool:
    """Whether the scale can no longer be chosen: an answer was given or a level concluded."""
    return session.rated or any(each.effect for each in session.tables[Conclusion.TABLE].values())


def add(session: Session, kind: type[Any], name: str, /, **given: Any) -> Change:
    """Add a value, platform or discipline at the end of its list; a discipline without a code gets one."""
    rows = _rows(session, kind)
    if len(rows) >= LIMITS[kind]:
        raise Refused("too_many", field=PLURAL[kind], limit=LIMITS[kind])
    cleaned = clean_fields(kind, given)
    name = text.clean_name(name)
    _check_name(session, kind, name)
    if kind is Discipline:
        codes = {each.code for each in rows}
        cleaned["code"] = _check_code(session, cleaned["code"]) if cleaned.get("code") else text.discipline_code(name, codes)
    taken = {each.id for each in rows}
    position = max((each.position for each in rows), default=0) + 1
    record = kind(id=text.slug(name, taken, kind.TABLE), position=position, name=name, **cleaned)
    return _change(f"add_{kind.TABLE}", [Edit(None, record)])


def update(session: Session, record: Listed, at: str, group: str = "", **given: Any) -> Change:
    """Change fields of a value, platform or discipline.

    A definition or question that had a text and gets another leaves a `DefinitionChange` with its moment `at`; the
    changes of one `group` (somebody typing) leave one.
    """
    cleaned = clean_fields(type(record), given)
    if "name" in cleaned:
        _check_name(session, type(record), cleaned["name"], record.id)
    if "code" in cleaned:
        cleaned["code"] = _check_code(session, cleaned["code"], record.id)
    edits = [Edit(record, replace(record, **cleaned))]
    if isinstance(record, Value):
        for field in ("definition", "question"):
            if field in cleaned and cleaned[field] != getattr(record, field):
                edits += _definition_edits(session, record, field, cleaned[field], at, group)
    return _change(f"edit_{record.TABLE}", edits, group)


def _definition_edits(session: Session, value: Value, field: str, after: str, at: str, group: str) -> list[Edit]:
    key = f"{value.id}.{field}.{group or at}"
    earlier: DefinitionChange | None = session.get(DefinitionChange, (key,))
    if earlier is None:
        before = getattr(value, field)
        return [Edit(None, DefinitionChange(key, value.id, field, before, after, at, session.rated))] if before else []
    return [Edit(earlier, None if earlier.before == after else replace(earlier, after=after, at=at))]


def move(session: Session, record: Listed, to: int) -> Change:
    """Put a value, platform or discipline at place `to` (0-based) of its list."""
    rows = [each for each in _rows(session, type(record)) if each.id != record.id]
    rows.insert(max(0, min(to, len(rows))), record)
    edits = [Edit(each, replace(each, position=place)) for place, each in enumerate(rows, 1) if each.position != place]
    return _change(f"move_{record.TABLE}", edits)


def belonging(session: Session, record: Listed) -> list[Record]:
    """Everything that would go with a value, platform or discipline if it were removed."""
    found: list[Record] = []
    for kind in (Rating, Conclusion, MinorityNote, DefinitionChange):
        if record.TABLE in kind.__dataclass_fields__:
            found += [each for each in session.tables[kind.TABLE].values() if getattr(each, record.TABLE) == record.id]
    return found


def answers_with(session: Session, record: Listed) -> int:
    """How many answers would go with it."""
    return sum(1 for each in belonging(session, record) if isinstance(each, Rating) and each.effect)


def remove(session: Session, record: Listed) -> Change:
    """Remove a value, platform or discipline with everything that belongs to it."""
    return _change(f"remove_{record.TABLE}", [Edit(each, None) for each in [*belonging(session, record), record]])


def _check_effect(session: Session, effect: str) -> str:
    if effect not in ("", NO_JUDGEMENT, *session.levels):
        raise Refused("level_wrong", given=effect[:60], levels=", ".join([*session.levels, NO_JUDGEMENT]))
    return effect


def _check_there(session: Session, value: str, platform: str = "", discipline: str = "", round_: int = 1) -> None:
    """What somebody is still typing may belong to a record that was removed meanwhile: written down, it would make the file unsound."""
    named = ((Value, value), (Platform, platform), (Discipline, discipline))
    if any(key and session.get(kind, (key,)) is None for kind, key in named) or round_ not in session.rounds:
        raise Refused("record_gone")


def rate(session: Session, round_: int, discipline: str, platform: str, value: str, effect: str) -> Change:
    """Give an answer on one cell: a level, 'geen_oordeel', or '' to clear it. The reason stays."""
    return _rating_change(session, "rate", round_, discipline, platform, value, effect=_check_effect(session, effect))


def explain(session: Session, round_: int, discipline: str, platform: str, value: str, group: str = "", **given: str) -> Change:
    """Set `reason`, `condition` or `reason_kind` of an answer, also before there is a level."""
    label = "condition" if "condition" in given else "reason"
    return _rating_change(session, label, round_, discipline, platform, value, group, **clean_fields(Rating, dict(given)))


def _rating_change(
    session: Session, label: str, round_: int, discipline: str, platform: str, value: str, group: str = "", **cleaned: Any
) -> Change:
    _check_there(session, value, platform, discipline, round_)
    before = session.rating(round_, discipline, platform, value)
    after = replace(before or Rating(round_, discipline, platform, value), **cleaned)
    if not (after.effect or after.reason or after.condition):
        return _change(label, [Edit(before, None)] if before else [], group)
    return _change(label, [Edit(before, after)], group)


def conclude(session: Session, value: str, platform: str, group: str = "", **given: str) -> Change:
    """Set `effect` (a level, 'niet_eenduidig' or '') or `text` of what the group concludes; `platform` '' is over all platforms."""
    _check_there(session, value, platform)
    effect = given.pop("effect", None)
    cleaned: dict[str, Any] = clean_fields(Conclusion, dict(given))
    if effect is not None:
        if effect not in ("", NOT_CLEAR, *session.levels):
            raise Refused("conclusion_wrong", given=effect[:60], levels=", ".join([*session.levels, NOT_CLEAR]))
        cleaned["effect"] = effect
    before = session.conclusion(value, platform)
    after = replace(before or Conclusion(value, platform), **cleaned)
    empty = not (after.effect or after.text)
    return _change("conclude", [Edit(before, None if empty else after)] if before or not empty else [], group)


def note_minority(session: Session, value: str, platform: str, discipline: str, group: str = "", **given: Any) -> Change:
    """Set `text` or `confirmed` of a minority note; changing the text takes the confirmation back; an empty text removes it."""
    _check_there(session, value, platform, discipline)
    cleaned = clean_fields(MinorityNote, dict(given))
    before: MinorityNote | None = session.get(MinorityNote, (value, platform, discipline))
    if before is not None and cleaned.get("text", before.text) != before.text:
        cleaned.setdefault("confirmed", False)
    after = replace(before or MinorityNote(value, platform, discipline), **cleaned)
    return _change("minority", [Edit(before, after if after.text else None)] if before or after.text else [], group)


def import_ratings(session: Session, ratings: Iterable[Rating]) -> Change:
    """Put these ratings in, in place of what stood in the same cells; rounds that do not exist yet are added."""
    edits: list[Edit] = []
    rounds = {1, *session.rounds}
    for rating in ratings:
        if rating.round not in rounds:
            rounds.add(rating.round)
            edits.append(Edit(None, Round(rating.round)))
        edits.append(Edit(session.get(Rating, key_of(rating)), rating))
    return _change("import_ratings", edits)


def _change(label: str, edits: list[Edit], group: str = "") -> Change:
    """A change without the edits that change nothing."""
    return Change(label, tuple(edit for edit in edits if edit.before != edit.after), group)
