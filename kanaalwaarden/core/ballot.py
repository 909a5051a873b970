"""The form of one discipline ('invulformulier'): what is on it, and what becomes of what was filled in.

A form knows its own discipline and nothing of the others. It carries a key that only this session knows, so that a form of another
session is never taken for one of ours, and the version of the question list, so that a changed question is noticed.
Whoever reads files is in `ballots`; here is what a filled form means for the session.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kanaalwaarden.core.blind import hidden_values
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.intents import change_of, check_open, clean_fields, opening
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, REASON_KINDS, Change, Discipline, Edit, Form, Platform, Rating, Session, Value
from kanaalwaarden.core.talk_table import moment

KIND = "kanaalwaarden-formulier"
VERSION = 1
LONGEST = 20_000
"""Of a reason and a condition, as everywhere."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a form says of itself."""

    key: str
    list: str
    """The version of the question list: a digest of values, platforms and scale."""
    round: int
    answers: str
    """A digest of the discipline's own answers when the form was made."""
    platforms: Sequence[str] = ()
    values: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """One cell of a form."""

    effect: str = ""
    reason: str = ""
    reason_kind: str = "zienswijze"
    condition: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it was read. `answers` are by (platform, value)."""

    identity: Identity
    kind: str
    answers: Mapping[tuple[str, str], Given]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the form of one discipline, in words: enough to draw it."""

    title: str
    organisation: str
    discipline: Discipline
    identity: Identity
    values: Sequence[Value]
    platforms: Sequence[Platform]
    choices: Sequence[tuple[str, str]]
    """The answers that can be given: key and word, in scale order, then 'no judgement'."""
    kinds: Sequence[tuple[str, str]]
    """What a reason can be: key and word."""
    answers: Mapping[tuple[str, str], Given]
    """What this discipline has answered already."""


def list_version(session: Session) -> str:
    """A digest of what is asked: scale, values with definition and question, platforms. Another one is another list."""
    asked = [session.case.scale, [(each.id, each.name, each.definition, each.question) for each in session.values]]
    asked.append([(each.id, each.name) for each in session.platforms])
    return _digest(asked)


def _digest(of: Any) -> str:
    return hashlib.sha256(json.dumps(of, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]


def own_answers(session: Session, discipline: str) -> dict[tuple[str, str], Given]:
    """What a discipline answered in the round that counts."""
    number = session.rounds[-1]
    found = {}
    for value in session.values:
        for platform in session.platforms:
            rating = session.rating(number, discipline, platform.id, value.id)
            if rating is not None:
                found[platform.id, value.id] = Given(rating.effect, rating.reason, rating.reason_kind, rating.condition)
    return found


def _version_of(answers: Mapping[tuple[str, str], Given]) -> str:
    return _digest([[*cell, each.effect, each.reason, each.reason_kind, each.condition] for cell, each in sorted(answers.items())])


def make_forms(session: Session, keys: Mapping[str, str], at: str) -> Change:
    """Give disciplines (by id) the keys of their forms; one that has a key keeps it. `Refused` where nobody can answer anything."""
    if session.undivided or not session.values or not session.platforms or not session.disciplines:
        raise Refused("forms_nothing")
    edits = []
    for each in session.disciplines:
        if each.id in keys:
            before: Form | None = session.get(Form, (each.id,))
            after = replace(before, made=at) if before else Form(each.id, keys[each.id], at)
            edits.append(Edit(before, after))
    return change_of("make_forms", edits)


def sheet_of(session: Session, labels: Labels, discipline: str) -> Sheet:
    """The form of a discipline, of which the key was made. KeyError if it was not."""
    who = session.discipline(discipline)
    form: Form = session.tables[Form.TABLE][discipline,]
    answers = own_answers(session, discipline)
    identity = Identity(
        form.key, list_version(session), session.rounds[-1], _version_of(answers),
        [each.id for each in session.platforms], [each.id for each in session.values],
    )  # fmt: skip
    choices = [(key, labels.short(key)) for key in (*session.levels, NO_JUDGEMENT)]
    kinds = [(key, labels(f"reason_kind.{key}")) for key in REASON_KINDS]
    return Sheet(
        session.case.title or labels("table.untitled"), session.case.organisation, who, identity, session.values, session.platforms,
        choices, kinds, answers,
    )  # fmt: skip


def paper_form(session: Session, discipline: str, answers: Mapping[tuple[str, str], Given]) -> FilledForm:
    """A form that was filled in with a pen and typed over. KeyError if no form was made for the discipline."""
    form: Form = session.tables[Form.TABLE][discipline,]
    identity = Identity(form.key, list_version(session), session.rounds[-1], _version_of(own_answers(session, discipline)))
    return FilledForm(identity, "papier", answers)


def identity_text(identity: Identity) -> str:
    """What a form carries, as one line of text for a machine."""
    told = {
        "format": KIND, "version": VERSION, "key": identity.key, "list": identity.list, "round": identity.round,
        "answers": identity.answers, "platforms": list(identity.platforms), "values": list(identity.values),
    }  # fmt: skip
    return json.dumps(told, separators=(",", ":"))


def read_identity(text: str) -> Identity:
    """What a form carries. `Refused` where it is no form of ours, or a later kind of form."""
    try:
        told = json.loads(text)
        if told["format"] != KIND:
            raise ValueError
        version, number = told["version"], told["round"]
        names = [told["platforms"], told["values"]]
        texts = [told["key"], told["list"], told["answers"], *names[0], *names[1]]
        if type(version) is not int or type(number) is not int or not all(isinstance(each, str) for each in texts):
            raise ValueError
        if not all(isinstance(each, list) and len(set(each)) == len(each) <= 200 for each in names):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("form_none") from None
    if version != VERSION:
        raise Refused("form_later")
    return Identity(told["key"], told["list"], number, told["answers"], *names)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell in which the form says something else than the session does."""

    platform: str
    value: str
    session: Given
    form: Given


@dataclass(slots=True)
class FormReport:
    """What a form would do to the session, before anything is written."""

    name: str
    """Of the file."""
    problem: Refused | None = None
    """Why it cannot be taken in at all."""
    discipline: str = ""
    kind: str = ""
    answered: int = 0
    asked: int = 0
    new: dict[tuple[str, str], Given] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """incomplete, changed (the discipline's answers, since the form was made), older_list, twice"""

    @property
    def ready(self) -> bool:
        """Whether it can be taken in without anybody deciding anything."""
        return self.problem is None and not self.conflicts and "twice" not in self.notes


def report(session: Session, read: Sequence[tuple[str, FilledForm | Refused]]) -> list[FormReport]:
    """What each form (its file name, and what was read or why not) would do. Nothing is changed."""
    owners = {form.key: form.discipline for form in session.tables[Form.TABLE].values()}
    found = [_report(session, owners, name, filled) for name, filled in read]
    for each in found:
        if each.problem is None and sum(1 for other in found if other.problem is None and other.discipline == each.discipline) > 1:
            each.notes.append("twice")
    return found


def _report(session: Session, owners: Mapping[str, str], name: str, filled: FilledForm | Refused) -> FormReport:
    if isinstance(filled, Refused):
        return FormReport(name, filled)
    identity = filled.identity
    discipline = owners.get(identity.key)
    if discipline is None:
        return FormReport(name, Refused("form_other_session"))
    told = FormReport(name, discipline=discipline, kind=filled.kind)
    number = session.rounds[-1]
    if identity.round != number:
        told.problem = Refused("form_other_round", form=identity.round, number=number)
        return told
    mine = own_answers(session, discipline)
    if identity.list != list_version(session):
        told.notes.append("older_list")
    there = {(platform.id, value.id) for platform in session.platforms for value in session.values}
    asked = {cell for cell in there if session.asked(number, cell[1], cell[0])}
    told.asked = len(asked)
    for cell, given in filled.answers.items():
        if cell not in asked or given == Given():
            continue
        if given.effect and given.effect not in (*session.levels, NO_JUDGEMENT):
            told.problem = Refused("form_level", given=given.effect[:40])
            return told
        try:
            check_open(session, number, cell[1], cell[0])
        except Refused as problem:
            told.problem = problem
            return told
        try:
            texts = clean_fields(Rating, {"reason": given.reason, "condition": given.condition})
        except Refused as problem:
            told.problem = problem
            return told
        given = replace(given, **texts)
        told.answered += bool(given.effect)
        before = mine.get(cell, Given())
        if before == Given():
            told.new[cell] = given
        elif before != given:
            told.conflicts.append(Conflict(*cell, before, given))
    if told.answered < told.asked:
        told.notes.append("incomplete")
    if identity.answers != _version_of(mine):
        told.notes.append("changed")
    return told


def merge(session: Session, forms: Iterable[tuple[FormReport, Iterable[tuple[str, str]]]], at: str) -> Change:
    """Take forms in, all or nothing. With each come the cells (platform, value) of its conflicts in which the form counts.

    `Refused` for a form that has a problem, and for two forms of one discipline: the facilitator chooses one first.
    """
    number = session.rounds[-1]
    edits: list[Edit] = []
    seen: set[str] = set()
    for told, chosen in forms:
        if told.problem is not None:
            raise told.problem
        if told.discipline in seen:
            raise Refused("form_twice", name=session.discipline(told.discipline).name)
        seen.add(told.discipline)
        wanted = set(chosen)
        decided = {(each.platform, each.value): each.form for each in told.conflicts}
        taken = told.new | {cell: given for cell, given in decided.items() if cell in wanted}
        for (platform, value), given in taken.items():
            check_open(session, number, value, platform)
            key = (number, told.discipline, platform, value)
            before: Rating | None = session.get(Rating, key)
            after = replace(
                before or Rating(*key), effect=given.effect, reason=given.reason, reason_kind=given.reason_kind, condition=given.condition
            )
            if after != before:
                edits.append(Edit(before, after))
        form: Form = session.tables[Form.TABLE][told.discipline,]
        after_form = replace(
            form, taken=at, kind=told.kind, answers=told.answered, differing=len(told.conflicts),
            from_form=sum(1 for each in told.conflicts if (each.platform, each.value) in wanted),
        )  # fmt: skip
        edits.append(Edit(form, after_form))
    first = opening(session, at) if any(isinstance(edit.record, Rating) for edit in edits) else ()
    return change_of("merge_forms", [*first, *edits])


def given_words(given: Given, labels: Labels) -> list[str]:
    """What stands in a cell of a form, in words: the answer, the reason with its kind, the condition."""
    kind = labels(f"reason_kind.{given.reason_kind}") if given.reason else ""
    parts = [labels.short(given.effect) if given.effect else "–", given.reason, kind, given.condition]
    return [part for part in parts if part]


def report_line(session: Session, labels: Labels, told: FormReport) -> str:
    """A form in a sentence: whose, how far, and what stands in the way; never what it says."""
    if told.problem is not None:
        return f"{told.name}: {labels.problem(told.problem)}"
    who = session.discipline(told.discipline).name
    parts = [labels("form.answered", name=who, done=told.answered, total=told.asked)]
    if told.new:
        parts.append(labels("form.new", count=len(told.new)))
    if told.conflicts:
        parts.append(labels("form.differing", count=len(told.conflicts)))
    parts += [labels(f"form.note_{note}") for note in told.notes]
    return f"{told.name}: {'; '.join(parts)}."


def taken_lines(session: Session, labels: Labels) -> list[str]:
    """For the minutes: whose form was taken in, when, and how differences with what stood there were decided."""
    lines = []
    for each in session.disciplines:
        form: Form | None = session.get(Form, (each.id,))
        if form is not None and form.taken:
            kind = labels("form.paper") if form.kind == "papier" else form.kind.upper()
            told = labels("form.taken", name=each.name, kind=kind, moment=moment(form.taken, labels), count=form.answers)
            if form.differing:
                told += " " + labels("form.decided", count=form.differing, form=form.from_form, session=form.differing - form.from_form)
            lines.append(told)
    return lines


def told_blind(session: Session, told: FormReport) -> bool:
    """Whether what the form says may not be shown beside what the session says: on one of its values the round is still blind."""
    return bool(hidden_values(session) & {value for _, value in (*told.new, *((each.platform, each.value) for each in told.conflicts))})

