"""The lists of Voorbereiden: a model of ready-made rows, the delegate that draws them and the view in which they are moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.marks import draw_text
from kanaalwaarden.ui.rows import Index, draw_code, draw_edges, draw_ground
from kanaalwaarden.ui.theme import Theme

MIME = "application/x-kanaalwaarden-row"


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows. `key` is the id of its record; `lines` are (text, italic and muted)."""

    key: str
    badge: str
    name: str
    lines: tuple[tuple[str, bool], ...] = ()
    aside: str = ""
    """At the right, one line each."""
    boxed: bool = False
    """Whether the badge is a code in a box instead of a number."""
    idle: bool = False
    """Muted: absent."""

    @property
    def told(self) -> str:
        """The whole row for who hears it."""
        return ". ".join(part for part in (f"{self.badge} {self.name}", *(text for text, _ in self.lines), *self.aside.split("\n")) if part)


class RowsModel(QAbstractListModel):
    """Rows in the order of the session. `show_rows` changes only what changed, so that selection and place in the list stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.told if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, self.rows[indexes[0].row()].key.encode() if indexes else b"")
        return data

    def place(self, key: str) -> int:
        """The row of a record, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows: what is gone goes, what is new comes, the rest moves and changes in place."""
        wanted = {row.key: row for row in rows}
        for place in range(len(self.rows) - 1, -1, -1):
            if self.rows[place].key not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        known = {row.key: row for row in self.rows}
        self._reorder([known[row.key] for row in rows if row.key in known])
        for place, row in enumerate(rows):
            if row.key not in known:
                self.beginInsertRows(QModelIndex(), place, place)
                self.rows.insert(place, row)
                self.endInsertRows()
            elif self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def _reorder(self, rows: list[Row]) -> None:
        if rows == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = [index for index in self.persistentIndexList() if index.isValid()]
        keys = [self.rows[index.row()].key for index in before]
        self.rows = rows
        self.changePersistentIndexList(before, [self.index(self.place(key)) for key in keys])
        self.layoutChanged.emit()


class RowDelegate(QStyledItemDelegate):
    """Number or code, name in bold, then one line each for what describes it; something short at the right."""

    def __init__(self, theme: Theme, lines: int, aside: float, parent: QWidget | None = None) -> None:
        """`lines` under the name; `aside` is how much room at the right is kept (at a body of 14 px)."""
        super().__init__(parent)
        self._theme = theme
        self._aside = theme.scaled(aside)
        self._pitch = theme.px("body") * 1.35
        self._height = round(self._pitch * (1 + lines) + theme.scaled(9 if lines > 1 else 13))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self._theme.scaled(200)), self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        theme, row, rect = self._theme, model.rows[index.row()], QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        draw_ground(painter, rect, theme, state)
        inner = rect.adjusted(theme.scaled(8), 0, -theme.scaled(14), 0)
        badge = QRectF(inner.left(), inner.top(), theme.scaled(32), inner.height())
        self._paint_badge(painter, badge, row)
        ink = theme.color("text_muted" if row.idle else "text")
        wide = theme.width_class(rect.width()) >= 460
        aside = self._aside if row.aside and wide else 0.0
        left = badge.right() + theme.scaled(10)
        body = QRectF(left, inner.top(), max(0.0, inner.right() - left - aside - (theme.scaled(12) if aside else 0)), inner.height())
        lines = [(text, muted) for text, muted in row.lines if text]
        top = body.center().y() - self._pitch * (1 + len(lines)) / 2
        draw_text(painter, QRectF(body.left(), top, body.width(), self._pitch), row.name, theme.font("h3", bold=True), ink)
        for number, (text, muted) in enumerate(lines, 1):
            box = QRectF(body.left(), top + number * self._pitch, body.width(), self._pitch)
            text_ink = theme.color("text_muted") if muted or row.idle else ink
            draw_text(painter, box, text.replace("\n", " "), theme.font("secondary", italic=muted), text_ink)
        if aside:
            texts = row.aside.split("\n")
            start = inner.center().y() - self._pitch * len(texts) / 2
            for number, text in enumerate(texts):
                box = QRectF(inner.right() - aside, start + number * self._pitch, aside, self._pitch)
                draw_text(painter, box, text, theme.font("secondary"), theme.color("text_muted"))
        draw_edges(painter, rect, theme, state)
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        if not row.boxed:
            draw_text(painter, rect, row.badge, theme.font("body"), theme.color("text_muted"), centred=True)
            return
        side = QRectF(0, 0, theme.scaled(28), theme.scaled(22))
        side.moveCenter(rect.center())
        draw_code(painter, side, row.badge, theme, idle=row.idle)


class RowList(QListView):
    """A list in which rows are moved by Alt+arrow or by dragging, removed with Delete and opened with Enter. It only asks."""

    moved = Signal(str, int)
    """(record, place): put it there."""
    removing = Signal()
    adding = Signal()
    entered_row = Signal()
    """Enter or F2: to the fields of this row."""
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMinimumHeight(round(theme.scaled(48)))

    def set_movable(self, movable: bool) -> None:
        """Whether rows can be dragged; keys ask anyway and are refused elsewhere."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if movable else mode.NoDragDrop)

    @property
    def key(self) -> str:
        """The record of the current row, or ''."""
        model, index = self.model(), self.currentIndex()
        return model.rows[index.row()].key if isinstance(model, RowsModel) and index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), self.currentIndex().row()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.key:
            self.moved.emit(self.key, place + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Delete and self.key:
            self.removing.emit()
        elif key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.key:
            self.entered_row.emit()
        elif not copied(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else self.viewport().mapFromGlobal(event.globalPos())
        if self.indexAt(at).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):  # only rows: a session file that is dropped here is for the window
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the model changes when the session did."""
        key = bytes(event.mimeData().data(MIME).data()).decode(errors="ignore")
        model = self.model()
        start = model.place(key) if isinstance(model, RowsModel) else -1
        if start >= 0:
            event.setDropAction(Qt.DropAction.CopyAction)  # or Qt would take the dragged row out of the model itself
            event.accept()
            to = self._gap(event.position().toPoint())
            self.moved.emit(key, to - 1 if to > start else to)
        else:
            event.ignore()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _gap(self, at: QPoint) -> int:
        """The gap between rows nearest to a point."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())
