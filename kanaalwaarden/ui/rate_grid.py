"""The entry grid of one discipline: its model, its chips, and keys as a spreadsheet user expects them; digits answer and move on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Platform, Rating, Session, Value
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.marks import draw_current, draw_entry_chip, draw_text
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.widgets import ENTER, label, safe_tip

if TYPE_CHECKING:
    from kanaalwaarden.ui.rate import RateScreen


class GridModel(QAbstractTableModel):
    """The answers of one discipline: values down, platforms across, or the other way round."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.values: list[Value] = []
        self.platforms: list[Platform] = []
        self.turned = False

    def show(self, session: Session, *, turned: bool) -> None:
        """Show this session's values and platforms."""
        self.beginResetModel()
        self.values, self.platforms, self.turned = list(session.values), list(session.platforms), turned
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.platforms if self.turned else self.values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.values if self.turned else self.platforms)

    def at(self, index: Index) -> tuple[Value, Platform]:
        """The value and platform of a cell."""
        row, column = (index.column(), index.row()) if self.turned else (index.row(), index.column())
        return self.values[row], self.platforms[column]

    def index_of(self, value: str, platform: str) -> QModelIndex:
        """The index of a cell, invalid if it is not there."""
        row = next((place for place, each in enumerate(self.values) if each.id == value), -1)
        column = next((place for place, each in enumerate(self.platforms) if each.id == platform), -1)
        return self.index(column, row) if self.turned else self.index(row, column)

    def rating(self, index: Index) -> Rating | None:
        """What the discipline answered there."""
        value, platform = self.at(index)
        screen = self._screen
        find = screen.session.rating if screen.session.asked(screen.round, value.id, platform.id) else screen.session.standing
        return find(screen.round, screen.discipline_id, platform.id, value.id)

    def asked(self, index: Index) -> bool:
        """Whether the cell is asked in this round; where it is not, `rating` is what stands from before."""
        value, platform = self.at(index)
        return self._screen.session.asked(self._screen.round, value.id, platform.id)

    def lacks_reason(self, index: Index) -> bool:
        """Whether the answer there asks for a reason and has none."""
        found = self.rating(index)
        return found is not None and not found.reason and reason_wanted(self._screen.session, found.effect)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return None
        found = self.rating(index)
        labels = self._screen.labels
        if role == Qt.ItemDataRole.DisplayRole:
            return labels.short(found.effect if found else "")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return found.reason if found else ""
        value, platform = self.at(index)
        told = [f"{value.name} × {platform.name}: {labels.word(self._screen.session.case.scale, found.effect if found else '')}"]
        return ". ".join([*told, *self._screen.remarks(index)])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        down = (orientation == Qt.Orientation.Vertical) != self.turned
        rows: list[Value] | list[Platform] = self.values if down else self.platforms
        if not 0 <= section < len(rows):
            return None
        each = rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.label if isinstance(each, Value) else each.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(each.name)
        return each.name if role == Qt.ItemDataRole.AccessibleTextRole else None

    def touch(self, index: Index) -> None:
        """Have one cell drawn again."""
        self.dataChanged.emit(index, index)


class GridDelegate(QStyledItemDelegate):
    """The answer as symbol and word; a reason shows its icon."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        screen, theme, box = self._screen, self._screen.theme, QRectF(option.rect)
        found = screen.grid_model.rating(index)
        effect = found.effect if found else ""
        current = index == screen.grid.currentIndex()
        painter.save()
        if screen.grid_model.asked(index):
            draw_entry_chip(
                painter,
                box,
                effect or "nog_niet",
                screen.labels.short(effect),
                theme,
                has_reason=bool(found and (found.reason or found.condition)),
                current=current,
            )
            if screen.grid_model.lacks_reason(index):
                side = theme.scaled(14)
                place = QRectF(box.left() + theme.scaled(4), box.top() + theme.scaled(4), side, side)
                theme.draw_icon(painter, "triangle-alert", place, theme.color("danger"))
        else:
            self._standing(painter, box, effect)
            if current:
                draw_current(painter, box, theme)
        painter.restore()

    def _standing(self, painter: QPainter, box: QRectF, effect: str) -> None:
        """What stands from an earlier round where this round does not ask: symbol and word without a chip, muted."""
        theme, word = self._screen.theme, self._screen.labels.short(effect) if effect else ""
        painter.fillRect(box, theme.color("sunken"))
        if not effect:
            return
        font, side, gap = theme.font("secondary"), theme.scaled(11), theme.scaled(5)
        width = min(QFontMetricsF(font).horizontalAdvance(word) + 1, box.width() - side - gap - theme.scaled(6))
        left = box.center().x() - (side + gap + width) / 2
        draw_symbol(painter, effect, QRectF(left, box.center().y() - side / 2, side, side), theme.color("text_muted"))
        draw_text(painter, QRectF(left + side + gap, box.top(), width, box.height()), word, font, theme.color("text_muted"))


class Grid(QTableView):
    """Keys as a spreadsheet user expects them; digits answer and move on."""

    answered = Signal(str)
    cleared = Signal()
    reason_asked = Signal(str)
    discipline_asked = Signal(int)

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.corner = label(screen.theme, "", "secondary", muted=True, wrap=False)
        self.corner.setParent(self)
        self.corner.setIndent(screen.theme.space(3))
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        centred = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(centred))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        wrapped = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag(wrapped))

    def step(self, rows: int, columns: int) -> None:
        """Move the current cell; over the edge of a row to the next, and it stays at the first and the last cell."""
        model, index = self.model(), self.currentIndex()
        if not index.isValid():
            return
        width, height = model.columnCount(), model.rowCount()
        if columns:
            place = max(0, min(index.row() * width + index.column() + columns, width * height - 1))
            self.setCurrentIndex(model.index(place // width, place % width))
        else:
            self.setCurrentIndex(model.index(max(0, min(index.row() + rows, height - 1)), index.column()))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if copied(self, event):
            return
        if plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.step(0, -1 if shift or key == Qt.Key.Key_Backtab else 1)
        elif key in ENTER:
            self.step(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.discipline_asked.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_F2:
            self.reason_asked.emit("")
        elif event.text().isdigit() and event.text().isascii():
            self._digit(int(event.text()))
        elif event.text().isprintable() and event.text().strip():
            self.reason_asked.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab moves in the grid, as in a spreadsheet; Ctrl+Tab and F6 leave it."""
        return False

    def _digit(self, digit: int) -> None:
        levels = self._screen.session.levels
        if digit == 0:
            self.answered.emit(NO_JUDGEMENT)
        elif digit == 9:
            self.answered.emit(RULED_OUT)
        elif digit <= len(levels):
            self.answered.emit(levels[digit - 1])
