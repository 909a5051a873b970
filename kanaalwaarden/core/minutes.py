"""The minutes: the value table and everything that stands around it, as format-free blocks.

What is not filled in is left out, heading and all. People's names as a facilitator typed them (who manages, who owns an action) are in
the internal edition; those of people at the table only where the session says so.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kanaalwaarden.core.ballot import taken_lines
from kanaalwaarden.core.blind import BlindProgress, hidden_values
from kanaalwaarden.core.blocks import Block, Bullets, Contents, Document, Heading, Logo, Paragraph, Plot, Section, Table, TableCell
from kanaalwaarden.core.cards import is_old
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.house import House
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.minutes_values import value_blocks
from kanaalwaarden.core.model import (
    Account,
    Card,
    Decision,
    Fit,
    Platform,
    Purpose,
    ReadBack,
    Risk,
    Route,
    Session,
    Stance,
    Threshold,
    Value,
)  # fmt: skip
from kanaalwaarden.core.progress import decision_lacks
from kanaalwaarden.core.prompts import SIX, Group, PromptSet, answer_words, loose_answers
from kanaalwaarden.core.reach import Reached, dependent, switch_off, way_name
from kanaalwaarden.core.series import gone, mark_of
from kanaalwaarden.core.talk_table import heads, loose_questions, moment, moved, reasons_missing, rounds_in_words, ruled_out
from kanaalwaarden.core.text import capital
from kanaalwaarden.core.trend import in_figures, series_of, series_words
from kanaalwaarden.core.typed import in_its_language
from kanaalwaarden.core.value_table import (
    composition,
    conclusions_of_values,
    definitions,
    document_of,
    later_rounds,
    legend,
    opening,
)  # fmt: skip
from kanaalwaarden.core.weigh import ordered_actions, same_decision, stance_sentence

CHAPTERS = ("title", "rules", "practice", "table", "values", "decisions", "actions", "cards", "movement", "account")
"""The chapters of the minutes, in their order. The title page is always there."""
PARTS = (*CHAPTERS, "reasons", "arguments")
"""What can be chosen: the chapters, and within the chapter of values the reasons and the arguments."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which minutes: the edition, the parts, what the edition leaves out, in words, and the look of the organisation."""

    edition: str = "internal"
    parts: Collection[str] = PARTS
    withheld: Sequence[str] = ()
    house: House = field(default_factory=House)


def minutes(
    session: Session, labels: Labels, prompts: PromptSet, progress: Sequence[BlindProgress] | None = None, wanted: Wanted | None = None
) -> Document:
    """The whole document. `session` and `progress` as for `value_table`; questions are put as `prompts` have them.

    For the public edition give the session that `edition.public` made, with its list in `wanted`.
    """
    wanted = wanted or Wanted()
    return _Minutes(session, labels, prompts, progress, wanted).document()


class _Minutes:
    """Puts the parts together: a title page, then numbered chapters."""

    def __init__(
        self, session: Session, labels: Labels, prompts: PromptSet, progress: Sequence[BlindProgress] | None, wanted: Wanted
    ) -> None:
        self.session, self.labels, self.progress, self.wanted = session, labels, progress, wanted
        self.around = _Around(session, labels, prompts)
        self.number = 0

    def document(self) -> Document:
        """The blocks of every part that is wanted and has something in it."""
        case, labels = self.session.case, self.labels
        title = case.title or labels("table.untitled")
        edition = labels(f"minutes.edition_{self.wanted.edition}")
        chapters: list[Section] = []
        for part in CHAPTERS[1:]:
            if part in self.wanted.parts:
                chapters += self._chapter(part)
        name = f"{labels('minutes.document')} · {title}"
        sections = [Section(self._title_page(title, edition), landscape=False), *chapters]
        base = document_of(self.session, labels, name, sections)
        subject, accent = case.occasion or edition, self.wanted.house.colour
        whole = replace(base, header=(base.footer, edition), date=case.date, subject=subject, accent=accent)
        return in_its_language(whole, self.session)

    def _title_page(self, title: str, edition: str) -> list[Block]:
        session, labels, case = self.session, self.labels, self.session.case
        logo = self.wanted.house.logo
        blocks: list[Block] = [Logo(logo, labels("minutes.logo", name=case.organisation).strip())] if logo else []
        blocks.append(Heading(1, f"{labels('minutes.document')}: {title}", title=True))
        facts = [("organisation", case.organisation), ("date", date_in_words(case.date, labels)), ("place", case.place)]
        facts += [("occasion", case.occasion), ("edition", f"{edition}. {labels(f'minutes.edition_{self.wanted.edition}_is')}")]
        blocks += [Paragraph(text, lead=labels(f"minutes.fact_{key}")) for key, text in facts if text]
        if case.fictional:
            blocks.append(Paragraph(labels("table.fictional"), "strong"))
        blocks += composition(session, labels, self.progress)
        people = [each for each in session.disciplines if each.people]
        if people and session.publication.people and self.wanted.edition == "internal":
            blocks += [Paragraph(labels("minutes.people"), "strong"), Bullets([f"{each.name}: {each.people}" for each in people])]
        if not session.undivided:
            blocks.append(Paragraph(labels("minutes.no_weighing"), lead=labels("minutes.no_weighing_head")))
        without = [labels(f"minutes.part_{part}") for part in PARTS[1:] if part not in self.wanted.parts]
        if without:  # a reader has to know that there is more
            blocks.append(Paragraph(labels("minutes.without", parts="; ".join(without)), lead=labels("minutes.without_head")))
        return [*blocks, Contents(labels("minutes.contents"))]

    def _chapter(self, part: str) -> list[Section]:
        """A chapter on pages of its own, or nothing. Its number counts only what is there."""
        number = str(self.number + 1)
        sections = self._sections(part, number)
        if not sections:
            return []
        self.number += 1
        head = Heading(1, f"{number} {self.labels(f'minutes.part_{part}')}")
        first = replace(sections[0], blocks=[head, *sections[0].blocks], new_page=True)
        return [first, *sections[1:]]

    def _sections(self, part: str, number: str) -> list[Section]:
        session, labels, around = self.session, self.labels, self.around
        if part == "table":
            shown = opening(session, labels, self.progress, alone=False)
            spoken: list[Block] = []
            if session.values and session.platforms and not session.undivided:
                spoken = [Heading(2, labels("table.conclusions_values")), conclusions_of_values(session, labels)]
            return [Section(shown), *later_rounds(session, labels, self.progress), *([Section(spoken)] if spoken else [])]
        blocks: list[Block] = {
            "rules": self._rules,
            "practice": around.before,
            "values": lambda: value_blocks(session, labels, number, self._hidden(), self.wanted.parts) if session.platforms else [],
            "decisions": around.decisions,
            "actions": around.after,
            "cards": around.cards,
            "movement": self._movement,
            "account": self._account,
        }[part]()
        return [Section(blocks, landscape=False)] if blocks else []

    def _hidden(self) -> frozenset[str]:
        return frozenset() if self.progress is None else hidden_values(self.session)

    def _rules(self) -> list[Block]:
        session, labels, case = self.session, self.labels, self.session.case
        blocks: list[Block] = [Paragraph(case.aim, lead=labels("minutes.aim"))] if case.aim else []
        blocks += [Paragraph(labels("minutes.method")), Paragraph(labels("minutes.no_weighing")), legend(session, labels)]
        rules = [labels(f"scale.{case.scale}")]
        if not session.undivided:
            rules.append(labels("minutes.rule_blind" if case.blind else "minutes.rule_open"))
            rules += [labels("minutes.rule_reason")] if case.reason_at_ends else []
        blocks.append(Bullets([f"{capital(rule).rstrip('.')}." for rule in rules]))
        held = rounds_in_words(session, labels)
        blocks += [Paragraph(held, lead=labels("talk_table.rounds"))] if held else []
        if session.values:
            blocks += [Heading(2, labels("table.definitions")), definitions(session, labels)]
        return blocks

    def _movement(self) -> list[Block]:
        """Cell by cell who moved, and who stayed, in every later round."""
        blocks: list[Block] = []
        for number in self.session.rounds[1:]:
            told = [
                block
                for value in self.session.values
                for platform in self.session.platforms
                for block in self._moved(value, platform, number)
            ]
            blocks += [Heading(2, capital(self.labels("table.round", number=number))), *told] if told else []
        return blocks

    def _moved(self, value: Value, platform: Platform, number: int) -> list[Block]:
        found = moved(self.session, self.labels, value, platform, number, reasons="reasons" in self.wanted.parts)
        return [Heading(3, self.labels("table.cell", value=value.name, platform=platform.name)), *found] if found else []

    def _account(self) -> list[Block]:
        """How this came about: reasons that are missing, what is not bound to a cell, who confirmed the text, what was left out."""
        session, labels = self.session, self.labels
        blocks: list[Block] = []
        if session.values and session.platforms and not session.undivided:
            blocks += [*ruled_out(session, labels), *reasons_missing(session, labels), *loose_questions(session, labels)]
            if self.wanted.edition == "internal":
                blocks += read_back_blocks(session, labels)
                taken = taken_lines(session, labels)
                blocks += [Heading(2, labels("form.taken_head")), Bullets(taken)] if taken else []
        if session.case.source:
            blocks.append(Paragraph(session.case.source, lead=labels("minutes.source")))
        told = self.wanted.withheld or [labels("minutes.nothing_withheld")]
        return [*blocks, Heading(2, labels("minutes.withheld")), Bullets(list(told))]


def read_back_blocks(session: Session, labels: Labels) -> list[Block]:
    """What every discipline said of its own text when it was read back, and when; what it wants put right in its own words."""
    if not session.tables[ReadBack.TABLE]:
        return []
    rows = []
    for each in session.disciplines:
        told = session.read_back(each.id)
        verdict = labels(f"read_back.{told.verdict or 'open'}")
        consent = labels(f"read_back.consent_{told.consent or 'open'}")
        said_at = moment(told.at, labels) if told.at else ""
        name = TableCell(each.name, header=True, strong=True)
        rows.append([name, TableCell(verdict, note=said_at), TableCell(told.text), TableCell(consent)])
    head = heads(labels, "table.discipline", "read_back.head", "read_back.correction", "read_back.consent")
    return [Heading(2, labels("read_back.title")), Table(head, rows, widths=(0.2, 0.25, 0.35, 0.2))]


class _Around:
    """What stands around the table of one session, part by part."""

    def __init__(self, session: Session, labels: Labels, prompts: PromptSet) -> None:
        self.session = session
        self.labels = labels
        self.prompts = prompts

    def before(self) -> list[Block]:
        """What stood on the table before the talk."""
        return [*self._earlier(), *self._policy(), *self._practice(), *self._accounts(), *self._fits()]

    def after(self) -> list[Block]:
        """What follows."""
        return [*self._reach(), *self._actions(), *self._evaluation(), *self._other_questions()]

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

    def cards(self) -> list[Block]:
        """The rules, facts and choices of others that were used."""
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

    def decisions(self) -> list[Block]:
        """Per platform the weighing and the decision."""
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
        blocks: list[Block] = [Paragraph(capital(outcome), "strong")] if outcome else []
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


