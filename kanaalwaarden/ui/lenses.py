"""Two pictures that help to talk: on which single rating a divergence hangs, and which pairs of disciplines differ where.

In: what core.talk found in the session as it may be seen. Out: lists in the order of the session, never sorted by a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.blind import hidden_values, open_blind_round
from kanaalwaarden.core.divergence import Cell
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Discipline, Session
from kanaalwaarden.core.talk import Pair, Pivot, pairs, pivots
from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.prepare import RoomyTabBar
from kanaalwaarden.ui.rows import Index, draw_edges, draw_ground
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Column, EmptyState, label
from kanaalwaarden.ui.workspace import Changed, Workspace

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
SHOWS = frozenset({"rating", "value", "platform", "discipline", "session", "round", "reveal", "round_cell"})


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a text per column, what is said of the whole row, and what it stands for. A heading stands for nothing."""

    texts: tuple[str, ...]
    told: str
    target: object = None

    @property
    def heading(self) -> bool:
        """Whether it only names the rows below it."""
        return self.target is None


class LinesModel(QAbstractTableModel):
    """Rows of text under fixed heads."""

    def __init__(self, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = list(heads)
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.texts[index.column()] if index.column() < len(line.texts) else ""
        return line.told if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and section < len(self.heads):
            return self.heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show_lines(self, lines: Sequence[Line], heads: Sequence[str] = ()) -> None:
        """Other rows, and other words in the heads (as many as there were)."""
        if list(lines) == self.lines and (not heads or list(heads) == self.heads):
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.heads = list(heads) or self.heads
        self.endResetModel()


class LineDelegate(QStyledItemDelegate):
    """Text that wraps; a heading in bold; the row that is chosen as in every list of the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _inner(self, rect: QRectF) -> QRectF:
        at = self._theme.scaled
        return rect.adjusted(at(9), at(6), -at(6), -at(6))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        model = index.model()
        if isinstance(view, QTableView) and isinstance(model, LinesModel) and model.lines[index.row()].heading:
            width = view.horizontalHeader().length()
        text = str(index.data() or "")
        box = self._inner(QRectF(0, 0, max(width, round(self._theme.scaled(60))), 10_000))
        needed = QFontMetricsF(self._theme.font(bold=index.column() == 0)).boundingRect(box, _WRAP, text)
        return QSize(width, max(round(self._theme.scaled(34)), round(needed.height() + self._theme.scaled(14))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LinesModel):
            return
        theme, line, rect = self._theme, model.lines[index.row()], QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if line.heading:
            painter.fillRect(rect, theme.color("sunken"))
        elif index.column() == 0:
            draw_ground(painter, rect, theme, option.state)
        else:
            draw_ground(painter, rect.adjusted(-theme.scaled(20), 0, 0, 0), theme, option.state)
        painter.setFont(theme.font(bold=line.heading or index.column() == 0))
        painter.setPen(theme.color("text"))
        painter.drawText(self._inner(rect), _WRAP, str(index.data() or ""))
        draw_edges(painter, rect, theme, option.state)
        painter.restore()


class LinesTable(QTableView):
    """Whole rows; Enter or a double click asks for what the row stands for. `shares` is how the width is divided."""

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, heads: Sequence[str], shares: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = shares
        self.lines = LinesModel(heads, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMinimumHeight(round(theme.scaled(150)))  # a head and a few rows; where there is no room for two tables the page scrolls
        self.setFont(theme.font())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        self.doubleClicked.connect(lambda _: self._open())

    @property
    def target(self) -> object:
        """What the current row stands for, or None."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].target if index.isValid() else None

    def show_lines(self, lines: Sequence[Line], heads: Sequence[str] = ()) -> None:
        """Show these rows; the row that stood for the same thing stays current."""
        before = self.target
        self.lines.show_lines(lines, heads)
        self.clearSpans()
        for row, line in enumerate(lines):
            if line.heading:
                self.setSpan(row, 0, 1, len(self._shares))
        found = [row for row, line in enumerate(lines) if not line.heading]
        row = next((row for row in found if lines[row].target == before), found[0] if found else -1)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, 0))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._open()
        elif not copied(self, event):
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.target is not None:
            self.opened.emit(self.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every column as wide as its longest word, and what is left divided by the shares; below that the table scrolls sideways."""
        least = [self._least(column) for column in range(len(self._shares))]
        left = max(0, self.viewport().width() - sum(least))
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, least[column] + left * share // sum(self._shares))
        self.resizeRowsToContents()

    def _least(self, column: int) -> int:
        bold, plain = (QFontMetricsF(self._theme.font(bold=each)) for each in (True, False))
        words = {word for line in self.lines.lines if not line.heading for word in line.texts[column].split()}
        head = bold.horizontalAdvance(self.lines.heads[column]) + self._theme.scaled(18)
        metrics = plain if column else bold
        return round(max([head, *(metrics.horizontalAdvance(word) + self._theme.scaled(18) for word in words)]))


@dataclass(frozen=True, slots=True)
class _Hinge:
    """The ratings of one cell that would do the same: everybody on that level."""

    cell: Cell
    level: str
    other: str
    state: str
    creates: bool
    who: tuple[Discipline, ...]


def hinges(found: Sequence[Pivot]) -> list[_Hinge]:
    """The pivots with those of one cell that do the same put together, in the order of the session."""
    together: dict[tuple[str, str, str, str], list[Pivot]] = {}
    for each in found:
        together.setdefault((each.cell.value.id, each.cell.platform.id, each.level, each.other), []).append(each)
    return [
        _Hinge(many[0].cell, many[0].level, many[0].other, many[0].state, many[0].creates, tuple(each.discipline for each in many))
        for many in together.values()
    ]


class LensesScreen(Screen):
    """Turning points, and who differs from whom."""

    NAME = "lenses"

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._pairs: list[Pair] = []
        outer = QVBoxLayout(self)
        edge = theme.space(7)
        outer.setContentsMargins(edge, theme.space(6), edge, theme.space(5))
        outer.setSpacing(theme.space(3))
        outer.addWidget(label(theme, self.tr("Two pictures that help to talk"), "h1", bold=True))
        self.rule = label(
            theme,
            self.tr("This is no ranking: everything stands in the order of the session, and nothing is added up or weighed."),
            muted=True,
        )
        outer.addWidget(self.rule)
        self.note = label(theme)
        outer.addWidget(self.note)
        self._stack = QStackedWidget()
        self.empty = EmptyState(theme, "")
        self.tabs = QTabWidget()
        self.tabs.setTabBar(RoomyTabBar())
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.addTab(self._build_pivots(), self.tr("Turning points"))
        self.tabs.addTab(self._build_pairs(), self.tr("Who differs from whom"))
        self.tabs.tabBar().setAccessibleName(self.tr("Two pictures"))
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tabs)
        outer.addWidget(self._stack, 1)

    # Building

    def _build_pivots(self) -> QWidget:
        theme = self.theme
        page = Column(theme)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = page.column
        column.setContentsMargins(0, theme.space(4), 0, 0)
        column.setSpacing(theme.space(3))
        text = self.tr("If one discipline had answered one step differently, the word of the cell would change. Enter goes to the cell.")
        column.addWidget(label(theme, text))
        heads = (self.tr("Cell"), self.tr("Who"), self.tr("One step different"), self.tr("Now"), self.tr("It would be"))
        self.pivots = LinesTable(theme, self.tr("Turning points"), heads, (28, 30, 22, 10, 10))
        self.pivots.opened.connect(self._go)
        self.no_pivots = label(theme, self.tr("No single rating, moved one step, would change the word of a cell."), muted=True)
        column.addWidget(self.no_pivots)
        column.addWidget(self.pivots, 1)
        column.addStretch(0)
        return page

    def _build_pairs(self) -> QWidget:
        theme = self.theme
        page = Column(theme)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = page.column
        column.setContentsMargins(0, theme.space(4), 0, 0)
        column.setSpacing(theme.space(3))
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        words = label(theme, self.tr("Pairs of"), wrap=False)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Pairs of which discipline"))
        self.choice.setFont(theme.font())
        self.choice.setMinimumHeight(round(theme.size("button_small")))
        words.setBuddy(self.choice)
        self.choice.currentIndexChanged.connect(lambda _: self._show_pairs())
        row.addWidget(words)
        row.addWidget(self.choice)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(
            label(theme, self.tr("Counted are the cells in which both gave a level. Enter lists the cells; Enter there goes to the cell."))
        )
        self.pairs = LinesTable(theme, self.tr("Pairs of disciplines"), (self.tr("Disciplines"), self.tr("Where they differ")), (42, 58))
        heads = (self.tr("Cell"), "", "", self.tr("Opposite ends"))
        self.cells = LinesTable(theme, self.tr("Cells in which these two differ"), heads, (36, 21, 21, 22))
        self.pairs.opened.connect(lambda _: self.cells.setFocus())
        self.pairs.selectionModel().currentRowChanged.connect(lambda *_: self._show_cells())
        self.pairs.lines.modelReset.connect(self._show_cells)
        self.cells.opened.connect(self._go)
        self.cells_title = label(theme, "", "section", bold=True)
        column.addWidget(self.pairs, 3)
        column.addWidget(self.cells_title)
        column.addWidget(self.cells, 2)
        return page

    # Showing

    def refresh(self, changed: Changed) -> None:
        if any(name in changed for name in SHOWS):
            self._show()

    def enter(self, what: object) -> None:
        """Show the tab that was asked for ('pivots', 'pairs'), with the focus in its list."""
        if what in ("pivots", "pairs"):
            self.tabs.setCurrentIndex(("pivots", "pairs").index(str(what)))
        (self.pivots if self.tabs.currentIndex() == 0 else self.pairs).setFocus()

    @property
    def _round(self) -> int:
        return self.session.rounds[-1]

    def _show(self) -> None:
        session = self.session
        blind = open_blind_round(session)
        hidden = hidden_values(session)
        self.note.setVisible(bool(hidden) and len(hidden) < len(session.values))
        shown = ", ".join(each.label for each in session.values if each.id not in hidden)
        self.note.setText(self.tr("Part of the round is still blind. Shown are only: {values}.").format(values=shown))
        if blind is not None and len(hidden) == len(session.values):
            self._show_empty(self.tr("Round {number} is still blind. These pictures come after the reveal.").format(number=blind))
        elif session.case.one_voice and not session.rated:
            self._show_empty(self.labels("table.one_voice"))
        elif not session.rated:
            self._show_empty(self.tr("Nobody has rated yet. These pictures come after the first round."))
        else:
            self._stack.setCurrentWidget(self.tabs)
            self._show_pivots()
            self._show_choice()
            self._pairs = pairs(session, self._round)
            self._show_pairs()

    def _show_empty(self, sentence: str) -> None:
        """Nothing to see, and nothing of before left behind in what is not seen."""
        self.empty.sentence.setText(sentence)
        self._stack.setCurrentWidget(self.empty)
        self._pairs = []
        for each in (self.pivots, self.pairs, self.cells):
            each.show_lines([])
        self.cells_title.setText("")

    def _show_pivots(self) -> None:
        session, labels = self.session, self.labels
        found = hinges(pivots(session, self._round))
        lines: list[Line] = []
        groups = (
            (True, self.tr("One step, and opinions are further apart")),
            (False, self.tr("One step, and opinions are closer")),
        )
        for creates, title in groups:
            some = [each for each in found if each.creates is creates]
            if some:
                lines.append(Line((title,), title))
                lines += [_pivot_line(session, labels, each, self.tr("one of {names}")) for each in some]
        self.pivots.show_lines(lines)
        self.pivots.setVisible(bool(lines))
        self.no_pivots.setVisible(not lines)

    def _show_choice(self) -> None:
        """Every discipline in the order of the session; the one that was chosen stays chosen."""
        entries = [("", self.tr("all disciplines")), *((each.id, each.name) for each in self.session.disciplines)]
        if entries == [(self.choice.itemData(row), self.choice.itemText(row)) for row in range(self.choice.count())]:
            return
        chosen = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for key, name in entries:
                self.choice.addItem(name, key)
            self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def _show_pairs(self) -> None:
        labels, chosen = self.labels, self.choice.currentData() or ""
        lines = []
        for each in self._pairs:
            if chosen and chosen not in (each.first.id, each.second.id):
                continue
            names = labels.names([each.first, each.second])
            count = {"differing": len(each.differing), "both": each.both, "opposite": len(each.opposite)}
            told = labels("pair.line", **count) if each.differing else labels("pair.none", **count)
            lines.append(Line((names, told), f"{names}: {told}", (each.first.id, each.second.id)))
        self.pairs.show_lines(lines)
        self._show_cells()

    def _show_cells(self) -> None:
        labels = self.labels
        pair = next((each for each in self._pairs if (each.first.id, each.second.id) == self.pairs.target), None)
        if pair is None:
            self.cells.show_lines([])
            self.cells_title.setText("")
            return
        names = labels.names([pair.first, pair.second])
        title = self.tr("Where {names} differ") if pair.differing else self.tr("{names} differ nowhere")
        self.cells_title.setText(title.format(names=names))
        lines = []
        for cell in pair.differing:
            given = {each.id: rating.effect for each, rating in cell.ratings if rating is not None}
            words = tuple(labels.word(self.session.case.scale, given[each.id]) for each in (pair.first, pair.second))
            apart = labels("divergence.tegenpolen") if cell in pair.opposite else ""
            name = _cell_name(labels, cell)
            told = f"{name}: {pair.first.name} {words[0]}; {pair.second.name} {words[1]}" + (f"; {apart}" if apart else "")
            lines.append(Line((name, *words, apart), told, (cell.value.id, cell.platform.id)))
        heads = (self.tr("Cell"), pair.first.name, pair.second.name, self.tr("Opposite ends"))
        self.cells.show_lines(lines, heads)

    def _go(self, target: object) -> None:
        self.go.emit("discuss", target)


def _cell_name(labels: Labels, cell: Cell) -> str:
    return labels("table.cell", value=cell.value.label, platform=cell.platform.name)


def _pivot_line(session: Session, labels: Labels, each: _Hinge, one_of: str) -> Line:
    """One row; of several who would do the same, all are named."""
    names = labels.names(each.who)
    who = one_of.format(names=names) if len(each.who) > 1 else names
    level, other = labels.short(each.level), labels.short(each.other)
    name, state = _cell_name(labels, each.cell), labels(f"divergence.{each.state}")
    told = labels("pivot.line", cell=name, name=who, level=level, other=other, state=state)
    step = labels("pivot.step", level=level, other=other)
    return Line((name, who, step, labels.state(each.cell), state), told, (each.cell.value.id, each.cell.platform.id))
