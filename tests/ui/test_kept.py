"""What is kept, on screen: who has a session open, earlier versions, a damaged file, and names that go for good."""

import datetime
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Publication
from kanaalwaarden.store import backups, lock
from kanaalwaarden.store.session_file import read_session
from kanaalwaarden.store.versions import earlier
from kanaalwaarden.ui.earlier import EarlierDialog
from kanaalwaarden.ui.forget import ForgetDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.tell import ProblemDialog, Way
from tests.ui.conftest import example

NAME = "Zeger Quispel"


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    """A session that was made, changed and closed."""
    path = tmp_path / "zaak.kanaal"
    assert window.workspace.new(path, example()) is None
    window.workspace.update(window.workspace.session.disciplines[0], people=NAME)
    window.workspace.set_case(aim=f"Zoals {NAME} zei")
    window.close_session()
    return path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, object]]]:
    """What people were told, with what they were offered to do."""
    found: list[tuple[str, dict[str, object]]] = []

    def tell(_parent: object, _theme: object, _labels: object, problem: Refused, ways: Sequence[Way] = ()) -> None:
        found.append((problem.key, dict(ways)))

    monkeypatch.setattr(ProblemDialog, "tell", tell)
    return found


def hold(path: Path) -> None:
    plain = {"who": "collega", "where": "PC-0042", "since": "2026-11-14T09:31:00+01:00"}
    lock.lock_path(path).write_text(json.dumps(plain), encoding="utf-8")


def answer(monkeypatch: pytest.MonkeyPatch, save_as: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(save_as), ""))


# Who has it


def test_a_session_that_a_colleague_has_opens_to_read(window: MainWindow, path: Path) -> None:
    hold(path)
    window.open_file(path)
    assert window.workspace.read_only
    assert not window._quiet_band.isVisible()
    assert window._held_band.isVisible()
    assert "collega heeft" in window._held_band.sentence.text()
    refused = window.workspace.set_case(aim="Toch")
    assert refused is not None
    assert refused.key == "session_held"


def test_it_opens_to_work_in_as_soon_as_it_is_free(window: MainWindow, path: Path) -> None:
    hold(path)
    window.open_file(path)
    window.workspace.look_again()
    assert window.workspace.read_only
    lock.lock_path(path).unlink()
    window.workspace.look_again()
    assert not window.workspace.read_only
    assert not window._held_band.isVisible()
    assert window.workspace.set_case(aim="Weer") is None
    assert not window.workspace._held_timer.isActive()


@pytest.mark.parametrize("go", [True, False])
def test_taking_over_is_asked(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, go: bool) -> None:
    hold(path)
    window.open_file(path)

    def choose(box: QMessageBox) -> int:
        assert "collega" in box.text()
        assert "beide versies" in box.informativeText()
        box.buttons()[0 if go else 1].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    window._held_band.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert window.workspace.read_only is not go


def test_a_second_window_says_so_and_opens_when_the_first_closes(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_file(path)
    second = MainWindow(Settings())
    qtbot.addWidget(second)
    second.show()
    second.open_file(path)
    assert second.workspace.read_only
    assert "ander venster" in second._quiet_band.sentence.text()
    window.close_session()
    second.workspace.look_again()
    assert not second.workspace.read_only
    second.workspace.show_start()


# Earlier versions


def test_an_earlier_version_becomes_a_file_that_is_opened(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(path)
    window.workspace.set_case(title="Later")
    window.close_session()
    window.open_file(path)
    shown: list[str] = []

    def choose(dialog: EarlierDialog) -> int:
        shown.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.list.setCurrentRow(1)
        dialog.take.click()
        return dialog.result()

    monkeypatch.setattr(EarlierDialog, "exec", choose)
    answer(monkeypatch, tmp_path / "terug.kanaal")
    window.show_earlier()
    assert len(shown) == 2
    assert all(text.startswith("vandaag, ") for text in shown)
    assert window.workspace.path == tmp_path / "terug.kanaal"
    assert window.workspace.session.case.title == example().case.title
    assert read_session(path).case.title == "Later"


def test_no_earlier_versions_says_so(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    dialog = EarlierDialog(window, window.theme, window.workspace.labels, [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert not dialog.take.isEnabled()
    dialog._choose()
    assert dialog.backup is None


def test_an_older_day_is_in_words(window: MainWindow, path: Path) -> None:
    (kept, *_) = earlier(path)
    at = datetime.datetime(2025, 3, 2, 11, 5).astimezone(datetime.UTC)
    dialog = EarlierDialog(window, window.theme, window.workspace.labels, [backups.Backup(kept.path, at, kept.mark)])
    assert dialog.list.item(0).text() == "2 maart 2025, 11:05"


# A damaged file


def test_a_damaged_file_offers_what_can_be_done(
    window: MainWindow, path: Path, tmp_path: Path, told: list[tuple[str, dict[str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    window.open_file(path)
    ((key, ways),) = told
    assert key == "session_damaged"
    assert list(ways) == ["Een eerdere versie zoeken…", "Openen wat leesbaar is, als nieuw bestand…"]
    answer(monkeypatch, tmp_path / "gered.kanaal")
    ways["Openen wat leesbaar is, als nieuw bestand…"]()  # type: ignore[operator]
    assert window.workspace.path == tmp_path / "gered.kanaal"
    assert told[-1][0] in ("opened_in_part", "opened_whole")
    assert window.workspace.session.disciplines
    assert path.read_bytes() == data[: len(data) * 2 // 3]


def test_a_file_that_is_gone_offers_an_earlier_version(
    window: MainWindow, path: Path, told: list[tuple[str, dict[str, object]]]
) -> None:
    path.unlink()
    window.open_file(path)
    assert list(told[0][1]) == ["Een eerdere versie zoeken…"]
    window.open_file(path.with_name("nooit.kanaal"))
    assert told[1] == ("file_missing", {})


def test_the_dialog_does_what_was_chosen(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def press(dialog: QDialog) -> int:
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "Doe iets").click()
        return dialog.result()

    monkeypatch.setattr(ProblemDialog, "exec", press)
    ProblemDialog.tell(window, window.theme, window.workspace.labels, Refused("disk_full"), [("Doe iets", lambda: done.append("ja"))])
    assert done == ["ja"]


# Names


def test_names_go_for_good(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_file(path)
    dialog = ForgetDialog(window, window.theme, window.workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    ticked = {item.text(): item.checkState() is Qt.CheckState.Checked for item in map(dialog.list.item, range(dialog.list.count()))}
    assert ticked[NAME]
    assert ticked["bestuurssecretariaat"] is False
    assert "communicatie" not in ticked  # a discipline
    assert not dialog.go.isEnabled()
    dialog.sure.setChecked(True)
    assert dialog.go.isEnabled()
    dialog.more.setPlainText("Iemand Anders\n\n")
    assert dialog.names()[-1] == "Iemand Anders"
    dialog.go.click()
    assert dialog.forgotten == len(dialog.names())
    assert window.workspace.session.case.aim == "Zoals [naam verwijderd] zei"
    assert window.workspace.undo_label == ""
    window.close_session()
    assert NAME.encode() not in path.read_bytes()
    assert all(NAME.encode() not in each.path.read_bytes() for each in earlier(path))


def test_a_name_that_is_not_ticked_stays(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_file(path)
    dialog = ForgetDialog(window, window.theme, window.workspace)
    qtbot.addWidget(dialog)
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.sure.setChecked(True)
    assert not dialog.go.isEnabled()


def test_names_that_stay_too_long_are_warned_about(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_file(path)
    assert not window._names_band.isVisible()
    window.workspace.fill(Publication, (1,), names_until="2020-03")
    assert window._names_band.isVisible()
    assert window._names_band.sentence.text() == "Namen van personen zouden tot maart 2020 in deze sessie bewaard blijven."
    window.workspace.fill(Publication, (1,), names_until="2999")
    assert not window._names_band.isVisible()
    window.workspace.fill(Publication, (1,), names_until="2020-03-02")
    window.close_session()
    assert not window._names_band.isVisible()
    window.open_file(path)
    assert window._names_band.isVisible()
    teams = "bestuurssecretariaat\ngebiedsmakelaar\ngemeentesecretaris\ncollege van burgemeester en wethouders"
    window.workspace.fill(Publication, (1,), bodies=teams)
    left = [name for name in window.workspace.names() if name != NAME]
    window.workspace.fill(Publication, (1,), bodies="\n".join([teams, *left]))
    monkeypatch.setattr(ForgetDialog, "exec", lambda dialog: (dialog.sure.setChecked(True), dialog.go.click(), dialog.result())[-1])
    window.forget_names()
    assert not window._names_band.isVisible()
    assert "definitief verwijderd" in window._status.text()
