"""What lists and tables of rows share: how a row is marked, and a table of ready-made rows that is as high as they are."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QTableView, QWidget

from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.marks import crisp, draw_text
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER

Index = QModelIndex | QPersistentModelIndex


def replace_rows(model: Any, rows: list[Any], columns: int = 1) -> None:
    """Give an item model that holds `rows` with a `key` new ones. While their keys stay the same only the rows that differ are announced,
    so that selection, current row and scroll position stay where they are."""
    same = [each.key for each in rows] == [each.key for each in model.rows]
    if not same:
        model.beginResetModel()
    before, model.rows = model.rows, rows
    if not same:
        model.endResetModel()
        return
    for place, (old, new) in enumerate(zip(before, rows, strict=True)):
        if old != new:
            model.dataChanged.emit(model.index(place, 0), model.index(place, columns - 1))


class TableRows(QAbstractTableModel):
    """A table of ready-made rows."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = heads
        self.rows: list[Any] = []

    def show(self, rows: list[Any]) -> None:
        """Show these rows."""
        replace_rows(self, rows, len(self._heads))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(self._heads if across else self.rows):
            return None
        return self._heads[section] if across else self.rows[section].name


class RowsTable(QTableView):
    """A table of rows with wrapped text that is as high as its rows. `chosen` tells a row on Enter or double click."""

    chosen = Signal(int)
    grown = Signal()

    def __init__(self, theme: Theme, model: TableRows, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.held = model
        self._content = 0
        self._whole = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        model.modelReset.connect(self.arrange)
        model.dataChanged.connect(self.arrange)

    @property
    def content_height(self) -> int:
        """How high all rows are together."""
        return self._content

    def show_whole(self, whole: bool) -> None:
        """Whether something around the table scrolls, and the table itself never does."""
        if whole != self._whole:
            self._whole = whole
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(off if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.arrange()

    def widths(self, room: int) -> list[int]:
        """The widths of the columns."""
        raise NotImplementedError

    def row_height(self, row: int, widths: Sequence[int]) -> float:
        """How high a row must be."""
        raise NotImplementedError

    def arrange(self, *_: object) -> None:
        """Make columns and rows fit what they say."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        for room in (self.width(), self.width() - bar):
            widths = self.widths(room)
            heights = [round(self.row_height(row, widths)) for row in range(self.held.rowCount())]
            if self._whole or sum(heights) <= self.height():
                break
        for place, size in enumerate(widths):
            self.horizontalHeader().resizeSection(place, size)
        for place, size in enumerate(heights):
            self.verticalHeader().resizeSection(place, size)
        if sum(heights) != self._content:
            self._content = sum(heights)
            self.updateGeometry()
            self.grown.emit()
        if not self.currentIndex().isValid() and heights:
            self.setCurrentIndex(self.held.index(0, 1))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.theme.scaled(400)), self._content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def row_box(self, row: int, first: int = 0) -> QRectF:
        """The box of a row from column `first` on."""
        left = self.visualRect(self.held.index(row, first))
        return QRectF(left.united(self.visualRect(self.held.index(row, self.held.columnCount() - 1))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not copied(self, event):
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def draw_ground(painter: QPainter, rect: QRectF, theme: Theme, state: QStyle.StateFlag) -> None:
    """The ground of a row: selected with the teal bar at the left, hovered, or plain."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.color("selection"))
        painter.fillRect(QRectF(rect.left(), rect.top(), theme.stroke("phase_active"), rect.height()), theme.color("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("sunken"))


def draw_edges(painter: QPainter, rect: QRectF, theme: Theme, state: QStyle.StateFlag) -> None:
    """The line under a row, and the blue edge of the row that has the keyboard."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
    draw_focus(painter, rect.adjusted(0, 0, 0, -1), theme, state)


def draw_focus(painter: QPainter, rect: QRectF, theme: Theme, state: QStyle.StateFlag) -> None:
    """The blue edge of the row that has the keyboard."""
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
        width = theme.stroke("field_focus")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus"), width))
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def draw_code(painter: QPainter, rect: QRectF, code: str, theme: Theme, *, idle: bool = False) -> None:
    """The code of a discipline in a box, dashed where the discipline is `idle` (absent)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("border_strong"), 1)
    if idle:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(crisp(painter, rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("field"), theme.radius("field"))
    draw_text(painter, rect, code, theme.font_px(theme.px("mark_code_regular"), bold=True), theme.color("text"), centred=True)
    painter.restore()
