"""Around the table: rows in lists, what is filled in field by field, and what becomes of them when something else goes."""

from dataclasses import replace
from typing import Any

import pytest

from kanaalwaarden.core import around, intents
from kanaalwaarden.core.blind import visible
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import (
    FILLED,
    MOST_ROWS,
    ROWS,
    Account,
    Action,
    Answer,
    Card,
    Carried,
    Change,
    Decision,
    Edit,
    Figure,
    Fit,
    FollowUp,
    Publication,
    Purpose,
    ReadBack,
    Risk,
    Round,
    Route,
    Session,
    Stance,
    Threshold,
)
from kanaalwaarden.core.progress import decision_lacks, progress_of, to_decide
from kanaalwaarden.core.text import clean_keys, clean_number
from tests import samples


@pytest.fixture
def session() -> Session:
    return samples.grid(2, 2, 2)


def do(session: Session, change: Change) -> Session:
    session.apply(change.edits)
    return session


def filled(session: Session) -> Session:
    """One of everything, on the first platform, discipline and value."""
    for kind, given in (
        (Account, {"platform": "p1", "name": "@ons"}), (Figure, {"platform": "p1", "number": "12.450"}), (Card, {"platform": "p1"}),
        (Purpose, {"name": "jongeren", "kind": "doelgroep"}), (Route, {"platform": "p1", "message": "storing"}), (Risk, {"platform": "p1"}),
        (Threshold, {"platform": "p1", "rule": "haat is regel"}), (Action, {"platform": "p1", "value": "w1", "text": "doen"}),
    ):  # fmt: skip
        do(session, around.add_row(session, kind, **given))
    do(session, around.answer(session, "a.b", "p1", "Wie?", text="wij"))
    do(session, around.fill(session, Fit, ("g1", "p1"), suits="mits"))
    do(session, around.fill(session, Decision, ("p1",), outcome="pauze"))
    do(session, around.fill(session, Stance, ("p1", "d1"), stance="niet", value="w1"))
    do(session, around.fill(session, FollowUp, (1,), date="1 mei 2027"))
    return session


def test_rows_get_ids_and_places_and_clean_fields(session: Session) -> None:
    rows = [{"platform": "p1", "name": " @a  b "}, {"platform": "p2", "number": "4.2", "date": "1 mei 2026"}]
    do(session, around.add_rows(session, Account, rows))
    first, second = session.rows(Account)
    assert (first.id, first.position, first.name) == ("k1", 1, "@a b")
    assert (second.id, second.position, second.number, second.date) == ("k2", 2, "4,2", "2026-05-01")
    assert session.of(Account, "p2") == [second]


def test_a_row_may_bring_its_own_id_and_is_not_added_twice(session: Session) -> None:
    rows = [{"id": "kader_x", "title": "Eerst"}, {"id": "kader_x", "title": "Nog eens"}, {"title": "Los"}]
    do(session, around.add_rows(session, Card, rows))
    assert [(each.id, each.title) for each in session.rows(Card)] == [("kader_x", "Eerst"), ("r1", "Los")]
    assert not around.add_rows(session, Card, rows[:1]).edits


def test_an_id_that_went_with_last_year_is_not_used_again(session: Session) -> None:
    do(session, Change("x", (Edit(None, Carried("action", "t7", "weg")), Edit(None, Carried("account", "k9", "weg")))))
    do(session, around.add_row(session, Action, text="nieuw"))
    assert session.rows(Action)[0].id == "t8"


def test_too_many_rows_are_refused_as_a_whole(session: Session) -> None:
    with pytest.raises(Refused, match="too_many"):
        around.add_rows(session, Action, [{"text": "x"}] * (MOST_ROWS + 1))


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Account, {"platform": "weg"}), (Account, {}), (Risk, {}), (Threshold, {"platform": ""}), (Action, {"value": "weg"}),
        (Route, {"platform": "x"}),
    ],
)  # fmt: skip
def test_a_row_on_what_is_not_there_is_refused(session: Session, kind: Any, given: dict[str, str]) -> None:
    with pytest.raises(Refused, match="record_gone"):
        around.add_row(session, kind, **given)


@pytest.mark.parametrize("kind", [Card, Action, Route, Figure])
def test_a_row_may_stand_for_no_platform(session: Session, kind: Any) -> None:
    assert do(session, around.add_row(session, kind)).rows(kind)[0].platform == ""


@pytest.mark.parametrize(
    ("kind", "given", "key"),
    [
        (Action, {"necessity": "heel erg"}, "choice_wrong"), (Action, {"kind": "kader"}, "choice_wrong"),
        (Card, {"kind": "gedrag"}, "choice_wrong"), (Route, {"without": "stroom water"}, "choice_wrong"),
        (Figure, {"number": "veel"}, "figure_wrong"), (Figure, {"date": "ooit"}, "date_wrong"),
        (Card, {"outcome": "weg"}, "choice_wrong"), (Account, {"platform": "p1", "comments": "soms"}, "choice_wrong"),
        (Account, {"platform": "p1", "strategies": "x" * 61}, "choice_wrong"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(session: Session, kind: Any, given: dict[str, str], key: str) -> None:
    with pytest.raises(Refused, match=key):
        around.add_row(session, kind, **given)


def test_rows_move_and_change(session: Session) -> None:
    do(session, around.add_rows(session, Action, [{"text": name} for name in "abc"]))
    do(session, intents.move(session, session.rows(Action)[2], 0))
    assert [each.text for each in session.rows(Action)] == ["c", "a", "b"]
    do(session, around.edit_row(session, session.rows(Action)[0], done=True, note="gelukt"))
    assert (session.rows(Action)[0].done, session.rows(Action)[0].note) == (True, "gelukt")
    gone = session.rows(Action)[0]
    do(session, intents.remove(session, gone))
    with pytest.raises(Refused, match="record_gone"):
        around.edit_row(session, gone, text="te laat")


def test_what_is_filled_in_goes_when_nothing_is_left_in_it(session: Session) -> None:
    do(session, around.fill(session, Decision, ("p1",), sentence="Wij blijven."))
    assert session.decision("p1") == Decision("p1", sentence="Wij blijven.")
    do(session, around.fill(session, Decision, ("p1",), sentence=""))
    assert session.decision("p1") is None
    assert not around.fill(session, Decision, ("p1",), sentence="").edits


def test_an_answer_keeps_the_question_as_it_was_put(session: Session) -> None:
    do(session, around.answer(session, "a.b", "p1", "Wie plaatst?", choice="een twee een", text="Wij"))
    found = session.answer("a.b", "p1")
    assert found == Answer("a.b", "p1", "een twee", "Wij", asked="Wie plaatst?")
    do(session, around.answer(session, "a.b", "p1", "Wie plaatst?", choice="", text=""))
    assert session.answer("a.b", "p1") is None


@pytest.mark.parametrize("kind", [kind for kind in FILLED if kind not in (FollowUp, Publication)])
def test_nothing_is_filled_in_for_what_is_gone(session: Session, kind: Any) -> None:
    key = ("vraag", "weg") if kind is Answer else tuple("weg" for _ in kind.KEY)
    field = {Answer: "text", Fit: "text", Decision: "sentence", Stance: "text", ReadBack: "text"}[kind]
    with pytest.raises(Refused, match="record_gone"):
        around.fill(session, kind, key, **{field: "x"})


def test_a_platform_takes_along_what_is_about_it_and_nothing_else(session: Session) -> None:
    filled(session)
    platform = session.platform("p1")
    assert {each.TABLE for each in intents.belonging(session, platform)} == {
        "account", "figure", "route", "risk", "threshold", "answer", "fit", "decision", "stance",
    }  # fmt: skip
    do(session, intents.remove(session, platform))
    assert session.rows(Action) == [Action("t1", 1, "doen", "", "w1")]
    assert [each.platform for each in session.rows(Card)] == [""]
    assert not any(session.rows(kind) for kind in (Account, Figure, Route, Risk, Threshold))


def test_a_value_takes_no_stance_and_no_action_along(session: Session) -> None:
    filled(session)
    do(session, intents.remove(session, session.value("w1")))
    assert session.stances("p1") == [Stance("p1", "d1", "niet", "")]
    assert session.rows(Action)[0].value == ""


def test_a_purpose_takes_its_fits_along(session: Session) -> None:
    filled(session)
    do(session, intents.remove(session, session.rows(Purpose)[0]))
    assert session.get(Fit, ("g1", "p1")) is None


def test_a_discipline_takes_its_stance_along(session: Session) -> None:
    filled(session)
    do(session, intents.remove(session, session.discipline("d1")))
    assert not session.stances("p1")


def test_removing_is_one_step_that_can_be_taken_back(session: Session) -> None:
    filled(session)
    before = {table: dict(rows) for table, rows in session.tables.items()}
    change = intents.remove(session, session.platform("p1"))
    do(session, change)
    session.apply(each.reversed() for each in reversed(change.edits))
    assert session.tables == before


def test_while_a_round_is_blind_nobody_is_for_or_against(session: Session) -> None:
    filled(session)
    do(session, Change("x", (Edit(None, Round(1, "2026-11-26T10:00:00", blind=True)),)))
    assert not visible(session).stances("p1")
    assert visible(session).decision("p1") == session.decision("p1")
    do(session, intents.reveal(session, 1, "2026-11-26T11:00:00"))
    assert visible(session).stances("p1")


def test_a_decision_says_what_it_lacks(session: Session) -> None:
    assert decision_lacks(None) == ["can", "want", "outcome", "decider"]
    made = Decision("p1", can="ja", want="mits", outcome="voorwaarden", decider="college")
    assert not decision_lacks(made)
    assert decision_lacks(replace(made, want="")) == ["want"]
    do(session, Change("x", (Edit(None, made),)))
    own = replace(session.platform("p2"), kind="eigen")
    do(session, Change("x", (Edit(session.platform("p2"), own),)))
    assert [each.id for each in to_decide(session)] == ["p1"]
    assert progress_of(session)["decide"].complete


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""), ("12450", "12450"), ("12.450", "12450"), ("1.234.567,5", "1234567,5"), ("4,2", "4,2"), ("4.2", "4,2"),
        (" 12 450 ", "12450"), ("12\u00a0450", "12450"), ("0", "0"),
    ],
)  # fmt: skip
def test_figures_as_people_write_them(typed: str, kept: str) -> None:
    assert clean_number(typed) == kept
    assert clean_number(kept) == kept


@pytest.mark.parametrize("typed", ["85 %", "-5", "1,2,3", "1.23.4", "veel", "١٢", "1e5", "9" * 16])
def test_what_is_no_figure(typed: str) -> None:
    with pytest.raises(Refused, match="figure_wrong"):
        clean_number(typed)


def test_keys_stand_once_with_one_space() -> None:
    assert clean_keys("  a b\na ", "choice") == "a b"
    with pytest.raises(Refused):
        clean_keys(" ".join(map(str, range(101))), "choice")


def test_every_kind_of_row_has_a_letter_of_its_own() -> None:
    assert set(around.LETTERS) == set(ROWS)
    assert len(set(around.LETTERS.values())) == len(ROWS)
