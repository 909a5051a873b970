"""One judgement in a few words: a name, words to choose from of which none may hold, and a line that says why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import LineField, Segments, icon_button, label


class Verdict(QWidget):
    """It shows what it is given and tells what a person does: `chosen` a key ('' for none), `edited` the line (text, group)."""

    chosen = Signal(str)
    edited = Signal(str, str)

    def __init__(
        self, theme: Theme, name: str, words: Sequence[tuple[str, str]], hint: str, about: str = "", parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        self.clear = icon_button(theme, "x", self.tr("Clear: {name}").format(name=name))
        self.clear.clicked.connect(lambda: self.chosen.emit(""))
        kept = self.clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # or the words would jump when something is chosen
        self.clear.setSizePolicy(kept)
        row = QHBoxLayout()
        row.setSpacing(theme.space(1))
        row.addWidget(label(theme, name, "body" if about else "secondary", bold=True), 1)
        row.addWidget(self.clear)
        column.addLayout(row)
        if about:
            column.addWidget(label(theme, about, "secondary", muted=True))
        self.choice = Segments(theme, list(words), name)
        self.choice.chosen.connect(self.chosen)
        column.addWidget(self.choice)
        self.text = LineField(theme, f"{name} {hint}")
        self.text.setPlaceholderText(hint)
        self.text.edited.connect(self.edited)
        column.addWidget(self.text)

    def show_verdict(self, key: str, text: str, *, read_only: bool) -> None:
        """Show what is kept."""
        self.choice.show_key(key)
        self.choice.setEnabled(not read_only)
        self.clear.setVisible(bool(key) and not read_only)
        self.text.show_text(text)
        if not self.text.hasFocus():
            self.text.setCursorPosition(0)  # of a long line the beginning
        self.text.setReadOnly(read_only)

    def pass_on(self) -> None:
        """Hand over now what was typed."""
        self.text.pass_on()
