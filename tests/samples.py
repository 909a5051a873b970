"""Sessions to test with: the shipped examples, small ones made by hand, and any session hypothesis can think of."""

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from kanaalwaarden import paths
from kanaalwaarden.core import around, intents
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import (
    NO_JUDGEMENT,
    NOT_CLEAR,
    ROWS,
    SCALES,
    Answer,
    Carried,
    Case,
    Conclusion,
    Decision,
    DefinitionChange,
    Discipline,
    Fit,
    FollowUp,
    MinorityNote,
    Platform,
    Purpose,
    Rating,
    Record,
    Round,
    Session,
    Stance,
    Value,
    columns,
    session_of,
)
from kanaalwaarden.core.prompts import PromptSet, read_prompts
from kanaalwaarden.core.text import clean_name, clean_text, discipline_code, same_name

WATERRIJK = "gemeente-waterrijk-fictief"
WATERRIJK_LATER = "gemeente-waterrijk-2027-fictief"
UTRECHT = "provincie-utrecht-2025"


def labels(language: str = "nl") -> Labels:
    """The shipped labels."""
    return Labels(paths.read_json(f"labels/{language}.json"))


def prompts(language: str = "nl") -> PromptSet:
    """The shipped question set."""
    return read_prompts(paths.read_json("prompts.json"), language)


def example(name: str) -> Session:
    """A shipped example."""
    return from_exchange(json.loads((paths.examples() / f"{name}.json").read_text(encoding="utf-8")))


def grid(values: int, platforms: int, disciplines: Sequence[str] | int, scale: str = "eenzijdig", **case: object) -> Session:
    """A session without answers: 'waarde 1', 'platform 1', and disciplines by name or number."""
    names = [f"discipline {number}" for number in range(1, disciplines + 1)] if isinstance(disciplines, int) else list(disciplines)
    codes: list[str] = []
    for name in names:
        codes.append(discipline_code(name, codes))
    records: list[Record] = [Case(scale=scale, **case)]  # type: ignore[arg-type]
    records += [Value(f"w{number}", number, f"waarde {number}") for number in range(1, values + 1)]
    records += [Platform(f"p{number}", number, f"platform {number}") for number in range(1, platforms + 1)]
    records += [Discipline(f"d{place}", place, name, codes[place - 1]) for place, name in enumerate(names, 1)]
    return session_of(records)


def rated(answers: Sequence[str], scale: str = "eenzijdig", names: Sequence[str] = (), **rating: str) -> Session:
    """One cell (w1 x p1) with an answer for each discipline; '' is none."""
    session = grid(1, 1, names or len(answers), scale)
    given = [Rating(1, each.id, "p1", "w1", answer, **rating) for each, answer in zip(session.disciplines, answers, strict=True) if answer]
    return session_of([*session.records(), *given])


def full(values: int, platforms: int, disciplines: int, scale: str = "tweezijdig", reason: str = "Omdat {n} dit zo ziet.") -> Session:
    """Everybody answered everything, in a pattern with every kind of cell."""
    session = grid(values, platforms, disciplines, scale, title="Grote sessie", organisation="Gemeente Proef", date="2026-11-14")
    answers = [*session.levels, NO_JUDGEMENT]
    given: list[Record] = []
    for v in range(1, values + 1):
        for p in range(1, platforms + 1):
            for d in range(1, disciplines + 1):
                kind = (v + p) % 4
                place = (0, d % 2, d * v % len(answers), 0 if d != (v * p) % disciplines + 1 else len(session.levels) - 1)[kind]
                given.append(Rating(1, f"d{d}", f"p{p}", f"w{v}", answers[place], reason.format(n=d)))
            effects = [*session.levels, NOT_CLEAR, ""]
            given.append(Conclusion(f"w{v}", f"p{p}", effects[v * p % len(effects)], "Zo besloten."))
    return session_of([*session.records(), *given])


# Any session

tricky = ["", "=1+1", "'=1+1", "''-x", "+31 6", "@naam", 'zeg "ja"; of "nee"', "regel 1\nregel 2", "a;b,c", "\t=x"]
texts = (st.text(max_size=60) | st.sampled_from(tricky)).map(clean_text)
names = st.text(min_size=1, max_size=20).map(clean_name).filter(bool) | st.sampled_from(["=som", "'-", "privacy; ICT", 'de "raad"'])
dates = st.sampled_from(["", "2026", "2026-11", "2026-11-14"])


@st.composite
def sessions(draw: st.DrawFn, rounds: int = 3) -> Session:
    """Any sound session, small."""

    def some(most: int) -> list[str]:
        return draw(st.lists(names, max_size=most, unique_by=same_name))

    scale = draw(st.sampled_from(sorted(SCALES)))
    session = grid(0, 0, some(4), scale)
    records: list[Record] = [
        Case(
            1, draw(names), draw(names), draw(texts), draw(texts), draw(dates), "", scale, draw(st.sampled_from(["nl", "en"])),
            draw(st.booleans()), draw(st.booleans()), draw(st.booleans()), draw(texts),
        ),
        *session.disciplines,
    ]  # fmt: skip
    records += [Value(f"w{n}", n, name, "", draw(texts), draw(texts)) for n, name in enumerate(some(3), 1)]
    records += [Platform(f"p{n}", n, name, "platform", draw(texts)) for n, name in enumerate(some(3), 1)]
    session = session_of(records)
    last = draw(st.integers(1, rounds))
    given: list[Record] = [Round(number) for number in range(1, last + 1)] if last > 1 else []
    levels = ["", NO_JUDGEMENT, *session.levels]
    for value in session.values:
        if draw(st.booleans()):
            given.append(Conclusion(value.id, "", draw(st.sampled_from([*session.levels, NOT_CLEAR])), draw(texts)))
        if draw(st.booleans()):
            change = (draw(texts), value.definition, "2026-11-14T10:00:00", draw(st.booleans()))
            given.append(DefinitionChange(f"{value.id}.definition.x", value.id, "definition", *change))
        for platform in session.platforms:
            for discipline in session.disciplines:
                for number in range(1, last + 1):
                    effect, reason, condition = draw(st.sampled_from(levels)), draw(texts), draw(texts)
                    if effect or reason.strip() or condition.strip():
                        given.append(Rating(number, discipline.id, platform.id, value.id, effect, reason, condition))
                if draw(st.integers(0, 5)) == 0:
                    given.append(MinorityNote(value.id, platform.id, discipline.id, draw(texts) or "x", draw(st.booleans())))
    return session_of([*session.records(), *given])


@st.composite
def around_sessions(draw: st.DrawFn) -> Session:
    """A small session with anything around the table."""
    session = grid(2, 2, 2)
    platforms, values = ["p1", "p2"], ["", "w1", "w2"]
    choices = {**intents.CHOICES, "without": ("", "stroom", "stroom gps"), "choice": ("", "een", "een twee"), "strategies": ("", "zenden")}

    def some(kind: type[Any], name: str) -> Any:
        if name == "kind":
            return draw(st.sampled_from(intents.KINDS[kind]))
        if name in choices:
            return draw(st.sampled_from(choices[name]))
        if kind.__dataclass_fields__[name].type is bool:
            return draw(st.booleans())
        if name in ("platform", "value"):
            return draw(st.sampled_from(platforms if name == "platform" else values))
        if name in intents.DATES:
            return draw(dates)
        if name == "number":
            return draw(st.sampled_from(["", "12450", "4,2"]))
        return draw(names if name in intents.NAMES else texts)

    def record(kind: type[Any], **given: Any) -> Any:
        return kind(**given, **{name: some(kind, name) for name in columns(kind) if name not in given})

    made: list[Record] = []
    for kind in ROWS:
        made += [record(kind, id=f"{around.LETTERS[kind]}{n}", position=n) for n in range(1, draw(st.integers(0, 2)) + 1)]
    purposes = [each.id for each in made if isinstance(each, Purpose)]
    wishes: list[Any] = [record(Fit, purpose=purpose, platform=platform) for purpose in purposes for platform in platforms]
    wishes += [record(Decision, platform=platform) for platform in platforms]
    wishes += [record(Stance, platform=platform, discipline="d1") for platform in platforms]
    wishes += [record(Answer, question="a.b", platform=platform) for platform in ("", "p1")]
    wishes.append(record(FollowUp, id=1))
    made += [each for each in wishes if not around.is_empty(each)]
    made.append(Carried("action", "t9", draw(names), "0" * 64))
    return session_of([*session.records(), *made])
