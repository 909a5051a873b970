"""The first sheet of an Excel file as rows of text. The file is somebody else's: nothing in it is evaluated, followed or trusted.

Limits come before the library sees the file (ecosystem.md: zip bombs, entities): its size, the size of what is packed in it, and that no
part declares entities. A cell with a formula gives the value that was saved with it, as text, never the formula.
"""

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kanaalwaarden.core.csv_text import csv_lines, decoded
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.text import defuse

LARGEST = 20 * 2**20
LARGEST_UNPACKED = 100 * 2**20
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_START = 4096


def is_xlsx(data: bytes) -> bool:
    """Whether these bytes are packed as an Excel file is."""
    return data.startswith(b"PK\x03\x04")


def table_lines(data: bytes) -> Iterable[tuple[int, Sequence[str]]]:
    """The rows of a list that somebody made, with their line numbers: an Excel file by how it begins, else a CSV. `Refused` if neither."""
    if not is_xlsx(data):
        return csv_lines(decoded(data))
    return [(number, [defuse(cell) for cell in row]) for number, row in sheet_rows(data)]  # as a CSV would say it


def sheet_rows(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet with their numbers, cells as text. `Refused` when it is too large, no Excel file, or tries something."""
    try:
        with opened(data) as book:
            return _read(book.worksheets[0])
    except Refused:
        raise
    except Exception:  # see `opened`
        raise Refused("xlsx_broken") from None


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """An Excel file as openpyxl has it, read only, with the values that were saved. `Refused` where it is too large or tries something.

    The library raises what it likes on a file that is not sound: KeyError, ValueError, zlib.error, TypeError ...
    """
    if len(data) > LARGEST:
        raise Refused("csv_too_large", size=len(data) // 2**20, limit=LARGEST // 2**20)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        _look(packed)
    from openpyxl import load_workbook  # a fifth of a second to import

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extensions that do not matter here
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _look(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > LARGEST_UNPACKED:
        raise Refused("xlsx_bomb", limit=LARGEST_UNPACKED // 2**20)
    unpacked = 0
    for part in parts:
        if part.flag_bits & 0x1:
            raise Refused("xlsx_locked")
        with packed.open(part) as file:
            start = file.read(_START)
            if part.filename.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in start or b"<!ENTITY" in start):
                raise Refused("xlsx_broken")
            unpacked += len(start)
            while piece := file.read(2**20):  # what is really in it: the directory may lie
                unpacked += len(piece)
                if unpacked > LARGEST_UNPACKED:
                    raise Refused("xlsx_bomb", limit=LARGEST_UNPACKED // 2**20)


def _read(sheet: Any) -> list[tuple[int, list[str]]]:
    if (sheet.max_row or 0) > MOST_ROWS or (sheet.max_column or 0) > MOST_COLUMNS:
        raise Refused("xlsx_too_many", rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            raise Refused("xlsx_too_many", rows=MOST_ROWS, columns=MOST_COLUMNS)
        rows.append((number, [_text(cell) for cell in row]))
    return rows


def _text(cell: Any) -> str:
    """A cell as somebody would type it: a day as a date, a whole figure without decimals, the rest as Dutch writes it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime | datetime.date):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10f}".rstrip("0").replace(".", ",")
    return str(cell)
