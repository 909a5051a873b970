"""Two pictures that help to talk: nothing is ranked, nothing blind shows, and Enter goes to the cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.model import Rating, Round, Session, session_of
from kanaalwaarden.core.talk import pairs, pivots
from kanaalwaarden.ui.lenses import LensesScreen, hinges
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Changed, Workspace
from tests import samples
from tests.ui.conftest import example

OPENED = Changed(frozenset({"opened"}))
Open = Callable[[Session], Workspace]
Asked = list[tuple[str, object]]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, open_workspace: Open) -> Callable[[Session], tuple[LensesScreen, Asked]]:
    def make(session: Session) -> tuple[LensesScreen, Asked]:
        screen = LensesScreen(open_workspace(session), theme)
        qtbot.addWidget(screen)
        asked: Asked = []
        screen.go.connect(lambda name, what: asked.append((name, what)))
        for each in (screen.pivots, screen.pairs, screen.cells):
            QAbstractItemModelTester(each.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, screen)
        screen.resize(1100, 700)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.refresh(OPENED)
        screen.enter(None)
        return screen, asked

    return make


Show = Callable[[Session], tuple[LensesScreen, Asked]]


def test_every_pivot_is_there_once_in_the_order_of_the_session(show: Show) -> None:
    session = example()
    screen, _ = show(session)
    found = hinges(pivots(session))
    rows = [line for line in screen.pivots.lines.lines if not line.heading]
    assert len(rows) == len(found) > 10
    cells = [(value.id, platform.id) for value in session.values for platform in session.platforms]
    start = next(place for place, line in enumerate(screen.pivots.lines.lines) if line.heading and place)
    for part in (screen.pivots.lines.lines[1:start], screen.pivots.lines.lines[start + 1 :]):
        places = [cells.index(line.target) for line in part]  # type: ignore[arg-type]
        assert places == sorted(places)
    told = " ".join(line.told for line in rows)
    assert all(each.discipline.name in told for each in pivots(session))
    assert "no ranking" in screen.rule.text()


def test_the_one_on_whom_it_hangs_is_named(show: Show) -> None:
    screen, asked = show(samples.rated(["geen", "geen", "geen", "matig"], names=["a", "b", "c", "privacy"]))
    lines = screen.pivots.lines.lines
    assert [line.texts[1:] for line in lines if not line.heading] == [
        ("privacy", "van matig naar veel", "nuance", "tegenpolen"),
        ("privacy", "van matig naar geen", "nuance", "eensgezind"),
    ]
    assert screen.pivots.hasFocus()
    index = screen.pivots.lines.index(1, 2)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "waarde 1 × platform 1: als privacy van matig naar veel gaat, wordt het tegenpolen."
    QTest.keyClick(screen.pivots, Qt.Key.Key_Return)
    assert asked == [("discuss", ("w1", "p1"))]


def test_pairs_of_one_discipline_and_their_cells(show: Show) -> None:
    session = example()
    screen, asked = show(session)
    screen.tabs.setCurrentIndex(1)
    every = pairs(session)
    assert [line.target for line in screen.pairs.lines.lines] == [(each.first.id, each.second.id) for each in every]
    last = session.disciplines[-1]
    screen.choice.setCurrentIndex(screen.choice.findData(last.id))
    lines = screen.pairs.lines.lines
    assert len(lines) == len(session.disciplines) - 1
    assert all(last.name in line.texts[0] for line in lines)
    pair = next(each for each in every if (each.first.id, each.second.id) == lines[0].target)
    assert lines[0].texts[1] == f"verschilt in {len(pair.differing)} van {pair.both} cellen, waarvan {len(pair.opposite)} tegenpolen"
    screen.pairs.setFocus()
    QTest.keyClick(screen.pairs, Qt.Key.Key_Return)
    assert screen.cells.hasFocus()
    assert [line.target for line in screen.cells.lines.lines] == [(cell.value.id, cell.platform.id) for cell in pair.differing]
    opposite = [line.target for line in screen.cells.lines.lines if line.texts[3]]
    assert opposite == [(cell.value.id, cell.platform.id) for cell in pair.opposite]
    QTest.keyClick(screen.cells, Qt.Key.Key_Down)
    QTest.keyClick(screen.cells, Qt.Key.Key_Return)
    assert asked[-1] == ("discuss", screen.cells.lines.lines[1].target)


def test_nothing_blind_reaches_the_lists(show: Show) -> None:
    session = samples.full(2, 2, 4)
    session = session_of([*session.records(), Round(1, "2026-11-14T19:00:00", blind=True)])
    screen, _ = show(session)
    assert screen.empty.isVisible()
    assert "blind" in screen.empty.sentence.text()
    assert not any(each.lines.lines for each in (screen.pivots, screen.pairs, screen.cells))
    assert screen.workspace.reveal(1, "w1") is None
    screen.refresh(Changed(frozenset({"reveal"})))
    assert screen.note.isVisible()
    assert "waarde 1" in screen.note.text()
    shown = [line.told for each in (screen.pivots, screen.cells) for line in each.lines.lines]
    assert any("waarde 1" in line for line in shown)
    assert not any("waarde 2" in line for line in shown)
    assert all(each.both <= 2 for each in screen._pairs)
    assert not any(cell.value.id == "w2" for each in screen._pairs for cell in each.differing)
    assert screen.workspace.reveal(1) is None
    screen.refresh(Changed(frozenset({"round"})))
    assert not screen.note.isVisible()
    assert any("waarde 2" in line.told for line in screen.pivots.lines.lines)


def test_states_without_anything_to_show_are_said(show: Show) -> None:
    screen, _ = show(samples.grid(2, 2, 3))
    assert screen.empty.isVisible()
    assert "Nobody has rated yet" in screen.empty.sentence.text()
    screen, _ = show(samples.example(samples.UTRECHT))
    assert screen.empty.sentence.text().startswith("Niet uitgesplitst")


def test_no_pivot_is_said_and_the_pair_that_agrees_too(show: Show) -> None:
    session = samples.rated(["geen", "geen", "veel", "veel", "matig", "matig"])
    screen, _ = show(session)
    screen.tabs.setCurrentIndex(0)
    assert not screen.pivots.lines.lines
    assert screen.no_pivots.isVisible()
    screen.tabs.setCurrentIndex(1)
    assert screen.pairs.lines.lines[0].texts[1] == "verschilt nergens (1 cellen)"
    assert screen.cells_title.text() == "discipline 1 en discipline 2 differ nowhere"
    screen.workspace.rate(1, "d2", "p1", "w1", "veel")
    screen.refresh(Changed(frozenset({"rating"})))
    assert screen.pairs.lines.lines[0].texts[1] == "verschilt in 1 van 1 cellen, waarvan 1 tegenpolen"


def test_a_later_round_counts_as_it_stands(show: Show) -> None:
    session = samples.rated(["geen", "veel"])
    session = session_of([*session.records(), Round(1), Round(2, "x"), Rating(2, "d2", "p1", "w1", "geen")])
    screen, _ = show(session)
    assert screen.pairs.lines.lines[0].texts[1].startswith("verschilt nergens")


def test_it_fits_a_small_window_and_large_type(show: Show, tmp_path: Path) -> None:
    screen, _ = show(example())
    for size in ((560, 420), (1400, 900)):
        screen.resize(*size)
        for tab in (0, 1):
            screen.tabs.setCurrentIndex(tab)
            assert not screen.grab().isNull()
