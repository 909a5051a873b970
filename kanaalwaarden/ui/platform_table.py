"""The platforms of one value: what was concluded on each, the divergence and the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.marks import badge_width, crisp, draw_badge, draw_current, draw_text
from kanaalwaarden.ui.rows import Index, RowsTable, TableRows
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.texts import draw_layout, lay_out, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip


@dataclass(frozen=True, slots=True)
class PlatformRow:
    """One platform of a value: conclusion, divergence and sentence."""

    platform: str
    name: str
    conclusion: str
    conclusion_word: str
    state: str
    word: str
    sentence: str
    accessible: str

    @property
    def key(self) -> tuple[str, ...]:
        """Which platform it is."""
        return (self.platform,)


def platform_rows(session: Session, labels: Labels, value: str, round_: int) -> list[PlatformRow]:
    """The platforms of one value with what was concluded on each."""
    rows = []
    for platform in session.platforms:
        cell = cell_of(session, session.value(value), platform, round_)
        spoken = session.conclusion(value, platform.id)
        effect = spoken.effect if spoken else ""
        word, said = labels.state(cell, session.case.one_voice), labels.conclusion(effect)
        sentence = labels.sentence(session, cell)
        told = f"{platform.name}: {labels('table.conclusion')}: {said}. {word}. {sentence}"
        rows.append(PlatformRow(platform.id, platform.name, effect, said, cell.state, word, sentence, told))
    return rows


class PlatformModel(TableRows):
    """Platform, conclusion, divergence, sentence."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row: PlatformRow = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.accessible)
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.conclusion_word, row.word, row.sentence)[index.column()]
        return None


class PlatformTable(RowsTable):
    """The platforms of one value: name, conclusion, divergence, sentence."""

    def __init__(self, theme: Theme, model: PlatformModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, name, parent)
        self.setItemDelegate(PlatformDelegate(self))

    @property
    def platforms(self) -> list[PlatformRow]:
        """What is shown."""
        return self.held.rows

    @property
    def stacked(self) -> bool:
        """Whether the sentence stands under the other three, for want of width."""
        return self.theme.width_class(self.width()) < 620

    def widths(self, room: int) -> list[int]:
        at = self.theme.scaled
        widest = max((self._badge(row) for row in self.platforms), default=0.0)
        first = [round(at(104 if self.stacked else 150)), round(at(148 if self.stacked else 160)), round(widest + at(20))]
        return [*first, max(10, room - sum(first))]

    def _badge(self, row: PlatformRow) -> float:
        return badge_width(row.state, row.word, self.theme.font("secondary", bold=True), self.theme, glyph=True)

    def sentence(self, row: PlatformRow, widths: Sequence[int]) -> QTextLayout:
        """The sentence in its lines."""
        room = sum(widths) if self.stacked else widths[3]
        return lay_out(row.sentence, self.theme.font("secondary"), room - self.theme.scaled(20))

    def name(self, row: PlatformRow, widths: Sequence[int]) -> QTextLayout:
        """The name in its lines."""
        return lay_out(row.name, self.theme.font(bold=True), widths[0] - self.theme.scaled(18))

    def row_height(self, row: int, widths: Sequence[int]) -> float:
        at = self.theme.scaled
        each = self.platforms[row]
        head, below = max(text_height(self.name(each, widths)), at(22)), text_height(self.sentence(each, widths))
        return (head + below if self.stacked else max(head, below)) + at(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            with QPainter(self.viewport()) as painter:
                draw_current(painter, self.row_box(self.currentIndex().row()), self.theme)


class PlatformDelegate(QStyledItemDelegate):
    """Draws the platforms of a value."""

    def __init__(self, table: PlatformTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, rect = self._table, QRectF(option.rect)
        row, theme, at = table.platforms[index.row()], table.theme, table.theme.scaled
        widths = [table.columnWidth(each) for each in range(4)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("raised"))
        painter.fillRect(crisp(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)), theme.color("border"))
        sentence = table.sentence(row, widths)
        name = table.name(row, widths)
        head = rect.adjusted(0, 0, 0, -1)
        if table.stacked:
            head.setHeight(max(text_height(name), at(22)) + at(8))
        middle = head.center().y()
        if index.column() == 0:
            draw_layout(painter, name, QPointF(rect.left() + at(10), middle - text_height(name) / 2), theme.color("text"))
        elif index.column() == 1:
            key, side = row.conclusion or "geen_conclusie", at(12)
            draw_symbol(painter, key, QRectF(rect.left(), middle - side / 2, side, side), theme.symbol_ink(key))
            box = QRectF(rect.left() + at(18), head.top(), rect.width() - at(22), head.height())
            said = bool(row.conclusion)
            draw_text(painter, box, row.conclusion_word, theme.font(bold=said), theme.color("text" if said else "text_muted"))
        elif index.column() == 2:
            font = theme.font("secondary", bold=True)
            wide = badge_width(row.state, row.word, font, theme, glyph=True)
            draw_badge(painter, QRectF(rect.left(), middle - at(10), wide, at(20)), row.state, row.word, theme, font, glyph=True)
        elif not table.stacked:
            draw_layout(painter, sentence, QPointF(rect.left(), middle - text_height(sentence) / 2), theme.color("text"))
        if table.stacked:  # the line under all four, each column draws its own piece
            painter.setClipRect(rect)
            left = table.row_box(index.row()).left() + at(10)
            draw_layout(painter, sentence, QPointF(left, head.bottom() - at(2)), theme.color("text"))
        painter.restore()
