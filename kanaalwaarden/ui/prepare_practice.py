"""Voorbereiden, two parts that ask questions: how every platform is used now, and what is agreed for all of them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from kanaalwaarden.core.model import FollowUp
from kanaalwaarden.core.prompts import Group, answered
from kanaalwaarden.ui.around_rows import FiguresPage
from kanaalwaarden.ui.platform_list import PlatformList, PlatformPick
from kanaalwaarden.ui.prepare_editors import Form
from kanaalwaarden.ui.prepare_lists import Row
from kanaalwaarden.ui.questions import QuestionList
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, EmptyState, Segments
from kanaalwaarden.ui.workspace import Changed, Workspace

NARROW = 760
FIGURES = "figures"


def in_card(theme: Theme, inner: QWidget) -> Card:
    """A widget on a card, without a second edge."""
    card = Card()
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(inner)
    return card


class PracticePage(QWidget):
    """Per platform how it is used and what for: the questions of the set, and measured figures."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.theme = workspace, theme
        self.platform = ""
        self.groups = workspace.prompts.of("prepare", "platform")
        self.list = PlatformList(theme, self.tr("Platforms"))
        self.pick = PlatformPick(theme, self.tr("Platform"))
        self.list.chosen.connect(self.show_platform)
        self.pick.picked.connect(self.show_platform)
        choices = [*((each.id, each.title) for each in self.groups), (FIGURES, self.tr("Figures"))]
        self.parts = Segments(theme, choices, self.tr("Part of the practice card"))
        self.parts.show_key(choices[0][0])
        self.parts.chosen.connect(lambda _: self._show())
        self.questions = QuestionList(workspace, theme)
        self.figures = FiguresPage(workspace, theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(in_card(theme, self.questions))
        self.pages.addWidget(self.figures)
        self.empty = EmptyState(theme, self.tr("There are no platforms yet. Add them under Platforms; then say here how each is used."))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(theme.space(7), theme.space(4), theme.space(7), theme.space(6))
        row.setSpacing(theme.space(6))
        self._side = in_card(theme, self.list)
        row.addWidget(self._side)
        column = QVBoxLayout()
        column.setSpacing(theme.space(3))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.pick)
        head.addWidget(self.parts)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        row.addLayout(column, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.pick.hide()

    def minimumSizeHint(self) -> QSize:
        """Narrow, whatever stands beside each other now: it is laid out anew when it gets narrow."""
        return QSize(round(self.theme.scaled(320)), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            narrow = self.theme.width_class(self.width()) < NARROW
            self._side.setVisible(not narrow)
            self.pick.setVisible(narrow)
        return super().event(event)

    def show_session(self, changed: Changed) -> None:
        """Show the platforms, and the part of the one that is shown."""
        platforms = self.workspace.session.platforms
        self._stack.setCurrentIndex(0 if platforms else 1)
        if not platforms:
            return
        if self.platform not in {each.id for each in platforms}:
            self.platform = platforms[0].id
        total = sum(len(each.prompts) for each in self.groups)
        rows = []
        for number, each in enumerate(platforms, 1):
            done = sum(answered(self.workspace.session, group, each.id) for group in self.groups)
            told = self.tr("{done} of {total} answered").format(done=done, total=total) if done else self.tr("not begun yet")
            rows.append(Row(each.id, str(number), each.name, ((told, False),)))
        self.list.show_rows(rows, self.platform)
        self.pick.show_rows(rows, self.platform)
        if changed.what & {"opened", "figure", "platform"}:
            self.figures.show_session(changed)
        self._show()

    def show_platform(self, platform: str) -> None:
        """Go to this platform."""
        self.pass_on()
        self.platform = platform
        self.show_session(Changed(frozenset()))

    def _show(self) -> None:
        on_figures = self.parts.key == FIGURES
        self.pages.setCurrentIndex(1 if on_figures else 0)
        if on_figures:
            self.figures.show_platform(self.platform)
            return
        group = next(each for each in self.groups if each.id == self.parts.key)
        self.questions.show_group(group, self.platform)

    def begin(self) -> None:
        """Put the focus where work starts."""
        (self.list if self.list.isVisible() else self.pick).setFocus()

    def pass_on(self) -> None:
        """Hand over what was typed."""
        self.questions.pass_on()
        self.figures.editor.form.pass_on()


class PolicyPage(QWidget):
    """What is agreed for all channels, and when that is evaluated."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.theme = workspace, theme
        self.groups: list[Group] = workspace.prompts.of("prepare", "session")
        self.questions = QuestionList(workspace, theme)
        choices = [(each.id, each.title) for each in self.groups]
        self.parts = Segments(theme, choices, self.tr("Part of the policy"))
        if choices:
            self.parts.show_key(choices[0][0])
        self.parts.chosen.connect(lambda _: self._show())
        self.form = FollowUpForm(workspace, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(7), theme.space(4), theme.space(7), theme.space(6))
        column.setSpacing(theme.space(3))
        column.addWidget(self.parts)
        self.parts.setVisible(len(choices) > 1)
        column.addWidget(in_card(theme, self.questions), 1)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
        inside.addWidget(self.form)
        column.addWidget(card)

    def show_session(self, changed: Changed) -> None:
        """Show the answers as they are kept."""
        self.form.show_follow_up("opened" in changed.what)
        self._show()

    def _show(self) -> None:
        group = next((each for each in self.groups if each.id == self.parts.key), self.groups[0] if self.groups else None)
        if group is not None:
            self.questions.show_group(group, "")

    def begin(self) -> None:
        """Put the focus where work starts."""
        self.questions.begin()

    def pass_on(self) -> None:
        """Hand over what was typed."""
        self.questions.pass_on()
        self.form.pass_on()


class FollowUpForm(Form):
    """When the session is evaluated, and by whom: beside each other."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, lambda group, **given: workspace.fill(FollowUp, (1,), group, **given), parent)
        row = QHBoxLayout()
        row.setSpacing(theme.space(5))
        self.column.addLayout(row)
        self.day("date", self.tr("We evaluate on"), layout=row)
        self.line("owner", self.tr("Who does that"), layout=row)
        row.addStretch(1)

    def show_follow_up(self, another: bool) -> None:
        """Show what is kept."""
        self.show_fields(self._workspace.session.follow_up, another=another)
        self.set_read_only(self._workspace.read_only)
