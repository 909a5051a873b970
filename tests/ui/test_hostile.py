"""Hostile strings in every field, on every screen, dialog and slide: shown as they are, and nothing in them is obeyed.

Qt takes text that looks like markup for markup in labels, tooltips and message boxes, and would read the pictures that it names; an & in
a button or menu makes a key of the letter behind it.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QMessageBox,
    QTabWidget,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.ballot import Given
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Round, RoundCell, Session, session_of
from kanaalwaarden.store.session_file import SessionFile
from kanaalwaarden.ui.blind_page import RevealDialog
from kanaalwaarden.ui.discuss import DiscussScreen
from kanaalwaarden.ui.forms import MakeFormsDialog, MergeDialog
from kanaalwaarden.ui.later_round import CellChoice, NextRoundDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.new_session import NewSessionDialog
from kanaalwaarden.ui.paper import PaperDialog
from kanaalwaarden.ui.prepare import PrepareScreen
from kanaalwaarden.ui.screens import SCREENS
from kanaalwaarden.ui.steer import SteerScreen
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.widgets import Segments
from tests import hostile, hostile_files
from tests.ballots.filling import AT, fill, form

KEY = "&Zo"
"""What would underline a letter, if a menu or button took it for a key."""
HARMLESS = {"<p>", "<br>"}
"""What a tooltip is made of that says its text as it is."""


def rich(picture: Path) -> str:
    """One string with everything that Qt could obey."""
    return f'{KEY} <img src="{picture}"> <b>x</b> <a href="http://kwaad.example">y</a>'


# Looking


def tip_faults(where: str, tip: str) -> list[str]:
    if not GuiQt.mightBeRichText(tip):
        return []
    more = hostile_files.html(tip.encode()) - HARMLESS
    return [f"{where}: tooltip {tip[:80]!r}: {sorted(more)}"] if more else []


def model_faults(where: str, model: QAbstractItemModel, parent: QModelIndex, depth: int = 0) -> Iterator[str]:
    role = Qt.ItemDataRole.ToolTipRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)  # of a list it is private
    for row in range(min(model.rowCount(parent), 60)):
        for column in range(min(columns, 20)):
            index = model.index(row, column, parent)
            yield from tip_faults(where, str(index.data(role) or ""))
            if depth < 3 and column == 0 and model.rowCount(index):
                yield from model_faults(where, model, index, depth + 1)
    for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
        for section in range(20):
            yield from tip_faults(where, str(model.headerData(section, orientation, role) or ""))


def key_faults(where: str, text: str) -> list[str]:
    """A user's & that became a key: our own texts have keys too, the string's letter is Z."""
    return [f"{where}: {text[:80]!r} has a key"] if KEY in text and QKeySequence.mnemonic(text).toString() == "Alt+Z" else []


def faults(window: QWidget) -> list[str]:
    """Whatever in a window takes text for markup or keys."""
    found: list[str] = []
    for each in [window, *window.findChildren(QWidget)]:
        where = f"{type(each).__name__} in {type(each.parent()).__name__}"
        found += tip_faults(where, each.toolTip()) + tip_faults(where, each.whatsThis())
        if isinstance(each, QLabel):
            guessed = each.textFormat() == Qt.TextFormat.AutoText and GuiQt.mightBeRichText(each.text())
            if guessed or each.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText):
                found.append(f"{where}: label {each.text()[:80]!r} is markup")
            if each.buddy() is not None:
                found += key_faults(where, each.text())
        if isinstance(each, QMessageBox) and each.textFormat() == Qt.TextFormat.AutoText and GuiQt.mightBeRichText(each.text()):
            found.append(f"{where}: message {each.text()[:80]!r} is markup")
        if isinstance(each, QTextEdit) and "<img" in each.toHtml():
            found.append(f"{where}: a picture in a text")
        if isinstance(each, QAbstractButton):
            found += key_faults(where, each.text())
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            found += model_faults(where, each.model(), QModelIndex())
        if isinstance(each, QTabWidget):
            found += [fault for place in range(each.count()) for fault in key_faults(where, each.tabText(place))]
    for action in window.findChildren(QAction):
        found += key_faults("an action", action.text())  # its tooltip is not shown by a menu
    return list(dict.fromkeys(found))


class Watch:
    """Whether anybody, C++ included, opens this file (inotify of Linux; elsewhere only Python is heard)."""

    OPEN, NONBLOCK = 0x20, os.O_NONBLOCK

    def __init__(self, path: Path) -> None:
        self._lib = ctypes.CDLL(None, use_errno=True)
        self._handle = self._lib.inotify_init1(self.NONBLOCK)
        assert self._lib.inotify_add_watch(self._handle, bytes(path), self.OPEN) > 0

    def opened(self) -> int:
        """How often, since the last time."""
        try:
            return len(os.read(self._handle, 65536)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0

    def close(self) -> None:
        os.close(self._handle)


# A window that is full of it

heard: list[str] = []
listening = False


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if listening and (event.startswith(("socket.", "subprocess.", "os.system")) or (event == "open" and "lok" in str(arguments[0]))):
        heard.append(f"{event} {arguments[:1]}")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that every string names."""
    path = tmp_path / "lok.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))
    return path


@pytest.fixture
def watch(picture: Path) -> Iterator[Callable[[], int]]:
    """How often the picture was opened."""
    global listening
    if not heard and not listening:
        sys.addaudithook(_hook)  # stays for the rest of the process, deaf
    listening = True
    heard.clear()
    watch = Watch(picture) if sys.platform == "linux" else None
    yield lambda: len(heard) + (watch.opened() if watch else 0)
    listening = False
    if watch:
        watch.close()


def blind(session: Session) -> Session:
    """The same session while its first round is blind."""
    records = [each for each in session.records() if not isinstance(each, RoundCell) and getattr(each, "round", 1) == 1]
    records = [replace(each, blind=True) if isinstance(each, Round) else each for each in records if getattr(each, "number", 1) != 2]
    return session_of(records)


def opened(window: MainWindow, session: Session, path: Path) -> None:
    SessionFile.create(path, session, AT).close()
    window.open_file(path)
    assert window.workspace.is_open


def settle() -> None:
    for _ in range(2):
        QApplication.processEvents()


def everywhere(window: MainWindow, say: Callable[[str], None], *, parts: bool = True) -> None:
    """Every screen (with all of its parts), and every slide on the projector; `say` is called wherever there is something to look at."""
    for name in SCREENS[1:]:
        window.show_screen(name)
        screen = window.current
        if isinstance(screen, DiscussScreen) and screen.session.conclusion("w1", "p1"):
            screen.show_cell("w1", "p1")
        settle()
        say(name)
        for tabs in screen.findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
                settle()
                for listed in tabs.currentWidget().findChildren(QListView):
                    if listed.isVisible() and listed.model() is not None and listed.model().rowCount():
                        listed.setCurrentIndex(listed.model().index(0, 0))
                settle()
                say(f"{name}, tab {place}")
        for segments in screen.findChildren(Segments) if parts else []:
            for button in segments.findChildren(QAbstractButton):
                if button.isVisible() and button.isEnabled():
                    button.click()
                    settle()
                    say(f"{name}, {button.text()}")
        window.grab()
    window.projector.turn_on()
    for key in window.stage.listed():
        assert window.stage.show(key)
        window.projector.grab()
    window.show_screen(SteerScreen.NAME)
    settle()
    say(SteerScreen.NAME)
    window.projector.turn_off()


def test_no_screen_obeys_a_string(qtbot: QtBot, window: MainWindow, picture: Path, watch: Callable[[], int], tmp_path: Path) -> None:
    told: dict[str, list[str]] = {}

    def say(where: str, whole: QWidget | None = None) -> None:
        if found := faults(whole or window.current):
            told[where] = found

    full = hostile.plant(rich(picture))
    for state, session in {"mixed": hostile.mixed(), "blind": blind(full), "open": full}.items():
        path = tmp_path / f"{KEY} <b>{state}.kanaal"
        opened(window, session, path)
        watch()  # what opening the session itself reads
        everywhere(window, say, parts=state == "open")
        say(state, window)
        said = " ".join(each.text() for each in window.findChildren(QLabel))
        assert state == "mixed" or KEY in said
    window.resize(700, 560)  # other widgets, and texts that are cut and stand in tooltips
    everywhere(window, say, parts=False)
    window.screen_named("compare").compare_with(tmp_path / f"{KEY} <b>mixed.kanaal")  # type: ignore[attr-defined]
    window.show_screen("compare")
    say("compare")
    window._fill_recent()
    say("recent", window)
    window.close_session()
    settle()
    QTest.qWait(50)  # the start reads its files one at a time
    say("start")
    assert sorted({fault for found in told.values() for fault in found}) == []
    assert watch() == 0


def test_no_dialog_obeys_a_string(
    qtbot: QtBot, window: MainWindow, picture: Path, watch: Callable[[], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = rich(picture)
    session = hostile.plant(text)
    from tests.ballots.filling import with_forms

    session = with_forms(session)
    opened(window, session, tmp_path / f"{KEY} <b>zaak.kanaal")
    files = []
    for format_ in ("pdf", "xlsx"):
        path = tmp_path / f"{KEY} <b>form.{format_}"
        path.write_bytes(fill(form(session, "d2", format_), session, {("p1", "w1"): Given("veel", text, "feit", text)}))
        files.append(path)
    other = tmp_path / f"{KEY} <img src='x'>.pdf"
    other.write_bytes(b"geen formulier")
    told: dict[str, list[str]] = {}
    shown: list[str] = []

    def look(dialog: QWidget) -> None:
        dialog.show()
        settle()
        dialog.grab()
        shown.append(type(dialog).__name__)
        if found := faults(dialog):
            told[type(dialog).__name__] = found
        dialog.hide()

    monkeypatch.setattr(QMessageBox, "exec", lambda box: look(box) or 0)
    monkeypatch.setattr(ProblemDialog, "exec", lambda box: look(box) or 0)
    workspace, theme = window.workspace, window.theme
    reports = workspace.reading_forms([*files, other])()
    watch()
    for dialog in (
        MergeDialog(window, theme, workspace, reports), MakeFormsDialog(window, theme, workspace), PaperDialog(window, theme, workspace),
        RevealDialog(window, theme, text, [text, text]), NewSessionDialog(window, theme, workspace, tmp_path, ""),
        NextRoundDialog(window, theme, 2, [CellChoice(("w1", "p1"), text, True)], ("w1", "p1")),
    ):  # fmt: skip
        look(dialog)
        dialog.deleteLater()
    held = Refused("session_held", path=text, who=text, where=text, since=text)
    for problem in (Refused("file_missing", path=text), Refused("name_taken", name=text), held):
        ProblemDialog.tell(window, theme, workspace.labels, problem)
    prepare = window.screen_named("prepare")
    assert isinstance(prepare, PrepareScreen)
    prepare.values.may_remove(workspace.session.value("w1"), 3)
    # Closing while the snapshot cannot be written: its path, which anybody can choose, is in the question.
    monkeypatch.setattr(workspace, "show_start", lambda: Refused("file_unwritable", path=text, why=text))
    window.close()
    monkeypatch.undo()
    assert told == {}
    assert {"MergeDialog", "QMessageBox", "ProblemDialog", "NextRoundDialog"} <= set(shown)
    assert shown.count("QMessageBox") == 2
    assert watch() == 0


def test_what_looks_finds_planted_faults(qtbot: QtBot, picture: Path, watch: Callable[[], int]) -> None:
    """Each of the ways in which a text is obeyed, one by one."""
    text = rich(picture)
    box = QWidget()
    qtbot.addWidget(box)
    label = QLabel(text, box)
    label.show()
    box.show()
    settle()
    box.grab()
    assert ["is markup" in each for each in faults(box)] == [True]
    assert watch() > 0, "the picture in a label was read, and that was seen"
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert faults(box) == []
    label.setToolTip(text)
    assert len(faults(box)) == 1
    label.setToolTip("")
    choices = QComboBox(box)
    choices.addItem("een")
    choices.setItemData(0, text, Qt.ItemDataRole.ToolTipRole)
    assert faults(box)
    choices.clear()
    action = QAction(f"x {KEY}", box)
    assert len(faults(box)) == 1
    action.setText(f"x {KEY}".replace("&", "&&"))
    assert faults(box) == []
    QToolTip.showText(QPoint(0, 0), "", box)
