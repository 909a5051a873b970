"""The conversation: what to discuss first, one cell large with everybody's reason, and what the group says about it.

Nothing here proposes a level: the conclusion is spoken by the group and written down as it was said.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.blind import hidden_values, open_blind_round
from kanaalwaarden.core.divergence import Cell, cell_of
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import NOT_CLEAR, AgendaItem, Discipline, Session
from kanaalwaarden.ui.agenda_list import (
    AgendaDelegate,
    AgendaModel,
    AgendaRow,
    OrderButton,
    agenda_rows,
    concluded,
    entries_of,
    minutes_to_go,
    next_in_order,
)
from kanaalwaarden.ui.blind_page import BlindPage, RevealButton
from kanaalwaarden.ui.lanes import LaneModel, LaneTable, lane_rows, lone_parts
from kanaalwaarden.ui.later_round import CellChoice, LaterRoundPanel, NextRoundDialog
from kanaalwaarden.ui.mark_widgets import Badge, LevelWord, PickList, symbol_icon
from kanaalwaarden.ui.notes import ArgumentsPanel, QuestionsPanel
from kanaalwaarden.ui.overview_table import NARROW
from kanaalwaarden.ui.platform_table import PlatformModel, PlatformTable, platform_rows
from kanaalwaarden.ui.rows import Index, RowsTable
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.talk_panel import TalkPanel
from kanaalwaarden.ui.texts import PlainText
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import (
    ENTER,
    Column,
    EmptyState,
    Labelled,
    Segments,
    TextField,
    button,
    icon_button,
    label,
    safe_tip,
    show_checked,
    when_chosen,
)
from kanaalwaarden.ui.workspace import Changed, Workspace

_SHOWN = frozenset(
    {"session", "value", "platform", "discipline", "round", "rating", "conclusion", "minority_note"}
    | {"round_cell", "reveal", "argument", "open_question", "agenda_item"}
)
SAY, ARGUE, AGAIN = "say", "argue", "again"
"""The parts under the lanes: what the group says, what was argued, a later round."""
_LISTLESS = 1100.0
"""Below this width the list 'bespreek eerst' would take the room that the reasons need."""


class _Column(QVBoxLayout):
    """A column that fits the window as long as its least heights do; a scroll area would give it the heights it likes best."""

    def hasHeightForWidth(self) -> bool:
        return False


class DiscussScreen(Screen):
    """One cell after another, as the group talks about them."""

    NAME = "discuss"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._of: Session | None = None
        self._value = ""
        self._platform = ""
        self._who = ""
        self._narrow = False
        """Whether the list is a choice above the cell, for want of width."""
        self._paged = False
        """Whether the speaking time is a page of its own."""
        self._look_at = 0
        self._aside = False
        self._concluded_here = False
        self.first = AgendaModel(self)
        heads = [self.labels(f"table.{key}") for key in ("judgement", "discipline", "reason")]
        self.lanes = LaneModel([*heads, self.tr("Kind")], self)
        heads = [self.labels("table.platform"), self.labels("table.conclusion"), self.tr("Difference"), self.tr("Marks")]
        self.platforms = PlatformModel(heads, self)

        content = QWidget()
        side_by_side = QHBoxLayout(content)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self._left())
        self._line = QWidget()
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Mid)
        self._line.setFixedWidth(1)
        side_by_side.addWidget(self._line)
        side_by_side.addWidget(self._centre(), 1)
        side_by_side.addWidget(self._right())
        self.empty = EmptyState(
            theme, self.tr("This session has no values or platforms yet."), self.tr("Go to preparation"), "clipboard-list"
        )
        self.empty.pressed.connect(lambda: self.go.emit("prepare", None))
        self._pages = QStackedWidget()
        self._pages.addWidget(content)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(self._pages)
        for first, second in pairwise((self.level, self.conclusion, self.who, self.note, self.confirmed)):
            self.setTabOrder(first, second)
        switch = QShortcut(QKeySequence("F6"), self)
        switch.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        switch.activated.connect(self.switch)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):  # as in Prepare; by Tab alone the parts are sixteen steps away
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._next_part(step))

    # Building

    def _left(self) -> QFrame:
        theme = self.theme
        self.side = QFrame()
        self.side.setAutoFillBackground(True)
        self.side.setBackgroundRole(QPalette.ColorRole.Base)
        self.side.setFixedWidth(round(theme.scaled(226)))
        layout = QVBoxLayout(self.side)
        layout.setContentsMargins(0, 0, 0, theme.space(5))
        layout.setSpacing(theme.space(2))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.setContentsMargins(theme.space(6), theme.space(4), theme.space(4), theme.space(2))
        self.first_title = label(theme, self.tr("Discuss first"), bold=True, wrap=False)
        self.first_count = label(theme, "", "secondary", muted=True, wrap=False)
        head.addWidget(self.first_title)
        head.addWidget(self.first_count)
        self.first_view = QListView()
        self.first_view.setModel(self.first)
        self.first_view.setItemDelegate(AgendaDelegate(self.first_view, theme))
        self.first_view.setAccessibleName(self.tr("Discuss first"))
        self.first_view.setResizeMode(QListView.ResizeMode.Adjust)
        self.first_view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.first_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.first_view.setFrameShape(QFrame.Shape.NoFrame)
        self.first_view.selectionModel().currentChanged.connect(self._chose_first)
        self.nothing = label(theme, self.tr("There is no cell in which disciplines differ."), "secondary", muted=True)
        self.nothing.setContentsMargins(theme.space(6), 0, theme.space(4), 0)
        layout.addLayout(head)
        layout.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.first_view, 1)
        self.order = OrderButton(theme, self)
        self.order.wanted.connect(self._ordered)
        self._ordering = QHBoxLayout()
        self._ordering.setContentsMargins(theme.space(5), 0, theme.space(5), 0)
        self._ordering.addWidget(self.order)
        layout.addLayout(self._ordering)
        self.any_title = label(theme, self.tr("Any cell"), "secondary", bold=True)
        self.any_value = self._choice(self.tr("Value"))
        self.any_platform = self._choice(self.tr("Platform"))
        self.any_value.activated.connect(lambda _: self._chose_any())
        self.any_platform.activated.connect(lambda _: self._chose_any())
        self._any = QVBoxLayout()
        self._any.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), 0)
        self._any.setSpacing(theme.space(2))
        self._any.addWidget(self.any_title)
        self._any.addWidget(self.any_value)
        self._any.addWidget(self.any_platform)
        self.hint = label(theme, self.tr("Alt+Up and Alt+Down: previous and next cell"), "secondary", muted=True)
        self._any.addWidget(self.hint)
        layout.addLayout(self._any)
        return self.side

    def _right(self) -> QFrame:
        """Who speaks and how long; below it the speaking order, or the facts to check."""
        theme = self.theme
        self.aside = QFrame()
        self.aside.setProperty("panel", "right")
        layout = QVBoxLayout(self.aside)
        layout.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        layout.setSpacing(theme.space(3))
        self.to_cell = button(theme, self.tr("Back to the cell"), "chevron-left")
        self.to_cell.clicked.connect(lambda: self.switch())
        layout.addWidget(self.to_cell)
        self.talk = TalkPanel(self.workspace, theme)
        layout.addWidget(self.talk)
        self.questions = QuestionsPanel(self.workspace, theme)
        self.questions.closed.connect(lambda: self._show_questions(False))
        self._below_talk = QStackedWidget()
        self._below_talk.addWidget(self.talk.make_order())
        asking = Column(theme)
        asking.column.setContentsMargins(0, 0, 0, 0)
        asking.column.addWidget(self.questions, 1)
        for part in (asking.viewport(), asking.widget()):
            if part is not None:
                part.setAutoFillBackground(False)
        self._below_talk.addWidget(asking)
        layout.addWidget(self._below_talk, 1)
        self.question_button = button(theme, "", "flag")
        self.question_button.clicked.connect(lambda: self._show_questions(self._below_talk.currentIndex() == 0))
        layout.addWidget(self.question_button)
        return self.aside

    def _choice(self, name: str) -> PickList:
        made = PickList(self.theme, name)
        made.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        return made

    def _centre(self) -> QScrollArea:
        theme = self.theme
        inner = QWidget()
        self._body = _Column(inner)
        self._body.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        self._body.setSpacing(theme.space(3))

        self.first_list = self._choice(self.tr("Discuss first"))
        self.first_list.activated.connect(self._chose_in_list)
        self._body.addWidget(self.first_list)
        self._narrow_any = QHBoxLayout()
        self._narrow_any.setSpacing(theme.space(3))
        self._body.addLayout(self._narrow_any)

        head = QHBoxLayout()
        head.setSpacing(theme.space(5))
        self.title = PlainText(theme, "h1")
        self.badge = Badge(theme)
        self.back = button(theme, self.tr("Overview"), "table-2")
        self.back.clicked.connect(lambda: self.go.emit("overview", (self._value, self._platform)))
        self.previous = icon_button(theme, "chevron-left", self.tr("Previous cell (Alt+Up)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next cell (Alt+Down)"))
        for each, step in ((self.previous, -1), (self.next, 1)):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.clicked.connect(lambda _=False, step=step: self.step(step))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_button = button(theme, self.tr("Show cell"), "projector")
        self.show_button.setToolTip(self.tr("Show this cell on the projector"))
        self.show_button.clicked.connect(lambda: self.go.emit("show", (self._value, self._platform)))
        self.round_button = button(theme, "", "history")
        self.round_button.clicked.connect(lambda: self._next_round())
        self.reveal_button = RevealButton(self.workspace, theme, primary=False)
        self.reveal_button.revealed.connect(self._revealed)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addStretch(1)
        for each_button in (self.show_button, self.reveal_button, self.round_button):
            head.addWidget(each_button)
        self._body.addLayout(head)
        self._second = QHBoxLayout()
        self._second.setSpacing(theme.space(2))
        self._rounds: Segments | None = None
        self.to_talk = button(theme, self.tr("Speaking time"), "timer")
        self.to_talk.setToolTip("F6")
        self.to_talk.clicked.connect(lambda: self.switch())
        self.question = PlainText(theme, "secondary", italic=True, muted=True)
        self._second.addWidget(self.question, 1)
        self._second.addStretch(0)
        for widget in (self.to_talk, self.previous, self.next, self.back):
            self._second.addWidget(widget)
        self._body.addLayout(self._second)
        self.sentence = PlainText(theme, "section")
        self._body.addWidget(self.sentence)

        self.lane_table = LaneTable(theme, self.lanes, self.tr("Answers of all disciplines"))
        self.platform_table = PlatformTable(theme, self.platforms, self.tr("Platforms of this value"))
        self.platform_table.chosen.connect(self._chose_platform)
        self.frame = QFrame()
        self.frame.setProperty("card", True)
        framed = QVBoxLayout(self.frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(self.lane_table)
        framed.addWidget(self.platform_table)
        self._body.addWidget(self.frame, 100)
        self.blind = BlindPage(self.workspace, theme)
        self.blind.revealed.connect(self._revealed)
        self._body.addWidget(self.blind, 100)
        self.missing = PlainText(theme, "secondary", muted=True)
        self._body.addWidget(self.missing)
        self._body.addSpacing(theme.space(1))
        self.saying = self._parts()
        self._body.addWidget(self.saying, 1)
        self._body.addStretch(0)

        self.scroller = QScrollArea()
        self.scroller.setWidget(inner)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)
        self.scroller.viewport().setAutoFillBackground(False)
        for table in (self.lane_table, self.platform_table):
            table.selectionModel().currentChanged.connect(lambda *_, table=table: self._keep_visible(table))
            table.grown.connect(self._arrange)
        return self.scroller

    def _parts(self) -> QWidget:
        """What the group says, what was argued, and a later round: one at a time."""
        theme = self.theme
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        self.tabs = QTabBar()
        self.tabs.setFont(theme.font())
        self.tabs.setAccessibleName(self.tr("Parts of the conversation"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        say = QWidget()
        say.setLayout(self._below())
        self.arguments = ArgumentsPanel(self.workspace, theme)
        self.arguments.done.connect(lambda: self._answers.setFocus())
        self.later = LaterRoundPanel(self.workspace, theme)
        self.take = button(theme, self.tr("Take over the sentence"))
        self.take.setToolTip(self.tr("Start the conclusion from the sentence above; the level stays for the group to say"))
        self.take.clicked.connect(lambda: self._take_sentence())
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.take)
        layout.addLayout(row)
        self._part = {AGAIN: self.later, SAY: say, ARGUE: self.arguments}
        for key, name in ((AGAIN, self.tr("Round")), (SAY, self.tr("Conclusion")), (ARGUE, self.tr("Arguments"))):
            self.tabs.setTabData(self.tabs.addTab(name), key)
            layout.addWidget(self._part[key], 1)
        self.tabs.currentChanged.connect(lambda _: self._switch_part())
        self.tabs.setCurrentIndex(1)
        return made

    def _switch_part(self) -> None:
        """Show the part of the tab; what is hidden takes no room."""
        shown = self.tabs.tabData(self.tabs.currentIndex())
        for key, page in self._part.items():
            page.setVisible(key == shown)
        self._show_take()

    def _next_part(self, step: int) -> None:
        """The next part under the cell, or the one before, with the keyboard on its tab."""
        if self.tabs.isVisible():
            there = [place for place in range(self.tabs.count()) if self.tabs.isTabVisible(place)]
            self.tabs.setCurrentIndex(there[(there.index(self.tabs.currentIndex()) + step) % len(there)])
            self.tabs.setFocus()

    def _show_take(self) -> None:
        session = self.session
        spoken = session.conclusion(self._value, self._platform) if self._value else None
        wanted = bool(self._platform) and not (spoken and spoken.text) and not self.workspace.read_only and session.rated
        self.take.setVisible(wanted and not self._blind_here and self.tabs.tabData(self.tabs.currentIndex()) == SAY)

    def show_part(self, key: str) -> None:
        """Show one of the parts under the lanes."""
        self.tabs.setCurrentIndex(next(place for place in range(self.tabs.count()) if self.tabs.tabData(place) == key))

    def _below(self) -> QHBoxLayout:
        """Conclusion (wide) and minority note, side by side; under each other where it is narrow."""
        theme = self.theme
        self.conclusion = TextField(theme, self.tr("Conclusion of the group, in words"), lines=3)
        self.conclusion.edited.connect(self._wrote_conclusion)
        self.level = self._choice(self.tr("Conclusion of the group"))
        self.level.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToContents)  # a level is never cut off
        self.level.activated.connect(self._chose_level)
        self.level_said = LevelWord(theme, "", "", chip=False)
        self.conclusion_box = Labelled(theme, self.tr("Conclusion of the group"), self.conclusion)
        _beside_label(self.conclusion_box, theme, self.level, self.level_said)

        self.note = TextField(theme, self.tr("Minority note"), lines=3)
        self.note.edited.connect(self._wrote_note)
        self.who = self._choice(self.tr("Discipline of the minority note"))
        self.who.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToContents)
        self.who.setMaximumWidth(round(theme.scaled(210)))
        self.who.activated.connect(self._chose_who)
        for field in (self.conclusion, self.note):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.note_box = Labelled(theme, self.tr("Minority note"), self.note)
        _beside_label(self.note_box, theme, self.who)
        self.confirmed = QCheckBox()
        self.confirmed.setFont(theme.font())
        self.confirmed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        when_chosen(self.confirmed, lambda: self._confirmed(self.confirmed.isChecked()))
        self.confirmed_said = label(theme, "", "secondary", muted=True)
        self.other_notes = PlainText(theme, "secondary")
        note_side = QWidget()
        notes = QVBoxLayout(note_side)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(theme.space(1))
        notes.addWidget(self.note_box, 1)
        notes.addWidget(self.confirmed)
        notes.addWidget(self.confirmed_said)
        notes.addWidget(self.other_notes)
        notes.addStretch(0)
        self._pair = QHBoxLayout()
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.space(5))
        self._pair.addWidget(self.conclusion_box, 5)
        self._pair.addWidget(note_side, 4)
        return self._pair

    # What the main window asks

    def refresh(self, changed: Changed) -> None:
        """Re-read what is shown. What is being typed stays."""
        if self.workspace.session is not self._of:  # not what is shown of it: that is made anew while a round is blind
            self._of = self.workspace.session
            self._value = self._platform = self._who = ""
            self._look_at = 0
        if "round" in changed.what:
            self._look_at = 0
        if "opened" in changed.what or changed.what & _SHOWN:
            self._reload()

    def enter(self, what: object) -> None:
        """Show the cell (value, platform) that is asked for; platform '' is over all platforms. None: where to begin."""
        if isinstance(what, tuple) and len(what) == 2:
            self.show_cell(str(what[0]), str(what[1]))
        if not self._value:
            self.empty.button.setFocus()
        elif what is None and self.first.rows and not self._narrow:
            self.first_view.setFocus()
        else:
            self._answers.setFocus()
        self._tell()

    def leave(self) -> None:
        """Hand over what was typed, and the time that was spent."""
        self.conclusion.pass_on()
        self.note.pass_on()
        self.later.pass_on()
        self.talk.settle()

    # Going to a cell

    @property
    def _answers(self) -> RowsTable:
        """The table that is shown: the lanes of the cell, or the platforms of the value."""
        return self.lane_table if self._platform else self.platform_table

    @property
    def _round(self) -> int:
        """The round that is shown: the last one, unless somebody looks back."""
        rounds = self.session.rounds
        return self._look_at if self._look_at in rounds else rounds[-1]

    @property
    def _blind_here(self) -> bool:
        """Whether the answers on the value that is shown are still blind."""
        return bool(self._value) and self._value in hidden_values(self.session)

    def show_cell(self, value: str, platform: str) -> None:
        """Show this cell, after handing over what was typed on the one before."""
        if (value, platform) == (self._value, self._platform):
            return
        self.leave()
        self._tick_off()
        self._value, self._platform, self._who = value, platform, ""
        self._concluded_here = False
        for box in (self.conclusion_box, self.note_box):
            box.show_problem(None, self.labels)
        self._reload()
        self.scroller.verticalScrollBar().setValue(0)
        for table in (self.lane_table, self.platform_table):
            if table.held.rowCount():
                table.setCurrentIndex(table.held.index(0, 1))
                table.scrollToTop()
        self._tell()

    def step(self, by: int) -> None:
        """The next or previous cell of 'bespreek eerst'; from a cell outside the list to its beginning or end."""
        if not self.first.rows:
            return
        place = self.first.place_of(self._value, self._platform)
        place = (0 if by > 0 else len(self.first.rows) - 1) if place < 0 else max(0, min(place + by, len(self.first.rows) - 1))
        self.show_cell(self.first.rows[place].value, self.first.rows[place].platform)

    def _chose_first(self, current: Index) -> None:
        if current.isValid():
            row = self.first.rows[current.row()]
            self.show_cell(row.value, row.platform)

    def _chose_in_list(self, place: int) -> None:
        key = self.first_list.itemData(place)
        if key:
            self.show_cell(key[0], key[1])

    def _chose_any(self) -> None:
        self.show_cell(str(self.any_value.currentData()), str(self.any_platform.currentData()))

    def _chose_platform(self, row: int) -> None:
        self.show_cell(self._value, self.platforms.rows[row].platform)
        self.lane_table.setFocus()

    def _tell(self) -> None:
        if self.isVisible() and self._value and self._narrow:  # elsewhere it stands under the list
            self.status.emit("", "")

    def switch(self) -> None:
        """To the other part of the screen: list, cell, speaking time; in a narrow window the speaking time is a page of its own."""
        if self._paged:
            self._aside = not self._aside
            self._arrange()
            (self.talk.pause_button if self._aside else self._focus_centre()).setFocus()
            return
        parts = (self.side, self.scroller, self.aside)
        here = next((place for place, part in enumerate(parts) if part.isAncestorOf(self.focusWidget())), 0)
        list_ = self.first_view if self.first_view.isVisible() else self._focus_centre()
        (self._focus_centre(), self.talk.pause_button, list_)[here].setFocus()

    def _focus_centre(self) -> QWidget:
        return self.blind.reveal if self._blind_here else self._answers

    # The agenda

    def _ordered(self, wish: str) -> None:
        """What the facilitator decided about the cell that is shown."""
        here = (self._value, self._platform)
        rows = self.first.rows
        place = self.first.place_of(*here)
        if place < 0:
            if wish == OrderButton.TOP and self._platform:
                self.workspace.order_agenda([here, *(row.key for row in rows)])
            return
        row = rows[place]
        if wish == OrderButton.SKIP:
            self.workspace.plan(*here, state="open" if row.skipped else "overgeslagen")
        elif wish == OrderButton.DONE:
            self.workspace.plan(*here, state="open" if row.planned == "klaar" else "klaar")
        else:
            by = {OrderButton.TOP: -len(rows), OrderButton.UP: -1, OrderButton.DOWN: 1}[wish]
            self.workspace.order_agenda(next_in_order(rows, here, by))

    def _tick_off(self) -> None:
        """Who moves on from a cell on which the group concluded something just now, is done with it."""
        row = self._first_row()
        if self._concluded_here and row is not None and row.planned == "open" and concluded(self.session, *row.key):
            self.workspace.plan(*row.key, state="klaar")

    def _first_row(self) -> AgendaRow | None:
        place = self.first.place_of(self._value, self._platform)
        return self.first.rows[place] if place >= 0 else None

    # Rounds

    def _revealed(self) -> None:
        """After the reveal: the agenda, from its beginning."""
        if self.first.rows:
            self.show_cell(*self.first.rows[0].key)
            if not self._narrow:
                self.first_view.setFocus()

    def _next_round(self) -> None:
        """Ask which cells go into the next round, and begin it."""
        session = self.session
        choices = [CellChoice(row.key, row.title, row.done or self._seconds(row.key) > 0) for row in self.first.rows if not row.skipped]
        here = (self._value, self._platform)
        if self._platform and here not in {each.key for each in choices}:
            title = f"{session.value(self._value).label} × {session.platform(self._platform).name}"
            choices.insert(0, CellChoice(here, title, self._seconds(here) > 0))
        cells = NextRoundDialog.ask(self.window(), self.theme, session.rounds[-1] + 1, choices, here)
        if not cells:
            return
        self.leave()
        problem = self.workspace.next_round(cells)
        if problem is not None:
            self.status.emit(self.labels.problem(problem), "")
            return
        if here not in cells:
            self.show_cell(*cells[0])
        self.show_part(AGAIN)
        self.later.table.setFocus()

    def _seconds(self, cell: tuple[str, str]) -> int:
        found: AgendaItem | None = self.session.get(AgendaItem, cell)
        return found.seconds if found else 0

    def _choose_round(self, number: str) -> None:
        self.leave()
        self._look_at = int(number)
        self._reload()

    def _show_questions(self, wanted: bool) -> None:
        self._below_talk.setCurrentIndex(1 if wanted else 0)
        (self.questions.text if wanted else self.question_button).setFocus()

    # Writing

    def _take_sentence(self) -> None:
        """Begin the words of the conclusion with who sees what; never a level."""
        self.conclusion.pass_on()
        spoken = self.session.conclusion(self._value, self._platform)
        if self._platform and not (spoken and spoken.text):
            cell = cell_of(self.session, self.session.value(self._value), self.session.platform(self._platform), self._round)
            text = self.labels.sentence(self.session, cell)
            self._done(self.workspace.conclude(self._value, self._platform, text=text), self.conclusion_box)
            self.conclusion.setFocus()

    def _wrote_conclusion(self, text: str, group: str) -> None:
        group = f"{self._value}/{self._platform}/{group}"
        self._done(self.workspace.conclude(self._value, self._platform, group, text=text), self.conclusion_box)

    def _chose_level(self, place: int) -> None:
        self.conclusion.pass_on()
        effect = str(self.level.itemData(place))
        self._concluded_here = bool(effect)
        self._done(self.workspace.conclude(self._value, self._platform, effect=effect), self.conclusion_box)

    def _wrote_note(self, text: str, group: str) -> None:
        group = f"{self._value}/{self._platform}/{self._who}/{group}"
        self._done(self.workspace.note_minority(self._value, self._platform, self._who, group, text=text), self.note_box)

    def _chose_who(self, place: int) -> None:
        self.note.pass_on()
        self._who = str(self.who.itemData(place))
        self.note_box.show_problem(None, self.labels)
        self._show_notes()

    def _confirmed(self, checked: bool) -> None:
        self.note.pass_on()
        self._done(self.workspace.note_minority(self._value, self._platform, self._who, confirmed=checked), self.note_box)

    def _done(self, problem: Refused | None, box: Labelled) -> None:
        box.show_problem(problem, self.labels)
        if problem is not None:
            self._show_conclusion()
            self._show_notes()

    # Showing

    def _reload(self) -> None:
        session = self.session
        there = bool(session.values and session.platforms)
        self._pages.setCurrentIndex(0 if there else 1)
        if not there:
            self._value = self._platform = ""
            for model in (self.lanes, self.platforms):
                model.show([])
            self.first.show([])
            return
        entries = entries_of(session)
        rows = agenda_rows(session, self.labels, self._round, entries, lambda count: self.tr("%n level(s)", "", count))
        known_values, known_platforms = {each.id for each in session.values}, {each.id for each in session.platforms}
        if self._value not in known_values or (self._platform and self._platform not in known_platforms):
            self._value, self._platform = (rows[0].value, rows[0].platform) if rows else (session.values[0].id, "")
            self._who = ""
        self._show_first(rows, minutes_to_go(session, entries))
        self._show_places()
        self._show_cell()
        self._show_conclusion()
        self._show_notes()
        self._show_talk()
        self._arrange()

    def _show_first(self, rows: list[AgendaRow], left: int) -> None:
        model = self.first_view.selectionModel()
        blocked = model.blockSignals(True)
        self.first.show(rows)
        model.blockSignals(blocked)
        place = self.first.place_of(self._value, self._platform)
        if self.first_view.currentIndex().row() != place:
            self.first_view.setCurrentIndex(self.first.index(place) if place >= 0 else QModelIndex())
            if place < 0:
                self.first_view.clearSelection()
        counted = [row for row in rows if not row.skipped]
        done = sum(1 for row in counted if row.done)
        told = self.tr("{done} of {total} done, ± {minutes} min to go").format(done=done, total=len(counted), minutes=left)
        self.first_count.setText(told if rows else "")
        blind = open_blind_round(self.session) is not None
        self.nothing.setText(
            self.tr("The answers are still blind. What to discuss first shows itself at the reveal.")
            if blind
            else self.tr("There is no cell in which disciplines differ.")
        )
        self.nothing.setVisible(not rows)
        row = rows[place] if place >= 0 else None
        self.order.show_row(row, place, len(rows), self.workspace.read_only or not self._platform or self._blind_here)
        self.first_view.setVisible(bool(rows))
        self.previous.setEnabled(bool(rows))
        self.next.setEnabled(bool(rows))
        listed: list[tuple[Any, str]] = [(row.key, f"{row.title} · {row.word}, {row.beside}") for row in rows]
        if place < 0:
            listed.insert(0, (("", ""), self.tr("Discuss first")))
        self.first_list.show_items(listed, (self._value, self._platform) if place >= 0 else ("", ""))

    def _show_places(self) -> None:
        session = self.session
        self.any_value.show_items([(each.id, each.name) for each in session.values], self._value)
        everywhere = ("", self.labels("table.all_platforms"))
        self.any_platform.show_items([everywhere, *((each.id, each.name) for each in session.platforms)], self._platform)

    def _show_cell(self) -> None:
        session, labels = self.session, self.labels
        value = session.value(self._value)
        one_voice = session.case.one_voice
        self.question.show_text(" ".join(part for part in (value.definition, value.question) if part))
        whole = bool(self._platform)
        self._show_rounds()
        if self._blind_here:
            self._show_blind()
            return
        self.blind.hide()
        self.saying.show()
        self.badge.setVisible(whole)
        self.lane_table.setVisible(whole)
        self.platform_table.setVisible(not whole)
        self.frame.setVisible(not (whole and session.undivided))
        if not whole:
            self._show_title(f"{value.name} × {labels('table.all_platforms')}")
            self.sentence.show_text(labels("table.one_voice") if one_voice else "")
            self.missing.show_text("")
            self.platforms.show(platform_rows(session, labels, self._value, self._round))
            return
        cell = cell_of(session, value, session.platform(self._platform), self._round)
        self._show_title(f"{value.name} × {cell.platform.name}")
        self.badge.show_word(cell.state, labels.state(cell, one_voice))
        sentence = labels.sentence(session, cell)
        self.sentence.show_text(sentence, lone_parts(session, labels, cell, sentence))
        self.lanes.show(lane_rows(session, labels, cell))
        self.missing.show_text(self._not_here(cell))

    def _show_blind(self) -> None:
        """No level, no badge, no sentence: only how far everybody is."""
        session = self.session
        name = session.platform(self._platform).name if self._platform else self.labels("table.all_platforms")
        self._show_title(f"{session.value(self._value).name} × {name}")
        for widget in (self.badge, self.frame, self.saying):
            widget.hide()
        self.lanes.show([])
        self.platforms.show([])
        self.sentence.show_text("")
        self.missing.show_text("")
        self.blind.show_cell(self._value, self._platform)
        self.blind.show()

    def _show_rounds(self) -> None:
        """The switch between rounds, and what can be done with them now."""
        session = self.session
        rounds = session.rounds
        blind = open_blind_round(session) is not None
        read_only = self.workspace.read_only
        self.reveal_button.setVisible(blind and not self._blind_here and not read_only)
        self.round_button.setText(self.tr("Round {number}…").format(number=rounds[-1] + 1))
        self.round_button.setVisible(not blind and not read_only and session.rated)
        self.show_button.setEnabled(bool(self._platform))
        wanted = [str(each) for each in rounds]
        if self._rounds is not None and self._rounds.property("rounds") != wanted:
            self._rounds.hide()
            self._rounds.deleteLater()
            self._rounds = None
        if len(rounds) > 1 and self._rounds is None:
            names = [(each, self.tr("Round {number}").format(number=each)) for each in wanted]
            self._rounds = Segments(self.theme, names, self.tr("Round"))
            self._rounds.setProperty("rounds", wanted)
            self._rounds.chosen.connect(self._choose_round)
            self._second.insertWidget(0, self._rounds)
        if self._rounds is not None:
            self._rounds.show_key(str(self._round))
        later = self._round > 1 and bool(self._platform)
        self.tabs.setTabText(0, self.tr("Round {number}").format(number=self._round))
        self.tabs.setTabVisible(0, later)
        self.tabs.setTabVisible(2, bool(self._platform))
        if not self.tabs.isTabVisible(self.tabs.currentIndex()):
            self.show_part(SAY)

    def _show_talk(self) -> None:
        """Clock, speaking order, arguments, facts to check and a later round of the cell."""
        session, here = self.session, (self._value, self._platform)
        open_cell = bool(self._platform) and not self._blind_here
        cell = cell_of(session, session.value(self._value), session.platform(self._platform), self._round) if open_cell else None
        self.talk.show_cell(session, cell, lambda effect: self.labels.word(session.case.scale, effect))
        self.arguments.show_cell(here, self.talk.speaker)
        count = self.arguments.count
        self.tabs.setTabText(2, self.tr("Arguments ({count})").format(count=count) if count else self.tr("Arguments"))
        if open_cell and self._round > 1:
            self.later.show_cell(here, self._round)
        self.questions.show_cell(here)
        self.question_button.setText(self.tr("Facts to check ({count})").format(count=self.questions.open_count))

    def _show_title(self, text: str) -> None:
        self.title.show_text(text, [(0, len(text))])

    def _not_here(self, cell: Cell) -> str:
        """Who has not answered yet, and who was absent."""
        if self.session.undivided:
            return ""
        told = []
        if cell.missing:
            told.append(self.tr("Not yet judged: {names}.").format(names=self.labels.names(cell.missing)))
        absent = [each for each, rating in cell.ratings if each.absent and (rating is None or not rating.effect)]
        if absent:
            told.append(self.labels("table.absent", names=self.labels.names(absent)))
        return " ".join(told)

    def _show_conclusion(self) -> None:
        session, labels, theme = self.session, self.labels, self.theme
        spoken = session.conclusion(self._value, self._platform)
        effect = spoken.effect if spoken else ""
        choices = [
            (key, labels.word(session.case.scale, key) if key else labels("conclusion.none"), symbol_icon(theme, key or "geen_conclusie"))
            for key in (*session.levels, NOT_CLEAR, "")
        ]
        self.level.show_items(choices, effect)
        self.level_said.show_word(effect, labels.word(session.case.scale, effect) if effect else labels("conclusion.none"))
        self.conclusion.show_text(spoken.text if spoken else "")
        read_only = self.workspace.read_only
        self._show_take()
        self.level.setVisible(not read_only)
        self.level_said.setVisible(read_only)
        _show_read_only(self.conclusion, read_only, "" if read_only else self.tr("As the group says it"))

    def _show_notes(self) -> None:
        session, labels = self.session, self.labels
        notes = {note.discipline: note for note in session.minority_notes(self._value, self._platform)}
        read_only = self.workspace.read_only
        order = self._note_order(notes, all_of_them=not read_only)
        self.note_box.setVisible(bool(order))
        self.confirmed.setVisible(bool(order))
        if self._who not in {each.id for each in order}:
            self._who = order[0].id if order else ""
        self.who.show_items([(each.id, f"{each.code} {each.name}") for each in order], self._who)
        note = notes.get(self._who)
        self.note.show_text(note.text if note else "")
        _show_read_only(self.note, read_only, "" if read_only else self.tr("In the words of this discipline"))
        name = session.discipline(self._who).name if self._who else ""
        self.note.setAccessibleName(self.tr("Minority note: {name}").format(name=name))
        self.confirmed.setText(self.tr("confirmed by {name}").format(name=name).replace("&", "&&"))
        show_checked(self.confirmed, bool(note and note.confirmed))
        self.confirmed.setEnabled(note is not None)
        why = "" if note else self.tr("Write the note first; then its discipline can confirm it.")
        self.confirmed.setToolTip(why or safe_tip(self.confirmed.text().replace("&&", "&")))
        self.confirmed.setVisible(bool(order) and not read_only)
        self.confirmed_said.setVisible(read_only)
        if note is None:
            self.confirmed_said.setText(self.tr("No minority note."))
        else:
            self.confirmed_said.setText(labels("table.confirmed" if note.confirmed else "table.not_confirmed"))
        told, bold = "", []
        for key, other in notes.items():
            if key == self._who:
                continue
            head = session.discipline(key).name
            state = labels("table.confirmed" if other.confirmed else "table.not_confirmed")
            told += "\n" if told else ""
            bold.append((len(told), len(head)))
            told += f"{head}: {other.text} ({state})"
        self.other_notes.show_text(told, bold)

    def _note_order(self, notes: Iterable[str], *, all_of_them: bool) -> list[Discipline]:
        """Who may want a note: those who have one, then those outside the largest group, then everybody else."""
        session = self.session
        order = [each for each in session.disciplines if each.id in set(notes)]
        if not all_of_them:
            return order
        if self._platform:
            cell = cell_of(session, session.value(self._value), session.platform(self._platform), self._round)
            dissenting = [each for each, _ in cell.dissenting]
            order += sorted((each for each in dissenting if each not in order), key=lambda each: each not in cell.alone)
        return order + [each for each in session.disciplines if each not in order]

    # Layout

    def _arrange(self) -> None:
        """Lay out for the width of the window: the list beside the cell, or as a list of choices above it."""
        theme = self.theme
        wide = theme.width_class(self.window().width())
        narrow, self._paged = wide < _LISTLESS, wide < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for place, each in enumerate((self.any_value, self.any_platform)):
                (self._narrow_any if narrow else self._any).insertWidget(place if narrow else place + 1, each)
            (self._narrow_any if narrow else self._ordering).addWidget(self.order)
        stacked = narrow or theme.width_class(self.scroller.width()) < 560
        self._pair.setDirection(QHBoxLayout.Direction.TopToBottom if stacked else QHBoxLayout.Direction.LeftToRight)
        paged = self._paged
        self._aside = self._aside and paged
        self.aside.setVisible(self._aside or not paged)
        self.scroller.setVisible(not self._aside)
        self.aside.setMinimumWidth(0 if paged else round(theme.scaled(226)))
        self.aside.setMaximumWidth(16_777_215 if paged else round(theme.scaled(226)))
        self.to_cell.setVisible(paged)
        self.to_talk.setVisible(paged)
        self.saying.setMaximumHeight(16_777_215 if narrow else max(round(theme.scaled(320)), self.saying.minimumSizeHint().height()))
        self.side.setVisible(not narrow)
        self._line.setVisible(not narrow)
        self.first_list.setVisible(narrow and bool(self.first.rows))
        for table in (self.lane_table, self.platform_table):
            table.show_whole(narrow)
        content = self._answers.content_height + 2
        self.frame.setMaximumHeight(content)
        for box in (self.conclusion_box, self.note_box):
            box.setMinimumHeight(box.minimumSizeHint().height())
        self.frame.setMinimumHeight(content if narrow else min(content, round(theme.scaled(150))))

    def _keep_visible(self, table: RowsTable) -> None:
        """Where the whole centre scrolls, follow the current row."""
        if self._narrow and table.currentIndex().isValid() and table.hasFocus():
            box = table.row_box(table.currentIndex().row()).toRect()
            inner = self.scroller.widget()
            if inner is not None:
                place = table.viewport().mapTo(inner, box.center())
                self.scroller.ensureVisible(place.x(), place.y(), 0, box.height() // 2 + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.scaled(320)), round(self.theme.scaled(240)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter leave a text for the answers above it; a key that a text has no use for, as Shift, changes nothing."""
        if event.key() in (Qt.Key.Key_Escape, *ENTER) and (self.conclusion.hasFocus() or self.note.hasFocus()):
            self._answers.setFocus()
        else:
            super().keyPressEvent(event)


def _beside_label(box: Labelled, theme: Theme, *widgets: QWidget) -> None:
    """Put what belongs to a field on the line of its label."""
    layout = box.layout()
    assert isinstance(layout, QVBoxLayout)
    row = QHBoxLayout()
    row.setSpacing(theme.space(3))
    layout.removeWidget(box.label)
    box.label.setFont(theme.font(bold=True))
    box.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.addWidget(box.label, 1)
    for each in widgets:
        row.addWidget(each)
    layout.insertLayout(0, row)
    layout.setStretchFactor(box.field, 1)


def _show_read_only(field: TextField, read_only: bool, placeholder: str) -> None:
    """A field that cannot be written in loses its edge and stays readable."""
    field.setPlaceholderText(placeholder)
    if field.isReadOnly() != read_only:
        field.setReadOnly(read_only)
        field.style().unpolish(field)
        field.style().polish(field)
