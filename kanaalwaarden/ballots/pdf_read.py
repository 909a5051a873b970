"""A filled PDF form, read back. The file is somebody else's: only the values of its fields are looked at.

No script is run, no link followed, no picture opened. Limits: the size of the file, the number of fields, the length of a text.
"""

import io
import logging
from typing import Any

from kanaalwaarden.ballots.pdf_fields import IDENTITY, field
from kanaalwaarden.ballots.sheet import LARGEST
from kanaalwaarden.core.ballot import LONGEST, FilledForm, Given, read_identity
from kanaalwaarden.core.errors import Refused

_MOST_FIELDS = 40_000


def is_pdf(data: bytes) -> bool:
    """Whether these bytes begin as a PDF does."""
    return b"%PDF-" in data[:1024]


def read_pdf_form(data: bytes) -> FilledForm:
    """The answers on a filled form. `Refused` with the reason where it is none, is damaged or locked."""
    import pypdf  # a fifth of a second

    if len(data) > LARGEST:
        raise Refused("csv_too_large", size=len(data) // 2**20, limit=LARGEST // 2**20)
    quiet = logging.getLogger("pypdf")
    level = quiet.level
    quiet.setLevel(logging.CRITICAL)  # what it thinks of a damaged file is told in our words
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused("form_locked")
        texts = _fields(reader)
        if IDENTITY not in texts:
            raise Refused("form_none")
        identity = read_identity(texts[IDENTITY])
        cells = [(platform, value) for value in identity.values for platform in identity.platforms]
        if not any(field(number, "answer") in texts for number in range(len(cells))):
            raise Refused("form_rows")
        answers: dict[tuple[str, str], Given] = {}
        for number, cell in enumerate(cells):
            effect, reason, kind, condition = (texts.get(field(number, what), "") for what in ("answer", "reason", "kind", "condition"))
            if max(len(reason), len(condition)) > LONGEST:
                raise Refused("form_long", limit=LONGEST)
            answers[cell] = Given(effect, reason, kind if kind in ("zienswijze", "feit") else "zienswijze", condition)
        return FilledForm(identity, "pdf", answers)
    except Refused:
        raise
    except Exception:  # the library raises what it likes on a file that is not sound: KeyError, RecursionError, its own
        raise Refused("form_broken") from None
    finally:
        quiet.setLevel(level)


def _fields(reader: Any) -> dict[str, str]:
    """The values of the fields at the top of the form, as text; a button that is not pressed has ''."""
    root = reader.trailer["/Root"].get_object()
    form = root.get("/AcroForm")
    form = form.get_object() if form is not None else {}
    found: dict[str, str] = {}
    fields = form.get("/Fields") or []
    fields = fields.get_object() if hasattr(fields, "get_object") else fields
    if len(fields) > _MOST_FIELDS:
        raise Refused("form_broken")
    for each in fields:
        entry = each.get_object()
        name, content = entry.get("/T"), entry.get("/V")
        if hasattr(content, "get_object"):
            content = content.get_object()
        if name is None:
            continue
        text = "" if content is None else str(content)
        if entry.get("/FT") == "/Btn":
            text = "" if text == "/Off" else text.removeprefix("/")
        found[str(name)] = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return found
