"""The log of a session: what was done, undone and done again, each entry chained to the one before it.

The last state of the session is what the log adds up to. Undo is derived from it too, so it works after reopening.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from typing import Any

from kanaalwaarden.core.intents import FINAL
from kanaalwaarden.core.model import RECORDS, Edit, Key, Record, columns, key_of

Row = list[Any]
LogRow = tuple[int, str, str, str, str, str, str]
"""seq, at, kind, label, grouped, edits, hash: as in the table."""

FIRST_LABEL = "new"
_KINDS: dict[str, type[Any]] = {kind.TABLE: kind for kind in RECORDS}
_TYPES = {table: [kind.__dataclass_fields__[name].type for name in columns(kind)] for table, kind in _KINDS.items()}
_BOOLS = {table: [place for place, each in enumerate(types) if each is bool] for table, types in _TYPES.items()}
_STORED = {table: [int if each is bool else each for each in types] for table, types in _TYPES.items()}
_fields = {table: attrgetter(*columns(kind)) for table, kind in _KINDS.items()}
row_key = {table: itemgetter(*(columns(kind).index(name) for name in kind.KEY)) for table, kind in _KINDS.items()}
"""For each table: from a row to its key (a single column is not wrapped)."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class LogError(ValueError):
    """The log or the tables are not as this program writes them; says where, in a word that needs no translation."""


def row_of(record: Record) -> Row:
    """The record as its row: in column order, booleans as 0 and 1."""
    row = list(_fields[record.TABLE](record))
    for place in _BOOLS[record.TABLE]:
        row[place] = int(row[place])
    return row


def record_of(table: str, row: Row) -> Any:
    """The record in a row that `checked_row` has seen."""
    if _BOOLS[table]:
        row = [*row]
        for place in _BOOLS[table]:
            row[place] = bool(row[place])
    return _KINDS[table](*row)


def checked_row(table: str, row: Any) -> None:
    """LogError unless the row has exactly the columns and types of its table."""
    if type(row) is not list or list(map(type, row)) != _STORED[table] or any(row[place] not in (0, 1) for place in _BOOLS[table]):
        raise LogError(table)


def edits_text(edits: Iterable[Edit]) -> str:
    """The edits as the log keeps them."""
    return _encode([[each.record.TABLE, each.before and row_of(each.before), each.after and row_of(each.after)] for each in edits])


def edits_of(text: str) -> list[Edit]:
    """The edits in an entry of a log that has been checked."""
    return [Edit(*(row and record_of(table, row) for row in sides)) for table, *sides in json.loads(text)]


def entry_hash(previous: str, seq: int, at: str, kind: str, label: str, grouped: str, edits: str) -> str:
    """sha256 over the hash before it and the entry as one JSON list; `edits` is JSON already and goes in as it stands."""
    head = _encode([seq, at, kind, label, grouped])
    return hashlib.sha256(f"{previous}{head[:-1]},{edits}]".encode()).hexdigest()


def combined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """What several edits in a row come to: per record the first before and the last after, without what changed nothing."""
    found: dict[tuple[str, Key], Edit] = {}
    for edit in edits:
        key = (edit.record.TABLE, key_of(edit.record))
        found[key] = Edit(found[key].before, edit.after) if key in found else edit
    return tuple(edit for edit in found.values() if edit.before != edit.after)


def inverse(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that take these back."""
    return tuple(edit.reversed() for edit in reversed(edits))


@dataclass(slots=True)
class Step:
    """What one undo takes back: an entry, or the entries of one group."""

    label: str
    seqs: list[int]


@dataclass(slots=True)
class History:
    """Which steps can be undone and redone, derived entry by entry."""

    hashes: list[str] = field(default_factory=list)
    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)
    _group: str = ""

    @property
    def entries(self) -> int:
        """How many entries the log has."""
        return len(self.hashes)

    @property
    def last_hash(self) -> str:
        """The hash of the last entry; '' for an empty log."""
        return self.hashes[-1] if self.hashes else ""

    def stack(self, kind: str) -> list[Step]:
        """The steps that an entry of kind 'undo' or 'redo' takes from."""
        return self.undo if kind == "undo" else self.redo

    def add(self, kind: str, label: str, grouped: str, hash_: str) -> None:
        """Take in the next entry. IndexError when it undoes what is not there."""
        seq = self.entries + 1
        if kind == "undo":
            self.redo.append(self.undo.pop())
        elif kind == "redo":
            self.undo.append(self.redo.pop())
        elif seq > 1:  # the first entry is the session itself and stays
            if label in FINAL:  # what was seen cannot be unseen, nor anything before it that was made blindly
                self.undo.clear()
            elif grouped and grouped == self._group:
                self.undo[-1].seqs.append(seq)
            else:
                self.undo.append(Step(label, [seq]))
            self.redo.clear()
        self._group = grouped if kind == "do" else ""
        self.hashes.append(hash_)


def step_edits(kind: str, texts: Iterable[str]) -> tuple[Edit, ...]:
    """The edits of an 'undo' or 'redo' entry for the step whose entries have these edits."""
    edits = combined(edit for text in texts for edit in edits_of(text))
    return inverse(edits) if kind == "undo" else edits


def fold(log: Sequence[LogRow]) -> tuple[dict[str, dict[Any, Row]], History]:
    """What the log adds up to: rows per table and key, and the history.

    Every link of the chain, every type and every 'before' is checked, and that an undo takes back what was done. LogError
    says at which entry it fails; RecursionError when an entry is nested without end.
    """
    state: dict[str, dict[Any, Row]] = {table: {} for table in _KINDS}
    history = History()
    for place, (seq, at, kind, label, grouped, edits, stored) in enumerate(log):
        if seq != place + 1 or entry_hash(history.last_hash, seq, at, kind, label, grouped, edits) != stored:
            raise LogError(f"log {place + 1}")
        try:
            for table, before, after in json.loads(edits):
                _fold_edit(state[table], table, before, after)
        except (TypeError, KeyError, ValueError):
            raise LogError(f"log {seq}") from None
        if kind != "do":
            steps = history.stack(kind)
            if not steps or set(edits_of(edits)) != set(step_edits(kind, (log[each - 1][5] for each in steps[-1].seqs))):
                raise LogError(f"log {seq}")
        history.add(kind, label, grouped, stored)
    if not log or log[0][2:4] != ("do", FIRST_LABEL):
        raise LogError("log 1")
    return state, history


def _fold_edit(rows: dict[Any, Row], table: str, before: Row | None, after: Row | None) -> None:
    row = before if after is None else after
    checked_row(table, row)
    assert row is not None
    key = row_key[table](row)
    # A 'before' equal to a checked row is one itself, except that 1.0 and true equal 1 in Python: edits_of must not meet those.
    if rows.get(key) != before or (before is not None and after is not None and list(map(type, before)) != _STORED[table]):
        raise LogError(table)
    if after is None:
        del rows[key]
    else:
        rows[key] = after
