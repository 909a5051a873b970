"""The theme hands out the colours of the tokens, every pair of them with enough contrast; fonts and icons are there."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QIcon, QPalette, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kanaalwaarden import paths
from kanaalwaarden.ui.theme import Scheme, Theme, high_contrast, install_fonts, system_body, system_scheme

TOKENS: dict[str, Any] = paths.read_json("look/tokens.json")
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")
PAIRS = TOKENS["contrast"]
ICONS = sorted(set(TOKENS["icon"]["actions"].values()))


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with our fonts; its look is put back afterwards."""
    install_fonts()
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def ratio(one: QColor, other: QColor) -> float:
    """The WCAG 2.2 contrast ratio."""

    def luminance(colour: QColor) -> float:
        shares = (colour.redF(), colour.greenF(), colour.blueF())
        parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours_of(theme: Theme, pair: str) -> tuple[QColor, QColor]:
    """Front and ground of a pair by its name, as the theme hands them out."""
    if found := re.fullmatch(r"(level|badge) (\w+): (?:text on fill|border / (\w+))", pair):
        group, key, ground = found.groups()
        ink = theme.level(key) if group == "level" else theme.divergence(key)
        return (ink.border, theme.color(ground)) if ground else (ink.text, ink.fill)
    if found := re.fullmatch(r"symbol (\w+) / surface", pair):
        return theme.symbol_ink(found[1]), theme.color("surface")
    if pair == "lone outline / raised":
        return theme.lone_outline, theme.color("raised")
    if pair == "range bar nuance / raised":
        bar = theme.range_bar("nuance")
        assert bar is not None
        return bar, theme.color("raised")
    if pair == "projector geen border / white":
        projector = TOKENS["color"]["projector"]
        return QColor(projector["level.geen.border"]), QColor(projector["surface"])
    found = re.fullmatch(r"(\w+) (?:on|/) (\w+)(?: \(line\))?", pair)
    assert found, f"unknown pair {pair!r}"
    return theme.color(found[1]), theme.color(found[2])


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{each['theme']}: {each['pair']}" for each in PAIRS])
def test_every_pair_has_its_contrast(qapp: QApplication, pair: dict[str, Any]) -> None:
    front, ground = colours_of(Theme(TOKENS, pair["theme"]), pair["pair"])
    assert (front.name().upper(), ground.name().upper()) == (pair["fg"], pair["bg"])
    assert ratio(front, ground) == pytest.approx(pair["ratio"], abs=0.01)
    assert ratio(front, ground) >= pair["min"]


def test_all_172_pairs_are_tested() -> None:
    assert len(PAIRS) == 172


def test_forced_contrast_on_a_light_ground_has_only_plain_ink(qapp: QApplication) -> None:
    theme = Theme(TOKENS, "light", forced=True)
    text = theme.color("text")
    assert theme.color("border") == theme.color("border_strong") == theme.color("text_muted") == text
    assert theme.level("geen").border == theme.level("geen_oordeel").text == theme.divergence("een_stem").border == text
    assert theme.level("veel").fill == Theme(TOKENS, "light").level("veel").fill
    assert not Theme(TOKENS, "dark", forced=True).forced


def test_fonts_are_one_family_of_four_styles(app: QApplication) -> None:
    assert set(install_fonts()) == {"Kanaal Sans", "DejaVu Sans"}
    assert set(QFontDatabase.styles("Kanaal Sans")) == {"Regular", "Italic", "Bold", "Bold Italic"}
    theme = Theme(TOKENS, "light")
    for bold in (False, True):
        for italic in (False, True):
            metrics = QFontMetricsF(theme.font(bold=bold, italic=italic))
            assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")
            face = QRawFont.fromFont(theme.font(bold=bold, italic=italic))
            assert (face.familyName(), face.weight() >= 600) == ("Kanaal Sans", bold)
            wanted = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "șț€–—‘’“”…"))
            assert [hex(code) for code in wanted if not face.supportsCharacter(code)] == []


def test_the_fallback_draws_what_our_face_lacks(app: QApplication) -> None:
    font = Theme(TOKENS, "light").font()
    assert font.families() == ["Kanaal Sans", "DejaVu Sans"]
    layout = QTextLayout("a→", font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {"Kanaal Sans", "DejaVu Sans"}
    assert all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_there_and_draws(qapp: QApplication, name: str) -> None:
    icon = Theme(TOKENS, "dark").icon(name, "text", 16)
    inks = {}
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        image = icon.pixmap(QSize(16, 16), 1.0, mode).toImage()
        assert image.size() == QSize(16, 16)
        solid = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        inks[mode] = max(solid, key=lambda colour: colour.alpha())
        assert sum(colour.alpha() > 100 for colour in solid) >= 8
    assert inks[QIcon.Mode.Normal].lightness() > inks[QIcon.Mode.Disabled].lightness()


def test_an_icon_grows_with_type_and_is_kept(qapp: QApplication) -> None:
    theme = Theme(TOKENS, "light", zoom=2.0)
    assert theme.icon("plus") is theme.icon("plus")
    assert QSize(32, 32) in theme.icon("plus").availableSizes()
    assert theme.icon_size() == QSize(32, 32)
    with pytest.raises(OSError, match="no-such-icon"):
        theme.icon("no-such-icon")


def test_the_app_icon_draws(qapp: QApplication) -> None:
    assert not QIcon(str(paths.resources() / "icons" / "kanaalwaarden.svg")).pixmap(32, 32).isNull()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_sizes_follow_the_body(qapp: QApplication, scheme: Scheme) -> None:
    plain, large = Theme(TOKENS, scheme), Theme(TOKENS, scheme, zoom=2.0)
    assert plain.px("body") == 14
    assert large.px("body") == 28
    assert large.px("badge") == 23
    assert (plain.space(6), large.space(6)) == (16, 32)
    assert large.font("h1").pointSizeF() == pytest.approx(2 * plain.font("h1").pointSizeF())
    assert large.width_class(1280) == 640
    assert plain.stroke("lone") == 2
    assert Theme(TOKENS, scheme, body=16).factor == pytest.approx(16 / 14)


@pytest.mark.parametrize("zoom", [0.5, 2.5])
def test_zoom_has_bounds(qapp: QApplication, zoom: float) -> None:
    with pytest.raises(ValueError, match="zoom"):
        Theme(TOKENS, "light", zoom=zoom)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_palette_says_what_the_tokens_say(qapp: QApplication, scheme: Scheme) -> None:
    theme = Theme(TOKENS, scheme)
    palette = theme.palette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    assert palette.color(group.Active, role.Window) == theme.color("surface")
    assert palette.color(group.Inactive, role.Highlight) == theme.color("selection")
    assert palette.color(group.Active, role.Accent) == theme.color("accent")
    assert palette.color(group.Disabled, role.ButtonText) == theme.color("text_muted")
    assert palette.color(group.Disabled, role.WindowText) == theme.color("text_muted")


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_apply_changes_the_whole_application(app: QApplication, qtbot: Any, scheme: Scheme, zoom: float) -> None:
    theme = Theme(TOKENS, scheme, zoom=zoom)
    theme.apply(app)
    theme.apply(app)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert app.font().families()[0] == "Kanaal Sans"
    assert app.palette().color(QPalette.ColorRole.Window) == theme.color("surface")
    assert theme.color("focus").name() in app.styleSheet()
    assert "$" not in app.styleSheet()
    assert field.sizeHint().height() == pytest.approx(theme.size("field"), abs=2)
    assert field.height() >= TOKENS["size"]["hit_min"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_files_of_the_sheet_have_the_ink_of_the_scheme(qapp: QApplication, scheme: Scheme) -> None:
    theme = Theme(TOKENS, scheme)
    folder = paths.resources() / "look"
    for name, ink in (("up", "text"), ("down", "text"), ("check", "on_accent")):
        assert theme.color(ink).name() in (folder / f"{name}-{scheme}.svg").read_text(encoding="utf-8").lower()
        assert f"{name}-{scheme}.svg" in theme.sheet()


def test_the_desktop_is_asked(qapp: QApplication) -> None:
    assert system_scheme(qapp) in SCHEMES
    assert high_contrast(qapp) in (True, False)
    assert system_body(qapp) >= 14


def test_no_bar_where_nobody_differs(qapp: QApplication) -> None:
    assert Theme(TOKENS, "light").range_bar("niet_beoordeeld") is None


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_placeholder_can_be_read(app: QApplication, qtbot: Any, scheme: Scheme) -> None:
    theme = Theme(TOKENS, scheme)
    theme.apply(app)
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.ensurePolished()
        ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert ink.alpha() == 255
        assert ratio(ink, theme.color("raised")) >= 4.5


def test_the_keyboard_puts_an_edge_on_a_button_and_nothing_inside_it(app: QApplication, qtbot: Any) -> None:
    theme = Theme(TOKENS, "light")
    theme.apply(app)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = QPushButton("een"), QPushButton()
    for each in (first, second):
        each.setMinimumWidth(120)
        layout.addWidget(each)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)  # only then does Qt draw a frame of its own
    assert second.hasFocus()
    image = second.grab().toImage()
    assert image.pixelColor(1, 16) == theme.color("focus")
    inside = {image.pixelColor(x, y).name() for x in range(10, 110, 4) for y in range(8, 26, 4)}
    assert inside == {theme.color("raised").name()}
