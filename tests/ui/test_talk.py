"""The evening on the conversation screen: blind until the reveal, the agenda, who speaks, what is said, and the second round."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.core import intents
from kanaalwaarden.core.model import AgendaItem, Edit, Session
from kanaalwaarden.core.talk import agenda, minutes_left
from kanaalwaarden.ui.agenda_list import OrderButton
from kanaalwaarden.ui.blind_page import RevealDialog
from kanaalwaarden.ui.discuss import AGAIN, ARGUE, DiscussScreen
from kanaalwaarden.ui.later_round import NextRoundDialog
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Changed, Workspace
from tests.ui.conftest import example

CELL = ("verbinding", "facebook")


class Ticking:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Room:
    """The screen on a real session file, wired as the main window wires it."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, theme: Theme, size: tuple[int, int] = (1208, 672)) -> None:
        self.workspace = workspace
        self.qtbot = qtbot
        self.screen = DiscussScreen(workspace, theme)
        self.went: list[tuple[str, object]] = []
        self.screen.go.connect(lambda name, to: self.went.append((name, to)))
        workspace.changed.connect(self.screen.refresh)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        self.screen.show()
        self.screen.activateWindow()
        self.screen.refresh(Changed(frozenset({"opened"})))
        self.screen.enter(None)
        self.time = Ticking()
        self.screen.talk.clock._monotonic = self.time
        QApplication.processEvents()

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def cell(self) -> tuple[str, str]:
        return self.screen._value, self.screen._platform

    def item(self, cell: tuple[str, str] = CELL) -> AgendaItem:
        found = self.session.get(AgendaItem, cell)
        assert isinstance(found, AgendaItem)
        return found

    def passes(self, seconds: int) -> None:
        """So many seconds go by, with a tick for each."""
        for _ in range(seconds):
            self.time.now += 1
            self.screen.talk.clock.tick()

    def press(self, key: Qt.Key, *, widget: QWidget | None = None) -> None:
        self.qtbot.keyClick(widget or self.screen.later.table, key)

    def row(self, cell: tuple[str, str]) -> Any:
        return self.screen.first.rows[self.screen.first.place_of(*cell)]


def blind_example() -> Session:
    """The example before anybody answered, in a session that starts blind."""
    session = example()
    session.apply([Edit(each, None) for each in [*session.ratings, *session.tables["round"].values()]])
    session.apply([Edit(each, None) for each in [*session.tables["conclusion"].values(), *session.tables["minority_note"].values()]])
    session.apply(intents.set_case(session, blind=True).edits)
    return session


def in_dialog(kind: type[Any], do: Callable[[Any], None]) -> list[Any]:
    """Do something in the dialog that is about to open; it must open."""
    seen: list[Any] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        seen.append(dialog)
        do(dialog)

    QTimer.singleShot(0, look)
    return seen


@pytest.fixture
def room(qtbot: QtBot, open_workspace: Callable[[Session], Workspace], theme: Theme) -> Room:
    session = example()
    session.apply([Edit(each, None) for each in session.tables["conclusion"].values()])
    made = Room(qtbot, open_workspace(session), theme)
    screen = made.screen
    models = (screen.first, screen.lanes, screen.talk.speakers, screen.arguments.model, screen.questions.model, screen.later.model)
    for model in models:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, screen)
    screen.show_cell(*CELL)
    return made


@pytest.fixture
def blind(qtbot: QtBot, open_workspace: Callable[[Session], Workspace], theme: Theme) -> Room:
    workspace = open_workspace(blind_example())
    for rating in example().ratings:
        if rating.discipline != "archief" or rating.value not in ("verbinding", "vindbaarheid"):
            assert workspace.rate(1, rating.discipline, rating.platform, rating.value, rating.effect) is None
    assert workspace.explain(1, "privacy", "facebook", "verbinding", reason="GEHEIME REDEN") is None
    return Room(qtbot, workspace, theme)


# The clock


def test_the_clock_counts_down_and_says_time_in_bold(room: Room) -> None:
    talk = room.screen.talk
    assert talk.figure.text() == "2:00"
    talk.pause_button.click()
    room.passes(28)
    assert talk.figure.text() == "1:32"
    assert talk.bar.value() == 92
    assert not talk.over.isVisibleTo(talk)
    room.passes(100)
    assert talk.figure.text() == "0:00"
    assert talk.over.isVisibleTo(talk)
    assert talk.figure.font().bold()
    talk.next_button.click()
    assert talk.figure.text() == "2:00"
    assert not talk.figure.font().bold()
    assert talk.clock.running


def test_the_order_is_that_of_the_method_and_next_goes_down_it(room: Room) -> None:
    talk = room.screen.talk
    names = [row.discipline for row in talk.speakers.rows]
    assert set(names[:4]) == {"juridische-zaken", "privacy", "informatieveiligheid", "ict"}
    assert "archief" not in names  # gave no judgement
    assert talk.speaker == names[0]
    for _ in names[1:]:
        assert talk.next_button.isEnabled()
        talk.next_button.click()
    assert talk.speaker == names[-1]
    assert not talk.next_button.isEnabled()
    talk.order.setCurrentIndex(talk.speakers.index(2))
    talk.order.activated.emit(talk.speakers.index(2))
    assert talk.speaker == names[2]


def test_time_on_an_item_is_written_once_per_pause_and_on_leaving(room: Room) -> None:
    talk = room.screen.talk
    talk.toggle()
    room.passes(40)
    assert room.session.get(AgendaItem, CELL) is None  # no flood of steps to undo
    talk.toggle()
    assert room.item().seconds == 40
    talk.toggle()
    room.passes(20)
    room.screen.step(1)
    assert room.item().seconds == 60
    assert not talk.clock.running
    room.screen.show_cell(*CELL)
    assert talk.figure.text() == "1:00"  # where the speaker was
    assert "1:00" in talk.item_time.text()
    room.workspace.undo()
    room.workspace.undo()
    assert room.session.get(AgendaItem, CELL) is None
    assert room.workspace.undo_label == ""


def test_planned_minutes_are_set_beside_the_actual(room: Room) -> None:
    talk = room.screen.talk
    assert talk.minutes.value() == 8
    talk.minutes.setValue(12)
    talk.minutes.editingFinished.emit()
    assert room.item().minutes == 12
    room.screen.step(1)
    assert talk.minutes.value() == 8
    talk.minutes.editingFinished.emit()  # leaving the field without a change writes nothing
    assert room.session.get(AgendaItem, room.cell) is None


def test_a_long_talk_is_written_down_now_and_then(room: Room) -> None:
    room.screen.talk.toggle()
    room.passes(301)
    assert room.item().seconds == 300


def test_a_sleeping_laptop_does_not_count(room: Room) -> None:
    talk = room.screen.talk
    talk.toggle()
    room.time.now += 8 * 3600
    talk.clock.tick()
    assert talk.figure.text() == "1:59"
    talk.toggle()
    assert room.item().seconds == 1


def test_the_clock_stops_when_another_session_opens(room: Room, tmp_path: Any) -> None:
    room.screen.talk.toggle()
    room.passes(10)
    assert room.workspace.new(tmp_path / "ander.kanaal", Session()) is None
    assert not room.screen.talk.clock.running
    assert room.screen.talk.clock.spent == 0
    room.screen.leave()
    assert not room.session.tables["agenda_item"]


# The agenda


def test_pick_reorder_skip_and_done(room: Room) -> None:
    screen = room.screen
    before = [row.key for row in screen.first.rows]
    screen.show_cell(*before[3])
    screen.order.actions_by_name[OrderButton.TOP].trigger()
    assert [row.key for row in screen.first.rows][:2] == [before[3], before[0]]
    room.qtbot.keyClick(screen, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [row.key for row in screen.first.rows][:2] == [before[0], before[3]]
    room.qtbot.keyClick(screen, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert screen.first.rows[0].key == before[3]
    left = minutes_left(agenda(room.session))
    assert f"± {left} min" in screen.first_count.text()
    screen.order.actions_by_name[OrderButton.DONE].trigger()
    assert room.row(before[3]).done
    assert f"1 of {len(before)} done, ± {left - 8} min" in screen.first_count.text()
    screen.order.actions_by_name[OrderButton.DONE].trigger()
    assert not room.row(before[3]).done
    screen.order.actions_by_name[OrderButton.SKIP].trigger()
    assert screen.first.rows[-1].key == before[3]
    assert screen.first.rows[-1].skipped
    assert f"0 of {len(before) - 1} done" in screen.first_count.text()
    screen.order.actions_by_name[OrderButton.SKIP].trigger()
    assert screen.first.rows[0].key == before[3]
    for _ in range(6):
        room.workspace.undo()
    room.workspace.undo()
    assert [row.key for row in screen.first.rows] == before


def test_any_cell_can_be_put_on_the_agenda(room: Room) -> None:
    screen = room.screen
    listed = {row.key for row in screen.first.rows}
    cells = [(value.id, platform.id) for value in room.session.values for platform in room.session.platforms]
    other = next(cell for cell in cells if cell not in listed)
    screen.show_cell(*other)
    screen.order.actions_by_name[OrderButton.TOP].trigger()
    assert screen.first.rows[0].key == other


def test_moving_on_from_a_conclusion_ticks_off(room: Room) -> None:
    screen = room.screen
    screen.show_cell("vindbaarheid", "x")
    screen.level.setCurrentIndex(screen.level.findData("matig"))
    screen.level.activated.emit(screen.level.currentIndex())
    screen.step(1)
    assert room.item(("vindbaarheid", "x")).state == "klaar"
    screen.show_cell("vindbaarheid", "x")
    screen.step(1)  # looking again writes nothing
    room.workspace.undo()
    assert room.session.get(AgendaItem, ("vindbaarheid", "x")) is None


# Arguments and facts to check


def test_arguments_are_logged_grouped_changed_and_undone(room: Room) -> None:
    screen, panel = room.screen, room.screen.arguments
    screen.show_part(ARGUE)
    assert panel.who.currentData() == screen.talk.speaker
    panel.who.setCurrentIndex(panel.who.findData("communicatie"))
    panel.kind._buttons["feit"].click()
    panel.layer.setCurrentIndex(panel.layer.findData("eigen"))
    panel.line.setFocus()
    room.qtbot.keyClicks(panel.line, "140 vragen per week")
    room.press(Qt.Key.Key_Return, widget=panel.line)
    assert panel.line.text() == ""
    panel.about.setCurrentIndex(panel.about.findData("formulering"))
    panel.who.setCurrentIndex(panel.who.findData("griffie"))
    panel.kind._buttons["zienswijze"].click()
    room.qtbot.keyClicks(panel.line, "Echt contact is niet te meten")
    room.press(Qt.Key.Key_Return, widget=panel.line)
    kept = room.session.arguments(*CELL)
    assert [(each.discipline, each.kind, each.about, each.layer) for each in kept] == [
        ("communicatie", "feit", "oordeel", "eigen"), ("griffie", "zienswijze", "formulering", "eigen"),
    ]  # fmt: skip
    texts = [row.text for row in panel.model.rows]
    assert texts[0] == "Feiten en gevolgen (1)"
    assert texts[1] == "communicatie, ons eigen gedrag: 140 vragen per week"
    assert texts[2] == "Over de formulering van de waarde (1)"
    assert "(2)" in screen.tabs.tabText(2)
    panel.view.setCurrentIndex(panel.model.index(1))
    room.press(Qt.Key.Key_F2, widget=panel.view)
    assert panel.line.text() == "140 vragen per week"
    panel.line.setText("150 vragen per week")
    room.press(Qt.Key.Key_Return, widget=panel.line)
    assert room.session.arguments(*CELL)[0].text == "150 vragen per week"
    panel.view.setCurrentIndex(panel.model.index(1))
    room.press(Qt.Key.Key_Delete, widget=panel.view)
    assert [each.discipline for each in room.session.arguments(*CELL)] == ["griffie"]
    room.workspace.undo()
    room.workspace.undo()
    assert room.session.arguments(*CELL)[0].text == "140 vragen per week"
    panel.line.setText("x" * 20_001)
    room.press(Qt.Key.Key_Return, widget=panel.line)
    assert "20001" in panel.line.accessibleDescription()
    assert len(panel.line.text()) == 20_001  # what was refused is not lost


def test_the_next_speaker_is_who_argues_next(room: Room) -> None:
    room.screen.talk.next_button.click()
    assert room.workspace.argue(*CELL, text="iets") is None
    assert room.screen.arguments.who.currentData() == room.screen.talk.speaker


def test_facts_to_check_have_owner_date_and_tick(room: Room) -> None:
    screen, panel = room.screen, room.screen.questions
    screen.question_button.click()
    assert panel.isVisible()
    room.qtbot.keyClicks(panel.text, "Hoeveel mensen zonder account?")
    panel.owner.setText("communicatie")
    panel.date.setText("gisteren")
    room.press(Qt.Key.Key_Return, widget=panel.date)
    assert "gisteren" in panel.date.accessibleDescription()
    assert not room.session.open_questions
    panel.date.setText("14-11-2026")
    panel.save.click()
    [kept] = room.session.open_questions
    assert (kept.value, kept.platform, kept.owner, kept.date, kept.done) == (*CELL, "communicatie", "2026-11-14", False)
    assert screen.question_button.text().endswith("(1)")
    assert panel.model.setData(panel.model.index(0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert room.session.open_questions[0].done
    assert screen.question_button.text().endswith("(0)")
    room.workspace.undo()
    assert not room.session.open_questions[0].done
    screen.step(1)
    assert not panel.model.rows
    screen.question_button.click()
    assert screen.talk.order.isVisible()


def test_own_conduct_and_the_platforms_are_told_apart_in_the_lanes(room: Room) -> None:
    assert room.workspace.explain(1, "privacy", "facebook", "verbinding", layer="platform") is None
    row = next(row for row in room.screen.lanes.rows if row.discipline == "privacy")
    assert row.kind == "zienswijze, platform"
    assert "platform" in row.told


def test_a_missing_reason_at_the_ends_shows(room: Room) -> None:
    assert room.workspace.explain(1, "privacy", "facebook", "verbinding", reason="") is None
    row = next(row for row in room.screen.lanes.rows if row.discipline == "privacy")
    assert row.lacking
    assert row.reason == "toelichting ontbreekt"
    assert not room.screen.grab().isNull()


def test_the_sentence_is_taken_over_only_into_an_empty_text_and_never_a_level(room: Room) -> None:
    screen = room.screen
    assert screen.take.isVisible()
    screen.take.click()
    kept = room.session.conclusion(*CELL)
    assert kept is not None
    assert (kept.effect, kept.text) == ("", screen.sentence.text)
    assert screen.conclusion.toPlainText() == screen.sentence.text
    assert not screen.take.isVisible()


def test_show_cell_asks_for_the_projector(room: Room) -> None:
    room.screen.show_button.click()
    assert room.went == [("show", CELL)]


# Blind, and the reveal


def everything_said(widget: QWidget, *, seen_only: bool = False) -> str:
    """Every text, tooltip and accessible text in a widget and its models, also in what is not shown now."""
    said: list[str] = []
    for each in [widget, *widget.findChildren(QWidget)]:
        if seen_only and not each.isVisible():
            continue
        said += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        for name in ("text", "toPlainText", "placeholderText"):
            found = getattr(each, name, None)
            said.append(str(found() if callable(found) else found or ""))
        model = getattr(each, "model", None)
        held = model() if callable(model) else model
        if held is not None and hasattr(held, "rowCount"):
            for row in range(held.rowCount()):
                for column in range(held.columnCount() if isinstance(held, QAbstractTableModel) else 1):
                    for role in Qt.ItemDataRole:
                        said.append(str(held.data(held.index(row, column), role)))
    return json.dumps(said, ensure_ascii=False)


def test_blind_shows_progress_and_nothing_else(blind: Room) -> None:
    screen = blind.screen
    assert not screen.first.rows
    screen.show_cell(*CELL)
    for widget in (screen.badge, screen.frame, screen.saying, screen.round_button):
        assert not widget.isVisible()
    assert screen.blind.isVisible()
    assert screen.blind.cell.text() == "8 van 9"
    assert "8 van 9" in screen.blind.seats.accessibleName()
    assert not screen.talk.pause_button.isEnabled()
    assert "GEHEIME REDEN" not in everything_said(screen)
    said = everything_said(screen, seen_only=True)
    for word in ("tegenpolen", "afbreuk", "versterk", "afwijkend", "nuance"):
        assert word not in said
    assert not screen.lanes.rows
    assert not screen.talk.speakers.rows
    assert screen.sentence.text == ""
    screen.show_cell("verbinding", "")
    assert screen.blind.isVisible()
    assert not screen.platforms.rows
    assert not screen.grab().isNull()


def test_a_blind_cell_is_never_on_the_agenda_even_when_it_was_put_there(blind: Room) -> None:
    assert blind.workspace.plan(*CELL, position=1) is None
    assert not blind.screen.first.rows


def test_reveal_one_value_then_all_with_one_question_each(blind: Room) -> None:
    screen = blind.screen
    screen.show_cell(*CELL)
    screen.blind.reveal_one.fill()
    names = [action.text() for action in screen.blind.reveal_one._values.actions()]
    assert names == [each.name for each in blind.session.values]
    seen = in_dialog(RevealDialog, lambda dialog: dialog.no.click())
    screen.blind.reveal.click()
    assert seen
    assert not blind.session.tables["reveal"]
    assert screen.blind.isVisible()
    seen = in_dialog(RevealDialog, lambda dialog: dialog.yes.click())
    screen.blind.reveal_one.reveal("vindbaarheid")
    assert seen
    assert {row.value for row in screen.first.rows} == {"vindbaarheid"}
    assert blind.cell[0] == "vindbaarheid"
    assert screen.lanes.rows
    assert screen.reveal_button.isVisible()
    assert "GEHEIME REDEN" not in everything_said(screen)
    in_dialog(RevealDialog, lambda dialog: dialog.yes.click())
    screen.reveal_button.click()
    assert CELL in {row.key for row in screen.first.rows}
    assert not screen.reveal_button.isVisible()
    assert screen.round_button.isVisible()
    blind.workspace.undo()
    assert CELL in {row.key for row in screen.first.rows}  # what was seen cannot be unseen
    screen.show_cell(*CELL)
    assert "GEHEIME REDEN" in everything_said(screen)


# Round 2


def begin(room: Room, choose: Callable[[NextRoundDialog], None] | None = None) -> None:
    def fill(dialog: NextRoundDialog) -> None:
        if choose:
            choose(dialog)
        dialog.begin.click()

    seen = in_dialog(NextRoundDialog, fill)
    room.screen.round_button.click()
    assert seen
    room.screen.activateWindow()  # a real desktop does that when a dialog closes


def test_round_two_for_the_cells_that_were_chosen(room: Room) -> None:
    screen = room.screen
    assert "2" in screen.round_button.text()
    other = screen.first.rows[2].key
    assert room.workspace.plan(*other, state="klaar") is None

    def choose(dialog: NextRoundDialog) -> None:
        assert dialog.chosen == [other]  # those that were discussed
        dialog.only_here.click()
        assert dialog.chosen == [CELL]
        dialog.boxes[other].setChecked(True)

    begin(room, choose)
    assert room.session.rounds == [1, 2]
    assert room.session.asked(2, *CELL)
    assert room.session.asked(2, *other)
    assert not room.session.asked(2, *screen.first.rows[5].key)
    assert screen.later.isVisible()
    assert screen.tabs.tabText(0).endswith("2")
    screen.show_cell(*screen.first.rows[5].key)
    assert screen.later.ask.isVisible()
    screen.later.ask.click()
    assert room.session.asked(2, *room.cell)
    assert not screen.later.ask.isVisible()


def test_cancelling_begins_nothing(room: Room) -> None:
    in_dialog(NextRoundDialog, lambda dialog: dialog.cancel.click())
    room.screen.round_button.click()
    assert room.session.rounds == [1]


def test_answers_of_round_two_by_key_with_the_reason_for_moving(room: Room) -> None:
    screen = room.screen
    before = list(room.session.ratings)
    begin(room, lambda dialog: dialog.only_here.click())
    later = screen.later
    room.qtbot.waitUntil(later.table.hasFocus, timeout=2000)
    first = room.session.disciplines[0]
    assert first.id == "communicatie"
    assert not later.reason.isEnabled()
    room.press(Qt.Key.Key_1)  # versterkt, as before: who stays is not asked anything
    assert later.table.currentIndex().row() == 1
    room.press(Qt.Key.Key_3)
    assert later.reason.hasFocus()  # who moves is asked why
    room.qtbot.keyClicks(later.reason, "Ik zie nu wat het kost.")
    room.press(Qt.Key.Key_Return, widget=later.reason)
    assert later.table.hasFocus()
    assert later.table.currentIndex().row() == 2
    room.press(Qt.Key.Key_9)
    moved = room.session.rating(2, room.session.disciplines[1].id, "facebook", "verbinding")
    assert moved is not None
    assert (moved.effect, moved.reason) == ("matig", "Ik zie nu wat het kost.")
    third = room.session.disciplines[2]
    assert [row.discipline for row in screen.lanes.rows if row.effect == "onbespreekbaar"] == [third.id]
    assert third.name in next(row.lane_told for row in screen.lanes.rows if row.effect == "onbespreekbaar")
    rows = later.model.rows
    assert rows[0].after == "bleef"
    assert (rows[1].before, rows[1].after, rows[1].reason) == ("versterkt", "matige afbreuk", "Ik zie nu wat het kost.")
    assert rows[2].reason == "toelichting ontbreekt"
    assert rows[3].after == "nog niet opnieuw"
    ghosts = [row for row in screen.lanes.rows if row.ghost]
    assert [(row.effect, row.discipline) for row in ghosts] == [("versterkt", room.session.disciplines[1].id), ("versterkt", third.id)]
    assert all(row.name.endswith("was hier") for row in ghosts)
    stayed = next(row for row in screen.lanes.rows if row.discipline == "communicatie")
    assert stayed.reason.endswith("(ronde 1)")
    assert not screen.grab().isNull()
    assert [each for each in room.session.ratings if each.round == 1] == before  # round 1 stays as it was
    later.table.setFocus()
    room.press(Qt.Key.Key_Delete)
    assert room.session.rating(2, third.id, "facebook", "verbinding") is None
    later.table.setCurrentIndex(later.model.index(1, 0))
    room.press(Qt.Key.Key_Delete)  # with its reason: the answer of round 1 stands again
    assert room.session.rating(2, room.session.disciplines[1].id, "facebook", "verbinding") is None
    assert later.model.rows[1].after == "nog niet opnieuw"


def test_looking_back_shows_the_round_before(room: Room) -> None:
    screen = room.screen
    begin(room, lambda dialog: dialog.only_here.click())
    assert room.workspace.rate(2, "privacy", "facebook", "verbinding", "geen") is None
    assert screen._rounds is not None
    screen._rounds._buttons["1"].click()
    assert not any(row.ghost for row in screen.lanes.rows)
    assert next(row.effect for row in screen.lanes.rows if row.discipline == "privacy") == "veel"
    assert not screen.tabs.isTabVisible(0)
    screen._rounds._buttons["2"].click()
    assert next(row.effect for row in screen.lanes.rows if row.discipline == "privacy" and not row.ghost) == "geen"
    screen.show_part(AGAIN)
    assert screen.later.isVisible()
    room.workspace.undo()
    room.workspace.undo()
    assert room.session.rounds == [1]
    assert screen._rounds is None
    assert not screen.tabs.isTabVisible(0)


# Small windows, keys, names


def test_a_narrow_window_has_the_speaking_time_on_a_page_of_its_own(
    qtbot: QtBot, open_workspace: Callable[[Session], Workspace], theme: Theme
) -> None:
    room = Room(qtbot, open_workspace(example()), theme, (639, 460))
    screen = room.screen
    assert not screen.aside.isVisible()
    assert screen.scroller.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_F6)
    assert screen.aside.isVisible()
    assert not screen.scroller.isVisible()
    assert screen.talk.pause_button.hasFocus()
    screen.to_cell.click()
    assert screen.scroller.isVisible()
    assert not screen.aside.isVisible()
    screen.resize(1000, 672)
    QApplication.processEvents()
    assert screen.aside.isVisible()
    assert screen.order.isVisible()


def test_f6_goes_round_the_three_parts(room: Room) -> None:
    screen = room.screen
    screen.first_view.setFocus()
    qtbot = room.qtbot
    qtbot.keyClick(screen.first_view, Qt.Key.Key_F6)
    assert screen.lane_table.hasFocus()
    qtbot.keyClick(screen.lane_table, Qt.Key.Key_F6)
    assert screen.talk.pause_button.hasFocus()
    qtbot.keyClick(screen.talk.pause_button, Qt.Key.Key_F6)
    assert screen.first_view.hasFocus()


def test_ctrl_tab_goes_round_the_parts_under_the_cell(room: Room) -> None:
    screen = room.screen
    screen.first_view.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    seen = []
    for _ in range(3):
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, control)
        assert screen.tabs.hasFocus()
        seen.append(screen.tabs.tabText(screen.tabs.currentIndex()))
    assert len(set(seen)) == screen.tabs.isTabVisible(0) + 2, "a later round has a part only when there is one"
    assert screen.arguments.isVisible() == (screen.tabs.currentIndex() == 2)
    room.qtbot.keyClick(screen.tabs, Qt.Key.Key_Tab, control | shift)
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == seen[1]


def test_everything_to_press_has_a_name(room: Room) -> None:
    begin(room, lambda dialog: dialog.only_here.click())
    for each in room.screen.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.text() or each.accessibleName()


def test_read_only_offers_nothing_to_write(qtbot: QtBot, theme: Theme, labels: Any) -> None:
    from kanaalwaarden import paths

    workspace = Workspace(labels)
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    room = Room(qtbot, workspace, theme)
    screen = room.screen
    assert not screen.round_button.isVisible()
    assert not screen.take.isVisible()
    assert not any(action.isEnabled() for action in screen.order.actions_by_name.values())
    screen.show_part(ARGUE)
    assert not screen.arguments.line.isVisible()
    screen.talk.toggle()
    room.passes(30)
    screen.talk.toggle()
    screen.leave()
    assert workspace.trouble is None
    workspace.close()
