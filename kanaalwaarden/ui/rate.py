"""Beoordelen: the entry grid of one discipline, one key per answer, the reason beside it."""

import math
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import LAYERS, NO_JUDGEMENT, RULED_OUT, Discipline, Platform, Rating, Round, Session, Value
from kanaalwaarden.core.progress import cell_count, reason_wanted, reasons_missing
from kanaalwaarden.core.text import capital
from kanaalwaarden.ui.marks import entry_width
from kanaalwaarden.ui.practice import RoleCard, role_card
from kanaalwaarden.ui.prepare_editors import Choice
from kanaalwaarden.ui.rate_grid import Grid, GridDelegate, GridModel
from kanaalwaarden.ui.rate_parts import AnswerButton, DisciplineDelegate, DisciplineModel, KeyStrip
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import (
    ENTER,
    Column,
    EmptyState,
    Labelled,
    LineField,
    OneLine,
    Segments,
    TextField,
    announce,
    breakable,
    button,
    icon_button,
    label,
    show_checked,
    when_chosen,
)
from kanaalwaarden.ui.workspace import Changed, Workspace

NARROW = 900
_PANEL = 292  # look.md says 282; ten more, so that no answer is cut when the panel needs its scroll bar


class RateScreen(Screen):
    """The disciplines at the left, the grid in the middle, the reason at the right (a second page in a narrow window)."""

    NAME = "rate"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._of: Session | None = None
        self.discipline_id = ""
        self.round = 1
        self._known_rounds: list[int] = []
        self._turned = False
        self._loading = False
        self.disciplines = DisciplineModel(self)
        self.grid_model = GridModel(self)
        self._build()

    @property
    def session(self) -> Session:
        """The whole session: this is where answers are entered, one discipline at a time, and it is never on the projector."""
        return self.workspace.session

    # Building

    def _build(self) -> None:
        theme = self.theme
        self._pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        sentence = self.tr("There is nothing to rate yet: this session needs values, platforms and disciplines.")
        self.empty = EmptyState(theme, sentence, self.tr("Go to Prepare"), "clipboard-list")
        self.empty.pressed.connect(lambda: self.go.emit("prepare", None))
        self._work = QWidget()
        self._row = QHBoxLayout(self._work)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._build_list())
        self._row.addWidget(self._build_centre(), 1)
        self._panel = self._build_panel()
        self._row.addWidget(self._panel)
        self._pages.addWidget(self._work)
        self._pages.addWidget(self.empty)
        toggle = QAction(self.tr("Between grid and reason"), self)
        toggle.setShortcut("F6")
        toggle.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.triggered.connect(self._toggle_panel)
        self.addAction(toggle)

    def _build_list(self) -> QWidget:
        theme = self.theme
        self._side = QFrame()
        self._side.setProperty("panel", "left")
        self._side.setFixedWidth(round(theme.scaled(212)))
        layout = QVBoxLayout(self._side)
        layout.setContentsMargins(0, theme.space(5), 1, theme.space(3))
        layout.setSpacing(theme.space(3))
        head = label(theme, self.tr("Disciplines"), bold=True)
        head.setContentsMargins(theme.space(5), 0, 0, 0)
        layout.addWidget(head)
        self.list = QListView()
        self.list.setModel(self.disciplines)
        self.list.setItemDelegate(DisciplineDelegate(self))
        self.list.setAccessibleName(self.tr("Disciplines"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.selectionModel().currentChanged.connect(self._list_moved)
        layout.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(3), theme.space(3), 0)
        foot.setSpacing(theme.space(3))
        eye = QLabel()
        eye.setPixmap(theme.icon("eye-off", "text_muted").pixmap(theme.icon_size("button"), self.devicePixelRatioF()))
        foot.addWidget(eye)
        foot.addWidget(label(theme, self.tr("Not on the projector"), "secondary"), 1)
        layout.addLayout(foot)
        return self._side

    def _build_centre(self) -> QWidget:
        theme = self.theme
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), theme.space(3))
        head.setSpacing(theme.space(4))
        self.title = OneLine(theme, "h1", bold=True)
        self.subtitle = label(theme, "", "secondary", muted=True, wrap=False)
        self.count = label(theme, "", bold=True, wrap=False)
        back, forth = self.tr("Previous discipline"), self.tr("Next discipline")
        self._steps = [icon_button(theme, "chevron-left", back), icon_button(theme, "chevron-right", forth)]
        for step, chevron in zip((-1, 1), self._steps, strict=True):
            chevron.clicked.connect(lambda _=False, way=step: self._step_discipline(way))
        self._rounds: Segments | None = None
        self._head = head
        self.to_reason = button(theme, self.tr("Reason"), "message-square-quote")
        self.to_reason.clicked.connect(lambda: self._to_reason(""))
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        head.addWidget(self.count)
        head.addWidget(self.to_reason)
        for chevron in self._steps:
            head.addWidget(chevron)
        layout.addLayout(head)
        layout.addWidget(self._build_frozen())
        self.grid = Grid(self)
        self.grid.setModel(self.grid_model)
        self.grid.setItemDelegate(GridDelegate(self))
        self.grid.setAccessibleName(self.tr("Answers of one discipline"))
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.verticalHeader().setMinimumSectionSize(round(theme.scaled(62)))
        self.grid.verticalHeader().setFixedWidth(round(theme.scaled(146)))
        self.grid.selectionModel().currentChanged.connect(self._cell_moved)
        self.grid.answered.connect(self._answer)
        self.grid.cleared.connect(self._clear)
        self.grid.reason_asked.connect(self._to_reason)
        self.grid.discipline_asked.connect(self._step_discipline)
        self.grid.doubleClicked.connect(lambda _: self._to_reason(""))
        layout.addWidget(self.grid, 1)
        self.keys = KeyStrip(theme)
        layout.addWidget(self.keys)
        return centre

    def _build_frozen(self) -> QWidget:
        """The band that says that the answers of this round no longer change."""
        theme = self.theme
        self.frozen = QFrame()
        self.frozen.setProperty("band", "quiet")
        row = QHBoxLayout(self.frozen)
        row.setContentsMargins(theme.space(6), theme.space(2), theme.space(6), theme.space(2))
        row.setSpacing(theme.space(3))
        lock = QLabel()
        lock.setPixmap(theme.icon("lock", "on_accent_soft").pixmap(theme.icon_size("button"), self.devicePixelRatioF()))
        row.addWidget(lock)
        self.frozen_words = label(theme, "")
        row.addWidget(self.frozen_words, 1)
        self.frozen.hide()
        return self.frozen

    def _build_panel(self) -> Column:
        theme = self.theme
        panel = Column(theme)
        panel.setProperty("panel", "right")
        panel.setFixedWidth(round(theme.scaled(_PANEL)))
        layout = panel.column
        layout.setSpacing(theme.space(2))
        self.to_grid = button(theme, self.tr("Back to the table"), "chevron-left")
        self.to_grid.clicked.connect(self._toggle_panel)
        layout.addWidget(self.to_grid, alignment=Qt.AlignmentFlag.AlignLeft)
        self.where = label(theme, "", "secondary", muted=True)
        self.question = label(theme, "", "section", bold=True)
        self.definition = label(theme, "", "secondary")
        self.asked = label(theme, "", bold=True)
        self.before = label(theme, "", "secondary")
        self.closed = label(theme, "", "secondary", bold=True)
        for each in (self.where, self.question, self.definition, self.asked, self.before, self.closed):
            layout.addWidget(each)
        self._answers = QButtonGroup(self)
        self._answers.setExclusive(False)
        self._answer_box = QVBoxLayout()
        self._answer_box.setSpacing(theme.space(2))
        layout.addLayout(self._answer_box)
        self.answers: dict[str, AnswerButton] = {}
        self.reason = TextField(theme, self.tr("Reason"), lines=3)
        self.reason.edited.connect(lambda text, group: self._explain(group, reason=text))
        self.reason_box = Labelled(theme, self.tr("Reason"), self.reason)
        layout.addWidget(self.reason_box)
        self.missing = label(theme, self.tr("A reason is asked for at this end of the scale."), "secondary")
        self.missing.setProperty("ink", "danger")
        layout.addWidget(self.missing)
        kinds = QHBoxLayout()
        self._kinds = QButtonGroup(self)
        self.kinds: dict[str, QRadioButton] = {}
        for key, words in self.labels.section("reason_kind").items():
            each_kind = QRadioButton(words)
            each_kind.setFont(theme.font("body"))
            self._kinds.addButton(each_kind)
            when_chosen(each_kind, partial(self._explain, "", reason_kind=key))
            self.kinds[key] = each_kind
            kinds.addWidget(each_kind)
        kinds.addStretch(1)
        layout.addLayout(kinds)
        about = self.tr("This is about")
        self.layer = Choice(theme, about, [(key, self.labels(f"layer.{key}")) for key in reversed(LAYERS)])
        self.layer.chosen.connect(lambda key: self._explain("", layer=key))
        self.layer_box = Labelled(theme, about, self.layer)
        layout.addWidget(self.layer_box)
        self.condition = LineField(theme, self.tr("On condition that"))
        self.condition.edited.connect(lambda text, group: self._explain(group, condition=text))
        self.condition_box = Labelled(theme, self.tr("On condition that"), self.condition)
        layout.addWidget(self.condition_box)
        layout.addStretch(1)
        self.practice = QFrame()
        self.practice.setProperty("note", True)
        note = QVBoxLayout(self.practice)
        note.setContentsMargins(theme.space(4), 0, 0, 0)
        note.setSpacing(theme.space(0))
        note.addWidget(label(theme, self.tr("Current practice"), "secondary", bold=True))
        self.practice_text = label(theme, "", "secondary")
        note.addWidget(self.practice_text)
        layout.addWidget(self.practice)
        self.role = RoleCard(theme)
        layout.addWidget(self.role)
        return panel

    # Showing

    def progress_words(self, discipline: Discipline) -> str:
        """How far a discipline is."""
        if self.session.undivided:
            return ""
        answers, total = self.session.answers(self.round, discipline.id), self.asked_count
        if discipline.absent and not answers:
            return self.tr("absent")
        return self.tr("ready") if answers >= total else f"{answers}/{total}"

    @property
    def asked_count(self) -> int:
        """How many cells one discipline is asked in this round."""
        chosen = sum(1 for number, *_ in self.session.tables["round_cell"] if number == self.round)
        return chosen if chosen and self.round > 1 else cell_count(self.session)

    def closed_because(self, value: Value, platform: Platform) -> Refused | None:
        """Why the answer on a cell can no longer change in this round, or None."""
        try:
            intents.check_open(self.session, self.round, value.id, platform.id)
        except Refused as problem:
            return problem
        return None

    def remarks(self, index: Index) -> list[str]:
        """What else is to be said of a cell of the grid: not asked, the answer of before, no reason where one is asked for."""
        value, platform = self.grid_model.at(index)
        found = []
        if not self.grid_model.asked(index):
            found.append(self.labels.problem(Refused("not_asked", number=self.round)))
        elif self.round > 1 and (earlier := self._earlier(value, platform)):
            found.append(earlier)
        if self.grid_model.asked(index) and self.grid_model.lacks_reason(index):
            found.append(self.tr("The reason is missing."))
        return found

    def _earlier(self, value: Value, platform: Platform) -> str:
        """What this discipline answered before this round, with its reason."""
        stands = self.session.standing(self.round - 1, self.discipline_id, platform.id, value.id)
        if stands is None or not stands.effect:
            return ""
        word = self.labels.word(self.session.case.scale, stands.effect)
        told = self.tr("In round {number}: {answer}.").format(number=stands.round, answer=word)
        return f"{told} {stands.reason}".strip()

    def refresh(self, changed: Changed) -> None:
        if {"value", "platform", "discipline", "session", "round", "round_cell", "reveal"} & changed.what or "opened" in changed:
            self._reload()
        elif "rating" in changed:
            ratings = [edit.record for edit in changed.edits if isinstance(edit.record, Rating)]
            for cell in {(each.value, each.platform) for each in ratings}:
                self.grid_model.touch(self.grid_model.index_of(*cell))
            who = {each.discipline for each in ratings}
            for row, each in enumerate(self.session.disciplines):
                if each.id in who:
                    self.list.update(self.disciplines.index(row))
        self._show_cell()
        self._show_counts()

    def _reload(self) -> None:
        session = self.session
        if session is not self._of:  # another session begins at its own first discipline and cell
            self._of, self.discipline_id = session, ""
        ready = bool(cell_count(session)) and bool(session.disciplines)
        self._pages.setCurrentWidget(self._work if ready else self.empty)
        if not ready:
            return
        self._loading = True
        cell = self._cell() if self.discipline_id else None
        if self.discipline_id not in {each.id for each in session.disciplines}:
            self.discipline_id = session.disciplines[0].id
        known, self._known_rounds = self._known_rounds, session.rounds
        if self.round not in session.rounds or known != session.rounds:  # a round that has just begun is where answers are entered
            self.round = session.rounds[-1]
        self.disciplines.show(session.disciplines)
        self.list.setCurrentIndex(self.disciplines.index(self._place()))
        longest = max(entry_width(self.labels.short(level), self.theme) for level in session.levels)
        self.grid.horizontalHeader().setMinimumSectionSize(math.ceil(longest))
        self.grid_model.show(session, turned=self._turned)
        self.grid.corner.setText(self.labels("table.platform") if self._turned else self.labels("table.value"))
        where = self.grid_model.index_of(cell[0].id, cell[1].id) if cell else self._first_open()
        self.grid.setCurrentIndex(where if where.isValid() else self.grid_model.index(0, 0))
        self._show_answers()
        self._show_rounds()
        self._show_frozen()
        self._loading = False

    def _show_answers(self) -> None:
        while (item := self._answer_box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()  # at once: it is deleted only when the event loop comes round
                old.deleteLater()
        self.answers = {}
        scale = self.session.case.scale
        keys = [(str(place), effect) for place, effect in enumerate(self.session.levels, 1)] + [("0", NO_JUDGEMENT), ("9", RULED_OUT)]
        for key, effect in keys:
            word = self.tr("no judgement · not my field") if effect == NO_JUDGEMENT else self.labels.word(scale, effect)
            each = AnswerButton(self.theme, effect, word, key)
            when_chosen(each, partial(self._choose, effect))
            self.answers[effect] = each
            self._answer_box.addWidget(each)
        strip = [(key, effect, self.labels.short(effect)) for key, effect in keys]
        strip += [("F2", "", self.tr("reason")), ("PgDn", "", self.tr("next discipline"))]
        strip += [("Del", "", self.tr("clear")), ("← ↑ ↓ →", "", self.tr("move"))]
        self.keys.show_entries(strip)

    def _show_rounds(self) -> None:
        if self._rounds is not None:
            self._rounds.hide()
            self._rounds.deleteLater()
            self._rounds = None
        if len(self.session.rounds) > 1:
            words = [(str(each), self.labels("move.round", number=each)) for each in self.session.rounds]
            self._rounds = Segments(self.theme, words, self.tr("Round"))
            self._rounds.show_key(str(self.round))
            self._rounds.chosen.connect(self._choose_round)
            self._head.insertWidget(1, self._rounds)

    def _show_counts(self) -> None:
        if self._pages.currentWidget() is not self._work:
            return
        discipline = self.session.discipline(self.discipline_id)
        answers, total = self.session.answers(self.round, discipline.id), self.asked_count
        name = capital(discipline.name)
        self.title.setText(self.tr("{name} rates").format(name=name))
        missing = reasons_missing(self.session, self.round, discipline.id)
        parts = [self._round_words()]
        if discipline.absent:
            parts.append(self.tr("marked absent"))
        if self.session.undivided:
            parts.append(self.labels("divergence.niet_uitgesplitst"))
        if missing:
            parts.append(self.tr("%n reason(s) missing", "", missing))
        self.subtitle.setText(" · ".join(parts))
        self.count.setText("" if self.session.undivided else self.tr("{done} of {total}").format(done=answers, total=total))

    def _round_words(self) -> str:
        """The round, and whether it is blind, revealed or frozen."""
        record: Round | None = self.session.get(Round, (self.round,))
        told = self.tr("round {number}").format(number=self.round)
        if self.round == 1 and record is None and self.session.case.blind and not self.session.rated:
            return self.tr("{round}, blind").format(round=told)
        if record is None or not record.blind:
            return told
        return (self.tr("{round}, revealed") if record.revealed else self.tr("{round}, blind")).format(round=told)

    def _show_frozen(self) -> None:
        """The band, where no cell of this round can change any more."""
        cells = [(value, platform) for value in self.session.values for platform in self.session.platforms]
        asked = [cell for cell in cells if self.session.asked(self.round, cell[0].id, cell[1].id)]
        why = [self.closed_because(*cell) for cell in asked]
        frozen = bool(why) and all(why) and not self.workspace.read_only
        if frozen:
            self.frozen_words.setText(self.labels.problem(Refused("round_frozen", number=self.round)))
            self.frozen.setAccessibleName(self.frozen_words.text())
        self.frozen.setVisible(frozen)

    def _cell(self) -> tuple[Value, Platform] | None:
        index = self.grid.currentIndex()
        return self.grid_model.at(index) if index.isValid() else None

    def _show_cell(self) -> None:
        cell = self._cell()
        if cell is None or self._pages.currentWidget() is not self._work:
            return
        self.status.emit("", "")
        value, platform = cell
        in_round = self.session.asked(self.round, value.id, platform.id)
        find = self.session.rating if in_round else self.session.standing
        found = find(self.round, self.discipline_id, platform.id, value.id) or Rating(self.round, self.discipline_id, platform.id, value.id)
        closed = self.closed_because(value, platform)
        locked = self.workspace.read_only or closed is not None
        self.where.setText(breakable(f"{value.name} × {platform.name}"))
        self.question.setText(breakable(value.question or value.name))
        self.definition.setText(breakable(value.definition))
        self.definition.setVisible(bool(value.definition))
        two_sided = self.session.case.scale == "tweezijdig"
        negative = self.tr("How much negative influence does our use of {platform} have on this?")
        asked = self.tr("What does our use of {platform} do to this?") if two_sided else negative
        self.asked.setText(breakable(asked.format(platform=platform.name)))
        earlier = self._earlier(value, platform) if in_round and self.round > 1 else ""
        self.before.setText(earlier)
        self.before.setVisible(bool(earlier))
        self.closed.setText(self.labels.problem(closed) if closed else "")
        self.closed.setVisible(closed is not None and self.frozen.isHidden())  # the band says it for the whole round
        for effect, each in self.answers.items():
            show_checked(each, effect == found.effect)
            each.setEnabled(not locked)
        key = (self.round, self.discipline_id, platform.id, value.id)
        for field, text in ((self.reason, found.reason), (self.condition, found.condition)):
            if field.property("cell") != key:
                field.pass_on()
                field.setProperty("cell", key)
            field.show_text(text)
            field.setReadOnly(locked)
        self.missing.setVisible(in_round and reason_wanted(self.session, found.effect) and not found.reason)
        show_checked(self.kinds[found.reason_kind], True)
        for kind in self.kinds.values():
            kind.setEnabled(not locked)
        self.layer.show_key(found.layer)
        self.layer.set_read_only(locked)
        self.layer_box.setVisible(bool(found.effect or found.reason or found.condition))
        card = role_card(self.session, self.discipline_id, self.labels.language)
        self.role.show_card(card)
        self.practice.setVisible(bool(platform.practice) and card is None)
        self.practice_text.setText(breakable(platform.practice))

    # What a person does

    def _choose(self, effect: str) -> None:
        """A click on an answer: it answers and moves on, as the key does."""
        self._answer(effect)
        self.grid.setFocus()

    def _answer(self, effect: str) -> None:
        cell = self._cell()
        if cell is None:
            return
        self._flush()
        problem = self.workspace.rate(self.round, self.discipline_id, cell[1].id, cell[0].id, effect)
        if problem:
            self._show_cell()
            self.status.emit(self.labels.problem(problem), "")
            return
        answered = self.grid_model.index_of(cell[0].id, cell[1].id)
        announce(self.grid, str(self.grid_model.data(answered, Qt.ItemDataRole.AccessibleTextRole)))
        self._forward()

    def _forward(self) -> None:
        """To the next cell, past those that this round does not ask."""
        model, index = self.grid_model, self.grid.currentIndex()
        width = model.columnCount()
        places = range(index.row() * width + index.column() + 1, width * model.rowCount())
        cells = (model.index(place // width, place % width) for place in places)
        following = next((cell for cell in cells if model.asked(cell)), None)
        if following is not None:
            self.grid.setCurrentIndex(following)

    def _clear(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        problem = self.workspace.rate(self.round, self.discipline_id, cell[1].id, cell[0].id, "")
        if problem:
            self.status.emit(self.labels.problem(problem), "")

    def _explain(self, group: str, **given: str) -> None:
        """Hand over a text; it belongs to the cell that was shown when it was typed."""
        field = self.reason if "reason" in given else self.condition
        box = self.reason_box if "reason" in given else self.condition_box
        cell = self._cell()
        key = field.property("cell") if {"reason", "condition"} & given.keys() else None
        if key is None and cell is not None:
            key = (self.round, self.discipline_id, cell[1].id, cell[0].id)
        if key is None or self.workspace.read_only:
            return
        problem = self.workspace.explain(key[0], key[1], key[2], key[3], group, **given)
        if cell is not None and key == (self.round, self.discipline_id, cell[1].id, cell[0].id):
            box.show_problem(problem, self.labels)
        elif problem is not None:  # the field shows another cell already
            self.status.emit(self.labels.problem(problem), "")

    def _flush(self) -> None:
        self.reason.pass_on()
        self.condition.pass_on()

    def _to_reason(self, first: str) -> None:
        cell = self._cell()
        closed = self.closed_because(*cell) if cell else None
        if closed is not None:
            self.status.emit(self.labels.problem(closed), "")
        if self.workspace.read_only or (closed is not None and first):
            return
        self._show_panel(True)
        self.reason.setFocus()
        self._panel.show_child(self.reason_box)
        self.reason.moveCursor(self.reason.textCursor().MoveOperation.End)
        if first:
            self.reason.insertPlainText(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the panel back to the grid; Ctrl+Enter goes back and to the next cell. A button keeps Enter for itself."""
        entered = event.key() in ENTER and not isinstance(QApplication.focusWidget(), QAbstractButton)
        if (entered or event.key() == Qt.Key.Key_Escape) and not self.grid.hasFocus():
            self._flush()
            self._show_panel(False)
            self.grid.setFocus()
            if event.key() != Qt.Key.Key_Escape:
                self.grid.step(0, 1)
            return
        super().keyPressEvent(event)

    def _cell_moved(self) -> None:
        if not self._loading:
            self._flush()
            self._show_cell()

    def _list_moved(self, current: QModelIndex) -> None:
        if not self._loading and current.isValid():
            self.show_discipline(self.disciplines.rows[current.row()].id)

    def _step_discipline(self, step: int) -> None:
        place = max(0, min(self._place() + step, len(self.disciplines.rows) - 1))
        self.list.setCurrentIndex(self.disciplines.index(place))

    def _place(self) -> int:
        return next((place for place, each in enumerate(self.session.disciplines) if each.id == self.discipline_id), 0)

    def _first_open(self) -> QModelIndex:
        model = self.grid_model
        cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
        asked = [each for each in cells if model.asked(each)]
        open_ = (each for each in asked if not ((found := model.rating(each)) and found.effect))
        return next(open_, asked[0] if asked else model.index(0, 0))

    def show_discipline(self, discipline: str) -> None:
        """Go to the first open cell of another discipline."""
        self._flush()
        self.discipline_id = discipline
        self.grid_model.show(self.session, turned=self._turned)
        self.grid.setCurrentIndex(self._first_open())
        self.list.viewport().update()
        self._show_cell()
        self._show_counts()

    def _choose_round(self, number: str) -> None:
        self._flush()
        self.round = int(number)
        self.show_discipline(self.discipline_id)
        self._show_frozen()

    def turn(self) -> None:
        """Values down and platforms across, or the other way round."""
        self._flush()
        self._turned = not self._turned
        self._reload()

    # A narrow window shows grid or panel

    @property
    def _narrow(self) -> bool:
        return self.theme.width_class(self.width()) < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panel(self._panel.isVisible() and self._narrow and not self.grid.isVisible())

    def _show_panel(self, wanted: bool) -> None:
        narrow = self._narrow
        centre = self.grid.parentWidget()
        self._side.setVisible(not narrow)
        for each in (*self._steps, self.to_reason, self.to_grid):
            each.setVisible(narrow)
        if centre is not None and (not narrow or not wanted):
            centre.show()  # before the other goes: focus must always have somewhere to be
        self._panel.setVisible(not narrow or wanted)
        if centre is not None:
            centre.setVisible(not narrow or not wanted)
        self.grid.verticalHeader().setFixedWidth(round(self.theme.scaled(132 if narrow else 146)))
        self._panel.setFixedWidth(self.width() if narrow and wanted else round(self.theme.scaled(_PANEL)))

    def _toggle_panel(self) -> None:
        if self.grid.hasFocus():
            self._to_reason("")
        else:
            self._flush()
            self._show_panel(False)
            self.grid.setFocus()

    def enter(self, what: object) -> None:
        if isinstance(what, str) and any(each.id == what for each in self.session.disciplines):
            self.list.setCurrentIndex(self.disciplines.index([each.id for each in self.session.disciplines].index(what)))
        self._show_panel(False)
        (self.grid if self._pages.currentWidget() is self._work else self.empty.button).setFocus()

    def leave(self) -> None:
        self._flush()
