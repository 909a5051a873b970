"""The long runs of .ci/reliability, short; and that nothing ever opens a socket."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kanaalwaarden.export.files import write_new
from kanaalwaarden.store.plain import replace_own
from tests.runs import load

ROOT = Path(__file__).resolve().parents[1]
RUNS = ROOT / ".ci" / "reliability"

_LISTEN = """
import sys
heard = []
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        heard.append(event)
sys.addaudithook(hook)
sys.argv = ["kanaalwaarden"]
{what}
print("SOCKETS", heard)
print("QTNETWORK", [name for name in sys.modules if "QtNetwork" in name or "QtWeb" in name])
"""
_SELF_TEST = "from kanaalwaarden.cli import main; assert main(['--self-test']) == 0"
"""Which writes every format, and opens the window with every screen."""


def run_of(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, RUNS / command[0], *command[1:]], capture_output=True, text=True, timeout=250, check=False)


@pytest.mark.parametrize(
    "command",
    [
        "fuzz.py --inputs 240",
        "hostile.py --strings 0",
        "kill.py --rounds 4 --windows 1",
        "power.py --images 300",
        "faults.py --only disks --only python --every 40",
        "faults.py --only scripted --every 3",
        "faults.py --only pwrite64 --only fsync --only rename --every 500",
    ],
)
def test_a_short_run_finds_nothing(command: str) -> None:
    done = run_of(*command.split())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("weakened", "loss"),
    [
        ("--synchronous OFF", "session_damaged"),
        ("--journal DELETE --locking NORMAL", "entries were acknowledged"),
        ("--forget files", "entries were acknowledged"),
        ("--forget folders", "entries were in zaak.kanaal"),
    ],
)
def test_a_power_cut_would_be_seen_to_lose_something(weakened: str, loss: str) -> None:
    done = run_of("power.py", "--images", "120", *weakened.split())
    assert done.returncode == 1, done.stdout + done.stderr
    assert loss in done.stdout


@pytest.mark.parametrize(
    ("weakened", "group", "wrong"),
    [
        ("swap", "disks", "afterwards"),
        ("look", "scripted", "overwritten"),
        ("words", "disks", "OperationalError"),
        ("journal", "fsync", "UNIQUE constraint failed"),
    ],
)
def test_a_careless_program_would_be_found_out(weakened: str, group: str, wrong: str) -> None:
    done = run_of("faults.py", "--only", group, "--weaken", weakened, "--every", "20" if group == "fsync" else "9")
    if done.returncode == 0 and "SKIPPED" in done.stdout:
        pytest.skip("no strace, or not root")
    assert done.returncode == 1, done.stdout + done.stderr
    assert wrong in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="folders are synced by Windows itself")
@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_new(path, b"inhoud", overwrite=True),
        lambda path: write_new(path, b"inhoud", overwrite=False),
        lambda path: replace_own(path, b"inhoud"),
    ],
)
def test_a_small_file_is_synced_and_then_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], None]) -> None:
    """A name can reach the disk before what is in the file: after a power cut it would be empty. Or not at all: then it would be gone."""
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        what = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else f"{os.fstat(handle).st_size} bytes"
        synced.append(f"{what}, {'in place' if (tmp_path / 'uit').exists() else 'not in place'}")

    monkeypatch.setattr(os, "fsync", fsync)
    write(tmp_path / "uit")
    assert synced == ["6 bytes, not in place", "folder, in place"]


def test_a_few_minutes_of_an_evening_leave_nothing() -> None:
    command = [sys.executable, RUNS / "evening.py", "--hours=0.03", "--samples=2"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("what", ["widgets", "qobjects", "objects", "rss", ""])
def test_what_grows_in_an_evening_is_found(what: str) -> None:
    """A tenth more in the last quarter than in the second, and a log that accounts for all of it."""
    run = load(".ci/reliability/evening.py")
    flat = {"widgets": 2700, "qobjects": 2700, "objects": 100_000, "rss": 200_000_000, "log": 0}
    found = [run.Sample(**{**flat, what: flat[what] + place * flat[what] // 150} if what else flat) for place in range(32)]
    assert [each.split()[0] for each in run.judge(found)] == ([what] if what else [])
    assert run.judge([run.Sample(**{**flat, "rss": flat["rss"] + each * 10**6, "log": each * 10**6}) for each in range(32)]) == []


def test_the_self_test_leaves_nothing_and_opens_no_socket(tmp_path: Path) -> None:
    """It shows every screen and writes every format.

    Python tells of every socket (PEP 578); Qt could open one without Python, so its network classes must not be there at all.
    """
    code = _LISTEN.format(what=_SELF_TEST)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "KANAALWAARDEN_DATA": str(tmp_path / "data")}
    environment |= {"KANAALWAARDEN_CONFIG": str(tmp_path / "config"), "LC_ALL": "C.UTF-8"}
    (tmp_path / "data").mkdir()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=250, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Zelftest geslaagd.\n")
    assert [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")] == []  # Qt, offscreen
    assert list((tmp_path / "data").iterdir()) == []
    assert "SOCKETS []" in done.stdout
    assert "QTNETWORK []" in done.stdout


def test_the_hook_would_have_heard_it() -> None:
    code = _LISTEN.format(what="import socket; socket.socket().close()")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "socket.__new__" in done.stdout
