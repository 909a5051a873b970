"""A logo from a file of the user: read as a picture, and made a plain PNG without anything else in it."""

import io
import warnings

from PIL import Image, UnidentifiedImageError

from kanaalwaarden.core.errors import Refused

_WIDEST, _HIGHEST = 1200, 600
"""Dots: 4 cm high on paper at 380 dots per inch. What is larger is made smaller."""
_MOST_DOTS = 40_000_000


def logo_png(data: bytes) -> bytes:
    """The picture in `data` (PNG or JPEG) as a PNG on white, without metadata. `Refused` ('logo_unreadable') if it is none or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that is a bomb is warned of before it is unpacked
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if picture.width * picture.height > _MOST_DOTS:
                raise Refused("logo_unreadable")
            whole = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        raise Refused("logo_unreadable") from None
    whole.thumbnail((_WIDEST, _HIGHEST))
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG", optimize=True)
    return out.getvalue()

