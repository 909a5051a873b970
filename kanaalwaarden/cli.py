"""The command line, and the place where everything is put together: arguments in, an exit status out.

Exit status: 0 done; 1 the input or the environment is at fault, said in one clear sentence on standard error; 2 usage.
What a command needs is imported by that command, so that `--version` does not wait for SQLite, reportlab or Qt.
"""

import argparse
import datetime
import io
import json
import locale
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanaalwaarden import __version__, paths
from kanaalwaarden.ballots.forms import FORMATS as FORM_FORMATS
from kanaalwaarden.ballots.forms import all_forms, form_files, read_forms
from kanaalwaarden.ballots.sheet import LARGEST, table_lines
from kanaalwaarden.core import around, intents
from kanaalwaarden.core.accounts_table import placed, read_accounts
from kanaalwaarden.core.ballot import make_forms, merge, report, report_line
from kanaalwaarden.core.blind import open_blind_round
from kanaalwaarden.core.divergence import state_counts
from kanaalwaarden.core.edition import EDITIONS
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.house import House
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.minutes import PARTS
from kanaalwaarden.core.model import LANGUAGES, Session
from kanaalwaarden.core.prompts import PromptSet
from kanaalwaarden.core.ratings_csv import read_ratings
from kanaalwaarden.core.templates import session_from_template
from kanaalwaarden.export.formats import BINARY, COMPARED, FORMATS, WITHOUT_ANSWERS, Options, comparison_bytes, export_bytes
from kanaalwaarden.store.house_style import house_in_use
from kanaalwaarden.store.plain import read_file, read_files, read_json, without_collector
from kanaalwaarden.store.question_set import prompts_in_use

if TYPE_CHECKING:
    from kanaalwaarden.store.session_file import SessionFile

_EPILOG = """\
Without a command the window opens, on FILE if one is given. A file that is named like a command: ./info
Commands that only read also take a session in the exchange format (JSON) as FILE.
Exit status: 0 done, 1 the input or the environment is at fault, 2 usage.
KANAALWAARDEN_LANG (nl, en) chooses the language of messages, as --lang does.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or the window. Out: the exit status; SystemExit from argparse for usage (2), --help and --version (0)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # on Windows it may be another encoding, or not there at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _arguments(list(sys.argv[1:] if argv is None else argv))
    try:
        labels = _labels(_message_language(arguments.lang))
        try:
            status: int = arguments.run(arguments, labels)
        except Refused as problem:
            _tell(labels.problem(problem))
            return 1
        print(end="", flush=True)
        return status
    except BrokenPipeError:  # whoever read our output went away
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, and only its number matters
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 1


# What was asked


def _arguments(given: list[str]) -> argparse.Namespace:
    """What `given` asks for. Without a command among it, it is for the window: a file may have any name but a command's."""
    language = argparse.ArgumentParser(prog="kanaalwaarden", add_help=False, allow_abbrev=False)
    language.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="language of messages and of an export")
    parser, commands = _parsers(language)
    rest = language.parse_known_args(given)[1]
    if rest and (rest[0] in commands or (rest[0].startswith("-") and rest[0] != "--")):
        found = parser.parse_args(given)
    else:
        window = argparse.ArgumentParser(prog="kanaalwaarden", parents=[language], allow_abbrev=False, usage=parser.format_usage()[7:])
        window.add_argument("file", nargs="?", type=Path)
        found = window.parse_args(given, argparse.Namespace(run=_window))
    found.lang = getattr(found, "lang", None)
    if found.run is _export and found.mdto and found.output in (None, "-"):
        parser.error("--mdto needs --output OUT")
    if found.run in (_export, _compare) and found.format in BINARY and found.output in (None, "-"):
        parser.error(f"{found.format} needs --output OUT")
    return found


def _parsers(language: argparse.ArgumentParser) -> tuple[argparse.ArgumentParser, Sequence[str]]:
    parser = argparse.ArgumentParser(
        prog="kanaalwaarden",
        usage="kanaalwaarden [-h] [--version] [--self-test] [--lang {nl,en}] [FILE | COMMAND ...]",
        description="Value-driven deliberation about communication channels in local government.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[language],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kanaalwaarden {__version__}")
    parser.add_argument("--self-test", dest="run", action="store_const", const=_self_test, help="try everything, then exit")
    parser.set_defaults(run=_window, file=None)
    group = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace, Labels], int], about: str, file: str = "FILE") -> argparse.ArgumentParser:
        made = group.add_parser(name, help=about, description=about, parents=[language], allow_abbrev=False)
        made.set_defaults(run=run)
        if file:
            made.add_argument("file", metavar=file, type=Path)
        return made

    command("templates", _templates, "what `new` can start from", file="")
    new = command("new", _new, "make a session; refuses to overwrite")
    new.add_argument("--template", required=True, metavar="NAME|PATH.json", help="see `templates`")
    new.add_argument("--title", default="", help="the title, instead of the template's")
    info = command("info", _info, "what is in a session: counts, progress, divergence per state")
    info.add_argument("--json", action="store_true", help="the same for programs")
    info.add_argument("--include-blind", action="store_true", help="also divergence and conclusions while a round is still blind")
    command("check", _check, "exit status 0 only for a sound session file")
    import_ = command("import", _import, "ratings into a session, all or nothing; or with --as-session a whole session into a new file")
    import_.add_argument("source", metavar="RATINGS.csv|ACCOUNTS.csv|ACCOUNTS.xlsx|SESSION.json", type=Path)
    import_.add_argument("--accounts", action="store_true", help="the file is a list of accounts (CSV or Excel)")
    import_.add_argument("--as-session", action="store_true", help="SESSION.json (exchange format) becomes the new session FILE")
    export = command("export", _export, "write what leaves the room")
    export.add_argument("--format", required=True, choices=list(FORMATS))
    export.add_argument("--output", metavar="OUT", help="where to; standard output for - or without this option (not for pdf)")
    export.add_argument("--include-blind", action="store_true", help="with the answers of a round that is not yet revealed")
    export.add_argument("--edition", choices=EDITIONS, default="internal", help="public: without what may not be published")
    leave_out = [*PARTS[1:], "attachments"]
    export.add_argument(
        "--without", action="append", choices=leave_out, default=[], metavar="PART",
        help=f"leave this out of the minutes (can be given more than once): {', '.join(leave_out)}",
    )  # fmt: skip
    export.add_argument("--mdto", action="store_true", help="with metadata for the archive beside OUT (MDTO 1.0)")
    export.add_argument("--force", action="store_true", help="overwrite OUT")
    ballot = command("ballot", _ballot, "forms to fill in, one for each discipline")
    ballot.add_argument("--format", required=True, choices=list(FORM_FORMATS))
    ballot.add_argument("--output", required=True, metavar="DIR", type=Path, help="the folder that they go into")
    ballot.add_argument("--discipline", action="append", metavar="NAME", help="only of this discipline (name or code; can be repeated)")
    ballot.add_argument("--large", action="store_true", help="in large print (PDF)")
    ballot.add_argument("--force", action="store_true", help="overwrite forms that are there")
    merge = command("merge", _merge, "filled forms into the session; a report of each, and nothing of a form that is not clear")
    merge.add_argument("ballots", metavar="BALLOT", nargs="+", type=Path, help="a filled form (PDF or Excel), or a folder of them")
    merge.add_argument("--conflicts", choices=("session", "form"), help="which counts where the session says something else")
    merge.add_argument("--dry-run", action="store_true", help="only the report")
    compare = command("compare", _compare, "two sessions beside each other: what moved, what was decided, met and done", file="OLD")
    compare.add_argument("new", metavar="NEW", type=Path)
    compare.add_argument("--format", required=True, choices=list(COMPARED))
    compare.add_argument("--output", metavar="OUT", help="where to; standard output for - or without this option (not for pdf)")
    compare.add_argument("--force", action="store_true", help="overwrite OUT")
    associate = command("associate", _associate, "have the system open session files with this program, for you alone", file="")
    what = associate.add_mutually_exclusive_group()
    what.add_argument("--remove", action="store_true", help="undo it")
    what.add_argument("--dry-run", action="store_true", help="only say what would be written")
    return parser, list(group.choices)


def _message_language(asked: str | None) -> str:
    """--lang, else KANAALWAARDEN_LANG, else the system's language if it is one of ours, else Dutch."""
    if asked:
        return asked
    chosen = os.environ.get("KANAALWAARDEN_LANG", "").lower()[:2]
    if chosen in LANGUAGES:
        return chosen
    system = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None) or locale.getlocale()[0] or ""
    return "en" if system.lower().startswith("en") else "nl"


def _labels(language: str) -> Labels:
    return Labels(paths.read_json(f"labels/{language}.json"))


def _prompts(words: Labels, labels: Labels) -> PromptSet:
    """The question set in the language of `words`; what is wrong with the organisation's own is told."""
    found, problem = prompts_in_use(words.language)
    if problem is not None:
        _tell(labels.problem(problem))
    return found


def _house(labels: Labels) -> House:
    """The organisation's own look, if it has one on this computer; what is wrong with it is told."""
    found, problem = house_in_use()
    if problem is not None:
        _tell(labels.problem(problem))
    return found


def _now() -> str:
    """This moment, local time with its offset, to the second."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def _harmless(text: str) -> str:
    """Without characters by which a text from a file could drive the terminal or turn its line around."""
    return "".join(each if each.isprintable() or each in "\n\u200d" else "\N{REPLACEMENT CHARACTER}" for each in text)


def _tell(sentence: str) -> None:
    print(_harmless(sentence), file=sys.stderr)


def _say(sentence: str) -> None:
    print(_harmless(sentence))


# What comes in


def _is_exchange(path: Path) -> bool:
    """Whether the file should be read as JSON: by its name, or because it begins like one."""
    if path.suffix.lower() == ".json":
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except (OSError, ValueError):
        return False  # reading it as a session file will say what is wrong


def _session_in(path: Path) -> Session:
    """The session in a session file or exchange JSON, for commands that only read."""
    if _is_exchange(path):
        return from_exchange(read_json(path))
    from kanaalwaarden.store.session_file import read_session

    return read_session(path)


@contextmanager
def _open(path: Path, labels: Labels) -> Iterator["SessionFile"]:
    """A session file to change; closed with its snapshot in place, also when the change is refused."""
    from kanaalwaarden.store.session_file import SessionFile

    file = SessionFile.open(path, _now())
    try:
        if file.notice is not None:
            _tell(labels.problem(file.notice))
        yield file
    finally:
        file.close()


# The commands


def _window(arguments: argparse.Namespace, labels: Labels) -> int:
    shown = sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
    if not shown:  # Qt would end the process with a dump
        _tell(labels("cli.no_display"))
        return 1
    with without_collector():  # all that the start makes stays; the window looks for garbage from its first paint on
        from kanaalwaarden.ui.app import run_window

        return run_window(arguments.file)


def _templates(arguments: argparse.Namespace, labels: Labels) -> int:
    for name, path in paths.templates().items():
        session = session_from_template(read_json(path))
        _say(
            labels(
                "cli.template_line",
                name=name,
                title=session.case.title,
                values=len(session.values),
                platforms=len(session.platforms),
                disciplines=len(session.disciplines),
                scale=labels(f"scale.{session.case.scale}"),
            )
        )
    return 0


def _new(arguments: argparse.Namespace, labels: Labels) -> int:
    shipped = paths.templates()
    path = shipped.get(arguments.template, Path(arguments.template))
    if arguments.template not in shipped and path.suffix.lower() != ".json":
        raise Refused("template_unknown", name=arguments.template[:60], known=", ".join(shipped))
    return _create(arguments.file, session_from_template(read_json(path), arguments.title), labels)


def _create(path: Path, session: Session, labels: Labels) -> int:
    from kanaalwaarden.store.session_file import SessionFile

    made = SessionFile.create(path, session, _now())
    made.close()
    if made.notice is not None:
        _tell(labels.problem(made.notice))
    _say(labels("cli.made", path=path))
    return 0


def _facts(session: Session, *, include_blind: bool = False) -> dict[str, Any]:
    """What `info --json` says; keys are stable. While a round is blind it is progress only: divergence and conclusions are null."""
    case = session.case
    blind = None if include_blind else open_blind_round(session)
    return {
        "title": case.title,
        "organisation": case.organisation,
        "scale": case.scale,
        "language": case.language,
        "one_voice": case.one_voice,
        "values": len(session.values),
        "platforms": len(session.platforms),
        "cells": len(session.values) * len(session.platforms),
        "disciplines": [{"name": each.name, "code": each.code, "absent": each.absent} for each in session.disciplines],
        "blind_round": open_blind_round(session),
        "rounds": [
            {
                "round": number,
                "answers": {each.code: session.answers(number, each.id) for each in session.disciplines},
                "divergence": state_counts(session, number) if blind is None else None,
            }
            for number in session.rounds
        ],
        "conclusions": {
            "cells": sum(1 for each in session.tables["conclusion"].values() if each.platform and each.effect),
            "values": sum(1 for each in session.tables["conclusion"].values() if not each.platform and each.effect),
        }
        if blind is None
        else None,
    }


def _info(arguments: argparse.Namespace, labels: Labels) -> int:
    session = _session_in(arguments.file)
    facts = _facts(session, include_blind=arguments.include_blind)
    if arguments.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    lines = [labels("cli.info_title", text=facts["title"] or labels("table.untitled"))]
    if facts["organisation"]:
        lines.append(labels("cli.info_organisation", text=facts["organisation"]))
    lines.append(labels("cli.info_scale", text=labels(f"scale.{facts['scale']}")))
    counts = {key: len(facts[key]) for key in ("disciplines", "rounds")}
    lines.append(labels("cli.info_counts", values=facts["values"], platforms=facts["platforms"], **counts))
    if facts["one_voice"]:
        lines.append(labels("cli.info_one_voice"))
    for round_ in facts["rounds"]:
        for each in [] if facts["one_voice"] else facts["disciplines"]:
            who = {"name": each["name"], "code": each["code"]}
            answers = round_["answers"][each["code"]]
            if each["absent"] and not answers:
                lines.append(labels("cli.info_progress_absent", **who))
            else:
                lines.append(labels("cli.info_progress", round=round_["round"], answers=answers, cells=facts["cells"], **who))
        if not facts["one_voice"] and round_["divergence"] is not None:
            text = ", ".join(f"{labels(f'divergence.{state}')} {count}" for state, count in round_["divergence"].items())
            lines.append(labels("cli.info_divergence", round=round_["round"], text=text))
    concluded = facts["conclusions"]
    if concluded is None:
        lines.append(labels("blind.progress", number=facts["blind_round"]))
    else:
        all_ = {"all_cells": facts["cells"], "all_values": facts["values"]}
        lines.append(labels("cli.info_conclusions", cells=concluded["cells"], values=concluded["values"], **all_))
    _say("\n".join(lines))
    return 0


def _check(arguments: argparse.Namespace, labels: Labels) -> int:
    if _is_exchange(arguments.file):
        from_exchange(read_json(arguments.file))
        count = 0  # an exchange file has no log
    else:
        from kanaalwaarden.store.session_file import check

        count = check(arguments.file)
    _say(labels("cli.sound", path=arguments.file, count=count))
    return 0


@without_collector()
def _import(arguments: argparse.Namespace, labels: Labels) -> int:
    if arguments.as_session:
        return _create(arguments.file, from_exchange(read_json(arguments.source)), labels)
    data = read_file(arguments.source, "csv_too_large")
    if arguments.accounts:
        lines = table_lines(data)
        with _open(arguments.file, labels) as file:
            accounts = read_accounts(lines, file.session, [_labels(language) for language in LANGUAGES])
            file.append(around.take_accounts(file.session, placed(file.session, accounts)), _now())
        _say(labels("cli.imported_accounts", count=len(accounts), path=file.path))
        return 0
    with _open(arguments.file, labels) as file:
        ratings = read_ratings(data, file.session)
        file.append(intents.import_ratings(file.session, ratings), _now())
    _say(labels("cli.imported", count=len(ratings), path=file.path))
    return 0


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _export(arguments: argparse.Namespace, labels: Labels) -> int:
    session = _session_in(arguments.file)
    words = _labels(arguments.lang or session.case.language)
    without = arguments.without
    parts = [part for part in PARTS if part not in without]
    options = Options(arguments.edition, parts, "attachments" not in without, arguments.include_blind, _house(labels))
    data = export_bytes(session, arguments.format, words, _prompts(words, labels), options)
    blind = None if arguments.include_blind or arguments.format in WITHOUT_ANSWERS else open_blind_round(session)
    extra: dict[str, bytes] = {}
    if arguments.mdto:
        from kanaalwaarden.export.mdto import Exported, sidecars

        exported = Exported(Path(arguments.output).name, data, arguments.format, arguments.edition, _now())
        extra = sidecars(exported, session, words)
    _write_out(arguments, data, labels, "cli.exported", arguments.file, extra=extra)
    if blind is not None:
        _tell(labels("cli.blind_left_out", number=blind))
    return 0


def _write_out(
    arguments: argparse.Namespace, data: bytes, labels: Labels, done: str, *inputs: Path, extra: Mapping[str, bytes] | None = None
) -> None:
    """Write what was made to --output or standard output, with the `extra` files beside it; never over a file that it was made from."""
    if arguments.output in (None, "-"):
        sys.stdout.buffer.write(data)
        return
    from kanaalwaarden.export.files import write_new

    output = Path(arguments.output)
    files = {output: data} | {output.with_name(name): content for name, content in (extra or {}).items()}
    for path in files:
        if any(_is_same(path, each) for each in inputs):
            raise Refused("file_exists", path=str(path))  # also with --force: nobody means to lose the session
        if os.path.isfile(path) and not arguments.force:  # noqa: PTH113 - Path.is_file raises on a name that is too long
            raise Refused("file_exists_force", path=str(path))
    for path, content in files.items():
        write_new(path, content, overwrite=arguments.force)
        _say(labels(done, path=path))


def _ballot(arguments: argparse.Namespace, labels: Labels) -> int:
    from kanaalwaarden.export.files import write_new

    with _open(arguments.file, labels) as file:
        wanted = {name.casefold() for name in arguments.discipline or ()}
        known = {each.id: {each.name.casefold(), each.code.casefold()} for each in file.session.disciplines}
        missing = wanted - {name for names in known.values() for name in names}
        if missing:
            raise Refused("discipline_unknown", name=sorted(missing)[0][:60])
        chosen = [key for key, names in known.items() if not wanted or names & wanted]
        change = make_forms(file.session, {key: secrets.token_hex(16) for key in chosen}, _now())
        words = _labels(arguments.lang or file.session.case.language)
        preview = file.session.copy()
        preview.apply(change.edits)
        forms = all_forms(preview, words, arguments.format, large=arguments.large, only=chosen)
        made = {arguments.output / name: data for name, data in forms.items()}
        for path in made:
            if os.path.lexists(path) and not arguments.force:
                raise Refused("file_exists_force", path=str(path))
        file.append(change, _now())  # the keys first: a form without one in the session could never be taken in
        try:
            arguments.output.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise Refused("file_unwritable", path=str(arguments.output), why=problem) from None
        for path, data in made.items():
            write_new(path, data, overwrite=arguments.force)
    _say(labels("cli.forms_made", count=len(made), path=arguments.output))
    return 0


def _merge(arguments: argparse.Namespace, labels: Labels) -> int:
    files = read_files(form_files(arguments.ballots), "csv_too_large", LARGEST)
    read = read_forms(files, [_labels(language) for language in LANGUAGES])
    with _open(arguments.file, labels) as file:
        told = report(file.session, read)
        for each in told:
            _say(report_line(file.session, labels, each))
        ready = [each for each in told if each.ready or (each.problem is None and "twice" not in each.notes and arguments.conflicts)]
        chosen = [(each, [(c.platform, c.value) for c in each.conflicts] if arguments.conflicts == "form" else []) for each in ready]
        if arguments.dry_run:
            return 0
        if chosen:
            file.append(merge(file.session, chosen, _now()), _now())
            _say(labels("cli.forms_merged", count=len(chosen), path=file.path))
    left = len(told) - len(chosen)
    if left:
        _tell(labels("cli.forms_left", count=left))
    return 1 if left else 0


def _compare(arguments: argparse.Namespace, labels: Labels) -> int:
    old, new = _session_in(arguments.file), _session_in(arguments.new)
    words = _labels(arguments.lang or new.case.language)
    data = comparison_bytes(old, new, arguments.format, words)
    _write_out(arguments, data, labels, "cli.compared", arguments.file, arguments.new)
    return 0


def _associate(arguments: argparse.Namespace, labels: Labels) -> int:
    from kanaalwaarden.store import association

    if arguments.remove:
        association.dissociate()
        _say(labels("cli.dissociated"))
        return 0
    _say(association.planned())
    if not arguments.dry_run:
        association.associate()
        _say(labels("cli.associated"))
    return 0


# The self-test


def _self_test(arguments: argparse.Namespace, labels: Labels) -> int:
    """Do with the first example what a session does, in a folder of its own. RuntimeError says what does not hold."""
    example = sorted(paths.examples().glob("*.json"))[0]
    before = os.environ.get("KANAALWAARDEN_DATA")
    with tempfile.TemporaryDirectory(prefix="kanaalwaarden-") as folder:
        os.environ["KANAALWAARDEN_DATA"] = str(Path(folder) / "data")  # the user's own work is left alone
        try:
            _try_everything(from_exchange(read_json(example)), Path(folder), labels)
            _try_window(Path(folder) / "zelftest.kanaal")
        finally:
            if before is None:
                del os.environ["KANAALWAARDEN_DATA"]
            else:
                os.environ["KANAALWAARDEN_DATA"] = before
    _say(labels("cli.self_test"))
    return 0


def _try_window(path: Path) -> None:
    """Open the window where nobody sees it, and every screen of the session in it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("KANAALWAARDEN_CONFIG", str(path.parent / "config"))
    from kanaalwaarden.ui.app import try_window

    try_window(path)


def _try_everything(example: Session, folder: Path, labels: Labels) -> None:
    from kanaalwaarden.export.files import write_new
    from kanaalwaarden.store.session_file import SessionFile, check

    def must(holds: bool, what: str) -> None:
        if not holds:
            raise RuntimeError(f"self-test: {what}")

    start = to_exchange(example)
    path = folder / "zelftest.kanaal"
    SessionFile.create(path, example, _now()).close()
    file = SessionFile.open(path, _now())
    try:
        must(to_exchange(file.session) == start, "what was written is not what is read")
        who, platform, value = file.session.disciplines[0], file.session.platforms[0], file.session.values[0]
        standing = file.session.rating(1, who.id, platform.id, value.id)
        effect = next(each for each in file.session.levels if standing is None or each != standing.effect)
        file.append(intents.rate(file.session, 1, who.id, platform.id, value.id, effect), _now())
        rated = to_exchange(file.session)
        must(rated != start, "rating changes nothing")
        file.snapshot()
        file.undo(_now())
        must(to_exchange(file.session) == start, "undo does not bring back what was")
        file.redo(_now())
    finally:
        file.close()
    must(check(path) == 4, "the log does not tell what was done")
    session = _session_in(path)
    for format_, suffix in FORMATS.items():
        out = folder / f"{format_}{suffix}"
        write_new(out, export_bytes(session, format_, labels, _prompts(labels, labels)), overwrite=False)
        must(out.stat().st_size > 0, f"{format_} is empty")
    must((folder / "pdf.pdf").read_bytes().startswith(b"%PDF-"), "the PDF is none")
    must(to_exchange(from_exchange(read_json(folder / "json.json"))) == rated, "the exchange format loses something")
    again = read_ratings((folder / "ratings.csv").read_bytes(), session)
    must(len(again) == len(session.ratings), "the ratings CSV loses something")
