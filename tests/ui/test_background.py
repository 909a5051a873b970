"""Work beside the screen: its result arrives, what is cancelled or superseded is dropped, and no thread is left."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.ui import background
from kanaalwaarden.ui.background import Job, JobBar
from kanaalwaarden.ui.theme import Theme
from tests import samples


class Heard:
    """What a job told, in order."""

    def __init__(self, job: Job) -> None:
        self.all: list[object] = []
        job.started.connect(lambda: self.all.append("started"))
        job.done.connect(lambda result: self.all.append(("done", result)))
        job.failed.connect(lambda problem: self.all.append(("failed", problem)))
        job.cancelled.connect(lambda: self.all.append("cancelled"))


class Slow:
    """Work that goes on until it is let go."""

    def __init__(self, result: object) -> None:
        self.result = result
        self.begun, self.gate = threading.Event(), threading.Event()

    def __call__(self) -> object:
        self.begun.set()
        assert self.gate.wait(20)
        return self.result


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def job(owner: QWidget) -> Job:
    return Job(owner)


def test_a_document_is_made_in_another_thread(qtbot: QtBot, job: Job) -> None:
    heard, threads = Heard(job), []
    session, labels, prompts = samples.example(samples.UTRECHT), samples.labels(), samples.prompts()

    def work() -> bytes:
        threads.append(threading.current_thread())
        return export_bytes(session, "pdf", labels, prompts)

    with qtbot.waitSignal(job.done, timeout=20_000) as told:
        job.start(work)
        assert job.running
    assert told.args is not None
    assert bytes(told.args[0]).startswith(b"%PDF")
    assert threads != [threading.main_thread()]
    assert [each if isinstance(each, str) else each[0] for each in heard.all] == ["started", "done"]  # type: ignore[index]
    assert not job.running


def test_what_goes_wrong_is_told(qtbot: QtBot, job: Job) -> None:
    heard, wrong = Heard(job), ValueError("een fout")

    def work() -> None:
        raise wrong

    with qtbot.waitSignal(job.failed):
        job.start(work)
    assert heard.all == ["started", ("failed", wrong)]


def test_the_result_of_what_was_cancelled_is_dropped(qtbot: QtBot, job: Job) -> None:
    heard, slow = Heard(job), Slow("te laat")
    job.start(slow)
    assert slow.begun.wait(20)
    job.cancel()
    job.cancel()
    assert heard.all == ["started", "cancelled"]
    slow.gate.set()
    with qtbot.waitSignal(job.done):
        job.start(lambda: "op tijd")
    assert heard.all == ["started", "cancelled", "started", ("done", "op tijd")]


def test_a_new_start_supersedes_the_old(qtbot: QtBot, job: Job) -> None:
    heard, slow, never = Heard(job), Slow("oud"), Slow("nooit begonnen")
    job.start(slow)
    assert slow.begun.wait(20)
    job.start(never)
    job.start(lambda: "nieuw")
    slow.gate.set()
    qtbot.waitUntil(lambda: not job.running)
    assert heard.all == ["started"] * 3 + [("done", "nieuw")]
    assert not never.begun.is_set()


def let_go_soon(slow: Slow) -> None:
    threading.Timer(0.1, slow.gate.set).start()


@pytest.mark.parametrize("end", [Job.close, lambda job: shiboken6.delete(job)], ids=["close", "destroy"])
def test_no_thread_outlives_its_job(qapp: QApplication, end: Callable[[Job], None]) -> None:
    job, slow = Job(), Slow("over")
    heard, pool = Heard(job), job._pool
    job.start(slow)
    assert slow.begun.wait(20)
    let_go_soon(slow)
    end(job)
    assert slow.gate.is_set()
    assert pool.activeThreadCount() == 0
    qapp.processEvents()
    assert heard.all == ["started"]


def test_a_job_goes_with_its_owner(qapp: QApplication) -> None:
    owner, slow = QObject(), Slow("over")
    job = Job(owner)
    pool = job._pool
    job.start(slow)
    let_go_soon(slow)
    shiboken6.delete(owner)
    assert pool.activeThreadCount() == 0
    qapp.processEvents()


@pytest.fixture
def bar(theme: Theme, job: Job, owner: QWidget) -> JobBar:
    return JobBar(theme, job, "Het document wordt gemaakt.", owner)


def test_quick_work_shows_no_bar(qtbot: QtBot, job: Job, bar: JobBar, owner: QWidget) -> None:
    owner.show()
    with qtbot.waitSignal(job.done):
        job.start(lambda: 1)
    qtbot.wait(600)
    assert bar.isHidden()


def test_slow_work_can_be_seen_and_cancelled(qtbot: QtBot, job: Job, bar: JobBar, owner: QWidget) -> None:
    heard, slow = Heard(job), Slow(1)
    owner.show()
    job.start(slow)
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    assert (bar.bar.minimum(), bar.bar.maximum()) == (0, 0)
    assert bar.accessibleName() == bar.bar.accessibleName() == bar.sentence.text() == "Het document wordt gemaakt."
    assert bar.cancel.text()
    bar.cancel.click()
    slow.gate.set()
    assert bar.isHidden()
    assert bar.bar.maximum() == 1
    assert heard.all == ["started", "cancelled"]


def test_nothing_moves_where_movement_is_unwelcome(
    qtbot: QtBot, job: Job, bar: JobBar, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "still_wanted", lambda _: True)
    slow = Slow(1)
    owner.show()
    job.start(slow)
    qtbot.waitUntil(bar.isVisible)
    assert bar.bar.isHidden()
    slow.gate.set()
    qtbot.waitUntil(bar.isHidden)
