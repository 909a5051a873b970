"""The overview: the value table values x platforms with everybody's marks, and the same answers from three other sides."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from kanaalwaarden.core.blind import open_blind_round
from kanaalwaarden.core.divergence import DIFFERING, STATES, cell_of
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Discipline, Platform, Session, Value
from kanaalwaarden.core.picture import CellPicture
from kanaalwaarden.core.text import capital
from kanaalwaarden.ui.mark_widgets import Badge, LevelWord, PickList, symbol_icon
from kanaalwaarden.ui.overview_model import ALL, DISCIPLINE, PLATFORM, VALUE, OverviewModel
from kanaalwaarden.ui.overview_table import NARROW, WIDE, OverviewTable
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.texts import PlainText
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import EmptyState, Segments, button, label
from kanaalwaarden.ui.workspace import Changed, Workspace

_WHOLE = frozenset({"opened", "session", "value", "platform", "discipline", "round", "round_cell", "reveal"})
"""Changes after which the whole table is made again."""


class OverviewScreen(Screen):
    """The value table. It shows; what is concluded is written in the conversation."""

    NAME = "overview"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._of: Session | None = None
        self._view = ALL
        self._which = {DISCIPLINE: "", VALUE: "", PLATFORM: ""}
        self._round = 0
        self._place = ("", "")
        self._chose_view = False
        self._known_rounds: list[int] = []
        self._ruled_out = False
        self.model = OverviewModel(workspace, self)
        self.table = OverviewTable(theme, self.model, self.labels("conclusion.none_short"))
        self.table.setAccessibleName(self.tr("Value table"))
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._moved)

        self.note = PlainText(theme, "body", muted=True)
        self.note.setContentsMargins(0, 0, 0, 0)
        note_bar = QHBoxLayout()
        note_bar.setContentsMargins(theme.space(5), 0, theme.space(5), 0)
        note_bar.addWidget(self.note)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFixedHeight(1)

        full = QWidget()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addLayout(note_bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._foot())
        sentence = self.tr("This session has no values or platforms yet.")
        self.empty = EmptyState(theme, sentence, self.tr("Go to preparation"), "clipboard-list")
        self.empty.pressed.connect(lambda: self.go.emit("prepare", None))
        self._pages = QStackedWidget()
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(self._pages)

    # Building

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        views = [
            (ALL, self.tr("All disciplines")), (DISCIPLINE, self.tr("One discipline")), (VALUE, self.tr("One value")),
            (PLATFORM, self.tr("One platform")),
        ]  # fmt: skip
        self.title = label(theme, self.tr("Overview"), "h1", bold=True, wrap=False)
        self.views = Segments(theme, views, self.tr("What the table shows"))
        self.views.chosen.connect(self._choose_view)
        self.view_list = self._choice(self.tr("What the table shows"))
        self.view_list.show_items(views, ALL)
        self.view_list.activated.connect(lambda _: self._choose_view(str(self.view_list.currentData())))
        self.which = self._choice(self.tr("Which one"))
        self.which.activated.connect(lambda _: self._choose_which(str(self.which.currentData())))
        self._round_box = QHBoxLayout()
        self._round_box.setContentsMargins(0, 0, 0, 0)
        self.rounds: Segments | None = None
        self.round_list = self._choice(self.tr("Round"))
        self.round_list.setMinimumContentsLength(7)
        self.round_list.activated.connect(lambda _: self._choose_round(str(self.round_list.currentData())))
        self.counts = QWidget()
        self._counts = {state: Badge(theme, small=True) for state in STATES}
        counts = QHBoxLayout(self.counts)
        counts.setContentsMargins(0, 0, theme.space(7), 0)
        counts.setSpacing(theme.space(4))
        for badge in self._counts.values():
            counts.addWidget(badge)
        self.legend = QWidget()
        self.legend.setAccessibleName(self.tr("Legend"))
        self._legend = QHBoxLayout(self.legend)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setSpacing(theme.space(5))
        self.legend_button = QToolButton()
        self.legend_button.setText(self.tr("Legend"))
        self.legend_button.setFont(theme.font("button"))
        self.legend_button.setProperty("edge", True)
        self.legend_button.setIcon(theme.icon("chevron-down"))
        self.legend_button.setIconSize(theme.icon_size("inline"))
        self.legend_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.legend_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.legend_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.legend_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._legend_menu = QMenu(self.legend_button)
        self._legend_menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.legend_button.setMenu(self._legend_menu)
        self.discuss = button(theme, self.tr("Discuss first"), "list-ordered")
        self.discuss.setToolTip(self.tr("The cells in which disciplines differ, most divided first"))
        self.discuss.clicked.connect(lambda: self.go.emit("discuss", None))
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(theme.space(4), theme.space(0), theme.space(4), theme.space(0))
        self._bar.setSpacing(theme.space(3))
        left: list[QWidget] = [self.title, self.views, self.view_list, self.which]
        right: list[QWidget] = [self.counts, self.legend, self.legend_button, self.discuss]
        for each in left:
            self._bar.addWidget(each)
        self._bar.addLayout(self._round_box)
        self._bar.addWidget(self.round_list)
        self._bar.addStretch(1)
        for each in right:
            self._bar.addWidget(each)
        return self._bar

    def _choice(self, name: str) -> PickList:
        made = PickList(self.theme, name)
        made.setSizeAdjustPolicy(PickList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(14)
        return made

    def _foot(self) -> QFrame:
        theme = self.theme
        self.foot = QFrame()
        self.foot.setProperty("bar", True)
        layout = QHBoxLayout(self.foot)
        layout.setContentsMargins(theme.space(7), theme.space(2), theme.space(7), theme.space(2))
        layout.setSpacing(theme.space(7))
        self.seats = PlainText(theme)
        self.absent = label(theme, "", muted=True, wrap=False)
        layout.addWidget(self.seats, 1)
        layout.addWidget(self.absent)
        return self.foot

    # What the main window asks

    def refresh(self, changed: Changed) -> None:
        """Re-read what changed: single cells after an answer or a conclusion, everything after a change of lists or rules."""
        if self.workspace.session is self._of:  # what is shown of it is another one after every change while a round is blind
            self._remember()
        else:
            self._of = self.workspace.session
            self._view, self._round, self._place, self._chose_view = ALL, 0, ("", ""), False
            self._which = dict.fromkeys(self._which, "")
        if changed.what & _WHOLE:
            self._reload()
        elif changed.edits:
            self.model.touch(changed.edits)
            self._show_texts()
            self._moved()

    def enter(self, what: object) -> None:
        """Show the table, at a cell (value, platform) if asked for; or one platform."""
        if isinstance(what, Platform):
            self._which[PLATFORM] = what.id
            self._choose_view(PLATFORM)
        elif isinstance(what, tuple) and len(what) == 2:
            self._view, self._place = ALL, (str(what[0]), str(what[1]))
            self._reload()
        elif not self._chose_view and self._view == ALL and len(self.session.platforms) > 1 and not self.session.case.one_voice:
            self._arrange()
            around = self.parentWidget()  # laid out already, where this screen may still have to be
            if self.table.columns_in((around or self).width()) < 2:
                self._view = VALUE
                self._reload()
        (self.table if self._pages.currentIndex() == 0 else self.empty.button).setFocus()
        self._moved()

    # Choosing

    def _choose_view(self, view: str) -> None:
        self._chose_view = True
        self._remember()
        self._view = view
        self._reload()

    def _choose_which(self, key: str) -> None:
        self._remember()
        self._which[self._view] = key
        self._reload()

    def _choose_round(self, number: str) -> None:
        self._remember()
        self._round = int(number)
        self._reload()

    def _open(self, row: int, column: int) -> None:
        if column >= 0:
            self.go.emit("discuss", self.model.target(row, column))
        elif self._view in (ALL, DISCIPLINE):
            self.go.emit("discuss", (self.model.rows[row].id, ""))
        else:
            self._which[DISCIPLINE] = self.model.rows[row].id
            self._choose_view(DISCIPLINE)
            self.table.setFocus()

    # Showing

    def _remember(self) -> None:
        """Keep the value and platform of the current cell, for where to stand in another view."""
        row, column = self.table.current_cell
        if row >= 0 and column >= 0 and row < len(self.model.rows) and column < len(self.model.columns):
            self._place = self.model.target(row, column)

    def _reload(self) -> None:
        session = self.session
        self._pages.setCurrentIndex(0 if session.values and session.platforms else 1)
        before, self._known_rounds = self._known_rounds, session.rounds
        if self._round not in session.rounds or before != session.rounds:  # a round that has just begun is what everybody looks at
            self._round = session.rounds[-1]
        if not session.disciplines:
            self._view = ALL
        lists: dict[str, Sequence[Discipline | Value | Platform]] = {
            DISCIPLINE: session.disciplines, VALUE: session.values, PLATFORM: session.platforms,
        }  # fmt: skip
        records = lists.get(self._view, [])
        if self._view != ALL:
            known = [each.id for each in records]
            wished = (self._which[self._view], {VALUE: self._place[0], PLATFORM: self._place[1]}.get(self._view, ""))
            self._which[self._view] = next((key for key in wished if key in known), known[0] if known else "")
        self.table.levels = session.levels
        self.table.one_voice = session.case.one_voice
        shown = session.values and session.platforms
        self.model.show(self._view if shown else ALL, self._which.get(self._view, ""), self._round)
        self.views.show_key(self._view)
        self.view_list.setCurrentIndex(max(0, self.view_list.findData(self._view)))
        names = [(each.id, f"{each.code} {each.name}" if isinstance(each, Discipline) else each.name) for each in records]
        self.which.show_items(names, self._which.get(self._view))
        self._show_rounds()
        self._show_legend()
        self._show_texts()
        self._arrange()
        self._restore()

    def _restore(self) -> None:
        """Stand on the same cell as before, else on the first one: there is always a current cell."""
        value, platform = self._place
        columns: Sequence[Value | Platform] = self.model.columns
        rows: Sequence[Value | Discipline] = self.model.rows
        column_key = value if self._view == PLATFORM else platform
        row = next((place for place, each in enumerate(rows) if each.id == value), 0)
        column = next((place for place, each in enumerate(columns) if each.id == column_key), 0)
        if self.model.rowCount() and self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(row, column))

    def _show_rounds(self) -> None:
        rounds = [(str(number), self.labels("table.round", number=number).capitalize()) for number in self.session.rounds]
        self.round_list.show_items(rounds, str(self._round))
        if self.rounds is not None:
            self._round_box.removeWidget(self.rounds)
            self.rounds.deleteLater()
            self.rounds = None
        if len(rounds) > 1:
            self.rounds = Segments(self.theme, rounds, self.tr("Round"))
            self.rounds.show_key(str(self._round))
            self.rounds.chosen.connect(self._choose_round)
            self._round_box.addWidget(self.rounds)
            self.rounds.show()

    def _show_legend(self) -> None:
        session, labels = self.session, self.labels
        words = [(level, labels(f"effect.legend.{session.case.scale}.{level}")) for level in session.levels]
        words.append((NO_JUDGEMENT, labels.word(session.case.scale, NO_JUDGEMENT)))
        self._ruled_out = any(each.effect == RULED_OUT for each in session.tables["rating"].values())
        if self._ruled_out:
            words.append((RULED_OUT, labels.word(session.case.scale, RULED_OUT)))
        while (item := self._legend.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._legend_menu.clear()
        for level, word in words:
            shown = LevelWord(self.theme, level, word)
            self._legend.addWidget(shown)
            shown.show()
            self._legend_menu.addAction(symbol_icon(self.theme, level), word)
        self._legend_menu.addSeparator()
        for each in session.disciplines:
            self._legend_menu.addAction(f"{each.code}  {each.name}".replace("&", "&&"))

    def _show_texts(self) -> None:
        """What depends on the answers: counts per word, the line with the seats, the sentence above the table."""
        session, labels = self.session, self.labels
        if any(each.effect == RULED_OUT for each in session.tables["rating"].values()) != self._ruled_out:
            self._show_legend()
            self._arrange()
        seen = [value for value in session.values if value.id not in self.model.blind]
        counts = Counter(cell_of(session, value, platform, self._round).state for value in seen for platform in session.platforms)
        for state, badge in self._counts.items():
            badge.show_word(state, labels(f"divergence.{state}"), str(counts[state]))
            badge.setVisible(counts[state] > 0 or state in DIFFERING)
        lead = self.tr("The same place in every cell, from left to right:")
        told, bold = lead, []
        for each in session.disciplines:
            told += "\u2003"
            bold.append((len(told), len(each.code)))
            told += f"{each.code}\u00a0{each.name.replace(' ', chr(0xA0))}"
        self.seats.show_text(told if session.disciplines else "", bold)
        absent = [each for each in session.disciplines if each.absent]
        names = labels.names(absent) if absent else labels("table.nobody")
        self.absent.setText(labels("table.absent", names=names).rstrip("."))
        if session.case.one_voice:
            note = labels("table.one_voice")
        elif not session.disciplines:
            note = self.tr("This session has no disciplines yet; who judges is named in preparation.")
        elif self.model.blind and (number := open_blind_round(session)) is not None:
            progress = self.workspace.blind_progress()
            ready = labels("blind.of", done=sum(1 for each in progress if each.ready), total=len(progress))
            note = f"{labels('blind.progress', number=number)} {capital(ready)}."
        elif not session.rated:
            note = self.tr("Nobody has judged yet. The marks appear here as soon as the first answers are in.")
        else:
            note = ""
        self.note.show_text(note)

    def _arrange(self) -> None:
        """Lay out for the width of the window: what is in the bar, and the density of the table."""
        width = self.theme.width_class(self.window().width())
        narrow, wide = width < NARROW, width >= WIDE
        session = self.session
        many = len(session.rounds) > 1
        whole = self._view == ALL
        self.views.setVisible(not narrow)
        self.view_list.setVisible(narrow)
        self.which.setVisible(not whole)
        self.which.setMinimumContentsLength(10 if narrow else 18)
        self.round_list.setVisible(many and narrow)
        if self.rounds is not None:
            self.rounds.setVisible(not narrow)
        self.discuss.setVisible(not session.case.one_voice)
        self.counts.setVisible(wide and whole and not session.case.one_voice)
        self.legend.setVisible(whole and not narrow)
        self.legend_button.setVisible(whole and narrow)
        self.foot.setVisible(wide and whole and bool(session.disciplines))
        if whole and not narrow and self._bar_width() > self.width():
            self.counts.hide()
            if self._bar_width() > self.width():
                self.legend.hide()
                self.legend_button.show()
        corner = self.labels("table.value" if self._view in (ALL, DISCIPLINE) else "table.discipline")
        if wide and whole:
            corner = f"{corner} · {self.labels('table.all_platforms')}"
        self.table.show_sizes(wide=wide, narrow=narrow, seats=len(session.disciplines), corner=corner)

    def _bar_width(self) -> int:
        self._bar.invalidate()
        return self._bar.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.scaled(320)), round(self.theme.scaled(240)))

    def _moved(self) -> None:
        """Tell in the status line what the current cell says."""
        row, column = self.table.current_cell
        if not self.isVisible() or row < 0 or column < 0 or row >= len(self.model.rows) or column >= len(self.model.columns):
            return
        if self.table.in_header:
            told = self.model.row_head(row).accessible
            value = isinstance(self.model.rows[row], Value)
            hint = self.tr("Enter opens the conclusion") if value else self.tr("Enter shows this discipline")
        else:
            item = self.model.item(row, column)
            told, hint = item.accessible, self.tr("Enter opens the cell")
            if isinstance(item, CellPicture):
                value_id, platform_id = self.model.target(row, column)
                told = f"{self.session.value(value_id).name} × {self.session.platform(platform_id).name}: {item.sentence}"
        self.status.emit(told, hint)
