"""Every version of the session file that was ever released opens; what is in it stays, and so does the old file."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kanaalwaarden.core import around, intents
from kanaalwaarden.core.exchange import to_exchange
from kanaalwaarden.core.model import RECORDS, Action, Session
from kanaalwaarden.store.log import LogError
from kanaalwaarden.store.reading import check_sound, version_of
from kanaalwaarden.store.schema import VERSION, known_schema
from kanaalwaarden.store.session_file import SessionFile, read_session
from tests import samples

DATA = Path(__file__).parent.parent / "data"
AT = "2026-11-26T12:00:00+01:00"
OLDER = range(1, VERSION)


def frozen(version: int, folder: Path) -> Path:
    """A copy of the file that this version left us."""
    return Path(shutil.copy(DATA / f"version-{version}.kanaal", folder / "zaak.kanaal"))


def content(version: int) -> object:
    return json.loads((DATA / f"version-{version}.json").read_text(encoding="utf-8"))


def test_there_is_a_frozen_file_of_every_older_version() -> None:
    assert {each.name for each in DATA.glob("version-*.kanaal")} == {f"version-{number}.kanaal" for number in OLDER}


@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_can_be_read(version: int, tmp_path: Path) -> None:
    path = frozen(version, tmp_path)
    before = path.read_bytes()
    assert version_of(path) == version
    assert to_exchange(read_session(path)) == content(version)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", OLDER)
def test_looking_at_an_older_file_leaves_it_as_it_is(version: int, tmp_path: Path) -> None:
    path = frozen(version, tmp_path)
    before = path.read_bytes()
    file = SessionFile.open(path, AT)
    file.close()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("version", OLDER)
def test_working_in_an_older_file_keeps_it_beside_the_new_one(version: int, tmp_path: Path) -> None:
    path = frozen(version, tmp_path)
    before = path.read_bytes()
    file = SessionFile.open(path, AT)
    file.append(around.add_row(file.session, Action, text="nieuw in deze versie"), AT)
    file.snapshot()
    file.append(around.add_row(file.session, Action, text="en nog een"), AT)
    file.close()
    kept = path.with_name(f"zaak (versie {version}).kanaal")
    assert sorted(tmp_path.iterdir()) == sorted([path, kept])
    assert kept.read_bytes() == before
    assert version_of(path) == VERSION
    assert [each.text for each in read_session(path).rows(Action)] == ["nieuw in deze versie", "en nog een"]


@pytest.mark.parametrize("version", OLDER)
def test_what_was_done_in_an_older_version_can_be_undone(version: int, tmp_path: Path) -> None:
    file = SessionFile.open(frozen(version, tmp_path), AT)
    label = file.undo_label
    assert label
    assert file.undo(AT)
    assert file.redo_label == label
    file.close()


@pytest.mark.parametrize("version", OLDER)
def test_after_a_crash_an_older_file_is_kept_too(version: int, tmp_path: Path) -> None:
    path = frozen(version, tmp_path)
    before = path.read_bytes()
    file = SessionFile.open(path, AT)
    file.append(around.add_row(file.session, Action, text="net voor de klap"), AT)
    file.abandon()
    again = SessionFile.open(path, AT)
    assert [each.text for each in again.session.rows(Action)] == ["net voor de klap"]
    again.close()
    assert path.with_name(f"zaak (versie {version}).kanaal").read_bytes() == before


def test_a_version_only_adds(tmp_path: Path) -> None:
    for version in OLDER:
        assert known_schema(version) < known_schema(version + 1)
    assert {kind.TABLE for kind in RECORDS} < {name for _, name, *_ in known_schema(VERSION)}


@given(samples.around_sessions())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_stands_around_the_table_is_in_the_file(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "rond.kanaal"
    path.unlink(missing_ok=True)
    SessionFile.create(path, session, AT).close()
    found = read_session(path)
    assert (found.case, found.tables) == (session.case, session.tables)
    check_sound(found)


def test_a_file_with_a_row_that_core_would_refuse_is_not_sound() -> None:
    session = samples.grid(1, 1, 1)
    session.apply(around.add_row(session, Action, text="doen").edits)
    session.tables[Action.TABLE][("t1",)] = Action("t1", 1, "doen", platform="weg")
    with pytest.raises(LogError):
        check_sound(session)


def test_a_cell_with_planned_time_and_no_place_of_its_own_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "zaak.kanaal"
    file = SessionFile.create(path, samples.grid(1, 1, 1), AT)
    file.append(intents.plan(file.session, "w1", "p1", minutes=5), AT)
    file.close()
    assert read_session(path).tables["agenda_item"][("w1", "p1")].position == 0
