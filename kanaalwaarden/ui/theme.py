"""The look, made from the tokens: colours, sizes, fonts, icons, palette and the one style sheet.

In: `resources/look/tokens.json`, a scheme, a zoom factor and the body size in pixels. Out: a `Theme`, which is passed around;
nothing here is global and no colour is written in code elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kanaalwaarden import paths
from kanaalwaarden.ui.sheet import style_sheet

Scheme = Literal["light", "dark", "contrast"]

_BODY_POINTS = 10.5  # look.md: body = max(10.5 pt, system font x 1.17)
_BODY_RATIO = 1.17


@dataclass(frozen=True, slots=True)
class Ink:
    """The three colours of one level or one divergence word."""

    fill: QColor
    border: QColor
    text: QColor


def _dots_per_inch() -> float:
    """The logical resolution that point sizes are resolved against; 96 as long as there is no screen."""
    return next((screen.logicalDotsPerInch() for screen in QGuiApplication.screens()), 96.0)


def system_body(app: QGuiApplication) -> float:
    """The size of body text in logical pixels that suits this desktop: 14 px at 96 dpi, more if the system font is larger.

    Whole pixels, because Qt draws no others. Ask it before a theme is applied: applying replaces the application font.
    """
    return float(round(max(_BODY_POINTS, app.font().pointSizeF() * _BODY_RATIO) * _dots_per_inch() / 72.0))


def system_scheme(app: QGuiApplication) -> Scheme:
    """The scheme the desktop asks for. A high contrast on a light ground is not ours to turn black: it becomes 'light'
    (see `Theme.forced`), on a dark ground it becomes 'contrast'."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if high_contrast(app) and dark:
        return "contrast"
    return "dark" if dark else "light"


def high_contrast(app: QGuiApplication) -> bool:
    """Whether the desktop asks for more contrast; False where this Qt cannot tell (before 6.10)."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    accessibility = hints.accessibility()
    if not hasattr(accessibility, "contrastPreference"):
        return False
    return bool(accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast)


def install_fonts() -> tuple[str, ...]:
    """Register the shipped fonts with Qt; out: the families now available. Raises OSError if a file is missing or damaged.

    Registering the same file twice does no harm, but once per application is enough.
    """
    families: list[str] = []
    for path in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise OSError(f"the font {path.name} cannot be used")
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


class Theme:
    """One set of inks and sizes. Immutable; another scheme or zoom is another Theme."""

    def __init__(self, tokens: Mapping[str, Any], scheme: Scheme, *, zoom: float = 1.0, body: float = 14.0, forced: bool = False) -> None:
        """`tokens` as in tokens.json; `zoom` 1.0-2.0 multiplies `body` (logical px) and all that follows from it.

        `forced` is a system high contrast on a light ground: every border and all muted text become plain text ink.
        """
        if not 1.0 <= zoom <= 2.0:
            raise ValueError(f"zoom lies between 1 and 2, not {zoom}")
        self.scheme: Scheme = scheme
        self.zoom = zoom
        self.forced = forced and scheme == "light"
        self.body = body * zoom
        self.factor = self.body / 14.0
        self.tokens = tokens
        self._inks = _forced(tokens["color"][scheme]) if self.forced else tokens["color"][scheme]
        self._dpi = _dots_per_inch()
        self._icons: dict[tuple[str, str, float], QIcon] = {}
        self._renderers: dict[tuple[str, int], QSvgRenderer] = {}

    @classmethod
    def load(cls, scheme: Scheme = "light", *, zoom: float = 1.0, body: float = 14.0, forced: bool = False) -> "Theme":
        """A theme from the shipped tokens. Raises OSError or ValueError if that file is not sound."""
        return cls(paths.read_json("look/tokens.json"), scheme, zoom=zoom, body=body, forced=forced)

    # Colours

    def color(self, name: str) -> QColor:
        """The colour called `name`, e.g. 'text', 'raised', 'accent'; KeyError if the tokens do not have it."""
        return QColor(cast(str, self._inks[name]))

    def level(self, key: str) -> Ink:
        """Fill, border and text of a level, of 'geen_oordeel' or of 'nog_niet'."""
        return _ink(self._inks["level"][key])

    def divergence(self, key: str) -> Ink:
        """Fill, border and text of the badge of a divergence word."""
        return _ink(self._inks["divergence"][key])

    def symbol_ink(self, key: str) -> QColor:
        """The ink of a symbol that stands on plain ground; on a chip it takes the text of the chip."""
        return QColor(cast(str, self._inks["symbol_ink"][key]))

    def range_bar(self, divergence: str) -> QColor | None:
        """The ink of the range bar beside a badge; None where there is no bar (nobody or one voice)."""
        name = self._inks["mark"]["range_bar"].get(divergence)
        return QColor(name) if name else None

    @property
    def lone_outline(self) -> QColor:
        """The outline of the one who stands alone."""
        return QColor(cast(str, self._inks["mark"]["lone_outline"]))

    @property
    def lane_dots(self) -> QColor:
        """The dotted lanes (decoration)."""
        return QColor(cast(str, self._inks["mark"]["lane_dots"]))

    # Sizes

    def px(self, name: str) -> float:
        """A type size in logical pixels: mark_code, mark_code_regular, badge, secondary, body, button, h3, section, h1, hero, timer."""
        return float(self.tokens["type"]["screen_px_at_body_14"][name]) * self.factor

    def scaled(self, pixels: float) -> float:
        """`pixels` as measured at a body of 14 px, at the size of this theme."""
        return pixels * self.factor

    def size(self, name: str) -> float:
        """A fixed height or width of tokens 'size' (button, field, list_row, rail, ...), scaled."""
        return float(self.tokens["size"][name]) * self.factor

    def radius(self, name: str) -> float:
        """A corner radius: mark, badge, field, button, card; scaled."""
        return float(self.tokens["radius"][name]) * self.factor

    def stroke(self, name: str) -> float:
        """A line width: hairline, field, field_focus, cell_focus, lone, range_bar, phase_active. Grows half as fast as type."""
        return float(self.tokens["stroke"][name]) * (1.0 + (self.factor - 1.0) / 2.0)

    def space(self, step: int) -> int:
        """Step 0-9 of the spacing scale (2, 4, 6, 8, 10, 12, 16, 20, 24, 32), scaled and whole, as layouts need it."""
        return round(float(self.tokens["space"][step]) * self.factor)

    def width_class(self, width: float) -> float:
        """`width` in logical pixels as it would be at a body of 14 px: what layouts compare with 900 and 1440."""
        return width / self.factor

    # Type

    def font(self, name: str = "body", *, bold: bool = False, italic: bool = False) -> QFont:
        """The font of a type size by name, see `px`."""
        return self.font_px(self.px(name), bold=bold, italic=italic)

    def font_px(self, pixels: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """The font of `pixels` logical pixels. Set in points: only those take a fraction, which counts on screens with a ratio of 2."""
        font = QFont()
        font.setFamilies([self.tokens["type"]["family"], *self.tokens["type"]["fallback"]])
        font.setPointSizeF(pixels * 72.0 / self._dpi)
        font.setBold(bold)
        font.setItalic(italic)
        return font

    # Icons

    def icon(self, name: str, role: str = "text", size: float = 16) -> QIcon:
        """The Lucide icon `name` in the colour `role` at `size` logical pixels (before zoom), sharp on every screen in use.

        The disabled variant has muted ink. Raises OSError if the icon is not shipped.
        """
        key = (name, role, size)
        if key not in self._icons:
            self._icons[key] = self._render_icon(name, role, self.scaled(size))
        return self._icons[key]

    def icon_size(self, name: str = "button") -> QSize:
        """How large icons of this use (inline, button, menu, rail) stand on a widget: for setIconSize, because Qt's own does not zoom."""
        side = round(self.scaled(float(self.tokens["icon"]["sizes"][name])))
        return QSize(side, side)

    def draw_icon(self, painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
        """Draw an icon straight into `rect` with `ink`, for delegates and custom painters."""
        self._renderer(name, ink).render(painter, rect)

    def _renderer(self, name: str, ink: QColor) -> QSvgRenderer:
        """The SVG `name` with `ink` filled in. Kept: a grid draws the same few signs hundreds of times."""
        key = (name, ink.rgba())
        if key not in self._renderers:
            source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            self._renderers[key] = QSvgRenderer(QByteArray(source.replace("currentColor", ink.name()).encode()))
        return self._renderers[key]

    def _render_icon(self, name: str, role: str, size: float) -> QIcon:
        """Pixmaps for each pixel ratio in use, enabled and disabled."""
        ratios = {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
        icon = QIcon()
        for mode, ink in ((QIcon.Mode.Normal, self.color(role)), (QIcon.Mode.Disabled, self.color("text_muted"))):
            renderer = self._renderer(name, ink)
            for ratio in sorted(ratios):
                side = max(1, round(size * ratio))
                pixmap = QPixmap(side, side)
                pixmap.fill(Qt.GlobalColor.transparent)
                with QPainter(pixmap) as painter:
                    renderer.render(painter, QRectF(0, 0, side, side))
                pixmap.setDevicePixelRatio(ratio)
                icon.addPixmap(pixmap, mode)
        return icon

    # Qt

    def palette(self) -> QPalette:
        """The palette for Fusion, as look.md 'In Qt' lays it down."""
        role = QPalette.ColorRole
        names: dict[QPalette.ColorRole, str] = {
            role.Window: "surface", role.WindowText: "text", role.Base: "raised", role.AlternateBase: "surface", role.Text: "text",
            role.Button: "raised", role.ButtonText: "text", role.BrightText: "on_accent", role.PlaceholderText: "text_muted",
            role.Highlight: "selection", role.HighlightedText: "on_selection", role.Accent: "accent", role.Link: "accent",
            role.LinkVisited: "accent", role.Light: "raised", role.Midlight: "sunken", role.Mid: "border", role.Dark: "border_strong",
            role.Shadow: "border_strong", role.ToolTipBase: "text", role.ToolTipText: "raised",
        }  # fmt: skip
        palette = QPalette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            for colour_role, name in names.items():
                palette.setColor(group, colour_role, self.color(name))
        disabled = names | dict.fromkeys((role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link), "text_muted")
        disabled |= {role.Button: "sunken", role.Highlight: "sunken", role.Accent: "border_strong"}
        for colour_role, name in disabled.items():
            palette.setColor(QPalette.ColorGroup.Disabled, colour_role, self.color(name))
        return palette

    def sheet(self) -> str:
        """The one style sheet, from the tokens."""
        return style_sheet(self, paths.resources() / "look")

    def apply(self, app: QApplication) -> None:
        """Give the whole application this look: Fusion, palette, font and sheet. To be called again for another Theme."""
        if not app.styleSheet():  # the first time; after that the sheet wraps Fusion, and setting it anew would polish everything twice
            app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.sheet())

    def arrow_file(self, name: Literal["up", "down", "check"], folder: Path) -> str:
        """The path of the little arrow or check mark in this scheme's ink: a style sheet takes no icon, only a file."""
        return (folder / f"{name}-{self.scheme}.svg").as_posix()


def _ink(tokens: Mapping[str, str]) -> Ink:
    """The three colours of a token triple."""
    return Ink(QColor(tokens["fill"]), QColor(tokens["border"]), QColor(tokens["text"]))


def _forced(inks: Mapping[str, Any]) -> dict[str, Any]:
    """The inks with every border and all muted text as plain text; fills and the text on them stay, they carry the level."""
    text = inks["text"]
    changed = {name: text if re.fullmatch(r"border(_strong)?|text_muted", name) else value for name, value in inks.items()}
    changed["level"] = {key: {**triple, "border": text} for key, triple in inks["level"].items()}
    changed["divergence"] = {
        key: triple if triple["border"] == triple["fill"] else {**triple, "border": text} for key, triple in inks["divergence"].items()
    }
    for group, keys in (("level", ("geen_oordeel", "nog_niet")), ("divergence", ("eensgezind", "niet_beoordeeld", "een_stem"))):
        for key in keys:
            changed[group][key] = {**changed[group][key], "text": text}
    return changed
