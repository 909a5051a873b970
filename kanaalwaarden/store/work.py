"""Working copies: the live databases, in the user's local data folder.

Each is locked by the window that works in it, and has a sidecar that names its snapshot: the file that people see. What is
still here and not locked was left by a crash, and has everything.
"""

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.store.schema import database

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".kanaalwerk"
_TURN_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Left:
    """A snapshot as we last left it."""

    size: int
    mtime_ns: int
    sha256: str
    hash: str
    """The hash of the last log entry in it."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is written beside a working copy: which snapshot it belongs to, and how that was left."""

    snapshot: Path
    left: Left


def work_folder() -> Path:
    """The folder with working copies, made if needed and closed to other users. `Refused` when that cannot be."""
    folder = paths.local_data() / "work"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused("work_folder", path=str(folder), why=problem) from None
    return folder


@contextlib.contextmanager
def turn() -> Iterator[Path]:
    """One process at a time looks for, makes and clears working copies; yields their folder.

    A lock of SQLite's, because it goes by itself when its holder dies. Not to be nested.
    """
    folder = work_folder()
    with contextlib.ExitStack() as stack:
        try:
            connection = sqlite3.connect(folder / "turn.lock", timeout=_TURN_SECONDS, isolation_level=None)
            stack.callback(connection.close)
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as problem:
            raise Refused("work_folder", path=str(folder), why=str(problem)) from None
        yield folder


class WorkingCopy:
    """One working copy that is ours: locked until `close` or `discard`."""

    def __init__(self, path: Path, db: "Database") -> None:
        self.path = path
        self.db = db

    @staticmethod
    def make(folder: Path) -> "WorkingCopy":
        """An empty one. sqlite3.Error when the disk refuses."""
        made = WorkingCopy.claim(folder / f"{secrets.token_hex(8)}{SUFFIX}")
        assert made is not None, "nobody else knows its name yet"
        return made

    @staticmethod
    def claim(path: Path) -> "WorkingCopy | None":
        """The working copy at `path`, locked by us from now on; None when somebody works in it. sqlite3.Error when it is no database."""
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            # Why these: 3,000 simulated power cuts lost nothing acknowledged (ecosystem.md 4.2); secure_delete leaves no removed names.
            for setting in ("locking_mode = EXCLUSIVE", "trusted_schema = OFF", "secure_delete = ON", "synchronous = FULL"):
                connection.execute(f"PRAGMA {setting}").close()
            connection.execute("BEGIN EXCLUSIVE")  # takes the lock at once; locking_mode keeps it after the commit
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = TRUNCATE").close()
            return WorkingCopy(path, database(connection))
        except sqlite3.Error as problem:
            connection.close()
            if getattr(problem, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return None
            raise
        except BaseException:
            connection.close()
            raise

    def note(self, sidecar: Sidecar) -> None:
        """Write the sidecar. OSError when the disk refuses."""
        plain = {"snapshot": str(sidecar.snapshot), **asdict(sidecar.left)}
        temp = self.path.with_suffix(".json.new")
        with temp.open("w", encoding="utf-8", errors="surrogateescape") as file:
            json.dump(plain, file)
            file.flush()
            os.fsync(file.fileno())
        replace(temp, sidecar_path(self.path))

    def temp_beside(self, snapshot: Path) -> Path:
        """The hidden file in which the next version of this snapshot is made: always the same, so that a crash leaves one at most."""
        return snapshot.with_name(f".{self.path.stem}.kanaal-tijdelijk")

    def close(self) -> None:
        """Let go of it; it stays where it is."""
        self.db.close()

    def discard(self) -> None:
        """Close and delete it. What cannot be deleted now is cleaned later: it has no sidecar, or belongs to what is in its snapshot."""
        self.close()
        remove(self.path)


def sidecar_path(work: Path) -> Path:
    """Where the sidecar of a working copy is."""
    return work.with_suffix(".json")


def read_sidecar(work: Path) -> Sidecar | None:
    """The sidecar of a working copy; None when there is none or it cannot be read."""
    try:
        plain: Any = json.loads(sidecar_path(work).read_text(encoding="utf-8", errors="surrogateescape"))
        left = Left(int(plain["size"]), int(plain["mtime_ns"]), str(plain["sha256"]), str(plain["hash"]))
        return Sidecar(Path(plain["snapshot"]), left)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _in(folder: Path, *endings: str) -> list[Path]:
    """The files whose names end so. `Refused` when the folder cannot be read: what a crash left must not seem to be gone."""
    try:
        return sorted(each for each in folder.iterdir() if each.name.endswith(endings))
    except OSError as problem:
        raise Refused("work_folder", path=str(folder), why=problem) from None


def copies_of(folder: Path, snapshot: Path) -> list[Path]:
    """The working copies that belong to this snapshot, locked or not."""
    found = []
    for work in _in(folder, SUFFIX):
        sidecar = read_sidecar(work)
        if sidecar is not None and _same_file(sidecar.snapshot, snapshot):
            found.append(work)
    return found


def _same_file(one: Path, other: Path) -> bool:
    if os.path.normcase(one) == os.path.normcase(other):
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def in_use(work: Path) -> bool:
    """Whether somebody works in this copy now."""
    try:
        copy = WorkingCopy.claim(work)
    except sqlite3.Error:
        return False
    if copy is not None:
        copy.close()
    return copy is None


def remove(work: Path) -> None:
    """Delete a working copy and what stands beside it, as far as the system lets us; the copy itself goes first."""
    for each in (work, work.with_name(work.name + "-journal"), sidecar_path(work), work.with_suffix(".json.new")):
        with contextlib.suppress(OSError):
            each.unlink()


def clear(temp: Path) -> None:
    """Delete a file that SQLite was writing, and the journal that it may have left when it could not go on. OSError when it cannot be."""
    for each in (temp, temp.with_name(temp.name + "-journal")):
        each.unlink(missing_ok=True)


def keep_damaged(work: Path) -> Path:
    """Move a working copy that cannot be read out of the way, so that its session can be opened; where it is kept."""
    kept = work.with_suffix(".beschadigd")
    try:
        work.replace(kept)
    except OSError:
        return work
    remove(work)
    return kept


def clean(folder: Path) -> list[tuple[Path, Path]]:
    """Delete what nothing points to any more; (snapshot, working copy) of what a crash left. Only within a `turn`."""
    found: list[tuple[Path, Path]] = []
    for work in _in(folder, SUFFIX):
        try:
            copy = WorkingCopy.claim(work)
        except sqlite3.Error:
            continue  # damaged: opening its snapshot will tell
        if copy is None:
            continue
        copy.close()
        if not sidecar_path(work).exists():
            remove(work)  # made and never finished: nothing in it was acknowledged
            continue
        sidecar = read_sidecar(work)
        if sidecar is None:
            continue  # unreadable, so nobody knows whose it is: better kept than lost
        with contextlib.suppress(OSError):
            clear(copy.temp_beside(sidecar.snapshot))
        found.append((sidecar.snapshot, work))
    for stray in _in(folder, ".json", ".json.new", f"{SUFFIX}-journal"):
        if not (folder / f"{stray.name.split('.')[0]}{SUFFIX}").exists():
            with contextlib.suppress(OSError):
                stray.unlink()
    return found


def sha256_of(path: Path) -> str:
    """The sha256 of a file. OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unchanged(snapshot: Path, left: Left) -> bool:
    """Whether the snapshot is as we left it: by size and time, and by content when the time differs. OSError when it cannot be read."""
    found = snapshot.stat()
    if (found.st_size, found.st_mtime_ns) == (left.size, left.mtime_ns):
        return True
    return found.st_size == left.size and sha256_of(snapshot) == left.sha256


def replace(temp: Path, target: Path) -> None:
    """Put `temp` in the place of `target`, also after a power cut. OSError when that fails.

    On Windows a sync client or virus scanner may hold the target for a moment: tried five times.
    """
    for wait in (0.05, 0.1, 0.2, 0.4, None):
        try:
            temp.replace(target)
            break
        except PermissionError:
            if wait is None or os.name != "nt":
                raise
            time.sleep(wait)
    paths.sync_folder(target.parent)


def place(temp: Path, target: Path) -> None:
    """Put `temp` at `target` where nothing is yet; FileExistsError when something is. Never overwrites, not even in a race."""
    try:
        os.link(temp, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: claim the name with an empty file
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            replace(temp, target)
        except BaseException:
            target.unlink()
            raise
        return
    temp.unlink()
    paths.sync_folder(target.parent)
