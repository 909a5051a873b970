"""Taking names of people out of a session for good. The one thing that is asked twice: it cannot be undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.forget import looks_like_person
from kanaalwaarden.ui.prepare_editors import Check
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Labelled, TextField, TroubleLine, button, label, open_at, scrolling
from kanaalwaarden.ui.workspace import Workspace


class ForgetDialog(QDialog):
    """Which names; what that does, and what it cannot do. `forgotten` says how many went."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.forgotten = 0
        self.setWindowTitle(self.tr("Remove names"))
        whole, body = scrolling(self, theme)
        column = body.column
        column.setSpacing(theme.space(5))
        column.addWidget(label(theme, self.tr(
            "These names go out of every field and text of the session, out of its history of changes, and with them the earlier versions"
            " on this computer. In texts, [name removed] takes their place."
        )))  # fmt: skip
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Names in this session"))
        self.list.setFont(theme.font("body"))
        for name in workspace.names():
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if looks_like_person(name) else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _: self._show())
        self.list.setMinimumHeight(round(theme.scaled(110)))
        column.addWidget(self.list, 1)
        hint = self.tr("A team or body that stands here can be named as such on the report screen; then it is no longer in this list.")
        column.addWidget(label(theme, hint, "secondary", muted=True))
        self.list.setVisible(self.list.count() > 0)
        self.more = TextField(theme, self.tr("Other names, as they stand in texts"), lines=2)
        self.more.setMaximumHeight(self.more.minimumHeight())
        self.more.textChanged.connect(self._show)
        column.addWidget(Labelled(theme, self.more.accessibleName(), self.more, self.tr("One on each line.")))
        column.addWidget(label(theme, self.tr(
            "Out of reach: copies, exports and forms that were saved elsewhere, and versions that OneDrive or a backup of your organisation"
            " keeps. Look after those as well."
        ), muted=True))  # fmt: skip
        self.sure = Check(theme, self.tr("I understand that this cannot be undone"))
        self.sure.toggled.connect(self._show)
        column.addWidget(self.sure)
        self.problem = TroubleLine(theme)
        column.addWidget(self.problem)
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(theme.space(6), 0, theme.space(6), 0)
        self.go = button(theme, self.tr("Remove for good"), "trash-2", primary=True)
        self.go.clicked.connect(self._forget)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)
        self._show()
        open_at(self, theme, 560, body=body)

    def names(self) -> list[str]:
        """The names that were chosen."""
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]
        return [*chosen, *(line.strip() for line in self.more.toPlainText().split("\n") if line.strip())]

    def _show(self) -> None:
        self.go.setEnabled(self.sure.isChecked() and bool(self.names()))

    def _forget(self) -> None:
        names = self.names()
        problem: Refused | None = self._workspace.forget_names(names)
        if problem is not None:
            self.problem.tell(self._workspace.labels.problem(problem))
            return
        self.forgotten = len(names)
        self.accept()
