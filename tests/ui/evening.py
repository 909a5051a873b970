"""The whole evening on two displays, as a script: started by test_evening.py in a process that has two (virtual) displays.

A facilitator rehearses alone: practice session, blind round, reveal, conversation, round 2, conclusion, paper; the room looks on.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.model import Round
from kanaalwaarden.core.slides import PROGRESS
from kanaalwaarden.store.session_file import read_session
from kanaalwaarden.ui.blind_page import RevealDialog
from kanaalwaarden.ui.discuss import DiscussScreen
from kanaalwaarden.ui.later_round import NextRoundDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.practice import practice_path
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.report import ReportScreen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts

CONTROL = Qt.KeyboardModifier.ControlModifier
REASON = "Een geheim dat pas na het onthullen mag worden gezien"


def focus(window: QWidget) -> QWidget:
    """Where the keyboard is."""
    for _ in range(100):
        found = QApplication.focusWidget()
        if found is not None and found.window() is window:
            return found
        window.activateWindow()
        QTest.qWait(10)
    raise AssertionError("nothing has the focus")


def in_dialog(kind: type[QDialog], do: Callable[[QDialog], object]) -> None:
    """When a dialog of this kind stands there, do this."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            do(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def evening(folder: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_fonts()
    window = MainWindow(Settings())
    window.resize(1280, 720)
    window.show()
    app.processEvents()
    room: list[str] = []
    window.stage.changed.connect(lambda: room.append(window.stage.said))

    # The practice session, and the projector on the second display.
    window.current.go.emit("practice", None)
    session = window.workspace.session
    assert window.workspace.path == practice_path()
    assert window.settings.recent() == [], "a rehearsal is no recent session"
    QTest.keyClick(focus(window), Qt.Key.Key_F11)
    app.processEvents()
    assert window.projector.isFullScreen()
    assert window.projector.screen() is not window.screen()
    assert window.stage.show(PROGRESS)

    # The two disciplines that are left answer; the room sees who is ready, and nothing else.
    QTest.keyClick(focus(window), Qt.Key.Key_2, CONTROL)
    rate = window.current
    assert isinstance(rate, RateScreen)
    cells = len(session.values) * len(session.platforms)
    left = [each for each in session.disciplines if session.answers(1, each.id) < cells]
    assert len(left) == 2
    for place, discipline in enumerate(left):
        rate.show_discipline(discipline.id)
        rate.grid.setFocus()
        QTest.keyClicks(focus(window), ("4" if place else "1") * cells)
        QTest.keyClick(focus(window), Qt.Key.Key_F2)
        QTest.keyClicks(focus(window), REASON)
        QTest.keyClick(focus(window), Qt.Key.Key_Escape)
        assert session.answers(1, discipline.id) == cells
    app.processEvents()
    told = " ".join([*room, window.stage.said])
    assert "5 van 5" in window.stage.said, window.stage.said
    levels = ("versterkt", "matige afbreuk", "veel afbreuk", "tegenpolen", REASON)
    assert not [word for word in levels if word in told], told

    # Reveal: one question, and it is there.
    QTest.keyClick(focus(window), Qt.Key.Key_3, CONTROL)
    talk = window.current
    assert isinstance(talk, DiscussScreen)
    assert talk.blind.isVisible()
    in_dialog(RevealDialog, lambda dialog: dialog.accept())
    talk.blind.reveal.click()
    record = session.get(Round, (1,))
    assert record is not None
    assert record.revealed, "a reveal is recorded with its time"
    assert not talk.blind.isVisible()
    assert window.workspace.undo_label == "", "a reveal cannot be undone"

    # Discuss the most divided cell: on the projector, with an argument and a fact to check.
    value, platform = talk.first.rows[0].key
    talk.show_cell(value, platform)
    QTest.mouseClick(talk.show_button, Qt.MouseButton.LeftButton)
    app.processEvents()
    assert session.value(value).name in window.stage.said
    assert session.platform(platform).name in window.stage.said
    cell = cell_of(session, session.value(value), session.platform(platform))
    assert all(each.name in window.stage.said for each, _ in cell.ratings), "everybody is named in the room"
    assert window.workspace.argue(value, platform, discipline=left[0].id, kind="feit", text="Dat is gemeten.") is None
    assert window.workspace.ask(value, platform, text="Klopt dat cijfer?", owner="Iemand van de balie") is None
    assert "balie" not in window.stage.said

    # Round 2 for this cell: one moves, and the room sees from where to where.
    def only_this(dialog: QDialog) -> None:
        assert isinstance(dialog, NextRoundDialog)
        dialog.only_here.click()
        dialog.begin.click()

    in_dialog(NextRoundDialog, only_this)
    talk.round_button.click()
    assert session.rounds == [1, 2]
    mover = left[1]
    talk.later.table.setFocus()
    row = next(place for place, each in enumerate(talk.later.model.rows) if each.discipline == mover.id)
    talk.later.table.setCurrentIndex(talk.later.model.index(row, 0))
    QTest.keyClicks(focus(window), "2")
    QTest.keyClicks(focus(window), "Wij hoorden iets nieuws.")
    QTest.keyClick(focus(window), Qt.Key.Key_Return)
    app.processEvents()
    first, second = session.rating(1, mover.id, platform, value), session.rating(2, mover.id, platform, value)
    assert first is not None
    assert second is not None
    assert (first.effect, second.effect, second.reason) == ("veel", "geen", "Wij hoorden iets nieuws.")
    window._go("show", (value, platform))
    assert mover.name in window.stage.said

    # The conclusion in words, the projector by keyboard, and out on paper.
    assert window.workspace.conclude(value, platform, effect="niet_eenduidig", text="Wij blijven verschillen.") is None
    before = window.stage.key
    QTest.keyClick(window.projector, Qt.Key.Key_Right)
    QTest.keyClick(focus(window), Qt.Key.Key_F7)
    assert window.stage.key == before
    assert window.current is talk, "the steering keys leave the screen of the facilitator where it is"
    target = folder / "verslag.pdf"
    QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: (str(target), ""))  # type: ignore[method-assign]
    QTest.keyClick(focus(window), Qt.Key.Key_E, CONTROL)
    assert isinstance(window.current, ReportScreen)
    QTest.keyClick(focus(window), Qt.Key.Key_Space)
    for _ in range(400):  # the file is made beside the window
        if target.is_file():
            break
        QTest.qWait(50)
    assert target.read_bytes().startswith(b"%PDF")
    path = window.workspace.path
    assert path is not None
    window.workspace.snapshot()
    assert len(read_session(path).ratings) == len(session.ratings)
    window.close()
    assert not window.projector.isVisible()
    assert not practice_path().exists(), "nothing of a rehearsal is kept"


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    evening(Path(sys.argv[1]))
    print("the evening is over")
