"""Having session files opened with this program: what that writes is shown before it is done, and it can be undone here."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import TroubleLine, button, label, open_at
from kanaalwaarden.ui.workspace import Workspace


class AssociationDialog(QDialog):
    """What `planned` says is written, and a button that does it. `told` is the sentence to say afterwards."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace, planned: str) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.told = ""
        self.setWindowTitle(self.tr("Open session files with this program"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(7)] * 4)
        column.setSpacing(theme.space(5))
        column.addWidget(label(theme, self.tr(
            "A double click on a session (.kanaal) then opens it in this program. It holds for your account only, needs no administrator"
            " rights and can be undone here."
        )))  # fmt: skip
        associated = workspace.is_associated()
        if associated:
            now = self.tr("This has been set already. Set it again if the program was moved to another folder.")
            column.addWidget(label(theme, now, bold=True))
        self.planned = QPlainTextEdit(planned)
        self.planned.setReadOnly(True)
        self.planned.setTabChangesFocus(True)
        self.planned.setAccessibleName(self.tr("What is written on this computer"))
        column.addWidget(label(theme, self.planned.accessibleName(), "secondary", muted=True))
        column.addWidget(self.planned, 1)
        self.problem = TroubleLine(theme)
        column.addWidget(self.problem)
        buttons = QDialogButtonBox()
        self.go = button(theme, self.tr("Set again") if associated else self.tr("Set it"), "check", primary=True)
        self.go.clicked.connect(lambda: self._do(True, self.tr("Session files open with this program from now on.")))
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        if associated:
            back = button(theme, self.tr("Undo it"), "undo-2", tall=True)
            back.clicked.connect(lambda: self._do(False, self.tr("Session files no longer belong to this program.")))
            buttons.addButton(back, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        open_at(self, theme, 640, 440)

    def _do(self, wanted: bool, done: str) -> None:
        problem = self._workspace.associate(wanted)
        if problem is not None:
            self.problem.tell(self._workspace.labels.problem(problem))
            return
        self.told = done
        self.accept()
