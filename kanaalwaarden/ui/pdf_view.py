"""A PDF as it will be printed: its pages under each other, to scroll, enlarge and search. Everything also works by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.ui.flow import Flow
from kanaalwaarden.ui.marks import draw_current
from kanaalwaarden.ui.pdf_pages import BadPdf, Bookmark, PdfPages
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Combo, EmptyState, icon_button, label, show_checked, when_chosen

Zoom = float | Literal["width", "page"]

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
"""The zooms that are offered; 1 is as large as on paper."""
_WHEEL_STEP = 120


class PageArea(QAbstractScrollArea):
    """The pages themselves. Pages are counted from 0 here; only those in sight are drawn, and little more is kept."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper = Theme(theme.tokens, "light", zoom=theme.zoom, body=theme.body / theme.zoom)  # marks lie on white, in every scheme
        self.pdf: PdfPages | None = None
        self.page = 0
        self.zoom: Zoom = "width"
        self.hits: dict[int, list[list[QRectF]]] = {}
        self.hit: tuple[int, int] | None = None
        self._places: list[QRect] = []
        self._kept: dict[int, tuple[float, QImage]] = {}
        self._away = (0, 0.0, 0.5)
        self._moving = False
        self._wheel = 0
        self._grip: QPoint | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or a page that just fits would come and go with it
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    # What is shown

    def show_pdf(self, pdf: PdfPages) -> None:
        """Show this PDF where the last one was, as far as it goes; the view closes it when another comes."""
        anchor = self._anchor()
        self.release()
        self.pdf = pdf
        page = min(self.page, len(pdf) - 1)
        down = anchor[1] if page == self.page else 0.0
        self.page = page
        self._lay_out((page, down, anchor[2]))
        self.page_changed.emit(page)

    def release(self) -> None:
        """Show nothing, and close the PDF. Where the reader was is remembered."""
        self._away = self._anchor()
        self._places, self.hits, self.hit = [], {}, None
        self._kept.clear()
        if self.pdf is not None:
            self.pdf.close()
        self.pdf = None

    def set_zoom(self, zoom: Zoom) -> None:
        """'width', 'page', or how many times the size on paper."""
        self.zoom = zoom if isinstance(zoom, str) else max(STEPS[0], min(float(zoom), STEPS[-1]))
        self._lay_out(self._anchor())
        self.zoom_changed.emit()

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller size that is offered."""
        now = self.scale(self.page) * 72 / self.logicalDpiX() if self.pdf is not None else 1.0
        larger, smaller = [each for each in STEPS if each > now + 0.005], [each for each in STEPS if each < now - 0.005]
        self.set_zoom((larger[0] if larger else STEPS[-1]) if up else (smaller[-1] if smaller else STEPS[0]))

    def scale(self, page: int) -> float:
        """Logical pixels to a point. Where pages are fitted each is fitted by itself: a page across is not twice as small to read."""
        size = self.pdf.sizes[page] if self.pdf is not None else QSizeF(1, 1)
        margin = 2 * self._margin
        across = max(40, self.viewport().width() - margin) / size.width()
        if self.zoom == "width":
            return across
        if self.zoom == "page":
            return min(across, max(40, self.viewport().height() - margin) / size.height())
        return float(self.zoom) * self.logicalDpiX() / 72

    def go_to_page(self, page: int) -> None:
        """Put the top of this page at the top."""
        if self._places:
            page = max(0, min(page, len(self._places) - 1))
            self._move(self._places[page].top() - self._margin)
            self._set_page(page)  # also if the end of the document keeps it from the top

    def show_hit(self, page: int, number: int) -> None:
        """Mark this hit as the one, and bring it into sight."""
        self.hit = (page, number)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        box = self._on_screen(page, self.hits[page][number][0]).translated(across.value(), down.value())
        seen = QRectF(across.value(), down.value(), self.viewport().width(), self.viewport().height())
        if not seen.contains(box):
            self._moving = True
            across.setValue(round(box.center().x() - seen.width() / 2))
            down.setValue(round(box.center().y() - seen.height() / 3))
            self._moving = False
        self._set_page(page)
        self.viewport().update()

    # Where it lies

    @property
    def _margin(self) -> int:
        return self._theme.space(3)

    def _anchor(self) -> tuple[int, float, float]:
        """What is at the top left: a page and how far into it, as a part of its height (and of the width of all)."""
        if not self._places:
            return self._away
        top = self.verticalScrollBar().value() + self._margin
        place = self._places[self.page]
        bar = self.horizontalScrollBar()
        middle = (bar.value() + self.viewport().width() / 2) / max(1, bar.maximum() + self.viewport().width())
        return self.page, (top - place.top()) / place.height(), middle

    def _lay_out(self, anchor: tuple[int, float, float]) -> None:
        """Give every page its place, and go back to where the reader was."""
        view = self.viewport()
        sizes = [(size * self.scale(page)).toSize() for page, size in enumerate(self.pdf.sizes)] if self.pdf is not None else []
        wide = max([size.width() + 2 * self._margin for size in sizes], default=0)
        whole = max(wide, view.width())
        self._places, top = [], self._margin
        for size in sizes:
            self._places.append(QRect(QPoint((whole - size.width()) // 2, top), size))
            top += size.height() + self._margin
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        self._moving = True
        across.setRange(0, max(0, whole - view.width()))
        down.setRange(0, max(0, top - view.height()))
        for bar, room in ((across, view.width()), (down, view.height())):
            bar.setPageStep(room)
            bar.setSingleStep(round(self._theme.scaled(40)))
        across.setValue(round(anchor[2] * whole - view.width() / 2))
        if self._places:
            place = self._places[anchor[0]]
            down.setValue(round(place.top() + anchor[1] * place.height()) - self._margin)
        self._moving = False
        view.update()

    def _move(self, top: int) -> None:
        """Scroll to `top`, without asking which page that is."""
        self._moving = True
        self.verticalScrollBar().setValue(top)
        self._moving = False

    def _scrolled(self) -> None:
        self.viewport().update()
        if self._moving or not self._places:
            return
        bar = self.verticalScrollBar()
        reading = bar.value() + self.viewport().height() // 3  # the page that one reads is the one a third down
        last = len(self._places) - 1
        page = next((number for number, place in enumerate(self._places) if place.bottom() >= reading), last)
        if bar.value() == bar.maximum() and bar.maximum():
            page = last
        self._set_page(page)

    def _set_page(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def _on_screen(self, page: int, box: QRectF) -> QRectF:
        """A box on a page (in points), where it is on the viewport."""
        scale, place = self.scale(page), self._places[page]
        left, top = place.left() - self.horizontalScrollBar().value(), place.top() - self.verticalScrollBar().value()
        return QRectF(left + box.left() * scale, top + box.top() * scale, box.width() * scale, box.height() * scale)

    # Drawing

    def image(self, page: int) -> QImage:
        """The page as it is on the screen; drawn now if it is not kept."""
        assert self.pdf is not None
        scale, ratio = self.scale(page), self.devicePixelRatioF()
        kept = self._kept.get(page)
        if kept is None or kept[0] != scale * ratio:
            kept = self._kept[page] = (scale * ratio, self.pdf.image(page, scale, ratio))
        return kept[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = self.viewport().rect().translated(shift)
        in_sight = [page for page, place in enumerate(self._places) if place.intersects(seen)]
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.color("sunken"))
            for page in in_sight:
                place = self._places[page].translated(-shift)
                painter.drawImage(place, self.image(page))
                painter.setPen(QPen(theme.color("border_strong"), 1))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
                self._mark(painter, page)
            if self.hasFocus():
                draw_current(painter, QRectF(self.viewport().rect()), theme)
        near = range(in_sight[0] - 1, in_sight[-1] + 2) if in_sight else range(0)
        for page in [page for page in self._kept if page not in near]:
            del self._kept[page]

    def _mark(self, painter: QPainter, page: int) -> None:
        """The hits on this page; the one that is meant has an edge as well."""
        paper = self._paper
        for number, boxes in enumerate(self.hits.get(page, [])):
            for box in boxes:
                place = self._on_screen(page, box).adjusted(-2, -2, 2, 2)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # the letters stay as black as they are
                painter.fillRect(place, paper.color("selection"))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if self.hit == (page, number):
                    painter.setPen(QPen(paper.color("focus"), paper.stroke("field_focus")))
                    painter.drawRect(place)

    # Hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._anchor())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn the page, Home and End go to the first and last; arrows and space scroll."""
        bar = self.verticalScrollBar()
        last = len(self._places) - 1
        into = bool(self._places) and bar.value() > self._places[self.page].top()  # then PgUp first goes to the top of the page itself
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to_page(self.page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to_page(self.page if into else self.page - 1),
            Qt.Key.Key_Home: lambda: self.go_to_page(0),
            Qt.Key.Key_End: lambda: self.go_to_page(last),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + round(bar.pageStep() * 0.9)),
        }
        move = moves.get(event.key())
        if move is None:
            super().keyPressEvent(event)
        elif event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ControlModifier):
            move()
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() - round(bar.pageStep() * 0.9))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel enlarges, a step to a notch; a touchpad adds up to notches."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= _WHEEL_STEP:
            self.step_zoom(self._wheel > 0)
            self._wheel -= _WHEEL_STEP if self._wheel > 0 else -_WHEEL_STEP
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            here = event.position().toPoint()
            moved, self._grip = here - self._grip, here
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing is moved: all in sight is drawn anew (the edge of the focus must not travel along)."""


class _PageField(QSpinBox):
    """The number of the page. PgUp and PgDn turn one page and in the direction of the pages, as everywhere else in the view."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepBy(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)


class PdfView(QWidget):
    """Pages with a bar above them. Pages are counted from 1 here, as people do."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found = ""
        self._told: PdfPages | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.area = PageArea(theme)
        self.bar = self._build_bar()
        self.find_bar = self._build_find()
        whole.addWidget(self.bar)
        whole.addWidget(self.find_bar)
        self.empty = EmptyState(theme, "")
        self._stack = QStackedLayout()
        whole.addLayout(self._stack, 1)  # first: it shows its first part at once, which would be a window of its own
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        self.area.page_changed.connect(self._show_page)
        self.area.zoom_changed.connect(self._show_zoom)
        self._show_zoom()
        self.find_bar.hide()
        self.clear("")

    # Building

    def _build_bar(self) -> QWidget:
        theme = self._theme
        bar = QWidget()
        flow = Flow(bar, theme.space(2), theme.space(1))
        self.previous = icon_button(theme, "chevron-left", self.tr("Previous page (PgUp)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next page (PgDn)"))
        self.previous.clicked.connect(lambda: self.go_to_page(self.page - 1))
        self.next.clicked.connect(lambda: self.go_to_page(self.page + 1))
        self.page_field = _PageField()
        self.page_field.setKeyboardTracking(False)
        self.page_field.setFixedWidth(round(theme.scaled(72)))
        self.page_field.setFont(theme.font())
        self.page_field.valueChanged.connect(self.go_to_page)
        self._page_word = label(theme, self.tr("page"), wrap=False)
        self._page_word.setBuddy(self.page_field)
        self._of = label(theme, wrap=False)
        self.smaller = icon_button(theme, "minus", self.tr("Smaller (Ctrl+-)"))
        self.larger = icon_button(theme, "plus", self.tr("Larger (Ctrl++)"))
        self.smaller.clicked.connect(lambda: self.area.step_zoom(False))
        self.larger.clicked.connect(lambda: self.area.step_zoom(True))
        self.zoom_field = Combo()
        self.zoom_field.setFont(theme.font())
        self.zoom_field.setAccessibleName(self.tr("Size of the pages"))
        self.zoom_field.setToolTip(self.tr("Size of the pages (Ctrl+0: fit the width)"))
        self.zoom_field.addItem(self.tr("Fit the width"), "width")
        self.zoom_field.addItem(self.tr("Whole page"), "page")
        for step in STEPS:
            self.zoom_field.addItem(self.tr("{} %").format(round(step * 100)), step)
        self.zoom_field.activated.connect(lambda _: self.set_zoom(self.zoom_field.currentData()))
        self.find_button = icon_button(theme, "search", self.tr("Find in the document (Ctrl+F)"))
        self.find_button.setCheckable(True)
        when_chosen(self.find_button, lambda: self.open_find() if self.find_button.isChecked() else self.close_find())
        for part in (
            [self.previous, self._page_word, self.page_field, self._of, self.next],
            [self.smaller, self.zoom_field, self.larger, self.find_button],
        ):
            flow.addWidget(_together(part, theme))
        return bar

    def _build_find(self) -> QWidget:
        theme = self._theme
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        self.find_field = QLineEdit()
        self.find_field.setFont(theme.font())
        self.find_field.setAccessibleName(self.tr("Find in the document"))
        self.find_field.setPlaceholderText(self.tr("Find in the document"))
        self.find_field.setMinimumWidth(round(theme.scaled(80)))
        self.find_field.setMaximumWidth(round(theme.scaled(280)))
        self.find_field.textEdited.connect(lambda text: self.find_text(text))
        self.find_previous = icon_button(theme, "chevron-left", self.tr("Previous place (Shift+Enter)"))
        self.find_next = icon_button(theme, "chevron-right", self.tr("Next place (Enter)"))
        self.find_previous.clicked.connect(lambda: self.find_more(-1))
        self.find_next.clicked.connect(lambda: self.find_more(1))
        self.find_told = label(theme, wrap=False)
        close = icon_button(theme, "x", self.tr("Close find (Esc)"))
        close.clicked.connect(self.close_find)
        row.addWidget(_together([self.find_field, self.find_previous, self.find_next, self.find_told, close], theme), 1)
        return bar

    # Showing

    def show_pdf(self, data: bytes) -> bool:
        """Show this PDF, at the page where the last one was; False, and nothing changed, if it cannot be read."""
        try:
            pdf = PdfPages(data)
        except BadPdf:
            return False
        self.area.show_pdf(pdf)
        self._set_usable(True)
        if self._found:
            self._mark(self._found)
        return True

    def clear(self, text: str) -> None:
        """Show no PDF, but this sentence. The page is remembered for what is shown next."""
        self.area.release()
        self.empty.sentence.setText(text)
        self._set_usable(False)

    @property
    def page(self) -> int:
        """The page that is read, from 1; 0 if there is none."""
        return self.area.page + 1 if self.area.pdf is not None else 0

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.area.pdf) if self.area.pdf is not None else 0

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The outline of what is shown; its pages are counted from 1 here too."""
        return [replace(each, page=each.page + 1) for each in self.area.pdf.bookmarks()] if self.area.pdf is not None else []

    def go_to_page(self, page: int) -> None:
        """Show this page, counted from 1, or the nearest there is."""
        self.area.go_to_page(page - 1)
        self._show_page(self.area.page)  # a page that was asked for and does not exist leaves the field as well

    def set_zoom(self, zoom: Zoom) -> None:
        """'width', 'page', or how many times the size on paper (0.25 to 4)."""
        self.area.set_zoom(zoom)

    def _set_usable(self, usable: bool) -> None:
        self._stack.setCurrentWidget(self.area if usable else self.empty)
        self.bar.setEnabled(usable)
        if not usable:
            self.find_bar.hide()
            show_checked(self.find_button, False)
        self._show_page(self.area.page)

    def _show_page(self, page: int) -> None:
        """Say where the reader is, in the bar and to a screen reader."""
        count = self.pages
        with QSignalBlocker(self.page_field):
            self.page_field.setRange(min(1, count), count)
            self.page_field.setValue(self.page)
        where = self.tr("page {} of {}").format(self.page, count) if count else ""
        self._of.setText(self.tr("of {}").format(count) if count else "")
        self.page_field.setAccessibleName(where or self.tr("page"))
        self.previous.setEnabled(self.page > 1)
        self.next.setEnabled(self.page < count)
        if (self.area.accessibleName(), self._told) != (where, self.area.pdf):
            self._told = self.area.pdf
            self.area.setAccessibleName(where)
            self.area.setAccessibleDescription(self.area.pdf.text(page) if self.area.pdf is not None else self.empty.sentence.text())
            if count:
                self.page_changed.emit(self.page)

    def _show_zoom(self) -> None:
        zoom = self.area.zoom
        at = self.zoom_field.findData(zoom)
        self.zoom_field.setCurrentIndex(at)  # -1 for a size in between, which is then said in its place
        self.zoom_field.setPlaceholderText("" if isinstance(zoom, str) else self.tr("{} %").format(round(zoom * 100)))

    # Finding

    def open_find(self) -> None:
        """Show the field to find in, with what was found last."""
        self.find_bar.show()
        show_checked(self.find_button, True)
        self.find_field.setFocus()
        self.find_field.selectAll()
        self.find_text(self.find_field.text())

    def close_find(self) -> None:
        """Take the marks away and go back to the page."""
        self.find_bar.hide()
        show_checked(self.find_button, False)
        self._mark("")
        self.area.setFocus()

    def find_text(self, text: str) -> None:
        """Mark every place where `text` stands, and go to the first one from the page that is read."""
        self._mark(text)
        places = self._places()
        if places:
            self._to(next((each for each in places if each[0] >= self.area.page), places[0]))

    def find_more(self, step: int) -> None:
        """The next place (1) or the previous one (-1); after the last comes the first."""
        if self.find_field.text() != self._found:
            self.find_text(self.find_field.text())
            return
        places = self._places()
        if places:
            now = places.index(self.area.hit) if self.area.hit in places else -max(step, 0)
            self._to(places[(now + step) % len(places)])

    def _places(self) -> list[tuple[int, int]]:
        return [(page, number) for page, hits in sorted(self.area.hits.items()) for number in range(len(hits))]

    def _mark(self, text: str) -> None:
        self._found = text
        pdf = self.area.pdf
        self.area.hits = {page: hits for page in range(len(pdf)) if (hits := pdf.find(page, text))} if pdf is not None else {}
        self.area.hit = None
        self.area.viewport().update()
        self._tell(self.tr("not found") if text.strip() and not self.area.hits else "")

    def _to(self, place: tuple[int, int]) -> None:
        self.area.show_hit(*place)
        places = self._places()
        self._tell(self.tr("{} of {}").format(places.index(place) + 1, len(places)))

    def _tell(self, text: str) -> None:
        self.find_told.setText(text)
        self.find_field.setAccessibleDescription(text)

    # Keys

    def event(self, event: QEvent) -> bool:
        """In here Ctrl++, Ctrl+- and Ctrl+0 are about the pages; elsewhere in the window they are about all type."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does anywhere in the view."""
        if self.area.pdf is None:
            return None
        key, held = event.key(), event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier)
        if held & Qt.KeyboardModifier.ControlModifier and not held & Qt.KeyboardModifier.AltModifier:
            return {
                Qt.Key.Key_F: self.open_find,
                Qt.Key.Key_Plus: lambda: self.area.step_zoom(True),
                Qt.Key.Key_Equal: lambda: self.area.step_zoom(True),
                Qt.Key.Key_Minus: lambda: self.area.step_zoom(False),
                Qt.Key.Key_0: lambda: self.set_zoom("width"),
            }.get(Qt.Key(key))
        if not self.find_bar.isHidden() and self.find_bar.isAncestorOf(QApplication.focusWidget() or self):
            if key == Qt.Key.Key_Escape:
                return self.close_find
            if key in ENTER and self.find_field.hasFocus():
                return lambda: self.find_more(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        return None


def _together(parts: list[QWidget], theme: Theme) -> QWidget:
    """Parts that stay on one line when the bar is broken into several."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(theme.space(2), theme.space(0), theme.space(2), theme.space(0))
    row.setSpacing(theme.space(1))
    made.setFixedHeight(round(theme.size("field")) + 4 * theme.space(0))
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    row.addStretch(1)
    return made
