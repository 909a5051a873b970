"""Afwegen en besluiten: from six questions to a decision by keyboard; who is against is named, and nothing blind is told."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.model import Action, Decision, Risk, Route, Session, Stance, Threshold
from kanaalwaarden.core.progress import decision_lacks
from kanaalwaarden.ui.decide import DecideScreen
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace
from tests import samples
from tests.ui.conftest import ShownScreen

Opener = Callable[[Session], Workspace]
NASTY = ['<b>&"=1+1', "שלום עולם", "&Vet &&amp; <script>"]


@pytest.fixture
def workspace(open_workspace: Opener) -> Workspace:
    made = open_workspace(samples.grid(2, 2, ["privacy", "griffie", "ICT", "archief"], title="Sessie", date="2026-03-12"))
    made.update(made.session.platform("p2"), name="Mastodon")
    return made


def shown(qtbot: QtBot, workspace: Workspace, size: tuple[int, int] = (1208, 694)) -> DecideScreen:
    screen = DecideScreen(workspace, Theme.load())
    ShownScreen(qtbot, screen, size, None)
    return screen


def told(screen: DecideScreen) -> list[str]:
    return [row.told for row in screen.list._rows.rows]


def test_six_questions_first_and_the_state_of_every_platform(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    assert [each.split(". ")[0] for each in told(screen)] == ["1 platform 1", "2 Mastodon", "– Whole session"]
    assert screen.topic.currentText().startswith("Zes vragen")
    assert len(screen.questions.heads) == 6
    six = workspace.prompts.group("zes_vragen")
    assert six is not None
    workspace.answer(six.prompts[0], "p1", text="Informatie")
    assert "1 of 6 questions" in told(screen)[0]
    workspace.fill(Decision, ("p1",), can="ja", want="ja", outcome="inzetten", decider="college")
    assert "decision complete" in told(screen)[0]
    assert told(screen)[0].startswith("✓")


def test_own_channels_are_not_decided_on(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.update(workspace.session.platform("p2"), kind="eigen")
    assert not any("Mastodon" in each for each in told(shown(qtbot, workspace)))


def test_a_decision_is_made_and_is_on_disk(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    side = screen.side
    assert "kan het" in side.lacking.text()
    for verdict, place in ((side.can, 0), (side.want, 2)):
        verdict.choice.findChildren(QAbstractButton)[place].click()
    next(each for each in side.outcome.findChildren(QAbstractButton) if each.text() == "beperkt gebruik").click()
    assert side.scope_form.isVisible()
    QTest.keyClicks(side.scope, "wegafsluitingen")
    QTest.keyClicks(side.conditions, "Eerst de website")
    QTest.keyClicks(side.decider, "college")
    side.pass_on()
    decision = workspace.session.decision("p1")
    assert decision is not None
    assert (decision.can, decision.want, decision.outcome, decision.scope) == ("ja", "nee", "beperkt", "wegafsluitingen")
    assert (decision.conditions, decision.decider) == ("Eerst de website", "college")
    assert not decision_lacks(decision)
    assert side.lacking.text() == "The decision is complete."
    side.can.clear.click()
    assert workspace.session.decision("p1").can == ""  # type: ignore[union-attr]
    workspace.undo()
    assert workspace.session.decision("p1").can == "ja"  # type: ignore[union-attr]


def test_what_was_typed_goes_to_the_platform_it_was_typed_for(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    QTest.keyClicks(screen.side.sentence, "Van de eerste")
    screen.list.setCurrentIndex(screen.list.model().index(1, 0))
    assert screen.platform == "p2"
    assert workspace.session.decision("p1").sentence == "Van de eerste"  # type: ignore[union-attr]
    assert screen.side.sentence.toPlainText() == ""


def test_who_is_against_is_named_and_other_reasons_are_told(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    screen.show_topic("stances")
    assert screen.stances.told.text() == "Nobody has taken a stand yet."
    for line, place in zip(screen.stances.lines, (0, 0, 2, 0), strict=True):
        line.verdict.choice.findChildren(QAbstractButton)[place].click()
    for line, value in zip(screen.stances.lines, ("w1", "w2", "", ""), strict=True):
        line.value.chosen.emit(value)
    assert workspace.session.get(Stance, ("p1", "d3")) == Stance("p1", "d3", "niet")
    assert "ICT steunt het niet" in screen.stances.told.text()
    assert "Zelfde besluit, andere redenen" in screen.stances.told.text()


def test_while_a_round_is_blind_standpoints_say_so(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.fill(Stance, ("p1", "d1"), stance="niet", text="GEHEIM")
    workspace.rate(1, "d1", "p1", "w1", "veel")
    screen = shown(qtbot, workspace)
    screen.show_topic("stances")
    assert not screen.stances.lines
    assert "still blind" in screen.stances.told.text()
    assert workspace.reveal(1) is None
    assert len(screen.stances.lines) == 4


def test_a_platform_is_switched_off(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_row(Route, message="storm", audience="iedereen", platform="p1")
    workspace.add_row(Route, message="nieuws", audience="iedereen", platform="p1")
    workspace.add_row(Route, message="nieuws", audience="iedereen", channel="balie", medium="fysiek")
    screen = shown(qtbot, workspace)
    screen.show_topic("reach")
    rehearsal = screen.reach.rehearsal
    QAbstractItemModelTester(rehearsal._rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rehearsal.boxes["platform", "p1"].isChecked()
    assert [row.aside.split("\n")[0] for row in rehearsal._rows.rows] == ["no longer arrives", "one way left"]
    assert "storm" in rehearsal.told.text()
    rehearsal.boxes["failure", "stroom"].click()
    assert [row.aside.split("\n")[0] for row in rehearsal._rows.rows] == ["no longer arrives", "no longer arrives"]
    for box in rehearsal.boxes.values():
        box.setChecked(False)
    assert "hang" in rehearsal.told.text()


def test_risks_thresholds_and_actions_of_a_platform(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    for topic, page, kind in (("risks", screen.risks, Risk), ("thresholds", screen.limits, Threshold)):
        screen.show_topic(topic)
        page.add()
        QTest.keyClicks(page.editor.name, "eerste")
        page.editor.form.pass_on()
        assert [each.platform for each in workspace.session.rows(kind)] == ["p1"]
    assert "1. eerste" in screen.side.exits.text()
    screen.table.add.click()
    assert screen.topic.currentData() == "actions"
    QTest.keyClicks(screen.todo.editor.name, "doen")
    screen.todo.editor.form.pass_on()
    assert [(each.text, each.platform) for each in workspace.session.rows(Action)] == [("doen", "p1")]
    QAbstractItemModelTester(screen.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert screen.table.model.rows[0].cells[0] == "doen"
    workspace.add_row(Action, text="eerst", necessity="noodzakelijk", platform="p1")
    assert [row.cells[0] for row in screen.table.model.rows] == ["eerst", "doen"]
    screen.table.view.setFocus()
    QTest.keyClick(screen.table.view, Qt.Key.Key_Return)
    assert screen.todo.list.key == workspace.session.rows(Action)[1].id


def test_the_whole_session_has_the_evaluation_and_all_actions(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_row(Action, text="voor iedereen")
    screen = shown(qtbot, workspace)
    screen.show_platform("")
    assert screen.topic.currentText().startswith("Evaluatie")
    assert not screen.side.isVisible()
    assert screen.follow_up.isVisible()
    screen.show_topic("actions")
    assert [row.name for row in screen.todo.model.rows] == ["voor iedereen"]


@pytest.mark.parametrize("text", NASTY)
def test_names_and_texts_are_shown_literally(qtbot: QtBot, workspace: Workspace, text: str) -> None:
    workspace.update(workspace.session.platform("p1"), name=text)
    workspace.add_row(Action, text=text, platform="p1", owner=text)
    workspace.fill(Decision, ("p1",), can_text=text, sentence=text, scope=text)
    screen = shown(qtbot, workspace)
    assert screen.title.text() == text
    assert screen.title.textFormat() == Qt.TextFormat.PlainText
    assert screen.table.model.rows[0].cells[0] == text
    assert screen.side.can.text.text() == text
    assert screen.side.sentence.toPlainText() == text


def test_f6_goes_round_the_panels(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    seen = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        parts = {"left": screen._left, "asked": screen._asked, "side": screen.side, "table": screen.table}
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(focus)))
        QTest.keyClick(focus, Qt.Key.Key_F6)
        QApplication.processEvents()
    assert seen == ["left", "asked", "side", "table"]


@pytest.mark.parametrize("size", [(1208, 694), (639, 460)])
def test_everything_to_press_has_a_name_and_fits(qtbot: QtBot, theme: Theme, size: tuple[int, int]) -> None:
    workspace = Workspace(samples.labels())
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    screen = shown(qtbot, workspace, size)
    for topic in ("zes_vragen", "risks", "thresholds", "stances", "reach", "actions"):
        for part in ("asked", "side", "table"):
            screen.show_topic(topic)
            screen.part.show_key(part)
            screen._lay_out()
            QApplication.processEvents()
            assert screen.width() <= size[0]
            for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
                for control in screen.findChildren(kind):
                    if control.isVisible() and not control.objectName().startswith("qt_"):
                        assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control
                        left = control.mapTo(screen, control.rect().topLeft()).x()
                        assert 0 <= left < screen.width(), (topic, control)
    workspace.close()


def test_an_example_offers_nothing_to_write(qtbot: QtBot, theme: Theme) -> None:
    workspace = Workspace(samples.labels())
    assert workspace.open(paths.examples() / "gemeente-waterrijk-fictief.json") is None
    screen = shown(qtbot, workspace)
    screen.show_platform("facebook")
    assert screen.side.sentence.isReadOnly()
    assert not screen.table.add.isEnabled()
    before = workspace.session.decision("facebook")
    for box in screen.side.outcome.findChildren(QAbstractButton):
        box.click()
    assert workspace.session.decision("facebook") == before
    workspace.close()


def test_an_empty_session_says_what_to_do(qtbot: QtBot, open_workspace: Opener) -> None:
    screen = shown(qtbot, open_workspace(samples.grid(1, 0, 1)))
    went: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: went.append((name, what)))
    screen.empty.button.click()
    assert went == [("prepare", "platforms")]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    made.show()
    yield made
    made.close()


def test_the_decision_goes_to_the_projector_and_the_values_stand_beside_it(window: MainWindow) -> None:
    window.show_screen("decide", "facebook")
    screen = window.current
    assert isinstance(screen, DecideScreen)
    screen.show_button.click()
    assert window.stage.slide.key == ("decision", "facebook")
    screen.values_button.click()
    assert window.current.NAME == "overview"
    assert window.current._which["platform"] == "facebook"  # type: ignore[attr-defined]


def test_a_comparison_in_the_window(window: MainWindow) -> None:
    window.show_screen("compare")
    screen = window.current
    assert screen.empty.isVisible()  # type: ignore[attr-defined]
    screen.enter(paths.examples() / "provincie-utrecht-2025.json")
    assert not screen.empty.isVisible()  # type: ignore[attr-defined]
    from PySide6.QtWidgets import QLabel

    words = " ".join(each.text() for each in screen.findChildren(QLabel))
    assert "De schalen verschillen" in words
    screen.enter(paths.examples() / "weg.json")
    assert screen.band.isVisible()  # type: ignore[attr-defined]
