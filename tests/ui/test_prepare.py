"""Voorbereiden: lists are filled, renamed, moved and emptied by keyboard; nothing that was typed is read as anything but text."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Platform, Session, Value
from kanaalwaarden.ui.prepare import PrepareScreen
from kanaalwaarden.ui.prepare_lists import MIME, Row, RowsModel
from kanaalwaarden.ui.prepare_pages import ListPage, ValuePicker
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.widgets import LineField, TextField
from kanaalwaarden.ui.workspace import Changed, Workspace

OPENED = Changed(frozenset({"opened"}))
NASTY = ['<b>&"=1+1', "שלום עולם", "👩‍👩‍👧 emoji", "&Vet &&amp; <script>"]
Make = Callable[[str], PrepareScreen]


@pytest.fixture
def workspace(qapp: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    """A session of two values, two platforms and three disciplines, in a real file."""
    install_fonts()
    made = Workspace(Labels(paths.read_json("labels/nl.json")))
    assert made.new(tmp_path / "proef.kanaal", Session()) is None
    for name in ("Privacy", "Verbinding"):
        made.add(Value, name, definition=f"Wat {name} is.", question="Wie?")
    for name in ("X", "Mastodon"):
        made.add(Platform, name)
    for name in ("privacy", "communicatie", "griffie"):
        made.add(Discipline, name)
    yield made
    assert made.close() is None


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace) -> Make:
    kept: list[PrepareScreen] = []  # a test often holds only a part of it

    def make(part: str) -> PrepareScreen:
        screen = PrepareScreen(workspace, Theme.load())
        qtbot.addWidget(screen)
        workspace.changed.connect(screen.refresh)
        screen.resize(1096, 694)
        screen.refresh(OPENED)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.enter(part)
        kept.append(screen)
        return screen

    return make


def press(page: ListPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.list, key, modifier)


def names(page: ListPage) -> list[str]:
    return [row.name for row in page.model.rows]


def rate_everything(workspace: Workspace) -> int:
    session = workspace.session
    for discipline in session.disciplines:
        for platform in session.platforms:
            for value in session.values:
                assert workspace.rate(1, discipline.id, platform.id, value.id, "geen") is None
    return len(session.disciplines) * len(session.platforms) * len(session.values)


def answer_box(label: str, seen: list[str]) -> None:
    """Press `label` in the message box that is about to open, and note what it said."""

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(f"{box.text()} {box.informativeText()}")
        assert box.textFormat() == Qt.TextFormat.PlainText
        next(each for each in box.findChildren(QPushButton) if each.text() == label).click()

    QTimer.singleShot(0, press_it)


def test_add_puts_the_focus_in_a_name_that_is_free(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    press(page, Qt.Key.Key_Insert)
    assert page.editor.name.hasFocus()
    assert page.editor.name.selectedText() == "New value"
    QTest.keyClicks(page.editor.name, "Autonomie")
    page.editor.name.pass_on()
    assert names(page) == ["Privacy", "Verbinding", "Autonomie"]
    page.add()
    page.add()
    assert names(page)[-2:] == ["New value", "New value 2"]
    assert [each.name for each in workspace.session.values] == names(page)


def test_one_stay_in_a_field_is_one_step_of_undo(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    press(page, Qt.Key.Key_F2)
    field = page.editor.name
    field.selectAll()
    for part in ("Priv", "acy en ", "vrijheid"):
        QTest.keyClicks(field, part)
        field.pass_on()
    assert names(page)[0] == "Privacy en vrijheid"
    workspace.undo()
    assert names(page)[0] == "Privacy"
    assert field.text() == "Privacy"


def test_alt_arrows_move_and_the_selection_goes_along(show: Make, workspace: Workspace) -> None:
    page = show("disciplines").disciplines
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # already last
    assert names(page) == ["communicatie", "griffie", "privacy"]
    assert page.list.key == "privacy"
    assert page.list.selectionModel().selectedRows()[0].row() == 2
    workspace.undo()
    workspace.undo()
    assert names(page) == ["privacy", "communicatie", "griffie"]
    assert page.list.key == "privacy"


@pytest.mark.parametrize(
    ("at", "expected"), [("top", ["griffie", "privacy", "communicatie"]), ("bottom", ["privacy", "communicatie", "griffie"])]
)
def test_a_dropped_row_goes_to_the_nearest_gap(show: Make, at: str, expected: list[str]) -> None:
    page = show("disciplines").disciplines
    rect = page.list.visualRect(page.model.index(0 if at == "top" else 2))
    data = QMimeData()
    data.setData(MIME, b"griffie")
    point = QPointF(rect.center().x(), rect.top() + 2 if at == "top" else rect.bottom() - 2)
    drop = QDropEvent(point, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.list.dropEvent(drop)
    assert names(page) == expected


def test_something_else_is_not_taken_as_a_row(show: Make) -> None:
    page = show("values").values
    data = QMimeData()
    data.setText("Privacy")
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.list.dropEvent(drop)
    assert names(page) == ["Privacy", "Verbinding"]


def test_remove_without_answers_does_not_ask(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    press(page, Qt.Key.Key_Delete)
    assert names(page) == ["Verbinding"]
    workspace.undo()
    assert names(page) == ["Privacy", "Verbinding"]
    assert page.list.key == "privacy"
    assert page.editor.name.text() == "Privacy"


def test_remove_says_how_many_answers_go_with_it(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    rate_everything(workspace)
    seen: list[str] = []
    answer_box("Cancel", seen)
    press(page, Qt.Key.Key_Delete)
    assert names(page) == ["Privacy", "Verbinding"]
    answer_box("Remove", seen)
    press(page, Qt.Key.Key_Delete)
    assert names(page) == ["Verbinding"]
    assert len(seen) == 2
    assert all("Privacy" in text and "6 rating" in text for text in seen)
    assert len(workspace.session.ratings) == 6
    workspace.undo()
    assert len(workspace.session.ratings) == 12


def test_the_last_record_leaves_an_invitation(show: Make, workspace: Workspace) -> None:
    page = show("platforms").platforms
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Delete)
    assert page.empty.isVisible()
    assert not page.editor.isVisible()
    page.empty.button.click()
    assert names(page) == ["New platform"]
    assert page.editor.name.hasFocus()


def test_a_taken_name_is_told_under_the_field_and_the_rest_goes_on(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    press(page, Qt.Key.Key_Return)
    field = page.editor.name
    field.selectAll()
    QTest.keyClicks(field, "verbinding ")
    field.pass_on()
    told = [each.text() for each in page.editor.findChildren(QLabel) if each.isVisible() and each.property("ink") == "danger"]
    assert len(told) == 1
    assert "verbinding" in told[0]
    assert field.property("danger")
    assert workspace.session.values[0].name == "Privacy"
    QTest.keyClicks(field, "en")
    field.pass_on()
    assert not field.property("danger")
    assert workspace.session.values[0].name == "verbinding en"


@pytest.mark.parametrize(("field", "old"), [("definition", "Wat Privacy is."), ("question", "Wie?")])
def test_a_changed_definition_is_recorded_with_its_moment(show: Make, workspace: Workspace, field: str, old: str) -> None:
    page = show("values").values
    editor: Any = page.editor
    before = editor.hint.text()
    text = editor.form._fields[field].field
    assert isinstance(text, TextField)
    text.setFocus()
    text.setPlainText("Eerst")
    text.pass_on()
    rate_everything(workspace)
    assert editor.hint.text() != before
    page.list.setFocus()
    text.setFocus()
    text.setPlainText("Daarna")
    text.pass_on()
    changes = workspace.session.definition_changes
    assert [(each.field, each.before, each.after, each.after_first_rating) for each in changes] == [
        (field, old, "Eerst", False), (field, "Eerst", "Daarna", True),
    ]  # fmt: skip
    shown = editor._changes.text()
    assert old in shown
    assert workspace.labels("table.changed_before") in shown
    assert workspace.labels("table.changed_after") in shown


def fields_of(screen: PrepareScreen) -> list[LineField | TextField]:
    pages = [screen.case_page, screen.values.editor, screen.platforms.editor, screen.disciplines.editor]
    fields: list[LineField | TextField] = []
    for page in pages:
        fields += [*page.findChildren(LineField), *page.findChildren(TextField)]
    return [field for field in fields if not field.isReadOnly()]


@pytest.mark.parametrize("nasty", [*NASTY, "n" * 300, "woord " * 60])
def test_every_field_shows_what_was_typed_and_nothing_else(show: Make, workspace: Workspace, nasty: str) -> None:
    """A text that is too long for a name stays in its field with the reason; no text is ever markup."""
    screen = show("case")
    for field in fields_of(screen):
        field.setFocus()
        if isinstance(field, LineField):
            field.setText(nasty)
            field.textEdited.emit(field.text())
        else:
            field.setPlainText(nasty)
        field.pass_on()
    for part in ("values", "platforms", "disciplines"):
        screen.enter(part)
        screen.grab()
    workspace.snapshot()
    session = workspace.session
    if len(nasty) < 200:
        assert session.case.title == nasty
        assert session.values[0].name == session.platforms[0].name == session.disciplines[0].name == nasty
        assert screen.values.model.rows[0].name == nasty
    else:
        assert session.values[0].name == "Privacy"
        assert any(field.property("danger") for field in fields_of(screen))
    assert session.values[0].definition == nasty.rstrip()
    for each in screen.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText or each.pixmap() is not None


def test_a_date_is_read_as_people_write_it(show: Make, workspace: Workspace) -> None:
    screen = show("case")
    date = screen.case_page.form.date
    date.setFocus()
    QTest.keyClicks(date, "14 nov 2026")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert workspace.session.case.date == "2026-11-14"
    assert date.text() == "14 november 2026"
    date.selectAll()
    QTest.keyClicks(date, "morgen")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert workspace.session.case.date == "2026-11-14"
    assert date.property("danger")
    assert date.text() == "morgen"


def test_absent_and_codes(show: Make, workspace: Workspace) -> None:
    page = show("disciplines").disciplines
    editor: Any = page.editor
    QTest.keyClick(editor.absent, Qt.Key.Key_Space)
    assert workspace.session.disciplines[0].absent
    assert page.model.rows[0].aside == "absent"
    code = editor.form._fields["code"].field
    code.setFocus()
    code.selectAll()
    QTest.keyClicks(code, "co")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert code.property("danger")  # 'CO' is communicatie
    code.selectAll()
    QTest.keyClicks(code, "fg")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert workspace.session.disciplines[0].code == "FG"
    assert code.text() == "FG"


def test_the_scale_is_free_until_the_first_answer(show: Make, workspace: Workspace) -> None:
    rules = show("rules").rules
    rules.scales["tweezijdig"].radio.click()
    assert workspace.session.case.scale == "tweezijdig"
    rules.scales["eenzijdig"].radio.click()
    rate_everything(workspace)
    assert not rules.scales["tweezijdig"].radio.isEnabled()
    assert rules.scales["eenzijdig"].radio.isChecked()
    assert rules.fixed.text() == rules.scales["tweezijdig"].radio.toolTip() != ""
    rules.reason.click()
    assert workspace.session.case.reason_at_ends is False


def test_whether_round_one_is_blind_is_chosen_before_the_first_answer(show: Make, workspace: Workspace) -> None:
    rules = show("rules").rules
    assert rules.blind.isChecked()
    rules.blind.click()
    assert workspace.session.case.blind is False
    rules.blind.click()
    assert workspace.session.case.blind is True
    rate_everything(workspace)
    assert rules.blind.isChecked()
    rules.blind.click()
    assert rules.blind.isChecked()
    assert workspace.session.case.blind is True
    assert "round 1 has begun" in rules.blind_words.text()
    assert rules.blind.accessibleDescription() == rules.blind_words.text()


def test_a_round_that_began_open_is_shown_as_open(show: Make, workspace: Workspace) -> None:
    assert workspace.set_case(blind=False) is None
    rules = show("rules").rules
    assert not rules.blind.isChecked()
    rate_everything(workspace)
    assert workspace.set_case(blind=True) is None  # too late: the answers were there to be seen
    assert not rules.blind.isChecked()


def test_the_times_of_the_conversation(show: Make, workspace: Workspace) -> None:
    rules = show("rules").rules
    case = workspace.session.case
    assert (rules.seconds.value(), rules.minutes.value()) == (case.speaker_seconds, case.item_minutes) == (120, 8)
    rules.seconds.setFocus()
    QTest.keyClick(rules.seconds, Qt.Key.Key_Up)
    assert workspace.session.case.speaker_seconds == 130
    rules.minutes.setValue(12)
    assert workspace.session.case.item_minutes == 12
    rules.minutes.setValue(0)
    assert workspace.session.case.item_minutes == 1
    rules.seconds.setValue(9999)
    assert workspace.session.case.speaker_seconds == 3600
    workspace.undo()
    assert rules.seconds.value() == 130
    assert {rules.seconds.accessibleName(), rules.minutes.accessibleName()} == {"Speaking time in seconds", "Minutes per cell"}


def test_nothing_is_written_by_looking(show: Make, workspace: Workspace) -> None:
    before, undo = list(workspace.session.records()), workspace.undo_label
    screen = show("case")
    for part in ("disciplines", "platforms", "values", "rules", "case"):
        screen.enter(part)
    for page in (screen.values, screen.platforms, screen.disciplines):
        for row in range(page.model.rowCount()):
            page.list.setCurrentIndex(page.model.index(row))
    screen.leave()
    assert list(workspace.session.records()) == before
    assert workspace.undo_label == undo


def test_what_was_typed_is_not_lost_on_leaving(show: Make, workspace: Workspace) -> None:
    screen = show("values")
    page = screen.values
    press(page, Qt.Key.Key_F2)
    page.editor.name.selectAll()
    QTest.keyClicks(page.editor.name, "Half")
    screen.leave()
    assert workspace.session.values[0].name == "Half"


def test_typing_goes_to_the_record_it_was_typed_in(show: Make, workspace: Workspace) -> None:
    page = show("values").values
    press(page, Qt.Key.Key_F2)
    page.editor.name.selectAll()
    QTest.keyClicks(page.editor.name, "Eerste")
    page.select("verbinding")  # before the half second is over
    assert names(page) == ["Eerste", "Verbinding"]
    assert page.editor.name.text() == "Verbinding"


def test_f6_goes_to_the_fields_and_back_also_in_a_small_window(show: Make) -> None:
    screen = show("values")
    page = screen.values
    screen.resize(639, 486)
    QApplication.processEvents()
    assert not page.editor.isVisible()
    press(page, Qt.Key.Key_F6)
    assert page.editor.isVisible()
    assert not page.list.isVisible()
    assert page.editor.name.hasFocus()
    QTest.keyClick(page.editor.name, Qt.Key.Key_F6)
    assert page.list.hasFocus()
    screen.resize(1096, 694)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert page.editor.isVisible()


def test_an_example_can_be_read_and_not_changed(qtbot: QtBot) -> None:
    workspace = Workspace(Labels(paths.read_json("labels/nl.json")))
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    screen = PrepareScreen(workspace, Theme.load())
    qtbot.addWidget(screen)
    screen.refresh(OPENED)
    screen.show()
    before = list(workspace.session.records())
    page = screen.values
    assert not page.add_button.isEnabled()
    assert page.add_button.toolTip()
    assert not fields_of(screen)
    screen.rules.reason.click()
    screen.rules.scales["eenzijdig"].radio.click()
    assert screen.rules.reason.isChecked()
    screen.enter("values")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        press(page, key)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(workspace.session.records()) == before


def test_values_from_a_template(show: Make, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    page = show("values").values

    def choose(dialog: ValuePicker) -> int:
        checkable = [row for row in range(dialog.list.count()) if dialog.list.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable]
        assert not dialog.take.isEnabled()
        for row in checkable[:2]:
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        assert dialog.take.isEnabled()
        assert not any(each.name in ("Privacy", "Verbinding") for each in dialog.chosen)
        return int(ValuePicker.DialogCode.Accepted)

    monkeypatch.setattr(ValuePicker, "exec", choose)
    page.template_button.click()
    added = workspace.session.values[2:]
    assert len(added) == 2
    assert all(each.definition and each.question for each in added)


def test_the_model_keeps_to_the_rules(qtbot: QtBot) -> None:
    model = RowsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for keys in ("abc", "cab", "b", "", "xyz", "zaybx", "zaybx", "q"):
        model.show_rows([Row(key, "1", f"{key}{len(keys)}") for key in keys])
        assert [row.key for row in model.rows] == list(keys)
    assert tester is not None


def test_every_control_has_a_name_and_can_be_reached(show: Make) -> None:
    screen = show("case")
    for field in fields_of(screen):
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
    for part in ("values", "platforms", "disciplines", "rules"):
        screen.enter(part)
        assert screen.focusWidget() is not None


def test_what_is_still_to_do(show: Make, workspace: Workspace) -> None:
    screen = show("case")
    assert screen.todo.text().startswith("Still to do")
    workspace.set_case(title="Blijven we op X?", occasion="Het college vraagt het.")
    assert not screen.todo.text().startswith("Still to do")
    assert screen.tabs.tabText(3).split() == ["Values", "2"]


def test_a_value_shows_definition_question_kind_and_origin(show: Make, workspace: Workspace) -> None:
    value = workspace.session.values[1]
    assert workspace.update(value, definition="Wat het is", question="Wat vraagt u?", kind="uitgangspunt", origin="wettelijk") is None
    row = show("values").values.model.rows[1]
    assert [text for text, _ in row.lines] == ["Wat het is", "Wat vraagt u?"]
    assert row.aside.split("\n") == ["uitgangspunt", "wettelijk"]
    assert row.told.endswith("Wat het is. Wat vraagt u?. uitgangspunt. wettelijk")
