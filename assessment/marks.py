"""What a hand-in comes to. Knows no database; points are Decimals with two places."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Part:
    """An item or a line of the rubric: `points` of `of`; None while nothing has been found or noted."""

    points: Decimal | None
    of: Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """`points` of `of`, after what lateness costs; `overridden` when a teacher set it by hand."""

    points: Decimal
    of: Decimal
    overridden: bool

    @property
    def percent(self) -> Decimal | None:
        """0 to 100 and above for extra points; None where there is nothing to earn."""
        return percent_of(self.points, self.of)


def percent_of(points: Decimal, of: Decimal) -> Decimal | None:
    """0 to 100 and above for extra points; None where there is nothing to earn."""
    return (100 * points / of).quantize(CENT, ROUND_HALF_UP) if of else None


def share_points(points: int, score: int | float, out_of: int | float) -> Decimal:
    """What a share of the checks' weights gives of an item's points."""
    if not out_of:
        return Decimal(0)
    return _rounded(Decimal(points) * Decimal(str(score)) / Decimal(str(out_of)))


def mark_of(parts: Iterable[Part], *, penalty: int = 0, override: Decimal | None = None) -> Mark:
    """The sum of the parts, less `penalty` percent of what was earned; an override replaces all of it."""
    parts = list(parts)
    of = sum((part.of for part in parts), Decimal(0))
    if override is not None:
        return Mark(_rounded(override), of, True)
    earned = sum((part.points or Decimal(0) for part in parts), Decimal(0))
    return Mark(_rounded(earned * (100 - penalty) / 100), of, False)


def points_text(points: Decimal) -> str:
    """As people write it: 7.5 and 10, without zeros at the end."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(points: Decimal) -> Decimal:
    return points.quantize(CENT, ROUND_HALF_UP)
