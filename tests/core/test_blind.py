"""What may be seen while a round is blind, and the rules of rounds: reveal once, freeze, ask again."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import intents
from kanaalwaarden.core.blind import answered, blind_progress, hidden, hidden_values, open_blind_round, visible
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import (
    Argument,
    Change,
    Conclusion,
    Discipline,
    Edit,
    MinorityNote,
    Rating,
    Reveal,
    Round,
    RoundCell,
    Session,
    session_of,
)
from kanaalwaarden.store.session_file import SessionFile, read_session
from tests.samples import grid, sessions

AT, LATER = "2026-11-14T19:00:00+01:00", "2026-11-14T19:30:00+01:00"


def do(session: Session, change: Change) -> Change:
    session.apply(change.edits)
    return change


def blind(values: int = 2, platforms: int = 1, disciplines: int = 3) -> Session:
    """A session of which the blind round 1 is open and everybody said 'geen'."""
    session = grid(values, platforms, disciplines)
    session.apply(intents.opening(session, AT))
    for each in session.disciplines:
        for value in session.values:
            for platform in session.platforms:
                do(session, intents.rate(session, 1, each.id, platform.id, value.id, "geen"))
    return session


def refused(key: str, do_it: object) -> None:
    with pytest.raises(Refused) as problem:
        do_it()  # type: ignore[operator]
    assert problem.value.key == key


def steps(file: SessionFile) -> tuple[str | None, str | None]:
    """What would be undone and redone."""
    return file.undo_label, file.redo_label


# What may be seen


@given(sessions(rounds=2), st.data())
def test_visible_drops_exactly_what_is_hidden(session: Session, data: st.DataObject) -> None:
    first: Round | None = session.get(Round, (1,))
    revealed = data.draw(st.sampled_from(["", LATER]))
    session.apply([Edit(first, Round(1, AT, blind=True, revealed=revealed))])
    shown_values = {each.id for each in session.values if data.draw(st.booleans())}
    session.apply([Edit(None, Reveal(1, value, AT)) for value in shown_values])
    before = list(session.records())
    seen = visible(session)

    def secret(record: object) -> bool:
        """A hidden answer, or what was already said on a value of which answers are hidden."""
        if isinstance(record, Rating) and record.round > 1:
            return False
        kinds = (Rating, Conclusion, MinorityNote, Argument)
        return isinstance(record, kinds) and not revealed and record.value not in shown_values

    assert list(session.records()) == before
    assert list(seen.records()) == [each for each in before if not secret(each)]
    assert (seen is session) is bool(revealed)
    assert visible(seen).ratings == seen.ratings
    assert hidden_values(session) == (set() if revealed else {each.id for each in session.values} - shown_values)
    for each in seen.disciplines:  # the counts of answers are those of what is left
        left = [rating for rating in seen.ratings if rating.round == 1 and rating.discipline == each.id and rating.effect]
        assert seen.answers(1, each.id) == len(left)


def test_what_may_be_known_of_a_hidden_cell_is_who_answered() -> None:
    session = blind()
    do(session, intents.rate(session, 1, "d2", "p1", "w1", ""))
    do(session, intents.explain(session, 1, "d2", "p1", "w1", reason="nog aan het denken"))
    assert answered(session, 1, "w1", "p1") == (True, False, True)
    assert [(each.answered, each.total, each.ready) for each in blind_progress(session)] == [(2, 2, True), (1, 2, False), (2, 2, True)]
    session.apply([Edit(session.disciplines[1], replace(session.disciplines[1], absent=True))])
    assert [each.discipline.id for each in blind_progress(session)] == ["d1", "d3"]


def test_a_session_that_is_not_blind_is_shown_as_it_is() -> None:
    session = grid(1, 1, 2, blind=False)
    assert intents.opening(session, AT) == ()
    do(session, intents.rate(session, 1, "d1", "p1", "w1", "veel"))
    assert open_blind_round(session) is None
    assert visible(session) is session
    assert blind_progress(session) == []
    assert not hidden(session, 1, "w1")


def test_a_round_opens_once() -> None:
    session = grid(1, 1, 2)
    assert intents.opening(session, AT) == (Edit(None, Round(1, AT, blind=True)),)
    session.apply(intents.opening(session, AT))
    assert intents.opening(session, LATER) == ()


# Reveal


def test_value_by_value_and_the_last_one_reveals_the_round() -> None:
    session = blind(values=3)
    do(session, intents.reveal(session, 1, AT, "w2"))
    assert hidden_values(session) == {"w1", "w3"}
    assert {each.value for each in visible(session).ratings} == {"w2"}
    assert intents.reveal(session, 1, LATER, "w2").edits == ()  # it was already: nothing happens again
    do(session, intents.reveal(session, 1, AT, "w1"))
    assert open_blind_round(session) == 1
    change = do(session, intents.reveal(session, 1, LATER, "w3"))
    assert change.label == intents.REVEAL
    assert session.get(Round, (1,)) == Round(1, AT, blind=True, revealed=LATER)
    assert [each.at for each in session.tables[Reveal.TABLE].values()] == [AT, AT, LATER]
    assert open_blind_round(session) is None
    refused("not_blind", lambda: intents.reveal(session, 1, LATER))
    refused("not_blind", lambda: intents.reveal(session, 1, LATER, "w1"))


def test_all_at_once() -> None:
    session = blind()
    do(session, intents.reveal(session, 1, LATER))
    assert session.get(Round, (1,)) == Round(1, AT, blind=True, revealed=LATER)
    assert session.tables[Reveal.TABLE] == {}
    assert visible(session) is session


def test_a_round_that_is_not_blind_has_nothing_to_reveal() -> None:
    session = grid(1, 1, 2, blind=False)
    refused("not_blind", lambda: intents.reveal(session, 1, AT))


@pytest.mark.parametrize("value", ["", "w1"])
def test_a_reveal_cannot_be_undone_also_after_reopening(tmp_path: Path, value: str) -> None:
    path = tmp_path / "avond.kanaal"
    SessionFile.create(path, grid(2, 1, 2), AT).close()
    file = SessionFile.open(path, AT)
    first = intents.rate(file.session, 1, "d1", "p1", "w1", "veel")
    file.append(replace(first, edits=(*intents.opening(file.session, AT), *first.edits)), AT)
    file.append(intents.rate(file.session, 1, "d2", "p1", "w1", "geen"), AT)
    assert steps(file) == ("rate", None)
    file.append(intents.reveal(file.session, 1, LATER, value), LATER)
    assert steps(file) == (None, None)
    kept = list(file.session.records())
    assert list(file.undo(LATER)) == []
    file.close()
    again = SessionFile.open(path, LATER)
    assert steps(again) == (None, None)
    assert list(again.undo(LATER)) == []
    again.append(intents.conclude(again.session, "w1", "p1", effect="veel"), LATER)
    assert steps(again) == ("conclude", None)
    again.undo(LATER)  # what came after the reveal can be undone; the reveal and what came before cannot
    assert steps(again) == (None, "conclude")
    assert list(again.undo(LATER)) == []
    again.close()
    assert sorted(map(repr, read_session(path).records())) == sorted(map(repr, kept))


# A round that is frozen


@pytest.mark.parametrize("value", ["", "w1"])
def test_a_revealed_round_refuses_every_change_of_an_answer(value: str) -> None:
    session = blind()
    do(session, intents.reveal(session, 1, LATER, value))
    refused("round_frozen", lambda: intents.rate(session, 1, "d1", "p1", "w1", "veel"))
    refused("round_frozen", lambda: intents.rate(session, 1, "d1", "p1", "w1", ""))
    refused("round_frozen", lambda: intents.explain(session, 1, "d1", "p1", "w1", reason="toch"))
    refused("round_frozen", lambda: intents.explain(session, 1, "d1", "p1", "w1", layer="eigen"))
    refused("round_frozen", lambda: intents.import_ratings(session, [Rating(1, "d1", "p1", "w1", "veel")]))
    same = session.rating(1, "d1", "p1", "w1")
    assert same is not None
    assert intents.import_ratings(session, [same]).edits == ()  # what stands there already changes nothing
    if value:
        assert intents.rate(session, 1, "d1", "p1", "w2", "veel").edits  # the other value is still open


def test_an_import_that_touches_one_frozen_answer_is_refused_as_a_whole() -> None:
    session = blind()
    do(session, intents.reveal(session, 1, LATER, "w1"))
    both = [Rating(1, "d1", "p1", "w2", "veel"), Rating(1, "d1", "p1", "w1", "veel")]
    refused("round_frozen", lambda: intents.import_ratings(session, both))


def test_a_round_that_was_not_blind_freezes_when_the_next_begins() -> None:
    session = grid(2, 1, 2, blind=False)
    do(session, intents.rate(session, 1, "d1", "p1", "w1", "veel"))
    do(session, intents.next_round(session, [("w1", "p1")], AT))
    assert session.get(Round, (1,)) == Round(1)
    assert session.get(Round, (2,)) == Round(2, AT)
    refused("round_frozen", lambda: intents.rate(session, 1, "d1", "p1", "w1", "geen"))
    refused("round_frozen", lambda: intents.rate(session, 1, "d1", "p1", "w2", "geen"))


# Later rounds


def test_the_next_round_waits_for_the_reveal_and_for_cells() -> None:
    session = blind()
    refused("still_blind", lambda: intents.next_round(session, [("w1", "p1")], LATER))
    do(session, intents.reveal(session, 1, LATER, "w1"))
    refused("still_blind", lambda: intents.next_round(session, [("w1", "p1")], LATER))
    do(session, intents.reveal(session, 1, LATER))
    refused("no_cells", lambda: intents.next_round(session, [], LATER))
    do(session, intents.next_round(session, [("w1", "p1"), ("w1", "p1")], LATER))
    assert session.rounds == [1, 2]
    assert list(session.tables[RoundCell.TABLE].values()) == [RoundCell(2, "w1", "p1")]
    assert [session.asked(2, value, "p1") for value in ("w1", "w2")] == [True, False]
    refused("not_asked", lambda: intents.rate(session, 2, "d1", "p1", "w2", "veel"))
    refused("not_asked", lambda: intents.explain(session, 2, "d1", "p1", "w2", reason="x"))
    do(session, intents.rate(session, 2, "d1", "p1", "w1", "veel"))
    assert session.standing(2, "d1", "p1", "w1") == Rating(2, "d1", "p1", "w1", "veel")
    assert session.standing(1, "d1", "p1", "w1") == Rating(1, "d1", "p1", "w1", "geen")
    do(session, intents.next_round(session, [("w1", "p1")], LATER))
    refused("round_frozen", lambda: intents.rate(session, 2, "d1", "p1", "w1", "geen"))
    assert intents.rate(session, 3, "d1", "p1", "w1", "geen").edits


def test_a_cell_is_added_and_taken_out_while_nobody_answered_it() -> None:
    session = blind()
    do(session, intents.reveal(session, 1, LATER))
    do(session, intents.next_round(session, [("w1", "p1")], LATER))
    do(session, intents.ask_again(session, 2, "w2", "p1", True))
    assert session.asked(2, "w2", "p1")
    do(session, intents.ask_again(session, 2, "w2", "p1", False))
    assert not session.asked(2, "w2", "p1")
    do(session, intents.ask_again(session, 2, "w2", "p1", True))
    do(session, intents.rate(session, 2, "d3", "p1", "w2", "matig"))
    refused("round_frozen", lambda: intents.ask_again(session, 2, "w2", "p1", False))
    assert intents.ask_again(session, 2, "w2", "p1", True).edits == ()


def test_a_session_with_everything_in_it_is_the_same_after_a_copy() -> None:
    session = blind()
    do(session, intents.reveal(session, 1, LATER, "w1"))
    assert isinstance(session.disciplines[0], Discipline)
    assert session_of(session.records()) == session or list(session_of(session.records()).records()) == list(session.records())
