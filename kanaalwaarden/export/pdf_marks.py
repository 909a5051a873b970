"""What is drawn on paper and is no running text: symbols, badges, marks, the cell of the value table. Nothing here decides anything
but whether a text fits. The inks and figures are those of tokens.json (pixels at 96 dpi; three quarters of a point each).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor

from kanaalwaarden.core.model import NO_JUDGEMENT
from kanaalwaarden.core.picture import CellPicture, Seat
from kanaalwaarden.tagged.fonts import BOLD, REGULAR, Faces

PX = 0.75
CAP = 0.66  # height of a capital of Kanaal Sans, as a part of its size
_OUTLINED: dict[str, list[float]] = {"niet_beoordeeld": [1.6, 1.2], "een_stem": []}
_LOUD = ("nuance", "verschil", "tegenpolen")


@dataclass(frozen=True, slots=True)
class Grid:
    """Where everything stands in a cell, in points from its upper left corner; measured on the mock-up of page 10."""

    lanes: int
    pitch: float
    mark: tuple[float, float]
    lane: float
    lower: float
    headline: float = 8.2 * PX
    lanes_top: float = 19.2 * PX
    bottom: float = 1.9 * PX
    bar_x: float = 4.3 * PX
    seats_x: float = 11 * PX
    symbol_x: float = 9 * PX
    word_x: float = 17 * PX
    right: float = 3.5 * PX

    @classmethod
    def of(cls, tokens: Mapping[str, Any], lanes: int) -> "Grid":
        """The figures for a scale of so many levels. Three lanes stand wider apart, as on the screen, so that rows keep their height."""
        paper, screen = tokens["overview"]["pdf_a4_landscape_px96"], tokens["overview"]["compact"]
        lane = paper["lane"] * (screen["lane_one_sided"] / screen["lane"] if lanes <= 3 else 1)
        mark = (paper["mark"][0] * PX, paper["mark"][1] * PX)
        return cls(lanes, paper["seat_pitch"] * PX, mark, lane * PX, paper["lane_geen_oordeel"] * PX)

    @property
    def row(self) -> float:
        """The height of a row."""
        return self.lanes_top + self.lanes * self.lane + self.lower + self.bottom

    def seats_width(self, seats: int) -> float:
        """The narrowest column in which so many seats stand side by side."""
        return self.seats_x + seats * self.pitch + 9 * PX

    def mark_height(self, lane: int) -> float:
        """How high a mark in this lane is: the lower lane is lower."""
        return self.mark[1] if lane < self.lanes else min(self.mark[1], self.lower)

    def lane_y(self, lane: int) -> float:
        """The middle of a lane below the top of the cell; the lane after the last is the lower one."""
        if lane < self.lanes:
            return self.lanes_top + (lane + 0.5) * self.lane
        return self.lanes_top + self.lanes * self.lane + self.lower / 2


class Inks:
    """Colours by their names in the tokens (the light scheme; paper is white)."""

    def __init__(self, tokens: Mapping[str, Any]) -> None:
        self._light = tokens["color"]["light"]
        self._made: dict[str, Color] = {}

    def __call__(self, *path: str) -> Color:
        """The colour at a path, e.g. ('level', 'veel', 'fill')."""
        found: Any = self._light
        for part in path:
            found = found[part]
        if found not in self._made:
            self._made[found] = HexColor(found)
        return self._made[found]

    def has_bar(self, divergence: str) -> bool:
        """Whether a cell of this divergence has a range bar."""
        return divergence in self._light["mark"]["range_bar"]


class Marks:
    """Draws marks on a reportlab canvas. Coordinates are points; y is the top or the middle, as named, and runs upward as in PDF."""

    def __init__(self, tokens: Mapping[str, Any], faces: Faces, open_word: str, larger: float = 1.0) -> None:
        """`open_word` stands in a cell without a conclusion; `larger` enlarges the marks' letters, for a picture of one cell."""
        self.faces = faces
        self._open = open_word
        self.ink = Inks(tokens)
        sizes = tokens["type"]["pdf_pt"]
        self.code_size = float(sizes["mark_code"]) * larger
        self.word_size = float(sizes["table_conclusion"])
        self._radius = tokens["radius"]["mark"] * PX
        self._badge_radius = tokens["radius"]["badge"] * PX
        self._bar = tokens["stroke"]["range_bar"] * PX
        self._lone = tokens["stroke"]["lone"] * PX

    # Small parts

    def symbol(self, canvas: Any, key: str, x: float, y: float, side: float) -> None:
        """The symbol `key` with its middle at (x, y), in a box of `side`."""
        canvas.saveState()
        canvas.translate(x - side / 2, y + side / 2)
        canvas.scale(side / 10, -side / 10)  # the tokens' box of 10, y downward
        canvas.setFillColor(self.ink("symbol_ink", key))
        canvas.setStrokeColor(self.ink("symbol_ink", key))
        _SYMBOLS[key](canvas)
        canvas.restoreState()

    def text(self, canvas: Any, x: float, y: float, text: str, face: str, size: float) -> None:
        """One line whose capitals have their middle at `y`."""
        self.faces.draw(canvas, x, y - CAP * size / 2, text, face, size)

    def badge_width(self, key: str, word: str) -> float:
        """How wide the badge of a divergence word is."""
        return self.faces.width(word, BOLD if key in _LOUD else REGULAR, self.word_size) + 2 * 3 * PX

    def badge(self, canvas: Any, key: str, word: str, right: float, y: float) -> None:
        """The badge of a divergence word, its right edge at `right` and its middle at `y`."""
        width, height = self.badge_width(key, word), 13.3 * PX
        fill, edge = self.ink("divergence", key, "fill"), self.ink("divergence", key, "border")
        canvas.setLineWidth(PX)
        canvas.setStrokeColor(edge)
        canvas.setFillColor(fill)
        if key in _LOUD:
            canvas.roundRect(right - width, y - height / 2, width, height, self._badge_radius, stroke=1, fill=1)
        elif key in _OUTLINED:
            canvas.setDash(_OUTLINED[key])
            canvas.roundRect(right - width, y - height / 2, width, height, self._badge_radius, stroke=1, fill=0)
            canvas.setDash([])
        canvas.setFillColor(self.ink("divergence", key, "text"))
        self.text(canvas, right - width + 3 * PX, y, word, BOLD if key in _LOUD else REGULAR, self.word_size)

    # The cell

    def headline_width(self, picture: CellPicture) -> float:
        """The narrowest column in which conclusion, badge and round stand side by side."""
        word = self.faces.width(picture.conclusion_word if picture.conclusion else self._open, BOLD, self.word_size)
        return (17 + 4 + 3.5) * PX + word + self.badge_width(picture.divergence, picture.divergence_word) + self._again_width(picture)

    def _again_width(self, picture: CellPicture) -> float:
        return self.faces.width(picture.round_word, BOLD, self.word_size) + 3 * PX if picture.asked_again else 0.0

    def cell(self, canvas: Any, picture: CellPicture, grid: Grid, x: float, top: float, width: float) -> None:
        """One cell: conclusion and badge, the lanes with everybody's mark, and the bar that says how far apart they are."""
        middle = top - grid.headline
        self.symbol(canvas, picture.conclusion or "geen_conclusie", x + grid.symbol_x, middle, 9 * PX)
        canvas.setFillColor(self.ink("text"))
        self.text(canvas, x + grid.word_x, middle, picture.conclusion_word if picture.conclusion else self._open, BOLD, self.word_size)
        again = self._again_width(picture)
        self.badge(canvas, picture.divergence, picture.divergence_word, x + width - grid.right - again, middle)
        if again:
            canvas.setFillColor(self.ink("text"))
            self.text(canvas, x + width - grid.right - again + 3 * PX, middle, picture.round_word, BOLD, self.word_size)
        self.lanes(canvas, picture, grid, x, top, width)

    def lanes(self, canvas: Any, picture: CellPicture, grid: Grid, x: float, top: float, width: float) -> None:
        """Only the lanes with everybody's mark and the bar."""
        self._lanes(canvas, picture, grid, x, top)
        self._ghosts(canvas, picture, grid, x, top)
        last: list[Seat] = []
        for seat in picture.seats:
            if seat.alone:
                last.append(seat)
            elif seat.lane is not None:
                self._chip(canvas, seat, grid, x, top)
        for seat in last:  # drawn last: an outline may cover a point of the next lane
            self._alone(canvas, seat, picture, grid, x, top, width)

    def _lanes(self, canvas: Any, picture: CellPicture, grid: Grid, x: float, top: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(self.ink("mark", "lane_dots"))
        canvas.setDash([0.5, 2])
        left = x + grid.seats_x
        right = left + len(picture.seats) * grid.pitch
        canvas.lines([(left, top - grid.lane_y(lane), right, top - grid.lane_y(lane)) for lane in range(grid.lanes)])
        canvas.setDash([])
        if picture.low is None or picture.high is None or not self.ink.has_bar(picture.divergence):
            return
        reach = grid.mark[1] / 2
        upper, lower = top - grid.lane_y(picture.low) + reach, top - grid.lane_y(picture.high) - reach
        canvas.setFillColor(self.ink("mark", "range_bar", picture.divergence))
        canvas.roundRect(x + grid.bar_x, lower, self._bar, upper - lower, self._bar / 2, stroke=0, fill=1)

    def _ghosts(self, canvas: Any, picture: CellPicture, grid: Grid, x: float, top: float) -> None:
        """The places that disciplines left in this round: hollow, with a dashed edge and without a code."""
        canvas.setLineWidth(PX)
        canvas.setStrokeColor(self.ink("border_strong"))
        canvas.setDash([1.8, 1.2])
        for seat in picture.seats:
            if seat.ghost is not None:
                left = x + grid.seats_x + seat.seat * grid.pitch
                height = grid.mark_height(seat.ghost)
                canvas.roundRect(left, top - grid.lane_y(seat.ghost) - height / 2, grid.mark[0], height, self._radius, stroke=1, fill=0)
        canvas.setDash([])

    def _chip(self, canvas: Any, seat: Seat, grid: Grid, x: float, top: float) -> None:
        assert seat.lane is not None
        width, height = grid.mark[0], grid.mark_height(seat.lane)
        left = x + grid.seats_x + seat.seat * grid.pitch
        middle = top - grid.lane_y(seat.lane)
        canvas.setLineWidth(PX)
        canvas.setStrokeColor(self.ink("level", seat.effect, "border"))
        if seat.effect == NO_JUDGEMENT:
            low = middle - 3.4 * PX
            canvas.line(left, low, left + width, low)
            canvas.setFillColor(self.ink("level", seat.effect, "text"))
            self._centred(canvas, left + width / 2, middle + 1.4 * PX, seat.code, REGULAR, width)
            return
        canvas.setFillColor(self.ink("level", seat.effect, "fill"))
        canvas.roundRect(left, middle - height / 2, width, height, self._radius, stroke=1, fill=1)
        canvas.setFillColor(self.ink("level", seat.effect, "text"))
        self._centred(canvas, left + width / 2, middle, seat.code, BOLD, width)

    def _centred(self, canvas: Any, x: float, y: float, text: str, face: str, room: float = 0) -> None:
        """A code or name in the middle; a code in a wide script is drawn smaller rather than over its neighbours."""
        size = self.code_size
        width = self.faces.width(text, face, size)
        if room and width > room:
            size, width = size * room / width, room
        self.text(canvas, x - width / 2, y, text, face, size)

    def _alone(self, canvas: Any, seat: Seat, picture: CellPicture, grid: Grid, x: float, top: float, width: float) -> None:
        """Who stands alone: the full name with an outline of ink at its own seat, kept inside the seats; of several, the codes."""
        assert seat.lane is not None
        first = x + grid.seats_x
        left, wide = first + seat.seat * grid.pitch - PX, grid.mark[0] + 2 * PX
        text = seat.code
        if picture.named == seat.seat:
            needed = self.faces.width(seat.name, BOLD, self.code_size) + 2 * 5 * PX
            right = first + len(picture.seats) * grid.pitch
            edge = x + width - grid.right
            if needed <= edge - first:
                text, wide = seat.name, max(needed, wide)
                # Where the seats are too few for the name, there is paper to the right of them.
                left = max(first, min(left, (right if needed <= right - first else edge) - wide))
        height = grid.mark[1] + 2 * 1.2 * PX
        middle = top - grid.lane_y(seat.lane)
        canvas.setLineWidth(self._lone)
        canvas.setStrokeColor(self.ink("mark", "lone_outline"))
        canvas.setFillColor(self.ink("level", seat.effect, "fill"))
        inside = self._lone / 2
        box = (left + inside, middle - height / 2 + inside, wide - 2 * inside, height - 2 * inside)
        canvas.roundRect(*box, self._radius, stroke=1, fill=1)
        canvas.setFillColor(self.ink("level", seat.effect, "text"))
        self._centred(canvas, left + wide / 2, middle, text, BOLD)


def _triangle(canvas: Any) -> None:
    path = canvas.beginPath()
    path.moveTo(5, 0.6)
    path.lineTo(9.6, 9)
    path.lineTo(0.4, 9)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _ring(canvas: Any) -> None:
    canvas.setLineWidth(1.5)
    canvas.circle(5, 5, 3.9, stroke=1, fill=0)


def _half(canvas: Any) -> None:
    _ring(canvas)
    path = canvas.beginPath()
    path.arc(1.1, 1.1, 8.9, 8.9, 0, 180)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _disc(canvas: Any) -> None:
    canvas.circle(5, 5, 4.6, stroke=0, fill=1)


def _bar(canvas: Any) -> None:
    canvas.rect(0.8, 4, 8.4, 2, stroke=0, fill=1)


def _dots(canvas: Any) -> None:
    for x in (1.6, 5, 8.4):
        canvas.circle(x, 5, 1.05, stroke=0, fill=1)


def _struck(canvas: Any) -> None:
    canvas.setLineWidth(1.4)
    canvas.lines([(1, 3.4, 9, 3.4), (1, 6.8, 9, 6.8), (7.4, 0.4, 2.6, 9.6)])


def _crossed(canvas: Any) -> None:
    canvas.setLineWidth(1.4)
    canvas.rect(1, 1, 8, 8, stroke=1, fill=0)
    canvas.lines([(1, 1, 9, 9), (9, 1, 1, 9)])


def _square(canvas: Any) -> None:
    canvas.setLineWidth(1.1)
    canvas.setDash([1.6, 1.2])
    canvas.rect(1, 1, 8, 8, stroke=1, fill=0)


_SYMBOLS = {
    "versterkt": _triangle,
    "geen": _ring,
    "matig": _half,
    "veel": _disc,
    "geen_oordeel": _bar,
    "onbespreekbaar": _crossed,
    "nog_niet": _dots,
    "niet_eenduidig": _struck,
    "geen_conclusie": _square,
}
