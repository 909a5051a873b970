"""Teruglezen: every discipline's own text on one page, and what it says of it: confirmed, put right, or refused."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from kanaalwaarden.core.model import READ_BACKS
from kanaalwaarden.core.read_back import OwnText, own_texts, read_back_progress
from kanaalwaarden.core.talk_table import moment
from kanaalwaarden.ui.prepare_editors import Choice, Form
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, button, label
from kanaalwaarden.ui.workspace import Workspace

_SIDE = 286
NARROW = 820


class ReadBackForm(Form):
    """What one discipline says of its text."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        self.discipline = ""
        super().__init__(workspace, theme, lambda group, **given: workspace.read_back(self.discipline, group, **given), parent)
        labels = workspace.labels
        verdicts = [(key, labels(f"read_back.{key or 'open'}")) for key in READ_BACKS]
        self.verdict = self.choice("verdict", self.tr("What the discipline says of this text"), verdicts)
        self.at = label(theme, "", "secondary", muted=True)
        self.column.addWidget(self.at)
        self.text("text", self.tr("What is to be put right, in its own words"), 3, self.tr("This is printed beside what was said."))
        consents = [(key, labels(f"read_back.consent_{key or 'open'}")) for key in ("", "ja", "nee")]
        self.choice("consent", self.tr("May its text be published?"), consents)
        persons = [("", self.tr("not filled in")), ("een", self.tr("one person")), ("meer", self.tr("several people"))]
        self.choice("persons", self.tr("Who speaks for this discipline?"), persons)
        shown = [
            ("", self.tr("by its own name")),
            ("samen", self.tr("as one of the small disciplines")),
            ("weg", self.tr("unnamed, without its texts")),
        ]
        self.choice("shown", self.tr("In the public edition it stands"), shown)

    def show_discipline(self, discipline: str) -> None:
        """Show what is kept of this one."""
        another = discipline != self.discipline
        if another:
            self.pass_on()
        self.discipline = discipline
        record = self._workspace.session.read_back(discipline)
        self.show_fields(record, another=another)
        self.at.setText(moment(record.at, self._workspace.labels) if record.at else "")
        self.at.setVisible(bool(record.at))
        self.set_read_only(self._workspace.read_only)


class ReadBackPage(QWidget):
    """The disciplines at the left, the text of one of them in the middle, what it says of it at the right."""

    show_wanted = Signal(str)
    """Put the text of this discipline on the projector."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(theme.space(7), 0, theme.space(7), theme.space(5))
        self._sides.setSpacing(theme.space(6))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Disciplines"))
        self.list.setFont(theme.font("body"))
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.space(1))  # a name and its state belong together, and apart from the next
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        self.pick = Choice(theme, self.tr("Discipline"), [])
        self.pick.chosen.connect(self._picked)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self.pick)
        self.column = Column(theme)
        self.column.setMinimumHeight(round(theme.scaled(110)))  # a few lines of what was said, also over the form in a low window
        self._sides.addWidget(self.column, 1)
        self.name = label(theme, "", "section", bold=True)
        self.column.column.addWidget(self.name)
        self.show_button = button(theme, self.tr("Show on the projector"), "projector")
        self.show_button.clicked.connect(self._ask_to_show)
        self.column.column.addWidget(self.show_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._texts = QWidget()
        self._texts_column = QVBoxLayout(self._texts)
        self._texts_column.setContentsMargins(0, 0, 0, 0)
        self.column.column.addWidget(self._texts)
        self.column.column.addStretch(1)
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[theme.space(6)] * 4)
        self.form = ReadBackForm(workspace, theme)
        inside.addWidget(self.form)
        self.side = Column(theme)
        self.side.column.addWidget(card)
        self.side.column.addStretch(1)
        self._sides.addWidget(self.side)
        self._ids: list[str] = []
        self._shown: list[OwnText] | None = None
        self._narrow = False
        self._arrange()

    def _ask_to_show(self) -> None:
        self.show_wanted.emit(self.form.discipline)

    def _arrange(self) -> None:
        side = round(self._theme.scaled(_SIDE))
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight)
        self.list.setVisible(not self._narrow)
        self.pick.setVisible(self._narrow)
        self.list.setFixedWidth(side)
        self.side.setMinimumWidth(0 if self._narrow else side + 20)
        self.side.setMaximumWidth(16_777_215 if self._narrow else side + 60)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        narrow = self._theme.width_class(self.width()) < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def refresh(self) -> None:
        """Show what is kept now."""
        session, labels = self._workspace.shown, self._workspace.labels
        ids = [each.id for each in session.disciplines]
        verdicts = [session.read_back(each.id).verdict or "open" for each in session.disciplines]
        words = [f"{each.name}\n{labels(f'read_back.{told}')}" for each, told in zip(session.disciplines, verdicts, strict=True)]
        here = self.form.discipline if self.form.discipline in ids else (ids[0] if ids else "")
        self.list.blockSignals(True)
        if ids != self._ids:
            self.list.clear()
            for _ in ids:
                self.list.addItem(QListWidgetItem())
            self._ids = ids
            self.pick.offer([(each.id, each.name) for each in session.disciplines])
        for row, word in enumerate(words):
            item = self.list.item(row)
            if item is not None:
                item.setText(word)
        if here:
            self.list.setCurrentRow(ids.index(here))
        self.list.blockSignals(False)
        self.column.setVisible(bool(here))
        self.side.setVisible(bool(here))
        if here:
            self._show(here)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._ids):
            self._show(self._ids[row])

    def _picked(self, discipline: str) -> None:
        self.list.setCurrentRow(self._ids.index(discipline))

    def _show(self, discipline: str) -> None:
        session, theme = self._workspace.shown, self._theme
        self.form.show_discipline(discipline)
        self.pick.show_key(discipline)
        self.name.setText(session.discipline(discipline).name)
        texts = own_texts(session, self._workspace.labels, discipline)
        if texts == self._shown:
            return
        self._shown = texts
        while self._texts_column.count():
            taken = self._texts_column.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()  # it goes a moment later, and must not stand under the new text until then
                widget.deleteLater()
        if not texts:
            self._texts_column.addWidget(label(theme, self.tr("Nothing is in the minutes in the name of this discipline yet."), muted=True))
        for each in texts:
            self._texts_column.addWidget(label(theme, f"{each.where} · {each.kind}", "secondary", muted=True))
            self._texts_column.addWidget(label(theme, each.text or "–"))
        self.show_button.setEnabled(any(each.text for each in texts))

    def told(self) -> str:
        """How far the reading back is, in a sentence."""
        done, total, waiting = read_back_progress(self._workspace.shown)
        if not total:
            return ""
        if not waiting:
            return self.tr("Read-back: every discipline has confirmed its text.")
        text = self.tr("Read-back: {done} of {total} disciplines have confirmed their text. Still to do: {names}.")
        return text.format(done=done, total=total, names=", ".join(waiting))
