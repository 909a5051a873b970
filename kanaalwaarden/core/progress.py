"""How far a session is, in plain counts of what is there: never a mark for how good it is."""

from dataclasses import dataclass

from kanaalwaarden.core.blind import visible
from kanaalwaarden.core.divergence import discuss_first
from kanaalwaarden.core.model import RULED_OUT, Decision, Discipline, Platform, Session

PHASES = ("prepare", "rate", "discuss", "decide", "report")


NEEDED = ("can", "want", "outcome", "decider")
"""What a decision cannot do without; everything else may stay open."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` parts; a total of 0 is a phase that cannot begin yet."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return 0 < self.total <= self.done


def cell_count(session: Session) -> int:
    """How many cells one discipline rates."""
    return len(session.values) * len(session.platforms)


def expected(session: Session) -> list[Discipline]:
    """The disciplines that are not absent."""
    return [each for each in session.disciplines if not each.absent]


def to_prepare(session: Session) -> list[str]:
    """What a session needs before anybody can rate, and does not have yet: keys of its parts."""
    have = {
        "title": bool(session.case.title),
        "occasion": bool(session.case.occasion),
        "disciplines": len(expected(session)) > 1,
        "platforms": bool(session.platforms),
        "values": bool(session.values),
    }
    return [part for part, there in have.items() if not there]


def to_decide(session: Session) -> list[Platform]:
    """The platforms on which something is to be decided: our own channels are not."""
    return [each for each in session.platforms if each.kind != "eigen"]


def decision_lacks(decision: Decision | None) -> list[str]:
    """Which fields a decision still needs before it is one; all of `NEEDED` where there is none yet."""
    return [name for name in NEEDED if decision is None or not getattr(decision, name)]


def progress_of(session: Session) -> dict[str, Progress]:
    """Per phase: parts prepared; disciplines that answered everything; differing cells concluded; platforms decided; values concluded."""
    last = session.rounds[-1]
    cells = cell_count(session)
    who = expected(session)
    differing = discuss_first(visible(session), last)  # what is still blind must not be counted by its divergence
    concluded = sum(1 for cell in differing if (found := session.conclusion(cell.value.id, cell.platform.id)) and found.effect)
    settled = Progress(1, 1)  # nothing to do here: one published outcome, or everybody agrees
    rate = Progress(sum(1 for each in who if cells and session.answers(1, each.id) >= cells), len(who) if cells else 0)
    told_once = session.undivided
    platforms = to_decide(session)
    values = sum(1 for value in session.values if (found := session.conclusion(value.id)) and found.effect)
    return {
        "prepare": Progress(5 - len(to_prepare(session)), 5),
        "rate": settled if told_once else rate,
        "discuss": settled if told_once or (rate.complete and not differing) else Progress(concluded, len(differing)),
        "decide": Progress(sum(1 for each in platforms if not decision_lacks(session.decision(each.id))), len(platforms)),
        "report": Progress(values, len(session.values)),
    }


def reason_wanted(session: Session, effect: str) -> bool:
    """Whether this answer asks for a reason: at the ends of the scale, except 'geen', if the session says so (method, step 4)."""
    ends = {session.levels[0], session.levels[-1]} - {"geen"}
    return session.case.reason_at_ends and (effect in ends or effect == RULED_OUT)


def reasons_missing(session: Session, round_: int, discipline: str) -> int:
    """How many answers of this discipline ask for a reason and have none."""
    cells = [(platform.id, value.id) for platform in session.platforms for value in session.values]
    found = [session.rating(round_, discipline, *cell) for cell in cells]
    return sum(1 for each in found if each and not each.reason and reason_wanted(session, each.effect))
