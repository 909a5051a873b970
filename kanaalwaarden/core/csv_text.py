"""CSV as people save it: UTF-8 with or without a BOM, ';' or ',' (or tabs, from the clipboard), in rows with the number of their line."""

import csv
import io
from collections.abc import Iterator

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.text import TEXT_LIMIT

LARGEST = 64 * 1024 * 1024


class BrokenError(Refused):
    """Quotes that do not close, or a field without end: at which line, and why. Who reads row by row may add it to other faults."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__("line", line=line, inner=Refused("csv_broken", why=why))


def decoded(data: bytes) -> str:
    """The text of a CSV file. `Refused` when it is too large, not UTF-8 or empty."""
    if len(data) > LARGEST:
        raise Refused("csv_too_large", size=len(data) // 2**20, limit=LARGEST // 2**20)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Refused("csv_encoding", offset=problem.start + 1) from None
    if not text.strip():
        raise Refused("csv_empty")
    return text


def csv_lines(text: str, delimiter: str = "") -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of the line on which each starts; `BrokenError` where the text stops making rows.

    Without a `delimiter` the first line tells: ';' unless it has more commas.
    """
    first = text.split("\n", 1)[0]
    delimiter = delimiter or (";" if first.count(";") >= first.count(",") else ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise BrokenError(start, str(problem)) from None
        yield start, row
        start = reader.line_num + 1


assert csv.field_size_limit() >= TEXT_LIMIT
