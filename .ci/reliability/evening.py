"""A meeting of eight hours through the real window and projector: nothing may pile up in memory.

    .venv/bin/python .ci/reliability/evening.py [--hours 8] [--seed 1] [--samples 32] [--leak]     status 0 only where nothing grew

An hour is 300 things that a facilitator does: rating and typing by key, undo, redo, reveals, later rounds, screens, slides, the projector,
snapshots, exports, now and then another language, look or size. The session stays of one size: the same cells are rated and typed over.
Thirty-two times everything is put back as it was at the start, and counted: widgets, objects of Qt that Python holds, objects of
Python, and what the system holds for us (RSS, after the collectors of Python and of the C library). The last quarter of the evening is
held against the second: in the first the caches fill up (fonts, icons). Each export is made once before that: what it loads stays.

The log grows by design: what it holds in memory is measured and taken off. The rest of RSS may be 5 % more: the C library does not give
back every page, by an amount that goes up and down; a leak of ten kilobytes per thing done would be over it after eight hours. So may the
objects of Python, as caches hold what was looked at last. Of widgets there may be 0.1 % more: two. `--leak` keeps a widget and some
memory at each step: it must be found.
"""

import argparse
import ctypes
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt  # noqa: E402 - the program is found from the checkout, and Qt told where to draw
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget  # noqa: E402

from kanaalwaarden.core.model import Argument, Round  # noqa: E402
from kanaalwaarden.store.session_file import SessionFile, check  # noqa: E402
from kanaalwaarden.ui.main_window import MainWindow  # noqa: E402
from kanaalwaarden.ui.rate import RateScreen  # noqa: E402
from kanaalwaarden.ui.report import ReportScreen  # noqa: E402
from kanaalwaarden.ui.screens import SCREENS  # noqa: E402
from kanaalwaarden.ui.settings import Settings  # noqa: E402
from kanaalwaarden.ui.theme import install_fonts  # noqa: E402
from tests import samples  # noqa: E402

AT = "2026-01-01T10:00:00+01:00"
AN_HOUR = 300
MEMORY, COUNTS = 1.05, 1.001
WORDS = ("omdat", "wij", "dit", "in de praktijk", "zien,", "en het", "ons raakt", "en ook", "de inwoners", "van", "onze gemeente")


@dataclass(frozen=True)
class Sample:
    """What there is at a moment."""

    widgets: int
    qobjects: int
    objects: int
    rss: int
    log: int
    """Bytes that the log holds in memory."""


def judge(samples_: Sequence[Sample]) -> list[str]:
    """What grew from the second quarter to the last."""
    quarter = max(1, len(samples_) // 4)
    then, now = samples_[quarter : 2 * quarter], samples_[-quarter:]
    found = []
    for what, most in (("widgets", COUNTS), ("qobjects", COUNTS), ("objects", MEMORY), ("rss", MEMORY)):

        def middle(part: Sequence[Sample], what: str = what) -> float:
            return statistics.median(getattr(each, what) - (each.log if what == "rss" else 0) for each in part)

        if middle(now) > middle(then) * most:
            found.append(f"{what} grew from {middle(then):.0f} to {middle(now):.0f}")
    return found


class Evening:
    """The window, and what is done in it."""

    def __init__(self, folder: Path, chance: random.Random, leak: bool) -> None:
        self.folder, self.chance = folder, chance
        self.kept: list[object] | None = [] if leak else None
        self.path = folder / "zaak.kanaal"
        SessionFile.create(self.path, samples.grid(6, 5, 6, title="Een lange avond", date="2026-11-27"), AT).close()
        install_fonts()
        self.window = MainWindow(Settings())
        self.window.resize(1280, 720)
        self.window.show()
        self.window.open_file(self.path)
        self.workspace = self.window.workspace
        self.file = self.workspace._file
        assert self.file is not None
        QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: (str(self._target), ""))  # type: ignore[method-assign]
        self._target = folder / "uit"
        rare: list[tuple[int, Callable[[], object]]] = [
            (30, self.rate), (14, self.type), (6, self.argue), (6, self.conclude), (10, self.undo), (6, self.redo), (14, self.screen),
            (20, self.slide), (2, self.projector), (4, self.snapshot), (2, self.reveal), (1, self.next_round), (1, self.export),
            (1, self.look),
        ]  # fmt: skip
        self.weights, self.deeds = zip(*rare, strict=True)

    def settle(self) -> None:
        for _ in range(2):
            QApplication.processEvents()

    def words(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 12)))

    def cell(self) -> tuple[str, str]:
        session = self.workspace.session
        return self.chance.choice(session.values).id, self.chance.choice(session.platforms).id

    def do(self) -> None:
        """One thing. A dialog that comes up is answered with Escape: what is refused is refused."""
        self.chance.choices(self.deeds, self.weights)[0]()
        self.settle()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        if self.kept is not None:
            self.kept.append((QWidget(self.window), bytearray(10_000)))

    # What is done

    def rate(self) -> None:
        self.window.show_screen("rate")
        screen = self.window.current
        assert isinstance(screen, RateScreen)
        screen.show_discipline(self.chance.choice(self.workspace.session.disciplines).id)
        screen.grid.setFocus()
        QTest.keyClicks(screen.grid, "".join(self.chance.choices("1234", k=self.chance.randint(1, 12))))

    def type(self) -> None:
        self.rate()
        screen = self.window.current
        assert isinstance(screen, RateScreen)
        QTest.keyClick(screen.grid, Qt.Key.Key_F2)
        field = QApplication.focusWidget() or screen.grid
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, self.words())
        QTest.keyClick(field, Qt.Key.Key_Escape)

    def argue(self) -> None:
        """At most forty arguments; after that one goes for each that comes."""
        value, platform = self.cell()
        self.workspace.argue(value, platform, discipline=self.chance.choice(self.workspace.session.disciplines).id, text=self.words())
        there = list(self.workspace.session.tables[Argument.TABLE].values())
        if len(there) > 40:
            self.workspace.edit_note(there[0], text="")

    def conclude(self) -> None:
        value, platform = self.cell()
        self.workspace.conclude(value, platform, effect=self.chance.choice(["", "geen", "niet_eenduidig"]), text=self.words())

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 5)):
            self.window.undo()

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 5)):
            self.window.redo()

    def screen(self) -> None:
        self.window.show_screen(self.chance.choice(SCREENS[1:]))

    def slide(self) -> None:
        stage = self.window.stage
        self.chance.choice(
            [
                stage.next, stage.next, stage.back, stage.blank, stage.pause, lambda: stage.zoom_by(self.chance.choice((-1, 1))),
                lambda: stage.show(self.chance.choice(stage.listed())),
            ]
        )()  # fmt: skip

    def projector(self) -> None:
        self.window.projector.toggle()

    def snapshot(self) -> None:
        self.workspace.snapshot()

    def reveal(self) -> None:
        value, _ = self.cell()
        self.workspace.reveal(self.workspace.session.rounds[-1], value)

    def next_round(self) -> None:
        """Three rounds at most: the session stays of one size."""
        if len(self.workspace.session.rounds) < 3:
            self.workspace.reveal(1)
            self.workspace.next_round([self.cell() for _ in range(6)])

    def export(self, place: int | None = None) -> bool:
        """One of the exports, or the one at this place; False where there is none."""
        self.window.show_screen("report")
        screen = self.window.current
        assert isinstance(screen, ReportScreen)
        offers = screen.files._offers()
        if place is not None and place >= len(offers):
            return False
        offer = self.chance.choice(offers) if place is None else offers[place]
        self._target = self.folder / f"uit-{offer.format}"
        screen.export(offer)
        for _ in range(600):  # it is made beside the window
            QTest.qWait(20)
            if not screen._job._running:
                break
        assert list(self.folder.glob(f"uit-{offer.format}*")), f"no {offer.format} was written"
        return True

    def look(self) -> None:
        window = self.window
        self.chance.choice(
            [
                lambda: window.choose_language(self.chance.choice(("nl", "en"))),
                lambda: window.choose_scheme(self.chance.choice(("light", "dark", "contrast"))),
                lambda: window.zoom(1), lambda: window.zoom(0),
            ]
        )()  # fmt: skip

    # Counting

    def still(self) -> Sample:
        """Everything as it was at the start, so that what is counted is comparable; then count."""
        window = self.window
        if window.projector.on:
            window.projector.turn_off()
        window.settings.put("language", "nl")
        window.settings.put("scheme", "light")
        window.zoom(0)
        for name in ("prepare", "rate", "discuss", "decide", "overview"):  # a screen makes part of its widgets when it is first shown
            window.show_screen(name)
            self.settle()
        window.stage.painter._laid.clear()  # slides that are kept laid out: 24 at most, which may be small or whole tables
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        if sys.platform == "linux":
            ctypes.CDLL(None).malloc_trim(0)
        assert self.file is not None
        history = self.file._history
        steps = [*history.undo, *history.redo]
        log = sys.getsizeof(history.hashes) + sum(map(sys.getsizeof, history.hashes))
        log += sum(sys.getsizeof(each) + sys.getsizeof(each.seqs) + 32 * len(each.seqs) for each in steps)
        there = gc.get_objects()
        # A step of the log is two objects for the collector: itself and its list.
        objects = len(there) - 2 * len(steps)
        qobjects = sum(isinstance(each, QObject) for each in there)
        return Sample(len(QApplication.allWidgets()), qobjects, objects, _rss(), log)

    def close(self) -> int:
        """Home; the file is sound, and has so many entries."""
        self.window.close()
        return check(self.path)


def _rss() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=int, default=32)
    parser.add_argument("--leak", action="store_true")
    asked = parser.parse_args()
    started = time.perf_counter()
    deeds = round(asked.hours * AN_HOUR)
    every = max(1, deeds // asked.samples)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KANAALWAARDEN_DATA"] = str(Path(folder) / "data")
        os.environ["KANAALWAARDEN_CONFIG"] = str(Path(folder) / "config")
        QApplication(sys.argv[:1])
        evening = Evening(Path(folder), random.Random(asked.seed), asked.leak)
        place = 0
        if asked.hours < 1:  # the widgets of a later round come once; in so short a time they would look like growth
            evening.rate()
            evening.next_round()
        else:  # what each export loads of Python stays, whenever it is made first
            while evening.export(place):
                place += 1
        found = [evening.still()]
        for number in range(1, deeds + 1):
            evening.do()
            if number % every == 0:
                found.append(evening.still())
                print(f"{number:6}: {found[-1]}", flush=True)
        rounds, revealed = len(evening.workspace.session.rounds), evening.workspace.session.tables[Round.TABLE].values()
        told = f"{rounds} rounds, {sum(bool(each.revealed) for each in revealed)} revealed"
        entries = evening.close()
    wrong = judge(found)
    per_entry = (found[-1].log - found[0].log) / max(1, entries - 1)
    print(f"{asked.hours:g} hours, seed {asked.seed}: {deeds} things done in {time.perf_counter() - started:.0f} s, {told}")
    print(f"{entries} entries in the log, which holds {per_entry:.0f} bytes of each in memory, {found[-1].log / 1024:.0f} KiB in all")
    print("\n".join(f"WRONG: {each}" for each in wrong) or "nothing grew")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
