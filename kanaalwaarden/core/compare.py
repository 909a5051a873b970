"""Two sessions beside each other: what moved and by whom, who was not there, what was decided then and now, what was met or done.

Records are matched by their id, which stays the same when a session goes on from another, and else by their name. Nothing is converted:
on different scales no levels are compared. Counts say how many cells a discipline moved in, never how much.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kanaalwaarden.core.blind import hidden_values
from kanaalwaarden.core.blocks import Block, Bullets, Document, Heading, Paragraph, Section, Table, TableCell
from kanaalwaarden.core.cards import is_old
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Account, Action, Card, Discipline, Platform, Rating, Session, Threshold, Value
from kanaalwaarden.core.progress import to_decide
from kanaalwaarden.core.text import capital, defuse, same_name
from kanaalwaarden.core.trend import in_figures, series_of
from kanaalwaarden.core.weigh import ordered_actions

_TOLD = ("manager", "goal", "policy", "comments", "audience")
"""Of an account, the fields of which a change is told."""
HEADER = ("soort", "onderwerp", "discipline", "toen", "nu", "toelichting")


@dataclass(frozen=True, slots=True)
class Moved:
    """One discipline on one cell, then and now."""

    discipline: Discipline
    value: Value
    platform: Platform
    before: str
    after: str
    reason: str


@dataclass(slots=True)
class Pairs:
    """Records of one kind in both sessions: the same ones, and those that only one has."""

    both: list[tuple[Any, Any]] = field(default_factory=list)
    gone: list[Any] = field(default_factory=list)
    new: list[Any] = field(default_factory=list)


def pairs(before: Sequence[Any], after: Sequence[Any], name: str = "name") -> Pairs:
    """Match by id, and what is left by name; in the order of `after`."""
    ids = {each.id: each for each in before}
    matched = {each.id: ids[each.id] for each in after if each.id in ids}
    left = {same_name(getattr(each, name)): each for each in before if each.id not in matched and getattr(each, name)}
    found = Pairs()
    used = {each.id for each in matched.values()}
    for each in after:
        old = matched.get(each.id) or left.pop(same_name(getattr(each, name)), None)
        if old is None:
            found.new.append(each)
        else:
            used.add(old.id)
            found.both.append((old, each))
    found.gone = [each for each in before if each.id not in used]
    return found


def _standing(session: Session) -> dict[tuple[str, str, str], Rating]:
    """The last answer of every discipline on every cell: (discipline, platform, value)."""
    found: dict[tuple[str, str, str], Rating] = {}
    for rating in session.tables[Rating.TABLE].values():
        key = (rating.discipline, rating.platform, rating.value)
        if rating.effect and (key not in found or found[key].round < rating.round):
            found[key] = rating
    return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found: who and what is in both, and every move."""

    old: Session
    new: Session
    disciplines: Pairs
    platforms: Pairs
    values: Pairs
    moves: tuple[Moved, ...]
    compared: dict[str, int]
    """Per discipline (of the new session) how many cells were answered both times."""
    same_scale: bool
    hidden: frozenset[str]
    """Values that are still blind in one of the two: nothing is told about them."""


def compare(old: Session, new: Session) -> Comparison:
    """Compare two sessions as they may be seen (`blind.visible`)."""
    disciplines, platforms = pairs(old.disciplines, new.disciplines), pairs(old.platforms, new.platforms)
    values = pairs(old.values, new.values)
    same_scale = old.case.scale == new.case.scale
    moves: list[Moved] = []
    compared: dict[str, int] = {}
    hidden = hidden_values(old) | hidden_values(new)
    if same_scale:
        then, now = _standing(old), _standing(new)
        for discipline, mine in disciplines.both:
            count = 0
            for value, its in values.both:
                if its.id in hidden:
                    continue
                for platform, there in platforms.both:
                    before = then.get((discipline.id, platform.id, value.id))
                    after = now.get((mine.id, there.id, its.id))
                    if before is None or after is None:
                        continue
                    count += 1
                    if before.effect != after.effect:
                        moves.append(Moved(mine, its, there, before.effect, after.effect, after.reason))
            compared[mine.id] = count
    return Comparison(old, new, disciplines, platforms, values, tuple(moves), compared, same_scale, hidden)


# In words


def comparison(old: Session, new: Session, labels: Labels) -> Document:
    """The comparison as a document."""
    writer = _Writer(compare(old, new), labels)
    title = f"{labels('compare.title')} · {new.case.title or labels('table.untitled')}"
    return Document(
        title=title,
        language=labels.language,
        sections=[Section([Heading(1, title), *writer.blocks()], landscape=False)],
        organisation=new.case.organisation,
        subject=new.case.occasion,
        footer=" · ".join(part for part in (title, new.case.organisation) if part),
        words={key: labels(f"table.{key}") for key in ("page", "replaced", "part", "skip")} | {"open": labels("conclusion.none_short")},
    )


class _Writer:
    def __init__(self, found: Comparison, labels: Labels) -> None:
        self.found = found
        self.labels = labels

    def blocks(self) -> list[Block]:
        """Part by part; a part without anything to tell is left out."""
        parts = [
            ("compare.who", self._who()), ("compare.moved", self._moved()), ("compare.conclusions", self._conclusions()),
            ("compare.decisions", self._decisions()), ("compare.thresholds", self._thresholds()), ("compare.cards", self._cards()),
            ("compare.actions", self._actions()), ("compare.accounts", self._accounts()), ("compare.figures", self._figures()),
        ]  # fmt: skip
        blocks: list[Block] = [Paragraph(self._which())]
        for key, inside in parts:
            if inside:
                blocks += [Heading(2, self.labels(key)), *inside]
        return blocks

    def _which(self) -> str:
        def told(session: Session) -> str:
            date = date_in_words(session.case.date, self.labels)
            return f"{session.case.title or self.labels('table.untitled')}{f' ({date})' if date else ''}"

        return self.labels("compare.which", old=told(self.found.old), new=told(self.found.new))

    def _head(self, *keys: str) -> list[TableCell]:
        return [TableCell(self.labels(f"compare.{key}"), header=True, strong=True) for key in keys]

    def _names(self, records: Sequence[Any], name: str = "name") -> str:
        return "; ".join(getattr(each, name) for each in records if getattr(each, name))

    def _line(self, key: str, names: str) -> list[str]:
        return [self.labels(f"compare.{key}", names=names)] if names else []

    def _who(self) -> list[Block]:
        found = self.found
        lines = []
        for key, kind in (("disciplines", found.disciplines), ("platforms", found.platforms), ("values", found.values)):
            lines += self._line(f"{key}_new", self._names(kind.new)) + self._line(f"{key}_gone", self._names(kind.gone))
        lines += self._line("absent_then", self._names([each for each in found.old.disciplines if each.absent]))
        lines += self._line("absent_now", self._names([each for each in found.new.disciplines if each.absent]))
        for before, after in found.values.both:
            if before.definition != after.definition:
                words = {"before": before.definition or "–", "after": after.definition or "–"}
                lines.append(self.labels("compare.definition", value=after.name, **words))
        return [Bullets(lines)] if lines else [Paragraph(self.labels("compare.same_table"))]

    def _moved(self) -> list[Block]:
        found, labels = self.found, self.labels
        if not found.same_scale:
            scales = {"old": labels(f"scale.{found.old.case.scale}"), "new": labels(f"scale.{found.new.case.scale}")}
            return [Paragraph(labels("compare.other_scale", **scales))]
        lines = []
        for _, discipline in found.disciplines.both:
            cells = found.compared.get(discipline.id, 0)
            moved = sum(1 for each in found.moves if each.discipline.id == discipline.id)
            if discipline.absent:
                lines.append(labels("compare.was_absent", name=discipline.name))
            elif not cells:
                lines.append(labels("compare.nothing_to_compare", name=discipline.name))
            else:
                lines.append(labels("compare.moved_in", name=discipline.name, count=moved, cells=cells))
        rows = [
            [
                TableCell(each.discipline.name, header=True, strong=True),
                TableCell(labels("table.cell", value=each.value.name, platform=each.platform.name)),
                TableCell(labels.short(each.before), symbol=each.before), TableCell(labels.short(each.after), symbol=each.after),
                TableCell(each.reason or labels("table.no_reason")),
            ]
            for each in found.moves
        ]  # fmt: skip
        head = self._head("discipline", "cell", "then", "now", "reason")
        table = [Table(head, rows, widths=(0.19, 0.23, 0.12, 0.12, 0.34))] if rows else []
        return [*([Bullets(lines)] if lines else []), *table]

    def _concluded(self) -> Iterator[tuple[str, str, str, str]]:
        """Where the group concluded otherwise: cell, then, now, text."""
        found = self.found
        cells: list[tuple[Any, Any]] = [(None, None), *found.platforms.both]
        for value, its in found.values.both:
            if {value.id, its.id} & found.hidden:
                continue
            for platform, there in cells:
                before = found.old.conclusion(value.id, platform.id if platform else "")
                after = found.new.conclusion(its.id, there.id if there else "")
                then, now = (before.effect if before else ""), (after.effect if after else "")
                if then != now:
                    where = self.labels("table.cell", value=its.name, platform=there.name if there else self.labels("csv.all"))
                    yield where, then, now, after.text if after else ""

    def _conclusions(self) -> list[Block]:
        if not self.found.same_scale:
            return []
        words = self.labels.conclusion
        rows = [
            [TableCell(where, header=True, strong=True), TableCell(words(then)), TableCell(words(now)), TableCell(text)]
            for where, then, now, text in self._concluded()
        ]
        return [Table(self._head("cell", "then", "now", "text"), rows, widths=(0.3, 0.18, 0.18, 0.34))] if rows else []

    def _decided(self) -> Iterator[tuple[str, str, str]]:
        """Per platform the decision then and now, in words; those that stayed the same too."""
        found = self.found
        matched = {after.id: before for before, after in found.platforms.both}
        for platform in to_decide(found.new):
            before = matched.get(platform.id)
            then = self._decision(found.old, before.id) if before else ""
            now = self._decision(found.new, platform.id)
            if then or now:
                yield platform.name, then, now
        for platform in found.platforms.gone:
            then = self._decision(found.old, platform.id)
            if then:
                yield platform.name, then, self.labels("compare.platform_gone")

    def _decision(self, session: Session, platform: str) -> str:
        decision = session.decision(platform)
        if decision is None:
            return ""
        words = [self.labels(f"choice.outcome.{decision.outcome}") if decision.outcome else "", decision.scope]
        for key in ("can", "want"):
            chosen = getattr(decision, key)
            words.append(f"{self.labels(f'minutes.{key}')} {self.labels(f'choice.suits.{chosen}')}" if chosen else "")
        return "; ".join(word for word in words if word)

    def _decisions(self) -> list[Block]:
        rows = [
            [
                TableCell(name, header=True, strong=True, note=self.labels("compare.unchanged" if then == now else "compare.changed")),
                TableCell(then or "–"), TableCell(now or "–"),
            ]
            for name, then, now in self._decided()
        ]  # fmt: skip
        return [Table(self._head("platform", "then", "now"), rows, widths=(0.2, 0.4, 0.4))] if rows else []

    def _limits(self) -> Iterator[tuple[str, str, str]]:
        """Every threshold of then and now: which, whether it was met, and what was noted."""
        found = self.found
        both = pairs(found.old.rows(Threshold), found.new.rows(Threshold), "rule")
        for each in [after for _, after in both.both] + both.new:
            state = self.labels(f"minutes.met_{each.met}" if each.met else "compare.not_looked_at")
            fresh = f" ({self.labels('series.new')})" if each in both.new else ""
            yield f"{found.new.platform(each.platform).name}: {each.rule}{fresh}", state, each.note
        for each in both.gone:
            yield f"{found.old.platform(each.platform).name}: {each.rule}", self.labels("series.gone"), each.note

    def _thresholds(self) -> list[Block]:
        rows = [[TableCell(what, header=True, strong=True), TableCell(state), TableCell(note)] for what, state, note in self._limits()]
        return [Table(self._head("threshold", "state", "text"), rows, widths=(0.5, 0.18, 0.32))] if rows else []

    def _carded(self) -> Iterator[tuple[str, str]]:
        """Cards that expired, are old, changed, are new or gone: title and what of it."""
        found = self.found
        on = found.new.case.date
        both = pairs(found.old.rows(Card), found.new.rows(Card), "title")
        for before, after in both.both:
            told = []
            if after.status == "achterhaald" and before.status != "achterhaald":
                told.append(self.labels("choice.status.achterhaald"))
            elif (before.status, before.text, before.meaning) != (after.status, after.text, after.meaning):
                told.append(self.labels("series.changed"))
            if on and is_old(after, on):
                told.append(self.labels("minutes.card_old"))
            if told:
                yield after.title, "; ".join(told)
        yield from ((each.title, self.labels("series.new")) for each in both.new)
        yield from ((each.title, self.labels("series.gone")) for each in both.gone)

    def _cards(self) -> list[Block]:
        """What happened to cards, each kind of it on one line with the titles."""
        kinds: dict[str, list[str]] = {}
        for title, told in self._carded():
            kinds.setdefault(told, []).append(title)
        lines = [f"{capital(told)}: {'; '.join(titles)}." for told, titles in kinds.items()]
        return [Bullets(lines)] if lines else []

    def _done(self) -> Iterator[tuple[str, str, str]]:
        """Actions: what, how it stands, and what came of it."""
        found = self.found
        both = pairs(found.old.rows(Action), found.new.rows(Action), "text")
        old = {after.id: before for before, after in both.both}
        for each in ordered_actions(found.new):
            state = self.labels("minutes.done" if each.done else "minutes.open")
            if each.id not in old:
                state = f"{state}, {self.labels('series.new')}"
            yield each.text, state, each.note
        for each in both.gone:
            state = self.labels("minutes.done") if each.done else self.labels("series.gone")
            yield each.text, state, each.note

    def _actions(self) -> list[Block]:
        rows = [[TableCell(text, header=True, strong=True), TableCell(state), TableCell(note)] for text, state, note in self._done()]
        return [Table(self._head("action", "state", "text"), rows, widths=(0.5, 0.18, 0.32))] if rows else []

    def _accounted(self) -> Iterator[tuple[str, str]]:
        found = self.found
        both = pairs(found.old.rows(Account), found.new.rows(Account))
        for before, after in both.both:
            fields = [name for name in _TOLD if getattr(before, name) != getattr(after, name)]
            if fields:
                words = ", ".join(self.labels(f"compare.field.{name}") for name in fields)
                yield after.name, self.labels("compare.account_changed", fields=words)
        yield from ((each.name, self.labels("series.new")) for each in both.new)
        yield from ((each.name, self.labels("series.gone")) for each in both.gone)

    def _accounts(self) -> list[Block]:
        return [Bullets([f"{name}: {told}" for name, told in accounts])] if (accounts := list(self._accounted())) else []

    def _measured(self) -> Iterator[tuple[str, str, str, str]]:
        """The last figure of each measure then and now, where they differ: platform, measure, then, now."""
        found = self.found
        matched = {after.id: before for before, after in found.platforms.both}
        for platform in found.new.platforms:
            then_id = matched[platform.id].id if platform.id in matched else ""
            old = {same_name(each.measure): each for each in series_of(found.old, then_id)} if then_id else {}
            for series in series_of(found.new, platform.id):
                before = old.get(same_name(series.measure))
                then = before.points[-1] if before else ("", "")
                if then != series.points[-1]:
                    yield platform.name, series.measure, self._point(then), self._point(series.points[-1])

    def _point(self, point: tuple[str, str]) -> str:
        date, number = point
        if not number:
            return "–"
        shown = in_figures(number, self.labels)
        return self.labels("trend.point", number=shown, date=date_in_words(date, self.labels)) if date else shown

    def _figures(self) -> list[Block]:
        rows = [
            [TableCell(platform, header=True, strong=True), TableCell(measure), TableCell(then), TableCell(now)]
            for platform, measure, then, now in self._measured()
        ]
        return [Table(self._head("platform", "measure", "then", "now"), rows, widths=(0.22, 0.22, 0.28, 0.28))] if rows else []

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The same for a CSV file."""
        for move in self.found.moves:
            cell = self.labels("table.cell", value=move.value.name, platform=move.platform.name)
            yield "oordeel", cell, move.discipline.name, move.before, move.after, move.reason
        for where, then, now, text in self._concluded() if self.found.same_scale else ():
            yield "conclusie", where, "", then, now, text
        for name, then, now in self._decided():
            yield "besluit", name, "", then, now, ""
        for what, state, note in self._limits():
            yield "drempel", what, "", "", state, note
        for title, told in self._carded():
            yield "kaderkaart", title, "", "", told, ""
        for text, state, note in self._done():
            yield "actie", text, "", "", state, note
        for name, told in self._accounted():
            yield "account", name, "", "", told, ""
        for platform, measure, then, now in self._measured():
            yield "cijfer", f"{platform}: {measure}", "", then, now, ""
        for discipline in self.found.new.disciplines:
            if discipline.absent:
                yield "afwezig", "", discipline.name, "", self.labels("compare.absent"), ""


def comparison_rows(old: Session, new: Session, labels: Labels) -> list[tuple[str, ...]]:
    """Header and one row for everything that differs; texts defused, levels as keys."""
    found = _Writer(compare(old, new), labels).rows()
    return [HEADER, *(tuple(defuse(cell) for cell in row) for row in found)]
