"""Actions in order, who stands behind a decision, and whether for the same reasons."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import around
from kanaalwaarden.core.model import IMPORTANCES, NECESSITIES, STANCES, Action, Edit, Rating, Session, Stance
from kanaalwaarden.core.weigh import ordered_actions, same_decision, stance_sentence
from tests import samples

NAMES = ["communicatie", "griffie", "ICT", "privacy", "archief"]


def session_with(stances: dict[str, str], values: dict[str, str] | None = None) -> Session:
    session = samples.grid(2, 1, NAMES)
    ids = {each.name: each.id for each in session.disciplines}
    for name, stance in stances.items():
        given = {"stance": stance, "value": (values or {}).get(name, "")}
        session.apply(around.fill(session, Stance, ("p1", ids[name]), **given).edits)
    return session


def test_the_one_who_is_against_is_named() -> None:
    session = session_with(dict.fromkeys(NAMES[:4], "mee") | {"archief": "niet"})
    assert stance_sentence(session, samples.labels(), "p1") == "4 disciplines steunen het besluit; archief steunt het niet."
    assert stance_sentence(session, samples.labels("en"), "p1") == "4 disciplines support the decision; archief does not support it."


def test_who_said_nothing_is_named_too_and_nobody_is_silence() -> None:
    assert stance_sentence(session_with({}), samples.labels(), "p1") == ""
    session = session_with(dict.fromkeys(NAMES[:4], "mits"))
    assert stance_sentence(session, samples.labels(), "p1") == "4 disciplines steunen het onder voorwaarde; archief heeft nog niets gezegd."


@given(st.lists(st.sampled_from(STANCES), min_size=5, max_size=5))
def test_whoever_stands_alone_is_always_named(stances: list[str]) -> None:
    sentence = stance_sentence(session_with(dict(zip(NAMES, stances, strict=True))), samples.labels(), "p1").lower()
    for name, stance in zip(NAMES, stances, strict=True):
        if stance and stances.count(stance) == 1:
            assert name.lower() in sentence


def test_the_same_decision_for_other_values_is_told() -> None:
    session = session_with({"privacy": "mee", "communicatie": "mits", "ICT": "niet"}, {"privacy": "w1", "communicatie": "w2", "ICT": "w2"})
    assert same_decision(session, samples.labels(), "p1") == (
        "Zelfde besluit, andere redenen: privacy noemt waarde 1; communicatie noemt waarde 2."
    )


@pytest.mark.parametrize("stances", [{"privacy": "mee"}, {"privacy": "mee", "ICT": "mee"}, {"privacy": "mee", "ICT": "niet"}])
def test_the_same_reason_is_nothing_to_tell(stances: dict[str, str]) -> None:
    session = session_with(stances, {"privacy": "w1", "ICT": "w1"})
    assert same_decision(session, samples.labels(), "p1") == ""


def test_supporters_who_judge_in_opposite_ways_are_named() -> None:
    session = session_with({"privacy": "mee", "communicatie": "mee", "ICT": "niet"})
    ids = {each.name: each.id for each in session.disciplines}
    given = {"privacy": "veel", "communicatie": "geen", "ICT": "veel"}
    session.apply(Edit(None, Rating(1, ids[name], "p1", "w1", effect)) for name, effect in given.items())
    assert same_decision(session, samples.labels(), "p1") == (
        "Zij steunen hetzelfde besluit en oordelen tegengesteld: bij waarde 1 zegt communicatie 'geen' en privacy 'veel'."
    )


actions = st.lists(
    st.fixed_dictionaries(
        {
            "text": samples.names, "necessity": st.sampled_from(NECESSITIES), "importance": st.sampled_from(IMPORTANCES),
            "date": samples.dates, "done": st.booleans(), "platform": st.sampled_from(["", "p1"]),
        }
    ),
    max_size=6,
)  # fmt: skip


@given(actions)
def test_every_action_is_there_once_and_open_ones_first(rows: list[dict[str, Any]]) -> None:
    session = samples.grid(1, 1, 1)
    session.apply(around.add_rows(session, Action, rows).edits)
    ordered = ordered_actions(session)
    assert sorted(each.id for each in ordered) == sorted(each.id for each in session.rows(Action))
    assert [each.done for each in ordered] == sorted(each.done for each in ordered)
    assert ordered_actions(session, "p1") == [each for each in ordered if each.platform == "p1"]


def test_what_is_necessary_goes_before_what_matters_much() -> None:
    session = samples.grid(1, 1, 1)
    rows = [
        {"text": "e", "necessity": "", "importance": "groot"}, {"text": "d", "necessity": "wenselijk", "importance": "groot"},
        {"text": "c", "necessity": "noodzakelijk", "importance": "gewoon"},
        {"text": "b", "necessity": "noodzakelijk", "importance": "groot"},
        {"text": "a", "necessity": "noodzakelijk", "importance": "groot", "date": "2027-01-01"},
        {"text": "f", "necessity": "noodzakelijk", "importance": "groot", "done": True},
    ]  # fmt: skip
    session.apply(around.add_rows(session, Action, rows).edits)
    assert "".join(each.text for each in ordered_actions(session)) == "abcdef"
