"""The list 'bespreek eerst': the cells in which disciplines differ, most divided first."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kanaalwaarden.core.divergence import discuss_first
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.marks import badge_width, draw_badge, draw_text
from kanaalwaarden.ui.rows import Index, TableRows, draw_edges, draw_ground
from kanaalwaarden.ui.texts import draw_layout, lay_out_most, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A cell in the list 'bespreek eerst', ready to draw."""

    value: str
    platform: str
    title: str
    state: str
    word: str
    beside: str
    done: bool
    accessible: str

    @property
    def key(self) -> tuple[str, ...]:
        """Which cell it is."""
        return self.value, self.platform

    @property
    def name(self) -> str:
        """What the row is called."""
        return self.title


def first_rows(session: Session, labels: Labels, round_: int, levels_word: Any) -> list[FirstRow]:
    """The cells in which disciplines differ, most divided first, with who stands alone by code."""
    rows = []
    for cell in discuss_first(session, round_):
        spoken = session.conclusion(cell.value.id, cell.platform.id)
        codes = ", ".join(each.code for each in cell.alone)
        used = sum(1 for count in cell.counts if count)
        beside = labels("divergence.alone", count=len(cell.alone), names=codes) if cell.alone else levels_word(used)
        title = f"{cell.value.label} × {cell.platform.name}"
        word = labels.state(cell)
        done = bool(spoken and spoken.effect)
        said = labels.conclusion(spoken.effect if spoken else "")
        told = f"{cell.value.name} × {cell.platform.name}: {word}, {labels.alone(cell) or beside}; {labels('table.conclusion')}: {said}"
        rows.append(FirstRow(cell.value.id, cell.platform.id, title, cell.state, word, beside, done, told))
    return rows


class FirstModel(TableRows):
    """The list 'bespreek eerst': one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([""], parent)
        self.rows: list[FirstRow] = []

    def place_of(self, value: str, platform: str) -> int:
        """Where this cell is in the list, or -1."""
        return next((place for place, each in enumerate(self.rows) if each.key == (value, platform)), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible
        return safe_tip(row.accessible) if role == Qt.ItemDataRole.ToolTipRole else None


class FirstDelegate(QStyledItemDelegate):
    """Value x platform, badge, who stands alone by code, a check mark when there is a conclusion."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def _title(self, row: FirstRow, width: float) -> QTextLayout:
        at = self._theme.scaled
        return lay_out_most(row.title, self._theme.font(bold=True), width - at(12) - at(34 if row.done else 12), 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FirstRow = self._view.model().rows[index.row()]  # type: ignore[attr-defined]
        width = self._view.viewport().width()
        return QSize(width, round(text_height(self._title(row, width)) + self._theme.scaled(9 + 4 + 20 + 9)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FirstRow = self._view.model().rows[index.row()]  # type: ignore[attr-defined]
        theme, at, rect = self._theme, self._theme.scaled, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, rect, theme, option.state)
        title = self._title(row, rect.width())
        top = rect.top() + at(9)
        draw_layout(painter, title, QPointF(rect.left() + at(14), top), theme.color("on_selection" if chosen else "text"))
        if row.done:
            theme.draw_icon(painter, "check", QRectF(rect.right() - at(28), top + at(1), at(16), at(16)), theme.color("accent"))
        top += text_height(title) + at(4)
        font = theme.font("secondary", bold=True)
        wide = badge_width(row.state, row.word, font, theme, glyph=True)
        draw_badge(painter, QRectF(rect.left() + at(14), top, wide, at(20)), row.state, row.word, theme, font, glyph=True)
        left = rect.left() + at(14) + wide + at(8)
        box = QRectF(left, top, rect.right() - left - at(4), at(20))
        draw_text(painter, box, row.beside, theme.font("secondary"), theme.color("text_muted"))
        draw_edges(painter, rect, theme, option.state)
        painter.restore()
