"""The list of what has to be signed: it reads the files themselves, not their names."""

import struct
from pathlib import Path
from types import ModuleType

import pytest

from tests.runs import load

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def bundle() -> ModuleType:
    return load("packaging/bundle.py")


def program(bits: int, certificate: int) -> bytes:
    """The headers of a Windows program, as the PE format lays them down, with a certificate table of so many bytes."""
    fixed = {32: 96, 64: 112}[bits]
    optional = struct.pack("<H", {32: 0x10B, 64: 0x20B}[bits]).ljust(fixed, b"\0")
    directories = b"".join(struct.pack("<II", 0x1000, certificate if number == 4 else 64) for number in range(16))
    return b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x80) + bytes(0x40) + b"PE\0\0" + bytes(20) + optional + directories


@pytest.mark.parametrize("bits", [32, 64])
def test_a_signature_is_seen(bundle: ModuleType, bits: int) -> None:
    assert bundle.is_signed(program(bits, 9_000))
    assert not bundle.is_signed(program(bits, 0))


def test_the_list_names_what_is_unsigned(bundle: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = tmp_path / "_internal" / "lxml"
    inside.mkdir(parents=True)
    (tmp_path / "kanaalwaarden.exe").write_bytes(program(64, 0))
    (inside / "etree.pyd").write_bytes(program(64, 0))
    (inside / "qt.dll").write_bytes(program(64, 9_000))
    (inside / "leesmij.txt").write_text("MaZ", encoding="ascii")
    bundle.show_list(tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        ".: 0.0 MB; unsigned 1",
        "    kanaalwaarden.exe",
        "lxml: 0.0 MB; signed 1, unsigned 1",
        "    _internal/lxml/etree.pyd",
        "3 files with machine code: signed 1, unsigned 2",
    ]
    with pytest.raises(SystemExit, match="make the bundle first"):
        bundle.show_list(tmp_path / "weg")
