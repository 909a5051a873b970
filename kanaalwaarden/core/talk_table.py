"""What the value table says about the conversation: who ruled it out, what was said, who moved, what is to be found out.

Facts stand apart from views, and disputes about the wording of a value apart from those about the rating. Who finds something out is
a person's name: that stays in the session and is never in here.
"""

from collections.abc import Sequence

from kanaalwaarden.core.blocks import Block, Bullets, Heading, Paragraph, Table, TableCell
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import RULED_OUT, Argument, OpenQuestion, Platform, Rating, Reveal, Round, RoundCell, Session, Value
from kanaalwaarden.core.picture import last_asked
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.core.talk import Move, movement
from kanaalwaarden.core.text import capital

PARTS = (("feit", "oordeel"), ("zienswijze", "oordeel"), ("", "formulering"))
"""Three tables for each cell: facts and views on the rating, and everything on the wording."""


def moment(at: str, labels: Labels) -> str:
    """'14 november 2026 om 19:42', or what is known of it."""
    day, _, time = at.partition("T")
    return labels("talk_table.moment", date=date_in_words(day, labels), time=time[:5]) if time else date_in_words(day, labels)


def rounds_in_words(session: Session, labels: Labels) -> str:
    """For every round whether it was blind, when it was opened and revealed, and how many cells it asked again. '' without answers."""
    told = []
    for number in session.rounds:
        record: Round = session.get(Round, (number,)) or Round(number)
        if number == 1 and not session.rated and not record.opened:
            continue
        told.append(labels("talk_table.round_blind" if record.blind else "talk_table.round_open", number=number))
        if record.opened:
            told.append(labels("talk_table.opened", at=moment(record.opened, labels)))
        if record.blind:
            told += _revealed(session, labels, record)
        chosen = sum(1 for each in session.tables[RoundCell.TABLE].values() if each.round == number)
        if chosen:
            told.append(labels("talk_table.asked_again", count=chosen))
    return " ".join(told)


def _revealed(session: Session, labels: Labels, record: Round) -> list[str]:
    """When it was revealed: value by value where that went before the whole."""
    found: list[Reveal] = [each for each in session.tables[Reveal.TABLE].values() if each.round == record.number]
    place = {each.id: number for number, each in enumerate(session.values)}
    parts = [
        labels("talk_table.revealed_value", value=session.value(each.value).label, at=moment(each.at, labels))
        for each in sorted(found, key=lambda each: (each.at, place[each.value]))
    ]
    told = [labels("talk_table.revealed_values", values="; ".join(parts))] if parts else []
    if record.revealed:
        told.append(labels("talk_table.revealed", at=moment(record.revealed, labels)))
    else:
        told.append(labels("talk_table.not_revealed"))
    return told


def talk_blocks(session: Session, labels: Labels) -> list[Block]:
    """Everything about the conversation, in the order: ruled out on principle, cell by cell, conditions, reasons that are missing."""
    return [
        *ruled_out(session, labels),
        *_conversation(session, labels),
        *_conditions(session, labels),
        *reasons_missing(session, labels),
    ]


def _name(labels: Labels, value: Value, platform: Platform) -> str:
    return labels("table.cell", value=value.name, platform=platform.name)


def _cells(session: Session) -> list[tuple[Value, Platform]]:
    return [(value, platform) for value in session.values for platform in session.platforms]


def heads(labels: Labels, *keys: str) -> list[TableCell]:
    """The head of a table, by the keys of its words."""
    return [TableCell(labels(key), header=True, strong=True) for key in keys]


def _round_note(session: Session, labels: Labels, number: int) -> str:
    return labels("table.round", number=number) if len(session.rounds) > 1 else ""


def layer_note(labels: Labels, layer: str) -> str:
    """'gaat over ons eigen gedrag', or '' where that was not told apart."""
    return labels("talk_table.layer", layer=labels(f"layer.{layer}")) if layer else ""


def ruled_out(session: Session, labels: Labels) -> list[Block]:
    """Every discipline that ruled a cell out on principle, by name and with its reason, in every round in which it said so."""
    rows = []
    for value, platform in _cells(session):
        for each in session.disciplines:
            for number in session.rounds:
                rating = session.rating(number, each.id, platform.id, value.id)
                if rating is None or rating.effect != RULED_OUT:
                    continue
                row = [
                    TableCell(_name(labels, value, platform), header=True, strong=True, note=_round_note(session, labels, number)),
                    TableCell(each.name, symbol=RULED_OUT, strong=True, note=layer_note(labels, rating.layer)),
                    TableCell(rating.reason or labels("talk_table.reason_missing")),
                    TableCell(rating.condition),
                ]
                rows.append(row)
    if not rows:
        return []
    conditions = any(row[3].text for row in rows)
    keys = ["talk_table.cell", "table.discipline", "table.reason", *(["table.condition"] if conditions else [])]
    widths = (0.24, 0.18, 0.34, 0.24) if conditions else (0.24, 0.18, 0.58)
    return [
        Heading(2, labels("talk_table.ruled_out")),
        Paragraph(labels("talk_table.ruled_out_intro")),
        Table(heads(labels, *keys), rows if conditions else [row[:3] for row in rows], widths=widths),
    ]


def _conversation(session: Session, labels: Labels) -> list[Block]:
    """Cell by cell, in the order of the session: who moved, what was said, what is to be found out."""
    blocks: list[Block] = []
    for value, platform in _cells(session):
        arguments = session.arguments(value.id, platform.id)
        asked = session.questions(value.id, platform.id)
        moves = [block for number in session.rounds[1:] for block in moved(session, labels, value, platform, number)]
        if arguments or asked or moves:
            cell = cell_of(session, value, platform, session.rounds[-1])
            state = labels.state(cell)
            blocks.append(Heading(3, _name(labels, value, platform)))
            blocks.append(Paragraph(labels.sentence(session, cell), lead=capital(state)))
            blocks += moves
            blocks += [table for kind, about in PARTS for table in said(session, labels, arguments, kind, about)]
            blocks += questions(labels, asked)
    blocks += loose_questions(session, labels, level=3)
    if not blocks:
        return []
    intro = labels("talk_table.intro")
    if session.open_questions:
        intro += " " + labels("talk_table.owner_elsewhere")
    return [Heading(2, labels("talk_table.title")), Paragraph(intro), *blocks]


def moved(session: Session, labels: Labels, value: Value, platform: Platform, number: int, *, reasons: bool = True) -> list[Block]:
    """Who moved in this round, from where to where and, with `reasons`, why; who stayed; who did not answer again."""
    if last_asked(session, value.id, platform.id, number) != number:
        return []
    moves = movement(session, value.id, platform.id, number)
    told = [_moved(labels, each, reasons) for each in moves if each.moved and each.after and each.after.effect]
    stayed: dict[str, list[Move]] = {}
    for each in moves:
        if each.after and each.after.effect and not each.moved:
            stayed.setdefault(each.after.effect, []).append(each)
    told += [
        labels("talk_table.stays", count=len(who), names=labels.names([each.discipline for each in who]), level=labels.short(effect))
        for effect, who in stayed.items()
    ]
    silent = [each.discipline for each in moves if not (each.after and each.after.effect)]
    if silent:
        told.append(labels("talk_table.silent", count=len(silent), names=labels.names(silent)))
    lead = labels("table.round", number=number)
    return [Paragraph(f"{'; '.join(told)}.", lead=capital(lead))] if told else []


def _moved(labels: Labels, move: Move, reasons: bool) -> str:
    after = move.after
    assert after is not None
    before = move.before.effect if move.before else ""
    reason = after.reason.strip().rstrip(".")
    kind = "moved" if before else "first"
    told = labels(f"talk_table.{kind}", name=move.discipline.name, before=labels.short(before), after=labels.short(after.effect))
    if not reasons:
        return told
    return f"{told}, {labels('talk_table.because', reason=reason) if reason else labels('talk_table.no_because')}"


def said(session: Session, labels: Labels, arguments: Sequence[Argument], kind: str, about: str) -> list[Block]:
    """A table of what was said: facts, views, or the wording (where fact and view are told apart by a word)."""
    found = [each for each in arguments if each.about == about and (not kind or each.kind == kind)]
    if not found:
        return []
    rows = []
    for each in found:
        who = session.discipline(each.discipline).name if each.discipline else labels("talk_table.table")
        notes = [labels(f"reason_kind.{each.kind}") if not kind else "", layer_note(labels, each.layer)]
        rows.append([TableCell(who, header=True, strong=True), TableCell(each.text, note="; ".join(note for note in notes if note))])
    head = labels(f"talk_table.said.{kind or about}")
    return [Table([*heads(labels, "table.discipline"), TableCell(head, header=True, strong=True)], rows, widths=(0.2, 0.8))]


def loose_questions(session: Session, labels: Labels, level: int = 2) -> list[Block]:
    """The facts to check that belong to no cell."""
    known = {(value.id, platform.id) for value, platform in _cells(session)}
    loose = [each for each in session.open_questions if (each.value, each.platform) not in known]
    return [Heading(level, labels("talk_table.other_questions")), *questions(labels, loose)] if loose else []


def questions(labels: Labels, asked: Sequence[OpenQuestion]) -> list[Block]:
    """A table of facts to check, by when, and what was found; nothing without any. Who does it is not in it."""
    if not asked:
        return []
    rows = []
    for each in asked:
        state = labels("talk_table.found", answer=each.answer) if each.answer else labels(f"talk_table.{'done' if each.done else 'open'}")
        by = date_in_words(each.date, labels) or labels("talk_table.no_date")
        rows.append([TableCell(each.text), TableCell(by), TableCell(state)])
    return [Table(heads(labels, "talk_table.question", "talk_table.by", "talk_table.state"), rows, widths=(0.5, 0.18, 0.32))]


def _conditions(session: Session, labels: Labels) -> list[Block]:
    """The conditions of everybody who does not stand apart: those of who does, stand with its answer."""
    rows = []
    for value, platform in _cells(session):
        cell = cell_of(session, value, platform, session.rounds[-1])
        told = {each.id for each, _ in cell.dissenting} | {each.id for each in cell.ruled_out}
        for each, rating in cell.ratings:
            if rating is not None and rating.condition and each.id not in told:
                word = labels.word(session.case.scale, rating.effect)
                row = [
                    TableCell(_name(labels, value, platform), header=True, strong=True), TableCell(each.name),
                    TableCell(word, symbol=rating.effect or "nog_niet"), TableCell(rating.condition),
                ]  # fmt: skip
                rows.append(row)
    if not rows:
        return []
    keys = ("talk_table.cell", "table.discipline", "table.judgement", "table.condition")
    return [Heading(2, labels("talk_table.conditions")), Table(heads(labels, *keys), rows, widths=(0.26, 0.16, 0.18, 0.4))]


def reasons_missing(session: Session, labels: Labels) -> list[Block]:
    """Who left the reason out where it was asked for: at the ends of the scale, and for what is ruled out."""
    items = []
    for each in session.disciplines:
        cells = [
            _name(labels, value, platform)
            for value, platform in _cells(session)
            if _lacks_reason(session, session.standing(session.rounds[-1], each.id, platform.id, value.id))
        ]
        if cells:
            items.append(labels("talk_table.missing", name=each.name, cells="; ".join(cells)))
    if not items:
        return []
    return [Heading(2, labels("talk_table.missing_title")), Paragraph(labels("talk_table.missing_intro")), Bullets(items)]


def _lacks_reason(session: Session, rating: Rating | None) -> bool:
    return rating is not None and not rating.reason and reason_wanted(session, rating.effect)
