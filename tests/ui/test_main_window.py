"""The window as a whole: files in and out, phases, look and language, trouble."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRect, QStandardPaths, Qt, QTranslator, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Discipline
from kanaalwaarden.store.session_file import read_session
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.screens import SCREENS
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.start import StartScreen
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import install_fonts
from kanaalwaarden.ui.widgets import TYPING_MS
from kanaalwaarden.ui.workspace import Workspace
from tests.ui.conftest import example

EXAMPLE = paths.examples() / "gemeente-waterrijk-fictief.json"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What people were told, instead of a dialog that waits for them."""
    sentences: list[str] = []

    def tell(parent: object, theme: object, labels: Callable[..., str], problem: Refused, ways: object = ()) -> None:
        sentences.append(labels.problem(problem))  # type: ignore[attr-defined]

    monkeypatch.setattr(ProblemDialog, "tell", tell)
    return sentences


def test_the_start_without_a_session(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.current.NAME == "start"
    window.show_screen("overview")
    assert window.current.NAME == "start"
    assert window.windowTitle() == "Kanaalwaarden"
    for documents in (tmp_path / "er niet", None):  # a fresh account may have no such folder yet, and a first session all the same
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _, at=documents: str(at or ""))
        assert window._folder().is_dir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    assert window._folder() == tmp_path


class WindowsShown(QObject):
    """Which windows came up, while this is the application's event filter."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_a_screen_is_built_when_it_is_first_shown_and_nothing_flashes(window: MainWindow, qapp: QApplication) -> None:
    """A part that is shown before it has a parent is a window for a moment, and takes the keyboard away."""
    assert list(window.screens) == ["start"]
    window.begin(EXAMPLE)
    window.activateWindow()
    shown = WindowsShown()
    qapp.installEventFilter(shown)
    for name in SCREENS[1:]:
        window.show_screen(name)
        qapp.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None, name
        assert window.current.isAncestorOf(focus), name
    qapp.removeEventFilter(shown)
    assert shown.kinds == []
    assert tuple(sorted(window.screens)) == tuple(sorted(SCREENS))


def test_an_example_opens_read_only_on_the_overview(window: MainWindow) -> None:
    window.begin(EXAMPLE)
    assert window.current.NAME == "overview"
    assert window._quiet_band.isVisible()
    assert "Alleen-lezen" in window._quiet_band.sentence.text()
    assert not window._undo.isEnabled()


def test_a_copy_of_the_example_can_be_worked_in(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.begin(EXAMPLE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kopie"), ""))
    window.save_copy()
    path = tmp_path / "kopie.kanaal"
    assert window.workspace.path == path
    assert not window._quiet_band.isVisible()
    assert window.settings.recent() == [path]
    window.workspace.rate(1, "privacy", "x", "transparantie", "geen")
    assert window._undo.text() == "&Ongedaan maken: oordeel"
    assert window._kept.text().startswith("Alles vastgelegd om ")
    window.close()
    found = read_session(path).rating(1, "privacy", "x", "transparantie")
    assert found is not None
    assert found.effect == "geen"


@pytest.mark.parametrize("from_example", [True, False])
def test_a_copy_never_replaces_a_file_that_nobody_was_asked_about(
    window: MainWindow, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_example: bool
) -> None:
    other = tmp_path / "kopie.kanaal"
    other.write_text("van iemand anders")
    if from_example:
        window.begin(EXAMPLE)
    else:
        assert window.workspace.new(tmp_path / "proef.kanaal", example()) is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kopie"), ""))
    window.save_copy()
    assert told == [f"Het bestand {other} bestaat al en wordt niet overschreven."]
    assert other.read_text() == "van iemand anders"


def test_a_copy_of_the_example_over_a_session_that_is_open_elsewhere(
    window: MainWindow, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "open.kanaal"
    elsewhere = Workspace(window.workspace.labels)
    assert elsewhere.new(path, example()) is None
    before = path.read_bytes()
    window.begin(EXAMPLE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.save_copy()
    assert [text.partition(" (")[0] for text in told] == ["open.kanaal is al open in een ander venster op deze computer"]
    assert path.read_bytes() == before
    assert elsewhere.close() is None


def test_a_copy_of_a_file_that_cannot_be_written_is_opened(
    window: MainWindow, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = tmp_path / "proef.kanaal", tmp_path / "kopie.kanaal"
    assert window.workspace.new(path, example()) is None
    assert window.workspace.show_start() is None
    monkeypatch.setattr("os.access", lambda found, *_: Path(found) != path)  # root may write everywhere
    window.open_file(path)
    assert window._quiet_band.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    window.save_copy()
    assert told == []
    assert window.workspace.path == copy
    assert not window._quiet_band.isVisible()


def test_what_a_crash_left_is_taken_up_again_without_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    install_fonts()
    first = MainWindow(Settings())
    qtbot.addWidget(first)
    assert first.workspace.new(tmp_path / "sessie.kanaal", example()) is None
    first.workspace.rate(1, "privacy", "x", "transparantie", "geen")
    first.workspace.abandon()
    second = MainWindow(Settings())
    qtbot.addWidget(second)
    second.show()
    second.begin(None)
    found = second.workspace.session.rating(1, "privacy", "x", "transparantie")
    assert found is not None
    assert found.effect == "geen"
    second.workspace.show_start()


@pytest.mark.parametrize("name", ["geen.kanaal", "fout.kanaal", "fout.json"])
def test_a_bad_file_gets_one_sentence_and_what_is_open_stays(window: MainWindow, told: list[str], tmp_path: Path, name: str) -> None:
    window.begin(EXAMPLE)
    if name.startswith("fout"):
        (tmp_path / name).write_bytes(b"dit is geen sessie")
    window.open_file(tmp_path / name)
    assert len(told) == 1
    assert "\n" not in told[0]
    assert window.workspace.path == EXAMPLE.absolute()


def test_a_dropped_file_opens(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(EXAMPLE))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.workspace.path == EXAMPLE.absolute())


def test_a_csv_with_faults_takes_nothing_in(window: MainWindow, told: list[str], tmp_path: Path) -> None:
    assert window.workspace.new(tmp_path / "sessie.kanaal", example()) is None
    file = tmp_path / "oordelen.csv"
    file.write_text("ronde;discipline;platform;waarde;effect\n1;privacy;X;Transparantie;geen\n1;privacy;Hyves;Transparantie;geen\n")
    before = window.workspace.session.ratings
    window.open_file(file)
    assert "Regel 3: platform 'Hyves' staat niet in deze sessie." in told[0]
    assert window.workspace.session.ratings == before
    file.write_text("ronde;discipline;platform;waarde;effect\n1;privacy;X;Transparantie;geen_oordeel\n")
    window.open_file(file)
    found = window.workspace.session.rating(1, "privacy", "x", "transparantie")
    assert found is not None
    assert found.effect == "geen_oordeel"
    assert window._status.text() == "1 oordeel ingelezen."


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast", "system"])
def test_another_look_keeps_session_and_screen(window: MainWindow, scheme: str) -> None:
    window.begin(EXAMPLE)
    window.show_screen("discuss")
    window.choose_scheme(scheme)
    assert window.current.NAME == "discuss"
    assert window.workspace.path == EXAMPLE.absolute()
    for step in (1, 1, -1, 0):
        window.zoom(step)
    assert window.theme.zoom == 1.0


def test_another_language_changes_every_screen(window: MainWindow) -> None:
    window.begin(EXAMPLE)
    window.choose_language("en")
    assert window._quiet_band.sentence.text().startswith("Read-only")
    assert window.workspace.labels.language == "en"
    window.choose_language("nl")
    assert window._quiet_band.sentence.text().startswith("Alleen-lezen")


def test_trouble_is_said_and_goes_away(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    assert window.workspace.new(folder / "sessie.kanaal", example()) is None
    folder.rename(tmp_path / "weg")
    window.workspace.rate(1, "privacy", "x", "transparantie", "geen")
    window.workspace.snapshot()
    assert window._trouble_band.isVisible()
    assert "de map bestaat niet" in window._trouble_band.sentence.text()
    (tmp_path / "weg").rename(folder)
    window.workspace.snapshot()
    assert not window._trouble_band.isVisible()


@pytest.mark.parametrize(("width", "rail"), [(1280, "rail_compact"), (1920, "rail"), (683, "rail_icons")])
def test_the_rail_fits_the_window(window: MainWindow, width: int, rail: str) -> None:
    window.begin(EXAMPLE)
    window.resize(width, 512)
    QApplication.processEvents()
    assert window._rail.width() == round(window.theme.size(rail))


def test_undo_takes_back_what_is_being_typed_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    assert window.workspace.new(tmp_path / "proef.kanaal", session) is None
    assert window.workspace.add(Discipline, "juist gekomen") is None
    added = window.workspace.session.disciplines[-1].id
    window.show_screen("rate", added)
    rate = window.screens["rate"]
    assert isinstance(rate, RateScreen)
    rate.reason.setFocus()
    qtbot.keyClicks(rate.reason, "half getypt")
    window._undo.trigger()
    assert window.workspace.session.get(Discipline, (added,)) is not None
    assert not [each for each in window.workspace.session.ratings if each.discipline == added]
    window._undo.trigger()
    assert window.workspace.session.get(Discipline, (added,)) is None


def test_a_text_for_a_removed_discipline_leaves_the_file_sound(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "proef.kanaal"
    assert window.workspace.new(path, example()) is None
    window.show_screen("rate")
    rate = window.screens["rate"]
    assert isinstance(rate, RateScreen)
    gone = window.workspace.session.get(Discipline, (rate.discipline_id,))
    assert gone is not None
    rate.reason.setFocus()
    qtbot.keyClicks(rate.reason, "half getypt")
    assert window.workspace.remove(gone) is None
    qtbot.wait(TYPING_MS + 100)
    assert "half getypt" not in rate.reason.toPlainText()
    assert "net is weggehaald" in window._status.text()
    assert window.workspace.show_start() is None
    assert len(read_session(path).disciplines) == 8


def test_enter_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(window, "new_session", asked.append)
    start = window.screens["start"]
    assert isinstance(start, StartScreen)
    for each in (start.new_button, *start.cards):
        each.setFocus()
        qtbot.keyClick(each, Qt.Key.Key_Return)
    assert asked[0] == ""
    assert "gemeente" in asked
    assert len(asked) == 1 + len(start.cards)


def test_a_csv_without_a_session_says_what_to_open(window: MainWindow, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "oordelen.csv"
    path.write_text("ronde;discipline;platform;waarde;effect\n", encoding="utf-8")
    window.open_file(path)
    assert told == [f"{path} is een CSV-bestand met oordelen. Open eerst de sessie waar die bij horen."]
    assert not window.workspace.is_open


def test_qts_own_file_dialog_is_dutch_as_well(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.show()
    words = {each.text().replace("&", "") for each in [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]}
    assert {"Zoeken in:", "Bestandsnaam:", "Bestandstype:", "Opslaan", "Annuleren"} <= words
    dialog.close()


def test_a_new_look_leaves_nothing_of_the_old_one(window: MainWindow) -> None:
    window.begin(EXAMPLE)

    def counted() -> list[int]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return [len(window.findChildren(kind)) for kind in (QTranslator, QObject)]

    looks = []
    for language in ("en", "nl", "nl"):
        window.choose_language(language)
        looks.append(counted())
    assert looks[1] == looks[2]
    assert looks[2][0] <= 3, "its own texts, Qt's, and what Qt's lack"


def test_the_window_comes_back_where_it_was_and_on_a_display_that_is_there(qtbot: QtBot, qapp: QApplication) -> None:
    install_fonts()
    settings = Settings()
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.setGeometry(60, 70, 700, 500)
    first.show()
    first.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    assert again.geometry() == QRect(60, 70, 700, 500)
    again.setGeometry(9_000, 7_000, 700, 500)  # as on a second display, which is gone the next day
    settings.put_geometry(again.saveGeometry())
    back = MainWindow(settings)
    qtbot.addWidget(back)
    back.show()
    qapp.processEvents()
    room = qapp.primaryScreen().availableGeometry()
    assert room.intersects(back.frameGeometry())
    assert room.contains(back.geometry().topLeft())
    assert room.width() - back.x() >= 300
