"""Divergence in words: from counts only, and nobody who stands alone is ever lost."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core.divergence import DIFFERING, STATES, Cell, cell_of, cells_of, discuss_first, state_counts, state_of
from kanaalwaarden.core.model import NO_JUDGEMENT, SCALES, Platform, Rating, Session, Value, session_of
from tests import samples

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "vectors.json").read_text(encoding="utf-8"))["distributions"]
scales = st.sampled_from(sorted(SCALES))


@st.composite
def answered(draw: st.DrawFn, least: int = 1) -> tuple[list[str], str]:
    """The answers of a cell and their scale."""
    scale = draw(scales)
    return draw(st.lists(st.sampled_from([*SCALES[scale], NO_JUDGEMENT, ""]), min_size=least, max_size=12)), scale


def cell(session: Session) -> Cell:
    return cell_of(session, session.values[0], session.platforms[0])


def test_every_distribution_of_nine_over_three_is_there() -> None:
    assert len({tuple(vector["counts"]) for vector in VECTORS}) == 55
    assert {sum(vector["counts"]) for vector in VECTORS} == {9}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: "-".join(map(str, vector["counts"])))
def test_the_vectors(vector: dict[str, object]) -> None:
    counts = tuple(vector["counts"])  # type: ignore[arg-type]
    wanted = "tegenpolen" if vector["both_ends"] else {0: "eensgezind", 1: "nuance"}[vector["range"]]  # type: ignore[index]
    assert state_of(counts) == wanted
    answers = [level for level, count in zip(SCALES["eenzijdig"], counts, strict=True) for _ in range(count)]
    found = cell(samples.rated(answers))
    assert (found.counts, found.state) == (counts, wanted)
    assert (found.high or 0) - (found.low or 0) == vector["range"]


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ((0, 0, 0, 0), "niet_beoordeeld"), ((0, 1, 0, 0), "een_stem"), ((0, 2, 0, 0), "eensgezind"), ((1, 1, 0, 0), "nuance"),
        ((0, 1, 1, 1), "verschil"), ((1, 0, 1, 0), "verschil"), ((1, 0, 0, 8), "tegenpolen"),
        ((0, 1, 0, 5), "verschil"), ((1, 1, 1, 1), "tegenpolen"),
    ],
)  # fmt: skip
def test_four_levels(counts: tuple[int, ...], state: str) -> None:
    assert state_of(counts) == state


@given(answered())
def test_state_is_always_a_known_word(case: tuple[list[str], str]) -> None:
    assert cell(samples.rated(*case)).state in STATES


@given(answered(), st.randoms(use_true_random=False))
def test_who_gives_which_answer_does_not_matter_for_the_word(case: tuple[list[str], str], chance) -> None:  # type: ignore[no-untyped-def]
    answers, scale = case
    shuffled = list(answers)
    chance.shuffle(shuffled)
    one, other = samples.rated(answers, scale), samples.rated(shuffled, scale)
    assert cell(one).counts == cell(other).counts
    assert cell(one).state == cell(other).state
    words = samples.labels()

    def anonymous(session: Session) -> str:
        return re.sub(r"discipline \d+", "…", words.sentence(session, cell(session)), flags=re.IGNORECASE)

    assert anonymous(one) == anonymous(other)


@given(answered())
def test_no_judgement_is_no_level_and_not_absence(case: tuple[list[str], str]) -> None:
    answers, scale = case
    found = cell(samples.rated(answers, scale))
    assert sum(found.counts) == len([answer for answer in answers if answer in SCALES[scale]])
    assert len(found.without_judgement) == answers.count(NO_JUDGEMENT)
    assert len(found.missing) == answers.count("")


@given(answered(least=3))
def test_the_one_who_stands_alone(case: tuple[list[str], str]) -> None:
    answers, scale = case
    session = samples.rated(answers, scale)
    found = cell(session)
    levels = [answer for answer in answers if answer in SCALES[scale]]
    lone = [each for each, answer in zip(session.disciplines, answers, strict=True) if levels.count(answer) == 1]
    if len(levels) < 3:
        assert not found.alone
        return
    assert list(found.alone) == lone
    dissenting = [each for each, _ in found.dissenting]
    for language in ("nl", "en"):
        sentence = samples.labels(language).sentence(session, found)
        for each in lone:
            assert each in dissenting
            assert each.name.casefold() in sentence.casefold()


def test_eight_against_one_is_not_agreement() -> None:
    found = cell(samples.rated(["geen"] * 8 + ["veel"], names=[*"abcdefgh", "privacy"]))
    assert found.state == "tegenpolen"
    assert [each.name for each in found.alone] == ["privacy"]


def test_dissenting_is_everybody_where_no_group_is_the_largest() -> None:
    found = cell(samples.rated(["geen", "geen", "veel", "veel", NO_JUDGEMENT]))
    assert len(found.dissenting) == 4


def test_a_later_answer_stands_and_an_earlier_one_is_kept() -> None:
    session = samples.rated(["geen", "geen", "veel"])
    later = session_of([*session.records(), Rating(2, "d3", "p1", "w1", "geen")])
    value, platform = later.values[0], later.platforms[0]
    assert cell_of(later, value, platform, 1).state == "tegenpolen"
    assert cell_of(later, value, platform, 2).state == "eensgezind"


@given(samples.sessions(rounds=1))
def test_discuss_first_is_in_order(session: Session) -> None:
    cells = discuss_first(session)
    assert sorted((each.value.id, each.platform.id) for each in cells) == sorted(
        (each.value.id, each.platform.id) for each in cells_of(session) if each.state in DIFFERING
    )
    places = {(each.value.id, each.platform.id): place for place, each in enumerate(cells_of(session))}

    def order(found: Cell) -> tuple[bool, int, int, int, int]:
        low, high = found.low or 0, found.high or 0
        smaller = min(found.counts[low], found.counts[high])
        place = places[(found.value.id, found.platform.id)]
        return (found.state == "tegenpolen", high - low, smaller, len(found.without_judgement), -place)

    assert [order(each) for each in cells] == sorted(map(order, cells), reverse=True)


@given(samples.sessions())
def test_state_counts_add_up(session: Session) -> None:
    for number in session.rounds:
        assert sum(state_counts(session, number).values()) == len(session.values) * len(session.platforms)


def test_cells_come_value_by_value() -> None:
    session = samples.grid(2, 2, 1)
    assert [(each.value.id, each.platform.id) for each in cells_of(session)] == [("w1", "p1"), ("w1", "p2"), ("w2", "p1"), ("w2", "p2")]
    assert isinstance(cells_of(session)[0].value, Value)
    assert isinstance(cells_of(session)[0].platform, Platform)
