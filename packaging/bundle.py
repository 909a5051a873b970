"""The portable folder: made, tried where no Python is in reach, weighed in megabytes, and packed.

    python3 .ci/dev.py bundle                  dist/kanaalwaarden/ and dist/kanaalwaarden-VERSION-SYSTEM.zip or .tar.gz, with their sha256
    python3 .ci/dev.py bundle --list [FOLDER]  the files with machine code in a folder, and whether they are signed
"""

import argparse
import hashlib
import os
import platform
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kanaalwaarden import __version__

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
FOLDER = DIST / "kanaalwaarden"
WINDOWS = os.name == "nt"
MACHINE_CODE = {b"MZ": "Windows", b"\x7fE": "Linux", b"\xcf\xfa": "macOS", b"\xca\xfe": "macOS"}
"""How a file with machine code begins, and for which system it is."""


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


def is_signed(data: bytes) -> bool:
    """Windows: whether a program or library carries an Authenticode signature. By whom, and whether it holds, is for Windows to say."""
    header = struct.unpack_from("<I", data, 0x3C)[0] + 24
    directories = header + (112 if struct.unpack_from("<H", data, header)[0] == 0x20B else 96)  # 64 bits or 32
    return struct.unpack_from("<II", data, directories + 4 * 8)[1] > 0  # the certificate table is the fifth


def machine_code(folder: Path) -> Iterator[tuple[str, str, int, str]]:
    """(which part of the folder, file, size, 'signed', 'unsigned' or the system that has no signatures) of every file with machine code."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()):
        data = path.read_bytes()
        kind = MACHINE_CODE.get(data[:2])
        if kind == "Windows":
            kind = "signed" if is_signed(data) else "unsigned"
        if kind:
            place = path.relative_to(folder)
            part = next((each for each in place.parts[:-1] if each != "_internal"), ".")
            yield part, place.as_posix(), len(data), kind


def kinds(files: list[tuple[str, str, int, str]]) -> str:
    """'signed 12, unsigned 2'."""
    counts = Counter(each[3] for each in files)
    return ", ".join(f"{kind} {counts[kind]}" for kind in sorted(counts))


def show_list(folder: Path) -> None:
    """One line for each part of the folder, and under it each file that has no signature. SystemExit where there is none to list."""
    found = list(machine_code(folder))
    if not found:
        sys.exit(f"there is no machine code in {folder}: make the bundle first")
    for part in sorted({each[0] for each in found}):
        files = [each for each in found if each[0] == part]
        print(f"{part}: {sum(each[2] for each in files) / 2**20:.1f} MB; {kinds(files)}")
        for _, file, _, kind in files:
            if kind != "signed":
                print(f"    {file}")
    print(f"{len(found)} files with machine code: {kinds(found)}")


def make() -> None:
    """Make the folder, try it, and pack it. SystemExit when it does not hold."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    build = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", DIST, "--workpath", ROOT / "build"]
    subprocess.run([sys.executable, *build, ROOT / "packaging" / "kanaalwaarden.spec"], check=True, cwd=ROOT)
    files = [each for each in FOLDER.rglob("*") if each.is_file() and not each.is_symlink()]
    size = sum(each.stat().st_size for each in files)
    networked = [each.name for each in files if "network" in each.name.lower() or each.name.startswith("_ssl")]
    if networked:
        sys.exit(f"this could reach a network and does not belong here: {networked}")
    broken = [each.name for each in FOLDER.rglob("*") if each.is_symlink() and not each.exists()]
    if broken:
        sys.exit(f"these links lead nowhere: {broken}")
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
        show_list(FOLDER)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bundle", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", nargs="?", type=Path, const=FOLDER, metavar="FOLDER")
    folder = parser.parse_args().list
    if folder:
        show_list(folder)
    else:
        make()
    return 0


if __name__ == "__main__":
    sys.exit(main())
