"""A share with its margin and target, ready to be drawn and said; and whether two of them differ."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

_TENTH = Decimal("0.1")
_ALL = Decimal(100)
Verdict = Literal["above", "below", "near"]


@dataclass(frozen=True)
class Interval:
    """`percent` ± `margin`, both to one decimal; `target` in per cent, None where none is set."""

    percent: Decimal
    margin: Decimal
    target: int | None = None

    @property
    def low(self) -> Decimal:
        return max(self.percent - self.margin, Decimal(0))

    @property
    def high(self) -> Decimal:
        return min(self.percent + self.margin, _ALL)

    @property
    def width(self) -> Decimal:
        return self.high - self.low

    @property
    def verdict(self) -> Verdict | None:
        """Above or below only where the whole interval is; None without a target."""
        if self.target is None:
            return None
        if self.low >= self.target:
            return "above"
        return "below" if self.high < self.target else "near"


def change(before: Interval, after: Interval) -> tuple[Decimal, Literal["up", "down", "same"]]:
    """The points between two shares, and whether they are more than the margins of both together explain."""
    points = after.percent - before.percent
    both = (before.margin**2 + after.margin**2).sqrt()
    if abs(points) <= both:
        return points.quantize(_TENTH, ROUND_HALF_UP), "same"
    return points, "up" if points > 0 else "down"
