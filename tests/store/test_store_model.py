"""The session file against a plain model: whatever is done to it in whatever order, it is what dictionaries and lists say it is.

    KANAALWAARDEN_EXAMPLES=2000 .venv/bin/python -m pytest tests/store/test_store_model.py      a long run; the suite does a few
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Change, Discipline, Platform, Reveal, Round, RoundCell, Session, Value, session_of
from kanaalwaarden.core.text import clean_text
from kanaalwaarden.store import session_file
from kanaalwaarden.store.log import History
from kanaalwaarden.store.session_file import SessionFile, check, read_session
from tests import samples
from tests.store.small import same
from tests.store.test_session_file import work_files

AT = "2026-11-14T10:00:00"
KINDS: dict[str, type[Any]] = {"value": Value, "platform": Platform, "discipline": Discipline}
EXAMPLES = int(os.environ.get("KANAALWAARDEN_EXAMPLES", "20"))


@dataclass
class State:
    """A session as somebody would note it on paper."""

    names: dict[tuple[str, str], str] = field(default_factory=dict)
    answers: dict[tuple[int, str, str, str], tuple[str, str]] = field(default_factory=dict)
    """(round, discipline, platform, value): level and reason."""
    rounds: dict[int, tuple[bool, bool]] = field(default_factory=dict)
    """Whether a round is blind, and whether it was revealed."""
    seen: set[tuple[int, str]] = field(default_factory=set)
    cells: set[tuple[int, str, str]] = field(default_factory=set)

    def of(self, kind: str) -> list[str]:
        return [id_ for each, id_ in self.names if each == kind]

    def last_round(self) -> int:
        return max(self.rounds, default=1)

    def why_not(self, number: int, value: str, platform: str) -> str:
        """Why an answer may not change, or ''."""
        if number > 1 and (number, value, platform) not in self.cells and any(each[0] == number for each in self.cells):
            return "not_asked"
        blind, revealed = self.rounds.get(number, (False, False))
        closed = (blind and (revealed or (number, value) in self.seen)) or number < self.last_round()
        return "round_frozen" if closed else ""


def noted(session: Session) -> State:
    """What a session says, in the same notes."""
    return State(
        {(kind.TABLE, each.id): each.name for kind in KINDS.values() for each in session.tables[kind.TABLE].values()},
        {(each.round, each.discipline, each.platform, each.value): (each.effect, each.reason) for each in session.ratings},
        {each.number: (each.blind, bool(each.revealed)) for each in session.tables[Round.TABLE].values()},
        {(each.round, each.value) for each in session.tables[Reveal.TABLE].values()},
        {(each.round, each.value, each.platform) for each in session.tables[RoundCell.TABLE].values()},
    )


pick = st.integers(0, 1_000)
"""One of what there is then."""
kinds = st.sampled_from(sorted(KINDS))
names = st.sampled_from(["Een", "een ", "Twee", "waarde 1", "platform 2", "'=1", "", "  "])
reasons = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)


class Store(RuleBasedStateMachine):
    """What can be done, to the file and to the model."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kanaalwaarden-model-"))
        self.path = self.folder / "zaak.kanaal"
        self.file = SessionFile.create(self.path, samples.grid(2, 2, 2), AT)
        self.state = noted(samples.grid(2, 2, 2))
        self.before: list[tuple[str, State]] = []
        self.after: list[tuple[str, State]] = []
        self.group = ""
        self.snapshotted = self.acknowledged = session_of(self.file.session.records())
        self.entries = 1

    # The model's side of a step

    def _try(self, make: Callable[[], Change], refused: str, done: State, label: str, group: str = "") -> None:
        """Do it: it is refused for the reason that the model gives, or makes the state of the model, as one step."""
        try:
            change, told = make(), ""
        except Refused as problem:
            change, told = Change(label, ()), problem.key
        assert told == refused, label
        if told:
            return
        self.file.append(change, AT)
        if done == self.state:
            assert change.edits == ()
            return
        self.entries += 1
        if label == "reveal":
            self.before.clear()
        elif not (group and group == self.group):
            self.before.append((label, deepcopy(self.state)))
        self.after.clear()
        self.group = group
        self._acknowledge(done)

    def _acknowledge(self, state: State) -> None:
        self.state = state
        self.acknowledged = session_of(self.file.session.records())

    def _cell(self, place: int) -> tuple[str, str, str] | None:
        """(discipline, platform, value), if there is a cell."""
        found = [self.state.of(kind) for kind in ("discipline", "platform", "value")]
        return tuple(ids[place % len(ids)] for ids in found) if all(found) else None  # type: ignore[return-value]

    def _answer(self, place: int, earlier: bool, effect: str | None, reason: str | None) -> None:
        cell = self._cell(place)
        if cell is None:
            return
        number = 1 if earlier else self.state.last_round()
        done = deepcopy(self.state)
        key = (number, *cell)
        was = done.answers.get(key, ("", ""))
        now = (was[0] if effect is None else effect, was[1] if reason is None else clean_text(reason))
        if any(now):
            done.answers[key] = now
        else:
            done.answers.pop(key, None)
        if done != self.state and 1 not in done.rounds and not any(effect for effect, _ in self.state.answers.values()):
            done.rounds[1] = (True, False)  # the first answer opens the blind round
        group = "" if reason is None else f"reason-{key}"

        def make() -> Change:
            session = self.file.session
            if effect is None:
                change = intents.explain(session, number, *cell, group=group, reason=reason or "")
            else:
                change = intents.rate(session, number, *cell, effect)
            return replace(change, edits=(*intents.opening(session, AT), *change.edits)) if change.edits else change

        why = self.state.why_not(number, cell[2], cell[1])
        self._try(make, why, done, "rate" if effect is not None else "reason", group)

    # The rules

    @rule(place=pick, earlier=st.booleans(), effect=st.sampled_from(["", "geen", "veel", "geen_oordeel"]))
    def rate(self, place: int, earlier: bool, effect: str) -> None:
        self._answer(place, earlier, effect, None)

    @rule(place=st.integers(0, 1), reason=reasons)
    def type_reason(self, place: int, reason: str) -> None:
        self._answer(place, False, None, reason)

    @rule(kind=kinds, place=pick, name=names, typing=st.booleans())
    def rename(self, kind: str, place: int, name: str, typing: bool) -> None:
        ids = self.state.of(kind)
        if not ids:
            return
        id_ = ids[place % len(ids)]
        taken = {text.casefold() for (each, other), text in self.state.names.items() if each == kind and other != id_}
        why = "name_empty" if not name.strip() else "name_taken" if name.strip().casefold() in taken else ""
        done = deepcopy(self.state)
        done.names[kind, id_] = name.strip()
        group = f"name-{kind}-{id_}" if typing else ""
        record = self.file.session.get(KINDS[kind], (id_,))
        self._try(lambda: intents.update(self.file.session, record, AT, group, name=name), why, done, f"edit_{kind}", group)

    @rule(kind=kinds)
    def add(self, kind: str) -> None:
        number = self.entries
        done = deepcopy(self.state)
        done.names[kind, f"nieuw-{number}"] = f"Nieuw {number}"
        self._try(lambda: intents.add(self.file.session, KINDS[kind], f"Nieuw {number}"), "", done, f"add_{kind}")

    @rule(kind=kinds, place=pick)
    def remove(self, kind: str, place: int) -> None:
        ids = self.state.of(kind)
        if not ids:
            return
        id_ = ids[place % len(ids)]
        done = deepcopy(self.state)
        del done.names[kind, id_]
        column = {"discipline": 1, "platform": 2, "value": 3}[kind]
        done.answers = {key: given for key, given in done.answers.items() if key[column] != id_}
        if kind != "discipline":
            done.cells = {key for key in done.cells if key[1 if kind == "value" else 2] != id_}
        if kind == "value":
            done.seen = {key for key in done.seen if key[1] != id_}
        record = self.file.session.get(KINDS[kind], (id_,))
        self._try(lambda: intents.remove(self.file.session, record), "", done, f"remove_{kind}")

    @rule(place=pick, one=st.booleans())
    def reveal(self, place: int, one: bool) -> None:
        number, ids = self.state.last_round(), self.state.of("value")
        value = ids[place % len(ids)] if one and ids else ""
        done = deepcopy(self.state)
        why = "" if done.rounds.get(number) == (True, False) else "not_blind"
        if not why:
            if value:
                done.seen.add((number, value))
            if not value or all((number, each) in done.seen for each in ids):
                done.rounds[number] = (True, True)
        self._try(lambda: intents.reveal(self.file.session, number, AT, value), why, done, "reveal")

    @rule(places=st.lists(pick, max_size=2))
    def next_round(self, places: list[int]) -> None:
        cells = [found[:0:-1] for place in places if (found := self._cell(place))]
        last = self.state.last_round()
        why = "no_cells" if not cells else "still_blind" if self.state.rounds.get(last) == (True, False) else ""
        done = deepcopy(self.state)
        done.rounds.setdefault(last, (False, False))
        done.rounds[last + 1] = (False, False)
        done.cells |= {(last + 1, value, platform) for value, platform in cells}
        self._try(lambda: intents.next_round(self.file.session, cells, AT), why, done, "next_round")  # type: ignore[arg-type]

    @rule()
    def undo(self) -> None:
        self._step(self.file.undo, self.before, self.after)

    @rule()
    def redo(self) -> None:
        self._step(self.file.redo, self.after, self.before)

    def _step(self, step: Callable[[str], object], come: list[tuple[str, State]], go: list[tuple[str, State]]) -> None:
        if not come:
            assert step(AT) == ()
            return
        step(AT)
        self.entries += 1
        label, state = come.pop()
        go.append((label, self.state))
        self.group = ""
        self._acknowledge(state)

    @rule()
    def snapshot(self) -> None:
        self.file.snapshot()
        assert not self.file.dirty
        self.snapshotted = self.acknowledged

    @rule()
    def somebody_looks(self) -> None:
        """Others read the last snapshot, and cannot change what is open."""
        assert same(read_session(self.path), self.snapshotted)
        other = SessionFile.open(self.path, AT)
        assert other.held is not None
        assert other.read_only
        assert same(other.session, self.snapshotted)
        other.close()

    @rule(how=st.sampled_from(["close", "leave", "kill"]))
    def open_again(self, how: str) -> None:
        if how == "close":
            self.file.close()
            self.snapshotted = self.acknowledged
            assert check(self.path) == self.entries
        elif how == "leave":
            self.file.abandon()
        else:
            self.file._db.close()  # without a word to anybody, as a kill does
        self.file = SessionFile.open(self.path, AT)
        assert self.file.notice is None
        assert same(self.file.session, self.acknowledged)
        assert self.file.path == self.path

    # What always holds

    @invariant()
    def it_says_what_the_model_says(self) -> None:
        assert noted(self.file.session) == self.state

    @invariant()
    def the_steps_have_the_labels_of_the_model(self) -> None:
        assert self.file.undo_label == (self.before[-1][0] if self.before else None)
        assert self.file.redo_label == (self.after[-1][0] if self.after else None)
        assert self.file.entries == self.entries

    @invariant()
    def what_is_not_in_the_snapshot_is_known(self) -> None:
        if not self.file.dirty:
            assert same(self.snapshotted, self.file.session)

    def teardown(self) -> None:
        try:
            self.file.close()
            assert same(read_session(self.path), self.acknowledged)
        finally:
            self.file.abandon()
            shutil.rmtree(self.folder)


def test_it_does_what_a_plain_model_does() -> None:
    run_state_machine_as_test(Store, settings=settings(max_examples=EXAMPLES, stateful_step_count=30))
    assert work_files() == []


def forgetful(self: History, kind: str, label: str, grouped: str, hash_: str) -> None:
    """A history in which a reveal can be undone."""
    real(self, kind, "rate" if label == "reveal" else label, grouped, hash_)


real = History.add
kept = session_file._put


@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        (History, "add", forgetful),
        # Not written, yet acknowledged: only who opens it again sees that.
        (session_file, "_put", lambda execute, edits: kept(execute, [each for each in edits if each.after is not None])),
    ],
)
def test_the_model_finds_a_planted_fault(monkeypatch: pytest.MonkeyPatch, where: object, name: str, fault: Callable[..., None]) -> None:
    monkeypatch.setattr(where, name, fault)
    quick = settings(max_examples=300, stateful_step_count=40, phases=[Phase.generate], database=None, derandomize=True)
    with pytest.raises((AssertionError, Refused, ExceptionGroup)):
        run_state_machine_as_test(Store, settings=quick)
