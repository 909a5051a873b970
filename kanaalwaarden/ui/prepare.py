"""Voorbereiden: the case, the disciplines, platforms and values, and the rules of the session."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QTabWidget, QVBoxLayout, QWidget

from kanaalwaarden.core.model import Account, Card, Purpose
from kanaalwaarden.core.progress import to_prepare
from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.prepare_around import AccountsPage, CardsPage, PurposesPage
from kanaalwaarden.ui.prepare_editors import CaseForm
from kanaalwaarden.ui.prepare_pages import DisciplinesPage, ListPage, PlatformsPage, ValuesPage
from kanaalwaarden.ui.prepare_practice import PolicyPage, PracticePage
from kanaalwaarden.ui.prepare_rules import RulesPage
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card as CardFrame
from kanaalwaarden.ui.widgets import Column, label
from kanaalwaarden.ui.workspace import Changed, Workspace

_AROUND = {
    "practice": {"answer", "figure"}, "accounts": {"account", "carried"}, "cards": {"card", "carried"},
    "policy": {"answer", "follow_up"}, "purposes": {"purpose", "fit", "carried"},
}  # fmt: skip
"""What stands around the table, with the tables that each part shows."""


class CasePage(QWidget):
    """What the session is about, on one card."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = CaseForm(workspace, theme)
        self.workspace = workspace
        card = CardFrame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[theme.space(7)] * 4)
        inside.addWidget(self.form)
        card.setMaximumWidth(round(theme.scaled(760)))
        area = Column(theme)
        area.column.setContentsMargins(theme.space(7), theme.space(5), theme.space(7), theme.space(6))
        area.column.addWidget(card)
        area.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_session(self, changed: Changed) -> None:
        """Show the case as it is kept."""
        self.form.show_case(self.workspace.session.case, another="opened" in changed.what)
        self.form.set_read_only(self.workspace.read_only)


class RoomyTabBar(QTabBar):
    """Tabs with room for the bold one, whichever that is: Qt does not ask again when another tab turns bold, and would scroll."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2 * self.fontMetrics().height(), 0)


class PrepareScreen(Screen):
    """The first phase: everything that has to be there before people can judge."""

    NAME = "prepare"

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(5), 0, 0)
        column.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        head.setSpacing(theme.space(4))
        head.addWidget(label(theme, self.tr("Prepare"), "h1", bold=True, wrap=False))
        self.todo = label(theme, "", muted=True)
        head.addWidget(self.todo, 1)
        column.addLayout(head)
        self.pick = PickList(theme, self.tr("Part of the preparation"))
        self.tabs = QTabWidget()
        self.pick.activated.connect(self.tabs.setCurrentIndex)
        picking = QHBoxLayout()
        picking.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        picking.addWidget(self.pick)
        column.addLayout(picking)
        self.pick.hide()
        self.tabs.setTabBar(RoomyTabBar())
        self.tabs.setStyleSheet(f"QTabWidget::tab-bar {{ left: {theme.space(7) - 1}px; }}")  # in line with what stands under it
        self.tabs.setAccessibleName(self.tr("Parts of the preparation"))
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.tabBar().setExpanding(False)
        self.case_page = CasePage(workspace, theme)
        self.disciplines = DisciplinesPage(workspace, theme)
        self.platforms = PlatformsPage(workspace, theme)
        self.values = ValuesPage(workspace, theme)
        self.rules = RulesPage(workspace, theme)
        self.practice = PracticePage(workspace, theme)
        self.accounts = AccountsPage(workspace, theme)
        self.cards = CardsPage(workspace, theme)
        self.policy = PolicyPage(workspace, theme)
        self.purposes = PurposesPage(workspace, theme)
        self._pages: dict[str, Any] = {
            "case": self.case_page, "disciplines": self.disciplines, "platforms": self.platforms, "values": self.values,
            "rules": self.rules, "practice": self.practice, "accounts": self.accounts, "cards": self.cards, "policy": self.policy,
            "purposes": self.purposes,
        }  # fmt: skip
        for page in self._pages.values():
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(self.pick.setCurrentIndex)
        column.addWidget(self.tabs, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Tabs where all of them fit; in a small window a list to choose from, so that none hides behind an arrow."""
        bar = self.tabs.tabBar()
        room = self.width() - 2 * self.theme.space(7)
        fits = sum(bar.tabSizeHint(place).width() for place in range(bar.count())) <= room
        bar.setVisible(fits)
        self.pick.setVisible(not fits)

    def refresh(self, changed: Changed) -> None:
        if changed.what & {"opened", "session", "value", "platform", "discipline", "definition_change", "rating", "conclusion"}:
            for page in (self.case_page, self.disciplines, self.platforms, self.values, self.rules):
                page.show_session(changed)
        for around, tables in _AROUND.items():
            if changed.what & {"opened", "session", "platform", *tables}:
                self._pages[around].show_session(changed)
        session = self.session
        named = [
            (self.tr("Case"), None),
            (self.tr("Disciplines"), len(session.disciplines)),
            (self.tr("Platforms"), len(session.platforms)),
            (self.tr("Values"), len(session.values)),
            (self.tr("Scale and rules"), None),
            (self.tr("Practice"), None),
            (self.tr("Accounts"), len(session.rows(Account))),
            (self.tr("Cards"), len(session.rows(Card))),
            (self.tr("Policy"), None),
            (self.tr("Suitable"), len(session.rows(Purpose))),
        ]
        for place, (name, count) in enumerate(named):
            self.tabs.setTabText(place, name if count is None else f"{name}  {count}")
        parts = [(place, self.tabs.tabText(place)) for place in range(self.tabs.count())]
        self.pick.show_items(parts, self.tabs.currentIndex())
        self._fit_tabs()
        words = {
            "title": self.tr("give a title"),
            "occasion": self.tr("describe the case"),
            "disciplines": self.tr("invite at least two disciplines"),
            "platforms": self.tr("choose platforms"),
            "values": self.tr("choose values"),
        }
        missing = ", ".join(words[part] for part in to_prepare(session))
        self.todo.setText(self.tr("Still to do: {parts}").format(parts=missing) if missing else self.tr("Everything is there"))

    def enter(self, what: object) -> None:
        """Show the part `what` ('case', 'values', ...) or stay; a record shows its own place."""
        if isinstance(what, str) and what in self._pages:
            self.tabs.setCurrentWidget(self._pages[what])
        for page in (self.values, self.platforms, self.disciplines, self.accounts, self.cards, self.purposes):
            if isinstance(what, page.KIND):
                self.tabs.setCurrentWidget(page)
                page.select(what.id)
        shown = self.tabs.currentWidget()
        if isinstance(shown, ListPage):
            (shown.list if shown.model.rows else shown.add_button).setFocus()
        elif shown is self.case_page:
            self.case_page.form.title.setFocus()
        elif isinstance(shown, PracticePage | PolicyPage):
            shown.begin()
        else:
            (self.pick if self.pick.isVisible() else self.tabs.tabBar()).setFocus()

    def leave(self) -> None:
        self.case_page.form.pass_on()
        for page in (self.values, self.platforms, self.disciplines, self.accounts, self.cards, self.purposes):
            page.editor.form.pass_on()
        self.practice.pass_on()
        self.policy.pass_on()
