"""Dates as people write them, kept as ISO 8601 and shown in words."""

import datetime
import re

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("januari", "jan", "january"), ("februari", "feb", "february"), ("maart", "mrt", "march", "mar"),
            ("april", "apr"), ("mei", "may"),
            ("juni", "jun", "june"), ("juli", "jul", "july"), ("augustus", "aug", "august"), ("september", "sep", "sept"),
            ("oktober", "okt", "october", "oct"), ("november", "nov"), ("december", "dec"),
        ],
        1,
    )
    for name in names
}  # fmt: skip


def iso_date(given: str) -> str:
    """'YYYY-MM-DD', 'YYYY-MM', 'YYYY' or '' for what was typed ('14-11-2026', '14 november 2026', '2026'). `Refused` for anything else."""
    typed = given.strip().lower().replace(".", "-").replace("/", "-")
    if not typed or re.fullmatch(r"[12]\d{3}", typed):
        return typed
    patterns = (
        (r"(?P<y>[12]\d{3})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?", False),
        (r"(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>[12]\d{3})", False),
        (r"(?:(?P<d>\d{1,2})[ -]+)?(?P<m>[a-z]+)[ -]+(?P<y>[12]\d{3})", True),
    )
    for pattern, named in patterns:
        found = re.fullmatch(pattern, typed)
        if not found:
            continue
        month = _MONTHS.get(found["m"], 0) if named else int(found["m"])
        try:
            day = datetime.date(int(found["y"]), month, int(found["d"] or 1))
        except ValueError:
            break
        return day.isoformat() if found["d"] else day.isoformat()[:7]
    raise Refused("date_wrong", date=given.strip()[:40])


def date_in_words(iso: str, labels: Labels) -> str:
    """'14 november 2026', 'november 2026', '2026' or '' for a date as kept."""
    found = re.match(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T|$)", iso)
    if not found:
        return iso  # a year, nothing, or a moment that came from a file and is no date
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{labels(f'month.{int(found[2])}')} {found[1]}"
