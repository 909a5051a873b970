"""The lanes of one cell: everybody's answer with its reason, level by level, and who stands alone in ink."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanaalwaarden.core.divergence import Cell
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, OUTSIDE, RULED_OUT, Session
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.core.talk import movement
from kanaalwaarden.ui.marks import crisp, draw_chip, draw_current, draw_ghost, draw_text
from kanaalwaarden.ui.rows import Index, RowsTable, TableRows
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.texts import draw_layout, lay_out, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip


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
    span: int = 1
    """How many rows its lane has."""
    ghost: bool = False
    """Whether this is the place that a discipline left in this round."""
    lacking: bool = False
    """Whether a reason is asked for and not given."""

    @property
    def key(self) -> tuple[str, ...]:
        """Which row it is; the lane counts, because its rows belong together."""
        return self.effect, self.discipline, "was" if self.ghost else ""


def lane_rows(session: Session, labels: Labels, cell: Cell) -> list[LaneRow]:
    """Everybody's answer, lane by lane in scale order; an empty lane has one row; the answers outside the scale last, if somebody gave one.

    In a later round the lanes also show, muted, who left them in that round.
    """
    rows: list[LaneRow] = []
    alone = {each.id for each in cell.alone}
    moves = movement(session, cell.value.id, cell.platform.id, cell.round)
    left = [(each.discipline, each.before.effect) for each in moves if each.moved and each.after and each.after.effect and each.before]
    for effect in [*cell.levels, RULED_OUT, NO_JUDGEMENT]:
        there = cell.on(effect)
        gone = [each for each, before in left if before == effect]
        if not there and not gone and effect in OUTSIDE:
            continue
        word = labels.word(session.case.scale, effect)
        first, lane_told = len(rows), f"{word}: {len(there) or labels('table.nobody')}"
        if effect == RULED_OUT and there:
            lane_told = f"{word}: {labels.names([each for each, _ in there])}"
        span = max(1, len(there) + len(gone))
        if not there and not gone:
            rows.append(LaneRow(effect, word, 0, first, reason=labels("table.nobody"), lane_told=lane_told, told=lane_told))
        for each, rating in there:
            before = session.standing(rating.round - 1, each.id, cell.platform.id, cell.value.id) if rating.round > 1 else None
            stayed = before if before is not None and before.effect == effect and not rating.reason else None
            if stayed is not None and stayed.reason:  # who stayed need not say the same again
                rating = replace(stayed, reason=f"{stayed.reason} ({labels('table.round', number=stayed.round)})")
            lacking = not rating.reason and reason_wanted(session, effect)
            reason = rating.reason or labels("table.reason_missing" if lacking else "table.no_reason")
            condition = f"{labels('table.condition').lower()} {rating.condition}" if rating.condition else ""
            said = [labels(f"reason_kind.{rating.reason_kind}")] if rating.reason else []
            kind = ", ".join([*said, *([labels(f"layer_short.{rating.layer}")] if rating.layer else [])])
            parts = [f"{each.name} ({each.code}): {word}", *([labels.alone(cell)] if each.id in alone else []), reason, condition, kind]
            rows.append(
                LaneRow(
                    effect, word, len(there), first, each.id, each.code, each.name, reason, condition, kind, each.id in alone,
                    lane_told, ". ".join(part.rstrip(".") for part in parts if part) + ".", span, lacking=lacking,
                )
            )  # fmt: skip
        for gone_one in gone:
            was = labels("table.was_here", name=gone_one.name)
            rows.append(
                LaneRow(
                    effect, word, len(there), first, gone_one.id, gone_one.code, was, lane_told=lane_told, told=was, span=span, ghost=True
                )
            )  # fmt: skip
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


class LaneModel(TableRows):
    """Lane, discipline, reason, kind."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row: LaneRow = self.rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = " ".join(part for part in (row.reason, row.condition) if part)
            return (row.lane_told, row.told, said, row.kind)[column] or "–"  # a screen reader says that nothing is there
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(row.lane_told if column == 0 else row.told)
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.word, row.name, " ".join(part for part in (row.reason, row.condition) if part), row.kind)[column]
        return None


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
        lane = at(104 if small else 160 if any(row.effect == RULED_OUT for row in self.lanes) else 142)  # a long word
        name = at(49) + min(longest, at(118 if small else 170)) + at(12)
        kind = min(kinds, at(70 if small else 110)) + at(18)
        return [round(lane), round(name), max(10, room - round(lane) - round(name) - round(kind)), round(kind)]

    def texts(self, row: LaneRow, widths: Sequence[int]) -> tuple[QTextLayout, QTextLayout, QTextLayout | None, QTextLayout]:
        """Name, reason, condition and kind, laid out in their columns."""
        theme, at = self.theme, self.theme.scaled
        small = theme.font("secondary")
        quiet = row.effect == NO_JUDGEMENT or not row.discipline or row.ghost
        name_font = theme.font("secondary" if theme.width_class(sum(widths)) < 640 else "body", bold=not quiet)
        reason = lay_out(row.reason, small, widths[2] - at(26 if row.lacking else 8))
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
        if each.span <= 1:  # its lane header must fit beside one row
            count = QFontMetricsF(self.theme.font("secondary")).height() if each.effect != NO_JUDGEMENT else 0.0
            high = max(high, text_height(self.lane_text(each, widths[0])) + count + at(8))
        return high

    def arrange(self, *_: object) -> None:
        self.clearSpans()
        for row in self.lanes:
            if row.span > 1:
                self.setSpan(row.first, 0, row.span, 1)
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
        last = index.column() == 0 or index.row() == row.first + row.span - 1
        if last:
            painter.fillRect(crisp(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)), theme.color("border"))
        if index.column() == 0:
            self._lane(painter, rect, row)
        elif row.ghost:
            self._ghost(painter, rect, row, index.column())
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

    def _ghost(self, painter: QPainter, rect: QRectF, row: LaneRow, column: int) -> None:
        """The place that a discipline left: a hollow dashed chip, and its name muted."""
        theme, at = self._table.theme, self._table.theme.scaled
        if column != 1:
            return
        draw_ghost(painter, QRectF(rect.left() + at(9), rect.center().y() - 0.5 - at(11), at(31), at(22)), theme)
        table = self._table
        name = table.texts(row, [table.columnWidth(each) for each in range(4)])[0]
        place = QPointF(rect.left() + at(49), rect.center().y() - 0.5 - text_height(name) / 2)
        draw_layout(painter, name, place, theme.color("text_muted"))

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
            said = row.lacking or row.kind or row.effect == NO_JUDGEMENT
            left = rect.left() + (at(18) if row.lacking else 0)
            if row.lacking:
                theme.draw_icon(painter, "triangle-alert", QRectF(rect.left(), top + at(2), at(14), at(14)), theme.color("text"))
            draw_layout(painter, reason, QPointF(left, top), theme.color("text") if said else muted)
            if condition:
                draw_layout(painter, condition, QPointF(rect.left(), top + text_height(reason)), theme.color("text"))
        else:
            wide = max((kind.lineAt(line).naturalTextWidth() for line in range(kind.lineCount())), default=0.0)
            draw_layout(painter, kind, QPointF(rect.right() - at(10) - wide, middle - text_height(kind) / 2), muted)
