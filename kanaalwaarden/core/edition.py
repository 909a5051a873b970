"""The public edition: the same session without what may not be published, and a list of what that was.

It is made before any format is, so that no format can forget it. The rules (docs/adr/0005):

- Names of people go out of every field that holds one, and out of every text (Woo article 5.1, AVG article 5). A discipline, and a team
  or body that the facilitator says is one, stays named as owner or decider.
- Views are published where they serve a formal decision of the executive and the discipline does not object, or where it agrees
  (Woo article 5.2, paragraphs 2 and 3). Facts and consequences are always published. What is left out leaves a mark in its place.
- A discipline of one person can be shown under a common name, or unnamed and without its texts. Its answers stay in every cell:
  whoever stands alone is still seen to stand alone.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import (
    Account,
    Action,
    AgendaItem,
    Answer,
    Argument,
    Decision,
    Discipline,
    FollowUp,
    Form,
    MinorityNote,
    OpenQuestion,
    Publication,
    Rating,
    ReadBack,
    Record,
    Risk,
    Session,
    Stance,
    Step,
    columns,
    session_of,
)  # fmt: skip
from kanaalwaarden.core.text import same_name

EDITIONS = ("internal", "public")
PEOPLE: dict[type[Any], str] = {
    Discipline: "people", Account: "manager", OpenQuestion: "owner", Risk: "owner", Action: "owner", Answer: "owner", Decision: "decider",
    FollowUp: "owner",
}  # fmt: skip
"""Which field of which record holds somebody's name."""
_LEFT_OUT = (ReadBack, Publication, AgendaItem, Step, Form)
"""What is about the conduct of the session, and in no edition for the public."""
_BETWEEN = re.compile(r"\s*(?:[,;/\n]|\ben\b|\band\b|&)\s*")
NO_TEXT = {"id", "at", "effect", "date", "kind", "number", "table_name", "key", "digest"}  # never text of people


@dataclass(slots=True)
class Withheld:
    """What the public edition leaves out."""

    names: int = 0
    """Fields that held a name."""
    in_texts: int = 0
    """Names taken out of texts."""
    views: Counter[str] = field(default_factory=Counter)
    """Views that were left out, by the name under which the discipline is shown."""
    together: int = 0
    unnamed: int = 0

    def lines(self, labels: Labels) -> list[str]:
        """The list, in words; never what it was."""
        told = [
            labels(f"edition.{key}", count=count)
            for key, count in (
                ("names", self.names), ("in_texts", self.in_texts), ("together", self.together), ("unnamed", self.unnamed),
            )
            if count
        ]  # fmt: skip
        told += [labels("edition.views", name=name, count=count) for name, count in self.views.items()]
        return [*told, labels("edition.conduct")]


def _bodies(session: Session) -> set[str]:
    """Names that are no person's, in lower case: of the disciplines, and of the teams and bodies that the facilitator named."""
    named = [line.strip() for line in session.publication.bodies.split("\n") if line.strip()]
    return {name.casefold() for each in session.disciplines for name in (each.name, each.code)} | {name.casefold() for name in named}


def people_of(session: Session) -> list[str]:
    """Every name of a person that the session knows, longest first. The name of a discipline, team or body is no person's."""
    held = persons_in(session, (getattr(each, PEOPLE[type(each)]) for each in session.records() if type(each) in PEOPLE))
    withheld = _but(_bodies(session), (line.strip() for line in session.publication.withheld.split("\n")))
    return sorted(held | withheld, key=lambda name: (-len(name), name))


def persons_in(session: Session, fields: Iterable[str]) -> set[str]:
    """The names in fields that may hold several, but for those of disciplines, teams and bodies."""
    own = _bodies(session)
    return {name for field in fields if not _only(own, field) for name in _but(own, names_in(field))}


def _but(bodies: Collection[str], names: Iterable[str]) -> set[str]:
    """These names without those of bodies, and without what is too short to be one."""
    return {name for name in names if len(name) > 1 and name.casefold() not in bodies}


def traceable(session: Session, discipline: Discipline) -> bool:
    """Whether one person speaks for a discipline, so that its name is that person's: as the session says, or by who is filled in."""
    said = session.read_back(discipline.id).persons
    return said == "een" if said else len(names_in(discipline.people)) == 1


def names_in(field: str) -> list[str]:
    """The names in a field that may hold several."""
    return [name.strip() for name in _BETWEEN.split(field) if name.strip()]


def _only(bodies: Collection[str], field: str) -> bool:
    """Whether a field that holds names holds those of teams and bodies alone, whole or one by one."""
    return field.strip().casefold() in bodies or all(name.casefold() in bodies for name in names_in(field))


def may_publish(session: Session, discipline: str) -> bool:
    """Whether the views of a discipline are in the public edition (Woo article 5.2)."""
    told = session.read_back(discipline)
    if told.shown == "weg" or told.verdict == "geweigerd" or told.consent == "nee":
        return False
    return told.consent == "ja" or session.publication.formal == "ja"


def public(session: Session, labels: Labels) -> tuple[Session, Withheld]:
    """The session as it may be published, and what was left out. `session` itself is not changed."""
    out = Withheld()
    shown = _shown(session, labels, out)
    scrub = _Scrub(session, labels, out)
    kept = [record for record in session.records() if not isinstance(record, _LEFT_OUT)]
    return session_of(scrub(_without_view(session, record, labels, shown, out)) for record in kept), out


def _shown(session: Session, labels: Labels, out: Withheld) -> dict[str, Discipline]:
    """Under which id, code, name and place each discipline stands. Those under another name come last, in an order that tells nothing."""
    shown: dict[str, Discipline] = {}
    others = []
    for each in session.disciplines:
        if session.read_back(each.id).shown:
            others.append(each)
        else:
            shown[each.id] = replace(each, position=len(shown) + 1)
    others.sort(key=lambda each: hashlib.sha256(f"{session.case.title}\0{each.id}\0{each.name}".encode()).digest())
    codes = {each.code for each in shown.values()}
    for place, each in enumerate(others, 1):
        how = session.read_back(each.id).shown
        out.together += how == "samen"
        out.unnamed += how == "weg"
        code = next(f"{letter}{place % 10}" for letter in "KLMNPQRSTVWXYZ" if f"{letter}{place % 10}" not in codes)
        codes.add(code)
        name = labels(f"edition.discipline_{how}", number=place)
        while any(same_name(name) == same_name(other.name) for other in shown.values()):
            name += " *"
        shown[each.id] = replace(each, id=f"k{place}_", code=code, name=name, position=len(shown) + 1)
    return shown


def _without_view(session: Session, record: Record, labels: Labels, shown: Mapping[str, Discipline], out: Withheld) -> Record:
    """The record without the view in it where that may not be published; with a mark in its place. Facts stay."""
    if isinstance(record, Discipline):
        return shown[record.id]
    discipline = getattr(record, "discipline", "")
    if not discipline:
        if isinstance(record, Argument) and record.kind == "zienswijze" and session.publication.formal != "ja":
            out.views[labels("talk_table.table")] += 1  # said at the table, by no discipline
            return replace(record, text=labels("edition.left_out"))
        return record
    changed: dict[str, Any] = {"discipline": shown[discipline].id}
    if not may_publish(session, discipline):
        fact = getattr(record, "reason_kind", getattr(record, "kind", "")) == "feit" and session.read_back(discipline).shown != "weg"
        texts = [name for name in ("reason", "condition", "text") if getattr(record, name, "") and not (fact and name != "condition")]
        changed |= dict.fromkeys(texts, labels("edition.left_out"))
        if texts:
            out.views[shown[discipline].name] += len(texts)
    if isinstance(record, MinorityNote | Stance | Argument | Rating):
        return replace(record, **changed)
    return record


class _Scrub:
    """Takes names out of every text."""

    def __init__(self, session: Session, labels: Labels, out: Withheld) -> None:
        self._labels, self._out = labels, out
        self._bodies = _bodies(session)
        lists = (session.disciplines, session.platforms, session.values)
        known = {word.casefold() for each in lists for record in each for word in record.name.split()}
        full = people_of(session)
        parts = {part for name in full for part in name.split() if len(part) > 3 and part[:1].isupper() and part.casefold() not in known}
        self._names = any_of([*full, *parts])
        other = [each.name for each in session.disciplines if session.read_back(each.id).shown]
        self._disciplines = any_of(other)

    def __call__(self, record: Record) -> Record:
        changed: dict[str, Any] = {}
        held = PEOPLE.get(type(record))
        own = record.name if isinstance(record, Discipline) else ""
        for name in columns(type(record)):
            text = getattr(record, name)
            if not isinstance(text, str) or not text or name in record.KEY or name in NO_TEXT:
                continue
            if name == held and not _only(self._bodies, text):
                self._out.names += 1
                changed[name] = ""
            elif text != own:
                new, count = self._names.subn(self._labels("edition.name"), text)
                new = self._disciplines.sub(self._labels("edition.discipline"), new)
                self._out.in_texts += count
                if new != text:
                    changed[name] = new
        return replace(record, **changed) if changed else record


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of these names as whole words, however they are spaced and whatever their case."""
    ordered = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    spaced = [r"\s+".join(re.escape(part) for part in name.split()) for name in ordered]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)" if spaced else r"(?!)", re.IGNORECASE)


