"""Round 2 and later: choosing its cells, answering in the room, and who moved from where to where and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Session
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.core.talk import Move, movement
from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.mark_widgets import PickList, symbol_icon
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Column, Labelled, LineField, button, label, open_at, safe_tip
from kanaalwaarden.ui.workspace import Workspace

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CellChoice:
    """A cell that can go into the next round."""

    key: Cell
    title: str
    discussed: bool


class NextRoundDialog(QDialog):
    """Which cells are asked again: the one that is shown, those that were discussed, or any of the agenda."""

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, number: int, choices: Sequence[CellChoice], here: Cell) -> list[Cell] | None:
        """The cells that were chosen, or None when nobody wants the round."""
        dialog = cls(parent, theme, number, choices, here)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen if wanted else None

    def __init__(self, parent: QWidget, theme: Theme, number: int, choices: Sequence[CellChoice], here: Cell) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Round {number}").format(number=number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(7), theme.space(7), theme.space(7), theme.space(6))
        layout.setSpacing(theme.space(4))
        head = self.tr("Which cells are asked again in round {number}?").format(number=number)
        layout.addWidget(label(theme, head, "section", bold=True))
        layout.addWidget(label(theme, self.tr("The rounds before stay as they are and can no longer be changed."), muted=True))
        quick = QHBoxLayout()
        quick.setSpacing(theme.space(2))
        self.only_here = button(theme, self.tr("This cell"))
        self.discussed = button(theme, self.tr("The cells that were discussed"))
        quick.addWidget(self.only_here)
        quick.addWidget(self.discussed)
        quick.addStretch(1)
        layout.addLayout(quick)
        column = Column(theme)
        self.boxes: dict[Cell, QCheckBox] = {}
        for each in choices:
            box = QCheckBox(each.title.replace("&", "&&"))
            box.setFont(theme.font())
            box.toggled.connect(self._count)
            self.boxes[each.key] = box
            column.column.addWidget(box)
        column.column.addStretch(1)
        layout.addWidget(column, 1)
        buttons = QDialogButtonBox()
        self.begin = button(theme, "", primary=True)
        self.cancel = button(theme, self.tr("Cancel"))
        buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        talked = [each.key for each in choices if each.discussed]
        self.only_here.setEnabled(here in self.boxes)
        self.discussed.setEnabled(bool(talked))
        self.only_here.clicked.connect(lambda: self._tick([here]))
        self.discussed.clicked.connect(lambda: self._tick(talked))
        self._tick(talked or [here])
        self._count()
        open_at(self, theme, 460, min(460, 220 + 30 * len(choices)))

    @property
    def chosen(self) -> list[Cell]:
        """The cells that are ticked."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _tick(self, cells: Sequence[Cell]) -> None:
        for key, box in self.boxes.items():
            box.setChecked(key in cells)

    def _count(self) -> None:
        count = len(self.chosen)
        self.begin.setText(self.tr("Begin with %n cell(s)", "", count))
        self.begin.setEnabled(bool(count))


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One discipline in a later round, in words."""

    discipline: str
    name: str
    before: str
    after: str
    reason: str
    effect: str
    """The answer of this round; '' while there is none."""
    before_effect: str
    accessible: str


def answered(move: Move) -> bool:
    """Whether this discipline answered again."""
    return move.after is not None and bool(move.after.effect)


def move_rows(session: Session, labels: Labels, value: str, platform: str, round_: int) -> list[MoveRow]:
    """Everybody in a later round: from where to where and why; who stayed; who has not answered again."""
    scale = session.case.scale
    known = {each.discipline.id: each for each in movement(session, value, platform, round_)}
    rows = []
    for discipline in session.disciplines:
        move = known.get(discipline.id, Move(discipline, None, None))
        if discipline.absent and not answered(move) and move.before is None:
            continue
        before = move.before.effect if move.before else ""
        after = move.after.effect if move.after else ""
        before_word = labels.word(scale, before)
        if not after:
            after_word = labels("talk.not_again")
        elif after == before:
            after_word = labels("talk.stayed")
        else:
            after_word = labels.word(scale, after)
        missing = bool(after) and (after != before if before else reason_wanted(session, after))
        reason = (move.after.reason if move.after else "") or (labels("table.reason_missing") if missing else "")
        told = f"{discipline.name}: {before_word} → {after_word}" + (f". {reason}" if reason else "")
        rows.append(MoveRow(discipline.id, f"{discipline.code} {discipline.name}", before_word, after_word, reason, after, before, told))
    return rows


class MoveModel(QAbstractTableModel):
    """Discipline, from, to, reason."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[str, QIcon] = {}
        self._heads = (self.tr("Discipline"), self.tr("From"), self.tr("To"), self.tr("Reason for moving or staying"))
        self.rows: list[MoveRow] = []

    def show(self, rows: list[MoveRow]) -> None:
        """Show these rows."""
        if rows == self.rows:
            return
        same = [each.discipline for each in rows] == [each.discipline for each in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 3))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._heads[section] if 0 <= section < 4 else None
        return self.rows[section].name if 0 <= section < len(self.rows) else None

    def icon(self, effect: str) -> QIcon:
        """The symbol of an answer, made once."""
        if effect not in self._icons:
            self._icons[effect] = symbol_icon(self._theme, effect)
        return self._icons[effect]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.before, row.after, row.reason)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.accessible)
        if role == Qt.ItemDataRole.DecorationRole and column in (1, 2):
            return self.icon((row.before_effect, row.effect)[column - 1] or "nog_niet")
        if role == Qt.ItemDataRole.FontRole:
            moved = bool(row.effect) and row.effect != row.before_effect
            return self._theme.font("secondary", bold=moved and column in (0, 2))
        if role == Qt.ItemDataRole.ForegroundRole and column == 2 and not row.effect:
            return self._theme.color("text_muted")
        return None


class MoveTable(QTableView):
    """The answers of a later round: a key per level, as in the entry grid; F2 or a letter goes to the reason."""

    answered = Signal(str)
    reason_wanted = Signal(str)

    def __init__(self, theme: Theme, model: MoveModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, str] = {}
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(round(theme.scaled(28)))
        self.horizontalHeader().setFont(theme.font("secondary"))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.setIconSize(theme.icon_size("inline"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(round(theme.scaled(176)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, part in enumerate((0.25, 0.22, 0.24)):
            self.setColumnWidth(column, round(room * part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if copied(self, event):
            return
        if text in self.keys:
            self.answered.emit(self.keys[text])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit("")
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reason_wanted.emit("")
        elif text.isalpha() and not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self.reason_wanted.emit(text)
        else:
            super().keyPressEvent(event)


class _ReasonLine(LineField):
    """A reason; Enter hands it over and goes back to the table."""

    finished = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.pass_on()
            self.finished.emit(event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


class LaterRoundPanel(QWidget):
    """A later round in one cell: everybody's movement, and the answers of this round given right here."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._cell: Cell = ("", "")
        self._round = 0
        self._open = False
        self.model = MoveModel(theme, self)
        self.table = MoveTable(theme, self.model, self.tr("Answers of this round"))
        self.table.answered.connect(self._answer)
        self.table.reason_wanted.connect(self._to_reason)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.keys = label(theme, "", "secondary", muted=True)
        self.who = label(theme, "", bold=True, wrap=False)
        self.level = PickList(theme, self.tr("Answer"))
        self.level.setMinimumContentsLength(14)
        self.level.activated.connect(lambda place: self._answer(str(self.level.itemData(place)), step=False))
        self.reason = _ReasonLine(theme, self.tr("Reason for moving or staying"))
        self.reason.edited.connect(self._explain)
        self.reason.finished.connect(self._back)
        self.box = Labelled(theme, "", self.reason)
        self.box.label.hide()
        self.summary = label(theme, "", "secondary", muted=True)
        self.ask = button(theme, self.tr("Ask this cell again too"), "plus")
        self.ask.clicked.connect(lambda: self._workspace.ask_again(self._round, *self._cell, True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(self.summary)
        layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table, 1)
        self._edit = QWidget()
        edit = QHBoxLayout(self._edit)
        edit.setContentsMargins(0, 0, 0, 0)
        edit.setSpacing(theme.space(2))
        edit.addWidget(self.who)
        edit.addWidget(self.level)
        edit.addWidget(self.box, 1)
        layout.addWidget(self._edit)
        layout.addWidget(self.keys)

    def pass_on(self) -> None:
        """Hand over what was typed."""
        self.reason.pass_on()

    def show_cell(self, cell: Cell, round_: int) -> None:
        """Show a later round of this cell."""
        if (cell, round_) != (self._cell, self._round):
            self.pass_on()
            self._cell, self._round = cell, round_
        session, labels = self._workspace.shown, self._workspace.labels
        asked = session.asked(round_, *cell)
        self._open = asked and not self._workspace.read_only and round_ == session.rounds[-1]
        rows = move_rows(session, labels, *cell, round_) if asked else []
        self.model.show(rows)
        again = [row for row in rows if row.effect]
        moved = sum(1 for row in again if row.effect != row.before_effect)
        if asked:
            told = labels("talk.movement", number=round_, moved=moved, stayed=len(again) - moved, waiting=len(rows) - len(again))
        else:
            told = labels("error.not_asked", number=round_)
        self.summary.setText(told)
        self.ask.setVisible(not asked and not self._workspace.read_only and round_ == session.rounds[-1])
        self.table.setVisible(asked)
        self._edit.setVisible(self._open and bool(rows))
        levels = [(str(place), level) for place, level in enumerate(session.levels, 1)] + [("0", NO_JUDGEMENT), ("9", RULED_OUT)]
        self.table.keys = dict(levels) if self._open else {}
        self.keys.setText(" · ".join(f"{key} {labels.short(level)}" for key, level in levels) + " · " + self.tr("F2 reason · Del clear"))
        self.keys.setVisible(self._open and bool(rows))
        items: list[Any] = [(level, labels.word(session.case.scale, level), self.model.icon(level)) for _, level in levels]
        self._items = [*items, ("", labels("talk.not_again"), self.model.icon("nog_niet"))]
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_current()

    def _row(self) -> MoveRow | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() and index.row() < len(self.model.rows) else None

    def _show_current(self) -> None:
        row = self._row()
        if row is None or not self._cell[0]:
            return
        key = (self._round, row.discipline, self._cell[1], self._cell[0])
        if self.reason.property("cell") != key:
            self.reason.pass_on()
            self.reason.setProperty("cell", key)
            self.box.show_problem(None, self._workspace.labels)
        self.who.setText(row.name)
        self.level.show_items(self._items, row.effect)
        rating = self._workspace.shown.rating(*key)
        self.reason.show_text(rating.reason if rating else "")
        self.reason.setEnabled(self._open and bool(row.effect))
        self.reason.setPlaceholderText(self.tr("Why this move, or why not") if row.effect else self.tr("First an answer"))

    def _answer(self, effect: str, *, step: bool = True) -> None:
        row = self._row()
        if row is None or not self._open:
            return
        self.pass_on()
        key = (self._round, row.discipline, self._cell[1], self._cell[0])
        kept = self._workspace.shown.rating(*key)
        if not effect and kept is not None and (kept.reason or kept.condition):
            self._workspace.explain(*key, reason="", condition="")  # or the reason would stand without the answer it explains
        self._show_problem(self._workspace.rate(*key, effect))
        place = self.table.currentIndex().row() + 1
        if step and effect and effect == row.before_effect and place < len(self.model.rows):  # who moves is asked why
            self.table.setCurrentIndex(self.model.index(place, 0))
        elif step and effect and effect != row.before_effect:
            self._to_reason("")

    def _to_reason(self, first: str) -> None:
        if self.reason.isEnabled() and self._edit.isVisible():
            self.reason.setFocus()
            self.reason.end(False)
            if first:
                self.reason.insert(first)
                self.reason.textEdited.emit(self.reason.text())

    def _back(self, on: bool) -> None:
        self.table.setFocus()
        place = self.table.currentIndex().row() + 1
        if on and place < len(self.model.rows):
            self.table.setCurrentIndex(self.model.index(place, 0))

    def _explain(self, text: str, group: str) -> None:
        key = self.reason.property("cell")
        if key is not None and not self._workspace.read_only:
            self._show_problem(self._workspace.explain(key[0], key[1], key[2], key[3], "/".join(map(str, (*key, group))), reason=text))

    def _show_problem(self, problem: Refused | None) -> None:
        self.box.show_problem(problem, self._workspace.labels)
