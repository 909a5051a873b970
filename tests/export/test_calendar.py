"""Actions and review dates leave for a calendar that reads RFC 5545; what has no day is in the CSV."""

import csv
import datetime
import io

from hypothesis import given
from icalendar import Calendar

from kanaalwaarden.core import around
from kanaalwaarden.core.follow_up import HEADER, action_rows, days, without_day
from kanaalwaarden.core.model import Action, Decision, FollowUp, Session, Threshold
from kanaalwaarden.core.weigh import ordered_actions
from kanaalwaarden.export.formats import export_bytes
from tests import samples


def session() -> Session:
    made = samples.grid(1, 2, 1, title="Sessie, <b>; =1", date="2026-03-12")
    rows = [
        {
            "text": "DPIA bijwerken; met komma, en\nregel " + "x" * 200, "owner": "privacy", "date": "2027-03-01", "platform": "p1",
            "necessity": "noodzakelijk",
        },
        {"text": "ooit", "date": "2027-03"}, {"text": "gedaan", "date": "2026-01-01", "done": True}, {"text": "=1+1"},
    ]  # fmt: skip
    made.apply(around.add_rows(made, Action, rows).edits)
    made.apply(around.fill(made, Decision, ("p1",), review="2027-12-01", sentence="Wij blijven.").edits)
    made.apply(around.add_rows(made, Threshold, [{"platform": "p2", "rule": "haat is regel", "date": "2027-06-01"}]).edits)
    made.apply(around.fill(made, FollowUp, (1,), date="2027-03-11", owner="communicatie").edits)
    return made


def ics(made: Session, language: str = "nl") -> bytes:
    return export_bytes(made, "ics", samples.labels(language), samples.prompts(language))


def test_a_calendar_that_others_can_read() -> None:
    data = ics(session())
    assert data == ics(session())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = [each for each in Calendar.from_ical(data).walk() if each.name == "VEVENT"]
    told = {str(each["summary"]).split("\n")[0]: each for each in events}
    assert list(told) == [
        "DPIA bijwerken; met komma, en", "Opnieuw wegen: platform 1", "Drempel bekijken: platform 2", "Jaarlijkse evaluatie van de kanalen",
    ]  # fmt: skip
    first = told["DPIA bijwerken; met komma, en"]
    assert first["dtstart"].dt == datetime.date(2027, 3, 1)
    assert "Eigenaar: privacy" in str(first["description"])
    assert "ATTENDEE" not in first
    assert told["Jaarlijkse evaluatie van de kanalen"]["rrule"]["FREQ"] == ["YEARLY"]
    assert len({str(each["uid"]) for each in events}) == len(events)
    assert "Weigh again" in ics(session(), "en").decode()


def test_what_has_no_day_is_told_apart() -> None:
    assert [each.text for each in without_day(session())] == ["ooit", "=1+1"]
    assert len(days(session(), samples.labels())) == 4


def test_actions_as_csv_in_order() -> None:
    rows = list(csv.reader(io.StringIO(export_bytes(session(), "actions", samples.labels(), samples.prompts()).decode()), delimiter=";"))
    assert tuple(rows[0]) == HEADER
    assert [row[0][:4] for row in rows[1:]] == ["DPIA", "ooit", "'=1+", "geda"]
    assert rows[1][2:9] == ["noodzakelijk", "", "platform 1", "", "privacy", "2027-03-01", "nee"]


@given(samples.around_sessions())
def test_any_session_makes_a_calendar_and_a_list(made: Session) -> None:
    events = [each for each in Calendar.from_ical(ics(made)).walk() if each.name == "VEVENT"]
    assert len(events) == len(days(made, samples.labels()))
    assert len(action_rows(made)) == len(ordered_actions(made)) + 1
