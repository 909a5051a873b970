"""The scale, fixed at the first rating, and the rules of the session."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import SCALES, Round, Session
from kanaalwaarden.ui.flow import Flow
from kanaalwaarden.ui.prepare_editors import Check, Choice, Number, Radio, document_languages
from kanaalwaarden.ui.symbols import draw_symbol
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, Labelled, TroubleLine, button, label, show_checked, when_chosen
from kanaalwaarden.ui.workspace import Changed, Workspace


class LevelMark(QWidget):
    """The symbol of one level."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._key = theme, key
        side = round(theme.scaled(14))
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_symbol(painter, self._key, QRectF(self.rect()), self._theme.symbol_ink(self._key))


class ScaleCard(Card):
    """One scale with its levels in words and symbols."""

    def __init__(self, workspace: Workspace, theme: Theme, scale: str, name: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = Radio(name)
        self.radio.setFont(theme.font("body", bold=True))
        self.radio.setMinimumHeight(round(theme.size("hit_min")))
        words = [workspace.labels.word(scale, level) for level in SCALES[scale]]
        self.radio.setAccessibleDescription(f"{', '.join(words)}. {when}")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(2))
        column.addWidget(self.radio)
        column.addWidget(label(theme, when, "secondary", muted=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        for row, (level, word) in enumerate(zip(SCALES[scale], words, strict=True)):
            grid.addWidget(LevelMark(theme, level), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(theme, word), row, 1)
        column.addLayout(grid)
        column.addStretch(1)


class QuestionSetCard(Card):
    """Which question set is in use, and the ways to take another. It is a setting of this computer: a session keeps its own wording."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(3))
        self.told = label(theme)
        self.problem = TroubleLine(theme, "secondary")
        column.addWidget(self.told)
        column.addWidget(self.problem)
        buttons = QWidget()
        row = Flow(buttons, theme.space(3), theme.space(2))
        self.choose = button(theme, self.tr("Choose your own questions…"), "folder-open")
        self.choose.clicked.connect(self.ask)
        self.ours = button(theme, self.tr("Use the supplied questions"), "undo-2")
        self.ours.clicked.connect(lambda: self._tell(self._workspace.use_prompts(None)))
        self.save = button(theme, self.tr("Save the supplied questions…"), "file-down")
        self.save.setToolTip(self.tr("A file to begin your own questions from"))
        self.save.clicked.connect(self.ask_save)
        for each in (self.choose, self.ours, self.save):
            row.addWidget(each)
        column.addWidget(buttons)

    def show_set(self) -> None:
        """Say which set it is."""
        prompts, own = self._workspace.prompts, self._workspace.own_prompts
        version = self.tr("version {version}").format(version=prompts.version) if prompts.version else ""
        whose = self.tr("the organisation's own") if own else self.tr("supplied")
        count = self.tr("%n question(s)", "", sum(1 for _ in prompts.prompts()))
        self.told.setText(" · ".join(part for part in (prompts.title, version, whose, count) if part))
        self.ours.setVisible(own)
        self._tell(self._workspace.prompts_problem)

    def _tell(self, problem: Refused | None) -> None:
        self.problem.tell(self._workspace.labels.problem(problem) if problem else "")

    def ask(self) -> None:
        """Ask for a file with the organisation's own questions."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Your own questions"), home, self.tr("Questions (*.json)"))
        if given:
            self._tell(self._workspace.use_prompts(Path(given)))

    def ask_save(self) -> None:
        """Ask where, and write our questions there."""
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        place = str(home / self.tr("questions.json"))
        given, _ = QFileDialog.getSaveFileName(self, self.tr("Save the supplied questions"), place, self.tr("Questions (*.json)"))
        if given:
            self._tell(self._workspace.copy_prompts(Path(given)))


class RulesPage(QWidget):
    """The scale, fixed at the first rating, and the rules of the session."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        area = Column(theme)
        column = area.column
        column.setContentsMargins(theme.space(7), theme.space(5), theme.space(7), theme.space(6))
        column.setSpacing(theme.space(5))
        column.addWidget(label(theme, self.tr("Scale"), "section", bold=True))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(theme.space(6))
        names = {"eenzijdig": self.tr("One-sided"), "tweezijdig": self.tr("Two-sided")}
        when = {
            "eenzijdig": self.tr("Asks only for negative influence, as the province of Utrecht did."),
            "tweezijdig": self.tr("Also has room for what a platform adds to a value."),
        }
        self._group = QButtonGroup(self)
        self.scales: dict[str, ScaleCard] = {}
        for scale in SCALES:
            card = ScaleCard(workspace, theme, scale, names[scale], when[scale])
            when_chosen(card.radio, self._chooser(scale))
            self._group.addButton(card.radio)
            self._cards.addWidget(card, 1)
            self.scales[scale] = card
        column.addLayout(self._cards)
        self.fixed = label(theme, "", "secondary")
        column.addWidget(self.fixed)
        column.addSpacing(theme.space(3))
        column.addWidget(label(theme, self.tr("Rules"), "section", bold=True))
        self.reason = Check(theme, self.tr("A reason is required at the ends of the scale"))
        self.reason.toggled.connect(lambda checked: self.workspace.set_case(reason_at_ends=checked))
        column.addWidget(self.reason)
        self.blind = Check(theme, self.tr("Round 1 is blind"))
        self.blind.toggled.connect(lambda checked: self.workspace.set_case(blind=checked))
        self.blind_words = label(theme, "", "secondary")
        self.blind_words.setIndent(round(theme.scaled(28)))
        blind = QVBoxLayout()
        blind.setSpacing(0)
        blind.addWidget(self.blind)
        blind.addWidget(self.blind_words)
        column.addLayout(blind)
        self.seconds = Number(theme, self.tr("Speaking time in seconds"), 10, 3600, 10)
        self.seconds.changed.connect(lambda number: self.workspace.set_case(speaker_seconds=number))
        self.minutes = Number(theme, self.tr("Minutes per cell"), 1, 600)
        self.minutes.changed.connect(lambda number: self.workspace.set_case(item_minutes=number))
        times = QHBoxLayout()
        times.setSpacing(theme.space(6))
        for number in (self.seconds, self.minutes):
            times.addWidget(Labelled(theme, number.accessibleName(), number))
        times.addStretch(1)
        column.addLayout(times)
        self.language = Choice(theme, self.tr("Language of the documents"), document_languages())
        self.language.chosen.connect(lambda key: self.workspace.set_case(language=key))
        language = Labelled(theme, self.tr("Language of the documents"), self.language)
        language.setMaximumWidth(round(theme.scaled(260)))
        column.addWidget(language)
        column.addSpacing(theme.space(3))
        column.addWidget(label(theme, self.tr("Questions"), "section", bold=True))
        self.questions = QuestionSetCard(workspace, theme)
        column.addWidget(self.questions)
        column.addSpacing(theme.space(3))
        column.addWidget(label(theme, self.tr("No averages, no vote"), "section", bold=True))
        sentences = (
            self.tr("Every judgement stays visible, with the discipline that gave it, and who stands alone is named."),
            self.tr("There is no objective measure to set one discipline against another, so nothing is averaged and nobody votes."),
            self.tr("‘No judgement’ is an answer too."),
        )
        why = label(theme, " ".join(sentences))
        why.setMaximumWidth(round(theme.scaled(760)))
        column.addWidget(why)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _chooser(self, scale: str) -> Callable[[], None]:
        def choose() -> None:
            if not self.workspace.read_only and self.workspace.session.case.scale != scale:
                self.workspace.set_case(scale=scale)

        return choose

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = self.theme.width_class(self.width()) >= 520
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def show_session(self, changed: Changed) -> None:
        """Show the rules as they are kept."""
        session, read_only = self.workspace.session, self.workspace.read_only
        fixed = intents.scale_fixed(session)
        told = self.workspace.labels.problem(Refused("scale_fixed")) if fixed else ""
        self.fixed.setText(told or self.tr("The scale is fixed at the first rating."))
        for scale, card in self.scales.items():
            show_checked(card.radio, session.case.scale == scale)
            card.radio.set_read_only(read_only)
            card.radio.setEnabled(not fixed or session.case.scale == scale)
            card.radio.setToolTip(told)
        self.reason.show_checked(session.case.reason_at_ends)
        self.reason.set_read_only(read_only)
        self._show_blind(session, read_only)
        for number, kept in ((self.seconds, session.case.speaker_seconds), (self.minutes, session.case.item_minutes)):
            number.show_number(kept)
            number.setReadOnly(read_only)
        self.questions.show_set()
        self.language.show_key(session.case.language)
        self.language.set_read_only(read_only)

    def _show_blind(self, session: Session, read_only: bool) -> None:
        """Whether round 1 is blind: chosen before the first answer, and from then on what happened."""
        first: Round | None = session.get(Round, (1,))
        begun = session.rated or first is not None
        self.blind.show_checked((first is not None and first.blind) if begun else session.case.blind)
        self.blind.set_read_only(read_only or begun)
        if begun:
            told = self.tr("This is fixed: round 1 has begun.")
        else:
            told = self.tr("Until the reveal nobody sees what another discipline answered. This is fixed at the first answer.")
        self.blind_words.setText(told)
        self.blind.setAccessibleDescription(told)
