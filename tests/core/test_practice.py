"""The practice session: small, fictional, blind, with two disciplines left to fill in; its cards and its steps."""

from typing import Any

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core import intents, practice
from kanaalwaarden.core.blind import hidden_values, open_blind_round, visible
from kanaalwaarden.core.divergence import cells_of
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.model import Session
from tests import samples

DATA: Any = paths.read_json("practice/waterrijk.json")
AT = "2026-11-14T19:30:00+01:00"
LANGUAGES = ("nl", "en")


def finish(session: Session) -> None:
    """Answer what is left."""
    for each in session.disciplines:
        for value in session.values:
            for platform in session.platforms:
                if session.rating(1, each.id, platform.id, value.id) is None:
                    session.apply(intents.rate(session, 1, each.id, platform.id, value.id, "geen").edits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_small_fictional_and_blind(language: str) -> None:
    session = practice.practice_session(DATA, language, AT)
    assert (len(session.values), len(session.platforms), len(session.disciplines)) == (3, 2, 5)
    assert session.case.fictional
    assert session.case.language == language
    assert session.case.date == "2026-11-14"
    assert open_blind_round(session) == 1
    assert len(hidden_values(session)) == 3
    assert not visible(session).ratings
    done = [session.answers(1, each.id) for each in session.disciplines]
    assert sorted(done) == [0, 0, 6, 6, 6]
    assert to_exchange(from_exchange(to_exchange(session))) == to_exchange(session)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_something_to_talk_about(language: str) -> None:
    session = practice.practice_session(DATA, language, AT)
    assert "tegenpolen" in {cell.state for cell in cells_of(session)}
    assert all(rating.reason for rating in session.ratings)
    assert any(rating.condition for rating in session.ratings)


def test_both_languages_hold_the_same() -> None:
    nl, en = (practice.practice_session(DATA, language, AT) for language in LANGUAGES)
    assert [each.effect for each in nl.ratings] == [each.effect for each in en.ratings]
    assert len(DATA["nl"]["role_cards"]) == len(DATA["en"]["role_cards"]) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_discipline_has_a_card_in_both_languages(language: str) -> None:
    session = practice.practice_session(DATA, language, AT)
    for other in LANGUAGES:
        cards = [practice.role_card(DATA, session, each.id, other) for each in session.disciplines]
        assert all(card and card.worry and card.knows and card.tip for card in cards)
        assert [card.discipline for card in cards if card] == [each.name for each in session.disciplines]
        assert [card.worry for card in cards if card] == [card["worry"] for card in DATA[other]["role_cards"]]


def test_no_card_in_any_other_session() -> None:
    session = samples.example(samples.WATERRIJK)
    assert practice.role_card(DATA, session, "communicatie", "nl") is None
    assert not practice.is_practice(DATA, session)
    assert practice.role_card(DATA, practice.practice_session(DATA, "nl", AT), "nobody", "nl") is None


def test_no_word_of_weighing_and_only_confirmed_names() -> None:
    text = (paths.resources() / "practice" / "waterrijk.json").read_text(encoding="utf-8").casefold()
    assert not [word for word in ("gemiddeld", "score", "gewicht", "average", "weigh") if word in text]


def test_the_steps_follow_the_session() -> None:
    session = practice.practice_session(DATA, "nl", AT)
    cell = (session.values[0].id, session.platforms[0].id)
    seen = [practice.practice_step(session)]
    finish(session)
    seen.append(practice.practice_step(session))
    session.apply(intents.reveal(session, 1, AT).edits)
    seen.append(practice.practice_step(session))
    session.apply(intents.argue(session, *cell, AT, text="Iets.", discipline=session.disciplines[0].id).edits)
    seen.append(practice.practice_step(session))
    session.apply(intents.next_round(session, [cell], AT).edits)
    seen.append(practice.practice_step(session))
    session.apply(intents.rate(session, 2, session.disciplines[0].id, cell[1], cell[0], "veel").edits)
    seen.append(practice.practice_step(session))
    session.apply(intents.conclude(session, *cell, effect="veel").edits)
    seen.append(practice.practice_step(session))
    assert seen == ["enter", "reveal", "discuss", "round2", "round2", "conclude", "report"]
