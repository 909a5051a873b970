"""Session files open with this program: what is written for that, on Linux for real and on Windows into a registry of the test's own."""

import configparser
import contextlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kanaalwaarden import cli
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.store.association import MEDIA_TYPE, associate, associated, dissociate, planned


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the desktop of this test looks."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, folder: str = "pro gramma") -> Path:
    """An unpacked program; it writes down with what it was started."""
    place = tmp_path / folder
    place.mkdir()
    monkeypatch.setenv("KANAALWAARDEN_PROGRAM", str(place))
    made = place / name
    made.write_text('#!/bin/sh\nprintf %s "$1" > "$(dirname "$0")/geopend"\n', encoding="utf-8")
    made.chmod(0o755)
    return made


def in_folder(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="freedesktop.org")


@linux
def test_linux_gets_two_files_that_the_desktop_can_read(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = program(tmp_path, monkeypatch, "kanaalwaarden", 'ma"p $HOME 100% `x` \\')
    told = planned()
    assert not home.exists()  # telling writes nothing
    associate()
    assert associated()
    entry = home / "applications" / "kanaalwaarden.desktop"
    kind = home / "mime" / "packages" / "kanaalwaarden.xml"
    for each in (entry, kind):
        assert str(each) in told
        assert each.read_text(encoding="utf-8") in told
    parser = configparser.RawConfigParser(delimiters="=", comment_prefixes="#", interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(entry.read_text(encoding="utf-8"))
    keys = dict(parser["Desktop Entry"])
    assert keys["Type"] == "Application"
    assert keys["MimeType"] == f"{MEDIA_TYPE};"
    assert Path(keys["Icon"]).is_file()
    # As the specification has it: first the text, then the quoted command, then its codes.
    quoted = re.fullmatch(r'"((?:[^"\\`$]|\\.)*)" %f', keys["Exec"].replace("\\\\", "\\"))
    assert quoted is not None
    command = re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%")
    assert command == str(made)
    session = str(tmp_path / "zaak.kanaal")
    subprocess.run([command, session], check=True)
    assert (made.parent / "geopend").read_text(encoding="utf-8") == session
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    [found] = ET.parse(kind).getroot().findall("m:mime-type", space)
    assert found.get("type") == MEDIA_TYPE
    assert [each.get("pattern") for each in found.findall("m:glob", space)] == ["*.kanaal"]
    globs = home / "mime" / "globs2"
    if globs.exists():  # update-mime-database is on this computer
        assert f"50:{MEDIA_TYPE}:*.kanaal" in globs.read_text(encoding="utf-8").splitlines()
    with contextlib.suppress(FileNotFoundError):  # where the system has it
        subprocess.run(["desktop-file-validate", entry], check=True)


@linux
def test_linux_undone_leaves_nothing_of_ours(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = home / "applications" / "ander.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n", encoding="utf-8")
    program(tmp_path, monkeypatch, "kanaalwaarden")
    associate()
    associate()  # again, as after a move
    monkeypatch.setenv("KANAALWAARDEN_PROGRAM", str(tmp_path / "weg"))
    dissociate()  # also when the program is gone
    assert not associated()
    left = in_folder(home)
    assert left.pop("applications/ander.desktop")
    assert [name for name, content in left.items() if b"anaal" in content] == []
    dissociate()  # and when there is nothing to undo


@linux
def test_a_frozen_program_lends_its_libraries_to_nobody(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "kanaalwaarden")
    tool = tmp_path / "bin" / "update-mime-database"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nprintf %s "$LD_LIBRARY_PATH" > "{tmp_path}/libraries"\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ons")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/hun")
    associate()
    assert (tmp_path / "libraries").read_text(encoding="utf-8") == "/hun"


@linux
def test_what_cannot_be_written_is_told_and_leaves_nothing(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "kanaalwaarden")
    home.mkdir()
    (home / "mime").write_text("hier kan geen map komen", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        associate()
    assert caught.value.key == "association_failed"
    assert [*in_folder(home)] == ["mime"]


def test_who_may_not_or_cannot_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def refused() -> str:
        with pytest.raises(Refused) as caught:
            associate()
        with pytest.raises(Refused) as told:
            planned()
        assert told.value.key == caught.value.key
        return caught.value.key

    assert refused() == "association_no_program"  # a checkout
    made = program(tmp_path, monkeypatch, "kanaalwaarden")
    (made.parent / "beheer.json").write_text('{"off": ["association"]}', encoding="utf-8")
    assert refused() == "association_off"
    (made.parent / "beheer.json").unlink()
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert refused() == "association_mac"
    assert not home.exists()


class Registry:
    """What winreg does with HKEY_CURRENT_USER, in memory: keys and values without regard to case, a key with keys in it does not go."""

    HKEY_CURRENT_USER, REG_SZ, KEY_READ, KEY_WRITE = "HKCU", 1, 0x20019, 0x20006

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {"Software": {}, "Software\\Classes": {}}
        self.refuse = ""

    def _name(self, path: str) -> str:
        return next((each for each in self.keys if each.lower() == path.lower()), path)

    @contextlib.contextmanager
    def CreateKeyEx(self, root: str, path: str, reserved: int, access: int) -> Iterator[str]:
        assert (root, access) == ("HKCU", self.KEY_WRITE)
        if self.refuse and self.refuse in path:
            raise PermissionError(13, "Access is denied")
        parts = path.split("\\")
        for count in range(1, len(parts) + 1):
            self.keys.setdefault(self._name("\\".join(parts[:count])), {})
        yield self._name(path)

    @contextlib.contextmanager
    def OpenKey(self, root: str, path: str, reserved: int = 0, access: int = KEY_READ) -> Iterator[str]:
        if self._name(path) not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        yield self._name(path)

    def SetValueEx(self, key: str, name: str, reserved: int, kind: int, content: str) -> None:
        assert kind == self.REG_SZ
        self.keys[key][name] = content

    def QueryValueEx(self, key: str, name: str) -> tuple[str, int]:
        if name not in self.keys[key]:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self.keys[key][name], self.REG_SZ

    def DeleteValue(self, key: str, name: str) -> None:
        self.QueryValueEx(key, name)
        del self.keys[key][name]

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:
        under = {each[len(key) + 1 :].split("\\")[0] for each in self.keys if each.startswith(key + "\\")}
        return len(under), len(self.keys[key]), 0

    def DeleteKey(self, root: str, path: str) -> None:
        if self.QueryInfoKey(self._name(path))[0]:
            raise PermissionError(13, "Access is denied")
        del self.keys[self._name(path)]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Windows, as far as this module sees it."""
    made = Registry()
    monkeypatch.setattr("platform.system", lambda: "Windows")
    monkeypatch.setitem(sys.modules, "winreg", made)  # type: ignore[arg-type]
    return made


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What Explorer was told."""
    told: list[tuple[Any, ...]] = []
    monkeypatch.setattr("ctypes.CDLL", lambda name: SimpleNamespace(SHChangeNotify=lambda *given: told.append((name, *given))))
    return told


def test_windows_gets_five_values_for_this_user(
    registry: Registry, notices: list[tuple[Any, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = program(tmp_path, monkeypatch, "kanaalwaarden-venster.exe")
    before = dict(registry.keys)
    told = planned()
    assert registry.keys == before
    assert not associated()
    associate()
    assert associated()
    classes = "Software\\Classes"
    wanted = {
        (f"{classes}\\.kanaal", ""): "Kanaalwaarden.sessie",
        (f"{classes}\\.kanaal\\OpenWithProgids", "Kanaalwaarden.sessie"): "",
        (f"{classes}\\Kanaalwaarden.sessie", ""): "Kanaalwaarden-sessie",
        (f"{classes}\\Kanaalwaarden.sessie\\DefaultIcon", ""): f'"{made}",0',
        (f"{classes}\\Kanaalwaarden.sessie\\shell\\open\\command", ""): f'"{made}" "%1"',
    }
    assert {(key, name): content for key, values in registry.keys.items() for name, content in values.items()} == wanted
    assert sorted(told.splitlines()) == sorted(f"HKEY_CURRENT_USER\\{key} [{name or '@'}] = {text}" for (key, name), text in wanted.items())
    assert notices == [("shell32", 0x08000000, 0, None, None)]
    dissociate()
    assert registry.keys == before
    assert len(notices) == 2
    dissociate()


def test_windows_keeps_what_is_of_another(
    registry: Registry, notices: list[tuple[Any, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, "kanaalwaarden-venster.exe")
    associate()
    registry.keys["Software\\Classes\\.kanaal"][""] = "Ander.programma"
    registry.keys["Software\\Classes\\.kanaal\\OpenWithProgids"]["Ander.programma"] = ""
    assert not associated()
    dissociate()
    assert registry.keys == {
        "Software": {}, "Software\\Classes": {}, "Software\\Classes\\.kanaal": {"": "Ander.programma"},
        "Software\\Classes\\.kanaal\\OpenWithProgids": {"Ander.programma": ""},
    }  # fmt: skip


def test_windows_that_refuses_is_told_and_left_as_it_was(
    registry: Registry, notices: list[tuple[Any, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, monkeypatch, "kanaalwaarden-venster.exe")
    before = dict(registry.keys)
    registry.refuse = "OpenWithProgids"
    monkeypatch.setenv("KANAALWAARDEN_LANG", "nl")
    assert cli.main(["associate"]) == 1
    assert capsys.readouterr().err == "De koppeling van sessiebestanden kan niet worden gewijzigd: u heeft daar geen rechten.\n"
    assert registry.keys == before


@linux
def test_the_command_line_tells_first_and_undoes(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, monkeypatch, "kanaalwaarden")
    monkeypatch.setenv("KANAALWAARDEN_LANG", "nl")
    assert cli.main(["associate", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert str(home / "applications" / "kanaalwaarden.desktop") in told
    assert not home.exists()
    assert cli.main(["associate"]) == 0
    assert capsys.readouterr().out == f"{told}Sessiebestanden (.kanaal) gaan voortaan met dit programma open.\n"
    assert associated()
    assert cli.main(["associate", "--remove"]) == 0
    assert capsys.readouterr().out == "Sessiebestanden (.kanaal) zijn niet meer aan dit programma gekoppeld.\n"
    assert not associated()
