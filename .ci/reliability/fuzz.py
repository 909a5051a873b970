"""Files of others, damaged at random: every reader must take them right or refuse them in one sentence, quickly.

    .venv/bin/python .ci/reliability/fuzz.py [--inputs 20000] [--seed 1] [--corpus DIR]     exit status 0 only where nothing went wrong

Readers: session file, exchange JSON, template, ratings CSV, accounts CSV and Excel, filled forms in PDF and Excel. What is accepted must be
a session that can be written and read back. An input that goes wrong is kept in a folder, to become a case of the tests.

With --corpus the smallest input of every outcome of every reader is kept in DIR (packed with gzip): tests/data/corpus was made so, and
tests/test_corpus.py reads it back.
"""

import argparse
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden import paths  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.ballots.forms import read_forms  # noqa: E402
from kanaalwaarden.ballots.sheet import table_lines  # noqa: E402
from kanaalwaarden.core import ballot, intents  # noqa: E402
from kanaalwaarden.core.accounts_table import read_accounts  # noqa: E402
from kanaalwaarden.core.errors import BadInput, Refused  # noqa: E402
from kanaalwaarden.core.exchange import from_exchange, to_exchange  # noqa: E402
from kanaalwaarden.core.model import Session  # noqa: E402
from kanaalwaarden.core.ratings_csv import read_ratings  # noqa: E402
from kanaalwaarden.core.templates import session_from_template  # noqa: E402
from kanaalwaarden.export.formats import export_bytes  # noqa: E402
from kanaalwaarden.store.plain import read_json  # noqa: E402
from kanaalwaarden.store.session_file import SessionFile, read_session  # noqa: E402
from tests import samples  # noqa: E402
from tests.ballots.filling import fill, form, with_forms  # noqa: E402

SLOW = {"form.pdf": 10.0, "form.xlsx": 10.0}  # seconds; one second for the rest
AT = "2026-01-01T10:00:00+01:00"
_PIECES = (b"99999999999999999999", b"-1", b"\x00", b"\xef\xbb\xbf", b"NaN", b"{" * 3000, b'"', b";", b"\xed\xa0\x80")
LABELS = [samples.labels("nl"), samples.labels("en")]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, taken out, put in, doubled, or a number made large."""
    bad = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at, what = chance.randrange(len(bad) or 1), chance.randrange(7)
        if what == 0 and bad:
            bad[at] = chance.randrange(256)
        elif what == 1:
            del bad[at : at + chance.randint(1, 300)]
        elif what == 2:
            bad[at:at] = chance.randbytes(chance.randint(1, 40))
        elif what == 3:
            piece = bad[at : at + chance.randint(1, 200)]
            bad[at:at] = piece * chance.randint(1, 3)
        elif what == 4:
            bad[at : at + 4] = b"\xff\xff\xff\xff"
        elif what == 5:
            bad[at:at] = chance.choice(_PIECES)
        else:
            del bad[chance.randint(0, len(bad)) :]
    return bytes(bad)


def sound(session: Session) -> None:
    """That a session which was accepted can go round."""
    assert to_exchange(from_exchange(json.loads(json.dumps(to_exchange(session))))) == to_exchange(session)


def outcome_of(problem: Refused) -> str:
    """Why something was refused, in keys: the first fault of several, and what that fault is inside of."""
    if isinstance(problem, BadInput) and problem.problems:
        return f"{problem.key}.{outcome_of(problem.problems[0])}"
    inner = problem.details.get("inner")
    return f"{problem.key}.{outcome_of(inner)}" if isinstance(inner, Refused) else problem.key


def readers(folder: Path) -> dict[str, tuple[bytes, Callable[[bytes], None]]]:
    """Each reader by name, with a sound input to damage."""
    example = samples.example(samples.WATERRIJK)
    made = folder / "goed.kanaal"
    SessionFile.create(made, example, AT).close()
    small = with_forms(samples.grid(2, 2, 2))
    answers = {("p1", "w1"): ballot.Given("veel", "Omdat"), ("p2", "w2"): ballot.Given("geen")}

    def from_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], None]:
        def go(data: bytes) -> None:
            path = folder / name
            path.write_bytes(data)
            found = read(path)
            if isinstance(found, Session):
                sound(found)

        return go

    def ratings(data: bytes) -> None:
        copy = example.copy()
        copy.apply(intents.import_ratings(copy, read_ratings(data, copy)).edits)
        sound(copy)

    def accounts(data: bytes) -> None:
        read_accounts(table_lines(data), example, LABELS)

    def forms(data: bytes) -> None:
        (told,) = ballot.report(small, read_forms([("x", data)], LABELS))
        assert ballot.report_line(small, LABELS[0], told)
        if told.problem is not None:
            raise told.problem
        copy = small.copy()
        cells = [(each.platform, each.value) for each in told.conflicts]
        copy.apply(ballot.merge(copy, [(told, cells)], AT).edits)
        sound(copy)

    def made_as(format_: str) -> bytes:
        return export_bytes(example, format_, LABELS[0], samples.prompts())

    template = (paths.resources() / "templates" / "gemeente.json").read_bytes()
    return {
        "session": (made.read_bytes(), from_file("x.kanaal", read_session)),
        "exchange": (made_as("json"), from_file("x.json", lambda path: from_exchange(read_json(path)))),
        "template": (template, from_file("t.json", lambda path: session_from_template(read_json(path)))),
        "ratings": (made_as("ratings"), ratings),
        "accounts.csv": (made_as("accounts"), accounts),
        "accounts.xlsx": (made_as("accounts-xlsx"), accounts),
        "form.pdf": (fill(form(small, "d1", "pdf"), small, answers), forms),
        "form.xlsx": (fill(form(small, "d1", "xlsx"), small, answers), forms),
    }


def keep_smallest(path: Path, data: bytes) -> None:
    """Pack these bytes in the file, unless what is there is as small."""
    packed = gzip.compress(data, mtime=0)
    if not path.exists() or len(packed) < path.stat().st_size:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="keep the smallest input of every outcome in this folder")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    kept = Path(tempfile.mkdtemp(prefix="kanaalwaarden-fuzz-"))
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KANAALWAARDEN_DATA"] = str(Path(folder) / "data")
        all_ = readers(Path(folder))
        told: dict[str, Counter[str]] = {name: Counter() for name in all_}
        slowest = dict.fromkeys(all_, 0.0)
        names = list(all_)
        for number in range(asked.inputs):
            name = names[number % len(names)]
            data, read = all_[name]
            bad = mutated(data, chance)
            started = time.perf_counter()
            problem, why = "", "accepted"
            try:
                read(bad)
                outcome = "accepted"
            except Refused as refused:
                outcome, why = "refused", outcome_of(refused)
                if not LABELS[0].problem(refused).strip():
                    problem = "no sentence"
            except Exception as error:  # whatever it is, it is a fault of ours
                outcome, problem = "WRONG", repr(error)[:200]
            took = time.perf_counter() - started
            slowest[name] = max(slowest[name], took)
            if took > SLOW.get(name, 1.0):
                problem = problem or f"took {took:.1f} s"
            told[name][outcome] += 1
            if asked.corpus:
                keep_smallest(asked.corpus / name / f"{why}.gz", bad)
            if problem:
                wrong += 1
                (kept / f"{number}-{name}").write_bytes(bad)
                print(f"WRONG {name} (input {number}): {problem}; kept in {kept}", flush=True)
    print(f"{asked.inputs} inputs, seed {asked.seed}")
    for name, found in told.items():
        counts = "  ".join(f"{outcome.lower()} {found[outcome]:6}" for outcome in ("accepted", "refused", "WRONG"))
        print(f"{name:14} {counts}  slowest {slowest[name]:.2f} s")
    print("nothing went wrong" if not wrong else f"{wrong} went wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
