"""What the room sees: the right slides in the right order, and nothing on them that the room may not see."""

import dataclasses
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import around
from kanaalwaarden.core import slides as made
from kanaalwaarden.core.blind import blind_progress, visible
from kanaalwaarden.core.intents import next_round, plan, rate, reveal, step_to
from kanaalwaarden.core.model import (
    NO_JUDGEMENT,
    RULED_OUT,
    Action,
    Argument,
    Case,
    Conclusion,
    Decision,
    Discipline,
    Edit,
    MinorityNote,
    OpenQuestion,
    Rating,
    Record,
    Reveal,
    Round,
    Session,
    Stance,
    Threshold,
    session_of,
)
from kanaalwaarden.core.slides import (
    ActionsSlide,
    AgendaSlide,
    CellSlide,
    DecisionSlide,
    MatrixSlide,
    MinoritySlide,
    ProgressSlide,
    Slide,
    TableSlide,
    TitleSlide,
)
from tests.samples import UTRECHT, WATERRIJK, example, full, grid, labels, rated, sessions

SECRET = "GEHEIM-zqx"


def texts(thing: object) -> Iterator[str]:
    """Every text anywhere in a slide."""
    if isinstance(thing, str):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for each in dataclasses.fields(thing):
            yield from texts(getattr(thing, each.name))
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from texts(part)


def every(session: Session, language: str = "nl") -> list[Slide]:
    """All slides of a session as the room would get them, covers too."""
    shown, progress, words = visible(session), blind_progress(session), labels(language)
    return [*made.slides(shown, progress, words), *(made.slide_of(shown, progress, words, key) for key in (made.PAUSE, made.BLANK))]


def one(session: Session, *key: str) -> Slide:
    return made.slide_of(visible(session), blind_progress(session), labels(), key)


def blind(values: int = 2, platforms: int = 2, disciplines: int = 3) -> Session:
    session = grid(values, platforms, disciplines, title="Sessie")
    session.apply([Edit(None, Round(1, "2026-11-14T19:00:00+01:00", blind=True))])
    return session


def test_the_order_of_an_evening() -> None:
    kinds = [key[0] for key in made.keys(example(WATERRIJK))]
    assert kinds[:3] == ["title", "agenda", "rules"]
    evening = ["title", "agenda", "rules", "value", "table", "cell", "minority", "decision", "actions", "read_back", "matrix"]
    assert list(dict.fromkeys(kinds)) == evening
    session = example(WATERRIJK)
    cells = {key for key in made.keys(session) if key[0] == "cell"}
    assert len(cells) == len(session.values) * len(session.platforms)


def test_the_facilitators_order_is_the_order_of_the_cells() -> None:
    session = example(WATERRIJK)
    first = next(key for key in made.keys(session) if key[0] == "cell")
    session.apply(plan(session, first[1], first[2], state="overgeslagen").edits)
    assert next(key for key in made.keys(session) if key[0] == "cell") != first


def test_a_title_says_that_it_is_fictional() -> None:
    slide = one(example(WATERRIJK), "title")
    assert isinstance(slide, TitleSlide)
    assert (slide.date, slide.fictional) == ("12 maart 2026", "Fictief voorbeeld: alles hierin is verzonnen.")
    utrecht = one(example(UTRECHT), "title")
    assert isinstance(utrecht, TitleSlide)
    assert utrecht.fictional == ""


def test_the_agenda_says_where_we_are() -> None:
    session = example(WATERRIJK)
    session.apply(step_to(session, "opening", "2026-11-14T19:00:00+01:00").edits)
    session.apply(step_to(session, "praktijk", "2026-11-14T19:12:20+01:00").edits)
    slide = one(session, "agenda")
    assert isinstance(slide, AgendaSlide)
    assert [each.state for each in slide.steps[:3]] == ["done", "running", "to_come"]
    assert [each.time for each in slide.steps[:3]] == ["12 van 10 min", "sinds 19:12 · 15 min", "15 min"]


def test_a_cell_names_everybody_and_says_who_stands_alone_in_bold() -> None:
    slide = one(rated(["geen", "geen", "veel", NO_JUDGEMENT], "tweezijdig", ["griffie", "ICT", "privacy", "archief"]), "cell", "w1", "p1")
    assert isinstance(slide, CellSlide)
    assert [(lane.effect, [each.name for each in lane.marks], lane.outlined) for lane in slide.lanes] == [
        ("versterkt", [], False), ("geen", ["griffie", "ICT"], False), ("matig", [], False), ("veel", ["privacy"], True),
        (NO_JUDGEMENT, ["archief"], False),
    ]  # fmt: skip
    assert [run.text for run in slide.sentence if run.strong] == ["privacy ziet veel afbreuk"]
    assert "".join(run.text for run in slide.sentence) == (
        "2 disciplines zien geen invloed; privacy ziet veel afbreuk; archief geeft geen oordeel."
    )


def test_the_lanes_outside_the_scale_are_there_only_if_somebody_is_in_them() -> None:
    plain = one(rated(["geen", "geen"]), "cell", "w1", "p1")
    ruled = one(rated(["geen", RULED_OUT]), "cell", "w1", "p1")
    assert isinstance(plain, CellSlide)
    assert isinstance(ruled, CellSlide)
    assert [lane.effect for lane in plain.lanes] == ["geen", "matig", "veel"]
    assert [lane.effect for lane in ruled.lanes] == ["geen", "matig", "veel", RULED_OUT]
    assert any(run.strong and "onbespreekbaar" in run.text for run in ruled.sentence)


def test_round_two_shows_who_moved_from_where_to_where() -> None:
    session = rated(["geen", "geen", "veel"], names=["griffie", "ICT", "privacy"])
    session.apply(next_round(session, [("w1", "p1")], "2026-11-14T20:00:00+01:00").edits)
    session.apply(rate(session, 2, "d3", "p1", "w1", "matig").edits)
    slide = one(session, "cell", "w1", "p1")
    assert isinstance(slide, CellSlide)
    assert slide.over == "Platform platform 1 · ronde 2"
    assert slide.moves == "Verschoven in ronde 2: privacy van veel negatieve invloed naar matig negatieve invloed."
    left, came = slide.lanes[2].marks[0], slide.lanes[1].marks[0]
    assert (left.name, left.ghost) == ("privacy", True)
    assert (came.name, came.ghost, came.note) == ("privacy", False, "was veel")
    assert slide.lanes[1].outlined


def test_a_blind_round_shows_progress_and_nothing_else() -> None:
    session = blind()
    for platform in ("p1", "p2"):
        for value in ("w1", "w2"):
            session.apply(rate(session, 1, "d2", platform, value, "veel").edits)
    assert [key[0] for key in made.keys(visible(session))] == ["title", "agenda", "rules", "value", "value", "progress"]
    slide = one(session, "progress")
    assert isinstance(slide, ProgressSlide)
    assert [each.ready for each in slide.seats] == [False, True, False]
    assert slide.count == "1 van 3 disciplines klaar"
    with pytest.raises(KeyError):
        one(session, "cell", "w1", "p1")


def test_what_is_revealed_by_value_is_shown_by_value() -> None:
    session = blind()
    session.apply(rate(session, 1, "d1", "p1", "w1", "veel").edits)
    session.apply(rate(session, 1, "d1", "p1", "w2", "veel").edits)
    session.apply(reveal(session, 1, "2026-11-14T20:00:00+01:00", "w1").edits)
    found = {key[0]: key for key in made.keys(visible(session))}
    assert {"progress", "table", "matrix", "cell"} <= set(found)
    assert all(key[1] == "w1" for key in made.keys(visible(session)) if key[0] in ("cell", "matrix"))
    table = one(session, "table")
    assert isinstance(table, TableSlide)
    assert all(cell is not None for cell in table.rows[0].cells)
    assert table.rows[1].cells == (None, None)


def test_a_hidden_conclusion_or_minority_note_stays_hidden() -> None:
    session = blind()
    session.apply(rate(session, 1, "d1", "p1", "w1", "veel").edits)
    session.apply(rate(session, 1, "d1", "p1", "w2", "veel").edits)
    session.apply([Edit(None, Conclusion("w2", "p1", "veel", SECRET)), Edit(None, Conclusion("w2", "", "veel", SECRET))])
    session.apply([Edit(None, MinorityNote("w2", "p1", "d1", SECRET))])
    session.apply([Edit(None, Reveal(1, "w1", "2026-11-14T20:00:00+01:00"))])
    assert not any(SECRET in text for slide in every(session) for text in texts(slide))
    table = one(session, "table")
    assert isinstance(table, TableSlide)
    assert table.rows[1].conclusion == ""


def test_a_note_says_whose_it_is_and_whether_it_is_confirmed() -> None:
    session = rated(["geen", "veel"], names=["griffie", "privacy"])
    session.apply([Edit(None, MinorityNote("w1", "p1", "d2", "Wij zien dit anders.", True))])
    slide = one(session, "minority")
    assert isinstance(slide, MinoritySlide)
    (note,) = slide.notes
    assert (note.who, note.where) == ("privacy", "waarde 1 × platform 1")
    assert (note.text, note.confirmed_word) == ("Wij zien dit anders.", "bevestigd")


def test_the_published_outcome_of_utrecht_has_a_table_and_no_cells() -> None:
    kinds = {key[0] for key in made.keys(example(UTRECHT))}
    assert "table" in kinds
    assert not {"cell", "matrix", "progress"} & kinds


def test_a_matrix_has_every_discipline_and_platform() -> None:
    slide = one(full(2, 3, 4), "matrix", "w1")
    assert isinstance(slide, MatrixSlide)
    assert [len(row.answers) for row in slide.rows] == [3, 3, 3, 3]


@given(sessions(), st.sampled_from(["nl", "en"]))
def test_every_slide_of_any_session_can_be_made_and_said(session: Session, language: str) -> None:
    for slide in every(session, language):
        assert slide.name or isinstance(slide, made.BlankSlide)
        assert made.said(slide).strip()
        hash(slide)


@given(sessions(), st.data())
def test_nothing_hidden_and_no_names_of_people_reach_a_slide(session: Session, data: st.DataObject) -> None:
    """A session with an open blind round, secrets planted wherever the room may not look, and any set of values revealed."""
    revealed = [each.id for each in session.values if data.draw(st.booleans())]
    records: list[Record] = []
    for each in session.records():
        if isinstance(each, Case):
            records.append(replace(each, place=SECRET, aim=SECRET, source=SECRET))
        elif isinstance(each, Discipline):
            records.append(replace(each, people=SECRET))
        elif isinstance(each, Rating):
            records.append(replace(each, reason=SECRET, condition=SECRET))
        elif isinstance(each, (Conclusion, MinorityNote)):
            records.append(each if each.value in revealed else replace(each, text=SECRET))
        elif not isinstance(each, Round):
            records.append(each)
    records += [Round(number, "", blind=number == 1) for number in session.rounds]
    records += [Reveal(1, value, "2026-11-14T20:00:00+01:00") for value in revealed]
    for number, value in enumerate(session.values):
        for platform in session.platforms:
            records.append(Argument(f"a{number}{platform.id}", value.id, platform.id, text=SECRET))
            records.append(OpenQuestion(f"q{number}{platform.id}", value.id, platform.id, SECRET, SECRET))
    whole = session_of(records)
    assert not any(SECRET in text for slide in every(whole) for text in texts(slide))
    # Round 1 answered otherwise, nothing revealed: not one slide may differ.
    hidden = [each for each in records if not isinstance(each, Reveal) and not (isinstance(each, Rating) and each.round > 1)]
    hidden = [each for each in hidden if not isinstance(each, Round) or each.number == 1]
    other = [replace(each, effect=session.levels[-1]) if isinstance(each, Rating) and each.effect else each for each in hidden]
    assert every(session_of(hidden)) == every(session_of(other))


def decided() -> Session:
    """Two platforms, one decided, with what may and what may not be on the wall."""
    session = grid(1, 2, ["privacy", "griffie", "ICT"], title="Sessie")
    text = "De DPIA is rond"
    given = {"can": "ja", "can_text": text, "want": "mits", "outcome": "beperkt", "scope": "wegafsluitingen", "review": "2027-12-01"}
    words = {"conditions": "Eerst op de website.\n\nGeen zaken.", "sentence": "Wij blijven, met mate."}
    session.apply(around.fill(session, Decision, ("p1",), **given, **words, decider=SECRET, capacity=SECRET).edits)
    leave = {"platform": "p1", "rule": "haat regel is", "sign": "drie maanden op rij"}
    thresholds = [leave, {"platform": "p1", "kind": "instap", "rule": "in"}]
    session.apply(around.add_rows(session, Threshold, thresholds).edits)
    for discipline, stance in (("d1", "niet"), ("d2", "mee")):
        session.apply(around.fill(session, Stance, ("p1", discipline), stance=stance, text=SECRET).edits)
    first = {"text": "DPIA bijwerken", "owner": " Privacy", "date": "2027-03-01", "necessity": "noodzakelijk", "platform": "p1"}
    second = {"text": "Terugval oefenen", "owner": SECRET, "done": True, "note": SECRET}
    session.apply(around.add_rows(session, Action, [first, second, {"text": "", "owner": "griffie"}]).edits)
    return session


def test_the_decision_of_a_platform() -> None:
    slide = one(decided(), "decision", "p1")
    assert isinstance(slide, DecisionSlide)
    assert (slide.title, slide.outcome, slide.sentence) == ("platform 1", "Beperkt gebruik: wegafsluitingen", "Wij blijven, met mate.")
    assert dict(slide.facts) == {
        "Kan het?": "ja. De DPIA is rond", "Willen we het?": "ja, mits", "Opnieuw wegen:": "1 december 2027",
    }  # fmt: skip
    assert slide.stances == ("Griffie steunt het besluit; privacy steunt het niet; ICT heeft nog niets gezegd.",)
    assert dict(slide.lists) == {
        "Voorwaarden": ("Eerst op de website.", "Geen zaken."), "Wij stoppen als": ("haat regel is. drie maanden op rij.",),
    }  # fmt: skip
    assert not made.exists(decided(), ("decision", "p2"))


def test_the_actions() -> None:
    slide = one(decided(), "actions")
    assert isinstance(slide, ActionsSlide)
    assert [(each.text, each.about, each.done) for each in slide.actions] == [
        ("DPIA bijwerken", "privacy · 1 maart 2027 · noodzakelijk · platform 1", False), ("Terugval oefenen", "", True),
    ]  # fmt: skip
    assert not made.exists(grid(1, 1, 1), made.ACTIONS)


def test_who_decides_and_who_does_it_is_not_on_the_wall_unless_it_is_a_discipline() -> None:
    for slide in every(decided()):
        assert not any(SECRET in text for text in texts(slide))
        assert SECRET not in made.said(slide)


def test_who_is_for_or_against_is_not_on_the_wall_while_a_round_is_blind() -> None:
    session = decided()
    session.apply([Edit(None, Round(1, "2026-11-14T19:00:00", blind=True))])
    assert not any("steun" in text for slide in every(session) for text in texts(slide))


def test_decisions_and_actions_come_after_the_minority_notes() -> None:
    found = made.keys(decided())
    assert found.index(("decision", "p1")) + 1 == found.index(made.ACTIONS)
    assert "Beperkt gebruik" in made.said(one(decided(), "decision", "p1"))
    assert "DPIA bijwerken" in made.said(one(decided(), "actions"))
