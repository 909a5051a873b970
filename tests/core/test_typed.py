"""In a document of another language every text that was typed carries its own."""

from collections.abc import Iterator
from dataclasses import replace

from kanaalwaarden.core.blocks import Box, Bullets, Document, Paragraph, Table
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.core.model import Decision, MinorityNote, Session, Stance, session_of
from tests import samples


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that can carry a language, with the language that it carries."""
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Paragraph() | Box():
                    yield block.text, block.lang
                case Bullets():
                    yield from ((item, block.lang) for item in block.items)
                case Table():
                    yield from ((cell.text, cell.lang) for row in block.rows for cell in row)


def session() -> Session:
    """The example with what the other tests of the language leave out."""
    base = samples.example(samples.WATERRIJK)
    platform, value, who = base.platforms[0].id, base.values[0].id, base.disciplines[0].id
    new = [
        MinorityNote(value, platform, who, "MINDERHEID", True), Stance(platform, who, "niet", text="STANDPUNT"),
        Decision(platform, outcome="niet", conditions="VOORWAARDE EEN\nVOORWAARDE TWEE", sentence="ZIN"),
    ]  # fmt: skip
    kept = [each for each in base.records() if not any(type(each) is type(n) and each.KEY and _key(each) == _key(n) for n in new)]
    return session_of([*kept, *new])


def _key(record: object) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in record.KEY)  # type: ignore[attr-defined]


def test_typed_texts_are_marked_and_ours_are_not() -> None:
    found = dict(texts(minutes(session(), samples.labels("en"), samples.prompts("en"))))
    for text in ("MINDERHEID", "STANDPUNT", "VOORWAARDE EEN", "ZIN"):
        assert found[text] == "nl"
    for reason in (each.reason for each in session().ratings if each.reason):
        assert found.get(reason, "nl") == "nl"
    assert found[samples.labels("en")("minutes.no_weighing")] == ""
    ours = [text for text, lang in found.items() if lang == "nl" and text in {"yes", "no", "open", "none", "–"}]
    assert ours == []


def test_nothing_is_marked_in_the_document_of_its_own_language() -> None:
    assert {lang for _, lang in texts(minutes(session(), samples.labels("nl"), samples.prompts("nl")))} == {""}
    english = samples.example(samples.WATERRIJK)
    english = session_of(replace(each, language="en") if hasattr(each, "reason_at_ends") else each for each in english.records())
    assert {lang for _, lang in texts(minutes(english, samples.labels("en"), samples.prompts("en")))} == {""}
