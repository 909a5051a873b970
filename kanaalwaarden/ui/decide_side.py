"""What is decided on one platform: can we, do we want to, the outcome, its conditions, who decides, and what is said to the public."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import FITS, OUTCOMES, STANCES, Decision, Discipline, Stance, Threshold
from kanaalwaarden.core.progress import decision_lacks
from kanaalwaarden.core.prompts import Option, Prompt
from kanaalwaarden.core.weigh import same_decision, stance_sentence
from kanaalwaarden.ui.prepare_editors import Choice, Form
from kanaalwaarden.ui.questions import Options
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.verdict import Verdict
from kanaalwaarden.ui.widgets import Card, Column, button, label
from kanaalwaarden.ui.workspace import Workspace

_SCOPED = {"beperkt", "niet"}
"""Outcomes that ask for what, or for whom."""


def _card(theme: Theme) -> tuple[Card, QVBoxLayout]:
    card = Card()
    inside = QVBoxLayout(card)
    inside.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
    inside.setSpacing(theme.space(2))
    return card, inside


class DecisionPanel(Column):
    """The decision of the platform that is shown. `thresholds` asks for the list of thresholds."""

    thresholds = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.workspace, self.theme = workspace, theme
        self.platform = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(4))
        self._build_verdicts()
        self._build_outcome()
        self._build_conditions()
        self._build_who()
        self.lacking = label(theme, "", "secondary", muted=True)
        self.column.addWidget(self.lacking)
        self.column.addStretch(1)

    def _build_verdicts(self) -> None:
        card, inside = _card(self.theme)
        row = self._verdicts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.theme.space(6))
        words = [(key, self.workspace.labels(f"choice.suits.{key}")) for key in FITS if key]
        hint = self.tr("why, or provided that")
        self.can = Verdict(self.theme, self.tr("Can we?"), words, hint, self.tr("law, technique, security"))
        self.want = Verdict(self.theme, self.tr("Do we want to?"), words, hint, self.tr("values, task, alternatives"))
        for verdict, name in ((self.can, "can"), (self.want, "want")):
            verdict.chosen.connect(lambda key, name=name: self._send("", **{name: key}))
            verdict.edited.connect(lambda text, group, name=name: self._send(group, **{f"{name}_text": text}))
            row.addWidget(verdict, 1)
        inside.addLayout(row)
        self.column.addWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two questions stand beside each other where their words fit (in English they are longer)."""
        edges = 3 * self.theme.space(6) + 2
        beside = self.can.minimumSizeHint().width() + self.want.minimumSizeHint().width() + edges <= self.viewport().width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._verdicts.direction():
            self._verdicts.setDirection(way)
        super().resizeEvent(event)

    def _build_outcome(self) -> None:
        card, inside = _card(self.theme)
        labels = self.workspace.labels
        inside.addWidget(label(self.theme, self.tr("Outcome"), "section", bold=True))
        options = [Option(key, labels(f"choice.outcome.{key}")) for key in OUTCOMES]
        self.outcome = Options(self.theme, Prompt("outcome", self.tr("Outcome"), options=options), labels("choice.none"))
        self.outcome.chosen.connect(lambda key: self._send("", outcome=key))
        inside.addWidget(self.outcome)
        self.scope_form = Form(self.workspace, self.theme, self._send)
        self.scope = self.scope_form.line("scope", self.tr("For what, or for which group not"))
        inside.addWidget(self.scope_form)
        self.column.addWidget(card)

    def _build_conditions(self) -> None:
        card, inside = _card(self.theme)
        self.form = Form(self.workspace, self.theme, self._send)
        self.conditions = self.form.text("conditions", self.tr("Conditions, one on each line"), 3)
        inside.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(label(self.theme, self.tr("We stop if"), "secondary", bold=True), 1)
        self.to_thresholds = button(self.theme, self.tr("Thresholds…"), "flag")
        self.to_thresholds.clicked.connect(self.thresholds)
        row.addWidget(self.to_thresholds)
        inside.addLayout(row)
        self.exits = label(self.theme, "")
        inside.addWidget(self.exits)
        self.review_form = Form(self.workspace, self.theme, self._send)
        self.review_form.day("review", self.tr("Weighed again on"))
        inside.addWidget(self.review_form)
        self.column.addWidget(card)

    def _build_who(self) -> None:
        card, inside = _card(self.theme)
        self.who = Form(self.workspace, self.theme, self._send)
        self.decider = self.who.line("decider", self.tr("Who decides"), self.tr("A body or a role, not a person."))
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(5))
        self.who.column.addLayout(row)
        self.who.line("capacity", self.tr("In which capacity"), layout=row)
        self.who.day("decided", self.tr("Decided on"), layout=row)
        self.sentence = self.who.text("sentence", self.tr("One sentence to the public"), 2)
        inside.addWidget(self.who)
        self.column.addWidget(card)

    @property
    def _forms(self) -> tuple[Form, ...]:
        return (self.scope_form, self.form, self.review_form, self.who)

    def _send(self, group: str, **given: Any) -> Refused | None:
        return self.workspace.fill(Decision, (self.platform,), group, **given)

    def show_platform(self, platform: str) -> None:
        """Show the decision of this platform."""
        another = platform != self.platform
        if another:
            self.pass_on()
            self.platform = platform
            self.verticalScrollBar().setValue(0)
        self.refresh(another=another)

    def refresh(self, *, another: bool = False) -> None:
        """Read the decision again."""
        if not self.platform:
            return
        session, read_only = self.workspace.session, self.workspace.read_only
        decision = session.decision(self.platform) or Decision(self.platform)
        self.can.show_verdict(decision.can, decision.can_text, read_only=read_only)
        self.want.show_verdict(decision.want, decision.want_text, read_only=read_only)
        self.outcome.show_keys(decision.outcome)
        self.outcome.set_read_only(read_only)
        for form in self._forms:
            form.show_fields(decision, another=another)
            form.set_read_only(read_only)
        self.scope_form.setVisible(decision.outcome in _SCOPED or bool(decision.scope))
        exits = [each for each in session.of(Threshold, self.platform) if each.kind == "uitstap" and each.rule]
        labels = self.workspace.labels
        told = [f"{each.rule} ({date_in_words(each.date, labels)})" if each.date else each.rule for each in exits]
        numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(told, 1))
        self.exits.setText(numbered or self.tr("No threshold has been set yet."))
        lacking = [labels(f"minutes.lacks.{name}") for name in decision_lacks(session.decision(self.platform))]
        told_open = self.tr("Still open: {parts}").format(parts=", ".join(lacking))
        self.lacking.setText(told_open if lacking else self.tr("The decision is complete."))

    def pass_on(self) -> None:
        """Hand over what was typed."""
        if self.platform:
            for verdict in (self.can, self.want):
                verdict.pass_on()
            for form in self._forms:
                form.pass_on()

    def begin(self) -> None:
        """Put the focus where deciding starts."""
        self.can.choice.setFocus()
        self.can.choice.focusNextChild()


class StanceLine(QWidget):
    """What one discipline thinks of the decision, for which value, and why."""

    def __init__(self, workspace: Workspace, theme: Theme, discipline: Discipline, platform: str, words: list[tuple[str, str]]) -> None:
        super().__init__()
        self._workspace, self.discipline, self._platform = workspace, discipline.id, platform
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), theme.space(3))
        row.setSpacing(theme.space(4))
        self.verdict = Verdict(theme, f"{discipline.code}  {discipline.name}", words, self.tr("why"))
        self.verdict.chosen.connect(lambda key: self._send("", stance=key))
        self.verdict.edited.connect(lambda text, group: self._send(group, text=text))
        self.value = Choice(theme, self.tr("For which value: {name}").format(name=discipline.name), [])
        self.value.chosen.connect(lambda key: self._send("", value=key))
        self.value.setMaximumWidth(round(theme.scaled(180)))
        row.addWidget(self.verdict, 1)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBottom)

    def _send(self, group: str, **given: str) -> None:
        self._workspace.fill(Stance, (self._platform, self.discipline), group, **given)

    def show_stance(self, platform: str) -> None:
        """Show what is kept."""
        if platform != self._platform:
            self.verdict.pass_on()
            self._platform = platform
        session, read_only = self._workspace.session, self._workspace.read_only
        kept = session.get(Stance, (platform, self.discipline)) or Stance(platform, self.discipline)
        self.verdict.show_verdict(kept.stance, kept.text, read_only=read_only)
        self.value.offer([("", self.tr("no value named")), *((each.id, each.label) for each in session.values)])
        self.value.show_key(kept.value)
        self.value.set_read_only(read_only)


class StancesPanel(Column):
    """Who stands behind the decision, and for which reasons: a line for each discipline, and what it comes to in words."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.workspace, self.theme = workspace, theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self.column.setContentsMargins(0, theme.space(3), 0, theme.space(3))
        self.column.setSpacing(0)
        self.told = label(theme, "")
        self.told.setContentsMargins(theme.space(6), theme.space(2), theme.space(6), theme.space(3))
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self.lines: list[StanceLine] = []

    def show_platform(self, platform: str) -> None:
        """Show the standpoints on this platform; while a round is blind only that it is."""
        session = self.workspace.session
        blind = bool(self.workspace.blind_progress())
        wanted = [] if blind else session.disciplines
        if [each.id for each in wanted] != [line.discipline for line in self.lines]:
            for line in self.lines:
                line.setParent(None)
                line.deleteLater()
            words = [(key, self.workspace.labels(f"choice.stance.{key}")) for key in STANCES if key]
            self.lines = [StanceLine(self.workspace, self.theme, each, platform, words) for each in wanted]
            for place, line in enumerate(self.lines, 1):
                self.column.insertWidget(place, line)
        for line in self.lines:
            line.show_stance(platform)
        labels = self.workspace.labels
        told = [stance_sentence(session, labels, platform), same_decision(session, labels, platform)]
        words_ = " ".join(part for part in told if part)
        if blind:
            words_ = self.tr("The round is still blind. Who is for or against comes after the reveal.")
        self.told.setText(words_ or self.tr("Nobody has taken a stand yet."))

    def pass_on(self) -> None:
        """Hand over what was typed."""
        for line in self.lines:
            line.verdict.pass_on()
