"""Let the system fail at every moment: it is told in one sentence, nothing that was acknowledged is lost, no file is half.

    .venv/bin/python .ci/reliability/faults.py [--every 1] [--all]     exit status 0 only where nothing was lost

One session (open, rate, type, undo, redo, snapshot, export, copy, close, make another) is played again and again. Each time one thing goes
wrong, at the next place: a write, a sync, a rename, a full disk 4 kB further, another program that changes the file. Under SQLite the
faults are strace's: the program and its SQLite are the real ones. After each the fault is taken away and the program opens what is there.

--every 7 tries one place in seven. What this computer cannot do (strace, mounting as root) is skipped and said; --all makes that a failure.
"""

import argparse
import builtins
import contextlib
import ctypes
import errno
import io
import itertools
import json
import os
import resource
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden.core import intents  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.core.errors import Refused  # noqa: E402
from kanaalwaarden.export.files import write_new  # noqa: E402
from kanaalwaarden.store import work  # noqa: E402
from kanaalwaarden.store.reading import read_file  # noqa: E402
from kanaalwaarden.store.session_file import SessionFile, check, leftovers  # noqa: E402
from tests import samples  # noqa: E402

AT = "2026-01-01T10:00:00+01:00"
LABELS = [samples.labels("nl"), samples.labels("en")]
BLOCK = 4096
OLD_EXPORT, NEW_EXPORT = b"oud" * 3_000, b"nieuw" * 4_000
STEPS = 12  # of `Play.steps`; between them another program may do something
# What strace lets fail, and how. Names that not every processor has, have a question mark.
SYSTEM_CALLS = {
    "pwrite64": ("EIO", "ENOSPC"),
    "write": ("EIO", "ENOSPC"),
    "fsync,fdatasync": ("EIO", "ENOSPC"),
    "ftruncate": ("EIO",),
    "?rename,renameat,renameat2": ("EIO", "EACCES", "EROFS", "ENOSPC"),
    "?link,linkat": ("EIO", "EACCES", "EROFS", "EPERM"),
    "openat": ("EROFS", "EACCES"),
    "pread64": ("EIO",),
}

Fault = Callable[[], AbstractContextManager[Any]]
Between = Callable[[int], None]


class Place:
    """A folder with a session and an older export of it, and the data folder of the program; made anew for each fault."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "map"
        self.path = self.folder / "zaak.kanaal"
        self.export, self.new_export = self.folder / "zaak.json", self.folder / "nieuw.json"
        self.copy, self.other = self.folder / "kopie.kanaal", self.folder / "nieuw.kanaal"
        self.template, self.hashes = b"", list[str]()

    def fresh(self) -> None:
        for each in self.root.iterdir() if self.root.exists() else ():
            shutil.rmtree(each)
        self.folder.mkdir(parents=True)
        (self.root / "data" / "work").mkdir(parents=True)
        self.export.write_bytes(OLD_EXPORT)
        if not self.template:
            file = SessionFile.create(self.path, samples.grid(2, 2, 2), AT)
            file.append(intents.rate(file.session, 1, "d1", "p1", "w1", "veel"), AT)
            file.append(intents.explain(file.session, 1, "d1", "p1", "w1", reason="Omdat het zo is."), AT)
            file.close()
            self.template, self.hashes = self.path.read_bytes(), list(read_file(self.path).history.hashes)
        self.path.write_bytes(self.template)


class Play:
    """The session, played once; what was acknowledged, what was told and what went wrong."""

    def __init__(self, place: Place, between: Between = lambda step: None) -> None:
        self.place, self.between = place, between
        self.hashes = list(place.hashes)
        self.other: list[str] = []
        self.done: list[str] = []
        self.told: list[str] = []
        self.wrong: list[str] = []

    def attempt(self, name: str, call: Callable[[], Any]) -> Any:
        """What the call gives; None when it was refused, as it may be, or when it went wrong."""
        try:
            given = call()
            self.done.append(name)
            return True if given is None else given
        except Refused as problem:
            self.told.append(problem.key)
            for labels in LABELS:
                sentence = labels.problem(problem)
                if not sentence.strip() or "\n" in sentence:
                    self.wrong.append(f"{name}: no sentence for {problem!r}")
        except BaseException as problem:  # whatever it is, it is a fault of ours
            where = traceback.extract_tb(problem.__traceback__)[-1]
            self.wrong.append(f"{name}: {problem!r} ({Path(where.filename).name}:{where.lineno})")
        return None

    def go(self) -> None:
        """People try again what was refused; what cannot be closed is left as a crash would."""
        file = self.attempt("open", lambda: SessionFile.open(self.place.path, AT)) or self.attempt("open", self._open)
        if file is not None:
            self.steps(file)
            if not self.attempt("close", file.close):
                self.attempt("close", file.close)
            self.attempt("abandon", file.abandon)
        made = self.attempt("create", lambda: SessionFile.create(self.place.other, samples.grid(1, 1, 1), AT))
        if made is not None:
            self.attempt("rate the other", lambda: made.append(intents.rate(made.session, 1, "d1", "p1", "w1", "veel"), AT))
            self.other = list(made._history.hashes)
            self.attempt("close the other", made.close)
            self.attempt("abandon the other", made.abandon)

    def _open(self) -> SessionFile:
        return SessionFile.open(self.place.path, AT)

    def steps(self, file: SessionFile) -> None:
        place = self.place

        def rate(value: str) -> None:
            file.append(intents.rate(file.session, 1, "d2", "p1", value, "veel"), AT)

        def type_(text: str) -> None:
            file.append(intents.explain(file.session, 1, "d1", "p2", "w1", reason=text), AT)

        steps: list[tuple[str, Callable[[], Any]]] = [
            ("rate", lambda: rate("w1")),
            ("type", lambda: type_("x" * 20_000)),
            ("undo", lambda: file.undo(AT) and None),
            ("redo", lambda: file.redo(AT) and None),
            ("snapshot", lambda: file.snapshot()),
            ("rate again", lambda: rate("w2")),
            ("export", lambda: write_new(place.export, NEW_EXPORT, overwrite=True)),
            ("export anew", lambda: write_new(place.new_export, NEW_EXPORT, overwrite=False)),
            ("copy", lambda: file.save_copy(place.copy)),
            ("type again", lambda: type_("y" * 15_000)),
            ("snapshot again", lambda: file.snapshot()),
            ("rate last", lambda: rate("w1") if file.session.ratings and file.entries < 4 else type_("Tot slot.")),
        ]
        assert len(steps) == STEPS
        for number, (name, step) in enumerate(steps):
            self.between(number)
            done = self.attempt(name, step)
            if not done and list(file._history.hashes) != self.hashes:
                self.wrong.append(f"{name}: refused, and yet something changed")
            self.hashes = list(file._history.hashes)

    def result(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("hashes", "other", "done", "told", "wrong")}


def same_start(some: list[str], all_: list[str]) -> bool:
    return some == all_[: len(some)]


def look(place: Place, found: dict[str, Any]) -> Iterator[str]:
    """What is wrong with what a fault left, once the fault is gone."""
    hashes, done = found["hashes"], found["done"]
    there = read_file(place.path).history.hashes
    if not same_start(there, hashes):
        yield "the visible file has another history"
    if "close" in done and there != hashes:
        yield f"closed with {len(hashes)} entries, the visible file has {len(there)}"
    if place.export.read_bytes() != (NEW_EXPORT if "export" in done else OLD_EXPORT):
        yield "the export is not what was said"
    if place.new_export.exists() != ("export anew" in done) or ("export anew" in done and place.new_export.read_bytes() != NEW_EXPORT):
        yield "the new export is not what was said"
    if place.copy.exists() != ("copy" in done) or ("copy" in done and not same_start(read_file(place.copy).history.hashes, hashes)):
        yield "the copy is not what was said"
    if place.other.exists() != ("create" in done):
        yield "the other session is not what was said"
    leftovers()
    wanted = [(place.path, hashes), *([(place.other, found["other"])] if "create" in done else [])]
    for path, expected in wanted:
        file = SessionFile.open(path, AT)
        if file.notice is not None:
            yield f"opening {path.name} tells {file.notice!r}"
        if file._history.hashes != expected:
            yield f"{path.name}: {len(expected)} entries were acknowledged, {file.entries} are there"
        file.append(intents.set_case(file.session, aim="Verder."), AT)
        file.close()
        if check(path) != len(expected) + 1:
            yield f"{path.name} was closed with something else"
    yield from strays(place)


def strays(place: Place, *more: str) -> Iterator[str]:
    expected = {each.name for each in (place.path, place.export, place.new_export, place.copy, place.other)} | set(more)
    if odd := sorted({each.name for each in place.folder.iterdir()} - expected):
        yield f"left beside the session: {odd}"
    if odd := sorted(each.name for each in work.work_folder().iterdir() if not each.name.startswith("turn.lock")):
        yield f"left in the data folder: {odd}"


# Playing it in a child, so that a limit or a fault ends with it


def in_child(work_: Callable[[], dict[str, Any]], attach: Callable[[int], AbstractContextManager[Any]] | None = None) -> dict[str, Any]:
    """What the work in a child of ours gives. The answer goes out with writev, which no fault of ours touches."""
    answer, answer_in = os.pipe()
    start_out, start = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with contextlib.suppress(OSError, AttributeError):
                ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # PR_SET_PTRACER: strace may look, also without root
            os.read(start_out, 1)
            data = json.dumps(work_()).encode()
            while data:
                data = data[os.writev(answer_in, [data[:60_000]]) :]
        finally:
            os._exit(0)
    os.close(answer_in)
    os.close(start_out)
    try:
        with attach(child) if attach else contextlib.nullcontext():
            os.write(start, b"x")
            os.close(start)
            data, until = b"", time.monotonic() + 60
            while select.select([answer], [], [], max(0.0, until - time.monotonic()))[0] and (more := os.read(answer, 65_536)):
                data += more
            if time.monotonic() >= until:
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    finally:
        os.close(answer)
    return json.loads(data) if data else {"wrong": ["the program died, or hung for a minute"], "told": [], "done": [], "hashes": []}


def played(place: Place, fault: Fault = contextlib.nullcontext, between: Between = lambda step: None, **options: Any) -> dict[str, Any]:
    """The session played in a child while the fault is there; `fired` says whether the fault came to it."""

    def go() -> dict[str, Any]:
        play = Play(place, between)
        with fault() as fired:
            play.go()
        return play.result() | {"fired": bool(fired) if fired is not None else bool(play.told)}

    return in_child(go, **options)


@contextlib.contextmanager
def nth(owner: Any, name: str, number: int, error: int, matters: Callable[..., bool] = lambda *given: True) -> Iterator[list[int]]:
    """The n-th call of a function of Python fails; what is given is not empty once it did."""
    real, count, fired = getattr(owner, name), itertools.count(1), list[int]()

    def call(*given: Any, **options: Any) -> Any:
        if matters(*given, *options.values()) and next(count) == number:
            fired.append(number)
            raise OSError(error, os.strerror(error))
        return real(*given, **options)

    with mock.patch.object(owner, name, call):
        yield fired


def for_writing(path: Any, how: Any = "r", *rest: Any) -> bool:
    return bool(how & (os.O_WRONLY | os.O_RDWR)) if isinstance(how, int) else any(each in how for each in "wxa+")


class Table:
    """One line for each kind of fault."""

    def __init__(self, place: Place, every: int) -> None:
        self.place, self.every = place, every
        self.wrong, self.skipped = 0, list[str]()
        print(f"{'kind of fault':58} {'faults':>6} {'told':>6} {'wrong':>6}", flush=True)

    def line(self, kind: str, faults: int, told: int, wrong: int) -> None:
        self.wrong += wrong
        print(f"{kind:58} {faults:6} {told:6} {wrong:6}", flush=True)

    def skip(self, kind: str, why: str) -> None:
        self.skipped.append(kind)
        print(f"{kind:58} SKIPPED: {why}", flush=True)

    def each(self, kind: str, play: Callable[[int], dict[str, Any]], look_: Callable[..., Iterable[str]] = look, first: int = 1) -> None:
        """Play with a fault at the first place, the next, ... until it no longer comes to it."""
        faults = told = wrong = 0
        for number in itertools.count(first, self.every):
            self.place.fresh()
            found = play(number)
            problems = [*found["wrong"], *self._looked(look_, found)]
            faults, told, wrong = faults + bool(found.get("fired")), told + bool(found["told"]), wrong + bool(problems)
            for problem in problems[:3]:
                print(f"WRONG {kind}, at {number}: {problem}", flush=True)
            if not found.get("fired"):
                break
        self.line(kind, faults, told, wrong)

    def cases(self, kind: str, cases: Iterable[tuple[str, Callable[[], Iterable[str]]]]) -> None:
        """Scripted cases: each says what is wrong."""
        faults = wrong = 0
        for name, case in cases:
            self.place.fresh()
            faults += 1
            problems = list(self._looked(case))
            wrong += bool(problems)
            for problem in problems[:3]:
                print(f"WRONG {kind}, {name}: {problem}", flush=True)
        self.line(kind, faults, faults, wrong)

    def _looked(self, look_: Callable[..., Iterable[str]], *given: Any) -> Iterator[str]:
        try:
            yield from look_(self.place, *given) if given else look_()
        except Exception as problem:  # whatever it is, it is a fault of ours
            where = traceback.extract_tb(problem.__traceback__)[-1]
            yield f"afterwards: {problem!r} ({Path(where.filename).name}:{where.lineno})"


# The kinds of faults


def full_disks(table: Table, place: Place) -> None:
    @contextlib.contextmanager
    def limited(size: int) -> Iterator[None]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        yield
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    table.each("no file may grow beyond n x 4 kB", lambda n: played(place, lambda: limited(n * BLOCK)), first=0)
    kind = "full disk after n x 4 kB"

    def sized(size: str, *more: str) -> bool:
        return not subprocess.run(["mount", "-o", f"{size}{','.join(more)}", place.root], capture_output=True, check=False).returncode

    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place.root]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        table.skip(kind, "only root can make a tiny disk")
        return
    try:

        def full(number: int) -> dict[str, Any]:
            disk = os.statvfs(place.root)
            assert sized(f"remount,size={(disk.f_blocks - disk.f_bfree + number) * disk.f_frsize}")
            try:
                return played(place)
            finally:
                assert sized("remount,size=16m")

        table.each(kind, full, first=0)
    finally:
        subprocess.run(["umount", place.root], check=True)


def python_calls(table: Table, place: Place) -> None:
    for name, errors in {"fsync": (errno.EIO, errno.ENOSPC), "replace": (errno.EIO, errno.EACCES), "link": (errno.EIO,)}.items():
        for error in errors:
            kind = f"os.{name} gives {errno.errorcode[error]} at the n-th call"
            table.each(kind, lambda n, name=name, error=error: played(place, lambda: nth(os, name, n, error)))  # type: ignore[misc]

    @contextlib.contextmanager
    def opening(number: int) -> Iterator[list[int]]:
        with nth(io, "open", number, errno.EROFS, for_writing) as fired, nth(builtins, "open", -1, errno.EROFS):
            yield fired

    table.each("a file opened for writing gives EROFS at the n-th", lambda n: played(place, lambda: opening(n)))
    table.each("os.open for writing gives EROFS at the n-th", lambda n: played(place, lambda: nth(os, "open", n, errno.EROFS, for_writing)))


def system_calls(table: Table, place: Place) -> None:
    strace = shutil.which("strace")
    works = strace and not subprocess.run([strace, "-e", "trace=none", "true"], capture_output=True, check=False).returncode
    for calls, errors in SYSTEM_CALLS.items():
        for error, ever in itertools.product(errors, ("", "+")):
            kind = f"{calls.replace('?', '')} gives {error} {'from the n-th on' if ever else 'at the n-th'}"
            if not works:
                table.skip(kind, "no strace, or it may not look")
                continue
            assert strace is not None
            log = place.root.parent / "strace.log"

            @contextlib.contextmanager
            def traced(child: int, what: str) -> Iterator[None]:
                command = [strace, "-p", str(child), "-o", str(log), "-e", f"trace={calls}", "-e", f"inject={calls}:{what}"]  # noqa: B023
                process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
                assert process.stderr is not None
                line = process.stderr.readline()
                assert "attached" in line, line
                yield
                process.communicate(timeout=60)

            def play(number: int) -> dict[str, Any]:
                what = f"error={error}:when={number}{ever}"  # noqa: B023
                found = played(place, attach=lambda child: traced(child, what))  # noqa: B023
                return found | {"fired": "(INJECTED)" in log.read_text(errors="replace")}  # noqa: B023

            table.each(kind, play)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112 - syncing costs nothing there
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        place = Place(Path(folder).resolve() / "schijf")
        place.root.mkdir()
        os.environ["KANAALWAARDEN_DATA"] = str(place.root / "data")
        place.fresh()
        play = Play(place)
        play.go()
        assert not play.told + play.wrong + list(look(place, play.result())), f"without a fault: {play.told} {play.wrong}"
        table = Table(place, asked.every)
        full_disks(table, place)
        python_calls(table, place)
        system_calls(table, place)
    print(f"{table.wrong} faults lost something or were not told" + (f"; skipped: {len(table.skipped)} kinds" if table.skipped else ""))
    return 1 if table.wrong or (asked.all and table.skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
