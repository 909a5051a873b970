"""The platforms beside a screen that works on one of them: how far each is, and which one is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.prepare_lists import Row, RowDelegate, RowsModel
from kanaalwaarden.ui.theme import Theme

WIDTH = 190


class PlatformList(QListView):
    """A list of platforms; `chosen` tells which one a person went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(theme, 1, 0, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(round(theme.scaled(WIDTH)))
        self._telling = True
        self.selectionModel().currentRowChanged.connect(self._went)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), super().sizeHint().height())

    def _went(self) -> None:
        index = self.currentIndex()
        if self._telling and index.isValid():
            self.chosen.emit(self._rows.rows[index.row()].key)

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these, with `current` as the one that is shown, without telling anyone."""
        self._telling = False
        self._rows.show_rows(rows)
        place = self._rows.place(current)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place))
        self._telling = True


class PlatformPick(PickList):
    """The same in a small window: one line to choose from."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setMinimumContentsLength(12)
        self.activated.connect(lambda place: self.picked.emit(str(self.itemData(place))))

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these, with `current` as the one that is shown."""
        self.show_items([(row.key, " · ".join([row.name, *(text for text, _ in row.lines)])) for row in rows], current)
