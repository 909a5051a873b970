"""Where the shipped resources are: in a checkout, an installed wheel or a frozen bundle.

The lowest floor: it knows folders, and nothing about sessions.
"""

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import platformdirs

SUFFIX = ".kanaal"
"""How the name of a session file ends."""
_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """The folder `folder` as shipped: beside the package in a checkout, inside it in a wheel or bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [Path(bundle)] if bundle else []
    for root in [*roots, _PACKAGE, _PACKAGE.parent]:
        if (root / folder).is_dir():
            return root / folder
    raise FileNotFoundError(f"the folder {folder!r} does not belong to this installation any more")


def resources() -> Path:
    """The folder with templates, labels, translations, fonts and icons."""
    return _shipped("resources")


def examples() -> Path:
    """The folder with the example sessions (exchange JSON)."""
    return _shipped("sessions")


def read_json(name: str) -> Any:
    """The parsed content of the shipped file `resources/<name>`; raises OSError or ValueError if it is not sound."""
    return json.loads((resources() / name).read_text(encoding="utf-8"))


def local_data() -> Path:
    """The user's folder for live working copies: local disk, never roaming. `KANAALWAARDEN_DATA` overrides it."""
    chosen = os.environ.get("KANAALWAARDEN_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("kanaalwaarden", appauthor=False, roaming=False))


def desktop_data() -> Path:
    """Linux: the user's folder in which the desktop looks for programs and kinds of files (XDG_DATA_HOME)."""
    return Path(platformdirs.user_data_dir())


def beside_program() -> Path | None:
    """The folder that the program itself is in, where an administrator can put files for every user; None in a checkout or a wheel.

    `KANAALWAARDEN_PROGRAM` names another folder.
    """
    chosen = os.environ.get("KANAALWAARDEN_PROGRAM")
    if chosen:
        return Path(chosen)
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def settings() -> Path | None:
    """Where the settings are, if not where the system keeps them: beside a portable program that has a folder `instellingen`.

    `KANAALWAARDEN_CONFIG` names another folder. Working copies never are there: a program on a share would have its live databases on it.
    """
    chosen = os.environ.get("KANAALWAARDEN_CONFIG")
    if chosen:
        return Path(chosen)
    place = beside_program()
    return place / "instellingen" if place and (place / "instellingen").is_dir() else None


def templates() -> dict[str, Path]:
    """What a session can start from, by name: ours, and those that an administrator put in `sjablonen` beside the program."""
    place = beside_program()
    folders = [resources() / "templates", *([place / "sjablonen"] if place else [])]
    return {each.stem: each for folder in folders for each in sorted(folder.glob("*.json"))}


def or_beside(own: Path) -> Path:
    """This file of the user's, or where there is none the one of that name that an administrator put beside the program."""
    place = beside_program()
    return place / own.name if place and not own.exists() else own


def practice() -> Path:
    """Where the practice session is, of which nothing is kept."""
    return local_data() / "practice"


def own_prompts() -> Path:
    """Where the organisation's own question set is, if it has one."""
    return local_data() / "vragen.json"


def house_style() -> Path:
    """Where the organisation's own logo and colour are, if it has them."""
    return local_data() / "huisstijl.json"


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
