"""The window: menu, band for trouble, rail, screens. It shows what is open and passes wishes on to the workspace.

What is not needed to start (a screen, a dialog) is read and built when it is first asked for: benchmarks/ says what that saves.
"""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, QStandardPaths, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QMessageBox,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import __version__
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.progress import progress_of
from kanaalwaarden.paths import SUFFIX
from kanaalwaarden.ui.background import Job, JobBar, refusal
from kanaalwaarden.ui.bands import Band, StatusLine
from kanaalwaarden.ui.practice import PracticeBand, forget_practice, open_practice, practice_path
from kanaalwaarden.ui.projector import ProjectorWindow, Stage
from kanaalwaarden.ui.rail import COMPACT, ICONS, WIDE, Phase, Rail
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.screens import SCREENS, make_screen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.shortcuts import ShortcutsDialog
from kanaalwaarden.ui.tell import ProblemDialog, Way
from kanaalwaarden.ui.theme import Scheme, Theme, high_contrast, system_scheme
from kanaalwaarden.ui.translator import translators
from kanaalwaarden.ui.widgets import ENTER, announce, label, safe_tip
from kanaalwaarden.ui.workspace import SCHEMES, Changed, Workspace, words_in

if TYPE_CHECKING:
    from kanaalwaarden.core.ballot import FormReport
    from kanaalwaarden.ui.guide import GuideWindow

_UNSOUND = frozenset({"session_damaged", "session_tampered", "not_a_session"})
_PROGRESS_MS = 150
_STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class MainWindow(QMainWindow):
    """One window, one session. `body` is the size of body text that suits the desktop."""

    def __init__(self, settings: Settings, body: float = 14.0) -> None:
        super().__init__()
        self.settings = settings
        self._body = body
        self._translators: list[QTranslator] = []
        self._reading = Job(self)
        self._reading.done.connect(self._merge)
        self._reading.failed.connect(self._not_read)
        self.workspace = Workspace(words_in(settings.language), self)
        self.workspace.changed.connect(self._changed)
        self.screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._progress_timer = QTimer(self)
        self._progress_timer.setSingleShot(True)
        self._progress_timer.setInterval(_PROGRESS_MS)
        self._progress_timer.timeout.connect(self._show_progress)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 360)  # all of a display of 1280x720 at 200 %
        self._load_language()
        self.stage = Stage(self.workspace, self)
        self.projector = ProjectorWindow(self.stage, self)
        self._ended = False
        self.guide: GuideWindow | None = None
        """The guide, once it was asked for."""
        self.projector.shown_changed.connect(self._show_projector)
        self._build()
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._system_look_changed)
        if not settings.geometry().isEmpty() and self.restoreGeometry(settings.geometry()):
            return
        self.resize(QSize(1280, 720))

    @property
    def _app(self) -> QApplication:
        return cast(QApplication, QApplication.instance())

    # Look and language: chosen, the window is built anew around the same session

    def _theme(self) -> Theme:
        wish = self.settings.text("scheme", "system")
        scheme: Scheme = system_scheme(self._app) if wish not in ("light", "dark", "contrast") else cast(Scheme, wish)
        forced = wish == "system" and high_contrast(self._app)
        return Theme.load(scheme, zoom=self.settings.zoom, body=self._body, forced=forced)

    def _load_language(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()  # it is a child of the window and holds every text: each look and size would leave one
        self._translators = translators(self.settings.language, self)
        for each in reversed(self._translators):
            self._app.installTranslator(each)
        QLocale.setDefault(QLocale("nl_NL" if self.settings.language == "nl" else "en_GB"))

    def _build(self, screen: str = "start") -> None:
        self.theme = self._theme()
        self.theme.apply(self._app)
        self._make_menu()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._trouble_band = Band(self.theme, "danger", "triangle-alert", self.tr("Save a copy elsewhere…"), self.save_copy)
        self._quiet_band = Band(self.theme, "quiet", "lock", self.tr("Save a copy to work in…"), self.save_copy)
        self._held_band = Band(self.theme, "quiet", "users", self.tr("Work in it all the same…"), self.take_over)
        self._names_band = Band(self.theme, "quiet", "shield-check", self.tr("Remove names…"), self.forget_names)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._rail = Rail(self.theme, self._phases(), self.tr("Phases"))
        self._rail.chosen.connect(self.show_screen)
        self._stack = QStackedWidget()
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._status = StatusLine(self.theme)
        reading = JobBar(self.theme, self._reading, self.tr("The forms are being read…"))
        bands = (self._trouble_band, self._quiet_band, self._held_band, self._names_band)
        for part in (*bands, PracticeBand(self.workspace, self.theme), reading):
            column.addWidget(part)
        column.addLayout(row, 1)
        column.addWidget(self._status)
        self.screens = {}
        self.setCentralWidget(body)
        self.show_screen(screen)
        self._show_overdue()
        self._show_session()
        self._show_projector()

    def _phases(self) -> list[Phase]:
        return [
            Phase("prepare", 1, "clipboard-list", self.tr("Prepare"), self.tr("Prep.")),
            Phase("rate", 2, "keyboard", self.tr("Rate"), self.tr("Rate")),
            Phase("discuss", 3, "messages-square", self.tr("Conversation"), self.tr("Talk")),
            Phase("decide", 4, "scale", self.tr("Weigh and decide"), self.tr("Decide")),
            Phase("report", 5, "file-text", self.tr("Report"), self.tr("Report")),
            Phase("overview", 0, "table-2", self.tr("Overview"), self.tr("Overview")),
            Phase("projector", 0, "projector", self.tr("Projector"), self.tr("Projector"), apart=True),
        ]

    def _rebuild(self) -> None:
        """Build the window again around the same session, at the same screen."""
        name = self.current.NAME
        self.current.leave()
        self._load_language()
        self.workspace.speak(words_in(self.settings.language))
        old = self.takeCentralWidget()
        if old is not None:  # gone before the new sheet comes: Qt would polish thousands of widgets that nobody sees again
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)
        self.stage.reload()
        self._build(name)
        self._renew_guide()

    # The guide: a window of its own beside this one

    def show_guide(self) -> None:
        """The guide, at the chapter of the screen that is shown."""
        from kanaalwaarden.ui.guide import chapter_of

        self.guide = self.guide or self._new_guide()
        self.guide.open_at(chapter_of(self.current.NAME))

    def _new_guide(self) -> "GuideWindow":
        from kanaalwaarden.ui.guide import GuideWindow

        guide = GuideWindow(self, self.theme, self.settings.language)
        guide.zoomed.connect(self.zoom)
        return guide

    def _renew_guide(self) -> None:
        """In the new look or language, where it was; one that is closed comes anew when it is asked for."""
        old, self.guide = self.guide, None
        if old is None:
            return
        if old.isVisible():
            self.guide = self._new_guide()
            self.guide.like(old)
            self.guide.show()
        old.hide()
        old.deleteLater()

    def _show_keys(self) -> None:
        if ShortcutsDialog.show_list(self, self.theme):
            self.show_guide()

    def _system_look_changed(self) -> None:
        if self.settings.text("scheme", "system") == "system":
            self._rebuild()

    def choose_scheme(self, scheme: str) -> None:
        """Light, dark, high contrast, or as the system."""
        self.settings.put("scheme", scheme)
        self._rebuild()

    def choose_language(self, language: str) -> None:
        """The language of the screen."""
        self.settings.put("language", language)
        self._rebuild()

    def zoom(self, step: int) -> None:
        """Type a step larger or smaller; 0 is the normal size."""
        place = min(range(len(_STEPS)), key=lambda each: abs(_STEPS[each] - self.settings.zoom))
        place = 0 if step == 0 else max(0, min(place + step, len(_STEPS) - 1))
        self.settings.put("zoom", str(_STEPS[place]))
        self._rebuild()

    # Menu

    def _make_menu(self) -> None:
        """The menu bar, and beside it what is open. (A corner widget of QMenuBar does not follow its own size.)"""
        top = QFrame()
        top.setProperty("top", True)
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, self.theme.space(6), 0)
        row.setSpacing(self.theme.space(3))
        bar = self._bar = QMenuBar()
        row.addWidget(bar, 1)
        self._name = label(self.theme, "", "secondary", bold=True, wrap=False)
        self._kept_icon = QLabel()
        side = round(self.theme.scaled(14))
        self._kept_icon.setPixmap(self.theme.icon("check", "text_muted", 14).pixmap(side, side))
        self._kept = label(self.theme, "", "secondary", muted=True, wrap=False)
        for part in (self._name, self._kept_icon, self._kept):
            row.addWidget(part)
        self._make_actions(bar)
        self.setMenuWidget(top)

    def _make_actions(self, bar: QMenuBar) -> None:
        file = bar.addMenu(self.tr("&File"))
        self._add(file, self.tr("&New session…"), "Ctrl+N", lambda: self.new_session(""), "plus")
        self._add(file, self.tr("&Open session…"), "Ctrl+O", self.ask_open, "folder-open")
        self._recent_menu = file.addMenu(self.tr("&Recent sessions"))
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        file.addSeparator()
        session_only = [
            self._add(file, self.tr("Save a &copy…"), "Ctrl+Shift+S", self.save_copy, "copy"),
            self._add(file, self.tr("&Import ratings (CSV)…"), "", self.ask_import, "import"),
            self._add(file, self.tr("&Export…"), "Ctrl+E", lambda: self.show_screen("report"), "file-down"),
            self._add(file, self.tr("C&lose session"), "Ctrl+W", self.close_session, "x"),
        ]
        if self.settings.has("earlier"):
            session_only.append(self._add(file, self.tr("Earlier &versions…"), "", self.show_earlier, "history"))
        file.addSeparator()
        session_only.append(self._add(file, self.tr("Remove n&ames of people…"), "", self.forget_names, "users"))
        file.addSeparator()
        self._add(file, self.tr("&Quit"), "Ctrl+Q", self.close)
        edit = bar.addMenu(self.tr("&Edit"))
        self._undo = self._add(edit, self.tr("&Undo"), "Ctrl+Z", self.undo, "undo-2")
        self._redo = self._add(edit, self.tr("&Redo"), "Ctrl+Y", self.redo, "redo-2")
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        view = bar.addMenu(self.tr("&View"))
        look = view.addMenu(self.theme.icon("contrast", size=18), self.tr("&Colours"))
        names = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        wish = self.settings.text("scheme", "system")
        self._choices(look, list(zip(SCHEMES, names, strict=True)), wish, self.choose_scheme)
        larger = self._add(view, self.tr("&Larger type"), "Ctrl++", lambda: self.zoom(1))
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._add(view, self.tr("&Smaller type"), "Ctrl+-", lambda: self.zoom(-1))
        self._add(view, self.tr("&Normal type"), "Ctrl+0", lambda: self.zoom(0))
        view.addSeparator()
        self._turn = self._add(view, self.tr("S&wap values and platforms"), "", self._turn_grid, "arrow-up-down")
        view.addSeparator()
        language = view.addMenu(self.tr("L&anguage"))
        self._choices(language, [("nl", "Nederlands"), ("en", "English")], self.settings.language, self.choose_language)
        phases = bar.addMenu(self.tr("&Session"))
        for place, phase in enumerate(self._phases(), 1):
            each = self._add(phases, phase.name, f"Ctrl+{place}", self._shower(phase.screen), phase.icon)
            session_only.append(each)
        phases.addSeparator()
        other = self.tr("Compare with another session…")
        session_only.append(self._add(phases, other, "", self._shower("compare"), "git-compare"))
        if self.settings.has("forms"):
            phases.addSeparator()
            session_only.append(self._add(phases, self.tr("&Make forms…"), "", self.make_forms, "file-down"))
            session_only.append(self._add(phases, self.tr("&Read forms…"), "", self.ask_forms, "merge"))
            session_only.append(self._add(phases, self.tr("&Type in a paper form…"), "", self.type_form, "keyboard"))
        session_only += self._talk_actions(bar.addMenu(self.tr("&Conversation")))
        help_menu = bar.addMenu(self.tr("&Help"))
        self._add(help_menu, self.tr("&Guide"), "Shift+F1", self.show_guide, "book-open")
        self._add(help_menu, self.tr("&Keys"), "F1", self._show_keys, "keyboard")
        if self.settings.has("association"):
            self._add(help_menu, self.tr("&Open .kanaal files with this program…"), "", self.associate)
        self._add(help_menu, self.tr("&About Kanaalwaarden"), "", self._about, "info")
        self._session_only = [*session_only, self._turn]

    def _talk_actions(self, menu: QMenu) -> list[QAction]:
        """What steers the projector from any screen; the projector's own window knows the same keys."""
        self._power = self._add(menu, self.tr("&Projector"), "F11", self.projector.toggle, "projector")
        self._power.setCheckable(True)
        next_slide = self._add(menu, self.tr("&Next slide"), "F8", self.stage.next, "chevron-right")
        back = self._add(menu, self.tr("Slide &back"), "F7", self.stage.back, "chevron-left")
        blank = self._add(menu, self.tr("&Blank projector"), "F9", self.stage.blank, "eye-off")
        pause = self._add(menu, self.tr("B&reak on the projector"), "Ctrl+F9", self.stage.pause, "pause")
        menu.addSeparator()
        larger = self._add(menu, self.tr("&Larger type on the projector"), "Ctrl+Alt++", lambda: self.stage.zoom_by(1))
        larger.setShortcuts([QKeySequence("Ctrl+Alt++"), QKeySequence("Ctrl+Alt+=")])
        smaller = self._add(menu, self.tr("&Smaller type on the projector"), "Ctrl+Alt+-", lambda: self.stage.zoom_by(-1))
        menu.addSeparator()
        lenses = self._add(menu, self.tr("&Two pictures"), "", self._shower("lenses"), "git-compare")
        return [self._power, next_slide, back, blank, pause, larger, smaller, lenses]

    def _show_projector(self) -> None:
        """Whether the projector is on, in the menu and on the rail."""
        on = self.projector.on
        self._power.setChecked(on)
        self._rail.show_progress("projector", self.tr("on · F11") if on else self.tr("off · F11"))

    def _show_cell(self, what: object) -> None:
        """Put a cell (value, platform) or another slide by its key ('decision' or 'read_back', whose) on the projector, and say so."""
        key = tuple(str(each) for each in what) if isinstance(what, tuple) else ()
        if key and key[0] in ("decision", "read_back"):
            self._show_slide(key)
            return
        key = ("cell", *key) if key else ()
        if not key or not self.stage.show(key):
            self._show_status(self.tr("This cell is still blind: it cannot be shown yet."))
        elif self.projector.on:
            self._show_status(self.tr("The cell is on the projector."))
        else:
            self._show_status(self.tr("The cell is ready for the projector, which is off."), self.tr("F11 turns it on"))

    def _show_slide(self, key: tuple[str, ...]) -> None:
        if not self.stage.show(key):
            self._show_status(self.tr("There is nothing to show yet."))
        elif self.projector.on:
            self._show_status(self.tr("It is on the projector."))
        else:
            self._show_status(self.tr("It is ready for the projector, which is off."), self.tr("F11 turns it on"))

    def _add(self, menu: QMenu, text: str, keys: str, do: Callable[[], object], icon: str = "") -> QAction:
        action = QAction(text, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon:
            action.setIcon(self.theme.icon(icon, size=18))
        action.triggered.connect(lambda _=False: do())
        menu.addAction(action)
        return action

    def _choices(self, menu: QMenu, choices: list[tuple[str, str]], chosen: str, choose: Callable[[str], None]) -> None:
        group = QActionGroup(menu)
        for key, name in choices:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _=False, each=key: choose(each))
            group.addAction(action)
            menu.addAction(action)

    def _shower(self, screen: str) -> Callable[[], None]:
        return lambda: self.show_screen(screen)

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for path in self.settings.recent():
            action = QAction(path.name.replace("&", "&&"), self._recent_menu)
            action.setToolTip(safe_tip(str(path)))
            action.triggered.connect(lambda _=False, each=path: self.open_file(each))
            self._recent_menu.addAction(action)
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(self.tr("No sessions yet")).setEnabled(False)

    def _about(self) -> None:
        text = self.tr("Kanaalwaarden {version}\nDeliberation about channels and values, without averaging.\nEUPL-1.2")
        QMessageBox.about(self, self.tr("About Kanaalwaarden"), text.format(version=__version__))

    def associate(self) -> None:
        """Have session files opened with this program, after showing what that writes."""
        planned = self.workspace.association()
        if isinstance(planned, Refused):
            self._tell(planned)
            return
        from kanaalwaarden.ui.association import AssociationDialog

        dialog = AssociationDialog(self, self.theme, self.workspace, planned)
        if dialog.exec():
            self._show_status(dialog.told)

    def undo(self) -> None:
        """Take the last step back; what is being typed is a step as well."""
        self.current.leave()
        self.workspace.undo()

    def redo(self) -> None:
        """Do the step again that was taken back, unless something was typed since."""
        self.current.leave()
        self.workspace.redo()

    # Screens

    def screen_named(self, name: str) -> Screen:
        """The screen called `name` (one of SCREENS), made when it is first asked for."""
        if name not in self.screens:
            screen = make_screen(name, self.workspace, self.theme, self.settings, self.stage, self.projector)
            screen.go.connect(self._go)
            # The overview's line describes the cell that a screen reader reads anyway; everything else has to be said.
            screen.status.connect(self._status.show_sentence if name == "overview" else self._show_status)
            self.screens[name] = screen
            self._stale.add(name)
            self._stack.addWidget(screen)
        return self.screens[name]

    @property
    def current(self) -> Screen:
        """The screen that is shown."""
        return cast(Screen, self._stack.currentWidget())

    def show_screen(self, name: str, what: object = None) -> None:
        """Show a phase, at `what` if something particular is asked for. Without a session there is only the start."""
        if not self.workspace.is_open:
            name = "start"
        screen = self.screen_named(name)
        before = self._stack.currentWidget()
        if isinstance(before, Screen) and before is not screen:
            before.leave()
        if name in self._stale:  # before it is seen: a screen must never show a session that is gone
            self._stale.discard(name)
            screen.refresh(Changed(frozenset({"opened"})))
        self._stack.setCurrentWidget(screen)
        self._rail.setVisible(name != "start")
        self._rail.show_phase("discuss" if name == "lenses" else name)  # two pictures for the same conversation
        self._show_status("")
        self._fit_rail()
        self._turn.setEnabled(name == "rate")
        screen.enter(what)

    def _go(self, name: str, what: object) -> None:
        """What a screen asked for."""
        if name == "new":
            self.new_session(str(what or ""))
        elif name == "open":
            if isinstance(what, Path):
                self.open_file(what)
            else:
                self.ask_open()
        elif name == "forget" and isinstance(what, Path):
            self.settings.forget(what)
            self.screen_named("start").refresh(Changed(frozenset({"opened"})))
        elif name == "folder":
            self.ask_folder()
        elif name == "practice":
            self.current.leave()
            self._tell(open_practice(self.workspace, self.settings.language))
        elif name == "show":
            self._show_cell(what)
        elif name in SCREENS:
            self.show_screen(name, what)

    def _turn_grid(self) -> None:
        from kanaalwaarden.ui.rate import RateScreen  # with its screen, see ui/screens.py

        cast(RateScreen, self.screen_named("rate")).turn()

    def _changed(self, changed: Changed) -> None:
        if "opened" in changed.what:
            if self.workspace.path != practice_path():
                forget_practice()  # nothing of it is kept: it goes as soon as another session, or none, is open
            self._stale = set(self.screens)
            self.show_screen(self.current.NAME if self.current.NAME != "start" or not self.workspace.is_open else self._best_phase())
        elif changed.what - {"kept", "trouble"}:
            self._stale = set(self.screens) - {self.current.NAME}
            self.current.refresh(changed)
        if "opened" in changed.what or "publication" in changed.what:
            self._show_overdue()
        self._show_session()

    def _show_overdue(self) -> None:
        """That names should have gone by now. Not at every key: reading all names takes a moment."""
        overdue = self.workspace.names_overdue
        day = date_in_words(self.workspace.session.publication.names_until, self.workspace.labels)
        text = self.tr("Names of people were to be kept in this session until {day}.").format(day=day)
        self._names_band.show_sentence(text if overdue else "")

    def _best_phase(self) -> str:
        """Where work goes on in a session that was just opened."""
        done = progress_of(self.workspace.session)
        if not done["prepare"].complete and not self.workspace.session.rated and not self.workspace.session.case.one_voice:
            return "prepare"
        return "overview" if done["rate"].complete or self.workspace.read_only or self.workspace.session.case.one_voice else "rate"

    def _show_session(self) -> None:
        workspace = self.workspace
        is_open = workspace.is_open
        organisation = workspace.session.case.organisation
        name = workspace.title + (f" · {organisation}" if organisation else "")
        metrics = self._name.fontMetrics()
        narrow = self.theme.width_class(self.width()) < 900
        shown = workspace.title if narrow else name
        kept = ""
        if is_open and workspace.kept_at and not workspace.read_only:
            clock = datetime.datetime.fromisoformat(workspace.kept_at).strftime("%H:%M")
            kept = clock if narrow else self.tr("Everything recorded at {time}").format(time=clock)
        self._kept.setText(kept)
        self._kept_icon.setVisible(bool(kept))
        # The menus come first: one that is pushed out of the window is not found again. The name stands in the title as well.
        taken = self._bar.sizeHint().width() + self._kept.sizeHint().width() + self.theme.space(9) * 2
        room = min(round(self.width() * 0.38), self.width() - taken)
        told = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room) if is_open and room > self.theme.scaled(80) else ""
        self._name.setText(told)
        self._name.setToolTip(safe_tip(name) if told != name and is_open else "")
        self.setWindowTitle(f"{workspace.title} – Kanaalwaarden" if is_open else "Kanaalwaarden")
        for action in self._session_only:
            action.setEnabled(is_open)
        if not is_open and not self._ended and self.projector.on:
            self.projector.turn_off()
        self._turn.setEnabled(is_open and self.current.NAME == "rate")
        undo, redo = workspace.undo_label, workspace.redo_label
        self._undo.setText(self.tr("&Undo: {step}").format(step=undo) if undo else self.tr("&Undo"))
        self._redo.setText(self.tr("&Redo: {step}").format(step=redo) if redo else self.tr("&Redo"))
        self._undo.setEnabled(bool(undo))
        self._redo.setEnabled(bool(redo))
        self._trouble_band.show_sentence(workspace.labels.problem(workspace.trouble) if workspace.trouble else "")
        read_only = ""
        held = workspace.labels.problem(workspace.held) if workspace.held else ""
        elsewhere = workspace.held is not None and workspace.held.key == "session_held"
        if is_open and workspace.is_example:
            read_only = self.tr("Read-only: this is an example. Nothing you do here is kept.")
        elif held and not elsewhere:
            read_only = held
        elif is_open and workspace.read_only and not held:
            read_only = self.tr("Read-only: this file cannot be written.")
        self._quiet_band.show_sentence(read_only)
        self._held_band.show_sentence(held if elsewhere else "")
        if is_open:
            self._progress_timer.start()

    def _show_progress(self) -> None:
        """How far each phase is; a moment later than the change, because counting a large session takes longer than a key."""
        if not self.workspace.is_open:
            return
        session = self.workspace.session
        done = progress_of(session)
        of = self.tr("{done} of {total}")
        words = {
            "prepare": self.tr("{done} of {total} parts"),
            "rate": self.tr("{done} of {total} disciplines"),
            "discuss": self.tr("{done} of {total} cells"),
            "decide": self.tr("{done} of {total} platforms"),
            "report": self.tr("{done} of {total} values"),
        }
        for name, each in done.items():
            text = words.get(name, of).format(done=each.done, total=each.total) if each.total else self.tr("not begun")
            self._rail.show_progress(name, self.tr("ready") if each.complete else text, each.complete)
        if session.undivided:
            self._rail.show_progress("rate", self.workspace.labels("divergence.niet_uitgesplitst"), False)
        self._rail.show_progress("overview", self.tr("value table"))

    def _show_status(self, text: str, hint: str = "") -> None:
        self._status.show_sentence(text, hint)
        announce(self._status, text)

    def _fit_rail(self) -> None:
        width = self.theme.width_class(self.width())
        self._rail.show_width(ICONS if width < 900 else COMPACT if width < 1440 and self.current.DENSE else WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_rail"):
            self._fit_rail()
            self._show_session()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as it does in a dialog; Qt leaves that to the space bar alone."""
        focus = QApplication.focusWidget()
        pressable = isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox | QRadioButton)
        if pressable and event.key() in ENTER:
            cast(QAbstractButton, focus).click()
        else:
            super().keyPressEvent(event)

    # Files

    def begin(self, file: Path | None) -> None:
        """The first thing after the first paint: the file that was asked for, or a session that a crash left open."""
        self._tell(self.settings.presets_problem)
        if file is None:
            leftovers = self.workspace.leftovers()
            if not leftovers:
                return
            file = leftovers[0]
        self.open_file(file)

    def open_file(self, path: Path) -> None:
        """Open a session or an example; a CSV is taken in as ratings. What is wrong is told in one sentence."""
        if path.suffix.lower() == ".csv" and self.workspace.is_open:
            self._import(path)
            return
        if path.suffix.lower() == ".csv":
            self._tell(Refused("csv_no_session", path=str(path)))
            return
        self.current.leave()
        path = path.absolute()
        problem = self.workspace.open(path)
        if problem is not None:
            self._tell(problem, self._ways(problem, path))
        if self.workspace.path == path:
            self._opened()

    def _ways(self, problem: Refused, path: Path) -> list[Way]:
        """What can be done about a session that is gone or cannot be read."""
        ways: list[Way] = []
        if problem.key in _UNSOUND | {"file_missing", "file_unreadable"} and self.workspace.earlier(path):
            ways.append((self.tr("Look for an earlier version…"), lambda: self._from_earlier(path)))
        if problem.key in _UNSOUND - {"not_a_session"} and path.suffix.lower() == SUFFIX:
            ways.append((self.tr("Open what can be read, as a new file…"), lambda: self._rescue(path)))
        return ways

    def _new_place(self, title: str, suggested: Path) -> tuple[Path, bool] | None:
        """Ask where a session file is to come; with whether the dialog has asked if it may replace what is there."""
        name, _ = QFileDialog.getSaveFileName(self, title, str(suggested), self.tr("Sessions (*.kanaal)"))
        asked = name.lower().endswith(SUFFIX)
        return (Path(name if asked else name + SUFFIX), asked) if name else None

    def show_earlier(self) -> None:
        """The earlier versions of the session that is open."""
        self.current.leave()
        if self.workspace.path is not None:
            self._from_earlier(self.workspace.path)

    def _from_earlier(self, path: Path) -> None:
        from kanaalwaarden.ui.earlier import EarlierDialog

        dialog = EarlierDialog(self, self.theme, self.workspace.labels, self.workspace.earlier(path))
        if not dialog.exec() or dialog.backup is None:
            return
        suggested = path.with_name(f"{path.stem} ({dialog.backup.at.astimezone():%d-%m-%Y %H.%M}){SUFFIX}")
        place = self._new_place(self.tr("Put the earlier version in"), suggested)
        if place is None:
            return
        problem = self.workspace.restore(dialog.backup, place[0], overwrite=place[1])
        self._tell(problem)
        if problem is None:
            self.open_file(place[0])

    def _rescue(self, path: Path) -> None:
        mark = self.tr("rescued")
        place = self._new_place(self.tr("Put what can be read in"), path.with_name(f"{path.stem} ({mark}){SUFFIX}"))
        if place is None:
            return
        lost = self.workspace.rescue(path, place[0], overwrite=place[1])
        if isinstance(lost, Refused):
            self._tell(lost)
            return
        self.open_file(place[0])
        self._tell(Refused("opened_in_part", path=str(path), count=lost) if lost else Refused("opened_whole", path=str(path)))

    def take_over(self) -> None:
        """Open the session to work in although somebody on another computer has it open, after saying what that means."""
        held = self.workspace.held
        if held is None:
            return
        text = self.tr("If somebody works in it there as well, nothing is lost: both versions are kept, in two files.")
        box = QMessageBox(self)
        box.setWindowTitle("Kanaalwaarden")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.workspace.labels.problem(held))
        box.setInformativeText(text)
        go = box.addButton(self.tr("Work in it all the same"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Go on reading"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is go:
            self._tell(self.workspace.take_over())

    def forget_names(self) -> None:
        """Take names of people out of the session for good."""
        from kanaalwaarden.ui.forget import ForgetDialog

        self.current.leave()
        if self.workspace.read_only:
            self._tell(self.workspace.held or Refused("session_read_only"))
            return
        dialog = ForgetDialog(self, self.theme, self.workspace)
        if dialog.exec():
            text = self.tr("%n name(s) removed for good. The earlier versions on this computer are gone as well.", "", dialog.forgotten)
            self._show_status(text)

    def _opened(self) -> None:
        if self.workspace.path and not self.workspace.is_example and self.workspace.path != practice_path():
            self.settings.remember(self.workspace.path)
            self.settings.put("folder", str(self.workspace.path.parent))

    def new_session(self, template: str) -> None:
        """Ask how a new session starts, and make it."""
        from kanaalwaarden.ui.new_session import NewSessionDialog

        asked = NewSessionDialog.ask(self, self.theme, self.workspace, self._folder(), template or self.settings.presets.template)
        if asked is None:
            return
        self.current.leave()
        path, session = asked
        problem = self.workspace.new(path, session)
        self._tell(problem)
        if problem is None:
            self._opened()
            self.show_screen("prepare")

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Sessions (*.kanaal);;Exchange files (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open session"), str(self._folder()), kinds)
        if name:
            self.open_file(Path(name))

    def ask_folder(self) -> None:
        """Show which sessions there are in a folder that somebody chooses."""
        from kanaalwaarden.ui.start import StartScreen

        name = QFileDialog.getExistingDirectory(self, self.tr("Sessions in a folder"), str(self._folder()))
        if name:
            cast(StartScreen, self.screen_named("start")).show_folder(Path(name))

    def make_forms(self) -> None:
        """Make a form for every discipline."""
        from kanaalwaarden.ui.forms import MakeFormsDialog

        self.current.leave()
        dialog = MakeFormsDialog(self, self.theme, self.workspace)
        if dialog.exec() and dialog.folder is not None:
            self._show_status(self.tr("%n form(s) made in {folder}.", "", dialog.made).format(folder=dialog.folder.name))

    def ask_forms(self) -> None:
        """Ask for filled forms and take them in."""
        kinds = self.tr("Forms (*.pdf *.xlsx);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Read forms"), str(self._folder()), kinds)
        if names:
            self.read_forms([Path(name) for name in names])

    def read_forms(self, files: Sequence[Path]) -> None:
        """Show what filled forms would do, and take in what is chosen."""
        self.current.leave()
        self._reading.start(self.workspace.reading_forms(files))

    def _not_read(self, problem: Exception) -> None:
        self._tell(refusal(problem))

    def type_form(self) -> None:
        """Type in a paper form, and take it in."""
        from kanaalwaarden.ui.paper import PaperDialog

        session = self.workspace.session
        if session.undivided or not (session.values and session.platforms and session.disciplines):
            self._tell(Refused("forms_nothing"))
            return
        self.current.leave()
        dialog = PaperDialog(self, self.theme, self.workspace)
        if dialog.exec() and dialog.form is not None:
            self._merge(self.workspace.report_form(self.workspace.labels("form.paper"), dialog.form))
        self._tell(dialog.problem)

    def _merge(self, told: "Sequence[FormReport]") -> None:
        from kanaalwaarden.ui.forms import MergeDialog

        dialog = MergeDialog(self, self.theme, self.workspace, told)
        if dialog.exec():
            count = len(dialog.chosen())
            self._tell(dialog.problem)
            if dialog.problem is None:
                self._show_status(self.tr("%n form(s) taken in. You can undo this with Ctrl+Z.", "", count))

    def ask_import(self) -> None:
        """Ask for a CSV and take its ratings in."""
        kinds = self.tr("Ratings (*.csv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import ratings"), str(self._folder()), kinds)
        if name:
            self._import(Path(name))

    def _import(self, path: Path) -> None:
        self.current.leave()
        result = self.workspace.import_ratings(path)
        if isinstance(result, Refused):
            self._tell(result)
        else:
            self._show_status(self.tr("%n rating(s) taken in.", "", result))

    def save_copy(self) -> None:
        """Ask where, and write a copy there. A copy of what can only be read is opened: it was made to work in."""
        stem = self.workspace.path.stem if self.workspace.path else "sessie"
        place = self._new_place(self.tr("Save a copy"), self._folder() / f"{stem}{SUFFIX}")
        if place is None:
            return
        path, asked = place
        self.current.leave()
        example, read_only = self.workspace.is_example, self.workspace.read_only
        problem = self.workspace.save_copy(path, overwrite=asked)
        self._tell(problem)
        if problem is None and example:
            self._opened()
        elif problem is None and read_only:
            self.open_file(path)
        elif problem is None:
            self._show_status(self.tr("Copy written: {path}").format(path=path))

    def close_session(self) -> None:
        """Close the session and show the start."""
        self.current.leave()
        self._tell(self.workspace.show_start())

    def _folder(self) -> Path:
        remembered = Path(self.settings.text("folder"))
        if self.settings.text("folder") and remembered.is_dir():
            return remembered
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()  # a fresh account may have no such folder yet

    def _tell(self, problem: Refused | None, ways: Sequence[Way] = ()) -> None:
        if problem is not None:
            ProblemDialog.tell(self, self.theme, self.workspace.labels, problem, ways)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            filled = all(each.is_dir() or each.suffix.lower() in (".pdf", ".xlsx") for each in files)
            forms = filled and self.workspace.is_open and self.settings.has("forms")
            QTimer.singleShot(0, lambda: self.read_forms(files) if forms else self.open_file(files[0]))

    def _end(self) -> None:
        """The projector and the guide are windows of their own, which nothing else would take away."""
        if not self._ended:
            self._ended = True
            if self.guide is not None:
                self.guide.close()
            self.projector.close()
            self.projector.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.current.leave()
        self.settings.put_geometry(self.saveGeometry())
        problem = self.workspace.show_start()
        if not self.workspace.is_open:
            self._tell(problem)
            self._end()
            event.accept()
            return
        assert problem is not None, "a session stays open only for a reason"
        box = QMessageBox(self)
        box.setWindowTitle("Kanaalwaarden")
        box.setTextFormat(Qt.TextFormat.PlainText)  # the sentence has the path of the file in it, which may look like markup
        box.setText(self.workspace.labels.problem(problem))
        box.setInformativeText(self.tr("Your work is kept on this computer and comes back the next time you open this session."))
        copy = box.addButton(self.tr("Save a copy elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Quit all the same"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Go on working"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is copy:
            self.save_copy()
        elif box.clickedButton() is leave:
            self.workspace.abandon()
            self._end()
            event.accept()
            return
        event.ignore()
