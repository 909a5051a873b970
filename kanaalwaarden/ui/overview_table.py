"""The table of the overview: its model, its delegate, its two headers, and small painted parts that the cell screen uses too.

The model makes value objects (a CellPicture per cell, or an Answer of one discipline) once and keeps them until their cell changes; the
delegate only draws them. Everything typed by people is plain text: it is laid out, never read as markup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.model import NO_JUDGEMENT, Conclusion, Discipline, Edit, MinorityNote, Platform, Rating, Value
from kanaalwaarden.core.picture import CellPicture, picture_of
from kanaalwaarden.core.text import defuse
from kanaalwaarden.ui.marks import (
    CellMetrics,
    badge_width,
    crisp,
    draw_axis,
    draw_badge,
    draw_cell,
    draw_current,
    draw_entry_chip,
    draw_text,
)
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip
from kanaalwaarden.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

ALL, DISCIPLINE, VALUE, PLATFORM = "all", "discipline", "value", "platform"
VIEWS = (ALL, DISCIPLINE, VALUE, PLATFORM)
NARROW, WIDE = 900.0, 1440.0
"""The width classes of look.md, in logical pixels at a body of 14 px."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


# Text that people typed, laid out and drawn as it is


def _units(text: str) -> int:
    """The length of `text` as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def lay_out(text: str, font: QFont, width: float, bold: Iterable[tuple[int, int]] = ()) -> QTextLayout:
    """`text` in lines of `width`; `bold` are (start, length) in characters of `text`. Words that are too long are broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    strong = QFont(font)
    strong.setBold(True)
    for start, length in bold:
        each = QTextLayout.FormatRange()
        each.start, each.length = _units(text[:start]), _units(text[start : start + length])
        format_ = QTextCharFormat()
        format_.setFont(strong)
        each.format = format_
        formats.append(each)
    layout.setFormats(formats)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def text_height(layout: QTextLayout) -> float:
    """How high a text is that was laid out."""
    return sum(layout.lineAt(place).height() for place in range(layout.lineCount()))


def lay_out_most(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    """The same in at most `most` lines; the last one ends in an ellipsis if there is more."""
    layout = lay_out(text, font, width)
    if layout.lineCount() <= most:
        return layout
    start = layout.lineAt(most - 1).textStart() * 2
    units = text.encode("utf-16-le")
    rest = units[start:].decode("utf-16-le", "ignore").replace("\n", " ")
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 1)
    before = units[:start].decode("utf-16-le", "ignore").rstrip()
    return lay_out(f"{before}\n{last}" if before else last, font, width)


def draw_layout(painter: QPainter, layout: QTextLayout, place: QPointF, ink: QColor) -> None:
    """Draw a text that was laid out, its upper left corner at `place`."""
    painter.setPen(ink)
    layout.draw(painter, place)


class PlainText(QWidget):
    """Running text with parts in bold, without any markup; as high as its lines need."""

    def __init__(
        self, theme: Theme, size: str = "body", parent: QWidget | None = None, *, italic: bool = False, muted: bool = False
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(size, italic=italic)
        self._ink = theme.color("text_muted" if muted else "text")
        self._text = ""
        self._bold: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str, bold: Iterable[tuple[int, int]] = ()) -> None:
        """Say this, with these parts (start, length) in bold."""
        self._text, self._bold = text, tuple(bold)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._fit()
        self.updateGeometry()
        self.update()

    def _fit(self) -> None:
        """Be as high as the lines need at this width."""
        self.setFixedHeight(round(text_height(self._laid_out(self.width())) + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _laid_out(self, width: float) -> QTextLayout:
        return lay_out(self._text, self._font, width, self._bold)

    def sizeHint(self) -> QSize:
        wide = lay_out(self._text, self._font, 100_000, self._bold)
        used = max((wide.lineAt(place).naturalTextWidth() for place in range(wide.lineCount())), default=0.0)
        return QSize(round(used + 2), round(text_height(wide) + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.scaled(60)), round(QFontMetricsF(self._font).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_layout(painter, self._laid_out(self.width()), QPointF(0, 0), self._ink)


class Badge(QWidget):
    """A divergence word as it stands in a cell, with its lane glyph, and a number beside it if there is one to tell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font("secondary" if small else "body", bold=True)
        self._key, self._word, self._number = "niet_beoordeeld", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, key: str, word: str, number: str = "") -> None:
        """Show this word."""
        self._key, self._word, self._number = key, word, number
        self.setAccessibleName(f"{word} {number}".strip())
        self.updateGeometry()
        self.update()

    def _width(self) -> float:
        return badge_width(self._key, self._word, self._font, self._theme, glyph=True)

    def sizeHint(self) -> QSize:
        beside = QFontMetricsF(self._font).horizontalAdvance(self._number) + self._theme.scaled(6) if self._number else 0.0
        return QSize(round(self._width() + beside + 1), round(QFontMetricsF(self._font).height() + self._theme.scaled(2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            width = self._width()
            draw_badge(painter, QRectF(0, 0, width, self.height()), self._key, self._word, self._theme, self._font, glyph=True)
            if self._number:
                left = width + self._theme.scaled(6)
                box = QRectF(left, 0, self.width() - left, self.height())
                draw_text(painter, box, self._number, self._font, self._theme.color("text"))


class LevelWord(QWidget):
    """A level (or a conclusion) as symbol and word: on its chip in the legend, or bare with `bold`."""

    def __init__(self, theme: Theme, effect: str, word: str, parent: QWidget | None = None, *, chip: bool = True) -> None:
        super().__init__(parent)
        self._theme, self._effect, self._word, self._chip = theme, effect, word, chip
        self._font = theme.font("secondary" if chip else "body", bold=not chip)
        self._code_font = theme.font_px(theme.px("mark_code"))
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, effect: str, word: str) -> None:
        """Show this level."""
        self._effect, self._word = effect, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.scaled(18 + 6) + QFontMetricsF(self._font).horizontalAdvance(self._word)
        return QSize(round(width + 1), round(self._theme.scaled(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.scaled(18)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._effect == NO_JUDGEMENT:
                ink = theme.level(NO_JUDGEMENT)
                draw_text(painter, box.translated(0, -theme.scaled(1)), "XX", self._code_font, ink.text, centred=True)
                painter.fillRect(crisp(painter, QRectF(box.left(), box.bottom() - theme.scaled(2), side, 1)), ink.border)
            elif self._chip:
                ink = theme.level(self._effect)
                painter.setPen(QPen(ink.border, 1))
                painter.setBrush(ink.fill)
                painter.drawRoundedRect(crisp(painter, box).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("badge"), theme.radius("badge"))
                grow = theme.scaled(4)
                draw_symbol(painter, self._effect, box.adjusted(grow, grow, -grow, -grow), ink.text)
            else:
                grow = theme.scaled(2)
                key = self._effect or "geen_conclusie"
                draw_symbol(painter, key, box.adjusted(grow, grow, -grow, -grow), theme.symbol_ink(key))
            left = side + theme.scaled(6)
            text = QRectF(left, 0, self.width() - left, self.height())
            draw_text(painter, text, self._word, self._font, theme.color("text"))


def symbol_icon(theme: Theme, key: str) -> QIcon:
    """The symbol of a level, of a conclusion or of none ('geen_conclusie') as an icon, for menus and lists of choices."""
    icon = QIcon()
    side = theme.scaled(14)
    for ratio in sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}):
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            draw_symbol(painter, key, QRectF(0, 0, side * ratio, side * ratio), theme.symbol_ink(key))
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap)
    return icon


class Choice(QComboBox):
    """A list to choose from that shows long names in full when it opens; the mouse wheel scrolls past it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setIconSize(theme.icon_size("inline"))
        self.setMinimumContentsLength(4)
        self._shown: tuple[Any, ...] = ()

    def wheelEvent(self, event: Any) -> None:
        event.ignore()

    def show_items(self, items: Sequence[tuple[Any, str] | tuple[Any, str, QIcon]], chosen: Any) -> None:
        """Offer these (key, text, icon) and show `chosen`, without telling anyone."""
        told = tuple(each[:2] for each in items)
        blocked = self.blockSignals(True)
        if told != self._shown:
            self._shown = told
            self.clear()
            for each in items:
                if len(each) == 3:
                    self.addItem(each[2], each[1], each[0])
                else:
                    self.addItem(each[1], each[0])
        place = next((place for place, (key, _) in enumerate(told) if key == chosen), -1)
        self.setCurrentIndex(place)
        self.blockSignals(blocked)


# What stands in the table


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one discipline on one cell, ready to draw."""

    effect: str
    word: str
    alone: bool
    accessible: str


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column header. `picture` is the whole cell that a column stands for, if it stands for one."""

    name: str
    code: str = ""
    conclusion: str = ""
    conclusion_word: str = ""
    text: str = ""
    accessible: str = ""
    picture: CellPicture | None = None


class OverviewModel(QAbstractTableModel):
    """Values x platforms with everybody's marks; the same for one discipline; disciplines x platforms of a value; disciplines x values of
    a platform."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = workspace.session  # the one that is shown: until the next `show` it stays, also when another is opened
        self.view = ALL
        self.which = ""
        self.round = 1
        self.rows: list[Value] | list[Discipline] = []
        self.columns: list[Value] | list[Platform] = []
        self._pictures: dict[tuple[str, str], CellPicture] = {}
        self._answers: dict[tuple[str, str], dict[str, Answer]] = {}

    def show(self, view: str, which: str, round_: int) -> None:
        """Show this view of the session as it is now; `which` discipline, value or platform it is of."""
        self.beginResetModel()
        session = self._session = self._workspace.session
        self.view, self.which, self.round = view, which, round_
        self._pictures, self._answers = {}, {}
        self.rows = list(session.values) if view in (ALL, DISCIPLINE) else list(session.disciplines)
        self.columns = list(session.values) if view == PLATFORM else list(session.platforms)
        self.endResetModel()

    def touch(self, edits: Iterable[Edit]) -> None:
        """Take in edits of ratings, conclusions and minority notes: only their cells are made again and painted."""
        cells = {
            (each.record.value, each.record.platform) for each in edits if isinstance(each.record, Rating | Conclusion | MinorityNote)
        }
        for value, platform in cells:
            self._pictures.pop((value, platform), None)
            self._answers.pop((value, platform), None)
        for value, platform in cells:
            rows = range(len(self.rows)) if self.view in (VALUE, PLATFORM) else self._places(self.rows, value)
            columns = self._places(self.columns, value if self.view == PLATFORM else platform)
            if not rows or (self.view == VALUE and value != self.which) or (self.view == PLATFORM and platform != self.which):
                continue
            if not platform:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, rows[0], rows[-1])
            elif columns:
                self.dataChanged.emit(self.index(rows[0], columns[0]), self.index(rows[-1], columns[-1]))
                if self.view in (VALUE, PLATFORM):
                    self.headerDataChanged.emit(Qt.Orientation.Horizontal, columns[0], columns[-1])

    @staticmethod
    def _places(records: Sequence[Value | Platform | Discipline], key: str) -> range:
        place = next((place for place, each in enumerate(records) if each.id == key), None)
        return range(0) if place is None else range(place, place + 1)

    def target(self, row: int, column: int) -> tuple[str, str]:
        """The (value, platform) that a cell of the table belongs to."""
        if self.view == VALUE:
            return self.which, self.columns[column].id
        if self.view == PLATFORM:
            return self.columns[column].id, self.which
        return self.rows[row].id, self.columns[column].id

    def picture(self, value: str, platform: str) -> CellPicture:
        """The whole cell, made once."""
        found = self._pictures.get((value, platform))
        if found is None:
            session = self._session
            found = picture_of(session, self._workspace.labels, session.value(value), session.platform(platform), self.round)
            self._pictures[value, platform] = found
        return found

    def item(self, row: int, column: int) -> CellPicture | Answer:
        """What stands in a cell of the table."""
        value, platform = self.target(row, column)
        if self.view == ALL:
            return self.picture(value, platform)
        if (value, platform) not in self._answers:
            self._answers[value, platform] = self._answers_on(value, platform)
        return self._answers[value, platform][self.which if self.view == DISCIPLINE else self.rows[row].id]

    def _answers_on(self, value: str, platform: str) -> dict[str, Answer]:
        session, labels = self._session, self._workspace.labels
        cell = cell_of(session, session.value(value), session.platform(platform), self.round)
        alone = {each.id for each in cell.alone}
        found: dict[str, Answer] = {}
        for each, rating in cell.ratings:
            effect = rating.effect if rating else ""
            word = labels.word(session.case.scale, effect)
            if effect in session.levels:
                word = labels(f"effect.legend.{session.case.scale}.{effect}")
            told = [f"{each.name}: {labels.word(session.case.scale, effect)}."]
            if each.id in alone:
                told.append(f"{labels.alone(cell)}.")
            if rating and rating.reason:
                told.append(f"{labels('table.reason')}: {rating.reason}")
            if rating and rating.condition:
                told.append(f"{labels('table.condition')}: {rating.condition}")
            sentence = " ".join(told)
            where = f"{cell.value.name} × {cell.platform.name}"
            found[each.id] = Answer(effect, word, each.id in alone, f"{where}: {sentence}")
        return found

    def row_head(self, row: int) -> Head:
        """The header of a row: a value with its conclusion over all platforms, or a discipline."""
        record = self.rows[row]
        if isinstance(record, Discipline):
            return Head(record.name, record.code, accessible=f"{record.name} ({record.code})")
        labels = self._workspace.labels
        spoken = self._session.conclusion(record.id)
        effect = spoken.effect if spoken else ""
        said = labels("conclusion.is", word=labels.word(self._session.case.scale, effect)) if effect else labels("conclusion.none_sentence")
        text = spoken.text if spoken else ""
        accessible = f"{record.name}, {labels('table.all_platforms')}: {said} {text}".strip()
        return Head(record.label, "", effect, labels.conclusion(effect), text, accessible)

    def column_head(self, column: int) -> Head:
        """The header of a column: a platform or value, and where the rows are disciplines its conclusion and divergence too."""
        record = self.columns[column]
        name = record.label if isinstance(record, Value) else record.name
        if self.view in (ALL, DISCIPLINE):
            return Head(name, accessible=record.name)
        picture = self.picture(*self.target(0, column))
        return Head(name, "", picture.conclusion, picture.conclusion_word, accessible=picture.accessible, picture=picture)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self.rows else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.item(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(item.accessible)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{item.conclusion_word}, {item.divergence_word}" if isinstance(item, CellPicture) else item.word
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        count = len(self.rows) if orientation == Qt.Orientation.Vertical else self.columnCount()
        if not 0 <= section < count:
            return None
        head = self.row_head(section) if orientation == Qt.Orientation.Vertical else self.column_head(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return head.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(head.accessible)
        return head.name if role == Qt.ItemDataRole.DisplayRole else None

    # The clipboard

    def cell_lines(self, row: int, column: int) -> list[str]:
        """A cell in words: conclusion and divergence, then who stands on each level; codes, and who stands alone by name."""
        item = self.item(row, column)
        if isinstance(item, Answer):
            return [item.word]
        labels = self._workspace.labels
        lines = [item.conclusion_word, item.divergence_word]
        for level in [*item.levels, NO_JUDGEMENT]:
            there = [seat.name if seat.alone else seat.code for seat in item.seats if seat.effect == level]
            if there:
                lines.append(f"{labels.short(level)}: {', '.join(there)}")
        return lines

    def clipboard(self, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
        """These rows and columns with their headers, as a table for Word and Excel and as tab-separated text."""
        labels, session = self._workspace.labels, self._session
        corner = labels("table.value" if self.view in (ALL, DISCIPLINE) else "table.discipline")
        heads = [self.column_head(column) for column in columns]
        table: list[list[list[str]]] = [[[corner], *(_head_lines(each) for each in heads)]]
        for row in rows:
            head = self.row_head(row)
            first = [head.name, *([head.conclusion_word] if self.view in (ALL, DISCIPLINE) else [])]
            table.append([first, *(self.cell_lines(row, column) for column in columns)])
        if self.view in (ALL, DISCIPLINE):
            table[0][0].append(labels("table.all_platforms"))
        who = ", ".join(f"{each.code} {each.name}" for each in session.disciplines)
        absent = [each for each in session.disciplines if each.absent]
        foot = f"{labels('table.who')}: {who}." + (f" {labels('table.absent', names=labels.names(absent))}" if absent else "")
        mime = QMimeData()
        mime.setText("\n".join("\t".join(_flat(cell) for cell in line) for line in table) + f"\n{_flat([foot])}\n")
        mime.setHtml(_html(table, foot))
        return mime


def _head_lines(head: Head) -> list[str]:
    return [head.name, head.conclusion_word, head.picture.divergence_word] if head.picture else [head.name]


def _flat(lines: list[str]) -> str:
    return defuse("; ".join(lines).replace("\t", " ").replace("\n", " "))


def _html(table: list[list[list[str]]], foot: str) -> str:
    """The table as HTML; the number format makes a spreadsheet take every cell for text."""
    text = "mso-number-format:'\\@'"

    def cell(tag: str, lines: list[str]) -> str:
        return f'<{tag} style="{text}">' + "<br>".join(escape(line) for line in lines) + f"</{tag}>"

    rows = [
        "<tr>" + "".join(cell("th" if number == 0 or place == 0 else "td", lines) for place, lines in enumerate(line)) + "</tr>"
        for number, line in enumerate(table)
    ]
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{"".join(rows)}</table><p>{escape(foot)}</p></body></html>'


# How it is drawn


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
        if isinstance(item, CellPicture):
            if table.one_voice and item.divergence == "niet_beoordeeld":
                self._undivided(painter, rect, item)
                if current:
                    draw_current(painter, rect, theme, active=active)
            else:
                draw_cell(
                    painter, rect, item, metrics, theme, current=current, selected=selected, active=active, open_word=table.open_word
                )
            return
        draw_entry_chip(painter, rect, item.effect, item.word, theme, selected=selected)
        if item.alone:
            self._outline(painter, rect, item)
        if current:
            draw_current(painter, rect, theme, active=active)

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(crisp(painter, code).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("field"), theme.radius("field"))
        draw_text(painter, code, head.code, theme.font_px(theme.scaled(12.5), bold=True), theme.color("text"), centred=True)
        left = code.right() + theme.scaled(8)
        font = theme.font("secondary", bold=True)
        most = max(1, int((box.height() - 2) / QFontMetricsF(font).height()))
        name = lay_out_most(head.name, font, box.right() - left - theme.scaled(4), min(3, most))
        draw_layout(painter, name, QPointF(left, box.center().y() - text_height(name) / 2), theme.color("text"))

    def _value(self, painter: QPainter, box: QRectF, head: Head, pad: float) -> None:
        table = self._table
        theme, metrics = table.theme, table.metrics
        all_view = table.overview.view == ALL
        axis = all_view and not table.one_voice
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
        if key in _ENTER:
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
        elif event.key() in _ENTER and plain and row >= 0:
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
