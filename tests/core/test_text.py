"""Text made fit to keep, and cells that no spreadsheet runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.text import NAME_LIMIT, TEXT_LIMIT, clean_name, clean_text, defuse, discipline_code, same_name, slug, undefuse

risky = st.text(alphabet="=+-@'\t\rab", max_size=6) | st.text(max_size=20)


@given(risky)
def test_defuse_is_undone(text: str) -> None:
    assert undefuse(defuse(text)) == text


@given(risky, risky)
def test_defuse_keeps_texts_apart(one: str, other: str) -> None:
    assert (defuse(one) == defuse(other)) == (one == other)


@given(risky)
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not defuse(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(max_size=80))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_name(clean_name(text)) == clean_name(text)
    assert "\n" not in clean_name(text)
    assert "\x00" not in clean_text(text)


def test_line_ends_become_line_feeds() -> None:
    assert clean_text("a\r\nb\rc\u2028d  \n") == "a\nb\nc\nd"


@pytest.mark.parametrize(("clean", "limit", "key"), [(clean_name, NAME_LIMIT, "name_too_long"), (clean_text, TEXT_LIMIT, "text_too_long")])
def test_too_long_is_refused_and_the_limit_is_not(clean, limit: int, key: str) -> None:  # type: ignore[no-untyped-def]
    assert len(clean("x" * limit)) == limit
    with pytest.raises(Refused) as refused:
        clean("x" * (limit + 1))
    assert refused.value.key == key


def test_names_are_compared_without_case_and_white_space() -> None:
    assert same_name("  Privacy\u00a0 en  AVG ") == same_name("privacy en avg")
    assert same_name("e\u0301") == same_name("\u00c9")


def test_slug_is_free_and_readable() -> None:
    assert slug("Café & Co.", [], "x") == "cafe-co"
    assert slug("Café & Co.", ["cafe-co", "cafe-co-2"], "x") == "cafe-co-3"
    assert slug("日本", [], "waarde") == "waarde"


@given(st.lists(st.text(min_size=1, max_size=8), max_size=60))
def test_sixty_disciplines_get_codes_of_their_own(names: list[str]) -> None:
    codes: list[str] = []
    for name in names:
        codes.append(discipline_code(name, codes))
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 and code.isalnum() for code in codes)
