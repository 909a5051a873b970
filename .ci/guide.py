"""The pictures of the guide and of the README, in both languages, into resources/guide/images: the program in an invented municipality.

    python3 .ci/dev.py guide

Make them anew after a change to a screen, and look at them. They are few colours and small, because they travel with the program.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from screenshots import ROOT, report_pictures, settle  # it also takes care that nobody's settings are touched

from kanaalwaarden import paths
from kanaalwaarden.core import practice
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.intents import set_case
from kanaalwaarden.core.model import Decision, Session
from kanaalwaarden.ui.discuss import DiscussScreen
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.report import ReportScreen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts
from kanaalwaarden.ui.workspace import Workspace

WIDTH, HEIGHT = 1280, 720
COLOURS = 128
LIMIT = 120_000
AT = "2026-10-05T19:30:00+02:00"
NAMED = {
    "nl": ("Sociale media en onze waarden", "Gemeente Waterrijk"),
    "en": ("Social media and our values", "Municipality of Waterrijk"),
}
REST = {
    "public services": (
        ("matig", "People who ask something here leave their name with a company."),
        ("geen", "Nothing is asked of a visitor."),
        ("versterkt", "Whoever asks gets an answer that others can read as well."),
        ("geen", "There were two questions last year."),
        ("versterkt", "Thirty questions a week come from people who never write to us."),
        ("matig", "At the counter nobody has heard of it."),
    ),
    "information security": (
        ("onbespreekbaar", "Three colleagues manage it with their own accounts; that puts residents' data at risk."),
        ("geen", "Access runs through the municipality itself."),
        ("matig", "A hijacked account would speak in our name."),
        ("geen", "We can see who placed what."),
        ("geen_oordeel", "Outside my field."),
        ("geen_oordeel", "Outside my field."),
    ),
}
"""What the two disciplines of the English practice session answer that have no answers yet: value by value, platform by platform."""


def save(image: QImage, file: Path) -> None:
    """A PNG with a palette; AssertionError if it is too large to travel along."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    small = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(file, optimize=True)
    assert file.stat().st_size < LIMIT, f"{file.name} has {file.stat().st_size} bytes"


def blind_evening(language: str) -> Session:
    """The municipality in a blind round: three disciplines are ready and two are not."""
    session = practice.practice_session(paths.read_json("practice/waterrijk.json"), language, AT)
    title, organisation = NAMED[language]
    session.apply(set_case(session, title=title, organisation=organisation, source="").edits)
    return session


def go_on(workspace: Workspace) -> None:
    """The English evening to its end, for there is no finished example in English."""
    session = workspace.session
    for each in session.disciplines:
        cells = [(platform.id, value.id) for value in session.values for platform in session.platforms]
        for (platform, value), (effect, reason) in zip(cells, REST.get(each.name, ()), strict=False):
            workspace.rate(1, each.id, platform, value, effect)
            workspace.explain(1, each.id, platform, value, reason=reason)
    workspace.reveal(1)
    facebook, mastodon = (each.id for each in session.platforms)
    privacy, transparency, inclusiveness = (each.id for each in session.values)
    for value, platform, effect, text in (
        (privacy, facebook, "niet_eenduidig", "We differ on what we may ask of a visitor, and say so."),
        (privacy, mastodon, "geen", "Nothing is asked of a visitor."),
        (transparency, mastodon, "geen", "Its workings are open; we hardly use it yet."),
        (inclusiveness, mastodon, "matig", "Few residents know it."),
    ):
        workspace.conclude(value, platform, effect=effect, text=text)
    council = next(each.id for each in session.disciplines if each.name == "council clerk")
    workspace.note_minority(privacy, facebook, council, text="The council asked us not to send residents there.", confirmed=True)
    workspace.argue(privacy, facebook, discipline=council, kind="feit", text="The council adopted a motion about this last year.")
    problem = workspace.fill(
        Decision, (facebook,), can="mits", can_text="with accounts of the municipality", want="mits",
        want_text="never as the only place for news", outcome="voorwaarden", conditions="News is always on the website as well",
        decider="Municipal executive", sentence="We stay on Facebook, and everything is on our website too.",
    )  # fmt: skip
    assert problem is None, workspace.labels.problem(problem)


def slide(window: MainWindow, file: Path) -> None:
    """What the room sees now."""
    image = QImage(WIDTH, WIDTH * 9 // 16, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        window.stage.painter.paint(painter, window.stage.slide, QSizeF(image.size()), 0)
    save(image, file)


def pictures(window: MainWindow, app: QApplication, keep: Callable[[str], None], language: str, folder: Path) -> None:
    """Take the window through an evening and keep a picture of each screen."""
    window.workspace.new(folder / f"{NAMED[language][0]}.kanaal", blind_evening(language))
    settle(app)
    window.show_screen("rate")
    rate = window.current
    assert isinstance(rate, RateScreen)
    rate.show_discipline(window.workspace.session.disciplines[0].id)
    keep("rate")
    window.show_screen("discuss")
    keep("blind")
    if language == "en":
        go_on(window.workspace)
    else:
        example = from_exchange(Workspace.read_json(paths.examples() / "gemeente-waterrijk-fictief.json"))
        window.workspace.new(folder / "Waterrijk.kanaal", example)
    settle(app)
    for name in ("prepare", "overview", "discuss", "decide"):
        window.show_screen(name)
        settle(app)
        if isinstance(window.current, DiscussScreen) and window.current.first.rows:
            cell = window.current.first.rows[0].key
            window.current.show_cell(*cell)
            window.stage.show(("cell", *cell))
        keep(name)
    slide(window, paths.resources() / "guide" / "images" / f"slide-{language}.png")
    window.show_screen("projector")
    keep("projector")
    window.show_screen("report")
    settle(app)
    assert isinstance(window.current, ReportScreen)
    for name, _ in report_pictures(window.current, window, app):
        if name == "report":
            view, wanted = window.current.minutes.view, window.workspace.labels("minutes.part_table")
            view.go_to_page(next(each.page for each in view.bookmarks if wanted in each.title))
        if name != "report-files":
            keep(name.replace("report-read_back", "read-back"))
    window.current.minutes.view.clear("")  # lets the pages go
    path = window.workspace.path
    assert path is not None
    window.settings.remember(path)
    window.close_session()
    settle(app)
    keep("start")
    window.settings.forget(path)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    install_fonts()
    target = paths.resources() / "guide" / "images"
    target.mkdir(parents=True, exist_ok=True)
    settings = Settings()
    settings.put("scheme", "light")
    window = MainWindow(settings)
    window.show()
    window.resize(WIDTH, HEIGHT)
    for language in NAMED:
        window.choose_language(language)
        settle(app)

        def keep(name: str, language: str = language) -> None:
            settle(app)
            save(window.grab().toImage(), target / f"{name}-{language}.png")

        with tempfile.TemporaryDirectory(prefix="waterrijk-") as folder:
            pictures(window, app, keep, language, Path(folder))
    window.close()
    window.deleteLater()
    settle(app)
    made = sorted(target.glob("*.png"))
    print(f"{len(made)} pictures in {target.relative_to(ROOT)}/, {sum(each.stat().st_size for each in made) // 1000} kB in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
