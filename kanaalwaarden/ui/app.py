"""Starting the window: fonts, language, look, and what happens to an exception nobody caught."""

import gc
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from kanaalwaarden import paths
from kanaalwaarden.ui.crash_report import keep_report, report_text
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.screens import SCREENS
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts, system_body

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def run_window(file: Path | None = None) -> int:
    """Open the window, on `file` if one is given, and stay until it is closed. Out: the exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("Kanaalwaarden")
    app.setDesktopFileName("kanaalwaarden")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "kanaalwaarden.svg")))
    install_fonts()
    window = MainWindow(Settings(), system_body(app))
    sys.excepthook = _keep_going(window)
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, file))
    return app.exec()


def _begin(window: MainWindow, file: Path | None) -> None:
    """After the first paint: open what is to be opened, and look for garbage from now on (the command line did not, to start)."""
    try:
        window.begin(file)
    finally:
        gc.freeze()
        gc.enable()


def try_window(file: Path) -> None:
    """Open a session in the window, show every screen of it and the guide, and close it. RuntimeError for what does not show."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    install_fonts()
    window = MainWindow(Settings())
    window.show()
    window.begin(file)
    for name in SCREENS:
        window.show_screen(name)
        app.processEvents()
        if window.workspace.path != file or window.current.grab().isNull() or (name != "start" and name != window.current.NAME):
            raise RuntimeError(f"self-test: the screen {name!r} does not show")
    window.show_guide()
    app.processEvents()
    if window.guide is None or not window.guide.isVisible() or window.guide.grab().isNull():
        raise RuntimeError("self-test: the guide does not show")
    window.close()
    window.deleteLater()
    app.processEvents()


def _keep_going(window: MainWindow) -> Hook:
    """An exception nobody caught is a bug of ours: say so, keep the window and what was written down, and write a report of it."""

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write("".join(traceback.format_exception(kind, problem, trace)))
        text = report_text(problem, trace)
        path = keep_report(text)
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Kanaalwaarden")
        box.setText(window.tr("Something went wrong in the program. What you entered up to now has been kept."))
        box.setInformativeText(window.tr("You can go on. The details below help us to mend it."))
        box.setDetailedText(f"{text}\n{path}" if path else text)
        box.open()

    return hook
