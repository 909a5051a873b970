"""What we know of PySide6 and must not meet again."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


def test_qt_calls_keep_their_references_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None on every call and aborts after a while; hence the pin below 6.12.

    (From Python 3.12 None is immortal and the count never changes.)
    """
    thing = QObject()
    calls = 20_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("naam")
        thing.parent()
    assert abs(sys.getrefcount(None) - before) < calls / 10
