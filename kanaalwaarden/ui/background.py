"""Work that takes longer than a blink, beside the screen: making a document of a large session.

The work is a function without Qt and without the session's file: what it needs it was given, what it made it returns.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStyle, QWidget
from shiboken6 import isValid

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label

_PATIENCE_MS = 500


class _Courier(QObject):
    """Carries what became of a piece of work from its thread to the screen's: its number, the result, what went wrong or None.

    It belongs to no one in Qt, so that it is still there when the work ends after its job is gone.
    """

    ended = Signal(int, object, object)


class Job(QObject):
    """One piece of work at a time. What is started anew takes the place of what was still running.

    `started`, and then one of `done(result)`, `failed(exception)` and `cancelled`; of work that was superseded nothing is heard.
    A function cannot be stopped halfway: what is cancelled runs on unseen, and its result is dropped.
    """

    started = Signal()
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._running = False
        pool = self._pool = QThreadPool()  # without parent: waiting in Qt's own clearing up would hold the lock that Python work needs
        pool.setMaxThreadCount(1)
        self._courier = _Courier()
        self._courier.ended.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(lambda: _wait(pool))  # no thread outlives its job
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def running(self) -> bool:
        """Whether work is going on whose result is wanted."""
        return self._running

    def start(self, work: Callable[[], object]) -> None:
        """Do this work, instead of what may be running."""
        self._number += 1
        self._running = True
        number, courier = self._number, self._courier

        def run() -> None:
            try:
                result = work()
            except Exception as problem:  # whatever it is, whoever asked for the work hears it
                courier.ended.emit(number, None, problem)
            else:
                courier.ended.emit(number, result, None)

        self._pool.clear()  # what had not begun is not begun
        self._pool.start(run)
        self.started.emit()

    def cancel(self) -> None:
        """Drop what is running, if anything is."""
        if self._running:
            self._number += 1
            self._running = False
            self._pool.clear()
            self.cancelled.emit()

    def close(self) -> None:
        """Drop what is running and wait until its thread is done; nothing is told any more."""
        self._number += 1
        self._running = False
        _wait(self._pool)

    def _ended(self, number: int, result: object, problem: Exception | None) -> None:
        if number != self._number or not self._running:
            return
        self._running = False
        if problem is None:
            self.done.emit(result)
        else:
            self.failed.emit(problem)


def refusal(problem: Exception) -> Refused:
    """What a job was refused for. Anything else is a fault of ours, and goes where all of those go."""
    if not isinstance(problem, Refused):
        raise problem
    return problem


def _wait(pool: QThreadPool) -> None:
    """Until nothing of it runs."""
    if not isValid(pool):  # the interpreter ends, and Qt was quicker
        return
    pool.clear()
    pool.waitForDone()


def still_wanted(widget: QWidget) -> bool:
    """Whether this person's desktop asks for less movement; Qt tells it as the length of its own animations."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


class JobBar(QFrame):
    """Says that a job is being done, and lets it be cancelled. Work that is done within half a second never shows it."""

    def __init__(self, theme: Theme, job: Job, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "quiet")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(7), theme.space(3), theme.space(6), theme.space(3))
        row.setSpacing(theme.space(4))
        self.sentence = label(theme, text)
        row.addWidget(self.sentence, 1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(round(theme.scaled(120)))
        row.addWidget(self.bar)
        self.cancel = button(theme, self.tr("Cancel"), "x")
        self.cancel.setAccessibleDescription(text)
        self.cancel.clicked.connect(job.cancel)
        row.addWidget(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        job.started.connect(self._wait)
        for end in (job.done, job.failed, job.cancelled):
            end.connect(self._away)
        self.hide()

    def _wait(self) -> None:
        if self.isHidden() and not self._patience.isActive():  # superseded work is, to whoever waits, one and the same wait
            self._patience.start()

    def _appear(self) -> None:
        still = still_wanted(self)
        self.bar.setRange(0, 0)  # how long it takes is not known
        self.bar.setVisible(not still)  # where movement is unwelcome the sentence says it
        self.show()

    def _away(self, *_: object) -> None:
        self._patience.stop()
        self.hide()
        self.bar.setRange(0, 1)  # nothing moves behind the screen
