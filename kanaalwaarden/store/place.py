"""Putting a file in its place: whole or not at all, never over something else, and what goes wrong told in one sentence."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.store import lock
from kanaalwaarden.store import work as working


def real(path: Path) -> Path:
    """The absolute path; of a link what it points to, because swapping would put a file in the place of the link."""
    try:
        return path.resolve() if os.path.islink(path) else path.absolute()  # noqa: PTH114 - Path's raises on a name that is too long
    except (OSError, RuntimeError) as problem:  # RuntimeError: links that go round
        why = problem if isinstance(problem, OSError) else str(problem)
        raise Refused("file_unreadable", path=str(path), why=why) from None


def refuse_existing(path: Path, overwrite: bool) -> None:
    """`Refused` when something stands here already, unless it is a file that may be overwritten."""
    with placing(path):
        if path.is_dir():
            raise Refused("file_is_folder", path=str(path))
        if not overwrite and path.exists():
            raise Refused("file_exists", path=str(path))


def place(temp: Path, target: Path, overwrite: bool) -> None:
    """Put `temp` at `target`. `Refused` when something is there that must not be overwritten."""
    if overwrite:
        working.replace(temp, target)
        return
    try:
        working.place(temp, target)
    except FileExistsError:
        raise Refused("file_exists", path=str(target)) from None


def place_free(temp: Path, near: Path, marks: Iterable[str]) -> Path:
    """Put `temp` beside `near` as 'name (mark)', with the first mark that is free; where it is now."""
    for mark in marks:
        target = near.with_name(f"{near.stem} ({mark}){near.suffix}")
        with contextlib.suppress(FileExistsError):
            working.place(temp, target)
            return target
    raise AssertionError("marks go on without end")


def refuse_held(path: Path) -> None:
    """`Refused` when somebody on another computer has open what stands here: it would be gone under them."""
    found = lock.other(path)
    if found is not None and path.exists():
        raise found.told(path)


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Tell what a disk does in one sentence. A broken rule of the schema is a bug and passes through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as problem:
        raise disk_full(problem) or Refused("write_failed", why=str(problem)) from None


@contextlib.contextmanager
def placing(target: Path) -> Iterator[None]:
    """Tell in one sentence why nothing could be written at `target`."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeEncodeError) as problem:
        why = problem if isinstance(problem, OSError) else str(problem)
        raise disk_full(problem) or Refused("file_unwritable", path=str(target), why=why) from None


def disk_full(problem: Exception) -> Refused | None:
    """That the disk is full, if that is what this means."""
    number = problem.errno if isinstance(problem, OSError) else None
    full = number in (errno.ENOSPC, errno.EDQUOT) or getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return Refused("disk_full") if full else None
