"""What can still be read of a session file that is damaged, or altered outside the program.

Two sources: the tables, which say how it was last, and the log as far as its chain holds, which says how it was up to there. A record
counts where a table gives it; where a table cannot be read to its end, what the log knows is added. What then does not fit together is
left out.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import RECORDS, Case, Edit, Rating, Record, Round, Session, columns
from kanaalwaarden.store.log import LogError, LogRow, checked_row, fold, record_of, row_key
from kanaalwaarden.store.reading import LARGEST, check_sound, clean, frozen, header, reading, whole_size
from kanaalwaarden.store.schema import database, known_schema, migrate, schema_of

_CHECKS = 400
"""How often, at most, it is tried whether records fit; what was not tried by then is left out. So that it ends."""
_REFERENCES = ("platform", "value", "discipline", "purpose")


def read_in_part(path: Path) -> tuple[Session, int]:
    """What is left of the session, and how many tables or records could not be used. `Refused` when nothing can be read.

    A blind round stays blind: where it cannot be read whether a round was revealed, it was not.
    """
    version, head, size = header(path)
    wanted = whole_size(head)
    with reading(path):
        # SQLite reads nothing of a file that was cut off: with empty pages at the end it reads what is there.
        data = path.read_bytes().ljust(wanted if wanted <= LARGEST else size, b"\0")
    with reading(path), contextlib.closing(_opened(data, version)) as connection:
        there = {name for type_, name, *_ in known_schema(version) if type_ == "table"}
        logged = _logged(connection)
        lost, rounds_known = 0, True
        found: dict[type[Any], list[Record]] = {}
        for kind in RECORDS:
            whole, rows = _rows(connection, kind) if kind.TABLE in there else (True, {})
            if not whole:
                lost += 1
                rows = {**logged.get(kind.TABLE, {}), **rows}
            records = [record for row in rows.values() if (record := _record(kind, row)) is not None]
            lost += len(rows) - len(records)
            found[kind] = records
            rounds_known = whole if kind is Round else rounds_known
        if not rounds_known:
            found[Round] = _closed(found[Round], found[Rating])
        if not any(found.values()):
            raise sqlite3.DatabaseError("nothing left")
        session, left_out = _fitting(found)
        return session, lost + left_out


def _opened(data: bytes, version: int) -> sqlite3.Connection:
    """A file in memory, with our own schema where its own cannot be read or is another."""
    connection = frozen(_in_memory(data))
    with contextlib.suppress(sqlite3.Error):
        if schema_of(connection) == known_schema(version):
            return connection
    connection.close()
    return frozen(_in_memory(_with_our_schema(data, version)))


def _in_memory(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(data)
    return connection


def _with_our_schema(data: bytes, version: int) -> bytes:
    """The file with the pages that hold its schema as they are in an empty file of this version.

    VACUUM INTO makes the tables in the order of the schema before it fills them, so every snapshot of a version has them
    at the same places.
    """
    db = database(sqlite3.connect(":memory:", isolation_level=None))
    migrate(db, version)
    db.execute("VACUUM")
    empty, size = db.conn.serialize(), db.conn.execute("PRAGMA page_size").fetchone()[0]
    tables = {page for (page,) in db.conn.execute("SELECT rootpage FROM sqlite_schema")}
    db.close()
    mended = bytearray(data)
    for number in range(1, len(empty) // size + 1):
        if number not in tables:
            start = 100 if number == 1 else (number - 1) * size  # the first 100 bytes are the file's own: how large it is
            mended[start : number * size] = empty[start : number * size]
    return bytes(mended)


def _logged(connection: sqlite3.Connection) -> dict[str, dict[Any, Any]]:
    """Rows by table and key as the log has them, as far as it can be read and its chain holds."""
    log: list[LogRow] = []
    with contextlib.suppress(sqlite3.Error):
        for row in connection.execute("SELECT seq, at, kind, label, grouped, edits, hash FROM log ORDER BY seq"):
            log.append(row)  # one by one: what came before the error stays
    while log:
        try:
            return fold(log)[0]
        except LogError as problem:
            del log[int(str(problem).removeprefix("log ")) - 1 :]
        except (RecursionError, ValueError):
            break
    return {}


def _rows(connection: sqlite3.Connection, kind: type[Any]) -> tuple[bool, dict[Any, list[Any]]]:
    """Whether a table can be read to its end, and its rows by key: from the front and, past the damage, from the back."""
    rows: dict[Any, list[Any]] = {}
    for order in ("ASC", "DESC"):
        try:
            keys = ", ".join(f"{name} {order}" for name in kind.KEY)
            for row in connection.execute(f"SELECT {', '.join(columns(kind))} FROM {kind.TABLE} ORDER BY {keys}"):
                rows.setdefault(row_key[kind.TABLE](row), list(row))
        except (sqlite3.Error, ValueError):
            continue
        if order == "ASC":
            return True, rows
    return False, rows


def _record(kind: type[Any], row: list[Any]) -> Any | None:
    """The record in a row; None where it is none that this program would have made."""
    try:
        checked_row(kind.TABLE, row)
        record = record_of(kind.TABLE, row)
        return record if clean(record) else None
    except (LogError, Refused, ValueError, TypeError):
        return None


def _closed(rounds: Sequence[Any], ratings: Sequence[Any]) -> list[Any]:
    """The rounds, with one that is blind and not revealed for every round that has answers and cannot be read itself."""
    last, known = max((each.round for each in ratings), default=0), {each.number for each in rounds}
    return [*rounds, *(Round(number, "", blind=True) for number in range(1, last + 1) if number not in known)]


def _fitting(found: dict[type[Any], list[Any]]) -> tuple[Session, int]:
    """A session of as many of these records as fit together, and how many do not."""
    session, left_out = Session(case=(found[Case] or [Case()])[0]), 0
    tries = [_CHECKS]
    for kind in RECORDS[1:]:
        records = [each for each in found[kind] if _refers(session, each)]
        left_out += len(found[kind]) - len(records)
        left_out += _add(session, records, tries)
    return session, left_out


def _refers(session: Session, record: Any) -> bool:
    """Whether everything that a record points to is there."""
    wanted = ((name, getattr(record, name, "")) for name in _REFERENCES if name != record.TABLE)
    there = all(not key or (key,) in session.tables[name] for name, key in wanted)
    return there and (record.TABLE == "round" or getattr(record, "round", 1) in {1, *(each for (each,) in session.tables["round"])})


def _add(session: Session, records: Iterable[Any], tries: list[int]) -> int:
    """Put in what fits; how many were left out. Halves what does not fit until it is known which record it is."""
    records = list(records)
    if not records:
        return 0
    if tries[0] <= 0:
        return len(records)
    tries[0] -= 1
    edits = [Edit(None, each) for each in records]
    trial = session.copy()
    try:
        trial.apply(edits)
        check_sound(trial)
    except (LogError, Refused, ValueError, TypeError):
        half = len(records) // 2
        return 1 if half == 0 else _add(session, records[:half], tries) + _add(session, records[half:], tries)
    session.apply(edits)
    return 0
