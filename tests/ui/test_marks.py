"""The cell is drawn where and as the tokens say: seats, lanes, inks, the outline of the one who stands alone."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kanaalwaarden import paths
from kanaalwaarden.core.picture import CellPicture, Seat
from kanaalwaarden.ui import marks
from kanaalwaarden.ui.marks import CellMetrics, draw_cell
from kanaalwaarden.ui.symbols import GLYPHS, SYMBOLS, draw_divergence_glyph, draw_symbol
from kanaalwaarden.ui.theme import Scheme, Theme, install_fonts

TOKENS: dict[str, Any] = paths.read_json("look/tokens.json")
LEVELS = ("versterkt", "geen", "matig", "veel")
CODES = ("CO", "DV", "PA", "GR", "JZ", "PR", "IV", "IT", "AR")
NAMES = ("communicatie", "dienstverlening", "participatie", "griffie", "juridische zaken", "privacy", "informatieveiligheid", "ICT",
         "archief")  # fmt: skip
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    install_fonts()


def picture(effects: str, divergence: str = "verschil", conclusion: str = "geen") -> CellPicture:
    """A cell from one letter per discipline: v g m x, - for geen oordeel, . for not yet."""
    keys = dict(zip("vgmx-.", (*LEVELS, "geen_oordeel", ""), strict=True))
    given = [keys[letter] for letter in effects]
    lanes = {key: lane for lane, key in enumerate((*LEVELS, "geen_oordeel"))}
    used = [lanes[key] for key in given if key in LEVELS]
    alone = [seat for seat, key in enumerate(given) if key in LEVELS and given.count(key) == 1]
    seats = tuple(Seat(place, CODES[place], NAMES[place], key, lanes.get(key), place in alone) for place, key in enumerate(given))
    return CellPicture(
        conclusion, conclusion or "nog geen conclusie", divergence, divergence, LEVELS, seats, min(used, default=None),
        max(used, default=None), alone[0] if len(alone) == 1 else None, "", "",
    )  # fmt: skip


def paint(cell: CellPicture, theme: Theme, metrics: CellMetrics, rect: QRectF, **more: Any) -> QImage:
    """The cell on an image, a little larger than the cell."""
    image = QImage(int(rect.right()) + 6, int(rect.bottom()) + 6, QImage.Format.Format_ARGB32)
    image.fill(QColor("magenta"))
    with QPainter(image) as painter:
        draw_cell(painter, rect, cell, metrics, theme, **more)
    return image


def inks(image: QImage, box: QRectF) -> dict[str, int]:
    """How often each colour occurs in `box`."""
    count: dict[str, int] = {}
    area = box.toAlignedRect().intersected(image.rect())
    for x in range(area.left(), area.right() + 1):
        for y in range(area.top(), area.bottom() + 1):
            name = image.pixelColor(QPoint(x, y)).name()
            count[name] = count.get(name, 0) + 1
    return count


def setting(scheme: Scheme = "light", *, zoom: float = 1.0, regular: bool = False) -> tuple[Theme, CellMetrics, QRectF]:
    """A theme, its metrics for nine seats and a cell of the least size."""
    theme = Theme(TOKENS, scheme, zoom=zoom)
    metrics = CellMetrics.of(theme, regular=regular, lanes=4)
    return theme, metrics, QRectF(3, 2, metrics.column_min(9), metrics.row_min)


def test_symbols_are_all_distinct(qapp: QApplication) -> None:
    for side in (10, 12, 34):
        pictures = {}
        for key in SYMBOLS:
            image = QImage(side, side, QImage.Format.Format_Grayscale8)
            image.fill(255)
            with QPainter(image) as painter:
                draw_symbol(painter, key, QRectF(0, 0, side, side), QColor("black"))
            pictures[key] = [image.pixelColor(x, y).lightness() for x in range(side) for y in range(side)]
        for one, other in combinations(SYMBOLS, 2):
            apart = sum(abs(a - b) > 100 for a, b in zip(pictures[one], pictures[other], strict=True))
            assert apart >= side * side * 0.05, (side, one, other)


def test_glyphs_are_all_distinct(qapp: QApplication) -> None:
    seen = set()
    for key in GLYPHS:
        image = QImage(12, 12, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            draw_divergence_glyph(painter, key, QRectF(0, 0, 12, 12), QColor("black"))
        seen.add(tuple(image.pixelColor(x, y).lightness() for x in range(12) for y in range(12)))
    assert len(seen) == len(GLYPHS)


def test_steps_of_a_longer_scale_are_filled_further(qapp: QApplication) -> None:
    dark = []
    for key in ("geen", "matig:1/4", "matig", "matig:3/4", "veel"):
        image = QImage(24, 24, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            draw_symbol(painter, key, QRectF(0, 0, 24, 24), QColor("black"))
        dark.append(sum(image.pixelColor(x, y).lightness() < 128 for x in range(24) for y in range(24)))
    assert dark == sorted(set(dark))


def test_unknown_symbol_is_an_error(qapp: QApplication) -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    with QPainter(image) as painter, pytest.raises(KeyError):
        draw_symbol(painter, "misschien", QRectF(0, 0, 10, 10), QColor("black"))


@pytest.mark.parametrize("regular", [False, True], ids=["compact", "regular"])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_mark_stands_on_its_seat_and_lane(qapp: QApplication, scheme: Scheme, zoom: float, regular: bool) -> None:
    theme, metrics, rect = setting(scheme, zoom=zoom, regular=regular)
    cell = picture("vvggmmxx.", "tegenpolen", "niet_eenduidig")
    image = paint(cell, theme, metrics, rect)
    for seat in cell.seats:
        for lane, level in enumerate(LEVELS):
            box = metrics.seat_rect(rect, seat.seat, lane).adjusted(2, 2, -2, -2)
            there = inks(image, box).get(theme.level(level).fill.name(), 0)
            if lane == seat.lane:
                assert there > 0.2 * box.width() * box.height()
            elif theme.level(level).fill != theme.color("raised"):
                assert there == 0


def test_nothing_is_drawn_outside_the_cell(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = paint(picture("vvgggxgg-"), theme, metrics, rect, current=True, selected=True)
    outside = [image.pixelColor(x, y).name() for x in range(image.width()) for y in (0, 1, image.height() - 1)]
    outside += [image.pixelColor(x, y).name() for x in (0, 1, 2, image.width() - 1) for y in range(image.height())]
    assert set(outside) == {"#ff00ff"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_only_one_is_outlined_and_named_inside_the_seats(qapp: QApplication, scheme: Scheme) -> None:
    theme, metrics, rect = setting(scheme)
    outline = theme.lone_outline.name()
    cell = picture("ggggggggx")
    image = paint(cell, theme, metrics, rect)
    place = metrics.seat_rect(rect, 8, 3)
    left_of_it = metrics.seat_rect(rect, 7, 3)
    assert inks(image, left_of_it).get(theme.level("veel").fill.name(), 0) > 20, "the name is wider than a code and grows to the left"
    assert inks(image, QRectF(place.left(), place.top() - 2, place.width(), 3)).get(outline, 0) >= 12
    beyond = QRectF(place.right() + 2, place.top(), rect.right() - place.right() - 3, place.height())
    assert theme.level("veel").fill.name() not in inks(image, beyond)


def test_nobody_else_gets_the_outline(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    cell = picture("vvggggxxg")
    top = metrics.seat_rect(rect, 0, 0).top() - 2
    strip = QRectF(rect.left() + metrics.seats_x, top, 9 * metrics.pitch, 3)
    assert theme.lone_outline.name() not in inks(paint(cell, theme, metrics, rect), strip)


def test_of_several_each_keeps_its_code(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = paint(picture("vggggggmx", "tegenpolen"), theme, metrics, rect)
    beside = metrics.seat_rect(rect, 1, 0).adjusted(2, 0, 0, 0)
    assert theme.level("versterkt").fill.name() not in inks(image, beside)
    assert inks(image, metrics.seat_rect(rect, 0, 0).adjusted(0, -2, 0, 0)).get(theme.lone_outline.name(), 0) >= 15


def test_a_name_too_long_becomes_the_code(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    cell = picture("xgggggggg")
    long = replace(cell.seats[0], name="openbare orde en veiligheid in de binnenstad")
    image = paint(replace(cell, seats=(long, *cell.seats[1:])), theme, metrics, rect)
    assert theme.level("veel").fill.name() not in inks(image, metrics.seat_rect(rect, 1, 3).adjusted(2, 0, 0, 0))


@pytest.mark.parametrize(("divergence", "there"), [("tegenpolen", True), ("niet_beoordeeld", False)])
def test_the_bar_spans_the_lanes_in_use(qapp: QApplication, divergence: str, there: bool) -> None:
    theme, metrics, rect = setting()
    image = paint(picture("vvggggxx.", divergence), theme, metrics, rect)
    strip = QRectF(rect.left() + metrics.bar_x, metrics.lane_y(rect, 0), 3, metrics.lane_y(rect, 3) - metrics.lane_y(rect, 0))
    ink = theme.range_bar("tegenpolen")
    assert ink is not None
    assert (inks(image, strip).get(ink.name(), 0) > strip.height() * 2) is there


def test_geen_oordeel_has_a_line_and_no_fill(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = paint(picture("gggggggg-"), theme, metrics, rect)
    found = inks(image, metrics.seat_rect(rect, 8, 4))
    assert found[theme.level("geen_oordeel").border.name()] >= 13
    assert found[theme.color("raised").name()] > 60


@pytest.mark.parametrize("regular", [False, True], ids=["compact", "regular"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_onbespreekbaar_is_a_filled_chip_in_the_lower_lane(qapp: QApplication, scheme: Scheme, regular: bool) -> None:
    theme, metrics, rect = setting(scheme, regular=regular)
    cell = picture("gggggggg-")
    out = replace(cell.seats[3], effect="onbespreekbaar", lane=4)
    image = paint(replace(cell, seats=(*cell.seats[:3], out, *cell.seats[4:])), theme, metrics, rect)
    box = metrics.seat_rect(rect, 3, 4)
    fill = theme.level("onbespreekbaar").fill.name()
    assert inks(image, box.adjusted(2, 1, -2, -1)).get(fill, 0) > (0.2 if regular else 0.05) * box.width() * box.height()
    assert fill == theme.color("text").name()
    assert theme.level("onbespreekbaar").text == theme.color("raised")


def test_a_ghost_is_hollow_and_dashed(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = QImage(int(rect.right()) + 6, int(rect.bottom()) + 6, QImage.Format.Format_ARGB32)
    image.fill(theme.color("raised"))
    box = metrics.seat_rect(rect, 2, 3)
    with QPainter(image) as painter:
        marks.draw_ghost(painter, box, theme)
    assert set(inks(image, box.adjusted(3, 3, -3, -3))) == {theme.color("raised").name()}
    row = round(box.top())
    top = [image.pixelColor(x, row).name() for x in range(round(box.left()) + 2, round(box.right()) - 2)]
    assert top.count(theme.color("border_strong").name()) > 3
    assert top.count(theme.color("raised").name()) > 1, "dashed"


def test_a_cell_that_was_asked_again_says_so_after_its_badge(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    plain = picture("vvgggggxx", "tegenpolen")
    again = replace(plain, round=2, asked_again=True, round_word="R2")
    badge = theme.divergence("tegenpolen").fill.name()
    corner = QRectF(rect.right() - metrics.right - 8, rect.top() + 2, 7, metrics.headline - 4)
    assert badge in inks(paint(plain, theme, metrics, rect), corner)
    found = inks(paint(again, theme, metrics, rect), corner)
    assert badge not in found
    assert len(found) > 1, "the round stands there"


def test_current_and_selected_show(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    cell = picture("ggggggggg", "eensgezind")
    edge = QRectF(rect.right() - 2, rect.top() + 10, 1, 20)
    focus, strong = theme.color("focus").name(), theme.color("border_strong").name()
    assert focus in inks(paint(cell, theme, metrics, rect, current=True), edge)
    assert strong in inks(paint(cell, theme, metrics, rect, current=True, active=False), edge)
    left = QRectF(rect.left() + 1, rect.top() + 10, 2, 4)
    assert theme.color("accent").name() in inks(paint(cell, theme, metrics, rect, selected=True), left)


def test_large_type_grows_everything(qapp: QApplication) -> None:
    _, small, _ = setting()
    _, large, _ = setting(zoom=2.0)
    assert large.column_min(9) == pytest.approx(2 * small.column_min(9))
    assert large.row_min == pytest.approx(2 * small.row_min)
    assert large.mark_height == pytest.approx(2 * small.mark_height)


def test_compact_measures_are_those_of_the_tokens(qapp: QApplication) -> None:
    _, metrics, rect = setting()
    assert metrics.column_min(9) == pytest.approx(12 + 9 * 16.6 + 14)
    assert metrics.row_min == 77
    assert metrics.lane_y(rect, 1) - metrics.lane_y(rect, 0) == pytest.approx(12.3)
    assert CellMetrics.of(Theme(TOKENS, "light"), regular=False, lanes=3).lane == 15.5
    assert CellMetrics.of(Theme(TOKENS, "light"), regular=False, lanes=7).row_min == pytest.approx(15 + 7 * 12.3 + 10)


def test_the_axis_stands_level_with_the_lanes(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = QImage(int(rect.right()) + 1, int(rect.bottom()) + 1, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    with QPainter(image) as painter:
        marks.draw_axis(painter, rect, LEVELS, metrics, theme)
    for lane, level in enumerate((*LEVELS, "geen_oordeel")):
        y = metrics.lane_y(rect, lane)
        assert theme.symbol_ink(level).name() in inks(image, QRectF(rect.right() - 24, y - 5, 14, 10))


def test_a_blind_cell_shows_no_level(qapp: QApplication) -> None:
    theme, metrics, rect = setting()
    image = QImage(int(rect.right()) + 6, int(rect.bottom()) + 6, QImage.Format.Format_ARGB32)
    image.fill(theme.color("raised"))
    with QPainter(image) as painter:
        marks.draw_blind_cell(painter, rect, [True] * 7 + [False] * 2, "7 van 9", metrics, theme)
    found = inks(image, rect)
    assert not {theme.level(level).fill.name() for level in ("versterkt", "matig", "veel")} & set(found)
    assert theme.color("border_strong").name() in inks(image, metrics.seat_rect(rect, 6, 1))
    assert set(inks(image, metrics.seat_rect(rect, 8, 1))) == {theme.color("raised").name()}


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("effect", [*LEVELS, "geen_oordeel", "onbespreekbaar", ""])
def test_entry_chips(qapp: QApplication, effect: str, zoom: float) -> None:
    theme = Theme(TOKENS, "light", zoom=zoom)
    rect = QRectF(0, 0, 95 * zoom, 71 * zoom)
    images = []
    for reason in (False, True):
        image = QImage(int(rect.width()), int(rect.height()), QImage.Format.Format_ARGB32)
        image.fill(QColor("magenta"))
        with QPainter(image) as painter:
            marks.draw_entry_chip(painter, rect, effect, effect.replace("_", " "), theme, has_reason=reason, current=True)
        images.append(image)
    found = inks(images[0], rect.adjusted(4, 4, -4, -4))
    assert (found.get(theme.level(effect or "nog_niet").fill.name(), 0)) > 200
    assert images[0] != images[1]
    assert theme.color("focus").name() in inks(images[0], QRectF(0, 20, 3, 10))


@pytest.mark.parametrize("word", ["a", "heel erg lange woorden die nergens passen"])
@pytest.mark.parametrize("width", [1.0, 30.0, 400.0])
def test_nothing_breaks_however_narrow(qapp: QApplication, width: float, word: str) -> None:
    theme, metrics, _ = setting()
    cell = replace(picture("vggggxgg-"), conclusion_word=word, divergence_word=word)
    paint(cell, theme, metrics, QRectF(2, 2, width, 20), open_word=word)
    paint(replace(cell, seats=(), conclusion=""), theme, metrics, QRectF(2, 2, width, 20), open_word=word)
    image = QImage(420, 90, QImage.Format.Format_ARGB32)
    with QPainter(image) as painter:
        marks.draw_entry_chip(painter, QRectF(0, 0, width, 20), "geen_oordeel", word, theme, has_reason=True)
        marks.draw_emblem(painter, QRectF(0, 0, width, 20), theme)
