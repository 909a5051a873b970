"""Figures of the window: start, memory, and from a key to both windows."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.figures import Figure, Wish
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.slides import TABLE
from kanaalwaarden.store.session_file import SessionFile
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.start import StartScreen
from tests import samples

ROOT = Path(__file__).resolve().parents[1]
SMALL = (6, 8, 9)
"""8 platforms, 6 values, 9 disciplines."""

# Each ends at the first turn of the event loop after its window was painted: from then on it answers.
PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
app = QApplication([])
painted = Painted()
app.installEventFilter(painted)
"""
BARE = PAINTED + "window = QMainWindow()\nwindow.resize(1280, 720)\nwindow.show()\napp.exec()\n"
OURS = PAINTED + "from kanaalwaarden.cli import main\nmain([])\n"

MEMORY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
def told():
    for _ in range(10):
        app.processEvents()
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmRSS")))
"""
BARE_MEMORY = MEMORY + "window = QMainWindow()\nwindow.resize(1280, 720)\nwindow.show()\ntold()\n"
OUR_MEMORY = (
    MEMORY
    + """
from kanaalwaarden import paths
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.screens import SCREENS
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts
install_fonts()
window = MainWindow(Settings())
window.show()
window.begin(paths.examples() / "gemeente-waterrijk-fictief.json")
for name in SCREENS if sys.argv[1] == "all" else ["overview"]:
    window.show_screen(name)
    app.processEvents()
window.projector.turn_on()
told()
"""
)


def child(code: str, *arguments: str) -> tuple[float, str]:
    """How long a process takes that runs this, and what it says. CalledProcessError where it ends badly."""
    start = time.perf_counter()
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True, capture_output=True, text=True)
    return time.perf_counter() - start, done.stdout.strip()


def forget_files() -> bool:
    """Have the system drop what it keeps in memory of Python's, Qt's and our files; whether it can be asked that here."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for folder in (Path(sys.prefix), Path(sys.base_prefix), ROOT / "kanaalwaarden", ROOT / "resources"):
        for each in folder.rglob("*"):
            if (each.is_file() and each.suffix in (".py", ".pyc", ".so", ".ttf", ".json", ".ts", ".svg")) or ".so." in each.name:
                try:
                    handle = os.open(each, os.O_RDONLY)
                except OSError:
                    continue
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)
    return True


def starting(wish: Wish, folder: Path) -> Iterator[Figure]:
    """From the command to a window that was painted and answers."""
    for name in ("warm", "cold"):
        if name == "cold" and (wish.fast or not forget_files()):
            continue
        times: dict[str, list[float]] = {BARE: [], OURS: []}
        for code in times:
            child(code)  # compiled, and in memory
        for _ in range(wish.runs):
            for code, taken in times.items():
                if name == "cold":
                    forget_files()
                taken.append(child(code)[0])
        yield Figure(f"start to the first usable window, {name}", "bare QApplication and QMainWindow", times[OURS], times[BARE], most=1.5)


def memory(wish: Wish, folder: Path) -> Iterator[Figure]:
    """What both windows hold, with the example open."""
    if not Path("/proc/self/status").exists():
        return
    for name, which in (("both windows open", "one"), ("both windows open, every screen seen", "all")):
        bare, ours = [], []
        for _ in range(wish.runs):
            bare.append(int(child(BARE_MEMORY)[1]) / 1024)
            ours.append(int(child(OUR_MEMORY, which)[1]) / 1024)
        yield Figure(f"memory with {name}", "bare window", ours, bare, most=2, limit=250, unit="MB")


class Painted(QObject):
    """How often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False  # the widget paints after this, within the same round of events


def write_and_repaint(app: QApplication, folder: Path, times: int) -> list[float]:
    """What no program can do without: one committed write, and the repaint of an empty window of the same size."""
    link = sqlite3.connect(folder / "baseline.sqlite", isolation_level=None)
    link.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; CREATE TABLE t (n INTEGER, text TEXT)")
    window = QWidget()
    window.resize(1920, 1080)
    window.show()
    app.processEvents()
    taken = []
    for number in range(times):
        start = time.perf_counter()
        link.execute("INSERT INTO t VALUES (?, 'een oordeel')", (number,))
        window.repaint()
        taken.append(time.perf_counter() - start)
    link.close()
    window.close()
    window.deleteLater()
    return taken


def key_times(app: QApplication, path: Path, session: Session, times: int) -> list[float]:
    """Real key presses on the rating grid; the clock stops when what each asked for is committed and painted in both windows.

    No round is blind, and the projector shows the value table; a key that changes nothing that the room sees is not counted.
    """
    window = MainWindow(Settings())
    window.resize(1920, 1080)
    window.show()
    problem = window.workspace.new(path, session)
    assert problem is None, window.workspace.labels.problem(problem)
    window.show_screen("rate")
    window.projector.turn_on()
    window.projector.resize(1920, 1080)
    assert window.stage.show(TABLE)
    for _ in range(10):
        app.processEvents()
    grid = next(each for each in window.current.findChildren(QTableView) if each.isVisible() and each.model().columnCount() > 1)
    grid.setFocus()
    room, table = Painted(window.projector), Painted(grid.viewport())
    changed: list[object] = []
    window.workspace.changed.connect(changed.append)
    taken: list[float] = []
    for number in range(times * 20):
        key = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)[(number + number // 48) % 4]
        changed.clear()
        room.times = table.times = 0
        start = time.perf_counter()
        QTest.keyClick(grid, key)
        app.processEvents()  # the projector paints here too, if what the room sees has changed
        while changed and not table.times:
            assert time.perf_counter() - start < 5, "a key was not painted within five seconds"
            app.processEvents()
        if changed and room.times:
            taken.append(time.perf_counter() - start)
        app.processEvents()
        if number % 7 == 6 and not room.times:  # back to the cells that the room sees
            grid.setCurrentIndex(grid.model().index(0, number // 7 % 3))
            app.processEvents()
        if len(taken) == times:
            break
    assert len(taken) == times, f"only {len(taken)} keys were painted in both windows"
    window.workspace.show_start()
    window.close()
    window.deleteLater()
    app.processEvents()
    return taken


def folder_list(wish: Wish, folder: Path) -> Iterator[Figure]:
    """The start screen's list of a folder: by name at once, and with what each session is and how far."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    count = 40 if wish.fast else 342
    session = samples.full(*SMALL)
    first = folder / "000.kanaal"
    SessionFile.create(first, session, "2026-01-01T10:00:00+01:00").close()
    for number in range(1, count):
        shutil.copyfile(first, folder / f"{number:03}.kanaal")
    window = MainWindow(Settings())
    window.show()
    start = window.screen_named("start")
    assert isinstance(start, StartScreen)
    names, whole = [], []
    for _ in range(wish.runs):
        began = time.perf_counter()
        start.show_folder(folder)
        start.list.repaint()
        names.append(time.perf_counter() - began)
        while start._reading.isActive():
            app.processEvents()
        whole.append(time.perf_counter() - began)
        assert len(start.model.lines) == count
        assert all(line.steps for line in start.model.lines)
    window.close()
    window.deleteLater()
    yield Figure(f"{count} session files in one list, by name", "", names, [], limit=1)
    yield Figure(f"{count} session files in one list, each read and verified", "", whole, [], limit=1)


def keys(wish: Wish, folder: Path) -> Iterator[Figure]:
    """From a key to the disk and both windows: the small session against what no program can do without, the large against the small."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    times = 40 if wish.fast else 100
    base = write_and_repaint(app, folder, times)
    small = key_times(app, folder / "small.kanaal", samples.full(*SMALL), times)
    yield Figure(
        "key, on disk, both windows painted: 8 x 6 x 9", "a committed write and the repaint of an empty window",
        small, base, most=2, limit=0.016, alarm=60, percentile=95,
    )  # fmt: skip
    large = key_times(app, folder / "large.kanaal", wish.large, times)
    yield Figure(f"the same with {wish.ratings}", "8 x 6 x 9", large, small, most=2, alarm=15, percentile=95)
