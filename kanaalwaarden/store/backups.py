"""Earlier versions of a session file, kept by themselves on this computer, and gone by themselves.

A copy of the snapshot is kept when a session is opened and closed and every ten minutes in which something changed. The last twelve stay,
of the days before that the last one of each day, for thirty days; the very last one stays a year, because a session is looked at again
after one. They are in a folder for each session, found by the first link of its log: that stays the same where the file is moved or named
anew. After Anki's automatic backups.
"""

import contextlib
import datetime
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kanaalwaarden import paths
from kanaalwaarden.store.log import History
from kanaalwaarden.store.plain import replace_own
from kanaalwaarden.store.presets import presets_in_use

EVERY = datetime.timedelta(minutes=10)
LAST = 12
DAYS = datetime.timedelta(days=30)
LONGEST = datetime.timedelta(days=366)
_NAME = re.compile(r"(\d{8}T\d{12})Z-([0-9a-f]{12})\.kanaal")


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier version."""

    path: Path
    at: datetime.datetime
    """When it was kept (UTC)."""
    mark: str
    """The first characters of the hash of its last log entry."""


def folder() -> Path:
    """Where they all are."""
    return paths.local_data() / "eerder"


def _of_session(history: History) -> Path:
    return folder() / history.hashes[0][:16]


def _in(place: Path) -> list[Backup]:
    """The backups in a folder of one session, the last one first."""
    found = []
    with contextlib.suppress(OSError):
        for each in place.iterdir():
            named = _NAME.fullmatch(each.name)
            if named:
                at = datetime.datetime.strptime(named[1], "%Y%m%dT%H%M%S%f").replace(tzinfo=datetime.UTC)
                found.append(Backup(each, at, named[2]))
    return sorted(found, key=lambda each: (each.at, each.path.name), reverse=True)


def keep(snapshot: Path, history: History, *, now: datetime.datetime, always: bool) -> None:
    """Keep a copy of this snapshot, unless the last backup is the same, or (unless `always`) not ten minutes old.

    What cannot be kept is passed over: a backup must never be in the way of the session itself.
    """
    if snapshot.parent == paths.practice():
        return
    place = _of_session(history)
    with contextlib.suppress(OSError, ValueError):
        there = _in(place)
        mark = history.last_hash[:12]
        if there and (there[0].mark == mark or not (always or abs(now - there[0].at) >= EVERY)):  # abs: a clock can be put back
            return
        if "earlier" in presets_in_use()[0].off:
            return
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        temp = place / "nieuw"
        shutil.copyfile(snapshot, temp)
        with temp.open("rb+") as file:
            os.fsync(file.fileno())
        temp.replace(place / f"{now:%Y%m%dT%H%M%S%f}Z-{mark}.kanaal")
        replace_own(place / "waar.json", json.dumps({"path": str(snapshot)}).encode())
        _let_go(place, now)


def _let_go(place: Path, now: datetime.datetime) -> None:
    """Delete what need not stay any more."""
    days: set[datetime.date] = set()
    there = _in(place)
    for number, each in enumerate(there):
        age, day = now - each.at, each.at.date()
        stays = age < LONGEST if number == 0 else age < DAYS and (number < LAST or day not in days)
        days.add(day)
        if not stays:
            each.path.unlink()
    if there and not _in(place):
        shutil.rmtree(place)


def clean(now: datetime.datetime) -> None:
    """Delete what need not stay any more, of every session: also of those that nobody opens again."""
    with contextlib.suppress(OSError):
        for place in folder().iterdir():
            with contextlib.suppress(OSError):
                _let_go(place, now)


def forget(history: History) -> None:
    """Delete every backup of this session. OSError when one cannot be deleted."""
    place = _of_session(history)
    if place.exists():
        shutil.rmtree(place)


def earlier(snapshot: Path) -> list[Backup]:
    """The backups of the session that was last seen at this path, the last one first. The file itself need not be there any more."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for place in folder().iterdir():
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                where = json.loads((place / "waar.json").read_bytes())["path"]
                if os.path.normcase(where) == os.path.normcase(str(snapshot)):
                    found += _in(place)
    return sorted(found, key=lambda each: each.at, reverse=True)
