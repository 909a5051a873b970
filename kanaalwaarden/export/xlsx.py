"""Tables as an Excel file: text in every cell, so that nothing in it is a formula or a link."""

import datetime
import io
from collections.abc import Mapping, Sequence

_WIDEST = 60
_EPOCH = datetime.datetime(2000, 1, 1)


def xlsx_bytes(name: str, rows: Sequence[Sequence[str]], choices: Mapping[int, Sequence[str]] | None = None) -> bytes:
    """One sheet: the first row is the header, frozen and bold. `choices` are the words that a column (by its place) offers.

    The same rows give the same bytes.
    """
    import xlsxwriter  # wait until it is wanted

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _EPOCH})
    sheet = book.add_worksheet(name[:31])
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, text if number else head)
    for column in range(len(rows[0]) if rows else 0):
        longest = max(len(line) for row in rows for line in (row[column].split("\n") or [""]))
        sheet.set_column(column, column, min(_WIDEST, max(10, longest + 2)), text)
    sheet.freeze_panes(1, 0)
    for column, words in (choices or {}).items():
        sheet.data_validation(1, column, 2_000, column, {"validate": "list", "source": list(words), "error_type": "warning"})
    book.close()
    return out.getvalue()
