"""What was said on a cell, and what must be looked up: one quick line each, grouped lists, everything to be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import ABOUTS, LAYERS, REASON_KINDS, Argument, OpenQuestion, Session
from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Labelled, Segments, button, icon_button, label, safe_tip
from kanaalwaarden.ui.workspace import Workspace

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of a list: the head of a group (no `id`), or a note. `done` is None where there is nothing to tick off."""

    id: str
    text: str
    done: bool | None = None


class NotesModel(QAbstractListModel):
    """A list of notes under heads. `ticked` tells a note that a person ticked off, or on again."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[NoteRow] = []
        self.editable = True

    def show(self, rows: list[NoteRow]) -> None:
        """Show these rows."""
        if rows == self.rows:
            return
        same = [each.id for each in rows] == [each.id for each in self.rows]
        if same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        if not row.id:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if row.done is not None and self.editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.text)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font("secondary" if row.id else "body", bold=not row.id)
        if role == Qt.ItemDataRole.CheckStateRole and row.done is not None:
            return Qt.CheckState.Checked if row.done else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self.rows[index.row()].done is None:
            return False
        self.ticked.emit(self.rows[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class NotesList(QListView):
    """Notes: Enter or F2 takes one up to change it, Del removes it, the space bar ticks it off."""

    change = Signal(str)
    remove = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme, model: NotesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(round(theme.scaled(2)))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(round(theme.scaled(84)))
        self.doubleClicked.connect(lambda index: self.change.emit(self._notes.rows[index.row()].id))

    @property
    def current_id(self) -> str:
        """The note on which the keyboard is, or ''."""
        index = self.currentIndex()
        return self._notes.rows[index.row()].id if index.isValid() else ""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self.current_id
        if note and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change.emit(note)
        elif note and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit(note)
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    """A line that is passed on with Enter only. Escape empties it first."""

    entered = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(theme.size("field")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _words(labels: Labels, section: str, keys: Sequence[str]) -> list[tuple[Any, str]]:
    return [(key, labels.section(section)[key]) for key in keys]


def argument_rows(session: Session, labels: Labels, cell: Cell) -> list[NoteRow]:
    """What was said on a cell: facts apart from views, and what is about the wording of the value apart from both."""
    said = session.arguments(*cell)
    groups = [
        (labels("talk.facts"), [each for each in said if each.about == "oordeel" and each.kind == "feit"]),
        (labels("talk.views"), [each for each in said if each.about == "oordeel" and each.kind != "feit"]),
        (labels("talk.wording"), [each for each in said if each.about != "oordeel"]),
    ]
    rows = []
    for head, there in groups:
        if there:
            rows.append(NoteRow("", f"{head} ({len(there)})"))
        for each in there:
            who = session.discipline(each.discipline).name if each.discipline else labels("talk.table")
            parts = [who]
            if each.about != "oordeel":
                parts.append(labels(f"reason_kind.{each.kind}"))
            if each.layer:
                parts.append(labels.section("layer")[each.layer])
            rows.append(NoteRow(each.id, f"{', '.join(parts)}: {each.text}"))
    return rows


class ArgumentsPanel(QWidget):
    """The log of arguments of one cell: a quick line above, what was said below."""

    done = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._cell: Cell = ("", "")
        self._changing = ""
        self._speaker = ""
        labels = workspace.labels
        self.who = PickList(theme, self.tr("Who says it"))
        self.kind = Segments(theme, _words(labels, "reason_kind", ("feit", "zienswijze")), self.tr("Fact or view"))
        self.kind.show_key(REASON_KINDS[0])
        self.about = PickList(theme, self.tr("What it is about"))
        self.about.show_items(_words(labels, "about", ABOUTS), ABOUTS[0])
        self.layer = PickList(theme, self.tr("Own conduct or the platform's"))
        self.layer.show_items(_words(labels, "layer", LAYERS), "")
        for each in (self.who, self.about, self.layer):
            each.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            each.setMinimumContentsLength(9)
        self.line = _Line(theme, self.tr("Argument"), self.tr("What is said, in one line; Enter records it"))
        self.line.entered.connect(self.record)
        self.line.cancelled.connect(self._escape)
        self.box = Labelled(theme, self.tr("Argument"), self.line)
        self.box.label.hide()
        self.record_button = button(theme, self.tr("Record"))
        self.record_button.clicked.connect(lambda: self.record())
        self.change_button = icon_button(theme, "pencil", self.tr("Change this argument (F2)"))
        self.remove_button = icon_button(theme, "trash-2", self.tr("Remove this argument (Del)"))
        self.change_button.clicked.connect(lambda: self._take_up(self._at()))
        self.remove_button.clicked.connect(lambda: self._remove(self._at()))
        self.model = NotesModel(theme, self)
        self.view = NotesList(theme, self.model, self.tr("What was said"))
        self.view.change.connect(self._take_up)
        self.view.remove.connect(self._remove)
        self.view.moved.connect(self._show_buttons)
        self.nothing = label(theme, self.tr("Nothing has been recorded on this cell yet."), "secondary", muted=True)
        self._choices = QGridLayout()
        self._choices.setSpacing(theme.space(2))
        self._across = 0
        self._entry = QWidget()
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(theme.space(2))
        entry.addLayout(self._choices)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self.box, 1)
        row.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignTop)
        entry.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(theme.space(1))
        below.addWidget(self.view, 1)
        tools = QVBoxLayout()
        tools.addWidget(self.change_button)
        tools.addWidget(self.remove_button)
        tools.addStretch(1)
        below.addLayout(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(self._entry)
        layout.addWidget(self.nothing)
        layout.addLayout(below, 1)
        self._place(4)

    def _place(self, across: int) -> None:
        """The four choices beside each other, or two by two where it is narrow."""
        if across == self._across:
            return
        self._across = across
        for place, each in enumerate((self.who, self.kind, self.about, self.layer)):
            self._choices.addWidget(each, place // across, place % across)
        for column in range(4):
            self._choices.setColumnStretch(column, 1 if column < across and not (across == 4 and column == 1) else 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place(2 if self._theme.width_class(self.width()) < 620 else 4)
        return super().event(event)

    @property
    def count(self) -> int:
        """How many arguments are shown."""
        return sum(1 for row in self.model.rows if row.id)

    def show_cell(self, cell: Cell, speaker: str) -> None:
        """Show what was said on this cell; the next argument is of `speaker`, unless somebody else is chosen."""
        session, labels = self._workspace.shown, self._workspace.labels
        anew = cell != self._cell
        if anew:
            self._cell = cell
            self.cancel()
        rows = argument_rows(session, labels, cell) if cell[1] else []
        self.model.show(rows)
        if self._changing and self._changing not in {row.id for row in rows}:
            self.cancel()
        who: list[tuple[Any, str]] = [("", labels("talk.table")), *((each.id, f"{each.code} {each.name}") for each in session.disciplines)]
        chosen = self.who.currentData()
        if anew or speaker != self._speaker or chosen not in {key for key, _ in who}:
            chosen = speaker
        if not self._changing:
            self._speaker = speaker
        self.who.show_items(who, chosen or "")
        self._entry.setVisible(not self._workspace.read_only)
        self.nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._show_buttons()

    def _show_buttons(self) -> None:
        can = bool(self.view.current_id) and not self._workspace.read_only
        for each in (self.change_button, self.remove_button):
            each.setEnabled(can)
            each.setVisible(bool(self.model.rows) and not self._workspace.read_only)

    def _at(self) -> str:
        """The note on which the keyboard is, or ''."""
        return self.view.current_id

    def _find(self, note: str) -> Argument | None:
        found: Argument | None = self._workspace.shown.get(Argument, (note,))
        return found

    def record(self) -> None:
        """Log what was typed, or put it in place of the argument that was taken up."""
        text = self.line.text().strip()
        if not text:
            return
        given = {
            "discipline": str(self.who.currentData() or ""), "kind": self.kind.key, "about": str(self.about.currentData()),
            "layer": str(self.layer.currentData()), "text": text,
        }  # fmt: skip
        before = self._find(self._changing) if self._changing else None
        problem = self._workspace.edit_note(before, **given) if before else self._workspace.argue(*self._cell, **given)
        self.box.show_problem(problem, self._workspace.labels)
        if problem is None:
            self.cancel()

    def cancel(self) -> None:
        """Leave what was typed, and what was taken up."""
        self._changing = ""
        self.line.clear()
        self.record_button.setText(self.tr("Record"))
        self.box.show_problem(None, self._workspace.labels)

    def _escape(self) -> None:
        if not self._changing and not self.line.text():
            self.done.emit()
        self.cancel()

    def _take_up(self, note: str) -> None:
        found = self._find(note)
        if found is None or self._workspace.read_only:
            return
        self._changing = note
        self.line.setText(found.text)
        self.who.setCurrentIndex(self.who.findData(found.discipline))
        self.kind.show_key(found.kind)
        self.about.setCurrentIndex(self.about.findData(found.about))
        self.layer.setCurrentIndex(self.layer.findData(found.layer))
        self.record_button.setText(self.tr("Change"))
        self.line.setFocus()

    def _remove(self, note: str) -> None:
        found = self._find(note)
        if found is not None:
            self._workspace.edit_note(found, text="")


def question_rows(session: Session, labels: Labels, cell: Cell) -> list[NoteRow]:
    """The facts to check on a cell, with who does it and by when."""
    rows = []
    for each in session.open_questions:
        if (each.value, each.platform) == cell:
            beside = ", ".join(part for part in (each.owner, date_in_words(each.date, labels)) if part)
            rows.append(NoteRow(each.id, f"{each.text}\n{beside}" if beside else each.text, each.done))
    return rows


class QuestionsPanel(QWidget):
    """Facts to check on one cell: a short form, and the list of them with a tick for what was answered."""

    closed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._cell: Cell = ("", "")
        self._changing = ""
        self.text = _Line(theme, self.tr("What must be looked up"))
        self.owner = _Line(theme, self.tr("Who does it"))
        self.date = _Line(theme, self.tr("By when"), self.tr("14-11-2026"))
        self.text_box = Labelled(theme, self.tr("What must be looked up"), self.text)
        self.owner_box = Labelled(theme, self.tr("Who does it"), self.owner)
        self.date_box = Labelled(theme, self.tr("By when"), self.date)
        self.save = button(theme, self.tr("Record"), primary=True)
        self.save.clicked.connect(lambda: self.record())
        self.close_button = button(theme, self.tr("Close"))
        self.close_button.clicked.connect(self.closed.emit)
        self.change_button = icon_button(theme, "pencil", self.tr("Change this one (F2)"))
        self.remove_button = icon_button(theme, "trash-2", self.tr("Remove this one (Del)"))
        self.change_button.clicked.connect(lambda: self._take_up(self._at()))
        self.remove_button.clicked.connect(lambda: self._remove(self._at()))
        for each in (self.text, self.owner, self.date):
            each.entered.connect(self.record)
            each.cancelled.connect(self._cancel)
        self.model = NotesModel(theme, self)
        self.model.ticked.connect(self._tick)
        self.view = NotesList(theme, self.model, self.tr("Facts to check"))
        self.view.change.connect(self._take_up)
        self.view.remove.connect(self._remove)
        self.view.moved.connect(self._show_buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        head = QHBoxLayout()
        head.addWidget(label(theme, self.tr("Facts to check"), bold=True), 1)
        head.addWidget(self.change_button)
        head.addWidget(self.remove_button)
        layout.addLayout(head)
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.space(2))
        for box in (self.text_box, self.owner_box, self.date_box):
            form.addWidget(box)
        layout.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.close_button, 1)
        buttons.addWidget(self.save, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.view, 1)

    def show_cell(self, cell: Cell) -> None:
        """Show what is to be checked on this cell."""
        if cell != self._cell:
            self._cell = cell
            self._empty()
        rows = question_rows(self._workspace.shown, self._workspace.labels, cell)
        self.model.editable = not self._workspace.read_only
        self.model.show(rows)
        if self._changing and self._changing not in {row.id for row in rows}:
            self._empty()
        self.form.setVisible(not self._workspace.read_only)
        self.save.setVisible(not self._workspace.read_only)
        self._show_buttons()

    @property
    def open_count(self) -> int:
        """How many are still to be answered."""
        return sum(1 for row in self.model.rows if not row.done)

    def _show_buttons(self) -> None:
        can = bool(self.view.current_id) and not self._workspace.read_only
        for each in (self.change_button, self.remove_button):
            each.setEnabled(can)

    def _at(self) -> str:
        """The note on which the keyboard is, or ''."""
        return self.view.current_id

    def _find(self, note: str) -> OpenQuestion | None:
        found: OpenQuestion | None = self._workspace.shown.get(OpenQuestion, (note,))
        return found

    def record(self) -> None:
        """Note it, or put it in place of the one that was taken up."""
        text = self.text.text().strip()
        if not text:
            self.text.setFocus()
            return
        given = {"text": text, "owner": self.owner.text().strip(), "date": self.date.text().strip()}
        before = self._find(self._changing) if self._changing else None
        problem = self._workspace.edit_note(before, **given) if before else self._workspace.ask(*self._cell, **given)
        self._show_problem(problem)
        if problem is None:
            self._empty()
            self.text.setFocus()

    def _show_problem(self, problem: Refused | None) -> None:
        for box in (self.text_box, self.owner_box, self.date_box):
            box.show_problem(None, self._workspace.labels)
        if problem is not None:
            dated = problem.key == "date_wrong"
            named = problem.details.get("field") == "owner"
            (self.date_box if dated else self.owner_box if named else self.text_box).show_problem(problem, self._workspace.labels)

    def _cancel(self) -> None:
        if not self._changing and not self.text.text():
            self.closed.emit()
        self._empty()

    def _empty(self) -> None:
        self._changing = ""
        for each in (self.text, self.owner, self.date):
            each.clear()
        self._show_problem(None)
        self.save.setText(self.tr("Record"))

    def _take_up(self, note: str) -> None:
        found = self._find(note)
        if found is None or self._workspace.read_only:
            return
        self._changing = note
        self.text.setText(found.text)
        self.owner.setText(found.owner)
        self.date.setText(found.date)
        self.save.setText(self.tr("Change"))
        self.text.setFocus()

    def _remove(self, note: str) -> None:
        found = self._find(note)
        if found is not None:
            self._workspace.edit_note(found, text="")

    def _tick(self, note: str, done: bool) -> None:
        found = self._find(note)
        if found is not None:
            self._workspace.edit_note(found, done=done)
