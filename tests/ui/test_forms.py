"""Forms in the window: made in one go, read with a report, conflicts decided by a person, and nothing shown while a round is blind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.ballot import Given
from kanaalwaarden.core.model import Form, Session
from kanaalwaarden.ui.forms import CHECKED, MakeFormsDialog, MergeDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.paper import PaperDialog
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.workspace import Workspace
from tests.ballots.filling import fill
from tests.samples import grid

Opener = Callable[[Session], Workspace]


def dialog(qtbot: QtBot, workspace: Workspace, files: list[Path]) -> MergeDialog:
    install_fonts()
    told = workspace.reading_forms(files)()
    made = MergeDialog(None, Theme.load(), workspace, told)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def forms(workspace: Workspace, folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    assert workspace.make_forms(folder, "xlsx") == len(workspace.session.disciplines)
    return sorted(folder.iterdir())


def test_all_forms_in_one_go(qtbot: QtBot, open_workspace: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_fonts()
    workspace = open_workspace(grid(2, 2, 3))
    made = MakeFormsDialog(None, Theme.load(), workspace)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    folder = tmp_path / "formulieren"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    made._make()
    assert made.made == 3
    assert [each.name[:2] for each in sorted(folder.iterdir())] == ["01", "02", "03"]
    assert len(workspace.session.tables[Form.TABLE]) == 3
    made._make()
    assert made.problem.text(), "what is there is not replaced unasked"
    keys = {each.key for each in workspace.session.tables[Form.TABLE].values()}
    made.replace.setChecked(True)
    made._make()
    assert {each.key for each in workspace.session.tables[Form.TABLE].values()} == keys


def test_forms_come_in_and_one_undo_takes_them_out(qtbot: QtBot, open_workspace: Opener, tmp_path: Path) -> None:
    workspace = open_workspace(grid(1, 2, 2))
    files = forms(workspace, tmp_path / "f")
    for path in files:
        path.write_bytes(fill(path.read_bytes(), workspace.session, {("p1", "w1"): Given("veel", "Omdat"), ("p2", "w1"): Given("geen")}))
    made = dialog(qtbot, workspace, [tmp_path / "f"])
    assert made.forms.topLevelItemCount() == 2
    assert not made.cells.isVisible()
    assert workspace.session.answers(1, "d1") == 0
    made.take.click()
    assert made.problem is None
    assert workspace.session.answers(1, "d1") == workspace.session.answers(1, "d2") == 2
    workspace.undo()
    assert workspace.session.answers(1, "d1") == 0


def test_conflicts_stand_side_by_side_and_the_session_counts_unless_chosen(qtbot: QtBot, open_workspace: Opener, tmp_path: Path) -> None:
    workspace = open_workspace(grid(1, 2, 2, blind=False))
    files = forms(workspace, tmp_path / "f")[:1]
    given = {("p1", "w1"): Given("veel", "van het formulier"), ("p2", "w1"): Given("geen")}
    files[0].write_bytes(fill(files[0].read_bytes(), workspace.session, given))
    workspace.rate(1, "d1", "p1", "w1", "matig")
    workspace.rate(1, "d1", "p2", "w1", "matig")
    made = dialog(qtbot, workspace, files)
    assert made.cells.isVisible()
    texts = [made.cells.topLevelItem(row).text(2) for row in range(2)]  # type: ignore[union-attr]
    assert any("van het formulier" in text for text in texts)
    made._choices[0, "p1", "w1"].setCurrentIndex(1)
    made.take.click()
    found = [workspace.session.rating(1, "d1", each, "w1") for each in ("p1", "p2")]
    assert [each.effect for each in found if each] == ["veel", "matig"]
    assert workspace.session.tables[Form.TABLE]["d1",].from_form == 1


def test_while_a_round_is_blind_no_answer_is_shown(qtbot: QtBot, open_workspace: Opener, tmp_path: Path) -> None:
    workspace = open_workspace(grid(1, 1, 2))
    files = forms(workspace, tmp_path / "f")
    files[0].write_bytes(fill(files[0].read_bytes(), workspace.session, {("p1", "w1"): Given("veel", "GEHEIM")}))
    workspace.rate(1, "d1", "p1", "w1", "geen")
    made = dialog(qtbot, workspace, files[:1])
    item = made.cells.topLevelItem(0)
    assert item is not None
    shown = " ".join(item.text(column) for column in range(4)) + made.forms.topLevelItem(0).text(0)  # type: ignore[union-attr]
    assert "veel" not in shown
    assert "GEHEIM" not in shown
    assert "geen" not in shown.replace("geen oordeel", "")


def test_two_forms_of_one_discipline_wait_for_a_choice(qtbot: QtBot, open_workspace: Opener, tmp_path: Path) -> None:
    workspace = open_workspace(grid(1, 1, 2))
    files = forms(workspace, tmp_path / "f")
    data = fill(files[0].read_bytes(), workspace.session, {("p1", "w1"): Given("veel")})
    twin = tmp_path / "tweede.xlsx"
    files[0].write_bytes(data)
    twin.write_bytes(data)
    made = dialog(qtbot, workspace, [files[0], twin])
    assert not made.take.isEnabled()
    made._items[0].setCheckState(0, CHECKED)
    assert made.take.isEnabled()
    made._items[1].setCheckState(0, CHECKED)
    assert not made.take.isEnabled()


# Paper


def paper(qtbot: QtBot, workspace: Workspace) -> PaperDialog:
    install_fonts()
    made = PaperDialog(None, Theme.load(), workspace)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def type_cell(made: PaperDialog, digit: str, reason: str = "") -> None:
    made.answer.setFocus()
    QTest.keyClicks(made.answer, digit)
    QTest.keyClick(made.answer, Qt.Key.Key_Return)
    QTest.keyClicks(made.reason, reason)
    QTest.keyClick(made.reason, Qt.Key.Key_Return)


def test_a_paper_form_is_typed_in_with_digits_and_enter(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(grid(1, 3, 2))
    made = paper(qtbot, workspace)
    made.kind.show_key("feit")
    made.condition.setText("Mits dit")
    for digit, reason in (("1", "Geteld"), ("3", "Omdat"), ("4", "")):
        type_cell(made, digit, reason)
    assert made.form is not None
    (told,) = workspace.report_form("papier", made.form)
    assert told.ready
    assert workspace.merge_forms([(told, [])]) is None
    found = [workspace.session.rating(1, "d1", f"p{n}", "w1") for n in (1, 2, 3)]
    assert [(each.effect, each.reason) for each in found if each] == [("geen", "Geteld"), ("veel", "Omdat"), ("geen_oordeel", "")]
    assert [(each.reason_kind, each.condition) for each in found[:2] if each] == [("feit", "Mits dit"), ("zienswijze", "")]
    assert workspace.session.tables[Form.TABLE]["d1",].kind == "papier"


def test_a_second_reading_shows_nothing_of_the_first_and_then_what_differs(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(grid(1, 2, 2))
    made = paper(qtbot, workspace)
    made.twice.setChecked(True)
    type_cell(made, "1")
    type_cell(made, "3", "Omdat")
    assert made.form is None
    assert not made.answer.text()
    assert not made.first.isVisible()
    type_cell(made, "1")
    type_cell(made, "2", "Omdat")
    assert made.form is None, "the second cell was read in two ways"
    assert made.first.isVisible()
    assert "veel" in made.first.text()
    assert "matig" in made.first.text()
    made.answer.clear()
    made.reason.clear()
    type_cell(made, "3", "Omdat")
    assert made.form is not None
    assert made.form.answers["p2", "w1"] == Given("veel", "Omdat")
    assert made.form.answers["p1", "w1"] == Given("geen")


def test_forms_that_are_dropped_on_the_window_are_read_beside_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_fonts()
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    assert window.workspace.new(tmp_path / "zaak.kanaal", grid(1, 1, 2)) is None
    files = forms(window.workspace, tmp_path / "f")
    for path in files:
        path.write_bytes(fill(path.read_bytes(), window.workspace.session, {("p1", "w1"): Given("veel")}))

    def take(dialog: MergeDialog) -> bool:
        dialog.take.click()
        return True

    monkeypatch.setattr(MergeDialog, "exec", take)
    window.read_forms([tmp_path / "f"])
    qtbot.waitUntil(lambda: window.workspace.session.answers(1, "d2") == 1, timeout=20_000)
    assert window.workspace.session.answers(1, "d1") == 1
    window.workspace.show_start()
