"""Which question set is in use: the organisation's own where there is one, else the one that is shipped."""

from pathlib import Path
from typing import Any

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.prompts import PromptSet, read_prompts
from kanaalwaarden.store.plain import read_file, read_json, replace_own


def prompts_in_use(language: str) -> tuple[PromptSet, Refused | None]:
    """The question set, and what is wrong with the organisation's own if that cannot be used."""
    own = paths.or_beside(paths.own_prompts())
    if own.is_file():
        try:
            return read_prompts(read_json(own), language), None
        except Refused as problem:
            return shipped_prompts(language), Refused("prompts_wrong", path=str(own), inner=problem)
    return shipped_prompts(language), None


def shipped_prompts(language: str) -> PromptSet:
    """Our own question set."""
    return read_prompts(paths.read_json("prompts.json"), language)


def use_prompts(path: Path | None) -> None:
    """Use the set in this file from now on, or the shipped one again (None). `Refused` when it is not sound or cannot be kept."""
    own = paths.own_prompts()
    try:
        if path is None:
            own.unlink(missing_ok=True)
            return
        data: Any = read_json(path)
        read_prompts(data, "nl")
        replace_own(own, read_file(path, "json_too_large"))
    except OSError as problem:
        raise Refused("file_unwritable", path=str(own), why=problem) from None


def copy_shipped(path: Path) -> None:
    """Write our own set to a file, to begin an organisation's set from. `Refused` when it cannot be written."""
    try:
        path.write_bytes((paths.resources() / "prompts.json").read_bytes())
    except OSError as problem:
        raise Refused("file_unwritable", path=str(path), why=problem) from None
