"""Reading files of others that are not session files: exchange JSON, templates, CSV. Never larger than we can hold."""

import contextlib
import gc
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused

LARGEST = 64 * 2**20


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """For work that makes hundreds of thousands of objects that all stay: to look for garbage among them takes 30 % of the time.

    As a decorator too. What was on before is on again afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_file(path: Path, too_large: str, limit: int = LARGEST) -> bytes:
    """The bytes of an input file. `Refused` when it cannot be read, or with the key `too_large` when it has more than `limit`."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
            size = max(len(data), path.stat().st_size)
    except FileNotFoundError:
        raise Refused("file_missing", path=str(path)) from None
    except IsADirectoryError:
        raise Refused("file_is_folder", path=str(path)) from None
    except OSError as problem:
        folder = isinstance(problem, PermissionError) and path.is_dir()  # as Windows says it
        raise Refused("file_is_folder" if folder else "file_unreadable", path=str(path), why=problem) from None
    if len(data) > limit:
        raise Refused(too_large, size=size // 2**20, limit=limit // 2**20)
    return data


def read_files(files: Iterable[Path], too_large: str, limit: int = LARGEST) -> list[tuple[str, bytes | Refused]]:
    """Several input files by their names: what is in each, or why that cannot be read."""
    found: list[tuple[str, bytes | Refused]] = []
    for path in files:
        try:
            found.append((path.name, read_file(path, too_large, limit)))
        except Refused as problem:
            found.append((path.name, problem))
    return found


def read_json(path: Path) -> Any:
    """The parsed content of a JSON file. `Refused` when it cannot be read or is no JSON."""
    data = read_file(path, "json_too_large")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as problem:
        raise Refused("json_broken", line=problem.lineno) from None
    except UnicodeDecodeError as problem:
        raise Refused("json_broken", line=data.count(b"\n", 0, problem.start) + 1) from None
    except (ValueError, RecursionError):  # a number or a nesting without end
        raise Refused("json_broken", line=1) from None


def replace_own(path: Path, content: bytes) -> None:
    """Put this in a small file of our own on this computer, whole or not at all, also after a power cut. OSError passes through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temp = path.with_suffix(".json.new")
    try:
        with temp.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temp.replace(path)
        paths.sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
