"""Badges, level words and lists of choices: small parts that more than one screen shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kanaalwaarden.core.model import NO_JUDGEMENT
from kanaalwaarden.ui.marks import badge_width, crisp, draw_badge, draw_text
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Combo, safe_tip


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


class PickList(Combo):
    """A list to choose from, by key, that shows long names in full when it opens."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setIconSize(theme.icon_size("inline"))
        self.setMinimumContentsLength(4)
        self._shown: tuple[Any, ...] = ()
        self.currentTextChanged.connect(self._tip)

    def _tip(self, text: str) -> None:
        """A name that is longer than the list is wide can be read in full without opening it."""
        self.setToolTip(safe_tip(text))

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
        self._tip(self.currentText())
