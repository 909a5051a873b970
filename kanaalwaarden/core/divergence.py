"""Divergence in words, from counts only. Nothing here computes one number out of several disciplines' levels.

Source of the rules: the method of the product (docs/method.md); they follow the wish that a single dissenter can
never disappear, which interquartile range, median and the RAND rule all allow.
"""

from collections import Counter
from dataclasses import dataclass

from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, Discipline, Platform, Rating, Session, Value

STATES = ("tegenpolen", "verschil", "nuance", "eensgezind", "een_stem", "niet_beoordeeld")
DIFFERING = ("tegenpolen", "verschil", "nuance")


def state_of(counts: tuple[int, ...]) -> str:
    """The divergence word (its key) for the number of disciplines on each level, in scale order.

    niet_beoordeeld: nobody has a level; een_stem: one has; eensgezind: all on one level; nuance: adjacent levels only;
    tegenpolen: both ends occur; verschil: two or more steps apart without both ends.
    """
    used = [lane for lane, count in enumerate(counts) if count]
    if not used:
        return "niet_beoordeeld"
    if sum(counts) == 1:
        return "een_stem"
    low, high = used[0], used[-1]
    if low == high:
        return "eensgezind"
    if low == 0 and high == len(counts) - 1:
        return "tegenpolen"
    if high - low >= 2:
        return "verschil"
    return "nuance"


@dataclass(frozen=True, slots=True)
class Cell:
    """What everybody answered on one value for one platform, as it stands in one round."""

    round: int
    value: Value
    platform: Platform
    levels: tuple[str, ...]
    ratings: tuple[tuple[Discipline, Rating | None], ...]
    counts: tuple[int, ...]
    state: str
    alone: tuple[Discipline, ...]
    """Every discipline that is the only one on its level, where three or more gave a level."""

    @property
    def low(self) -> int | None:
        """The first lane in use."""
        return next((lane for lane, count in enumerate(self.counts) if count), None)

    @property
    def high(self) -> int | None:
        """The last lane in use."""
        return next((lane for lane in range(len(self.counts) - 1, -1, -1) if self.counts[lane]), None)

    @property
    def without_judgement(self) -> tuple[Discipline, ...]:
        """Who answered 'geen oordeel'."""
        return tuple(each for each, rating in self.ratings if rating is not None and rating.effect == NO_JUDGEMENT)

    @property
    def ruled_out(self) -> tuple[Discipline, ...]:
        """For whom this is not up for discussion: shown apart from the levels, and always named."""
        return tuple(each for each, rating in self.ratings if rating is not None and rating.effect == RULED_OUT)

    @property
    def missing(self) -> tuple[Discipline, ...]:
        """Who has not answered yet and is not absent."""
        return tuple(each for each, rating in self.ratings if (rating is None or not rating.effect) and not each.absent)

    def on(self, level: str) -> tuple[tuple[Discipline, Rating], ...]:
        """Who gave this answer."""
        return tuple((each, rating) for each, rating in self.ratings if rating is not None and rating.effect == level)

    @property
    def dissenting(self) -> tuple[tuple[Discipline, Rating], ...]:
        """Everybody outside the largest group that gave one level; everybody where no group is the largest."""
        if self.state not in DIFFERING:
            return ()
        largest = [lane for lane, count in enumerate(self.counts) if count == max(self.counts)]
        majority = self.levels[largest[0]] if len(largest) == 1 else None
        apart = [level for level in self.levels if level != majority]
        return tuple((each, rating) for each, rating in self.ratings if rating is not None and rating.effect in apart)


def cell_of(session: Session, value: Value, platform: Platform, round_: int = 1) -> Cell:
    """The cell as it stands in this round, with its divergence."""
    return session.of_cell(value.id, platform.id, ("cell", round_), lambda: _cell(session, value, platform, round_))


def _cell(session: Session, value: Value, platform: Platform, round_: int) -> Cell:
    ratings = tuple((each, session.standing(round_, each.id, platform.id, value.id)) for each in session.disciplines)
    given = Counter(rating.effect for _, rating in ratings if rating is not None)
    counts = tuple(given[level] for level in session.levels)
    lone = {level for level, count in zip(session.levels, counts, strict=True) if count == 1 and sum(counts) >= 3}
    alone = tuple(each for each, rating in ratings if rating is not None and rating.effect in lone)
    return Cell(round_, value, platform, session.levels, ratings, counts, state_of(counts), alone)


def cells_of(session: Session, round_: int = 1) -> list[Cell]:
    """Every cell, values first, in the order of the session."""
    return [cell_of(session, value, platform, round_) for value in session.values for platform in session.platforms]


def discuss_first(session: Session, round_: int = 1) -> list[Cell]:
    """The cells in which disciplines differ, most divided first.

    Order: both ends present; then range; then the size of the smaller of the two outer camps; then the number without a
    judgement; then the fixed order of the session (a stable sort keeps it).
    """
    differing = [cell for cell in cells_of(session, round_) if cell.state in DIFFERING]

    def order(cell: Cell) -> tuple[bool, int, int, int]:
        low, high = cell.low or 0, cell.high or 0
        camp = min(cell.counts[low], cell.counts[high])
        return (cell.state != "tegenpolen", low - high, -camp, -len(cell.without_judgement))

    return sorted(differing, key=order)


def state_counts(session: Session, round_: int = 1) -> dict[str, int]:
    """How many cells are in each state."""
    found = Counter(cell.state for cell in cells_of(session, round_))
    return {state: found[state] for state in STATES}
