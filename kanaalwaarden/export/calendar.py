"""Days as an iCalendar file (RFC 5545) for Outlook and others: all-day events without people, the same bytes for the same session."""

import datetime
import hashlib
from collections.abc import Sequence

from kanaalwaarden.core.follow_up import Day


def ics_bytes(days: Sequence[Day], title: str, stamp: str) -> bytes:
    """The days as a calendar. `title` names it and makes its ids its own; `stamp` is the ISO day of the session, '' if not known."""
    from icalendar import Calendar, Event  # wait until it is wanted

    made = Calendar()
    made.add("prodid", "-//Kanaalwaarden//NL")
    made.add("version", "2.0")
    made.add("x-wr-calname", title)
    own = hashlib.sha256(title.encode()).hexdigest()[:16]
    moment = datetime.datetime.fromisoformat(stamp if len(stamp) == 10 else "2000-01-01").replace(tzinfo=datetime.UTC)
    for day in days:
        event = Event()
        start = datetime.date.fromisoformat(day.date)
        event.add("uid", f"{day.id}.{own}@kanaalwaarden")
        event.add("dtstamp", moment)
        event.add("dtstart", start)
        event.add("dtend", start + datetime.timedelta(days=1))
        event.add("summary", day.title)
        if day.text:
            event.add("description", day.text)
        event.add("transp", "TRANSPARENT")
        if day.yearly:
            event.add("rrule", {"freq": "yearly"})
        made.add_component(event)
    return bytes(made.to_ical())
