"""One table as an Excel file: text in every cell, so that nothing in it is a formula or a link."""

from collections.abc import Mapping, Sequence

from kanaalwaarden.export.sheets import xlsx_sheets_bytes


def xlsx_bytes(name: str, rows: Sequence[Sequence[str]], choices: Mapping[int, Sequence[str]] | None = None) -> bytes:
    """One sheet: the first row is the header, frozen and bold. `choices` are the words that a column (by its place) offers.

    The same rows give the same bytes.
    """
    return xlsx_sheets_bytes([(name, rows)], choices)
