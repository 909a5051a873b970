"""One session after another: what comes along, and what of it is new, changed or gone."""

from dataclasses import replace

import pytest
from hypothesis import given

from kanaalwaarden.core import around, intents
from kanaalwaarden.core.exchange import check_whole
from kanaalwaarden.core.model import (
    ROWS,
    Account,
    Action,
    Answer,
    Card,
    Conclusion,
    Decision,
    Edit,
    Figure,
    Fit,
    MinorityNote,
    Purpose,
    Rating,
    Risk,
    Route,
    Session,
    Stance,
    Threshold,
)
from kanaalwaarden.core.series import gone, mark_of, session_from_earlier
from tests import samples

PROMPTS = samples.prompts()


def earlier() -> Session:
    session = samples.rated(["geen", "veel"], names=["privacy", "griffie"], reason="Omdat.")
    p = "p1"
    session.apply([Edit(session.case, replace(session.case, title="Vorig jaar", date="2026-03-12", place="Raadzaal"))])
    for kind, rows in (
        (Account, [{"platform": p, "name": "@ons"}]), (Card, [{"id": "kader_x", "title": "Kader"}]),
        (Figure, [{"platform": p, "number": "7"}]),
        (Purpose, [{"name": "jongeren", "kind": "doelgroep"}]), (Route, [{"platform": p, "message": "storm"}]),
        (Risk, [{"platform": p, "text": "Risico"}]),
        (Threshold, [{"platform": p, "rule": "haat is regel", "met": "ja", "note": "gezien"}]),
        (Action, [{"text": "nog te doen"}, {"text": "gedaan", "done": True}]),
    ):  # fmt: skip
        session.apply(around.add_rows(session, kind, rows).edits)
    session.apply(around.fill(session, Fit, ("g1", p), suits="ja").edits)
    session.apply(around.fill(session, Decision, (p,), outcome="pauze").edits)
    session.apply(around.fill(session, Stance, (p, "d1"), stance="mee").edits)
    for question in ("praktijk.beheer", "zes_vragen.doel", "evaluatie.risico", "eigen.vraag"):
        session.apply(around.answer(session, question, p, "Hoe?", text="zo").edits)
    session.apply([Edit(None, Conclusion("w1", p, "veel")), Edit(None, MinorityNote("w1", p, "d1", "anders"))])
    session.apply(intents.update(session, session.discipline("d1"), "", people="Iemand", absent=True).edits)
    return session


def test_what_comes_along_and_what_does_not() -> None:
    session = session_from_earlier(earlier(), PROMPTS)
    check_whole(session)
    assert (session.case.title, session.case.date, session.case.place) == ("Vorig jaar", "", "")
    assert (session.follow_up.earlier_title, session.follow_up.earlier_date) == ("Vorig jaar", "2026-03-12")
    assert [each.name for each in session.disciplines] == ["privacy", "griffie"]
    assert not any(each.people or each.absent for each in session.disciplines)
    for kind in (Account, Card, Figure, Purpose, Route):
        assert session.rows(kind) == earlier().rows(kind)
    assert [(each.rule, each.met, each.note) for each in session.rows(Threshold)] == [("haat is regel", "", "")]
    assert [each.text for each in session.rows(Action)] == ["nog te doen"]
    assert {each.question for each in session.tables[Answer.TABLE].values()} == {"praktijk.beheer", "eigen.vraag"}
    assert session.get(Fit, ("g1", "p1"))
    for kind in (Rating, Conclusion, MinorityNote, Risk, Decision, Stance):
        assert not session.tables[kind.TABLE]
    assert session_from_earlier(earlier(), PROMPTS, " Dit jaar ").case.title == "Dit jaar"


def test_a_session_of_its_own_has_no_marks() -> None:
    session = earlier()
    assert mark_of(session, session.rows(Account)[0]) == ""
    assert gone(session) == []


def test_new_changed_gone_and_back_again() -> None:
    session = session_from_earlier(earlier(), PROMPTS)
    account = session.rows(Account)[0]
    assert mark_of(session, account) == "same"
    session.apply(around.edit_row(session, account, comments="uit").edits)
    assert mark_of(session, session.rows(Account)[0]) == "changed"
    session.apply(around.edit_row(session, account, comments="").edits)
    assert mark_of(session, session.rows(Account)[0]) == "same"
    session.apply(around.add_rows(session, Account, [{"platform": "p1", "name": "@nieuw"}]).edits)
    assert [mark_of(session, each) for each in session.rows(Account)] == ["same", "new"]
    session.apply(intents.move(session, session.rows(Account)[1], 0).edits)
    assert [mark_of(session, each) for each in session.rows(Account)] == ["new", "same"]
    session.apply(intents.remove(session, session.rows(Account)[1]).edits)
    assert [(each.table_name, each.name) for each in gone(session)] == [("account", "@ons")]
    assert gone(session, ["action"]) == []


def test_an_action_that_was_removed_does_not_lend_its_id() -> None:
    session = session_from_earlier(earlier(), PROMPTS)
    session.apply(intents.remove(session, session.rows(Action)[0]).edits)
    session.apply(around.add_row(session, Action, text="iets anders").edits)
    assert mark_of(session, session.rows(Action)[0]) == "new"
    assert [each.name for each in gone(session)] == ["nog te doen"]


@given(samples.around_sessions())
def test_right_after_carrying_nothing_has_changed(before: Session) -> None:
    session = session_from_earlier(before, PROMPTS)
    check_whole(session)
    assert gone(session) == []
    records = [each for kind in ROWS for each in session.rows(kind)]
    records += [*session.values, *session.platforms, *session.disciplines, *session.tables[Answer.TABLE].values()]
    assert {mark_of(session, each) for each in records} <= {"same"}
    again = session_from_earlier(session, PROMPTS)
    assert again.rows(Account) == session.rows(Account)


@pytest.mark.parametrize("name", [samples.WATERRIJK, samples.UTRECHT])
def test_the_examples_can_be_gone_on_from(name: str) -> None:
    check_whole(session_from_earlier(samples.example(name), PROMPTS))
