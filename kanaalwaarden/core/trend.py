"""Measured figures over time, per platform and measure: as points for a plot, and in words that say the same."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Figure, Session
from kanaalwaarden.core.text import same_name


@dataclass(frozen=True, slots=True)
class Series:
    """One measure of one platform: (date, figure) pairs, oldest first. Dates are ISO, figures as they are kept."""

    measure: str
    points: tuple[tuple[str, str], ...]


def as_float(number: str) -> float:
    """A figure as kept ('12450', '4,2'), to draw with."""
    return float(number.replace(",", "."))


def places(points: Sequence[tuple[str, str]]) -> list[tuple[float, float]]:
    """Where the points of a plot lie, from 0 to 1: across by date, upwards by figure from nought, so that a small change looks small."""
    days = [_ordinal(date) for date, _ in points]
    figures = [as_float(number) for _, number in points]
    span, top = max(days, default=0) - min(days, default=0), max(figures, default=0.0)
    return [
        ((day - min(days)) / span if span else 0.5, figure / top if top else 0.0) for day, figure in zip(days, figures, strict=True)
    ]


def _ordinal(iso: str) -> int:
    """The day of a date; of a month or year alone its first."""
    year, month, day = (int(each or 1) for each in [*iso.split("-"), "", ""][:3])
    return datetime.date(max(1, year), month, day).toordinal()


def in_figures(number: str, labels: Labels) -> str:
    """'12.450' or '4,2'; in English '12,450' and '4.2'."""
    whole, _, part = number.partition(",")
    grouped = f"{int(whole):,}" if whole.isdigit() else whole
    text = f"{grouped}.{part}" if part else grouped
    return text if labels.language == "en" else text.translate(str.maketrans(",.", ".,"))


def series_of(session: Session, platform: str) -> list[Series]:
    """The measures of a platform, in the order in which they were first noted; figures without a number are no point."""
    found: dict[str, list[Figure]] = {}
    for each in session.of(Figure, platform):
        if each.measure and each.number:
            found.setdefault(same_name(each.measure), []).append(each)
    for rows in found.values():
        rows.sort(key=lambda each: each.date)
    return [Series(rows[-1].measure, tuple((each.date, each.number) for each in rows)) for rows in found.values()]


def series_words(series: Series, labels: Labels) -> str:
    """'12.450 in november 2026; eerder 11.900 in november 2025.': the last figure first, then every earlier one."""
    told = [
        labels("trend.point", number=in_figures(number, labels), date=date_in_words(date, labels)) if date else in_figures(number, labels)
        for date, number in reversed(series.points)
    ]
    return f"{labels('trend.words', now=told[0], before=', '.join(told[1:])) if len(told) > 1 else told[0]}."
