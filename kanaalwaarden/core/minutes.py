"""The minutes: the value table and everything that stands around it, as format-free blocks.

What is not filled in is left out, heading and all: an untouched session gives the value table alone. People's names as a facilitator
typed them (who manages, who owns an action) are in it; the names of people at the table are not.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kanaalwaarden.core.blind import BlindProgress
from kanaalwaarden.core.blocks import Block, Bullets, Document, Heading, Paragraph, Plot, Section, Table, TableCell
from kanaalwaarden.core.cards import is_old
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Account, Card, Decision, Fit, Platform, Purpose, Risk, Route, Session, Stance, Threshold
from kanaalwaarden.core.progress import decision_lacks
from kanaalwaarden.core.prompts import SIX, Group, PromptSet, answer_words, loose_answers
from kanaalwaarden.core.reach import Reached, dependent, switch_off, way_name
from kanaalwaarden.core.series import gone, mark_of
from kanaalwaarden.core.trend import in_figures, series_of, series_words
from kanaalwaarden.core.value_table import value_table
from kanaalwaarden.core.weigh import ordered_actions, same_decision, stance_sentence


def minutes(session: Session, labels: Labels, prompts: PromptSet, progress: Sequence[BlindProgress] | None = None) -> Document:
    """The whole document. `session` and `progress` as for `value_table`; questions are put as `prompts` has them."""
    table = value_table(session, labels, progress)
    writer = _Around(session, labels, prompts)
    sections = [Section(blocks, new_page=True, landscape=False) for blocks in writer.parts() if blocks]
    if not sections:
        return table
    title = session.case.title or labels("table.untitled")
    return replace(table, title=f"{labels('minutes.document')} · {title}", sections=[*table.sections, *sections])


class _Around:
    """What stands around the table of one session, part by part."""

    def __init__(self, session: Session, labels: Labels, prompts: PromptSet) -> None:
        self.session = session
        self.labels = labels
        self.prompts = prompts

    def parts(self) -> list[list[Block]]:
        """Before the talk; per platform the weighing and the decision; what follows."""
        before = [*self._earlier(), *self._practice(), *self._accounts(), *self._cards(), *self._policy(), *self._fits()]
        after = [*self._reach(), *self._actions(), *self._evaluation(), *self._other_questions()]
        return [before, self._decisions(), after]

    # Small pieces

    def _word(self, kind: str, key: str) -> str:
        return self.labels(f"choice.{kind}.{key}") if key else ""

    def _date(self, iso: str) -> str:
        return date_in_words(iso, self.labels)

    def _head(self, *keys: str) -> list[TableCell]:
        return [TableCell(self.labels(f"minutes.{key}"), header=True, strong=True) for key in keys]

    def _table(self, keys: Sequence[str], rows: list[list[TableCell]], widths: Sequence[float]) -> list[Block]:
        return [Table(self._head(*keys), rows, widths=widths)] if rows else []

    def _said(self, key: str, text: str) -> list[Block]:
        """A line with its head, or nothing."""
        return [Paragraph(text, lead=self.labels(f"minutes.{key}"))] if text.strip() else []

    def _under(self, level: int, title: str, blocks: list[Block]) -> list[Block]:
        """Blocks under a heading, or nothing."""
        return [Heading(level, title), *blocks] if blocks else []

    def _mark(self, record: Any) -> str:
        mark = mark_of(self.session, record)
        return self.labels(f"series.{mark}") if mark in ("new", "changed") else ""

    def _gone(self, *tables: str) -> list[Block]:
        names = [each.name for each in gone(self.session, tables)]
        return self._said("gone", f"{'; '.join(names)}.") if names else []

    def _name(self, platform: str) -> str:
        return self.session.platform(platform).name if platform else ""

    def _answers(self, group: Group, platform: str = "") -> list[Block]:
        """The questions of a group that have an answer."""
        found = [(prompt, self.session.answer(prompt.id, platform)) for prompt in group.prompts]
        rows = [
            [TableCell(prompt.question, header=True, strong=True), TableCell(answer_words(answer, prompt, self.labels))]
            for prompt, answer in found
            if answer is not None
        ]
        return self._table(("question", "answer"), rows, (0.4, 0.6))

    def _groups(self, level: int, phase: str, per: str, platform: str = "") -> list[Block]:
        """Every group of a phase that has an answer, under its title."""
        blocks: list[Block] = []
        for group in self.prompts.of(phase, per):
            if group.id != SIX:
                blocks += self._under(level, group.title, self._answers(group, platform))
        return blocks

    # Before the talk

    def _earlier(self) -> list[Block]:
        follow = self.session.follow_up
        if not follow.earlier_title and not follow.earlier_date:
            return []
        told = self.labels("minutes.earlier", title=follow.earlier_title or "–", date=self._date(follow.earlier_date) or "–")
        return [Heading(2, self.labels("minutes.before")), Paragraph(told)]

    def _practice(self) -> list[Block]:
        blocks: list[Block] = []
        for platform in self.session.platforms:
            inside: list[Block] = [Paragraph(platform.practice)] if platform.practice else []
            for group in self.prompts.of("prepare", "platform"):
                answers = self._answers(group, platform.id)
                inside += [Paragraph(group.title, "strong"), *answers] if answers else []
            inside += self._figures(platform.id)
            blocks += self._under(3, platform.name, inside)
        return [*self._under(2, self.labels("minutes.practice"), blocks), *self._figures_of_all()]

    def _figures(self, platform: str) -> list[Block]:
        blocks: list[Block] = []
        for series in series_of(self.session, platform):
            words = series_words(series, self.labels)
            blocks.append(Paragraph(words, lead=series.measure))
            if len({date for date, _ in series.points if date}) > 1:
                ends = [point for point in series.points if point[0]]
                shown = [(f"{in_figures(number, self.labels)} · {self._date(date)}") for date, number in (ends[0], ends[-1])]
                blocks.append(Plot(series.measure, tuple(ends), shown[0], shown[1], f"{series.measure}: {words}"))
        return blocks

    def _figures_of_all(self) -> list[Block]:
        return self._under(2, self.labels("minutes.figures_organisation"), self._figures(""))

    def _accounts(self) -> list[Block]:
        rows = []
        for each in self.session.rows(Account):
            kept = [self.labels("minutes.project") if each.project else "", self._mark(each)]
            about = [self._word("goal", each.goal), each.audience, self._word("aim", each.aim), self._word("traffic", each.traffic)]
            rules = [
                self._word("comments", each.comments),
                self.labels(f"minutes.policy_{each.policy}") if each.policy else "",
            ]
            work = [each.activity, self.labels("minutes.norm", norm=each.norm) if each.norm else "", self._strategies(each.strategies)]
            figure = self.labels("trend.point", number=in_figures(each.number, self.labels), date=self._date(each.date) or "–")
            effect = " ".join(part for part in (each.effect, figure if each.number else self._date(each.date)) if part)
            rows.append(
                [
                    TableCell(each.name, header=True, strong=True, note=_joined([self._name(each.platform), *kept])),
                    TableCell(each.manager, note=_joined(rules)),
                    TableCell(_joined(about), note=_joined(work)),
                    TableCell(effect, note=each.note),
                ]
            )
        blocks = self._table(("account", "manager", "account_for", "effect"), rows, (0.24, 0.22, 0.3, 0.24))
        return self._under(2, self.labels("minutes.accounts"), [*blocks, *self._gone("account")])

    def _strategies(self, keys: str) -> str:
        prompt = self.prompts.prompt("doel.strategie")
        return ", ".join(prompt.chosen(keys) if prompt else keys.split())

    def _cards(self) -> list[Block]:
        on = self.session.case.date
        guidelines: list[list[TableCell]] = []
        choices: list[list[TableCell]] = []
        for each in self.session.rows(Card):
            old = self.labels("minutes.card_old") if on and is_old(each, on) else ""
            checked = self.labels("minutes.checked", date=self._date(each.checked)) if each.checked else ""
            note = _joined([each.maker, self._date(each.date), self._word("status", each.status), checked, old, self._mark(each)])
            source = self.labels("table.source", source=each.source) if each.source else ""
            row = [
                TableCell(each.title, header=True, strong=True, note=note),
                TableCell(each.text, note=_joined([self._name(each.platform), source])),
                TableCell(each.meaning),
            ]
            if each.kind == "keuze":
                row.insert(1, TableCell(self._word("outcome", each.outcome)))
            (choices if each.kind == "keuze" else guidelines).append(row)
        blocks = self._table(("card", "card_text", "card_meaning"), guidelines, (0.3, 0.4, 0.3))
        told = self._under(2, self.labels("minutes.cards"), [*blocks, *self._gone("card")])
        others = self._table(("choice", "outcome", "card_text", "card_meaning"), choices, (0.26, 0.16, 0.32, 0.26))
        return [*told, *self._under(2, self.labels("minutes.choices"), others)]

    def _policy(self) -> list[Block]:
        blocks: list[Block] = []
        for group in self.prompts.of("prepare", "session"):
            blocks += self._under(2, group.title, self._answers(group))
        return blocks

    def _fits(self) -> list[Block]:
        session = self.session
        blocks: list[Block] = []
        for kind in ("gebruik", "doelgroep"):
            rows = []
            for purpose in session.rows(Purpose):
                if purpose.kind == kind:
                    head = TableCell(purpose.name, header=True, strong=True, note=_joined([purpose.note, self._mark(purpose)]))
                    rows.append([head, *(self._fit(purpose, platform) for platform in session.platforms)])
            if rows and session.platforms:
                share = 0.8 / len(session.platforms)
                heads = [*self._head(kind), *(TableCell(each.name, header=True, strong=True) for each in session.platforms)]
                blocks.append(Table(heads, rows, widths=(0.2, *[share] * len(session.platforms))))
            elif rows:
                blocks.append(Table(self._head(kind), rows))
        return self._under(2, self.labels("minutes.fits"), [*blocks, *self._gone("purpose")])

    def _fit(self, purpose: Purpose, platform: Platform) -> TableCell:
        found: Fit | None = self.session.get(Fit, (purpose.id, platform.id))
        return TableCell(self._word("suits", found.suits), note=found.text) if found else TableCell("–")

    # The weighing and the decision, per platform

    def _decisions(self) -> list[Block]:
        blocks: list[Block] = []
        for platform in self.session.platforms:
            inside = [*self._decision(platform), *self._stances(platform), *self._six(platform)]
            inside += [*self._risks(platform), *self._thresholds(platform), *self._lost(platform)]
            inside += [*self._groups(3, "decide", "platform", platform.id), *self._groups(3, "talk", "platform", platform.id)]
            blocks += self._under(2, self.labels("minutes.weighing", platform=platform.name), inside)
        return blocks

    def _decision(self, platform: Platform) -> list[Block]:
        decision: Decision | None = self.session.decision(platform.id)
        if decision is None:
            return []
        outcome = _joined([self._word("outcome", decision.outcome), decision.scope], ": ")
        blocks: list[Block] = [Paragraph(_capital(outcome), "strong")] if outcome else []
        for key, chosen, text in (("can", decision.can, decision.can_text), ("want", decision.want, decision.want_text)):
            blocks += self._said(key, _joined([self._word("suits", chosen), text], ". "))
        conditions = [line.strip() for line in decision.conditions.split("\n") if line.strip()]
        if conditions:
            blocks += [Paragraph("", lead=self.labels("minutes.conditions")), Bullets(conditions)]
        blocks += self._said("decider", _joined([decision.decider, decision.capacity, self._date(decision.decided)], ", "))
        blocks += self._said("sentence", decision.sentence)
        blocks += self._said("review", self._date(decision.review))
        lacking = [self.labels(f"minutes.lacks.{name}") for name in decision_lacks(decision)]
        return [*blocks, *(self._said("lacking", f"{', '.join(lacking)}.") if lacking else [])]

    def _stances(self, platform: Platform) -> list[Block]:
        rows = []
        for each in self.session.stances(platform.id):
            who = self.session.discipline(each.discipline).name
            value = self.session.value(each.value).name if each.value else ""
            cells = [TableCell(who, header=True, strong=True), TableCell(self._stance(each)), TableCell(value), TableCell(each.text)]
            rows.append(cells)
        told = [stance_sentence(self.session, self.labels, platform.id), same_decision(self.session, self.labels, platform.id)]
        table = self._table(("discipline", "stance", "stance_value", "stance_reason"), rows, (0.2, 0.24, 0.2, 0.36))
        return self._under(3, self.labels("minutes.stances"), [*(Paragraph(each) for each in told if each), *table])

    def _stance(self, stance: Stance) -> str:
        return self._word("stance", stance.stance) or self.labels("choice.none")

    def _six(self, platform: Platform) -> list[Block]:
        six = self.prompts.group(SIX)
        return self._under(3, six.title, self._answers(six, platform.id)) if six else []

    def _risks(self, platform: Platform) -> list[Block]:
        rows = []
        for each in self.session.of(Risk, platform.id):
            by = _joined([each.owner, self._date(each.date)])
            rows.append(
                [
                    TableCell(each.area, header=True, strong=True), TableCell(each.text),
                    TableCell(self._word("accepted", each.accepted) or self.labels("choice.none")), TableCell(each.measure, note=by),
                ]
            )  # fmt: skip
        table = self._table(("area", "risk", "accepted", "measure"), rows, (0.2, 0.34, 0.18, 0.28))
        return self._under(3, self.labels("minutes.risks"), table)

    def _thresholds(self, platform: Platform) -> list[Block]:
        rows = []
        for each in self.session.of(Threshold, platform.id):
            kind = self._word("threshold_kind", each.kind)
            met = self.labels(f"minutes.met_{each.met}") if each.met else ""
            rows.append(
                [
                    TableCell(each.rule, header=True, strong=True, note=_joined([kind, self._mark(each)])),
                    TableCell(each.sign),
                    TableCell(self._date(each.date)),
                    TableCell(met, note=each.note),
                ]
            )
        table = self._table(("rule", "sign", "looked_at", "met"), rows, (0.36, 0.3, 0.16, 0.18))
        return self._under(3, self.labels("minutes.thresholds"), table)

    def _lost(self, platform: Platform) -> list[Block]:
        """The rehearsal (c14): what no longer reaches whom when this platform is switched off."""
        lost = [each for each in switch_off(self.session, {platform.id}) if each.lost]
        lines = [self.labels(f"minutes.lost_{each.state}", what=self._what(each), left=self._ways(each.left)) for each in lost]
        return self._under(3, self.labels("minutes.lost", platform=platform.name), [Bullets(lines)] if lines else [])

    # What follows

    def _what(self, reached: Reached) -> str:
        return _joined([reached.message, reached.audience], " → ")

    def _ways(self, routes: Sequence[Route]) -> str:
        return ", ".join(way_name(self.session, each) for each in routes)

    def _reach(self) -> list[Block]:
        session = self.session
        rows = []
        for each in switch_off(session, ()):
            crisis = self.labels("minutes.crisis") if each.crisis else ""
            ways = [f"{way_name(session, way)} ({self._way(way)})" for way in each.ways]
            notes = [way.note for way in each.ways if way.note]
            rows.append(
                [
                    TableCell(each.message, header=True, strong=True, note=crisis), TableCell(each.audience),
                    TableCell("; ".join(ways), note=_joined(notes, " ")),
                ]
            )  # fmt: skip
        table = self._table(("message", "audience", "ways"), rows, (0.26, 0.24, 0.5))
        hanging = [self.labels("minutes.hangs", what=self._what(each), ways=self._ways(each.ways)) for each in dependent(session)]
        flagged: list[Block] = [Paragraph("", lead=self.labels("minutes.dependent")), Bullets(hanging)] if hanging else []
        return self._under(2, self.labels("minutes.reach"), [*table, *flagged, *self._gone("route")])

    def _way(self, way: Route) -> str:
        survives = [self._word("failure", key) for key in way.without.split()]
        medium = self.labels("minutes.platform") if way.platform else self._word("medium", way.medium)
        return _joined([medium, self.labels("minutes.survives", what=", ".join(survives)) if survives else "", self._mark(way)], "; ")

    def _actions(self) -> list[Block]:
        rows = []
        for each in ordered_actions(self.session):
            value = self.session.value(each.value).name if each.value else ""
            urgency = _joined([self._word("necessity", each.necessity), self._word("importance", each.importance)])
            state = self.labels("minutes.done") if each.done else self.labels("minutes.open")
            about = _joined([self._name(each.platform), value, self._word("action_kind", each.kind), self._mark(each)])
            rows.append(
                [
                    TableCell(each.text, header=True, strong=True, note=about),
                    TableCell(urgency), TableCell(each.owner), TableCell(self._date(each.date)), TableCell(state, note=each.note),
                ]
            )  # fmt: skip
        table = self._table(("action", "urgency", "owner", "due", "state"), rows, (0.38, 0.18, 0.15, 0.14, 0.15))
        return self._under(2, self.labels("minutes.actions"), [*table, *self._gone("action")])

    def _evaluation(self) -> list[Block]:
        follow = self.session.follow_up
        blocks = self._said("evaluation_on", _joined([self._date(follow.date), follow.owner], ", "))
        for group in self.prompts.of("after", "session"):
            blocks += self._under(3, group.title, self._answers(group))
        return self._under(2, self.labels("minutes.evaluation"), blocks)

    def _other_questions(self) -> list[Block]:
        """Answers to questions of another set, with the question as it was put."""
        blocks: list[Block] = []
        for platform in ("", *(each.id for each in self.session.platforms)):
            for answer in loose_answers(self.session, self.prompts, platform):
                where = f"{self._name(platform)}: " if platform else ""
                blocks.append(Paragraph(answer_words(answer, None, self.labels), lead=f"{where}{answer.asked or answer.question}"))
        return self._under(2, self.labels("minutes.other_questions"), blocks)


def _joined(parts: Sequence[str], between: str = " · ") -> str:
    return between.join(part for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


