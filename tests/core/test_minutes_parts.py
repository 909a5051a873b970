"""What can be chosen of the minutes: every part goes when it is not wanted, the reader is told, and nobody disappears with it."""

import pytest

from kanaalwaarden.core.blocks import Document, Heading, Paragraph, Table
from kanaalwaarden.core.divergence import cells_of
from kanaalwaarden.core.minutes import CHAPTERS, PARTS, Wanted, minutes
from kanaalwaarden.core.model import Argument, OpenQuestion, Platform, Value, session_of
from tests import samples
from tests.core.test_talk_table import two_rounds


def made(without: str = "") -> Document:
    session = samples.example(samples.WATERRIJK)
    return minutes(session, samples.labels(), samples.prompts(), None, Wanted(parts=[part for part in PARTS if part != without]))


def words(document: Document) -> str:
    told = []
    for section in document.sections:
        for block in section.blocks:
            told += [str(getattr(block, name, "")) for name in ("text", "lead", "items")]
            if isinstance(block, Table):
                told += [f"{cell.text} {cell.note}" for row in (block.head, *block.rows) for cell in row]
    return "\n".join(told)


@pytest.mark.parametrize("part", [part for part in CHAPTERS if part != "title"])
def test_a_chapter_that_is_not_wanted_is_not_there_and_the_title_page_says_so(part: str) -> None:
    name = samples.labels()(f"minutes.part_{part}")
    heads = [block.text for section in made(part).sections for block in section.blocks if isinstance(block, Heading)]
    assert not any(text.endswith(name) for text in heads)
    first = [block for block in made(part).sections[0].blocks if isinstance(block, Paragraph)]
    assert any(name in block.text and block.lead == samples.labels()("minutes.without_head") for block in first)


def test_without_reasons_every_answer_and_everybody_who_stands_alone_stays() -> None:
    session = samples.example(samples.WATERRIJK)
    document = made("reasons")
    told = words(document)
    shown = "\n".join(cell.text for section in document.sections for block in section.blocks if isinstance(block, Table)
                      for row in block.rows for cell in row)  # fmt: skip
    assert not [each.reason for each in session.ratings if len(each.reason) > 40 and each.reason in shown]
    for cell in cells_of(session, session.rounds[-1]):
        for each in cell.alone:
            assert each.name in told
    alone = [block for section in document.sections for block in section.blocks if isinstance(block, Table) and block.alone]
    assert len(alone) == len([block for section in made().sections for block in section.blocks if isinstance(block, Table) and block.alone])


def test_without_reasons_a_later_round_tells_who_moved_and_not_why() -> None:
    session = two_rounds()
    reasons = [each.reason for each in session.ratings if each.round > 1 and each.reason]
    assert reasons
    full, short = (
        words(minutes(session, samples.labels(), samples.prompts(), None, Wanted(parts=parts)))
        for parts in (PARTS, [part for part in PARTS if part != "reasons"])
    )
    assert all(reason.rstrip(".") in full for reason in reasons)
    assert not any(reason.rstrip(".") in short for reason in reasons)


def test_without_arguments_the_open_questions_stay() -> None:
    records = [*samples.example(samples.WATERRIJK).records()]
    value, platform = (next(each.id for each in records if isinstance(each, kind)) for kind in (Value, Platform))
    records += [Argument("a1", value, platform, "", "feit", text="ARGUMENT"), OpenQuestion("v1", value, platform, "VRAAG")]
    session = session_of(records)
    full, short = (
        words(minutes(session, samples.labels(), samples.prompts(), None, Wanted(parts=parts)))
        for parts in (PARTS, [part for part in PARTS if part != "arguments"])
    )
    assert "ARGUMENT" in full
    assert "ARGUMENT" not in short
    assert "VRAAG" in short
