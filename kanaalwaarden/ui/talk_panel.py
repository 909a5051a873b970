"""Who speaks, and how long: a clock per speaker and per item, and the speaking order of the cell that is shown.

The clock counts what went by on a monotonic clock and repaints once a second. What a sleeping laptop skipped is not counted.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.divergence import Cell
from kanaalwaarden.core.model import AgendaItem, Session
from kanaalwaarden.core.talk import speaking_order
from kanaalwaarden.ui.marks import crisp, draw_chip, draw_text
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label, safe_tip
from kanaalwaarden.ui.workspace import Changed, Workspace

TICK_MS = 1000
LONGEST = 5.0
"""A gap between two ticks longer than this was no talking: the laptop slept. It counts as one second."""
KEEP_AFTER = 300.0
"""Seconds of talk after which they are written down although nobody paused. Each time is a step of undo, so not more often."""
MOST_SECONDS = 86_400


class TalkClock(QObject):
    """Counts down for a speaker and up for the item, while it runs."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._last = 0.0
        self.left = 0.0
        self.spent = 0.0
        """Seconds on the item that were not written down yet."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether time is counted."""
        return self._timer.isActive()

    def start(self) -> None:
        """Go on counting."""
        self._last = self._monotonic()
        self._timer.start()

    def pause(self) -> None:
        """Stop counting, with the last part of a second."""
        if self.running:
            self._count()
            self._timer.stop()

    def tick(self) -> None:
        """A second went by, or about that."""
        self._count()
        self.ticked.emit()

    def _count(self) -> None:
        now = self._monotonic()
        gap = now - self._last
        self._last = now
        gap = 1.0 if gap > LONGEST else max(0.0, gap)
        self.spent += gap
        self.left = max(0.0, self.left - gap)


def clock_text(seconds: float) -> str:
    """'1:32'."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One who is asked to speak."""

    discipline: str
    number: int
    code: str
    name: str
    effect: str
    word: str


class SpeakerModel(QAbstractListModel):
    """The speaking order; `current` is who speaks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SpeakerRow] = []
        self.current = ""

    def show(self, rows: list[SpeakerRow], current: str) -> None:
        """Show these."""
        if rows == self.rows and current == self.current:
            return
        if [each.discipline for each in rows] != [each.discipline for each in self.rows]:
            self.beginResetModel()
            self.rows, self.current = rows, current
            self.endResetModel()
            return
        self.rows, self.current = rows, current
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        told = f"{row.number}. {row.name} ({row.code}): {row.word}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told
        return safe_tip(told) if role == Qt.ItemDataRole.ToolTipRole else None


class SpeakerDelegate(QStyledItemDelegate):
    """Number, chip, name; who speaks stands on the selection ground, in bold."""

    def __init__(self, view: QListView, model: SpeakerModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, round(self._theme.scaled(32)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, at, rect = self._model.rows[index.row()], self._theme, self._theme.scaled, QRectF(option.rect)
        speaks = row.discipline == self._model.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if speaks:
            painter.fillRect(rect, theme.color("selection"))
        painter.fillRect(crisp(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)), theme.color("border"))
        number = QRectF(rect.left() + at(4), rect.top(), at(20), rect.height() - 1)
        draw_text(painter, number, str(row.number), theme.font("secondary"), theme.color("text_muted"))
        chip = QRectF(rect.left() + at(26), rect.center().y() - at(11), at(30), at(22))
        draw_chip(painter, chip, row.code, row.effect, theme, theme.font("secondary", bold=True))
        name = QRectF(rect.left() + at(64), rect.top(), rect.width() - at(68), rect.height() - 1)
        draw_text(painter, name, row.name, theme.font(bold=speaks), theme.color("on_selection" if speaks else "text"))
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            width = theme.stroke("field_focus")
            painter.setPen(QPen(theme.color("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2 - 1))
        painter.restore()


class TalkPanel(QWidget):
    """The clock and the speaking order of one cell.

    Seconds spent are written to the agenda on a pause and on leaving the cell or the screen (`settle`), and not more often than once in
    five minutes in between: each time is one step of undo.
    """

    def __init__(
        self, workspace: Workspace, theme: Theme, parent: QWidget | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._key = ("", "")
        self._places: dict[tuple[str, str], tuple[str, float]] = {}
        self.clock = TalkClock(self, monotonic)
        self.clock.ticked.connect(self._ticked)
        workspace.changed.connect(self._other_session)
        self.speakers = SpeakerModel(self)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(label(theme, self.tr("Speaking time"), bold=True, wrap=False))
        line = QHBoxLayout()
        line.setSpacing(theme.space(3))
        self.figure = label(theme, "", "timer", wrap=False)
        self.over = label(theme, self.tr("time"), "section", bold=True, wrap=False)
        line.addWidget(self.figure)
        line.addWidget(self.over, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        layout.addLayout(line)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(round(theme.scaled(8)))
        self.bar.setAccessibleName(self.tr("Speaking time left"))
        layout.addWidget(self.bar)
        self.who = label(theme, "", bold=True)
        layout.addWidget(self.who)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        self.pause_button = button(theme, self.tr("Pause"), "pause")
        self.pause_button.clicked.connect(lambda: self.toggle())
        self.next_button = button(theme, self.tr("Next"), "skip-forward", primary=True)
        self.next_button.setToolTip(self.tr("Next speaker"))
        self.next_button.clicked.connect(lambda: self.next())
        buttons.addWidget(self.pause_button, 1)
        buttons.addWidget(self.next_button, 1)
        layout.addLayout(buttons)
        item = QHBoxLayout()
        item.setSpacing(theme.space(2))
        self.item_time = label(theme, "", "secondary", muted=True)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 600)
        self.minutes.setKeyboardTracking(False)
        self.minutes.setAccessibleName(self.tr("Minutes planned for this item"))
        self.minutes.setToolTip(self.tr("Minutes planned for this item"))
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setMaximumWidth(round(theme.scaled(92)))
        self.minutes.editingFinished.connect(self._planned)
        item.addWidget(self.item_time, 1)
        item.addWidget(self.minutes)
        layout.addLayout(item)

    def make_order(self) -> QWidget:
        """The speaking order, as a part of its own: it gives way to the facts to check."""
        theme = self._theme
        made = QFrame()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label(theme, self.tr("Speaking order"), bold=True, wrap=False))
        self.rule = label(theme, "", "secondary", muted=True)
        layout.addWidget(self.rule)
        layout.addSpacing(theme.space(1))
        self.order = QListView()
        self.order.setModel(self.speakers)
        self.order.setItemDelegate(SpeakerDelegate(self.order, self.speakers, theme))
        self.order.setAccessibleName(self.tr("Speaking order"))
        self.order.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.order.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.order.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order.setFrameShape(QFrame.Shape.NoFrame)
        self.order.activated.connect(self._picked)
        self.order.clicked.connect(self._picked)
        layout.addWidget(self.order, 1)
        return made

    # What is shown

    def show_cell(self, session: Session, cell: Cell | None, words: Callable[[str], str]) -> None:
        """Show who speaks on this cell; None where there is nothing to talk about (still blind, all platforms)."""
        key = (cell.value.id, cell.platform.id) if cell is not None else ("", "")
        if key != self._key:
            self.settle()
            self.clock.pause()
            self._remember()
            self._key = key
            self.clock.spent = 0.0
            who, left = self._places.get(key, ("", float(session.case.speaker_seconds)))
            self.clock.left = left
        else:
            who = self.speakers.current
        order = speaking_order(cell) if cell is not None else []
        rows = [
            SpeakerRow(each.id, place, each.code, each.name, rating.effect, words(rating.effect))
            for place, (each, rating) in enumerate(order, 1)
        ]
        known = [row.discipline for row in rows]
        if who not in known:
            who = known[0] if known else ""
            self.clock.left = float(session.case.speaker_seconds)
        self.speakers.show(rows, who)
        self.rule.setText(self.tr("outer levels first, {time} each").format(time=clock_text(session.case.speaker_seconds)))
        self._show()

    def _remember(self) -> None:
        if self._key != ("", ""):
            self._places[self._key] = (self.speakers.current, self.clock.left)

    def _speaker(self) -> SpeakerRow | None:
        return next((row for row in self.speakers.rows if row.discipline == self.speakers.current), None)

    @property
    def speaker(self) -> str:
        """Who speaks (the id of the discipline), or ''."""
        return self.speakers.current

    def _show(self) -> None:
        there = self._key != ("", "")
        speaker = self._speaker()
        session = self._workspace.shown
        over = there and speaker is not None and self.clock.left < 0.5
        text = clock_text(self.clock.left)
        self.figure.setText(text)
        if self.figure.font().bold() != over:
            self.figure.setFont(self._theme.font("timer", bold=over))
        self.over.setVisible(over)
        name = speaker.name if speaker else ""
        self.figure.setAccessibleName(self.tr("Speaking time left: {name} {time}").format(name=name, time=text).strip())
        self.bar.setMaximum(max(1, session.case.speaker_seconds))
        self.bar.setValue(min(session.case.speaker_seconds, round(self.clock.left)))
        self.who.setText(name)
        running = self.clock.running
        self.pause_button.setText(self.tr("Pause") if running else self.tr("Start"))
        self.pause_button.setIcon(self._theme.icon("pause" if running else "play"))
        self.pause_button.setEnabled(there)
        place = speaker.number if speaker else 0
        self.next_button.setEnabled(place < len(self.speakers.rows))
        item = self._item()
        minutes = item.minutes or session.case.item_minutes
        seconds = item.seconds + self.clock.spent
        self.item_time.setText(self.tr("Item {spent} of").format(spent=clock_text(seconds)) if there else "")
        self.minutes.setVisible(there)
        self.minutes.setReadOnly(self._workspace.read_only)
        if not self.minutes.hasFocus():
            with QSignalBlocker(self.minutes):
                self.minutes.setValue(minutes)

    def _item(self) -> AgendaItem:
        found: AgendaItem | None = self._workspace.shown.get(AgendaItem, self._key)
        return found or AgendaItem(*self._key)

    # What a person does

    def toggle(self) -> None:
        """Start or pause."""
        if self.clock.running:
            self.clock.pause()
            self.settle()
        elif self._key != ("", ""):
            self.clock.start()
        self._show()

    def next(self) -> None:
        """The next speaker, with the full time; a clock that ran runs on."""
        speaker = self._speaker()
        if speaker is not None and speaker.number < len(self.speakers.rows):
            self._give(self.speakers.rows[speaker.number])

    def _picked(self, index: QModelIndex) -> None:
        row = self.speakers.rows[index.row()]
        if row.discipline != self.speakers.current:
            self._give(row)

    def _give(self, row: SpeakerRow) -> None:
        if self.clock.running:
            self.clock.start()
        self.clock.left = float(self._workspace.shown.case.speaker_seconds)
        self.speakers.show(self.speakers.rows, row.discipline)
        self._show()

    def _planned(self) -> None:
        """How long the item may take."""
        item = self._item()
        session = self._workspace.shown
        if self._key != ("", "") and self.minutes.value() != (item.minutes or session.case.item_minutes):
            self._workspace.plan(*self._key, minutes=self.minutes.value())

    def settle(self) -> None:
        """Write down the seconds spent on the item."""
        seconds = int(self.clock.spent)
        session = self._workspace.session
        known = session.tables["value"].get(self._key[:1]) and session.tables["platform"].get(self._key[1:])
        if seconds < 1 or not known or self._workspace.read_only:
            return
        before = self._item().seconds
        self.clock.spent -= seconds
        if self._workspace.plan(*self._key, seconds=min(MOST_SECONDS, before + seconds)) is not None:
            self.clock.spent += seconds  # not on disk: it is tried again

    def _ticked(self) -> None:
        if self.clock.spent >= KEEP_AFTER:
            self.settle()
        self._show()

    def _other_session(self, changed: Changed) -> None:
        """Another session was opened, or none: what was counted here has nothing to do with it."""
        if "opened" in changed.what:
            self.clock.pause()
            self.clock.spent = 0.0
            self._key = ("", "")
            self._places = {}
            self.speakers.show([], "")
            self._show()
