"""The organisation's own look, kept beside the question set on this computer: one small JSON file."""

import base64
import binascii
import json

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.house import House, house_colour
from kanaalwaarden.store.plain import read_json, replace_own

_PNG = b"\x89PNG\r\n\x1a\n"


def house_in_use() -> tuple[House, Refused | None]:
    """The look that is set on this computer, and what is wrong with the file if it cannot be used."""
    path = paths.or_beside(paths.house_style())
    if not path.is_file():
        return House(), None
    try:
        found = read_json(path)
        colour, logo = found["colour"], base64.b64decode(found["logo"], validate=True)
        if not isinstance(colour, str) or (logo and not (logo.startswith(_PNG) and len(logo) > 24)):
            raise ValueError
        return House(house_colour(colour), logo), None
    except (Refused, ValueError, KeyError, TypeError, binascii.Error) as problem:
        inner = problem if isinstance(problem, Refused) else Refused("json_broken", line=1)
        return House(), Refused("house_wrong", path=str(path), inner=inner)


def use_house(house: House) -> None:
    """Use this look from now on; an empty one is none. `Refused` when it cannot be kept."""
    path = paths.house_style()
    try:
        if house == House():
            path.unlink(missing_ok=True)
            return
        replace_own(path, json.dumps({"colour": house.colour, "logo": base64.b64encode(house.logo).decode()}).encode())
    except OSError as problem:
        raise Refused("file_unwritable", path=str(path), why=problem) from None
