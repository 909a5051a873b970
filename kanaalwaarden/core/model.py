"""The session: its records, and the edits that change them.

A record is a frozen dataclass whose fields are the columns of one table; `KEY` names its primary key. An `Edit` is
one record before and after; a `Change` is all edits of one intent. Undo is the same edits the other way round.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

SCALES: dict[str, tuple[str, ...]] = {
    "eenzijdig": ("geen", "matig", "veel"),
    "tweezijdig": ("versterkt", "geen", "matig", "veel"),
}
NO_JUDGEMENT = "geen_oordeel"
NOT_CLEAR = "niet_eenduidig"
RULED_OUT = "onbespreekbaar"
OUTSIDE = (NO_JUDGEMENT, RULED_OUT)
"""Answers that are no level: 'buiten mijn vak', and 'for us not up for discussion' (ruled out on principle)."""
VALUE_KINDS = ("waarde", "uitgangspunt", "kritische_factor")
ORIGINS = ("codio", "eigen", "elsa", "wettelijk", "sessie")
PLATFORM_KINDS = ("platform", "open", "eigen")
REASON_KINDS = ("zienswijze", "feit")
LAYERS = ("", "eigen", "platform")
"""What a judgement turns on: not told apart, our own conduct, or the workings of the platform."""
ABOUTS = ("oordeel", "formulering")
"""What an argument is about: the rating, or the wording of the value."""
AGENDA_STATES = ("open", "klaar", "overgeslagen")
STEPS = ("opening", "praktijk", "waarden", "ronde1", "onthullen", "gesprek", "ronde2", "verschillen", "acties", "teruglezen")
"""The steps of a session of 150 minutes (method, 'a session that fits 150 minutes')."""
LANGUAGES = ("nl", "en")
YES_NO = ("", "ja", "nee")
FITS = ("", "ja", "mits", "nee")
"""Whether a platform suits a use or a target group; also whether we can, and whether we want to."""
GOALS = ("", "informatie", "interactie", "werk")
"""What an account is for (001-O3): practical information, interaction, showing the work."""
AIMS = ("", "transparantie", "participatie", "communicatie")
TRAFFIC = ("", "een", "twee", "netwerk")
COMMENTS = ("", "aan", "beperkt", "uit")
CARD_KINDS = ("kader", "feit", "keuze")
"""A rule or guideline, a dated fact, or what another authority chose."""
CARD_STATES = ("", "aangekondigd", "van_kracht", "achterhaald")
PURPOSE_KINDS = ("gebruik", "doelgroep")
MEDIA = ("digitaal", "fysiek")
FAILURES = ("stroom", "telecom", "gps")
"""What may fail in a crisis (000-C9a)."""
ACCEPTED = ("", "ja", "maatregel", "nee")
THRESHOLD_KINDS = ("uitstap", "instap")
OUTCOMES = ("inzetten", "voorwaarden", "beperkt", "pauze", "plaatshouder", "afbouwen", "niet", "onderzoek")
STANCES = ("", "mee", "mits", "niet")
"""What a discipline thinks of a decision: with it, with it provided that, or not."""
ACTION_KINDS = ("platform", "afspraak", "gedrag")
"""Platform and settings, agreements, own behaviour (begeleidingsethiek)."""
NECESSITIES = ("", "noodzakelijk", "wenselijk")
IMPORTANCES = ("", "groot", "gewoon")
READ_BACKS = ("", "bevestigd", "rechtgezet", "geweigerd")
"""What a discipline says of its own text when it is read back."""
FORM_KINDS = ("", "pdf", "xlsx", "papier")
PERSONS = ("", "een", "meer")
SHOWN = ("", "samen", "weg")
"""How the public edition shows a discipline: by its name, as one of several under a common name, or without name and text."""
MOST_DISCIPLINES = 60
MOST_PLATFORMS = 100
MOST_VALUES = 100
MOST_ROWS = 2_000
"""How many accounts, cards, actions and so on a session can hold, of each."""

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What the session is about, and the rules that hold for all of it (one row)."""

    TABLE: ClassVar[str] = "session"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: int = 1
    title: str = ""
    organisation: str = ""
    occasion: str = ""
    aim: str = ""
    date: str = ""
    place: str = ""
    scale: str = "eenzijdig"
    language: str = "nl"
    reason_at_ends: bool = True
    one_voice: bool = False
    fictional: bool = False
    source: str = ""
    blind: bool = True
    """Whether round 1 is blind: it opens with the first answer that is entered."""
    speaker_seconds: int = 120
    item_minutes: int = 8


@dataclass(frozen=True, slots=True)
class Value:
    """What the effect is judged on."""

    TABLE: ClassVar[str] = "value"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    name: str
    short_name: str = ""
    definition: str = ""
    question: str = ""
    kind: str = "waarde"
    origin: str = "eigen"
    source: str = ""

    @property
    def label(self) -> str:
        """The name for tables."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Platform:
    """What is judged: a platform, an open alternative or one of our own channels."""

    TABLE: ClassVar[str] = "platform"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    name: str
    kind: str = "platform"
    practice: str = ""


@dataclass(frozen=True, slots=True)
class Discipline:
    """Who judges. `people` is optional and never leaves in a public document."""

    TABLE: ClassVar[str] = "discipline"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    name: str
    code: str
    absent: bool = False
    people: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One time that everybody gives an answer. Later rounds are added, never overwritten."""

    TABLE: ClassVar[str] = "round"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    number: int
    opened: str = ""
    blind: bool = False
    revealed: str = ""
    """The moment at which all of it was revealed; a single value can be revealed before (`Reveal`)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One discipline's answer on one cell in one round. `effect` is a level, 'geen_oordeel', or '' for a reason without a level yet."""

    TABLE: ClassVar[str] = "rating"
    KEY: ClassVar[tuple[str, ...]] = ("round", "discipline", "platform", "value")
    round: int
    discipline: str
    platform: str
    value: str
    effect: str = ""
    reason: str = ""
    condition: str = ""
    reason_kind: str = "zienswijze"
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the group concludes on a cell, or on a value over all platforms (`platform` is '')."""

    TABLE: ClassVar[str] = "conclusion"
    KEY: ClassVar[tuple[str, ...]] = ("value", "platform")
    value: str
    platform: str
    effect: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MinorityNote:
    """The standpoint of one discipline on a cell, in its own words."""

    TABLE: ClassVar[str] = "minority_note"
    KEY: ClassVar[tuple[str, ...]] = ("value", "platform", "discipline")
    value: str
    platform: str
    discipline: str
    text: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """That a definition was altered, when, and whether somebody had rated by then."""

    TABLE: ClassVar[str] = "definition_change"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    value: str
    field: str
    before: str
    after: str
    at: str
    after_first_rating: bool


@dataclass(frozen=True, slots=True)
class RoundCell:
    """A cell that is asked again in a later round."""

    TABLE: ClassVar[str] = "round_cell"
    KEY: ClassVar[tuple[str, ...]] = ("round", "value", "platform")
    round: int
    value: str
    platform: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """That the answers on one value were revealed in a blind round, and when. It is never taken back."""

    TABLE: ClassVar[str] = "reveal"
    KEY: ClassVar[tuple[str, ...]] = ("round", "value")
    round: int
    value: str
    at: str


@dataclass(frozen=True, slots=True)
class Argument:
    """What was said on a cell: by a discipline ('' is the table), as a fact or a view, about the rating or about the wording."""

    TABLE: ClassVar[str] = "argument"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    value: str
    platform: str
    discipline: str = ""
    kind: str = "zienswijze"
    about: str = "oordeel"
    layer: str = ""
    text: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact to check ('uitzoekpunt'), with who does it and by when. `value` and `platform` may be ''."""

    TABLE: ClassVar[str] = "open_question"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    value: str
    platform: str
    text: str = ""
    owner: str = ""
    date: str = ""
    done: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What the facilitator decided about a cell to discuss: its place (0 is where divergence puts it), its state and its time."""

    TABLE: ClassVar[str] = "agenda_item"
    KEY: ClassVar[tuple[str, ...]] = ("value", "platform")
    value: str
    platform: str
    position: int = 0
    state: str = "open"
    minutes: int = 0
    seconds: int = 0
    """Seconds spent on it so far; `minutes` planned, 0 is the session's own."""


@dataclass(frozen=True, slots=True)
class Step:
    """When a step of the session began and ended."""

    TABLE: ClassVar[str] = "step"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    started: str = ""
    ended: str = ""


# Around the table: what stands in lists. Each has an id and a place; ids stay the same from one year to the next.


@dataclass(frozen=True, slots=True)
class Account:
    """One account of ours on a platform, project accounts included."""

    TABLE: ClassVar[str] = "account"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    platform: str = ""
    name: str = ""
    manager: str = ""
    project: bool = False
    goal: str = ""
    audience: str = ""
    policy: str = ""
    """Whether it is in line with our policy."""
    comments: str = ""
    aim: str = ""
    activity: str = ""
    norm: str = ""
    traffic: str = ""
    strategies: str = ""
    """Keys of the question 'doel.strategie', separated by spaces."""
    effect: str = ""
    number: str = ""
    date: str = ""
    """What shows the effect: in words, as a figure, and on which day that was measured."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure of a platform ('' is the organisation), on a day: followers, reach, reactions."""

    TABLE: ClassVar[str] = "figure"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    platform: str = ""
    measure: str = ""
    number: str = ""
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A dated rule, fact or choice of another authority. `checked` is when somebody last looked whether it still holds."""

    TABLE: ClassVar[str] = "card"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    kind: str = "kader"
    title: str = ""
    maker: str = ""
    date: str = ""
    checked: str = ""
    source: str = ""
    status: str = ""
    text: str = ""
    meaning: str = ""
    platform: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A use, or a target group, for which every platform suits or not (`Fit`)."""

    TABLE: ClassVar[str] = "purpose"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    kind: str = "gebruik"
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """One way by which a message reaches a group: a platform of the session, or another channel by its name."""

    TABLE: ClassVar[str] = "route"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    message: str = ""
    audience: str = ""
    platform: str = ""
    channel: str = ""
    medium: str = "digitaal"
    crisis: bool = False
    without: str = ""
    """Which failures it survives: keys of FAILURES, separated by spaces."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk of a platform, and whether we accept it."""

    TABLE: ClassVar[str] = "risk"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    platform: str = ""
    area: str = ""
    text: str = ""
    accepted: str = ""
    measure: str = ""
    owner: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule for leaving or entering a platform, with the sign by which one sees it and the day on which we look."""

    TABLE: ClassVar[str] = "threshold"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    platform: str = ""
    kind: str = "uitstap"
    rule: str = ""
    sign: str = ""
    date: str = ""
    met: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody will do, by when. `platform` and `value` may be ''."""

    TABLE: ClassVar[str] = "action"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str
    position: int
    text: str = ""
    platform: str = ""
    value: str = ""
    kind: str = "afspraak"
    necessity: str = ""
    importance: str = ""
    owner: str = ""
    date: str = ""
    done: bool = False
    note: str = ""


# Around the table: what there is one of, for a question, a platform or a discipline


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question of the question set (core.prompts) about a platform, or about the session ('').

    `asked` is the question as it was put: the answer stays readable where another set is in use.
    """

    TABLE: ClassVar[str] = "answer"
    KEY: ClassVar[tuple[str, ...]] = ("question", "platform")
    question: str
    platform: str
    choice: str = ""
    text: str = ""
    date: str = ""
    owner: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a platform suits a use or a target group."""

    TABLE: ClassVar[str] = "fit"
    KEY: ClassVar[tuple[str, ...]] = ("purpose", "platform")
    purpose: str
    platform: str
    suits: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided on a platform. `conditions` has one on each line; `can` is the law, `want` is what we stand for."""

    TABLE: ClassVar[str] = "decision"
    KEY: ClassVar[tuple[str, ...]] = ("platform",)
    platform: str
    can: str = ""
    can_text: str = ""
    want: str = ""
    want_text: str = ""
    outcome: str = ""
    scope: str = ""
    """For what it is used ('beperkt'), or for which group not ('niet')."""
    conditions: str = ""
    decider: str = ""
    capacity: str = ""
    sentence: str = ""
    """One sentence to the public."""
    decided: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a discipline thinks of a decision, which value it does so for, and why."""

    TABLE: ClassVar[str] = "stance"
    KEY: ClassVar[tuple[str, ...]] = ("platform", "discipline")
    platform: str
    discipline: str
    stance: str = ""
    value: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When the session is evaluated and by whom, and which earlier session it goes on from (one row)."""

    TABLE: ClassVar[str] = "follow_up"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: int = 1
    date: str = ""
    owner: str = ""
    earlier_title: str = ""
    earlier_date: str = ""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a discipline says of its own text, when, and how it wants to stand in the public edition."""

    TABLE: ClassVar[str] = "read_back"
    KEY: ClassVar[tuple[str, ...]] = ("discipline",)
    discipline: str
    verdict: str = ""
    at: str = ""
    text: str = ""
    """What is to be put right, in the discipline's own words: it is printed beside what was said, which stays as it was."""
    consent: str = ""
    """Whether its text may be published."""
    persons: str = ""
    """Whether one person speaks for it: that person can then be traced by its name."""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """What holds for the editions of the minutes (one row)."""

    TABLE: ClassVar[str] = "publication"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: int = 1
    formal: str = ""
    """Whether this serves a formal decision of the executive: its views are then published too (Woo, article 5.2, paragraph 3)."""
    people: bool = False
    """Whether the internal edition names the people at the table."""
    withheld: str = ""
    """Names and words that the public edition leaves out, one on each line."""
    bodies: str = ""
    """Teams and bodies that may be named as owner or decider, one on each line: no person's name."""
    names_until: str = ""
    """Until when names of people stay in the session file (GDPR, article 5.1.e): the program warns afterwards."""


@dataclass(frozen=True, slots=True)
class Form:
    """That a form was made for a discipline, with the key that is on it; and what was taken in of it, when."""

    TABLE: ClassVar[str] = "form"
    KEY: ClassVar[tuple[str, ...]] = ("discipline",)
    discipline: str
    key: str = ""
    made: str = ""
    taken: str = ""
    kind: str = ""
    answers: int = 0
    differing: int = 0
    """In how many cells the form and the session said something else."""
    from_form: int = 0
    """In how many of those the facilitator chose the form."""


@dataclass(frozen=True, slots=True)
class Carried:
    """That a record came from the earlier session, and what it said then: so that one sees what is new, changed or gone."""

    TABLE: ClassVar[str] = "carried"
    KEY: ClassVar[tuple[str, ...]] = ("table_name", "key")
    table_name: str
    key: str
    name: str = ""
    digest: str = ""


Record = (
    Case | Value | Platform | Discipline | Round | Rating | Conclusion | MinorityNote | DefinitionChange
    | RoundCell | Reveal | Argument | OpenQuestion | AgendaItem | Step
    | Account | Figure | Card | Purpose | Route | Risk | Threshold | Action | Answer | Fit | Decision | Stance | FollowUp
    | ReadBack | Publication | Carried | Form
)  # fmt: skip
Listed = Value | Platform | Discipline
Row = Account | Figure | Card | Purpose | Route | Risk | Threshold | Action
"""What stands in a list around the table."""
Filled = Answer | Fit | Decision | Stance | FollowUp | ReadBack | Publication
"""What is filled in field by field, and is gone when nothing is filled in."""
RECORDS: tuple[type[Any], ...] = (
    Case, Value, Platform, Discipline, Round, Rating, Conclusion, MinorityNote, DefinitionChange,
    RoundCell, Reveal, Argument, OpenQuestion, AgendaItem, Step,
    Account, Figure, Card, Purpose, Route, Risk, Threshold, Action, Answer, Fit, Decision, Stance, FollowUp,
    ReadBack, Publication, Carried, Form,
)  # fmt: skip
ROWS: tuple[type[Any], ...] = (Account, Figure, Card, Purpose, Route, Risk, Threshold, Action)
FILLED: tuple[type[Any], ...] = (Answer, Fit, Decision, Stance, FollowUp, ReadBack, Publication)


_PARTS: dict[type[Any], Callable[[Any], Any]] = {kind: attrgetter(*kind.KEY) for kind in RECORDS}


def key_of(record: Record) -> Key:
    """The primary key of a record."""
    found = _PARTS[type(record)](record)
    return found if len(record.KEY) > 1 else (found,)


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The column names of a record type, in order."""
    return tuple(each.name for each in fields(kind))


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None where it is not there."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The side that is there: for the table and the key."""
        present = self.after if self.after is not None else self.before
        assert present is not None, "an edit has at least one side"
        return present

    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """All edits of one intent. `label` names it for undo; changes in a row with the same `group` are undone as one (typing)."""

    label: str
    edits: tuple[Edit, ...]
    group: str = ""


_Made = TypeVar("_Made")


@dataclass(slots=True)
class Session:
    """The whole session in memory. It changes only through `apply`."""

    case: Case = field(default_factory=Case)
    tables: dict[str, dict[Key, Any]] = field(default_factory=lambda: {kind.TABLE: {} for kind in RECORDS[1:]})
    _ordered: dict[str, list[Any]] = field(default_factory=dict)
    _answers: Counter[tuple[int, str]] = field(default_factory=Counter)
    _cells: dict[tuple[str, str], dict[Hashable, Any]] = field(default_factory=dict, compare=False, repr=False)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make the edits true. ValueError (and nothing changed) when one does not start from what is there: that is a bug."""
        edits = tuple(edits)
        for edit in edits:
            if self.get(type(edit.record), key_of(edit.record)) != edit.before:
                raise ValueError(f"an edit of {edit.record.TABLE} {key_of(edit.record)} does not start from what is there")
        for edit in edits:
            record = edit.record
            if isinstance(record, Case):
                assert isinstance(edit.after, Case), "the case is never removed"
                self.case = edit.after
                self._cells.clear()
                continue
            if isinstance(record, Rating):
                self._answers[record.round, record.discipline] += _gives_answer(edit.after) - _gives_answer(edit.before)
            table = self.tables[record.TABLE]
            if edit.after is None:
                del table[key_of(record)]
            else:
                table[key_of(record)] = edit.after
            self._ordered.pop(record.TABLE, None)
            if isinstance(record, Rating | Conclusion | MinorityNote):
                self._cells.pop((record.value, record.platform), None)
            else:
                self._cells.clear()

    def of_cell(self, value: str, platform: str, what: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` works out of a cell, kept under `what` until something changes that a cell may depend on.

        It may depend on the answers, the conclusion and the minority notes of that cell, and on every record of another kind (a name, a
        round, the scale): after a key in a session of a thousand cells only one has to be worked out again.
        """
        kept = self._cells.setdefault((value, platform), {})
        if what not in kept:
            kept[what] = make()
        found: _Made = kept[what]
        return found

    def copy(self) -> "Session":
        """The session as it is now, for work that goes on while this one changes. The records are shared: they never change."""
        return Session(self.case, {name: dict(table) for name, table in self.tables.items()}, {}, self._answers.copy())

    def get(self, kind: type[Any], key: Key) -> Any | None:
        """The record of that type and key, or None."""
        return self.case if kind is Case else self.tables[kind.TABLE].get(key)

    def records(self) -> Iterator[Record]:
        """Every record, tables in fixed order: enough to make the same session again."""
        yield self.case
        for kind in RECORDS[1:]:
            yield from self.tables[kind.TABLE].values()

    def _list(self, kind: type[Any]) -> list[Any]:
        if kind.TABLE not in self._ordered:
            self._ordered[kind.TABLE] = sorted(self.tables[kind.TABLE].values(), key=lambda each: (each.position, each.id))
        return self._ordered[kind.TABLE]

    def rows(self, kind: type[Any]) -> list[Any]:
        """The accounts, cards, actions and so on, in their order. A new list: the caller may sort it."""
        return list(self._list(kind))

    def of(self, kind: type[Any], platform: str) -> list[Any]:
        """The rows of that kind that belong to this platform, in their order."""
        return [each for each in self._list(kind) if each.platform == platform]

    def answer(self, question: str, platform: str = "") -> Answer | None:
        """The answer to a question about a platform, or about the session."""
        found: Answer | None = self.tables[Answer.TABLE].get((question, platform))
        return found

    def decision(self, platform: str) -> Decision | None:
        """What is decided on this platform so far."""
        found: Decision | None = self.tables[Decision.TABLE].get((platform,))
        return found

    def stances(self, platform: str) -> list[Stance]:
        """What the disciplines think of the decision on this platform, in the order of the seats."""
        table = self.tables[Stance.TABLE]
        return [found for each in self.disciplines if (found := table.get((platform, each.id))) is not None]

    @property
    def publication(self) -> Publication:
        """What holds for the editions of the minutes."""
        found: Publication = self.tables[Publication.TABLE].get((1,), Publication())
        return found

    def read_back(self, discipline: str) -> ReadBack:
        """What a discipline says of its own text so far."""
        found: ReadBack = self.tables[ReadBack.TABLE].get((discipline,), ReadBack(discipline))
        return found

    @property
    def follow_up(self) -> FollowUp:
        """When the session is evaluated, and what it goes on from."""
        found: FollowUp = self.tables[FollowUp.TABLE].get((1,), FollowUp())
        return found

    @property
    def values(self) -> list[Value]:
        """Values in the order of the session."""
        return self._list(Value)

    @property
    def platforms(self) -> list[Platform]:
        """Platforms in the order of the session."""
        return self._list(Platform)

    @property
    def disciplines(self) -> list[Discipline]:
        """Disciplines in the order of the session: their seats."""
        return self._list(Discipline)

    def value(self, key: str) -> Value:
        """The value with this id (KeyError if none)."""
        found: Value = self.tables[Value.TABLE][(key,)]
        return found

    def platform(self, key: str) -> Platform:
        """The platform with this id (KeyError if none)."""
        found: Platform = self.tables[Platform.TABLE][(key,)]
        return found

    def discipline(self, key: str) -> Discipline:
        """The discipline with this id (KeyError if none)."""
        found: Discipline = self.tables[Discipline.TABLE][(key,)]
        return found

    @property
    def rounds(self) -> list[int]:
        """The numbers of the rounds, at least round 1."""
        return sorted({1} | {number for (number,) in self.tables[Round.TABLE] if isinstance(number, int)})

    @property
    def undivided(self) -> bool:
        """Whether the source has one outcome per value and nobody's own judgement ('niet uitgesplitst')."""
        return self.case.one_voice and not self.rated

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the scale, in order."""
        return SCALES[self.case.scale]

    @property
    def ratings(self) -> list[Rating]:
        """All ratings, in the order round, discipline, value, platform."""
        disciplines = {each.id: place for place, each in enumerate(self.disciplines)}
        values = {each.id: place for place, each in enumerate(self.values)}
        platforms = {each.id: place for place, each in enumerate(self.platforms)}
        found: list[Rating] = list(self.tables[Rating.TABLE].values())
        return sorted(found, key=lambda each: (each.round, disciplines[each.discipline], values[each.value], platforms[each.platform]))

    def rating(self, round_: int, discipline: str, platform: str, value: str) -> Rating | None:
        """What this discipline answered in exactly this round."""
        found: Rating | None = self.tables[Rating.TABLE].get((round_, discipline, platform, value))
        return found

    def standing(self, round_: int, discipline: str, platform: str, value: str) -> Rating | None:
        """The answer that stands in this round: the latest one given in it or before it; a reason alone is no answer."""
        table = self.tables[Rating.TABLE]
        latest: Rating | None = None
        for number in range(round_, 0, -1):
            found: Rating | None = table.get((number, discipline, platform, value))
            if found is not None and found.effect:
                return found
            latest = latest or found
        return latest

    @property
    def rated(self) -> bool:
        """Whether anybody has given an answer: from then on the scale is fixed."""
        return any(self._answers.values())

    def answers(self, round_: int, discipline: str) -> int:
        """How many cells this discipline has answered in this round ('geen oordeel' is an answer)."""
        return self._answers[round_, discipline]

    def asked(self, round_: int, value: str, platform: str) -> bool:
        """Whether a cell is asked in this round: every cell in round 1 and in a round without a choice of cells."""
        chosen = self.tables[RoundCell.TABLE]
        return round_ == 1 or (round_, value, platform) in chosen or not any(number == round_ for number, *_ in chosen)

    def arguments(self, value: str, platform: str) -> list[Argument]:
        """What was said on a cell, oldest first."""
        found = [each for each in self.tables[Argument.TABLE].values() if (each.value, each.platform) == (value, platform)]
        return sorted(found, key=lambda each: (each.at, each.id))

    @property
    def open_questions(self) -> list[OpenQuestion]:
        """Every fact to check, in the order in which they were noted."""
        found: list[OpenQuestion] = list(self.tables[OpenQuestion.TABLE].values())
        return sorted(found, key=lambda each: (len(each.id), each.id))

    def questions(self, value: str, platform: str) -> list[OpenQuestion]:
        """The facts to check that belong to a cell, in the order in which they were noted."""
        return [each for each in self.open_questions if (each.value, each.platform) == (value, platform)]

    def conclusion(self, value: str, platform: str = "") -> Conclusion | None:
        """The group's conclusion on a cell, or on a value over all platforms."""
        found: Conclusion | None = self.tables[Conclusion.TABLE].get((value, platform))
        return found

    def minority_notes(self, value: str, platform: str) -> list[MinorityNote]:
        """The minority notes on a cell, in the order of the disciplines."""
        table = self.tables[MinorityNote.TABLE]
        return [found for each in self.disciplines if (found := table.get((value, platform, each.id))) is not None]

    @property
    def definition_changes(self) -> list[DefinitionChange]:
        """Changes of definitions, oldest first."""
        found: list[DefinitionChange] = list(self.tables[DefinitionChange.TABLE].values())
        return sorted(found, key=lambda each: (each.at, each.id))


def _gives_answer(record: Record | None) -> int:
    return 1 if isinstance(record, Rating) and record.effect else 0


def session_of(records: Iterable[Record]) -> Session:
    """A session made of these records (checked elsewhere; keys are unique)."""
    session = Session()
    for record in records:
        if isinstance(record, Case):
            session.case = record
            continue
        table, key = session.tables[record.TABLE], key_of(record)
        if key in table:
            raise ValueError(f"{record.TABLE} {key} is there twice")
        table[key] = record
        if isinstance(record, Rating):
            session._answers[record.round, record.discipline] += _gives_answer(record)
    return session
