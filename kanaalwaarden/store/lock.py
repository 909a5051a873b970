"""The file beside a snapshot that says who has it open, for whoever opens it from another computer.

Our own locks are on the local disk, and a lock on a network share or in a synchronised folder cannot be trusted (ecosystem.md 4.4).
So this only tells; what holds is that a snapshot which changed underneath is never overwritten. After LibreOffice's '.~lock' files.
"""

import contextlib
import getpass
import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.text import clean_name

_LARGEST = 2_000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a session open, on which computer, and since when (ISO 8601)."""

    who: str
    where: str
    since: str

    @property
    def is_us(self) -> bool:
        """Whether that is this user on this computer: then our own locks know whether it is still so, or was left by a crash."""
        here = us("")
        return (self.who, self.where) == (here.who, here.where)

    def told(self, path: Path) -> Refused:
        """What there is to tell of it."""
        day, clock = self.since[:10], self.since[11:16]
        since = f"{'-'.join(reversed(day.split('-')))} {clock}".strip()
        key = "session_locked" if self.is_us else "session_held"
        return Refused(key, path=path.name, who=self.who or "?", where=self.where or "?", since=since or "?")


def us(since: str) -> Holder:
    """This user on this computer."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that gives its users no name
        who = ""
    return Holder(who, platform.node(), since)


def lock_path(snapshot: Path) -> Path:
    """Where the lock of a snapshot is."""
    return snapshot.with_name(f".~lock.{snapshot.name}#")


def holder(snapshot: Path) -> Holder | None:
    """Who says to have this snapshot open; None when nobody does, or nothing can be read of it."""
    try:
        with lock_path(snapshot).open("rb") as file:
            plain = json.loads(file.read(_LARGEST))
        return Holder(*(clean_name(str(plain[name])) for name in ("who", "where", "since")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Refused):
        return None


def other(snapshot: Path) -> Holder | None:
    """Who else says to have it open."""
    found = holder(snapshot)
    return None if found is None or found.is_us else found


def take(snapshot: Path, since: str) -> None:
    """Say that we have it. Where nothing can be written, nothing is said."""
    with contextlib.suppress(OSError, UnicodeEncodeError):
        # In place, not swapped: a synchronised folder would make a second file of it.
        lock_path(snapshot).write_text(json.dumps(asdict(us(since))), encoding="utf-8")


def let_go(snapshot: Path) -> None:
    """Say no longer that we have it; what somebody else says stays."""
    found = holder(snapshot)
    if found is not None and found.is_us:
        with contextlib.suppress(OSError):
            lock_path(snapshot).unlink()
