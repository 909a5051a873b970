"""Papier overtypen: filled paper forms typed in fast, in the order of the paper, and if wanted a second time by somebody else.

A digit is an answer, Enter is the next cell. The second reading begins with an empty form, so that nobody reads what the first one typed;
what differs is shown afterwards and put right. What comes out is a filled form like any other, with the same report.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QWidget

from kanaalwaarden.core.ballot import FilledForm, Given, given_words, paper_form
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import NO_JUDGEMENT, REASON_KINDS
from kanaalwaarden.ui.prepare_editors import Check, Choice
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, LineField, button, label, open_at, scrolling
from kanaalwaarden.ui.workspace import Workspace

Cell = tuple[str, str]


class PaperDialog(QDialog):
    """One discipline's form, cell by cell. `form` is what was typed, once it is accepted."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        session, labels = workspace.session, workspace.labels
        self.form: FilledForm | None = None
        self.problem: Refused | None = None
        self._cells: list[Cell] = [(platform.id, value.id) for value in session.values for platform in session.platforms]
        self._effects = [*session.levels, NO_JUDGEMENT]
        self._first: dict[Cell, Given] | None = None
        self._typed: dict[Cell, Given] = {}
        self._differing: list[Cell] = []
        self._at = 0
        self.setWindowTitle(self.tr("Type in a paper form"))
        whole, body = scrolling(self, theme)
        column = body.column
        column.setSpacing(theme.space(4))
        self.discipline = Choice(theme, self.tr("Discipline"), [(each.id, each.name) for each in session.disciplines])
        self.discipline.chosen.connect(lambda _: self._begin())
        self.discipline.setMaximumHeight(round(theme.size("field")))
        column.addWidget(label(theme, self.tr("Discipline"), "secondary", bold=True))
        column.addWidget(self.discipline)
        self.twice = Check(theme, self.tr("A second person types it again"))
        column.addWidget(self.twice)
        self.where = label(theme, "", "section", bold=True)
        column.addWidget(self.where)
        self.first = label(theme, "", "secondary")
        column.addWidget(self.first)
        keys = "   ".join(f"{place} {labels.short(effect)}" for place, effect in enumerate(self._effects, 1))
        column.addWidget(label(theme, keys))
        row = QHBoxLayout()
        self.answer = LineField(theme, self.tr("Answer"))
        self.answer.setPlaceholderText(self.tr("digit"))
        self.answer.setMaximumWidth(round(theme.scaled(90)))
        self.reason = LineField(theme, self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setMaxLength(20_000)
        row.addWidget(self.answer)
        row.addWidget(self.reason, 1)
        column.addLayout(row)
        more = QHBoxLayout()
        kinds = [(key, labels(f"reason_kind.{key}")) for key in REASON_KINDS]
        self.kind = Choice(theme, self.tr("Kind of reason"), kinds)
        self.kind.setMaximumHeight(round(theme.size("field")))
        self.condition = LineField(theme, self.tr("Provided that"))
        self.condition.setPlaceholderText(self.tr("Provided that"))
        self.condition.setMaxLength(20_000)
        more.addWidget(self.kind)
        more.addWidget(self.condition, 1)
        column.addLayout(more)
        self.progress = label(theme, "", "secondary", muted=True)
        column.addWidget(self.progress)
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(theme.space(6), 0, theme.space(6), 0)
        self.done_button = button(theme, self.tr("Ready with this form"), "check", primary=True)
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self._finish)
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = button(theme, self.tr("Cancel"), tall=True)
        cancel.setAutoDefault(False)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)
        self._begin()
        open_at(self, theme, 520, body=body)

    # Typing

    def _begin(self) -> None:
        self._first, self._typed, self._differing, self._at = None, {}, [], 0
        self._show()

    @property
    def _order(self) -> list[Cell]:
        return self._differing or self._cells

    def _show(self) -> None:
        session, labels = self._workspace.session, self._workspace.labels
        platform, value = self._order[self._at]
        self.where.setText(labels("table.cell", value=session.value(value).name, platform=session.platform(platform).name))
        given = self._typed.get((platform, value), Given())
        self.answer.setText(str(self._effects.index(given.effect) + 1) if given.effect else "")
        self.reason.setText(given.reason)
        self.kind.show_key(given.reason_kind)
        self.condition.setText(given.condition)
        told = ""
        if self._differing:
            assert self._first is not None
            other = self._first.get((platform, value), Given())
            told = self.tr("The two readings differ. First: {first}. Second: {second}. Type what is on the paper.")
            told = told.format(first=", ".join(given_words(other, labels)), second=", ".join(given_words(given, labels)))
        self.first.setText(told)
        self.first.setVisible(bool(told))
        reading = self.tr("Second reading: ") if self._first is not None and not self._differing else ""
        self.progress.setText(reading + self.tr("{place} of {count}").format(place=self._at + 1, count=len(self._order)))
        self.discipline.setEnabled(not self._typed and self._first is None)
        self.answer.setFocus()
        self.answer.selectAll()

    def _keep(self) -> None:
        digit = self.answer.text().strip()
        effect = self._effects[int(digit) - 1] if digit.isdecimal() and 1 <= int(digit) <= len(self._effects) else ""
        reason = self.reason.text().strip()
        given = Given(effect, reason, self.kind.key if reason else "zienswijze", self.condition.text().strip())
        cell = self._order[self._at]
        if given == Given():
            self._typed.pop(cell, None)
        else:
            self._typed[cell] = given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next cell (Shift+Enter: the one before); after the last one the form is ready."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        if self.focusWidget() is self.answer and self.answer.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.reason.setFocus()  # the reason stands beside it; an empty one is passed with one more Enter
            return
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._keep()
        if back:
            self._at = max(0, self._at - 1)
        elif self._at + 1 < len(self._order):
            self._at += 1
        else:
            self._finish()
            return
        self._show()

    def _finish(self) -> None:
        self._keep()
        if self._differing:
            self._differing = []
            self._accept()
        elif self._first is None and self.twice.isChecked():
            self._first, self._typed, self._at = self._typed, {}, 0
            self._show()
        elif self._first is not None:
            first = self._first
            self._differing = [cell for cell in self._cells if first.get(cell, Given()) != self._typed.get(cell, Given())]
            self._at = 0
            if self._differing:
                self._show()
            else:
                self._accept()
        else:
            self._accept()

    def _accept(self) -> None:
        self.problem = self._workspace.open_form(self.discipline.key)
        if self.problem is not None:
            self.reject()
            return
        self.form = paper_form(self._workspace.session, self.discipline.key, self._typed)
        self.accept()
