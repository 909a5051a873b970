"""The cell of the overview and its parts: pure drawing. What there is to see comes ready-made in a CellPicture.

In: a painter, rectangles, a theme and figures (CellMetrics). Out: marks on paper. Nothing here knows a session or decides anything
but whether a text fits. Lengths are logical pixels; boxes are QRectF and get their edges on the device's pixels just before drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kanaalwaarden.core.picture import CellPicture, Seat
from kanaalwaarden.ui.symbols import draw_divergence_glyph, draw_symbol
from kanaalwaarden.ui.theme import Theme

_OUTLINED = ("niet_beoordeeld", "een_stem")


@dataclass(frozen=True, slots=True)
class CellMetrics:
    """Where everything stands in a cell, for one theme, density and scale. Make it with `CellMetrics.of`, once per layout."""

    lanes: int
    pitch: float
    mark_width: float
    mark_height: float
    lane: float
    lower: float
    headline: float
    bar_x: float
    seats_x: float
    right: float
    word_x: float
    symbol: float
    glyph: bool
    slack: float
    base_row: float
    base_column: float
    code_font: QFont
    lower_font: QFont
    badge_font: QFont
    word_font: QFont
    open_font: QFont

    @classmethod
    def of(cls, theme: Theme, *, regular: bool, lanes: int) -> "CellMetrics":
        """The figures of tokens 'overview' (compact, or regular from 1440 wide) for a scale of `lanes` levels, at the theme's size."""
        figures = theme.tokens["overview"]["regular" if regular else "compact"]
        compact = theme.tokens["overview"]["compact"]
        lane = float(figures["lane"])
        if lanes <= 3:  # the regular density has no figure of its own for the one-sided scale; the same proportion
            lane = float(figures.get("lane_one_sided", lane * compact["lane_one_sided"] / compact["lane"]))
        at = theme.scaled
        code = theme.px("mark_code_regular" if regular else "mark_code")
        badge = theme.scaled(14) if regular else theme.px("badge")
        word = theme.scaled(15 if regular else 12)
        return cls(
            lanes=lanes, pitch=at(figures["seat_pitch"]), mark_width=at(figures["mark"][0]), mark_height=at(figures["mark"][1]),
            lane=at(lane), lower=at(figures["lane_geen_oordeel"]), headline=at(figures["headline"]), bar_x=at(12 if regular else 5),
            seats_x=at(22 if regular else 13), right=at(8 if regular else 4), word_x=at(32 if regular else 20),
            symbol=at(12 if regular else 10), glyph=bool(figures["badge_glyph"]), slack=at(12), base_row=at(figures["row_min"]),
            base_column=at(12 + 14), code_font=theme.font_px(code, bold=True), lower_font=theme.font_px(code),
            badge_font=theme.font_px(badge, bold=True), word_font=theme.font_px(word, bold=True),
            open_font=theme.font_px(word),
        )  # fmt: skip

    def column_min(self, seats: int) -> float:
        """The narrowest column in which `seats` marks stand side by side; below it the table scrolls."""
        return self.base_column + seats * self.pitch

    @property
    def row_min(self) -> float:
        """The lowest row in which headline, lanes and the lower lane fit."""
        return max(self.base_row, self.headline + self.lanes * self.lane + self.lower)

    def spare(self, rect: QRectF) -> float:
        """The height that is left over in `rect`, up to what does the picture good."""
        return min(self.slack, max(0.0, rect.height() - self.headline - self.lanes * self.lane - self.lower))

    def lane_y(self, rect: QRectF, lane: int) -> float:
        """The middle of lane `lane` in the cell (or row header) `rect`; the lane after the last is the lower one."""
        top = rect.top() + self.headline + self.spare(rect) / 2
        if lane >= self.lanes:
            return top + self.lanes * self.lane + self.spare(rect) / 2 + self.lower / 2
        return top + (lane + 0.5) * self.lane

    def headline_y(self, rect: QRectF) -> float:
        """The middle of the headline in the cell `rect`."""
        return rect.top() + self.headline / 2 + self.spare(rect) / 4

    def seat_rect(self, rect: QRectF, seat: int, lane: int) -> QRectF:
        """The box of the mark on seat `seat` in lane `lane` of the cell `rect`."""
        left = rect.left() + self.seats_x + seat * self.pitch + (self.pitch - self.mark_width) / 2
        height = self.mark_height if lane < self.lanes else self.lower
        return QRectF(left, self.lane_y(rect, lane) - height / 2, self.mark_width, height)


# Small parts


def crisp(painter: QPainter, rect: QRectF) -> QRectF:
    """`rect` with its corner and size on whole pixels of the device, so that a thin edge is one sharp line. All marks stay one size."""
    ratio = painter.device().devicePixelRatioF()
    return QRectF(
        round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio,
        max(1.0, round(rect.width() * ratio)) / ratio, max(1.0, round(rect.height() * ratio)) / ratio,
    )  # fmt: skip


def draw_text(painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, *, centred: bool = False) -> None:
    """One line of text, its capitals in the vertical middle of `rect`; what does not fit is elided."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    left = rect.left() + (rect.width() - metrics.horizontalAdvance(shown)) / 2 if centred else rect.left()
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), shown)


def _box(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None, width: float = 1.0) -> None:
    """A rounded box whose edge lies inside `rect`."""
    box = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box if edge is not None else rect, radius, radius)


def draw_chip(painter: QPainter, rect: QRectF, text: str, effect: str, theme: Theme, font: QFont, *, outlined: bool = False) -> None:
    """The mark of one discipline: `text` (code or name) on the fill of the level `effect`.

    'geen_oordeel' is muted text on a line, without fill; 'onbespreekbaar' is a chip filled with ink.
    `outlined` puts 2 px of ink around it: who stands alone.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.level(effect or "nog_niet")
    if effect == "geen_oordeel":
        above = rect.adjusted(0, -theme.scaled(1), 0, -theme.scaled(1))
        draw_text(painter, above, text, _condensed(font, text, above.width()), ink.text, centred=True)
        line = crisp(painter, QRectF(rect.left(), rect.bottom() - theme.scaled(1), rect.width(), 1))
        painter.fillRect(line, ink.border)
    else:
        box = crisp(painter, rect)
        edge, width = (theme.lone_outline, theme.stroke("lone")) if outlined else (ink.border, 1.0)
        _box(painter, box, theme.radius("mark"), ink.fill, edge, width)
        draw_text(painter, box, text, _condensed(font, text, box.width() - 2 * width), ink.text, centred=True)
    painter.restore()


def draw_ghost(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The place that a discipline left in this round: a hollow dashed edge, without a code."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("border_strong"), 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(crisp(painter, rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("mark"), theme.radius("mark"))
    painter.restore()


def _condensed(font: QFont, text: str, width: float) -> QFont:
    """`font`, narrower if `text` would not fit: a code (WM, DW) names a discipline and is never cut off."""
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width:
        return font
    narrow = QFont(font)
    narrow.setStretch(max(40, int(97 * width / needed)))
    return narrow


def badge_width(key: str, word: str, font: QFont, theme: Theme, *, glyph: bool) -> float:
    """How wide the badge of divergence `key` with `word` is in `font`."""
    beside = theme.scaled(12) + theme.scaled(6) if glyph and key not in _OUTLINED else 0.0
    return QFontMetricsF(font).horizontalAdvance(word) + 2 * theme.scaled(8 if glyph else 4) + beside


def draw_badge(painter: QPainter, rect: QRectF, key: str, word: str, theme: Theme, font: QFont, *, glyph: bool = False) -> None:
    """The badge of divergence `key` filling `rect`: loud when opinions are far apart, plain text when they are one.

    `font` is the bold badge font; 'eensgezind', 'niet_beoordeeld' and 'een_stem' are drawn in its regular weight.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.divergence(key)
    box = crisp(painter, rect)
    radius = theme.radius("badge")
    if key == "niet_beoordeeld":
        half = QRectF(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(ink.border, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(half, radius, radius)
    elif key == "een_stem":
        _box(painter, box, radius, None, ink.border)
    elif key != "eensgezind":
        _box(painter, box, radius, ink.fill, ink.border if ink.border != ink.fill else None)
    inner = box.adjusted(theme.scaled(8 if glyph else 4), 0, -theme.scaled(8 if glyph else 4), 0)
    if glyph and key not in _OUTLINED:
        side = theme.scaled(12)
        draw_divergence_glyph(painter, key, QRectF(inner.left(), inner.center().y() - side / 2, side, side), ink.text)
        inner.setLeft(inner.left() + side + theme.scaled(6))
    draw_text(painter, inner, word, _weight(font, key), ink.text)
    painter.restore()


def _weight(font: QFont, key: str) -> QFont:
    """`font`, or its regular weight where the badge is plain."""
    if key in ("nuance", "verschil", "tegenpolen"):
        return font
    plain = QFont(font)
    plain.setBold(False)
    return plain


# The cell


def draw_cell(
    painter: QPainter, rect: QRectF, picture: CellPicture, metrics: CellMetrics, theme: Theme, *,
    current: bool = False, selected: bool = False, active: bool = True, open_word: str = "",
) -> None:  # fmt: skip
    """One cell of the overview: who stands where, and only then what the group concluded.

    `current` is where the keyboard is (3 px blue; strong border if the window is not `active`); `selected` adds the selection
    ground and 4 px of teal. `open_word` is the short word for 'no conclusion yet', used where the full one does not fit.
    """
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, rect, theme, selected)
    _headline(painter, rect, picture, metrics, theme, open_word)
    _lanes(painter, rect, picture, metrics, theme)
    last: list[Seat] = []
    for seat in picture.seats:
        if seat.lane is None:
            continue
        if seat.alone or seat.seat == picture.named:
            last.append(seat)
            continue
        font = metrics.lower_font if seat.effect == "geen_oordeel" else metrics.code_font
        draw_chip(painter, metrics.seat_rect(rect, seat.seat, seat.lane), seat.code, seat.effect, theme, font)
    for seat in last:
        _lone(painter, rect, seat, picture, metrics, theme)
    if current:
        draw_current(painter, rect, theme, active=active)
    painter.restore()


def _ground(painter: QPainter, rect: QRectF, theme: Theme, selected: bool) -> None:
    painter.fillRect(rect, theme.color("selection" if selected else "raised"))
    if selected:
        painter.fillRect(QRectF(rect.left(), rect.top(), theme.stroke("phase_active"), rect.height()), theme.color("accent"))


def draw_current(painter: QPainter, rect: QRectF, theme: Theme, *, active: bool = True) -> None:
    """The 3 px edge inside `rect` that says where the keyboard is."""
    width = theme.stroke("cell_focus")
    pen = QPen(theme.color("focus" if active else "border_strong"), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _headline(painter: QPainter, rect: QRectF, picture: CellPicture, metrics: CellMetrics, theme: Theme, open_word: str) -> None:
    """Conclusion at the left, badge at the right and after it the round in which the cell was asked again; the word gives way."""
    middle = metrics.headline_y(rect)
    font = metrics.badge_font
    drawn = _weight(font, picture.divergence)
    badge_height = QFontMetricsF(font).capHeight() + 2 * theme.scaled(5 if metrics.glyph else 3.5)
    room = rect.width() - metrics.bar_x - metrics.symbol - 2 * metrics.right
    width = min(badge_width(picture.divergence, picture.divergence_word, drawn, theme, glyph=metrics.glyph), room)
    again = picture.round_word if picture.asked_again else ""
    beside = QFontMetricsF(font).horizontalAdvance(again) + theme.scaled(4) if again else 0.0
    width = min(width, max(0.0, room - beside))
    badge = QRectF(rect.right() - metrics.right - beside - width, max(middle - badge_height / 2, rect.top() + 1), width, badge_height)
    symbol = QRectF(rect.left() + metrics.bar_x + theme.scaled(1), middle - metrics.symbol / 2, metrics.symbol, metrics.symbol)
    concluded = bool(picture.conclusion)
    key = picture.conclusion or "geen_conclusie"
    word_font = metrics.word_font if concluded else metrics.open_font
    left = rect.left() + metrics.word_x
    word_box = QRectF(left, middle - metrics.headline / 2, max(0.0, badge.left() - theme.scaled(4) - left), metrics.headline)
    word = picture.conclusion_word
    if not concluded and open_word and QFontMetricsF(word_font).horizontalAdvance(word) > word_box.width():
        word = open_word
    draw_symbol(painter, key, symbol, theme.symbol_ink(key))
    draw_text(painter, word_box, word, word_font, theme.color("text" if concluded else "text_muted"))
    draw_badge(painter, badge, picture.divergence, picture.divergence_word, theme, font, glyph=metrics.glyph)
    if again:
        place = QRectF(badge.right() + theme.scaled(4), badge.top(), beside - theme.scaled(4) + 1, badge.height())
        draw_text(painter, place, again, font, theme.color("text"))


def _lanes(painter: QPainter, rect: QRectF, picture: CellPicture, metrics: CellMetrics, theme: Theme) -> None:
    """The dotted lanes and the bar that says how far apart opinions are."""
    count = len(picture.seats)
    left = rect.left() + metrics.seats_x
    pen = QPen(theme.lane_dots, 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 3])
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for lane in range(metrics.lanes):
        y = metrics.lane_y(rect, lane)
        painter.drawLine(QPointF(left, y), QPointF(left + count * metrics.pitch, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.range_bar(picture.divergence)
    if ink is None or picture.low is None or picture.high is None:
        return
    upper, lower = sorted((picture.low, picture.high))
    reach = metrics.mark_height / 2 - theme.scaled(1)
    top = metrics.lane_y(rect, upper) - reach
    bar = QRectF(rect.left() + metrics.bar_x, top, theme.stroke("range_bar"), metrics.lane_y(rect, lower) + reach - top)
    _box(painter, bar, bar.width() / 2, ink, None)


def _lone(painter: QPainter, rect: QRectF, seat: Seat, picture: CellPicture, metrics: CellMetrics, theme: Theme) -> None:
    """Who stands alone, outlined: the one in full at its own seat, kept inside the seats; of several, or if too long, the code."""
    if seat.lane is None:
        return
    text = seat.name if seat.seat == picture.named else seat.code
    place = metrics.seat_rect(rect, seat.seat, seat.lane)
    grow = theme.scaled(1.2)
    box = place.adjusted(-theme.scaled(0.5), -grow, theme.scaled(0.5), grow)
    first = metrics.seat_rect(rect, 0, 0).left() - theme.scaled(0.5)
    right = metrics.seat_rect(rect, len(picture.seats) - 1, 0).right() + theme.scaled(0.5)
    wide = QFontMetricsF(metrics.code_font).horizontalAdvance(text) + 2 * theme.scaled(5)
    limit = max(right, rect.right() - metrics.right) - first
    if text == seat.name and wide > box.width():
        if wide <= right - first:
            box = QRectF(max(first, min(box.left(), right - wide)), box.top(), wide, box.height())
        elif wide <= limit:  # few seats in a wide column: there is paper enough to the right of them
            box = QRectF(first, box.top(), wide, box.height())
        else:
            text = seat.code
    draw_chip(painter, box, text, seat.effect, theme, metrics.code_font, outlined=True)


def draw_blind_cell(
    painter: QPainter, rect: QRectF, given: Sequence[bool], text: str, metrics: CellMetrics, theme: Theme, *,
    current: bool = False, selected: bool = False, active: bool = True,
) -> None:  # fmt: skip
    """A cell before the reveal: `text` ('7 van 9') muted, and per seat an empty outline if that discipline has given its rating."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, rect, theme, selected)
    middle = metrics.headline_y(rect)
    width = rect.width() - metrics.seats_x - metrics.right
    line = QRectF(rect.left() + metrics.seats_x, middle - metrics.headline / 2, width, metrics.headline)
    draw_text(painter, line, text, metrics.open_font, theme.color("text_muted"))
    for seat, there in enumerate(given):
        box = crisp(painter, metrics.seat_rect(rect, seat, (metrics.lanes - 1) // 2))
        if there:
            _box(painter, box, theme.radius("mark"), None, theme.color("border_strong"))
    if current:
        draw_current(painter, rect, theme, active=active)
    painter.restore()


def draw_axis(painter: QPainter, rect: QRectF, levels: Sequence[str], metrics: CellMetrics, theme: Theme) -> None:
    """The symbols of `levels` and of 'geen oordeel', at the right of the row header `rect`, level with the lanes of the cells beside it."""
    painter.save()
    x = rect.right() - theme.scaled(12) - metrics.symbol / 2
    for lane, level in enumerate([*levels, "geen_oordeel"]):  # onbespreekbaar shares the last lane; its chips say it themselves
        y = metrics.lane_y(rect, lane)
        draw_symbol(painter, level, QRectF(x, y - metrics.symbol / 2, metrics.symbol, metrics.symbol), theme.symbol_ink(level))
    painter.restore()


# The entry grid


def draw_entry_chip(
    painter: QPainter, rect: QRectF, effect: str, word: str, theme: Theme, *,
    has_reason: bool = False, current: bool = False, selected: bool = False, active: bool = True,
) -> None:  # fmt: skip
    """One cell of the entry grid: a chip with symbol and word; 'geen_oordeel' without fill; three dots for '' (not yet).

    `has_reason` puts the icon of a reason in the upper right corner.
    """
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, rect, theme, selected)
    side = theme.scaled(12)
    middle = rect.center()
    if effect in ("", "nog_niet"):
        draw_symbol(painter, "nog_niet", QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), theme.symbol_ink("nog_niet"))
    else:
        _entry(painter, rect, effect, word, theme, side)
    if has_reason:
        icon = theme.scaled(14)
        place = QRectF(rect.right() - icon - theme.scaled(4), rect.top() + theme.scaled(4), icon, icon)
        theme.draw_icon(painter, "message-square-quote", place, theme.color("text_muted"))
    if current:
        draw_current(painter, rect, theme, active=active)
    painter.restore()


_TIGHT = ("secondary", 5.0, 4.0, 3.0)
"""Type size, padding, gap and edge of an entry chip where room is scarce."""


def entry_width(word: str, theme: Theme) -> float:
    """The narrowest column in which the chip of `word` is whole."""
    size, pad, gap, edge = _TIGHT
    text = QFontMetricsF(theme.font(size, bold=True)).horizontalAdvance(word)
    return text + theme.scaled(2 * edge + 12 + gap + 2 * pad) + 1


def _entry(painter: QPainter, rect: QRectF, effect: str, word: str, theme: Theme, side: float) -> None:
    """The chip itself, in the middle of the cell: at most as wide as the cell, two lines without fill for 'geen oordeel'."""
    plain = effect == "geen_oordeel"
    ink = theme.level(effect)
    for size, pad, gap, edge in (("body", 8.0, 6.0, 5.0), _TIGHT):
        font = theme.font("secondary" if plain else size, bold=not plain)
        metrics = QFontMetricsF(font)
        pad, gap = 0.0 if plain else theme.scaled(pad), theme.scaled(gap)
        room = rect.width() - 2 * theme.scaled(edge) - side - gap - 2 * pad
        if metrics.horizontalAdvance(word) <= room:
            break
    else:
        if not plain and rect.height() >= theme.scaled(44):
            _stacked(painter, rect, effect, word, theme, side)
            return
    lines = [word] if metrics.horizontalAdvance(word) <= room or not plain else word.split(" ", 1)
    text_width = min(max(metrics.horizontalAdvance(line) for line in lines), room) + 0.5
    width = side + gap + text_width + 2 * pad
    height = min(theme.scaled(30), rect.height() - 2)
    box = crisp(painter, QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height))
    if not plain:
        _box(painter, box, theme.radius("field"), ink.fill, ink.border)
    symbol_ink = theme.symbol_ink(effect) if plain else ink.text
    draw_symbol(painter, effect, QRectF(box.left() + pad, box.center().y() - side / 2, side, side), symbol_ink)
    step = metrics.capHeight() * 1.5 + theme.scaled(1)
    top = box.center().y() - step * len(lines) / 2
    for number, line in enumerate(lines):
        draw_text(painter, QRectF(box.left() + pad + side + gap, top + number * step, text_width, step), line, font, ink.text)


def _stacked(painter: QPainter, rect: QRectF, effect: str, word: str, theme: Theme, side: float) -> None:
    """A chip whose word is too long to stand beside its symbol ('onbespreekbaar' in a narrow column): the symbol above the word."""
    ink = theme.level(effect)
    box = crisp(painter, QRectF(rect.center().x() - rect.width() / 2 + theme.scaled(4), rect.center().y() - theme.scaled(19),
                                rect.width() - theme.scaled(8), theme.scaled(38)))  # fmt: skip
    _box(painter, box, theme.radius("field"), ink.fill, ink.border)
    draw_symbol(painter, effect, QRectF(box.center().x() - side / 2, box.top() + theme.scaled(5), side, side), ink.text)
    line = box.adjusted(theme.scaled(3), side + theme.scaled(6), -theme.scaled(3), -theme.scaled(2))
    draw_text(painter, line, word, _condensed(theme.font("badge", bold=True), word, line.width()), ink.text, centred=True)


def draw_emblem(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The picture of the start screen: four lanes, nine seats without codes, some out of line; as large as fits in `rect` (160 x 54)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(rect.width() / 160, rect.height() / 54)
    painter.translate(rect.left(), rect.top())
    painter.scale(scale, scale)
    pen = QPen(theme.lane_dots, 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 3])
    painter.setPen(pen)
    for lane in range(4):
        painter.drawLine(QPointF(8, 6.5 + 14 * lane), QPointF(158, 6.5 + 14 * lane))
    _box(painter, QRectF(0, 0, 3.5, 54), 1.75, theme.color("text"), None)
    for seat, effect in enumerate(("versterkt", "geen", "geen", "matig", "geen", "veel", "geen", "geen", "geen")):
        lane = ("versterkt", "geen", "matig", "veel").index(effect)
        ink = theme.level(effect)
        _box(painter, QRectF(8 + 17 * seat, 14 * lane, 15.5, 13), 2, ink.fill, ink.border)
    painter.restore()
