"""The ways through the whole program that its walkers share: every screen, every tab, every dialog.

Used by test_accessible.py, test_clipped.py and test_painted.py, and by .ci/screenshots.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QTabWidget

from kanaalwaarden.core.ballot import Given, make_forms, paper_form
from kanaalwaarden.ui import screens
from kanaalwaarden.ui.association import AssociationDialog
from kanaalwaarden.ui.blind_page import RevealDialog
from kanaalwaarden.ui.earlier import EarlierDialog
from kanaalwaarden.ui.forget import ForgetDialog
from kanaalwaarden.ui.forms import MakeFormsDialog, MergeDialog
from kanaalwaarden.ui.guide import GuideWindow
from kanaalwaarden.ui.later_round import CellChoice, NextRoundDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.new_session import NewSessionDialog
from kanaalwaarden.ui.paper import PaperDialog
from kanaalwaarden.ui.prepare_around import Picker
from kanaalwaarden.ui.prepare_pages import ValuePicker
from kanaalwaarden.ui.shortcuts import ShortcutsDialog
from kanaalwaarden.ui.tell import ProblemDialog

SCREENS = screens.SCREENS[1:]
"""Every screen of a session: all but the start."""


def settle(app: QApplication) -> None:
    """Let everything that was asked for happen: layouts ask for more than one round."""
    for _ in range(10):
        app.processEvents()


def tabs_of(window: MainWindow) -> Iterator[str]:
    """Each tab of the screen that is shown, one after another; '' where there are none."""
    tabs = window.current.findChild(QTabWidget)
    if tabs is None:
        yield ""
        return
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        yield tabs.tabText(place)


def dialogs() -> dict[str, Callable[[MainWindow], QDialog]]:
    """Each dialog of the program by name, made for a window with a session."""

    def merge(window: MainWindow) -> QDialog:
        session = window.workspace.session
        change = make_forms(session, {each.id: f"sleutel-{each.id}" for each in session.disciplines}, "nu")
        assert window.workspace._file is not None
        window.workspace._file.append(change, "nu")
        first = session.disciplines[0].id
        given = {(each.id, value.id): Given("geen", "Omdat") for each in session.platforms for value in session.values}
        form = paper_form(session, first, given)
        return MergeDialog(window, window.theme, window.workspace, window.workspace.report_form("formulier.pdf", form))

    def next_round(window: MainWindow) -> QDialog:
        session = window.workspace.session
        pairs = [(value, platform) for value in session.values for platform in session.platforms]
        choices = [CellChoice((value.id, platform.id), f"{value.name} × {platform.name}", True) for value, platform in pairs]
        return NextRoundDialog(window, window.theme, 2, choices, choices[0].key)

    def reveal(window: MainWindow) -> QDialog:
        return RevealDialog(window, window.theme, "Ronde 1 onthullen?", [each.name for each in window.workspace.session.disciplines])

    return {
        "new": lambda w: NewSessionDialog(w, w.theme, w.workspace, Path.home(), ""),
        "problem": lambda w: ProblemDialog(w, w.theme, "Er is iets.", "regel 1\nregel 2", [("Doe iets", lambda: None)]),
        "earlier": lambda w: EarlierDialog(w, w.theme, w.workspace.labels, w.workspace.earlier(w.workspace.path or Path())),
        "forget": lambda w: ForgetDialog(w, w.theme, w.workspace),
        "forms": lambda w: MakeFormsDialog(w, w.theme, w.workspace),
        "merge": merge,
        "paper": lambda w: PaperDialog(w, w.theme, w.workspace),
        "association": lambda w: AssociationDialog(w, w.theme, w.workspace, "HKEY_CURRENT_USER"),
        "keys": lambda w: ShortcutsDialog(w, w.theme),
        "guide": lambda w: GuideWindow(w, w.theme, w.settings.language),
        "reveal": reveal,
        "round": next_round,
        "values": lambda w: ValuePicker(w, w.theme, w.workspace),
        "picker": lambda w: Picker(w, w.theme, "Kaarten", [("Een kaart (2024)", "Wat er op de kaart staat. " * 6)] * 3),
    }
