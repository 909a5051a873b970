"""Small parts that several screens use."""

import datetime
import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.ui.theme import Theme

TYPING_MS = 400
_AROUND = QSize(16, 40)
"""What a desktop puts around a dialog: edges and a title."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def label(theme: Theme, text: str = "", size: str = "body", *, bold: bool = False, muted: bool = False, wrap: bool = True) -> QLabel:
    """Plain text (never markup) in a size of the theme."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, bold=bold))
    made.setWordWrap(wrap)
    if muted:
        made.setProperty("ink", "muted")
    return made


def breakable(text: str) -> str:
    """`text` with places to break in words that no line could hold: a name without spaces must not push a panel out of the window."""
    return re.sub(r"\S{31,}", lambda word: re.sub(r"(.{12})(?=.)", "\\1\u200b", word[0]), text)


def lines_height(widget: QWidget, text: str, width: float) -> int:
    """How high a text is in the widget's letters in so much width: for a view that does not find out by itself."""
    box = QRect(0, 0, max(round(width), 40), 100_000)
    return widget.fontMetrics().boundingRect(box, Qt.TextFlag.TextWordWrap.value, text).height()


class OneLine(QLabel):
    """A label on one line that gives way: what does not fit ends in an ellipsis, and stands in full in the tooltip."""

    def __init__(self, theme: Theme, size: str = "body", *, bold: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, bold=bold))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("x" * 8), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(safe_tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value, shown)


def safe_tip(text: str) -> str:
    """A tooltip that says `text`: a tooltip takes what looks like markup for markup, so this escapes it (and lets long lines wrap)."""
    return GuiQt.convertFromPlainText(text, GuiQt.WhiteSpaceMode.WhiteSpaceNormal) if text else ""


def button(theme: Theme, text: str, icon: str = "", *, primary: bool = False, tall: bool = False, role: str = "") -> QPushButton:
    """A button with a word, and an icon beside it; the filled one, and what stands beside it, is `tall`. (The sheet says how high.)"""
    made = QPushButton(text)
    made.setFont(theme.font("button", bold=primary))
    made.setProperty("primary", primary)
    made.setProperty("small", not (primary or tall))
    if icon:
        made.setIcon(theme.icon(icon, role or ("on_accent" if primary else "text")))
        side = round(theme.scaled(16))
        made.setIconSize(QSize(side, side))
    return made


def icon_button(theme: Theme, icon: str, name: str, *, role: str = "text") -> QToolButton:
    """A button with an icon alone: its name is tooltip and accessible name."""
    made = QToolButton()
    made.setIcon(theme.icon(icon, role))
    side = round(theme.scaled(16))
    made.setIconSize(QSize(side, side))
    made.setToolTip(safe_tip(name))
    made.setAccessibleName(name)
    hit = round(theme.size("button_small"))
    made.setMinimumSize(hit, hit)
    made.setAutoRaise(True)
    return made


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this, also when the keyboard is elsewhere (WCAG 2.2, 4.1.3)."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class TroubleLine(QLabel):
    """A sentence about what went wrong, there as long as there is one. It is said aloud as well, because the keyboard is elsewhere."""

    def __init__(self, theme: Theme, size: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size))
        self.setWordWrap(True)
        self.setProperty("ink", "danger")
        self.hide()

    def tell(self, text: str) -> None:
        """Say this; '' when there is nothing the matter any more."""
        before = self.text()
        self.setText(text)
        self.setVisible(bool(text))
        if text != before:
            announce(self, text)


def when_chosen(button: QAbstractButton, do: Callable[[], object]) -> None:
    """Call `do` when a person chooses or ticks this: with mouse or key, or through a screen reader, which toggles without a click.

    The program itself changes such a button with `show_checked`, which tells nobody.
    """
    waits = False

    def toggled(checked: bool) -> None:
        nonlocal waits
        group: QButtonGroup | None = button.group()  # PySide's stubs say that there always is one
        one_of_several = button.autoExclusive() if group is None else group.exclusive()
        if checked or not one_of_several:
            waits = True
            QTimer.singleShot(0, button, fire)  # a click follows at once, and does it then

    def fire() -> None:
        if waits:
            clicked()

    def clicked() -> None:
        nonlocal waits
        waits = False
        do()

    button.toggled.connect(toggled)
    button.clicked.connect(clicked)


def show_checked(button: QAbstractButton, checked: bool) -> None:
    """Show whether this is chosen, without telling anyone."""
    with QSignalBlocker(button):
        button.setChecked(checked)


class Card(QFrame):
    """A raised panel with one border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)


class Segments(QWidget):
    """Choices side by side of which one holds. `chosen` tells its key when a person chooses."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: list[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}  # a choice may have '' as its key: then none of them is never shown
        for place, (key, text) in enumerate(choices):
            each = QToolButton()
            each.setText(text)
            each.setAccessibleName(f"{name}: {text}")
            each.setCheckable(True)
            each.setAutoExclusive(True)  # the group sees to that; this tells a screen reader that it is one of several
            ends = {0: "first", len(choices) - 1: "last"}
            each.setProperty("segment", "only" if len(choices) == 1 else ends.get(place, "middle"))
            each.setFont(theme.font("body"))
            each.setMinimumHeight(round(theme.size("button_small")) - 2)
            self._group.addButton(each)
            when_chosen(each, self._tell(key))
            self._buttons[key] = each
            layout.addWidget(each)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _tell(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)

    @property
    def key(self) -> str:
        """The choice that holds."""
        return next((key for key, each in self._buttons.items() if each.isChecked()), "")

    def show_key(self, key: str) -> None:
        """Make this choice hold, without telling anyone; '' is none of them."""
        if key or key in self._buttons:
            show_checked(self._buttons[key], True)
            return
        self._group.setExclusive(False)
        for each in self._buttons.values():
            show_checked(each, False)
        self._group.setExclusive(True)


class _Typing(QObject):
    """What is being typed in a field: passed on within half a second, and on leaving. All of one stay in the field has the same group."""

    def __init__(self, field: "TextField | LineField", content: Callable[[], str]) -> None:
        super().__init__(field)
        self._field, self._content = field, content
        self._group = ""
        self.pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self.pass_on)

    def typed(self) -> None:
        """Something was typed."""
        self.pending = True
        if not self._timer.isActive():  # not restarted: what is typed is never more than half a second away from disk
            self._timer.start()

    def pass_on(self) -> None:
        """Tell now what was typed."""
        self._timer.stop()
        if self.pending:
            self.pending = False
            self._group = self._group or datetime.datetime.now().isoformat(timespec="microseconds")  # no two, also not after reopening
            self._field.edited.emit(self._content(), self._group)

    def end(self) -> None:
        """What is typed from now on is another step of undo."""
        self._group = ""


class TextField(QPlainTextEdit):
    """Running text that is passed on while somebody types: `edited(text, group)`, within half a second and on leaving.

    `show_text` never tells anyone, and leaves alone what is being typed when it means the same. All that is typed in one
    stay in the field has the same `group`: one step of undo.
    """

    edited = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, name: str, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * lines + theme.scaled(18)))
        self._typing = _Typing(self, self.toPlainText)
        self.textChanged.connect(self._typing.typed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_text(self, text: str) -> None:
        """Show what is kept."""
        if self._typing.pending or self.toPlainText().rstrip() == text:
            return
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._typing.end()

    def pass_on(self) -> None:
        """Tell now what was typed."""
        self._typing.pass_on()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typing.pass_on()
        self._typing.end()
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter leave the field, towards where the screen wants it."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        super().keyPressEvent(event)


class LineField(QLineEdit):
    """One line of text, passed on the same way as `TextField`."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(theme.size("field")))
        self._typing = _Typing(self, self.text)
        self.textEdited.connect(self._typing.typed)

    def show_text(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        if self._typing.pending or self.text().strip() == text or (self.hasFocus() and self.property("danger")):
            return
        self.setText(text)
        self._typing.end()

    def pass_on(self) -> None:
        """Tell now what was typed."""
        self._typing.pass_on()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typing.pass_on()
        self._typing.end()
        super().focusOutEvent(event)


class Combo(QComboBox):
    """A combo box that leaves the mouse wheel to the page it stands on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Labelled(QWidget):
    """A field under its label, with room for one sentence about what is wrong with what was typed."""

    def __init__(self, theme: Theme, text: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1))
        self.label = label(theme, text, "secondary", bold=True)
        self.label.setBuddy(field)
        layout.addWidget(self.label)
        layout.addWidget(field)
        self._problem = TroubleLine(theme, "secondary")
        if hint:
            layout.addWidget(label(theme, hint, "secondary", muted=True))
        layout.addWidget(self._problem)

    def show_problem(self, problem: Refused | None, labels: Labels) -> None:
        """Say under the field why it was not accepted, or take that away again."""
        self._problem.tell(labels.problem(problem) if problem else "")
        self.field.setProperty("danger", problem is not None)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(self._problem.text())


class Column(QScrollArea):
    """Widgets under each other that scroll when there is no room; wrapped labels keep all their lines.

    (A plain QScrollArea does not ask its contents how high they are at this width, and squeezes them.)
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = self._inner = QWidget()
        inner.setProperty("column", True)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        self.column.setSpacing(theme.space(3))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_child(self, child: QWidget) -> None:
        """Scroll to a widget of the column, also when the column was shown only now."""
        self._fit()
        self.column.activate()
        self.ensureWidgetVisible(child)

    def _fit(self) -> None:
        self._inner.setMinimumHeight(max(0, self.column.totalHeightForWidth(self.viewport().width())))


    def needed(self, width: int) -> int:
        """How high all of it is at this width, without scrolling."""
        return self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else self.column.totalSizeHint().height()


def scrolling(dialog: QDialog, theme: Theme) -> tuple[QVBoxLayout, Column]:
    """A dialog whose contents scroll where the display is low: the layout under which its buttons go, and the column for the rest."""
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, theme.space(6))
    body = Column(theme)
    body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    whole.addWidget(body, 1)
    return whole, body


def open_at(dialog: QDialog, theme: Theme, width: float, height: float = 0, body: Column | None = None) -> None:
    """Give a dialog its first size, in pixels at a body of 14 px; without `height` it is as high as what it says needs.

    Never larger than the display has room for: then a list gets shorter, and `body`, if it has one, scrolls. (Qt's own size stops at two
    thirds of the display, and cuts the rest off.)
    """
    room = (dialog.parentWidget() or dialog).screen().availableGeometry().size() - _AROUND
    layout = dialog.layout()
    assert layout is not None, "laid out first"
    across = min(max(round(theme.scaled(width)), layout.totalMinimumSize().width()), room.width())
    high = round(theme.scaled(height))
    if not height:
        high = layout.totalHeightForWidth(across) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    if body is not None:
        high += body.needed(across) - body.sizeHint().height()
    dialog.resize(across, min(high, room.height()))


class EmptyState(QWidget):
    """One sentence and the one button that fills the place."""

    pressed = Signal()

    def __init__(self, theme: Theme, sentence: str, action: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        self.sentence = label(theme, sentence, "section", muted=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.sentence)
        if action:
            self.button = button(theme, action, icon, primary=True)
            self.button.clicked.connect(self.pressed.emit)
            layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
