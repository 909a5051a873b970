"""The long runs of .ci/reliability, short; and that nothing ever opens a socket."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
_WINDOW = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from kanaalwaarden import paths
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
window = MainWindow(Settings())
window.show()
window.open_file(paths.examples() / "gemeente-waterrijk-fictief.json")
for name in ("prepare", "rate", "discuss", "decide", "report", "overview"):
    window.show_screen(name)
    for _ in range(20):
        app.processEvents()
window.close()
"""


@pytest.mark.parametrize(("run", "count"), [("fuzz.py", "--inputs=240"), ("kill.py", "--rounds=6"), ("hostile.py", "--strings=0")])
def test_a_short_run_finds_nothing(run: str, count: str) -> None:
    done = subprocess.run([sys.executable, RUNS / run, count], capture_output=True, text=True, timeout=250, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_few_minutes_of_an_evening_leave_nothing() -> None:
    command = [sys.executable, RUNS / "evening.py", "--hours=0.03", "--samples=2"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("what", ["widgets", "qobjects", "objects", "rss", ""])
def test_what_grows_in_an_evening_is_found(what: str) -> None:
    """A tenth more in the last quarter than in the second, and a log that accounts for all of it."""
    spec = importlib.util.spec_from_file_location("evening_run", RUNS / "evening.py")
    assert spec is not None
    assert spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = run
    spec.loader.exec_module(run)
    flat = {"widgets": 2700, "qobjects": 2700, "objects": 100_000, "rss": 200_000_000, "log": 0}
    found = [run.Sample(**{**flat, what: flat[what] + place * flat[what] // 150} if what else flat) for place in range(32)]
    assert [each.split()[0] for each in run.judge(found)] == ([what] if what else [])
    assert run.judge([run.Sample(**{**flat, "rss": flat["rss"] + each * 10**6, "log": each * 10**6}) for each in range(32)]) == []


@pytest.mark.parametrize("what", ["self-test", "window"])
def test_no_socket_is_ever_opened(tmp_path: Path, what: str) -> None:
    """Python tells of every socket (PEP 578); Qt could open one without Python, so its network classes must not be there at all."""
    code = _LISTEN.format(what=_SELF_TEST if what == "self-test" else _WINDOW)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "KANAALWAARDEN_DATA": str(tmp_path / "data")}
    environment["KANAALWAARDEN_CONFIG"] = str(tmp_path / "config")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=250, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "SOCKETS []" in done.stdout
    assert "QTNETWORK []" in done.stdout


def test_the_hook_would_have_heard_it() -> None:
    code = _LISTEN.format(what="import socket; socket.socket().close()")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "socket.__new__" in done.stdout
