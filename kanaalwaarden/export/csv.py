"""CSV out: rows in, bytes out. What stands in the rows is made by core."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 with ';': UTF-8 without BOM, CRLF between rows, quotes only where needed."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")
