"""The one door to the store: the facilitator's intents, and one signal that says what changed.

Every intent is on disk before it is applied and announced. An intent returns None when it was done, or the `Refused` that
says why not, for the screen to show where it belongs. Trouble with the environment (disk full, folder gone) is kept in
`trouble` as well, for the band under the menu bar, until it is solved.
"""

import contextlib
import datetime
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kanaalwaarden import paths
from kanaalwaarden.ballots.sheet import LARGEST, table_lines
from kanaalwaarden.core import around, ballot, intents
from kanaalwaarden.core.accounts_table import pasted_rows, placed, read_accounts
from kanaalwaarden.core.blind import BlindProgress, answered, blind_progress, visible
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import from_exchange
from kanaalwaarden.core.house import House
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import LANGUAGES, Argument, Change, Edit, Listed, OpenQuestion, ReadBack, Row, Session
from kanaalwaarden.core.prompts import Prompt, PromptSet
from kanaalwaarden.core.ratings_csv import read_ratings
from kanaalwaarden.core.series import session_from_earlier
from kanaalwaarden.core.templates import session_from_template
from kanaalwaarden.store.house_style import house_in_use, use_house
from kanaalwaarden.store.plain import read_file, read_files, read_json, without_collector
from kanaalwaarden.store.presets import SCHEMES as SCHEMES  # for the window, which may not know the store
from kanaalwaarden.store.presets import presets_in_use as presets_in_use
from kanaalwaarden.store.question_set import copy_shipped, prompts_in_use, use_prompts

if TYPE_CHECKING:
    from kanaalwaarden.store.backups import Backup as Backup  # screens name it, and may not know the store
    from kanaalwaarden.store.session_file import SessionFile

SNAPSHOT_AFTER_MS = 1200
"""So that a snapshot is in place within two seconds after the last change."""
RETRY_MS = 5000
ENVIRONMENT = frozenset({"disk_full", "write_failed", "file_unwritable", "snapshot_changed", "work_folder", "recovered_beside"})


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: the names of tables ('rating', 'value', 'session' ...), or 'opened' (another session), 'kept', 'trouble'."""

    what: frozenset[str]
    edits: tuple[Edit, ...] = ()

    def __contains__(self, name: str) -> bool:
        return "opened" in self.what or name in self.what


def words_in(language: str) -> Labels:
    """The words of a document in this language."""
    return Labels(paths.read_json(f"labels/{language}.json"))


def now() -> str:
    """This moment, local time with its offset, to the second."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


class Workspace(QObject):
    """The session that is open, or none."""

    changed = Signal(object)

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speak(labels)
        self.trouble: Refused | None = None
        self.kept_at: str = ""
        self._file: SessionFile | None = None
        self._example: Session | None = None
        self._example_path: Path | None = None
        self._empty = Session()
        self._shown: Session | None = None
        self._snapshot_timer = QTimer(self)
        self._snapshot_timer.setSingleShot(True)
        self._snapshot_timer.timeout.connect(self.snapshot)
        self._held_timer = QTimer(self)
        self._held_timer.setInterval(RETRY_MS)
        self._held_timer.timeout.connect(self.look_again)

    # What is open

    @property
    def session(self) -> Session:
        """The session that is open; an empty one when none is."""
        return self._file.session if self._file else self._example or self._empty

    @property
    def shown(self) -> Session:
        """The session as it may be seen: without the answers of a round that is still blind. What every screen shows but the entry grid."""
        if self._shown is None:
            self._shown = visible(self.session)
        return self._shown

    def speak(self, labels: Labels) -> None:
        """Use these words, and the question set in their language."""
        self.labels = labels
        self.prompts, self.prompts_problem = prompts_in_use(labels.language)

    @property
    def own_prompts(self) -> bool:
        """Whether the organisation's own questions are in use."""
        return paths.own_prompts().is_file() and self.prompts_problem is None

    def prompts_in(self, language: str) -> PromptSet:
        """The question set in the language of a document."""
        return prompts_in_use(language)[0]

    @property
    def house(self) -> House:
        """The organisation's own look on this computer; an empty one where there is none, or none that can be used."""
        return house_in_use()[0]

    def logo_of(self, path: Path) -> bytes | Refused:
        """The picture in this file as a logo."""
        from kanaalwaarden.export.logo import logo_png  # Pillow: only where somebody has a logo

        try:
            return logo_png(read_file(path, "logo_unreadable"))
        except Refused as problem:
            return problem

    def use_house(self, house: House) -> Refused | None:
        """Use this look in the minutes from now on."""
        return self._try(lambda: use_house(house))

    def use_prompts(self, path: Path | None) -> Refused | None:
        """Ask the organisation's own questions from now on, or ours again (None)."""
        try:
            use_prompts(path)
        except Refused as problem:
            return problem
        self.speak(self.labels)
        self._announce(frozenset({"opened"}))
        return None

    def copy_prompts(self, path: Path) -> Refused | None:
        """Write our questions to a file, to begin the organisation's own from."""
        return self._try(lambda: copy_shipped(path))

    def given(self, round_: int, value: str, platform: str) -> tuple[bool, ...]:
        """Per seat whether that discipline answered the cell: all that may be known of it before the reveal."""
        return answered(self.session, round_, value, platform)

    def blind_progress(self) -> list[BlindProgress]:
        """How far every discipline is in the open blind round; [] where none is open."""
        return blind_progress(self.session)

    @property
    def is_open(self) -> bool:
        """Whether a session is open."""
        return self._file is not None or self._example is not None

    @property
    def is_example(self) -> bool:
        """Whether what is open is an exchange file, shown read-only."""
        return self._example is not None

    @property
    def read_only(self) -> bool:
        """Whether intents are refused."""
        return self._example is not None or (self._file is not None and self._file.read_only)

    @property
    def held(self) -> Refused | None:
        """Who has the session open, where it can only be read because of that."""
        return self._file.held if self._file is not None else None

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        return self._file.path if self._file else self._example_path

    @property
    def title(self) -> str:
        """The title of the session, for window and menu bar."""
        return self.session.case.title or self.labels("table.untitled")

    # Opening and closing. One session at a time: another one is opened only after this one was closed safely.

    def new(self, path: Path, session: Session, *, overwrite: bool = False) -> Refused | None:
        """Make a session file at `path` that starts as `session`, and open it. What stood there stays until the new one is whole."""

        def make() -> "SessionFile":
            from kanaalwaarden.store.session_file import SessionFile

            return SessionFile.create(path, session, now(), overwrite=overwrite)

        return self._switch(make)

    def open(self, path: Path) -> Refused | None:
        """Open a session file, or an exchange JSON as a read-only example. What is open already stays open."""
        if self._file is not None and path == self._file.path:
            return None
        if path.suffix.lower() == ".json":
            return self._open_example(path)

        def make() -> "SessionFile":
            from kanaalwaarden.store.session_file import SessionFile

            return SessionFile.open(path, now())

        return self._switch(make)

    def look_again(self) -> None:
        """Open the session to work in as soon as whoever had it has closed it."""
        from kanaalwaarden.store.session_file import held_by

        if self.held is None or self.path is None:
            self._held_timer.stop()
            return
        with contextlib.suppress(Refused):
            if held_by(self.path) is None:
                self.take_over()

    def take_over(self) -> Refused | None:
        """Open the session to work in although somebody on another computer has it open; both versions are kept if both change it."""
        path = self.path
        assert path is not None, "a session is open"

        def make() -> "SessionFile":
            from kanaalwaarden.store.session_file import SessionFile

            return SessionFile.open(path, now(), take_over=True)

        return self._switch(make)

    # Earlier versions, and what is damaged

    def earlier(self, path: Path) -> "list[Backup]":
        """The versions of the session at this path that were kept on this computer, the last one first."""
        from kanaalwaarden.store.versions import earlier

        try:
            return earlier(path)
        except Refused:
            return []

    def restore(self, backup: "Backup", path: Path, *, overwrite: bool) -> Refused | None:
        """Put an earlier version in a file."""
        from kanaalwaarden.store.versions import restore

        return self._try(lambda: restore(backup, path, overwrite))

    def rescue(self, path: Path, to: Path, *, overwrite: bool) -> Refused | int:
        """Put what can be read of a damaged session in a new file; how much could not be used."""
        from kanaalwaarden.store.versions import rescue

        try:
            return rescue(path, to, now(), overwrite)
        except Refused as problem:
            return problem

    @staticmethod
    def _try(do: Callable[[], None]) -> Refused | None:
        try:
            do()
        except Refused as problem:
            return problem
        return None

    # The desktop

    def association(self) -> str | Refused:
        """What would be written to have the system open session files with this program."""
        from kanaalwaarden.store.association import planned

        try:
            return planned()
        except Refused as problem:
            return problem

    def is_associated(self) -> bool:
        """Whether that was done before."""
        from kanaalwaarden.store.association import associated

        return associated()

    def associate(self, wanted: bool) -> Refused | None:
        """Have the system open session files with this program, or no longer."""
        from kanaalwaarden.store.association import associate, dissociate

        return self._try(associate if wanted else dissociate)

    # Names of people

    def names(self) -> list[str]:
        """Every name of a person that stands, or ever stood, in this session."""
        return self._file.names() if self._file is not None else []

    @property
    def names_overdue(self) -> bool:
        """Whether names of people stay longer in this session than was agreed."""
        until = self.session.publication.names_until
        return not self.read_only and bool(until) and now()[: len(until)] > until and bool(self.names())

    def forget_names(self, names: Sequence[str]) -> Refused | None:
        """Take these names out of the session, its log and its earlier versions, for good."""
        file = self._file
        if file is None:
            return Refused("session_read_only")
        problem = self._try(lambda: file.forget(names, self.labels("edition.gone"), now()))
        if problem is not None:
            self._fail(problem)
            if file.dirty:  # they are gone from here, and the file that people see follows as soon as it can
                self._snapshot_timer.start(RETRY_MS)
        self._announce(frozenset({"opened"}))
        return problem

    def _open_example(self, path: Path) -> Refused | None:
        try:
            session = from_exchange(self.read_json(path))
        except Refused as problem:
            return problem
        trouble = self.close()
        if trouble and self.is_open:
            return trouble
        self._example, self._example_path, self.trouble = session, path, trouble
        self._announce(frozenset({"opened"}))
        return None

    def _switch(self, make: Callable[[], "SessionFile"]) -> Refused | None:
        try:
            opened = make()
        except Refused as problem:
            return problem
        trouble = self.close()
        if trouble and self.is_open:
            opened.close()
            return trouble
        self._file = opened
        if opened.held is not None:
            self._held_timer.start()
        self.trouble = opened.notice or trouble
        self.kept_at = now()
        if opened.dirty:
            self._snapshot_timer.start(0)
        self._announce(frozenset({"opened"}))
        return None

    def close(self) -> Refused | None:
        """Close what is open, with a last snapshot. Out: what must be told.

        When the snapshot cannot be written the session stays open (`is_open`): its working copy has everything.
        """
        self._snapshot_timer.stop()
        told: Refused | None = None
        if self._file is not None:
            try:
                self._file.close()
            except Refused as problem:
                if self._file.dirty:
                    self._fail(problem)
                    self._snapshot_timer.start(RETRY_MS)
                    return problem
                told = problem  # it was written, only beside a file that something else had changed
        self._held_timer.stop()
        self._file = None
        self._example = self._example_path = None
        self.trouble = None
        return told

    def abandon(self) -> None:
        """Let go of the session although its snapshot fails; the working copy stays and is taken up again at the next start."""
        self._snapshot_timer.stop()
        if self._file is not None:
            self._file.abandon()
        self._file = None

    def show_start(self) -> Refused | None:
        """Close the session and show none."""
        problem = self.close()
        if not self.is_open:
            self._announce(frozenset({"opened"}))
        return problem

    def leftovers(self) -> list[Path]:
        """Sessions that were not closed (a crash, a power cut): their files, which `open` takes up again."""
        from kanaalwaarden.store.session_file import leftovers

        return [snapshot for snapshot, _ in leftovers()]

    def save_copy(self, path: Path, *, overwrite: bool) -> Refused | None:
        """Write what is open to another place. An example becomes a session file there, which is opened."""
        if self._example is not None:
            return self.new(path, self._example, overwrite=overwrite)
        file = self._file
        return self._try(lambda: file.save_copy(path, overwrite=overwrite)) if file is not None else None

    def snapshot(self) -> None:
        """Write the snapshot now if something changed. Trouble is shown and tried again."""
        if self._file is None or not self._file.dirty:
            return
        try:
            self._file.snapshot()
        except Refused as problem:
            self._fail(problem)
            if self._file.dirty:
                self._snapshot_timer.start(RETRY_MS)
            return
        self.trouble = None
        self._announce(frozenset({"kept"}))

    # Starting points

    def from_template(self, name_or_path: str | Path, title: str = "") -> Session:
        """A session that starts from a shipped template (by name) or a template file. Raises `Refused`."""
        path = name_or_path if isinstance(name_or_path, Path) else paths.templates()[name_or_path]
        return session_from_template(self.read_json(path), title)

    def from_earlier(self, path: Path, title: str = "") -> Session:
        """A session that starts from an earlier one (session file or exchange JSON). Raises `Refused`."""
        if path.suffix.lower() == ".json":
            return session_from_earlier(from_exchange(self.read_json(path)), self.prompts, title)
        from kanaalwaarden.store.session_file import read_session

        return session_from_earlier(read_session(path), self.prompts, title)

    def peek(self, path: Path) -> Session:
        """What is in a session file or exchange JSON, without opening it (the list of recent sessions). Raises `Refused`."""
        if path.suffix.lower() == ".json":
            return from_exchange(self.read_json(path))
        from kanaalwaarden.store.session_file import read_session

        return read_session(path)

    @staticmethod
    def read_json(path: Path) -> Any:
        """The parsed content of a JSON file; `Refused` when it cannot be read or is no JSON."""
        return read_json(path)

    # The facilitator's intents

    def set_case(self, group: str = "", **given: Any) -> Refused | None:
        """Change facts of the case or the rules."""
        return self._do(lambda: intents.set_case(self.session, group, **given))

    def add(self, kind: type[Any], name: str, /, **given: Any) -> Refused | None:
        """Add a value, platform or discipline."""
        return self._do(lambda: intents.add(self.session, kind, name, **given))

    def update(self, record: Listed, group: str = "", **given: Any) -> Refused | None:
        """Change fields of a value, platform or discipline."""
        return self._do(lambda: intents.update(self.session, record, now(), group, **given))

    def move(self, record: Listed | Row, to: int) -> Refused | None:
        """Put a value, platform, discipline or row at another place of its list."""
        return self._do(lambda: intents.move(self.session, record, to))

    def remove(self, record: Listed | Row) -> Refused | None:
        """Remove a value, platform, discipline or row with all that belongs to it."""
        return self._do(lambda: intents.remove(self.session, record))

    def add_row(self, kind: type[Any], /, **given: Any) -> Refused | None:
        """Add an account, figure, card, purpose, route, risk, threshold or action."""
        return self._do(lambda: around.add_row(self.session, kind, **given))

    def add_rows(self, kind: type[Any], rows: Sequence[dict[str, Any]]) -> Refused | None:
        """Add several at once, all or nothing; one that brings an `id` which is there already is passed over."""
        return self._do(lambda: around.add_rows(self.session, kind, rows))

    def edit_row(self, record: Row, group: str = "", **given: Any) -> Refused | None:
        """Change fields of a row."""
        return self._do(lambda: around.edit_row(self.session, record, group, **given))

    def fill(self, kind: type[Any], key: tuple[Any, ...], group: str = "", **given: Any) -> Refused | None:
        """Fill in fields of a fit, decision, stance or the follow-up."""
        return self._do(lambda: around.fill(self.session, kind, key, group, **given))

    def read_back(self, discipline: str, group: str = "", **given: Any) -> Refused | None:
        """What a discipline says of its own text; the moment belongs to its verdict."""
        if "verdict" in given:
            given["at"] = now() if given["verdict"] else ""
        return self.fill(ReadBack, (discipline,), group, **given)

    def answer(self, prompt: Prompt, platform: str = "", group: str = "", **given: Any) -> Refused | None:
        """Answer a question about a platform, or about the session ('')."""
        return self._do(lambda: around.answer(self.session, prompt.id, platform, prompt.question, group, **given))

    def rate(self, round_: int, discipline: str, platform: str, value: str, effect: str) -> Refused | None:
        """Give an answer on a cell, or clear it with ''. The first answer opens blind round 1, if the session has one."""
        return self._do(lambda: self._opening(intents.rate(self.session, round_, discipline, platform, value, effect)))

    def _opening(self, change: Change) -> Change:
        return replace(change, edits=(*intents.opening(self.session, now()), *change.edits)) if change.edits else change

    def explain(self, round_: int, discipline: str, platform: str, value: str, group: str = "", **given: str) -> Refused | None:
        """Set reason, condition or reason_kind of an answer."""
        return self._do(lambda: self._opening(intents.explain(self.session, round_, discipline, platform, value, group, **given)))

    def conclude(self, value: str, platform: str, group: str = "", **given: str) -> Refused | None:
        """Set effect or text of a conclusion; `platform` '' is over all platforms."""
        return self._do(lambda: intents.conclude(self.session, value, platform, group, **given))

    def note_minority(self, value: str, platform: str, discipline: str, group: str = "", **given: Any) -> Refused | None:
        """Set text or confirmed of a minority note."""
        return self._do(lambda: intents.note_minority(self.session, value, platform, discipline, group, **given))

    def reveal(self, round_: int, value: str = "") -> Refused | None:
        """Reveal a blind round, or one value of it. This is never undone."""
        return self._do(lambda: intents.reveal(self.session, round_, now(), value))

    def next_round(self, cells: Sequence[tuple[str, str]]) -> Refused | None:
        """Begin the next round for these cells (value, platform)."""
        return self._do(lambda: intents.next_round(self.session, cells, now()))

    def ask_again(self, round_: int, value: str, platform: str, asked: bool) -> Refused | None:
        """Add a cell to a later round, or take it out."""
        return self._do(lambda: intents.ask_again(self.session, round_, value, platform, asked))

    def argue(self, value: str, platform: str, **given: Any) -> Refused | None:
        """Log an argument on a cell."""
        return self._do(lambda: intents.argue(self.session, value, platform, now(), **given))

    def ask(self, value: str, platform: str, **given: Any) -> Refused | None:
        """Note a fact to check."""
        return self._do(lambda: intents.ask(self.session, value, platform, **given))

    def edit_note(self, record: Argument | OpenQuestion, group: str = "", **given: Any) -> Refused | None:
        """Change an argument or a fact to check; an empty text removes it."""
        return self._do(lambda: intents.edit_note(self.session, record, group, **given))

    def plan(self, value: str, platform: str, **given: Any) -> Refused | None:
        """Set place, state or time of a cell on the agenda."""
        return self._do(lambda: intents.plan(self.session, value, platform, **given))

    def order_agenda(self, cells: Sequence[tuple[str, str]]) -> Refused | None:
        """Put the cells of the agenda in this order."""
        return self._do(lambda: intents.order_agenda(self.session, cells))

    def step_to(self, step: str) -> Refused | None:
        """Begin a step of the session."""
        return self._do(lambda: intents.step_to(self.session, step, now()))

    @without_collector()
    def import_ratings(self, path: Path) -> Refused | int:
        """Take ratings from a CSV, all or nothing; the number taken in, or what is wrong with the file.

        Answers of round 1 open it, blind if the session has it so, as a key would; a file with later rounds tells of what was.
        """
        try:
            ratings = read_ratings(read_file(path, "csv_too_large"), self.session)
        except Refused as problem:
            return problem
        first = all(each.round == 1 for each in ratings)
        change = intents.import_ratings
        refused = self._do(lambda: self._opening(change(self.session, ratings)) if first else change(self.session, ratings))
        return refused if refused else len(ratings)

    def make_forms(self, folder: Path, format_: str, *, large: bool = False, overwrite: bool = False) -> Refused | int:
        """Write a form of every discipline into a folder; how many, or why none. Their keys are in the session first."""
        from kanaalwaarden.ballots.forms import all_forms
        from kanaalwaarden.export.files import write_new

        at = now()
        keys = {each.id: secrets.token_hex(16) for each in self.session.disciplines}
        refused = self._do(lambda: ballot.make_forms(self.session, keys, at))
        if refused:
            return refused
        words = words_in(self.session.case.language)
        try:
            for name, data in all_forms(self.session, words, format_, large=large).items():
                write_new(folder / name, data, overwrite=overwrite)
        except Refused as problem:
            return problem
        return len(self.session.disciplines)

    def reading_forms(self, files: Sequence[Path]) -> Callable[[], list[ballot.FormReport]]:
        """The work of finding out what filled forms (files, or folders of them) would do: it can be done beside the window.

        Nothing is changed by it; `Refused` may come of it.
        """
        from kanaalwaarden.ballots.forms import form_files, read_forms

        languages = [words_in(language) for language in LANGUAGES]
        session = self.session.copy()
        return lambda: ballot.report(session, read_forms(read_files(form_files(files), "csv_too_large", LARGEST), languages))

    def open_form(self, discipline: str) -> Refused | None:
        """See to it that a discipline has the key of a form, so that a paper one can be typed in."""
        if (discipline,) in self.session.tables["form"]:
            return None
        return self._do(lambda: ballot.make_forms(self.session, {discipline: secrets.token_hex(16)}, now()))

    def report_form(self, name: str, form: ballot.FilledForm) -> list[ballot.FormReport]:
        """What a form that was typed in would do."""
        return ballot.report(self.session, [(name, form)])

    def merge_forms(self, chosen: Sequence[tuple[ballot.FormReport, Sequence[tuple[str, str]]]]) -> Refused | None:
        """Take these forms in, each with the cells in which it counts where the session says something else. All or nothing."""
        return self._do(lambda: ballot.merge(self.session, chosen, now()))

    def import_accounts(self, path: Path) -> Refused | int:
        """Take accounts from a CSV or Excel file, all or nothing: the number taken in, or every line that is wrong."""
        try:
            return self._take_accounts(table_lines(read_file(path, "csv_too_large")))
        except Refused as problem:
            return problem

    def paste_accounts(self, text: str) -> Refused | int:
        """Take accounts from rows that were copied in a spreadsheet."""
        try:
            return self._take_accounts(pasted_rows(text))
        except Refused as problem:
            return problem

    def _take_accounts(self, lines: Iterable[tuple[int, Sequence[str]]]) -> Refused | int:
        languages = [words_in(language) for language in LANGUAGES]
        accounts = read_accounts(lines, self.session, languages)
        refused = self._do(lambda: around.take_accounts(self.session, placed(self.session, accounts)))
        return refused if refused else len(accounts)

    @property
    def undo_label(self) -> str:
        """What would be undone, in words, or ''."""
        return self._step_label(self._file.undo_label if self._file else None)

    @property
    def redo_label(self) -> str:
        """What would be redone, in words, or ''."""
        return self._step_label(self._file.redo_label if self._file else None)

    def _step_label(self, key: str | None) -> str:
        return self.labels(f"intent.{key}") if key else ""

    def undo(self) -> None:
        """Take the last step back."""
        self._step(lambda file: file.undo(now()))

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._step(lambda file: file.redo(now()))

    def _step(self, step: Callable[["SessionFile"], Sequence[Edit]]) -> None:
        if self._file is None or self.read_only:
            return
        try:
            edits = tuple(step(self._file))
        except Refused as problem:
            self._fail(problem)
            return
        self._done(edits)

    def _do(self, make: Callable[[], Change]) -> Refused | None:
        if self._file is None or self.read_only:
            return self.held or Refused("session_read_only")
        try:
            change = make()
            if change.edits:
                self._file.append(change, now())
        except Refused as problem:
            self._fail(problem)
            return problem
        self._done(change.edits)
        return None

    def _done(self, edits: tuple[Edit, ...]) -> None:
        if not edits:
            return
        self.kept_at = now()
        self._snapshot_timer.start(SNAPSHOT_AFTER_MS)
        self._announce(frozenset(edit.record.TABLE for edit in edits), edits)

    def _fail(self, problem: Refused) -> None:
        if problem.key in ENVIRONMENT:
            self.trouble = problem
            self._announce(frozenset({"trouble"}))

    def _announce(self, what: frozenset[str], edits: tuple[Edit, ...] = ()) -> None:
        if what - {"kept", "trouble"}:
            self._shown = None
        self.changed.emit(Changed(what, edits))
