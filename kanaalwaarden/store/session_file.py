"""One session, one file: the session in memory, its working copy on this disk and the snapshot that people see.

The working copy is on disk before anything says so; the snapshot follows (`snapshot`, `close`). Only `SessionFile` changes
its `session`.
"""

import contextlib
import datetime
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanaalwaarden.core.edition import PEOPLE, persons_in
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.forget import Names
from kanaalwaarden.core.intents import FORGET
from kanaalwaarden.core.model import RECORDS, Change, Edit, Session, columns, key_of, session_of
from kanaalwaarden.store import backups, lock
from kanaalwaarden.store import work as working
from kanaalwaarden.store.log import (
    FIRST_LABEL,
    History,
    LogError,
    LogRow,
    Step,
    edits_of,
    edits_text,
    entry_hash,
    fold,
    inverse,
    record_of,
    row_of,
    step_edits,
)
from kanaalwaarden.store.place import disk_full, place, place_free, placing, real, refuse_existing, refuse_held, writing
from kanaalwaarden.store.plain import without_collector
from kanaalwaarden.store.reading import Content, check_sound, connect_frozen, read_content, read_file, reading, version_of
from kanaalwaarden.store.schema import APPLICATION_ID, VERSION, known_schema, migrate, schema_of
from kanaalwaarden.store.work import Left, Sidecar, WorkingCopy

if TYPE_CHECKING:
    from sqlite_utils import Database

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
    """(snapshot, working copy) of every session that a crash left; what belongs to nothing, or was kept long enough, is cleared away."""
    with working.turn() as folder:
        backups.clean(_moment())
        return working.clean(folder)


def held_by(path: Path) -> Refused | None:
    """Who has the session open, in words; None when it could be opened to work in."""
    path = real(path)
    found = lock.other(path)
    if found is None:
        with working.turn() as folder:
            used = any(working.in_use(each) for each in working.copies_of(folder, path))
        found = (lock.holder(path) or lock.us("")) if used else None
    return found.told(path) if found else None


class SessionFile:
    """An open session file. Made by `create` and `open`; to be closed."""

    def __init__(self, path: Path, content: Content, copy: WorkingCopy, left: Left | None, read_only: bool = False) -> None:
        self.path = path
        self.session = content.session
        self.read_only = read_only
        self.notice: Refused | None = None
        """Something that opening must tell: that a session was recovered beside this one, or that what a crash left is damaged."""
        self.held: Refused | None = None
        """Who has it open, where it is read-only because of that."""
        self._since = ""
        self._history: History = content.history
        self._foreign = content.history.entries  # entries that somebody else may have written
        self._copy: WorkingCopy | None = copy
        self._left = left
        self._failed: Sequence[Edit] = ()  # the edits of a change that was refused, and may be in the working copy yet

    # Making and opening

    @staticmethod
    @without_collector()
    def create(path: Path, session: Session, at: str, *, overwrite: bool = False) -> "SessionFile":
        """A new file that starts with this session.

        `Refused` when the path exists and must not be overwritten, is open elsewhere or cannot be written; nothing is left then.
        """
        path = real(path)
        refuse_existing(path, overwrite)
        refuse_held(path)
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
            made._say_held(at)
        return made

    @staticmethod
    @without_collector()
    def open(path: Path, at: str, *, take_over: bool = False) -> "SessionFile":
        """Open somebody's file, or take up again what a crash left of it.

        Read-only (`held` says by whom) when somebody has it open; with `take_over` not when that is on another computer, which may have
        crashed. `Refused` when it is missing, unreadable, not a session, newer, damaged or altered; the file is untouched. `at` is not
        written in it: opening leaves no trace.
        """
        path = real(path)
        with working.turn() as folder:
            notice: Refused | None = None
            other = None if take_over else lock.other(path)
            held = other.told(path) if other else None
            for found in working.copies_of(folder, path) if held is None else ():
                try:
                    taken, notice = _take_up(path, found)
                except Refused as problem:
                    if problem.key != "session_locked":
                        raise
                    held = problem
                    break
                if taken is not None:
                    taken._say_held(at)
                    return taken
            content = read_file(path)
            writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)
            read_only = held is not None or not writable
            copy = _filled(folder, content.session, content.log)
            try:
                left = _left_now(path, content.history.last_hash)
                if not read_only:  # without a sidecar: a crash leaves nothing to take up, because nothing changes
                    copy.note(Sidecar(path, left))
            except OSError as problem:
                copy.discard()
                raise Refused("work_folder", path=str(folder), why=problem) from None
            opened = SessionFile(path, content, copy, left, read_only)
            opened.notice, opened.held = notice, held
            opened._say_held(at)
            opened._keep_backup(always=True)
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
        with writing():  # also reading meets a broken disk
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
        self._refuse_read_only()
        self._check_start(edits)
        text = edits_text(edits)
        seq = self._history.entries + 1
        hash_ = entry_hash(self._history.last_hash, seq, at, kind, label, group, text)
        with writing():
            self._take_out()
            try:
                with self._db.atomic():
                    _put(self._db.conn, edits)
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
                    _put(self._db.conn, inverse(self._failed))
            self._failed = ()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise self.held or Refused("session_read_only")

    def _check_start(self, edits: Sequence[Edit]) -> None:
        """What `Session.apply` would refuse must not reach the disk; nor a record that is named twice, which the log could not tell."""
        keys = {(edit.record.TABLE, key_of(edit.record)) for edit in edits}
        if len(keys) < len(edits) or any(self.session.get(type(edit.record), key_of(edit.record)) != edit.before for edit in edits):
            raise ValueError("an edit does not start from what is there")

    # Names

    def names(self) -> list[str]:
        """Every name that ever stood in a field for names of people, also where it was changed or removed since.

        Without the names of disciplines, and of teams and bodies that the session says are no person's.
        """
        fields: set[str] = set()
        for (text,) in self._db.execute("SELECT edits FROM log"):
            for edit in edits_of(text):
                if type(edit.record) in PEOPLE:
                    held = PEOPLE[type(edit.record)]
                    fields.update(getattr(record, held) for record in (edit.before, edit.after) if record is not None)
        return sorted(persons_in(self.session, fields), key=str.casefold)

    def forget(self, names: Iterable[str], mark: str, at: str) -> None:
        """Take these names out of the session, every entry of its log, its snapshot and its backups, for good; `mark` takes their place.

        Earlier versions that were kept are deleted. `Refused` as `append` and `snapshot`; 'backup_unremovable' when one stays, and
        'names_needed' when two things would have the same name without them: then nothing changed.
        """
        self._refuse_read_only()
        out = Names(names, mark)
        log = _without_names(self._db.execute("SELECT seq, at, kind, label, grouped, edits FROM log ORDER BY seq"), out)
        last = (len(log) + 1, at, "do", FORGET, "", "[]")
        log.append((*last, entry_hash(log[-1][6], *last)))
        try:
            state, history = fold(log)
            session = session_of(record_of(table, row) for table, rows in state.items() for row in rows.values())
            check_sound(session)
        except LogError:
            raise Refused("names_needed") from None
        try:
            backups.forget(self._history)  # first: where it stops half-way, the names are still in the session, and known
        except OSError as problem:
            raise Refused("backup_unremovable", path=str(backups.folder()), why=problem) from None
        with writing():
            self._take_out()
            try:
                with self._db.atomic():
                    for kind in RECORDS:
                        self._db.execute(f"DELETE FROM {kind.TABLE}")
                    self._db.execute("DELETE FROM log")
                    _fill(self._db, session, log)
            except sqlite3.Error:  # as in `_take_out`: it may be there all the same
                if self._db.execute("SELECT hash FROM log ORDER BY seq DESC LIMIT 1").fetchone() != (log[-1][6],):
                    raise
        with contextlib.suppress(sqlite3.Error):  # secure_delete wiped it already; this only gives back the room
            self._db.execute("VACUUM")
        self.session, self._history = session, history
        self._foreign = history.entries
        self.snapshot()
        self._keep_backup(always=True)

    # The file that people see

    def snapshot(self) -> Path:
        """Bring the file that people see up to date, closed and journal-free; its path. Nothing happens when it is already.

        `Refused`: 'disk_full' or 'file_unwritable', and the old file is as it was; 'snapshot_changed' when something else
        altered it: then it is left alone, ours is written beside it and `path` is that one from now on.
        """
        if not self.dirty:
            return self.path
        with placing(self.path):
            ours = self._left is None or not self.path.exists() or working.unchanged(self.path, self._left)
            if ours:
                self._swap_in()
                self._keep_backup(always=False)
                return self.path
            changed = self.path
            self._write_beside()
        raise Refused("snapshot_changed", path=str(changed), other=str(self.path))

    def save_copy(self, path: Path, overwrite: bool = False) -> None:
        """Write the session as it is now to another file; this session stays where it is. `Refused` as `create`."""
        path = real(path)
        refuse_existing(path, overwrite)
        if overwrite and path == self.path and not self.read_only:
            self.snapshot()
            return
        refuse_held(path)
        with placing(path), self._made_copy(path) as (temp, _):
            place(temp, path, overwrite)

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
            self._keep_backup(always=True)
        self._copy.discard()
        self._copy = None
        if not self.read_only:
            lock.let_go(self.path)
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
    def _db(self) -> "Database":
        return self._working.db

    def _write_first(self, overwrite: bool) -> None:
        with placing(self.path):
            with self._made_copy(self.path) as (temp, left):
                self._working.note(Sidecar(self.path, left))  # first: a working copy that nothing points to is cleared away
                place(temp, self.path, overwrite)
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
            place_free(temp, self.path, itertools.chain([mark], (f"{mark} {number}" for number in itertools.count(2))))
        finally:
            temp.unlink(missing_ok=True)

    def _write_beside(self) -> None:
        with self._made_copy(self.path) as (temp, left):
            lock.let_go(self.path)
            self.path = place_free(temp, self.path, (str(number) for number in itertools.count(2)))
        lock.take(self.path, self._since)
        self._settle(left)

    def _recovered(self, near: Path) -> Path:
        marks = itertools.chain(["hersteld"], (f"hersteld {number}" for number in itertools.count(2)))
        with placing(near), self._made_copy(near) as (temp, _):
            return place_free(temp, near, marks)

    def _settle(self, left: Left) -> None:
        self._left = left
        # Without it a crash would only mean that the snapshot is read again to see how it relates to the working copy.
        with contextlib.suppress(OSError):
            self._working.note(Sidecar(self.path, left))

    def _say_held(self, at: str) -> None:
        """Say beside the file that we have it, for other computers."""
        self._since = at
        if not self.read_only:
            lock.take(self.path, at)

    def _keep_backup(self, always: bool) -> None:
        if not self.read_only:
            backups.keep(self.path, self._history, now=_moment(), always=always)

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


def _put(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Make the edits true in the tables, in their order; those of one kind in a row at once: a list of ratings is thousands of them."""
    for (table, stays), some in itertools.groupby(edits, lambda edit: (edit.record.TABLE, edit.after is not None)):
        rows = (row_of(each.after) if each.after else key_of(each.record) for each in some)
        connection.executemany(_PUT[table] if stays else _DELETE[table], rows)


def _filled(folder: Path, session: Session, log: Sequence[LogRow]) -> WorkingCopy:
    """A new working copy with this session and log. `Refused` when the disk refuses; nothing is left then."""
    try:
        copy = WorkingCopy.make(folder)
        try:
            migrate(copy.db)
            with copy.db.atomic():
                _fill(copy.db, session, log)
        except BaseException:
            copy.discard()
            raise
        return copy
    except sqlite3.OperationalError as problem:
        raise disk_full(problem) or Refused("work_folder", path=str(folder), why=str(problem)) from None


def _fill(db: "Database", session: Session, log: Sequence[LogRow]) -> None:
    """Put a session and its log in empty tables."""
    for kind in RECORDS:
        rows = [session.case] if kind is RECORDS[0] else session.tables[kind.TABLE].values()
        db.conn.executemany(_PUT[kind.TABLE], map(row_of, rows))
    db.conn.executemany(_LOG, log)


def _without_names(rows: Iterable[tuple[Any, ...]], out: Names) -> list[LogRow]:
    """The log without these names, chained anew."""
    log: list[LogRow] = []
    previous = ""
    for seq, at, kind, label, grouped, edits in rows:
        sides = [Edit(each.before and out.record(each.before), each.after and out.record(each.after)) for each in edits_of(edits)]
        text = edits_text(each for each in sides if each.before != each.after)
        previous = entry_hash(previous, seq, at, kind, label, out.key(grouped), text)
        log.append((seq, at, kind, label, out.key(grouped), text, previous))
    return log


def _moment() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


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
                raise (lock.holder(path) or lock.us("")).told(path)
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
