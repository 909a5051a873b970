"""Afwegen en besluiten: per platform the six questions and what else is asked, who stands behind it, the decision and its actions."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.model import Action
from kanaalwaarden.core.progress import decision_lacks, to_decide
from kanaalwaarden.core.prompts import SIX, Group, answered
from kanaalwaarden.core.weigh import ordered_actions
from kanaalwaarden.ui.around_rows import ActionsPage, RisksPage, ThresholdsPage
from kanaalwaarden.ui.decide_side import DecisionPanel, StancesPanel
from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.platform_list import PlatformList, PlatformPick
from kanaalwaarden.ui.prepare_lists import Row
from kanaalwaarden.ui.prepare_practice import FollowUpForm, in_card
from kanaalwaarden.ui.questions import QuestionList
from kanaalwaarden.ui.reach import ReachPanel
from kanaalwaarden.ui.row_pages import joined
from kanaalwaarden.ui.rows import Index, replace_rows
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Card, EmptyState, Segments, button, label, safe_tip
from kanaalwaarden.ui.workspace import Changed, Workspace

NARROW = 860
SIDE = 432
SESSION = ""
"""The key of what is asked once for the session, among the platforms."""
RISKS, THRESHOLDS, STANCES, REACH, ACTIONS = "risks", "thresholds", "stances", "reach", "actions"


class ActionRow:
    """One action in words, for the table."""

    def __init__(self, key: str, cells: tuple[str, ...], done: bool) -> None:
        self.key, self.cells, self.done = key, cells, done

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ActionRow) and (self.key, self.cells, self.done) == (other.key, other.cells, other.done)

    __hash__ = None  # type: ignore[assignment]


class ActionsModel(QAbstractTableModel):
    """The actions of a platform, what is necessary first."""

    def __init__(self, theme: Theme, heads: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._heads = theme, heads
        self.rows: list[ActionRow] = []

    def show(self, rows: list[ActionRow]) -> None:
        """Show these."""
        replace_rows(self, rows, len(self._heads))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._heads):
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        text = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(text)
        if role == Qt.ItemDataRole.ForegroundRole and row.done:
            return self._theme.color("text_muted")
        return None


class ActionsTable(Card):
    """The actions of the platform that is shown, in short. `opened` asks for one of them, `adding` for a new one."""

    opened = Signal(str)
    adding = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.space(3), 1, 1)
        column.setSpacing(theme.space(2))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(6), 0, theme.space(4), 0)
        self.title = label(theme, self.tr("Actions"), "section", bold=True)
        head.addWidget(self.title, 1)
        self.add = button(theme, self.tr("Add action"), "plus")
        self.add.clicked.connect(self.adding)
        head.addWidget(self.add)
        column.addLayout(head)
        heads = [self.tr("Action"), self.tr("Owner"), self.tr("Ready by"), self.tr("Necessity and importance"), self.tr("State")]
        self.model = ActionsModel(theme, heads, self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Actions"))
        self.view.verticalHeader().hide()
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.verticalHeader().setDefaultSectionSize(round(theme.scaled(28)))
        sizes = self.view.horizontalHeader()
        sizes.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(heads)):
            sizes.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.view.doubleClicked.connect(lambda index: self._open(index.row()))
        self.view.installEventFilter(self)
        self.nothing = label(theme, self.tr("There are no actions yet."), "secondary", muted=True)
        self.nothing.setContentsMargins(theme.space(6), 0, 0, theme.space(3))
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self._open(self.view.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.opened.emit(self.model.rows[place].key)

    def show_platform(self, platform: str | None) -> None:
        """Show the actions of this platform, or all of them."""
        session, labels = self._workspace.session, self._workspace.labels

        def row(each: Action) -> ActionRow:
            urgency = [labels(f"choice.{name}.{key}") for name in ("necessity", "importance") if (key := getattr(each, name))]
            state = labels("minutes.done" if each.done else "minutes.open")
            return ActionRow(each.id, (each.text, each.owner, date_in_words(each.date, labels), joined(*urgency), state), each.done)

        self.model.show([row(each) for each in ordered_actions(session, platform)])
        self.view.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)
        self.add.setEnabled(not self._workspace.read_only)


class DecideScreen(Screen):
    """The fourth phase."""

    NAME = "decide"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.platform = ""
        self._narrow: bool | None = None
        self._topics: dict[str, str] = {}
        self.list = PlatformList(theme, self.tr("Platforms to decide on"))
        self.pick = PlatformPick(theme, self.tr("Platform"))
        self.list.chosen.connect(self.show_platform)
        self.pick.picked.connect(self.show_platform)
        self._build_parts()
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QFrame()
        self._left.setProperty("panel", "left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, theme.space(5), 1, 0)
        left.setSpacing(theme.space(3))
        head = label(theme, self.tr("Platforms"), "body", bold=True)
        head.setContentsMargins(theme.space(5), 0, 0, 0)
        left.addWidget(head)
        left.addWidget(self.list, 1)
        row.addWidget(self._left)
        row.addLayout(self._build_content(), 1)
        sentence = self.tr("There are no platforms yet. Choose platforms first; then decide on each.")
        self.empty = EmptyState(theme, sentence, self.tr("Platforms"))
        self.empty.pressed.connect(lambda: self.go.emit("prepare", "platforms"))
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)  # see minimumSizeHint
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)

    # Building

    def _build_parts(self) -> None:
        workspace, theme = self.workspace, self.theme
        self.questions = QuestionList(workspace, theme)
        self.risks = RisksPage(workspace, theme)
        self.limits = ThresholdsPage(workspace, theme)
        self.stances = StancesPanel(workspace, theme)
        self.reach = ReachPanel(workspace, theme)
        self.todo = ActionsPage(workspace, theme)
        self.pages = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "questions": in_card(theme, self.questions), RISKS: self.risks, THRESHOLDS: self.limits, STANCES: in_card(theme, self.stances),
            REACH: self.reach, ACTIONS: self.todo,
        }  # fmt: skip
        for page in self._pages.values():
            self.pages.addWidget(page)
        self.topic = PickList(theme, self.tr("What is asked"))
        self.topic.setMinimumContentsLength(18)
        self.topic.activated.connect(lambda _: self._show_topic())
        self.side = DecisionPanel(workspace, theme)
        self.side.thresholds.connect(lambda: self.show_topic(THRESHOLDS))
        self.table = ActionsTable(workspace, theme)
        self.table.opened.connect(self._open_action)
        self.table.adding.connect(self._add_action)
        self.follow_up = FollowUpForm(workspace, theme)
        self._follow_card = in_card(theme, self.follow_up)
        inside = self._follow_card.layout()
        assert inside is not None, "a card has a layout"
        inside.setContentsMargins(*[theme.space(5)] * 4)

    def _build_content(self) -> QVBoxLayout:
        theme = self.theme
        content = QVBoxLayout()
        content.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(5))
        content.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setSpacing(theme.space(4))
        self.title = label(theme, "", "h1", bold=True, wrap=False)
        self.about = label(theme, self.tr("weighing and decision"), muted=True, wrap=False)
        head.addWidget(self.pick)
        head.addWidget(self.title)
        head.addWidget(self.about)
        head.addStretch(1)
        self.values_button = button(theme, self.tr("Values beside it"), "table-2")
        self.values_button.clicked.connect(lambda: self.go.emit("overview", self.session.platform(self.platform)))
        self.show_button = button(theme, self.tr("Show the decision"), "projector")
        self.show_button.clicked.connect(lambda: self.go.emit("show", ("decision", self.platform)))
        head.addWidget(self.values_button)
        head.addWidget(self.show_button)
        content.addLayout(head)
        choices = [("asked", self.tr("Questions")), ("side", self.tr("Decision")), ("table", self.tr("Actions"))]
        self.part = Segments(theme, choices, self.tr("Part of the decision"))
        self.part.show_key("asked")
        self.part.chosen.connect(lambda _: self._lay_out())
        content.addWidget(self.part)
        middle = QHBoxLayout()
        middle.setSpacing(theme.space(5))
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(theme.space(3))
        asked.addWidget(self.topic)
        asked.addWidget(self.pages, 1)
        asked.addWidget(self._follow_card)
        middle.addWidget(self._asked, 1)
        middle.addWidget(self.side)
        content.addLayout(middle, 1)
        content.addWidget(self.table)
        return content

    # Laying out

    def minimumSizeHint(self) -> QSize:
        """Narrow, whatever stands beside each other now: it is laid out anew when it gets narrow."""
        return QSize(round(self.theme.scaled(360)), round(self.theme.scaled(300)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            narrow = self.theme.width_class(self.width()) < NARROW
            if narrow != self._narrow:
                self._narrow = narrow
                self._lay_out()
            self.table.setMaximumHeight(16_777_215 if narrow else round(max(self.theme.scaled(120), self.height() * 0.24)))
        return super().event(event)

    def _lay_out(self) -> None:
        """Everything side by side; in a small window one part at a time."""
        narrow, once = bool(self._narrow), self.platform == SESSION
        part = self.part.key
        self._left.setVisible(not narrow)
        self.pick.setVisible(narrow)
        self.title.setVisible(not narrow)
        self.about.setVisible(not narrow)
        self.part.setVisible(narrow and not once)
        self._asked.setVisible(not narrow or once or part == "asked")
        self.side.setVisible(not once and (not narrow or part == "side"))
        self.table.setVisible(not once and (not narrow or part == "table"))
        self.side.setMinimumWidth(0 if narrow else round(self.theme.scaled(SIDE)))
        self.side.setMaximumWidth(16_777_215 if narrow else round(self.theme.scaled(SIDE)))
        self._follow_card.setVisible(once)
        self.values_button.setVisible(not once and not narrow)
        self.show_button.setVisible(not once)

    # Showing

    def refresh(self, changed: Changed) -> None:
        tables = {
            "opened", "session", "platform", "value", "discipline", "answer", "decision", "stance", "risk", "threshold", "route", "action",
            "follow_up", "carried", "rating", "round", "reveal",
        }  # fmt: skip
        if not changed.what & tables:
            return
        platforms = self.workspace.session.platforms
        self._stack.setCurrentIndex(0 if platforms else 1)
        if not platforms:
            return
        known = {each.id for each in platforms} | {SESSION}
        if "opened" in changed.what or self.platform not in known:
            decide = to_decide(self.workspace.session) or platforms
            keep = self.platform in known and self.platform != SESSION
            self.platform = self.platform if keep else decide[0].id
        self._show_platforms()
        self._show_topics()
        self._show(changed)

    def _show_platforms(self) -> None:
        session = self.workspace.session
        six = self.workspace.prompts.group(SIX)
        rows = []
        for number, each in enumerate(to_decide(session), 1):
            done = answered(session, six, each.id) if six else 0
            ready = not decision_lacks(session.decision(each.id))
            told = self.tr("not begun yet")
            if ready:
                told = self.tr("decision complete")
            elif six and (done or session.decision(each.id)):
                told = self.tr("{done} of {total} questions").format(done=done, total=len(six.prompts))
            rows.append(Row(each.id, "✓" if ready else str(number), each.name, ((told, False),)))
        rows.append(Row(SESSION, "–", self.tr("Whole session"), ((self.tr("evaluation, actions"), False),)))
        self.list.show_rows(rows, self.platform)
        self.pick.show_rows(rows, self.platform)

    def _groups(self) -> list[Group]:
        """The groups that are asked here; of a platform the six questions first, then what goes with deciding, then the talk."""
        prompts = self.workspace.prompts
        if self.platform == SESSION:
            return prompts.of("after", "session")
        groups = [*prompts.of("decide", "platform"), *prompts.of("talk", "platform")]
        return sorted(groups, key=lambda each: each.id != SIX)

    def _show_topics(self) -> None:
        session = self.workspace.session
        items = []
        for group in self._groups():
            count = f"{answered(session, group, self.platform)}/{len(group.prompts)}"
            items.append((group.id, f"{group.title}  {count}"))
        if self.platform != SESSION:
            items += [
                (RISKS, self.tr("Risks")), (THRESHOLDS, self.tr("Thresholds")), (STANCES, self.tr("Standpoints")),
                (REACH, self.tr("Reach: switch a platform off")),
            ]  # fmt: skip
        items.append((ACTIONS, self.tr("All actions")))
        chosen = self._topics.get("session" if self.platform == SESSION else "platform", "")
        if chosen not in {key for key, _ in items}:
            chosen = items[0][0]
        self.topic.show_items(items, chosen)

    def _show(self, changed: Changed) -> None:
        session = self.workspace.session
        once = self.platform == SESSION
        self.title.setText(self.tr("Whole session") if once else session.platform(self.platform).name)
        self.about.setText(self.tr("evaluation and closing") if once else self.tr("weighing and decision"))
        for page in (self.risks, self.limits, self.todo):
            page.show_session(changed)
        self.follow_up.show_follow_up("opened" in changed.what)
        if not once:
            self.risks.show_platform(self.platform)
            self.limits.show_platform(self.platform)
            self.todo.platform = self.platform
            self.stances.show_platform(self.platform)
            self.reach.show_platform(self.platform)
            self.reach.refresh(changed)
            self.side.show_platform(self.platform)
            self.table.show_platform(self.platform)
        else:
            self.todo.platform = ""
        self.show_button.setEnabled(not once and session.decision(self.platform) is not None)
        self._show_topic()
        self._lay_out()

    def _show_topic(self) -> None:
        key = str(self.topic.currentData() or "")
        self._topics["session" if self.platform == SESSION else "platform"] = key
        group = next((each for each in self._groups() if each.id == key), None)
        if group is not None:
            self.questions.show_group(group, self.platform)
        self.pages.setCurrentWidget(self._pages["questions" if group is not None else key])

    def show_platform(self, platform: str) -> None:
        """Go to this platform, or to what is asked once ('')."""
        self.leave()
        self.platform = platform
        self._show_platforms()
        self._show_topics()
        self._show(Changed(frozenset({"opened"})))

    def show_topic(self, topic: str) -> None:
        """Go to a group of questions, or to a list."""
        place = self.topic.findData(topic)
        if place >= 0:
            self.topic.setCurrentIndex(place)
            self.part.show_key("asked")
            self._show_topic()
            self._lay_out()
            self._begin_topic()

    def _begin_topic(self) -> None:
        page = self.pages.currentWidget()
        if page is self._pages["questions"]:
            self.questions.begin()
        elif isinstance(page, RisksPage | ThresholdsPage | ActionsPage):
            (page.list if page.model.rows else page.add_button).setFocus()
        elif page is not None:
            page.setFocus()
            page.focusNextChild()

    def _open_action(self, action: str) -> None:
        self.show_topic(ACTIONS)
        self.todo.select(action)
        self.todo.show_editor(True)

    def _add_action(self) -> None:
        self.show_topic(ACTIONS)
        self.todo.add()

    # From and to the window

    def enter(self, what: object) -> None:
        """Show the decision on platform `what`, a topic by its name, or go on where it was."""
        if isinstance(what, str) and what in {each.id for each in self.workspace.session.platforms}:
            self.show_platform(what)
        elif isinstance(what, str) and self.topic.findData(what) >= 0:
            self.show_topic(what)
            return
        (self.pick if self._narrow else self.list).setFocus()

    def leave(self) -> None:
        self.questions.pass_on()
        self.side.pass_on()
        self.stances.pass_on()
        self.reach.pass_on()
        for page in (self.risks, self.limits, self.todo):
            page.editor.form.pass_on()
        self.follow_up.pass_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 goes round the panels: platforms, what is asked, the decision, the actions."""
        if event.key() != Qt.Key.Key_F6 or self.platform == SESSION:
            super().keyPressEvent(event)
            return
        focus = QApplication.focusWidget()
        parts = [self._left, self._asked, self.side, self.table]
        here = next((place for place, part in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), 0)
        step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if self._narrow:
            keys = ["asked", "side", "table"]
            self.part.show_key(keys[(keys.index(self.part.key) + step) % len(keys)])
            self._lay_out()
            here = keys.index(self.part.key) + 1 - step
        wanted = parts[(here + step) % len(parts)]
        if wanted is self._asked:
            self._begin_topic()
        elif wanted is self.side:
            self.side.begin()
        elif wanted is self.table:
            (self.table.view if self.table.model.rows else self.table.add).setFocus()
        else:
            self.list.setFocus()
