"""What is shipped holds to its schemas, and the examples show what they promise."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = sorted((ROOT / "resources" / "templates").glob("*.json"))
SESSIONS = sorted((ROOT / "sessions").glob("*.json"))
LEVELS = {"eenzijdig": ["geen", "matig", "veel"], "tweezijdig": ["versterkt", "geen", "matig", "veel"]}
UTRECHT_VALUES = [
    "Transparantie",
    "Vindbaarheid",
    "Verbinding",
    "Volledige informatievoorziening en zichtbaarheid",
    "Betrouwbaarheid",
    "(Digitale) inclusiviteit",
    "Onafhankelijkheid",
    "Uitlegbaarheid",
]
CODIO_NAMES = {  # the only eleven names confirmed as CODIO's
    "privacy",
    "autonomie",
    "menselijke waardigheid",
    "non-discriminatie",
    "uitlegbaarheid",
    "inclusiviteit",
    "duurzaamheid",
    "transparantie",
    "samenwerking",
    "doelmatigheid",
    "menselijke eindverantwoordelijkheid",
}

Json = dict[str, Any]


def load(path: Path) -> Json:
    data: Json = json.loads(path.read_text(encoding="utf-8"))
    return data


def validator(kind: str) -> Draft202012Validator:
    schema = load(ROOT / "resources" / "schema" / f"{kind}.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def counts(session: Json, value: str, platform: str) -> list[int]:
    """How many disciplines chose each level of one cell, in the order of the scale."""
    chosen = Counter(r["effect"] for r in session["ratings"] if (r["value"], r["platform"]) == (value, platform))
    return [chosen[level] for level in LEVELS[session["session"]["scale"]]]


def state(cell: list[int]) -> str:
    """The divergence word of method.md, written out anew so that it does not lean on core."""
    used = [step for step, number in enumerate(cell) if number]
    if not used:
        return "niet_beoordeeld"
    if sum(cell) == 1:
        return "een_stem"
    if used[0] == used[-1]:
        return "eensgezind"
    if used[0] == 0 and used[-1] == len(cell) - 1:
        return "tegenpolen"
    return "nuance" if used[-1] - used[0] == 1 else "verschil"


@pytest.fixture(scope="module")
def utrecht() -> Json:
    return load(ROOT / "sessions" / "provincie-utrecht-2025.json")


@pytest.fixture(scope="module")
def waterrijk() -> Json:
    return load(ROOT / "sessions" / "gemeente-waterrijk-fictief.json")


def test_shipped_files_are_the_ones_promised() -> None:
    assert [path.stem for path in TEMPLATES] == ["gemeente", "provincie-utrecht-2025", "quickscan"]
    assert [path.stem for path in SESSIONS] == ["gemeente-waterrijk-2027-fictief", "gemeente-waterrijk-fictief", "provincie-utrecht-2025"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_template_holds_to_its_schema(path: Path) -> None:
    validator("template").validate(load(path))


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session_holds_to_its_schema(path: Path) -> None:
    validator("session").validate(load(path))


def test_names_alone_make_a_template() -> None:
    validator("template").validate({"title": "Kort", "values": ["Privacy"], "platforms": ["X"], "disciplines": ["griffie"]})


@pytest.mark.parametrize(
    "change",
    [
        {"title": ""},
        {"values": [" "]},
        {"scale": "vijfpunts"},
        {"disciplines": [{"name": "griffie", "code": "gr"}]},
        {"values": [{"definition": "zonder naam"}]},
        {"values": [{"name": "a" * 201}]},
        {"aim": "a" * 20001},
        {"total": 3},
    ],
)
def test_template_schema_refuses(change: Json) -> None:
    with pytest.raises(ValidationError):
        validator("template").validate({"title": "Kort", "values": [], "platforms": [], "disciplines": []} | change)


@pytest.mark.parametrize("key", ["title", "values", "platforms", "disciplines"])
def test_template_schema_asks_for(key: str) -> None:
    template: Json = {"title": "Kort", "values": [], "platforms": [], "disciplines": []}
    del template[key]
    with pytest.raises(ValidationError):
        validator("template").validate(template)


def test_session_schema_refuses_a_strengthened_value_on_the_one_sided_scale(waterrijk: Json) -> None:
    one_sided = waterrijk | {"session": waterrijk["session"] | {"scale": "eenzijdig"}}
    with pytest.raises(ValidationError):
        validator("session").validate(one_sided)


def test_session_schema_refuses_an_unknown_effect(waterrijk: Json) -> None:
    wrong = waterrijk | {"ratings": [waterrijk["ratings"][0] | {"effect": "nog_niet"}]}
    with pytest.raises(ValidationError):
        validator("session").validate(wrong)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session_is_written_as_the_export_writes_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == json.dumps(load(path), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", TEMPLATES + SESSIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_word_of_weighing(path: Path) -> None:
    text = path.read_text(encoding="utf-8").casefold()
    assert not [word for word in ("gemiddeld", "score", "gewicht") if word in text]


@pytest.mark.parametrize("path", TEMPLATES + SESSIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_values_are_complete_and_only_confirmed_names_are_codio(path: Path) -> None:
    for value in load(path)["values"]:
        assert value["definition"], value["name"]
        assert value["question"], value["name"]
        assert value["source"], value["name"]
        confirmed = value["name"].casefold().removeprefix("(digitale) ") in CODIO_NAMES
        assert (value["origin"] == "codio") == confirmed, value["name"]
        assert len(value.get("short_name", "")) <= 16


@pytest.mark.parametrize("path", TEMPLATES + SESSIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_names_and_codes_are_unique(path: Path) -> None:
    data = load(path)
    for kind in ("values", "platforms", "disciplines"):
        names = [item["name"].casefold() for item in data[kind]]
        assert len(set(names)) == len(names)
    codes = [discipline["code"] for discipline in data["disciplines"]]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session_refers_only_to_what_it_holds(path: Path) -> None:
    data = load(path)
    ids = {kind: [item["id"] for item in data[kind]] for kind in ("values", "platforms", "disciplines")}
    assert all(len(set(known)) == len(known) for known in ids.values())
    rounds = [item["number"] for item in data["rounds"]]
    for entry in data["ratings"] + data["conclusions"] + data["minority_notes"]:
        assert entry["value"] in ids["values"]
        assert entry["platform"] is None or entry["platform"] in ids["platforms"]
        assert entry.get("discipline", ids["disciplines"][0]) in ids["disciplines"]
        assert entry.get("round", rounds[0]) in rounds
    concluded = [(entry["value"], entry["platform"]) for entry in data["conclusions"]]
    assert len(set(concluded)) == len(concluded)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session_names_no_people(path: Path) -> None:
    assert not any(discipline["people"] for discipline in load(path)["disciplines"])


def test_utrecht_template_is_the_published_table() -> None:
    template = load(ROOT / "resources" / "templates" / "provincie-utrecht-2025.json")
    assert [value["name"] for value in template["values"]] == UTRECHT_VALUES
    assert [platform["name"] for platform in template["platforms"]] == ["X", "Facebook", "Instagram", "LinkedIn", "YouTube"]
    assert all(platform["practice"] for platform in template["platforms"])
    assert [discipline["name"] for discipline in template["disciplines"]] == [
        "digitale toegankelijkheid",
        "informatieveiligheid",
        "privacy",
        "ICT",
        "digitale transitie",
        "communicatie",
        "informatievoorziening en digitalisering",
        "griffie",
        "functioneel beheer",
    ]
    assert template["scale"] == "eenzijdig"


def test_gemeente_template_has_the_seven_values_and_all_channels() -> None:
    template = load(ROOT / "resources" / "templates" / "gemeente.json")
    assert [value["name"].casefold() for value in template["values"]] == [
        "transparantie",
        "vindbaarheid",
        "verbinding",
        "betrouwbaarheid",
        "inclusiviteit",
        "onafhankelijkheid",
        "uitlegbaarheid",
    ]
    kinds = {platform["name"]: platform["kind"] for platform in template["platforms"]}
    assert list(kinds)[:8] == ["Facebook", "Instagram", "X", "TikTok", "WhatsApp", "LinkedIn", "YouTube", "Mastodon"]
    assert kinds["Mastodon"] == "open"
    assert [name for name, kind in kinds.items() if kind == "eigen"] == ["Gemeentelijke website", "Gemeentelijke nieuwsbrief"]


def test_quickscan_has_four_values() -> None:
    assert len(load(ROOT / "resources" / "templates" / "quickscan.json")["values"]) == 4


def test_utrecht_session_repeats_the_published_outcome_and_invents_nothing(utrecht: Json) -> None:
    assert utrecht["session"]["scale"] == "eenzijdig"
    assert utrecht["session"]["one_voice"] is True
    assert utrecht["session"]["fictional"] is False
    assert "niet uitgesplitst" in utrecht["session"]["source"]
    assert utrecht["ratings"] == []
    assert utrecht["minority_notes"] == []
    names = {value["id"]: value["name"] for value in utrecht["values"]}
    assert [names[conclusion["value"]] for conclusion in utrecht["conclusions"]] == UTRECHT_VALUES
    assert [conclusion["platform"] for conclusion in utrecht["conclusions"]] == [None] * 8
    published = ["geen", "geen", "geen", "geen", "matig", "geen", "veel", "matig"]
    assert [conclusion["effect"] for conclusion in utrecht["conclusions"]] == published
    assert all(conclusion["text"] for conclusion in utrecht["conclusions"])


def test_waterrijk_says_that_it_is_fictional(waterrijk: Json) -> None:
    assert waterrijk["session"]["fictional"] is True
    assert "fictie" in waterrijk["session"]["title"]
    assert "fictie" in waterrijk["session"]["organisation"]
    assert "Fictief" in waterrijk["session"]["source"]


def test_waterrijk_is_complete_and_in_order(waterrijk: Json) -> None:
    order = [
        (1, discipline["id"], value["id"], platform["id"])
        for discipline in waterrijk["disciplines"]
        for value in waterrijk["values"]
        for platform in waterrijk["platforms"]
    ]
    assert len(order) == 9 * 7 * 6
    assert [(r["round"], r["discipline"], r["value"], r["platform"]) for r in waterrijk["ratings"]] == order


def test_waterrijk_shows_every_divergence_state(waterrijk: Json) -> None:
    cells = [counts(waterrijk, value["id"], platform["id"]) for value in waterrijk["values"] for platform in waterrijk["platforms"]]
    assert {state(cell) for cell in cells} == {"eensgezind", "nuance", "verschil", "tegenpolen"}


def test_waterrijk_has_the_cells_that_hide_in_a_middle(waterrijk: Json) -> None:
    cell = [r for r in waterrijk["ratings"] if (r["value"], r["platform"]) == ("vindbaarheid", "instagram")]
    assert [r["discipline"] for r in cell if r["effect"] == "veel"] == ["privacy"]
    assert sum(r["effect"] == "geen" for r in cell) == 8
    assert counts(waterrijk, "transparantie", "youtube") == [1, 7, 1, 0]  # two lone voices
    assert counts(waterrijk, "verbinding", "facebook") == [4, 0, 0, 4]  # two camps at the ends


def test_waterrijk_gives_a_reason_with_every_level(waterrijk: Json) -> None:
    assert not [r for r in waterrijk["ratings"] if not r["reason"] and r["effect"] != "geen_oordeel"]
    assert 10 <= sum(r["effect"] == "geen_oordeel" for r in waterrijk["ratings"]) <= 20
    assert {r["reason_kind"] for r in waterrijk["ratings"]} == {"zienswijze", "feit"}
    assert any(r["condition"] for r in waterrijk["ratings"])


def test_waterrijk_says_nothing_over_and_over(waterrijk: Json) -> None:
    spoken = [r["reason"] for r in waterrijk["ratings"]] + [
        entry["text"] for entry in waterrijk["conclusions"] + waterrijk["minority_notes"]
    ]
    sentences = [sentence for text in spoken for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence]
    assert [(sentence, number) for sentence, number in Counter(sentences).items() if number > 4] == []
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


def test_waterrijk_concludes_most_cells_and_every_value(waterrijk: Json) -> None:
    over_all = [c["value"] for c in waterrijk["conclusions"] if c["platform"] is None and c["effect"]]
    assert over_all == [value["id"] for value in waterrijk["values"]]
    said = [c for c in waterrijk["conclusions"] if c["platform"] is not None and c["effect"]]
    assert 30 <= len(said) < 42
    unclear = [c for c in said if c["effect"] == "niet_eenduidig"]
    assert unclear
    assert all(c["text"] for c in unclear)


def test_waterrijk_minority_notes_come_from_those_who_differ(waterrijk: Json) -> None:
    notes = waterrijk["minority_notes"]
    assert 4 <= len(notes) <= 6
    assert {note["confirmed"] for note in notes} == {True, False}
    concluded = {(c["value"], c["platform"]): c["effect"] for c in waterrijk["conclusions"]}
    rated = {(r["value"], r["platform"], r["discipline"]): r["effect"] for r in waterrijk["ratings"]}
    for note in notes:
        own = rated[note["value"], note["platform"], note["discipline"]]
        assert own != concluded[note["value"], note["platform"]]
