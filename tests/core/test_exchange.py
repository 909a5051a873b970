"""The exchange JSON: out and in is the same session, and every fault is named."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given

from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.model import MOST_DISCIPLINES, Round, Session
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


@pytest.mark.parametrize("name", [samples.WATERRIJK, samples.UTRECHT])
def test_the_examples_there_and_back(name: str) -> None:
    session = samples.example(name)
    assert to_exchange(from_exchange(to_exchange(session))) == to_exchange(session)


@pytest.mark.parametrize("given", [None, [], "x", {}, {"format": "iets anders"}, {"format": "kanaalwaarden-sessie", "version": True}])
def test_something_else_is_no_session(given: Any) -> None:
    assert "uitwisselformaat" in told(given)


def test_a_newer_version_is_refused() -> None:
    assert "nieuwere versie" in told(data() | {"version": 2})


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
