"""The session file: real files, real locks, real kills."""

import contextlib
import json
import os
import random
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.model import (
    RECORDS,
    Change,
    Discipline,
    Edit,
    Rating,
    Session,
    Value,
    columns,
    session_of,
)
from kanaalwaarden.core.text import NAME_LIMIT, TEXT_LIMIT
from kanaalwaarden.store import work
from kanaalwaarden.store.log import edits_text, entry_hash
from kanaalwaarden.store.reading import reading
from kanaalwaarden.store.schema import APPLICATION_ID, VERSION, known_schema
from kanaalwaarden.store.session_file import SessionFile, check, held_by, leftovers, read_session
from tests.store.small import AT, rate, same, small


def copy_of(session: Session) -> Session:
    return session_of(session.records())


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value


def work_files() -> list[str]:
    return sorted(each.name for each in work.work_folder().iterdir() if each.name != "turn.lock")


def names_in(folder: Path) -> list[str]:
    """Without the file that says who has a session open."""
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith(".~lock."))


def run_python(code: str, *arguments: object, **options: Any) -> "subprocess.Popen[str]":
    options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options}
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)], cwd=Path(__file__).parents[2], **options)


# Making, changing, reopening


def test_what_is_created_and_changed_is_there_after_reopening(path: Path) -> None:
    file = SessionFile.create(path, small(), AT)
    assert (file.path, file.entries, file.dirty, file.read_only, file.notice) == (path, 1, False, False, None)
    rate(file)
    file.append(intents.set_case(file.session, title="Andere titel", fictional=True), AT)
    file.append(intents.note_minority(file.session, "w1", "p1", "d2", text="Nee.", confirmed=True), AT)
    file.append(intents.remove(file.session, file.session.value("w2")), AT)
    assert (file.entries, file.dirty) == (5, True)
    kept = copy_of(file.session)
    file.close()
    assert work_files() == []
    again = SessionFile.open(path, AT)
    assert same(again.session, kept)
    assert (again.entries, again.dirty) == (5, False)
    assert same(read_session(path), kept)
    assert check(path) == 5
    again.close()


@pytest.mark.parametrize("name", ["gemeente-waterrijk-fictief.json", "provincie-utrecht-2025.json"])
def test_the_examples_survive_unchanged(path: Path, name: str) -> None:
    data = json.loads((paths.examples() / name).read_text(encoding="utf-8"))
    SessionFile.create(path, from_exchange(data), AT).close()
    assert to_exchange(read_session(path)) == to_exchange(from_exchange(data))


@settings(max_examples=150)
@example("e\x00\u0301")
@example("\u0958" * 100)
@given(text=st.text(max_size=30))
def test_whatever_the_core_accepts_can_be_opened_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("tekst") / "zaak.kanaal"
    file = SessionFile.create(path, small(), AT)
    session = file.session
    for make in (
        lambda: intents.add(session, Value, text, definition=text, question=text, source=text),
        lambda: intents.add(session, Discipline, text, code=text[:2], people=text),
        lambda: intents.update(session, session.values[-1], AT, short_name=text, definition=text[::-1]),
        lambda: intents.set_case(session, title=text, aim=text, date=text),
        lambda: intents.explain(session, 1, "d1", "p1", "w1", reason=text, condition=text),
        lambda: intents.conclude(session, "w1", "p1", effect="veel", text=text),
        lambda: intents.note_minority(session, "w1", "p1", "d1", text=text),
    ):
        with contextlib.suppress(Refused):
            file.append(make(), AT)
    file.close()
    assert same(read_session(path), session)


def test_a_change_without_edits_writes_nothing(file: SessionFile) -> None:
    file.append(Change("rate", ()), AT)
    assert (file.entries, file.dirty, file.undo_label) == (1, False, None)


def test_an_edit_that_does_not_start_from_what_is_there_is_a_bug_and_reaches_no_disk(file: SessionFile, path: Path) -> None:
    wrong = Rating(1, "d1", "p1", "w1", "veel")
    twice = Edit(None, wrong)
    for edits in [(Edit(wrong, None),), (twice, twice)]:
        with pytest.raises(ValueError, match="start from"):
            file.append(Change("rate", edits), AT)
    bad = Edit(None, replace(wrong, effect="heel veel"))
    with pytest.raises(sqlite3.IntegrityError):
        file.append(Change("rate", (bad,)), AT)
    assert file.entries == 1
    assert same(file.session, small())
    file.close()
    assert same(read_session(path), small())


def test_the_tables_are_the_records(path: Path) -> None:
    """A field added to a record needs a migration: this fails until there is one. The text of a released version never changes."""
    SessionFile.create(path, small(), AT).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for kind in RECORDS:
            found = [row[1] for row in connection.execute(f"PRAGMA table_info({kind.TABLE})")]
            assert found == list(columns(kind))
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert {row[1] for row in known_schema(VERSION) if row[0] == "table"} == {*(kind.TABLE for kind in RECORDS), "log"}


def test_the_schema_holds_the_limits_of_the_core() -> None:
    for _, table, _, text in known_schema(1):
        for name, limit in re.findall(r"(\w+) TEXT NOT NULL CHECK \(length\(\w+\) (?:<=|BETWEEN 1 AND) (\d+)\)", text or ""):
            expected = 10 if name == "date" else NAME_LIMIT if name in intents.NAMES else TEXT_LIMIT
            assert int(limit) == expected, f"{table}.{name}"


# Undo and redo


def test_undo_and_redo_are_entries_of_their_own(file: SessionFile) -> None:
    before = copy_of(file.session)
    rate(file)
    after = copy_of(file.session)
    assert (file.undo_label, file.redo_label) == ("rate", None)
    assert file.undo(AT) == (Edit(Rating(1, "d1", "p1", "w1", "veel"), None),)
    assert same(file.session, before)
    assert (file.undo_label, file.redo_label, file.entries) == (None, "rate", 3)
    assert file.redo(AT) == (Edit(None, Rating(1, "d1", "p1", "w1", "veel")),)
    assert same(file.session, after)
    assert (file.undo_label, file.redo_label, file.entries) == ("rate", None, 4)


def test_the_first_entry_cannot_be_undone(file: SessionFile) -> None:
    assert file.undo(AT) == ()
    assert file.redo(AT) == ()
    assert file.entries == 1


def test_a_group_is_one_step(file: SessionFile) -> None:
    rate(file)
    rated = copy_of(file.session)
    for text in ("O", "Om", "Omd"):
        file.append(intents.explain(file.session, 1, "d1", "p1", "w1", group="typen", reason=text), AT)
    explained = copy_of(file.session)
    file.append(intents.explain(file.session, 1, "d1", "p1", "w1", group="anders", condition="mits"), AT)
    file.undo(AT)
    assert same(file.session, explained)
    (edit,) = file.undo(AT)
    assert (edit.before.reason, edit.after.reason) == ("Omd", "")  # type: ignore[union-attr]
    assert same(file.session, rated)
    file.redo(AT)
    assert same(file.session, explained)
    # What comes after an undo or redo is not 'in a row' with what went before it.
    file.append(intents.explain(file.session, 1, "d1", "p1", "w1", group="typen", reason="Omdat"), AT)
    file.undo(AT)
    assert same(file.session, explained)


@pytest.mark.parametrize("between", [["undo", "redo"], ["rate"], ["undo"]])
def test_only_changes_in_a_row_are_one_step(file: SessionFile, between: list[str]) -> None:
    def type_(text: str) -> None:
        file.append(intents.explain(file.session, 1, "d1", "p1", "w1", group="typen", reason=text), AT)

    type_("O")
    for what in between:
        {"undo": lambda: file.undo(AT), "redo": lambda: file.redo(AT), "rate": lambda: rate(file, "geen", "w2")}[what]()
    before = copy_of(file.session)
    type_("Om")
    file.undo(AT)
    assert same(file.session, before)


def test_a_new_change_clears_redo(file: SessionFile) -> None:
    rate(file)
    file.undo(AT)
    rate(file, "geen", "w2")
    assert (file.redo_label, file.redo(AT)) == (None, ())


def test_undo_goes_on_after_reopening(path: Path) -> None:
    file = SessionFile.create(path, small(), AT)
    rate(file)
    for text in ("O", "Om"):
        file.append(intents.explain(file.session, 1, "d1", "p1", "w1", group="typen", reason=text), AT)
    file.append(intents.set_case(file.session, title="Twee"), AT)
    file.undo(AT)
    file.close()
    again = SessionFile.open(path, AT)
    assert (again.undo_label, again.redo_label) == ("reason", "case")
    again.undo(AT)
    again.undo(AT)
    assert same(again.session, small())
    again.redo(AT)
    again.redo(AT)
    again.redo(AT)
    assert again.session.case.title == "Twee"
    again.close()
    assert read_session(path).case.title == "Twee"


# The snapshot


def test_the_snapshot_is_closed_and_tells_nothing_about_this_computer(file: SessionFile, path: Path) -> None:
    rate(file)
    assert file.dirty
    assert file.snapshot() == path
    assert not file.dirty
    assert names_in(path.parent) == [path.name]
    data = path.read_bytes()
    assert data[18:20] == b"\1\1"  # journal mode, not WAL
    secrets = [str(path.parent), str(paths.local_data()), path.name, work.SUFFIX, Path.home().name, os.uname().nodename]
    ours = " ".join(str(part) for row in known_schema(VERSION) for part in row)  # 'groot' is not the user root
    for secret in secrets:
        if len(secret) > 3 and secret not in ours:
            assert secret.encode() not in data
            assert secret.encode("utf-16-le") not in data
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] == 0


def test_no_snapshot_when_nothing_changed(file: SessionFile, path: Path) -> None:
    before = path.stat()
    file.snapshot()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_missing_snapshot_is_made_again(file: SessionFile, path: Path) -> None:
    path.unlink()
    rate(file)
    assert file.snapshot() == path
    assert check(path) == 2


def test_a_snapshot_that_was_only_touched_is_ours(file: SessionFile, path: Path) -> None:
    os.utime(path, ns=(1, 1))
    rate(file)
    assert file.snapshot() == path


def test_a_changed_snapshot_is_never_overwritten(file: SessionFile, path: Path) -> None:
    path.write_bytes(b"van een ander")
    (path.parent / "zaak (2).kanaal").write_bytes(b"ook al bezet")
    rate(file)
    told = refused(file.snapshot)
    other = path.parent / "zaak (3).kanaal"
    assert (told.key, told.details) == ("snapshot_changed", {"path": str(path), "other": str(other)})
    assert (file.path, file.dirty) == (other, False)
    assert path.read_bytes() == b"van een ander"
    assert check(other) == 2
    rate(file, "geen")
    assert file.snapshot() == other
    assert names_in(path.parent) == ["zaak (2).kanaal", "zaak (3).kanaal", "zaak.kanaal"]


def test_closing_on_a_changed_snapshot_writes_beside_it_and_tells(file: SessionFile, path: Path) -> None:
    rate(file)
    path.write_bytes(b"van een ander")
    assert refused(file.close).key == "snapshot_changed"
    assert check(path.parent / "zaak (2).kanaal") == 2
    assert work_files() == []
    file.close()  # closed already


def test_a_snapshot_keeps_the_rights_of_the_file(file: SessionFile, path: Path) -> None:
    path.chmod(0o640)
    rate(file)
    file.snapshot()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    link = tmp_path / "link.kanaal"
    link.symlink_to(path)
    file = SessionFile.open(link, AT)
    rate(file)
    assert held_by(path) is not None
    file.close()
    assert link.is_symlink()
    assert check(path) == 2


def test_a_copy_goes_elsewhere_and_the_session_stays(file: SessionFile, path: Path, tmp_path: Path) -> None:
    rate(file)
    other = tmp_path / "kopie.kanaal"
    file.save_copy(other)
    assert (check(other), check(path)) == (2, 1)
    assert (file.path, file.dirty) == (path, True)
    assert refused(lambda: file.save_copy(other)).key == "file_exists"
    assert refused(lambda: file.save_copy(tmp_path)).key == "file_is_folder"
    rate(file, "geen")
    file.save_copy(other, overwrite=True)
    assert check(other) == 3
    told = refused(lambda: file.save_copy(tmp_path / "weg" / "kopie.kanaal"))
    assert told.key == "file_unwritable"
    assert isinstance(told.details["why"], FileNotFoundError)


def test_create_refuses_what_exists_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"iets")
    assert refused(lambda: SessionFile.create(path, small(), AT)).key == "file_exists"
    assert refused(lambda: SessionFile.create(tmp_path, small(), AT)).key == "file_is_folder"
    assert refused(lambda: SessionFile.create(tmp_path / "weg" / "a.kanaal", small(), AT)).key == "file_unwritable"
    assert refused(lambda: SessionFile.create(tmp_path / ("a" * 300), small(), AT)).key == "file_unwritable"
    assert path.read_bytes() == b"iets"
    assert names_in(tmp_path) == [path.name]
    assert work_files() == []
    SessionFile.create(path, small(), AT, overwrite=True).close()
    assert check(path) == 1


# Where it cannot be written


@contextlib.contextmanager
def where_nobody_may_write(folder: Path, session_path: Path) -> Iterator[None]:
    """A folder and file that this process may not write to: by their rights, or as root, who may write anywhere, by a read-only mount."""
    if os.geteuid() != 0:
        session_path.chmod(0o444)
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
        return
    bind = [["mount", "--bind", folder, folder], ["mount", "-o", "remount,bind,ro", folder]]
    if any(subprocess.run(each, capture_output=True, check=False).returncode for each in bind):
        pytest.skip("this root may not mount")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_read_only_file_opens_read_only(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "alleen-lezen"
    folder.mkdir()
    path = folder / "zaak.kanaal"
    SessionFile.create(path, small(), AT).close()
    with where_nobody_may_write(folder, path):
        file = SessionFile.open(path, AT)
        assert file.read_only
        assert refused(lambda: rate(file)).key == "session_read_only"
        file.save_copy(tmp_path / "kopie.kanaal")
        told = refused(lambda: file.save_copy(folder / "kopie.kanaal"))
        assert told.key == "file_unwritable"
        file.close()
    assert check(tmp_path / "kopie.kanaal") == 1
    assert work_files() == []


def test_a_folder_that_became_read_only_keeps_the_working_copy(tmp_path: Path) -> None:
    folder = tmp_path / "eerst-niet"
    folder.mkdir()
    path = folder / "zaak.kanaal"
    file = SessionFile.create(path, small(), AT)
    with where_nobody_may_write(folder, path):
        rate(file)
        assert refused(file.close).key == "file_unwritable"
        assert file.dirty
        file.abandon()
        file = SessionFile.open(path, AT)
        assert (file.entries, file.dirty) == (2, True)
        assert refused(file.snapshot).key == "file_unwritable"
    file.close()
    assert check(path) == 2


def test_a_full_disk_changes_nothing(file: SessionFile, path: Path) -> None:
    rate(file)
    pages = file._db.execute("PRAGMA page_count").fetchone()[0]
    file._db.execute(f"PRAGMA max_page_count = {pages}").close()
    before, entries = copy_of(file.session), file.entries
    change = intents.explain(file.session, 1, "d1", "p1", "w1", reason="x" * 20_000)
    assert refused(lambda: file.append(change, AT)).key == "disk_full"
    assert (same(file.session, before), file.entries, file.undo_label) == (True, entries, "rate")
    file._db.execute("PRAGMA max_page_count = 100000").close()
    file.append(change, AT)
    file.close()
    assert len(read_session(path).ratings[0].reason) == 20_000


class BrokenAtTheEnd:
    """A connection whose next commits are on disk, and yet fail: the sync after emptying the journal did."""

    def __init__(self, real: sqlite3.Connection, failures: int) -> None:
        self._real, self._failures = real, failures

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        done = self._real.execute(sql, *given)
        if sql == "COMMIT" and self._failures:
            self._failures -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return done


@pytest.mark.parametrize("failures", [1, 2])
@pytest.mark.parametrize("then", ["rate", "snapshot", "copy"])
def test_a_change_that_was_refused_and_is_on_disk_is_taken_out(file: SessionFile, path: Path, failures: int, then: str) -> None:
    """It stood in the working copy: every change after it met a number in the log that was taken, and no snapshot was right."""
    rate(file, "geen")
    file._db.conn = BrokenAtTheEnd(file._db.conn, failures)  # type: ignore[assignment]
    assert refused(lambda: rate(file)).key == "write_failed"
    assert (file.entries, file.session.ratings[0].effect) == (2, "geen")
    copy = path.with_name("kopie.kanaal")
    {"rate": lambda: rate(file, "veel", "w2"), "snapshot": file.snapshot, "copy": lambda: file.save_copy(copy)}[then]()
    file.close()
    written = read_session(copy if then == "copy" else path)
    assert same(written, file.session)
    assert written.ratings[0].effect == "geen"


def test_a_work_folder_that_cannot_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a crash left would seem to be gone, and be overtaken by an older snapshot."""
    SessionFile.create(path, small(), AT).close()

    def iterdir(folder: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert refused(lambda: SessionFile.open(path, AT)).key == "work_folder"
    assert refused(leftovers).key == "work_folder"


def test_a_disk_that_cannot_be_read_while_undoing_is_told(file: SessionFile) -> None:
    rate(file)
    file._db.conn.set_progress_handler(lambda: 1, 1)  # SQLite gives up every statement
    assert refused(lambda: file.undo(AT)).key == "write_failed"
    file._db.conn.set_progress_handler(None, 1)
    assert (file.entries, file.undo_label) == (2, "rate")
    file.undo(AT)
    assert file.session.ratings == []


def test_what_sqlite_says_in_two_lines_is_one_sentence(path: Path) -> None:
    def fail() -> None:
        with reading(path):
            raise sqlite3.DatabaseError("*** in database main ***\nPage 32: unable to get the page")

    assert refused(fail).details["why"] == "*** in database main *** Page 32: unable to get the page"


def test_the_journal_of_a_snapshot_that_failed_goes_too(file: SessionFile, path: Path) -> None:
    """SQLite leaves it when the disk fails while it writes the snapshot."""
    journal = path.with_name(f".{file._working.path.stem}.kanaal-tijdelijk-journal")
    rate(file)
    journal.write_bytes(b"half geschreven")
    file.snapshot()
    assert names_in(path.parent) == [path.name]
    journal.write_bytes(b"half geschreven")
    file.abandon()
    assert len(leftovers()) == 1
    assert names_in(path.parent) == [path.name]


_LIMITED = """
    import resource, signal, sys
    from pathlib import Path
    from kanaalwaarden.core import intents
    from kanaalwaarden.core.errors import Refused
    from kanaalwaarden.store.session_file import SessionFile
    file = SessionFile.open(Path(sys.argv[1]), "nu")
    file.append(intents.explain(file.session, 1, "d1", "p1", "w1", reason="x" * 20000), "nu")
    # From here no file may grow beyond what the snapshot needs: the system refuses the writes, as a full disk does.
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
    for attempt in (file.snapshot, lambda: file.append(intents.explain(file.session, 1, "d1", "p1", "w2", reason="y" * 20000), "nu")):
        try:
            attempt()
        except Refused as problem:
            print(problem.key, file.entries, file.dirty, len(file.session.ratings))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_writes_that_the_system_refuses_leave_the_old_file(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    before = path.read_bytes()
    process = run_python(_LIMITED, path)
    out, error = process.communicate(timeout=60)
    assert (out.split(), error) == (["file_unwritable", "2", "True", "1", "write_failed", "2", "True", "1"], "")
    assert path.read_bytes() == before
    assert names_in(path.parent) == [path.name]
    file = SessionFile.open(path, AT)
    assert (file.entries, file.dirty) == (2, True)
    file.close()
    assert check(path) == 2


def test_a_full_disk_leaves_the_old_snapshot(tmp_path: Path) -> None:
    folder = tmp_path / "vol"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]
    if os.name == "nt" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a tiny disk")
    try:
        path = folder / "zaak.kanaal"
        file = SessionFile.create(path, small(), AT)
        before = path.read_bytes()
        (folder / "vulling").write_bytes(b"x" * (os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize - 20_000))
        rate(file)
        assert refused(file.snapshot).key == "disk_full"
        assert (file.dirty, path.read_bytes() == before) == (True, True)
        assert names_in(folder) == ["vulling", "zaak.kanaal"]
        (folder / "vulling").unlink()
        file.close()
        assert check(path) == 2
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_work_folder_that_cannot_be_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").write_text("geen map")
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "bestand"))
    told = refused(lambda: SessionFile.create(path, small(), AT))
    assert told.key == "work_folder"
    assert isinstance(told.details["why"], OSError)
    assert not path.exists()


# Two windows, and crashes


def test_the_same_file_cannot_be_open_twice(file: SessionFile, path: Path) -> None:
    second = SessionFile.open(path, AT)
    assert second.read_only
    assert second.held is not None
    assert second.held.key == "session_locked"
    assert refused(lambda: rate(second)).key == "session_locked"
    assert refused(lambda: SessionFile.create(path, small(), AT, overwrite=True)).key == "session_locked"
    rate(file)
    assert same(second.session, small())  # reading is always possible
    second.close()
    assert held_by(path) is not None  # the first one still has it


_HOLD = """
    import sys
    from pathlib import Path
    from kanaalwaarden.store.session_file import SessionFile
    file = SessionFile.open(Path(sys.argv[1]), "nu")
    print(file.held.key if file.held else "open", flush=True)
    sys.stdin.readline()
    file.close()
"""


def test_another_process_holds_the_lock_until_it_closes(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    process = run_python(_HOLD, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    second = SessionFile.open(path, AT)
    assert second.held is not None
    second.close()
    assert leftovers() == []
    assert process.communicate("klaar\n", timeout=60)[1] == ""
    SessionFile.open(path, AT).close()


def test_two_processes_that_open_at_once_do_not_both_get_it(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    processes = [run_python(_HOLD, path) for _ in range(4)]
    try:
        outs = [process.stdout.readline() for process in processes if process.stdout]
        assert sorted(outs) == ["open\n", *["session_locked\n"] * 3]
    finally:
        errors = [process.communicate("klaar\n", timeout=60)[1] for process in processes]
    assert errors == [""] * 4


def test_what_a_crash_left_is_found_and_taken_up(file: SessionFile, path: Path) -> None:
    rate(file)
    assert leftovers() == []  # in use
    file.abandon()
    (found,) = leftovers()
    assert found[0] == path
    temp = path.with_name(f".{found[1].stem}.kanaal-tijdelijk")
    temp.write_bytes(b"half geschreven")
    temp.with_name(f"{temp.name}-journal").write_bytes(b"half geschreven")
    again = SessionFile.open(path, AT)
    assert (again.entries, again.dirty, again.undo_label, again.notice) == (2, True, "rate", None)
    assert names_in(path.parent) == [path.name]
    again.close()
    assert leftovers() == []
    assert check(path) == 2


def test_what_belongs_to_nothing_is_cleared_away(path: Path) -> None:
    folder = work.work_folder()
    for name in ("1234.kanaalwerk", "1234.kanaalwerk-journal", "5678.json", "9abc.json.new"):
        (folder / name).write_bytes(b"")
    assert leftovers() == []
    assert work_files() == []


def test_an_unreadable_sidecar_costs_no_session(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    (sidecar,) = work.work_folder().glob("*.json")
    sidecar.write_text("{")
    assert leftovers() == []
    assert sidecar.with_suffix(work.SUFFIX).exists()


def test_a_crash_and_a_deleted_snapshot_lose_nothing(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    path.unlink()
    again = SessionFile.open(path, AT)
    assert (again.entries, again.dirty) == (2, True)
    again.close()
    assert check(path) == 2


def test_a_crash_between_swap_and_note_is_no_change_by_somebody_else(file: SessionFile, path: Path) -> None:
    (sidecar,) = work.work_folder().glob("*.json")
    old = sidecar.read_bytes()
    rate(file)
    file.snapshot()
    rate(file, "geen")
    file.abandon()
    sidecar.write_bytes(old)
    again = SessionFile.open(path, AT)
    assert (again.entries, again.dirty, again.notice) == (3, True, None)
    again.close()
    assert names_in(path.parent) == [path.name]


def test_after_a_crash_a_snapshot_that_went_on_from_ours_is_opened(file: SessionFile, path: Path, tmp_path: Path) -> None:
    file.abandon()
    elsewhere = tmp_path / "elders.kanaal"
    shutil.copy(path, elsewhere)
    other = SessionFile.open(elsewhere, AT)
    rate(other)
    other.close()
    elsewhere.replace(path)
    again = SessionFile.open(path, AT)
    assert (again.entries, again.dirty, again.notice) == (2, False, None)
    again.close()
    assert names_in(tmp_path) == [path.name]


def test_after_a_crash_both_of_two_versions_are_kept(file: SessionFile, path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.kanaal"
    shutil.copy(path, elsewhere)
    other = SessionFile.open(elsewhere, AT)
    rate(other, "geen")
    other.close()
    rate(file, "veel")
    file.abandon()
    elsewhere.replace(path)
    again = SessionFile.open(path, AT)
    assert again.session.ratings[0].effect == "geen"
    assert again.notice is not None
    saved = tmp_path / "zaak (hersteld).kanaal"
    assert (again.notice.key, again.notice.details) == ("recovered_beside", {"path": str(path), "other": str(saved)})
    assert read_session(saved).ratings[0].effect == "veel"
    again.close()
    assert work_files() == []


def test_after_a_crash_a_ruined_snapshot_does_not_hide_the_session(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    path.write_bytes(b"stuk")
    again = SessionFile.open(path, AT)
    assert (again.entries, again.dirty) == (2, True)
    assert refused(again.close).key == "snapshot_changed"
    assert path.read_bytes() == b"stuk"
    assert check(path.parent / "zaak (2).kanaal") == 2


def test_a_damaged_working_copy_is_kept_and_told(file: SessionFile, path: Path) -> None:
    file.abandon()
    (copy,) = work.work_folder().glob(f"*{work.SUFFIX}")
    copy.write_bytes(b"stuk" * 1000)
    again = SessionFile.open(path, AT)
    assert again.notice is not None
    assert again.notice.key == "session_damaged"
    assert Path(str(again.notice.details["path"])).read_bytes() == b"stuk" * 1000
    assert again.entries == 1
    again.close()


def test_a_new_session_at_the_path_of_a_crashed_one_saves_that_one(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    path.unlink()
    new = SessionFile.create(path, small(), AT)
    assert new.notice is not None
    assert new.notice.key == "recovered_beside"
    new.close()
    assert (check(path), check(path.parent / "zaak (hersteld).kanaal")) == (1, 2)


_RATE = """
    import itertools, sys
    from pathlib import Path
    from kanaalwaarden.core import intents
    from kanaalwaarden.store.session_file import SessionFile
    file = SessionFile.open(Path(sys.argv[1]), "nu")
    start = int(file.session.case.aim or 0)
    for number in itertools.count(start + 1):
        change = intents.set_case(file.session, aim=str(number))
        if number % 5 == 3:
            change = intents.Change("case", (*change.edits, *intents.explain(file.session, 1, "d1", "p1", "w1", reason=str(number)).edits))
        file.append(change, "nu")
        print(number, flush=True)
        if number % 7 == 0:
            file.snapshot()
        if number % 11 == 0:
            file.undo("nu")
            file.redo("nu")
"""


def test_kill_minus_nine_loses_nothing_acknowledged(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    chance = random.Random(4)
    acknowledged = 0
    for round_ in range(30):
        process = run_python(_RATE, path, stdin=subprocess.DEVNULL)
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, process.communicate()[1]
        time.sleep(chance.random() * 0.08)
        process.kill()
        rest = process.stdout.read()  # communicate() would miss the lines that readline has read ahead
        process.communicate(timeout=60)
        numbers = [int(line) for line in [first, *rest.split("\n")[:-1]]]
        file = SessionFile.open(path, AT)
        found = int(file.session.case.aim)
        # One more may be on disk than was said; while redoing, the last one may be undone for a moment.
        assert found - numbers[-1] in (0, 1) or (numbers[-1] % 11 == 0 and file.redo_label == "case"), round_
        if found < numbers[-1]:
            file.redo(AT)
        acknowledged += len(numbers)
        file.close() if round_ % 3 else file.abandon()
    assert acknowledged > 100
    SessionFile.open(path, AT).close()
    assert work_files() == []
    assert names_in(path.parent) == [path.name]
    assert check(path) > acknowledged


# Somebody else's file


@pytest.fixture
def sound(path: Path) -> Path:
    """A sound file with a log of some length, no working copy."""
    file = SessionFile.create(path, small(), AT)
    rate(file)
    file.append(intents.explain(file.session, 1, "d1", "p1", "w1", reason="Omdat het zo is."), AT)
    file.undo(AT)
    file.append(intents.conclude(file.session, "w1", "", effect="veel", text="Samen besloten."), AT)
    file.close()
    return path


def told_about(path: Path) -> str:
    """The key with which every way of opening refuses the file, which stays as it was and leaves nothing behind."""
    before = path.read_bytes()
    keys = {refused(call).key for call in (lambda: check(path), lambda: read_session(path), lambda: SessionFile.open(path, AT))}
    assert path.read_bytes() == before
    assert names_in(path.parent) == [path.name]
    assert work_files() == []
    (key,) = keys
    return key


def altered(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rehashed(path: Path) -> None:
    """What somebody does who knows how the chain is made."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        previous = ""
        for row in connection.execute("SELECT seq, at, kind, label, grouped, edits FROM log ORDER BY seq").fetchall():
            previous = entry_hash(previous, *row)
            connection.execute("UPDATE log SET hash = ? WHERE seq = ?", (previous, row[0]))


def test_what_is_no_session(path: Path) -> None:
    for content in (b"", b"tekst", b"SQLite format 3\0", b"\0" * 5000, b"SQLite format 3\0" + b"x" * 5000):
        path.write_bytes(content)
        assert told_about(path) == "not_a_session"
    path.unlink()
    altered(path, "CREATE TABLE een(a)")
    assert told_about(path) == "not_a_session"
    path.unlink()
    assert refused(lambda: SessionFile.open(path, AT)).key == "file_missing"
    assert refused(lambda: SessionFile.open(path.parent, AT)).key == "file_is_folder"
    assert refused(lambda: check(Path("a\0b"))).key == "file_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert refused(lambda: check(path)).key == "not_a_session"


def test_a_file_too_large_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(513 * 2**20)
    told = refused(lambda: check(path))
    assert (told.key, told.details["size"], told.details["limit"]) == ("session_too_large", 513, 512)


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("PRAGMA application_id = 1", "not_a_session"),
        ("PRAGMA user_version = 0", "not_a_session"),
        ("PRAGMA user_version = -1", "not_a_session"),
        ("PRAGMA user_version = 3", "session_newer"),
        ("PRAGMA journal_mode = WAL", "session_tampered"),
        ("CREATE TRIGGER kwaad AFTER INSERT ON rating BEGIN DELETE FROM rating; END", "session_tampered"),
        ("CREATE VIEW kijk AS SELECT * FROM rating", "session_tampered"),
        ("CREATE TABLE extra(a)", "session_tampered"),
        ("CREATE INDEX extra ON rating(effect)", "session_tampered"),
        ("ALTER TABLE rating ADD COLUMN extra TEXT", "session_tampered"),
        ("UPDATE rating SET effect = 'geen'", "session_tampered"),
        ("DELETE FROM rating", "session_tampered"),
        ("DELETE FROM session", "session_tampered"),
        ("INSERT INTO round VALUES (1, '', 0, '')", "session_tampered"),
        ("UPDATE log SET at = 'gisteren' WHERE seq = 2", "session_tampered"),
        ("UPDATE log SET edits = replace(edits, 'veel', 'geen') WHERE seq = 2", "session_tampered"),
        ("DELETE FROM log WHERE seq = 5", "session_tampered"),
        ("DELETE FROM log", "session_tampered"),
        ("UPDATE log SET seq = 9 WHERE seq = 5", "session_tampered"),
    ],
)
def test_an_altered_file_is_refused(sound: Path, statement: str, key: str) -> None:
    altered(sound, statement)
    assert told_about(sound) == key


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE log SET kind = 'redo' WHERE seq = 5"],
        ["UPDATE log SET kind = 'undo' WHERE seq = 2"],
        ["UPDATE log SET label = 'oud' WHERE seq = 1"],
        ["UPDATE log SET edits = '{' WHERE seq = 5"],
        ["UPDATE log SET edits = '5' WHERE seq = 5"],
        ["UPDATE log SET edits = '[5]' WHERE seq = 5"],
        ["UPDATE log SET edits = '[[\"rating\",null,null]]' WHERE seq = 5"],
        ["UPDATE log SET edits = '[[[],null,null]]' WHERE seq = 5"],
        ["UPDATE log SET edits = replace(edits, 'zo is', 'anders is') WHERE seq = 4"],
        # Known words and sound types, yet a session that this program would not have made.
        ["UPDATE value SET name = 'Waarde 1'", "UPDATE log SET edits = replace(edits, 'Waarde 2', 'Waarde 1') WHERE seq = 1"],
        ["UPDATE discipline SET code = 'd1' WHERE id = 'd1'", "UPDATE log SET edits = replace(edits, '\"D1\"', '\"d1\"') WHERE seq = 1"],
        ["UPDATE conclusion SET value = 'weg'", "UPDATE log SET edits = replace(edits, '\"w1\"', '\"weg\"') WHERE seq = 5"],
        ["UPDATE conclusion SET effect = 'versterkt'", "UPDATE log SET edits = replace(edits, '\"veel\"', '\"versterkt\"') WHERE seq = 5"],
        ["UPDATE conclusion SET text = 'a' || char(7)", "UPDATE log SET edits = replace(edits, 'Samen besloten.', 'a\\u0007')"],
        ["UPDATE session SET title = ' Proef'", "UPDATE log SET edits = replace(edits, '\"Proef\"', '\" Proef\"') WHERE seq = 1"],
    ],
)
def test_an_altered_file_with_a_chain_made_anew_is_refused(sound: Path, statements: list[str]) -> None:
    altered(sound, *statements)
    rehashed(sound)
    assert told_about(sound) == "session_tampered"


def test_json_nested_without_end_is_refused(sound: Path) -> None:
    altered(sound, f"UPDATE log SET edits = '{'[' * 100_000}' WHERE seq = 5")
    rehashed(sound)
    assert told_about(sound) in ("session_damaged", "session_tampered")


def test_a_step_back_to_a_session_that_never_was_is_refused(path: Path) -> None:
    """The tables and the chain are sound; only undoing would lead to two values with one name."""
    session = small()
    file = SessionFile.create(path, session, AT)
    wrong = replace(session.value("w2"), name="Waarde 1")
    file.append(Change("edit_value", (Edit(session.value("w2"), wrong),)), AT)
    file.append(Change("edit_value", (Edit(wrong, replace(wrong, name="Weer goed")),)), AT)
    file.close()
    again = SessionFile.open(path, AT)
    assert refused(lambda: again.undo(AT)).key == "session_tampered"
    assert (again.entries, again.session.value("w2").name) == (3, "Weer goed")
    again.close()


def test_text_that_is_no_utf8_is_refused(sound: Path) -> None:
    data = sound.read_bytes()
    sound.write_bytes(data.replace(b"Samen besloten.", b"Samen \xff\xfe\xfd besl"))
    assert told_about(sound) == "session_damaged"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_truncated_file_is_refused(sound: Path, share: float) -> None:
    data = sound.read_bytes()
    sound.write_bytes(data[: int(len(data) * share)])
    assert told_about(sound) in ("session_damaged", "session_tampered", "not_a_session")


def test_a_journal_beside_the_file_is_not_played_back(sound: Path) -> None:
    journal = sound.with_name(sound.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0\0\0\1" * 500)
    before = sound.read_bytes()
    assert check(sound) == 5
    assert sound.read_bytes() == before
    assert journal.exists()


def test_random_damage_is_refused_or_harmless(sound: Path) -> None:
    """300 files with one to eight changed bytes: nothing but `Refused`, and what is accepted says exactly what it said."""
    data, expected = sound.read_bytes(), to_exchange(read_session(sound))
    chance = random.Random(2026)
    used = [place for place, byte in enumerate(data) if byte] + list(range(100))
    seen = {"accepted": 0, "refused": 0}
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.choice(used)] = chance.randrange(256)
        sound.write_bytes(damaged)
        try:
            assert to_exchange(read_session(sound)) == expected
            seen["accepted"] += 1
        except Refused:
            seen["refused"] += 1
        assert sound.read_bytes() == damaged
    assert seen["refused"] > 200
    assert names_in(sound.parent) == [sound.name]


_ODD_NAMES = ["met spatie.kanaal", "100% zeker? #1&2.kanaal", "naïef – 日本 🏛.kanaal", "file:x.kanaal", "'aan';halingsteken.kanaal"]


@pytest.mark.parametrize("name", _ODD_NAMES)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    file = SessionFile.create(path, small(), AT)
    rate(file)
    file.close()
    assert check(path) == 2
    SessionFile.open(path, AT).close()
    assert names_in(tmp_path) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such names")
def test_a_name_that_is_no_text_is_told(path: Path) -> None:
    odd = Path(os.fsdecode(bytes(path) + b"\xff.kanaal"))
    SessionFile.create(odd, small(), AT).close()
    SessionFile.open(odd, AT).close()
    assert check(odd) == 1
    odd.unlink()
    odd.mkdir()
    assert refused(lambda: SessionFile.create(odd / "zaak.kanaal", small(), AT)).key == "file_unwritable"
    assert names_in(odd) == []
    assert work_files() == []


def test_the_log_tells_who_moved(sound: Path) -> None:
    with contextlib.closing(sqlite3.connect(sound)) as connection:
        rows = connection.execute("SELECT seq, at, kind, label, edits FROM log").fetchall()
    assert [row[:4] for row in rows] == [
        (1, AT, "do", "new"), (2, AT, "do", "rate"), (3, AT, "do", "reason"), (4, AT, "undo", "reason"), (5, AT, "do", "conclude"),
    ]  # fmt: skip
    assert rows[1][4] == edits_text([Edit(None, Rating(1, "d1", "p1", "w1", "veel"))])


def test_a_temporary_folder_needs_no_cleaning(path: Path) -> None:
    """Nothing of ours goes to the system's temporary folder, where others can look."""
    before = set(names_in(Path(tempfile.gettempdir())))
    file = SessionFile.create(path, small(), AT)
    rate(file)
    file.close()
    assert {each for each in set(names_in(Path(tempfile.gettempdir()))) - before if "kanaal" in each} == set()
