"""The main flow as a facilitator walks it, with the keyboard alone: new session, ratings, overview, conclusion, PDF."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.store.session_file import read_session
from kanaalwaarden.ui.discuss import DiscussScreen
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.new_session import NewSessionDialog
from kanaalwaarden.ui.overview import OverviewScreen
from kanaalwaarden.ui.prepare import PrepareScreen
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.report import ReportScreen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focus() -> QWidget:
    """Where the keyboard is, as soon as the window has it again after a dialog."""
    for _ in range(100):
        found = QApplication.focusWidget()
        if found is not None:
            return found
        QTest.qWait(10)
    raise AssertionError("nothing has the focus")


def test_from_new_session_to_paper_without_a_mouse(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_fonts()
    settings = Settings()
    settings.put("folder", str(tmp_path))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)

    # Ctrl+N; the title has the focus; Enter makes the session.
    asked: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, NewSessionDialog) or not dialog.isActiveWindow() or QApplication.focusWidget() is None:
            QTimer.singleShot(20, fill)
            return
        asked.append(dialog.windowTitle())
        qtbot.keyClicks(focus(), "Sociale media 2026")
        qtbot.keyClick(focus(), Qt.Key.Key_Return)
        if dialog.result() != QDialog.DialogCode.Accepted:
            dialog.reject()

    QTimer.singleShot(0, fill)
    qtbot.keyClick(focus(), Qt.Key.Key_N, CONTROL)
    assert asked == ["Nieuwe sessie"]
    window.activateWindow()  # a window manager does this when a dialog closes; the offscreen platform has none
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(window.current, PrepareScreen)
    path = window.workspace.path
    assert path is not None
    assert path.parent == tmp_path
    session = window.workspace.session
    assert session.case.title == "Sociale media 2026"
    assert (len(session.values), len(session.platforms), len(session.disciplines)) == (7, 10, 6)

    # Ctrl+2: rate. Everybody sees no effect; the first discipline stands alone on the first cell.
    qtbot.keyClick(focus(), Qt.Key.Key_2, CONTROL)
    rate = window.current
    assert isinstance(rate, RateScreen)
    assert focus() is rate.grid
    for place, discipline in enumerate(session.disciplines):
        keys = ["4" if place == 0 else "2", *["2"] * 69]
        qtbot.keyClicks(focus(), "".join(keys))
        if place == 0:
            for _ in range(69):
                qtbot.keyClick(focus(), Qt.Key.Key_Tab, SHIFT)
            qtbot.keyClicks(focus(), "T")
            qtbot.keyClicks(focus(), "racking is geen detail")
            qtbot.keyClick(focus(), Qt.Key.Key_Escape)
            assert focus() is rate.grid
        assert session.answers(1, discipline.id) == 70
        qtbot.keyClick(focus(), Qt.Key.Key_PageDown)

    # Ctrl+6: the overview. Round 1 is blind: it tells how many answered, and not who stands alone until the reveal.
    qtbot.keyClick(focus(), Qt.Key.Key_6, CONTROL)
    assert isinstance(window.current, OverviewScreen)
    alone = session.disciplines[0].name
    assert "6 van 6 disciplines" in window._status.text()
    assert alone.casefold() not in window._status.text().casefold()
    assert window.workspace.reveal(1) is None
    # Enter opens the cell in the conversation.
    assert alone.casefold() in window._status.text().casefold()
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    discuss = window.current
    assert isinstance(discuss, DiscussScreen)
    value, platform = session.values[0], session.platforms[0]
    for _ in range(30):
        if focus().accessibleName().startswith("Conclusie") and hasattr(focus(), "toPlainText"):
            break
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "Wij zijn het niet eens.")
    discuss.leave()
    spoken = session.conclusion(value.id, platform.id)
    assert spoken is not None
    assert spoken.text == "Wij zijn het niet eens."

    # Ctrl+E: out. The file dialog is the system's; everything else is ours.
    target = tmp_path / "waardentabel.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    qtbot.keyClick(focus(), Qt.Key.Key_E, CONTROL)
    assert isinstance(window.current, ReportScreen)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    qtbot.waitUntil(target.is_file, timeout=20_000)  # it is made beside the window
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    for wanted in ("Sociale media 2026", alone, "Tracking is geen detail", "Wij zijn het niet eens."):
        assert wanted in " ".join(text.split())

    window.close()
    kept = read_session(path)
    assert len(kept.ratings) == 420
    assert kept.ratings == session.ratings or not session.ratings
