"""The table of the overview: its delegate, its two headers and the view. They draw what `overview_model` holds ready."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.ui.marks import (
    CellMetrics,
    badge_width,
    crisp,
    draw_axis,
    draw_badge,
    draw_blind_cell,
    draw_cell,
    draw_current,
    draw_entry_chip,
    draw_text,
)
from kanaalwaarden.ui.overview_model import ALL, DISCIPLINE, Answer, BlindCell, Head, OverviewModel
from kanaalwaarden.ui.rows import Index, draw_code
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.texts import draw_layout, lay_out, lay_out_most, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER

NARROW, WIDE = 900.0, 1440.0
"""The width classes of look.md, in logical pixels at a body of 14 px."""


class CellDelegate(QStyledItemDelegate):
    """A cell: the marks of all, the word of one discipline, or in a session with one voice that it was not split up."""

    def __init__(self, table: "OverviewTable") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        theme, metrics = table.theme, table.metrics
        rect = QRectF(option.rect)
        item = table.overview.item(index.row(), index.column())
        selected = table.many_selected and bool(option.state & QStyle.StateFlag.State_Selected)
        current = (index.row(), index.column()) == table.current_cell and not table.in_header
        active = table.hasFocus()
        if isinstance(item, BlindCell):
            self._blind(painter, rect, item, current=current, selected=selected, active=active)
            return
        if isinstance(item, CellPicture):
            if table.one_voice and item.divergence == "niet_beoordeeld":
                self._undivided(painter, rect, item)
                if current:
                    draw_current(painter, rect, theme, active=active)
            else:
                draw_cell(painter, rect, item, metrics, theme, current=current, selected=selected, active=active, open_word=table.open_word)
            return
        draw_entry_chip(painter, rect, item.effect, item.word, theme, selected=selected)
        if item.alone:
            self._outline(painter, rect, item)
        if current:
            draw_current(painter, rect, theme, active=active)

    def _blind(self, painter: QPainter, rect: QRectF, item: BlindCell, *, current: bool, selected: bool, active: bool) -> None:
        """A cell before the reveal; in the lower rows of the other views the words alone, in the middle."""
        theme, metrics = self._table.theme, self._table.metrics
        if self._table.overview.view == ALL:
            draw_blind_cell(painter, rect, item.given, item.text, metrics, theme, current=current, selected=selected, active=active)
            return
        painter.save()
        painter.fillRect(rect, theme.color("selection" if selected else "raised"))
        draw_text(painter, rect, item.text, metrics.open_font, theme.color("text_muted"), centred=True)
        if current:
            draw_current(painter, rect, theme, active=active)
        painter.restore()

    def _outline(self, painter: QPainter, rect: QRectF, item: Answer) -> None:
        """The edge in ink round the chip of the one who stands alone."""
        theme = self._table.theme
        width = theme.stroke("lone")
        chip = QFontMetricsF(theme.font("body", bold=True)).horizontalAdvance(item.word) + theme.scaled(12 + 6 + 16)
        wide = min(chip, rect.width() - theme.scaled(10)) + 2 * theme.scaled(3)
        high = min(theme.scaled(30), rect.height() - 2) + 2 * theme.scaled(3)
        box = crisp(painter, QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high).intersected(rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.lone_outline, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.radius("card")
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
        painter.restore()

    def _undivided(self, painter: QPainter, rect: QRectF, item: CellPicture) -> None:
        """A cell of a source that gives one outcome for all: its conclusion if there is one, and that it was not split up."""
        theme, metrics = self._table.theme, self._table.metrics
        painter.save()
        painter.fillRect(rect, theme.color("raised"))
        left = rect.left() + metrics.bar_x + theme.scaled(4)
        width = rect.right() - left - metrics.right
        if item.conclusion:
            side = metrics.symbol
            top = rect.top() + metrics.headline_y(rect) - rect.top()
            draw_symbol(painter, item.conclusion, QRectF(left, top - side / 2, side, side), theme.symbol_ink(item.conclusion))
            line = QRectF(left + side + theme.scaled(6), top - metrics.headline / 2, width - side - theme.scaled(6), metrics.headline)
            draw_text(painter, line, item.conclusion_word, metrics.word_font, theme.color("text"))
        line = QRectF(left, rect.center().y() - metrics.headline / 2, width, metrics.headline)
        draw_text(painter, line, item.divergence_word, metrics.open_font, theme.color("text_muted"))
        painter.restore()


class RowHeader(QHeaderView):
    """Value names with their conclusion over all platforms and the axis of the levels; or codes and names of disciplines."""

    opened = Signal(int)

    def __init__(self, table: "OverviewTable") -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: Any, logical: int) -> None:
        table = self._table
        theme, metrics = table.theme, table.metrics
        head = table.overview.row_head(logical)
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.color("surface"))
        line = theme.color("border")
        painter.fillRect(crisp(painter, QRectF(box.right() - 1, box.top(), 1, box.height())), line)
        painter.fillRect(crisp(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1)), line)
        inner = box.adjusted(0, 0, -1, -1)
        pad = theme.scaled(16 if metrics.glyph else 10)
        if head.code:
            self._discipline(painter, inner, head, pad)
        else:
            self._value(painter, inner, head, pad)
        if table.current_cell[0] == logical and table.in_header:
            draw_current(painter, inner, theme, active=self.hasFocus())
        painter.restore()

    def _discipline(self, painter: QPainter, box: QRectF, head: Head, pad: float) -> None:
        theme = self._table.theme
        code = QRectF(box.left() + pad, box.center().y() - theme.scaled(10), theme.scaled(28), theme.scaled(20))
        draw_code(painter, code, head.code, theme)
        left = code.right() + theme.scaled(8)
        font = theme.font("secondary", bold=True)
        most = max(1, int((box.height() - 2) / QFontMetricsF(font).height()))
        name = lay_out_most(head.name, font, box.right() - left - theme.scaled(4), min(3, most))
        draw_layout(painter, name, QPointF(left, box.center().y() - text_height(name) / 2), theme.color("text"))

    def _value(self, painter: QPainter, box: QRectF, head: Head, pad: float) -> None:
        table = self._table
        theme, metrics = table.theme, table.metrics
        all_view = table.overview.view == ALL
        axis = all_view and not table.one_voice and not head.blind  # the seats of a blind cell stand on no level
        left, right = box.left() + pad, box.right() - theme.scaled(4)
        if all_view and table.one_voice:
            self._one_voice(painter, box, head, left, right)
            return
        if axis:
            draw_axis(painter, box, table.levels, metrics, theme)
        word_line = theme.scaled(19)
        top = box.top() + theme.scaled(8 if metrics.glyph else 2)
        room = box.bottom() - top - word_line + theme.scaled(4)
        name, line = self._name(head.name, right - left, right - left - (theme.scaled(17) if axis else 0.0), room)
        for place in range(name.lineCount()):
            name.lineAt(place).setPosition(QPointF(0, place * line))
        draw_layout(painter, name, QPointF(left, top), theme.color("text"))
        middle = box.bottom() - theme.scaled(18 if metrics.glyph else 10)
        word_box = QRectF(left, middle - word_line / 2, right - left - (theme.scaled(13) if axis else 0.0), word_line)
        size = next((size for size in (14 if metrics.glyph else 12.5, 12) if self._word_fits(head, word_box.width(), size)), 12)
        self._conclusion(painter, word_box, head, theme.font_px(theme.scaled(size)))

    def _word_fits(self, head: Head, width: float, size: float) -> bool:
        theme = self._table.theme
        word = QFontMetricsF(theme.font_px(theme.scaled(size))).horizontalAdvance(head.conclusion_word)
        return word <= width - theme.scaled(16)

    def _name(self, text: str, width: float, beside_axis: float, room: float) -> tuple[QTextLayout, float]:
        """The name in at most three lines and the height of one; on one line it stands above the axis, else beside it.

        A word that is too long for the column makes the whole name one or two sizes smaller before it is broken.
        """
        theme, glyph = self._table.theme, self._table.metrics.glyph
        font = theme.font()
        for size in (15, 14, 13, 12.5) if glyph else (14, 13, 12.5):
            font = theme.font_px(theme.scaled(size), bold=True)
            figures = QFontMetricsF(font)
            if figures.horizontalAdvance(text) <= width or max(map(figures.horizontalAdvance, text.split() or [""])) <= beside_axis:
                break
        line = figures.height() * (0.94 if glyph else 0.88)
        if figures.horizontalAdvance(text) <= width:
            return lay_out(text, font, width), line
        return lay_out_most(text, font, beside_axis, max(1, min(3, int(room / line)))), line

    def _one_voice(self, painter: QPainter, box: QRectF, head: Head, left: float, right: float) -> None:
        """What the source concludes on this value: name and conclusion on one line, its words below; or the conclusion under the name."""
        theme = self._table.theme
        font = theme.font(bold=True)
        high = QFontMetricsF(font).height()
        right -= theme.scaled(8)
        top = box.top() + theme.scaled(6)
        if right - left < theme.scaled(200):
            name, line = self._name(head.name, right - left, right - left, box.bottom() - top - high - theme.scaled(4))
            for place in range(name.lineCount()):
                name.lineAt(place).setPosition(QPointF(0, place * line))
            draw_layout(painter, name, QPointF(left, top), theme.color("text"))
            below = QRectF(left, box.bottom() - high - theme.scaled(4), right - left, high)
            self._conclusion(painter, below, head, theme.font("secondary"))
            return
        wide = QFontMetricsF(font).horizontalAdvance(head.conclusion_word) + theme.scaled(20)
        name = lay_out_most(head.name, font, right - left - wide - theme.scaled(12), 2)
        draw_layout(painter, name, QPointF(left, top), theme.color("text"))
        self._conclusion(painter, QRectF(right - wide, top, wide, high), head, font)
        top += text_height(name) + theme.scaled(2)
        small = theme.font("secondary")
        lines = int((box.bottom() - theme.scaled(2) - top) / QFontMetricsF(small).height())
        if head.text and lines > 0:
            draw_layout(painter, lay_out_most(head.text, small, right - left, lines), QPointF(left, top), theme.color("text"))

    def _conclusion(self, painter: QPainter, box: QRectF, head: Head, font: QFont) -> None:
        """The conclusion over all platforms: symbol and word."""
        theme = self._table.theme
        side = theme.scaled(12 if self._table.metrics.glyph else 10)
        key = head.conclusion or "geen_conclusie"
        draw_symbol(painter, key, QRectF(box.left(), box.center().y() - side / 2, side, side), theme.symbol_ink(key))
        text = box.adjusted(side + theme.scaled(5), 0, 0, 0)
        word = head.conclusion_word
        if not head.conclusion and QFontMetricsF(font).horizontalAdvance(word) > text.width():
            word = self._table.open_word
        draw_text(painter, text, word, font, theme.color("text" if head.conclusion else "text_muted"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        below = self.length() - self.offset()
        if below < self.viewport().height():
            with QPainter(self.viewport()) as painter:
                painter.fillRect(0, below, self.viewport().width(), self.viewport().height() - below, self._table.theme.color("surface"))

    def sizeHint(self) -> QSize:
        return QSize(self._table.head_width, 10)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.opened.emit(place)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        table = self._table
        row, column = table.current_cell
        key = event.key()
        steps = {Qt.Key.Key_Up: row - 1, Qt.Key.Key_Down: row + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(table.overview.rows) - 1}
        if key in ENTER:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Right:
            table.setFocus()
        elif key in steps:
            table.setCurrentIndex(table.overview.index(max(0, min(steps[Qt.Key(key)], len(table.overview.rows) - 1)), max(0, column)))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._table.show_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._table.show_place()


class ColumnHeader(QHeaderView):
    """Names of platforms or values; in the views of one value or platform the conclusion and the divergence word under them."""

    def __init__(self, table: "OverviewTable") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.stacked = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)

    @property
    def _font(self) -> QFont:
        return self._table.theme.font_px(self._table.theme.scaled(17 if self._table.metrics.glyph else 14), bold=True)

    def _name(self, head: Head, width: float) -> QTextLayout:
        return lay_out_most(head.name, self._font, width - 2 * self._pad, 2)

    @property
    def _pad(self) -> float:
        return self._table.theme.scaled(12 if self._table.metrics.glyph else 8)

    def height_for(self, widths: Sequence[int]) -> int:
        """How high the header must be for columns of these widths."""
        table = self._table
        heads = [table.overview.column_head(place) for place in range(len(widths))]
        names = max((text_height(self._name(head, width)) for head, width in zip(heads, widths, strict=True)), default=0.0)
        self.stacked = any(head.picture and self._needed(head, head.picture) > width for head, width in zip(heads, widths, strict=True))
        below = self._below_height if any(head.picture for head in heads) else 0.0
        return round(max(names, QFontMetricsF(self._font).height()) + below + table.theme.scaled(10 if table.metrics.glyph else 3))

    def paintSection(self, painter: QPainter, rect: Any, logical: int) -> None:
        table = self._table
        theme, box = table.theme, QRectF(rect)
        head = table.overview.column_head(logical)
        painter.save()
        painter.fillRect(box, theme.color("sunken"))
        painter.fillRect(crisp(painter, QRectF(box.right() - 1, box.top(), 1, box.height())), theme.color("border"))
        painter.fillRect(crisp(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1)), theme.color("border_strong"))
        name = self._name(head, box.width())
        below = self._below_height if head.picture else 0.0
        top = box.top() + max(0.0, (box.height() - 1 - below - text_height(name)) / 2)
        draw_layout(painter, name, QPointF(box.left() + self._pad, top), theme.color("text"))
        if head.picture:
            self._below(painter, QRectF(box.left(), box.bottom() - below - 2, box.width(), below), head, head.picture)
        painter.restore()

    @property
    def _below_height(self) -> float:
        return self._table.theme.scaled(44 if self.stacked else 24)

    def _needed(self, head: Head, picture: CellPicture) -> float:
        """How wide a column must be for conclusion and badge on one line."""
        theme, metrics = self._table.theme, self._table.metrics
        badge = badge_width(picture.divergence, picture.divergence_word, theme.font_px(theme.px("badge"), bold=True), theme, glyph=False)
        word = head.conclusion_word if head.conclusion else self._table.open_word
        font = metrics.word_font if head.conclusion else metrics.open_font
        return self._pad + metrics.symbol + badge + QFontMetricsF(font).horizontalAdvance(word) + theme.scaled(16)

    def _below(self, painter: QPainter, line: QRectF, head: Head, picture: CellPicture) -> None:
        """Conclusion at the left and badge at the right, as in the headline of a cell; or the badge under the conclusion."""
        table = self._table
        theme, metrics = table.theme, table.metrics
        font = theme.font_px(theme.px("badge"), bold=True)
        width = min(badge_width(picture.divergence, picture.divergence_word, font, theme, glyph=False), line.width() - 2 * self._pad)
        high = theme.scaled(17)
        badge = QRectF(line.right() - theme.scaled(5) - width, line.center().y() - high / 2, width, high)
        start = line.left() + self._pad
        words = QRectF(start, line.top(), max(0.0, badge.left() - theme.scaled(4) - start), line.height())
        if self.stacked:
            words = QRectF(start, line.top(), line.width() - self._pad, line.height() / 2)
            left = line.left() + (theme.scaled(4) if picture.divergence == "eensgezind" else self._pad)
            badge = QRectF(left, line.bottom() - line.height() / 4 - high / 2, width, high)
        draw_badge(painter, badge, picture.divergence, picture.divergence_word, theme, font)
        key, side = head.conclusion or "geen_conclusie", metrics.symbol
        draw_symbol(painter, key, QRectF(words.left(), words.center().y() - side / 2, side, side), theme.symbol_ink(key))
        word_box = words.adjusted(side + theme.scaled(5), 0, 0, 0)
        word = head.conclusion_word
        if not head.conclusion and QFontMetricsF(metrics.open_font).horizontalAdvance(word) > word_box.width():
            word = table.open_word
        spoken = bool(head.conclusion)
        font = metrics.word_font if spoken else metrics.open_font
        draw_text(painter, word_box, word, font, theme.color("text" if spoken else "text_muted"))

    def sizeHint(self) -> QSize:
        return QSize(10, self._table.head_height)


class OverviewTable(QTableView):
    """The table itself. `opened` tells (row, column) when somebody wants to go in; column -1 is the row header."""

    opened = Signal(int, int)
    moved = Signal()

    def __init__(self, theme: Theme, model: OverviewModel, open_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.overview = model
        self.open_word = open_word
        self.levels: Sequence[str] = ()
        self.one_voice = False
        self.many_selected = False
        self.head_width = self.head_height = 10
        self.metrics = CellMetrics.of(theme, regular=False, lanes=4)
        self._wide = self._narrow = False
        self._seats = 0
        self._corner = QLabel(self)
        self._corner.setTextFormat(Qt.TextFormat.PlainText)
        self._corner.setFont(theme.font("secondary"))
        self._corner.setProperty("ink", "muted")
        self._corner.setContentsMargins(round(theme.scaled(10)), 0, 0, 0)
        self.row_header = RowHeader(self)
        self.column_header = ColumnHeader(self)
        self.setVerticalHeader(self.row_header)
        self.setHorizontalHeader(self.column_header)
        self.setModel(model)
        self.row_header.show()
        self.column_header.show()
        self.setItemDelegate(CellDelegate(self))
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.row_header.opened.connect(lambda row: self.opened.emit(row, -1))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    # Where one is

    @property
    def current_cell(self) -> tuple[int, int]:
        """Row and column of the current cell, (-1, -1) in an empty table."""
        index = self.currentIndex()
        return index.row(), index.column()

    @property
    def in_header(self) -> bool:
        """Whether the keyboard is in the row header."""
        return self.row_header.hasFocus()

    def show_place(self) -> None:
        """Paint again where the keyboard is."""
        self.row_header.viewport().update()
        self.viewport().update()
        self.moved.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_header.viewport().update()
        self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.many_selected = len(self.selectedIndexes()) > 1
        self.viewport().update()

    # Sizes

    def show_sizes(self, *, wide: bool, narrow: bool, seats: int, corner: str) -> None:
        """Lay the table out again: for this class of width, this number of seats and what the model shows now."""
        self._wide, self._narrow, self._seats = wide, narrow, seats
        self._corner.setText(corner)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _column_least(self, metrics: CellMetrics) -> float:
        """The narrowest that a column may be."""
        model, theme = self.overview, self.theme
        if model.view == ALL and not self.one_voice:
            return metrics.column_min(self._seats)
        return theme.scaled(132 if model.view == ALL else 128 if self._narrow else 136)

    def _head_width(self, regular: bool) -> float:
        if self.one_voice and self.overview.view == ALL and not self._narrow:
            return max(self.theme.scaled(224), min(self.theme.scaled(520), self.width() * 0.36))
        if self._narrow:
            if self.one_voice and self.overview.view == ALL:
                return self.theme.scaled(140)
            return self.theme.scaled(118 if self.overview.view in (ALL, DISCIPLINE) else 168)
        return self.theme.scaled(224 if regular else 146 if self.overview.view in (ALL, DISCIPLINE) else 190)

    def _fits(self, regular: bool) -> bool:
        metrics = CellMetrics.of(self.theme, regular=regular, lanes=max(1, len(self.levels)))
        return self._head_width(regular) + len(self.overview.columns) * self._column_least(metrics) <= self.width()

    def columns_in(self, width: float) -> float:
        """How many columns fit beside the row header in a table of this width."""
        metrics = CellMetrics.of(self.theme, regular=False, lanes=max(1, len(self.levels)))
        return (width - self._head_width(False)) / self._column_least(metrics)

    def _arrange(self) -> None:
        """Rows and columns share what is free, but never below what a cell needs; then the table scrolls."""
        model = self.overview
        rows, columns = model.rowCount(), model.columnCount()
        # Regular from 1440 on, unless only the compact figures bring the whole table into view.
        regular = self._wide and (self._fits(True) or not self._fits(False))
        self.metrics = CellMetrics.of(self.theme, regular=regular, lanes=max(1, len(self.levels)))
        self.head_width = round(self._head_width(regular))
        if not rows or not columns:
            return
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        least = self._column_least(self.metrics)
        low = self.metrics.row_min if not self.one_voice else self.theme.scaled(66)
        if model.view != ALL:
            low = self.theme.scaled(44 if model.view == DISCIPLINE else 40)
        across = self.width() - self.head_width
        sideways = columns * least > across
        widths = _shared(across, columns, least)
        self.head_height = self.column_header.height_for(widths)
        down = self.height() - self.head_height - (bar if sideways else 0)
        if rows * round(low) > down:
            widths = _shared(across - bar, columns, least)
            sideways = columns * least > across - bar
            self.head_height = self.column_header.height_for(widths)
            down = self.height() - self.head_height - (bar if sideways else 0)
        tallest = low * 2
        heights = _shared(min(down, rows * tallest), rows, low)
        self.row_header.setFixedWidth(self.head_width)
        self.column_header.setFixedHeight(self.head_height)
        for place, size in enumerate(widths):
            self.column_header.resizeSection(place, size)
        for place, size in enumerate(heights):
            self.row_header.resizeSection(place, size)
        self._corner.setGeometry(0, 0, self.head_width - 1, self.head_height - 1)
        self._corner.raise_()
        self.row_header.viewport().update()
        self.column_header.viewport().update()
        self.viewport().update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self.current_cell
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ENTER and plain and row >= 0:
            self.opened.emit(row, column)
        elif event.key() == Qt.Key.Key_Left and plain and column == 0:
            self.row_header.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.show_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def copy(self) -> None:
        """Put the selection on the clipboard, or the whole table when no more than one cell is selected."""
        model = self.overview
        rows, columns = range(model.rowCount()), range(model.columnCount())
        if not rows or not columns:
            return
        if self.many_selected:
            chosen = self.selectedIndexes()
            rows = range(min(each.row() for each in chosen), max(each.row() for each in chosen) + 1)
            columns = range(min(each.column() for each in chosen), max(each.column() for each in chosen) + 1)
        QGuiApplication.clipboard().setMimeData(model.clipboard(rows, columns))


def _shared(room: float, count: int, least: float) -> list[int]:
    """`count` whole sizes that share `room`, none smaller than `least`."""
    if count * least >= room:
        return [round(least + 0.4)] * count
    whole = int(room)
    return [whole * (place + 1) // count - whole * place // count for place in range(count)]
