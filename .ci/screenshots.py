"""Every screen and dialog as a picture, into screenshots/ (git-ignored), and a report of text that does not fit: one command.

    python3 .ci/dev.py screenshots [--only NAME] [--language nl|en] [--theme light|dark|contrast] [--scale 100|150|200]
                                   [--display 100|125|150|200]

Both languages and three themes, with type at 100, 150 and 200 %, and with the display at 125, 150 and 200 % (on 1280x720 pixels, so the
window is smaller). Each option may be given more than once. The window is drawn offscreen, so a display is not needed and nobody's
settings or sessions are touched. Exit status 1 when somewhere a text is clipped or a control sticks out of the window.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="kanaalwaarden-screenshots-")
os.environ["KANAALWAARDEN_DATA"] = str(Path(_HOME.name) / "data")
os.environ["KANAALWAARDEN_CONFIG"] = str(Path(_HOME.name) / "config")

from PySide6.QtCore import QEvent, QSizeF  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget  # noqa: E402

from kanaalwaarden import paths  # noqa: E402
from kanaalwaarden.core.blind import blind_progress, visible  # noqa: E402
from kanaalwaarden.core.exchange import from_exchange  # noqa: E402
from kanaalwaarden.core.intents import set_case  # noqa: E402
from kanaalwaarden.core.labels import Labels  # noqa: E402
from kanaalwaarden.core.model import Edit, Round, session_of  # noqa: E402
from kanaalwaarden.core.slides import BLANK, PAUSE, PROGRESS, keys, slide_of  # noqa: E402
from kanaalwaarden.ui.main_window import MainWindow  # noqa: E402
from kanaalwaarden.ui.report import ReportScreen  # noqa: E402
from kanaalwaarden.ui.settings import Settings  # noqa: E402
from kanaalwaarden.ui.slides import SlidePainter  # noqa: E402
from kanaalwaarden.ui.theme import install_fonts  # noqa: E402
from kanaalwaarden.ui.workspace import Workspace  # noqa: E402
from tests.ui.clipped import clipped  # noqa: E402
from tests.ui.walks import SCREENS, dialogs, settle  # noqa: E402

SIZES = ((1280, 720), (1920, 1080), (683, 512))
LANGUAGES, THEMES, SCALES, DISPLAYS = ("nl", "en"), ("light", "dark", "contrast"), (100, 150, 200), (100, 125, 150, 200)
IN_FULL = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 200))
"""With which themes and scales both examples and an empty session are shown; with the others only the fictional municipality."""
ROOMS = ((1024, 768), (1920, 1080), (3840, 2160))


def report_pictures(screen: ReportScreen, window: MainWindow, app: QApplication) -> Iterator[tuple[str, MainWindow]]:
    """The minutes with their pages made, the value table among them; what else can be saved; the reading back."""
    until = time.monotonic() + 20
    while screen.minutes.data is None and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    screen.minutes.view.go_to_page(min(8, screen.minutes.view.pages))
    settle(app)
    yield "report", window
    for page in ("files", "read_back"):
        screen.show_page(page)
        settle(app)
        yield f"report-{page}", window
    screen.show_page("minutes")


def pictures(window: MainWindow, app: QApplication) -> Iterator[tuple[str, MainWindow]]:
    """The window at each screen, and at what a screen can show besides."""
    for name in SCREENS:
        window.show_screen(name)
        settle(app)
        if isinstance(window.current, ReportScreen):
            yield from report_pictures(window.current, window, app)
            continue
        tabs = window.current.findChild(QTabWidget)
        if tabs is None:
            yield name, window
            continue
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle(app)
            yield f"{name}-{place + 1}", window


def slides(target: Path, language: str, only: str) -> int:
    """Every slide of the fictional municipality on three displays, all pages; and the progress of a blind round."""
    session = from_exchange(Workspace.read_json(paths.examples() / "gemeente-waterrijk-fictief.json"))
    labels = Labels(paths.read_json(f"labels/{language}.json"))
    blind = session_of([*(each for each in session.records() if not isinstance(each, Round)), Round(1, "", blind=True)])
    blind.apply([Edit(each, None) for each in blind.ratings if each.discipline in ("privacy", "griffie") and each.platform == "x"])
    made = [slide_of(session, [], labels, key) for key in [*keys(session), PAUSE, BLANK]]
    made.append(slide_of(visible(blind), blind_progress(blind), labels, PROGRESS))
    painter, count = SlidePainter(), 0
    for slide in made:
        for width, height in ROOMS:
            for page in range(painter.pages(slide, QSizeF(width, height))):
                file = f"slide-{'-'.join(slide.key)}-{page + 1}-{width}x{height}-{language}.png"
                if only in file:
                    image = QImage(width, height, QImage.Format.Format_RGB32)
                    with QPainter(image) as on:
                        painter.paint(on, slide, QSizeF(width, height), page)
                    image.save(str(target / file))
                    count += 1
    return count


class Album:
    """The pictures of one window, and what does not fit on them."""

    def __init__(self, app: QApplication, wish: argparse.Namespace) -> None:
        self.app, self.wish = app, wish
        self.target = ROOT / "screenshots"
        self.target.mkdir(exist_ok=True)
        self.folder = Path(_HOME.name) / "sessies"
        self.folder.mkdir()
        self.count = 0
        self.faults: dict[str, list[str]] = {}
        self.cut: dict[str, list[str]] = {}
        self.language, self.theme, self.scale = "nl", "light", 100

    @property
    def look(self) -> str:
        """Theme and sizes, as the name of a picture says them."""
        sizes = (f"-{self.scale}" if self.scale > 100 else "") + (f"-d{self.wish.display}" if self.wish.display > 100 else "")
        return f"{self.theme}{sizes}-{self.language}"

    def sizes(self) -> Iterator[tuple[int, int]]:
        """The sizes of the window, in the pixels of the display."""
        yield from SIZES if self.look.startswith("light-n") or self.look.startswith("light-e") else SIZES[:1]

    def keep(self, name: str, window: MainWindow, shown: QWidget | None = None) -> None:
        """A picture of the window, or of what stands before it, at each size; what does not fit is written down."""
        for width, height in self.sizes() if shown is None else SIZES[:1]:
            file = f"{name}-{width}x{height}-{self.look}.png"
            if self.wish.only not in file:
                continue
            room = round(width * 100 / self.wish.display), round(height * 100 / self.wish.display)
            window.resize(*room)
            settle(self.app)
            faults, cut, picture = clipped(shown or window)
            size = (shown or window).size()
            if size.width() > room[0] or size.height() > room[1]:
                faults.append(f"is {size.width()}x{size.height()} on a display of {room[0]}x{room[1]}")
            picture.save(str(self.target / file))
            self.count += 1
            for told, where in ((faults, self.faults), (cut, self.cut)):
                for each in told:
                    where.setdefault(each, []).append(file)

    def dialogs(self, window: MainWindow) -> None:
        """Each dialog, over the window."""
        for name, make in dialogs().items():
            if self.wish.only and self.wish.only not in f"dialog-{name}-{'x'.join(map(str, SIZES[0]))}-{self.look}.png":
                continue
            dialog = make(window)
            dialog.show()
            settle(self.app)
            self.keep(f"dialog-{name}", window, dialog)
            dialog.close()
            dialog.deleteLater()
            settle(self.app)

    def take(self) -> None:
        """All pictures of this language, theme and scale."""
        settings = Settings()
        settings.put("scheme", self.theme)
        settings.put("zoom", str(self.scale / 100))
        settings.put("language", self.language)
        window = MainWindow(settings)
        window.show()
        settle(self.app)
        assert (window.tr("Prepare") == "Voorbereiden") == (self.language == "nl"), "every word is in the language of the picture"
        self.keep("start-leeg", window)
        in_full = self.wish.display == 100 and (self.theme, self.scale) in IN_FULL
        for example in sorted(paths.examples().glob("*.json")):
            short = "utrecht" if "utrecht" in example.stem else "waterrijk"
            if short == "utrecht" and not in_full:
                continue
            path = self.folder / f"{example.stem}-{self.look}.kanaal"
            session = from_exchange(window.workspace.read_json(example))
            session.apply(set_case(session, source=session.case.source).edits)
            problem = window.workspace.new(path, session)
            assert problem is None, window.workspace.labels.problem(problem)
            window.settings.remember(path)
            settle(self.app)
            for name, shown in pictures(window, self.app):
                self.keep(f"{name}-{short}", shown)
            if short == "waterrijk":
                self.dialogs(window)
        window.close_session()
        settle(self.app)
        self.keep("start", window)
        if in_full:
            window.workspace.new(self.folder / f"leeg-{self.look}.kanaal", session_of([]))
            settle(self.app)
            for name, shown in pictures(window, self.app):
                self.keep(f"{name}-leeg", shown)
        window.workspace.close()
        window.close()
        window.deleteLater()
        # Now, and not when an event loop ends, of which there is none: with the window go its translators, before the next language.
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle(self.app)


def report(title: str, found: dict[str, list[str]]) -> None:
    """What was found, and on which pictures."""
    if found:
        print(f"{title}:")
    for what, files in found.items():
        more = f" and {len(files) - 2} more" if len(files) > 2 else ""
        print(f"  {what}\n      {', '.join(files[:2])}{more}")


def on_display(wish: argparse.Namespace) -> int:
    """All pictures on a display of this scale; its process was started with that scale."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    install_fonts()
    album = Album(app, wish)
    for album.language in wish.language:
        if wish.display == 100 and "light" in wish.theme and 100 in wish.scale:
            album.count += slides(album.target, album.language, wish.only)
        for album.theme in wish.theme:
            for album.scale in wish.scale if wish.display == 100 else [100]:
                album.take()
    report("Ends in an ellipsis, and a tooltip or the screen reader tells it in full", album.cut)
    report("CLIPPED", album.faults)
    print(f"display {wish.display} %: {album.count} pictures in {album.target.relative_to(ROOT)}/, {len(album.faults)} faults", flush=True)
    return 1 if album.faults else 0


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", default="", help="only pictures whose name contains this")
    arguments.add_argument("--language", choices=LANGUAGES, action="append")
    arguments.add_argument("--theme", choices=THEMES, action="append")
    arguments.add_argument("--scale", type=int, choices=SCALES, action="append", help="of type, in per cent")
    arguments.add_argument("--display", type=int, choices=DISPLAYS, action="append", help="scale of the display, in per cent")
    arguments.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    wish = arguments.parse_args()
    chosen = {"language": wish.language or LANGUAGES, "theme": wish.theme or THEMES, "scale": wish.scale or SCALES}
    if wish.child:
        return on_display(argparse.Namespace(**chosen, only=wish.only, display=wish.display[0]))
    # The scale of the display is fixed when Qt starts: each has a process of its own. Without a choice of display, a choice of scale is
    # about type alone.
    displays = wish.display or (DISPLAYS if 100 in chosen["scale"] else DISPLAYS[:1])
    screen = {"name": "scherm", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    layout = Path(_HOME.name) / "screen.json"
    layout.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    status = 0
    for display in displays:
        around = {**os.environ, "QT_SCALE_FACTOR": str(display / 100), "QT_QPA_PLATFORM": f"offscreen:configfile={layout}"}
        command = [sys.executable, __file__, "--child", "--display", str(display), "--only", wish.only]
        command += [part for key, choices in chosen.items() for each in choices for part in (f"--{key}", str(each))]
        status |= subprocess.call(command, env=around, cwd=ROOT)
    return status


if __name__ == "__main__":
    sys.exit(main())
