"""Text that people typed: laid out and drawn as it is, never read as markup."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kanaalwaarden.ui.theme import Theme


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
