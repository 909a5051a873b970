"""The left rail: the phases of a session, how far each is, and the overview. Three widths, as the window allows."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from kanaalwaarden.ui.marks import draw_text
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import show_checked, when_chosen

WIDE, COMPACT, ICONS = "rail", "rail_compact", "rail_icons"


@dataclass(frozen=True, slots=True)
class Phase:
    """One entry: the name of its screen, its icon, and its name in full and short. `number` 0 is no step of the session;
    what is `apart` (and last in the list) stands at the bottom, below all that belongs to the session."""

    screen: str
    number: int
    icon: str
    name: str
    short: str
    apart: bool = False


class PhaseButton(QAbstractButton):
    """Number or icon, name, and how far the phase is."""

    def __init__(self, phase: Phase, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phase = phase
        self._theme = theme
        self._width = WIDE
        self._progress = ""
        self._done = False
        self.setText(phase.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the group sees to that; this tells a screen reader that it is one of several
        self.setAccessibleName(phase.name)
        self.setToolTip(phase.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_width(self, width: str) -> None:
        """Wide, compact or icons only."""
        self._width = width
        self.updateGeometry()
        self.update()

    def show_progress(self, text: str, done: bool) -> None:
        """How far the phase is, in words; a check mark instead of the number when it is done."""
        self._progress, self._done = text, done
        self.setAccessibleDescription(text)
        self.setToolTip(f"{self.phase.name}: {text}" if text else self.phase.name)
        self.updateGeometry()
        self.update()

    def _name_height(self) -> int:
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        width = round(self._theme.size("rail") - self._theme.scaled(49 + 8))
        return metrics.boundingRect(0, 0, width, 999, Qt.TextFlag.TextWordWrap, self.phase.name).height()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = round(theme.size(self._width))
        if self._width == WIDE:
            return QSize(width, round(self._name_height() + (theme.px("secondary") * 1.3 if self._progress else 0) + theme.scaled(14)))
        return QSize(width, round(theme.scaled(54 if self._width == COMPACT else 46)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._theme, QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                painter.fillRect(box, theme.color("raised"))
                painter.fillRect(QRectF(0, 0, theme.stroke("phase_active"), box.height()), theme.color("accent"))
            elif self.underMouse():
                painter.fillRect(box, theme.color("surface"))
            if self._width == WIDE:
                self._paint_wide(painter, box)
            else:
                self._paint_icon(painter, box)
            if self.hasFocus():
                painter.setPen(QPen(theme.color("focus"), theme.stroke("field_focus")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(2, 2, -2, -2))

    def _paint_wide(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        side = theme.scaled(26)
        mark = QRectF(theme.scaled(13), (box.height() - side) / 2, side, side)
        chosen = self.isChecked()
        if self.phase.number:
            painter.setPen(QPen(theme.color("accent" if chosen or self._done else "border_strong"), 1))
            painter.setBrush(theme.color("accent") if chosen else theme.color("raised"))
            painter.drawEllipse(mark)
            ink = theme.color("on_accent" if chosen else "accent" if self._done else "text")
            inner = QRectF(0, 0, theme.scaled(16), theme.scaled(16))
            inner.moveCenter(mark.center())
            if self._done and not chosen:
                theme.draw_icon(painter, "check", inner, ink)
            else:
                draw_text(painter, mark, str(self.phase.number), theme.font("body", bold=True), ink, centred=True)
        else:
            inner = QRectF(0, 0, theme.scaled(18), theme.scaled(18))
            inner.moveCenter(mark.center())
            theme.draw_icon(painter, self.phase.icon, inner, theme.color("accent" if chosen else "text"))
        left = theme.scaled(49)
        top = theme.scaled(6)
        height = self._name_height()
        painter.setFont(theme.font("body", bold=chosen))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(left, top, box.width() - left - theme.scaled(6), height), Qt.TextFlag.TextWordWrap, self.phase.name)
        line = QRectF(left, top + height, box.width() - left - theme.scaled(4), theme.px("secondary") * 1.35)
        draw_text(painter, line, self._progress, theme.font("secondary"), theme.color("text_muted"))

    def _paint_icon(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        ink = theme.color("accent" if self.isChecked() else "text")
        side = theme.scaled(22)
        icon = QRectF(0, 0, side, side)
        compact = self._width == COMPACT
        icon.moveCenter(QPointF(box.center().x(), theme.scaled(18) if compact else box.center().y()))
        theme.draw_icon(painter, self.phase.icon, icon, ink)
        if compact:
            line = QRectF(1, theme.scaled(31), box.width() - 2, theme.scaled(19))
            draw_text(painter, line, self.phase.short, theme.font_px(theme.scaled(12), bold=self.isChecked()), ink, centred=True)


class Rail(QFrame):
    """All phases. `chosen` tells the name of the screen asked for."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, phases: list[Phase], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self.setAccessibleName(name)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PhaseButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(3), 1, theme.space(3))
        layout.setSpacing(0)
        numbered, apart = True, False
        for phase in phases:
            if numbered and not phase.number:
                numbered = False
                line = QFrame()
                line.setFrameShape(QFrame.Shape.HLine)
                line.setProperty("line", True)
                layout.addSpacing(theme.space(2))
                layout.addWidget(line)
                layout.addSpacing(theme.space(2))
            each = PhaseButton(phase, theme)
            self._group.addButton(each)
            when_chosen(each, partial(self.chosen.emit, phase.screen))
            self._buttons[phase.screen] = each
            if phase.apart and not apart:
                apart = True
                layout.addStretch(1)
            layout.addWidget(each)
        if not apart:
            layout.addStretch(1)
        self.show_width(WIDE)

    def show_width(self, width: str) -> None:
        """Wide, compact or icons only."""
        self.setFixedWidth(round(self._theme.size(width)))
        for each in self._buttons.values():
            each.show_width(width)

    def show_phase(self, screen: str) -> None:
        """Mark the phase that is shown."""
        if screen in self._buttons:
            show_checked(self._buttons[screen], True)

    def show_progress(self, screen: str, text: str, done: bool = False) -> None:
        """How far a phase is."""
        self._buttons[screen].show_progress(text, done)
