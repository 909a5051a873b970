"""Accounts as Excel: text cells only, and what we write we read; what others made is looked at before it is opened."""

import contextlib
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from kanaalwaarden.ballots.sheet import sheet_rows, table_lines
from kanaalwaarden.core import around
from kanaalwaarden.core.accounts_table import COLUMNS, account_rows, placed, read_accounts
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Account, Session
from kanaalwaarden.export.formats import export_bytes
from tests import samples

NASTY = ["=1+1", "+31 6", "@ons", "-x", '<b>&"', "שלום", "https://voorbeeld.example/", "regel 1\nregel 2", "'=1"]


def session() -> Session:
    made = samples.grid(1, 2, 1)
    rows = [{"platform": "p1", "name": f"n{text}", "note": text, "activity": text, "number": "12450"} for text in NASTY]
    made.apply(around.add_rows(made, Account, rows).edits)
    return made


def xlsx(made: Session) -> bytes:
    return export_bytes(made, "accounts-xlsx", samples.labels(), samples.prompts())


def test_every_cell_is_text_and_the_header_stays() -> None:
    data = xlsx(session())
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert [sheet.cell(row, len(COLUMNS)).value for row in range(2, 2 + len(NASTY))] == NASTY
    assert len(sheet.data_validations.dataValidation) >= 6
    assert xlsx(session()) == data


def test_what_we_write_we_read() -> None:
    made, back = session(), samples.grid(1, 2, 1)
    accounts = read_accounts(table_lines(xlsx(made)), back, [samples.labels()])
    back.apply(around.take_accounts(back, placed(back, accounts)).edits)
    assert back.rows(Account) == made.rows(Account)
    assert account_rows(back) == account_rows(made)


def book(*rows: list[object]) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_dates_figures_and_formulas_of_others() -> None:
    import datetime

    data = book(["a", "b", "c", "d", "e"], [datetime.date(2026, 3, 1), 12450.0, 4.25, True, "=1+1"])
    assert sheet_rows(data) == [(1, ["a", "b", "c", "d", "e"]), (2, ["2026-03-01", "12450", "4,25", "ja", ""])]


def repacked(data: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for each in before.infolist():
            after.writestr(each.filename, parts.pop(each.filename, before.read(each)))
        for name, content in parts.items():
            after.writestr(name, content)
    return out.getvalue()


def test_a_bomb_is_not_unpacked() -> None:
    data = repacked(book(["a"]), **{"xl/bom.xml": b"\0" * (101 * 2**20)})
    assert len(data) < 2**20
    with pytest.raises(Refused, match="xlsx_bomb"):
        sheet_rows(data)


def test_entities_are_refused() -> None:
    sheet = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'
    with pytest.raises(Refused, match="xlsx_broken"):
        sheet_rows(repacked(book(["a"]), **{"xl/worksheets/sheet1.xml": sheet}))


BROKEN = [b"PK\x03\x04rommel", b"PK\x03\x04", book(["a"])[:-40], repacked(book(["a"]), **{"xl/workbook.xml": b"<x/>"})]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_excel_file_gets_one_sentence(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        table_lines(data)
    assert samples.labels().problem(refused.value)


def test_too_many_rows_or_columns() -> None:
    with pytest.raises(Refused, match="xlsx_too_many"):
        sheet_rows(book(["x"] * 201))


@pytest.mark.parametrize("place", range(0, 5000, 97))
def test_a_file_with_a_byte_changed_is_read_or_refused(place: int) -> None:
    data = bytearray(book(["account", "platform"], ["@a", "platform 1"]))
    data[place % len(data)] ^= 0xFF
    with contextlib.suppress(Refused):  # anything else is our bug
        assert isinstance(sheet_rows(bytes(data)), list)
