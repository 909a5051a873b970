"""Telling a person what is wrong with something that was given: one sentence, or every bad line of a file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label, open_at

Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class ProblemDialog(QDialog):
    """A sentence; under it, where there are several faults, the list of them, which can be copied. `ways` are what can be done about it."""

    @classmethod
    def tell(cls, parent: QWidget, theme: Theme, labels: Labels, problem: Refused, ways: Sequence[Way] = ()) -> None:
        """Show it and wait until it is closed; then do what was chosen."""
        sentence, _, details = labels.problem(problem).partition("\n")
        dialog = cls(parent, theme, sentence, details, ways)
        dialog.exec()
        if dialog.chosen is not None:
            dialog.chosen()

    def __init__(self, parent: QWidget, theme: Theme, sentence: str, details: str, ways: Sequence[Way] = ()) -> None:
        super().__init__(parent)
        self.chosen: Callable[[], object] | None = None
        self.setWindowTitle("Kanaalwaarden")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(7), theme.space(7), theme.space(7), theme.space(6))
        layout.setSpacing(theme.space(5))
        row = QHBoxLayout()
        row.setSpacing(theme.space(5))
        icon = QLabel()
        side = round(theme.scaled(22))
        icon.setPixmap(theme.icon("triangle-alert", "danger", 22).pixmap(side, side))
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        self.sentence = label(theme, sentence)
        row.addWidget(self.sentence, 1)
        layout.addLayout(row)
        if details:
            lines = QPlainTextEdit(details)
            lines.setReadOnly(True)
            lines.setAccessibleName(sentence)
            lines.setMinimumHeight(round(theme.scaled(60)))
            layout.addWidget(lines)
        for text, do in ways:
            way = button(theme, text, tall=True)
            way.clicked.connect(lambda _=False, each=do: self._choose(each))
            layout.addWidget(way)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(QCoreApplication.translate("ProblemDialog", "Close"))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        open_at(self, theme, 420)

    def _choose(self, do: Callable[[], object]) -> None:
        self.chosen = do
        self.accept()
