"""Making this the program that opens session files, for this user alone and only on request; and undoing that. No administrator rights.

Windows: values under HKEY_CURRENT_USER\\Software\\Classes. Linux: two files in the user's data folder, as freedesktop.org describes them.
A Mac asks the application bundle itself, so there is nothing to write there.
"""

import contextlib
import ctypes
import importlib
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.paths import SUFFIX
from kanaalwaarden.store.plain import replace_own
from kanaalwaarden.store.presets import presets_in_use

MEDIA_TYPE = "application/x-kanaalwaarden"
PROG_ID = "Kanaalwaarden.sessie"
CLASSES = "Software\\Classes"
_ASSOCIATIONS_CHANGED = 0x08000000  # SHCNE_ASSOCCHANGED


def planned() -> str:
    """What `associate` will write, to show beforehand. `Refused` where it may not, or cannot, be."""
    if _windows():
        return "\n".join(f"HKEY_CURRENT_USER\\{CLASSES}\\{key} [{name or '@'}] = {content}" for key, name, content in _registry())
    return "\n".join(f"{path}\n{content}" for path, content in _files().items())


def associate() -> None:
    """Have the system open session files with this program. `Refused` as `planned`, or when the system does not let us; all or nothing."""
    try:
        if _windows():
            winreg = _winreg()
            for key, name, content in _registry():
                with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, f"{CLASSES}\\{key}", 0, winreg.KEY_WRITE) as there:
                    winreg.SetValueEx(there, name, 0, winreg.REG_SZ, content)
        else:
            for path, content in _files().items():
                replace_own(path, content.encode())
    except OSError as problem:
        with contextlib.suppress(Refused):
            dissociate()
        raise Refused("association_failed", why=problem) from None
    _tell_the_system()


def dissociate() -> None:
    """Undo it. What was never written, or belongs to another program by now, is left alone. `Refused` when the system does not let us."""
    try:
        if _windows():
            _clear_registry()
        else:
            for path in _places():
                path.unlink(missing_ok=True)
    except OSError as problem:
        raise Refused("association_failed", why=problem) from None
    _tell_the_system()


def associated() -> bool:
    """Whether this was done before, by this copy of the program or another."""
    if not _windows():
        return _places()[0].is_file()
    winreg = _winreg()
    with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, f"{CLASSES}\\{SUFFIX}") as there:
        return bool(winreg.QueryValueEx(there, "")[0] == PROG_ID)
    return False


def _windows() -> bool:
    return platform.system() == "Windows"


def _program() -> Path:
    """The program that opens a window. A checkout has none: it is started by `python -m`, from its own folder only."""
    if "association" in presets_in_use()[0].off:
        raise Refused("association_off")
    if platform.system() == "Darwin":
        raise Refused("association_mac")
    folder = paths.beside_program() or Path(sys.executable).absolute().parent  # not resolved: beside the link are our scripts
    program = folder / ("kanaalwaarden-venster.exe" if _windows() else "kanaalwaarden")
    if not program.is_file() or not str(program).isprintable():
        raise Refused("association_no_program", path=str(program))
    return program


# Linux


def _places() -> tuple[Path, Path]:
    """Where the file that describes the program is, and the one that describes the kind of file."""
    data = paths.desktop_data()
    return data / "applications" / "kanaalwaarden.desktop", data / "mime" / "packages" / "kanaalwaarden.xml"


def _files() -> dict[Path, str]:
    program = str(_program())
    for each in '\\"`$':  # as the Desktop Entry Specification quotes a command, and then a text
        program = program.replace(each, f"\\{each}")
    command = f'"{program}"'.replace("%", "%%").replace("\\", "\\\\") + " %f"
    icon = str(paths.resources() / "icons" / "kanaalwaarden.svg").replace("\\", "\\\\")
    entry = {
        "Type": "Application", "Name": "Kanaalwaarden", "Exec": command, "Icon": icon, "Terminal": "false", "NoDisplay": "true",
        "Categories": "Office;", "MimeType": f"{MEDIA_TYPE};",
    }  # fmt: skip
    kind = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f'  <mime-type type="{MEDIA_TYPE}">\n    <comment>Kanaalwaarden session</comment>\n'
        f'    <comment xml:lang="nl">Kanaalwaarden-sessie</comment>\n    <glob pattern="*{SUFFIX}"/>\n  </mime-type>\n</mime-info>\n'
    )
    lines = ["[Desktop Entry]", *(f"{key}={content}" for key, content in entry.items())]
    return dict(zip(_places(), ("\n".join(lines) + "\n", kind), strict=True))


# Windows


def _winreg() -> Any:
    return importlib.import_module("winreg")  # there on Windows only


def _registry() -> list[tuple[str, str, str]]:
    """Key, name of the value ('' is the key's own) and text."""
    program = _program()
    return [
        (PROG_ID, "", "Kanaalwaarden-sessie"),
        (f"{PROG_ID}\\DefaultIcon", "", f'"{program}",0'),
        (f"{PROG_ID}\\shell\\open\\command", "", f'"{program}" "%1"'),
        (f"{SUFFIX}\\OpenWithProgids", PROG_ID, ""),
        (SUFFIX, "", PROG_ID),
    ]


def _clear_registry() -> None:
    """Our values, and then the keys that nothing is in any more, the deepest first."""
    winreg = _winreg()
    ours = [f"{PROG_ID}{each}" for each in ("\\shell\\open\\command", "\\shell\\open", "\\shell", "\\DefaultIcon", "")]
    for key in (*ours, f"{SUFFIX}\\OpenWithProgids", SUFFIX):
        path = f"{CLASSES}\\{key}"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_READ | winreg.KEY_WRITE) as there:
                name = PROG_ID if key.endswith("OpenWithProgids") else ""
                with contextlib.suppress(FileNotFoundError):
                    if key != SUFFIX or winreg.QueryValueEx(there, name)[0] == PROG_ID:
                        winreg.DeleteValue(there, name)
                keys, values, _ = winreg.QueryInfoKey(there)
            if not keys and not values:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, path)
        except FileNotFoundError:
            continue


# Both


def _tell_the_system() -> None:
    """Have it look again at once. Where that fails it will see it later: at the next start of the desktop at the latest."""
    if _windows():
        with contextlib.suppress(OSError):
            ctypes.CDLL("shell32").SHChangeNotify(_ASSOCIATIONS_CHANGED, 0, None, None)
        return
    data = paths.desktop_data()
    for command in (["update-mime-database", str(data / "mime")], ["update-desktop-database", str(data / "applications")]):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(command, env=dict(_outside()), capture_output=True, timeout=30, check=False)


def _outside() -> Iterator[tuple[str, str]]:
    """The environment as it was before a frozen program put its own libraries in front: other programs have their own."""
    for name, content in os.environ.items():
        if name == "LD_LIBRARY_PATH_ORIG":
            yield "LD_LIBRARY_PATH", content
        elif name != "LD_LIBRARY_PATH" or not getattr(sys, "frozen", False):
            yield name, content
