"""Figures over time: points for a plot, and words that say the same."""

from kanaalwaarden.core import around
from kanaalwaarden.core.model import Figure, Session
from kanaalwaarden.core.trend import as_float, in_figures, series_of, series_words
from tests import samples


def session() -> Session:
    made = samples.grid(1, 2, 1)
    rows = [
        {"platform": "p1", "measure": "Volgers", "number": "12.450", "date": "2026-11-01"},
        {"platform": "p1", "measure": "volgers ", "number": "11900", "date": "2025-11"},
        {"platform": "p1", "measure": "reacties", "number": "4,25", "date": "2026"},
        {"platform": "p1", "measure": "bereik", "number": "", "date": "2026"},
        {"platform": "p2", "measure": "volgers", "number": "7", "date": "2026"},
    ]
    made.apply(around.add_rows(made, Figure, rows).edits)
    return made


def test_a_series_per_measure_oldest_first() -> None:
    followers, reactions = series_of(session(), "p1")
    assert (followers.measure, followers.points) == ("Volgers", (("2025-11", "11900"), ("2026-11-01", "12450")))
    assert reactions.points == (("2026", "4,25"),)
    assert as_float("4,25") == 4.25


def test_the_words_say_every_point() -> None:
    followers, reactions = series_of(session(), "p1")
    assert series_words(followers, samples.labels()) == "12.450 (1 november 2026); eerder 11.900 (november 2025)."
    assert series_words(followers, samples.labels("en")) == "12,450 (1 November 2026); before that 11,900 (November 2025)."
    assert series_words(reactions, samples.labels()) == "4,25 (2026)."
    assert in_figures("1234567,5", samples.labels("en")) == "1,234,567.5"
