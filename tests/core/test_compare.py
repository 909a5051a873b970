"""Two sessions beside each other: who moved, who was not there, what was decided, met and done; and nothing that is still blind."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import around, intents
from kanaalwaarden.core.blind import visible
from kanaalwaarden.core.blocks import Bullets, Document, Heading, Paragraph, Table
from kanaalwaarden.core.compare import HEADER, compare, comparison, comparison_rows, pairs
from kanaalwaarden.core.model import (
    Account,
    Action,
    Card,
    Conclusion,
    Decision,
    Discipline,
    Edit,
    Figure,
    Rating,
    Round,
    Session,
    Threshold,
    Value,
    session_of,
)
from kanaalwaarden.core.series import session_from_earlier
from kanaalwaarden.core.weigh import ordered_actions
from tests import samples

PROMPTS = samples.prompts()


def rated(session: Session, answers: dict[tuple[str, str, str], str], number: int = 1) -> Session:
    session.apply(Edit(None, Rating(number, *key, effect, "Omdat.")) for key, effect in answers.items())
    return session


def two() -> tuple[Session, Session]:
    """A session and the one that goes on from it; d2 is absent now, and d1 moves in one of its two cells."""
    old = samples.grid(2, 1, 2, title="Toen", date="2026-03-12")
    rated(old, {("d1", "p1", "w1"): "veel", ("d1", "p1", "w2"): "geen", ("d2", "p1", "w1"): "geen"})
    for kind, rows in (
        (Account, [{"platform": "p1", "name": "@weg"}, {"platform": "p1", "name": "@ons", "comments": "aan"}]),
        (Card, [{"title": "Oud", "date": "2020-01-01"}, {"title": "Vervalt", "date": "2027-01-01", "status": "aangekondigd"}]),
        (Threshold, [{"platform": "p1", "rule": "haat is regel"}]), (Action, [{"text": "doen"}, {"text": "laten"}]),
        (Figure, [{"platform": "p1", "measure": "volgers", "number": "10", "date": "2026"}]),
    ):  # fmt: skip
        old.apply(around.add_rows(old, kind, rows).edits)
    old.apply(around.fill(old, Decision, ("p1",), outcome="voorwaarden", can="mits", want="ja").edits)
    old.apply([Edit(None, Conclusion("w1", "p1", "veel"))])
    new = session_from_earlier(old, PROMPTS, "Nu")
    new.apply(intents.set_case(new, date="2027-03-11").edits)
    new.apply(intents.update(new, new.discipline("d2"), "", absent=True).edits)
    new.apply(intents.add(new, Discipline, "nieuwe").edits)
    new.apply(intents.add(new, Value, "rust").edits)
    new.apply(intents.update(new, new.value("w2"), "", definition="Anders").edits)
    rated(new, {("d1", "p1", "w1"): "matig", ("d1", "p1", "w2"): "geen", ("nieuwe", "p1", "w1"): "geen"})
    new.apply(around.fill(new, Decision, ("p1",), outcome="afbouwen", can="ja", want="nee").edits)
    new.apply([Edit(None, Conclusion("w1", "p1", "matig", "Het is minder."))])
    new.apply(intents.remove(new, new.rows(Account)[0]).edits)
    new.apply(around.edit_row(new, new.rows(Account)[0], comments="uit").edits)
    new.apply(around.edit_row(new, new.rows(Card)[1], status="achterhaald").edits)
    new.apply(around.edit_row(new, new.rows(Threshold)[0], met="ja", note="drie maanden").edits)
    new.apply(around.edit_row(new, new.rows(Action)[0], done=True, note="gelukt").edits)
    new.apply(around.add_row(new, Action, text="verder").edits)
    new.apply(around.add_row(new, Figure, platform="p1", measure="volgers", number="7", date="2027").edits)
    return old, new


def text(document: Document) -> str:
    found: list[str] = []
    for block in document.sections[0].blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
        elif isinstance(block, Table):
            found += [" | ".join(f"{cell.text} {cell.note}".strip() for cell in row) for row in block.rows]
    return "\n".join(found)


def test_who_moved_from_where_to_where() -> None:
    old, new = two()
    [move] = compare(old, new).moves
    assert (move.discipline.id, move.value.id, move.platform.id, move.before, move.after) == ("d1", "w1", "p1", "veel", "matig")
    told = text(comparison(old, new, samples.labels()))
    assert "Toen: Toen (12 maart 2026). Nu: Nu (11 maart 2027)." in told
    assert "discipline 1 veranderde in 1 van 2 cellen." in told
    assert "discipline 1 | waarde 1, platform 1 | veel | matig | Omdat." in told.replace(" × ", ", ")
    assert "discipline 2 was nu afwezig." in told
    assert "Nieuwe disciplines: nieuwe." in told
    assert "Nieuwe waarden: rust." in told
    assert "Nu afwezig: discipline 2." in told
    assert "waarde 2 is anders omschreven. Toen: – Nu: Anders" in told
    assert "waarde 1, platform 1 | veel | matig | Het is minder." in told.replace(" × ", ", ")


def test_what_was_decided_met_and_done_then_and_now() -> None:
    told = text(comparison(*two(), samples.labels()))
    then, now = "blijft onder voorwaarden; Kan het? ja, mits; Willen we het? ja", "afbouwen; Kan het? ja; Willen we het? nee"
    decided = f"platform 1 ander besluit | {then} | {now}"
    for expected in (
        decided, "platform 1: haat is regel | bereikt | drie maanden", "Ouder dan een jaar: nakijken: Oud.", "Achterhaald: Vervalt.",
        "doen | klaar | gelukt", "laten | open |", "verder | open, nieuw |", "@ons: gewijzigd: reacties", "@weg: vervallen",
        "platform 1 | volgers | 10 (2026) | 7 (2027)",
    ):  # fmt: skip
        assert expected in told, expected


def test_the_same_as_rows_for_a_csv() -> None:
    rows = comparison_rows(*two(), samples.labels())
    assert rows[0] == HEADER
    assert {row[0] for row in rows[1:]} == {
        "oordeel", "conclusie", "besluit", "drempel", "kaderkaart", "actie", "account", "cijfer", "afwezig",
    }  # fmt: skip
    assert ("oordeel", "waarde 1 × platform 1", "discipline 1", "veel", "matig", "Omdat.") in rows
    assert ("account", "'@weg", "", "", "vervallen", "") in rows


def test_levels_of_another_scale_are_not_compared() -> None:
    old = rated(samples.grid(1, 1, 1, "tweezijdig"), {("d1", "p1", "w1"): "versterkt"})
    new = rated(samples.grid(1, 1, 1, "eenzijdig"), {("d1", "p1", "w1"): "geen"})
    assert not compare(old, new).moves
    assert "De schalen verschillen" in text(comparison(old, new, samples.labels()))


def test_records_are_matched_by_name_where_ids_differ() -> None:
    before = [Value("a", 1, "Rust"), Value("b", 2, "Weg"), Value("c", 3, "Zelfde")]
    after = [Value("c", 1, "Anders genoemd"), Value("x", 2, " rust "), Value("y", 3, "Nieuw")]
    found = pairs(before, after)
    assert [(old.id, new.id) for old, new in found.both] == [("c", "c"), ("a", "x")]
    assert [each.id for each in found.gone] == ["b"]
    assert [each.id for each in found.new] == ["y"]


def test_the_last_answer_counts_and_what_is_blind_does_not() -> None:
    old, new = two()
    new.apply([Edit(None, Round(1)), Edit(None, Round(2, "2027-03-11"))])
    rated(new, {("d1", "p1", "w1"): "veel"}, 2)
    assert not compare(old, new).moves
    blind = session_of([*two()[1].records(), Round(1, "2027-03-11T10:00:00", blind=True)])
    assert not compare(old, visible(blind)).moves
    assert "veel" not in text(comparison(old, visible(blind), samples.labels()))


def test_a_session_compared_with_itself_tells_no_change() -> None:
    session = samples.example(samples.WATERRIJK)
    found = compare(session, session)
    assert not found.moves
    assert not found.values.new + found.values.gone + found.disciplines.new + found.disciplines.gone
    assert set(found.compared.values()) == {42}


@given(samples.sessions(), samples.sessions())
def test_any_two_sessions_can_be_compared(old: Session, new: Session) -> None:
    document = comparison(old, new, samples.labels("en"))
    assert document.sections[0].blocks
    levels = [block.level for block in document.sections[0].blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert max(levels) <= 2
    for move in compare(old, new).moves:
        assert move.before != move.after


@given(samples.around_sessions(), st.booleans())
def test_what_stands_around_the_table_never_breaks_it(session: Session, swap: bool) -> None:
    other = session_from_earlier(session, PROMPTS)
    old, new = (other, session) if swap else (session, other)
    rows: list[Any] = comparison_rows(old, new, samples.labels())
    assert sum(1 for row in rows if row[0] == "actie") >= len(ordered_actions(new))


def test_the_two_editions_of_waterrijk() -> None:
    told = text(comparison(samples.example(samples.WATERRIJK), samples.example(samples.WATERRIJK_LATER), samples.labels()))
    for expected in ("archief was nu afwezig.", "Nieuwe disciplines: jongerenwerk.", "Eigendom van TikTok", "alleen plaatshouder"):
        assert expected in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_speaks_both_languages(language: str) -> None:
    old, new = two()
    document = comparison(replace_title(old), new, samples.labels(language))
    assert document.language == language
    assert "[" not in text(document)


def replace_title(session: Session) -> Session:
    session.apply([Edit(session.case, replace(session.case, title=""))])
    return session
