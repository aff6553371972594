"""Bars of a distribution, as an SVG draws them. Lengths are in the units of its view box."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.queries.statistics import Bin

WIDTH = 9
GAP = 1
HEIGHT = 40
LEAST = 2  # so that a single mark among many is seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, standing on the bottom line. A bin without marks has no height."""

    bin: Bin
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Where its labels stand."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from left to right, the highest as high as the chart."""

    bars: list[Bar]
    width: int
    height: int


def chart(bins: Iterable[Bin]) -> Chart:
    """Of a distribution."""
    bins = list(bins)
    most = max((one.count for one in bins), default=0)
    bars = [_bar(place, one, most) for place, one in enumerate(bins)]
    return Chart(bars, (WIDTH + GAP) * len(bins) - GAP, HEIGHT)


def _bar(place: int, one: Bin, most: int) -> Bar:
    height = max(HEIGHT * one.count // most, LEAST) if one.count else 0
    return Bar(one, place * (WIDTH + GAP), HEIGHT - height, WIDTH, height)
