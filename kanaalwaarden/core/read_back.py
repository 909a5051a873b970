"""Reading back: what a discipline itself wrote and said, so that it can say whether it stands by it."""

from dataclasses import dataclass

from kanaalwaarden.core.blind import hidden
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import MinorityNote, Session, Stance
from kanaalwaarden.core.progress import expected


@dataclass(frozen=True, slots=True)
class OwnText:
    """One text of a discipline: what it is about, what kind of text it is, and the words."""

    where: str
    kind: str
    text: str


def own_texts(session: Session, labels: Labels, discipline: str) -> list[OwnText]:
    """Everything in the minutes that is in the name of this discipline, cell by cell and then per decision. Nothing that is still blind."""
    found: list[OwnText] = []
    for value in session.values:
        for platform in session.platforms:
            where = labels("table.cell", value=value.name, platform=platform.name)
            for number in session.rounds:
                rating = session.rating(number, discipline, platform.id, value.id)
                if rating is None or hidden(session, number, value.id) or not (rating.effect or rating.reason):
                    continue
                level = labels.word(session.case.scale, rating.effect) if rating.effect else labels.short("nog_niet")
                kind = f"{labels('table.round', number=number)}, {level}" if len(session.rounds) > 1 else level
                told = [rating.reason, labels("minutes.provided", condition=rating.condition) if rating.condition else ""]
                found.append(OwnText(where, kind, "\n".join(part for part in told if part)))
            if hidden(session, 1, value.id):
                continue
            note: MinorityNote | None = session.get(MinorityNote, (value.id, platform.id, discipline))
            if note is not None and note.text:
                found.append(OwnText(where, labels("read_back.minority"), note.text))
            for said in session.arguments(value.id, platform.id):
                if said.discipline == discipline:
                    found.append(OwnText(where, labels(f"reason_kind.{said.kind}"), said.text))
    for platform in session.platforms:
        stance: Stance | None = session.get(Stance, (platform.id, discipline))
        if stance is not None:
            word = labels(f"choice.stance.{stance.stance}") if stance.stance else labels("choice.none")
            found.append(OwnText(labels("slide.decision", platform=platform.name), word, stance.text))
    return found


def has_texts(session: Session, discipline: str) -> bool:
    """Whether a discipline gave a reason or holds a minority note: cheaper than its texts, for it stops at the first."""
    cells = [(value.id, platform.id) for value in session.values for platform in session.platforms]
    ratings = (session.rating(number, discipline, platform, value) for number in session.rounds for value, platform in cells)
    if any(rating is not None and rating.reason for rating in ratings):
        return True
    return any(session.get(MinorityNote, (value, platform, discipline)) is not None for value, platform in cells)


def read_back_progress(session: Session) -> tuple[int, int, list[str]]:
    """How many of the disciplines at the table have said that they stand by their text, of how many, and the names of the others."""
    there = expected(session)
    waiting = [each.name for each in there if session.read_back(each.id).verdict in ("", "geweigerd")]
    return len(there) - len(waiting), len(there), waiting
