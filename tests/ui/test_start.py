"""The start: recent sessions that may be gone or broken, templates, and the dialog that makes a session."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.file_names import file_name
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Platform, Session, Value
from kanaalwaarden.ui.new_session import NewSessionDialog
from kanaalwaarden.ui.start import EMPTY, Recent, RecentModel, StartScreen
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.workspace import Changed, Workspace

OPENED = Changed(frozenset({"opened"}))
Start = Callable[[Sequence[Path]], tuple[StartScreen, list[tuple[str, object]]]]


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    install_fonts()
    made = Workspace(Labels(paths.read_json("labels/nl.json")))
    yield made
    assert made.close() is None


@pytest.fixture
def start(qtbot: QtBot, workspace: Workspace) -> Start:
    def make(recents: Sequence[Path]) -> tuple[StartScreen, list[tuple[str, object]]]:
        asked: list[tuple[str, object]] = []
        screen = StartScreen(workspace, Theme.load(), lambda: recents)
        qtbot.addWidget(screen)
        screen.go.connect(lambda name, what: asked.append((name, what)))
        screen.resize(1280, 694)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.enter(None)
        qtbot.waitUntil(lambda: not screen._reading.isActive())
        return screen, asked

    return make


def session_file(workspace: Workspace, path: Path, title: str) -> Path:
    assert workspace.new(path, Session()) is None
    workspace.set_case(title=title, organisation="Gemeente Waterrijk")
    for kind, name in ((Value, "Privacy"), (Platform, "X"), (Discipline, "griffie")):
        assert workspace.add(kind, name) is None
    assert workspace.close() is None
    return path


def test_recent_sessions_and_what_became_of_them(start: Start, workspace: Workspace, tmp_path: Path) -> None:
    nasty = '<b>&"=1+1 שלום 👩‍👩‍👧'
    sound = session_file(workspace, tmp_path / "goed.kanaal", nasty)
    broken = tmp_path / "stuk.kanaal"
    broken.write_bytes(b"SQLite format 3\0 maar dan niet")
    gone = tmp_path / "weg.kanaal"
    screen, asked = start([sound, broken, gone, paths.examples() / "gemeente-waterrijk-fictief.json"])
    lines = screen.model.lines
    assert [line.state for line in lines] == ["", "broken", "gone", ""]
    assert lines[0].title == nasty
    assert lines[0].organisation == "Gemeente Waterrijk"
    assert lines[0].changed.startswith("today ")
    assert lines[2].phase == "not found"
    screen.grab()
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert asked == [("open", sound)]


def test_a_gone_file_is_said_to_be_gone_and_taken_off_the_list(start: Start, tmp_path: Path) -> None:
    gone = tmp_path / "weg.kanaal"
    files = [gone]
    screen, asked = start(files)
    told: list[str] = []
    screen.status.connect(lambda text, _hint: told.append(text))
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert asked == []
    assert "weg.kanaal" in told[0]
    screen.go.connect(lambda name, what: files.clear() if name == "forget" else None)
    QTest.keyClick(screen.list, Qt.Key.Key_Delete)
    assert asked == [("forget", gone)]
    assert screen.model.lines == []
    assert screen.empty.isVisible()
    assert not screen.forget_button.isVisible()


def test_every_session_in_a_folder_stands_in_one_list(start: Start, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    recent = session_file(workspace, tmp_path / "onlangs.kanaal", "Onlangs")
    folder = tmp_path / "gemeenten"
    folder.mkdir()
    for name in ("Zutphen", "aalten", "Éénhoven", "Franeker 10", "Franeker 9"):
        session_file(workspace, folder / f"{name}.kanaal", f"Kanalen van {name}")
    (folder / "stuk.KANAAL").write_bytes(b"niets")
    (folder / ".~tijdelijk.kanaal").write_bytes(b"")
    (folder / "nota.pdf").write_bytes(b"")
    screen, asked = start([recent])
    QTest.keyClick(screen.folder_button, Qt.Key.Key_Space)
    assert asked == [("folder", None)]
    screen.show_folder(folder)
    qtbot.waitUntil(lambda: not screen._reading.isActive())
    assert [line.title for line in screen.model.lines] == [
        "Kanalen van aalten", "Kanalen van Éénhoven", "Kanalen van Franeker 9", "Kanalen van Franeker 10", "stuk", "Kanalen van Zutphen",
    ]  # fmt: skip
    assert screen.model.lines[4].state == "broken"
    assert screen.heading.text() == "6 session(s) in gemeenten"  # no translation is loaded here
    assert screen.list.hasFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_Delete)  # takes a line off the recent ones; a folder holds what it holds
    assert not screen.forget_button.isVisible()
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert asked[1:] == [("open", folder / "aalten.kanaal")]
    QTest.keyClick(screen.recent_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not screen._reading.isActive())
    assert [line.title for line in screen.model.lines] == ["Onlangs"]
    assert screen.heading.text() == "Recent sessions"
    screen.show_folder(tmp_path / "weg")
    assert screen.empty.isVisible()
    assert "no session in this folder" in screen.empty.text()


def test_without_recent_sessions_work_starts_at_the_first_button(start: Start) -> None:
    screen, asked = start([])
    assert screen.empty.isVisible()
    assert screen.new_button.hasFocus()
    QTest.keyClick(screen.new_button, Qt.Key.Key_Space)
    QTest.keyClick(screen.open_button, Qt.Key.Key_Space)
    assert asked == [("new", ""), ("open", None)]


def test_templates_and_examples_are_buttons(start: Start) -> None:
    screen, asked = start([])
    for card in screen.cards:
        assert card.accessibleName()
        QTest.keyClick(card, Qt.Key.Key_Space)
    shipped = sorted(file.stem for file in (paths.resources() / "templates").glob("*.json"))
    assert asked == [("new", name) for name in (*shipped, EMPTY)]
    asked.clear()
    screen.examples[0].click()
    assert asked == [("open", paths.examples() / "gemeente-waterrijk-fictief.json")]


def test_at_most_twelve_files_are_read(start: Start, tmp_path: Path) -> None:
    screen, _ = start([tmp_path / f"{number}.kanaal" for number in range(30)])
    assert len(screen.model.lines) == 12


def test_nothing_is_wider_than_a_small_window(start: Start, qtbot: QtBot) -> None:
    screen, _ = start([paths.examples() / "provincie-utrecht-2025.json"])
    screen.resize(683, 486)
    qtbot.wait(20)
    page = screen._page
    inner = page.widget()
    assert inner is not None
    assert inner.width() <= page.viewport().width()
    assert all(card.geometry().right() < inner.width() for card in screen.cards)


def test_the_model_keeps_to_the_rules(qtbot: QtBot) -> None:
    model = RecentModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_lines([Recent(Path("a"), "a"), Recent(Path("b"), "b")])
    model.put(Recent(Path("b"), "beter"))
    assert model.data(model.index(1)) == "beter"
    model.show_lines([])
    assert tester is not None


# The dialog


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Callable[[str], NewSessionDialog]:
    def make(template: str) -> NewSessionDialog:
        made = NewSessionDialog(None, Theme.load(), workspace, tmp_path, template)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_from_a_template(dialog: Callable[[str], NewSessionDialog], tmp_path: Path) -> None:
    asked = dialog("quickscan")
    QTest.keyClicks(asked.title_field, "Blijven we op X?")
    QTest.keyClicks(asked.organisation_field, "Gemeente Waterrijk")
    QTest.keyClick(asked.title_field, Qt.Key.Key_Return)
    assert asked.made is not None
    path, session = asked.made
    assert path == tmp_path / "Blijven we op X.kanaal"
    assert not path.exists()
    assert (session.case.title, session.case.organisation) == ("Blijven we op X?", "Gemeente Waterrijk")
    assert len(session.values) == 4


def test_empty_with_a_scale(dialog: Callable[[str], NewSessionDialog]) -> None:
    asked = dialog(EMPTY)
    assert asked.scale.isVisible()
    asked.scale.show_key("tweezijdig")
    asked.title_field.setText("Leeg")
    asked.accept()
    assert asked.made is not None
    session = asked.made[1]
    assert session.case.scale == "tweezijdig"
    assert not session.values
    assert not session.platforms


def test_from_an_earlier_session(
    dialog: Callable[[str], NewSessionDialog], workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / "eerder.kanaal"
    assert workspace.new(earlier, workspace.peek(paths.examples() / "gemeente-waterrijk-fictief.json")) is None
    workspace.update(workspace.session.disciplines[0], people="J. de Vries")
    assert workspace.close() is None
    asked = dialog("earlier")
    asked.title_field.setText("Weer")
    asked.accept()
    assert asked.isVisible()  # no file was chosen yet
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(earlier), ""))
    asked.pick.click()
    asked.accept()
    assert asked.made is not None
    session = asked.made[1]
    assert session.case.title == "Weer"
    assert session.case.organisation == "Gemeente Waterrijk (fictief)"
    assert len(session.disciplines) == 9
    assert not session.ratings
    assert not any(each.people for each in session.disciplines)


def test_what_is_wrong_is_told_under_the_field(
    dialog: Callable[[str], NewSessionDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = dialog("")
    asked.accept()
    assert asked.title_field.property("danger")
    asked.title_field.setText("x" * 300)
    asked.accept()
    assert asked.title_field.property("danger")
    assert asked.made is None
    there = tmp_path / "er al.kanaal"
    there.write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(there), ""))
    asked.title_field.setText("Goed")
    asked.change.click()
    asked.accept()
    assert asked.made is None
    assert any("er al" in each.text() for each in asked.findChildren(QLabel) if each.property("ink") == "danger")


def test_a_free_name_is_found(dialog: Callable[[str], NewSessionDialog], tmp_path: Path) -> None:
    (tmp_path / "Zelfde.kanaal").touch()
    asked = dialog("")
    asked.title_field.setText("Zelfde")
    assert asked.path == tmp_path / "Zelfde 2.kanaal"


def test_ask_gives_nothing_when_cancelled(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NewSessionDialog, "exec", lambda self: int(NewSessionDialog.DialogCode.Rejected))
    assert NewSessionDialog.ask(None, Theme.load(), workspace, tmp_path, "") is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sociale media 2026", "Sociale media 2026"),
        ("Wel/niet: X? *nu* <b>", "Wel niet X nu b"),
        ("CON", "sessie CON"),
        ("aux.txt", "sessie aux.txt"),
        ("einde. . ", "einde"),
        ("...", "sessie"),
        ("", "sessie"),
        ("a\u202eb\x00c", "abc"),
        ("שלום", "שלום"),
        ("é" * 300, "é" * 80),
    ],
)
def test_a_title_becomes_a_file_name_that_windows_takes(title: str, name: str, tmp_path: Path) -> None:
    made = file_name(title, "sessie", ".kanaal")
    assert made == f"{name}.kanaal"
    (tmp_path / made).touch()


def test_a_file_that_is_gone_is_refused_by_name(workspace: Workspace, tmp_path: Path) -> None:
    """The screen tells 'gone' from 'broken' by this key."""
    with pytest.raises(Refused) as refused:
        workspace.peek(tmp_path / "weg.kanaal")
    assert refused.value.key == "file_missing"
