"""The projector: what the room sees (`Stage`), and the window that shows it and nothing else (`ProjectorWindow`)."""

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from kanaalwaarden.core.blind import BlindProgress, blind_progress
from kanaalwaarden.core.slides import BLANK, PAUSE, TITLE, BlankSlide, Slide, SlideKey, exists, keys, name_of, said, slide_of
from kanaalwaarden.ui.slides import ZOOMS, SlidePainter
from kanaalwaarden.ui.workspace import Changed, Workspace

USUAL_SIZE = QSizeF(1920, 1080)
"""The size that slides are laid out for while the projector is off."""


class Stage(QObject):
    """The slide, page, zoom and cover that the room sees: the one thing that both windows read.

    It reads the session as it may be seen (`Workspace.shown`), and of a blind round only how far everybody is.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.painter = SlidePainter()
        self.key: SlideKey = TITLE
        self.page = 0
        self.cover: SlideKey | None = None
        """Blank or pause, over whatever slide it is."""
        self._zoom = 0
        self.size = QSizeF(USUAL_SIZE)
        self._known: list[SlideKey] = []
        self._slide: Slide = BlankSlide(BLANK, "")
        self._follow(Changed(frozenset({"opened"})))
        workspace.changed.connect(self._follow)

    # What there is

    @property
    def zoom(self) -> float:
        """How much larger than usual the type is."""
        return ZOOMS[self._zoom]

    @property
    def slide(self) -> Slide:
        """What the room sees now."""
        return self._slide

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return self.painter.pages(self._slide, self.size, self.zoom)

    @property
    def said(self) -> str:
        """What the room sees, in words."""
        return said(self._slide)

    def listed(self) -> list[SlideKey]:
        """Every slide there is, in order."""
        return keys(self._workspace.shown) if self._workspace.is_open else []

    def name(self, key: SlideKey) -> str:
        """What a slide is called in a list."""
        return name_of(self._workspace.shown, self._workspace.labels, key)

    def make(self, key: SlideKey) -> Slide:
        """A slide as it is now."""
        return slide_of(self._workspace.shown, self._progress(), self._workspace.labels, key)

    def following(self) -> tuple[Slide, int] | None:
        """What 'next' would show: the slide and its page; None at the end."""
        if self.cover is None and self.page + 1 < self.pages:
            return self._slide, self.page + 1
        if self.cover is not None:
            return self.make(self.key), self.page
        key = self._neighbour(1)
        return (self.make(key), 0) if key is not None else None

    def paint(self, painter: QPainter, only: QRectF | None = None) -> None:
        """Paint what the room sees over (0, 0, size), or only that part of it."""
        self.painter.paint(painter, self._slide, self.size, self.page, self.zoom, only=only)

    def _progress(self) -> list[BlindProgress]:
        return blind_progress(self._workspace.session)

    # Steering

    def show(self, key: SlideKey) -> bool:
        """Show a slide; False (and nothing changes) when it is not there, e.g. because it is still blind."""
        if not self._workspace.is_open or not exists(self._workspace.shown, key):
            return False
        self.key, self.page, self.cover = key, 0, None
        self._reread(always=True)
        return True

    def next(self) -> None:
        """The next page, else the next slide. A cover is taken away first."""
        if self.cover is not None:
            self._cover(None)
        elif self.page + 1 < self.pages:
            self.page += 1
            self.changed.emit()
        elif (key := self._neighbour(1)) is not None:
            self.show(key)

    def back(self) -> None:
        """The page before, else the last page of the slide before. A cover is taken away first."""
        if self.cover is not None:
            self._cover(None)
        elif self.page:
            self.page -= 1
            self.changed.emit()
        elif (key := self._neighbour(-1)) is not None:
            self.key = key
            self._slide = self.make(key)
            self.page = self.pages - 1
            self.changed.emit()

    def blank(self) -> None:
        """Show nothing, or show the slide again."""
        self._cover(None if self.cover == BLANK else BLANK)

    def pause(self) -> None:
        """Show the break, or show the slide again."""
        self._cover(None if self.cover == PAUSE else PAUSE)

    def _cover(self, cover: SlideKey | None) -> None:
        if self._workspace.is_open:
            self.cover = cover
            self._reread(always=True)

    def zoom_by(self, step: int) -> None:
        """Type a step larger or smaller."""
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1))
        self._clamp()
        self.changed.emit()

    def fit(self, size: QSizeF) -> None:
        """Lay out for a display of this size."""
        if size != self.size and size.width() >= 1 and size.height() >= 1:
            self.size = size
            self._clamp()
            self.changed.emit()

    def _neighbour(self, step: int) -> SlideKey | None:
        found = self.listed()
        if self.key not in found:
            return None
        place = found.index(self.key) + step
        return found[place] if 0 <= place < len(found) else None

    def _clamp(self) -> None:
        self.page = max(0, min(self.page, self.pages - 1))

    # Following the session

    def reload(self) -> None:
        """Make the slide anew: the words may be in another language now."""
        self._reread(always=True)

    def _follow(self, changed: Changed) -> None:
        if "opened" in changed.what:
            self.key, self.page, self.cover = TITLE, 0, None
            self._reread(always=True)
        elif changed.what - {"kept", "trouble"}:
            self._reread()

    def _reread(self, *, always: bool = False) -> None:
        """Make the slide again; tell everyone only if it became another one."""
        if not self._workspace.is_open:
            made: Slide = BlankSlide(BLANK, "")
            self._known = []
        else:
            shown = self._workspace.shown
            if not exists(shown, self.key):
                self.key, self.page = self._instead(), 0
            made = self.make(self.cover or self.key)
            if always or not self._known:
                self._known = self.listed()
        if made != self._slide or always:
            self._slide = made
            if self.cover is None:
                self._clamp()
            self.changed.emit()

    def _instead(self) -> SlideKey:
        """What to show when the slide is gone: what now comes after the last slide before it that is still there."""
        found = self.listed()
        place = self._known.index(self.key) if self.key in self._known else 0
        before = next((key for key in reversed(self._known[:place]) if key in found), TITLE)
        after = found.index(before) + 1
        return found[after] if after < len(found) else before


class ProjectorWindow(QWidget):
    """What the room sees, over a whole display. No menu, no dialog, no name of the session in its title.

    It goes to a display that the main window is not on, follows displays that come and go, and can be used on one display.
    """

    shown_changed = Signal()

    def __init__(self, stage: Stage, main: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.stage = stage
        self._main = main  # to know which display is not ours; never its parent
        self._chosen = ""
        self._seen, self._seen_at = stage.slide, (stage.page, stage.zoom, stage.size)
        self.setWindowTitle("Kanaalwaarden")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 180)
        self._tell()
        stage.changed.connect(self._stage_changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self._screen_removed)

    # On and off

    @property
    def on(self) -> bool:
        """Whether the room sees anything."""
        return self.isVisible()

    def toggle(self) -> None:
        """On, or off again."""
        if self.on:
            self.turn_off()
        else:
            self.turn_on()

    def turn_on(self) -> None:
        """Over the whole of the second display, or of the only one."""
        target = self.target()
        self._fill(target if target is not None else self._here())
        self.shown_changed.emit()

    def turn_off(self) -> None:
        """Away; the stage stays where it is."""
        self.hide()
        self.stage.fit(QSizeF(USUAL_SIZE))
        self.shown_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.stage.fit(QSizeF(USUAL_SIZE))
        self.shown_changed.emit()

    # Displays

    def _here(self) -> QScreen:
        return self._main.screen()

    def target(self) -> QScreen | None:
        """The display to use: the chosen one, else one that the main window is not on; None where there is only one."""
        screens = QGuiApplication.screens()
        chosen = next((each for each in screens if each.name() == self._chosen), None)
        if chosen is not None:
            return chosen
        others = [each for each in screens if each is not self._here()]
        return others[0] if others else None

    def choose(self, name: str) -> None:
        """Use the display of this name; '' is whichever the main window is not on."""
        self._chosen = name
        if self.on:
            self.turn_on()

    @property
    def chosen(self) -> str:
        """The name of the display that was chosen, or ''."""
        return self._chosen

    def _fill(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow() if screen is self._here() else self._main.activateWindow()

    def _as_window(self, screen: QScreen) -> None:
        """A window on the facilitator's own display, which the projector must not cover unasked."""
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        room = screen.availableGeometry()
        width = min(960, room.width())
        self.setGeometry(room.x(), room.y(), width, min(round(width * 9 / 16), room.height()))
        self.showNormal()

    def _screen_added(self, _screen: QScreen) -> None:
        if self.on and (target := self.target()) is not None:
            self._fill(target)
        self.shown_changed.emit()

    def _screen_removed(self, gone: QScreen) -> None:
        if self.on:
            left = [each for each in QGuiApplication.screens() if each is not gone]
            others = [each for each in left if each is not self._here()]
            if others:
                self._fill(others[0])
            elif left:
                self._as_window(left[0])
        self.shown_changed.emit()

    # Painting and keys

    def _stage_changed(self) -> None:
        self._tell()
        stage, before, seen = self.stage, self._seen, self._seen_at
        self._seen, self._seen_at = stage.slide, (stage.page, stage.zoom, stage.size)
        same_place = seen == self._seen_at
        parts = stage.painter.changed(before, stage.slide, stage.size, stage.page, stage.zoom) if same_place else None
        if parts is None or stage.size != QSizeF(self.size()):
            self.update()
        else:
            self.update(reduce(QRegion.united, map(QRegion, parts), QRegion()))

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Projector"))
        self.setAccessibleDescription(self.stage.said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stage.fit(QSizeF(self.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.stage.size == QSizeF(self.size()):
                self.stage.paint(painter, QRectF(event.rect()))
                return
            painter.scale(self.width() / self.stage.size.width(), self.height() / self.stage.size.height())
            self.stage.paint(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self._on_key(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def _on_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, with_ = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        stage = self.stage
        if with_ == control and key == Qt.Key.Key_F9:
            return stage.pause
        if with_ == control | alt:
            return {
                Qt.Key.Key_Plus: lambda: stage.zoom_by(1), Qt.Key.Key_Equal: lambda: stage.zoom_by(1),
                Qt.Key.Key_Minus: lambda: stage.zoom_by(-1),
            }.get(Qt.Key(key))  # fmt: skip
        if with_ not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return None
        plain: dict[Qt.Key, Callable[[], object]] = {
            **dict.fromkeys((Qt.Key.Key_F8, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space), stage.next),
            **dict.fromkeys((Qt.Key.Key_F7, Qt.Key.Key_PageUp, Qt.Key.Key_Left), stage.back),
            **dict.fromkeys((Qt.Key.Key_F9, Qt.Key.Key_B), stage.blank),
            **dict.fromkeys((Qt.Key.Key_F11, Qt.Key.Key_Escape), self.turn_off),
        }
        return plain.get(Qt.Key(key))
