"""Every screen as a picture, into screenshots/ (git-ignored): what a person sees, made by one command.

    python3 .ci/dev.py screenshots [--language nl|en] [--only NAME]

The window is drawn offscreen, so a display is not needed and nobody's settings or sessions are touched.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="kanaalwaarden-screenshots-")
os.environ["KANAALWAARDEN_DATA"] = str(Path(_HOME.name) / "data")
os.environ["KANAALWAARDEN_CONFIG"] = str(Path(_HOME.name) / "config")

from PySide6.QtCore import QSizeF  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QTabWidget  # noqa: E402

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

SIZES = ((1280, 720), (1920, 1080), (683, 512))
VARIANTS = (("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0))
SCREENS = ("start", "prepare", "rate", "discuss", "decide", "report", "overview", "lenses", "projector")
ROOMS = ((1024, 768), (1920, 1080), (3840, 2160))


def settle(app: QApplication) -> None:
    """Let everything that was asked for happen: layouts ask for more than one round."""
    for _ in range(8):
        app.processEvents()


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
    for name in SCREENS[1:]:
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
    blind = session_of([*session.records(), Round(1, "", blind=True)])
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


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--language", choices=("nl", "en"), default="nl")
    arguments.add_argument("--only", default="", help="only pictures whose name contains this")
    wish = arguments.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    install_fonts()
    target = ROOT / "screenshots"
    target.mkdir(exist_ok=True)
    folder = Path(_HOME.name) / "sessies"
    folder.mkdir()
    count = slides(target, wish.language, wish.only)
    for scheme, zoom in VARIANTS:
        settings = Settings()
        settings.put("scheme", scheme)
        settings.put("zoom", str(zoom))
        settings.put("language", wish.language)
        window = MainWindow(settings)
        window.show()

        def keep(name: str, shown: MainWindow, look: str = f"{scheme}{'-200' if zoom > 1 else ''}") -> int:
            done = 0
            for width, height in SIZES if look == "light" else SIZES[:1]:
                file = f"{name}-{width}x{height}-{look}-{wish.language}.png"
                if wish.only in file:
                    shown.resize(width, height)
                    settle(app)
                    shown.grab().save(str(target / file))
                    done += 1
            return done

        settle(app)
        count += keep("start-leeg", window)
        for example in sorted(paths.examples().glob("*.json")):
            path = folder / f"{example.stem}-{scheme}{zoom}.kanaal"
            session = from_exchange(window.workspace.read_json(example))
            session.apply(set_case(session, source=session.case.source).edits)
            problem = window.workspace.new(path, session)
            assert problem is None, window.workspace.labels.problem(problem)
            window.settings.remember(path)
            settle(app)
            short = "utrecht" if "utrecht" in example.stem else "waterrijk"
            for name, shown in pictures(window, app):
                count += keep(f"{name}-{short}", shown)
        window.close_session()
        settle(app)
        count += keep("start", window)
        window.workspace.new(folder / f"leeg-{scheme}{zoom}.kanaal", type(session)())
        settle(app)
        for name, shown in pictures(window, app):
            count += keep(f"{name}-leeg", shown)
        window.workspace.close()
        window.close()
        window.deleteLater()
        settle(app)
    print(f"{count} pictures in {target.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
