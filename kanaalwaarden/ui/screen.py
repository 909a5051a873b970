"""What the main window asks of a screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Changed, Workspace


class Screen(QWidget):
    """One phase. Built once for a theme and a language; it shows the session and passes intents on, and decides nothing.

    `go` asks for another phase: (its name, what to show there). `status` is a sentence for the
    status line and a hint of what a key would do there.
    """

    NAME = ""
    DENSE = False
    """A dense screen gets the compact rail below 1440 pixels."""
    go = Signal(str, object)
    status = Signal(str, str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme

    @property
    def session(self) -> Session:
        """The session as it may be seen: nothing that is still blind is in it."""
        return self.workspace.shown

    @property
    def labels(self) -> Labels:
        """The words of the screen's language for what belongs to the session."""
        return self.workspace.labels

    def refresh(self, changed: Changed) -> None:
        """Re-read what changed. Called only while the screen is shown, and with 'opened' each time that it is shown anew."""
        raise NotImplementedError

    def enter(self, what: object) -> None:
        """The screen is shown, at `what` if something particular was asked for: put the focus where work starts."""
        raise NotImplementedError

    def leave(self) -> None:
        """Another screen comes: hand over what was typed and not yet passed on."""
