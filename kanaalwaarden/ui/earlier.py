"""Earlier versions of a session, kept by themselves: one of them is put in a new file. What is open, or damaged, stays as it is."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label, open_at

if TYPE_CHECKING:
    from kanaalwaarden.ui.workspace import Backup


class EarlierDialog(QDialog):
    """Which version. `backup` is the one that was chosen."""

    def __init__(self, parent: QWidget, theme: Theme, labels: Labels, backups: "Sequence[Backup]") -> None:
        super().__init__(parent)
        self.backup: Backup | None = None
        self._backups = list(backups)
        self.setWindowTitle(self.tr("Earlier versions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(7)] * 4)
        column.setSpacing(theme.space(5))
        text = self.tr(
            "The program keeps versions on this computer: when a session is opened and closed, and every ten minutes in which"
            " something changed."
        )
        column.addWidget(label(theme, text))
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFont(theme.font("body"))
        for backup in self._backups:
            self.list.addItem(QListWidgetItem(self._line(backup, labels)))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._choose())
        column.addWidget(self.list, 1)
        self.empty = label(theme, self.tr("There are no earlier versions of this session on this computer yet."), muted=True)
        self.empty.setVisible(not self._backups)
        self.list.setVisible(bool(self._backups))
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox()
        self.take = button(theme, self.tr("Put in a new file and open…"), "history", primary=True)
        self.take.setEnabled(bool(self._backups))
        self.take.clicked.connect(self._choose)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        open_at(self, theme, 480, 420)

    def _line(self, backup: "Backup", labels: Labels) -> str:
        at = backup.at.astimezone()
        today = at.date() == datetime.date.today()
        day = self.tr("today") if today else date_in_words(at.date().isoformat(), labels)
        return f"{day}, {at:%H:%M}"

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._backups):
            self.backup = self._backups[row]
            self.accept()
