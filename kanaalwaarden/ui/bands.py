"""The lines of the window that speak: trouble and read-only under the menu bar, the status line at the bottom."""

import html
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import announce, button, label


class StatusLine(QFrame):
    """A sentence, and at the right what a key would do. Its height never changes, so that nothing above it jumps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("status", True)
        self._theme = theme
        self._text, self._hint = "", ""
        self._font = theme.font("body")
        self.hide()

    def text(self) -> str:
        """The sentence that is shown."""
        return self._text

    def show_sentence(self, text: str, hint: str) -> None:
        """Say this, or nothing. What does not fit in the lines there are is in the tooltip and for the screen reader."""
        self._text, self._hint = text, hint
        self.setAccessibleName(f"{text} {hint}".strip())
        self.setToolTip(f"<p>{html.escape(text)}</p>" if text else "")
        self.setVisible(bool(text))
        self._fit()
        self.update()

    def _lines(self) -> int:
        return 2 if self._theme.width_class(self.width()) < 900 else 1

    def _fit(self) -> None:
        self.setFixedHeight(round(QFontMetricsF(self._font).lineSpacing() * self._lines() + self._theme.scaled(10)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, metrics = self._theme, QFontMetricsF(self._font)
        box = QRectF(self.rect()).adjusted(theme.scaled(10), theme.scaled(3), -theme.scaled(16), 0)
        lines = self._lines()
        room = metrics.horizontalAdvance(self._hint) + theme.scaled(24) if self._hint and lines == 1 else 0.0
        left = QRectF(box.left(), box.top(), box.width() - room, box.height())
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, left.width() * lines - (theme.scaled(40) if lines > 1 else 0))
        with QPainter(self) as painter:
            painter.setFont(self._font)
            painter.setPen(theme.color("text"))
            painter.drawText(left, Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value, shown)
            if room:
                painter.setPen(theme.color("text_muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value, self._hint)


class Band(QFrame):
    """A line under the menu bar: one sentence, one action. It stays until there is nothing more to say."""

    def __init__(self, theme: Theme, kind: str, icon: str, action: str, do: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("band", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(1), theme.space(5), theme.space(1))
        row.setSpacing(theme.space(4))
        side = round(theme.scaled(16))
        mark = QLabel()
        mark.setPixmap(theme.icon(icon, "danger" if kind == "danger" else "on_accent_soft").pixmap(side, side))
        self.sentence = label(theme)
        act = button(theme, action)
        act.clicked.connect(do)
        row.addWidget(mark)
        row.addWidget(self.sentence, 1)
        row.addWidget(act)
        self.hide()

    def show_sentence(self, text: str) -> None:
        """Say this, or nothing."""
        changed = text != self.sentence.text()
        self.sentence.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if changed:
            announce(self, text)
