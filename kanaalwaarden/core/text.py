"""Text as people type, paste or mail it, made fit to keep: one place for what is stripped and how long it may be."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from kanaalwaarden.core.errors import Refused

NAME_LIMIT = 200
TEXT_LIMIT = 20_000

# C0 and C1 controls except line feed and tab, and lone surrogates: no format we write can hold them.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[\s\u2028\u2029]+")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")


def clean_name(text: str, field: str = "name") -> str:
    """One line without control characters, runs of white space folded. Refused when over `NAME_LIMIT`."""
    name = _SPACES.sub(" ", _UNFIT.sub("", unicodedata.normalize("NFC", text))).strip()
    if len(name) > NAME_LIMIT:
        raise Refused("name_too_long", field=field, length=len(name), limit=NAME_LIMIT, start=name[:30])
    return name


def clean_text(text: str, field: str = "text") -> str:
    """Running text: line ends as line feeds, no control characters, trailing white space gone. Refused when over `TEXT_LIMIT`."""
    if text.isprintable() and text[-1:] != " " and len(text) <= TEXT_LIMIT:
        return text  # nearly all of them: without a control character or another line end there is nothing to clean
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    cleaned = _UNFIT.sub("", lines).rstrip()
    if len(cleaned) > TEXT_LIMIT:
        raise Refused("text_too_long", field=field, length=len(cleaned), limit=TEXT_LIMIT, start=cleaned[:30])
    return cleaned


def clean_number(text: str, field: str = "number") -> str:
    """A figure as Dutch writes it, without the points between thousands: '12450', '4,2' or ''. Refused for what is no figure.

    '12.450' is twelve thousand; '4.2' is taken for 4,2, as nobody groups one digit.
    """
    typed = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", typed):
        typed = typed.replace(".", "")
    elif re.fullmatch(r"\d+\.\d+", typed):
        typed = typed.replace(".", ",")
    if typed and (len(typed) > 15 or not re.fullmatch(r"\d+(,\d+)?", typed, re.ASCII)):
        raise Refused("figure_wrong", field=field, given=text.strip()[:40])
    return typed


def clean_keys(text: str, field: str, allowed: Collection[str] = ()) -> str:
    """Keys of options with one space between them, each once. Refused for one that is not `allowed`, if that is given, or too long."""
    keys = list(dict.fromkeys(text.split()))
    for key in keys:
        if len(key) > 60 or (allowed and key not in allowed):
            raise Refused("choice_wrong", field=field, given=key[:60])
    if len(keys) > 100:
        raise Refused("choice_wrong", field=field, given=f"{len(keys)}")
    return " ".join(keys)


def same_name(text: str) -> str:
    """The form in which two names are compared: trimmed, white space folded, case-folded."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip().casefold()


def slug(name: str, taken: Collection[str], fallback: str) -> str:
    """A readable id for `name` (a-z, 0-9, '-') that is not in `taken`; `fallback` where no letter survives."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or fallback
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def discipline_code(name: str, taken: Collection[str]) -> str:
    """A two-letter code for a discipline, recognisable if possible and not in `taken` (60 disciplines always fit)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").upper()
    words = re.findall(r"[A-Z0-9]+", plain)
    letters = "".join(words)
    wishes = [letters[:2]] if len(letters) > 1 else []
    wishes += [words[0][0] + word[0] for word in words[1:]]
    wishes += [letters[0] + letter for letter in letters[1:]] if letters else []
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wishes += [(letters[:1] or "X") + letter for letter in alphabet]
    wishes += [first + second for first in alphabet for second in alphabet]
    return next(code for code in wishes if code not in taken)


def defuse(text: str) -> str:
    """`text` so that no spreadsheet runs it as a formula (OWASP ASVS 5.0, 1.2.10); undone by `undefuse`."""
    return "'" + text if _FORMULA.match(text) else text


def capital(text: str) -> str:
    """`text` with its first letter as a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def undefuse(text: str) -> str:
    """What `defuse` was given."""
    return text[1:] if _DEFUSED.match(text) else text


def undefused(rows: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Rows that were made for a CSV, as what they say: for files in which a text cell runs nothing."""
    return [tuple(map(undefuse, row)) for row in rows]
