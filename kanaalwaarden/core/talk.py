"""The conversation: what to discuss and in which order, who speaks first, who moved, and two pictures that help to talk."""

from dataclasses import dataclass
from itertools import combinations

from kanaalwaarden.core.divergence import STATES, Cell, cell_of, cells_of, discuss_first, state_of
from kanaalwaarden.core.model import AgendaItem, Discipline, Rating, Session


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A cell to discuss, with what the facilitator decided about it. Minutes are planned, seconds are spent."""

    cell: Cell
    state: str
    minutes: int
    seconds: int


def agenda(session: Session, round_: int = 1) -> list[AgendaEntry]:
    """The cells that differ, most divided first, except where the facilitator gave them a place; skipped ones last.

    A cell that the facilitator put on the agenda stays on it, also when nobody differs any more.
    """
    items: dict[tuple[str | int, ...], AgendaItem] = session.tables[AgendaItem.TABLE]
    cells = discuss_first(session, round_)
    known = {(cell.value.id, cell.platform.id) for cell in cells}
    cells += [
        cell_of(session, session.value(item.value), session.platform(item.platform), round_)
        for key, item in sorted(items.items(), key=lambda each: each[1].position)
        if key not in known
    ]
    entries = []
    for place, cell in enumerate(cells):
        item = items.get((cell.value.id, cell.platform.id), AgendaItem(cell.value.id, cell.platform.id))
        entry = AgendaEntry(cell, item.state, item.minutes or session.case.item_minutes, item.seconds)
        entries.append((item.state == "overgeslagen", item.position == 0, item.position, place, entry))
    return [each[-1] for each in sorted(entries, key=lambda each: each[:-1])]


def minutes_left(entries: list[AgendaEntry]) -> int:
    """How many planned minutes the open items of an agenda still take, time already spent taken off."""
    return sum(max(0, -(-(entry.minutes * 60 - entry.seconds) // 60)) for entry in entries if entry.state == "open")


def speaking_order(cell: Cell) -> list[tuple[Discipline, Rating]]:
    """Who speaks when: the two outer levels first, the smaller camp before the larger, then the levels between, in seat order.

    Source: method, step 6 ('lowest and highest speak first'). Who ruled it out on principle speaks with the outer levels;
    who gave no judgement is not asked.
    """
    low, high = cell.low, cell.high
    apart = [(each, rating) for each, rating in cell.ratings if rating is not None and each in cell.ruled_out]
    if low is None or high is None:
        return apart
    outer = sorted({low, high}, key=lambda lane: (cell.counts[lane], -lane))
    lanes = outer + [lane for lane in range(len(cell.levels)) if lane not in outer]
    return apart + [holder for lane in lanes for holder in cell.on(cell.levels[lane])]


@dataclass(frozen=True, slots=True)
class Move:
    """What a discipline did between the round before and this one. `after` is None while it has not answered again."""

    discipline: Discipline
    before: Rating | None
    after: Rating | None

    @property
    def moved(self) -> bool:
        """Whether it answered something else."""
        return self.after is not None and bool(self.after.effect) and self.after.effect != (self.before.effect if self.before else "")


def movement(session: Session, value: str, platform: str, round_: int) -> list[Move]:
    """Who moved and who stayed on a cell in a later round; [] where the cell was not asked again."""
    if round_ < 2 or not session.asked(round_, value, platform):
        return []
    moves = []
    for each in session.disciplines:
        before = session.standing(round_ - 1, each.id, platform, value)
        after = session.rating(round_, each.id, platform, value)
        if before is not None or after is not None:
            moves.append(Move(each, before, after))
    return moves


@dataclass(frozen=True, slots=True)
class Pivot:
    """One rating that, moved one step, would change the divergence word of its cell."""

    cell: Cell
    discipline: Discipline
    level: str
    other: str
    state: str
    """The word that the cell would get."""

    @property
    def creates(self) -> bool:
        """Whether the disciplines would then be further apart."""
        return STATES.index(self.state) < STATES.index(self.cell.state)


def pivots(session: Session, round_: int = 1) -> list[Pivot]:
    """Every single rating on which the divergence of a cell hangs, in the order of the session."""
    found = []
    for cell in cells_of(session, round_):
        for discipline, rating in cell.ratings:
            if rating is None or rating.effect not in cell.levels or sum(cell.counts) < 2:
                continue
            lane = cell.levels.index(rating.effect)
            for step in (lane - 1, lane + 1):
                if 0 <= step < len(cell.levels):
                    counts = list(cell.counts)
                    counts[lane] -= 1
                    counts[step] += 1
                    state = state_of(tuple(counts))
                    if state != cell.state:
                        found.append(Pivot(cell, discipline, rating.effect, cell.levels[step], state))
    return found


@dataclass(frozen=True, slots=True)
class Pair:
    """How often two disciplines gave another level, in the cells where both gave one; no similarity is computed from it."""

    first: Discipline
    second: Discipline
    differing: tuple[Cell, ...]
    opposite: tuple[Cell, ...]
    both: int


def pairs(session: Session, round_: int = 1) -> list[Pair]:
    """Every pair of disciplines, in the order of the session."""
    cells = cells_of(session, round_)
    lanes = [{each.id: cell.levels.index(r.effect) for each, r in cell.ratings if r and r.effect in cell.levels} for cell in cells]
    found = []
    for first, second in combinations(session.disciplines, 2):
        two = {first.id, second.id}
        both = [(cell, lane[first.id], lane[second.id]) for cell, lane in zip(cells, lanes, strict=True) if two <= lane.keys()]
        differing = tuple(cell for cell, one, other in both if one != other)
        ends = {0, len(session.levels) - 1}
        opposite = tuple(cell for cell, one, other in both if {one, other} == ends)
        found.append(Pair(first, second, differing, opposite, len(both)))
    return found


