#!/usr/bin/env python3
"""Kanaalwaarden from a checkout: install what it needs in .venv, then run, test or check it.

    python3 .ci/dev.py run [FILE]       open the program, on the example session unless FILE is given
    python3 .ci/dev.py test [ARG...]    run the tests; arguments go to pytest
    python3 .ci/dev.py check            ruff, mypy --strict, the import contracts and the translations
    python3 .ci/dev.py translations     refresh the .ts files from the source
    python3 .ci/dev.py screenshots      every screen and dialog as PNG in screenshots/, and a report of text that does not fit
    python3 .ci/dev.py guide            the pictures of the guide, in both languages
    python3 .ci/dev.py bench            how fast it is, each figure beside a baseline of the same run
    python3 .ci/dev.py bundle           the portable folder in dist/, for computers without Python; it tries itself

Standard library only. It must parse on any Python 3, so that an old one can say what it misses.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

SUPPORTED = ((3, 11), (3, 12), (3, 13))


def restart_with_supported_python() -> None:
    """Go on under a Python that this program is tested with; without one, a newer Python may try and an older one may not."""
    have = "{}.{}".format(*sys.version_info[:2])
    names = ["{}.{}".format(*version) for version in reversed(SUPPORTED)]
    candidates = [["python" + name] for name in names]
    if os.name == "nt":
        candidates = [["py", "-" + name] for name in names] + candidates
    for candidate in candidates:
        start = [shutil.which(candidate[0]) or ""] + candidate[1:]  # noqa: RUF005 - this part must parse on every Python 3
        # A version manager's stand-in may be on the search path without a Python behind it.
        usable = start[0] and subprocess.call(start + ["-c", "pass"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0  # noqa: RUF005
        if usable:
            sys.exit(subprocess.call(start + sys.argv))
    if sys.version_info < SUPPORTED[0]:
        sys.exit("Kanaalwaarden needs Python 3.11, 3.12 or 3.13; this is Python " + have + ", and none of them is on the search path.")
    print("Kanaalwaarden is tested with Python 3.11, 3.12 and 3.13; none of them is on the search path, so Python " + have + " is tried.")


if sys.version_info[:2] not in SUPPORTED:
    restart_with_supported_python()


ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "kanaalwaarden-stamp"
EXAMPLE = ROOT / "sessions" / "gemeente-waterrijk-fictief.json"
EXAMPLE_PDF = "waardentabel-voorbeeld.pdf"
TRANSLATIONS = ROOT / ".ci" / "translations.py"
SCREENSHOTS = ROOT / ".ci" / "screenshots.py"
GUIDE = ROOT / ".ci" / "guide.py"
BENCHMARKS = ROOT / "benchmarks" / "run.py"
BUNDLE = ROOT / "packaging" / "bundle.py"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LINUX = sys.platform.startswith("linux")

# What Qt's widgets, its window plugin for X11 and its translation tools load from the system, by the names that Debian and Ubuntu
# give them. libglib2.0-0 is called libglib2.0-0t64 since Debian 13 and Ubuntu 24.04; there, apt knows the old name as provided.
QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libgssapi-krb5-2",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
)

# Run in the environment: load what a window needs, and print the first thing that is missing.
QT_PROBE = """
import ctypes, os, pathlib, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
try:
    import PySide6
    from PySide6 import QtSvg, QtTest
    from PySide6.QtWidgets import QApplication
    QApplication([])
    if sys.argv[1] == "window" and sys.platform.startswith("linux"):
        plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
        ctypes.CDLL(str(plugins / "libqxcb.so"))
    if sys.argv[1] == "tools" and sys.platform.startswith("linux"):
        import subprocess
        done = subprocess.run([pathlib.Path(PySide6.__file__).parent / "lupdate", "-version"], capture_output=True, text=True)
        if done.returncode:
            raise OSError(done.stderr.strip())
except (ImportError, OSError) as error:
    sys.exit(str(error))
"""


def say(sentence: str) -> None:
    print(sentence, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with status 1 and one sentence on standard error."""
    sys.exit(sentence)


def works(*command: str | Path) -> bool:
    """True if the command can be started and ends well; what it prints is dropped."""
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
    except OSError:
        return False


def apt_install(packages: list[str], why: str) -> None:
    """Install Debian packages where this user may, else name the command and stop."""
    command = "apt-get install --yes " + " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(f"{why}; install what Debian calls {' '.join(packages)} with your system's own package manager and start again.")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and works("sudo", "-n", "true"):
        prefix = ["sudo", "-n"]
    else:
        stop(f"{why}; this needs an administrator once: sudo {command}")
    say(f"{why}; installing: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        # sudo drops the environment; `env` brings back the one setting that matters.
        line = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *quiet, *arguments]
        done = subprocess.run(line, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode and arguments[0] == "install":
            print(done.stdout, file=sys.stderr)
            stop(f"{why}, and the packages could not be installed (apt-get's own words stand above); try: {command}")


def wanted_stamp() -> str:
    """What .venv was made from: the lock file and the place, for a moved checkout has scripts that point to the old one."""
    return hashlib.sha256(LOCK.read_bytes() + str(VENV).encode()).hexdigest()


def make_venv() -> None:
    """An empty virtual environment in .venv; Debian keeps the module for it in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if not LINUX:
            stop("This Python has no venv module, so no virtual environment can be made; install Python from python.org and start again.")
        apt_install([package], "Python's venv module is missing")
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        stop(f"The virtual environment {VENV} could not be made (Python's own words stand above).")


def install() -> None:
    """.venv as requirements.lock describes it. The program itself is run from the checkout and is not installed."""
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted_stamp() and works(PYTHON, "-c", "pass"):
        return
    version = f"import sys; raise SystemExit(sys.version_info < {SUPPORTED[0]!r})"
    if not (works(PYTHON, "-c", version) and works(PYTHON, "-m", "pip", "--version")):
        make_venv()
    say("Installing the packages of requirements.lock in .venv; the first time this takes a few minutes.")
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-warn-script-location",
    ]
    done = subprocess.run(
        [*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        stop("The packages could not be installed (pip's own words stand above): is there a connection to the package index, and room?")
    STAMP.write_text(wanted_stamp(), encoding="ascii")


def ensure_qt(purpose: str) -> None:
    """Qt loads, for `purpose` "tests", "tools" or "window"; on Debian and Ubuntu what it misses is installed where that is allowed."""

    def missing() -> str:
        done = subprocess.run([PYTHON, "-c", QT_PROBE, purpose], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        lines = done.stderr.strip().splitlines()
        return "" if done.returncode == 0 else (lines[-1] if lines else f"the probe ended with status {done.returncode}")

    problem = missing()
    if problem and LINUX:
        apt_install(list(QT_PACKAGES), f"Qt misses a system library ({problem})")
        problem = missing()
    if problem:
        stop(f"Qt does not load on this computer: {problem}")


def environment(**extra: str) -> dict[str, str]:
    """The program is found in the checkout, wherever it is started from.

    Compiled code is kept, also where PYTHONDONTWRITEBYTECODE is set: many tests start the program, and each would compile all of it again.
    """
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **extra}


def has_display() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def writable_folder() -> Path:
    """The current folder, or the user's own where that is read-only."""
    here = Path.cwd()
    try:
        probe = here / f".kanaalwaarden-{os.getpid()}"
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return Path.home()
    return here


def run(arguments: argparse.Namespace) -> int:
    install()
    program: list[str | Path] = [PYTHON, "-P", "-m", "kanaalwaarden"]
    file = Path(arguments.file or EXAMPLE).resolve()
    if has_display():
        ensure_qt("window")
        return subprocess.call([*program, file], env=environment())
    output = writable_folder() / EXAMPLE_PDF
    export = [*program, "export", file, "--format", "table", "--output", output, "--force"]
    done = subprocess.call(export, env=environment(), stdout=subprocess.DEVNULL)
    if done == 0:
        say(f"There is no display here, so the window cannot open; the value table is exported as PDF instead: {output}")
    return done


def test(arguments: argparse.Namespace) -> int:
    install()
    ensure_qt("tests")
    wanted = arguments.rest or ["-n", "2"]  # all of it goes over two processes; a choice of tests is quicker without
    return subprocess.call([PYTHON, "-m", "pytest", *wanted], cwd=ROOT, env=environment())


def check(arguments: argparse.Namespace) -> int:
    """Every check runs, also after one has failed, so that one run tells everything."""
    install()
    ensure_qt("tools")
    checks: dict[str, list[str | Path]] = {
        "ruff": ["-m", "ruff", "check", "."],
        "mypy --strict": ["-m", "mypy"],
        "import contracts": ["-c", "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"],
        "translations": [TRANSLATIONS],
    }
    failed = []
    for name, command in checks.items():
        say(f"--- {name}")
        if subprocess.call([PYTHON, *command], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL):
            failed.append(name)
    say("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def translations(arguments: argparse.Namespace) -> int:
    install()
    ensure_qt("tools")
    return subprocess.call([PYTHON, TRANSLATIONS, "--update"], cwd=ROOT, env=environment())


def offscreen(path: Path, *rest: str) -> int:
    """Run a Python file of the repo that draws without a display, in the environment."""
    install()
    ensure_qt("tests")
    return subprocess.call([PYTHON, path, *rest], cwd=ROOT, env=environment())


def screenshots(arguments: argparse.Namespace) -> int:
    return offscreen(SCREENSHOTS, *arguments.rest)


def guide(arguments: argparse.Namespace) -> int:
    return offscreen(GUIDE)


def bench(arguments: argparse.Namespace) -> int:
    return offscreen(BENCHMARKS, *arguments.rest)


def bundle(arguments: argparse.Namespace) -> int:
    install()
    ensure_qt("window")
    if LINUX and shutil.which("objdump") is None:
        apt_install(["binutils"], "PyInstaller misses objdump")
    return subprocess.call([PYTHON, BUNDLE, *arguments.rest], cwd=ROOT, env=environment())


COMMANDS: tuple[Callable[[argparse.Namespace], int], ...] = (run, test, check, translations, screenshots, guide, bench, bundle)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for function in COMMANDS:
        sub = commands.add_parser(function.__name__)
        sub.set_defaults(function=function)
        if function is run:
            sub.add_argument("file", nargs="?", metavar="FILE")
    arguments, rest = parser.parse_known_args()
    if rest and arguments.function not in (test, screenshots, bundle, bench):
        parser.error("unknown arguments: " + " ".join(rest))
    arguments.rest = rest
    try:
        return int(arguments.function(arguments))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
