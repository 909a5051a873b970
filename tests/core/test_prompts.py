"""The question set: ours is whole in both languages, an organisation's own is read or refused with every fault named."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kanaalwaarden import paths
from kanaalwaarden.core import around
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.prompts import LISTS, PER, PHASES, SIX, answered, loose_answers, read_prompts
from tests import samples

OWN: dict[str, Any] = {
    "title": "Onze vragen",
    "version": "1",
    "groups": [
        {
            "id": "eigen", "phase": "prepare", "per": "platform", "title": {"nl": "Eigen", "en": "Own"},
            "prompts": [
                {
                    "id": "eigen.wie", "question": {"nl": "Wie?", "en": "Who?"}, "help": "Let op <b>.", "many": True, "date": "Gezien op",
                    "options": [{"key": "wij", "label": {"nl": "wij", "en": "we"}}, {"key": "zij", "label": "zij"}],
                }
            ],
        }
    ],
    "lists": {"channels": [{"name": "balie", "medium": "fysiek"}], "measures": ["volgers"]},
}  # fmt: skip


def own(**changes: Any) -> dict[str, Any]:
    """The small set with something changed: `prompt=` in its question, `group=` in its group, else on top."""
    made = copy.deepcopy(OWN)
    made["groups"][0]["prompts"][0].update(changes.pop("prompt", {}))
    made["groups"][0].update(changes.pop("group", {}))
    return made | changes


def faults(data: Any) -> str:
    with pytest.raises(Refused) as refused:
        read_prompts(data, "nl")
    problem = refused.value
    told = problem.problems if isinstance(problem, BadInput) else (problem,)
    return " ".join(samples.labels().problem(each) for each in told)


def schema() -> Draft202012Validator:
    return Draft202012Validator(paths.read_json("schema/prompts.schema.json"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_ours_is_sound_and_has_the_six_questions(language: str) -> None:
    found = read_prompts(paths.read_json("prompts.json"), language)
    six = found.group(SIX)
    assert six is not None
    assert len(six.prompts) == 6
    assert found.of("decide", "platform")[0] is six
    assert all(group.phase in PHASES and group.per in PER and group.prompts and group.title for group in found.groups)
    assert all(each.question and each.id.startswith(f"{group.id}.") for group in found.groups for each in group.prompts)
    assert all(found.lists[name] for name in LISTS)
    assert set(found.media.values()) == {"digitaal", "fysiek"}


def test_ours_says_everything_in_both_languages() -> None:
    def texts(found: Any) -> Any:
        if isinstance(found, dict) and set(found) <= {"nl", "en"}:
            yield found
        elif isinstance(found, dict | list):
            for each in found.values() if isinstance(found, dict) else found:
                yield from texts(each)

    shipped = list(texts(paths.read_json("prompts.json")))
    assert len(shipped) > 300
    assert not [each for each in shipped if set(each) != {"nl", "en"} or not all(text.strip() == text and text for text in each.values())]


def test_ours_and_a_small_one_hold_to_the_published_schema() -> None:
    schema().check_schema(schema().schema)
    assert not list(schema().iter_errors(paths.read_json("prompts.json")))
    assert not list(schema().iter_errors(OWN))
    assert list(schema().iter_errors(own(group={"phase": "ooit"})))


def test_questions_are_short_and_nobody_is_scored() -> None:
    found = read_prompts(paths.read_json("prompts.json"), "nl")
    assert not [each.id for each in found.prompts() if len(each.question) > 120]
    words = ("score", "gemiddeld", " weging ", "cijfer van", "rangorde", "punten")
    assert not [each.id for each in found.prompts() if any(word in f"{each.question} {each.help}".lower() for word in words)]


def test_a_set_of_ones_own_is_read_in_the_language_that_is_there() -> None:
    found = read_prompts(OWN, "en")
    prompt = found.prompt("eigen.wie")
    assert prompt is not None
    assert (prompt.question, prompt.help, prompt.date, prompt.many) == ("Who?", "Let op <b>.", "Gezien op", True)
    assert [each.label for each in prompt.options] == ["we", "zij"]
    assert prompt.chosen("zij wij") == ["we", "zij"]
    assert prompt.chosen("weg wij") == ["we", "weg"]
    assert found.media == {"balie": "fysiek"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, ["accolades"]),
        ({"title": "x"}, ["groups"]),
        (own(soort="x"), ["soort"]),
        (own(group={"phase": "ooit"}), ["groups[0].phase", "prepare"]),
        (own(group={"per": "mens"}), ["groups[0].per"]),
        (own(group={"id": "Eigen!"}), ["groups[0].id"]),
        (own(prompt={"id": "eigen"}), ["groups[0].prompts[0].id", "eigen"]),
        (own(prompt={"question": ""}), ["question"]),
        (own(prompt={"question": {"fr": "Qui?"}}), ["question"]),
        (own(prompt={"many": "ja"}), ["many"]),
        (own(prompt={"options": [{"key": "a", "label": "x"}, {"key": "a", "label": "y"}]}), ["options[1].key", "a"]),
        (own(prompt={"options": [{"key": "a"}]}), ["options[0]", "label"]),
        (own(prompt={"help": "x" * 20_001}), ["20001"]),
        (own(lists={"channels": [{"name": "balie", "medium": "rook"}]}), ["medium"]),
        (own(lists={"measures": ["x" * 201]}), ["measures[0]"]),
        (own(groups=[OWN["groups"][0]] * 501), ["500"]),
    ],
)
def test_every_fault_is_named(data: Any, words: list[str]) -> None:
    told = faults(data)
    assert all(word in told for word in words), told


def test_two_faults_are_told_at_once() -> None:
    told = faults(own(group={"phase": "ooit"}, prompt={"many": 1}))
    assert "phase" in told
    assert "many" in told


KEYS = ["id", "phase", "per", "title", "prompts", "nl", "key"]
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["eigen", "prepare", "platform", "nl"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=12,
)


@given(junk, st.sampled_from(["groups", "lists", "title", "prompt", "group"]))
def test_rubbish_is_refused_and_breaks_nothing(found: Any, where: str) -> None:
    data = own(**{where: found} if isinstance(found, dict) or where not in ("prompt", "group") else {"groups": [found]})
    try:
        read_prompts(json.loads(json.dumps(data)), "nl")
    except Refused:
        return


def test_answers_are_counted_and_those_of_another_set_are_found() -> None:
    session = samples.grid(1, 1, 1)
    found = read_prompts(OWN, "nl")
    for question, platform in (("eigen.wie", "p1"), ("weg.vraag", "p1"), ("weg.vraag", "")):
        session.apply(around.answer(session, question, platform, "Toen?", text="ja").edits)
    assert answered(session, found.groups[0], "p1") == 1
    assert [each.question for each in loose_answers(session, found, "p1")] == ["weg.vraag"]
    assert [each.asked for each in loose_answers(session, found)] == ["Toen?"]
