"""The conversation: what to discuss first, one cell large with everybody's reason, and what the group says about it.

Nothing here proposes a level: the conclusion is spoken by the group and written down as it was said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShortcut,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.divergence import Cell, cell_of, discuss_first
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, NOT_CLEAR, Discipline, Session
from kanaalwaarden.ui.marks import badge_width, crisp, draw_badge, draw_chip, draw_current, draw_text
from kanaalwaarden.ui.overview_table import (
    NARROW,
    Badge,
    Choice,
    Index,
    LevelWord,
    PlainText,
    draw_layout,
    lay_out,
    lay_out_most,
    symbol_icon,
    text_height,
)
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import EmptyState, Labelled, TextField, button, icon_button, label, safe_tip
from kanaalwaarden.ui.workspace import Changed, Workspace

_SHOWN = frozenset({"session", "value", "platform", "discipline", "round", "rating", "conclusion", "minority_note"})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


# What stands in the lists


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


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One answer in its lane, or an empty lane (no `discipline`)."""

    effect: str
    word: str
    count: int
    first: int
    """The first row of its lane: the lane header spans from there."""
    discipline: str = ""
    code: str = ""
    name: str = ""
    reason: str = ""
    condition: str = ""
    kind: str = ""
    alone: bool = False
    lane_told: str = ""
    told: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """Which row it is; the lane counts, because its rows belong together."""
        return self.effect, self.discipline


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


Row = FirstRow | LaneRow | PlatformRow


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


def lane_rows(session: Session, labels: Labels, cell: Cell) -> list[LaneRow]:
    """Everybody's answer, lane by lane in scale order; an empty lane has one row; 'geen oordeel' last, if somebody gave it."""
    rows: list[LaneRow] = []
    alone = {each.id for each in cell.alone}
    for effect in [*cell.levels, NO_JUDGEMENT]:
        there = cell.on(effect)
        if not there and effect == NO_JUDGEMENT:
            continue
        word = labels.word(session.case.scale, effect)
        first, lane_told = len(rows), f"{word}: {len(there) or labels('table.nobody')}"
        if not there:
            rows.append(LaneRow(effect, word, 0, first, reason=labels("table.nobody"), lane_told=lane_told, told=lane_told))
        for each, rating in there:
            reason = rating.reason or labels("table.no_reason")
            condition = f"{labels('table.condition').lower()} {rating.condition}" if rating.condition else ""
            kind = labels(f"reason_kind.{rating.reason_kind}") if rating.reason else ""
            parts = [f"{each.name} ({each.code}): {word}", *([labels.alone(cell)] if each.id in alone else []), reason, condition, kind]
            rows.append(
                LaneRow(
                    effect, word, len(there), first, each.id, each.code, each.name, reason, condition, kind, each.id in alone,
                    lane_told, ". ".join(part.rstrip(".") for part in parts if part) + ".",
                )
            )  # fmt: skip
    return rows


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


def lone_parts(session: Session, labels: Labels, cell: Cell, sentence: str) -> list[tuple[int, int]]:
    """Where in `sentence` those who stand alone are named: (start, length)."""
    found = []
    for each, rating in cell.ratings:
        if rating is None or each not in cell.alone:
            continue
        seen = labels(f"sentence.sees.{session.case.scale}.{rating.effect}")
        part = labels("sentence.one_sees", name=each.name, seen=seen)
        start = sentence.find(part)
        if start < 0 and sentence.startswith(part[:1].upper() + part[1:]):
            start = 0
        if start >= 0:
            found.append((start, len(part)))
    return found


# Models: they hold ready-made rows and give way to others with as little disturbance as can be


class FirstModel(QAbstractListModel):
    """The list 'bespreek eerst'."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FirstRow] = []

    def show(self, rows: list[FirstRow]) -> None:
        """Show these rows."""
        same = [each.key for each in rows] == [each.key for each in self.rows]
        if not same:
            self.beginResetModel()
        before, self.rows = self.rows, rows
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, value: str, platform: str) -> int:
        """Where this cell is in the list, or -1."""
        return next((place for place, each in enumerate(self.rows) if each.key == (value, platform)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible
        return safe_tip(row.accessible) if role == Qt.ItemDataRole.ToolTipRole else None


class _RowsModel(QAbstractTableModel):
    """A table of ready-made rows."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = heads
        self.rows: list[Any] = []

    def show(self, rows: list[Any]) -> None:
        """Show these rows."""
        same = [each.key for each in rows] == [each.key for each in self.rows]
        if not same:
            self.beginResetModel()
        before, self.rows = self.rows, rows
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._heads) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(self._heads if across else self.rows):
            return None
        return self._heads[section] if across else self.rows[section].name


class LaneModel(_RowsModel):
    """Lane, discipline, reason, kind."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row: LaneRow = self.rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = " ".join(part for part in (row.reason, row.condition) if part)
            return (row.lane_told, row.told, said, row.kind)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.lane_told if column == 0 else row.told)
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.word, row.name, " ".join(part for part in (row.reason, row.condition) if part), row.kind)[column]
        return None


class PlatformModel(_RowsModel):
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


# How they are drawn


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
        if chosen:
            painter.fillRect(rect, theme.color("selection"))
            painter.fillRect(QRectF(rect.left(), rect.top(), theme.stroke("phase_active"), rect.height()), theme.color("accent"))
        painter.fillRect(crisp(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)), theme.color("border"))
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
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            width = theme.stroke("field_focus")
            painter.setPen(QPen(theme.color("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2 - 1))
        painter.restore()


class RowsTable(QTableView):
    """A table of rows with wrapped text that is as high as its rows. `chosen` tells a row on Enter or double click."""

    chosen = Signal(int)
    grown = Signal()

    def __init__(self, theme: Theme, model: _RowsModel, name: str, parent: QWidget | None = None) -> None:
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
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
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


class LaneTable(RowsTable):
    """The lanes of one cell: lane header, code and name, reason and condition, kind. The one alone has the edge in ink."""

    def __init__(self, theme: Theme, model: LaneModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, name, parent)
        self.setItemDelegate(LaneDelegate(self))

    @property
    def lanes(self) -> list[LaneRow]:
        """What is shown."""
        return self.held.rows

    def widths(self, room: int) -> list[int]:
        at = self.theme.scaled
        small = self.theme.width_class(room) < 640
        names = QFontMetricsF(self.theme.font("secondary" if small else "body", bold=True))
        longest = max((names.horizontalAdvance(row.name) for row in self.lanes), default=0.0)
        kinds = max((QFontMetricsF(self.theme.font("secondary")).horizontalAdvance(row.kind) for row in self.lanes), default=0.0)
        lane = at(104 if small else 142)
        name = at(49) + min(longest, at(118 if small else 170)) + at(12)
        kind = min(kinds, at(70 if small else 110)) + at(18)
        return [round(lane), round(name), max(10, room - round(lane) - round(name) - round(kind)), round(kind)]

    def texts(self, row: LaneRow, widths: Sequence[int]) -> tuple[QTextLayout, QTextLayout, QTextLayout | None, QTextLayout]:
        """Name, reason, condition and kind, laid out in their columns."""
        theme, at = self.theme, self.theme.scaled
        small = theme.font("secondary")
        quiet = row.effect == NO_JUDGEMENT or not row.discipline
        name_font = theme.font("secondary" if theme.width_class(sum(widths)) < 640 else "body", bold=not quiet)
        reason = lay_out(row.reason, small, widths[2] - at(8))
        condition = lay_out(row.condition, theme.font("secondary", italic=True), widths[2] - at(8)) if row.condition else None
        return (
            lay_out(row.name, name_font, widths[1] - at(49 + 6)), reason, condition,
            lay_out(row.kind, small, widths[3] - at(12)),
        )  # fmt: skip

    def lane_text(self, row: LaneRow, width: float) -> QTextLayout:
        """The word of a lane."""
        quiet = row.effect == NO_JUDGEMENT
        return lay_out(row.word, self.theme.font(bold=not quiet), width - self.theme.scaled(39 + 6))

    def row_height(self, row: int, widths: Sequence[int]) -> float:
        at = self.theme.scaled
        each = self.lanes[row]
        name, reason, condition, kind = self.texts(each, widths)
        high = max(text_height(name), text_height(reason) + (text_height(condition) if condition else 0.0), text_height(kind), at(22))
        high += at(10)
        if each.count <= 1:  # its lane header must fit beside one row
            count = QFontMetricsF(self.theme.font("secondary")).height() if each.effect != NO_JUDGEMENT else 0.0
            high = max(high, text_height(self.lane_text(each, widths[0])) + count + at(8))
        return high

    def arrange(self, *_: object) -> None:
        self.clearSpans()
        for row in self.lanes:
            if row.count > 1:
                self.setSpan(row.first, 0, row.count, 1)
        super().arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self.theme
        current = self.currentIndex()
        with QPainter(self.viewport()) as painter:
            for place, row in enumerate(self.lanes):
                if row.alone:
                    width = theme.stroke("lone")
                    painter.setPen(QPen(theme.lone_outline, width))
                    painter.drawRect(crisp(painter, self.row_box(place, 1)).adjusted(width / 2, width / 2 - 1, -width / 2, -width / 2))
            if self.hasFocus() and current.isValid():
                row = self.lanes[current.row()]
                box = self.row_box(current.row(), 1) if current.column() else QRectF(self.visualRect(self.held.index(row.first, 0)))
                draw_current(painter, box.adjusted(2, 1, -2, -2) if row.alone and current.column() else box, theme)


class LaneDelegate(QStyledItemDelegate):
    """Draws the lanes of a cell."""

    def __init__(self, table: LaneTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, rect = self._table, QRectF(option.rect)
        row = table.lanes[index.row()]
        theme = table.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = row.effect == NO_JUDGEMENT
        ground = theme.color("surface" if quiet or index.column() == 0 else "raised")
        painter.fillRect(rect, ground)
        last = index.column() == 0 or index.row() == row.first + max(1, row.count) - 1
        if last:
            painter.fillRect(crisp(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)), theme.color("border"))
        if index.column() == 0:
            self._lane(painter, rect, row)
        elif row.discipline:
            self._answer(painter, rect, row, index.column())
        elif index.column() == 1:
            box = rect.adjusted(theme.scaled(9), 0, 0, 0)
            draw_text(painter, box, row.reason, theme.font("secondary"), theme.color("text_muted"))
        painter.restore()

    def _lane(self, painter: QPainter, rect: QRectF, row: LaneRow) -> None:
        theme, at = self._table.theme, self._table.theme.scaled
        painter.fillRect(crisp(painter, QRectF(rect.right() - 1, rect.top(), 1, rect.height())), theme.color("border"))
        quiet = row.effect == NO_JUDGEMENT
        if not quiet:
            ink = theme.level(row.effect)
            painter.fillRect(QRectF(rect.left(), rect.top(), at(5), rect.height() - 1), ink.border)
        text = self._table.lane_text(row, rect.width())
        font = theme.font("secondary")
        below = 0.0 if quiet else QFontMetricsF(font).height()
        top = rect.center().y() - (text_height(text) + below) / 2
        symbol = QRectF(rect.left() + at(14), rect.center().y() - at(8), at(16), at(16))
        draw_symbol(painter, row.effect, symbol, theme.symbol_ink(row.effect))
        draw_layout(painter, text, QPointF(rect.left() + at(39), top), theme.color("text_muted" if quiet else "text"))
        if not quiet:
            box = QRectF(rect.left() + at(39), top + text_height(text), rect.width() - at(45), below)
            draw_text(painter, box, str(row.count), font, theme.color("text_muted"))

    def _answer(self, painter: QPainter, rect: QRectF, row: LaneRow, column: int) -> None:
        table = self._table
        theme, at = table.theme, table.theme.scaled
        widths = [table.columnWidth(each) for each in range(4)]
        name, reason, condition, kind = table.texts(row, widths)
        muted = theme.color("text_muted")
        middle = rect.center().y() - 0.5
        if column == 1:
            chip = QRectF(rect.left() + at(9), middle - at(11), at(31), at(22))
            draw_chip(painter, chip, row.code, row.effect, theme, theme.font("secondary", bold=row.effect != NO_JUDGEMENT))
            draw_layout(painter, name, QPointF(rect.left() + at(49), middle - text_height(name) / 2), theme.color("text"))
        elif column == 2:
            top = middle - (text_height(reason) + (text_height(condition) if condition else 0.0)) / 2
            said = row.kind or row.effect == NO_JUDGEMENT
            draw_layout(painter, reason, QPointF(rect.left(), top), theme.color("text") if said else muted)
            if condition:
                draw_layout(painter, condition, QPointF(rect.left(), top + text_height(reason)), theme.color("text"))
        else:
            wide = max((kind.lineAt(line).naturalTextWidth() for line in range(kind.lineCount())), default=0.0)
            draw_layout(painter, kind, QPointF(rect.right() - at(10) - wide, middle - text_height(kind) / 2), muted)


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


# The screen


class _Column(QVBoxLayout):
    """A column that fits the window as long as its least heights do; a scroll area would give it the heights it likes best."""

    def hasHeightForWidth(self) -> bool:
        return False


class DiscussScreen(Screen):
    """One cell after another, as the group talks about them."""

    NAME = "discuss"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._of: Session | None = None
        self._value = ""
        self._platform = ""
        self._who = ""
        self._narrow = False
        self.first = FirstModel(self)
        heads = [self.labels(f"table.{key}") for key in ("judgement", "discipline", "reason")]
        self.lanes = LaneModel([*heads, self.tr("Kind")], self)
        heads = [self.labels("table.platform"), self.labels("table.conclusion"), self.tr("Difference"), self.tr("Marks")]
        self.platforms = PlatformModel(heads, self)

        content = QWidget()
        side_by_side = QHBoxLayout(content)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self._left())
        self._line = QWidget()
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Mid)
        self._line.setFixedWidth(1)
        side_by_side.addWidget(self._line)
        side_by_side.addWidget(self._centre(), 1)
        self.empty = EmptyState(
            theme, self.tr("This session has no values or platforms yet."), self.tr("Go to preparation"), "clipboard-list"
        )
        self.empty.pressed.connect(lambda: self.go.emit("prepare", None))
        self._pages = QStackedWidget()
        self._pages.addWidget(content)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(self._pages)
        for first, second in pairwise((self.level, self.conclusion, self.who, self.note, self.confirmed)):
            self.setTabOrder(first, second)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))

    # Building

    def _left(self) -> QFrame:
        theme = self.theme
        self.side = QFrame()
        self.side.setAutoFillBackground(True)
        self.side.setBackgroundRole(QPalette.ColorRole.Base)
        self.side.setFixedWidth(round(theme.scaled(226)))
        layout = QVBoxLayout(self.side)
        layout.setContentsMargins(0, 0, 0, theme.space(5))
        layout.setSpacing(theme.space(2))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.setContentsMargins(theme.space(6), theme.space(4), theme.space(4), theme.space(2))
        self.first_title = label(theme, self.tr("Discuss first"), bold=True, wrap=False)
        self.first_count = label(theme, "", "secondary", muted=True, wrap=False)
        head.addWidget(self.first_title)
        head.addWidget(self.first_count)
        self.first_view = QListView()
        self.first_view.setModel(self.first)
        self.first_view.setItemDelegate(FirstDelegate(self.first_view, theme))
        self.first_view.setAccessibleName(self.tr("Discuss first"))
        self.first_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.first_view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.first_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.first_view.setFrameShape(QFrame.Shape.NoFrame)
        self.first_view.selectionModel().currentChanged.connect(self._chose_first)
        self.nothing = label(theme, self.tr("There is no cell in which disciplines differ."), "secondary", muted=True)
        self.nothing.setContentsMargins(theme.space(6), 0, theme.space(4), 0)
        layout.addLayout(head)
        layout.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.first_view, 1)
        self.any_title = label(theme, self.tr("Any cell"), "secondary", bold=True)
        self.any_value = self._choice(self.tr("Value"))
        self.any_platform = self._choice(self.tr("Platform"))
        self.any_value.activated.connect(lambda _: self._chose_any())
        self.any_platform.activated.connect(lambda _: self._chose_any())
        self._any = QVBoxLayout()
        self._any.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), 0)
        self._any.setSpacing(theme.space(2))
        self._any.addWidget(self.any_title)
        self._any.addWidget(self.any_value)
        self._any.addWidget(self.any_platform)
        self.hint = label(theme, self.tr("Alt+Up and Alt+Down: previous and next cell"), "secondary", muted=True)
        self._any.addWidget(self.hint)
        layout.addLayout(self._any)
        return self.side

    def _choice(self, name: str) -> Choice:
        made = Choice(self.theme, name)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        return made

    def _centre(self) -> QScrollArea:
        theme = self.theme
        inner = QWidget()
        self._body = _Column(inner)
        self._body.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        self._body.setSpacing(theme.space(3))

        self.first_list = self._choice(self.tr("Discuss first"))
        self.first_list.activated.connect(self._chose_in_list)
        self._body.addWidget(self.first_list)
        self._narrow_any = QHBoxLayout()
        self._narrow_any.setSpacing(theme.space(3))
        self._body.addLayout(self._narrow_any)

        head = QHBoxLayout()
        head.setSpacing(theme.space(5))
        self.title = PlainText(theme, "h1")
        self.badge = Badge(theme)
        self.back = button(theme, self.tr("Overview"), "table-2")
        self.back.clicked.connect(lambda: self.go.emit("overview", (self._value, self._platform)))
        self.previous = icon_button(theme, "chevron-left", self.tr("Previous cell (Alt+Up)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next cell (Alt+Down)"))
        for each, step in ((self.previous, -1), (self.next, 1)):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.clicked.connect(lambda _=False, step=step: self.step(step))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addStretch(1)
        for widget in (self.previous, self.next, self.back):
            head.addWidget(widget)
        self._body.addLayout(head)
        self.question = PlainText(theme, "secondary", italic=True, muted=True)
        self.sentence = PlainText(theme, "section")
        self._body.addWidget(self.question)
        self._body.addWidget(self.sentence)

        self.lane_table = LaneTable(theme, self.lanes, self.tr("Answers of all disciplines"))
        self.platform_table = PlatformTable(theme, self.platforms, self.tr("Platforms of this value"))
        self.platform_table.chosen.connect(self._chose_platform)
        self.frame = QFrame()
        self.frame.setProperty("card", True)
        framed = QVBoxLayout(self.frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(self.lane_table)
        framed.addWidget(self.platform_table)
        self._body.addWidget(self.frame, 100)
        self.missing = PlainText(theme, "secondary", muted=True)
        self._body.addWidget(self.missing)
        self._body.addSpacing(theme.space(1))
        self.saying = QWidget()
        self.saying.setLayout(self._below())
        self._body.addWidget(self.saying, 1)
        self._body.addStretch(0)

        self.scroller = QScrollArea()
        self.scroller.setWidget(inner)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)
        self.scroller.viewport().setAutoFillBackground(False)
        for table in (self.lane_table, self.platform_table):
            table.selectionModel().currentChanged.connect(lambda *_, table=table: self._keep_visible(table))
            table.grown.connect(self._arrange)
        return self.scroller

    def _below(self) -> QHBoxLayout:
        """Conclusion (wide) and minority note, side by side; under each other where it is narrow."""
        theme = self.theme
        self.conclusion = TextField(theme, self.tr("Conclusion of the group, in words"), lines=3)
        self.conclusion.edited.connect(self._wrote_conclusion)
        self.level = self._choice(self.tr("Conclusion of the group"))
        self.level.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)  # a level is never cut off
        self.level.activated.connect(self._chose_level)
        self.level_said = LevelWord(theme, "", "", chip=False)
        self.conclusion_box = Labelled(theme, self.tr("Conclusion of the group"), self.conclusion)
        _beside_label(self.conclusion_box, theme, self.level, self.level_said)

        self.note = TextField(theme, self.tr("Minority note"), lines=3)
        self.note.edited.connect(self._wrote_note)
        self.who = self._choice(self.tr("Discipline of the minority note"))
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.who.setMaximumWidth(round(theme.scaled(210)))
        self.who.activated.connect(self._chose_who)
        for field in (self.conclusion, self.note):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.note_box = Labelled(theme, self.tr("Minority note"), self.note)
        _beside_label(self.note_box, theme, self.who)
        self.confirmed = QCheckBox()
        self.confirmed.setFont(theme.font())
        self.confirmed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.confirmed.clicked.connect(self._confirmed)
        self.confirmed_said = label(theme, "", "secondary", muted=True)
        self.other_notes = PlainText(theme, "secondary")
        note_side = QWidget()
        notes = QVBoxLayout(note_side)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(theme.space(1))
        notes.addWidget(self.note_box, 1)
        notes.addWidget(self.confirmed)
        notes.addWidget(self.confirmed_said)
        notes.addWidget(self.other_notes)
        notes.addStretch(0)
        self._pair = QHBoxLayout()
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.space(5))
        self._pair.addWidget(self.conclusion_box, 5)
        self._pair.addWidget(note_side, 4)
        return self._pair

    # What the main window asks

    def refresh(self, changed: Changed) -> None:
        """Re-read what is shown. What is being typed stays."""
        if self.session is not self._of:
            self._of = self.session
            self._value = self._platform = self._who = ""
        if "opened" in changed.what or changed.what & _SHOWN:
            self._reload()

    def enter(self, what: object) -> None:
        """Show the cell (value, platform) that is asked for; platform '' is over all platforms. None: where to begin."""
        if isinstance(what, tuple) and len(what) == 2:
            self.show_cell(str(what[0]), str(what[1]))
        if not self._value:
            self.empty.button.setFocus()
        elif what is None and self.first.rows and not self._narrow:
            self.first_view.setFocus()
        else:
            self._answers.setFocus()
        self._tell()

    def leave(self) -> None:
        """Hand over what was typed."""
        self.conclusion.pass_on()
        self.note.pass_on()

    # Going to a cell

    @property
    def _answers(self) -> RowsTable:
        """The table that is shown: the lanes of the cell, or the platforms of the value."""
        return self.lane_table if self._platform else self.platform_table

    @property
    def _round(self) -> int:
        return self.session.rounds[-1]

    def show_cell(self, value: str, platform: str) -> None:
        """Show this cell, after handing over what was typed on the one before."""
        if (value, platform) == (self._value, self._platform):
            return
        self.leave()
        self._value, self._platform, self._who = value, platform, ""
        for box in (self.conclusion_box, self.note_box):
            box.show_problem(None, self.labels)
        self._reload()
        self.scroller.verticalScrollBar().setValue(0)
        for table in (self.lane_table, self.platform_table):
            if table.held.rowCount():
                table.setCurrentIndex(table.held.index(0, 1))
                table.scrollToTop()
        self._tell()

    def step(self, by: int) -> None:
        """The next or previous cell of 'bespreek eerst'; from a cell outside the list to its beginning or end."""
        if not self.first.rows:
            return
        place = self.first.place_of(self._value, self._platform)
        place = (0 if by > 0 else len(self.first.rows) - 1) if place < 0 else max(0, min(place + by, len(self.first.rows) - 1))
        self.show_cell(self.first.rows[place].value, self.first.rows[place].platform)

    def _chose_first(self, current: Index) -> None:
        if current.isValid():
            row = self.first.rows[current.row()]
            self.show_cell(row.value, row.platform)

    def _chose_in_list(self, place: int) -> None:
        key = self.first_list.itemData(place)
        if key:
            self.show_cell(key[0], key[1])

    def _chose_any(self) -> None:
        self.show_cell(str(self.any_value.currentData()), str(self.any_platform.currentData()))

    def _chose_platform(self, row: int) -> None:
        self.show_cell(self._value, self.platforms.rows[row].platform)
        self.lane_table.setFocus()

    def _tell(self) -> None:
        if self.isVisible() and self._value and self._narrow:  # elsewhere it stands under the list
            self.status.emit("", "")

    # Writing

    def _wrote_conclusion(self, text: str, group: str) -> None:
        group = f"{self._value}/{self._platform}/{group}"
        self._done(self.workspace.conclude(self._value, self._platform, group, text=text), self.conclusion_box)

    def _chose_level(self, place: int) -> None:
        self.conclusion.pass_on()
        effect = str(self.level.itemData(place))
        self._done(self.workspace.conclude(self._value, self._platform, effect=effect), self.conclusion_box)

    def _wrote_note(self, text: str, group: str) -> None:
        group = f"{self._value}/{self._platform}/{self._who}/{group}"
        self._done(self.workspace.note_minority(self._value, self._platform, self._who, group, text=text), self.note_box)

    def _chose_who(self, place: int) -> None:
        self.note.pass_on()
        self._who = str(self.who.itemData(place))
        self.note_box.show_problem(None, self.labels)
        self._show_notes()

    def _confirmed(self, checked: bool) -> None:
        self.note.pass_on()
        self._done(self.workspace.note_minority(self._value, self._platform, self._who, confirmed=checked), self.note_box)

    def _done(self, problem: Refused | None, box: Labelled) -> None:
        box.show_problem(problem, self.labels)
        if problem is not None:
            self._show_conclusion()
            self._show_notes()

    # Showing

    def _reload(self) -> None:
        session = self.session
        there = bool(session.values and session.platforms)
        self._pages.setCurrentIndex(0 if there else 1)
        if not there:
            self._value = self._platform = ""
            for model in (self.lanes, self.platforms):
                model.show([])
            self.first.show([])
            return
        rows = first_rows(session, self.labels, self._round, lambda count: self.tr("%n level(s)", "", count))
        known_values, known_platforms = {each.id for each in session.values}, {each.id for each in session.platforms}
        if self._value not in known_values or (self._platform and self._platform not in known_platforms):
            self._value, self._platform = (rows[0].value, rows[0].platform) if rows else (session.values[0].id, "")
            self._who = ""
        self._show_first(rows)
        self._show_places()
        self._show_cell()
        self._show_conclusion()
        self._show_notes()
        self._arrange()

    def _show_first(self, rows: list[FirstRow]) -> None:
        model = self.first_view.selectionModel()
        blocked = model.blockSignals(True)
        self.first.show(rows)
        model.blockSignals(blocked)
        place = self.first.place_of(self._value, self._platform)
        if self.first_view.currentIndex().row() != place:
            self.first_view.setCurrentIndex(self.first.index(place) if place >= 0 else QModelIndex())
            if place < 0:
                self.first_view.clearSelection()
        done = sum(1 for row in rows if row.done)
        self.first_count.setText(self.tr("{done} of {total} with conclusion").format(done=done, total=len(rows)) if rows else "")
        self.nothing.setVisible(not rows)
        self.first_view.setVisible(bool(rows))
        self.previous.setEnabled(bool(rows))
        self.next.setEnabled(bool(rows))
        listed: list[tuple[Any, str]] = [(row.key, f"{row.title} · {row.word}, {row.beside}") for row in rows]
        if place < 0:
            listed.insert(0, (("", ""), self.tr("Discuss first")))
        self.first_list.show_items(listed, (self._value, self._platform) if place >= 0 else ("", ""))

    def _show_places(self) -> None:
        session = self.session
        self.any_value.show_items([(each.id, each.name) for each in session.values], self._value)
        everywhere = ("", self.labels("table.all_platforms"))
        self.any_platform.show_items([everywhere, *((each.id, each.name) for each in session.platforms)], self._platform)

    def _show_cell(self) -> None:
        session, labels = self.session, self.labels
        value = session.value(self._value)
        one_voice = session.case.one_voice
        self.question.show_text(" ".join(part for part in (value.definition, value.question) if part))
        whole = bool(self._platform)
        self.badge.setVisible(whole)
        self.lane_table.setVisible(whole)
        self.platform_table.setVisible(not whole)
        self.frame.setVisible(not (whole and session.undivided))
        if not whole:
            self._show_title(f"{value.name} × {labels('table.all_platforms')}")
            self.sentence.show_text(labels("table.one_voice") if one_voice else "")
            self.missing.show_text("")
            self.platforms.show(platform_rows(session, labels, self._value, self._round))
            return
        cell = cell_of(session, value, session.platform(self._platform), self._round)
        self._show_title(f"{value.name} × {cell.platform.name}")
        self.badge.show_word(cell.state, labels.state(cell, one_voice))
        sentence = labels.sentence(session, cell)
        self.sentence.show_text(sentence, lone_parts(session, labels, cell, sentence))
        self.lanes.show(lane_rows(session, labels, cell))
        self.missing.show_text(self._not_here(cell))

    def _show_title(self, text: str) -> None:
        self.title.show_text(text, [(0, len(text))])

    def _not_here(self, cell: Cell) -> str:
        """Who has not answered yet, and who was absent."""
        if self.session.undivided:
            return ""
        told = []
        if cell.missing:
            told.append(self.tr("Not yet judged: {names}.").format(names=self.labels.names(cell.missing)))
        absent = [each for each, rating in cell.ratings if each.absent and (rating is None or not rating.effect)]
        if absent:
            told.append(self.labels("table.absent", names=self.labels.names(absent)))
        return " ".join(told)

    def _show_conclusion(self) -> None:
        session, labels, theme = self.session, self.labels, self.theme
        spoken = session.conclusion(self._value, self._platform)
        effect = spoken.effect if spoken else ""
        choices = [
            (key, labels.word(session.case.scale, key) if key else labels("conclusion.none"), symbol_icon(theme, key or "geen_conclusie"))
            for key in (*session.levels, NOT_CLEAR, "")
        ]
        self.level.show_items(choices, effect)
        self.level_said.show_word(effect, labels.word(session.case.scale, effect) if effect else labels("conclusion.none"))
        self.conclusion.show_text(spoken.text if spoken else "")
        read_only = self.workspace.read_only
        self.level.setVisible(not read_only)
        self.level_said.setVisible(read_only)
        _show_read_only(self.conclusion, read_only, "" if read_only else self.tr("As the group says it"))

    def _show_notes(self) -> None:
        session, labels = self.session, self.labels
        notes = {note.discipline: note for note in session.minority_notes(self._value, self._platform)}
        read_only = self.workspace.read_only
        order = self._note_order(notes, all_of_them=not read_only)
        self.note_box.setVisible(bool(order))
        self.confirmed.setVisible(bool(order))
        if self._who not in {each.id for each in order}:
            self._who = order[0].id if order else ""
        self.who.show_items([(each.id, f"{each.code} {each.name}") for each in order], self._who)
        note = notes.get(self._who)
        self.note.show_text(note.text if note else "")
        _show_read_only(self.note, read_only, "" if read_only else self.tr("In the words of this discipline"))
        name = session.discipline(self._who).name if self._who else ""
        self.note.setAccessibleName(f"{self.tr('Minority note')}: {name}")
        self.confirmed.setText(self.tr("confirmed by {name}").format(name=name).replace("&", "&&"))
        self.confirmed.setChecked(bool(note and note.confirmed))
        self.confirmed.setEnabled(note is not None)
        why = "" if note else self.tr("Write the note first; then its discipline can confirm it.")
        self.confirmed.setToolTip(why or safe_tip(self.confirmed.text().replace("&&", "&")))
        self.confirmed.setVisible(bool(order) and not read_only)
        self.confirmed_said.setVisible(read_only)
        if note is None:
            self.confirmed_said.setText(self.tr("No minority note."))
        else:
            self.confirmed_said.setText(labels("table.confirmed" if note.confirmed else "table.not_confirmed"))
        told, bold = "", []
        for key, other in notes.items():
            if key == self._who:
                continue
            head = session.discipline(key).name
            state = labels("table.confirmed" if other.confirmed else "table.not_confirmed")
            told += "\n" if told else ""
            bold.append((len(told), len(head)))
            told += f"{head}: {other.text} ({state})"
        self.other_notes.show_text(told, bold)

    def _note_order(self, notes: Iterable[str], *, all_of_them: bool) -> list[Discipline]:
        """Who may want a note: those who have one, then those outside the largest group, then everybody else."""
        session = self.session
        order = [each for each in session.disciplines if each.id in set(notes)]
        if not all_of_them:
            return order
        if self._platform:
            cell = cell_of(session, session.value(self._value), session.platform(self._platform), self._round)
            dissenting = [each for each, _ in cell.dissenting]
            order += sorted((each for each in dissenting if each not in order), key=lambda each: each not in cell.alone)
        return order + [each for each in session.disciplines if each not in order]

    # Layout

    def _arrange(self) -> None:
        """Lay out for the width of the window: the list beside the cell, or as a list of choices above it."""
        theme = self.theme
        narrow = theme.width_class(self.window().width()) < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for place, each in enumerate((self.any_value, self.any_platform)):
                (self._narrow_any if narrow else self._any).insertWidget(place if narrow else place + 1, each)
            self._pair.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self.saying.setMaximumHeight(16_777_215 if narrow else max(round(theme.scaled(300)), self.saying.minimumSizeHint().height()))
        self.side.setVisible(not narrow)
        self._line.setVisible(not narrow)
        self.first_list.setVisible(narrow and bool(self.first.rows))
        for table in (self.lane_table, self.platform_table):
            table.show_whole(narrow)
        content = self._answers.content_height + 2
        self.frame.setMaximumHeight(content)
        for box in (self.conclusion_box, self.note_box):
            box.setMinimumHeight(box.minimumSizeHint().height())
        self.frame.setMinimumHeight(content if narrow else min(content, round(theme.scaled(150))))

    def _keep_visible(self, table: RowsTable) -> None:
        """Where the whole centre scrolls, follow the current row."""
        if self._narrow and table.currentIndex().isValid() and table.hasFocus():
            box = table.row_box(table.currentIndex().row()).toRect()
            inner = self.scroller.widget()
            if inner is not None:
                place = table.viewport().mapTo(inner, box.center())
                self.scroller.ensureVisible(place.x(), place.y(), 0, box.height() // 2 + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.scaled(320)), round(self.theme.scaled(240)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter leave a text for the answers above it; a key that a text has no use for, as Shift, changes nothing."""
        if event.key() in (Qt.Key.Key_Escape, *_ENTER) and (self.conclusion.hasFocus() or self.note.hasFocus()):
            self._answers.setFocus()
        else:
            super().keyPressEvent(event)


def _beside_label(box: Labelled, theme: Theme, *widgets: QWidget) -> None:
    """Put what belongs to a field on the line of its label."""
    layout = box.layout()
    assert isinstance(layout, QVBoxLayout)
    row = QHBoxLayout()
    row.setSpacing(theme.space(3))
    layout.removeWidget(box.label)
    box.label.setFont(theme.font(bold=True))
    box.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.addWidget(box.label, 1)
    for each in widgets:
        row.addWidget(each)
    layout.insertLayout(0, row)
    layout.setStretchFactor(box.field, 1)


def _show_read_only(field: TextField, read_only: bool, placeholder: str) -> None:
    """A field that cannot be written in loses its edge and stays readable."""
    field.setPlaceholderText(placeholder)
    if field.isReadOnly() != read_only:
        field.setReadOnly(read_only)
        field.style().unpolish(field)
        field.style().polish(field)

