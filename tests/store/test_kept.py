"""What is kept beside a session, and what can be got back: the lock, earlier versions, a damaged file; and names that are really gone."""

import contextlib
import datetime
import json
import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanaalwaarden import paths
from kanaalwaarden.core import around, intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import to_exchange
from kanaalwaarden.core.model import Action, Discipline, Platform, Publication, Rating, Round, Session, session_of
from kanaalwaarden.store import backups, lock
from kanaalwaarden.store.backups import LAST
from kanaalwaarden.store.lock import Holder
from kanaalwaarden.store.session_file import SessionFile, check, held_by, read_session
from kanaalwaarden.store.versions import earlier, rescue, restore
from tests import samples
from tests.store.small import AT, rate, same, small

MARK = "[naam verwijderd]"
NAMES = ("Zeger Quispel", "Ymke Xanthos")
COLLEAGUE = Holder("collega", "PC-0042", "2026-11-14T09:31:00+01:00")


def say(path: Path, holder: Holder) -> None:
    plain = {"who": holder.who, "where": holder.where, "since": holder.since}
    lock.lock_path(path).write_text(json.dumps(plain), encoding="utf-8")


def refused(path: Path, *, overwrite: bool = False) -> Refused:
    with pytest.raises(Refused) as caught:
        SessionFile.create(path, small(), AT, overwrite=overwrite)
    return caught.value


# Who has it open


def test_who_has_a_session_open_stands_beside_it_until_it_closes(file: SessionFile, path: Path) -> None:
    found = lock.holder(path)
    assert found is not None
    assert (found.is_us, found.since) == (True, AT)
    file.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_on_another_computer_it_opens_to_read_and_says_who_has_it(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    say(path, COLLEAGUE)
    before = path.read_bytes()
    file = SessionFile.open(path, AT)
    assert file.held is not None
    assert samples.labels().problem(file.held).startswith("collega heeft ")
    assert "PC-0042 (sinds 14-11-2026 09:31)" in samples.labels().problem(file.held)
    with pytest.raises(Refused) as caught:
        rate(file)
    assert caught.value.key == "session_held"
    file.close()
    assert path.read_bytes() == before
    assert lock.holder(path) == COLLEAGUE  # theirs stays


def test_a_session_that_is_held_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    say(path, COLLEAGUE)
    assert refused(path, overwrite=True).key == "session_held"
    other = SessionFile.create(tmp_path / "ander.kanaal", small(), AT)
    with pytest.raises(Refused, match="session_held"):
        other.save_copy(path, overwrite=True)
    other.close()
    assert check(path) == 1


def test_taking_over_keeps_both_when_the_other_goes_on(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    theirs = path.read_bytes()
    say(path, COLLEAGUE)
    mine = SessionFile.open(path, AT, take_over=True)
    rate(mine)
    path.write_bytes(theirs)  # what the other laptop writes
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 2")
    with contextlib.suppress(Refused):
        mine.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["zaak (2).kanaal", "zaak.kanaal"]
    assert check(path.with_name("zaak (2).kanaal")) == 2


def test_the_lock_of_a_crash_of_ours_is_no_lock(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    assert lock.holder(path) is not None
    again = SessionFile.open(path, AT)
    assert (again.held, again.entries) == (None, 2)
    again.close()


def test_what_a_crash_left_waits_while_a_colleague_has_the_file(file: SessionFile, path: Path) -> None:
    rate(file)
    file.abandon()
    say(path, COLLEAGUE)
    reading = SessionFile.open(path, AT)
    assert (reading.read_only, reading.entries) == (True, 1)
    reading.close()
    lock.lock_path(path).unlink()
    again = SessionFile.open(path, AT)
    assert again.entries == 2
    again.close()


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b"null", b'{"who": 1}', b"\xff" * 9000, b'{"who":' * 400])
def test_a_lock_that_says_nothing_is_no_lock(path: Path, garbage: bytes) -> None:
    SessionFile.create(path, small(), AT).close()
    lock.lock_path(path).write_bytes(garbage)
    assert held_by(path) is None
    file = SessionFile.open(path, AT)
    assert not file.read_only
    file.close()


def test_a_lock_is_one_line_of_plain_text(path: Path) -> None:
    SessionFile.create(path, small(), AT).close()
    say(path, Holder("<b>x</b>\n\x07y", "z" * 150, "\u202e"))
    held = held_by(path)
    assert held is not None
    assert "\n" not in samples.labels().problem(held)


# Earlier versions


NOW = datetime.datetime(2026, 11, 14, 10, tzinfo=datetime.UTC)


def test_a_version_is_kept_at_opening_and_closing_but_not_twice(file: SessionFile, path: Path) -> None:
    file.close()
    assert len(earlier(path)) == 1
    again = SessionFile.open(path, AT)
    again.close()
    assert len(earlier(path)) == 1
    again = SessionFile.open(path, AT)
    rate(again)
    again.close()
    kept = earlier(path)
    assert [check(each.path) for each in kept] == [2, 1]


def test_every_ten_minutes_in_which_something_changed(file: SessionFile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [NOW]
    monkeypatch.setattr("kanaalwaarden.store.session_file._moment", lambda: moment[0])
    levels = ("veel", "geen")
    for number in range(40):  # a change a minute
        moment[0] = NOW + datetime.timedelta(minutes=number)
        rate(file, levels[number % 2])
        file.snapshot()
    assert [each.at.minute for each in earlier(path)] == [30, 20, 10, 0]
    moment[0] = NOW - datetime.timedelta(days=400)  # a clock that was put back
    rate(file, "matig")
    file.snapshot()
    assert len(earlier(path)) == 5


def test_what_need_not_stay_goes(file: SessionFile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [NOW]
    monkeypatch.setattr("kanaalwaarden.store.session_file._moment", lambda: moment[0])
    for hour in range(0, 40 * 24, 6):
        moment[0] = NOW - datetime.timedelta(days=40) + datetime.timedelta(hours=hour)
        rate(file, "veel" if hour % 4 else "geen")
        file.snapshot()
    kept = earlier(path)
    ages = [(kept[0].at - each.at) for each in kept]
    assert max(ages) < datetime.timedelta(days=30)
    assert len({each.at.date() for each in kept}) in (30, 31)
    assert len([age for age in ages if age < datetime.timedelta(hours=6 * LAST)]) == LAST
    assert len(kept) < LAST + 31
    file.close()
    later = NOW + datetime.timedelta(days=300)
    backups.clean(later)
    assert len(earlier(path)) == 1  # the last one stays a year
    backups.clean(later + datetime.timedelta(days=100))
    assert earlier(path) == []
    assert list(backups.folder().iterdir()) == []


def test_an_earlier_version_comes_back_in_a_file_of_its_own(file: SessionFile, path: Path, tmp_path: Path) -> None:
    rate(file)
    file.close()
    path.write_bytes(b"kapot")
    (kept,) = earlier(path)
    with pytest.raises(Refused, match="file_exists"):
        restore(kept, path)
    back = tmp_path / "terug.kanaal"
    restore(kept, back)
    assert check(back) == 2
    assert path.read_bytes() == b"kapot"
    kept.path.write_bytes(b"ook kapot")
    with pytest.raises(Refused, match="not_a_session"):
        restore(kept, tmp_path / "nog.kanaal")
    assert not (tmp_path / "nog.kanaal").exists()


def test_versions_are_found_after_the_file_was_moved(file: SessionFile, path: Path, tmp_path: Path) -> None:
    file.close()
    moved = tmp_path / "elders.kanaal"
    path.rename(moved)
    again = SessionFile.open(moved, AT)
    rate(again)
    again.close()
    assert [check(each.path) for each in earlier(moved)] == [2, 1]


def test_a_backup_that_cannot_be_made_is_not_in_the_way(file: SessionFile, path: Path) -> None:
    backups.folder().parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(backups.folder(), ignore_errors=True)
    backups.folder().write_text("een bestand en geen map")
    rate(file)
    file.close()
    assert check(path) == 2
    assert earlier(path) == []


def test_nothing_is_kept_of_a_practice_session() -> None:
    place = paths.practice()
    place.mkdir(parents=True)
    file = SessionFile.create(place / "oefensessie.kanaal", small(), AT)
    rate(file)
    file.close()
    assert not backups.folder().exists()


# A damaged file


def damaged(path: Path, chance: random.Random) -> None:
    """Some bytes of some pages overwritten, or the end cut off; never the first page, which holds the schema."""
    data = bytearray(path.read_bytes())
    if chance.random() < 0.3:
        del data[chance.randrange(4096 * 2, len(data)) :]
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(4096, max(4097, len(data) - 200))
        data[at : at + 200] = chance.randbytes(200)
    path.write_bytes(data)


def test_a_damaged_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Whatever the damage, what comes out is a sound session with records that were in it, and most of them nearly always."""
    chance = random.Random(7)
    whole = samples.example(samples.WATERRIJK)
    first = tmp_path / "heel.kanaal"
    SessionFile.create(first, whole, AT).close()
    there = {(record.TABLE, record) for record in whole.records()}
    shares = []
    for number in range(18):
        bad, out = tmp_path / f"kapot{number}.kanaal", tmp_path / f"uit{number}.kanaal"
        shutil.copy(first, bad)
        damaged(bad, chance)
        before = bad.read_bytes()
        try:
            read_session(bad)
            continue  # the damage was in a page that holds nothing
        except Refused:
            pass
        try:
            rescue(bad, out, AT)
        except Refused:
            shares.append(0.0)
            assert not out.exists()
            continue
        finally:
            assert bad.read_bytes() == before
        found = {(record.TABLE, record) for record in read_session(out).records()}
        assert {each for each in found - there if each[0] not in ("session", "round")} == set()
        shares.append(len(found & there) / len(there))
    assert len(shares) >= 12
    assert min(shares) > 0.01
    assert sum(share > 0.95 for share in shares) > 0.4 * len(shares)


def broken(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)


def test_an_altered_file_is_read_without_its_log(file: SessionFile, path: Path, tmp_path: Path) -> None:
    rate(file)
    file.close()
    broken(path, "UPDATE log SET edits = '[]' WHERE seq = 2", "UPDATE rating SET effect = 'onzin'")
    out = tmp_path / "uit.kanaal"
    assert rescue(path, out, AT) == 1  # the rating says what cannot be
    assert same(read_session(out), small())


def test_what_refers_to_nothing_is_left_out(file: SessionFile, path: Path, tmp_path: Path) -> None:
    rate(file)
    file.close()
    broken(path, "DELETE FROM platform WHERE id = 'p1'", "UPDATE discipline SET name = 'Discipline 1'")
    out = tmp_path / "uit.kanaal"
    assert rescue(path, out, AT) == 2
    session = read_session(out)
    assert [each.id for each in session.platforms] == ["p2"]
    assert len(session.disciplines) == 1
    assert not session.tables["rating"]


def test_a_blind_round_that_cannot_be_read_stays_blind(path: Path, tmp_path: Path) -> None:
    session = session_of([*small().records(), Round(1, AT, blind=True, revealed=AT), Rating(1, "d1", "p1", "w1", "veel")])
    SessionFile.create(path, session, AT).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'round'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        logs = [connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'log'").fetchone()[0]]
    data = bytearray(path.read_bytes())
    for number in (page, *logs):
        data[(number - 1) * size : number * size] = b"\xff" * size
    path.write_bytes(data)
    out = tmp_path / "uit.kanaal"
    assert rescue(path, out, AT) >= 1
    assert read_session(out).tables["round"][(1,)] == Round(1, "", blind=True)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW x AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON log BEGIN SELECT 1; END",
        "ALTER TABLE rating RENAME TO y / CREATE VIEW rating AS SELECT * FROM y",
    ],
)
def test_a_file_with_another_schema_is_read_with_ours(file: SessionFile, path: Path, tmp_path: Path, statement: str) -> None:
    rate(file)
    file.close()
    broken(path, *statement.split(" / "))
    out = tmp_path / "uit.kanaal"
    rescue(path, out, AT)
    assert same(read_session(out), session_of([*small().records(), Rating(1, "d1", "p1", "w1", "veel")]))


def test_all_snapshots_of_a_version_have_their_tables_at_the_same_places(tmp_path: Path) -> None:
    """What reading with our own schema leans on."""
    places = []
    for number, session in enumerate((Session(), small(), samples.example(samples.WATERRIJK))):
        path = tmp_path / f"{number}.kanaal"
        SessionFile.create(path, session, AT).close()
        with contextlib.closing(sqlite3.connect(path)) as connection:
            places.append(connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
    assert places[0] == places[1] == places[2]


def test_the_damaged_file_itself_is_never_the_target(file: SessionFile, path: Path) -> None:
    file.close()
    with pytest.raises(Refused, match="file_exists"):
        rescue(path, path, AT, overwrite=True)


# Names that are gone


def traces(folder: Path, names: tuple[str, ...] = NAMES) -> list[str]:
    """Where a name is still found, byte for byte, in any file under a folder."""
    words = {form for name in names for form in (name, name.lower(), name.upper(), name.replace(" ", "-").lower())}
    forms = {word.encode(code) for word in words for code in ("utf-8", "utf-16-le")}
    return [str(each) for each in folder.rglob("*") if each.is_file() and any(form in each.read_bytes() for form in forms)]


def with_names(path: Path) -> SessionFile:
    """A session in which names were typed, changed, taken out and undone, in every kind of place."""
    file = SessionFile.create(path, small(), AT)
    one, two = NAMES

    def do(change: intents.Change) -> None:
        file.append(change, AT)

    do(intents.update(file.session, file.session.disciplines[0], AT, people=f"{one}, {two}"))
    do(intents.set_case(file.session, aim=f"Zoals {one} al zei"))
    do(intents.rate(file.session, 1, "d1", "p1", "w1", "veel"))
    do(intents.explain(file.session, 1, "d1", "p1", "w1", reason=f"Volgens {two.upper()} wel; {one} niet"))
    do(intents.add(file.session, Discipline, f"Functionaris {two}"))
    do(around.add_row(file.session, Action, text="Uitzoeken", owner=one))
    do(around.add_row(file.session, Action, text="Weer weg", owner=two))
    do(intents.remove(file.session, file.session.rows(Action)[1]))
    do(around.fill(file.session, Publication, (1,), withheld=f"{one}\nGeheimwoord"))
    do(intents.set_case(file.session, place=one))
    do(intents.set_case(file.session, place=two))  # from one name to the other: the same place once they are gone
    file.undo(AT)
    file.undo(AT)
    file.redo(AT)
    file.snapshot()
    return file


def test_a_name_is_gone_from_the_file_its_log_and_its_versions(path: Path, tmp_path: Path) -> None:
    file = with_names(path)
    file.close()
    file = SessionFile.open(path, AT)
    assert traces(tmp_path)
    assert traces(paths.local_data())
    assert file.names() == sorted(NAMES)
    entries = file.entries
    file.forget(NAMES, MARK, AT)
    assert file.names() == []
    assert traces(tmp_path) == []
    assert traces(paths.local_data()) == []  # the working copy while it is open, and the earlier versions
    assert file.entries == entries + 1
    assert file.undo_label is None
    session = file.session
    assert session.case.aim == f"Zoals {MARK} al zei"
    assert session.disciplines[0].people == ""
    assert session.tables["rating"][(1, "d1", "p1", "w1")].reason == f"Volgens {MARK} wel; {MARK} niet"
    assert session.publication.withheld == "Geheimwoord"
    assert [each.name for each in session.disciplines] == ["Discipline 1", "Discipline 2", f"Functionaris {MARK}"]
    rate(file, "matig")
    file.close()
    assert check(path) == entries + 2
    assert traces(tmp_path) == []
    assert len(earlier(path)) >= 1


def test_only_the_names_that_were_asked_for_go(path: Path) -> None:
    file = with_names(path)
    file.forget(NAMES[:1], MARK, AT)
    assert file.names() == [NAMES[1]]
    assert file.session.disciplines[0].people == NAMES[1]
    file.close()
    assert check(path)


def test_names_that_tell_two_things_apart_are_refused(path: Path, tmp_path: Path) -> None:
    file = SessionFile.create(path, small(), AT)
    for name in NAMES:
        file.append(intents.add(file.session, Platform, name), AT)
    file.snapshot()
    before = to_exchange(file.session)
    with pytest.raises(Refused, match="names_needed"):
        file.forget(NAMES, MARK, AT)
    assert to_exchange(file.session) == before
    rate(file)
    file.close()
    assert to_exchange(read_session(path)) != before


def test_a_kill_half_way_leaves_them_all_or_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = with_names(path)
    with monkeypatch.context() as patch:
        patch.setattr(SessionFile, "snapshot", lambda _self: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            file.forget(NAMES, MARK, AT)
    file.abandon()
    again = SessionFile.open(path, AT)
    assert (again.names(), again.dirty) == ([], True)
    again.close()
    assert traces(path.parent) == []


def test_where_a_version_cannot_be_deleted_nothing_changes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = with_names(path)

    def fail(_place: Path) -> None:
        raise PermissionError(13, "bezet")

    monkeypatch.setattr("kanaalwaarden.store.backups.shutil.rmtree", fail)
    with pytest.raises(Refused, match="backup_unremovable"):
        file.forget(NAMES, MARK, AT)
    assert file.names() == sorted(NAMES)
    file.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["one", "two", "both", "none", "undo", "redo", "remove"]), max_size=14))
def test_whatever_was_done_with_names_the_log_stays_sound(tmp_path_factory: pytest.TempPathFactory, actions: list[str]) -> None:
    folder = tmp_path_factory.mktemp("namen")
    path = folder / "zaak.kanaal"
    file = SessionFile.create(path, small(), AT)
    texts = {"one": NAMES[0], "two": NAMES[1], "both": ", ".join(NAMES), "none": "", "remove": "x"}
    for action in actions:
        if action == "undo":
            file.undo(AT)
        elif action == "redo":
            file.redo(AT)
        else:
            people = texts[action]
            file.append(intents.update(file.session, file.session.disciplines[0], AT, "groep", people=people), AT)
            file.append(intents.set_case(file.session, "groep", aim=people and f"van {people}"), AT)
    before = file.session
    file.forget(NAMES, MARK, AT)
    assert same(file.session, session_of([replace(before.case, aim=file.session.case.aim), *list(file.session.records())[1:]]))
    file.close()
    assert check(path)
    assert traces(folder) == []
