"""The overview says in every cell who stands where, in words too, and stays true after every change."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.divergence import cell_of, state_counts
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Edit, Platform, Session, Value
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.ui.overview import OverviewScreen
from kanaalwaarden.ui.overview_model import ALL, DISCIPLINE, PLATFORM, VALUE, Answer, BlindCell
from kanaalwaarden.ui.texts import lay_out, lay_out_most
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.widgets import safe_tip
from kanaalwaarden.ui.workspace import Workspace
from tests.ui.conftest import ShownScreen

EXAMPLES = Path(__file__).parents[2] / "sessions"
WATERRIJK, UTRECHT = "gemeente-waterrijk-fictief", "provincie-utrecht-2025"
NASTY = '<b>&"=1+1 שלום 😀'


def example(name: str = WATERRIJK) -> Session:
    """One of the shipped sessions."""
    return from_exchange(Workspace.read_json(EXAMPLES / f"{name}.json"))


def made(values: int, platforms: int, disciplines: int, scale: str = "tweezijdig") -> Session:
    """A session of this size; everybody sees 'geen', the first discipline 'veel'."""
    session = Session()
    session.apply(intents.set_case(session, title="Proef", scale=scale).edits)
    kinds: list[tuple[type[Any], int]] = [(Value, values), (Platform, platforms), (Discipline, disciplines)]
    for kind, count in kinds:
        for number in range(count):
            session.apply(intents.add(session, kind, f"{kind.__name__} {number + 1}").edits)
    for value in session.values:
        for platform in session.platforms:
            for place, each in enumerate(session.disciplines):
                effect = "veel" if place == 0 else "geen"
                session.apply(intents.rate(session, 1, each.id, platform.id, value.id, effect).edits)
    return session


class Shown(ShownScreen):
    """The overview on a real session file."""

    def __init__(self, qtbot: QtBot, path: Path, session: Session, size: tuple[int, int] = (1208, 672), what: object = None) -> None:
        theme = Theme.load("light")
        theme.apply(QApplication.instance())  # type: ignore[arg-type]
        workspace = Workspace(Labels(paths.read_json("labels/nl.json")))
        assert workspace.new(path / "proef.kanaal", session) is None
        self.screen = OverviewScreen(workspace, theme)
        super().__init__(qtbot, self.screen, size, what)

    @property
    def model(self) -> Any:
        return self.screen.model

    @property
    def table(self) -> Any:
        return self.screen.table

    def at(self, value: str, platform: str) -> tuple[int, int]:
        rows, columns = [each.id for each in self.model.rows], [each.id for each in self.model.columns]
        return rows.index(value), columns.index(platform)

    def cell_image(self, row: int, column: int) -> QImage:
        box: QRect = self.table.visualRect(self.model.index(row, column))
        return self.table.viewport().grab(box).toImage()  # type: ignore[no-any-return]

    def session_values(self) -> Any:
        return self.workspace.session.values

    def choose(self, view: str, which: str = "") -> None:
        self.screen._choose_view(view)
        if which:
            self.screen._choose_which(which)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    install_fonts()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    made_ = Shown(qtbot, tmp_path, example())
    QAbstractItemModelTester(made_.model, QAbstractItemModelTester.FailureReportingMode.Warning, made_.screen)
    yield made_
    made_.workspace.close()


def test_every_cell_says_in_words_who_stands_alone(shown: Shown) -> None:
    session, found = shown.workspace.session, 0
    for row, value in enumerate(session.values):
        for column, platform in enumerate(session.platforms):
            told = shown.model.data(shown.model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
            assert told.startswith(f"{value.name} × {platform.name}: ")
            for lone in cell_of(session, value, platform).alone:
                assert re.search(rf"\b{re.escape(lone.name)} ziet ", told, re.IGNORECASE), told
                found += 1
    assert found > 10


def test_conclusions_stand_beside_the_marks(shown: Shown) -> None:
    row, column = shown.at("verbinding", "facebook")
    item = shown.model.item(row, column)
    assert isinstance(item, CellPicture)
    assert item.conclusion == "niet_eenduidig"
    assert item.divergence_word == "tegenpolen"
    assert sum(1 for seat in item.seats if seat.lane is not None) == 9
    head = shown.model.row_head(row)
    assert head.conclusion == "niet_eenduidig"
    assert "alle platforms" in head.accessible


def test_a_rating_makes_and_paints_only_its_own_cell_again(shown: Shown, qtbot: QtBot) -> None:
    row, column = shown.at("verbinding", "linkedin")
    other = shown.model.item(0, 0)
    before, image = shown.model.item(row, column), shown.cell_image(row, column)
    with qtbot.waitSignal(shown.model.dataChanged) as signal:
        assert shown.workspace.rate(1, "privacy", "linkedin", "verbinding", "veel") is None
    assert [(each.row(), each.column()) for each in signal.args[:2]] == [(row, column), (row, column)]
    after = shown.model.item(row, column)
    assert after.divergence == "tegenpolen" != before.divergence
    assert "privacy ziet veel afbreuk" in after.accessible
    assert shown.model.item(0, 0) is other
    assert shown.cell_image(row, column) != image
    shown.workspace.undo()
    assert shown.model.item(row, column) == before
    assert shown.cell_image(row, column) == image


def test_conclusion_note_and_rename_are_seen(shown: Shown) -> None:
    row, column = shown.at("verbinding", "mastodon")
    assert shown.model.item(row, column).conclusion == ""
    assert shown.workspace.conclude("verbinding", "mastodon", effect="geen") is None
    assert shown.workspace.note_minority("verbinding", "mastodon", "privacy", text="Toch niet.") is None
    assert shown.model.item(row, column).conclusion == "geen"
    assert shown.model.item(row, column).accessible.endswith("Minderheidsstandpunt van privacy vastgelegd.")
    assert shown.workspace.conclude("verbinding", "", effect="veel") is None
    assert shown.model.row_head(row).conclusion == "veel"
    shown.table.setCurrentIndex(shown.model.index(row, column))
    assert shown.workspace.update(shown.workspace.session.value("verbinding"), name="Contact") is None
    assert shown.model.row_head(row).name == "Contact"
    assert shown.table.current_cell == (row, column)
    shown.workspace.undo()
    assert shown.model.row_head(row).name == "Verbinding"


def test_there_is_always_a_current_cell_and_it_is_told(shown: Shown) -> None:
    assert shown.table.current_cell == (0, 0)
    row, column = shown.at("betrouwbaarheid", "x")
    shown.table.setCurrentIndex(shown.model.index(row, column))
    told = "Betrouwbaarheid × X: ICT ziet matige afbreuk; 8 disciplines zien veel afbreuk. Conclusie: veel afbreuk."
    assert shown.said[-1].startswith(told)
    assert shown.said[-1].endswith(shown.screen.tr("Enter opens the cell"))
    assert shown.workspace.remove(shown.workspace.session.value("betrouwbaarheid")) is None
    assert shown.table.currentIndex().isValid()


def test_the_keyboard_opens_a_cell_and_the_conclusion_of_a_value(shown: Shown, qtbot: QtBot) -> None:
    qtbot.waitUntil(shown.table.hasFocus)
    qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    qtbot.keyClick(shown.table, Qt.Key.Key_Right)
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.went[-1] == ("discuss", ("vindbaarheid", "facebook"))
    qtbot.keyClick(shown.table, Qt.Key.Key_Left)
    qtbot.keyClick(shown.table, Qt.Key.Key_Left)
    assert shown.table.in_header
    assert "Vindbaarheid, alle platforms: Conclusie: geen invloed." in shown.said[-1]
    qtbot.keyClick(shown.table.row_header, Qt.Key.Key_Down)
    qtbot.keyClick(shown.table.row_header, Qt.Key.Key_Enter)
    assert shown.went[-1] == ("discuss", ("verbinding", ""))
    qtbot.keyClick(shown.table.row_header, Qt.Key.Key_Right)
    assert shown.table.hasFocus()


def test_the_mouse_opens_too(shown: Shown, qtbot: QtBot) -> None:
    box = shown.table.visualRect(shown.model.index(1, 2))
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.mouseDClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert shown.went[-1] == ("discuss", ("vindbaarheid", "instagram"))
    qtbot.mouseClick(shown.table.row_header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert shown.went[-1] == ("discuss", ("transparantie", ""))
    qtbot.mouseClick(shown.screen.discuss, Qt.MouseButton.LeftButton)
    assert shown.went[-1] == ("discuss", None)


def test_one_discipline(shown: Shown) -> None:
    shown.choose(DISCIPLINE, "privacy")
    session = shown.workspace.session
    for row, value in enumerate(session.values):
        for column, platform in enumerate(session.platforms):
            rating = session.standing(1, "privacy", platform.id, value.id)
            item = shown.model.item(row, column)
            assert isinstance(item, Answer)
            assert item.effect == (rating.effect if rating else "")
            assert rating is None or rating.reason in item.accessible
    assert shown.screen.which.currentText() == "PR privacy"
    row, column = shown.at("vindbaarheid", "x")
    assert shown.model.item(row, column).alone
    assert "1 afwijkend: privacy" in shown.model.item(row, column).accessible


def test_one_value_and_one_platform_show_the_same_answers(shown: Shown, qtbot: QtBot) -> None:
    session = shown.workspace.session
    shown.choose(VALUE, "verbinding")
    assert [each.id for each in shown.model.rows] == [each.id for each in session.disciplines]
    head = shown.model.column_head(1)
    assert head.picture is not None
    assert head.picture.divergence == "tegenpolen"
    assert "tegenpolen" in shown.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    by_value = [[shown.model.item(row, column).effect for row in range(9)] for column in range(len(session.platforms))]
    place = [each.id for each in session.values].index("verbinding")
    for column, platform in enumerate(session.platforms):
        shown.choose(PLATFORM, platform.id)
        assert [shown.model.item(row, place).effect for row in range(9)] == by_value[column]
        assert shown.model.target(0, place) == ("verbinding", platform.id)
    with qtbot.waitSignal(shown.model.headerDataChanged):
        assert shown.workspace.rate(1, "archief", platform.id, "verbinding", "veel") is None
    assert shown.model.item(8, place).effect == "veel"
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.went[-1][0] == "discuss"
    shown.screen._open(2, -1)
    assert (shown.model.view, shown.model.which) == (DISCIPLINE, session.disciplines[2].id)


def test_the_view_chosen_keeps_the_cell_one_was_on(shown: Shown) -> None:
    row, column = shown.at("inclusiviteit", "youtube")
    shown.table.setCurrentIndex(shown.model.index(row, column))
    shown.choose(VALUE)
    assert shown.model.which == "inclusiviteit"
    assert shown.model.target(*shown.table.current_cell) == ("inclusiviteit", "youtube")
    shown.choose(PLATFORM)
    assert shown.model.which == "youtube"
    shown.choose(ALL)
    assert shown.table.current_cell == (row, column)


def test_counts_and_seats_on_a_wide_window(qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    session.apply(intents.update(session, session.discipline("archief"), "", absent=True).edits)
    shown = Shown(qtbot, tmp_path, session, (1736, 1034))
    counts = state_counts(session)
    assert shown.screen.counts.isVisible()
    for state in ("tegenpolen", "verschil", "nuance", "eensgezind"):
        assert shown.screen._counts[state].accessibleName() == f"{state} {counts[state]}"
    assert shown.screen.foot.isVisible()
    assert "CO\u00a0communicatie" in shown.screen.seats.text
    assert shown.screen.absent.text() == "Afwezig: archief"
    assert shown.workspace.rate(1, "privacy", "linkedin", "verbinding", "veel") is None
    assert shown.screen._counts["tegenpolen"].accessibleName() == f"tegenpolen {counts['tegenpolen'] + 1}"
    shown.screen.resize(1208, 672)
    QApplication.processEvents()
    assert not shown.screen.foot.isVisible()
    shown.workspace.close()


def test_a_narrow_window_has_menus_instead(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example(), (639, 460))
    assert not shown.screen.views.isVisible()
    assert shown.screen.view_list.isVisible()
    assert shown.screen.legend_button.isVisible()
    assert shown.table.head_width == 118
    words = [each.text() for each in shown.screen._legend_menu.actions() if each.text()]
    assert words[:5] == ["versterkt", "geen invloed", "matige afbreuk", "veel afbreuk", "geen oordeel"]
    shown.screen.view_list.setCurrentIndex(2)
    shown.screen.view_list.activated.emit(2)
    assert shown.model.view == VALUE
    shown.workspace.close()


def test_where_two_platforms_do_not_fit_it_starts_with_one_value(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example(), (420, 460))
    assert shown.model.view == VALUE
    shown.workspace.close()


def test_sixty_disciplines_scroll_sideways_with_codes_at_full_size(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, made(2, 3, 60))
    assert shown.model.view == VALUE  # two platforms do not fit side by side
    shown.choose(ALL)
    least = shown.table.metrics.column_min(60)
    assert all(shown.table.columnWidth(column) >= least - 0.5 for column in range(3))
    assert shown.table.horizontalScrollBar().maximum() > 0
    assert shown.table.metrics.pitch == pytest.approx(16.6)
    assert shown.table.row_header.width() == 146
    assert len(shown.model.item(0, 0).seats) == 60
    shown.workspace.close()


def test_three_levels(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, made(3, 3, 9, "eenzijdig"))
    assert shown.table.metrics.lanes == 3
    item = shown.model.item(0, 0)
    assert (item.divergence, item.named) == ("tegenpolen", 0)
    words = [shown.screen._legend.itemAt(place).widget().accessibleName() for place in range(shown.screen._legend.count())]  # type: ignore[union-attr]
    assert words == ["geen invloed", "matige invloed", "veel invloed", "geen oordeel"]
    shown.workspace.close()


def test_the_marks_of_a_cell_are_painted_where_the_axis_points(shown: Shown) -> None:
    row, column = shown.at("vindbaarheid", "youtube")
    image = shown.cell_image(row, column)
    ink = shown.screen.theme.level("versterkt").fill.rgb()
    found = {y for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == ink}
    box = shown.table.visualRect(shown.model.index(row, column)).toRectF()
    box.moveTop(0)
    middle = shown.table.metrics.lane_y(box, 0)
    assert found
    assert min(found) - 2 < middle < max(found) + 2


def test_one_voice_says_so_and_draws_no_lanes(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example(UTRECHT))
    assert shown.screen.note.text.startswith("Niet uitgesplitst")
    assert shown.model.item(0, 0).divergence_word == "niet uitgesplitst"
    assert shown.model.row_head(0).conclusion == "geen"
    assert shown.model.row_head(0).text
    image = shown.cell_image(1, 1)
    dots = shown.screen.theme.lane_dots.rgb()
    assert not any(image.pixel(x, y) == dots for x in range(image.width()) for y in range(image.height() - 1))
    shown.workspace.close()


def test_empty_states(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, Session())
    assert shown.screen.empty.isVisible()
    qtbot.mouseClick(shown.screen.empty.button, Qt.MouseButton.LeftButton)
    assert shown.went == [("prepare", None)]
    assert shown.workspace.add(Value, "Privacy") is None
    assert shown.workspace.add(Platform, "X") is None
    assert shown.table.isVisible()
    assert shown.screen.note.text
    assert shown.workspace.add(Discipline, "griffie") is None
    assert shown.workspace.rate(1, "griffie", "x", "privacy", "geen") is None
    assert shown.screen.note.text == "Ronde 1 is nog blind: alleen de voortgang is te zien. 1 van 1 disciplines klaar."
    assert shown.model.item(0, 0) == BlindCell((True,), "1 van 1", "nog blind", shown.model.item(0, 0).accessible)
    assert shown.workspace.reveal(1) is None
    assert not shown.screen.note.text
    assert shown.model.item(0, 0).divergence_word == "één stem"
    shown.workspace.close()


def test_names_are_shown_literally(qtbot: QtBot, tmp_path: Path) -> None:
    session = made(1, 1, 4)
    session.apply(intents.update(session, session.values[0], "", name=NASTY).edits)
    session.apply(intents.update(session, session.platforms[0], "", name=NASTY + " p").edits)
    session.apply(intents.update(session, session.disciplines[0], "", name=NASTY + " d").edits)
    shown = Shown(qtbot, tmp_path, session)
    told = shown.model.data(shown.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert f"{NASTY} × {NASTY} p" in told
    assert f"{NASTY} d ziet veel afbreuk" in told
    for tip in (
        shown.model.data(shown.model.index(0, 0), Qt.ItemDataRole.ToolTipRole),
        shown.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole),
        shown.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole),
    ):
        assert GuiQt.mightBeRichText(tip)
        assert "<b>" not in tip
        assert "&lt;b&gt;&amp;" in tip
    for view in (DISCIPLINE, VALUE, PLATFORM):
        shown.choose(view)
        assert not shown.screen.grab().isNull()
    shown.workspace.close()


def test_text_is_laid_out_with_emoji_and_broken_only_where_it_must() -> None:
    assert safe_tip("") == ""
    font = Theme.load("light").font()
    text = "😀 " * 40 + "einde"
    layout = lay_out_most(text, font, 100, 3)
    assert layout.lineCount() == 3
    assert layout.text().endswith("…")
    assert lay_out_most("kort", font, 100, 1).text() == "kort"
    bold = lay_out("😀 privacy", font, 500, [(2, 7)]).formats()[0]
    assert (bold.start, bold.length) == (3, 7)


def test_copy_gives_a_table_and_tab_separated_text(shown: Shown, qtbot: QtBot) -> None:
    assert shown.workspace.update(shown.workspace.session.values[0], name=NASTY) is None
    assert shown.workspace.update(shown.workspace.session.values[1], name="=1+1") is None
    qtbot.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    session = shown.workspace.session
    lines = mime.text().splitlines()
    assert len(lines) == 1 + len(session.values) + 1
    assert {len(line.split("\t")) for line in lines[:-1]} == {1 + len(session.platforms)}
    assert lines[1].startswith(NASTY)
    assert lines[2].startswith("'=1+1")
    assert lines[-1].startswith("Wie zat aan tafel: CO communicatie, ")
    assert "veel: privacy" in lines[2]
    html = mime.html()
    assert html.count("<tr") == 1 + len(session.values)
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
    assert "mso-number-format" in html


def test_copy_of_a_selection(shown: Shown, qtbot: QtBot) -> None:
    shown.table.setCurrentIndex(shown.model.index(1, 1))
    qtbot.keyClick(shown.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().mimeData().text().splitlines()
    assert lines[0].split("\t")[1:] == ["Facebook", "Instagram"]
    assert len(lines) == 3


def test_rounds_are_offered_when_there_is_more_than_one(qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    first = session.rating(1, "privacy", "facebook", "verbinding")
    assert first is not None
    session.apply(intents.import_ratings(session, [replace(first, round=2, effect="geen")]).edits)
    shown = Shown(qtbot, tmp_path, session)
    assert shown.screen.rounds is not None
    assert shown.model.round == 2
    row, column = shown.at("verbinding", "facebook")
    assert shown.model.item(row, column).seats[5].effect == "geen"
    shown.screen._choose_round("1")
    assert shown.model.item(row, column).seats[5].effect == "veel"
    assert shown.screen.rounds.key == "1"
    shown.workspace.close()


def test_another_session_starts_afresh(shown: Shown, tmp_path: Path) -> None:
    shown.choose(VALUE)
    assert shown.workspace.new(tmp_path / "ander.kanaal", made(2, 2, 3)) is None
    assert shown.model.view == ALL
    assert shown.model.rowCount() == 2


def test_a_full_repaint_is_fast(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, made(8, 6, 9))
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)

    def texts() -> None:
        """As many texts as there are marks, with nothing around them, ten times over."""
        with QPainter(picture) as painter:
            for number in range(10 * 8 * 6 * 9):
                painter.drawText(number % 1200, number % 700, f"D{number % 9}")

    def least(do: Callable[[], object]) -> float:
        times = []
        for _ in range(6):
            start = time.process_time()  # of this process: what else the computer is doing says nothing about the painting
            do()
            times.append(time.process_time() - start)
        return min(times)

    ratio = least(shown.table.viewport().grab) / least(texts)
    assert ratio < 6
    shown.workspace.close()


def test_names_of_a_source_with_one_voice_stay_whole_in_a_small_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example("provincie-utrecht-2025"), (639, 460))
    header, theme = shown.table.row_header, shown.table.theme
    for value in shown.session_values():
        width = header.width() - theme.scaled(10 + 4 + 8)
        name, _ = header._name(value.label, width, width, theme.scaled(40))
        assert name.text() == value.label
        longest = max(value.label.split(), key=len)
        assert any(longest in part for part in lines_of(name)), longest
    shown.workspace.close()


def lines_of(layout: Any) -> list[str]:
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
# Blind and later rounds


def test_a_cell_that_is_asked_again_says_in_which_round(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, made(2, 2, 3))
    value, platform = shown.model.target(0, 0)
    assert shown.workspace.next_round([(value, platform)]) is None
    assert shown.screen._round == 2  # the round that has just begun is what everybody looks at
    told = [str(shown.model.data(shown.model.index(0, column))) for column in (0, 1)]
    assert [each.endswith(" R2") for each in told] == [True, False]
    assert shown.model.cell_lines(0, 0)[1].endswith(" R2")
    assert shown.workspace.rate(2, shown.model._session.disciplines[0].id, platform, value, "geen") is None
    assert shown.model.item(0, 0).divergence == "eensgezind"
    shown.screen._choose_round("1")
    assert shown.model.item(0, 0).divergence != "eensgezind"
    assert not str(shown.model.data(shown.model.index(0, 0))).endswith("R2")
    shown.workspace.close()


def test_a_blind_table_keeps_its_place_and_copies_progress_only(qtbot: QtBot, tmp_path: Path) -> None:
    session = made(2, 2, 3)
    session.apply([Edit(each, None) for each in session.ratings])
    shown = Shown(qtbot, tmp_path, session)
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    value, platform = shown.model.target(1, 1)
    shown.screen._choose_view(PLATFORM)
    for each in session.disciplines:
        assert shown.workspace.rate(1, each.id, platform, value, "veel") is None
        assert shown.screen._view == PLATFORM  # what is shown is made anew at every answer; where one stood stays
    shown.screen._choose_view(ALL)
    assert shown.model.item(1, 1).text == "3 van 3"
    assert shown.model.item(0, 0).text == "0 van 3"
    shown.table.copy()
    copied = QGuiApplication.clipboard().text()
    assert "nog blind; 3 van 3" in copied
    assert "veel" not in copied
    assert "nog geen conclusie" not in copied
    assert shown.workspace.reveal(1, value) is None
    assert shown.model.item(1, 1).divergence == "eensgezind"
    assert isinstance(shown.model.item(0, 0), BlindCell)
    shown.workspace.close()
