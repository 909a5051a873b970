"""Contrast as it is painted: colours are read back from the pixels, not from the tokens. Each pair of tokens.json by what really
paints it, in three themes; and the words of every screen against the ground that they stand on.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.core.slides import keys, slide_of
from kanaalwaarden.ui import sheet
from kanaalwaarden.ui.bands import Band
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.marks import CellMetrics, draw_badge, draw_cell, draw_chip, draw_current
from kanaalwaarden.ui.slides import SlidePainter
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.texts import PlainText
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.widgets import Card, LineField, button, label
from tests.ui.conftest import example
from tests.ui.test_marks import picture
from tests.ui.test_theme import PAIRS, SCHEMES, TOKENS, ratio
from tests.ui.walks import SCREENS, settle, tabs_of

Colours = dict[str, int]


def colours(image: QImage) -> Colours:
    """Every colour of a picture and how often it is there."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    if plain.isNull():
        return {}
    size = (plain.width(), plain.height())
    seen = Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)
    return {"#%02X%02X%02X" % each: count for count, each in seen.getcolors(size[0] * size[1])}  # noqa: UP031


@lru_cache(maxsize=100_000)
def contrast_of(one: str, other: str) -> float:
    """The contrast of two colours by name; of the blended edges of letters there are many, and always the same."""
    return ratio(QColor(one), QColor(other))


def measured(image: QImage) -> tuple[str, str, float]:
    """The ground (the commonest colour), the ink (what differs most from it), and the contrast between the two."""
    found = colours(image)
    ground = max(found, key=found.__getitem__)
    ink = max(found, key=lambda each: contrast_of(each, ground))
    return ground, ink, contrast_of(ink, ground)


# Each pair by what paints it


class _Paper(QWidget):
    """A piece of ground on which a painter of ours draws."""

    def __init__(self, draw: Callable[[QPainter, QRectF], object], size: tuple[int, int] = (120, 60)) -> None:
        super().__init__()
        self._draw = draw
        self.setFixedSize(*size)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8))


def on_ground(ground: str, part: QWidget) -> QWidget:
    """The part in what has this ground in the program: the window, a card, or the rail."""
    holder = QWidget() if ground == "surface" else Card() if ground == "raised" else QFrame()
    if ground == "sunken":
        holder.setProperty("rail", True)
    column = QVBoxLayout(holder)
    column.setContentsMargins(12, 12, 12, 12)
    column.addWidget(part)
    return holder


def words(theme: Theme, ink: str) -> QLabel:
    made = label(theme, "Woorden", muted=ink == "text_muted", wrap=False)
    if ink in ("accent", "danger"):
        made.setProperty("ink", ink)
    return made


def chosen_row(theme: Theme) -> QWidget:
    """A list with the words of its one row selected."""
    rows = QListWidget()
    rows.addItem("Woorden")
    rows.setCurrentRow(0)
    rows.setFixedSize(160, 60)
    return rows


def in_band(theme: Theme, kind: str) -> QWidget:
    band = Band(theme, kind, "triangle-alert", "Doe iets", lambda: None)
    band.show_sentence("Een zin")
    return band


def cell(theme: Theme, draw: CellPicture, **more: bool) -> QWidget:
    metrics = CellMetrics.of(theme, regular=True, lanes=4)
    wide, high = round(metrics.column_min(len(draw.seats))) + 40, round(metrics.row_min) + 20
    return _Paper(lambda painter, _: draw_cell(painter, QRectF(0, 0, wide, high), draw, metrics, theme, **more), (wide, high))


def by_pair(theme: Theme, pair: str) -> QWidget:
    """The widget that paints this pair."""
    if found := re.fullmatch(r"(text|text_muted|accent|danger) on (surface|raised|sunken)", pair):
        return on_ground(found[2], words(theme, found[1]))
    if pair == "on_accent on accent":
        return button(theme, "Woorden", primary=True)
    if pair == "on_accent_soft on accent_soft":
        return in_band(theme, "quiet")
    if pair == "danger on danger_soft":
        return in_band(theme, "danger")
    if pair == "on_selection on selection":
        return chosen_row(theme)
    if found := re.fullmatch(r"symbol (\w+) / surface", pair):
        return _Paper(lambda painter, _: draw_symbol(painter, found[1], QRectF(10, 10, 40, 40), theme.symbol_ink(found[1])))
    if found := re.fullmatch(r"level (\w+): (?:text on fill|border / (\w+))", pair):
        font = theme.font_px(30, bold=True)
        effect = "" if found[1] == "nog_niet" else found[1]
        return on_ground(found[2] or "raised", _Paper(lambda painter, box: draw_chip(painter, box, "HE", effect, theme, font)))
    if found := re.fullmatch(r"badge (\w+): .*", pair):
        font = theme.font_px(30, bold=True)
        return on_ground("raised", _Paper(lambda painter, box: draw_badge(painter, box, found[1], "HEL", theme, font)))
    if pair in ("lone outline / raised", "range bar nuance / raised"):
        return cell(theme, picture("ggxgm", "nuance"))
    if pair == "text_muted on selection":  # a line without a conclusion in a cell that is selected
        return cell(theme, picture("ggg", "eensgezind", ""), selected=True)
    if found := re.fullmatch(r"border_strong / (raised|surface) \(line\)", pair):
        field = LineField(theme, "Veld")
        field.setFixedWidth(120)
        return on_ground(found[1], field)
    if pair == "border_strong / sunken (line)":
        table = QTableWidget(1, 1)
        table.setHorizontalHeaderLabels([""])
        table.setFixedSize(200, 120)
        return table
    if pair == "focus / selection (line)":
        return cell(theme, picture("ggg", "eensgezind"), selected=True, current=True)
    if found := re.fullmatch(r"focus / (raised|surface) \(line\)", pair):
        return on_ground(found[1], _Paper(lambda painter, box: draw_current(painter, box, theme)))
    raise AssertionError(f"nothing paints {pair!r}")


NOT_PAINTED = {"on_danger on danger", "text_muted on accent_soft"}
"""Nothing is filled with the colour of danger, and in a band muted words are not muted: test_what_nothing_paints holds both."""
PROJECTOR = "projector geen border / white"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_has_its_contrast_where_it_is_painted(qapp: QApplication, qtbot: QtBot, scheme: str) -> None:
    install_fonts()
    theme = Theme(TOKENS, scheme, zoom=2.0)  # type: ignore[arg-type] # strokes are thick enough to have a middle without blended edges
    theme.apply(qapp)
    faults, seen = [], 0
    for pair in PAIRS:
        if pair["theme"] != scheme or pair["pair"] in NOT_PAINTED | {PROJECTOR}:
            continue
        widget = by_pair(theme, pair["pair"])
        qtbot.addWidget(widget)
        widget.show()
        found = colours(widget.grab().toImage())
        seen += 1
        painted = [colour for colour in (pair["fg"], pair["bg"]) if found.get(colour, 0) >= 8]
        if len(painted) < 2 or ratio(*map(QColor, painted)) < pair["min"]:
            there = sorted(found, key=found.__getitem__)[-5:]
            faults.append(f"{pair['pair']}: of {pair['fg']} on {pair['bg']} {painted} is painted; {there}")
        widget.close()
    assert faults == []
    assert seen == sum(each["theme"] == scheme for each in PAIRS) - len(NOT_PAINTED) - (scheme == "light")


def test_the_projector_paints_its_own_pair(qapp: QApplication) -> None:
    install_fonts()
    pair = next(each for each in PAIRS if each["pair"] == PROJECTOR)
    session, labels = example(), Labels(paths.read_json("labels/nl.json"))
    key = next(each for each in keys(session) if each[0] == "cell")
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        SlidePainter().paint(painter, slide_of(session, [], labels, key), QSizeF(1280, 720), 0)
    found = colours(image)
    assert found[pair["bg"]] > 1000
    assert found[pair["fg"]] >= 8
    assert ratio(QColor(pair["fg"]), QColor(pair["bg"])) >= pair["min"]


def test_what_nothing_paints(theme: Theme, qtbot: QtBot) -> None:
    code = "".join(each.read_text(encoding="utf-8") for each in Path(sheet.__file__).parent.glob("*.py"))
    assert "on_danger" not in code
    band = QFrame()
    band.setProperty("band", "quiet")
    column = QVBoxLayout(band)
    column.addWidget(words(theme, "text_muted"))
    qtbot.addWidget(band)
    band.show()
    ground, ink, _ = measured(band.grab().toImage())
    assert (QColor(ground), QColor(ink)) == (theme.color("accent_soft"), theme.color("on_accent_soft"))


# The words of every screen on their ground


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text() if widget.pixmap().isNull() else ""
    if isinstance(widget, PlainText):
        return widget.text
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _inside(widget: QWidget) -> QRect:
    """Where the words stand: without edges, and of Qt's buttons only what the words take. Our own paint words and symbols in one place."""
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        wide = min(widget.fontMetrics().horizontalAdvance(widget.text()), widget.width() - 8)
        right = (widget.width() + wide) // 2 if widget.icon().isNull() else (widget.width() + wide + widget.iconSize().width() + 4) // 2
        checks = isinstance(widget, QCheckBox | QRadioButton)
        box = QRect(30 if checks else right - wide, 4, wide, widget.height() - 8)
        return box.intersected(seen)
    return seen.adjusted(1, 1, -1, -1)


def pale(window: QWidget) -> tuple[list[str], int]:
    """Words that are not told apart well enough from their ground (WCAG 2.2, 1.4.3), and how many were looked at."""
    picture_, faults, count = window.grab().toImage(), [], 0
    for widget in window.findChildren(QWidget):
        text = _words_of(widget) if widget.isVisible() and widget.isEnabled() else ""
        box = _inside(widget) if text else QRect()
        if box.height() < widget.fontMetrics().height() // 2 or box.width() < 8:
            continue  # scrolled out of view, or nothing to read
        ground, ink, contrast = measured(picture_.copy(QRect(widget.mapTo(window, box.topLeft()), box.size())))
        pixels = widget.fontInfo().pixelSize()
        large = pixels >= 24 or (widget.font().bold() and pixels >= 18.66)
        count += 1
        if contrast < (3 if large else 4.5):
            faults.append(f"{type(widget).__name__} {text[:40]!r}: {ink} on {ground} is {contrast:.2f}")
    return faults, count


def test_the_words_of_every_screen_stand_out_from_their_ground(window: MainWindow, tmp_path: Path, qapp: QApplication) -> None:
    assert window.workspace.new(tmp_path / "zaak.kanaal", example()) is None
    window.resize(1280, 720)
    faults: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        window.choose_scheme(scheme)
        looked_at = 0
        for screen in SCREENS:
            window.show_screen(screen)
            for tab in tabs_of(window) if scheme == "light" else ("",):  # the tabs of a screen are built of the same parts
                settle(qapp)
                faults[f"{scheme} {screen} {tab}"], count = pale(window)
                looked_at += count
        assert looked_at > (300 if scheme == "light" else 150)
    assert {where: found for where, found in faults.items() if found} == {}
    planted = QLabel("Grijs op grijs", window.current)
    planted.setStyleSheet("background: #AAAAAA; color: #888888; font-size: 16px;")
    planted.setGeometry(40, 40, 200, 30)
    planted.show()
    settle(qapp)
    found, _ = pale(window)
    assert len(found) == 1
    assert "'Grijs op grijs': #888888 on #AAAAAA" in found[0]
