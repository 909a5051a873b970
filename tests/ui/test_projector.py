"""The projector: type that is large enough, nothing clipped, one stage for both windows, displays that come and go."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core import slides as core
from kanaalwaarden.core.blind import blind_progress, visible
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Edit, MinorityNote, Platform, Round, Session, Value, session_of
from kanaalwaarden.core.slides import BLANK, PAUSE, PROGRESS, TABLE, TITLE, Slide
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.projector import USUAL_SIZE, ProjectorWindow, Stage
from kanaalwaarden.ui.slides import Drawn, SlidePainter
from kanaalwaarden.ui.steer import SteerScreen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace
from tests.samples import full, grid
from tests.ui.conftest import example

SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]
LONG = ("lange naam voor iets waarover wij vanavond spreken en die niemand in een keer onthoudt " * 3)[:199].strip()
ROOT = Path(__file__).resolve().parents[2]


def long_names() -> Session:
    """60 disciplines, and names of 200 characters everywhere."""
    records = []
    for each in full(2, 3, 60).records():
        if isinstance(each, (Value, Platform)) or (isinstance(each, Discipline) and each.position % 3 == 0):
            each = replace(each, name=f"{each.position} {LONG}"[:200])
        if isinstance(each, Value):
            each = replace(each, definition=f"{LONG}. " * 9, question=f"{LONG}?")
        records.append(each)
    session = session_of(records)
    session.apply([Edit(None, MinorityNote("w1", "p1", f"d{number}", f"{LONG}. " * 6)) for number in range(1, 5)])
    return session


SESSIONS: dict[str, Callable[[], Session]] = {
    "waterrijk": example,
    "utrecht": lambda: example("provincie-utrecht-2025"),
    "12x12x8": lambda: full(8, 12, 12),
    "long names": long_names,
    "nothing": Session,
}


def some(session: Session, labels: Labels) -> list[Slide]:
    """Every kind of slide, of cells and matrices the first and the last few; and a blind round on the same session."""
    keys = core.keys(session)
    cells = [key for key in keys if key[0] in ("cell", "matrix", "value")]
    chosen = [key for key in keys if key not in cells or key in cells[:5] or key in cells[-4:]]
    made = [core.slide_of(session, [], labels, key) for key in [*chosen, PAUSE, BLANK]]
    blind = session_of([*(each for each in session.records() if not isinstance(each, Round)), Round(1, "", blind=True)])
    return [*made, core.slide_of(visible(blind), blind_progress(blind), labels, PROGRESS)]


def paint(painter: SlidePainter, slide: Slide, size: QSizeF, page: int, zoom: float) -> list[Drawn]:
    image = QImage(8, 8, QImage.Format.Format_RGB32)  # what falls outside is still recorded
    record: list[Drawn] = []
    with QPainter(image) as on:
        painter.paint(on, slide, size, page, zoom, record)
    return record


@pytest.mark.parametrize("zoom", [1.0, 1.6])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SESSIONS)
def test_every_text_is_large_enough_inside_the_display_and_whole(
    theme: Theme, labels: Labels, name: str, size: tuple[int, int], zoom: float
) -> None:
    painter = SlidePainter()
    width, height = size
    for slide in some(SESSIONS[name](), labels):
        room = QSizeF(width, height)
        drawn = [each for page in range(painter.pages(slide, room, zoom)) for each in paint(painter, slide, room, page, zoom)]
        for each in drawn:
            assert each.pixels >= height / 30 * zoom, (slide.key, each)
            inside = each.rect.left() >= 0 and each.rect.top() >= 0 and each.rect.right() <= width and each.rect.bottom() <= height
            assert inside, (slide.key, each)
        words = {word for each in drawn for word in each.text.split()}
        missing = [word for word in shown_words(slide) if word not in words]
        assert not missing, (slide.key, missing[:5])


def shown_words(slide: Slide) -> list[str]:
    """The words that must be somewhere on the pages of a slide."""
    if isinstance(slide, core.TitleSlide):
        told = [slide.title, slide.organisation, slide.date, slide.occasion, slide.fictional]
    elif isinstance(slide, core.AgendaSlide):
        told = [each.name for each in slide.steps]
    elif isinstance(slide, core.RulesSlide):
        told = [*slide.rules, *(word for _, word in slide.levels)]
    elif isinstance(slide, core.ValueSlide):
        told = [slide.title, slide.definition, slide.question]
    elif isinstance(slide, core.ProgressSlide):
        told = [slide.question, slide.text, slide.count, *(f"{each.code} {each.name}" for each in slide.seats)]
    elif isinstance(slide, core.CellSlide):
        told = [slide.over, slide.title, slide.question, slide.state_word, "".join(run.text for run in slide.sentence), slide.conclusion]
        told += [mark.name for lane in slide.lanes for mark in lane.marks] + [lane.word for lane in slide.lanes]
    elif isinstance(slide, core.MatrixSlide):
        told = [slide.title, *slide.platforms, *(row.name for row in slide.rows), *(word for row in slide.rows for _, word in row.answers)]
    elif isinstance(slide, core.TableSlide):
        told = [*slide.platforms, *(row.name for row in slide.rows), *(word for _, word in slide.legend)]
        told += [cell.divergence_word for row in slide.rows for cell in row.cells if cell]
        told += [seat.code for row in slide.rows for cell in row.cells if cell for seat in cell.seats if seat.alone]
    elif isinstance(slide, core.MinoritySlide):
        told = [f"{each.who} {each.text} {each.confirmed_word}" for each in slide.notes]
    elif isinstance(slide, core.PauseSlide):
        told = [slide.title, slide.text]
    else:
        told = []
    return [word for text in told for word in text.split()]


def test_an_unbroken_name_is_broken_and_not_clipped(theme: Theme, labels: Labels) -> None:
    session = grid(1, 1, ["W" * 200, "griffie"])
    slide = core.slide_of(session, [], labels, ("value", "w1"))
    blind = session_of([*session.records(), Round(1, "", blind=True)])
    painter, room = SlidePainter(), QSizeF(1024, 768)
    for each in (slide, core.slide_of(blind, blind_progress(blind), labels, PROGRESS)):
        drawn = [text for page in range(painter.pages(each, room, 1.6)) for text in paint(painter, each, room, page, 1.6)]
        assert all(text.rect.right() <= 1024 for text in drawn)
    assert "".join(text.text for text in drawn).count("W") >= 200


def test_the_cell_and_the_table_of_the_example_fit_one_page_as_in_the_mock_ups(theme: Theme, labels: Labels) -> None:
    painter, session = SlidePainter(), example()
    for key in core.keys(session):
        if key[0] in ("cell", "table", "value", "rules", "agenda"):
            assert painter.pages(core.slide_of(session, [], labels, key), QSizeF(1920, 1080)) == 1, key


# The stage


@pytest.fixture
def stage(theme: Theme, open_workspace: Callable[[Session], Workspace]) -> Stage:
    return Stage(open_workspace(example()))


def test_next_and_back_go_page_by_page(stage: Stage) -> None:
    stage.fit(QSizeF(1024, 768))
    assert stage.show(TABLE)
    pages = stage.pages
    assert pages > 1
    for page in range(1, pages):
        stage.next()
        assert (stage.key, stage.page) == (TABLE, page)
    stage.next()
    assert stage.key[0] == "cell"
    stage.back()
    assert (stage.key, stage.page) == (TABLE, pages - 1)
    for _ in range(200):
        stage.back()
    assert (stage.key, stage.page) == (TITLE, 0)
    for _ in range(400):
        stage.next()
    assert stage.key == stage.listed()[-1]
    assert stage.following() is None


def test_a_cover_goes_over_the_slide_and_away_again(stage: Stage) -> None:
    stage.show(TABLE)
    stage.blank()
    assert stage.slide.key == BLANK
    stage.pause()
    assert stage.slide.key == PAUSE
    stage.next()
    assert (stage.slide.key, stage.page) == (TABLE, 0)


def test_zoom_keeps_the_page_in_reach(stage: Stage) -> None:
    stage.show(TABLE)
    for _ in range(9):
        stage.zoom_by(1)
    assert stage.zoom == 1.6
    while stage.page + 1 < stage.pages:
        stage.next()
    for _ in range(9):
        stage.zoom_by(-1)
    assert stage.zoom == 1.0
    assert stage.page < stage.pages


def test_the_stage_follows_the_session_and_tells_only_what_changed(
    theme: Theme, open_workspace: Callable[[Session], Workspace]
) -> None:
    workspace = open_workspace(grid(2, 1, 2, title="Sessie"))
    stage = Stage(workspace)
    workspace.rate(1, "d1", "p1", "w1", "geen")
    assert stage.show(PROGRESS)
    told: list[str] = []
    stage.changed.connect(lambda: told.append(stage.said))
    workspace.rate(1, "d2", "p1", "w1", "veel")
    assert told == []  # nobody became ready: the room sees the same, so nothing is painted
    workspace.rate(1, "d2", "p1", "w2", "veel")
    assert len(told) == 1
    assert "1 van 2 disciplines klaar" in told[0]
    assert not stage.show(("cell", "w1", "p1"))
    workspace.rate(1, "d1", "p1", "w2", "veel")
    workspace.reveal(1)
    assert stage.key == TABLE  # the progress is over: what comes next
    assert stage.show(("cell", "w1", "p1"))
    workspace.show_start()
    assert stage.slide.key == BLANK


# The windows


def test_both_windows_steer_one_stage(window: MainWindow, qtbot: QtBot) -> None:
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    assert not window.projector.on
    window._power.trigger()
    assert window.projector.on
    assert window.projector.parent() is None
    assert window.projector.windowTitle() == "Kanaalwaarden"
    assert "Sociale media 2026" in window.projector.accessibleDescription()
    window.show_screen("projector")
    steer = window.current
    assert isinstance(steer, SteerScreen)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
        expected = window.stage.following()
        QTest.keyClick(window.projector, key)
        assert (window.stage.slide, window.stage.page) == expected
        assert steer.preview.accessibleDescription() == window.projector.accessibleDescription()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        shown = (window.stage.slide, window.stage.page)
        QTest.keyClick(window.projector, key)
        assert window.stage.following() == shown
    QTest.keyClick(window.projector, Qt.Key.Key_B)
    assert steer.blank.isChecked()
    QTest.keyClick(window.projector, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert steer.pause.isChecked()
    QTest.keyClick(window.projector, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.stage.zoom > 1.0
    QTest.keyClick(window.projector, Qt.Key.Key_Escape)
    assert not window.projector.on
    assert window.stage.size == USUAL_SIZE
    assert not window._power.isChecked()


def test_the_keys_work_in_the_main_window_too(window: MainWindow, qtbot: QtBot) -> None:
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    window.activateWindow()
    qtbot.waitActive(window)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.stage.key == window.stage.listed()[1]
    QTest.keyClick(window, Qt.Key.Key_F7)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert (window.stage.key, window.stage.cover) == (TITLE, BLANK)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.projector.on


def test_a_cell_is_put_on_the_projector_from_another_screen(window: MainWindow, tmp_path: Path) -> None:
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    window.current.go.emit("show", ("verbinding", "facebook"))
    assert window.stage.key == ("cell", "verbinding", "facebook")
    assert window.workspace.new(tmp_path / "sessie.kanaal", grid(2, 1, 2, title="Sessie")) is None
    assert window.stage.key == TITLE
    window.workspace.rate(1, "d1", "p1", "w1", "geen")
    window.current.go.emit("show", ("w1", "p1"))
    assert window.stage.key == TITLE


def test_the_projector_goes_with_the_session_and_the_window(window: MainWindow) -> None:
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    window.projector.toggle()
    window.close_session()
    assert not window.projector.on
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    projector: ProjectorWindow = window.projector
    projector.toggle()
    window.close()
    assert not projector.isVisible()


def test_preview_and_projector_are_the_same_picture(window: MainWindow, qtbot: QtBot) -> None:
    window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
    window.show_screen("projector")
    steer = window.current
    assert isinstance(steer, SteerScreen)
    window.stage.show(TABLE)
    assert steer.preview._slide is window.stage.slide
    assert steer.after_name.text() == "Verbinding × Facebook"


def test_the_lists_are_sound_and_steps_can_be_begun(theme: Theme, open_workspace: Callable[[Session], Workspace], qtbot: QtBot) -> None:
    workspace = open_workspace(example())
    stage = Stage(workspace)
    main = QWidget()
    projector = ProjectorWindow(stage, main)
    qtbot.addWidget(main)
    qtbot.addWidget(projector)
    screen = SteerScreen(workspace, theme, stage, projector)
    qtbot.addWidget(screen)
    testers = [QAbstractItemModelTester(model) for model in (screen.slides, screen.steps)]
    screen.show()
    screen.enter(None)
    screen.advance.click()
    screen.enter(None)
    assert screen.steps.rows[0].state == "running"
    screen.advance.click()
    screen.enter(("table",))
    assert [each.state for each in screen.steps.rows[:2]] == ["done", "running"]
    assert stage.key == TABLE
    screen._jump(screen.slides.index(1))
    assert stage.key == core.AGENDA
    assert len(testers) == 2


DISPLAYS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts
install_fonts()
window = MainWindow(Settings())
window.show()
window.begin(Path(sys.argv[1]))
app.processEvents()
projector = window.projector
projector.toggle()
app.processEvents()
second = next(each for each in app.screens() if each is not window.screen())
assert projector.screen() is second, (projector.screen().name(), second.name())
assert projector.geometry() == second.geometry()
assert projector.isFullScreen()
assert window.stage.size.toSize() == second.geometry().size()
app.screenRemoved.emit(second)
app.processEvents()
assert projector.isVisible() and not projector.isFullScreen()
assert projector.screen() is window.screen()
app.screenAdded.emit(second)
app.processEvents()
assert projector.isFullScreen() and projector.screen() is second
projector.choose(window.screen().name())
app.processEvents()
assert projector.screen() is window.screen() and projector.isFullScreen()
window.close()
assert not projector.isVisible()
print("displays are right")
"""


def test_the_second_display_is_found_left_and_found_again(tmp_path: Path) -> None:
    displays = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "beamer", "x": 1280, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    ]
    (tmp_path / "x.json").write_text(json.dumps({"screens": displays}))
    around = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'x.json'}", "PYTHONPATH": str(ROOT)}
    around |= {"KANAALWAARDEN_DATA": str(tmp_path / "data"), "KANAALWAARDEN_CONFIG": str(tmp_path / "config")}
    command = [sys.executable, "-c", DISPLAYS, str(paths.examples() / "gemeente-waterrijk-fictief.json")]
    done = subprocess.run(command, env=around, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert "displays are right" in done.stdout, done.stderr


def test_painting_only_what_changed_gives_the_whole_picture(theme: Theme, labels: Labels) -> None:
    """For every answer that one discipline can give in every cell that is seen: one cell, or all of it where the others shift."""
    session = full(4, 5, 6)
    painter, size, words = SlidePainter(), QSizeF(1280, 720), labels

    def picture(slide: Slide) -> QImage:
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        with QPainter(image) as on:
            painter.paint(on, slide, size)
        return image

    shown = core.slide_of(session, [], words, TABLE)
    image, parts_of = picture(shown), Counter[str]()
    for value in ("w1", "w2", "w4"):
        for level in session.levels:
            rating = session.rating(1, "d2", "p2", value)
            assert rating is not None
            session.apply([Edit(rating, replace(rating, effect=level))])
            made = core.slide_of(session, [], words, TABLE)
            parts = painter.changed(shown, made, size, 0, 1.0)
            parts_of["all" if parts is None else str(len(parts))] += 1
            for seen in [QRectF(QPointF(0, 0), size)] if parts is None else map(QRectF, parts):
                with QPainter(image) as on:
                    on.setClipRect(seen)
                    painter.paint(on, made, size, only=seen)
            assert image == picture(made), f"{value} {level}"
            shown = made
    assert parts_of["1"] > 3
