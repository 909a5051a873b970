"""One cell made ready to draw: screen, projector and paper draw this same object and decide nothing."""

from dataclasses import dataclass

from kanaalwaarden.core.divergence import Cell, cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import OUTSIDE, Platform, RoundCell, Session, Value
from kanaalwaarden.core.talk import Move, movement


@dataclass(frozen=True, slots=True)
class Seat:
    """The fixed place of one discipline in every cell.

    `lane` counts levels in scale order; geen oordeel and onbespreekbaar share the lane after the last.
    """

    seat: int
    code: str
    name: str
    effect: str
    lane: int | None
    alone: bool
    ghost: int | None = None
    """The lane that this discipline left in the round in which the cell was last asked."""


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A cell of the value table: conclusion, divergence and everybody's mark."""

    conclusion: str
    conclusion_word: str
    divergence: str
    divergence_word: str
    levels: tuple[str, ...]
    seats: tuple[Seat, ...]
    low: int | None
    high: int | None
    named: int | None
    """The seat that shows its full name: the only one who stands alone."""
    sentence: str
    accessible: str
    round: int = 1
    """The round in which these answers were last asked."""
    asked_again: bool = False
    round_word: str = ""
    """'R2', for after the badge of a cell that was asked again."""


def picture_of(session: Session, labels: Labels, value: Value, platform: Platform, round_: int = 1) -> CellPicture:
    """The picture of one cell as it stands in this round."""
    kept = ("picture", labels, round_)
    return session.of_cell(value.id, platform.id, kept, lambda: picture(session, labels, cell_of(session, value, platform, round_)))


def picture(session: Session, labels: Labels, cell: Cell) -> CellPicture:
    """The picture of a cell that was already worked out."""
    lanes = {level: lane for lane, level in enumerate(cell.levels)} | dict.fromkeys(OUTSIDE, len(cell.levels))
    alone = {each.id for each in cell.alone}
    number = last_asked(session, cell.value.id, cell.platform.id, cell.round)
    moves = movement(session, cell.value.id, cell.platform.id, number)
    left = {each.discipline.id: lanes.get(each.before.effect) for each in moves if each.moved and each.before}
    seats = tuple(
        Seat(
            place, each.code, each.name, rating.effect if rating else "", lanes.get(rating.effect) if rating else None, each.id in alone,
            left.get(each.id),
        )
        for place, (each, rating) in enumerate(cell.ratings)
    )  # fmt: skip
    spoken = session.conclusion(cell.value.id, cell.platform.id)
    effect = spoken.effect if spoken else ""
    sentence = labels.sentence(session, cell)
    notes = [session.discipline(note.discipline) for note in session.minority_notes(cell.value.id, cell.platform.id) if note.text]
    concluded = labels("conclusion.is", word=labels.word(session.case.scale, effect)) if effect else labels("conclusion.none_sentence")
    told = [sentence, *_moves(session, labels, moves, number), concluded]
    if notes:
        told.append(labels("conclusion.minority", names=labels.names(notes)))
    word = labels.state(cell, session.case.one_voice)
    return CellPicture(
        conclusion=effect,
        conclusion_word=labels.conclusion(effect),
        divergence=cell.state,
        divergence_word=word,
        levels=cell.levels,
        seats=seats,
        low=cell.low,
        high=cell.high,
        named=next((seat.seat for seat in seats if seat.alone), None) if len(alone) == 1 else None,
        sentence=" ".join(told),
        accessible=f"{cell.value.name} × {cell.platform.name}: {word}. {' '.join(told)}",
        round=number,
        asked_again=number > 1,
        round_word=labels("move.round", number=number) if number > 1 else "",
    )


def last_asked(session: Session, value: str, platform: str, round_: int) -> int:
    """The latest round up to this one in which the cell was asked again (chosen, or answered all the same); 1 if it never was."""
    chosen = session.tables[RoundCell.TABLE]
    for number in range(round_, 1, -1):
        answered = any(session.rating(number, each.id, platform, value) for each in session.disciplines)
        if (number, value, platform) in chosen or (answered and session.asked(number, value, platform)):
            return number
    return 1


def move_sentence(session: Session, labels: Labels, move: Move) -> str:
    """'privacy ging van veel naar matig', for one who moved."""
    before, after = (each.effect if each else "" for each in (move.before, move.after))
    if not before:
        return labels("move.first", name=move.discipline.name, after=labels.short(after))
    return labels("move.moved", name=move.discipline.name, before=labels.short(before), after=labels.short(after))


def _moves(session: Session, labels: Labels, moves: list[Move], number: int) -> list[str]:
    """What happened in the round in which the cell was asked again, in one sentence; nothing before anybody answered."""
    if not any(each.after and each.after.effect for each in moves):
        return []
    moved = [move_sentence(session, labels, each) for each in moves if each.moved and each.after and each.after.effect]
    return [labels("move.in_round", number=number, moves="; ".join(moved) or labels("move.nobody"))]
