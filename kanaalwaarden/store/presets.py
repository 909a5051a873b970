"""What an administrator set for every user: `beheer.json` beside the program. A user's own choice of look and language goes before it."""

from dataclasses import dataclass, field
from typing import Any

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import LANGUAGES
from kanaalwaarden.store.plain import read_json

SCHEMES = ("system", "light", "dark", "contrast")
OFF = ("practice", "examples", "forms", "earlier", "association")
"""What can be switched off: the practice session, the examples, forms to fill in, keeping earlier versions, and having the system open
session files with this program."""


@dataclass(frozen=True, slots=True)
class Presets:
    """'' and empty where nothing was set."""

    language: str = ""
    scheme: str = ""
    zoom: str = ""
    folder: str = ""
    template: str = ""
    off: frozenset[str] = field(default_factory=frozenset)


def presets_in_use() -> tuple[Presets, Refused | None]:
    """What was set, and what is wrong with the file if it cannot be used: then nothing is set."""
    place = paths.beside_program()
    path = place / "beheer.json" if place else None
    if path is None or not path.is_file():
        return Presets(), None
    try:
        return _checked(read_json(path)), None
    except Refused as problem:
        return Presets(), Refused("presets_wrong", path=str(path), inner=problem)


def _checked(found: Any) -> Presets:
    """Presets from parsed JSON. `Refused` for what is unknown or cannot be."""
    if not isinstance(found, dict):
        raise Refused("json_shape", where="beheer.json", wanted="{…}")
    for key, content in found.items():
        if key not in Presets.__dataclass_fields__:
            raise Refused("json_unknown_key", where="beheer.json", key=str(key)[:60])
        wrong = Refused("choice_wrong", field=key, given=str(content)[:60])
        allowed = {"language": LANGUAGES, "scheme": SCHEMES}.get(key)
        if key == "zoom":
            if type(content) not in (int, float) or not 1 <= content <= 2:
                raise wrong
        elif key == "off":
            if not isinstance(content, list) or any(each not in OFF for each in content):
                raise wrong
        elif not isinstance(content, str) or (allowed and content not in allowed):
            raise wrong
    given = {key: str(content) for key, content in found.items() if key != "off"}
    return Presets(**given, off=frozenset(found.get("off", ())))
