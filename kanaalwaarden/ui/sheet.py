"""The one Qt style sheet, built from the tokens: only what a palette cannot say.

More than look.md listed: combo, spin, check and radio too, because Fusion derives their edges from the window colour, and on the dark
ground those edges cannot be seen.

In: a theme and the folder with the little arrows. Out: the text for QApplication.setStyleSheet.

Dynamic properties it knows, set by the widgets: `primary` (the one filled QPushButton), `small` (a QPushButton of 28 instead of 34),
`danger` (a field that needs mending), `segment` (a QToolButton in a row of choices: first, middle, last or only), `edge` (a QToolButton
that looks like a button), `ink` on a QLabel (muted, danger or accent), `line` (a QFrame as a rule) and on a QFrame `card`, `rail`,
`framed` on a list that shows the keyboard by its edge,
`bar` (over or under the content) and `band` (under the menu bar: danger or quiet).
"""

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kanaalwaarden.ui.theme import Theme

_SHEET = Template("""
QAbstractButton, QComboBox, QTabBar { outline: none; }
QToolTip { background: $text; color: $raised; border: 1px solid $text; padding: ${s4}px ${s6}px; }

QMenuBar { background: $raised; color: $text; border: none; padding: 0 ${s8}px; }
QMenuBar::item { background: transparent; padding: ${s4}px ${s8}px; }
QMenuBar::item:selected { background: $selection; color: $on_selection; }
QMenu { background: $raised; color: $text; border: 1px solid $border_strong; padding: ${s4}px 0; }
QMenu::item { padding: ${s6}px ${s24}px ${s6}px ${s12}px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $text_muted; background: transparent; }
QMenu::icon { padding-left: ${s10}px; }
QMenu::separator { height: 1px; background: $border; margin: ${s4}px 0; }
QStatusBar { background: $surface; color: $text; border-top: 1px solid $border_strong; }
QStatusBar::item { border: none; }

QHeaderView { background: $sunken; border: none; }
QHeaderView::section { background: $sunken; color: $text; border: none; border-right: 1px solid $border;
    border-bottom: 1px solid $border_strong; padding: ${s4}px ${s8}px; font-weight: bold; }
QHeaderView::section:vertical { background: $surface; border-bottom: 1px solid $border; }
QTableCornerButton::section { background: $sunken; border: none; border-right: 1px solid $border; border-bottom: 1px solid $border_strong; }
QTableView, QListView, QTreeView { background: $raised; color: $text; gridline-color: $border; border: none; outline: 0;
    selection-background-color: $selection; selection-color: $on_selection; }
/* The padding is there so that Qt asks this sheet how wide a check box is; else it is Fusion's, and lies under the text. */
QListView::item, QTreeView::item { padding: 1px 0; }
QListView::item:hover, QTreeView::item:hover { background: $sunken; padding: 1px 0; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $on_selection; padding: 1px 0; }
QListView[framed="true"] { border: ${focus_edge}px solid transparent; }
QListView[framed="true"]:focus { border-color: $focus; }
QListView[framed="true"]::item { padding: ${s4}px ${s8}px; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_muted; border: none; border-bottom: ${s3}px solid transparent;
    padding: ${s8}px ${s12}px; min-height: ${tab_text}px; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: bold; }
QTabBar::tab:hover:!selected { background: $sunken; color: $text; }
QTabBar::tab:focus { border: ${focus_edge}px solid $focus; border-bottom: ${s3}px solid $accent; }

QProgressBar { background: $raised; border: 1px solid $border_strong; border-radius: ${s3}px; color: $text; text-align: center;
    min-height: ${s4}px; }
QProgressBar::chunk { background: $accent; border-radius: ${s2}px; }

QPushButton { background: $raised; color: $text; border: 1px solid $border_strong; border-radius: ${r_button}px;
    padding: 0 ${s12}px; min-height: ${button_text}px; icon-size: ${s16}px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; color: $on_accent_soft; border-color: $accent; }
QPushButton:focus { border: ${focus_edge}px solid $focus; padding: 0 ${pad_focus}px; min-height: ${button_focus}px; }
QPushButton:disabled { background: $sunken; color: $text_muted; border: 1px $idle_edge $border; }
QPushButton[small="true"] { min-height: ${small_text}px; }
QPushButton[small="true"]:focus { min-height: ${small_focus}px; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[primary="true"]:hover { border-color: $text; }
QPushButton[primary="true"]:focus { border-color: $focus; }
QPushButton[primary="true"]:disabled { background: $sunken; color: $text_muted; border: 1px $idle_edge $border; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: ${r_button}px;
    padding: ${s4}px ${s6}px; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $on_accent_soft; }
QToolButton:disabled { color: $text_muted; }
QToolButton:focus { border: ${focus_edge}px solid $focus; padding: ${s3}px ${s5}px; }
QToolButton::menu-indicator { image: none; }
QToolButton[edge="true"] { background: $raised; border: 1px solid $border_strong; padding: ${s4}px ${s10}px; }
QToolButton[edge="true"]:focus { border: ${focus_edge}px solid $focus; }
QToolButton[segment] { background: $raised; border: 1px solid $border_strong; border-radius: 0; padding: ${s2}px ${s10}px; }
QToolButton[segment="middle"], QToolButton[segment="last"] { border-left: none; }
QToolButton[segment="first"] { border-top-left-radius: ${r_button}px; border-bottom-left-radius: ${r_button}px; }
QToolButton[segment="last"] { border-top-right-radius: ${r_button}px; border-bottom-right-radius: ${r_button}px; }
QToolButton[segment="only"], QToolButton[segment="true"] { border-radius: ${r_button}px; }
QToolButton[segment]:hover { background: $sunken; }
QToolButton[segment]:checked { background: $accent_soft; color: $on_accent_soft; border: 1px solid $accent; font-weight: bold; }
QToolButton[segment]:focus { border: ${focus_edge}px solid $focus; padding: 1px ${s9}px; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: $raised; color: $text; border: 1px solid $border_strong;
    border-radius: ${r_field}px; padding: ${s4}px ${s8}px; selection-background-color: $selection; selection-color: $on_selection;
    placeholder-text-color: $text_muted; }
QLineEdit, QComboBox { min-height: ${field_text}px; }
QAbstractSpinBox { min-height: ${spin_text}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: ${focus_edge}px solid $focus; padding: ${s3}px ${s7}px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $sunken; color: $text_muted; border: 1px $idle_edge $border; }
QLineEdit[readOnly="true"] { border-color: transparent; background: transparent; }
/* not transparent: the scroll bar would be black */
QTextEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { border-color: transparent; background: $surface; }
QLineEdit[readOnly="true"]:focus, QTextEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus { border-color: $focus; }
QLineEdit[danger="true"], QTextEdit[danger="true"], QPlainTextEdit[danger="true"], QComboBox[danger="true"],
QAbstractSpinBox[danger="true"] { border: 2px solid $danger; padding: ${s3}px ${s7}px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: none; width: ${s24}px; }
QComboBox::down-arrow { image: url("$down"); width: ${s12}px; height: ${s12}px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong; padding: ${s2}px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; border: none; background: transparent;
    width: ${s20}px; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; border: none; background: transparent;
    width: ${s20}px; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: ${s10}px; height: ${s10}px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: ${s10}px; height: ${s10}px; }
QDateEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right; border: none; width: ${s24}px; height: ${s20}px; }
QDateEdit::down-arrow { image: url("$down"); width: ${s12}px; height: ${s12}px; }

QCheckBox, QRadioButton { spacing: ${s8}px; border: ${focus_edge}px solid transparent; border-radius: ${r_field}px; padding: ${s2}px;
    background: transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_muted; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator { width: ${s14}px; height: ${s14}px; background: $raised;
    border: 1px solid $border_strong; border-radius: ${s3}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QGroupBox::indicator:checked { background: $accent;
    border-color: $accent; image: url("$check"); }
QRadioButton::indicator { width: ${s14}px; height: ${s14}px; background: $raised; border: 1px solid $border_strong;
    border-radius: ${r_radio}px; }
QRadioButton::indicator:checked { width: ${s6}px; height: ${s6}px; border: ${s5}px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $sunken; }

QFrame[card="true"] { background: $raised; border: 1px solid $border; border-radius: ${r_card}px; }
QFrame[bar="true"] { background: $surface; border: none; }
QFrame[band="danger"] { background: $danger_soft; border: none; border-left: ${s4}px solid $danger; }
QFrame[band="quiet"] { background: $accent_soft; border: none; }
QFrame[band] QLabel { color: $text; }
QFrame[band="quiet"] QLabel { color: $on_accent_soft; }
QFrame[rail="true"] { background: $sunken; border: none; border-right: 1px solid $border; }

QLabel[ink="muted"] { color: $text_muted; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="accent"] { color: $accent; }
QFrame[top="true"] { background: $raised; border: none; border-bottom: 1px solid $border; }
QFrame[status="true"] { background: $surface; border-top: 2px solid $border; }
QFrame[panel="left"] { background: $raised; border: none; border-right: 1px solid $border; }
QFrame[panel="right"] { background: $raised; border: none; border-left: 1px solid $border; }
QFrame[panel] > QWidget > QWidget[column="true"] { background: $raised; }
QFrame[note="true"] { background: transparent; border: none; border-left: ${s4}px solid $border_strong; }
QFrame[line="true"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QSplitter::handle { background: $border; }
QScrollArea { border: none; background: transparent; }
""")

_COLOURS = (
    "surface", "raised", "sunken", "text", "text_muted", "border", "border_strong", "accent", "on_accent", "accent_soft", "on_accent_soft",
    "focus", "danger", "danger_soft", "selection", "on_selection",
)  # fmt: skip


def style_sheet(theme: "Theme", folder: Path) -> str:
    """The sheet of `theme`; `folder` holds the arrows and the check mark, which a sheet can only take from files.

    Raises KeyError if a token is missing.
    """

    def whole(pixels: float) -> int:
        return max(1, round(theme.scaled(pixels)))

    values: dict[str, object] = {name: theme.color(name).name() for name in _COLOURS}
    values |= {f"s{step}": whole(step) for step in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24)}
    values |= {f"r_{name}": round(theme.radius(name)) for name in ("button", "field", "card")}
    edge = max(2, round(theme.stroke("field_focus")))
    # A sheet measures without the edge: 34 px high is 32 of content under a 1 px edge. With focus the edge grows inward.
    button, small = round(theme.size("button")), round(theme.size("button_small"))
    values |= {
        "focus_edge": edge, "button_text": button - 2, "button_focus": button - 2 * edge, "small_text": small - 2,
        "small_focus": small - 2 * edge, "pad_focus": whole(12) - edge + 1,
        "field_text": round(theme.size("field")) - 2 - 2 * whole(4), "tab_text": round(theme.size("tab")) - 2 * whole(8) - whole(3),
        "spin_text": round(theme.size("field")) - 2 - 2 * whole(4) - whole(4), "r_radio": (whole(14) + 2) // 2,
        "up": theme.arrow_file("up", folder), "down": theme.arrow_file("down", folder),
        # Muted ink is plain ink in high contrast: there a dashed edge says that something cannot be used now.
        "idle_edge": "dashed" if theme.color("text_muted") == theme.color("text") else "solid",
        "check": theme.arrow_file("check", folder),
    }  # fmt: skip
    return _SHEET.substitute(values)
