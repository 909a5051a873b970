"""CSV bytes: one contract for every reader."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core.ratings_csv import ratings_rows, read_ratings
from kanaalwaarden.export.csv import csv_bytes
from tests import samples

cells = st.text(st.characters(codec="utf-8"), max_size=20)


@given(st.lists(st.lists(cells, min_size=2, max_size=5), max_size=5))
def test_any_rows_there_and_back(rows: list[list[str]]) -> None:
    assert list(csv.reader(io.StringIO(csv_bytes(rows).decode("utf-8"), newline=""), delimiter=";", strict=True)) == rows


def test_how_it_is_written() -> None:
    assert csv_bytes([("a", "b;c", 'd"e', "f\ng", "é")]) == 'a;"b;c";"d""e";"f\ng";é\r\n'.encode()
    assert csv_bytes([]) == b""


@pytest.mark.parametrize("name", [samples.WATERRIJK, samples.UTRECHT])
def test_ratings_are_byte_for_byte_the_same_after_reading(name: str) -> None:
    session = samples.example(name)
    out = csv_bytes(ratings_rows(session))
    again = samples.example(name)
    again.tables["rating"] = {(each.round, each.discipline, each.platform, each.value): each for each in read_ratings(out, session)}
    assert csv_bytes(ratings_rows(again)) == out
