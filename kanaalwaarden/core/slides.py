"""What the room sees: slides made ready to paint, from what may be seen. Every word on the projector is chosen here, once.

In: the *visible* session (`blind.visible`), how far a blind round is, the labels. Out: frozen slides. Names of people, arguments,
facts to check and anything that is still blind have no way in: nothing here reads them. Who decides, and who does an action, may be a
person: the first is not shown, the second only where it is the name of a discipline.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kanaalwaarden.core.blind import BlindProgress, hidden, open_blind_round
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.divergence import Cell, cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import (
    NO_JUDGEMENT,
    NOT_CLEAR,
    OUTSIDE,
    RULED_OUT,
    STEPS,
    Action,
    Discipline,
    Platform,
    Session,
    Step,
    Threshold,
    Value,
)  # fmt: skip
from kanaalwaarden.core.picture import CellPicture, picture_of
from kanaalwaarden.core.read_back import has_texts, own_texts
from kanaalwaarden.core.talk import agenda, movement
from kanaalwaarden.core.text import capital, same_name
from kanaalwaarden.core.weigh import ordered_actions, same_decision, stance_sentence

SlideKey = tuple[str, ...]
"""Which slide: its kind, and the value and platform that it is about."""

TITLE: SlideKey = ("title",)
AGENDA: SlideKey = ("agenda",)
RULES: SlideKey = ("rules",)
PROGRESS: SlideKey = ("progress",)
TABLE: SlideKey = ("table",)
MINORITY: SlideKey = ("minority",)
ACTIONS: SlideKey = ("actions",)
PAUSE: SlideKey = ("pause",)
BLANK: SlideKey = ("blank",)


@dataclass(frozen=True, slots=True)
class TitleSlide:
    """What this session is: title, who, when, about what."""

    key: SlideKey
    name: str
    title: str
    organisation: str
    date: str
    occasion: str
    fictional: str


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of the session: `state` is done, running or to_come."""

    number: int
    name: str
    state: str
    state_word: str
    time: str


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """The steps of the session, and where we are."""

    key: SlideKey
    name: str
    steps: tuple[AgendaStep, ...]


@dataclass(frozen=True, slots=True)
class RulesSlide:
    """The rules; `levels` (effect, word) stand after the rule at place `scale_at`."""

    key: SlideKey
    name: str
    rules: tuple[str, ...]
    levels: tuple[tuple[str, str], ...]
    scale_at: int


@dataclass(frozen=True, slots=True)
class ValueSlide:
    """One value: what we mean by it, and what we ask."""

    key: SlideKey
    name: str
    kind: str
    title: str
    definition_head: str
    definition: str
    question_head: str
    question: str


@dataclass(frozen=True, slots=True)
class ReadySeat:
    """Whether one discipline is ready: the only thing about it that may be known."""

    code: str
    name: str
    ready: bool
    word: str


@dataclass(frozen=True, slots=True)
class ProgressSlide:
    """How far a blind round is."""

    key: SlideKey
    name: str
    question: str
    text: str
    count: str
    seats: tuple[ReadySeat, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One discipline in a lane. `ghost`: it left this lane in this round; `note`: where it came from."""

    name: str
    code: str
    alone: bool = False
    ghost: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One answer and who gave it. `outlined`: exactly one discipline stands here, alone."""

    effect: str
    word: str
    marks: tuple[Mark, ...]
    outlined: bool
    empty_word: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class CellSlide:
    """One revealed cell, large."""

    key: SlideKey
    name: str
    over: str
    title: str
    question: str
    state: str
    state_word: str
    lanes: tuple[Lane, ...]
    sentence: tuple[Run, ...]
    moves: str
    conclusion: str
    conclusion_effect: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One discipline's answers on one value, per platform: (effect, word)."""

    code: str
    name: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MatrixSlide:
    """Disciplines x platforms for one value."""

    key: SlideKey
    name: str
    over: str
    title: str
    platforms: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One value of the table; a cell that may not be seen yet has no picture. `conclusion` is that over all platforms."""

    name: str
    cells: tuple[CellPicture | None, ...]
    conclusion: str
    conclusion_word: str


@dataclass(frozen=True, slots=True)
class TableSlide:
    """The value table."""

    key: SlideKey
    name: str
    platforms: tuple[str, ...]
    rows: tuple[TableRow, ...]
    legend_word: str
    legend: tuple[tuple[str, str], ...]
    alone_word: str
    blind_word: str


@dataclass(frozen=True, slots=True)
class Note:
    """A minority note, in the words of the discipline that holds it."""

    who: str
    where: str
    text: str
    confirmed: bool
    confirmed_word: str


@dataclass(frozen=True, slots=True)
class MinoritySlide:
    """The minority notes; or, when a discipline's text is read back, everything in its name."""

    key: SlideKey
    name: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DecisionSlide:
    """What is decided on a platform: (head, text) pairs and lists under a head, after the outcome in large."""

    key: SlideKey
    name: str
    over: str
    title: str
    outcome: str
    open_word: str
    """What stands in the place of an outcome that is not there yet."""
    facts: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    sentence_head: str
    sentence: str
    stances_head: str
    stances: tuple[str, ...]
    """Who stands behind it, and whether for the same reasons: the last thing on the slide, for it may be long."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action: what, and under it who (a discipline), when and how much it matters."""

    text: str
    about: str
    done: bool
    done_word: str


@dataclass(frozen=True, slots=True)
class ActionsSlide:
    """The actions, what is necessary first."""

    key: SlideKey
    name: str
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class PauseSlide:
    """A break."""

    key: SlideKey
    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BlankSlide:
    """Nothing at all."""

    key: SlideKey
    name: str


Slide = (
    TitleSlide | AgendaSlide | RulesSlide | ValueSlide | ProgressSlide | CellSlide | MatrixSlide | TableSlide | MinoritySlide
    | DecisionSlide | ActionsSlide | PauseSlide | BlankSlide
)  # fmt: skip


# Which slides there are


def shown_round(session: Session, value: str, platform: str) -> int | None:
    """The last round of which this cell may be seen; None while its first is blind."""
    if hidden(session, 1, value):
        return None
    return max(number for number in session.rounds if not hidden(session, number, value) and session.asked(number, value, platform))


def exists(session: Session, key: SlideKey) -> bool:
    """Whether this slide is there now."""
    kind, about = key[0], key[1:]
    if kind in ("title", "agenda", "rules", "pause", "blank"):
        return not about
    if kind == "progress":
        return open_blind_round(session) is not None
    if kind == "table":
        return bool(session.values and session.platforms) and (_told(session) or bool(session.tables["conclusion"]))
    if kind == "minority":
        return bool(_notes(session))
    if kind == "actions":
        return any(each.text.strip() for each in session.rows(Action))
    if kind == "decision":
        return session.get(Platform, about) is not None and session.decision(about[0]) is not None
    if kind == "read_back":
        if open_blind_round(session) is not None:  # reasons come on the wall only when nothing is hidden any more
            return False
        return session.get(Discipline, about) is not None and has_texts(session, about[0])
    if session.get(Value, about[:1]) is None:
        return False
    if kind == "value":
        return True
    if not _told(session) or hidden(session, 1, about[0]):
        return False
    if kind == "matrix":
        return bool(session.platforms)
    return session.get(Platform, about[1:]) is not None


def _told(session: Session) -> bool:
    """Whether any answer may be seen."""
    return session.rated


def keys(session: Session) -> list[SlideKey]:
    """Every slide in the order of a session.

    Opening, values, blind round, table, cells to discuss, minority notes, decisions, actions, read-back; then the rest.
    """
    found = [TITLE, AGENDA, RULES, *(("value", value.id) for value in session.values), PROGRESS, TABLE]
    to_discuss = agenda(session, session.rounds[-1]) if _told(session) else []
    first = [("cell", entry.cell.value.id, entry.cell.platform.id) for entry in to_discuss]
    known = set(first)
    others = [("cell", value.id, platform.id) for value in session.values for platform in session.platforms]
    matrices = [("matrix", value.id) for value in session.values]
    decisions = [("decision", platform.id) for platform in session.platforms]
    read_back = [("read_back", each.id) for each in session.disciplines]
    found += [*first, MINORITY, *decisions, ACTIONS, *read_back, *matrices, *(key for key in others if key not in known)]
    return [key for key in found if exists(session, key)]


def name_of(session: Session, labels: Labels, key: SlideKey) -> str:
    """What a slide is called in the list of slides."""
    kind, about = key[0], key[1:]
    if kind == "cell":
        return labels("slide.cell", value=session.value(about[0]).name, platform=session.platform(about[1]).name)
    if kind == "matrix":
        return labels("slide.matrix", value=session.value(about[0]).name)
    if kind == "value":
        value = session.value(about[0])
        return labels("slide.value", kind=capital(labels(f"kind.{value.kind}")), name=value.name)
    if kind == "progress":
        return labels("slide.progress", number=open_blind_round(session))
    if kind == "decision":
        return labels("slide.decision", platform=session.platform(about[0]).name)
    if kind == "read_back":
        return labels("slide.read_back", name=session.discipline(about[0]).name)
    return labels(f"slide.{kind}")


def slides(session: Session, progress: Sequence[BlindProgress], labels: Labels) -> list[Slide]:
    """Every slide there is, in the order of `keys`; pause and blank can cover any of them."""
    return [slide_of(session, progress, labels, key) for key in keys(session)]


def slide_of(session: Session, progress: Sequence[BlindProgress], labels: Labels, key: SlideKey) -> Slide:
    """One slide. `session` is the visible one; KeyError for a slide that is not there (`exists`)."""
    if not exists(session, key):
        raise KeyError(key)
    kind, about = key[0], key[1:]
    name = name_of(session, labels, key)
    if kind == "title":
        return _title(session, labels, name)
    if kind == "agenda":
        return AgendaSlide(key, name, tuple(_step(session, labels, number, step) for number, step in enumerate(STEPS, 1)))
    if kind == "rules":
        return _rules(session, labels, name)
    if kind == "value":
        value = session.value(about[0])
        heads = (labels("slide.definition"), value.definition, labels("slide.question"), value.question)
        return ValueSlide(key, name, capital(labels(f"kind.{value.kind}")), value.name, *heads)
    if kind == "progress":
        return _progress(progress, labels, name)
    if kind == "table":
        return _table(session, labels, name)
    if kind == "matrix":
        return _matrix(session, labels, key, name)
    if kind == "cell":
        return _cell(session, labels, key, name)
    if kind == "minority":
        return MinoritySlide(key, name, tuple(_notes(session, labels)))
    if kind == "read_back":
        return MinoritySlide(key, name, tuple(_read_back(session, labels, about[0])))
    if kind == "decision":
        return _decision(session, labels, key, name)
    if kind == "actions":
        return ActionsSlide(key, name, tuple(_action(session, labels, each) for each in ordered_actions(session) if each.text.strip()))
    if kind == "pause":
        return PauseSlide(key, name, labels("slide.pause"), labels("slide.pause_text"))
    return BlankSlide(key, name)


# One by one


def _title(session: Session, labels: Labels, name: str) -> TitleSlide:
    case = session.case
    date = date_in_words(case.date, labels)
    fictional = labels("slide.fictional") if case.fictional else ""
    return TitleSlide(TITLE, name, case.title or labels("table.untitled"), case.organisation, date, case.occasion, fictional)


def _step(session: Session, labels: Labels, number: int, step: str) -> AgendaStep:
    record: Step | None = session.get(Step, (step,))
    planned = labels(f"step_minutes.{step}")
    state, time = "to_come", labels("slide.planned", planned=planned)
    if record is not None and record.started:
        began = _moment(record.started)
        if not record.ended:
            state = "running"
            if began is not None:
                time = labels("slide.since", time=began.strftime("%H:%M"), planned=planned)
        else:
            state, ended = "done", _moment(record.ended)
            if began is not None and ended is not None:
                minutes = max(0, round((ended - began).total_seconds() / 60))
                time = labels("slide.actual", actual=minutes, planned=planned)
    return AgendaStep(number, labels(f"step.{step}"), state, labels(f"slide.step_{state}"), time)


def _moment(iso: str) -> datetime.datetime | None:
    """The moment that was kept, or None where a file has something else there. Moments with and without an offset do not mix."""
    try:
        found = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=datetime.UTC)


def _rules(session: Session, labels: Labels, name: str) -> RulesSlide:
    case = session.case
    rules = [labels("slide.rule_no_mean"), labels("slide.rule_scale")]
    at = len(rules) - 1
    rules.append(labels("slide.rule_no_judgement"))
    if case.blind:
        rules.append(labels("slide.rule_blind"))
    rules.append(labels("slide.rule_rounds"))
    if case.reason_at_ends:
        rules.append(labels("slide.rule_reason"))
    rules.append(labels("slide.rule_alone"))
    return RulesSlide(RULES, name, tuple(rules), tuple((level, labels.word(case.scale, level)) for level in session.levels), at)


def _progress(progress: Sequence[BlindProgress], labels: Labels, name: str) -> ProgressSlide:
    words = {True: labels("slide.ready"), False: labels("slide.busy")}
    seats = tuple(ReadySeat(each.discipline.code, each.discipline.name, each.ready, words[each.ready]) for each in progress)
    count = labels("blind.of", done=sum(1 for each in seats if each.ready), total=len(seats))
    return ProgressSlide(PROGRESS, name, labels("table.question"), labels("slide.progress_text"), count, seats)


def _cell(session: Session, labels: Labels, key: SlideKey, name: str) -> CellSlide:
    value, platform = session.value(key[1]), session.platform(key[2])
    number = shown_round(session, value.id, platform.id)
    assert number is not None, "a cell that is still blind is no slide"
    cell = cell_of(session, value, platform, number)
    moved = [each for each in movement(session, value.id, platform.id, number) if each.moved]
    scale = session.case.scale
    came = {each.discipline.id: each.before.effect for each in moved if each.before and each.before.effect}
    alone = {each.id for each in cell.alone}

    def lane(effect: str) -> Lane:
        marks = []
        for each, rating in cell.ratings:
            if rating is not None and rating.effect == effect:
                note = labels("slide.was", before=labels.short(came[each.id])) if each.id in came else ""
                marks.append(Mark(each.name, each.code, each.id in alone, note=note))
            elif came.get(each.id) == effect:
                marks.append(Mark(each.name, each.code, ghost=True))
        there = [each for each in marks if not each.ghost]
        outlined = len(there) == 1 and there[0].alone
        return Lane(effect, labels.word(scale, effect), tuple(marks), outlined, labels("slide.nobody"))

    used = {rating.effect for _, rating in cell.ratings if rating is not None} | set(came.values())
    lanes = tuple(lane(effect) for effect in (*cell.levels, *(effect for effect in (RULED_OUT, NO_JUDGEMENT) if effect in used)))
    told = ""
    if number > 1 and any(session.rating(number, each.id, platform.id, value.id) for each in session.disciplines):
        words = []
        for each in moved:
            before = labels.word(scale, came.get(each.discipline.id, ""))
            after = labels.word(scale, each.after.effect if each.after else "")
            words.append(labels("slide.moved", name=each.discipline.name, before=before, after=after))
        told = labels("slide.moves", number=number, moves="; ".join(words)) if words else labels("slide.moves_none", number=number)
    spoken = session.conclusion(value.id, platform.id)
    effect = spoken.effect if spoken else ""
    concluded = [labels("slide.concluded", word=labels.word(scale, effect))] if effect else []
    concluded += [spoken.text] if spoken and spoken.text else []
    over = labels("slide.channel_of" if platform.kind == "eigen" else "slide.cell_of", platform=platform.name, number=number)
    return CellSlide(
        key, name, over, value.name, value.question, cell.state, labels.state(cell, session.case.one_voice), lanes,
        _runs(session, labels, cell), told, " ".join(concluded), effect,
    )  # fmt: skip


def _runs(session: Session, labels: Labels, cell: Cell) -> tuple[Run, ...]:
    """The sentence of a cell, with the part about everybody who stands alone (or rules it out) strong."""
    sentence = labels.sentence(session, cell)
    answers = {each.id: rating.effect for each, rating in cell.ratings if rating is not None}
    scale = session.case.scale
    seen = {each.id: labels(f"sentence.sees.{scale}.{answers[each.id]}") for each in cell.alone}
    parts = [labels("sentence.one_sees", name=each.name, seen=seen[each.id]) for each in cell.alone]
    if cell.ruled_out:
        count = len(cell.ruled_out)
        parts.append(labels("sentence.ruled_out", count=count, names=labels.names(cell.ruled_out), number=count))
    strong: list[tuple[int, int]] = []
    for part in parts:
        place = 0 if sentence[1:].startswith(part[1:]) else sentence.find(f"; {part}") + 2
        strong.append((place, place + len(part)))
    runs, at = [], 0
    for start, end in sorted(strong):
        runs += [Run(sentence[at:start]), Run(sentence[start:end], strong=True)]
        at = end
    return tuple(run for run in (*runs, Run(sentence[at:])) if run.text)


def _matrix(session: Session, labels: Labels, key: SlideKey, name: str) -> MatrixSlide:
    value = session.value(key[1])
    rows = []
    for each in session.disciplines:
        answers = []
        for platform in session.platforms:
            found = session.standing(shown_round(session, value.id, platform.id) or 1, each.id, platform.id, value.id)
            effect = found.effect if found else ""
            answers.append((effect, labels.short(effect)))
        rows.append(MatrixRow(each.code, each.name, tuple(answers)))
    platforms = tuple(platform.name for platform in session.platforms)
    return MatrixSlide(key, name, labels("slide.matrix_of"), value.name, platforms, tuple(rows))


def _table(session: Session, labels: Labels, name: str) -> TableSlide:
    rows = []
    used: set[str] = set()
    for value in session.values:
        spoken = session.conclusion(value.id)
        effect = spoken.effect if spoken and shown_round(session, value.id, "") is not None else ""
        cells = []
        for platform in session.platforms:
            number = shown_round(session, value.id, platform.id)
            cells.append(picture_of(session, labels, value, platform, number) if number is not None else None)
        used |= {effect} | {each.conclusion for each in cells if each is not None}
        rows.append(TableRow(value.label, tuple(cells), effect, labels.conclusion(effect)))
    effects = (*session.levels, *OUTSIDE, NOT_CLEAR)
    legend = [(each, labels.short(each)) for each in effects if each in session.levels or each in used]
    legend.append(("", labels("conclusion.none_short")))
    platforms = tuple(platform.name for platform in session.platforms)
    words = (labels("slide.legend"), tuple(legend), labels("slide.alone"), labels("slide.blind"))
    return TableSlide(TABLE, name, platforms, tuple(rows), *words)


def _notes(session: Session, labels: Labels | None = None) -> list[Note]:
    """The minority notes with a text on what may be seen; without labels only to know whether there are any."""
    found = []
    for value in session.values:
        if hidden(session, 1, value.id):
            continue
        for platform in session.platforms:
            for note in session.minority_notes(value.id, platform.id):
                if not note.text.strip():
                    continue
                word = labels("table.confirmed" if note.confirmed else "table.not_confirmed") if labels else ""
                where = labels("slide.cell", value=value.name, platform=platform.name) if labels else ""
                found.append(Note(session.discipline(note.discipline).name, where, note.text, note.confirmed, word))
    return found


def _read_back(session: Session, labels: Labels, discipline: str) -> list[Note]:
    """A discipline's own texts."""
    return [Note(each.where, each.kind, each.text, True, "") for each in own_texts(session, labels, discipline) if each.text]


def _decision(session: Session, labels: Labels, key: SlideKey, name: str) -> DecisionSlide:
    platform = session.platform(key[1])
    decision = session.decision(platform.id)
    assert decision is not None, "a platform without a decision has no slide"
    outcome = labels(f"choice.outcome.{decision.outcome}") if decision.outcome else ""
    outcome = ": ".join(part for part in (capital(outcome), decision.scope) if part)
    facts = []
    for head, chosen, text in (("can", decision.can, decision.can_text), ("want", decision.want, decision.want_text)):
        word = labels(f"choice.suits.{chosen}") if chosen else ""
        facts.append((labels(f"slide.{head}"), ". ".join(part for part in (word, text) if part)))
    facts.append((labels("slide.review"), date_in_words(decision.review, labels)))
    exits = [each for each in session.of(Threshold, platform.id) if each.kind == "uitstap"]
    leaving = [" ".join(_sentence(part) for part in (each.rule, each.sign) if part) for each in exits]
    lists = (
        (labels("slide.conditions"), tuple(line for line in decision.conditions.split("\n") if line.strip())),
        (labels("slide.leaving"), tuple(each for each in leaving if each)),
    )
    return DecisionSlide(
        key, name, labels("slide.decision_of"), platform.name, outcome, labels("slide.no_outcome"),
        tuple(each for each in facts if each[1]), tuple(each for each in lists if each[1]), labels("slide.sentence"), decision.sentence,
        labels("slide.stances"), tuple(each for each in _stances(session, labels, platform) if each),
    )  # fmt: skip


def _sentence(text: str) -> str:
    """With a full stop, so that another one can follow."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _stances(session: Session, labels: Labels, platform: Platform) -> list[str]:
    return [stance_sentence(session, labels, platform.id), same_decision(session, labels, platform.id)]


def _action(session: Session, labels: Labels, action: Action) -> ActionLine:
    disciplines = {same_name(each.name): each.name for each in session.disciplines}
    parts = [
        disciplines.get(same_name(action.owner), ""),
        date_in_words(action.date, labels),
        labels(f"choice.necessity.{action.necessity}") if action.necessity else "",
        session.platform(action.platform).name if action.platform else "",
    ]
    return ActionLine(action.text, " · ".join(part for part in parts if part), action.done, labels("slide.done"))


# What a slide says, for who does not see it


def said(slide: Slide) -> str:
    """The slide in words: the accessible description of the projector and of the preview."""
    if isinstance(slide, TitleSlide):
        parts = [slide.title, slide.organisation, slide.date, slide.occasion, slide.fictional]
    elif isinstance(slide, AgendaSlide):
        parts = [slide.name, *(f"{each.number} {each.name}: {each.state_word}, {each.time}" for each in slide.steps)]
    elif isinstance(slide, RulesSlide):
        levels = ", ".join(word for _, word in slide.levels)
        parts = [slide.name, *(f"{rule} {levels}" if place == slide.scale_at else rule for place, rule in enumerate(slide.rules))]
    elif isinstance(slide, ValueSlide):
        parts = [slide.title, slide.definition, slide.question]
    elif isinstance(slide, ProgressSlide):
        parts = [slide.name, slide.question, slide.text, slide.count, *(f"{each.name}: {each.word}" for each in slide.seats)]
    elif isinstance(slide, CellSlide):
        parts = [f"{slide.over}: {slide.title}", slide.question, slide.state_word, "".join(run.text for run in slide.sentence)]
        for lane in slide.lanes:
            names = [mark.name for mark in lane.marks if not mark.ghost]
            parts.append(f"{lane.word}: {', '.join(names) or lane.empty_word}")
        parts += [slide.moves, slide.conclusion]
    elif isinstance(slide, MatrixSlide):
        parts = [f"{slide.over}: {slide.title}"]
        for row in slide.rows:
            answers = zip(slide.platforms, row.answers, strict=True)
            parts.append(f"{row.name}: " + ", ".join(f"{name} {word}" for name, (_, word) in answers))
    elif isinstance(slide, TableSlide):
        parts = [slide.name]
        for line in slide.rows:
            for name, cell in zip(slide.platforms, line.cells, strict=True):
                parts.append(cell.accessible if cell else f"{line.name} × {name}: {slide.blind_word}")
    elif isinstance(slide, MinoritySlide):
        parts = [slide.name]
        for each in slide.notes:
            confirmed = f" ({each.confirmed_word})" if each.confirmed_word else ""
            parts.append(f"{each.who}, {each.where}{confirmed}: {each.text}")
    elif isinstance(slide, DecisionSlide):
        parts = [f"{slide.over}: {slide.title}", slide.outcome or slide.open_word, *(f"{head} {text}" for head, text in slide.facts)]
        parts += [f"{head}: {'; '.join(lines)}" for head, lines in slide.lists]
        parts += [f"{slide.sentence_head}: {slide.sentence}"] if slide.sentence else []
        parts += [f"{slide.stances_head}: {' '.join(slide.stances)}"] if slide.stances else []
    elif isinstance(slide, ActionsSlide):
        told = [(each, [each.about, each.done_word if each.done else ""]) for each in slide.actions]
        parts = [slide.name, *(", ".join([each.text, *(part for part in about if part)]) for each, about in told)]
    elif isinstance(slide, PauseSlide):
        parts = [slide.title, slide.text]
    else:
        parts = [slide.name]
    return "\n".join(part for part in parts if part)
