"""The portable folder: made, tried where no Python is in reach, weighed in megabytes, and packed.

    python3 .ci/dev.py bundle        dist/kanaalwaarden/ and dist/kanaalwaarden-VERSION-SYSTEM.zip or .tar.gz, with their sha256
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kanaalwaarden import __version__

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
FOLDER = DIST / "kanaalwaarden"
WINDOWS = os.name == "nt"
SIGNED_BY_OTHERS = ("Qt6", "python3", "vcruntime", "msvcp", "api-ms-", "pyside6", "shiboken6", "ucrtbase")
"""How the files begin that come signed: by the Qt Company, the Python Software Foundation and Microsoft."""


def program(name: str = "kanaalwaarden") -> Path:
    return FOLDER / (name + ".exe" if WINDOWS else name)


def alone(folder: Path) -> dict[str, str]:
    """An environment without Python, without this user's folders and without a display."""
    bare = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return {**bare, "HOME": str(folder), "PATH": "", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def timed(*arguments: str) -> tuple[float, str]:
    """How long the program in the folder takes, and what it says. SystemExit when it ends badly."""
    with tempfile.TemporaryDirectory() as empty:
        moved = Path(empty) / "elders" / "kanaalwaarden"  # it must not know where it was made
        shutil.copytree(FOLDER, moved, symlinks=True)
        started = time.perf_counter()
        done = subprocess.run([moved / program().name, *arguments], env=alone(Path(empty)), capture_output=True, text=True, check=False)
        took = time.perf_counter() - started
        if done.returncode:
            sys.exit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        left = sorted(each.name for each in Path(empty).iterdir() if each.name != "elders")
        if left:
            sys.exit(f"it left something in the user's folder: {left}")
        return took, done.stdout.strip()


def unsigned() -> list[str]:
    """Windows: what our certificate has to sign, besides the two programs."""
    files = [each for each in FOLDER.rglob("*") if each.suffix.lower() in (".exe", ".dll", ".pyd")]
    signed = tuple(each.lower() for each in SIGNED_BY_OTHERS)
    return sorted(str(each.relative_to(FOLDER)) for each in files if not each.name.lower().startswith(signed))


def main() -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    build = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", DIST, "--workpath", ROOT / "build"]
    subprocess.run([sys.executable, *build, ROOT / "packaging" / "kanaalwaarden.spec"], check=True, cwd=ROOT)
    files = [each for each in FOLDER.rglob("*") if each.is_file() and not each.is_symlink()]
    size = sum(each.stat().st_size for each in files)
    networked = [each.name for each in files if "network" in each.name.lower() or each.name.startswith("_ssl")]
    if networked:
        sys.exit(f"this could reach a network and does not belong here: {networked}")
    version, _ = timed("--version")
    self_test, said = timed("--self-test")
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    name = DIST / f"kanaalwaarden-{__version__}-{system}"
    packed = Path(shutil.make_archive(str(name), "zip" if WINDOWS else "gztar", DIST, "kanaalwaarden"))
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    packed.with_name(packed.name + ".sha256").write_text(f"{digest}  {packed.name}\n", encoding="ascii")
    print(f"{FOLDER.relative_to(ROOT)}: {size / 2**20:.0f} MB in {len(files)} files; {packed.name}: {packed.stat().st_size / 2**20:.0f} MB")
    print(f"--version in {version:.2f} s; --self-test in {self_test:.1f} s: {said}")
    if WINDOWS:
        print("to be signed:", *unsigned(), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
