"""Beoordelen: one key per answer, the reason beside it, nothing lost between cells."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import RULED_OUT, Case, Discipline, Platform, Rating, Session, Value, session_of
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.rate_parts import DisciplineDelegate
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import TYPING_MS
from kanaalwaarden.ui.workspace import Changed, Workspace
from tests.ui.conftest import example

Opener = Callable[[Session], Workspace]
OPENED = Changed(frozenset({"opened"}))
HOSTILE = '<b>&"=1+1 \u202eabc שלום 😀'


def bare(values: int = 8, platforms: int = 4, disciplines: int = 9, scale: str = "eenzijdig") -> Session:
    """A session in which nobody has answered."""
    session = session_of([Case(title="Proef", scale=scale)])
    for kind, count, name in ((Value, values, "Waarde"), (Platform, platforms, "Platform"), (Discipline, disciplines, "Discipline")):
        for number in range(count):
            session.apply(intents.add(session, kind, f"{name} {number + 1}").edits)
    return session


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, open_workspace: Opener) -> Callable[[Session], RateScreen]:
    def made(session: Session) -> RateScreen:
        workspace = open_workspace(session)
        screen = RateScreen(workspace, theme)
        qtbot.addWidget(screen)
        workspace.changed.connect(screen.refresh)
        screen.resize(1208, 694)
        screen.show()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.refresh(OPENED)
        screen.enter(None)
        return screen

    return made


def place(screen: RateScreen) -> tuple[int, int]:
    index = screen.grid.currentIndex()
    return index.row(), index.column()


def test_a_whole_round_at_one_key_an_answer(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    keys = 0
    for discipline in range(9):
        for cell in range(32):
            qtbot.keyClick(screen.grid, Qt.Key(Qt.Key.Key_0.value + (discipline + cell) % 4))
            keys += 1
        if discipline < 8:
            qtbot.keyClick(screen.grid, Qt.Key.Key_PageDown)
            keys += 1
    ratings = screen.session.ratings
    assert len(ratings) == 288
    assert keys / len(ratings) <= 1.1
    first = [each.effect for each in ratings[:5]]
    assert first == ["geen_oordeel", "geen", "matig", "veel", "geen_oordeel"]
    assert all(screen.session.answers(1, each.id) == 32 for each in screen.session.disciplines)
    assert screen.count.text() == "32 of 32"


def test_keys_move_as_in_a_spreadsheet(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    steps = [
        (Qt.Key.Key_Tab, (0, 1)), (Qt.Key.Key_Right, (0, 2)), (Qt.Key.Key_Return, (1, 2)), (Qt.Key.Key_Down, (2, 2)),
        (Qt.Key.Key_Backtab, (2, 1)), (Qt.Key.Key_Up, (1, 1)), (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Backtab, (0, 3)), (Qt.Key.Key_3, (1, 0)),
    ]  # fmt: skip
    for key, expected in steps:
        qtbot.keyClick(screen.grid, key)
        assert place(screen) == expected, key
    screen.grid.setCurrentIndex(screen.grid_model.index(7, 3))
    qtbot.keyClick(screen.grid, Qt.Key.Key_1)
    assert place(screen) == (7, 3)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Backspace)
    assert [(each.value, each.effect) for each in screen.session.ratings] == [("waarde-1", "veel")]


def test_a_key_beyond_the_scale_does_nothing(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    for key in (Qt.Key.Key_4, Qt.Key.Key_8):
        qtbot.keyClick(screen.grid, key)
    assert screen.session.ratings == []
    assert place(screen) == (0, 0)


def test_letters_open_the_reason_and_it_is_kept_while_typing(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    qtbot.keyClick(screen.grid, Qt.Key.Key_3)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Left)
    qtbot.keyClicks(screen.grid, "W")
    qtbot.waitUntil(screen.reason.hasFocus)
    qtbot.keyClicks(screen.reason, "ie ons volgt, geeft iets prijs")
    kept = "Wie ons volgt, geeft iets prijs"
    qtbot.waitUntil(lambda: [each.reason for each in screen.session.ratings] == [kept], timeout=TYPING_MS + 600)
    assert screen.reason.hasFocus()
    qtbot.keyClick(screen.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.grid.hasFocus()
    assert place(screen) == (0, 1)
    assert screen.reason.toPlainText() == ""


def test_typing_belongs_to_its_own_cell(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    qtbot.keyClick(screen.grid, Qt.Key.Key_F2)
    qtbot.keyClicks(screen.reason, "eerste cel")
    screen.grid.setCurrentIndex(screen.grid_model.index(3, 2))  # before the half second is over
    screen.show_discipline("discipline-5")
    ratings = screen.session.ratings
    assert [(each.discipline, each.value, each.platform, each.reason) for each in ratings] == [
        ("discipline-1", "waarde-1", "platform-1", "eerste cel")
    ]
    assert screen.reason.toPlainText() == ""


def test_one_stay_in_the_reason_is_one_step_of_undo(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    qtbot.keyClick(screen.grid, Qt.Key.Key_F2)
    for part in ("een ", "twee ", "drie"):
        qtbot.keyClicks(screen.reason, part)
        screen.reason.pass_on()
    assert screen.session.ratings[0].reason == "een twee drie"
    screen.workspace.undo()
    assert screen.session.ratings == []
    assert screen.reason.toPlainText() == ""


def test_a_reason_is_asked_for_at_the_end_of_the_scale(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    for key, wanted in ((Qt.Key.Key_1, False), (Qt.Key.Key_2, False), (Qt.Key.Key_3, True), (Qt.Key.Key_0, False)):
        qtbot.keyClick(screen.grid, key)
        qtbot.keyClick(screen.grid, Qt.Key.Key_Left)
        assert screen.missing.isVisible() is wanted


def test_mouse_answers_too(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare(scale="tweezijdig"))
    qtbot.mouseClick(screen.answers["versterkt"], Qt.MouseButton.LeftButton)
    assert [each.effect for each in screen.session.ratings] == ["versterkt"]
    assert place(screen) == (0, 1)
    qtbot.mouseClick(screen.kinds["feit"], Qt.MouseButton.LeftButton)
    screen.condition.setFocus()
    qtbot.keyClicks(screen.condition, "reacties uit staan")
    screen.condition.pass_on()
    assert screen.session.ratings[1].condition == "reacties uit staan"


@pytest.mark.parametrize("turned", [False, True])
def test_the_models_are_sound(make: Callable[[Session], RateScreen], turned: bool) -> None:
    screen = make(example())
    if turned:
        screen.turn()
    for model in (screen.grid_model, screen.disciplines):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.refresh(OPENED)
    assert screen.grid_model.columnCount() == (7 if turned else 6)


def test_every_cell_can_be_spoken(make: Callable[[Session], RateScreen]) -> None:
    screen = make(example())
    role = Qt.ItemDataRole.AccessibleTextRole
    texts = [
        screen.grid_model.data(screen.grid_model.index(row, column), role)
        for row in range(screen.grid_model.rowCount(QModelIndex()))
        for column in range(screen.grid_model.columnCount(QModelIndex()))
    ]
    assert len(set(texts)) == 42
    assert all(" × " in str(text) for text in texts)


def test_text_of_users_is_shown_as_it_is(make: Callable[[Session], RateScreen]) -> None:
    session = bare(1, 1, 1)
    session.apply(intents.update(session, session.values[0], "", name=HOSTILE, definition=HOSTILE, question=HOSTILE).edits)
    session.apply(intents.update(session, session.platforms[0], "", name=HOSTILE, practice=HOSTILE).edits)
    session.apply(intents.update(session, session.disciplines[0], "", name=HOSTILE).edits)
    screen = make(session)
    for shown in (screen.question, screen.definition, screen.practice_text):
        assert shown.text() == HOSTILE
        assert shown.textFormat() == Qt.TextFormat.PlainText


def test_a_removed_discipline_leaves_the_screen(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare(2, 2, 3))
    qtbot.keyClick(screen.grid, Qt.Key.Key_1)
    screen.workspace.remove(screen.session.disciplines[0])
    assert screen.discipline_id == "discipline-2"
    assert screen.session.ratings == []
    screen.workspace.undo()
    assert isinstance(screen.session.ratings[0], Rating)


def test_an_empty_session_says_what_to_do(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(Session())
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.keyClick(screen.empty.button, Qt.Key.Key_Space)
    assert asked.args == ["prepare", None]


def test_a_narrow_window_shows_grid_or_reason(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    screen.resize(639, 486)
    qtbot.waitUntil(screen.grid.isVisible)
    assert not screen.reason.isVisible()
    qtbot.keyClick(screen.grid, Qt.Key.Key_F2)
    assert screen.reason.isVisible()
    assert not screen.grid.isVisible()
    qtbot.keyClicks(screen.reason, "smal")
    qtbot.keyClick(screen.reason, Qt.Key.Key_Escape)
    assert screen.grid.isVisible()
    assert screen.grid.hasFocus()
    assert screen.session.ratings[0].reason == "smal"


def test_six_platforms_fit_in_the_smallest_laptop(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(example())
    assert len(screen.grid_model.platforms) == 6
    assert screen.grid.horizontalScrollBar().maximum() == 0


def test_long_names_are_in_full_or_one_glance_away(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    session = bare(2, 2, 2)
    long = "functionaris gegevensbescherming en privacybeleid"
    session.apply(intents.add(session, Discipline, long).edits)
    session.apply(intents.add(session, Platform, "P" * 200).edits)
    screen = make(session)
    delegate = screen.list.itemDelegate()
    assert isinstance(delegate, DisciplineDelegate)
    name = delegate._name(session.disciplines[-1], screen.list.viewport().width(), bold=True)
    assert name.text() == long
    heights = [screen.list.visualRect(screen.disciplines.index(row)).height() for row in range(3)]
    assert heights[2] > heights[0] == heights[1]
    assert long in screen.disciplines.data(screen.disciplines.index(2), Qt.ItemDataRole.ToolTipRole)  # type: ignore[operator]
    across = Qt.Orientation.Horizontal
    assert "P" * 200 in screen.grid_model.headerData(2, across, Qt.ItemDataRole.ToolTipRole)  # type: ignore[operator]


def test_another_session_begins_at_its_own_first_discipline(make: Callable[[Session], RateScreen], qtbot: QtBot, tmp_path: Path) -> None:
    screen = make(example())
    screen._step_discipline(3)
    assert screen.discipline_id == "griffie"
    assert screen.workspace.new(tmp_path / "ander.kanaal", example("provincie-utrecht-2025")) is None
    assert screen.discipline_id == screen.session.disciplines[0].id
    assert "niet uitgesplitst" in screen.subtitle.text()
    assert screen.count.text() == ""


def test_a_narrow_window_needs_no_keys(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(example())
    assert not screen.to_reason.isVisible()
    screen.resize(639, 460)
    assert screen.to_reason.isVisible()
    qtbot.mouseClick(screen.to_reason, Qt.MouseButton.LeftButton)
    assert screen.reason.isVisible()
    assert screen.reason.hasFocus()
    assert not screen.reason.visibleRegion().isEmpty()
    qtbot.mouseClick(screen.to_grid, Qt.MouseButton.LeftButton)
    assert screen.grid.hasFocus()
    cell = screen.grid.visualRect(screen.grid_model.index(1, 1)).center()
    qtbot.mouseClick(screen.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.mouseDClick(screen.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert screen.reason.hasFocus()
    assert place(screen) == (1, 1)


def test_names_without_spaces_push_nothing_out_of_the_window(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    session = bare(1, 1, 1)
    for record, letter in ((session.values[0], "W"), (session.platforms[0], "P"), (session.disciplines[0], "D")):
        session.apply(intents.update(session, record, "2026-11-14", name=letter * 200).edits)
    screen = make(session)
    assert screen.minimumSizeHint().width() <= screen.width()
    QApplication.processEvents()
    for each in (*screen.answers.values(), screen.reason, screen.condition):
        assert each.mapTo(screen, each.rect().topRight()).x() < screen.width()
    assert "D" * 200 in screen.title.toolTip()
# What stands outside the scale, and what an answer is about


def test_nine_rules_it_out_and_asks_for_a_reason(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    qtbot.keyClick(screen.grid, Qt.Key.Key_9)
    assert [each.effect for each in screen.session.ratings] == [RULED_OUT]
    assert place(screen) == (0, 1)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Left)
    assert screen.answers[RULED_OUT].isChecked()
    assert screen.answers[RULED_OUT].text() == "voor ons onbespreekbaar"
    assert screen.answers[RULED_OUT].accessibleDescription() == "9"
    assert "9: onbespreekbaar" in screen.keys.accessibleName()
    assert screen.missing.isVisible()
    screen.answers[RULED_OUT].click()
    assert [each.effect for each in screen.session.ratings] == [RULED_OUT]


def test_own_conduct_and_the_platform_are_told_apart(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    assert not screen.layer_box.isVisible()  # there is nothing yet that it could be about
    qtbot.keyClicks(screen.grid, "2")
    qtbot.keyClick(screen.grid, Qt.Key.Key_Left)
    assert screen.layer_box.isVisible()
    assert screen.layer.key == ""
    screen.layer.chosen.emit("eigen")
    assert screen.session.ratings[0].layer == "eigen"
    assert screen.layer.key == "eigen"
    qtbot.keyClick(screen.grid, Qt.Key.Key_3)
    assert screen.session.ratings[0].layer == "eigen"  # another level is about the same thing


def test_a_missing_reason_is_seen_in_the_grid(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    qtbot.keyClicks(screen.grid, "32")
    model = screen.grid_model
    first, second = model.index(0, 0), model.index(0, 1)
    assert model.lacks_reason(first)
    assert not model.lacks_reason(second)
    missing = "The reason is missing."
    assert missing in str(model.data(first, Qt.ItemDataRole.AccessibleTextRole))
    assert missing not in str(model.data(second, Qt.ItemDataRole.AccessibleTextRole))
    icons: list[str] = []
    screen.theme.draw_icon = lambda painter, name, rect, ink: icons.append(name)  # type: ignore[method-assign,assignment]
    screen.grid.grab()
    assert icons == ["triangle-alert"]
    assert screen.workspace.explain(1, screen.discipline_id, "platform-1", "waarde-1", reason="Daarom.") is None
    assert not model.lacks_reason(first)
    assert missing not in str(model.data(first, Qt.ItemDataRole.AccessibleTextRole))


# Rounds


def revealed(make: Callable[[Session], RateScreen]) -> RateScreen:
    """Everybody answered 'matig' in round 1, which was revealed."""
    screen = make(bare(2, 2, 2))
    for each in screen.session.disciplines:
        for value in screen.session.values:
            for platform in screen.session.platforms:
                assert screen.workspace.rate(1, each.id, platform.id, value.id, "matig") is None
    assert screen.workspace.reveal(1) is None
    return screen


def test_the_title_says_the_round_and_that_it_is_blind(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare())
    assert screen.subtitle.text() == "round 1, blind"  # it will be, with the first answer
    qtbot.keyClicks(screen.grid, "2")
    assert screen.subtitle.text() == "round 1, blind"
    assert screen.workspace.reveal(1) is None
    assert screen.subtitle.text() == "round 1, revealed"


def test_a_frozen_round_is_read_only_and_says_so(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = revealed(make)
    before = screen.session.ratings
    sentence = "Ronde 1 staat vast. Wat daarin is geantwoord, verandert niet meer."
    assert screen.frozen.isVisible()
    assert screen.frozen_words.text() == sentence
    said: list[str] = []
    screen.status.connect(lambda text, hint: said.append(text))
    qtbot.keyClicks(screen.grid, "3x")
    qtbot.keyClick(screen.grid, Qt.Key.Key_Delete)
    assert said.count(sentence) == 3
    assert screen.session.ratings == before
    assert screen.grid.hasFocus()
    assert not any(each.isEnabled() for each in screen.answers.values())
    assert screen.reason.isReadOnly()
    assert screen.condition.isReadOnly()
    assert screen.closed.text() == sentence
    assert not screen.closed.isVisible()  # the band says it already


def test_a_value_that_is_revealed_is_frozen_alone(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = make(bare(2, 2, 2))
    qtbot.keyClicks(screen.grid, "2222")
    assert screen.workspace.reveal(1, "waarde-1") is None
    assert not screen.frozen.isVisible()
    screen.grid.setCurrentIndex(screen.grid_model.index(0, 0))
    assert screen.closed.isVisible()
    qtbot.keyClicks(screen.grid, "3")
    screen.grid.setCurrentIndex(screen.grid_model.index(1, 0))
    assert not screen.closed.isVisible()
    qtbot.keyClicks(screen.grid, "3")
    assert [each.effect for each in screen.session.ratings] == ["matig", "matig", "veel", "matig"]


def test_a_later_round_asks_its_own_cells_only(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = revealed(make)
    assert screen.workspace.next_round([("waarde-1", "platform-1"), ("waarde-2", "platform-2")]) is None
    assert screen.round == 2  # where answers are entered now
    assert screen.subtitle.text() == "round 2"
    assert screen.count.text() == "0 of 2"
    assert not screen.frozen.isVisible()
    assert screen.progress_words(screen.session.disciplines[0]) == "0/2"
    model = screen.grid_model
    told = [str(model.data(model.index(*cell), Qt.ItemDataRole.AccessibleTextRole)) for cell in ((0, 0), (0, 1))]
    assert told[0].endswith("nog niet. In round 1: matig negatieve invloed.")
    assert told[1].endswith("matig negatieve invloed. Deze cel wordt in ronde 2 niet opnieuw gevraagd.")
    screen.grid.setCurrentIndex(model.index(0, 0))
    assert screen.before.text() == "In round 1: matig negatieve invloed."
    qtbot.keyClicks(screen.grid, "3")
    assert place(screen) == (1, 1)  # past the cells that are not asked
    qtbot.keyClicks(screen.grid, "2")
    assert [each.effect for each in screen.session.ratings if each.round == 2] == ["veel", "matig"]
    assert screen.count.text() == "2 of 2"
    assert screen.progress_words(screen.session.disciplines[0]) == "ready"
    screen.grid.setCurrentIndex(model.index(0, 1))
    qtbot.keyClicks(screen.grid, "1")
    assert len([each for each in screen.session.ratings if each.round == 2]) == 2
    assert screen.closed.text() == "Deze cel wordt in ronde 2 niet opnieuw gevraagd."
    screen.grid.grab()  # muted cells are drawn too


def test_round_one_can_be_looked_at_from_round_two(make: Callable[[Session], RateScreen], qtbot: QtBot) -> None:
    screen = revealed(make)
    assert screen.workspace.next_round([("waarde-1", "platform-1")]) is None
    screen._choose_round("1")
    assert screen.frozen.isVisible()
    assert screen.count.text() == "4 of 4"
    assert screen.workspace.ask_again(2, "waarde-2", "platform-1", True) is None
    assert screen.round == 1  # no new round: whoever looks back is left alone
    screen._choose_round("2")
    assert screen.count.text() == "0 of 2"


def test_the_grid_is_never_on_the_projector_and_says_so(make: Callable[[Session], RateScreen]) -> None:
    screen = make(bare())
    texts = [each.text() for each in screen._side.findChildren(QLabel)]
    assert "Not on the projector" in texts


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_level_is_cut_off_in_the_narrowest_column(make: Callable[[Session], RateScreen], qtbot: QtBot, language: str) -> None:
    screen = make(example())
    screen.workspace.labels = Labels(paths.read_json(f"labels/{language}.json"))
    screen.resize(639, 460)
    screen.refresh(OPENED)
    QApplication.processEvents()
    theme, narrowest = screen.theme, screen.grid.columnWidth(0)
    figures = QFontMetricsF(theme.font("secondary", bold=True))
    for level in screen.session.levels:
        assert figures.horizontalAdvance(screen.labels.short(level)) + theme.scaled(2 * 3 + 12 + 4 + 2 * 5) <= narrowest
