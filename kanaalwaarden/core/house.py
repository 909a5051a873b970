"""The organisation's own look in the minutes: a logo and one colour. What cannot be read on white paper is refused."""

import re
from dataclasses import dataclass

from kanaalwaarden.core.errors import Refused

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class House:
    """`colour` as '#rrggbb', for headings; `logo` a PNG file, for the title page. Either may be empty."""

    colour: str = ""
    logo: bytes = b""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours '#rrggbb', from 1 to 21 (WCAG 2.2, 'contrast ratio' and 'relative luminance')."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def house_colour(text: str) -> str:
    """A colour as somebody types it ('#154273', '154273'), made '#rrggbb'; '' for none. `Refused` if it is none, or too pale for text."""
    plain = text.strip().lower().removeprefix("#")
    if not plain:
        return ""
    if not re.fullmatch(r"[0-9a-f]{6}", plain):
        raise Refused("colour_wrong", given=text[:40])
    colour = f"#{plain}"
    if contrast(colour, "#ffffff") < READABLE:
        raise Refused("colour_pale", given=colour)
    return colour


def logo_size(png: bytes, height: float, most: float) -> tuple[float, float]:
    """How wide and high a logo is drawn that may be `height` high and `most` wide, in the same unit. (RFC 2083: a PNG begins with it.)"""
    wide, high = (int.from_bytes(png[start : start + 4], "big") for start in (16, 20))
    shrink = min(height / high, most / wide)
    return wide * shrink, high * shrink
