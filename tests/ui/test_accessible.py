"""What a screen reader is told (Qt's accessibility interface, which AT-SPI and UI Automation pass on), and what the keyboard reaches.

Every screen and every dialog is walked: a control without a name, a cell without words, a field that the Tab key does not leave, or a
target smaller than 24 pixels is a fault (WCAG 2.2: 4.1.2, 2.1.1, 2.1.2, 2.5.8).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QTextBrowser, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.ui import bands
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.overview import OverviewScreen
from kanaalwaarden.ui.rate import RateScreen
from tests.ui.conftest import example
from tests.ui.walks import SCREENS, dialogs, settle, tabs_of

Role = QAccessible.Role
NAMED = frozenset({
    Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox, Role.Slider, Role.PageTab, Role.MenuItem,
    Role.ButtonMenu, Role.ButtonDropDown, Role.List, Role.Table, Role.Tree, Role.Cell, Role.ListItem, Role.TreeItem, Role.ColumnHeader,
    Role.RowHeader, Role.Link, Role.Document,
})  # fmt: skip
"""What needs a name: everything that can be operated, and everything that tells something. Not an icon beside the words that it repeats."""
MOST_CELLS = 400
LEAST = 24


@pytest.fixture
def window(window: MainWindow, tmp_path: Path, qapp: QApplication) -> MainWindow:
    """The window with the example, to work in."""
    assert window.workspace.new(tmp_path / "zaak.kanaal", example()) is None
    settle(qapp)
    return window


def walk(interface: QAccessibleInterface | None, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """Everything that can be seen, from the top down, with where it is."""
    if interface is None or not interface.isValid() or interface.state().invisible:  # type: ignore[attr-defined]
        return
    what = interface.object()
    here = f"{path} > {type(what).__name__ if what is not None else interface.role().name}"
    yield here, interface
    for number in range(min(interface.childCount(), MOST_CELLS)):
        yield from walk(interface.child(number), here)


def said(interface: QAccessibleInterface) -> str:
    return " ".join(filter(None, (interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)))).strip()


def nameless(widget: QWidget) -> list[str]:
    """Where something has no name."""
    faults = []
    for where, interface in walk(QAccessible.queryAccessibleInterface(widget)):
        role = interface.role()
        if role in NAMED and not interface.state().disabled and not said(interface):  # type: ignore[attr-defined]
            faults.append(f"{role.name}: {where}")
    return faults


def small(widget: QWidget) -> list[str]:
    """What is there to be pressed and is smaller than it may be."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [each for kind in kinds for each in widget.findChildren(kind) if each.isVisible() and each.isEnabled()]
    return [
        f"{type(each).__name__} {each.accessibleName() or getattr(each, 'text', str)()} {each.width()}x{each.height()}"
        for each in found
        if each.height() < LEAST or each.width() < LEAST
        if not isinstance(each.parentWidget(), QComboBox) and "qt_" not in each.objectName()
    ]


def test_every_control_of_every_screen_has_a_name(window: MainWindow, qapp: QApplication) -> None:
    faults: dict[str, list[str]] = {}
    for screen in SCREENS:
        window.show_screen(screen)
        for tab in tabs_of(window):
            settle(qapp)
            faults[f"{screen} {tab}"] = nameless(window) + small(window)
    window.close_session()
    settle(qapp)
    faults["start"] = nameless(window) + small(window)
    assert {where: found for where, found in faults.items() if found} == {}


def test_a_nameless_control_is_found(window: MainWindow, qapp: QApplication) -> None:
    """The walker would see one, and a cell without words."""
    window.show_screen("rate")
    settle(qapp)
    bad = QToolButton(window.current)
    bad.setFixedSize(12, 12)
    bad.show()
    settle(qapp)
    assert any("Button" in fault for fault in nameless(window))
    assert any("12x12" in fault for fault in small(window))


def test_every_control_of_every_dialog_has_a_name(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    faults: dict[str, list[str]] = {}
    for name, make in dialogs().items():
        dialog = make(window)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qapp)
        assert dialog.windowTitle()
        faults[name] = nameless(dialog) + small(dialog)
        dialog.close()
    assert {where: found for where, found in faults.items() if found} == {}


def round_trip(window: QWidget, qapp: QApplication) -> list[QWidget]:
    """Every place that Tab comes to, until it is where it began. AssertionError where one keeps the keyboard."""
    seen: list[QWidget] = []
    for _ in range(400):
        focus = QApplication.focusWidget()
        assert focus is not None
        if seen and focus is seen[0]:
            return seen
        links = isinstance(focus, QTextBrowser) and seen[-1:] == [focus]  # Tab goes from link to link in it; 400 times is no end
        assert links or focus not in seen, f"{type(focus).__name__} {focus.accessibleName()!r} keeps the keyboard"
        seen.append(focus)
        # In the grid Tab goes from cell to cell, as in a spreadsheet; F6 leaves it (and F1 says so).
        grid = isinstance(window, MainWindow) and focus is getattr(window.current, "grid", None)
        QTest.keyClick(focus, Qt.Key.Key_F6 if grid else Qt.Key.Key_Tab)
        qapp.processEvents()
    raise AssertionError("there is no end to it")


def test_tab_goes_round_every_screen_and_is_never_caught(window: MainWindow, qapp: QApplication) -> None:
    for screen in SCREENS:
        window.activateWindow()
        window.show_screen(screen)
        settle(qapp)
        assert len(round_trip(window, qapp)) > 1, screen


def test_tab_goes_round_the_guide(window: MainWindow, qapp: QApplication) -> None:
    window.show_guide()
    settle(qapp)
    guide = window.guide
    assert guide is not None
    assert {guide.list, guide.page, guide.find_field} <= set(round_trip(guide, qapp))


def test_a_focus_is_seen(window: MainWindow, qapp: QApplication) -> None:
    """Whatever has the keyboard looks different for it, in every theme."""
    for scheme in ("light", "dark", "contrast"):
        window.choose_scheme(scheme)
        window.show_screen("overview")
        settle(qapp)
        buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        able = [each for each in buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(able) > 5
        some = able[:: max(1, len(able) // 6)]
        for button, other in zip(some, [*some[1:], some[0]], strict=True):
            window.activateWindow()
            button.setFocus(Qt.FocusReason.TabFocusReason)
            settle(qapp)
            assert button.hasFocus()
            with_focus = window.grab(button.rect().translated(button.mapTo(window, button.rect().topLeft()))).toImage()
            other.setFocus(Qt.FocusReason.TabFocusReason)
            settle(qapp)
            without = window.grab(button.rect().translated(button.mapTo(window, button.rect().topLeft()))).toImage()
            assert with_focus != without, f"{scheme}: {button.text() or button.accessibleName()}"


def test_what_was_done_is_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said: list[str] = []
    monkeypatch.setattr("kanaalwaarden.ui.widgets.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kopie.kanaal"), ""))
    window.save_copy()
    assert len(said) == 1
    assert "kopie.kanaal" in said.pop()
    window.workspace.trouble = Refused("disk_full")
    for _ in range(2):  # said once, as long as it stays the same
        window._show_session()
    assert said == [window.workspace.labels.problem(Refused("disk_full"))]
    said.clear()
    window.workspace.trouble = None
    window._show_session()
    window.show_screen("overview")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):  # a screen reader reads the cell itself
        QTest.keyClick(window.current.table, key)  # type: ignore[attr-defined]
    assert window._status.text()
    assert said == []


def test_what_is_wrong_in_a_dialog_is_announced(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kanaalwaarden.ui.widgets.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    dialog = dialogs()["new"](window)
    qtbot.addWidget(dialog)
    dialog.show()
    said.clear()
    for _ in range(2):
        dialog.accept()
    assert said == [window.workspace.labels.problem(Refused("title_empty"))] * 2  # once for each time that it was tried
    assert dialog.isVisible()


def test_the_projector_tells_what_the_room_sees(window: MainWindow, qapp: QApplication) -> None:
    """Its own window: one picture, which says in words all that stands on the slide."""
    window.projector.turn_on()
    settle(qapp)
    try:
        stage = window.stage
        for _ in range(4):
            interface = QAccessible.queryAccessibleInterface(window.projector)
            assert nameless(window.projector) == []
            assert interface.text(QAccessible.Text.Name) == "Projector"
            assert interface.text(QAccessible.Text.Description) == stage.said
            assert len(stage.said) > 20
            stage.next()
            settle(qapp)
        key = next(each for each in stage.listed() if each[0] == "cell")
        assert stage.show(key)
        settle(qapp)
        told = QAccessible.queryAccessibleInterface(window.projector).text(QAccessible.Text.Description)
        session = window.workspace.session
        assert session.value(key[1]).name in told
        assert any(word in told for word in ("versterk", "geen invloed", "afbreuk"))
    finally:
        window.projector.turn_off()


def toggle(button: QAbstractButton) -> None:
    """What a screen reader does with a button that can be on: AT-SPI and UI Automation both ask for this action, and nothing is clicked."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert actions is not None
    assert actions.toggleAction() in actions.actionNames()
    actions.doAction(actions.toggleAction())


def test_a_screen_reader_chooses_without_a_click(window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phase, a part of the table, and an answer; the cell then tells the answer in words, and it is said aloud."""
    phases = {each.text(): each for each in window._rail.findChildren(QAbstractButton)}
    toggle(phases["Overzicht"])
    settle(qapp)
    assert window.current.NAME == "overview"
    assert QAccessible.queryAccessibleInterface(phases["Overzicht"]).role() == Role.RadioButton
    segment = next(each for each in window.current.findChildren(QAbstractButton) if each.text() == "Eén discipline")
    toggle(segment)
    settle(qapp)
    overview = window.current
    assert isinstance(overview, OverviewScreen)
    assert overview.table.overview.view == "discipline"
    toggle(phases["Beoordelen"])
    settle(qapp)
    rate = window.current
    assert isinstance(rate, RateScreen)
    rate.grid.setCurrentIndex(rate.grid_model.index(0, 0))
    settle(qapp)
    said_aloud: list[str] = []
    monkeypatch.setattr("kanaalwaarden.ui.rate.announce", lambda _, text: said_aloud.append(text))
    before = rate.grid_model.rating(rate.grid_model.index(0, 0))
    effect = "veel" if before is None or before.effect != "veel" else "matig"
    toggle(rate.answers[effect])
    settle(qapp)
    cell = next(each for _, each in walk(QAccessible.queryAccessibleInterface(rate.grid)) if each.role() == Role.Cell)
    word = window.workspace.labels.word("tweezijdig", effect)
    assert cell.text(QAccessible.Text.Name).endswith(f": {word}")
    assert said_aloud == [cell.text(QAccessible.Text.Name)]
    assert rate.grid.currentIndex().column() == 1  # once: one step on, and not two
    # What the program itself shows is not a choice of anybody.
    steps = len(window.workspace.session.ratings)
    rate.grid.setCurrentIndex(rate.grid_model.index(2, 2))
    settle(qapp)
    assert len(window.workspace.session.ratings) == steps
    assert rate.grid.currentIndex().row() == 2


def test_nothing_moves_but_the_bar_of_long_work() -> None:
    """WCAG 2.2, 2.3.3: that bar stands still where the desktop asks for it (test_background.py); the clock is stopped by its button."""
    folder = Path(bands.__file__).parent
    moving = re.compile(r"Q\w*Animation\b|QMovie|QTimeLine|setAnimated\(True|setRange\(0, 0\)")
    found = {each.name for each in folder.glob("*.py") if moving.search(each.read_text(encoding="utf-8"))}
    assert found == {"background.py"}
