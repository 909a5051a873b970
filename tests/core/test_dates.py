"""Dates as people write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core.dates import date_in_words, iso_date
from kanaalwaarden.core.errors import Refused
from tests import samples


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("14-11-2026", "2026-11-14"), ("14 november 2026", "2026-11-14"), ("14 Nov 2026", "2026-11-14"), ("14.11.2026", "2026-11-14"),
        ("14/11/2026", "2026-11-14"), ("2026-11-14", "2026-11-14"), ("november 2026", "2026-11"), ("2026-11", "2026-11"), ("2026", "2026"),
        ("", ""), ("  ", ""), ("29-2-2028", "2028-02-29"), ("1 mei 2026", "2026-05-01"), ("3 maart 2026", "2026-03-03"),
    ],
)  # fmt: skip
def test_understood(typed: str, iso: str) -> None:
    assert iso_date(typed) == iso
    assert iso_date(iso) == iso


@pytest.mark.parametrize("typed", ["29-2-2026", "14-13-2026", "morgen", "14 nuvember 2026", "2026-00", "0-1-2026", "12345"])
def test_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        iso_date(typed)
    assert refused.value.key == "date_wrong"


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_every_day_there_and_back(day) -> None:  # type: ignore[no-untyped-def]
    for language in ("nl", "en"):
        assert iso_date(date_in_words(day.isoformat(), samples.labels(language))) == day.isoformat()


@pytest.mark.parametrize(
    ("iso", "nl", "en"),
    [
        ("2026-03-12", "12 maart 2026", "12 March 2026"), ("2026-03", "maart 2026", "March 2026"), ("2026", "2026", "2026"), ("", "", ""),
        ("2026-03-12T10:00:00", "12 maart 2026", "12 March 2026"),
        ("a-b-c", "a-b-c", "a-b-c"), ("2026-13", "2026-13", "2026-13"),  # from a file: shown as it is
    ],
)  # fmt: skip
def test_in_words(iso: str, nl: str, en: str) -> None:
    assert date_in_words(iso, samples.labels("nl")) == nl
    assert date_in_words(iso, samples.labels("en")) == en
