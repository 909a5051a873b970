"""The house holds: every import contract bites, and the words, calls and statements that the house bans are nowhere in the package.

Each contract of pyproject.toml is broken once in a copy of the package, to see that `lint-imports` notices.
"""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kanaalwaarden"
SETTINGS = ROOT / "pyproject.toml"
MODULES = sorted(PACKAGE.rglob("*.py"))


class Sabotage(NamedTuple):
    """A line that breaks one contract when it stands in a new or existing file of the package."""

    contract: str
    file: str
    line: str


SABOTAGES = [
    Sabotage("Floors: imports run downward only", "core/sabotage.py", "import kanaalwaarden.store"),
    Sabotage("Floors: imports run downward only", "export/sabotage.py", "import kanaalwaarden.store"),
    Sabotage("Floors: imports run downward only", "store/sabotage.py", "import kanaalwaarden.export"),
    Sabotage("Floors: imports run downward only", "store/sabotage.py", "import kanaalwaarden.ui"),
    Sabotage("Floors: imports run downward only", "ui/sabotage.py", "import kanaalwaarden.cli"),
    Sabotage("Floors: imports run downward only", "paths.py", "import kanaalwaarden.core"),
    Sabotage("Floors: imports run downward only", "a_new_floor.py", "import json"),
    Sabotage("One door: only the workspace and the command line touch the store", "ui/sabotage.py", "import kanaalwaarden.store"),
    Sabotage("One door: only the workspace and the command line touch the store", "__main__.py", "import kanaalwaarden.store"),
    Sabotage("Qt in ui only", "cli.py", "from PySide6.QtCore import QObject"),
    Sabotage("Qt in ui only", "core/sabotage.py", "import PySide6"),
    Sabotage("Qt in ui only", "store/sabotage.py", "from PySide6 import QtSql"),
    Sabotage("SQL in store only", "ui/sabotage.py", "import sqlite3"),
    Sabotage("SQL in store only", "cli.py", "import sqlite_utils"),
    Sabotage("reportlab in export, ballots and tagged only", "ui/sabotage.py", "import reportlab.pdfgen"),
    Sabotage("reportlab in export, ballots and tagged only", "core/sabotage.py", "import reportlab"),
    Sabotage("Excel files are written in export and ballots only", "ui/sabotage.py", "import xlsxwriter"),
    Sabotage("What others made is read in ballots only", "export/sabotage.py", "import pypdf"),
    Sabotage("Floors: imports run downward only", "tagged/sabotage.py", "import kanaalwaarden.export"),
    Sabotage("Office files and calendars are written in export only", "ballots/sabotage.py", "from icalendar import Calendar"),
    Sabotage("Office files and calendars are written in export only", "core/sabotage.py", "import odfdo"),
    Sabotage("Office files and calendars are written in export only", "ui/sabotage.py", "from docx import Document"),
    Sabotage("What others made is read in ballots only", "export/sabotage.py", "import openpyxl"),
    Sabotage("Floors: imports run downward only", "ballots/sabotage.py", "import kanaalwaarden.store"),
    Sabotage("PDFs are shown in ui only", "export/sabotage.py", "import pypdfium2"),
    Sabotage("Core: no files, no clock, no chance, nothing from outside", "core/sabotage.py", "import os.path"),
    Sabotage("Core: no files, no clock, no chance, nothing from outside", "core/sabotage.py", "from pathlib import Path"),
    Sabotage("Core: no files, no clock, no chance, nothing from outside", "core/sabotage.py", "import time"),
    Sabotage("Core: no files, no clock, no chance, nothing from outside", "core/sabotage.py", "import kanaalwaarden.paths"),
    Sabotage("No network", "ui/sabotage.py", "import socket"),
    Sabotage("No network", "export/sabotage.py", "from urllib.request import urlopen"),
]


def lint_imports(folder: Path) -> tuple[int, str]:
    """`lint-imports` over the copy of the package in `folder`: its status, and what it says after its banner."""
    command = "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    said = [line for line in (done.stdout + done.stderr).splitlines() if line and not re.search("[╔╗╚╝║═]", line)]
    return done.returncode, "\n".join(said)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package with its settings; only this copy is found by the linter."""
    shutil.copytree(PACKAGE, tmp_path / "kanaalwaarden", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(SETTINGS, tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    return tmp_path


def test_the_package_keeps_every_contract(copy: Path) -> None:
    status, said = lint_imports(copy)
    assert status == 0, said
    assert "BROKEN" not in said


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda sabotage: f"{sabotage.file}: {sabotage.line}")
def test_each_contract_bites(copy: Path, sabotage: Sabotage) -> None:
    file = copy / "kanaalwaarden" / sabotage.file
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{sabotage.line}\n", encoding="utf-8")
    status, said = lint_imports(copy)
    assert status != 0
    assert f"{sabotage.contract} BROKEN" in said.splitlines(), said


def test_no_contract_goes_untested() -> None:
    contracts = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == {sabotage.contract for sabotage in SABOTAGES}


# --- what stands in the source -------------------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """Where something stands, and what."""

    file: str
    line: int
    text: str


Search = Callable[[Path, ast.AST], Iterator[Place]]


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but docstrings and other bare strings: those are read by developers only."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        yield child
        yield from nodes(child)


def identifiers(node: ast.AST) -> list[str]:
    """The names that `node` introduces or uses."""
    match node:
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.alias(name=name, asname=asname):
            return [name, *([asname] if asname else [])]
    return []


def words(identifier: str) -> list[str]:
    """`fontWeight`, `font_weight` and `FONT_WEIGHT` are all font, weight."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", identifier)]


def tr_arguments(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that lupdate reads."""
    if not isinstance(node, ast.Call):
        return []
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
    return node.args if name in {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"} else []


def put_together(argument: ast.expr) -> bool:
    """True for text that is made at run time, which lupdate extracts wrongly or not at all."""
    match argument:
        case ast.JoinedStr() | ast.Call(func=ast.Attribute(attr="format" | "join")):
            return True
        case ast.BinOp(left=left, right=right):
            return bool(text(left) or text(right) or put_together(left))  # painter.translate(x - 1, y - 1) is another matter
    return False


def is_imported(node: ast.AST, module: str) -> bool:
    """`module`, or something in it, is imported here; also `from PySide6 import QtNetwork`."""
    match node:
        case ast.Import(names=names):
            return any(alias.name == module or alias.name.startswith(module + ".") for alias in names)
        case ast.ImportFrom(module=str(parent), names=names):
            return any(f"{name}.".startswith(module + ".") for name in [parent, *(f"{parent}.{alias.name}" for alias in names)])
    return False


def text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


BANNED_WORDS = {"mean", "median", "average", "averages", "avg", "weight", "weights", "weighted", "weighting"} | {
    "rank", "ranks", "ranking", "score", "scores", "scored", "statistics",
}  # fmt: skip
BANNED_TEXT = re.compile(
    r"(?<!font-)\b(gemiddeld\w*|mediaan|gewicht(en)?|gewogen|totaalscore|average[sd]?|median|weighted|weights?|score[sd]?)\b", re.IGNORECASE
)
# The one thing that may be said about them: that there are none.
DENIED = re.compile(r"\b(geen|niet|nooit|zonder|no|not|never|without)\b", re.IGNORECASE)
# A floor may use an identifier that has a banned word in it for these reasons only.
ALLOWED_IDENTIFIERS = {
    ("ui", "Weight"): "QFont.Weight: how bold a letter is",
    ("ui", "setWeight"): "QFont.setWeight: how bold a letter is",
    ("ui", "weight"): "the boldness of a letter",
    ("ui", "_weight"): "the boldness of a letter",
}
CLOCK_AND_FILES = {"now", "utcnow", "today", "open", "FileIO", "input", "print"}


def banned_words(module: Path, tree: ast.AST) -> Iterator[Place]:
    """Means, medians, weights, ranks and scores over disciplines: as a name in the program or as a word for the user."""
    file = module.relative_to(PACKAGE)
    for node in nodes(tree):
        line = getattr(node, "lineno", 0)
        for identifier in identifiers(node):
            if BANNED_WORDS.intersection(words(identifier)) and (file.parts[0], identifier) not in ALLOWED_IDENTIFIERS:
                yield Place(str(file), line, identifier)
        if BANNED_TEXT.search(text(node)) and not DENIED.search(text(node)):
            yield Place(str(file), line, text(node)[:100])


def banned_statements(module: Path, tree: ast.AST) -> Iterator[Place]:
    """No globals, no text for translation that is put together, no network, no statistics; in core no clock and no files."""
    file = module.relative_to(PACKAGE)
    for node in ast.walk(tree):
        place = Place(str(file), getattr(node, "lineno", 0), ast.unparse(node)[:100] if isinstance(node, ast.stmt | ast.expr) else "")
        if isinstance(node, ast.Global):
            yield place
        if any(put_together(argument) for argument in tr_arguments(node)):
            yield place
        if isinstance(node, ast.JoinedStr) and any(tr_arguments(part) for part in ast.walk(node)):
            yield place  # lupdate does not look inside an f-string, so this text would never be Dutch
        if any(is_imported(node, name) for name in ("statistics", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore")):
            yield place
        if file.parts[0] != "ui" and is_imported(node, "shiboken6"):
            yield place
        if file.parts[0] == "core" and isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in CLOCK_AND_FILES:
                yield place


def found_by(search: Search, source: str, file: str) -> list[Place]:
    return list(search(PACKAGE / file, ast.parse(source)))


@pytest.mark.parametrize("search", [banned_words, banned_statements])
def test_the_package_is_free_of_what_the_house_bans(search: Search) -> None:
    assert MODULES
    found = [place for module in MODULES for place in search(module, ast.parse(module.read_text(encoding="utf-8")))]
    assert not found, "\n".join(f"kanaalwaarden/{place.file}:{place.line}: {place.text}" for place in found)


@pytest.mark.parametrize(
    ("search", "file", "source"),
    [
        (banned_words, "core/a.py", "def mean_of(levels): ..."),
        (banned_words, "core/a.py", "class ScoreBoard: ..."),
        (banned_words, "core/a.py", "x = picture.totalWeight"),
        (banned_words, "core/a.py", "f(weight=3)"),
        (banned_words, "export/a.py", "TITLE = 'Gemiddelde per waarde'"),
        (banned_words, "ui/a.py", "self.tr('Median of the disciplines')"),
        (banned_statements, "core/a.py", "from statistics import fmean"),
        (banned_statements, "ui/a.py", "def f():\n    global state"),
        (banned_statements, "ui/a.py", "self.tr(f'{n} ratings')"),
        (banned_statements, "ui/a.py", "QCoreApplication.translate('A', '%d ratings' % n)"),
        (banned_statements, "ui/a.py", "self.tr('{} ratings'.format(n))"),
        (banned_statements, "ui/a.py", "from PySide6.QtNetwork import QTcpSocket"),
        (banned_statements, "ui/a.py", "from PySide6 import QtNetwork"),
        (banned_statements, "cli.py", "import shiboken6"),
        (banned_statements, "core/a.py", "moment = datetime.now()"),
        (banned_statements, "core/a.py", "open('a')"),
    ],
)
def test_each_search_finds_what_it_looks_for(search: Search, file: str, source: str) -> None:
    assert found_by(search, source, file)


@pytest.mark.parametrize(
    ("search", "file", "source"),
    [
        (banned_words, "core/a.py", '"""No mean, no median."""\nmeaning = "betekenis"'),
        (banned_words, "core/a.py", "TEXT = 'Er is geen gemiddelde berekend.'"),
        (banned_words, "ui/a.py", "font.setWeight(QFont.Weight.Bold)"),
        (banned_statements, "ui/a.py", "self.tr('{} ratings').format(n)"),
        (banned_statements, "ui/a.py", "from PySide6.QtCore import Qt\nimport shiboken6"),
        (banned_statements, "ui/a.py", "painter.translate(x - side / 2, y + 1)"),
        (banned_statements, "store/a.py", "datetime.now(UTC)"),
    ],
)
def test_each_search_leaves_the_rest_alone(search: Search, file: str, source: str) -> None:
    assert not found_by(search, source, file)


def test_what_lies_in_resources_promises_no_mean_either() -> None:
    """Labels and translations are words for the user as well."""
    files = [*(ROOT / "resources" / "labels").rglob("*.json"), *(ROOT / "resources" / "translations").glob("*.ts")]
    lines = [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    found = [f"{file.relative_to(ROOT)}: {line.strip()}" for file, line in lines if BANNED_TEXT.search(line) and not DENIED.search(line)]
    assert not found, "\n".join(found)


def test_the_lock_file_holds_every_dependency_and_no_address() -> None:
    """What pyproject.toml asks for is pinned with hashes, and nothing in the lock tells where it was made."""
    project = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))
    asked = [re.match(r"[A-Za-z0-9-]+", line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]
    assert {name.group().lower() for name in asked if name} <= set(pinned)
    assert lock.count("==") >= len(pinned) > 0
    assert "://" not in lock
    assert "/home/" not in lock


def test_the_readme_names_the_system_libraries_that_are_installed() -> None:
    """An administrator can do beforehand what `.ci/dev.py` would do."""
    script = ast.parse((ROOT / ".ci" / "dev.py").read_text(encoding="utf-8"))
    [packages] = [node.value for node in script.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "QT_PACKAGES"]
    named = re.search(
        r"^sudo apt-get install python3-venv (.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert named is not None
    assert sorted(named.group(1).replace("\\", " ").split()) == sorted(ast.literal_eval(packages))


def test_what_is_slow_to_read_waits_until_it_is_needed() -> None:
    """The window opens without any library that makes or reads files of others; what it reads at the start is what one waits for."""
    slow = ("reportlab", "xlsxwriter", "odfdo", "docx", "icalendar", "lxml", "PIL", "pypdf", "openpyxl", "pypdfium2", "sqlite_utils")
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]); import kanaalwaarden.ui.app;"
        "from kanaalwaarden.ui.main_window import MainWindow; from kanaalwaarden.ui.settings import Settings;"
        "window = MainWindow(Settings()); window.show(); window.begin(None); app.processEvents();"
        f"print(sorted(set({slow!r}) & {{name.split('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    assert done.stdout == "[]\n"


def test_nothing_else_stands_at_the_top() -> None:
    """What git sees at the top of the checkout is what the design says, no more."""
    allowed = {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "requirements.lock", ".ci", ".gitignore", ".gitattributes"} | {
        "kanaalwaarden", "resources", "sessions", "tests", "benchmarks", "docs", "packaging",
    }  # fmt: skip
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    seen = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"], capture_output=True, text=True, check=True
    )
    assert {name.split("/", 1)[0] for name in seen.stdout.split("\0") if name} <= allowed


def test_every_test_that_a_page_names_is_there() -> None:
    """A page that says which test holds a promise keeps naming one that runs."""
    sources = {each.relative_to(ROOT).as_posix(): each.read_text(encoding="utf-8") for each in (ROOT / "tests").rglob("*.py")}
    missing, seen = [], 0
    for page in (ROOT / "docs").glob("*.md"):
        file = ""
        for place, function in re.findall(r"`(tests/[\w/]+\.py)?(?:::)?(test_\w+)?`", page.read_text(encoding="utf-8")):
            if not (place or function):
                continue
            seen += 1
            file = place or file
            there = sources.get(file, "") if place else "".join(sources.values())
            if not there or f"def {function}" not in there:
                missing.append(f"{page.name}: {place} {function}")
    assert seen > 50
    assert missing == []
