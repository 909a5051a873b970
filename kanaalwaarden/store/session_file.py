"""One session, one file: the session in memory, its working copy on this disk and the snapshot that people see.

The working copy is on disk before anything says so; the snapshot follows (`snapshot`, `close`). Only `SessionFile` changes
its `session`.
"""

import contextlib
import errno
import itertools
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import RECORDS, Change, Edit, Session, columns, key_of, session_of
from kanaalwaarden.store import work as working
from kanaalwaarden.store.log import FIRST_LABEL, History, LogError, LogRow, Step, edits_text, entry_hash, inverse, row_of, step_edits
from kanaalwaarden.store.reading import Content, check_sound, connect_frozen, read_content, read_file, reading, version_of
from kanaalwaarden.store.schema import APPLICATION_ID, VERSION, known_schema, migrate, schema_of
from kanaalwaarden.store.work import Left, Sidecar, WorkingCopy

SUFFIX = ".kanaal"
_PUT = {kind.TABLE: f"INSERT OR REPLACE INTO {kind.TABLE} VALUES ({', '.join('?' * len(columns(kind)))})" for kind in RECORDS}
_DELETE = {kind.TABLE: f"DELETE FROM {kind.TABLE} WHERE {' AND '.join(f'{name} = ?' for name in kind.KEY)}" for kind in RECORDS}
_LOG = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)"


def read_session(path: Path) -> Session:
    """The session in a file, for who only reads: no working copy, nothing locked. `Refused` when the file is not sound."""
    return read_file(path).session


def check(path: Path) -> int:
    """How many entries the log of a sound session file has. `Refused` when the file is not sound."""
    return read_file(path).history.entries


def leftovers() -> list[tuple[Path, Path]]:
    """(snapshot, working copy) of every session that a crash left; what belongs to nothing is cleared away."""
    with working.turn() as folder:
        return working.clean(folder)


class SessionFile:
    """An open session file. Made by `create` and `open`; to be closed."""

    def __init__(self, path: Path, content: Content, copy: WorkingCopy, left: Left | None, read_only: bool = False) -> None:
        self.path = path
        self.session = content.session
        self.read_only = read_only
        self.notice: Refused | None = None
        """Something that opening must tell: that a session was recovered beside this one, or that what a crash left is damaged."""
        self._history: History = content.history
        self._foreign = content.history.entries  # entries that somebody else may have written
        self._copy: WorkingCopy | None = copy
        self._left = left
        self._failed: Sequence[Edit] = ()  # the edits of a change that was refused, and may be in the working copy yet

    # Making and opening

    @staticmethod
    def create(path: Path, session: Session, at: str, *, overwrite: bool = False) -> "SessionFile":
        """A new file that starts with this session.

        `Refused` when the path exists and must not be overwritten, is open elsewhere or cannot be written; nothing is left then.
        """
        path = _real(path)
        _refuse_existing(path, overwrite)
        edits = edits_text(Edit(None, record) for record in session.records())
        first: LogRow = (1, at, "do", FIRST_LABEL, "", edits, entry_hash("", 1, at, "do", FIRST_LABEL, "", edits))
        history = History()
        history.add(first[2], first[3], first[4], first[6])
        with working.turn() as folder:
            notice: Refused | None = None
            for found in working.copies_of(folder, path):
                notice = _set_aside_leftover(path, found)
            made = SessionFile(path, Content(session, history, [first]), _filled(folder, session, [first]), None)
            made.notice = notice
            made._foreign = 0
            try:
                made._write_first(overwrite)
            except BaseException:
                made.close(snapshot=False)
                raise
        return made

    @staticmethod
    def open(path: Path, at: str) -> "SessionFile":
        """Open somebody's file, or take up again what a crash left of it.

        `Refused` when it is open elsewhere, missing, unreadable, not a session, newer, damaged or altered; the file is untouched.
        `at` is not written: opening leaves no trace.
        """
        path = _real(path)
        with working.turn() as folder:
            notice: Refused | None = None
            for found in working.copies_of(folder, path):
                taken, notice = _take_up(path, found)
                if taken is not None:
                    return taken
            content = read_file(path)
            read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK))
            copy = _filled(folder, content.session, content.log)
            try:
                left = _left_now(path, content.history.last_hash)
                if not read_only:  # without a sidecar: a crash leaves nothing to take up, because nothing changes
                    copy.note(Sidecar(path, left))
            except OSError as problem:
                copy.discard()
                raise Refused("work_folder", path=str(folder), why=problem) from None
            opened = SessionFile(path, content, copy, left, read_only)
            opened.notice = notice
            return opened

    # What there is

    @property
    def entries(self) -> int:
        """How many entries the log has."""
        return self._history.entries

    @property
    def dirty(self) -> bool:
        """Whether something is not in the snapshot yet."""
        return self._left is None or self._left.hash != self._history.last_hash

    @property
    def undo_label(self) -> str | None:
        """The label of the change that `undo` would take back."""
        return self._history.undo[-1].label if self._history.undo else None

    @property
    def redo_label(self) -> str | None:
        """The label of the change that `redo` would make again."""
        return self._history.redo[-1].label if self._history.redo else None

    # Changing

    def append(self, change: Change, at: str) -> None:
        """Write a change down and then make it true. Without edits nothing happens.

        `Refused` ('session_read_only', 'disk_full', 'write_failed') with nothing changed, on disk or in memory; ValueError
        when an edit does not start from what is there, which is a bug.
        """
        if change.edits:
            self._write("do", change.label, change.group, change.edits, at)

    def undo(self, at: str) -> tuple[Edit, ...]:
        """Take the last step back, as a new entry; the edits that did it, () when there is nothing to undo. `Refused` as `append`."""
        return self._again("undo", at)

    def redo(self, at: str) -> tuple[Edit, ...]:
        """Make the step that was undone last true again; the edits that did it, () when there is none. `Refused` as `append`."""
        return self._again("redo", at)

    def _again(self, kind: str, at: str) -> tuple[Edit, ...]:
        steps = self._history.stack(kind)
        if not steps:
            return ()
        edits = step_edits(kind, self._texts(steps[-1]))
        if steps[-1].seqs[0] <= self._foreign:
            self._check_foreign(steps[-1], edits)
        self._write(kind, steps[-1].label, "", edits, at)
        return edits

    def _texts(self, step: Step) -> list[str]:
        with _writing():  # also reading meets a broken disk
            found = self._db.execute("SELECT edits FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq", (step.seqs[0], step.seqs[-1]))
            return [text for (text,) in found.fetchall()]

    def _check_foreign(self, step: Step, edits: tuple[Edit, ...]) -> None:
        """A step that was in the file when it was opened may lead to a session that never was: look before it is written."""
        then = session_of(self.session.records())
        then.apply(edits)
        try:
            check_sound(then)
        except LogError:
            raise Refused("session_tampered", path=str(self.path), why=f"log {step.seqs[0]}") from None

    def _write(self, kind: str, label: str, group: str, edits: Sequence[Edit], at: str) -> None:
        if self.read_only:
            raise Refused("session_read_only")
        self._check_start(edits)
        text = edits_text(edits)
        seq = self._history.entries + 1
        hash_ = entry_hash(self._history.last_hash, seq, at, kind, label, group, text)
        with _writing():
            self._take_out()
            try:
                with self._db.atomic():
                    _put(self._db.execute, edits)
                    self._db.execute(_LOG, (seq, at, kind, label, group, text, hash_))
            except sqlite3.Error:
                self._failed = edits
                with contextlib.suppress(sqlite3.Error):
                    self._take_out()
                raise
        self.session.apply(edits)
        self._history.add(kind, label, group, hash_)

    def _take_out(self) -> None:
        """Take out what failed and is there all the same: the last sync of a commit is that of the emptied journal, and when only that
        one fails nothing is left to roll back with. sqlite3.Error when the disk still refuses; then it is tried before whatever is next.
        """
        if self._failed:
            with self._db.atomic():
                if self._db.execute("DELETE FROM log WHERE seq > ?", (self._history.entries,)).rowcount:
                    _put(self._db.execute, inverse(self._failed))
            self._failed = ()

    def _check_start(self, edits: Sequence[Edit]) -> None:
        """What `Session.apply` would refuse must not reach the disk; nor a record that is named twice, which the log could not tell."""
        keys = {(edit.record.TABLE, key_of(edit.record)) for edit in edits}
        if len(keys) < len(edits) or any(self.session.get(type(edit.record), key_of(edit.record)) != edit.before for edit in edits):
            raise ValueError("an edit does not start from what is there")

    # The file that people see

    def snapshot(self) -> Path:
        """Bring the file that people see up to date, closed and journal-free; its path. Nothing happens when it is already.

        `Refused`: 'disk_full' or 'file_unwritable', and the old file is as it was; 'snapshot_changed' when something else
        altered it: then it is left alone, ours is written beside it and `path` is that one from now on.
        """
        if not self.dirty:
            return self.path
        with _snapshotting(self.path):
            ours = self._left is None or not self.path.exists() or working.unchanged(self.path, self._left)
            if ours:
                self._swap_in()
                return self.path
            changed = self.path
            self._write_beside()
        raise Refused("snapshot_changed", path=str(changed), other=str(self.path))

    def save_copy(self, path: Path, overwrite: bool = False) -> None:
        """Write the session as it is now to another file; this session stays where it is. `Refused` as `create`."""
        path = _real(path)
        _refuse_existing(path, overwrite)
        if overwrite and path == self.path:
            self.snapshot()
            return
        with _snapshotting(path), self._made_copy(path) as (temp, _):
            if overwrite:
                working.replace(temp, path)
            else:
                _place(temp, path)

    def close(self, snapshot: bool = True) -> None:
        """Bring the file up to date unless told otherwise, let go of it and delete the working copy.

        `Refused` as `snapshot`; when that could not write, the session stays open and its working copy is kept.
        """
        if self._copy is None:
            return
        told: Refused | None = None
        if snapshot:
            try:
                self.snapshot()
            except Refused as problem:
                if self.dirty:
                    raise
                told = problem  # it is written, only elsewhere
        self._copy.discard()
        self._copy = None
        if told is not None:
            raise told

    def abandon(self) -> None:
        """Let go of everything as a crash would: the working copy stays and is taken up again when the file is opened."""
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    @property
    def _working(self) -> WorkingCopy:
        assert self._copy is not None, "the session file is closed"
        return self._copy

    @property
    def _db(self) -> Database:
        return self._working.db

    def _write_first(self, overwrite: bool) -> None:
        with _snapshotting(self.path):
            with self._made_copy(self.path) as (temp, left):
                self._working.note(Sidecar(self.path, left))  # first: a working copy that nothing points to is cleared away
                if overwrite:
                    working.replace(temp, self.path)
                else:
                    _place(temp, self.path)
            self._left = left

    def _swap_in(self) -> None:
        with self._made_copy(self.path) as (temp, left):
            with contextlib.suppress(OSError):
                shutil.copymode(self.path, temp)
            self._keep_older()
            working.replace(temp, self.path)
        self._settle(left)

    def _keep_older(self) -> None:
        """A file that an older program made stays beside the new one: that program cannot read ours. OSError when it cannot be kept."""
        try:
            older = version_of(self.path)
        except Refused:  # gone, or no session any more: nothing to keep
            return
        if older == VERSION:
            return
        temp = self.path.with_name(f".{self.path.stem}.versie-{older}.kanaal-tijdelijk")
        try:
            shutil.copy2(self.path, temp)
            mark = f"versie {older}"
            _place_free(temp, self.path, itertools.chain([mark], (f"{mark} {number}" for number in itertools.count(2))))
        finally:
            temp.unlink(missing_ok=True)

    def _write_beside(self) -> None:
        with self._made_copy(self.path) as (temp, left):
            self.path = _place_free(temp, self.path, (str(number) for number in itertools.count(2)))
        self._settle(left)

    def _recovered(self, near: Path) -> Path:
        marks = itertools.chain(["hersteld"], (f"hersteld {number}" for number in itertools.count(2)))
        with _snapshotting(near), self._made_copy(near) as (temp, _):
            return _place_free(temp, near, marks)

    def _settle(self, left: Left) -> None:
        self._left = left
        # Without it a crash would only mean that the snapshot is read again to see how it relates to the working copy.
        with contextlib.suppress(OSError):
            self._working.note(Sidecar(self.path, left))

    @contextlib.contextmanager
    def _made_copy(self, target: Path) -> Iterator[tuple[Path, Left]]:
        """A checked copy of the database in a hidden file beside `target`, gone afterwards unless it was moved."""
        self._take_out()
        temp = self._working.temp_beside(target)
        try:
            yield temp, _vacuum_into(self._db.conn, temp, self._history)
        finally:
            working.clear(temp)


def _vacuum_into(connection: sqlite3.Connection, temp: Path, history: History) -> Left:
    """Write the database without journal and free pages to `temp`, on disk, and read it back. OSError or sqlite3.Error."""
    working.clear(temp)
    os.close(os.open(temp, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))  # says why it cannot, which SQLite does not
    connection.execute("VACUUM INTO ?", (str(temp),))
    with contextlib.closing(connect_frozen(temp)) as copy:
        found = [copy.execute(f"PRAGMA {name}").fetchone()[0] for name in ("quick_check(1)", "application_id", "user_version")]
        found += copy.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    if found != ["ok", APPLICATION_ID, VERSION, history.entries, history.last_hash]:
        raise sqlite3.DatabaseError("the copy differs from the session")
    with temp.open("rb+") as file:
        os.fsync(file.fileno())
    size, mtime = temp.stat().st_size, temp.stat().st_mtime_ns
    return Left(size, mtime, working.sha256_of(temp), history.last_hash)


def _left_now(path: Path, last_hash: str) -> Left:
    found = path.stat()
    return Left(found.st_size, found.st_mtime_ns, working.sha256_of(path), last_hash)


def _real(path: Path) -> Path:
    """The absolute path; of a link what it points to, because swapping would put a file in the place of the link."""
    try:
        return path.resolve() if os.path.islink(path) else path.absolute()  # noqa: PTH114 - Path's raises on a name that is too long
    except (OSError, RuntimeError) as problem:  # RuntimeError: links that go round
        why = problem if isinstance(problem, OSError) else str(problem)
        raise Refused("file_unreadable", path=str(path), why=why) from None


def _refuse_existing(path: Path, overwrite: bool) -> None:
    with _snapshotting(path):
        if path.is_dir():
            raise Refused("file_is_folder", path=str(path))
        if not overwrite and path.exists():
            raise Refused("file_exists", path=str(path))


def _place(temp: Path, target: Path) -> None:
    try:
        working.place(temp, target)
    except FileExistsError:
        raise Refused("file_exists", path=str(target)) from None


def _place_free(temp: Path, near: Path, marks: Iterable[str]) -> Path:
    """Put `temp` beside `near` as 'name (mark)', with the first mark that is free; where it is now."""
    for mark in marks:
        target = near.with_name(f"{near.stem} ({mark}){near.suffix}")
        with contextlib.suppress(FileExistsError):
            working.place(temp, target)
            return target
    raise AssertionError("marks go on without end")


def _put(execute: Callable[[str, Sequence[Any]], Any], edits: Iterable[Edit]) -> None:
    for edit in edits:
        record = edit.record
        if edit.after is None:
            execute(_DELETE[record.TABLE], key_of(record))
        else:
            execute(_PUT[record.TABLE], row_of(edit.after))


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    """Tell what a disk does in one sentence. A broken rule of the schema is a bug and passes through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as problem:
        raise _disk_full(problem) or Refused("write_failed", why=str(problem)) from None


@contextlib.contextmanager
def _snapshotting(target: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeEncodeError) as problem:
        why = problem if isinstance(problem, OSError) else str(problem)
        raise _disk_full(problem) or Refused("file_unwritable", path=str(target), why=why) from None


def _disk_full(problem: Exception) -> Refused | None:
    number = problem.errno if isinstance(problem, OSError) else None
    full = number in (errno.ENOSPC, errno.EDQUOT) or getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return Refused("disk_full") if full else None


def _filled(folder: Path, session: Session, log: Sequence[LogRow]) -> WorkingCopy:
    """A new working copy with this session and log. `Refused` when the disk refuses; nothing is left then."""
    try:
        copy = WorkingCopy.make(folder)
        try:
            migrate(copy.db)
            with copy.db.atomic():
                for kind in RECORDS:
                    rows = [session.case] if kind is RECORDS[0] else session.tables[kind.TABLE].values()
                    copy.db.conn.executemany(_PUT[kind.TABLE], map(row_of, rows))
                copy.db.conn.executemany(_LOG, log)
        except BaseException:
            copy.discard()
            raise
        return copy
    except sqlite3.OperationalError as problem:
        raise _disk_full(problem) or Refused("work_folder", path=str(folder), why=str(problem)) from None


# After a crash


def _take_up(path: Path, found: Path) -> tuple[SessionFile | None, Refused | None]:
    """What becomes of a working copy that belongs to `path`: the session in it, or None with what there is to tell.

    `Refused` 'session_locked' when somebody works in it, 'session_newer' when a newer program does.
    """
    claimed = _claimed(path, found)
    if isinstance(claimed, Refused):
        return None, claimed
    copy, content, sidecar = claimed
    with contextlib.suppress(OSError):
        working.clear(copy.temp_beside(path))
    try:
        if not path.exists():
            return SessionFile(path, content, copy, None), None
        if working.unchanged(path, sidecar.left):
            return SessionFile(path, content, copy, sidecar.left), None
        snapshot = read_file(path)
    except (OSError, Refused):
        # The snapshot cannot be read or is no session any more. Ours is whole: go on with it; as the snapshot is not as we
        # left it, the next one goes beside it.
        return SessionFile(path, content, copy, Left(-1, -1, "", "")), None
    theirs, ours = snapshot.history, content.history
    if theirs.last_hash in ours.hashes:  # an older one of ours: the crash came between the swap and the note of it
        return SessionFile(path, content, copy, _left_now(path, theirs.last_hash)), None
    if ours.last_hash in theirs.hashes:  # somebody went on from where we were
        copy.discard()
        return None, None
    return None, _set_aside(path, content, copy)


def _claimed(path: Path, found: Path) -> tuple[WorkingCopy, Content, Sidecar] | Refused:
    """The working copy with its content. When it is damaged it is kept under another name: what there is to tell.

    `Refused` is raised when it is in use, or from a newer version.
    """
    sidecar = working.read_sidecar(found)
    assert sidecar is not None, "it was found by its sidecar"
    copy: WorkingCopy | None = None
    try:
        with reading(found):
            copy = WorkingCopy.claim(found)
            if copy is None:
                raise Refused("session_locked", path=str(path))
            version = copy.db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise Refused("session_newer", path=str(path), version=version)
            migrate(copy.db)
            if schema_of(copy.db.conn) != known_schema(VERSION):
                raise LogError("schema")
            return copy, read_content(copy.db.conn), sidecar
    except Refused as problem:
        if copy is not None:
            copy.close()
        if problem.key in ("session_locked", "session_newer"):
            raise
        return Refused(problem.key, **{**problem.details, "path": str(working.keep_damaged(found))})


def _set_aside(path: Path, content: Content, copy: WorkingCopy) -> Refused:
    """Save what a crash left as a file of its own beside `path` (or in the local folder) and drop the working copy; what to tell."""
    aside = SessionFile(path, content, copy, None)
    local = copy.path.parent.parent / path.name
    try:
        try:
            other = aside._recovered(path)
        except Refused:
            other = aside._recovered(local)
    except Refused:
        copy.close()
        raise
    copy.discard()
    return Refused("recovered_beside", path=str(path), other=str(other))


def _set_aside_leftover(path: Path, found: Path) -> Refused | None:
    """Before a new session takes `path`: what a crash left of the one before goes beside it. `Refused` when that one is in use."""
    claimed = _claimed(path, found)
    if isinstance(claimed, Refused):
        return claimed
    copy, content, _ = claimed
    return _set_aside(path, content, copy)
