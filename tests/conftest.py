"""House rules for every test: its own folders, no stray warnings or log records, no window left behind.

Qt's and Python's warnings are turned into failures in pyproject.toml.
"""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt. KANAALWAARDEN_TEST_PLATFORM=xcb shows the windows while testing.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("KANAALWAARDEN_TEST_PLATFORM", "offscreen")

# The folders below are made once per test function and nothing in them depends on the example; a slow machine is no failure.
settings.register_profile(
    "kanaalwaarden", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("kanaalwaarden")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Working copies and settings go to a folder of this test, never to the user's own. `tmp_path` stays empty."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in {"KANAALWAARDEN_DATA": "data", "KANAALWAARDEN_CONFIG": "config"}.items():
        (home / name).mkdir()
        monkeypatch.setenv(variable, str(home / name))
    return home


@pytest.fixture(autouse=True)
def no_stray_log_records(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log record of level WARNING or above fails the test, unless it is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [record for when in ("setup", "call") for record in caplog.get_records(when) if record.levelno >= logging.WARNING]
    if records:
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in records]
        pytest.fail("stray log records:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_window_left(no_stray_log_records: None) -> Iterator[None]:
    """No top-level widget outlives its test: what is left is named, closed and deleted."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or (app := widgets.QApplication.instance()) is None:
        return
    from PySide6.QtCore import QEvent

    def left() -> list[Any]:
        # A window with a parent goes with it; the tooltip is Qt's own.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return [w for w in app.topLevelWidgets() if w.parent() is None and w.metaObject().className() != "QTipLabel"]

    if not left():
        return
    gc.collect()  # only what Python still holds in a cycle goes now
    forgotten = left()
    names = [f"{type(widget).__name__} {widget.objectName()!r} {widget.windowTitle()!r}" for widget in forgotten]
    for widget in forgotten:
        widget.close()
        widget.deleteLater()
    left()
    if names:
        pytest.fail("top-level widgets left behind (qtbot.addWidget closes them): " + ", ".join(names), pytrace=False)
