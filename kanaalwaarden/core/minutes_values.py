"""The chapter of the minutes that goes value by value: everybody's answer on every platform, the reasons, and what the group concluded.

Nothing of the answers is left out: whoever gave no reason stands in the table as well, with the others of the same level.
"""

from collections.abc import Collection, Sequence

from kanaalwaarden.core.blocks import Block, Box, Heading, MarkPlot, Paragraph, Table, TableCell
from kanaalwaarden.core.divergence import Cell, cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Discipline, Platform, Rating, Session, Value
from kanaalwaarden.core.picture import picture
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.core.talk_table import PARTS, heads, layer_note, moved, questions, said
from kanaalwaarden.core.text import capital
from kanaalwaarden.core.value_table import minority


def value_blocks(
    session: Session, labels: Labels, number: str, hidden: Collection[str] = (), parts: Collection[str] = ("reasons", "arguments")
) -> list[Block]:
    """Every value under a heading of its own, numbered after `number`.

    `hidden` are the values that are still blind; `parts` tells whether reasons and arguments are wanted.
    """
    blocks: list[Block] = []
    for place, value in enumerate(session.values, 1):
        blocks.append(Heading(2, f"{number}.{place} {value.name}"))
        blocks += [Paragraph(value.definition)] if value.definition else []
        blocks += [Paragraph(value.question, "question")] if value.question else []
        if value.id in hidden:
            blocks.append(Paragraph(labels("minutes.value_hidden")))
            continue
        blocks.append(_conclusion(session, labels, value))
        if not session.undivided:
            for platform in session.platforms:
                blocks += _cell(session, labels, value, platform, parts)
    return blocks


def _conclusion(session: Session, labels: Labels, value: Value) -> Box:
    spoken = session.conclusion(value.id)
    effect, text = (spoken.effect, spoken.text) if spoken else ("", "")
    word = labels.short(effect) if effect else labels("conclusion.none_short")
    return Box(labels("minutes.over_all"), effect or "geen_conclusie", word, text)


def _cell(session: Session, labels: Labels, value: Value, platform: Platform, wanted: Collection[str]) -> list[Block]:
    cell = cell_of(session, value, platform, session.rounds[-1])
    spoken = session.conclusion(value.id, platform.id)
    blocks: list[Block] = [Heading(3, platform.name), mark_plot(session, labels, cell)]
    if spoken is not None and spoken.text:
        blocks.append(Paragraph(spoken.text, lead=labels("minutes.concluded")))
    blocks += [minority(session, labels, note) for note in session.minority_notes(value.id, platform.id)]
    blocks += _answers(session, labels, cell, reasons="reasons" in wanted)
    for round_ in session.rounds[1:]:
        blocks += moved(session, labels, value, platform, round_, reasons="reasons" in wanted)
    if "arguments" not in wanted:
        return [*blocks, *questions(labels, session.questions(value.id, platform.id))]
    arguments = session.arguments(value.id, platform.id)
    blocks += [table for kind, about in PARTS for table in said(session, labels, arguments, kind, about)]
    return [*blocks, *questions(labels, session.questions(value.id, platform.id))]


def mark_plot(session: Session, labels: Labels, cell: Cell) -> MarkPlot:
    """The picture of one cell, with the words that say the same: everybody by name at the level that was chosen."""
    drawn = picture(session, labels, cell)
    sentence = labels.sentence(session, cell)
    axis = [(level, labels.short(level)) for level in cell.levels] + [(NO_JUDGEMENT, labels.short(NO_JUDGEMENT))]
    told = [f"{labels.short(effect)}: {labels.names(who)}" for effect, who in _by_level(cell).items()]
    return MarkPlot(drawn, axis, sentence, _bold(sentence, cell.alone), f"{labels.state(cell)}. {'; '.join(told) or sentence}")


def _by_level(cell: Cell) -> dict[str, list[Discipline]]:
    found: dict[str, list[Discipline]] = {level: [] for level in (*cell.levels, NO_JUDGEMENT, RULED_OUT, "nog_niet")}
    for each, rating in cell.ratings:
        found[(rating.effect if rating else "") or "nog_niet"].append(each)
    return {effect: who for effect, who in found.items() if who}


def _bold(sentence: str, alone: Sequence[Discipline]) -> list[tuple[int, int]]:
    places = sorted((sentence.find(each.name), len(each.name)) for each in alone)
    return [(start, length) for start, length in places if start >= 0]


def _answers(session: Session, labels: Labels, cell: Cell, *, reasons: bool) -> list[Block]:
    """Everybody's answer, in the order of the scale. Who gave nothing but a level stands with the others that did so."""
    rows: list[list[TableCell]] = []
    alone: list[int] = []
    given = {each.id: rating for each, rating in cell.ratings}
    if not reasons:
        return _levels_alone(labels, cell)
    for effect, who in _by_level(cell).items():
        silent = []
        for each in who:
            rating = given[each.id]
            earlier = _earlier(session, labels, each, cell)
            if rating is None or not (rating.reason or rating.condition or rating.layer or earlier or each in cell.alone):
                silent.append(each)
                continue
            if each in cell.alone:
                alone.append(len(rows))
            rows.append(_row(session, labels, each.name, rating, effect, earlier))
        if silent:
            wanted = reason_wanted(session, effect) and effect != "nog_niet"
            text = labels("talk_table.reason_missing") if wanted else "–"
            rows.append([_level(labels, effect), TableCell(labels.names(silent), strong=True), TableCell(text), TableCell("")])
    head = heads(labels, "table.judgement", "table.discipline", "table.reason", "table.sort")
    summary = labels("minutes.answers_of", value=cell.value.name, platform=cell.platform.name)
    return [Table(head, rows, widths=(0.17, 0.21, 0.48, 0.14), summary=summary, alone=alone)] if rows else []


def _levels_alone(labels: Labels, cell: Cell) -> list[Block]:
    """Everybody's answer without the reasons; whoever stands alone on a line of its own, as always."""
    rows: list[list[TableCell]] = []
    alone: list[int] = []
    for effect, who in _by_level(cell).items():
        for each in (each for each in who if each in cell.alone):
            alone.append(len(rows))
            rows.append([_level(labels, effect), TableCell(each.name, strong=True)])
        if others := [each for each in who if each not in cell.alone]:
            rows.append([_level(labels, effect), TableCell(labels.names(others))])
    head = heads(labels, "table.judgement", "table.discipline")
    summary = labels("minutes.answers_of", value=cell.value.name, platform=cell.platform.name)
    return [Table(head, rows, widths=(0.25, 0.75), summary=summary, alone=alone)] if rows else []


def _level(labels: Labels, effect: str) -> TableCell:
    return TableCell(labels.short(effect), symbol=effect, header=True)


def _row(session: Session, labels: Labels, name: str, rating: Rating, effect: str, earlier: str) -> list[TableCell]:
    missing = not rating.reason and reason_wanted(session, rating.effect)
    condition = labels("minutes.provided", condition=rating.condition) if rating.condition else ""
    notes = [condition, layer_note(labels, rating.layer), labels("talk_table.reason_missing") if missing else "", earlier]
    kind = labels(f"reason_kind.{rating.reason_kind}") if rating.reason else ""
    reason = TableCell(rating.reason or "–", note="\n".join(note for note in notes if note))
    return [_level(labels, effect), TableCell(name, strong=True), reason, TableCell(kind)]


def _earlier(session: Session, labels: Labels, discipline: Discipline, cell: Cell) -> str:
    """What the discipline answered in the rounds before the one that counts, with the reason of then."""
    now = session.standing(cell.round, discipline.id, cell.platform.id, cell.value.id)
    told = []
    for number in session.rounds:
        before = session.rating(number, discipline.id, cell.platform.id, cell.value.id)
        if before is not None and now is not None and before != now and before.round < now.round:
            answer = f"{labels('table.round', number=number)}: {labels.short(before.effect or 'nog_niet')}"
            told.append(f"{answer}. {before.reason}" if before.reason else f"{answer}.")
    return "\n".join(capital(each) for each in told)
