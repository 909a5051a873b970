"""What a file is called: names that every system takes."""

import re
import unicodedata

_LONGEST_NAME = 160  # bytes; file systems take 255 for the whole name
# Names that Windows keeps for devices, with any extension (learn.microsoft.com, Naming Files, Paths, and Namespaces).
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def file_name(title: str, fallback: str, suffix: str = "") -> str:
    """`title` made fit to be a file name on Windows, macOS and Linux; `fallback` where nothing of it survives."""
    plain = "".join(each for each in unicodedata.normalize("NFC", title) if not unicodedata.category(each).startswith("C"))
    name = " ".join(_FORBIDDEN.sub(" ", plain).split()).encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .") or fallback
    if _DEVICES.fullmatch(name.split(".")[0].strip()):
        name = f"{fallback} {name}"
    return name + suffix
