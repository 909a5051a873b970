"""Intents: what a facilitator can want, what is refused, and that every change can be taken back exactly."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import (
    MOST_DISCIPLINES,
    NO_JUDGEMENT,
    NOT_CLEAR,
    Change,
    DefinitionChange,
    Discipline,
    Platform,
    Rating,
    Round,
    Session,
    Value,
)
from tests import samples


def everything(session: Session) -> list[str]:
    return sorted(map(repr, session.records()))


def apply(session: Session, change: Change) -> Session:
    """Apply it, and see that the reverse brings everything back."""
    before = everything(session)
    session.apply(change.edits)
    after = everything(session)
    session.apply(edit.reversed() for edit in reversed(change.edits))
    assert everything(session) == before
    session.apply(change.edits)
    assert everything(session) == after
    return session


def refused(intent: Callable[[], Any]) -> str:
    """The key of the refusal; it can be told in both languages."""
    with pytest.raises(Refused) as problem:
        intent()
    assert all(samples.labels(language).problem(problem.value) for language in ("nl", "en"))
    return problem.value.key


@given(samples.sessions(), st.randoms(use_true_random=False))
def test_removing_takes_everything_along_and_can_be_undone(session: Session, chance) -> None:  # type: ignore[no-untyped-def]
    listed = [*session.values, *session.platforms, *session.disciplines]
    if not listed:
        return
    record = chance.choice(listed)
    with_it = intents.belonging(session, record)
    answers = intents.answers_with(session, record)
    assert answers == sum(1 for each in with_it if isinstance(each, Rating) and each.effect)
    apply(session, intents.remove(session, record))
    assert not intents.belonging(session, record)
    assert record not in [*session.values, *session.platforms, *session.disciplines]


@given(samples.sessions(), st.integers(0, 5), st.integers(-2, 9))
def test_moving_keeps_all_and_their_order(session: Session, which: int, to: int) -> None:
    rows = session.values
    if not rows:
        return
    record = rows[which % len(rows)]
    rest = [each.id for each in rows if each.id != record.id]
    apply(session, intents.move(session, record, to))
    found = [each.id for each in session.values]
    assert [each for each in found if each != record.id] == rest
    assert found.index(record.id) == max(0, min(to, len(rest)))


def test_adding_gives_ids_codes_and_places() -> None:
    session = Session()
    for name in ("Privacy", "privacy en AVG", "ICT"):
        apply(session, intents.add(session, Discipline, name))
    found = [(each.id, each.code, each.position) for each in session.disciplines]
    assert found == [("privacy", "PR", 1), ("privacy-en-avg", "PE", 2), ("ict", "IC", 3)]
    apply(session, intents.add(session, Value, " Een   naam ", definition="a\r\nb "))
    assert (session.values[0].name, session.values[0].definition) == ("Een naam", "a\nb")


def test_adding_is_refused() -> None:
    session = samples.grid(1, 1, ["privacy"])
    assert refused(lambda: intents.add(session, Value, "  ")) == "name_empty"
    assert refused(lambda: intents.add(session, Value, "WAARDE  1")) == "name_taken"
    assert refused(lambda: intents.add(session, Value, "x" * 201)) == "name_too_long"
    assert refused(lambda: intents.add(session, Value, "x", definition="x" * 20_001)) == "text_too_long"
    assert refused(lambda: intents.add(session, Value, "x", kind="x")) == "choice_wrong"
    assert refused(lambda: intents.add(session, Platform, "x", kind="waarde")) == "choice_wrong"
    assert refused(lambda: intents.add(session, Discipline, "x", code="pr")) == "code_taken"
    assert refused(lambda: intents.add(session, Discipline, "x", code="p-")) == "code_wrong"
    full = samples.grid(0, 0, MOST_DISCIPLINES)
    assert refused(lambda: intents.add(full, Discipline, "x")) == "too_many"


def test_updating() -> None:
    session = samples.grid(2, 1, ["privacy", "ICT"])
    apply(session, intents.update(session, session.values[0], "2026-11-14", name="Vindbaarheid"))
    assert session.values[0].name == "Vindbaarheid"
    assert refused(lambda: intents.update(session, session.values[0], "2026", name="waarde 2")) == "name_taken"
    assert refused(lambda: intents.update(session, session.disciplines[1], "2026", code="PR")) == "code_taken"
    assert not intents.update(session, session.values[0], "2026", name="Vindbaarheid").edits


def test_a_changed_definition_leaves_its_moment() -> None:
    session = samples.rated(["geen"])
    apply(session, intents.update(session, session.values[0], "t1", definition="eerst"))
    assert not session.definition_changes
    for text in ("ee", "een", "een ander"):
        apply(session, intents.update(session, session.values[0], "t2", "typing", definition=text))
    assert session.definition_changes == [DefinitionChange("w1.definition.typing", "w1", "definition", "eerst", "een ander", "t2", True)]
    apply(session, intents.update(session, session.values[0], "t3", "typing", definition="eerst"))
    assert not session.definition_changes


def test_the_scale_is_fixed_once_somebody_answered_or_something_was_concluded() -> None:
    session = samples.grid(1, 1, 2)
    apply(session, intents.set_case(session, scale="tweezijdig", title="x"))
    assert session.case.scale == "tweezijdig"
    apply(session, intents.rate(session, 1, "d1", "p1", "w1", NO_JUDGEMENT))
    assert refused(lambda: intents.set_case(session, scale="eenzijdig")) == "scale_fixed"
    apply(session, intents.rate(session, 1, "d1", "p1", "w1", ""))
    apply(session, intents.conclude(session, "w1", "", effect=NOT_CLEAR))
    assert refused(lambda: intents.set_case(session, scale="eenzijdig")) == "scale_fixed"
    assert refused(lambda: intents.set_case(session, date="morgen")) == "date_wrong"
    assert refused(lambda: intents.set_case(session, language="fy")) == "choice_wrong"


def test_rating_and_explaining() -> None:
    session = samples.grid(1, 1, 1)
    apply(session, intents.explain(session, 1, "d1", "p1", "w1", reason="omdat "))
    apply(session, intents.rate(session, 1, "d1", "p1", "w1", "veel"))
    apply(session, intents.explain(session, 1, "d1", "p1", "w1", condition="mits", reason_kind="feit"))
    assert session.rating(1, "d1", "p1", "w1") == Rating(1, "d1", "p1", "w1", "veel", "omdat", "mits", "feit")
    apply(session, intents.rate(session, 1, "d1", "p1", "w1", ""))
    assert not session.rated
    apply(session, intents.explain(session, 1, "d1", "p1", "w1", reason="", condition=""))
    assert session.rating(1, "d1", "p1", "w1") is None
    assert refused(lambda: intents.rate(session, 1, "d1", "p1", "w1", "versterkt")) == "level_wrong"
    assert refused(lambda: intents.explain(session, 1, "d1", "p1", "w1", reason="x" * 20_001)) == "text_too_long"
    assert refused(lambda: intents.explain(session, 1, "d1", "p1", "w1", reason_kind="x")) == "choice_wrong"


def test_concluding() -> None:
    session = samples.grid(1, 1, 1)
    apply(session, intents.conclude(session, "w1", "p1", effect="geen", text="Zo."))
    assert refused(lambda: intents.conclude(session, "w1", "p1", effect=NO_JUDGEMENT)) == "conclusion_wrong"
    apply(session, intents.conclude(session, "w1", "p1", effect="", text=""))
    assert session.conclusion("w1", "p1") is None
    assert not intents.conclude(session, "w1", "p1", effect="").edits


def test_a_minority_note_is_confirmed_as_it_reads() -> None:
    session = samples.grid(1, 1, 1)
    apply(session, intents.note_minority(session, "w1", "p1", "d1", text="Nee."))
    apply(session, intents.note_minority(session, "w1", "p1", "d1", confirmed=True))
    assert session.minority_notes("w1", "p1")[0].confirmed
    apply(session, intents.note_minority(session, "w1", "p1", "d1", text="Nee, dank u."))
    assert not session.minority_notes("w1", "p1")[0].confirmed
    apply(session, intents.note_minority(session, "w1", "p1", "d1", text=""))
    assert not session.minority_notes("w1", "p1")


def test_reading_in_adds_rounds_and_replaces() -> None:
    session = samples.rated(["geen"])
    apply(session, intents.import_ratings(session, [Rating(1, "d1", "p1", "w1", "veel"), Rating(2, "d1", "p1", "w1", "matig")]))
    assert session.rounds == [1, 2]
    assert session.get(Round, (2,)) == Round(2)
    assert session.standing(2, "d1", "p1", "w1") == Rating(2, "d1", "p1", "w1", "matig")
    assert not intents.import_ratings(session, session.ratings).edits


def test_an_edit_that_does_not_start_from_what_is_there_changes_nothing() -> None:
    session = samples.grid(1, 1, 1)
    change = intents.rate(session, 1, "d1", "p1", "w1", "veel")
    session.apply(change.edits)
    before = everything(session)
    with pytest.raises(ValueError, match="does not start"):
        session.apply(change.edits)
    assert everything(session) == before


def test_nothing_is_written_for_what_is_gone() -> None:
    session = samples.rated(["geen", "veel"])
    cell = ("d1", "p1", "w1")
    for record in (session.disciplines[0], session.platforms[0], session.values[0]):
        left = samples.rated(["geen", "veel"])
        left.apply(intents.remove(left, record).edits)
        assert refused(lambda left=left: intents.rate(left, 1, *cell, "geen")) == "record_gone"
        assert refused(lambda left=left: intents.explain(left, 1, *cell, reason="nog getypt")) == "record_gone"
        assert refused(lambda left=left: intents.note_minority(left, "w1", "p1", "d1", text="nog getypt")) == "record_gone"
        if not isinstance(record, Discipline):
            assert refused(lambda left=left: intents.conclude(left, "w1", "p1", text="nog getypt")) == "record_gone"
    assert refused(lambda: intents.rate(session, 2, "d1", "p1", "w1", "geen")) == "record_gone"
