"""The words: two languages with the same keys, and a sentence for everything that can go wrong."""

import re
from string import Formatter
from typing import Any

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core.divergence import STATES, cell_of
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import NO_JUDGEMENT, NOT_CLEAR, ORIGINS, PLATFORM_KINDS, REASON_KINDS, SCALES, VALUE_KINDS
from tests import samples


def flat(texts: Any, path: str = "") -> dict[str, str]:
    if isinstance(texts, str):
        return {path: texts}
    pairs = texts.items() if isinstance(texts, dict) else enumerate(texts)
    return {key: text for name, inner in pairs for key, text in flat(inner, f"{path}.{name}").items()}


NL, EN = (flat(paths.read_json(f"labels/{language}.json")) for language in ("nl", "en"))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_labels() -> None:
    assert NL.keys() == EN.keys()


def test_both_languages_fill_in_the_same_things() -> None:
    differing = {key for key in NL if blanks(NL[key]) != blanks(EN[key])}
    # The forms for one and for many need not both name the number.
    assert not {key for key in differing if not key.endswith((".0", ".1"))}
    for key in {key.rsplit(".", 1)[0] for key in differing}:
        assert blanks(NL[f"{key}.0"]) | blanks(NL[f"{key}.1"]) == blanks(EN[f"{key}.0"]) | blanks(EN[f"{key}.1"])


def test_contracts_are_the_same_in_both_languages() -> None:
    assert [text for key, text in NL.items() if key.startswith(".csv.")] == [text for key, text in EN.items() if key.startswith(".csv.")]


def test_no_label_is_empty_or_padded() -> None:
    assert not [key for key, text in [*NL.items(), *EN.items()] if not text.strip() or text != text.strip()]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_of_the_model_has_a_word(language: str) -> None:
    labels = samples.labels(language)
    for scale, levels in SCALES.items():
        assert labels(f"scale.{scale}")
        for level in levels:
            assert labels.word(scale, level) == labels(f"effect.{scale}.{level}")
            assert labels.short(level)
            assert labels(f"sentence.sees.{scale}.{level}")
            assert labels(f"effect.legend.{scale}.{level}")
        for effect in (NO_JUDGEMENT, NOT_CLEAR, ""):
            assert labels.word(scale, effect)
    for section, keys in (("divergence", STATES), ("kind", VALUE_KINDS), ("origin", ORIGINS), ("reason_kind", REASON_KINDS)):
        assert set(keys) <= set(labels.section(section))
    assert set(PLATFORM_KINDS) <= set(labels.section("platform_kind"))


def test_sentences() -> None:
    names = ["communicatie", "griffie", "ICT", "privacy", "archief"]
    session = samples.rated(["geen", "geen", "geen", "veel", NO_JUDGEMENT], names=names)
    found = cell_of(session, session.values[0], session.platforms[0])
    nl, en = samples.labels("nl"), samples.labels("en")
    in_dutch = "3 disciplines zien geen invloed; privacy ziet veel negatieve invloed; archief geeft geen oordeel."
    in_english = "3 disciplines see no influence; privacy sees much negative influence; archief gives no judgement."
    assert nl.sentence(session, found) == in_dutch
    assert en.sentence(session, found) == in_english
    assert nl.alone(found) == "1 afwijkend: privacy"
    assert en.alone(found) == "1 alone: privacy"


def test_a_sentence_of_nobody_and_of_one_voice() -> None:
    nl = samples.labels()
    session = samples.rated(["", ""])
    assert nl.sentence(session, cell_of(session, session.values[0], session.platforms[0])) == "Nog niemand heeft een niveau gekozen."
    undivided = samples.grid(1, 1, 2, one_voice=True)
    cell = cell_of(undivided, undivided.values[0], undivided.platforms[0])
    assert nl.sentence(undivided, cell).startswith("Niet uitgesplitst")
    assert nl.state(cell, one_voice=True) == "niet uitgesplitst"
    assert nl.state(cell) == "niet beoordeeld"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", sorted({key.split(".")[2] for key in NL if key.startswith(".error.")} - {"os", "bad_input", "more"}))
def test_every_refusal_can_be_told(language: str, key: str) -> None:
    labels = samples.labels(language)
    wanted = blanks(NL.get(f".error.{key}", ""))
    details: dict[str, object] = {name: 2 if name in ("count", "length", "limit") else f"<{name}>" for name in wanted}
    told = labels.problem(Refused(key, **details))
    assert not re.search(r"[{}]", told)
    assert all(str(detail) in told for name, detail in details.items() if name != "field")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_several_faults_are_told_line_by_line(language: str) -> None:
    labels = samples.labels(language)
    faults = [Refused("line", line=number, inner=Refused("csv_level", given="x{", levels="geen")) for number in range(2, 100)]
    told = labels.problem(BadInput(faults)).split("\n")
    assert len(told) == 1 + 50 + 1
    assert "98" in told[0]
    assert "48" in told[-1]
    assert len(labels.problem(BadInput(faults[:1])).split("\n")) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_troubles_of_the_system_have_a_plain_reason(language: str) -> None:
    labels = samples.labels(language)
    known = labels.problem(Refused("file_unwritable", path="x.pdf", why=PermissionError(13, "Permission denied")))
    unknown = labels.problem(Refused("file_unwritable", path="x.pdf", why=OSError(9999, "?")))
    assert labels("error.os.EACCES") in known
    assert "Permission" not in known
    assert "9999" in unknown


def test_names_of_fields_are_told_in_the_language() -> None:
    refused = Refused("name_too_long", field="organisation", length=300, limit=200, start="Gem")
    assert samples.labels("nl").problem(refused).startswith("De tekst van de organisatie is 300")
    assert samples.labels("en").problem(refused).startswith("The text of the organisation is 300")

