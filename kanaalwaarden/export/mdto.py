"""Metadata for the archive, beside an exported file: MDTO (Metagegevens Duurzaam Toegankelijke Overheidsinformatie, Nationaal Archief).

Two small XML files, as MDTO has two kinds of object: the information object (what it is) and the file (how it is kept). The order of the
elements is that of the schema MDTO-XML1.0.1. What the archive decides and we cannot know (appraisal, retention) is said to be undecided.
"""

import hashlib
import uuid
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from kanaalwaarden.core.edition import public
from kanaalwaarden.core.labels import Labels, locale
from kanaalwaarden.core.model import Session
from kanaalwaarden.export.office import fit

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_NAME = 80  # of a name, as MDTO recommends
_OURS = "Kanaalwaarden"
_PRONOM, _MEDIA = "PRONOM-register", "IANA Media Types"
_KINDS = {
    "pdf": ("Acrobat PDF/A - Portable Document Format 3a", "fmt/479", _PRONOM),
    "table": ("Acrobat PDF/A - Portable Document Format 3a", "fmt/479", _PRONOM),
    "odt": ("OpenDocument Text", "application/vnd.oasis.opendocument.text", _MEDIA),
    "ods": ("OpenDocument Spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", _MEDIA),
    "docx": ("Office Open XML Document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _MEDIA),
    "xlsx": ("Office Open XML Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _MEDIA),
    "accounts-xlsx": ("Office Open XML Workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _MEDIA),
    "html": ("HTML", "text/html", _MEDIA),
    "md": ("Markdown", "text/markdown", _MEDIA),
    "json": ("JSON", "application/json", _MEDIA),
    "ics": ("iCalendar", "text/calendar", _MEDIA),
}
_CSV = ("CSV", "text/csv", _MEDIA)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was made: its name, what is in it, its format (of `formats.FORMATS`), its edition, and the moment (ISO 8601)."""

    name: str
    data: bytes
    format: str
    edition: str
    at: str


def sidecars(file: Exported, session: Session, labels: Labels) -> dict[str, bytes]:
    """The metadata of `file`, which was made of the whole `session` in the language of `labels`, as {file name: XML}."""
    case = (public(session, labels)[0] if file.edition == "public" else session).case
    digest = hashlib.sha256(file.data).hexdigest()
    title = case.title or labels("table.untitled")
    name = _short(f"{title} - {labels(f'mdto.edition_{file.edition}')}")
    what = _key("informatieobject", digest, file.name)
    kept = _key("bestand", digest, file.name)

    about = ET.Element("informatieobject")
    _identity(about, "identificatie", what)
    _put(about, "naam", name)
    _term(about, "aggregatieniveau", "Archiefstuk", "", "Begrippenlijst Aggregatieniveaus MDTO")
    _put(about, "omschrijving", labels("mdto.about", title=title, file=file.name))
    if _is_day(case.date):
        span = ET.SubElement(about, "dekkingInTijd")
        _term(span, "dekkingInTijdType", "Sessie", "", f"{_OURS}: dekking in tijd")
        _put(span, "dekkingInTijdBegindatum", case.date)
    _put(about, "taal", locale(labels.language))
    made = ET.SubElement(about, "event")
    _term(made, "eventType", "Creatie", "", "Begrippenlijst EventTypen MDTO")
    _put(made, "eventTijd", file.at)
    _term(about, "waardering", "Nog niet bepaald", "", f"{_OURS}: waardering, te bepalen met de selectielijst")
    _reference(about, "heeftRepresentatie", file.name, kept)
    _reference(about, "archiefvormer", case.organisation or labels("mdto.no_organisation"))
    limit = ET.SubElement(about, "beperkingGebruik")
    _term(limit, "beperkingGebruikType", labels(f"mdto.limit_{file.edition}"), "", f"{_OURS}: uitgaven")
    _put(limit, "beperkingGebruikNadereBeschrijving", labels(f"mdto.limit_{file.edition}_is"))

    holds = ET.Element("bestand")
    _identity(holds, "identificatie", kept)
    _put(holds, "naam", file.name)
    _put(holds, "omvang", str(len(file.data)))
    _term(holds, "bestandsformaat", *_KINDS.get(file.format, _CSV))
    check = ET.SubElement(holds, "checksum")
    _term(check, "checksumAlgoritme", "SHA-256", "", "Begrippenlijst ChecksumAlgoritmen MDTO")
    _put(check, "checksumWaarde", digest)
    _put(check, "checksumDatum", file.at)
    _reference(holds, "isRepresentatieVan", name, what)
    return {f"{file.name}.mdto.xml": _whole(about), f"{file.name}.bestand.mdto.xml": _whole(holds)}


def _key(kind: str, digest: str, name: str) -> str:
    """An identity that follows from the file: the same file, the same identity (RFC 4122, version 5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}#{kind}/{digest}/{name}"))


def _put(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = fit(text)


def _identity(parent: ET.Element, tag: str, key: str) -> None:
    found = ET.SubElement(parent, tag)
    _put(found, "identificatieKenmerk", key)
    _put(found, "identificatieBron", _OURS)


def _term(parent: ET.Element, tag: str, word: str, code: str, of: str) -> None:
    found = ET.SubElement(parent, tag)
    _put(found, "begripLabel", word)
    if code:
        _put(found, "begripCode", code)
    _reference(found, "begripBegrippenlijst", of)


def _reference(parent: ET.Element, tag: str, name: str, key: str = "") -> None:
    found = ET.SubElement(parent, tag)
    _put(found, "verwijzingNaam", _short(name))
    if key:
        _identity(found, "verwijzingIdentificatie", key)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _is_day(date: str) -> bool:
    """Whether a date is what the schema takes: a day, a month or a year."""
    return len(date) in (4, 7, 10) and all(part.isdigit() for part in date.split("-"))


def _whole(object_: ET.Element) -> bytes:
    root = ET.Element("MDTO", {"xmlns": NAMESPACE, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd"})
    root.append(object_)
    ET.indent(root, "  ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()
