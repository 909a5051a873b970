"""The cell view gives everybody's reason, and writes down what the group says: on disk, to be undone, never proposed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.divergence import cell_of, discuss_first
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Platform, Session, Value
from kanaalwaarden.ui.discuss import DiscussScreen
from kanaalwaarden.ui.lanes import lane_rows, lone_parts
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.workspace import Workspace
from tests.ui.conftest import ShownScreen

EXAMPLES = Path(__file__).parents[2] / "sessions"
NASTY = '<b>&"=1+1 שלום 😀'
LABELS = Labels(paths.read_json("labels/nl.json"))


def example(name: str = "gemeente-waterrijk-fictief") -> Session:
    """One of the shipped sessions."""
    return from_exchange(Workspace.read_json(EXAMPLES / f"{name}.json"))


class Shown(ShownScreen):
    """The conversation on a real session file, or on the example where there is no session."""

    def __init__(self, qtbot: QtBot, path: Path, session: Session | None, size: tuple[int, int] = (1208, 672), what: object = None) -> None:
        theme = Theme.load("light")
        theme.apply(QApplication.instance())  # type: ignore[arg-type]
        workspace = Workspace(LABELS)
        if session is None:
            assert workspace.open(EXAMPLES / "gemeente-waterrijk-fictief.json") is None
        else:
            assert workspace.new(path / "proef.kanaal", session) is None
        self.screen = DiscussScreen(workspace, theme)
        super().__init__(qtbot, self.screen, size, what)

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def cell(self) -> tuple[str, str]:
        return self.screen._value, self.screen._platform

    def type_in(self, qtbot: QtBot, field: Any, text: str) -> None:
        field.setFocus()
        qtbot.keyClicks(field, text)
        field.pass_on()

    def pick(self, choice: Any, key: str) -> None:
        """As a person does: choose the entry with this key."""
        place = choice.findData(key)
        assert place >= 0
        choice.setCurrentIndex(place)
        choice.activated.emit(place)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    install_fonts()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    made = Shown(qtbot, tmp_path, example())
    for model in (made.screen.first, made.screen.lanes, made.screen.platforms):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, made.screen)
    yield made
    made.workspace.close()


def test_discuss_first_in_the_order_of_the_method(shown: Shown) -> None:
    cells = discuss_first(shown.session)
    assert [(row.value, row.platform) for row in shown.screen.first.rows] == [(cell.value.id, cell.platform.id) for cell in cells]
    assert shown.cell == (cells[0].value.id, cells[0].platform.id)
    for row, cell in zip(shown.screen.first.rows, cells, strict=True):
        if cell.alone:
            assert row.beside == f"{len(cell.alone)} afwijkend: {', '.join(each.code for each in cell.alone)}"
        for lone in cell.alone:
            assert lone.name in row.accessible


@pytest.mark.parametrize("name", ["conclusion", "note"])
def test_keys_that_type_nothing_leave_the_focus_in_the_text(qtbot: QtBot, shown: Shown, name: str) -> None:
    field = getattr(shown.screen, name)
    field.setFocus()
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_F5, Qt.Key.Key_CapsLock):
        qtbot.keyClick(field, key)
    assert field.hasFocus()
    for key, held in ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)):
        field.setFocus()
        qtbot.keyClick(field, key, held)
        assert shown.screen.lane_table.hasFocus()


def test_a_conclusion_ticks_off_the_cell(shown: Shown) -> None:
    shown.screen.show_cell("betrouwbaarheid", "facebook")
    place = shown.screen.first.place_of("betrouwbaarheid", "facebook")
    assert not shown.screen.first.rows[place].done
    before = shown.screen.first_count.text()
    shown.pick(shown.screen.level, "matig")
    assert shown.screen.first.rows[place].done
    assert shown.screen.first_count.text() != before
    shown.workspace.undo()
    assert not shown.screen.first.rows[place].done
    assert shown.screen.first_count.text() == before
    assert shown.screen.level.currentData() == ""


def test_every_lane_is_there_and_says_niemand_when_empty(shown: Shown) -> None:
    shown.screen.show_cell("verbinding", "facebook")
    rows = shown.screen.lanes.rows
    assert [row.effect for row in rows if row.first == rows.index(row)] == ["versterkt", "geen", "matig", "veel", "geen_oordeel"]
    empty = [row for row in rows if not row.discipline]
    assert [(row.effect, row.reason) for row in empty] == [("geen", "niemand"), ("matig", "niemand")]
    told = shown.screen.lanes.data(shown.screen.lanes.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("communicatie (CO): versterkt. Hier krijgen we per week")
    assert shown.screen.lane_table.rowSpan(0, 0) == 4
    assert shown.screen.sentence.text.startswith("4 disciplines zien versterking")


def test_nobody_gave_no_judgement_then_that_lane_is_not_there(shown: Shown) -> None:
    shown.screen.show_cell("vindbaarheid", "x")
    assert "geen_oordeel" not in {row.effect for row in shown.screen.lanes.rows}


def test_the_one_alone_is_outlined_and_bold_and_named_for_screen_readers(shown: Shown) -> None:
    shown.screen.show_cell("vindbaarheid", "x")
    alone = [row for row in shown.screen.lanes.rows if row.alone]
    assert [row.discipline for row in alone] == ["privacy"]
    assert "1 afwijkend: privacy" in alone[0].told
    text = shown.screen.sentence.text
    [(start, length)] = shown.screen.sentence._bold
    assert text[start : start + length] == "privacy ziet veel afbreuk"
    table = shown.screen.lane_table
    table.scrollToBottom()
    image = table.viewport().grab().toImage()
    box = table.row_box(shown.screen.lanes.rows.index(alone[0]), 1)
    ink = shown.screen.theme.lone_outline.rgb()
    assert image.pixel(int(box.center().x()), int(box.bottom()) - 1) == ink


def test_the_lone_part_at_the_start_of_the_sentence_is_found() -> None:
    session = example()
    cell = cell_of(session, session.value("betrouwbaarheid"), session.platform("x"))
    sentence = LABELS.sentence(session, cell)
    [(start, length)] = lone_parts(session, LABELS, cell, sentence)
    assert sentence[start : start + length] == "ICT ziet matige afbreuk"


def test_reasons_wrap_in_full(shown: Shown) -> None:
    long = "Een lange toelichting die nooit wordt afgekapt. " * 12
    shown.screen.show_cell("vindbaarheid", "x")
    before = shown.screen.lane_table.content_height
    assert shown.workspace.explain(1, "privacy", "x", "vindbaarheid", reason=long) is None
    assert shown.workspace.explain(1, "privacy", "x", "vindbaarheid", condition="het ook zonder account kan") is None
    row = next(row for row in shown.screen.lanes.rows if row.discipline == "privacy")
    assert row.condition == "onder voorwaarde dat het ook zonder account kan"
    assert shown.screen.lane_table.content_height > before + 50
    widths = [shown.screen.lane_table.columnWidth(column) for column in range(4)]
    _, reason, _, _ = shown.screen.lane_table.texts(row, widths)
    assert reason.text() == long.strip()


def test_missing_and_absent_disciplines_are_named(qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    session.apply(intents.rate(session, 1, "griffie", "x", "vindbaarheid", "").edits)
    for platform, value in [("x", "vindbaarheid")]:
        found = session.rating(1, "archief", platform, value)
        assert found is not None
        session.apply(intents.rate(session, 1, "archief", platform, value, "").edits)
    session.apply(intents.update(session, session.discipline("archief"), "", absent=True).edits)
    shown = Shown(qtbot, tmp_path, session, what=("vindbaarheid", "x"))
    assert "griffie" in shown.screen.missing.text
    assert "Afwezig: archief." in shown.screen.missing.text
    shown.workspace.close()


def test_conclusion_round_trip_on_disk_and_undo(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    shown.screen.show_cell("verbinding", "mastodon")
    assert shown.screen.level.currentData() == ""
    assert [shown.screen.level.itemData(place) for place in range(6)] == ["versterkt", "geen", "matig", "veel", "niet_eenduidig", ""]
    assert not any(shown.screen.level.itemIcon(place).isNull() for place in range(6))
    shown.pick(shown.screen.level, "niet_eenduidig")
    shown.type_in(qtbot, shown.screen.conclusion, "Hier zijn wij het niet eens.")
    kept = shown.session.conclusion("verbinding", "mastodon")
    assert kept is not None
    assert (kept.effect, kept.text) == ("niet_eenduidig", "Hier zijn wij het niet eens.")
    other = Workspace(LABELS)
    shown.workspace.snapshot()
    assert other.peek(tmp_path / "proef.kanaal").conclusion("verbinding", "mastodon") == kept
    shown.workspace.undo()
    assert shown.screen.conclusion.toPlainText() == ""
    assert shown.screen.level.currentData() == "niet_eenduidig"
    shown.workspace.undo()
    assert shown.screen.level.currentData() == ""
    shown.workspace.redo()
    assert shown.screen.level.currentData() == "niet_eenduidig"


def test_minority_note_round_trip(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.screen
    screen.show_cell("inclusiviteit", "youtube")
    assert screen.who.itemData(0) == "privacy"  # the one who stands alone comes first
    assert not screen.confirmed.isEnabled()
    shown.type_in(qtbot, screen.note, "Zonder account zie je niets.")
    assert screen.confirmed.isEnabled()
    screen.confirmed.click()
    [note] = shown.session.minority_notes("inclusiviteit", "youtube")
    assert (note.discipline, note.text, note.confirmed) == ("privacy", "Zonder account zie je niets.", True)
    shown.type_in(qtbot, screen.note, " Echt niet.")
    assert not screen.confirmed.isChecked()  # other words are not confirmed
    shown.pick(screen.who, "griffie")
    assert screen.note.toPlainText() == ""
    assert "privacy: Zonder account zie je niets. Echt niet. (nog niet bevestigd)" in screen.other_notes.text
    shown.type_in(qtbot, screen.note, "Wij zien dat anders.")
    assert [each.discipline for each in shown.session.minority_notes("inclusiviteit", "youtube")] == ["griffie", "privacy"]
    shown.workspace.undo()
    assert [each.discipline for each in shown.session.minority_notes("inclusiviteit", "youtube")] == ["privacy"]


def test_what_is_typed_goes_to_the_cell_it_was_typed_in(shown: Shown, qtbot: QtBot) -> None:
    shown.screen.show_cell("verbinding", "mastodon")
    shown.screen.conclusion.setFocus()
    qtbot.keyClicks(shown.screen.conclusion, "Voor Mastodon")
    shown.screen.show_cell("vindbaarheid", "x")
    first = shown.session.conclusion("verbinding", "mastodon")
    assert first is not None
    assert first.text == "Voor Mastodon"
    assert "Mastodon" not in shown.screen.conclusion.toPlainText()
    shown.screen.show_cell("inclusiviteit", "instagram")
    qtbot.keyClicks(shown.screen.conclusion, "Nog iets")
    shown.screen.leave()
    shown.workspace.undo()  # one stay in the field, two cells: two steps
    assert shown.session.conclusion("verbinding", "mastodon") == first


def test_typing_is_not_overwritten(shown: Shown, qtbot: QtBot) -> None:
    shown.screen.show_cell("verbinding", "mastodon")
    shown.screen.conclusion.setFocus()
    qtbot.keyClicks(shown.screen.conclusion, "half een zin")
    assert shown.workspace.rate(1, "archief", "mastodon", "verbinding", "geen") is None
    assert shown.screen.conclusion.toPlainText() == "half een zin"


def test_refused_is_said_under_the_field(shown: Shown) -> None:
    shown.screen.show_cell("verbinding", "mastodon")
    shown.screen.conclusion.setPlainText("x" * 20_001)
    shown.screen.conclusion.pass_on()
    assert "20001" in shown.screen.conclusion.accessibleDescription()
    shown.screen.show_cell("vindbaarheid", "x")
    assert shown.screen.conclusion.accessibleDescription() == ""


def test_every_cell_can_be_reached_and_all_platforms_too(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.screen
    screen.any_value.setCurrentIndex(screen.any_value.findData("vindbaarheid"))
    shown.pick(screen.any_platform, "youtube")
    assert shown.cell == ("vindbaarheid", "youtube")
    shown.pick(screen.any_platform, "")
    assert shown.cell == ("vindbaarheid", "")
    assert screen.platform_table.isVisible()
    assert not screen.lane_table.isVisible()
    rows = screen.platforms.rows
    assert [row.name for row in rows] == [each.name for each in shown.session.platforms]
    assert "privacy ziet veel afbreuk" in rows[0].accessible
    shown.pick(screen.level, "matig")
    kept = shown.session.conclusion("vindbaarheid", "")
    assert kept is not None
    assert kept.effect == "matig"
    screen.platform_table.setFocus()
    qtbot.keyClick(screen.platform_table, Qt.Key.Key_Down)
    qtbot.keyClick(screen.platform_table, Qt.Key.Key_Return)
    assert shown.cell == ("vindbaarheid", shown.session.platforms[1].id)
    assert screen.lane_table.hasFocus()


def test_alt_and_arrows_go_through_the_list_from_anywhere(shown: Shown, qtbot: QtBot) -> None:
    cells = [(row.value, row.platform) for row in shown.screen.first.rows]
    shown.screen.conclusion.setFocus()
    qtbot.keyClick(shown.screen.conclusion, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown.cell == cells[1]
    qtbot.keyClick(shown.screen.lane_table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.cell == cells[0]
    shown.screen.step(-1)
    assert shown.cell == cells[0]
    qtbot.mouseClick(shown.screen.next, Qt.MouseButton.LeftButton)
    assert shown.cell == cells[1]
    assert shown.screen.first_view.currentIndex().row() == 1
    shown.screen.conclusion.setFocus()
    qtbot.keyClick(shown.screen.conclusion, Qt.Key.Key_Escape)
    assert shown.screen.lane_table.hasFocus()
    qtbot.mouseClick(shown.screen.back, Qt.MouseButton.LeftButton)
    assert shown.went == [("overview", cells[1])]


def test_the_list_follows_the_ratings(shown: Shown) -> None:
    assert shown.screen.first.place_of("verbinding", "youtube") < 0
    assert shown.workspace.rate(1, "archief", "youtube", "verbinding", "veel") is None
    assert shown.screen.first.place_of("verbinding", "youtube") >= 0
    shown.workspace.undo()
    assert shown.screen.first.place_of("verbinding", "youtube") < 0


def test_a_cell_that_is_removed_gives_way(shown: Shown) -> None:
    shown.screen.show_cell("verbinding", "mastodon")
    assert shown.workspace.remove(shown.session.platform("mastodon")) is None
    assert shown.cell[1] != "mastodon"
    assert shown.screen.lanes.rows


def test_read_only_shows_everything_and_writes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, None)
    screen = shown.screen
    assert shown.workspace.read_only
    screen.show_cell("verbinding", "facebook")
    assert screen.conclusion.isReadOnly()
    assert not screen.level.isVisible()
    assert screen.level_said.accessibleName() == "niet eenduidig"
    assert not screen.confirmed.isVisible()
    noted = next(iter(shown.session.tables["minority_note"].values()))
    screen.show_cell(noted.value, noted.platform)
    assert screen.note.toPlainText() == noted.text
    assert screen.note.isReadOnly()


def test_one_voice(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example("provincie-utrecht-2025"))
    assert shown.cell == ("transparantie", "")
    assert shown.screen.nothing.isVisible()
    assert shown.screen.conclusion.toPlainText()
    assert "Niet uitgesplitst" in shown.screen.sentence.text
    shown.workspace.close()


def test_empty_session(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, Session())
    assert shown.screen.empty.isVisible()
    qtbot.mouseClick(shown.screen.empty.button, Qt.MouseButton.LeftButton)
    assert shown.went == [("prepare", None)]
    for kind in (Value, Platform):
        assert shown.workspace.add(kind, "een") is None
    assert shown.cell == ("een", "")
    shown.screen.show_cell("een", "een")
    assert [row.reason for row in shown.screen.lanes.rows] == ["niemand"] * 3
    assert shown.workspace.add(Discipline, "griffie") is None
    assert "griffie" in shown.screen.missing.text
    shown.workspace.close()


def test_names_and_texts_are_shown_literally(qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    session.apply(intents.update(session, session.value("vindbaarheid"), "", name=NASTY, definition=NASTY).edits)
    session.apply(intents.update(session, session.platform("x"), "", name=NASTY + " p").edits)
    session.apply(intents.update(session, session.discipline("privacy"), "", name=NASTY + " d").edits)
    session.apply(intents.explain(session, 1, "privacy", "x", "vindbaarheid", reason=NASTY).edits)
    shown = Shown(qtbot, tmp_path, session, what=("vindbaarheid", "x"))
    screen = shown.screen
    assert screen.title.text == f"{NASTY} × {NASTY} p"
    assert screen.question.text.startswith(NASTY)
    [(start, length)] = screen.sentence._bold
    assert screen.sentence.text[start : start + length] == f"{NASTY} d ziet veel afbreuk"
    assert screen.confirmed.text().replace("&&", "&").endswith(f"{NASTY} d")
    row = next(place for place, row in enumerate(screen.lanes.rows) if row.discipline == "privacy")
    for model, index in ((screen.lanes, screen.lanes.index(row, 2)), (screen.first, screen.first.index(1))):
        tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
        assert GuiQt.mightBeRichText(tip)
        assert "<b>" not in tip
    assert screen.lanes.data(screen.lanes.index(row, 2)) == NASTY
    assert not screen.grab().isNull()
    shown.workspace.close()


def test_a_narrow_window_has_the_list_on_top_and_scrolls(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, tmp_path, example(), (639, 460))
    screen = shown.screen
    assert not screen.side.isVisible()
    assert screen.first_list.isVisible()
    assert screen.any_value.isVisible()
    assert screen.lane_table.height() >= screen.lane_table.content_height
    assert screen.scroller.verticalScrollBar().maximum() > 0
    screen.lane_table.setFocus()
    for _ in range(len(screen.lanes.rows)):
        qtbot.keyClick(screen.lane_table, Qt.Key.Key_Down)
    assert screen.scroller.verticalScrollBar().value() > 0
    place = screen.first_list.findText(screen.first.rows[2].title, Qt.MatchFlag.MatchStartsWith)
    screen.first_list.setCurrentIndex(place)
    screen.first_list.activated.emit(place)
    assert shown.cell == screen.first.rows[2].key
    screen.resize(1208, 672)
    QApplication.processEvents()
    assert screen.side.isVisible()
    assert not screen.first_list.isVisible()
    assert screen.any_value.parent() is screen.side
    shown.workspace.close()


def test_three_levels() -> None:
    session = example("provincie-utrecht-2025")
    cell = cell_of(session, session.values[0], session.platforms[0])
    assert [row.word for row in lane_rows(session, LABELS, cell)] == [
        "geen negatieve invloed", "matig negatieve invloed", "veel negatieve invloed",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["gemeente-waterrijk-fictief", "provincie-utrecht-2025"])
def test_a_level_is_never_cut_off(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    shown = Shown(qtbot, tmp_path, example(name))
    level = shown.screen.level
    room = level.width() - level.iconSize().width() - 40  # edge, padding and arrow
    assert room >= max(level.fontMetrics().horizontalAdvance(level.itemText(place)) for place in range(level.count()))
    shown.workspace.close()


def test_tab_goes_through_the_conclusion_as_one_reads_it(qtbot: QtBot, shown: Shown) -> None:
    screen = shown.screen
    screen.show_cell("betrouwbaarheid", "facebook")
    assert screen.workspace.note_minority("betrouwbaarheid", "facebook", screen._who, text="Anders.") is None
    screen.level.setFocus()
    for following in (screen.conclusion, screen.who, screen.note, screen.confirmed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_a_long_name_pushes_nothing_out_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    session = example()
    session.apply(intents.update(session, session.disciplines[0], "2026-11-14", name="gegevensbescherming " * 9).edits)
    shown = Shown(qtbot, tmp_path, session, what=("verbinding", "facebook"))
    screen = shown.screen
    shown.pick(screen.who, session.disciplines[0].id)
    QApplication.processEvents()
    inner = screen.scroller.widget()
    assert inner is not None
    assert inner.width() <= screen.scroller.viewport().width()
    assert screen.conclusion.width() > 380  # what the speaking panel leaves of 1208
    shown.workspace.close()
