"""Widgets beside each other that go on on the next line where the width ends."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A layout in lines; its height follows from its width."""

    def __init__(self, parent: QWidget, across: int, down: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        across = sum(item.sizeHint().width() for item in self._items) + self._across * max(0, len(self._items) - 1)
        return QSize(across, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        wide = max((item.sizeHint().width() for item in self._items), default=0)
        high = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(wide, high)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.left(), rect.top(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.left() and x + hint.width() > rect.right() + 1:
                x, y, high = rect.left(), y + high + self._down, 0
            if move:
                item.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x, high = x + hint.width() + self._across, max(high, hint.height())
        return y + high - rect.top()
