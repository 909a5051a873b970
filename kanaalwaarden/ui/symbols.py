"""The level symbols, the divergence glyphs and the emblem, as paths: pure drawing, never font glyphs.

In: a painter, a key of the tokens, a rectangle and an ink. Out: marks on paper. The figures are those of tokens.json `symbol`
(a box of 10) and `divergence_glyph` (a box of 12).
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

SYMBOLS = ("versterkt", "geen", "matig", "veel", "geen_oordeel", "onbespreekbaar", "nog_niet", "niet_eenduidig", "geen_conclusie")
GLYPHS = ("eensgezind", "nuance", "verschil", "tegenpolen", "niet_beoordeeld", "een_stem")

_CENTRE = QPointF(5, 5)


def draw_symbol(painter: QPainter, key: str, rect: QRectF, ink: QColor) -> None:
    """Draw the symbol `key` (one of SYMBOLS) as large as fits in `rect`, in its middle. KeyError for another key.

    The steps of a longer scale are named 'matig:3/8': a ring filled from below for that part.
    """
    name, _, part = key.partition(":")
    draw = {
        "versterkt": _triangle, "geen": _ring, "matig": _half, "veel": _disc, "geen_oordeel": _bar, "nog_niet": _dots,
        "onbespreekbaar": _crossed, "niet_eenduidig": _struck, "geen_conclusie": _square,
    }[name]  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _box(painter, rect, 10.0)
    if name == "matig" and part:
        above, below = part.split("/")
        _filled_ring(painter, ink, float(above) / float(below))
    else:
        draw(painter, ink)
    painter.restore()


def draw_divergence_glyph(painter: QPainter, key: str, rect: QRectF, ink: QColor) -> None:
    """Draw the lane glyph of the divergence word `key` (one of GLYPHS) as large as fits in `rect`. KeyError for another key."""
    bars = {
        "eensgezind": (QRectF(1, 4.6, 10, 2.8),),
        "nuance": (QRectF(1, 3, 5, 2.8), QRectF(6, 6.2, 5, 2.8)),
        "verschil": (QRectF(1, 1.2, 5, 2.8), QRectF(6, 8, 5, 2.8)),
        "tegenpolen": (),
        "niet_beoordeeld": (),
        "een_stem": (QRectF(4.4, 4.4, 3.2, 3.2),),
    }[key]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _box(painter, rect, 12.0)
    for bar in bars:
        painter.fillRect(bar, ink)
    if key == "tegenpolen":
        _fill(painter, _arrows(), ink)
    elif key == "niet_beoordeeld":
        _dashed_square(painter, QRectF(1.5, 1.5, 9, 9), ink, 1.2)
    painter.restore()


def _box(painter: QPainter, rect: QRectF, side: float) -> None:
    """Make a square of `side` units fill the middle of `rect`."""
    scale = min(rect.width(), rect.height()) / side
    painter.translate(rect.center().x() - side * scale / 2, rect.center().y() - side * scale / 2)
    painter.scale(scale, scale)


def _fill(painter: QPainter, path: QPainterPath, ink: QColor) -> None:
    painter.fillPath(path, ink)


def _pen(ink: QColor, width: float) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def _triangle(painter: QPainter, ink: QColor) -> None:
    path = QPainterPath(QPointF(5, 0.6))
    path.lineTo(9.6, 9)
    path.lineTo(0.4, 9)
    path.closeSubpath()
    _fill(painter, path, ink)


def _ring(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ink, 1.5))
    painter.drawEllipse(_CENTRE, 3.9, 3.9)


def _half(painter: QPainter, ink: QColor) -> None:
    _filled_ring(painter, ink, 0.5)


def _filled_ring(painter: QPainter, ink: QColor, part: float) -> None:
    """The ring, filled from below up to `part` of its height."""
    _ring(painter, ink)
    height = 2 * 3.9 * part
    angle = math.degrees(math.asin((3.9 - height) / 3.9))
    path = QPainterPath()
    path.arcMoveTo(QRectF(1.1, 1.1, 7.8, 7.8), -angle)
    path.arcTo(QRectF(1.1, 1.1, 7.8, 7.8), -angle, -(180 - 2 * angle))
    path.closeSubpath()
    _fill(painter, path, ink)


def _disc(painter: QPainter, ink: QColor) -> None:
    path = QPainterPath()
    path.addEllipse(_CENTRE, 4.6, 4.6)
    _fill(painter, path, ink)


def _bar(painter: QPainter, ink: QColor) -> None:
    painter.fillRect(QRectF(0.8, 4, 8.4, 2), ink)


def _dots(painter: QPainter, ink: QColor) -> None:
    path = QPainterPath()
    for x in (1.6, 5.0, 8.4):
        path.addEllipse(QPointF(x, 5), 1.05, 1.05)
    _fill(painter, path, ink)


def _struck(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_pen(ink, 1.4))
    painter.drawLine(QPointF(1, 3.4), QPointF(9, 3.4))
    painter.drawLine(QPointF(1, 6.8), QPointF(9, 6.8))
    painter.drawLine(QPointF(7.4, 0.4), QPointF(2.6, 9.6))


def _crossed(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ink, 1.4))
    painter.drawRect(QRectF(1, 1, 8, 8))
    painter.drawLine(QPointF(1, 1), QPointF(9, 9))
    painter.drawLine(QPointF(9, 1), QPointF(1, 9))


def _square(painter: QPainter, ink: QColor) -> None:
    _dashed_square(painter, QRectF(1, 1, 8, 8), ink, 1.1)


def _dashed_square(painter: QPainter, rect: QRectF, ink: QColor, width: float) -> None:
    pen = _pen(ink, width)
    pen.setDashPattern([1.6 / width, 1.2 / width])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRect(rect)


def _arrows() -> QPainterPath:
    """An arrow up and an arrow down on one stem, over the full height."""
    path = QPainterPath(QPointF(6, 0))
    for x, y in ((9.6, 4), (7.1, 4), (7.1, 8), (9.6, 8), (6, 12), (2.4, 8), (4.9, 8), (4.9, 4), (2.4, 4)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path
