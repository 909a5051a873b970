"""The one door: on disk before it is announced, undo after reopening, trouble told and kept."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session, Value
from kanaalwaarden.store.session_file import read_session
from kanaalwaarden.ui.workspace import Changed, Workspace
from tests.ui.conftest import example

Opener = Callable[[Session], Workspace]
CELL = ("privacy", "x", "transparantie")


def effect(session: Session) -> str:
    found = session.rating(1, *CELL)
    return found.effect if found else ""


def in_working_copy() -> str:
    """The effect of the cell as another program would find it in the working copy (read without taking its lock)."""
    file = next((paths.local_data() / "work").glob("*.kanaalwerk"))
    with sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True) as database:
        row = database.execute("SELECT effect FROM rating WHERE discipline = ? AND platform = ? AND value = ?", CELL).fetchone()
    database.close()
    return str(row[0])


def test_a_rating_is_on_disk_before_it_is_announced(open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    seen: list[tuple[str, str]] = []
    workspace.changed.connect(lambda changed: seen.append((in_working_copy(), effect(workspace.session))))
    workspace.rate(1, *CELL, "geen")
    assert seen == [("geen", "geen")]


def test_the_signal_says_what_changed(open_workspace: Opener, qtbot: QtBot) -> None:
    workspace = open_workspace(example())
    with qtbot.waitSignal(workspace.changed) as told:
        workspace.rate(1, *CELL, "geen")
    changed = told.args[0]
    assert isinstance(changed, Changed)
    assert changed.what == {"rating"}
    assert "rating" in changed
    assert "value" not in changed


def test_the_snapshot_follows_within_two_seconds(open_workspace: Opener, qtbot: QtBot) -> None:
    workspace = open_workspace(example())
    path = workspace.path
    assert path is not None
    workspace.rate(1, *CELL, "geen")
    qtbot.waitUntil(lambda: effect(read_session(path)) == "geen", timeout=2000)


def test_undo_and_redo_also_after_reopening(open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    path = workspace.path
    assert path is not None
    before = effect(workspace.session)
    workspace.rate(1, *CELL, "geen_oordeel")
    assert workspace.close() is None
    again = Workspace(workspace.labels)
    assert again.open(path) is None
    assert again.undo_label == "oordeel"
    again.undo()
    assert effect(again.session) == before
    assert again.redo_label == "oordeel"
    again.redo()
    assert effect(again.session) == "geen_oordeel"
    assert again.close() is None


def test_a_killed_program_loses_nothing(open_workspace: Opener) -> None:
    """`abandon` leaves behind what a kill leaves: a working copy, and a snapshot that is older."""
    workspace = open_workspace(example())
    path = workspace.path
    assert path is not None
    workspace.rate(1, *CELL, "geen_oordeel")
    workspace.abandon()
    assert effect(read_session(path)) != "geen_oordeel"
    again = Workspace(workspace.labels)
    assert again.leftovers() == [path]
    assert again.open(path) is None
    assert effect(again.session) == "geen_oordeel"
    assert again.close() is None
    assert effect(read_session(path)) == "geen_oordeel"


def test_a_refused_intent_changes_nothing(open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    heard: list[object] = []
    workspace.changed.connect(heard.append)
    refused = workspace.update(workspace.session.values[0], name=workspace.session.values[1].name)
    assert refused is not None
    assert refused.key == "name_taken"
    assert workspace.add(Value, "") is not None
    assert workspace.rate(1, *CELL, "gigantisch") is not None
    assert heard == []
    assert workspace.trouble is None


def test_an_example_is_read_only_until_it_is_copied(labels: Labels, tmp_path: Path) -> None:
    workspace = Workspace(labels)
    source = paths.examples() / "gemeente-waterrijk-fictief.json"
    assert workspace.open(source) is None
    assert workspace.read_only
    refused = workspace.rate(1, *CELL, "geen")
    assert refused is not None
    assert refused.key == "session_read_only"
    assert workspace.save_copy(tmp_path / "kopie.kanaal", overwrite=True) is None
    assert not workspace.read_only
    assert workspace.rate(1, *CELL, "geen") is None
    assert workspace.close() is None


def test_a_folder_that_goes_away_is_trouble_until_it_is_back(open_workspace: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = open_workspace(example())
    path = workspace.path
    assert path is not None
    away = tmp_path.with_name("weg")
    tmp_path.rename(away)
    workspace.rate(1, *CELL, "geen_oordeel")
    workspace.snapshot()
    assert workspace.trouble is not None
    assert workspace.labels.problem(workspace.trouble)
    assert workspace.close() is not None
    assert workspace.is_open
    away.rename(tmp_path)
    workspace.snapshot()
    assert workspace.trouble is None
    assert effect(read_session(path)) == "geen_oordeel"


def test_a_file_changed_underneath_is_kept_beside_ours(open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    path = workspace.path
    assert path is not None
    foreign = path.read_bytes() + b"somebody else"
    path.write_bytes(foreign)
    workspace.rate(1, *CELL, "geen_oordeel")
    workspace.snapshot()
    assert workspace.trouble is not None
    assert workspace.trouble.key == "snapshot_changed"
    assert path.read_bytes() == foreign
    assert workspace.path is not None
    assert workspace.path != path
    assert effect(read_session(workspace.path)) == "geen_oordeel"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "x"}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_session_gets_one_sentence(labels: Labels, tmp_path: Path, content: bytes) -> None:
    workspace = Workspace(labels)
    for name in ("fout.json", "fout.kanaal"):
        (tmp_path / name).write_bytes(content)
        refused = workspace.open(tmp_path / name)
        assert refused is not None
        assert labels.problem(refused)
        assert not workspace.is_open
        assert (tmp_path / name).read_bytes() == content
