"""The keys of the program, on F1, with a way to the guide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label, open_at


class ShortcutsDialog(QDialog):
    """One list, by place."""

    @classmethod
    def show_list(cls, parent: QWidget, theme: Theme) -> bool:
        """Show the list and wait until it is closed; out: whether the guide is wanted now."""
        dialog = cls(parent, theme)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return wanted

    def _entries(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                self.tr("Everywhere"),
                [
                    ("Ctrl+1 … Ctrl+7", self.tr("prepare, rate, conversation, decide, report, overview, projector")),
                    ("Ctrl+Z / Ctrl+Y", self.tr("undo / redo")),
                    ("Ctrl+N / Ctrl+O", self.tr("new session / open session")),
                    ("Ctrl+E", self.tr("export")),
                    ("Ctrl+Shift+S", self.tr("save a copy")),
                    ("Ctrl++ / Ctrl+- / Ctrl+0", self.tr("larger, smaller, normal type")),
                    ("Ctrl+W / Ctrl+Q", self.tr("close the session / quit")),
                    ("Ctrl+C", self.tr("copy the table or list, for Word or Excel")),
                    ("F6", self.tr("to the other part of the screen")),
                    ("F1 / Shift+F1", self.tr("these keys / the guide, at the chapter of this screen")),
                ],
            ),
            (
                self.tr("Prepare"),
                [
                    ("Ctrl+Tab", self.tr("next tab")),
                    ("Alt+↑ / Alt+↓", self.tr("move up or down in the list")),
                    ("Del", self.tr("remove")),
                ],
            ),
            (
                self.tr("Rate"),
                [
                    ("1 2 3 4", self.tr("a level, in the order of the scale; moves on to the next cell")),
                    ("0", self.tr("no judgement")),
                    ("9", self.tr("not up for discussion for us")),
                    ("Backspace / Del", self.tr("clear the answer")),
                    ("← ↑ ↓ →, Tab, Enter", self.tr("move")),
                    (self.tr("F2 or a letter"), self.tr("write the reason")),
                    ("Esc / Ctrl+Enter", self.tr("back to the grid / back and to the next cell")),
                    ("PgUp / PgDn", self.tr("previous / next discipline")),
                ],
            ),
            (
                self.tr("Overview and conversation"),
                [
                    ("Enter", self.tr("open the cell")),
                    ("Alt+↑ / Alt+↓", self.tr("previous / next cell to discuss")),
                    ("Ctrl+Tab", self.tr("next tab")),
                    ("Alt+Shift+↑ / Alt+Shift+↓", self.tr("this cell earlier / later")),
                    ("Alt+Shift+Home", self.tr("this cell now")),
                    ("Alt+Shift+Del / Alt+Shift+Enter", self.tr("skip this cell / done with it")),
                ],
            ),
            (
                self.tr("Questions: practice, guidelines, deciding"),
                [
                    ("↑ / ↓", self.tr("to the next or previous question")),
                    ("Enter", self.tr("answer the question")),
                    ("Esc / Ctrl+Enter", self.tr("close the question / on to the next without an answer")),
                ],
            ),
            (
                self.tr("Report"),
                [
                    ("Ctrl+P", self.tr("print the minutes")),
                    ("Ctrl+F", self.tr("find in the minutes; Enter goes on, Shift+Enter goes back")),
                    ("PgUp / PgDn / Home / End", self.tr("to another page")),
                    ("Ctrl++ / Ctrl+- / Ctrl+0", self.tr("pages larger, smaller, as wide as fits (with the focus on the pages)")),
                ],
            ),
            (
                self.tr("Guide"),
                [
                    ("Ctrl+F", self.tr("find in the guide; Enter goes on, Shift+Enter goes back")),
                    ("Esc", self.tr("clear the search, or close the guide")),
                ],
            ),
            (
                self.tr("Projector"),
                [
                    ("F11", self.tr("on or off; Esc in the projector window turns it off")),
                    ("F8 / F7", self.tr("next / back, page by page")),
                    ("F9 / Ctrl+F9", self.tr("blank / break")),
                    ("Ctrl+Alt++ / Ctrl+Alt+-", self.tr("larger, smaller type on the projector")),
                    ("← → PgUp PgDn B", self.tr("back, next and blank in the projector window, for a remote control")),
                ],
            ),
        ]

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        outer = QVBoxLayout(self)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(theme.space(7))
        grid.setVerticalSpacing(theme.space(2))
        grid.setColumnStretch(1, 1)
        row = 0
        for place, entries in self._entries():
            head = label(theme, place, "section", bold=True)
            head.setContentsMargins(0, theme.space(3), 0, 0)
            grid.addWidget(head, row, 0, 1, 2)
            for keys, what in entries:
                row += 1
                grid.addWidget(label(theme, keys, bold=True, wrap=False), row, 0, alignment=Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(theme, what), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        outer.addWidget(scroll)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.guide = button(theme, self.tr("Open the guide"), "book-open", tall=True)
        buttons.addButton(self.guide, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        open_at(self, theme, 560, 460)
