"""Let the system fail at every moment: it is told in one sentence, nothing that was acknowledged is lost, no file is half.

    .venv/bin/python .ci/reliability/faults.py [--every 1] [--all]     exit status 0 only where nothing was lost

One session (open, rate, type, undo, redo, snapshot, export, copy, close, make another) is played again and again. Each time one thing goes
wrong, at the next place: a write, a sync, a rename, a full disk 4 kB further, another program that changes the file. Under SQLite the
faults are strace's: the program and its SQLite are the real ones. After each the fault is taken away and the program opens what is there.

--every 7 tries one place or case in seven, --only takes a group of faults, and --weaken shows that a careless program would be found
out. What this computer cannot do (strace, mounting as root) is skipped and said; --all makes that a failure.
"""

import argparse
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
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden.core import intents  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.core.errors import Refused  # noqa: E402
from kanaalwaarden.export.files import write_new  # noqa: E402
from kanaalwaarden.store import session_file, work  # noqa: E402
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
        # While the disk goes on refusing, what was refused cannot be taken out; after a crash it may be there, as after a power cut.
        one_more = found.get("ever") and file._history.hashes[:-1] == expected
        if file._history.hashes != expected and not one_more:
            yield f"{path.name}: {len(expected)} entries were acknowledged, {file.entries} are there"
        file.append(intents.set_case(file.session, aim="Verder."), AT)
        file.close()
        if check(path) != len(expected) + (2 if one_more else 1):
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
        for name, case in itertools.islice(cases, None, None, self.every):
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
            table.each(kind, partial(_nth_call, place, os, name, error))
    for owner in (io, os):
        kind = f"{owner.__name__}.open for writing gives EROFS at the n-th call"
        table.each(kind, partial(_nth_call, place, owner, "open", errno.EROFS, matters=for_writing))


def _nth_call(place: Place, owner: Any, name: str, error: int, number: int, **options: Any) -> dict[str, Any]:
    return played(place, lambda: nth(owner, name, number, error, **options))


def system_calls(calls: str, table: Table, place: Place) -> None:
    strace = shutil.which("strace")
    works = strace and not subprocess.run([strace, "-e", "trace=none", "true"], capture_output=True, check=False).returncode
    for error, ever in itertools.product(SYSTEM_CALLS[calls], ("", "+")):
        kind = f"{calls.replace('?', '')} gives {error} {'from the n-th on' if ever else 'at the n-th'}"
        if works:
            table.each(kind, partial(_nth_system_call, place, f"{calls}:error={error}:when=", ever))
        else:
            table.skip(kind, "no strace, or it may not look")


def _nth_system_call(place: Place, what: str, ever: str, number: int) -> dict[str, Any]:
    log = place.root.parent / "strace.log"

    @contextlib.contextmanager
    def traced(child: int) -> Iterator[None]:
        calls = what.partition(":")[0]
        command = ["strace", "-p", str(child), "-o", str(log), "-e", f"trace={calls}", "-e", f"inject={what}{number}{ever}"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "attached" in line, line
        yield
        process.communicate(timeout=60)

    return played(place, attach=traced) | {"ever": ever, "fired": "(INJECTED)" in log.read_text(errors="replace")}


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[bool]:
    """A folder in which nobody may write: by its rights, or for root, who may write anywhere, by a mount. False where that cannot be."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield True
        folder.chmod(0o755)
        return
    bind = [["mount", "--bind", folder, folder], ["mount", "-o", "remount,bind,ro", folder]]
    works = not any(subprocess.run(each, capture_output=True, check=False).returncode for each in bind)
    try:
        yield works
    finally:
        subprocess.run(["umount", folder], capture_output=True, check=works)


def refusal(call: Callable[[], Any], *keys: str) -> Iterator[str]:
    """What is wrong when the call is not refused with one of these, in words."""
    try:
        call()
        yield f"not refused: {keys}"
    except Refused as problem:
        if problem.key not in keys or not all(labels.problem(problem).strip() for labels in LABELS):
            yield f"told {problem!r} and not {keys}"


def read_only_places(table: Table, place: Place) -> None:
    kind = "a file system that became read-only before a step"
    with read_only(place.folder) as works:
        if not works:
            table.skip(kind, "this root may not mount")
            return

    def case(folder: Path, step: int) -> Iterator[str]:
        with contextlib.ExitStack() as stack:
            if step < 0:
                stack.enter_context(read_only(folder))
            # SQLite holds files open in the data folder: there it is read-only from the start, or not at all.
            play = Play(place, lambda number: number == step and stack.enter_context(read_only(folder)) and None)
            play.go()
            if step < STEPS - 1 and not play.told:
                yield "nothing was told"
        yield from play.wrong
        yield from look(place, play.result())

    data = place.root / "data" / "work"
    places = [(place.folder, step) for step in range(-1, STEPS)] + [(data, -1), (data.parent, -1)]
    table.cases(kind, ((f"{folder.name} {step}", partial(case, folder, step)) for folder, step in places))


def locks(table: Table, place: Place) -> None:
    def held() -> Iterator[str]:
        held_out, held_in = os.pipe()
        holder = os.fork()
        if holder == 0:
            file = SessionFile.open(place.path, AT)
            file.append(intents.set_case(file.session, aim="Van een ander."), AT)
            os.write(held_in, b"x")
            signal.pause()
        os.read(held_out, 1)
        try:
            second = SessionFile.open(place.path, AT)
            if second.held is None or second.held.key != "session_locked":
                yield "it opened to work in, in two windows"
            second.close()
            yield from refusal(lambda: SessionFile.create(place.path, samples.grid(1, 1, 1), AT, overwrite=True), "session_locked")
            if leftovers() or check(place.path) != 3:
                yield "what is in use was taken for a leftover, or changed"
        finally:
            os.kill(holder, signal.SIGKILL)
            os.waitpid(holder, 0)
            os.close(held_in)
            os.close(held_out)
        file = SessionFile.open(place.path, AT)
        if file.entries != 4:
            yield f"the other window had 4 entries, {file.entries} are there"
        file.close()
        yield from strays(place)

    def turn() -> Iterator[str]:
        file = SessionFile.open(place.path, AT)
        with contextlib.closing(sqlite3.connect(work.work_folder() / "turn.lock", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with mock.patch.object(work, "_TURN_SECONDS", 0.1):
                yield from refusal(lambda: SessionFile.open(place.copy, AT), "work_folder")
                yield from refusal(lambda: SessionFile.create(place.other, samples.grid(1, 1, 1), AT), "work_folder")
                yield from refusal(leftovers, "work_folder")
            file.append(intents.set_case(file.session, aim="Gewoon verder."), AT)
            file.close()
        if check(place.path) != 4 or place.other.exists():
            yield "a window that was open could not go on"
        yield from strays(place)

    table.cases("a lock that is held", [("working copy", held), ("turn.lock", turn)])


def changed_underneath(table: Table, place: Place) -> None:
    def somebody_else(path: Path) -> None:
        path.unlink()
        aside = place.root / "elders"
        aside.mkdir(exist_ok=True)
        (aside / path.name).unlink(missing_ok=True)
        file = SessionFile.create(aside / path.name, samples.grid(1, 1, 1), AT)
        file.close()
        shutil.move(aside / path.name, path)
        shutil.rmtree(aside)

    def folder(path: Path) -> None:
        path.unlink()
        path.mkdir()
        (path / "iets").write_bytes(b"van een ander")

    def contents(path: Path) -> Any:
        return sorted((each.name, each.read_bytes()) for each in path.iterdir()) if path.is_dir() else path.read_bytes()

    def case(change: Callable[[Path], None], step: int, crash: bool) -> Iterator[str]:
        theirs: list[Any] = []

        def between(number: int) -> None:
            if number == step:
                change(place.path)
                theirs.extend([contents(place.path)] if place.path.exists() else [])
                if crash:
                    raise KeyboardInterrupt

        play = Play(place, between)
        if crash:
            file = SessionFile.open(place.path, AT)
            with contextlib.suppress(KeyboardInterrupt):
                play.steps(file)
            file.abandon()
            again = play.attempt("open", lambda: SessionFile.open(place.path, AT))
            if again is not None:
                play.attempt("close", again.close)
                again.abandon()
        else:
            play.go()
        yield from play.wrong
        if theirs and contents(place.path) != theirs[0]:
            yield "what somebody else put there was overwritten"
        files = [each for each in place.folder.glob("zaak*.kanaal") if each.is_file()]
        sound = {each: read_file(each).history.hashes for each in files if each != place.path or change is not garbage or not theirs}
        if play.hashes not in sound.values():
            yield f"{len(play.hashes)} entries were acknowledged, there are {[len(each) for each in sound.values()]}"
        yield from strays(place, *(each.name for each in files))

    def garbage(path: Path) -> None:
        path.write_bytes(b"van een ander" * 999)

    changes: tuple[Callable[[Path], None], ...] = (garbage, somebody_else, Path.unlink, folder)
    for crash in (False, True):
        kind = "a session file changed underneath" + (", and then a crash" if crash else "")
        all_ = itertools.product(changes, range(STEPS))
        table.cases(kind, ((f"{how.__name__} before step {step}", partial(case, how, step, crash)) for how, step in all_))


def export_targets(table: Table, place: Place) -> None:
    deep = place.folder / "uit"

    def exporting(target: Path, fault: AbstractContextManager[Any], gone: bool, *keys: str) -> Iterator[str]:
        """An export and a copy to `target` while there is a fault; afterwards the old one is there, and both can be written."""
        file = SessionFile.open(place.path, AT)
        before = target.read_bytes() if target.is_file() else None
        for write in (lambda: write_new(target, NEW_EXPORT, overwrite=True), lambda: file.save_copy(target, overwrite=True)):
            deep.mkdir(exist_ok=True)
            with fault:
                yield from refusal(write, *keys)
            if (target.read_bytes() if target.is_file() else None) != before or (deep.exists() and gone and list(deep.iterdir())):
                yield "something was written"
        file.append(intents.set_case(file.session, aim="Gewoon verder."), AT)
        file.close()
        if deep.exists():
            if odd := sorted({each.name for each in deep.iterdir()} - {target.name}):
                yield f"left beside the export: {odd}"
            shutil.rmtree(deep)
        if check(place.path) != 4:
            yield "the session could not go on"
        yield from strays(place)

    def open_elsewhere(name: str, old: bool) -> Iterator[str]:
        deep.mkdir()
        if old:
            (deep / name).write_bytes(OLD_EXPORT)
        refusing = mock.patch.object(os, "replace", side_effect=PermissionError(errno.EACCES, "open"))  # as Windows says it
        yield from exporting(deep / name, refusing, False, "file_unwritable")

    def a_folder(name: str) -> Iterator[str]:
        (deep / name).mkdir(parents=True)
        yield from exporting(deep / name, contextlib.nullcontext(), False, "file_is_folder")

    def gone(name: str, call: str) -> Iterator[str]:
        real = getattr(os, call)

        def going(*given: Any) -> Any:
            shutil.rmtree(deep, ignore_errors=True)
            return real(*given)

        yield from exporting(deep / name, mock.patch.object(os, call, going), True, "file_unwritable")

    cases: list[tuple[str, Callable[[], Iterable[str]]]] = []
    for name in ("uit.json", "uit.kanaal"):
        cases += [(f"{name} open elsewhere, {old}", partial(open_elsewhere, name, old)) for old in (False, True)]
        cases += [(f"{name} is a folder", partial(a_folder, name))]
        cases += [(f"{name}, folder gone at {call}", partial(gone, name, call)) for call in ("fsync", "replace")]
    table.cases("an export that cannot be put in place", cases)


def copied(temp: Path, target: Path) -> None:
    """What `work.replace` would be without care."""
    shutil.copyfile(temp, target)
    temp.unlink()


GROUPS: dict[str, tuple[Callable[[Table, Place], None], ...]] = {
    "disks": (full_disks,),
    "python": (python_calls,),
    "scripted": (read_only_places, locks, changed_underneath, export_targets),
    **{calls.split(",")[0].lstrip("?"): (partial(system_calls, calls),) for calls in SYSTEM_CALLS},
}
WEAKER: dict[str, tuple[Any, str, Any]] = {
    "": (work, "SUFFIX", work.SUFFIX),
    "swap": (work, "replace", copied),
    "look": (work, "unchanged", lambda snapshot, left: True),
    "words": (session_file, "writing", contextlib.nullcontext),
    "journal": (session_file.SessionFile, "_take_out", lambda self: None),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", choices=GROUPS, action="append", help="these groups of faults")
    parser.add_argument("--weaken", choices=WEAKER, default="", help="a part of the program made careless: this has to find that")
    asked = parser.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112 - syncing costs nothing there
    with tempfile.TemporaryDirectory(dir=memory) as folder, mock.patch.object(*WEAKER[asked.weaken]):
        place = Place(Path(folder).resolve() / "schijf")
        place.root.mkdir()
        os.environ["KANAALWAARDEN_DATA"] = str(place.root / "data")
        place.fresh()
        play = Play(place)
        play.go()
        assert not play.told + play.wrong + list(look(place, play.result())), f"without a fault: {play.told} {play.wrong}"
        table = Table(place, asked.every)
        for kind in itertools.chain.from_iterable(GROUPS[name] for name in asked.only or GROUPS):
            kind(table, place)
    print(f"{table.wrong} faults lost something or were not told" + (f"; skipped: {len(table.skipped)} kinds" if table.skipped else ""))
    return 1 if table.wrong or (asked.all and table.skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
