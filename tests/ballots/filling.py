"""Filling in forms as other programs do: pypdf for the PDF, openpyxl for the Excel file."""

import io
from collections.abc import Mapping

from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from kanaalwaarden.ballots.forms import form_bytes
from kanaalwaarden.ballots.pdf_fields import field
from kanaalwaarden.core.ballot import Given, Sheet, make_forms, sheet_of
from kanaalwaarden.core.model import Session
from tests import samples

AT = "2026-11-27T10:00:00+01:00"
Answers = Mapping[tuple[str, str], Given]


def with_forms(session: Session) -> Session:
    """The session with a key for every discipline."""
    keys = {each.id: f"{place:032x}" for place, each in enumerate(session.disciplines, 1)}
    session.apply(make_forms(session, keys, AT).edits)
    return session


def sheet(session: Session, discipline: str, language: str = "nl") -> Sheet:
    return sheet_of(session, samples.labels(language), discipline)


def form(session: Session, discipline: str, format_: str, language: str = "nl") -> bytes:
    return form_bytes(sheet(session, discipline, language), samples.labels(language), format_)


def fill(data: bytes, session: Session, answers: Answers, language: str = "nl") -> bytes:
    return fill_pdf(data, session, answers) if data.startswith(b"%PDF") else fill_xlsx(data, session, answers, language)


def cells(session: Session) -> list[tuple[str, str]]:
    return [(platform.id, value.id) for value in session.values for platform in session.platforms]


def fill_pdf(data: bytes, session: Session, answers: Answers) -> bytes:
    """Through pypdf, as a viewer would: values of the fields, and the state of the buttons."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    by_name = {}
    for each in writer.root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
        entry = each.get_object()
        by_name[str(entry["/T"])] = entry
    for number, cell in enumerate(cells(session)):
        given = answers.get(cell)
        if given is None:
            continue
        for what, text in (("answer", given.effect), ("kind", given.reason_kind if given.reason else "")):
            group = by_name[field(number, what)]
            group[NameObject("/V")] = NameObject(f"/{text}" if text else "/Off")
            for kid in group["/Kids"]:
                button = kid.get_object()
                on = f"/{text}" in button["/AP"]["/N"] and bool(text)
                button[NameObject("/AS")] = NameObject(f"/{text}" if on else "/Off")
        for what, text in (("reason", given.reason), ("condition", given.condition)):
            by_name[field(number, what)][NameObject("/V")] = TextStringObject(text)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def fill_xlsx(data: bytes, session: Session, answers: Answers, language: str = "nl") -> bytes:
    words = samples.labels(language)
    book = load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    for row, cell in enumerate(cells(session), 8):
        given = answers.get(cell)
        if given is not None:
            shown = (
                words.short(given.effect) if given.effect else None, given.reason or None,
                words(f"reason_kind.{given.reason_kind}") if given.reason else None, given.condition or None,
            )  # fmt: skip
            for column, content in enumerate(shown, 3):
                page.cell(row, column).value = content
                page.cell(row, column).data_type = "s" if content else "n"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
