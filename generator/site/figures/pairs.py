"""Figures that two numbers of a release give: a rate divides them, a count is the first and rests on the second."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.disclosure.figures.indicators import Figure
from generator.disclosure.releases.release import Release

Pair = tuple[int, int]
PairRows = Literal["ages", "settled", "ratings", "unlisted", "reviews", "objections"]


@dataclass(frozen=True)
class PairFigure:
    """A measure told by two numbers. `rows` are those of the release in which both stand.

    `read` gives None where a release has no such numbers: then there is no data, which is not 0.
    """

    id: str
    group: str
    rows: PairRows
    read: Callable[[Release], Pair | None]
    unit: Literal["rate", "count"] = "count"

    def compute(self, release: Release) -> Figure | None:
        pair = self.read(release)
        if pair is None:
            return None
        return rate(self.id, *pair) if self.unit == "rate" else count(self.id, *pair)


def count(id: str, value: int, n: int) -> Figure:
    """The figure of a count, resting on `n`."""
    return Figure(measure=id, unit="count", value=str(value), n=n)


def rate(id: str, kept: int, of: int) -> Figure | None:
    """The figure of a rate; None where there is nothing to divide by."""
    return Figure(measure=id, unit="rate", numerator=kept, denominator=of, n=of) if of else None
