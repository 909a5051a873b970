"""What no longer reaches whom when a platform is switched off."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import around
from kanaalwaarden.core.model import FAILURES, Edit, Platform, Route, Session
from kanaalwaarden.core.reach import dependent, switch_off, way_name
from tests import samples


def session_with(*rows: dict[str, Any]) -> Session:
    session = samples.grid(1, 2, 1)
    session.apply([Edit(None, Platform("site", 3, "Website", "eigen"))])
    session.apply(around.add_rows(session, Route, rows).edits)
    return session


def storm() -> Session:
    return session_with(
        {"message": "storm", "audience": "iedereen", "platform": "p1", "crisis": True},
        {"message": "Storm", "audience": "iedereen", "platform": "p2", "crisis": True},
        {"message": "storm", "audience": "ouderen", "channel": "lokale radio", "crisis": True, "without": "telecom gps"},
        {"message": "vacature", "audience": "jongeren", "platform": "p1"},
        {"message": "vacature", "audience": "jongeren", "platform": "site"},
        {},
    )


def told(session: Session, platforms: set[str], failures: tuple[str, ...] = ()) -> dict[tuple[str, str], str]:
    return {(each.message, each.audience): each.state for each in switch_off(session, platforms, failures)}


def test_without_a_platform_it_is_plain_who_is_missed() -> None:
    session = storm()
    assert set(told(session, set()).values()) == {"meer", "een"}
    assert told(session, {"p1"}) == {("storm", "iedereen"): "een", ("storm", "ouderen"): "een", ("vacature", "jongeren"): "een"}
    assert told(session, {"p1", "p2"})[("storm", "iedereen")] == "weg"
    assert [each.lost for each in switch_off(session, {"p1"})] == [True, False, True]


def test_when_telephone_and_internet_fail_only_what_survives_that_is_left() -> None:
    found = switch_off(storm(), (), ("telecom",))
    assert [[way_name(storm(), way) for way in each.left] for each in found] == [[], ["lokale radio"], []]
    assert told(storm(), set(), ("telecom", "stroom"))[("storm", "ouderen")] == "weg"


def test_what_hangs_on_one_platform_is_flagged() -> None:
    session = session_with(
        {"message": "a", "audience": "x", "platform": "p1"},
        {"message": "a", "audience": "x", "platform": "p1", "note": "ander account"},
        {"message": "b", "audience": "x", "platform": "p1"},
        {"message": "b", "audience": "x", "channel": "balie"},
        {"message": "c", "audience": "x", "platform": "p1", "crisis": True},
        {"message": "c", "audience": "x", "platform": "p2", "crisis": True},
        {"message": "d", "audience": "x", "platform": "p1", "crisis": True},
        {"message": "d", "audience": "x", "platform": "site", "crisis": True},
    )
    assert [each.message for each in dependent(session)] == ["a", "c"]


routes = st.lists(
    st.fixed_dictionaries(
        {
            "message": st.sampled_from(["storm", "vacature"]), "audience": st.sampled_from(["ouderen", "jongeren"]),
            "platform": st.sampled_from(["", "p1", "p2", "site"]), "channel": st.sampled_from(["", "balie"]),
            "without": st.lists(st.sampled_from(FAILURES), unique=True).map(" ".join), "crisis": st.booleans(),
        }
    ),
    max_size=6,
)  # fmt: skip
subsets = st.sets(st.sampled_from(["p1", "p2", "site"]))
failing = st.sets(st.sampled_from(FAILURES))


@given(routes, subsets, subsets, failing, failing)
def test_switching_more_off_brings_nothing_back(
    rows: list[dict[str, Any]], some: set[str], more: set[str], failures: set[str], others: set[str]
) -> None:
    session = session_with(*rows)
    before, after = switch_off(session, some, failures), switch_off(session, some | more, failures | others)
    assert [(each.message, each.audience) for each in before] == [(each.message, each.audience) for each in after]
    assert all(set(later.left) <= set(earlier.left) <= set(earlier.ways) for earlier, later in zip(before, after, strict=True))
