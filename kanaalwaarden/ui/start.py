"""The start: recent sessions, templates and examples. Nothing is open yet."""

import datetime
import functools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QCollator, QLocale, QModelIndex, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.progress import PHASES, Progress, progress_of
from kanaalwaarden.paths import SUFFIX
from kanaalwaarden.ui.marks import crisp, draw_emblem, draw_text
from kanaalwaarden.ui.rows import Index, draw_edges, draw_ground
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Card, Column, button, label, safe_tip
from kanaalwaarden.ui.workspace import Changed, Workspace

NARROW = 860
MOST = 12
MOST_IN_FOLDER = 1000
READ_MS = 12
"""How long files are read at a time: the window stays as quick as ever."""
EMPTY = "-"
"""What `go` asks for instead of the name of a template: a session in which everything is still to be filled in."""
ROW = 62


@dataclass(frozen=True, slots=True)
class Recent:
    """One line of the list. `steps` is how far each phase is; `state` is '' for a sound session, 'gone' or 'broken' otherwise."""

    path: Path
    title: str
    organisation: str = ""
    phase: str = ""
    steps: tuple[Progress, ...] = ()
    counts: str = ""
    changed: str = ""
    state: str = ""

    @property
    def told(self) -> str:
        """The whole line for who hears it, with its file: titles can be the same."""
        parts = (self.title, self.organisation, self.phase, self.counts, self.changed, self.path.name)
        return ". ".join(part for part in parts if part)


class RecentModel(QAbstractListModel):
    """Recent sessions, last first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Recent] = []
        self._rows: dict[Path, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(str(line.path))
        return line.told if role == Qt.ItemDataRole.AccessibleTextRole else None

    def show_lines(self, lines: Sequence[Recent]) -> None:
        """Another list."""
        self.beginResetModel()
        self.lines = list(lines)
        self._rows = {each.path: row for row, each in enumerate(self.lines)}
        self.endResetModel()

    def put(self, line: Recent) -> None:
        """More is known about one file now."""
        row = self._rows.get(line.path)
        if row is not None:
            self.lines[row] = line
            self.dataChanged.emit(self.index(row), self.index(row))


class RecentDelegate(QStyledItemDelegate):
    """Icon, title and organisation, progress in steps, counts and date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self._theme.scaled(200)), round(self._theme.scaled(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RecentModel):
            return
        theme, line, rect = self._theme, model.lines[index.row()], QRectF(option.rect)
        at = theme.scaled
        painter.save()
        painter.setClipRect(rect)
        draw_ground(painter, rect, theme, option.state)
        icon = QRectF(rect.left() + at(17), rect.center().y() - at(11), at(22), at(22))
        theme.draw_icon(painter, "triangle-alert" if line.state else "file-text", icon, theme.color("text_muted" if line.state else "text"))
        left = rect.left() + at(54)
        right = rect.right() - at(18)
        wide = theme.width_class(rect.width()) >= 720
        muted, secondary = theme.color("text_muted"), theme.font("secondary")
        upper = QRectF(left, rect.center().y() - at(20), 0, at(20))
        lower = QRectF(left, rect.center().y(), 0, at(17))
        progress = rect.left() + at(332) if wide else right - at(132)
        for box, text, font in ((upper, line.title, theme.font("h3", bold=True)), (lower, line.organisation, secondary)):
            box.setWidth(max(0.0, progress - at(16) - left))
            draw_text(painter, box, text, font, theme.color("text") if box is upper and not line.state else muted)
        draw_text(painter, QRectF(progress, upper.top() + at(3), at(132), at(17)), line.phase, secondary, theme.color("text"))
        self._paint_steps(painter, QRectF(progress, lower.top() + at(7), at(132), at(6)), line.steps)
        if wide:
            date = QRectF(right - at(128), rect.top(), at(128), rect.height())
            counts = QRectF(rect.left() + at(498), rect.top(), max(0.0, date.left() - at(8) - rect.left() - at(498)), rect.height())
            draw_text(painter, counts, line.counts, secondary, theme.color("text"))
            self._paint_right(painter, date, line.changed)
        draw_edges(painter, rect, theme, option.state)
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(self._theme.font("secondary"))
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)

    def _paint_steps(self, painter: QPainter, rect: QRectF, steps: Sequence[Progress]) -> None:
        theme = self._theme
        if not steps:
            return
        gap = theme.scaled(3)
        width = (rect.width() - gap * (len(steps) - 1)) / len(steps)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, step in enumerate(steps):
            step_box = QRectF(rect.left() + place * (width + gap), rect.top(), width, rect.height())
            box = crisp(painter, step_box).adjusted(0.5, 0.5, -0.5, -0.5)
            done = 1.0 if step.complete else step.done / step.total if step.total else 0.0
            painter.setPen(QPen(theme.color("accent" if done else "border_strong"), 1))
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(box, theme.radius("mark"), theme.radius("mark"))
            if done:
                painter.setBrush(theme.color("accent"))
                painter.drawRoundedRect(QRectF(box.left(), box.top(), max(box.height(), box.width() * done), box.height()), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class RecentList(QListView):
    """The list of recent sessions: as high as its rows; Enter or a click opens, Delete takes a line off the list."""

    opening = Signal()
    forgetting = Signal()

    def __init__(self, theme: Theme, name: str, forget: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._forget = forget
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda _: self.opening.emit())

    def fit(self) -> None:
        """As high as the rows: the page scrolls, not the list."""
        self.setFixedHeight(round(self._theme.scaled(ROW)) * max(1, self.model().rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.opening.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.forgetting.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        at: QPoint = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if not self.indexAt(at).isValid():
            return
        self.setCurrentIndex(self.indexAt(at))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._forget).triggered.connect(lambda: self.forgetting.emit())
        menu.popup(self.viewport().mapToGlobal(at))


def _lay_inside(owner: QAbstractButton, parts: Sequence[QWidget], layout: QBoxLayout) -> None:
    """Put labels on a button; the mouse goes through them."""
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(part)
    owner.setLayout(layout)


class TemplateCard(QPushButton):
    """A button as large as a card: icon, title, what it is, how much is in it."""

    def __init__(self, theme: Theme, icon: str, title: str, what: str, counts: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{what} {counts}".strip())
        picture = QLabel()
        picture.setPixmap(theme.icon(icon, "accent", 22).pixmap(theme.icon_size("rail"), self.devicePixelRatioF()))
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = self._column = QVBoxLayout()
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(1))
        parts: list[QWidget] = [picture, label(theme, title, bold=True), label(theme, what, "secondary")]
        if counts:
            parts.append(label(theme, counts, "secondary", muted=True))
        _lay_inside(self, parts, column)
        column.insertSpacing(1, theme.space(2))
        column.addStretch(1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.scaled(120)), self._column.totalMinimumSize().height())


class QuietButton(QToolButton):
    """A button without an edge: icon, name and a few words."""

    def __init__(self, theme: Theme, icon: str, title: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(what)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, theme.space(2), theme.space(2), theme.space(2))
        self._row.setSpacing(theme.space(5))
        picture = QLabel()
        picture.setPixmap(theme.icon(icon, size=18).pixmap(theme.icon_size("menu"), self.devicePixelRatioF()))
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (label(theme, title, bold=True), label(theme, what, "secondary", muted=True)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(part)
        self._row.addLayout(words, 1)
        self.setLayout(self._row)

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)


class Emblem(QWidget):
    """The picture of the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(round(theme.scaled(162)), round(theme.scaled(56)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_emblem(painter, QRectF(self.rect()).adjusted(0, 1, -1, -1), self._theme)


class StartScreen(Screen):
    """What the program opens with. `recents` tells which files were open, last first; `has` which features an administrator left on."""

    NAME = "start"

    def __init__(
        self, workspace: Workspace, theme: Theme, recents: Callable[[], Sequence[Path]] = list,
        has: Callable[[str], bool] = lambda _: True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(workspace, theme, parent)
        self._recents = recents
        self._folder: Path | None = None
        self._queue: list[Path] = []
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_some)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._side = self._build_side()
        self._whole.addWidget(self._side)
        self.practice.setVisible(has("practice"))
        for each in self.examples:
            each.setVisible(has("examples"))
        self._page = Column(theme)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole.addWidget(self._page, 1)
        self._build_page()
        self._columns = 0
        self._lay_out()

    # Building

    def _build_side(self) -> QFrame:
        theme = self.theme
        side = QFrame()
        side.setProperty("rail", True)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(0, 0, 1, 0)
        area = Column(theme)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        if inner := area.widget():
            inner.setAutoFillBackground(False)
        outer.addWidget(area)
        column = self._side_column = area.column
        column.setSpacing(theme.space(4))
        self._emblem = Emblem(theme)
        column.addWidget(self._emblem)
        column.addWidget(label(theme, "Kanaalwaarden", "hero", bold=True, wrap=False))
        column.addWidget(label(theme, self.tr("Consider together what social media do to the values you stand for."), muted=True))
        column.addSpacing(theme.space(7))
        self.new_button = button(theme, self.tr("New session…"), "plus", primary=True)
        self.open_button = button(theme, self.tr("Open session…"), "folder-open", tall=True)
        self.new_button.clicked.connect(lambda: self.go.emit("new", ""))
        self.open_button.clicked.connect(lambda: self.go.emit("open", None))
        self.folder_button = button(theme, self.tr("Sessions in a folder…"), "search", tall=True)
        self.folder_button.setToolTip(self.tr("Every session in one list, with how far each is."))
        self.folder_button.clicked.connect(lambda: self.go.emit("folder", None))
        for each in (self.new_button, self.open_button, self.folder_button):
            each.setStyleSheet(f"QPushButton {{ text-align: left; padding-left: {theme.space(6)}px; }}")
            each.setFixedHeight(round(theme.scaled(40)))
            column.addWidget(each)
        column.addStretch(1)
        line = QFrame()
        line.setProperty("line", True)
        column.addWidget(line)
        self.practice = QuietButton(theme, "graduation-cap", self.tr("Practice session"), self.tr("ten minutes, nothing is kept"))
        self.practice.clicked.connect(lambda: self.go.emit("practice", None))
        column.addWidget(self.practice)
        self.examples = [
            self._example(self.tr("See an example"), self.tr("a finished session, read-only"), "gemeente-waterrijk-fictief"),
            self._example(self.tr("Utrecht 2025"), self.tr("the published outcome, read-only"), "provincie-utrecht-2025"),
        ]
        for example in self.examples:
            column.addWidget(example)
        return side

    def _example(self, title: str, what: str, name: str) -> QuietButton:
        made = QuietButton(self.theme, "book-open", title, what)
        made.clicked.connect(lambda: self.go.emit("open", paths.examples() / f"{name}.json"))
        return made

    def _build_page(self) -> None:
        theme, column = self.theme, self._page.column
        head = QHBoxLayout()
        self.heading = label(theme, self.tr("Recent sessions"), "h1", bold=True, wrap=True)
        head.addWidget(self.heading, 1)
        self.recent_button = button(theme, self.tr("Back to the recent sessions"), "history")
        self.recent_button.clicked.connect(lambda: self.show_folder(None))
        head.addWidget(self.recent_button)
        self.forget_button = button(theme, self.tr("Take off the list"), "x")
        self.forget_button.setToolTip(self.tr("The file itself stays where it is."))
        self.forget_button.clicked.connect(self._forget)
        head.addWidget(self.forget_button)
        column.addLayout(head)
        self.model = RecentModel(self)
        self.list = RecentList(theme, self.tr("Recent sessions"), self.tr("Take off the list"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecentDelegate(theme, self))
        self.list.opening.connect(self._open_current)
        self.list.forgetting.connect(self._forget)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_forget())
        self.empty = label(theme, "", muted=True)
        self.empty.setContentsMargins(*[theme.space(6)] * 4)
        self._card = Card()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        inside.addWidget(self.empty)
        column.addWidget(self._card)
        column.addSpacing(theme.space(6))
        column.addWidget(label(theme, self.tr("Begin with a template"), "h1", bold=True, wrap=False))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.space(5))
        column.addLayout(self._grid)
        self.cards = self._template_cards()
        column.addStretch(1)
        column.addSpacing(theme.space(4))
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        shield = QLabel()
        shield.setPixmap(theme.icon("shield-check", "accent", 18).pixmap(theme.icon_size("menu"), self.devicePixelRatioF()))
        row.addWidget(shield)
        row.addWidget(label(theme, self.tr("Everything stays on this computer. No account and no connection is needed.")), 1)
        column.addLayout(row)

    def _template_cards(self) -> list[TemplateCard]:
        cards: list[TemplateCard] = []
        icons = {"eenzijdig": "table-2", "tweezijdig": "arrow-up-down"}
        for file in paths.templates().values():
            try:
                template = self.workspace.read_json(file)
                values, platforms = len(template["values"]), len(template["platforms"])
                title, what, scale = str(template["title"]), str(template.get("description", "")), str(template.get("scale", "eenzijdig"))
            except (Refused, KeyError, TypeError, AttributeError):
                continue  # an administrator may have put a file of his own there
            counts = " · ".join((self.tr("%n value(s)", "", values), self.tr("%n platform(s)", "", platforms)))
            cards.append(self._card_for(TemplateCard(self.theme, icons.get(scale, "table-2"), title, what, counts), file.stem))
        empty = TemplateCard(self.theme, "plus", self.tr("Empty session"), self.tr("fill in everything yourself"), "")
        return [*cards, self._card_for(empty, EMPTY)]

    def _card_for(self, card: TemplateCard, template: str) -> TemplateCard:
        card.clicked.connect(lambda: self.go.emit("new", template))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """A side panel of 324, narrower in a small window; as many cards beside each other as fit."""
        theme = self.theme
        width = theme.width_class(self.width())
        narrow = width < NARROW
        self._side.setFixedWidth(round(theme.scaled(324 if not narrow else 240)))
        self._emblem.setVisible(not narrow)
        around = theme.space(8 if not narrow else 4)
        self._side_column.setContentsMargins(around + 4, round(theme.scaled(34 if not narrow else 14)), around + 4, around)
        edge = theme.scaled(36 if not narrow else 16)
        self._page.column.setContentsMargins(round(edge), round(theme.scaled(28 if not narrow else 16)), round(edge), around)
        columns = 4 if width >= 1100 else 2 if width >= 560 else 1
        if columns != self._columns:
            self._columns = columns
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, place // columns, place % columns)
            for column in range(4):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)

    # Showing

    def refresh(self, changed: Changed) -> None:
        if "opened" in changed.what:
            self._read()

    def enter(self, what: object) -> None:
        self._read()
        (self.list if self.model.lines else self.new_button).setFocus()
        if self.model.lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def leave(self) -> None:
        self._reading.stop()

    def _read(self) -> None:
        """Show the recent files by name at once; what is in them comes after the paint, one at a time."""
        files = list(self._recents())[:MOST] if self._folder is None else self._in_folder(self._folder)
        known = {each.path: each for each in self.model.lines}
        current = self.list.currentIndex().row()
        if [each.path for each in self.model.lines] != files:
            self.model.show_lines([known.get(file) or Recent(file, file.stem) for file in files])
            if self.model.lines and current >= 0:
                self.list.setCurrentIndex(self.model.index(min(current, len(files) - 1)))
        self.list.fit()
        self.list.setVisible(bool(files))
        self.empty.setVisible(not files)
        self.recent_button.setVisible(self._folder is not None)
        if self._folder is None:
            self.heading.setText(self.tr("Recent sessions"))
            self.empty.setText(self.tr("No sessions yet. A session that you make or open will stand here."))
        else:
            count = self.tr("%n session(s)", "", len(files))
            self.heading.setText(self.tr("{count} in {folder}").format(count=count, folder=self._folder.name or str(self._folder)))
            self.empty.setText(self.tr("There is no session in this folder. Session files end in .kanaal."))
        self._show_forget()
        self._queue = files
        if files:
            self._reading.start()

    def show_folder(self, folder: Path | None) -> None:
        """List the sessions in this folder instead of the recent ones; None: the recent ones again."""
        self._folder = folder
        self.model.show_lines([])
        self.enter(None)

    @staticmethod
    def _in_folder(folder: Path) -> list[Path]:
        """The session files in a folder by name; hidden ones (a copy being written, a lock) are none."""
        try:
            found = [each for each in folder.iterdir() if each.suffix.lower() == SUFFIX and not each.name.startswith(".")]
        except OSError:
            return []
        order = QCollator(QLocale("nl_NL"))  # an é beside an e, and 10 after 9
        order.setNumericMode(True)
        order.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names = sorted((each.name for each in found), key=functools.cmp_to_key(order.compare))
        return [folder / name for name in names[:MOST_IN_FOLDER]]

    def _read_some(self) -> None:
        """Read files for a moment, and go on at the next turn of the event loop."""
        until = time.monotonic() + READ_MS / 1000
        while self._queue and time.monotonic() < until:
            self._read_next()
        if not self._queue:
            self._reading.stop()

    def _read_next(self) -> None:
        """Read one file: a broken one is a line that says so."""
        path = self._queue.pop(0)
        try:
            line = self._line(path, self.workspace.peek(path))
        except Refused as problem:
            gone = problem.key == "file_missing"
            word = self.tr("not found") if gone else self.tr("cannot be read")
            line = Recent(path, path.stem, str(path.parent), word, state="gone" if gone else "broken")
        self.model.put(line)
        self._show_forget()

    def _line(self, path: Path, session: Session) -> Recent:
        names = {
            "prepare": self.tr("Prepare"),
            "rate": self.tr("Rate"),
            "discuss": self.tr("Conversation"),
            "decide": self.tr("Weigh and decide"),
            "report": self.tr("Report"),
        }
        progress = progress_of(session)
        phase = next((name for name in PHASES if not progress[name].complete), "")
        counts = (
            self.tr("%n discipline(s)", "", len(session.disciplines)),
            self.tr("%n value(s)", "", len(session.values)),
            self.tr("%n platform(s)", "", len(session.platforms)),
        )
        return Recent(
            path, session.case.title or path.stem, session.case.organisation, names[phase] if phase else self.tr("Finished"),
            tuple(progress[name] for name in PHASES), " · ".join(counts), self._moment(path),
        )  # fmt: skip

    def _moment(self, path: Path) -> str:
        """When the file was changed last: 'today 10:42' or the date in words."""
        try:
            moment = datetime.datetime.fromtimestamp(path.stat().st_mtime)
        except (OSError, OverflowError, ValueError):
            return ""
        if moment.date() == datetime.date.today():
            return self.tr("today {time}").format(time=f"{moment:%H:%M}")
        return date_in_words(moment.date().isoformat(), self.labels)

    # Doing

    def _current(self) -> Recent | None:
        index = self.list.currentIndex()
        return self.model.lines[index.row()] if index.isValid() and index.row() < len(self.model.lines) else None

    def _show_forget(self) -> None:
        line = self._current()
        self.forget_button.setVisible(bool(self.model.lines) and self._folder is None)
        self.forget_button.setEnabled(line is not None)

    def _open_current(self) -> None:
        line = self._current()
        if line is None:
            return
        if line.state == "gone":
            self.status.emit(self.labels.problem(Refused("file_missing", path=str(line.path))), "")
        else:
            self.go.emit("open", line.path)

    def _forget(self) -> None:
        """Take the current line off the list, not the file off the disk. A folder holds what it holds."""
        line = self._current()
        if line is not None and self._folder is None:
            self.go.emit("forget", line.path)
            self._read()
