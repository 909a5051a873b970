"""The practice session on the screen: its file, the role card beside the entry grid, and the band that says what comes next."""

import functools
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kanaalwaarden import paths
from kanaalwaarden.core import practice
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.practice import RoleCardText
from kanaalwaarden.ui.bands import Band
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import label
from kanaalwaarden.ui.workspace import Changed, Workspace, now

FILE = "oefensessie.kanaal"


@cache
@functools.cache
def _data() -> Any:
    """The shipped practice session and its cards; read once, because the entry grid asks at every key."""
    return paths.read_json("practice/waterrijk.json")


def practice_path() -> Path:
    """Where the practice session lies: in the user's local folder, never among recent sessions."""
    return paths.practice() / FILE


def open_practice(workspace: Workspace, language: str) -> Refused | None:
    """Make the practice session anew, in place of an earlier one, and open it; out: why not.

    No practice session may be open: the start screen asks for it. The caller does not put it among the recent sessions.
    """
    path = practice_path()
    session = practice.practice_session(_data(), language, now())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path.parent)
    except OSError as problem:
        return Refused("file_unwritable", path=str(path), why=problem)
    return workspace.new(path, session)


def _clear(folder: Path) -> None:
    """Remove earlier practice sessions, also one that was set aside after a crash."""
    for each in folder.glob(f"*{Path(FILE).suffix}"):
        each.unlink(missing_ok=True)


def forget_practice() -> None:
    """Take the practice session off the disk, after it was closed. Where that fails, the next one takes its place."""
    try:
        _clear(practice_path().parent)
    except OSError:
        return


def is_practice(session: Session) -> bool:
    """Whether this is the practice session."""
    return practice.is_practice(_data(), session)


def role_card(session: Session, discipline: str, language: str) -> RoleCardText | None:
    """The role card of a discipline of the practice session, in 'nl' or 'en'; None in any other session."""
    return practice.role_card(_data(), session, discipline, language)


class RoleCard(QFrame):
    """Who you play now: a worry, what you know, and a tip for the facilitator. Hidden where there is no card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), 0, 0, 0)
        column.setSpacing(theme.space(1))
        self.title = label(theme, "", bold=True)
        self.worry = label(theme)
        self.knows = label(theme, "", "secondary")
        self.tip = label(theme, "", "secondary", muted=True)
        for part in (self.title, self.worry, self.knows, self.tip):
            column.addWidget(part)
        self.hide()

    def show_card(self, card: RoleCardText | None) -> None:
        """Show this card, or none."""
        self.setVisible(card is not None)
        if card is None:
            return
        self.title.setText(self.tr("Role card: {name}").format(name=card.discipline))
        self.worry.setText(self.tr("Your worry: {text}").format(text=card.worry))
        self.knows.setText(self.tr("What you know: {text}").format(text=card.knows))
        self.tip.setText(self.tr("Tip for the facilitator: {text}").format(text=card.tip))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(" ".join(part.text() for part in (self.worry, self.knows, self.tip)))


class PracticeBand(Band):
    """What to do next in the practice session. It goes along with the session; once closed, it stays away until another one is opened."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(theme, "quiet", "graduation-cap", QCoreApplication.translate("PracticeBand", "Close this tip"), self.dismiss)
        self._workspace = workspace
        self._dismissed = False
        workspace.changed.connect(self._follow)
        self._show()

    def dismiss(self) -> None:
        """No more tips in this session."""
        self._dismissed = True
        self._show()

    def _follow(self, changed: Changed) -> None:
        if "opened" in changed.what:
            self._dismissed = False
        self._show()

    def _show(self) -> None:
        session = self._workspace.session
        if self._dismissed or not self._workspace.is_open or not is_practice(session):
            self.show_sentence("")
            return
        step = practice.practice_step(session)
        words = {
            "enter": self.tr("Fill in the two disciplines that have no answers yet, each from its own role card."),
            "reveal": self.tr("Everybody is ready. Reveal round 1 in Conversation."),
            "discuss": self.tr("Discuss one cell: start with the most divided one and write down an argument."),
            "round2": self.tr("Ask that cell again in round 2, and answer it for at least one discipline."),
            "conclude": self.tr("Write down a conclusion for the cell, in the words of the group."),
            "report": self.tr("Make the PDF in Report and find yourself in it. That was the practice session."),
        }
        said = self.tr("Practice, step {step} of {steps}: {what}")
        number = practice.STEPS.index(step) + 1
        self.show_sentence(said.format(step=number, steps=len(practice.STEPS), what=words[step]))
