"""A report of a fault of ours tells where it was, and nothing that anybody typed."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kanaalwaarden.ui import app
from kanaalwaarden.ui.crash_report import KEPT, folder, keep_report, report_text
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.settings import Settings

SECRET = "Wilhelmina Zonderland vindt dit niets"


def broken(text: str) -> None:
    try:
        raise ValueError(text)
    except ValueError as problem:
        raise KeyError(text) from problem


def test_it_names_the_places_and_no_text() -> None:
    with pytest.raises(KeyError) as found:
        broken(SECRET)
    text = report_text(found.value, found.value.__traceback__)
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_crash_report.py" in text
    assert "broken" in text
    assert "Wilhelmina" not in text
    assert str(folder().home()) not in text


def test_the_last_ones_stay() -> None:
    made = [keep_report(f"{number}") for number in range(KEPT + 5)]
    assert None not in made
    assert sorted(folder().glob("*.txt")) == sorted(each for each in made[-KEPT:] if each)


def test_the_window_stays_and_the_report_is_written(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    hook = app._keep_going(window)
    try:
        broken(SECRET)
    except KeyError as problem:
        hook(type(problem), problem, problem.__traceback__)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "Wilhelmina" not in box.detailedText()
    assert len(list(folder().glob("*.txt"))) == 1
    assert "Wilhelmina" in capsys.readouterr().err, "who started it from a terminal sees all of it"
    assert window.isVisible()
    box.close()
    window.close()
    assert sys.excepthook is not hook
