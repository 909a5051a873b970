"""Guideline cards: which are old, and the ones to start from."""

import datetime
from typing import Any

from kanaalwaarden.core.model import Card, Session
from kanaalwaarden.core.text import same_name

_TEXTS = ("title", "maker", "text", "meaning")


def is_old(card: Card, on: str) -> bool:
    """Whether more than a year lies between `on` (an ISO day) and the day on which the card was last dated or checked."""
    known = max(card.date, card.checked)
    last, now = _day(known, last=True), _day(on[:10], last=False)
    if last is None or now is None:
        return False
    try:
        limit = last.replace(year=last.year + 1)
    except ValueError:  # 29 February
        limit = last.replace(year=last.year + 1, day=28)
    return now > limit


def _day(iso: str, *, last: bool) -> datetime.date | None:
    """The day of an ISO date; of a month or a year alone its first day, or its `last`. None for what is no date."""
    try:
        year, month, day = (int(each) for each in [*iso.split("-"), "0", "0"][:3])
        if day or not last:
            return datetime.date(year, month or 1, day or 1)
        following = datetime.date(year + (month in (0, 12)), (month or 12) % 12 + 1, 1)
        return following - datetime.timedelta(days=1)
    except ValueError:
        return None


def starter_cards(data: Any, session: Session, language: str) -> list[dict[str, Any]]:
    """The shipped cards as rows to add: texts in one language, the platform as its id where the session has it, else none."""
    platforms = {same_name(each.name): each.id for each in session.platforms}
    rows = []
    for card in data["cards"]:
        row = {key: card[key] for key in ("id", "kind", "date", "checked", "source", "status", "outcome") if card.get(key)}
        row |= {key: card[key][language] for key in _TEXTS if card.get(key)}
        row["platform"] = platforms.get(same_name(card.get("platform", "")), "")
        rows.append(row)
    return rows
