"""What the tests of the screens share: the look, and workspaces on real session files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.workspace import Changed, Workspace


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied."""
    install_fonts()
    made = Theme.load("light")
    made.apply(qapp)
    return made


@pytest.fixture
def labels() -> Labels:
    """The Dutch labels."""
    return Labels(paths.read_json("labels/nl.json"))


def example(name: str = "gemeente-waterrijk-fictief") -> Session:
    """An example session in memory."""
    return from_exchange(Workspace.read_json(paths.examples() / f"{name}.json"))


@pytest.fixture
def open_workspace(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Session], Workspace]]:
    """Make workspaces on real session files; they are closed afterwards."""
    made: list[Workspace] = []

    def open_one(session: Session) -> Workspace:
        workspace = Workspace(Labels(paths.read_json("labels/nl.json")))
        problem = workspace.new(tmp_path / f"sessie-{len(made)}.kanaal", session)
        assert problem is None, workspace.labels.problem(problem)
        made.append(workspace)
        return workspace

    yield open_one
    for workspace in made:
        workspace.close()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, open on nothing."""
    install_fonts()
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.workspace.show_start()


KEPT: list[Screen] = []
"""The screens of the running test, which often holds only a part of one."""


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """Screens live as long as their test."""
    yield
    KEPT.clear()


class ShownScreen:
    """A screen on a workspace, wired as the main window wires it. `went` and `said` are what it asked for and told."""

    def __init__(self, qtbot: QtBot, screen: Screen, size: tuple[int, int], what: object) -> None:
        KEPT.append(screen)
        self.workspace = screen.workspace
        self.went: list[tuple[str, object]] = []
        self.said: list[str] = []
        screen.go.connect(lambda name, to: self.went.append((name, to)))
        screen.status.connect(lambda text, hint: self.said.append(f"{text} {hint}"))
        self.workspace.changed.connect(screen.refresh)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        screen.refresh(Changed(frozenset({"opened"})))
        screen.enter(what)
        QApplication.processEvents()


@pytest.fixture(autouse=True, scope="session")
def nothing_left_on_the_clipboard(qapp: QApplication) -> Iterator[None]:
    """The offscreen platform keeps what was copied in a C++ global, which would be destroyed after Python is gone."""
    yield
    qapp.clipboard().clear()
