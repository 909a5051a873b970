"""Beoordelen: the entry grid of one discipline, one key per answer, the reason beside it."""

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.model import NO_JUDGEMENT, Discipline, Platform, Rating, Session, Value
from kanaalwaarden.core.progress import cell_count, reason_wanted, reasons_missing
from kanaalwaarden.ui.marks import draw_entry_chip, draw_text
from kanaalwaarden.ui.overview_table import draw_layout, lay_out, lay_out_most
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import (
    Column,
    EmptyState,
    Labelled,
    LineField,
    OneLine,
    Segments,
    TextField,
    breakable,
    button,
    icon_button,
    label,
    safe_tip,
)
from kanaalwaarden.ui.workspace import Changed, Workspace

Index = QModelIndex | QPersistentModelIndex
NARROW = 900
_COLUMN = 92  # the longest word on its chip; six platforms fit at 1280
_PANEL = 292  # look.md says 282; ten more, so that no answer is cut when the panel needs its scroll bar


class DisciplineModel(QAbstractListModel):
    """The disciplines with how far each is."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.rows: list[Discipline] = []

    def show(self, rows: list[Discipline]) -> None:
        """Show these disciplines."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        each = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.name
        told = f"{each.name} ({each.code}): {self._screen.progress_words(each)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(told)
        return told if role == Qt.ItemDataRole.AccessibleTextRole else None


class DisciplineDelegate(QStyledItemDelegate):
    """Code, name, progress in words and as a bar."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, each = self._screen.theme, self._screen.disciplines.rows[index.row()]
        lines = self._name(each, self._screen.list.viewport().width(), bold=True).lineCount()
        return QSize(10, round(theme.size("list_row") + (lines - 1) * QFontMetricsF(theme.font("body")).height()))

    def _name(self, each: Discipline, width: float, *, bold: bool) -> QTextLayout:
        """The name in the room beside the words of its progress; a long one takes the words' room too, and at most three lines."""
        theme = self._screen.theme
        font = theme.font("body", bold=bold)
        room = width - theme.scaled(11 + 28 + 9 + 8)
        words = QFontMetricsF(theme.font("secondary")).horizontalAdvance(self._screen.progress_words(each)) + theme.scaled(8)
        if QFontMetricsF(theme.font("body", bold=True)).horizontalAdvance(each.name) <= room - words:
            return lay_out(each.name, font, room)
        return lay_out_most(each.name, font, room, 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._screen.theme, QRectF(option.rect)
        each = self._screen.disciplines.rows[index.row()]
        chosen = each.id == self._screen.discipline_id
        words = self._screen.progress_words(each)
        total = cell_count(self._screen.session)
        part = min(1.0, self._screen.session.answers(self._screen.round, each.id) / total) if total else 0.0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, theme.color("selection"))
            painter.fillRect(QRectF(box.left(), box.top(), theme.stroke("phase_active"), box.height()), theme.color("accent"))
        code = QRectF(box.left() + theme.scaled(11), box.center().y() - theme.scaled(11), theme.scaled(28), theme.scaled(22))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(code, theme.radius("field"), theme.radius("field"))
        draw_text(painter, code, each.code, theme.font("secondary", bold=True), theme.color("text"), centred=True)
        left, right = code.right() + theme.scaled(9), box.right() - theme.scaled(8)
        small = theme.font("secondary")
        width = QFontMetricsF(small).horizontalAdvance(words) + theme.scaled(4)
        name = self._name(each, box.width(), bold=chosen)
        draw_layout(painter, name, QPointF(left, box.top() + theme.scaled(5)), theme.color("on_selection" if chosen else "text"))
        bar = QRectF(left, box.bottom() - theme.scaled(12), right - left, theme.scaled(5))
        beside = QRectF(right - width, box.top() + theme.scaled(5), width, theme.px("body") * 1.45)
        if QFontMetricsF(theme.font("body", bold=True)).horizontalAdvance(each.name) > right - left - width - theme.scaled(4):
            beside.moveBottom(box.bottom() - theme.scaled(1))  # the name has the line to itself: the words go beside the bar
            bar.setRight(beside.left() - theme.scaled(4))
        draw_text(painter, beside, words, small, theme.color("text_muted"))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        if part and not each.absent:
            painter.setBrush(theme.color("accent"))
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()), bar.height() / 2, bar.height() / 2)
        painter.restore()


class GridModel(QAbstractTableModel):
    """The answers of one discipline: values down, platforms across, or the other way round."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.values: list[Value] = []
        self.platforms: list[Platform] = []
        self.turned = False

    def show(self, session: Session, *, turned: bool) -> None:
        """Show this session's values and platforms."""
        self.beginResetModel()
        self.values, self.platforms, self.turned = list(session.values), list(session.platforms), turned
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.platforms if self.turned else self.values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.values if self.turned else self.platforms)

    def at(self, index: Index) -> tuple[Value, Platform]:
        """The value and platform of a cell."""
        row, column = (index.column(), index.row()) if self.turned else (index.row(), index.column())
        return self.values[row], self.platforms[column]

    def index_of(self, value: str, platform: str) -> QModelIndex:
        """The index of a cell, invalid if it is not there."""
        row = next((place for place, each in enumerate(self.values) if each.id == value), -1)
        column = next((place for place, each in enumerate(self.platforms) if each.id == platform), -1)
        return self.index(column, row) if self.turned else self.index(row, column)

    def rating(self, index: Index) -> Rating | None:
        """What the discipline answered there."""
        value, platform = self.at(index)
        return self._screen.session.rating(self._screen.round, self._screen.discipline_id, platform.id, value.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return None
        found = self.rating(index)
        labels = self._screen.labels
        if role == Qt.ItemDataRole.DisplayRole:
            return labels.short(found.effect if found else "")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return found.reason if found else ""
        value, platform = self.at(index)
        return f"{value.name} × {platform.name}: {labels.word(self._screen.session.case.scale, found.effect if found else '')}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        down = (orientation == Qt.Orientation.Vertical) != self.turned
        rows: list[Value] | list[Platform] = self.values if down else self.platforms
        if not 0 <= section < len(rows):
            return None
        each = rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.label if isinstance(each, Value) else each.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(each.name)
        return each.name if role == Qt.ItemDataRole.AccessibleTextRole else None

    def touch(self, index: Index) -> None:
        """Have one cell drawn again."""
        self.dataChanged.emit(index, index)


class GridDelegate(QStyledItemDelegate):
    """The answer as symbol and word; a reason shows its icon."""

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = self._screen.grid_model.rating(index)
        effect = found.effect if found else ""
        view = self._screen.grid
        painter.save()
        draw_entry_chip(
            painter,
            QRectF(option.rect),
            effect or "nog_niet",
            self._screen.labels.short(effect),
            self._screen.theme,
            has_reason=bool(found and (found.reason or found.condition)),
            current=index == view.currentIndex(),
        )
        painter.restore()


class Grid(QTableView):
    """Keys as a spreadsheet user expects them; digits answer and move on."""

    answered = Signal(str)
    cleared = Signal()
    reason_asked = Signal(str)
    discipline_asked = Signal(int)

    def __init__(self, screen: "RateScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.corner = label(screen.theme, "", "secondary", muted=True, wrap=False)
        self.corner.setParent(self)
        self.corner.setIndent(screen.theme.space(3))
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        centred = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(centred))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        wrapped = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag(wrapped))

    def step(self, rows: int, columns: int) -> None:
        """Move the current cell; over the edge of a row to the next, and it stays at the first and the last cell."""
        model, index = self.model(), self.currentIndex()
        if not index.isValid():
            return
        width, height = model.columnCount(), model.rowCount()
        if columns:
            place = max(0, min(index.row() * width + index.column() + columns, width * height - 1))
            self.setCurrentIndex(model.index(place // width, place % width))
        else:
            self.setCurrentIndex(model.index(max(0, min(index.row() + rows, height - 1)), index.column()))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.step(0, -1 if shift or key == Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.discipline_asked.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_F2:
            self.reason_asked.emit("")
        elif event.text().isdigit() and event.text().isascii():
            self._digit(int(event.text()))
        elif event.text().isprintable() and event.text().strip():
            self.reason_asked.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab moves in the grid, as in a spreadsheet; Ctrl+Tab and F6 leave it."""
        return False

    def _digit(self, digit: int) -> None:
        levels = self._screen.session.levels
        if digit == 0:
            self.answered.emit(NO_JUDGEMENT)
        elif digit <= len(levels):
            self.answered.emit(levels[digit - 1])


class AnswerButton(QAbstractButton):
    """One answer to choose: symbol, word, and the key that does the same."""

    def __init__(self, theme: Theme, effect: str, word: str, key: str) -> None:
        super().__init__()
        self._theme, self._effect, self._key = theme, effect, key
        self.setText(word)
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setAccessibleDescription(key)
        self.setFixedHeight(round(theme.size("button_small") + theme.scaled(4)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.scaled(200)), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen, active = self.isChecked(), self.isEnabled()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = "focus" if self.hasFocus() else "accent" if chosen else "border_strong"
            painter.setPen(QPen(theme.color(edge), theme.stroke("field_focus") if chosen or self.hasFocus() else 1))
            painter.setBrush(theme.color("accent_soft" if chosen else "sunken" if self.underMouse() and active else "raised"))
            painter.drawRoundedRect(box, theme.radius("button"), theme.radius("button"))
            side = theme.scaled(13)
            symbol = QRectF(theme.scaled(10), box.center().y() - side / 2, side, side)
            draw_symbol(painter, self._effect, symbol, theme.symbol_ink(self._effect))
            cap = QRectF(box.right() - theme.scaled(28), box.center().y() - theme.scaled(10), theme.scaled(21), theme.scaled(20))
            word = QRectF(symbol.right() + theme.scaled(11), box.top(), cap.left() - symbol.right() - theme.scaled(14), box.height())
            ink = theme.color("on_accent_soft" if chosen else "text")
            draw_text(painter, word, self.text(), theme.font("body", bold=chosen), ink)
            draw_key(painter, cap, self._key, theme)


def draw_key(painter: QPainter, box: QRectF, text: str, theme: Theme) -> None:
    """A key of the keyboard."""
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(box, theme.radius("field"), theme.radius("field"))
    draw_text(painter, box, text, theme.font("secondary", bold=True), theme.color("text"), centred=True)


class KeyStrip(QWidget):
    """The keys of the grid, under the grid; what does not fit is left out from the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[tuple[str, str, str]] = []
        self.setFixedHeight(round(theme.scaled(44)))

    def show_entries(self, entries: list[tuple[str, str, str]]) -> None:
        """(key, symbol or '', word) in order."""
        self._entries = entries
        self.setAccessibleName("; ".join(f"{key}: {word}" for key, _, word in entries))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        bold, plain = QFontMetricsF(theme.font("secondary", bold=True)), QFontMetricsF(theme.font("body"))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x, middle = theme.scaled(12), self.height() / 2
            for key, symbol, word in self._entries:
                width = max(theme.scaled(21), bold.horizontalAdvance(key) + theme.scaled(14))
                cap = QRectF(x, middle - theme.scaled(10), width, theme.scaled(20))
                side = theme.scaled(12) if symbol else 0.0
                mark = QRectF(cap.right() + theme.scaled(7), middle - side / 2, side, side)
                text = QRectF(mark.right() + (theme.scaled(5) if symbol else 0), 0, plain.horizontalAdvance(word) + 2, self.height())
                if text.right() > self.width() - theme.scaled(4):
                    break
                draw_key(painter, cap, key, theme)
                if symbol:
                    draw_symbol(painter, symbol, mark, theme.symbol_ink(symbol))
                draw_text(painter, text, word, theme.font("body"), theme.color("text"))
                x = text.right() + theme.scaled(12)


class RateScreen(Screen):
    """The disciplines at the left, the grid in the middle, the reason at the right (a second page in a narrow window)."""

    NAME = "rate"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._of: Session | None = None
        self.discipline_id = ""
        self.round = 1
        self._turned = False
        self._loading = False
        self.disciplines = DisciplineModel(self)
        self.grid_model = GridModel(self)
        self._build()

    # Building

    def _build(self) -> None:
        theme = self.theme
        self._pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        sentence = self.tr("There is nothing to rate yet: this session needs values, platforms and disciplines.")
        self.empty = EmptyState(theme, sentence, self.tr("Go to Prepare"), "clipboard-list")
        self.empty.pressed.connect(lambda: self.go.emit("prepare", None))
        self._work = QWidget()
        self._row = QHBoxLayout(self._work)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._build_list())
        self._row.addWidget(self._build_centre(), 1)
        self._panel = self._build_panel()
        self._row.addWidget(self._panel)
        self._pages.addWidget(self._work)
        self._pages.addWidget(self.empty)
        toggle = QAction(self.tr("Between grid and reason"), self)
        toggle.setShortcut("F6")
        toggle.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.triggered.connect(self._toggle_panel)
        self.addAction(toggle)

    def _build_list(self) -> QWidget:
        theme = self.theme
        self._side = QFrame()
        self._side.setProperty("panel", "left")
        self._side.setFixedWidth(round(theme.scaled(212)))
        layout = QVBoxLayout(self._side)
        layout.setContentsMargins(0, theme.space(5), 1, theme.space(3))
        layout.setSpacing(theme.space(3))
        head = label(theme, self.tr("Disciplines"), bold=True)
        head.setContentsMargins(theme.space(5), 0, 0, 0)
        layout.addWidget(head)
        self.list = QListView()
        self.list.setModel(self.disciplines)
        self.list.setItemDelegate(DisciplineDelegate(self))
        self.list.setAccessibleName(self.tr("Disciplines"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.selectionModel().currentChanged.connect(self._list_moved)
        layout.addWidget(self.list, 1)
        return self._side

    def _build_centre(self) -> QWidget:
        theme = self.theme
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), theme.space(3))
        head.setSpacing(theme.space(4))
        self.title = OneLine(theme, "h1", bold=True)
        self.subtitle = label(theme, "", "secondary", muted=True, wrap=False)
        self.count = label(theme, "", bold=True, wrap=False)
        back, forth = self.tr("Previous discipline"), self.tr("Next discipline")
        self._steps = [icon_button(theme, "chevron-left", back), icon_button(theme, "chevron-right", forth)]
        for step, chevron in zip((-1, 1), self._steps, strict=True):
            chevron.clicked.connect(lambda _=False, way=step: self._step_discipline(way))
        self._rounds: Segments | None = None
        self._head = head
        self.to_reason = button(theme, self.tr("Reason"), "message-square-quote")
        self.to_reason.clicked.connect(lambda: self._to_reason(""))
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        head.addWidget(self.count)
        head.addWidget(self.to_reason)
        for chevron in self._steps:
            head.addWidget(chevron)
        layout.addLayout(head)
        self.grid = Grid(self)
        self.grid.setModel(self.grid_model)
        self.grid.setItemDelegate(GridDelegate(self))
        self.grid.setAccessibleName(self.tr("Answers of one discipline"))
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().setMinimumSectionSize(round(theme.scaled(_COLUMN)))
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.verticalHeader().setMinimumSectionSize(round(theme.scaled(62)))
        self.grid.verticalHeader().setFixedWidth(round(theme.scaled(146)))
        self.grid.selectionModel().currentChanged.connect(self._cell_moved)
        self.grid.answered.connect(self._answer)
        self.grid.cleared.connect(self._clear)
        self.grid.reason_asked.connect(self._to_reason)
        self.grid.discipline_asked.connect(self._step_discipline)
        self.grid.doubleClicked.connect(lambda _: self._to_reason(""))
        layout.addWidget(self.grid, 1)
        self.keys = KeyStrip(theme)
        layout.addWidget(self.keys)
        return centre

    def _build_panel(self) -> Column:
        theme = self.theme
        panel = Column(theme)
        panel.setProperty("panel", "right")
        panel.setFixedWidth(round(theme.scaled(_PANEL)))
        layout = panel.column
        layout.setSpacing(theme.space(2))
        self.to_grid = button(theme, self.tr("Back to the table"), "chevron-left")
        self.to_grid.clicked.connect(self._toggle_panel)
        layout.addWidget(self.to_grid, alignment=Qt.AlignmentFlag.AlignLeft)
        self.where = label(theme, "", "secondary", muted=True)
        self.question = label(theme, "", "section", bold=True)
        self.definition = label(theme, "", "secondary")
        self.asked = label(theme, "", bold=True)
        for each in (self.where, self.question, self.definition, self.asked):
            layout.addWidget(each)
        self._answers = QButtonGroup(self)
        self._answers.setExclusive(False)
        self._answer_box = QVBoxLayout()
        self._answer_box.setSpacing(theme.space(2))
        layout.addLayout(self._answer_box)
        self.answers: dict[str, AnswerButton] = {}
        self.reason = TextField(theme, self.tr("Reason"), lines=3)
        self.reason.edited.connect(lambda text, group: self._explain(group, reason=text))
        self.reason_box = Labelled(theme, self.tr("Reason"), self.reason)
        layout.addWidget(self.reason_box)
        self.missing = label(theme, self.tr("A reason is asked for at this end of the scale."), "secondary")
        self.missing.setProperty("ink", "danger")
        layout.addWidget(self.missing)
        kinds = QHBoxLayout()
        self._kinds = QButtonGroup(self)
        self.kinds: dict[str, QRadioButton] = {}
        for key, words in self.labels.section("reason_kind").items():
            each_kind = QRadioButton(words)
            each_kind.setFont(theme.font("body"))
            each_kind.clicked.connect(lambda _=False, kind=key: self._explain("", reason_kind=kind))
            self._kinds.addButton(each_kind)
            self.kinds[key] = each_kind
            kinds.addWidget(each_kind)
        kinds.addStretch(1)
        layout.addLayout(kinds)
        self.condition = LineField(theme, self.tr("On condition that"))
        self.condition.edited.connect(lambda text, group: self._explain(group, condition=text))
        self.condition_box = Labelled(theme, self.tr("On condition that"), self.condition)
        layout.addWidget(self.condition_box)
        layout.addStretch(1)
        self.practice = QFrame()
        self.practice.setProperty("note", True)
        note = QVBoxLayout(self.practice)
        note.setContentsMargins(theme.space(4), 0, 0, 0)
        note.setSpacing(theme.space(0))
        note.addWidget(label(theme, self.tr("Current practice"), "secondary", bold=True))
        self.practice_text = label(theme, "", "secondary")
        note.addWidget(self.practice_text)
        layout.addWidget(self.practice)
        return panel

    # Showing

    def progress_words(self, discipline: Discipline) -> str:
        """How far a discipline is."""
        if self.session.undivided:
            return ""
        answers, total = self.session.answers(self.round, discipline.id), cell_count(self.session)
        if discipline.absent and not answers:
            return self.tr("absent")
        return self.tr("ready") if answers >= total else f"{answers}/{total}"

    def refresh(self, changed: Changed) -> None:
        if {"value", "platform", "discipline", "session", "round"} & changed.what or "opened" in changed:
            self._reload()
        elif "rating" in changed:
            for edit in changed.edits:
                if isinstance(edit.record, Rating):
                    self.grid_model.touch(self.grid_model.index_of(edit.record.value, edit.record.platform))
            self.list.viewport().update()
        self._show_cell()
        self._show_counts()

    def _reload(self) -> None:
        session = self.session
        if session is not self._of:  # another session begins at its own first discipline and cell
            self._of, self.discipline_id = session, ""
        ready = bool(cell_count(session)) and bool(session.disciplines)
        self._pages.setCurrentWidget(self._work if ready else self.empty)
        if not ready:
            return
        self._loading = True
        cell = self._cell() if self.discipline_id else None
        if self.discipline_id not in {each.id for each in session.disciplines}:
            self.discipline_id = session.disciplines[0].id
        self.round = self.round if self.round in session.rounds else session.rounds[-1]
        self.disciplines.show(session.disciplines)
        self.list.setCurrentIndex(self.disciplines.index(self._place()))
        self.grid_model.show(session, turned=self._turned)
        self.grid.corner.setText(self.labels("table.platform") if self._turned else self.labels("table.value"))
        where = self.grid_model.index_of(cell[0].id, cell[1].id) if cell else self._first_open()
        self.grid.setCurrentIndex(where if where.isValid() else self.grid_model.index(0, 0))
        self._show_answers()
        self._show_rounds()
        self._loading = False

    def _show_answers(self) -> None:
        while (item := self._answer_box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()  # at once: it is deleted only when the event loop comes round
                old.deleteLater()
        self.answers = {}
        scale = self.session.case.scale
        keys = [(str(place), effect) for place, effect in enumerate(self.session.levels, 1)] + [("0", NO_JUDGEMENT)]
        for key, effect in keys:
            word = self.labels.word(scale, effect) if effect != NO_JUDGEMENT else self.tr("no judgement · not my field")
            each = AnswerButton(self.theme, effect, word, key)
            each.clicked.connect(lambda _=False, chosen=effect: self._choose(chosen))
            each.setEnabled(not self.workspace.read_only)
            self.answers[effect] = each
            self._answer_box.addWidget(each)
        strip = [(key, effect, self.labels.short(effect)) for key, effect in keys]
        strip += [("F2", "", self.tr("reason")), ("PgDn", "", self.tr("next discipline"))]
        strip += [("Del", "", self.tr("clear")), ("← ↑ ↓ →", "", self.tr("move"))]
        self.keys.show_entries(strip)

    def _show_rounds(self) -> None:
        if self._rounds is not None:
            self._rounds.deleteLater()
            self._rounds = None
        if len(self.session.rounds) > 1:
            self._rounds = Segments(self.theme, [(str(each), str(each)) for each in self.session.rounds], self.tr("Round"))
            self._rounds.show_key(str(self.round))
            self._rounds.chosen.connect(self._choose_round)
            self._head.insertWidget(1, self._rounds)

    def _show_counts(self) -> None:
        if self._pages.currentWidget() is not self._work:
            return
        discipline = self.session.discipline(self.discipline_id)
        answers, total = self.session.answers(self.round, discipline.id), cell_count(self.session)
        name = discipline.name[:1].upper() + discipline.name[1:]
        self.title.setText(self.tr("{name} rates").format(name=name))
        missing = reasons_missing(self.session, self.round, discipline.id)
        parts = [self.tr("round {number}").format(number=self.round)]
        if discipline.absent:
            parts.append(self.tr("marked absent"))
        if self.session.undivided:
            parts.append(self.labels("divergence.niet_uitgesplitst"))
        if missing:
            parts.append(self.tr("%n reason(s) missing", "", missing))
        self.subtitle.setText(" · ".join(parts))
        self.count.setText("" if self.session.undivided else self.tr("{done} of {total}").format(done=answers, total=total))

    def _cell(self) -> tuple[Value, Platform] | None:
        index = self.grid.currentIndex()
        return self.grid_model.at(index) if index.isValid() else None

    def _show_cell(self) -> None:
        cell = self._cell()
        if cell is None or self._pages.currentWidget() is not self._work:
            return
        self.status.emit("", "")
        value, platform = cell
        found = self.session.rating(self.round, self.discipline_id, platform.id, value.id)
        found = found or Rating(self.round, self.discipline_id, platform.id, value.id)
        self.where.setText(breakable(f"{value.name} × {platform.name}"))
        self.question.setText(breakable(value.question or value.name))
        self.definition.setText(breakable(value.definition))
        self.definition.setVisible(bool(value.definition))
        two_sided = self.session.case.scale == "tweezijdig"
        negative = self.tr("How much negative influence does our use of {platform} have on this?")
        asked = self.tr("What does our use of {platform} do to this?") if two_sided else negative
        self.asked.setText(breakable(asked.format(platform=platform.name)))
        for effect, each in self.answers.items():
            each.setChecked(effect == found.effect)
        key = (self.round, self.discipline_id, platform.id, value.id)
        for field, text in ((self.reason, found.reason), (self.condition, found.condition)):
            if field.property("cell") != key:
                field.pass_on()
                field.setProperty("cell", key)
            field.show_text(text)
            field.setReadOnly(self.workspace.read_only)
        self.missing.setVisible(reason_wanted(self.session, found.effect) and not found.reason)
        self.kinds[found.reason_kind].setChecked(True)
        for kind in self.kinds.values():
            kind.setEnabled(not self.workspace.read_only)
        self.practice.setVisible(bool(platform.practice))
        self.practice_text.setText(breakable(platform.practice))

    # What a person does

    def _choose(self, effect: str) -> None:
        """A click on an answer: it answers and moves on, as the key does."""
        self._answer(effect)
        self.grid.setFocus()

    def _answer(self, effect: str) -> None:
        cell = self._cell()
        if cell is None:
            return
        self._flush()
        problem = self.workspace.rate(self.round, self.discipline_id, cell[1].id, cell[0].id, effect)
        if problem:
            self._show_cell()
            self.status.emit(self.labels.problem(problem), "")
            return
        self.grid.step(0, 1)

    def _clear(self) -> None:
        cell = self._cell()
        if cell is not None:
            self.workspace.rate(self.round, self.discipline_id, cell[1].id, cell[0].id, "")

    def _explain(self, group: str, **given: str) -> None:
        """Hand over a text; it belongs to the cell that was shown when it was typed."""
        field = self.reason if "reason" in given else self.condition
        box = self.reason_box if "reason" in given else self.condition_box
        cell = self._cell()
        key = field.property("cell") if "reason_kind" not in given else None
        if key is None and cell is not None:
            key = (self.round, self.discipline_id, cell[1].id, cell[0].id)
        if key is None or self.workspace.read_only:
            return
        problem = self.workspace.explain(key[0], key[1], key[2], key[3], group, **given)
        if cell is not None and key == (self.round, self.discipline_id, cell[1].id, cell[0].id):
            box.show_problem(problem, self.labels)
        elif problem is not None:  # the field shows another cell already
            self.status.emit(self.labels.problem(problem), "")

    def _flush(self) -> None:
        self.reason.pass_on()
        self.condition.pass_on()

    def _to_reason(self, first: str) -> None:
        if self.workspace.read_only:
            return
        self._show_panel(True)
        self.reason.setFocus()
        self._panel.show_child(self.reason_box)
        self.reason.moveCursor(self.reason.textCursor().MoveOperation.End)
        if first:
            self.reason.insertPlainText(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the panel back to the grid; Ctrl+Enter goes back and to the next cell. A button keeps Enter for itself."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(QApplication.focusWidget(), QAbstractButton)
        if (entered or event.key() == Qt.Key.Key_Escape) and not self.grid.hasFocus():
            self._flush()
            self._show_panel(False)
            self.grid.setFocus()
            if event.key() != Qt.Key.Key_Escape:
                self.grid.step(0, 1)
            return
        super().keyPressEvent(event)

    def _cell_moved(self) -> None:
        if not self._loading:
            self._flush()
            self._show_cell()

    def _list_moved(self, current: QModelIndex) -> None:
        if not self._loading and current.isValid():
            self.show_discipline(self.disciplines.rows[current.row()].id)

    def _step_discipline(self, step: int) -> None:
        place = max(0, min(self._place() + step, len(self.disciplines.rows) - 1))
        self.list.setCurrentIndex(self.disciplines.index(place))

    def _place(self) -> int:
        return next((place for place, each in enumerate(self.session.disciplines) if each.id == self.discipline_id), 0)

    def _first_open(self) -> QModelIndex:
        model = self.grid_model
        cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
        return next((each for each in cells if not ((found := model.rating(each)) and found.effect)), model.index(0, 0))

    def show_discipline(self, discipline: str) -> None:
        """Go to the first open cell of another discipline."""
        self._flush()
        self.discipline_id = discipline
        self.grid_model.show(self.session, turned=self._turned)
        self.grid.setCurrentIndex(self._first_open())
        self.list.viewport().update()
        self._show_cell()
        self._show_counts()

    def _choose_round(self, number: str) -> None:
        self._flush()
        self.round = int(number)
        self.show_discipline(self.discipline_id)

    def turn(self) -> None:
        """Values down and platforms across, or the other way round."""
        self._flush()
        self._turned = not self._turned
        self._reload()

    # A narrow window shows grid or panel

    @property
    def _narrow(self) -> bool:
        return self.theme.width_class(self.width()) < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panel(self._panel.isVisible() and self._narrow and not self.grid.isVisible())

    def _show_panel(self, wanted: bool) -> None:
        narrow = self._narrow
        centre = self.grid.parentWidget()
        self._side.setVisible(not narrow)
        for each in (*self._steps, self.to_reason, self.to_grid):
            each.setVisible(narrow)
        if centre is not None and (not narrow or not wanted):
            centre.show()  # before the other goes: focus must always have somewhere to be
        self._panel.setVisible(not narrow or wanted)
        if centre is not None:
            centre.setVisible(not narrow or not wanted)
        self.grid.verticalHeader().setFixedWidth(round(self.theme.scaled(132 if narrow else 146)))
        self._panel.setFixedWidth(self.width() if narrow and wanted else round(self.theme.scaled(_PANEL)))

    def _toggle_panel(self) -> None:
        if self.grid.hasFocus():
            self._to_reason("")
        else:
            self._flush()
            self._show_panel(False)
            self.grid.setFocus()

    def enter(self, what: object) -> None:
        if isinstance(what, str) and any(each.id == what for each in self.session.disciplines):
            self.list.setCurrentIndex(self.disciplines.index([each.id for each in self.session.disciplines].index(what)))
        self._show_panel(False)
        (self.grid if self._pages.currentWidget() is self._work else self.empty.button).setFocus()

    def leave(self) -> None:
        self._flush()
