"""What a file could do besides be read: one set of facts per format, found with readers that are not ours.

Whatever is in the file of a hostile session and in none of the files of plain ones was put there by a string.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from icalendar import Calendar
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

Facts = set[str]
_ADDRESS = {"href", "src", "Target", "TargetMode", "formula", "action", "data", "http-equiv", "style", "srcset", "ref"}
"""Attributes that point somewhere or do something: their value is a fact too."""
_ACTIONS = {"/Launch", "/URI", "/JavaScript", "/JS", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/EF", "/AA", "/OpenAction", "/XFA"}
_DEFUSED = re.compile(r"[=+\-@\t\r](?![\d.,]*$)")


def _number(text: str) -> str:
    return re.sub(r"\d+", "0", text)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts: Facts = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.facts.add(f"<{tag}>")
        for name, value in attrs:
            self.facts.add(f"<{tag} {name}>")
            if name in _ADDRESS:
                told = value or ""
                told = "data:image/png" if told.startswith("data:image/png;base64,") else told
                self.facts.add(f"<{tag} {name}={_number(told)}>")

    def handle_comment(self, data: str) -> None:
        self.facts.add("comment")

    def handle_pi(self, data: str) -> None:
        self.facts.add("processing instruction")

    def unknown_decl(self, data: str) -> None:
        self.facts.add("declaration")


def html(data: bytes) -> Facts:
    """Elements, attributes and addresses of a page, the pictures in it (SVG) included."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    return page.facts


def xml(data: bytes, where: str = "") -> Facts:
    """Elements and attributes of XML; where it points to."""
    facts: Facts = {f"{where} declares a type"} if b"<!DOCTYPE" in data or b"<!ENTITY" in data else set()
    for each in ET.fromstring(data).iter():
        tag = str(each.tag).rpartition("}")[2]
        facts.add(f"{where} <{tag}>")
        for name, value in each.attrib.items():
            name = name.rpartition("}")[2]
            facts.add(f"{where} <{tag} {name}>")
            if name in _ADDRESS:
                facts.add(f"{where} <{tag} {name}={_number(value)}>")
    return facts


def package(data: bytes) -> Facts:
    """An office file: its parts, what is in those that are XML."""
    facts: Facts = set()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            part = _number(name)
            facts.add(part)
            if name.endswith((".xml", ".rels", ".rdf")):
                facts |= xml(parts.read(name), part)
    return facts


def xlsx(data: bytes) -> Facts:
    """As openpyxl reads it: formulas, links and checks on what is typed, besides what is in the package."""
    facts = package(data)
    book = load_workbook(io.BytesIO(data))
    facts |= {f"name {_number(each)}" for each in book.defined_names}
    for page in book.worksheets:
        facts |= {f"name {_number(each)}" for each in page.defined_names}
        for check in page.data_validations.dataValidation:
            written = [text or "" for text in (check.formula1, check.formula2)]
            # A list of words between quotes is no formula, whatever is in it.
            facts |= {"words" if re.fullmatch(r'"([^"]|"")*"', text) else f"check {_number(text)}" for text in written}
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    facts.add("a formula")
                if cell.hyperlink is not None:
                    facts.add(f"a link to {cell.hyperlink.target}")
    return facts


def _objects(found: Any, seen: set[int]) -> Iterator[DictionaryObject]:
    found = found.get_object() if found is not None else None
    if id(found) in seen:
        return
    seen.add(id(found))
    if isinstance(found, DictionaryObject):
        yield found
        for each in found.values():
            yield from _objects(each, seen)
    elif isinstance(found, ArrayObject):
        for each in found:
            yield from _objects(each, seen)


def pdf(data: bytes) -> Facts:
    """What a PDF does: actions, notes on the page, files in it, fields."""
    facts: Facts = set()
    reader = PdfReader(io.BytesIO(data))
    seen: set[int] = set()
    for number in sorted({number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)):
        for each in _objects(reader.get_object(number), seen):
            facts |= {f"{key}" for key in each if key in _ACTIONS}
            if each.get("/S") in _ACTIONS:
                facts.add(f"action {each['/S']}")
            if "/Rect" in each or each.get("/Type") == "/Annot":
                facts.add(f"annotation {each.get('/Subtype')} {each.get('/FT', '')}")
            if "/EF" in each:
                facts.add(f"file {each.get('/UF')}")
    return facts


def markdown(data: bytes) -> Facts:
    """Every kind of token that a reader of GitHub's Markdown finds."""
    facts: Facts = set()
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode()):
        facts.add(f"{token.type} {token.tag}")
        facts |= {each.type for each in token.children or ()}
    return facts


def table(data: bytes) -> Facts:
    """Rows of CSV: what a spreadsheet would run, and rows that are longer or shorter than the first."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    widths = {len(row) for row in rows if row}
    facts = {"rows of one width" if len(widths) == 1 else f"rows of {sorted(widths)} cells"}
    return facts | {f"a cell that begins with {cell[0]!r}" for row in rows for cell in row if _DEFUSED.match(cell)}


def calendar(data: bytes) -> Facts:
    """Components and properties of a calendar."""
    return {f"{each.name} {name}" for each in Calendar.from_ical(data).walk() for name in each} | {
        each.name for each in Calendar.from_ical(data).walk()
    }


def plain(data: bytes) -> Facts:
    """JSON does nothing; it only has to be that."""
    json.loads(data)
    return set()


FACTS: dict[str, Callable[[bytes], Facts]] = {
    "pdf": pdf, "table": pdf, "odt": package, "docx": package, "ods": package, "html": html, "md": markdown, "xlsx": xlsx,
    "accounts-xlsx": xlsx, "csv": table, "ratings": table, "accounts": table, "actions": table, "json": plain, "ics": calendar,
    "form pdf": pdf, "form xlsx": xlsx, "compare pdf": pdf, "compare csv": table, "compare json": plain, "mdto": xml,
}  # fmt: skip
"""How to look into each format of `export.formats.FORMATS`, a form, a comparison and the metadata beside a file."""
