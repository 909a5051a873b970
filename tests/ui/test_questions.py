"""One question open at a time, answered by keyboard; what is typed is kept, what is refused is said, and an example is only read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from kanaalwaarden.core import around
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.questions import QuestionList
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace
from tests import samples

NASTY = ['<b>&"=1+1', "שלום עולם", "&Vet &&amp; <script>"]
Opener = Callable[[Session], Workspace]


@pytest.fixture
def workspace(open_workspace: Opener) -> Workspace:
    return open_workspace(samples.grid(1, 2, 1))


def shown(
    qtbot: QtBot, workspace: Workspace, theme: Theme, group: str = "praktijk", platform: str = "p1", width: int = 560
) -> QuestionList:  # fmt: skip
    view = QuestionList(workspace, theme)
    qtbot.addWidget(view)
    workspace.changed.connect(lambda _: view.refresh())
    view.resize(width, 480)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    found = workspace.prompts.group(group)
    assert found is not None
    view.show_group(found, platform)
    view.begin()
    QApplication.processEvents()
    return view


def key(view: QuestionList, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, code, modifier)
    QApplication.processEvents()


def test_a_question_is_opened_answered_and_left_by_keyboard(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    assert view.heads[0].hasFocus()
    key(view, Qt.Key.Key_Down)
    key(view, Qt.Key.Key_Up)
    key(view, Qt.Key.Key_Return)
    assert view.fields is not None
    assert view.fields.text.hasFocus()
    QTest.keyClicks(view.fields.text, "Team communicatie")
    key(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.fields is not None
    assert view.fields.prompt.id == "praktijk.plaatsen"
    answer = workspace.session.answer("praktijk.beheer", "p1")
    assert answer is not None
    assert (answer.text, answer.asked) == ("Team communicatie", "Wie beheert dit platform?")
    assert workspace.session.answer("praktijk.beheer", "p2") is None
    key(view, Qt.Key.Key_Escape)
    assert view.fields is None
    assert view.heads[1].hasFocus()
    assert view.heads[0].accessibleDescription() == "Team communicatie"
    assert view.heads[0].accessibleName() == "1. Wie beheert dit platform?"


def test_only_one_question_is_open(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    for prompt in ("praktijk.beheer", "praktijk.ai"):
        view.open_question(prompt)
        assert [head.prompt.id for head in view.heads if head.isChecked()] == [prompt]
    view.open_question("praktijk.ai")
    assert view.fields is None


def test_one_option_or_several(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    view.open_question("praktijk.ai")
    assert view.fields is not None
    assert view.fields.options is not None
    boxes = view.fields.options.findChildren(QRadioButton)
    assert [each.text() for each in boxes] == ["ja, met beleid", "ja, zonder beleid", "nee", "niet gekozen"]
    assert boxes[-1].isChecked()
    boxes[1].click()
    assert workspace.session.answer("praktijk.ai", "p1").choice == "zonder_beleid"  # type: ignore[union-attr]
    boxes[-1].click()
    assert workspace.session.answer("praktijk.ai", "p1") is None
    view.open_question("praktijk.afzender")
    checks = view.fields.options.findChildren(QCheckBox)
    checks[0].click()
    checks[2].click()
    assert workspace.session.answer("praktijk.afzender", "p1").choice == "bestuur afdeling"  # type: ignore[union-attr]
    assert view.heads[2].answered


def test_the_explanation_comes_on_demand(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    view.open_question("praktijk.beheer")
    assert view.fields is not None
    assert not view.fields.help.isVisible()
    view.fields.help_button.click()
    assert view.fields.help.isVisible()
    assert "geen naam van een mens" in view.fields.help.text


def test_a_date_that_is_none_is_refused_under_its_field(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme, "zes_vragen")
    view.open_question("zes_vragen.evaluatie")
    assert view.fields is not None
    date = view.fields.form._fields["date"]
    QTest.keyClicks(date.field, "ooit")
    date.field.editingFinished.emit()  # type: ignore[attr-defined]
    assert "ooit" in date.field.accessibleDescription()
    assert workspace.session.answer("zes_vragen.evaluatie", "p1") is None
    date.field.setText("1 maart 2027")  # type: ignore[attr-defined]
    date.field.editingFinished.emit()  # type: ignore[attr-defined]
    assert workspace.session.answer("zes_vragen.evaluatie", "p1").date == "2027-03-01"  # type: ignore[union-attr]


def test_typing_in_one_stay_is_one_step_of_undo(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    view.open_question("praktijk.beheer")
    assert view.fields is not None
    for part in ("Team ", "communi", "catie"):
        QTest.keyClicks(view.fields.text, part)
        view.fields.text.pass_on()
    workspace.undo()
    assert workspace.session.answer("praktijk.beheer", "p1") is None
    assert view.fields.text.toPlainText() == ""


@pytest.mark.parametrize("text", NASTY)
def test_what_was_typed_is_shown_as_it_is(qtbot: QtBot, workspace: Workspace, theme: Theme, text: str) -> None:
    workspace.answer(next(workspace.prompts.prompts()), "p1", text=text)
    view = shown(qtbot, workspace, theme)
    assert view.heads[0].accessibleDescription() == text
    view.open_question("praktijk.beheer")
    assert view.fields is not None
    assert view.fields.text.toPlainText() == text


def test_going_to_another_platform_keeps_what_was_typed(qtbot: QtBot, workspace: Workspace, theme: Theme) -> None:
    view = shown(qtbot, workspace, theme)
    view.open_question("praktijk.beheer")
    assert view.fields is not None
    QTest.keyClicks(view.fields.text, "van p1")
    group = workspace.prompts.group("praktijk")
    assert group is not None
    view.show_group(group, "p2")
    assert view.fields is None
    assert workspace.session.answer("praktijk.beheer", "p1").text == "van p1"  # type: ignore[union-attr]
    assert not view.heads[0].answered


def test_answers_of_another_set_stand_below(qtbot: QtBot, workspace: Workspace, theme: Theme, open_workspace: Opener) -> None:
    session = samples.grid(1, 1, 1)
    session.apply(around.answer(session, "vorig.vraag", "p1", "Wat toen?", text="Dit.").edits)
    view = shown(qtbot, open_workspace(session), theme)
    assert "Wat toen? Dit." in view._others.text()
    assert view._others.isVisible()


def test_an_example_can_be_read_and_not_changed(qtbot: QtBot, theme: Theme) -> None:
    from kanaalwaarden import paths

    workspace = Workspace(samples.labels())
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    view = shown(qtbot, workspace, theme, platform="x")
    view.open_question("praktijk.afzender")
    assert view.fields is not None
    assert view.fields.options is not None
    assert view.fields.text.isReadOnly()
    before = view.fields.options.keys
    for box in view.fields.options.findChildren(QAbstractButton):
        assert box.isEnabled()  # to be read, not grey
        box.click()
    assert view.fields.options.keys == before
    workspace.close()


@pytest.mark.parametrize("width", [320, 560, 900])
def test_no_question_is_cut_off(qtbot: QtBot, workspace: Workspace, theme: Theme, width: int) -> None:
    view = shown(qtbot, workspace, theme, width=width)
    view.open_question("praktijk.negatief")
    QApplication.processEvents()
    assert view.widget().width() <= view.viewport().width()
    tops = [head.y() for head in view.heads]
    assert tops == sorted(tops)
    for one, other in zip(view.heads, view.heads[1:], strict=False):
        assert one.y() + one.height() <= other.y()
    for head in view.heads:
        question, answer = head._laid()
        needed = sum(line.height() for text in (question, answer) if text for line in [text.boundingRect()])
        assert needed <= head.height()
