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
    ABOUTS,
    ACCEPTED,
    ACTION_KINDS,
    AGENDA_STATES,
    AIMS,
    CARD_KINDS,
    CARD_STATES,
    COMMENTS,
    FAILURES,
    FITS,
    FORM_KINDS,
    GOALS,
    IMPORTANCES,
    LANGUAGES,
    LAYERS,
    MEDIA,
    MOST_DISCIPLINES,
    MOST_PLATFORMS,
    MOST_ROWS,
    MOST_VALUES,
    NECESSITIES,
    NOT_CLEAR,
    ORIGINS,
    OUTCOMES,
    OUTSIDE,
    PERSONS,
    PLATFORM_KINDS,
    PURPOSE_KINDS,
    READ_BACKS,
    REASON_KINDS,
    RECORDS,
    ROWS,
    SCALES,
    SHOWN,
    STANCES,
    STEPS,
    THRESHOLD_KINDS,
    TRAFFIC,
    VALUE_KINDS,
    YES_NO,
    Action,
    AgendaItem,
    Argument,
    Card,
    Carried,
    Case,
    Change,
    Conclusion,
    DefinitionChange,
    Discipline,
    Edit,
    Form,
    Listed,
    MinorityNote,
    OpenQuestion,
    Platform,
    Purpose,
    Rating,
    Record,
    Reveal,
    Round,
    RoundCell,
    Row,
    Session,
    Stance,
    Step,
    Threshold,
    Value,
    key_of,
)

LIMITS: dict[type[Any], int] = {
    Value: MOST_VALUES, Platform: MOST_PLATFORMS, Discipline: MOST_DISCIPLINES, **dict.fromkeys(ROWS, MOST_ROWS),
}  # fmt: skip
"""How many rows a session can hold of each kind that has an order."""
REVEAL = "reveal"
FORGET = "forget"
FINAL = frozenset({REVEAL, FORGET})
"""The labels of what is never undone: what was seen cannot be unseen, and names that were removed do not come back."""
PLURAL: dict[type[Any], str] = {
    Value: "values", Platform: "platforms", Discipline: "disciplines", **{kind: f"{kind.TABLE}s" for kind in ROWS},
}  # fmt: skip
NAMES = frozenset({
    "name", "short_name", "title", "organisation", "place", "code", "people", "owner", "manager", "measure", "maker", "message",
    "audience", "channel", "area", "decider", "capacity", "earlier_title",
})  # fmt: skip
DATES = frozenset({"date", "checked", "decided", "review", "earlier_date", "names_until"})
KEYS: dict[str, Sequence[str]] = {"without": FAILURES, "strategies": (), "choice": ()}
"""Fields with keys of options; () where a question set knows which."""
KINDS: dict[type[Any], Sequence[str]] = {
    Form: FORM_KINDS, Value: VALUE_KINDS, Platform: PLATFORM_KINDS, Argument: REASON_KINDS, Card: CARD_KINDS, Purpose: PURPOSE_KINDS,
    Threshold: THRESHOLD_KINDS, Action: ACTION_KINDS,
}  # fmt: skip
LOOSE: dict[type[Any], Sequence[str]] = {Stance: ("value",), Action: ("platform", "value"), Card: ("platform",)}
"""What stays, without the reference, when the value or platform that it points to is removed."""
CHOICES: dict[str, Sequence[str]] = {
    "language": LANGUAGES, "origin": ORIGINS, "reason_kind": REASON_KINDS, "scale": tuple(SCALES),
    "layer": LAYERS, "about": ABOUTS, "state": AGENDA_STATES, "goal": GOALS, "policy": YES_NO, "comments": COMMENTS, "aim": AIMS,
    "traffic": TRAFFIC, "status": CARD_STATES, "outcome": ("", *OUTCOMES), "medium": MEDIA, "accepted": ACCEPTED, "met": YES_NO,
    "necessity": NECESSITIES, "importance": IMPORTANCES, "suits": FITS, "can": FITS, "want": FITS, "stance": STANCES,
    "formal": YES_NO, "verdict": READ_BACKS, "consent": YES_NO, "persons": PERSONS, "shown": SHOWN,
}  # fmt: skip


def clean_fields(kind: type[Any], given: dict[str, Any]) -> dict[str, Any]:
    """Every given field of a record type made fit to keep. Raises `Refused` for what cannot be."""
    cleaned: dict[str, Any] = {}
    for name, content in given.items():
        if not isinstance(content, str):
            cleaned[name] = content
        elif name == "kind":
            cleaned[name] = _choice(name, content, KINDS[kind])
        elif name in CHOICES and (name, kind) != ("aim", Case):
            cleaned[name] = _choice(name, content, CHOICES[name])
        elif name in DATES:
            cleaned[name] = iso_date(content)
        elif name == "number":
            cleaned[name] = text.clean_number(content)
        elif name in KEYS:
            cleaned[name] = text.clean_keys(content, name, KEYS[name])
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
    return rows[kind] if kind in rows else session.rows(kind)


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
    ranges = (("speaker_seconds", 10, 3600), ("item_minutes", 1, 600))
    if any(not low <= cleaned.get(name, low) <= high for name, low, high in ranges):
        raise Refused("number_wrong")
    if cleaned.get("scale", session.case.scale) != session.case.scale and scale_fixed(session):
        raise Refused("scale_fixed")
    after = replace(session.case, **cleaned)
    return change_of("scale" if "scale" in given else "case", [Edit(session.case, after)], group)


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
    return change_of(f"add_{kind.TABLE}", [Edit(None, record)])


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
    return change_of(f"edit_{record.TABLE}", edits, group)


def _definition_edits(session: Session, value: Value, field: str, after: str, at: str, group: str) -> list[Edit]:
    key = f"{value.id}.{field}.{group or at}"
    earlier: DefinitionChange | None = session.get(DefinitionChange, (key,))
    if earlier is None:
        before = getattr(value, field)
        return [Edit(None, DefinitionChange(key, value.id, field, before, after, at, session.rated))] if before else []
    return [Edit(earlier, None if earlier.before == after else replace(earlier, after=after, at=at))]


def move(session: Session, record: Listed | Row, to: int) -> Change:
    """Put a value, platform, discipline or row at place `to` (0-based) of its list."""
    rows = [each for each in _rows(session, type(record)) if each.id != record.id]
    rows.insert(max(0, min(to, len(rows))), record)
    edits = [Edit(each, replace(each, position=place)) for place, each in enumerate(rows, 1) if each.position != place]
    return change_of(f"move_{record.TABLE}", edits)


def belonging(session: Session, record: Listed | Row) -> list[Record]:
    """Everything that would go with a value, platform, discipline or row if it were removed."""
    found: list[Record] = []
    for kind in RECORDS[1:]:
        if record.TABLE in kind.__dataclass_fields__ and record.TABLE not in LOOSE.get(kind, ()):
            found += [each for each in session.tables[kind.TABLE].values() if getattr(each, record.TABLE) == record.id]
    return found


def answers_with(session: Session, record: Listed) -> int:
    """How many answers would go with it."""
    return sum(1 for each in belonging(session, record) if isinstance(each, Rating) and each.effect)


def remove(session: Session, record: Listed | Row) -> Change:
    """Remove a value, platform, discipline or row with everything that belongs to it; what only points to it (`LOOSE`) stays."""
    gone = [Edit(each, None) for each in [*belonging(session, record), record]]
    removed = {(edit.record.TABLE, key_of(edit.record)) for edit in gone}
    for kind, names in LOOSE.items():
        for each in session.tables[kind.TABLE].values():
            if record.TABLE in names and getattr(each, record.TABLE) == record.id and (kind.TABLE, key_of(each)) not in removed:
                gone.append(Edit(each, replace(each, **{record.TABLE: ""})))
    return change_of(f"remove_{record.TABLE}", gone)


def _check_effect(session: Session, effect: str) -> str:
    if effect not in ("", *OUTSIDE, *session.levels):
        raise Refused("level_wrong", given=effect[:60], levels=", ".join([*session.levels, *OUTSIDE]))
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
    check_open(session, round_, value, platform)
    before = session.rating(round_, discipline, platform, value)
    after = replace(before or Rating(round_, discipline, platform, value), **cleaned)
    if not (after.effect or after.reason or after.condition):
        return change_of(label, [Edit(before, None)] if before else [], group)
    return change_of(label, [Edit(before, after)], group)


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
    return change_of("conclude", [Edit(before, None if empty else after)] if before or not empty else [], group)


def note_minority(session: Session, value: str, platform: str, discipline: str, group: str = "", **given: Any) -> Change:
    """Set `text` or `confirmed` of a minority note; changing the text takes the confirmation back; an empty text removes it."""
    _check_there(session, value, platform, discipline)
    cleaned = clean_fields(MinorityNote, dict(given))
    before: MinorityNote | None = session.get(MinorityNote, (value, platform, discipline))
    if before is not None and cleaned.get("text", before.text) != before.text:
        cleaned.setdefault("confirmed", False)
    after = replace(before or MinorityNote(value, platform, discipline), **cleaned)
    return change_of("minority", [Edit(before, after if after.text else None)] if before or after.text else [], group)


def import_ratings(session: Session, ratings: Iterable[Rating]) -> Change:
    """Put these ratings in, in place of what stood in the same cells; rounds that do not exist yet are added."""
    edits: list[Edit] = []
    rounds = {1, *session.rounds}
    for rating in ratings:
        if rating.round not in rounds:
            rounds.add(rating.round)
            edits.append(Edit(None, Round(rating.round)))
        before = session.get(Rating, key_of(rating))
        if before != rating:
            check_open(session, rating.round, rating.value, rating.platform)
        edits.append(Edit(before, rating))
    return change_of("import_ratings", edits)


# The conversation


def check_open(session: Session, round_: int, value: str, platform: str) -> None:
    """Refused when an answer of this round can no longer change: it was revealed, a later round has begun, or it is not asked."""
    if not session.asked(round_, value, platform):
        raise Refused("not_asked", number=round_)
    record: Round | None = session.get(Round, (round_,))
    revealed = record is not None and record.blind and (record.revealed or session.get(Reveal, (round_, value)) is not None)
    later = any(each.number > round_ and each.opened for each in session.tables[Round.TABLE].values())  # an imported round never opened
    if revealed or later:
        raise Refused("round_frozen", number=round_)


def opening(session: Session, at: str) -> tuple[Edit, ...]:
    """The edit that opens blind round 1, to go with the first answer that is entered; none where it is open or not blind."""
    if session.case.blind and not session.rated and session.get(Round, (1,)) is None:
        return (Edit(None, Round(1, at, blind=True)),)
    return ()


def reveal(session: Session, round_: int, at: str, value: str = "") -> Change:
    """Reveal a blind round, or one value of it. It cannot be undone; with the last value the round is revealed as a whole."""
    record: Round | None = session.get(Round, (round_,))
    if record is None or not record.blind or record.revealed:
        raise Refused("not_blind", number=round_)
    edits: list[Edit] = []
    if value and session.get(Reveal, (round_, value)) is None:
        edits.append(Edit(None, Reveal(round_, value, at)))
    left = [each.id for each in session.values if each.id != value and session.get(Reveal, (round_, each.id)) is None]
    if not value or not left:
        edits.append(Edit(record, replace(record, revealed=at)))
    return Change(REVEAL, tuple(edits))


def next_round(session: Session, cells: Sequence[tuple[str, str]], at: str) -> Change:
    """Begin the next round for these cells (value, platform). Refused while a blind round is open, or without cells."""
    if not cells:
        raise Refused("no_cells")
    last = session.rounds[-1]
    record: Round | None = session.get(Round, (last,))
    if record is not None and record.blind and not record.revealed:
        raise Refused("still_blind", number=last)
    number = last + 1
    first = [] if record is not None else [Edit(None, Round(last))]
    chosen = [Edit(None, RoundCell(number, value, platform)) for value, platform in dict.fromkeys(cells)]
    return change_of("next_round", [*first, Edit(None, Round(number, at)), *chosen])


def ask_again(session: Session, round_: int, value: str, platform: str, asked: bool) -> Change:
    """Add a cell to a later round, or take it out again while nobody answered it."""
    before = session.get(RoundCell, (round_, value, platform))
    if not asked and any(session.rating(round_, each.id, platform, value) for each in session.disciplines):
        raise Refused("round_frozen", number=round_)
    return change_of("next_round", [Edit(before, RoundCell(round_, value, platform) if asked else None)])


def next_id(session: Session, kind: type[Any], letter: str) -> str:
    """An id that no record of this kind has, nor one that came from the earlier session and is gone."""
    known = [each.id for each in session.tables[kind.TABLE].values()]
    known += [each.key for each in session.tables[Carried.TABLE].values() if each.table_name == kind.TABLE]
    numbers = [int(each[1:]) for each in known if re.fullmatch(r"[0-9]{1,9}", each[1:])]
    return f"{letter}{max(numbers, default=0) + 1}"


def argue(session: Session, value: str, platform: str, at: str, **given: Any) -> Change:
    """Log an argument on a cell: `discipline`, `kind`, `about`, `layer`, `text`."""
    record = Argument(next_id(session, Argument, "a"), value, platform, at=at)
    return edit_note(session, record, **given)


def ask(session: Session, value: str, platform: str, **given: Any) -> Change:
    """Note a fact to check: `text`, `owner`, `date`."""
    return edit_note(session, OpenQuestion(next_id(session, OpenQuestion, "u"), value, platform), **given)


def edit_note(session: Session, record: Argument | OpenQuestion, group: str = "", **given: Any) -> Change:
    """Change fields of an argument or open question; without a text it goes."""
    before = session.get(type(record), key_of(record))
    after = replace(record, **clean_fields(type(record), given))
    if before is None and not after.text:
        return Change(record.TABLE, ())
    return change_of(record.TABLE, [Edit(before, after if after.text else None)], group)


def plan(session: Session, value: str, platform: str, **given: Any) -> Change:
    """Set `position`, `state`, `minutes` or `seconds` of a cell on the agenda."""
    cleaned = clean_fields(AgendaItem, given)
    if any(not 0 <= cleaned.get(name, 0) <= most for name, most in (("position", 10_000), ("minutes", 600), ("seconds", 86_400))):
        raise Refused("number_wrong")
    before = session.get(AgendaItem, (value, platform))
    return change_of("plan", [Edit(before, replace(before or AgendaItem(value, platform), **cleaned))])


def order_agenda(session: Session, cells: Sequence[tuple[str, str]]) -> Change:
    """Put the cells of the agenda in this order."""
    edits = []
    for place, (value, platform) in enumerate(cells, 1):
        before = session.get(AgendaItem, (value, platform))
        edits.append(Edit(before, replace(before or AgendaItem(value, platform), position=place)))
    return change_of("plan", edits)


def step_to(session: Session, step: str, at: str) -> Change:
    """Begin a step of the session; the one that was going on ends."""
    if step not in STEPS:
        raise Refused("choice_wrong", field="step", given=step[:60])
    running = [each for each in session.tables[Step.TABLE].values() if each.started and not each.ended and each.id != step]
    edits = [Edit(each, replace(each, ended=at)) for each in running]
    before: Step | None = session.get(Step, (step,))
    edits.append(Edit(before, replace(before, ended="") if before else Step(step, at)))
    return change_of("step", edits)


def change_of(label: str, edits: list[Edit], group: str = "") -> Change:
    """A change without the edits that change nothing."""
    return Change(label, tuple(edit for edit in edits if edit.before != edit.after), group)
