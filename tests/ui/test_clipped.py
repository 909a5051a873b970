"""Nothing is cut off at 1280x720, in both languages and with type at 100 and 200 %. `.ci/dev.py screenshots` does the whole of it:
every tab and dialog, three themes, and displays at 125, 150 and 200 %.
"""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QListWidget, QMenuBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.marks import draw_text
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import OneLine
from tests.ui.clipped import clipped
from tests.ui.conftest import example
from tests.ui.walks import SCREENS, dialogs, settle


def assert_box_beside_text(dialog: QDialog, theme: Theme) -> None:
    """A selected row has as much room for its check box as another: it used to be laid out with the small box of the style."""
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    assert rows.currentRow() == 0
    lefts = []
    for row in (0, 1):
        image = rows.viewport().grab(rows.visualItemRect(rows.item(row))).toImage()
        ink, first_line = theme.color("text"), range(4, 12)  # above the box, which stands in the middle of three lines
        lefts.append(next(x for x in range(image.width()) if any(image.pixelColor(x, y) == ink for y in first_line)))
    assert lefts[0] == lefts[1]


def test_no_text_is_cut_off_at_any_size_in_either_language(
    window: MainWindow, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    assert window.workspace.new(tmp_path / "zaak.kanaal", example()) is None
    window.resize(1280, 720)
    faults: dict[str, list[str]] = {}
    for language in ("nl", "en"):
        for zoom in ("1", "2"):
            window.settings.put("zoom", zoom)
            window.choose_language(language)
            for screen in SCREENS:
                window.show_screen(screen)
                settle(qapp)
                faults[f"{screen} {language} {zoom}"] = clipped(window)[0]
            for name in ("forms", "forget", "picker", "reveal", "round", "new"):
                dialog = dialogs()[name](window)
                qtbot.addWidget(dialog)
                dialog.show()
                settle(qapp)
                faults[f"{name} {language} {zoom}"] = clipped(dialog)[0]
                if name == "picker":
                    assert_box_beside_text(dialog, window.theme)
                dialog.close()
    assert {where: found for where, found in faults.items() if found} == {}


class _Painted(QWidget):
    """A text that a painter of ours cuts off."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_text(painter, QRectF(0, 0, 60, 20), "een lange naam van een discipline", self.font(), self.palette().text().color())


def test_what_is_cut_off_is_found(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    low = QLabel("Een zin die over meer regels loopt dan er plaats is", window)
    low.setWordWrap(True)
    low.setGeometry(0, 0, 100, 20)
    tight = QPushButton("Alles vastleggen en sluiten", window)
    tight.setGeometry(0, 30, 60, 34)
    choice = QComboBox(window)
    choice.addItem("Digitale toegankelijkheid")
    choice.setGeometry(0, 70, 80, 34)
    beside = QPushButton("Ernaast", window)
    beside.setGeometry(360, 110, 100, 34)
    painted = _Painted(window)
    painted.setGeometry(0, 150, 60, 20)
    menus = QMenuBar(window)
    for name in ("Bestand", "Bewerken", "Gesprek"):
        menus.addMenu(name)
    menus.setGeometry(100, 0, 120, 24)
    rows = QListWidget(window)
    rows.addItems(["een", "twee"])
    rows.setGeometry(0, 180, 100, 8)
    cut = OneLine(theme)
    cut.setParent(window)
    cut.setText("Een titel die in een tooltip in zijn geheel staat")
    cut.setGeometry(0, 200, 80, 20)
    window.show()
    faults, told, picture = clipped(window)
    wanted = ("'Een zin", "'Alles vast", "'Digitale", "'Ernaast' sticks out", "told nowhere: 'een lange naam", "no room for [", "no row")
    for what in wanted:
        assert [each for each in faults if what in each], what
    assert len(faults) == 7
    assert told == [cut.text()]
    assert picture.size() == window.size()
    painted.setToolTip("Een lange naam van een discipline")
    assert len(clipped(window)[0]) == 6
