"""Text that does not fit: found by comparing what a text needs with the room that it has, and by listening to what the painters cut off.

`clipped` is for tests/ui/test_clipped.py and for .ci/screenshots.py, which walks every screen at every size of type and of display.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QFontMetricsF, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from kanaalwaarden.ui.widgets import OneLine

SLACK = 1
"""Pixels that a size may be short: Qt rounds each for itself."""
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _named(widget: QWidget) -> str:
    """Which widget it is, for who reads the report."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(words or widget.accessibleName() or widget.objectName())[:60]!r}"


def _lines(metrics: QFontMetrics, text: str, width: int) -> QRect:
    """The box of a text that wraps at `width`."""
    return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), Qt.TextFlag.TextWordWrap.value, text)


def _bold(font: QFont) -> QFontMetrics:
    strong = QFont(font)
    strong.setBold(True)
    return QFontMetrics(strong)


def _plain(text: str) -> str:
    """A text without the mnemonics of a button."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _label(label: QLabel) -> str:
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    if not label.text() or isinstance(label, OneLine) or label.textFormat() == Qt.TextFormat.RichText:
        return ""
    if label.wordWrap():
        need = _lines(label.fontMetrics(), label.text(), room.width())
    else:
        need = label.fontMetrics().boundingRect(QRect(0, 0, 100_000, 100_000), 0, label.text())
    if need.width() > room.width() + SLACK or need.height() > room.height() + SLACK:
        return f"needs {need.width()}x{need.height()}, has {room.width()}x{room.height()}"
    return ""


def _button(button: QPushButton | QToolButton | QCheckBox | QRadioButton) -> str:
    """A word, an icon and what the style puts around them."""
    if not button.text() or (isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
                             and not button.icon().isNull()):  # fmt: skip
        return ""
    heavy = button.isChecked() and button.property("segment") is not None
    metrics = _bold(button.font()) if heavy or button.property("primary") else button.fontMetrics()
    box = metrics.boundingRect(QRect(0, 0, 100_000, 100_000), 0, _plain(button.text()))
    room, need = button.rect(), box.width()
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
        need += 0 if button.icon().isNull() else button.iconSize().width() + 4
    elif isinstance(button, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        check = isinstance(button, QCheckBox)
        part = QStyle.SubElement.SE_CheckBoxContents if check else QStyle.SubElement.SE_RadioButtonContents
        room = button.style().subElementRect(part, option, button)
    elif not button.icon().isNull() and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
        need += button.iconSize().width() + 4
    if need > room.width() + SLACK or box.height() > button.height() + SLACK:
        return f"needs {need}x{box.height()}, has {room.width()}x{button.height()}"
    return ""


def _combo(combo: QComboBox) -> str:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo)
    need = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if need > room.width() + SLACK and not combo.toolTip():
        return f"{combo.currentText()[:40]!r} needs {need}, has {room.width()}"
    return ""


def _tabs(bar: QTabBar) -> str:
    for place in range(bar.count()):
        need, room = _bold(bar.font()).horizontalAdvance(_plain(bar.tabText(place))), bar.tabRect(place).width()
        if bar.isTabVisible(place) and need > room and not bar.tabToolTip(place):
            return f"{bar.tabText(place)!r} needs {need}, has {room}"
    if sum(bar.tabRect(place).width() for place in range(bar.count())) > bar.width() + SLACK and not bar.usesScrollButtons():
        return "has tabs beside the window"
    return ""


def _menus(bar: QMenuBar) -> str:
    """Menus that are pushed out of the bar."""
    gone = [each.text() for each in bar.actions() if each.isVisible() and not bar.rect().contains(bar.actionGeometry(each))]
    return f"has no room for {gone}" if gone else ""


def _rows(view: QAbstractItemView) -> str:
    """A list or table of which not one row can be seen whole."""
    model = view.model()
    if model is None or not model.rowCount() or isinstance(view, QHeaderView):
        return ""
    first = view.visualRect(model.index(0, 0)).height()
    line = view.fontMetrics().height()
    if view.viewport().height() < min(first, 2 * line) - SLACK:
        return f"shows no row: one needs {first}, there are {view.viewport().height()}"
    return ""


def _header(header: QHeaderView) -> str:
    """A header that Qt paints; our own ones paint with `draw_text` and are listened to."""
    model = header.model()
    if type(header) is not QHeaderView or model is None:
        return ""
    across = header.orientation() == Qt.Orientation.Horizontal
    metrics = _bold(header.font())
    for place in range(header.count()):
        text = str(model.headerData(place, header.orientation()) or "")
        size = header.sectionSize(place)
        if not text or header.isSectionHidden(place) or not size:
            continue
        width, height = (size, header.height()) if across else (header.width(), size)
        wraps = bool(header.defaultAlignment().value & Qt.TextFlag.TextWordWrap.value)
        need = _lines(metrics, text, width - 8) if wraps else metrics.boundingRect(text)
        told = model.headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if (need.width() > width or need.height() > height + SLACK) and not told:
            return f"{text!r} needs {need.width()}x{need.height()}, has {width}x{height}"
    return ""


def _field(field: QLineEdit) -> str:
    """The example in an empty field, and letters that are higher than the field."""
    metrics = field.fontMetrics()
    need, room = metrics.horizontalAdvance(field.placeholderText()), field.contentsRect().width() - 8
    if not field.text() and need > room and field.placeholderText() not in (field.toolTip(), field.accessibleDescription()):
        return f"example {field.placeholderText()[:40]!r} needs {need}, has {room}"
    if metrics.tightBoundingRect("Åg").height() > field.contentsRect().height():
        return f"letters need {metrics.tightBoundingRect('Åg').height()}, have {field.contentsRect().height()}"
    return ""


def _example(field: QPlainTextEdit) -> str:
    text = field.placeholderText() if field.isVisible() and not field.toPlainText() else ""
    need = _lines(field.fontMetrics(), text, field.viewport().width() - 8).height() if text else 0
    if need + 8 > field.viewport().height() + SLACK and need and text not in (field.toolTip(), field.accessibleDescription()):
        return f"example {text[:40]!r} needs {need + 8}, has {field.viewport().height()}"
    return ""


def _items(view: QAbstractItemView) -> str:
    """Items that Qt's own delegate paints."""
    model = view.model()
    if model is None or type(view.itemDelegate()) is not QStyledItemDelegate or isinstance(view, QHeaderView):
        return ""
    for index in _shown(view, model):
        box, text = view.visualRect(index), str(index.data() or "")
        need = view.sizeHintForIndex(index)
        lines = _lines(view.fontMetrics(), text, box.width() - 8) if view.property("wordWrap") else None
        cut = need.height() > box.height() + SLACK or (need.width() > box.width() + SLACK if lines is None else False)
        if text and box.isValid() and cut and not index.data(Qt.ItemDataRole.ToolTipRole):
            return f"{text[:40]!r} needs {need.width()}x{need.height()}, has {box.width()}x{box.height()}"
    return ""


def _columns(model: QAbstractItemModel) -> int:
    """How many columns there are; a list keeps that to itself."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _shown(view: QAbstractItemView, model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(), 60)):
        for column in range(min(_columns(model), 20)):
            index = model.index(row, column)
            if view.visualRect(index).intersects(view.viewport().rect()):
                yield index


def _beyond(widget: QWidget, top: QWidget) -> str:
    """Where a widget sticks out of what holds it, without a way to scroll to it."""
    below, holder = widget, widget.parentWidget()
    while holder is not None and below is not top:
        area = holder.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is holder
        box = QRect(widget.mapTo(holder, QPoint()), widget.size()) if holder.isAncestorOf(widget) else QRect()
        room = holder.rect()
        wide = box.left() < -SLACK or box.right() > room.right() + SLACK
        high = box.top() < -SLACK or box.bottom() > room.bottom() + SLACK
        if scrolls:
            assert isinstance(area, QAbstractScrollArea)
            wide = wide and isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() == _OFF
            high = high and isinstance(area, QScrollArea) and area.verticalScrollBarPolicy() == _OFF
        if wide or high:
            return f"sticks out of {_named(holder)}: {box.getRect()} in {room.width()}x{room.height()}"
        if scrolls:
            return ""  # what holds the scroll area is looked at for the scroll area itself
        below, holder = holder, holder.parentWidget()
    return ""


def _fault(widget: QWidget, top: QWidget) -> str:
    told = ""
    if isinstance(widget, QLabel):
        told = _label(widget)
    elif isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        told = _button(widget)
    elif isinstance(widget, QComboBox):
        told = _combo(widget)
    elif isinstance(widget, QTabBar):
        told = _tabs(widget)
    elif isinstance(widget, QHeaderView):
        told = _header(widget)
    elif isinstance(widget, QLineEdit):
        told = _field(widget)
    elif isinstance(widget, QPlainTextEdit):
        told = _example(widget)
    elif isinstance(widget, QAbstractItemView):
        told = _items(widget) or _rows(widget)
    elif isinstance(widget, QMenuBar):
        told = _menus(widget)
    return told or _beyond(widget, top)


def _painting() -> bool:
    """Whether somebody up the stack paints: a list that is hidden measures too."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_code.co_name in ("paint", "paintEvent", "paintSection"):
            return True
        frame = frame.f_back
    return False


@contextmanager
def elisions() -> Iterator[list[str]]:
    """Every text that a painter of ours ends in an ellipsis while this holds, in full."""
    heard: list[str] = []
    originals = {kind: kind.elidedText for kind in (QFontMetrics, QFontMetricsF)}

    def listen(kind: type[QFontMetrics] | type[QFontMetricsF]) -> None:
        original = originals[kind]

        def elided(self: object, text: str, *rest: object) -> str:
            shown = str(original(self, text, *rest))
            if shown != text and _painting():
                heard.append(text)
            return shown

        kind.elidedText = elided  # type: ignore[method-assign, assignment]

    for kind in originals:
        listen(kind)
    try:
        yield heard
    finally:
        for kind, original in originals.items():
            kind.elidedText = original  # type: ignore[method-assign]


def _told(top: QWidget) -> str:
    """All that a tooltip or a screen reader says in the window, where a text that was cut off must stand in full."""
    told: list[str] = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        told += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None and not isinstance(widget, QHeaderView):
            roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
            told += [str(index.data(role) or "") for index in _shown(widget, model) for role in (*roles, Qt.ItemDataRole.DisplayRole)]
            for direction, count in ((Qt.Orientation.Horizontal, _columns(model)), (Qt.Orientation.Vertical, model.rowCount())):
                told += [str(model.headerData(place, direction, role) or "") for place in range(count) for role in roles]
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            told += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)]
    return _bare(" ".join(told))


def _bare(text: str) -> str:
    """Without spaces, soft breaks and the escapes of a tooltip."""
    for old, new in (("&amp;", "&"), ("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("\u200b", ""), ("\u2028", "")):
        text = text.replace(old, new)
    return "".join(text.split()).casefold()


def clipped(top: QWidget) -> tuple[list[str], list[str], QPixmap]:
    """What cannot be read in this window; what ends in an ellipsis but is told in full elsewhere; and the picture of it."""
    with elisions() as heard:
        picture = top.grab()
    least, faults = top.minimumSizeHint(), []
    # The main window has a least size of its own, so that a screen that is not shown does not count.
    if top.minimumSize().isEmpty() and (least.width() > top.width() or least.height() > top.height()):
        faults.append(f"the window needs {least.width()}x{least.height()}, has {top.width()}x{top.height()}")
    outside: set[QWidget] = set()
    for widget in top.findChildren(QWidget):  # from the top down: what stands in something that sticks out does so too
        if not widget.isVisible() or widget.window() is not top.window() or widget.parentWidget() in outside:
            continue
        if what := _fault(widget, top):
            faults.append(f"{_named(widget)} {what}")
            if "sticks out" in what:
                outside.add(widget)
    told = _told(top) if heard else ""
    cut = list(dict.fromkeys(heard))
    faults += [f"ends in an ellipsis and is told nowhere: {text!r}" for text in cut if _bare(text) not in told]
    return faults, [text for text in cut if _bare(text) in told], picture
