"""The practice session: an invented municipality in small, with role cards, so that a facilitator can rehearse alone in ten minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kanaalwaarden.core import intents
from kanaalwaarden.core.blind import open_blind_round
from kanaalwaarden.core.model import AgendaItem, Argument, Conclusion, Edit, Rating, Session
from kanaalwaarden.core.progress import cell_count, expected
from kanaalwaarden.core.templates import session_from_template

STEPS = ("enter", "reveal", "discuss", "round2", "conclude", "report")
"""What is practised, in order."""


@dataclass(frozen=True, slots=True)
class RoleCardText:
    """Who somebody plays: what it worries about, what it knows, and a tip for the facilitator."""

    discipline: str
    worry: str
    knows: str
    tip: str


def practice_session(data: Mapping[str, Any], language: str, at: str) -> Session:
    """The practice session in this language, its blind round 1 opened at this moment; the disciplines that are in `answers` answered.

    `data` is resources/practice/waterrijk.json: per language a template, answers by name and role cards. KeyError or `Refused` if it is
    not sound.
    """
    told = data[language]
    session = session_from_template(told["template"])
    case = replace(session.case, date=at[:10], fictional=True, organisation="", blind=True)
    session.apply([Edit(session.case, case)])
    session.apply(intents.opening(session, at))
    values, platforms, disciplines = (
        {each.name: each.id for each in listed} for listed in (session.values, session.platforms, session.disciplines)
    )
    for each in told["answers"]:
        key = (1, disciplines[each["discipline"]], platforms[each["platform"]], values[each["value"]])
        session.apply(intents.rate(session, *key, each["effect"]).edits)
        session.apply(intents.explain(session, *key, reason=each["reason"], condition=each["condition"]).edits)
    return session


def is_practice(data: Mapping[str, Any], session: Session) -> bool:
    """Whether this session was made from this data: it names it as its source."""
    return session.case.fictional and any(session.case.source == each["template"]["source"] for each in data.values())


def role_card(data: Mapping[str, Any], session: Session, discipline: str, language: str) -> RoleCardText | None:
    """The role card of a discipline of the practice session, in this language; None in any other session."""
    if not is_practice(data, session) or not any(each.id == discipline for each in session.disciplines):
        return None
    name = session.discipline(discipline).name
    for told in data.values():
        for place, card in enumerate(told["role_cards"]):
            if card["discipline"] == name:
                shown = data[language]["role_cards"][place]
                return RoleCardText(name, shown["worry"], shown["knows"], shown["tip"])
    return None


def practice_step(session: Session) -> str:
    """Which of STEPS comes next."""
    cells = cell_count(session)
    if open_blind_round(session) is not None:
        done = all(session.answers(1, each.id) >= cells for each in expected(session))
        return "reveal" if done else "enter"
    talked = session.tables[Argument.TABLE] or any(each.state == "klaar" for each in session.tables[AgendaItem.TABLE].values())
    if len(session.rounds) == 1:
        return "round2" if talked else "discuss"
    ratings: list[Rating] = list(session.tables[Rating.TABLE].values())
    if not any(each.round > 1 and each.effect for each in ratings):
        return "round2"
    concluded: list[Conclusion] = list(session.tables[Conclusion.TABLE].values())
    return "report" if any(each.effect or each.text for each in concluded) else "conclude"
