"""Cut the power at random moments: nothing that was acknowledged may be lost, half or damaged.

    .venv/bin/python .ci/reliability/power.py [--images 5000] [--seed 1]     exit status 0 only where nothing was lost

The program itself works in a session (create, rate, type, undo, redo, snapshot, copy, export, close, open, and a crash now and then), with
its own settings and statements, over a file system under SQLite that writes down every write, truncate, sync and delete; what it does
outside SQLite (fsync, replace, link, unlink, files of its own) is written down too. A power cut after any of these keeps what was synced
and a random half of the rest: of the 512-byte sectors, of the truncates, and of the names that were made, moved or deleted since their
folder was synced. On what is left the program opens the session again, which has to hold every change that was acknowledged.

--journal, --synchronous and --locking put another setting in the place of the program's, --forget leaves out what the program syncs outside
SQLite: the losses show that this would find them.
"""

import argparse
import contextlib
import os
import random
import shutil
import sqlite3
import stat
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import apsw

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden import paths  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.core import intents  # noqa: E402
from kanaalwaarden.core.errors import Refused  # noqa: E402
from kanaalwaarden.export.files import write_new  # noqa: E402
from kanaalwaarden.store import work  # noqa: E402
from kanaalwaarden.store.plain import replace_own  # noqa: E402
from kanaalwaarden.store.reading import read_file  # noqa: E402
from kanaalwaarden.store.session_file import SessionFile, check  # noqa: E402
from tests import samples  # noqa: E402

AT = "2026-01-01T10:00:00+01:00"
SECTOR = 512
SESSION_IMAGES = 500  # cuts in one recorded session; then comes another
SETTINGS = ("journal_mode", "synchronous", "locking_mode", "secure_delete")
Event = tuple[Any, ...]


class Node:
    """A file without its name: as it is, as it was when last synced, and what happened to it since."""

    def __init__(self) -> None:
        self.now = bytearray()
        self.synced = b""
        self.pending: list[tuple[int, bytes | None]] = []  # a write at a place, or with None a truncate to that size

    def change(self, at: int, data: bytes | None) -> None:
        self.pending.append((at, data))
        _change(self.now, at, data)

    def sync(self) -> None:
        self.synced = bytes(self.now)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        content = bytearray(self.synced)
        for at, data in self.pending:
            if data is None:
                if chance.getrandbits(1):
                    _change(content, at, None)
                continue
            start, end = at, at + len(data)
            while start < end:
                stop = min(end, (start // SECTOR + 1) * SECTOR)
                if chance.getrandbits(1):
                    _change(content, start, data[start - at : stop - at])
                start = stop
        return bytes(content)


def _change(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


class Disk:
    """Files and names, as they are and as a power cut may leave them; and what the program has promised so far."""

    def __init__(self) -> None:
        self.nodes: dict[int, Node] = {}
        self.names: dict[Path, int] = {}
        self.durable: dict[Path, int] = {}
        self.pending: list[tuple[tuple[Path, int | None], ...]] = []  # each of them happens as a whole or not at all
        self.told: dict[Any, int] = {}

    def apply(self, event: Event) -> None:
        kind, *of = event
        if kind == "names":
            _rename(self.names, of[0])
            self.pending.append(of[0])
            for _, number in of[0]:
                if number is not None:
                    self.nodes.setdefault(number, Node())
        elif kind == "change":
            self.nodes[of[0]].change(of[1], of[2])
        elif kind == "sync":
            self.nodes[of[0]].sync()
        elif kind == "sync folder":
            here = [each for each in self.pending if each[0][0].parent == of[0]]
            for each in here:
                _rename(self.durable, each)
            self.pending = [each for each in self.pending if each[0][0].parent != of[0]]
        else:
            self.told[of[0]] = of[1]

    def after_cut(self, chance: random.Random) -> dict[Path, bytes]:
        names = dict(self.durable)
        for each in self.pending:
            if chance.getrandbits(1):
                _rename(names, each)
        return {path: self.nodes[number].after_cut(chance) for path, number in names.items()}


def _rename(names: dict[Path, int], changes: Iterable[tuple[Path, int | None]]) -> None:
    for path, number in changes:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


class Recorder:
    """Writes down what happens to the files under a folder."""

    def __init__(self, root: Path, forget: str) -> None:
        self.root = root
        self.forget = forget
        self.events: list[Event] = []
        self.disk = Disk()
        self.in_sqlite: Counter[int] = Counter()

    def happened(self, *event: Any) -> None:
        self.events.append(event)
        self.disk.apply(event)

    def node_at(self, path: Path) -> int:
        if path not in self.disk.names:
            self.happened("names", ((path, len(self.disk.nodes)),))
        return self.disk.names[path]

    def sweep(self) -> None:
        """What Python wrote by itself is seen by looking; what SQLite wrote must be known already, or this misses something."""
        for path in sorted(each for each in self.root.rglob("*") if each.is_file() and not each.name.startswith("turn.lock")):
            number, content = self.node_at(path), path.read_bytes()
            known = self.disk.nodes[number].now
            if content != known:
                assert not self.in_sqlite[number], f"SQLite wrote to {path} without being seen"
                if len(content) < len(known):
                    self.happened("change", number, len(content), None)
                if content:
                    self.happened("change", number, 0, content)

    def synced(self, handle: int) -> None:
        found = os.fstat(handle)
        self.sweep()
        if self.forget == ("folders" if stat.S_ISDIR(found.st_mode) else "files"):
            return
        if stat.S_ISDIR(found.st_mode):
            for folder in (self.root, *(each for each in self.root.rglob("*") if each.is_dir())):
                if os.path.samestat(found, folder.stat()):
                    self.happened("sync folder", folder)
        for path, number in list(self.disk.names.items()):
            if os.path.samestat(found, path.stat()):
                self.happened("sync", number)
                return  # a link is another name of the same node

    @contextlib.contextmanager
    def recording(self, settings: dict[str, str]) -> Iterator[None]:
        """Everything the program does in here is written down."""
        vfs = _VFS(self)
        real_connect = sqlite3.connect
        real = {name: getattr(os, name) for name in ("fsync", "replace", "link", "unlink")}

        def connect(database: Any, **options: Any) -> Any:
            if Path(str(database)).suffix == work.SUFFIX:
                return _Connection(str(database), settings)
            return real_connect(database, **options)  # turn.lock, and what is only read

        def fsync(handle: int) -> None:
            real["fsync"](handle)
            self.synced(handle)

        def replace(source: Any, target: Any) -> None:
            self.sweep()
            real["replace"](source, target)
            number = self.disk.names[Path(source)]
            self.happened("names", ((Path(target), number), (Path(source), None)))

        def link(source: Any, target: Any) -> None:
            self.sweep()
            real["link"](source, target)
            self.happened("names", ((Path(target), self.disk.names[Path(source)]),))

        def unlink(path: Any) -> None:
            self.sweep()
            real["unlink"](path)
            self.happened("names", ((Path(path), None),))

        patched = {"fsync": fsync, "replace": replace, "link": link, "unlink": unlink}
        with mock.patch.object(sqlite3, "connect", connect), mock.patch.multiple(os, **patched):
            yield
        vfs.unregister()


class _VFS(apsw.VFS):
    def __init__(self, recorder: Recorder) -> None:
        super().__init__("power", "")
        self.recorder = recorder

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if path is None:  # a temporary file of SQLite's own, gone after a cut
            return apsw.VFSFile("", name, flags)
        return _File(self.recorder, Path(path), name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.recorder.happened("names", ((Path(filename), None),))
        if syncdir:
            self.recorder.happened("sync folder", Path(filename).parent)


class _File(apsw.VFSFile):
    def __init__(self, recorder: Recorder, path: Path, name: Any, flags: list[int]) -> None:
        new = path not in recorder.disk.names
        super().__init__("", name, flags)
        self.recorder, self.path, self.node = recorder, path, recorder.node_at(path)
        recorder.in_sqlite[self.node] += 1
        # SQLite's own file system syncs the folder with the first sync of a journal that it made (os_unix.c: UNIXFILE_DIRSYNC).
        self.sync_folder = new and bool(flags[0] & (apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL))

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self.recorder.happened("change", self.node, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self.recorder.happened("change", self.node, newsize, None)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.recorder.happened("sync", self.node)
        if self.sync_folder:
            self.recorder.happened("sync folder", self.path.parent)
            self.sync_folder = False

    def xClose(self) -> None:
        super().xClose()
        self.recorder.in_sqlite[self.node] -= 1


class _Rows:
    """The answer to a statement, as sqlite3 gives it."""

    description = None

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = iter(list(rows))

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def close(self) -> None:
        pass


class _Connection:
    """As much of a connection of sqlite3 as the program uses, over the file system that writes down what happens."""

    def __init__(self, path: str, settings: dict[str, str]) -> None:
        self._real = apsw.Connection(path, vfs="power")
        self._settings = settings

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> _Rows:
        for name, value in self._settings.items():
            if sql.startswith(f"PRAGMA {name} = "):
                sql = f"PRAGMA {name} = {value}"
        return _Rows(self._real.execute(sql, parameters or None))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._real.executemany(sql, rows)

    @property
    def in_transaction(self) -> bool:
        return self._real.in_transaction

    def close(self) -> None:
        self._real.close()


def settings_of(connection: Any) -> dict[str, Any]:
    """What a working copy is set to."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}


def expected_settings(folder: Path, instead: dict[str, str]) -> dict[str, Any]:
    """What the program sets a working copy of its own to, under its own SQLite; and what stands in the place of that."""
    copy = work.WorkingCopy.make(folder)
    found = settings_of(copy.db.conn)
    copy.discard()
    numbers = {"OFF": 0, "NORMAL": 1, "FULL": 2, "EXTRA": 3}
    return found | {name: numbers[value] if name == "synchronous" else value.lower() for name, value in instead.items()}


class Recorded:
    """A session from its making to its end: what happened on disk, and what was true along the way."""

    def __init__(self, root: Path, chance: random.Random, instead: dict[str, str], forget: str) -> None:
        self.path = root / "zaak.kanaal"
        self.copy = root / "kopie.kanaal"
        self.own = paths.own_prompts()
        self.hashes: list[str] = []
        self.written: dict[Path, list[bytes]] = {root / "zaak.json": [], self.own: []}
        self._whole: dict[bytes, list[str]] = {}  # what was found in a file before: most images have the same one
        self.recorder = Recorder(root, forget)
        expected = expected_settings(work.work_folder(), instead)
        with self.recorder.recording(instead):
            self._go(chance, expected)
        self.events = self.recorder.events

    def _told(self, file: SessionFile, *what: Any) -> None:
        self.hashes = list(file._history.hashes)
        for each in ("log", *what):
            self.recorder.happened("told", each, len(self.hashes))

    def _go(self, chance: random.Random, expected: dict[str, Any]) -> None:
        file = SessionFile.create(self.path, samples.grid(1, 1, 2), AT)
        found = settings_of(file._db.conn)
        assert found == expected, f"simulated is {found}, the program has {expected}"
        self._told(file, self.path)
        for number in range(40):
            what = chance.choice(("rate", "rate", "type", "type", "long", "undo", "redo", "snapshot", "export", "copy", "close", "crash"))
            session = file.session
            if what == "rate":
                file.append(intents.rate(session, 1, "d1", "p1", "w1", chance.choice(list(session.levels))), AT)
            elif what in ("type", "long"):
                text = f"Reden {number}. " * (900 if what == "long" else 1)
                file.append(intents.explain(session, 1, "d2", "p1", "w1", reason=text[:12_000].strip()), AT)
            elif what in ("undo", "redo"):
                (file.undo if what == "undo" else file.redo)(AT)
            elif what == "snapshot":
                file.snapshot()
                self._told(file, self.path)
            elif what == "export":
                for path, versions in self.written.items():
                    versions.append(f"{number} ".encode() * 2_000)
                    if path == self.own:
                        replace_own(path, versions[-1])
                    else:
                        write_new(path, versions[-1], overwrite=True)
                    self.recorder.happened("told", path, len(versions))
            elif what == "copy":
                file.save_copy(self.copy, overwrite=True)
                self._told(file, self.copy)
            else:
                if what == "close":
                    file.close()
                    self._told(file, self.path)
                else:
                    file.abandon()
                file = SessionFile.open(self.path, AT)
            self._told(file)
        file.close()
        self._told(file, self.path)

    def _hashes_in(self, path: Path) -> list[str]:
        content = path.read_bytes()
        if content not in self._whole:
            self._whole[content] = read_file(path).history.hashes
        return self._whole[content]

    def look(self, told: dict[Any, int], thorough: bool) -> None:
        """That what a cut left holds what was promised. AssertionError or Refused where it does not."""
        for path in (self.path, self.copy):
            if path in told or path.exists():
                found = self._hashes_in(path)
                assert found == self.hashes[: len(found)], "the file has another history"
                assert len(found) >= told.get(path, 1), f"{told[path]} entries were in {path.name}, {len(found)} are"
        for path, versions in self.written.items():
            if path in told or path.exists():
                assert path.exists(), f"{path.name} is gone"
                assert path.read_bytes() in versions[max(0, told.get(path, 0) - 1) :], f"{path.name} is half, or an older one"
        try:
            file = SessionFile.open(self.path, AT)
        except Refused as problem:
            if problem.key == "file_missing" and not told:
                return  # nobody was told yet that it is there
            raise
        found = list(file._history.hashes)
        assert file.notice is None, file.notice
        assert found == self.hashes[: len(found)], "the session has another history"
        # One more may be on disk than was acknowledged.
        assert len(found) - told.get("log", 0) in (0, 1), f"{told['log']} entries were acknowledged, {len(found)} are there"
        if not thorough:
            file.abandon()
            return
        file.append(intents.set_case(file.session, aim="Verder."), AT)
        file.close()
        assert check(self.path) == len(found) + 1


def write_image(root: Path, image: dict[Path, bytes]) -> None:
    """Only these files, in a folder that may have others."""
    shutil.rmtree(root)
    (root / "data" / "work").mkdir(parents=True)
    for path, content in image.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--journal", help="instead of the program's: DELETE, PERSIST, ...")
    parser.add_argument("--synchronous", help="instead of the program's: OFF, NORMAL, EXTRA")
    parser.add_argument("--locking", help="instead of the program's: NORMAL (in EXCLUSIVE, SQLite never deletes a journal)")
    parser.add_argument("--forget", choices=("files", "folders"), default="")
    asked = parser.parse_args()
    given = {"journal_mode": asked.journal, "synchronous": asked.synchronous, "locking_mode": asked.locking}
    instead = {name: value for name, value in given.items() if value}
    chance = random.Random(asked.seed)
    done, lost, promised, started = 0, 0, 0, time.monotonic()
    kinds: Counter[str] = Counter()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112 - syncing costs nothing there
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        root = Path(folder).resolve() / "schijf"
        root.mkdir()
        os.environ["KANAALWAARDEN_DATA"] = str(root / "data")
        while done < asked.images:
            write_image(root, {})
            recorded = Recorded(root, chance, instead, asked.forget)
            kinds.update(each[0] for each in recorded.events)
            cuts = Counter(chance.choices(range(len(recorded.events)), k=min(SESSION_IMAGES, asked.images - done)))
            disk = Disk()
            for place, event in enumerate(recorded.events):
                disk.apply(event)
                for _ in range(cuts[place]):
                    write_image(root, disk.after_cut(chance))
                    try:
                        recorded.look(disk.told, thorough=done % 8 == 0)
                    except Exception as problem:  # also one of ours: whatever it is, the image is lost
                        lost += 1
                        if lost <= 20:
                            print(f"LOST in image {done} (cut after {place}, {event[0]}): {problem!r}", flush=True)
                    done += 1
                    promised += disk.told.get("log", 0)
    counts = f"{kinds['change']} writes, {kinds['sync']} syncs, {kinds['names']} names, {kinds['sync folder']} folder syncs"
    took = time.monotonic() - started
    setting = "".join(f" --{name} {value}" for name, value in (*instead.items(), ("forget", asked.forget)) if value)
    print(
        f"{done} images, seed {asked.seed}{setting}: {promised} acknowledged entries looked for, {lost} images lost something"
        f" ({counts}; SQLite {apsw.sqlite_lib_version()}; {done / took:.0f} images/s)"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
