"""Fifty strings that try to make something of themselves, in every field of a session, in every format that leaves the program.

    .venv/bin/python .ci/reliability/hostile.py [--strings 50] [--generated 0] [--seed 1]     status 0 only where none succeeded

First all of them in one session, another in every field; then each in every field. Both editions, forms, a comparison and the metadata
for the archive. Each file is read by a reader that is not ours (tests/hostile_files.py): what it has that the files of a plain session
have not was put there by a string. What is read back (JSON, ratings) must say what was typed. Meanwhile Python tells of every file,
socket and process (PEP 578): there may be none but the program's own files, fonts and temporary ones.
"""

import argparse
import json
import random
import sys
import sysconfig
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kanaalwaarden.ballots.forms import form_bytes  # noqa: E402 - the program is found from the checkout
from kanaalwaarden.core.ballot import sheet_of  # noqa: E402
from kanaalwaarden.core.exchange import from_exchange  # noqa: E402
from kanaalwaarden.core.model import Session  # noqa: E402
from kanaalwaarden.core.ratings_csv import read_ratings  # noqa: E402
from kanaalwaarden.export.formats import COMPARED, FORMATS, Options, comparison_bytes, export_bytes  # noqa: E402
from kanaalwaarden.export.mdto import Exported, sidecars  # noqa: E402
from tests import hostile, samples  # noqa: E402
from tests.ballots.filling import with_forms  # noqa: E402
from tests.hostile_files import FACTS, Facts  # noqa: E402

EDITIONS = ("internal", "public")
AT = "2026-01-01T10:00:00+01:00"
# What our own files have of themselves: with tabs, lines, spaces, a long word, and letters that need another font.
PLAIN = "  Kwartelei\tmet    spaties\nen een regel אבג مرحبا 漢字 👍 e\u0301\n\n" + "Kwarteleierdopje" * 12
ALLOWED = tuple(
    str(Path(each).resolve()) for each in (
        ROOT / "resources", ROOT / "kanaalwaarden", ROOT / "tests", sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(),
        tempfile.gettempdir() + "/kanaalwaarden-hostile-folder", "/usr/share", "/usr/lib", "/usr/local/share", "/etc/fonts",
        "/etc/mime.types", "/etc/localtime", "/dev/null", "/dev/urandom",
    )
)  # fmt: skip
_ALWAYS = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "urllib.", "http.", "webbrowser.",
           "ftplib.", "smtplib.", "ctypes.dlopen")  # fmt: skip
heard: Counter[str] = Counter()
listening = False


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Whatever is opened or started while we listen and is not ours."""
    if not listening:
        return
    if event == "open" and isinstance(arguments[0], str | bytes):
        name = arguments[0].decode("utf-8", "replace") if isinstance(arguments[0], bytes) else arguments[0]
        # Of the temporary folder only what Python itself names there.
        if not str(Path(name).resolve()).startswith((*ALLOWED, tempfile.gettempdir() + "/tmp")):
            heard[f"open {name[:120]!r}"] += 1
    elif event.startswith(_ALWAYS) or (event in ("compile", "import") and "hostile" in str(arguments[0]).replace("tests.hostile", "")):
        heard[f"{event} {str(arguments)[:120]}"] += 1


def files(session: Session, plain: Session) -> Iterator[tuple[str, bytes]]:
    """Every file of a session, by its format: both editions, and everything else once."""
    labels, prompts = samples.labels(), samples.prompts()
    for format_ in FORMATS:
        for edition in EDITIONS:
            data = export_bytes(session, format_, labels, prompts, Options(edition))
            yield format_, data
            if format_ == "pdf":
                made = Exported(f"{session.case.title[:40]}.pdf", data, format_, edition, AT)
                yield from (("mdto", each) for each in sidecars(made, session, labels).values())
    with_keys = with_forms(session.copy())
    for format_ in ("pdf", "xlsx"):
        yield f"form {format_}", form_bytes(sheet_of(with_keys, labels, "d1"), labels, format_)
    for format_ in COMPARED:
        yield f"compare {format_}", comparison_bytes(plain, session, format_, labels)


def said_again(session: Session) -> list[str]:
    """What is wrong with what comes back: JSON and the ratings must say what was typed."""
    labels, prompts = samples.labels(), samples.prompts()
    back = from_exchange(json.loads(export_bytes(session, "json", labels, prompts)))
    wrong = ["json does not say what was typed"] if set(back.records()) != set(session.records()) else []
    ratings = read_ratings(export_bytes(session, "ratings", labels, prompts), session)
    said = [(each.effect, each.reason, each.condition) for each in ratings]
    return wrong + (["ratings do not say what was typed"] if said != [(e.effect, e.reason, e.condition) for e in session.ratings] else [])


def generated(chance: random.Random) -> str:
    """Pieces of the fifty behind each other."""
    pieces = []
    for _ in range(chance.randint(2, 5)):
        text = chance.choice(hostile.STRINGS)
        start = chance.randrange(len(text))
        pieces.append(text if chance.random() < 0.5 else text[start : start + chance.randint(1, 30)])
    return "".join(pieces)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=50)
    parser.add_argument("--generated", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    global listening
    chance = random.Random(asked.seed)
    strings = list(hostile.STRINGS) if asked.strings >= 50 else chance.sample(hostile.STRINGS, asked.strings)
    strings += [generated(chance) for _ in range(asked.generated)]
    started = time.perf_counter()
    warnings.simplefilter("error")  # a writer that leaves something out only warns
    sys.addaudithook(hook)
    own: dict[str, Facts] = {name: set() for name in FACTS}
    first = hostile.plant(PLAIN, "Iemand")
    for format_, data in files(first, first):
        own[format_] |= FACTS[format_](data)
    made: Counter[str] = Counter()
    wrong: Counter[str] = Counter()

    def fault(format_: str, text: str, what: object) -> None:
        wrong[format_] += 1
        print(f"WRONG {format_}: {text[:70]!r}: {str(what)[:300]}", flush=True)

    # First all of them at once, another in every field; then each in every field, with the next one where a person is named.
    sessions = [("all at once", hostile.mixed())]
    sessions += [(text, hostile.plant(text, hostile.STRINGS[place % len(hostile.STRINGS)])) for place, text in enumerate(strings, 1)]
    for text, session in sessions:
        names = files(session, first)
        while True:
            try:
                listening = True
                format_, data = next(names)
            except StopIteration:
                break
            except Exception as problem:  # whatever it is, it is a fault of ours
                fault("writing", text, repr(problem))
                break
            finally:
                listening = False
            made[format_] += 1
            try:
                more = FACTS[format_](data) - own[format_]
            except Exception as problem:  # a file that its own readers do not take
                fault(format_, text, repr(problem))
                continue
            if more:
                fault(format_, text, sorted(more))
        try:
            for what in said_again(session):
                fault(what.split()[0], text, what)
        except Exception as problem:
            fault("reading back", text, repr(problem))
        for what in heard:
            fault("opened", text, what)
        heard.clear()
    if Path(hostile.MARK).exists():
        fault("ran", "", f"{hostile.MARK} is there")
    print(f"{len(sessions)} sessions, {len(strings)} strings, seed {asked.seed}, {time.perf_counter() - started:.0f} s")
    for format_ in FACTS:
        print(f"{format_:14} {made[format_]:4} files  {len(own[format_]):4} facts of our own  {wrong[format_]} with one that a string made")
    failed = wrong["writing"] + wrong["reading back"]
    print(f"files, sockets and processes that are not ours: {wrong['opened'] + wrong['ran']}; not written or not read back: {failed}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
