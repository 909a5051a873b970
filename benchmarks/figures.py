"""What every benchmark shares: a figure with its baseline of the same run, sessions to measure with, and where they are kept."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kanaalwaarden.core.model import Session
from tests import samples

RUNS = 5
LARGE = (30, 40, 50)
"""Values, platforms and disciplines of the largest session: 60,000 ratings."""


@dataclass
class Figure:
    """One line of the table: `taken` and `base` in `unit`, the goals `most` (of the ratio) and `limit` (of `taken`).

    `alarm` is the ratio from which the fast subset in CI fails: three times and more what was measured, for the machine is shared there.
    """

    name: str
    baseline: str
    taken: list[float]
    base: list[float]
    most: float | None = None
    limit: float | None = None
    alarm: float | None = None
    unit: str = "s"
    percentile: int = 50
    """Which of `taken` (and of `base`) counts: the median, or for keys the 95th."""

    def of(self, times: Sequence[float]) -> float:
        if self.percentile == 50:
            return statistics.median(times)
        return sorted(times)[min(len(times) - 1, len(times) * self.percentile // 100)]

    @property
    def ratio(self) -> float | None:
        return self.of(self.taken) / self.of(self.base) if self.base and self.of(self.base) else None

    @property
    def met(self) -> bool:
        """Whether every goal that this figure has is reached."""
        ratio = self.ratio
        near = self.most is None or (ratio is not None and ratio <= self.most)
        return near and (self.limit is None or self.of(self.taken) <= self.limit)

    def facts(self) -> dict[str, Any]:
        """For JSON: all that the table says, and every run."""
        return {
            "name": self.name, "baseline": self.baseline, "unit": self.unit, "percentile": self.percentile,
            "taken": self.of(self.taken), "worst": max(self.taken), "base": self.of(self.base) if self.base else None,
            "ratio": self.ratio, "most": self.most, "limit": self.limit, "met": self.met,
            "runs": self.taken, "base_runs": self.base,
        }  # fmt: skip

    def row(self) -> str:
        """A row of the Markdown table."""

        def told(amount: float) -> str:
            return f"{amount:.0f} {self.unit}" if self.unit == "MB" else f"{amount * 1000:.1f} ms" if amount < 0.1 else f"{amount:.2f} s"

        goals = [f"at most {self.most:g} x" if self.most else "", f"under {told(self.limit)}" if self.limit else ""]
        ratio = f"{self.ratio:.2f} x" if self.ratio is not None else ""
        base = f"{self.baseline}: {told(self.of(self.base))}" if self.base else self.baseline
        reached = "yes" if self.met else "**no**"
        what = f"{told(self.of(self.taken))} (worst {told(max(self.taken))})"
        return f"| {self.name} | {what} | {base} | {ratio} | {', '.join(filter(None, goals))} | {reached} |"


@dataclass
class Wish:
    """What was asked for: how many runs, and whether only the fast subset with small sessions."""

    runs: int = RUNS
    fast: bool = False

    @property
    def size(self) -> tuple[int, int, int]:
        """Of the large session: 60,000 ratings, or 6,000 in the fast subset."""
        return (15, 20, 20) if self.fast else LARGE

    @cached_property
    def large(self) -> Session:
        """The large session, with a reason for every answer. Made once."""
        return samples.full(*self.size, reason="Omdat discipline {n} hier al jaren mee werkt en de gevolgen voor inwoners kent.")

    @property
    def ratings(self) -> str:
        return f"{self.size[0] * self.size[1] * self.size[2]:,} ratings"


Clock = Callable[[], float]
WALL: Clock = time.perf_counter
"""For whatever waits for a disk or another process."""
OWN: Clock = time.process_time
"""For what only computes: what else the machine does is not counted."""


def once(make: Callable[[], object], clock: Clock = WALL) -> float:
    """How long it takes, in seconds."""
    start = clock()
    make()
    return clock() - start


def side_by_side(runs: int, ours: Callable[[], object], base: Callable[[], object], clock: Clock = WALL) -> tuple[list[float], list[float]]:
    """Both, in turns, so that a busy moment of the machine does not fall on one of them."""
    taken, based = [], []
    for _ in range(runs):
        based.append(once(base, clock))
        taken.append(once(ours, clock))
    return taken, based
