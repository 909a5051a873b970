"""What may be seen while a round is blind: progress, and never what somebody answered.

Everything that shows or exports works on `visible(session)`; only the entry grid of one discipline works on the session itself.
"""

from dataclasses import dataclass

from kanaalwaarden.core.model import (
    Argument,
    Conclusion,
    Discipline,
    Edit,
    MinorityNote,
    Rating,
    Reveal,
    Round,
    Session,
    Stance,
    session_of,
)

_SPOKEN = (Conclusion, MinorityNote, Argument)
"""What was already said on a value would tell what is still hidden; it comes back with the reveal."""


@dataclass(frozen=True, slots=True)
class BlindProgress:
    """How far one discipline is in a blind round: the only thing about it that may be known."""

    discipline: Discipline
    answered: int
    total: int

    @property
    def ready(self) -> bool:
        """Whether it has answered everything."""
        return 0 < self.total <= self.answered


def open_blind_round(session: Session) -> int | None:
    """The number of the blind round that is not revealed as a whole, or None."""
    found: list[Round] = [each for each in session.tables[Round.TABLE].values() if each.blind and not each.revealed]
    return max((each.number for each in found), default=None)


def hidden(session: Session, round_: int, value: str) -> bool:
    """Whether the answers of this round on this value may not be seen yet."""
    record: Round | None = session.get(Round, (round_,))
    return record is not None and record.blind and not record.revealed and session.get(Reveal, (round_, value)) is None


def hidden_values(session: Session) -> frozenset[str]:
    """The values of which answers are hidden now."""
    number = open_blind_round(session)
    return frozenset(each.id for each in session.values if number is not None and hidden(session, number, each.id))


def visible(session: Session) -> Session:
    """The session without what is hidden: the same object where nothing is."""
    if open_blind_round(session) is None:
        return session
    blind = hidden_values(session)
    answers = [each for each in session.tables[Rating.TABLE].values() if hidden(session, each.round, each.value)]
    spoken = [each for kind in _SPOKEN for each in session.tables[kind.TABLE].values() if each.value in blind]
    spoken += session.tables[Stance.TABLE].values()  # who is for or against says as much, whatever the value
    shown = session_of(session.records())
    shown.apply(Edit(each, None) for each in [*answers, *spoken])
    return shown


def answered(session: Session, round_: int, value: str, platform: str) -> tuple[bool, ...]:
    """Per seat whether that discipline answered the cell."""
    found = (session.rating(round_, each.id, platform, value) for each in session.disciplines)
    return tuple(rating is not None and bool(rating.effect) for rating in found)


def blind_progress(session: Session) -> list[BlindProgress]:
    """How far every discipline that is not absent is in the open blind round; [] where none is open."""
    number = open_blind_round(session)
    if number is None:
        return []
    total = len(session.values) * len(session.platforms)
    return [BlindProgress(each, session.answers(number, each.id), total) for each in session.disciplines if not each.absent]
