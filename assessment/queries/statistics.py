"""Averages, medians and distributions of marks. Pure: percents go in, 0 to 100 and above for extra points."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

STEP = 10
FULL = 100


@dataclass(frozen=True, slots=True)
class Bin:
    """How many marks are at least `low` and below `high`; the last ones hold 100 itself, and what is above."""

    low: int
    high: int | None
    count: int

    @property
    def label(self) -> str:
        """Such as 80–89, 90–100 or above 100."""
        if self.high is None:
            return f"above {self.low}"
        return f"{self.low}–{self.high if self.high == FULL else self.high - 1}"

    @property
    def short(self) -> str:
        """Where it begins, for an axis: 80, 90, >100."""
        return str(self.low) if self.high else f">{self.low}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be said of some marks; `average`, `median`, `lowest` and `highest` are None where there are none."""

    count: int
    average: Decimal | None
    median: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    bins: tuple[Bin, ...]

    @property
    def sentence(self) -> str:
        """The distribution in words."""
        told = [f"{one.label} percent: {one.count}" for one in self.bins if one.count]
        return "; ".join(told) if told else "No marks yet"


def figures(marks: Iterable[Decimal | None]) -> Figures:
    """Of those marks that there are."""
    known = [mark for mark in marks if mark is not None]
    return Figures(
        count=len(known),
        average=average(known),
        median=statistics.median(known) if known else None,
        lowest=min(known, default=None),
        highest=max(known, default=None),
        bins=distribution(known),
    )


def average(marks: Iterable[Decimal | None]) -> Decimal | None:
    """Of those marks that there are, each counting the same; None where there are none."""
    return weighted_average((mark, 1) for mark in marks)


def weighted_average(marks: Iterable[tuple[Decimal | None, int]]) -> Decimal | None:
    """Of marks and their weights; what has no mark counts nothing, and neither does a weight of 0."""
    known = [(mark, weight) for mark, weight in marks if mark is not None and weight]
    total = sum(weight for _, weight in known)
    return sum((mark * weight for mark, weight in known), Decimal(0)) / total if total else None


def distribution(marks: Iterable[Decimal]) -> tuple[Bin, ...]:
    """In steps of ten percent; whatever there is, the same eleven."""
    counts = [0] * (FULL // STEP + 1)
    for mark in marks:
        counts[_place(mark)] += 1
    steps = [Bin(low, low + STEP, count) for low, count in zip(range(0, FULL, STEP), counts, strict=False)]
    return (*steps, Bin(FULL, None, counts[-1]))


def _place(mark: Decimal) -> int:
    if mark > FULL:
        return FULL // STEP
    return min(int(mark // STEP), FULL // STEP - 1)
