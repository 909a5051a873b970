"""What follows: the actions as rows for a CSV file, and every day that belongs in a calendar."""

from dataclasses import dataclass

from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Action, Session, Threshold
from kanaalwaarden.core.text import defuse
from kanaalwaarden.core.weigh import ordered_actions

HEADER = ("actie", "soort", "noodzaak", "belang", "platform", "waarde", "eigenaar", "datum", "klaar", "uitkomst")


def action_rows(session: Session) -> list[tuple[str, ...]]:
    """Header and one row per action, what is necessary first; texts defused for spreadsheets. Choices are keys, dates ISO."""
    rows: list[tuple[str, ...]] = [HEADER]
    for each in ordered_actions(session):
        platform = session.platform(each.platform).name if each.platform else ""
        value = session.value(each.value).name if each.value else ""
        done = "ja" if each.done else "nee"
        cells = (each.text, each.kind, each.necessity, each.importance, platform, value, each.owner, each.date, done, each.note)
        rows.append(tuple(defuse(cell) for cell in cells))
    return rows


@dataclass(frozen=True, slots=True)
class Day:
    """One day for a calendar. `id` is the same every time; `yearly` comes back each year."""

    id: str
    date: str
    title: str
    text: str
    yearly: bool = False


def days(session: Session, labels: Labels) -> list[Day]:
    """Open actions, days on which decisions are weighed again and thresholds looked at, and the yearly evaluation.

    Only what has a whole date: a month alone is no day. See `without_day`.
    """
    found = []
    for action in ordered_actions(session):
        if not action.done and _whole(action.date):
            platform = session.platform(action.platform).name if action.platform else ""
            words = [labels("calendar.owner", owner=action.owner) if action.owner else "", platform, action.note]
            found.append(Day(f"action-{action.id}", action.date, action.text, "\n".join(word for word in words if word)))
    for platform_ in session.platforms:
        decision = session.decision(platform_.id)
        if decision is not None and _whole(decision.review):
            title = labels("calendar.review", platform=platform_.name)
            found.append(Day(f"review-{platform_.id}", decision.review, title, decision.sentence))
    for threshold in session.rows(Threshold):
        if not threshold.met and _whole(threshold.date):
            title = labels("calendar.threshold", platform=session.platform(threshold.platform).name)
            text = "\n".join(part for part in (threshold.rule, threshold.sign) if part)
            found.append(Day(f"threshold-{threshold.id}", threshold.date, title, text))
    follow = session.follow_up
    if _whole(follow.date):
        found.append(Day("evaluation", follow.date, labels("calendar.evaluation"), follow.owner, yearly=True))
    return found


def without_day(session: Session) -> list[Action]:
    """Open actions that are in no calendar, because they have no day."""
    return [each for each in ordered_actions(session) if not each.done and not _whole(each.date)]


def _whole(date: str) -> bool:
    return len(date) == 10
