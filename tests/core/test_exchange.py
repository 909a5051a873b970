"""The exchange JSON: out and in is the same session, and every fault is named."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given

from kanaalwaarden.core import around
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.model import MOST_DISCIPLINES, Action, Round, Session
from tests import samples


def data() -> dict[str, Any]:
    return copy.deepcopy(to_exchange(samples.example(samples.WATERRIJK)))


def told(given: Any) -> str:
    """What is refused, in both languages; fails if nothing is."""
    with pytest.raises(Refused) as refused:
        from_exchange(given)
    lines = [samples.labels(language).problem(refused.value) for language in ("nl", "en")]
    assert all(lines)
    return lines[0]


def records(session: Session) -> list[str]:
    """Everything in it; a first round without a moment goes without saying."""
    return sorted(repr(each) for each in session.records() if each != Round(1))


@given(samples.sessions())
def test_there_and_back(session: Session) -> None:
    out = json.loads(json.dumps(to_exchange(session)))
    back = from_exchange(out)
    assert to_exchange(back) == out
    assert records(back) == records(session)


@given(samples.around_sessions())
def test_what_stands_around_the_table_there_and_back(session: Session) -> None:
    out = json.loads(json.dumps(to_exchange(session)))
    back = from_exchange(out)
    assert to_exchange(back) == out
    assert records(back) == records(session)


def test_only_a_session_with_something_around_the_table_is_of_version_2() -> None:
    session = samples.grid(1, 1, 1)
    assert to_exchange(session)["version"] == 1
    session.apply(around.add_row(session, Action, text="doen").edits)
    assert to_exchange(session)["version"] == 2


@pytest.mark.parametrize("name", [samples.WATERRIJK, samples.UTRECHT])
def test_the_examples_there_and_back(name: str) -> None:
    session = samples.example(name)
    assert to_exchange(from_exchange(to_exchange(session))) == to_exchange(session)


@pytest.mark.parametrize("given", [None, [], "x", {}, {"format": "iets anders"}, {"format": "kanaalwaarden-sessie", "version": True}])
def test_something_else_is_no_session(given: Any) -> None:
    assert "uitwisselformaat" in told(given)


def test_a_newer_version_is_refused() -> None:
    assert "nieuwere versie" in told(data() | {"version": 3})


def change(path: str, content: Any) -> dict[str, Any]:
    """The example with one thing changed; `path` as 'ratings.0.effect'."""
    found: Any = (whole := data())
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        found = found[step]
    if content is None:
        del found[last]
    else:
        found[last] = content
    return whole


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("session", [], "session"), ("values", {}, "values"), ("values.0", "x", "values[0]"), ("values.0.name", 3, "values[0].name"),
        ("values.0.name", None, "'name'"), ("values.0.nonsense", "x", "nonsense"), ("nonsense", 1, "nonsense"),
        ("values.0.name", "", "naam"),
        ("values.0.kind", "x", "de soort"), ("values.1.id", "transparantie", "twee keer"), ("values.1.name", " TRANSPARANTIE", "twee keer"),
        ("disciplines.0.code", "DV", "twee keer"), ("disciplines.0.code", "abc", "afkorting"), ("disciplines.0.code", "ab", "afkorting"),
        ("ratings.0.effect", "erg", "erg"), ("ratings.0.value", "weg", "weg"), ("ratings.0.platform", "weg", "weg"),
        ("ratings.0.round", 7, "7"),
        ("ratings.0.reason", "x" * 20_001, "20001"), ("ratings.0.effect", None, ""), ("conclusions.0.effect", "geen_oordeel", "conclusie"),
        ("conclusions.0.value", "weg", "weg"), ("minority_notes.0.discipline", "weg", "weg"), ("rounds", [{"number": 2}], "rounds"),
        ("session.scale", "driezijdig", "driezijdig"), ("session.title", "x" * 201, "201"), ("session.date", "morgen", "morgen"),
        ("session.fictional", "ja", "session.fictional"), ("session.language", "fy", "fy"),
    ],
)  # fmt: skip
def test_every_fault_is_named(path: str, content: Any, said: str) -> None:
    if (path, content) == ("ratings.0.effect", None):
        from_exchange(change(path, content))  # a reason without a level yet
        return
    assert said in told(change(path, content))


def test_faults_are_told_together() -> None:
    broken = change("values.0.name", 3)
    broken["platforms"][0]["name"] = 4
    with pytest.raises(BadInput) as refused:
        from_exchange(broken)
    assert len(refused.value.problems) == 2


def test_a_rating_twice_is_refused() -> None:
    broken = data()
    broken["ratings"].append(broken["ratings"][0])
    assert "twee keer" in told(broken)


def test_more_than_fits_is_refused() -> None:
    broken = data()
    broken["disciplines"] = [{"id": str(n), "name": str(n), "code": f"{n:02}"} for n in range(MOST_DISCIPLINES + 1)]
    assert "60" in told(broken)


def around_the_table(**lists: Any) -> dict[str, Any]:
    return to_exchange(samples.grid(1, 1, 1)) | lists


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({"accounts": [{"id": "k1"}]}, ["accounts[0]"]),
        ({"accounts": [{"id": "k1", "platform": "weg"}]}, ["accounts[0]", "weg"]),
        ({"actions": [{"id": "t1", "value": "weg"}]}, ["actions[0]", "weg"]),
        ({"actions": [{"id": "t1"}, {"id": "t1"}]}, ["actions", "t1"]),
        ({"actions": [{"id": ""}]}, ["actions[0]", "id"]),
        ({"actions": [{"id": "t1", "necessity": "heel erg"}]}, ["actions[0]", "heel erg"]),
        ({"actions": [{"id": "t1", "done": "ja"}]}, ["actions[0].done"]),
        ({"fits": [{"purpose": "weg", "platform": "p1"}]}, ["fits[0]", "weg"]),
        ({"stances": [{"platform": "p1", "discipline": "weg"}]}, ["stances[0]", "weg"]),
        ({"follow_up": [{"id": 2}]}, ["follow_up[0]", "2"]),
        ({"figures": [{"id": "c1", "number": "veel"}]}, ["figures[0]", "veel"]),
        ({"cards": [{"id": "r1", "status": "misschien"}]}, ["cards[0]", "misschien"]),
        ({"decisions": [{"platform": "p1", "outcome": "weg ermee"}]}, ["decisions[0]", "weg ermee"]),
        ({"actions": [{"id": f"t{number}"} for number in range(2001)]}, ["2000"]),
    ],
)
def test_every_fault_around_the_table_is_named(lists: dict[str, Any], words: list[str]) -> None:
    sentence = told(around_the_table(**lists))
    assert all(word in sentence for word in words), sentence
