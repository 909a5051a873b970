"""Guideline cards: which are old, and the shipped ones."""

import pytest
from jsonschema import Draft202012Validator

from kanaalwaarden import paths
from kanaalwaarden.core import around
from kanaalwaarden.core.cards import is_old, starter_cards
from kanaalwaarden.core.model import Card, Edit, Platform
from tests import samples


@pytest.mark.parametrize(
    ("date", "checked", "on", "old"),
    [
        ("2025-11-26", "", "2026-11-26", False), ("2025-11-25", "", "2026-11-26", True), ("2022-11-18", "2026-01-01", "2026-11-26", False),
        ("2024-02-29", "", "2025-02-28", False), ("2024-02-29", "", "2025-03-01", True), ("2025", "", "2026-12-31", False),
        ("2025", "", "2027-01-01", True), ("2025-11", "", "2026-11-30", False), ("2025-11", "", "2026-12-01", True),
        ("2024-12", "", "2026-01-01", True), ("", "", "2026-11-26", False), ("2020-01-01", "", "", False),
        ("2020-01-01", "", "2026-11-26T10:00:00+01:00", True), ("2024-01-01", "", "2026", True), ("9999", "", "2026", False),
    ],
)  # fmt: skip
def test_a_card_is_old_after_a_year(date: str, checked: str, on: str, old: bool) -> None:
    assert is_old(Card("r1", 1, date=date, checked=checked), on) is old


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_shipped_cards_can_be_taken_over_once(language: str) -> None:
    session = samples.grid(1, 0, 1)
    session.apply([Edit(None, Platform("fb", 1, "facebook"))])
    rows = starter_cards(paths.read_json("cards.json"), session, language)
    assert len(rows) >= 15
    session.apply(around.add_rows(session, Card, rows).edits)
    cards = session.rows(Card)
    assert [each.id for each in cards] == [row["id"] for row in rows]
    assert all(each.title and each.text and each.meaning and each.date and each.source for each in cards)
    assert {"kader", "feit", "keuze"} == {each.kind for each in cards}
    assert {each.platform for each in cards} == {"", "fb"}
    assert all(each.outcome for each in cards if each.kind == "keuze")
    assert not around.add_rows(session, Card, rows).edits


def test_the_shipped_cards_hold_to_their_schema() -> None:
    schema = paths.read_json("schema/cards.schema.json")
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(paths.read_json("cards.json")))
