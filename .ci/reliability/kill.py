"""Kill the program at random moments: nothing that was acknowledged may be lost, half or damaged.

    .venv/bin/python .ci/reliability/kill.py [--rounds 2000] [--windows 100] [--seed 1]     exit status 0 only where nothing was lost

A child opens the session file, and rates, types, undoes, redoes, takes snapshots and exports without a window; after each it says the
number of the change, which is then on disk. It is killed (SIGKILL) after a random moment; the file is opened again and has to hold every
number that was said. Every third time the parent dies as well, so that what a crash left is taken up by the next child.

The last `--windows` rounds kill the window itself, while keys are pressed in the rating grid and a title is typed in a field that nobody
leaves: a rating counts as said when the window has shown it, a text one second after its last key.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden.store.session_file import SessionFile, check  # noqa: E402 - the program is found from the checkout
from tests import samples  # noqa: E402

AT = "2026-01-01T10:00:00+01:00"
ANEW = 50
"""After so many rounds a new file: reading a log takes longer the longer it is."""
CHILD = """
import itertools, sys
from pathlib import Path
from kanaalwaarden.core import intents
from kanaalwaarden.export.files import write_new
from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.store.session_file import SessionFile
from tests import samples
path = Path(sys.argv[1])
file = SessionFile.open(path, "nu")
start = int(file.session.case.aim or 0)
levels = file.session.levels
for number in itertools.count(start + 1):
    change = intents.set_case(file.session, aim=str(number))
    if number % 3 == 1:
        rated = intents.rate(file.session, 1, "d1", "p1", "w1", levels[number % len(levels)])
        change = intents.Change("case", (*change.edits, *rated.edits))
    elif number % 5 == 3:
        typed = intents.explain(file.session, 1, "d1", "p1", "w1", reason=f"reden {number}")
        change = intents.Change("case", (*change.edits, *typed.edits))
    file.append(change, "nu")
    print(number, flush=True)
    if number % 7 == 0:
        file.snapshot()
    if number % 11 == 0:
        file.undo("nu")
        file.redo("nu")
    if number % 23 == 0:
        data = export_bytes(file.session, "json", samples.labels(), samples.prompts())
        write_new(path.with_suffix(".json"), data, overwrite=True)
"""

WINDOW = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts
install_fonts()
window = MainWindow(Settings())
window.show()
window.begin(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    window.show_screen("rate")
    grid = window.screen_named("rate").grid
    for _ in range(12):
        number += 1
        QTest.keyClick(grid, "123"[number % 3])
        app.processEvents()
        print("entries", window.workspace._file.entries, flush=True)
    if number % 5 == 0:
        window.undo()
        app.processEvents()
        print("entries", window.workspace._file.entries, flush=True)
    window.show_screen("prepare")
    title = window.screen_named("prepare").case_page.form.title
    title.setFocus()
    title.selectAll()
    text = f"titel {number}"
    QTest.keyClicks(title, text)
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    print("text", text, flush=True)
"""


def killed(code: str, *arguments: object, after: float) -> list[str]:
    """What a child said in whole lines until it was killed, so many seconds after the first. AssertionError when it says nothing."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert child.stdout is not None
    assert child.stderr is not None
    first = child.stdout.readline()
    if not first:
        raise AssertionError(f"the child did not begin: {child.stderr.read()[-500:]}")
    time.sleep(after)
    child.kill()
    rest = child.stdout.read()
    child.communicate(timeout=60)
    return [first.rstrip("\n"), *rest.split("\n")[:-1]]


def window(path: Path, chance: random.Random, number: int) -> int:
    """One window until its death; how much it acknowledged. AssertionError if something of it is not there afterwards."""
    said = [line.split(" ", 1) for line in killed(WINDOW, path, number, after=chance.random() * 3)]
    file = SessionFile.open(path, AT)
    entries = [int(each) for kind, each in said if kind == "entries"]
    texts = [each for kind, each in said if kind == "text"]
    title = file.session.case.title
    if file.entries < entries[-1]:
        raise AssertionError(f"{entries[-1]} entries were shown, {file.entries} are there")
    # No other title can have been typed before the ratings that follow it were shown.
    if texts and said[-1][0] == "text" and title != texts[-1]:
        raise AssertionError(f"{texts[-1]!r} was typed a second before, {title!r} is there")
    file.close() if chance.randrange(3) else file.abandon()
    return len(said)


def _anew(path: Path) -> int:
    """A new session file, in place of the one before; how many entries the log of that one had."""
    entries = 0
    if path.exists():
        SessionFile.open(path, AT).close()
        entries = check(path)
        path.unlink()
    SessionFile.create(path, samples.grid(1, 1, 2), AT).close()
    return entries


def one(path: Path, chance: random.Random) -> int:
    """One child until its death; how many changes it acknowledged. AssertionError if one of them is not there afterwards."""
    numbers = [int(line) for line in killed(CHILD, path, after=chance.random() * 0.15)]
    file = SessionFile.open(path, AT)
    found, last = int(file.session.case.aim), numbers[-1]
    # One more may be on disk than was said; while redoing, the last one may be undone for a moment.
    if not (found - last in (0, 1) or (last % 11 == 0 and file.redo_label is not None)):
        raise AssertionError(f"{last} was said, {found} is there")
    if found < last:
        file.redo(AT)
    exported = path.with_suffix(".json")
    if exported.exists() and not exported.read_bytes().rstrip().endswith(b"}"):
        raise AssertionError("an export was written half")
    file.close() if chance.randrange(3) else file.abandon()
    return len(numbers)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2_000)
    parser.add_argument("--windows", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    acknowledged, lost, entries = 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KANAALWAARDEN_DATA"] = str(Path(folder) / "data")
        os.environ["KANAALWAARDEN_CONFIG"] = str(Path(folder) / "config")
        os.environ["PYTHONPATH"] = str(ROOT)
        path = Path(folder) / "zaak.kanaal"
        for number in range(asked.rounds):
            if number % ANEW == 0:
                entries += _anew(path)
            try:
                acknowledged += one(path, chance)
            except Exception as problem:  # also one of ours: whatever it is, the round is lost
                lost += 1
                print(f"LOST in round {number}: {problem!r}", flush=True)
        for number in range(asked.windows):
            if number % ANEW == 0:
                entries += _anew(path)
            try:
                acknowledged += window(path, chance, number * 1000)
            except Exception as problem:
                lost += 1
                print(f"LOST in window {number}: {problem!r}", flush=True)
        entries += _anew(path)
    counts = f"{acknowledged} changes acknowledged, {entries} in the log, {lost} rounds lost something"
    print(f"{asked.rounds} rounds and {asked.windows} windows, seed {asked.seed}: {counts}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
