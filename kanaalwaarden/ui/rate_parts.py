"""What stands round the entry grid: the disciplines with how far each is, an answer to choose, and the keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanaalwaarden.core.model import Discipline
from kanaalwaarden.ui.marks import draw_text
from kanaalwaarden.ui.rows import Index, draw_code, draw_focus, draw_ground
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.texts import draw_layout, lay_out, lay_out_most
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import safe_tip

if TYPE_CHECKING:
    from kanaalwaarden.ui.rate import RateScreen


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
        total = self._screen.asked_count
        part = min(1.0, self._screen.session.answers(self._screen.round, each.id) / total) if total else 0.0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, box, theme, option.state)
        code = QRectF(box.left() + theme.scaled(11), box.center().y() - theme.scaled(11), theme.scaled(28), theme.scaled(22))
        draw_code(painter, code, each.code, theme, idle=each.absent)
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
        draw_focus(painter, box, theme, option.state)
        painter.restore()


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
