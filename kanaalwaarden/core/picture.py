"""One cell made ready to draw: screen, projector and paper draw this same object and decide nothing."""

from dataclasses import dataclass

from kanaalwaarden.core.divergence import Cell, cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, Platform, Session, Value


@dataclass(frozen=True, slots=True)
class Seat:
    """The fixed place of one discipline in every cell. `lane` counts levels in scale order; geen oordeel is the lane after the last."""

    seat: int
    code: str
    name: str
    effect: str
    lane: int | None
    alone: bool


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


def picture_of(session: Session, labels: Labels, value: Value, platform: Platform, round_: int = 1) -> CellPicture:
    """The picture of one cell as it stands in this round."""
    return picture(session, labels, cell_of(session, value, platform, round_))


def picture(session: Session, labels: Labels, cell: Cell) -> CellPicture:
    """The picture of a cell that was already worked out."""
    lanes = {level: lane for lane, level in enumerate(cell.levels)} | {NO_JUDGEMENT: len(cell.levels)}
    alone = {each.id for each in cell.alone}
    seats = tuple(
        Seat(place, each.code, each.name, rating.effect if rating else "", lanes.get(rating.effect) if rating else None, each.id in alone)
        for place, (each, rating) in enumerate(cell.ratings)
    )
    spoken = session.conclusion(cell.value.id, cell.platform.id)
    effect = spoken.effect if spoken else ""
    sentence = labels.sentence(session, cell)
    notes = [session.discipline(note.discipline) for note in session.minority_notes(cell.value.id, cell.platform.id) if note.text]
    concluded = labels("conclusion.is", word=labels.word(session.case.scale, effect)) if effect else labels("conclusion.none_sentence")
    told = [sentence, concluded]
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
    )
