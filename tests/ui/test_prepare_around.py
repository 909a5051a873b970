"""Voorbereiden, around the table: practice, accounts, cards, policy and suitability, filled by hand and from files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.model import Account, Card, Figure, Fit, Purpose, Session
from kanaalwaarden.core.series import session_from_earlier
from kanaalwaarden.ui.prepare import PrepareScreen
from kanaalwaarden.ui.prepare_around import Picker
from kanaalwaarden.ui.row_pages import RowsPage
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace
from tests import samples
from tests.core.test_series import earlier
from tests.ui.conftest import ShownScreen

Opener = Callable[[Session], Workspace]
NASTY = '<b>&"=1+1'


def shown(qtbot: QtBot, workspace: Workspace, part: str, size: tuple[int, int] = (1096, 694)) -> PrepareScreen:
    screen = PrepareScreen(workspace, Theme.load())
    ShownScreen(qtbot, screen, size, part)
    return screen




@pytest.fixture
def workspace(open_workspace: Opener) -> Workspace:
    return open_workspace(samples.grid(1, 2, 1))


@pytest.mark.parametrize(
    ("part", "kind", "field"), [("accounts", Account, "name"), ("cards", Card, "title"), ("purposes", Purpose, "name")]
)  # fmt: skip
def test_a_row_is_added_named_moved_and_removed_by_keyboard(qtbot: QtBot, workspace: Workspace, part: str, kind: Any, field: str) -> None:
    screen = shown(qtbot, workspace, part)
    page: RowsPage = getattr(screen, part)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for name in ("eerst", NASTY):
        page.add()
        assert page.editor.name.hasFocus()
        QTest.keyClicks(page.editor.name, name)
        page.editor.form.pass_on()
    assert [getattr(each, field) for each in workspace.session.rows(kind)] == ["eerst", NASTY]
    assert [row.name for row in page.model.rows] == ["eerst", NASTY]
    page.show_editor(False)
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [getattr(each, field) for each in workspace.session.rows(kind)] == [NASTY, "eerst"]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert [getattr(each, field) for each in workspace.session.rows(kind)] == ["eerst"]
    workspace.undo()
    assert len(workspace.session.rows(kind)) == 2


def test_accounts_come_in_from_a_file_and_leave_as_one(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, workspace, "accounts").accounts
    (tmp_path / "in.csv").write_text("account;platform;reacties\n@a;platform 1;uit\n@b;platform 2;aan\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "in.csv"), ""))
    page.import_button.click()
    assert [row.name for row in page.model.rows] == ["@a", "@b"]
    assert "2 " in page._problem.text()
    workspace.undo()
    assert not workspace.session.rows(Account)
    workspace.redo()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "uit"), "Excel (*.xlsx)"))
    page.export_button.click()
    assert (tmp_path / "uit.xlsx").read_bytes().startswith(b"PK")


def test_every_bad_line_of_a_file_is_told(qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, workspace, "accounts").accounts
    (tmp_path / "in.csv").write_text("account;platform\n@a;Hyves\n@b;platform 1\n;platform 1\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "in.csv"), ""))
    told: list[str] = []
    monkeypatch.setattr(ProblemDialog, "tell", lambda _parent, _theme, labels, problem, _ways=(): told.append(labels.problem(problem)))
    page.import_button.click()
    assert "Regel 2" in told[0]
    assert "Regel 4" in told[0]
    assert not workspace.session.rows(Account)


def test_rows_are_pasted_from_a_spreadsheet(qtbot: QtBot, workspace: Workspace) -> None:
    page = shown(qtbot, workspace, "accounts").accounts
    QApplication.clipboard().setText("account\tplatform\tbeheerder\n@a\tplatform 1\tteam\n")
    page.paste()
    assert [(each.name, each.manager) for each in workspace.session.rows(Account)] == [("@a", "team")]


def test_three_hundred_accounts_can_be_searched(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_rows(Account, [{"platform": "p1" if n % 2 else "p2", "name": f"@account{n}"} for n in range(300)])
    page = shown(qtbot, workspace, "accounts").accounts
    QTest.keyClicks(page.filter, "account299")
    page.filter.pass_on()
    assert [row.name for row in page.model.rows] == ["@account299"]


def test_supplied_cards_are_picked_and_an_old_one_says_so(qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.set_case(date="2026-11-26")
    page = shown(qtbot, workspace, "cards").cards
    offered: list[int] = []

    def pick(_parent: Any, _theme: Any, _title: str, offers: Any) -> list[int]:
        offered.append(len(offers))
        return list(range(len(offers)))

    monkeypatch.setattr(Picker, "ask", pick)
    page.take_button.click()
    page.take_button.click()
    assert offered == [25, 0]
    assert len(workspace.session.rows(Card)) == 25
    old = [row for row in page.model.rows if "over a year old" in row.aside]
    assert 5 < len(old) < 25
    page.select("feit_dpia_facebook")
    assert page.editor.old.isVisibleTo(page.editor)  # type: ignore[attr-defined]
    page.editor.today.click()  # type: ignore[attr-defined]
    assert not page.editor.old.isVisibleTo(page.editor)  # type: ignore[attr-defined]
    page.part.show_key("keuze")
    page._refill()
    assert {workspace.session.get(Card, (row.key,)).kind for row in page.model.rows} == {"keuze"}


def test_the_picker_gives_what_was_checked(qtbot: QtBot) -> None:
    offers = [("een", "uitleg"), ("twee", ""), ("drie", "")]
    dialog = Picker(None, Theme.load(), "Kies", offers)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen == [1]
    assert dialog.take.isEnabled()
    dialog.all.click()
    assert dialog.chosen == [0, 1, 2]


def test_whether_a_platform_suits(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_row(Purpose, name="jongeren", kind="doelgroep")
    page = shown(qtbot, workspace, "purposes").purposes
    line = page.editor.lines["p2"]  # type: ignore[attr-defined]
    line.choice.chosen.emit("mits")
    QTest.keyClicks(line.text, "vanaf 16 jaar")
    line.pass_on()
    assert workspace.session.get(Fit, ("g1", "p2")) == Fit("g1", "p2", "mits", "vanaf 16 jaar")
    assert "ja, mits: platform 2" in page.model.rows[0].told
    line.clear.click()
    assert workspace.session.get(Fit, ("g1", "p2")).suits == ""


def test_figures_of_a_platform_have_a_plot_that_says_the_same(qtbot: QtBot, workspace: Workspace) -> None:
    for number, date in (("10", "2025"), ("12", "2026")):
        workspace.add_row(Figure, platform="p2", measure="volgers", number=number, date=date)
    page = shown(qtbot, workspace, "practice").practice
    page.show_platform("p2")
    page.parts.show_key("figures")
    page._show()
    assert [row.name for row in page.figures.model.rows] == ["volgers", "volgers"]
    [plot] = [each for each in page.figures.trends.children() if each.isWidgetType()]
    assert "12 (2026); eerder 10 (2025)" in " ".join(child.accessibleName() for child in plot.children() if child.isWidgetType())
    page.show_platform("p1")
    assert not page.figures.model.rows


def test_practice_tells_how_far_each_platform_is(qtbot: QtBot, workspace: Workspace) -> None:
    page = shown(qtbot, workspace, "practice").practice
    prompt = workspace.prompts.prompt("praktijk.beheer")
    assert prompt is not None
    workspace.answer(prompt, "p2", text="wij")
    told = [row.lines[0][0] for row in page.list._rows.rows]
    assert told[0] == "not begun yet"
    assert told[1].startswith("1 of ")


def test_without_platforms_practice_says_what_to_do(qtbot: QtBot, open_workspace: Opener) -> None:
    page = shown(qtbot, open_workspace(samples.grid(1, 0, 1)), "practice").practice
    assert page.empty.isVisible()


def test_what_is_new_changed_or_gone_since_last_year_is_said(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(session_from_earlier(earlier(), samples.prompts()))
    page = shown(qtbot, workspace, "accounts").accounts
    assert "nieuw" not in page.model.rows[0].told
    workspace.add_row(Account, platform="p1", name="@erbij")
    assert "nieuw" in page.model.rows[1].told
    workspace.edit_row(workspace.session.rows(Account)[0], comments="uit")
    assert "gewijzigd" in page.model.rows[0].told
    workspace.remove(workspace.session.rows(Account)[0])
    assert "@ons" in page._gone.text()


@pytest.mark.parametrize("part", ["practice", "accounts", "cards", "policy", "purposes"])
@pytest.mark.parametrize("size", [(1096, 694), (639, 460)])
def test_everything_to_press_has_a_name_and_fits(qtbot: QtBot, theme: Theme, part: str, size: tuple[int, int]) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    from kanaalwaarden import paths

    workspace = Workspace(samples.labels())
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    screen = shown(qtbot, workspace, part, size)
    page = screen.tabs.currentWidget()
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for control in page.findChildren(kind):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
                assert named, control
                left = control.mapTo(screen, control.rect().topLeft()).x()
                assert 0 <= left < screen.width(), control
    assert screen.width() <= size[0]
    workspace.close()


def test_the_question_set_is_chosen_and_given_back(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    from tests.core.test_prompts import OWN

    (tmp_path / "onze.json").write_text(json.dumps(OWN), encoding="utf-8")
    card = shown(qtbot, workspace, "rules").rules.questions
    assert not card.ours.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "onze.json"), ""))
    card.choose.click()
    assert workspace.prompts.title == "Onze vragen"
    assert workspace.own_prompts
    (tmp_path / "fout.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "fout.json"), ""))
    card.choose.click()
    assert card.problem.isVisible()
    assert workspace.prompts.title == "Onze vragen"
    workspace.use_prompts(None)
    assert not workspace.own_prompts
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "begin.json"), ""))
    card.save.click()
    assert (tmp_path / "begin.json").is_file()
