"""Reading somebody's session file: every byte of it may be meant to harm, so it is looked at read-only and never trusted.

Order and settings: ecosystem.md 4.3, after SQLite's own advice (sqlite.org/security.html).
"""

import contextlib
import sqlite3
import stat
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import check_whole
from kanaalwaarden.core.intents import LIMITS, clean_fields
from kanaalwaarden.core.model import REASON_KINDS, RECORDS, Case, Rating, Session, columns, session_of
from kanaalwaarden.core.text import clean_text
from kanaalwaarden.store.log import History, LogError, LogRow, fold, record_of, row_key
from kanaalwaarden.store.plain import without_collector
from kanaalwaarden.store.schema import APPLICATION_ID, VERSION, known_schema, schema_of

LARGEST = 512 * 2**20
_MAGIC = b"SQLite format 3\0"
_TEXT_LIMIT = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Content:
    """All that is in a session file: the session, the log as it stands and what it means."""

    session: Session
    history: History
    log: list[LogRow]


def read_file(path: Path) -> Content:
    """The content of a session file, which stays untouched.

    `Refused` when it is missing, unreadable, too large, not ours, from a newer version, damaged or altered.
    """
    version = version_of(path)
    with reading(path), contextlib.closing(connect_frozen(path)) as connection, without_collector():
        if schema_of(connection) != known_schema(version):
            raise LogError("schema")
        return read_content(connection, version)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn everything that unsound content can cause into `Refused` about this file."""
    try:
        yield
    except LogError as problem:
        raise Refused("session_tampered", path=str(path), why=str(problem)) from None
    except OSError as problem:
        raise Refused("file_unreadable", path=str(path), why=problem) from None
    except (sqlite3.Error, ValueError, OverflowError, RecursionError, MemoryError) as problem:
        raise Refused("session_damaged", path=str(path), why=" ".join(str(problem).split())[:120] or type(problem).__name__) from None


def version_of(path: Path) -> int:
    """The version in the first 100 bytes, which are read before SQLite sees the file. `Refused` when it is none of ours, or not sound."""
    version, head, size = header(path)
    if whole_size(head) > size:  # SQLite reads a file that was cut off in an empty page without a word
        raise Refused("session_damaged", path=str(path), why=f"{size} bytes")
    if head[18:20] != b"\1\1":  # a snapshot is never in WAL mode: another program switched it
        raise Refused("session_tampered", path=str(path), why="WAL")
    return version


def header(path: Path) -> tuple[int, bytes, int]:
    """The version in the first 100 bytes, those bytes, and the size of the file. `Refused` when it is none of ours."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refused("file_is_folder", path=str(path))
        if not stat.S_ISREG(found.st_mode):  # a device or pipe might never end
            raise Refused("not_a_session", path=str(path))
        if found.st_size > LARGEST:
            raise Refused("session_too_large", path=str(path), size=found.st_size // 2**20, limit=LARGEST // 2**20)
        with path.open("rb") as file:
            head = file.read(100)
    except (FileNotFoundError, ValueError):  # ValueError: a NUL in the name
        raise Refused("file_missing", path=str(path)) from None
    except OSError as problem:
        raise Refused("file_unreadable", path=str(path), why=problem) from None
    if len(head) < 100 or not head.startswith(_MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refused("not_a_session", path=str(path))
    version = int.from_bytes(head[60:64], "big", signed=True)
    if version > VERSION:
        raise Refused("session_newer", path=str(path), version=version)
    if version < 1:
        raise Refused("not_a_session", path=str(path))
    return version, head, found.st_size


def whole_size(head: bytes) -> int:
    """How large a file with these first 100 bytes is when nothing was cut off: pages by the size of one."""
    page = int.from_bytes(head[16:18], "big")
    return int.from_bytes(head[28:32], "big") * (65_536 if page == 1 else page)


def connect_frozen(path: Path) -> sqlite3.Connection:
    """A connection that never writes to the file, makes nothing beside it and runs nothing that it holds. sqlite3.Error if it cannot."""
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a Windows share: SQLite knows no server in a file: address, but does know four slashes
        uri = "file:////" + uri.removeprefix("file://")
    return frozen(sqlite3.connect(uri + "?mode=ro&immutable=1", uri=True, isolation_level=None))


def frozen(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with nothing trusted and nothing written; closed when that fails."""
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _TEXT_LIMIT)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            connection.execute(f"PRAGMA {setting}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def read_content(connection: sqlite3.Connection, version: int = VERSION) -> Content:
    """Everything in a database whose schema is that of `version`, verified; an older one lacks tables, and so has nothing in them.

    sqlite3.Error or ValueError when it is damaged; LogError when the log is not sound, does not end in what the tables
    hold, or describes a session that this program would never have made.
    """
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]  # with STRICT and CHECK it looks at types and ranges too
    if answer != "ok":
        raise sqlite3.DatabaseError(str(answer))
    log: list[LogRow] = connection.execute("SELECT seq, at, kind, label, grouped, edits, hash FROM log ORDER BY seq").fetchall()
    state, history = fold(log)
    there = {name for type_, name, *_ in known_schema(version) if type_ == "table"}
    for kind in RECORDS:
        table = kind.TABLE
        if table not in there:
            if state[table]:
                raise LogError(table)
            continue
        rows = connection.execute(f"SELECT {', '.join(columns(kind))} FROM {table}").fetchall()
        if {row_key[table](row): list(row) for row in rows} != state[table]:
            raise LogError(table)
    if not state[Case.TABLE]:
        raise LogError(Case.TABLE)
    session = session_of(record_of(table, row) for table, rows in state.items() for row in rows.values())
    check_sound(session)
    return Content(session, history, log)


def check_sound(session: Session) -> None:
    """LogError unless the session keeps every rule that `core` keeps: clean texts, unique names and codes, known references, known levels.

    The same checks as for an exchange JSON (core.exchange), without building one: that takes ten times as long.
    """
    try:
        check_whole(session)
        if session.case.id != 1 or not all(clean(record) for record in session.records()):
            raise LogError("session")
    except Refused:
        raise LogError("session") from None


def clean(record: Any) -> bool:
    """Whether every field is as this program would keep it. `Refused` for a choice or date that cannot be."""
    if isinstance(record, Rating):  # by far the most, so only what references do not settle
        texts = (record.reason, record.condition)
        return record.reason_kind in REASON_KINDS and all(not text or clean_text(text) == text for text in texts)
    given = {name: getattr(record, name) for name in columns(type(record))}
    placed = type(record) not in LIMITS or record.position > 0  # on the agenda 0 is where divergence puts a cell
    return _composed(clean_fields(type(record), given)) == _composed(given) and placed


def _composed(fields: dict[str, Any]) -> dict[str, Any]:
    """In normal form: removing a control character can leave a letter and its accent apart, and that is no fault of a file."""
    return {name: unicodedata.normalize("NFC", each) if isinstance(each, str) else each for name, each in fields.items()}
