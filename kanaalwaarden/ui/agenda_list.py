"""The list 'bespreek eerst': the agenda as divergence and the facilitator put it, with what is done and how long the rest takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QMenu, QPushButton, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanaalwaarden.core.blind import hidden_values
from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Rating, Session
from kanaalwaarden.core.talk import AgendaEntry, agenda, minutes_left
from kanaalwaarden.ui.marks import badge_width, crisp, draw_badge, draw_text
from kanaalwaarden.ui.rows import Index, replace_rows
from kanaalwaarden.ui.texts import draw_layout, lay_out_most, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A cell on the agenda, ready to draw."""

    value: str
    platform: str
    title: str
    state: str
    word: str
    beside: str
    done: bool
    accessible: str
    planned: str = "open"
    """What the facilitator decided: open, klaar or overgeslagen."""

    @property
    def key(self) -> Cell:
        """Which cell it is."""
        return self.value, self.platform

    @property
    def skipped(self) -> bool:
        """Whether it is left out of this conversation."""
        return self.planned == "overgeslagen"


def answered_again(session: Session) -> set[Cell]:
    """The cells that somebody answered in a later round: all others stand as they did in round 1."""
    ratings: list[Rating] = list(session.tables[Rating.TABLE].values())
    return {(each.value, each.platform) for each in ratings if each.round > 1}


def entries_of(session: Session) -> list[AgendaEntry]:
    """The agenda: what differed in round 1, then what came apart later. What is still blind is never on it."""
    first = agenda(session, 1)
    known = {(entry.cell.value.id, entry.cell.platform.id) for entry in first}
    later = agenda(session, session.rounds[-1]) if answered_again(session) - known else []
    blind = hidden_values(session)
    entries = first + [entry for entry in later if (entry.cell.value.id, entry.cell.platform.id) not in known]
    return [entry for entry in entries if entry.cell.value.id not in blind]


def concluded(session: Session, value: str, platform: str) -> bool:
    """Whether the group concluded a level (or 'niet eenduidig') on a cell."""
    spoken = session.conclusion(value, platform)
    return bool(spoken and spoken.effect)


def is_done(session: Session, entry: AgendaEntry) -> bool:
    """Whether a cell needs no more talk: ticked off by hand, or concluded."""
    return entry.state == "klaar" or (entry.state == "open" and concluded(session, entry.cell.value.id, entry.cell.platform.id))


def minutes_to_go(session: Session, entries: list[AgendaEntry]) -> int:
    """How many planned minutes are left in what is not done."""
    return minutes_left([entry for entry in entries if not is_done(session, entry)])


def agenda_rows(
    session: Session, labels: Labels, round_: int, entries: list[AgendaEntry], levels_word: Callable[[int], str]
) -> list[AgendaRow]:  # fmt: skip
    """The agenda with everybody's difference as it stands in this round, and who stands alone by code."""
    rows = []
    again = answered_again(session) if round_ > 1 else set()
    for entry in entries:
        cell = entry.cell
        if (cell.value.id, cell.platform.id) in again:
            cell = cell_of(session, cell.value, cell.platform, round_)
        spoken = session.conclusion(cell.value.id, cell.platform.id)
        codes = ", ".join(each.code for each in cell.alone)
        used = sum(1 for count in cell.counts if count)
        beside = labels("divergence.alone", count=len(cell.alone), names=codes) if cell.alone else levels_word(used)
        skipped = entry.state == "overgeslagen"
        if skipped:
            beside = labels("agenda_state.overgeslagen")
        title = f"{cell.value.label} × {cell.platform.name}"
        word = labels.state(cell)
        said = labels.conclusion(spoken.effect if spoken else "")
        told = f"{cell.value.name} × {cell.platform.name}: {word}, {labels.alone(cell) or beside}; {labels('table.conclusion')}: {said}"
        if entry.state != "open":
            told += f"; {labels('agenda_state.' + entry.state)}"
        done = is_done(session, entry)
        rows.append(AgendaRow(cell.value.id, cell.platform.id, title, cell.state, word, beside, done, told, entry.state))
    return rows


def next_in_order(rows: list[AgendaRow], key: Cell, by: int) -> list[Cell]:
    """The agenda with this cell `by` places further (a large negative number puts it on top)."""
    cells = [row.key for row in rows]
    place = cells.index(key)
    cells.insert(max(0, min(place + by, len(cells) - 1)), cells.pop(place))
    return cells


class AgendaModel(QAbstractListModel):
    """The list 'bespreek eerst'."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AgendaRow] = []

    def show(self, rows: list[AgendaRow]) -> None:
        """Show these rows."""
        replace_rows(self, rows)

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


class AgendaDelegate(QStyledItemDelegate):
    """Value x platform, badge, who stands alone by code, a check mark when it is done; what is skipped is muted."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def _title(self, row: AgendaRow, width: float) -> QTextLayout:
        at = self._theme.scaled
        return lay_out_most(row.title, self._theme.font(bold=not row.skipped), width - at(12) - at(34 if row.done else 12), 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AgendaRow = self._view.model().rows[index.row()]  # type: ignore[attr-defined]
        width = self._view.viewport().width()
        return QSize(width, round(text_height(self._title(row, width)) + self._theme.scaled(9 + 4 + 20 + 9)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AgendaRow = self._view.model().rows[index.row()]  # type: ignore[attr-defined]
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
        ink = theme.color("text_muted" if row.skipped else "on_selection" if chosen else "text")
        draw_layout(painter, title, QPointF(rect.left() + at(14), top), ink)
        if row.done:
            theme.draw_icon(painter, "check", QRectF(rect.right() - at(28), top + at(1), at(16), at(16)), theme.color("accent"))
        top += text_height(title) + at(4)
        left = rect.left() + at(14)
        if not row.skipped:
            font = theme.font("secondary", bold=True)
            wide = badge_width(row.state, row.word, font, theme, glyph=True)
            draw_badge(painter, QRectF(left, top, wide, at(20)), row.state, row.word, theme, font, glyph=True)
            left += wide + at(8)
        box = QRectF(left, top, rect.right() - left - at(4), at(20))
        draw_text(painter, box, row.beside, theme.font("secondary"), theme.color("text_muted"))
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            width = theme.stroke("field_focus")
            painter.setPen(QPen(theme.color("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2 - 1))
        painter.restore()


class OrderButton(QPushButton):
    """What a facilitator can do with the cell of the agenda that is shown. Every entry has its key; `wanted` tells which one it was."""

    wanted = Signal(str)
    TOP, UP, DOWN, SKIP, DONE = "top", "up", "down", "skip", "done"

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        """The keys of the entries work everywhere in `owner`."""
        super().__init__()
        self.setText(self.tr("Order…"))
        self.setFont(theme.font("button"))
        self.setIcon(theme.icon("list-ordered"))
        self.setIconSize(theme.icon_size("button"))
        self.setMinimumHeight(round(theme.size("button_small")))
        menu = QMenu(self)
        self.actions_by_name: dict[str, QAction] = {}
        entries = (
            (self.TOP, self.tr("Discuss this one now"), "Alt+Shift+Home"),
            (self.UP, self.tr("Earlier"), "Alt+Shift+Up"),
            (self.DOWN, self.tr("Later"), "Alt+Shift+Down"),
            (self.SKIP, self.tr("Skip"), "Alt+Shift+Del"),
            (self.DONE, self.tr("Done"), "Alt+Shift+Return"),
        )
        for name, text, keys in entries:
            action = QAction(text, menu)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
            menu.addAction(action)
            owner.addAction(action)
            self.actions_by_name[name] = action
        self.setMenu(menu)

    def show_row(self, row: AgendaRow | None, place: int, count: int, read_only: bool) -> None:
        """Offer what can be done with this row; None is a cell that is not on the agenda (it can be put on it)."""
        on = row is not None
        acts = self.actions_by_name
        acts[self.TOP].setText(self.tr("Discuss this one now") if on else self.tr("Put this cell on the agenda"))
        acts[self.TOP].setEnabled(not read_only and place != 0)
        acts[self.UP].setEnabled(not read_only and on and place > 0)
        acts[self.DOWN].setEnabled(not read_only and on and place < count - 1)
        acts[self.SKIP].setText(self.tr("Discuss it after all") if row and row.skipped else self.tr("Skip"))
        acts[self.SKIP].setEnabled(not read_only and on)
        acts[self.DONE].setText(self.tr("Not done after all") if row and row.planned == "klaar" else self.tr("Done"))
        acts[self.DONE].setEnabled(not read_only and on)
