"""Steering the projector: what the room sees now, what comes next, every slide to jump to, and the steps of the session."""

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from kanaalwaarden.core.model import STEPS, Step
from kanaalwaarden.core.slides import AGENDA, BLANK, PAUSE, AgendaSlide, AgendaStep, Slide, SlideKey, said, slide_of
from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.projector import ProjectorWindow, Stage
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import TroubleLine, button, label, show_checked, when_chosen
from kanaalwaarden.ui.workspace import Changed, Workspace

_NARROW = 900
_ROOMY = 1000.0
"""From this width on how large the type on the projector is fits beside the keys."""
_Index = QModelIndex | QPersistentModelIndex


class Preview(QWidget):
    """A slide as the room sees it, smaller: laid out for the room's display and scaled, so that pages and lines are the same."""

    def __init__(self, theme: Theme, stage: Stage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stage = stage
        self._slide: Slide | None = None
        self._page = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(round(theme.scaled(120)), round(theme.scaled(68)))

    def show_slide(self, slide: Slide | None, page: int) -> None:
        """Show this page of this slide, or nothing."""
        self._slide, self._page = slide, page
        self.setAccessibleDescription(said(slide) if slide is not None else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        size: QSizeF = self._stage.size
        scale = min((self.width() - 2) / size.width(), (self.height() - 2) / size.height())
        box = QRectF((self.width() - size.width() * scale) / 2, 1, size.width() * scale, size.height() * scale)
        with QPainter(self) as painter:
            if self._slide is not None:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(box.topLeft())
                painter.scale(scale, scale)
                painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
                self._stage.painter.paint(painter, self._slide, size, self._page, self._stage.zoom)
                painter.restore()
            focus = self.hasFocus()
            pen = QPen(self._theme.color("focus" if focus else "border_strong"), self._theme.stroke("field_focus" if focus else "hairline"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)


class SlideModel(QAbstractListModel):
    """Every slide there is, by name."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self.rows: list[tuple[SlideKey, str]] = []

    def reload(self) -> None:
        """Read again which slides there are; nothing happens when they are the same."""
        rows = [(key, self._stage.name(key)) for key in self._stage.listed()]
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def place(self, key: SlideKey) -> int:
        """The row of a slide, or -1."""
        return next((row for row, (each, _) in enumerate(self.rows) if each == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()][1]
        return None


class StepModel(QAbstractListModel):
    """The steps of the session, with planned and actual time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[AgendaStep, ...] = ()

    def show_steps(self, steps: tuple[AgendaStep, ...]) -> None:
        """Show these steps."""
        if steps != self.rows:
            self.beginResetModel()
            self.rows = steps
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            step = self.rows[index.row()]
            return f"{step.number}  {step.name}\n{step.state_word} · {step.time}"
        return None


class KeyButton(QPushButton):
    """A button whose key stands beside its word, where there is room."""

    def __init__(self, theme: Theme, text: str, key: str, icon: str) -> None:
        super().__init__()
        self._word, self._key = text, key
        self.setFont(theme.font("button"))
        self.setMinimumHeight(round(theme.size("button_small")))
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)
        self._icon = theme.icon(icon) if icon else QIcon()
        self.setIconSize(theme.icon_size())
        self.show_key(True)

    def show_key(self, wide: bool) -> None:
        """Show icon and key too, or the word alone: the key is in the tooltip."""
        self.setIcon(self._icon if wide else QIcon())
        self.setText(f"{self._word}  {self._key}" if wide and self._key else self._word)


class SteerScreen(Screen):
    """The facilitator's side of the projector. What it shows of the room is painted by the room's own painter."""

    NAME = "projector"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, stage: Stage, window: ProjectorWindow, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.stage = stage
        self.window_ = window
        self.preview = Preview(theme, stage, self.tr("What the room sees now"))
        self.after = Preview(theme, stage, self.tr("What comes next"))
        self.after.setFixedHeight(round(theme.scaled(120)))
        self.slides = SlideModel(stage, self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("All slides"))
        self.list.setModel(self.slides)
        self.list.setFont(theme.font("body"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._jump)
        self.list.clicked.connect(self._jump)
        self.steps = StepModel(self)
        self.step_list = QListView()
        self.step_list.setAccessibleName(self.tr("Steps of the session"))
        self.step_list.setModel(self.steps)
        self.step_list.setFont(theme.font("body"))
        self.step_list.setWordWrap(True)
        self.step_list.setSpacing(theme.space(0))
        self.step_list.activated.connect(self._to_step)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._middle(), 1)
        layout.addWidget(self._side())
        stage.changed.connect(self._show_stage)
        window.shown_changed.connect(self._show_window)
        self._show_window()

    # Building

    def _middle(self) -> QVBoxLayout:
        theme = self.theme
        column = QVBoxLayout()
        column.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
        column.setSpacing(theme.space(3))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        self.title = label(theme, self.tr("Projector"), "h1", bold=True, wrap=False)
        self.power = button(theme, "", "projector", primary=True)
        self.power.clicked.connect(lambda: self.window_.toggle())
        self.display = PickList(theme, self.tr("Display"))
        self.display.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.display.setMinimumContentsLength(16)
        self.display.activated.connect(lambda _: self.window_.choose(str(self.display.currentData())))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.display)
        head.addWidget(self.power)
        column.addLayout(head)
        self.now = label(theme, "", "body", bold=True)
        column.addWidget(self.now)
        column.addWidget(self.preview, 1)
        keys = QHBoxLayout()
        keys.setSpacing(theme.space(2))
        self.back = self._key_button(self.tr("Back"), "F7", "chevron-left")
        self.back.clicked.connect(lambda: self.stage.back())
        self.forward = self._key_button(self.tr("Next"), "F8", "chevron-right")
        self.forward.clicked.connect(lambda: self.stage.next())
        self.blank = self._key_button(self.tr("Blank"), "F9", "eye-off")
        self.blank.setCheckable(True)
        when_chosen(self.blank, lambda: self.stage.blank())
        self.pause = self._key_button(self.tr("Break"), "Ctrl+F9", "pause")
        self.pause.setCheckable(True)
        when_chosen(self.pause, lambda: self.stage.pause())
        self.smaller = self._key_button("−", "")
        self.smaller.setToolTip(self.tr("Smaller type on the projector (Ctrl+Alt+-)"))
        self.smaller.setAccessibleName(self.smaller.toolTip())
        self.smaller.clicked.connect(lambda: self.stage.zoom_by(-1))
        self.larger = self._key_button("+", "")
        self.larger.setToolTip(self.tr("Larger type on the projector (Ctrl+Alt++)"))
        self.larger.setAccessibleName(self.larger.toolTip())
        self.larger.clicked.connect(lambda: self.stage.zoom_by(1))
        self.zoom = label(theme, "", "secondary", muted=True, wrap=False)
        for each in (self.back, self.forward, self.blank, self.pause):
            keys.addWidget(each)
        keys.addStretch(1)
        for part in (self.smaller, self.zoom, self.larger):
            keys.addWidget(part)
        column.addLayout(keys)
        self.after_box = QWidget()
        after = QHBoxLayout(self.after_box)
        after.setContentsMargins(0, theme.space(2), 0, 0)
        after.setSpacing(theme.space(4))
        words = QVBoxLayout()
        words.addWidget(label(theme, self.tr("Next on the projector"), "secondary", muted=True, wrap=False))
        self.after_name = label(theme, "", "body", bold=True)
        words.addWidget(self.after_name)
        words.addStretch(1)
        after.addLayout(words, 1)
        after.addWidget(self.after, 1)
        column.addWidget(self.after_box)
        return column

    def _key_button(self, text: str, key: str, icon: str = "") -> KeyButton:
        return KeyButton(self.theme, text, key, icon)

    def _side(self) -> QFrame:
        theme = self.theme
        self.side = QFrame()
        self.side.setProperty("side", True)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(theme.space(3), theme.space(4), theme.space(3), theme.space(3))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Slides and steps"))
        self.tabs.addTab(self.list, self.tr("Slides"))
        steps = QWidget()
        inner = QVBoxLayout(steps)
        inner.setContentsMargins(0, theme.space(2), 0, 0)
        inner.setSpacing(theme.space(3))
        inner.addWidget(self.step_list, 1)
        self.upcoming = label(theme, "", "secondary", muted=True)
        self.advance = button(theme, self.tr("Next step"), "skip-forward")
        self.advance.clicked.connect(self._next_step)
        self.problem = TroubleLine(theme, "secondary")
        inner.addWidget(self.problem)
        inner.addWidget(self.upcoming)
        inner.addWidget(self.advance)
        self.tabs.addTab(steps, self.tr("Steps"))
        column.addWidget(self.tabs)
        return self.side

    # What the main window asks

    def refresh(self, changed: Changed) -> None:
        """Re-read which slides and steps there are."""
        self._show_lists()
        self._show_stage()

    def enter(self, what: object) -> None:
        """Show the list of slides, or a slide (its key) if asked for."""
        if isinstance(what, tuple):
            self.stage.show(tuple(str(each) for each in what))
        self._show_lists()
        self._show_stage()
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.theme.width_class(self.width()) < _NARROW
        self.side.setFixedWidth(min(round(self.theme.scaled(210 if narrow else 310)), round(self.width() * 0.38)))
        self.after_box.setVisible(self.height() > self.theme.scaled(520))
        for each in (self.back, self.forward, self.blank, self.pause):
            each.show_key(not narrow)
        self.zoom.setVisible(self.theme.width_class(self.width()) >= _ROOMY)
        self.title.setVisible(not narrow)

    # Showing

    def _show_lists(self) -> None:
        self.slides.reload()
        if self.workspace.is_open:
            made = slide_of(self.session, [], self.labels, AGENDA)
            assert isinstance(made, AgendaSlide), "the agenda is an agenda"
            self.steps.show_steps(made.steps)
        can = self.workspace.is_open and not self.workspace.read_only
        upcoming = self._upcoming()
        self.advance.setEnabled(can and upcoming is not None)
        name = self.labels(f"step.{upcoming}") if upcoming else ""
        self.advance.setText(self.tr("Next step") if upcoming else self.tr("Last step"))
        self.advance.setAccessibleName(self.tr("Next step: {name}").format(name=name) if upcoming else self.advance.text())
        self.upcoming.setText(name)
        self.upcoming.setVisible(bool(name))
        self.advance.setToolTip("" if can else self.tr("This session is read-only."))
        running = self._running()
        if running is not None:
            self.step_list.setCurrentIndex(self.steps.index(running))
        elif self.steps.rowCount() and not self.step_list.currentIndex().isValid():
            self.step_list.setCurrentIndex(self.steps.index(0))

    def _show_stage(self) -> None:
        """What the room sees, where that is in the list, and what comes next. Only while somebody can see it."""
        if not self.workspace.is_open or self.isHidden():
            return
        stage = self.stage
        pages = stage.pages
        place = self.tr("{name} (page {page} of {pages})").format(name=stage.slide.name, page=stage.page + 1, pages=pages)
        self.now.setText(place if pages > 1 else stage.slide.name)
        self.preview.show_slide(stage.slide, stage.page)
        following = stage.following()
        self.after.show_slide(*(following or (None, 0)))
        self.after_name.setText(following[0].name if following else self.tr("This is the last slide."))
        show_checked(self.blank, stage.cover == BLANK)
        show_checked(self.pause, stage.cover == PAUSE)
        self.zoom.setText(self.tr("type {percent} %").format(percent=round(stage.zoom * 100)))
        row = self.slides.place(stage.key)
        if row >= 0 and row != self.list.currentIndex().row():
            index = self.slides.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    def _show_window(self) -> None:
        on = self.window_.on
        self.power.setText(self.tr("Turn off (F11)") if on else self.tr("Turn on (F11)"))
        names = [("", self.tr("The other display"))]
        for each in QGuiApplication.screens():
            size = each.geometry().size()
            text = self.tr("{name}, {width} x {height}").format(name=each.name(), width=size.width(), height=size.height())
            names.append((each.name(), text))
        self.display.show_items(names, self.window_.chosen)
        self.display.setVisible(len(names) > 2)

    # Steering

    def _jump(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.slides.rows):
            self.stage.show(self.slides.rows[index.row()][0])

    def _running(self) -> int | None:
        started = [self.session.get(Step, (step,)) for step in STEPS]
        return next((place for place, each in enumerate(started) if each is not None and each.started and not each.ended), None)

    def _upcoming(self) -> str | None:
        """The step after the one that is going on; the first that has not begun where none is."""
        running = self._running()
        if running is not None:
            return STEPS[running + 1] if running + 1 < len(STEPS) else None
        return next((step for step in STEPS if self.session.get(Step, (step,)) is None), None)

    def _next_step(self) -> None:
        upcoming = self._upcoming()
        if upcoming is not None:
            self._begin(upcoming)

    def _to_step(self, index: QModelIndex) -> None:
        self._begin(STEPS[index.row()])

    def _begin(self, step: str) -> None:
        problem = self.workspace.step_to(step)
        self.problem.tell(self.labels.problem(problem) if problem else "")
