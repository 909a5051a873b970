"""The tables of a session file, as numbered migrations.

Driven by `PRAGMA user_version` and not by `sqlite_utils.Migrations`: its bookkeeping table is written by whatever version of
the library is installed, and stands in the file with the moments of migrating. The rule that the schema of somebody's file
must equal, letter by letter, the schema that we know (ecosystem.md 4.3) would then depend on a library's wording.
"""

import functools
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4B616E77  # 'Kanw'; file(1) can recognise it
VERSION = 2

# Frozen once released: the text itself is what a file is compared with. A later version only adds columns at the end, because
# the rows in the log are lists in the order of the columns.
_FIRST = (
    """CREATE TABLE session(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL CHECK (length(title) <= 200),
    organisation TEXT NOT NULL CHECK (length(organisation) <= 200),
    occasion TEXT NOT NULL CHECK (length(occasion) <= 20000),
    aim TEXT NOT NULL CHECK (length(aim) <= 20000),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    place TEXT NOT NULL CHECK (length(place) <= 200),
    scale TEXT NOT NULL CHECK (scale IN ('eenzijdig', 'tweezijdig')),
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    reason_at_ends INTEGER NOT NULL CHECK (reason_at_ends IN (0, 1)),
    one_voice INTEGER NOT NULL CHECK (one_voice IN (0, 1)),
    fictional INTEGER NOT NULL CHECK (fictional IN (0, 1)),
    source TEXT NOT NULL CHECK (length(source) <= 20000),
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
    speaker_seconds INTEGER NOT NULL CHECK (speaker_seconds BETWEEN 10 AND 3600),
    item_minutes INTEGER NOT NULL CHECK (item_minutes BETWEEN 1 AND 600)
) STRICT""",
    """CREATE TABLE value(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short_name TEXT NOT NULL CHECK (length(short_name) <= 200),
    definition TEXT NOT NULL CHECK (length(definition) <= 20000),
    question TEXT NOT NULL CHECK (length(question) <= 20000),
    kind TEXT NOT NULL CHECK (kind IN ('waarde', 'uitgangspunt', 'kritische_factor')),
    origin TEXT NOT NULL CHECK (origin IN ('codio', 'eigen', 'elsa', 'wettelijk', 'sessie')),
    source TEXT NOT NULL CHECK (length(source) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE platform(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('platform', 'open', 'eigen')),
    practice TEXT NOT NULL CHECK (length(practice) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE discipline(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    code TEXT NOT NULL CHECK (length(code) = 2),
    absent INTEGER NOT NULL CHECK (absent IN (0, 1)),
    people TEXT NOT NULL CHECK (length(people) <= 200)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE round(
    number INTEGER PRIMARY KEY CHECK (number > 0),
    opened TEXT NOT NULL CHECK (length(opened) <= 20000),
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
    revealed TEXT NOT NULL CHECK (length(revealed) <= 20000)
) STRICT""",
    """CREATE TABLE rating(
    round INTEGER NOT NULL CHECK (round > 0),
    discipline TEXT NOT NULL,
    platform TEXT NOT NULL,
    value TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('', 'geen_oordeel', 'onbespreekbaar', 'versterkt', 'geen', 'matig', 'veel')),
    reason TEXT NOT NULL CHECK (length(reason) <= 20000),
    condition TEXT NOT NULL CHECK (length(condition) <= 20000),
    reason_kind TEXT NOT NULL CHECK (reason_kind IN ('zienswijze', 'feit')),
    layer TEXT NOT NULL CHECK (layer IN ('', 'eigen', 'platform')),
    PRIMARY KEY (round, discipline, platform, value)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE conclusion(
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('', 'niet_eenduidig', 'versterkt', 'geen', 'matig', 'veel')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    PRIMARY KEY (value, platform)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE minority_note(
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    discipline TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    PRIMARY KEY (value, platform, discipline)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE definition_change(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    value TEXT NOT NULL,
    field TEXT NOT NULL CHECK (length(field) <= 20000),
    before TEXT NOT NULL CHECK (length(before) <= 20000),
    after TEXT NOT NULL CHECK (length(after) <= 20000),
    at TEXT NOT NULL CHECK (length(at) <= 20000),
    after_first_rating INTEGER NOT NULL CHECK (after_first_rating IN (0, 1))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE round_cell(
    round INTEGER NOT NULL CHECK (round > 1),
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    PRIMARY KEY (round, value, platform)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reveal(
    round INTEGER NOT NULL CHECK (round > 0),
    value TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) <= 20000),
    PRIMARY KEY (round, value)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE argument(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    discipline TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('zienswijze', 'feit')),
    about TEXT NOT NULL CHECK (about IN ('oordeel', 'formulering')),
    layer TEXT NOT NULL CHECK (layer IN ('', 'eigen', 'platform')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    at TEXT NOT NULL CHECK (length(at) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE open_question(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    owner TEXT NOT NULL CHECK (length(owner) <= 200),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    answer TEXT NOT NULL CHECK (length(answer) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE agenda_item(
    value TEXT NOT NULL,
    platform TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 10000),
    state TEXT NOT NULL CHECK (state IN ('open', 'klaar', 'overgeslagen')),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600),
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
    PRIMARY KEY (value, platform)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE step(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    started TEXT NOT NULL CHECK (length(started) <= 20000),
    ended TEXT NOT NULL CHECK (length(ended) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE log(
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    label TEXT NOT NULL,
    grouped TEXT NOT NULL,
    edits TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT""",
)

# Around the table: practice, weighing, decision and what follows.
_SECOND = (
    """CREATE TABLE account(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    platform TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    manager TEXT NOT NULL CHECK (length(manager) <= 200),
    project INTEGER NOT NULL CHECK (project IN (0, 1)),
    goal TEXT NOT NULL CHECK (goal IN ('', 'informatie', 'interactie', 'werk')),
    audience TEXT NOT NULL CHECK (length(audience) <= 200),
    policy TEXT NOT NULL CHECK (policy IN ('', 'ja', 'nee')),
    comments TEXT NOT NULL CHECK (comments IN ('', 'aan', 'beperkt', 'uit')),
    aim TEXT NOT NULL CHECK (aim IN ('', 'transparantie', 'participatie', 'communicatie')),
    activity TEXT NOT NULL CHECK (length(activity) <= 20000),
    norm TEXT NOT NULL CHECK (length(norm) <= 20000),
    traffic TEXT NOT NULL CHECK (traffic IN ('', 'een', 'twee', 'netwerk')),
    strategies TEXT NOT NULL CHECK (length(strategies) <= 20000),
    effect TEXT NOT NULL CHECK (length(effect) <= 20000),
    number TEXT NOT NULL CHECK (length(number) <= 15),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE figure(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    platform TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (length(measure) <= 200),
    number TEXT NOT NULL CHECK (length(number) <= 15),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE card(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('kader', 'feit', 'keuze')),
    title TEXT NOT NULL CHECK (length(title) <= 200),
    maker TEXT NOT NULL CHECK (length(maker) <= 200),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    checked TEXT NOT NULL CHECK (length(checked) <= 10),
    source TEXT NOT NULL CHECK (length(source) <= 20000),
    status TEXT NOT NULL CHECK (status IN ('', 'aangekondigd', 'van_kracht', 'achterhaald')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    meaning TEXT NOT NULL CHECK (length(meaning) <= 20000),
    platform TEXT NOT NULL,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('', 'inzetten', 'voorwaarden', 'beperkt', 'pauze', 'plaatshouder', 'afbouwen', 'niet', 'onderzoek'))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE purpose(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    kind TEXT NOT NULL CHECK (kind IN ('gebruik', 'doelgroep')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE route(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    message TEXT NOT NULL CHECK (length(message) <= 200),
    audience TEXT NOT NULL CHECK (length(audience) <= 200),
    platform TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (length(channel) <= 200),
    medium TEXT NOT NULL CHECK (medium IN ('digitaal', 'fysiek')),
    crisis INTEGER NOT NULL CHECK (crisis IN (0, 1)),
    without TEXT NOT NULL CHECK (length(without) <= 20000),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE risk(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    platform TEXT NOT NULL,
    area TEXT NOT NULL CHECK (length(area) <= 200),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    accepted TEXT NOT NULL CHECK (accepted IN ('', 'ja', 'maatregel', 'nee')),
    measure TEXT NOT NULL CHECK (length(measure) <= 200),
    owner TEXT NOT NULL CHECK (length(owner) <= 200),
    date TEXT NOT NULL CHECK (length(date) <= 10)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE threshold(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    platform TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('uitstap', 'instap')),
    rule TEXT NOT NULL CHECK (length(rule) <= 20000),
    sign TEXT NOT NULL CHECK (length(sign) <= 20000),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    met TEXT NOT NULL CHECK (met IN ('', 'ja', 'nee')),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE action(
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20000),
    position INTEGER NOT NULL CHECK (position > 0),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    platform TEXT NOT NULL,
    value TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('platform', 'afspraak', 'gedrag')),
    necessity TEXT NOT NULL CHECK (necessity IN ('', 'noodzakelijk', 'wenselijk')),
    importance TEXT NOT NULL CHECK (importance IN ('', 'groot', 'gewoon')),
    owner TEXT NOT NULL CHECK (length(owner) <= 200),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    note TEXT NOT NULL CHECK (length(note) <= 20000)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answer(
    question TEXT NOT NULL,
    platform TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (length(choice) <= 20000),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    owner TEXT NOT NULL CHECK (length(owner) <= 200),
    asked TEXT NOT NULL CHECK (length(asked) <= 20000),
    PRIMARY KEY (question, platform)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE fit(
    purpose TEXT NOT NULL,
    platform TEXT NOT NULL,
    suits TEXT NOT NULL CHECK (suits IN ('', 'ja', 'mits', 'nee')),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    PRIMARY KEY (purpose, platform)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE decision(
    platform TEXT PRIMARY KEY CHECK (length(platform) BETWEEN 1 AND 20000),
    can TEXT NOT NULL CHECK (can IN ('', 'ja', 'mits', 'nee')),
    can_text TEXT NOT NULL CHECK (length(can_text) <= 20000),
    want TEXT NOT NULL CHECK (want IN ('', 'ja', 'mits', 'nee')),
    want_text TEXT NOT NULL CHECK (length(want_text) <= 20000),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('', 'inzetten', 'voorwaarden', 'beperkt', 'pauze', 'plaatshouder', 'afbouwen', 'niet', 'onderzoek')),
    scope TEXT NOT NULL CHECK (length(scope) <= 20000),
    conditions TEXT NOT NULL CHECK (length(conditions) <= 20000),
    decider TEXT NOT NULL CHECK (length(decider) <= 200),
    capacity TEXT NOT NULL CHECK (length(capacity) <= 200),
    sentence TEXT NOT NULL CHECK (length(sentence) <= 20000),
    decided TEXT NOT NULL CHECK (length(decided) <= 10),
    review TEXT NOT NULL CHECK (length(review) <= 10)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stance(
    platform TEXT NOT NULL,
    discipline TEXT NOT NULL,
    stance TEXT NOT NULL CHECK (stance IN ('', 'mee', 'mits', 'niet')),
    value TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    PRIMARY KEY (platform, discipline)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE follow_up(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    date TEXT NOT NULL CHECK (length(date) <= 10),
    owner TEXT NOT NULL CHECK (length(owner) <= 200),
    earlier_title TEXT NOT NULL CHECK (length(earlier_title) <= 200),
    earlier_date TEXT NOT NULL CHECK (length(earlier_date) <= 10)
) STRICT""",
    """CREATE TABLE read_back(
    discipline TEXT PRIMARY KEY CHECK (length(discipline) BETWEEN 1 AND 20000),
    verdict TEXT NOT NULL CHECK (verdict IN ('', 'bevestigd', 'rechtgezet', 'geweigerd')),
    at TEXT NOT NULL CHECK (length(at) <= 20000),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    consent TEXT NOT NULL CHECK (consent IN ('', 'ja', 'nee')),
    persons TEXT NOT NULL CHECK (persons IN ('', 'een', 'meer')),
    shown TEXT NOT NULL CHECK (shown IN ('', 'samen', 'weg'))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE publication(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    formal TEXT NOT NULL CHECK (formal IN ('', 'ja', 'nee')),
    people INTEGER NOT NULL CHECK (people IN (0, 1)),
    withheld TEXT NOT NULL CHECK (length(withheld) <= 20000),
    bodies TEXT NOT NULL CHECK (length(bodies) <= 20000),
    names_until TEXT NOT NULL CHECK (length(names_until) <= 10)
) STRICT""",
    """CREATE TABLE form(
    discipline TEXT PRIMARY KEY CHECK (length(discipline) BETWEEN 1 AND 20000),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    made TEXT NOT NULL CHECK (length(made) <= 20000),
    taken TEXT NOT NULL CHECK (length(taken) <= 20000),
    kind TEXT NOT NULL CHECK (kind IN ('', 'pdf', 'xlsx', 'papier')),
    answers INTEGER NOT NULL CHECK (answers >= 0),
    differing INTEGER NOT NULL CHECK (differing >= 0),
    from_form INTEGER NOT NULL CHECK (from_form >= 0)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE carried(
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    digest TEXT NOT NULL CHECK (length(digest) <= 20000),
    PRIMARY KEY (table_name, key)
) STRICT, WITHOUT ROWID""",
)

_MIGRATIONS: tuple[Sequence[str], ...] = (_FIRST, _SECOND)
"""The statements that make version 1, 2, ... out of the version before it."""


def database(connection: sqlite3.Connection) -> "Database":
    """The connection as a database of sqlite-utils, which looks for no plugins and fires no trigger twice."""
    from sqlite_utils import Database  # a twentieth of a second, which the start of the window does not wait for

    return Database(connection, recursive_triggers=False, execute_plugins=False)


def migrate(db: "Database", to: int = VERSION) -> None:
    """Bring an empty or older database of ours to version `to`, one transaction for each version. sqlite3 errors pass through."""
    for number in range(db.conn.execute("PRAGMA user_version").fetchone()[0] + 1, to + 1):
        with db.atomic():
            for statement in _MIGRATIONS[number - 1]:
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number}")


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str | None, ...]]:
    """Every row of the schema table: type, name, table and text."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@functools.cache
def known_schema(version: int) -> frozenset[tuple[str | None, ...]]:
    """The schema that a file of this version has: made by the same migrations, so there is no second copy to forget."""
    db = database(sqlite3.connect(":memory:", isolation_level=None))
    try:
        migrate(db, version)
        return schema_of(db.conn)
    finally:
        db.close()
