"""What a new session starts from."""

from typing import Any

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.templates import session_from_template
from tests import samples

SMALL: dict[str, Any] = {"title": "Klein", "values": ["Privacy"], "platforms": ["X"], "disciplines": ["ICT"]}


def told(given: Any) -> str:
    with pytest.raises(Refused) as refused:
        session_from_template(given)
    assert samples.labels("en").problem(refused.value)
    return samples.labels("nl").problem(refused.value)


@pytest.mark.parametrize("path", sorted((paths.resources() / "templates").glob("*.json")), ids=lambda path: path.stem)
def test_every_shipped_template_makes_a_session(path: Any) -> None:
    session = session_from_template(paths.read_json(f"templates/{path.name}"))
    assert session.values
    assert session.disciplines
    assert not session.rated
    assert to_exchange(from_exchange(to_exchange(session))) == to_exchange(session)


def test_names_alone_are_enough() -> None:
    session = session_from_template(SMALL, title="Mijn sessie")
    assert session.case.title == "Mijn sessie"
    assert session.case.scale == "eenzijdig"
    assert [session.values[0].name, session.platforms[0].name, session.disciplines[0].code] == ["Privacy", "X", "IC"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scale": "driezijdig"}, "driezijdig"), ({"values": "x"}, "values"), ({"values": [3]}, "values[0]"),
        ({"values": ["a", "A"]}, "values[1]"),
        ({"values": [{"definition": "x"}]}, "'name'"), ({"values": [{"name": "x", "id": "x"}]}, "'id'"), ({"title": 3}, "title"),
        ({"values": [{"name": "x", "kind": 3}]}, "values[0].kind"), ({"nonsense": 1}, "nonsense"), ({"title": "x" * 201}, "201"),
        ({"disciplines": [{"name": "x", "code": "xyz"}]}, "XYZ"), ({"values": [""]}, "naam"), ({"language": "fy"}, "fy"),
        ({"platforms": [{"name": "x", "kind": "waarde"}]}, "waarde"),
    ],
)  # fmt: skip
def test_every_fault_is_named(change: dict[str, Any], said: str) -> None:
    assert said in told(SMALL | change)


@pytest.mark.parametrize("given", [None, [], "x", 3])
def test_something_else_is_no_template(given: Any) -> None:
    assert told(given)


@pytest.mark.parametrize("key", ["title", "values", "platforms", "disciplines"])
def test_what_is_missing_is_named(key: str) -> None:
    assert f"'{key}'" in told({name: content for name, content in SMALL.items() if name != key})


def test_faults_are_told_together() -> None:
    with pytest.raises(BadInput) as refused:
        session_from_template(SMALL | {"values": ["a", "a", ""], "platforms": [3]})
    assert len(refused.value.problems) == 3


def test_a_fault_inside_a_list_names_its_place_once() -> None:
    data = {"title": "x", "values": [{"definition": "zonder naam"}, 5], "platforms": ["p" * 5000], "disciplines": []}
    with pytest.raises(BadInput) as found:
        session_from_template(data)
    told = samples.labels().problem(found.value).splitlines()[1:]
    assert told[:2] == [
        "Bij 'values[0]' ontbreekt 'name'.",
        "Bij 'values[1]' hoort iets anders te staan: een groep gegevens tussen accolades.",
    ]
    assert told[2].startswith("platforms[0]: De tekst van de naam is 5000 tekens lang")
