"""The conversation: agenda, speaking order, movement; and pivots and pairs against a count by hand."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given

from kanaalwaarden.core import intents
from kanaalwaarden.core.divergence import DIFFERING, STATES, Cell, cell_of, cells_of, discuss_first
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Change, Rating, Round, Session, session_of
from kanaalwaarden.core.talk import agenda, minutes_left, movement, pairs, pivots, speaking_order
from tests.samples import WATERRIJK, example, grid, rated, sessions

AT = "2026-11-14T19:00:00+01:00"


def do(session: Session, change: Change) -> None:
    session.apply(change.edits)


def differing(answers: Sequence[Sequence[str]], **case: object) -> Session:
    """Values w1.. with the answers of every discipline on platform p1."""
    session = grid(len(answers), 1, len(answers[0]), "tweezijdig", blind=False, **case)
    given = [
        Rating(1, f"d{seat}", "p1", f"w{value}", answer)
        for value, row in enumerate(answers, 1)
        for seat, answer in enumerate(row, 1)
        if answer
    ]
    return session_of([*session.records(), *given])


THREE = [["geen", "geen", "matig"], ["versterkt", "geen", "veel"], ["geen", "geen", "geen"], ["geen", "geen", "veel"]]


def order(session: Session) -> list[str]:
    return [each.cell.value.id for each in agenda(session)]


# The agenda


def test_the_agenda_is_sorted_by_divergence_until_somebody_decides_otherwise() -> None:
    session = differing(THREE)
    assert order(session) == [cell.value.id for cell in discuss_first(session)] == ["w2", "w4", "w1"]
    do(session, intents.order_agenda(session, [("w1", "p1"), ("w2", "p1"), ("w4", "p1")]))
    assert order(session) == ["w1", "w2", "w4"]


def test_what_has_a_place_comes_before_what_has_none() -> None:
    session = differing(THREE)
    do(session, intents.plan(session, "w1", "p1", position=1))
    assert order(session) == ["w1", "w2", "w4"]


def test_skipped_items_go_last_and_come_back() -> None:
    session = differing(THREE)
    do(session, intents.plan(session, "w2", "p1", state="overgeslagen"))
    assert order(session) == ["w4", "w1", "w2"]
    assert agenda(session)[-1].state == "overgeslagen"
    do(session, intents.plan(session, "w2", "p1", state="open"))
    assert order(session) == ["w2", "w4", "w1"]


def test_a_cell_on_the_agenda_stays_there_when_nobody_differs() -> None:
    session = differing(THREE)
    do(session, intents.plan(session, "w3", "p1", position=1))
    assert order(session) == ["w3", "w2", "w4", "w1"]
    assert agenda(session)[0].cell.state == "eensgezind"


def test_the_minutes_that_are_left() -> None:
    session = differing(THREE, item_minutes=8)
    assert minutes_left(agenda(session)) == 24
    do(session, intents.plan(session, "w2", "p1", minutes=5, seconds=61))
    assert minutes_left(agenda(session)) == 16 + 4  # 3 minutes 59 are still 4 minutes
    do(session, intents.plan(session, "w2", "p1", seconds=3000))
    assert minutes_left(agenda(session)) == 16
    do(session, intents.plan(session, "w4", "p1", state="klaar"))
    do(session, intents.plan(session, "w1", "p1", state="overgeslagen"))
    assert minutes_left(agenda(session)) == 0


@pytest.mark.parametrize("given_", [{"position": -1}, {"minutes": 601}, {"seconds": 86_401}, {"state": "weg"}])
def test_a_plan_that_cannot_be(given_: dict[str, object]) -> None:
    with pytest.raises(Refused):
        intents.plan(differing(THREE), "w1", "p1", **given_)


# Who speaks first


def speakers(answers: Sequence[str], scale: str = "tweezijdig") -> list[str]:
    session = rated(answers, scale)
    cell = cell_of(session, session.value("w1"), session.platform("p1"))
    return [each.id for each, _ in speaking_order(cell)]


def test_the_lowest_and_the_highest_speak_first_the_smaller_camp_before_the_larger() -> None:
    assert speakers(["geen", "matig", "geen", "veel", "matig"]) == ["d4", "d1", "d3", "d2", "d5"]
    assert speakers(["versterkt", "veel", "veel"]) == ["d1", "d2", "d3"]
    assert speakers(["veel", "versterkt", "versterkt"]) == ["d1", "d2", "d3"]


def test_camps_of_one_size_begin_with_the_highest_lane() -> None:
    assert speakers(["geen", "veel", "matig"]) == ["d2", "d1", "d3"]


def test_who_gives_no_judgement_is_not_asked_and_who_rules_it_out_speaks_first() -> None:
    assert speakers(["geen", NO_JUDGEMENT, "veel", RULED_OUT, ""]) == ["d4", "d3", "d1"]
    assert speakers([NO_JUDGEMENT, RULED_OUT]) == ["d2"]
    assert speakers(["", NO_JUDGEMENT]) == []


@given(sessions(rounds=1))
def test_everybody_who_has_something_to_say_speaks_once(session: Session) -> None:
    for cell in cells_of(session):
        spoken = [each.id for each, _ in speaking_order(cell)]
        wanted = [each.id for each, rating in cell.ratings if rating and rating.effect not in ("", NO_JUDGEMENT)]
        assert sorted(spoken) == sorted(wanted)


# Who moved


def second_round() -> Session:
    session = differing([["geen", "veel", "matig", ""], ["geen", "geen", "veel", "geen"]])
    do(session, intents.next_round(session, [("w1", "p1")], AT))
    do(session, intents.rate(session, 2, "d1", "p1", "w1", "matig"))
    do(session, intents.explain(session, 2, "d1", "p1", "w1", reason="Overtuigd door privacy."))
    do(session, intents.rate(session, 2, "d2", "p1", "w1", "veel"))
    do(session, intents.rate(session, 2, "d4", "p1", "w1", "geen"))
    return session


def test_movement_is_from_to_with_the_reason_and_who_stayed() -> None:
    session = second_round()
    moves = {each.discipline.id: each for each in movement(session, "w1", "p1", 2)}
    assert {key: each.moved for key, each in moves.items()} == {"d1": True, "d2": False, "d3": False, "d4": True}
    assert moves["d1"].before is not None
    assert moves["d1"].after is not None
    assert (moves["d1"].before.effect, moves["d1"].after.effect, moves["d1"].after.reason) == ("geen", "matig", "Overtuigd door privacy.")
    assert moves["d3"].after is None  # not answered again: it stands where it stood
    assert moves["d4"].before is None
    assert session.rating(1, "d1", "p1", "w1") == Rating(1, "d1", "p1", "w1", "geen")  # round 1 stays


def test_there_is_no_movement_where_nothing_was_asked() -> None:
    session = second_round()
    assert movement(session, "w2", "p1", 2) == []
    assert movement(session, "w1", "p1", 1) == []


def test_a_third_round_is_compared_with_the_second() -> None:
    session = second_round()
    do(session, intents.next_round(session, [("w1", "p1")], AT))
    do(session, intents.rate(session, 3, "d1", "p1", "w1", "veel"))
    first = movement(session, "w1", "p1", 3)[0]
    assert first.before is not None
    assert first.after is not None
    assert (first.before.effect, first.after.effect) == ("matig", "veel")
    assert session.get(Round, (3,)) == Round(3, AT)


# Pivots and pairs, counted by hand


def word(effects: Sequence[str], levels: Sequence[str]) -> str:
    """The divergence word of a list of answers, from the definition and not from the program's counts."""
    places = sorted({levels.index(each) for each in effects if each in levels})
    if not places:
        return "niet_beoordeeld"
    if sum(1 for each in effects if each in levels) == 1:
        return "een_stem"
    if len(places) == 1:
        return "eensgezind"
    if places[0] == 0 and places[-1] == len(levels) - 1:
        return "tegenpolen"
    return "nuance" if places[-1] - places[0] == 1 else "verschil"


def pivots_by_hand(cell: Cell) -> set[tuple[str, str, str, str, str, str]]:
    levels = cell.levels
    effects = [rating.effect if rating else "" for _, rating in cell.ratings]
    found = set()
    for seat, (discipline, _) in enumerate(cell.ratings):
        if effects[seat] not in levels or sum(1 for each in effects if each in levels) < 2:
            continue
        for other in levels:
            if abs(levels.index(other) - levels.index(effects[seat])) == 1:
                after = word([*effects[:seat], other, *effects[seat + 1 :]], levels)
                if after != word(effects, levels):
                    found.add((cell.value.id, cell.platform.id, discipline.id, effects[seat], other, after))
    return found


@given(sessions(rounds=2))
def test_pivots_are_those_that_a_count_by_hand_finds(session: Session) -> None:
    for round_ in session.rounds:
        found = pivots(session, round_)
        told = [(each.cell.value.id, each.cell.platform.id, each.discipline.id, each.level, each.other, each.state) for each in found]
        assert len(told) == len(set(told))
        assert set(told) == set().union(*map(pivots_by_hand, cells_of(session, round_)))
        for each in found:
            assert each.creates == (STATES.index(each.state) < STATES.index(each.cell.state))


def test_the_one_who_makes_or_breaks_it() -> None:
    session = rated(["geen", "geen", "matig"])
    told = [(each.discipline.id, each.other, each.state, each.creates) for each in pivots(session)]
    assert told == [("d3", "geen", "eensgezind", False), ("d3", "veel", "tegenpolen", True)]


@given(sessions(rounds=2))
def test_pairs_are_those_that_a_count_by_hand_finds(session: Session) -> None:
    levels = session.levels
    for round_ in session.rounds:
        by_hand = []
        for one, other in combinations(session.disciplines, 2):
            both = differ = opposite = 0
            for value in session.values:
                for platform in session.platforms:
                    two = [session.standing(round_, each.id, platform.id, value.id) for each in (one, other)]
                    effects = [each.effect for each in two if each is not None and each.effect in levels]
                    if len(effects) == 2:
                        both += 1
                        differ += effects[0] != effects[1]
                        opposite += sorted(map(levels.index, effects)) == [0, len(levels) - 1]
            by_hand.append((one.id, other.id, both, differ, opposite))
        found = [(each.first.id, each.second.id, each.both, len(each.differing), len(each.opposite)) for each in pairs(session, round_)]
        assert found == by_hand


def test_pairs_and_agenda_of_the_shipped_example() -> None:
    session = example(WATERRIJK)
    last = session.rounds[-1]
    assert len(pairs(session, last)) == len(session.disciplines) * (len(session.disciplines) - 1) // 2
    assert all(set(each.opposite) <= set(each.differing) for each in pairs(session, last))
    assert [each.cell for each in agenda(session, last)] == discuss_first(session, last)
    assert all(each.cell.state in DIFFERING for each in agenda(session, last))
