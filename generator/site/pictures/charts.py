"""Geometry of the charts: numbers in, percent across and pixels down out. The drawing is `parts/chart.html`.

There is no viewBox: labels keep their size from 320 to 1280 px, bars stretch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEIGHT = 180
FEWEST_BANDS = 4
WIDEST = 7.0
ALL = 100
_STEPS = (1, 2, 5)
_CEILINGS = (5, 10, 20, 50, ALL)


@dataclass(frozen=True)
class Column:
    """One column to draw: its axis label, a `note` under it, and its parts from the bottom up as (key, count)."""

    label: str
    parts: tuple[tuple[str, float], ...]
    top: str
    faint: bool = False
    note: str = ""


@dataclass(frozen=True)
class Segment:
    key: str
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A drawn column: `x`, `width` and `middle` in per cent, `y` in pixels from the top."""

    label: str
    x: float
    width: float
    middle: float
    top: str
    top_y: float
    segments: tuple[Segment, ...]
    faint: bool
    note: str


@dataclass(frozen=True)
class Tick:
    label: str
    y: float


@dataclass(frozen=True)
class Chart:
    """A chart ready to draw. `id` prefixes every id in it; `target_y` is the line of the target, if any."""

    id: str
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    target_y: float | None = None


def stack(
    id: str, columns: Sequence[Column], *, ceiling: float | None = None, target: float | None = None
) -> Chart:
    """Stacked columns on a scale from 0 to a round number, or to `ceiling`; per cent of all in quarters."""
    highest = max((sum(count for _, count in column.parts) for column in columns), default=0)
    step, top = (ALL / 4, ALL) if ceiling == ALL else scale(ceiling or highest)
    band = 100 / max(len(columns), FEWEST_BANDS)
    bars = tuple(_bar(column, number * band, band, top) for number, column in enumerate(columns))
    ticks = tuple(Tick(f"{step * i:g}", _y(step * i, top)) for i in range(round(top / step) + 1))
    return Chart(id, HEIGHT, bars, ticks, None if target is None else _y(target, top))


def rate_ceiling(values: Iterable[float]) -> int:
    """Where the scale of these percentages ends: at 100, or lower where all of them would lie flat on the ground.

    It always begins at 0 and never ends below 5, so that small changes do not look large.
    """
    highest = max(values, default=ALL)
    return next(ceiling for ceiling in _CEILINGS if highest <= ceiling)


SPARK_HEIGHT = 24
SPARK_STEP = 12


@dataclass(frozen=True)
class SparkBar:
    """One bar of a sparkline, in pixels; `missed` where its target was not reached, height 0 without data."""

    x: int
    y: float
    height: float
    missed: bool


def spark(
    values: Sequence[tuple[float | None, bool]],
    ceiling: float | None = None,
    height: int = SPARK_HEIGHT,
    step: int = SPARK_STEP,
) -> tuple[SparkBar, ...]:
    """Small bars of (value, missed) on a common scale; a value that is there is never invisible."""
    known = [value for value, _ in values if value is not None]
    top = ceiling or max(known, default=0) or 1
    bars = []
    for number, (value, missed) in enumerate(values):
        tall = 0.0 if value is None else max(2.0, round(value / top * height, 1))
        bars.append(SparkBar(number * step, round(height - tall, 1), tall, missed))
    return tuple(bars)


def scale(highest: float) -> tuple[float, float]:
    """(step, top) of an axis with at most five steps of 1, 2 or 5 times a power of ten."""
    size = 1
    while True:
        for step in (digit * size for digit in _STEPS):
            if step * 5 >= highest:
                steps = max(1, -(-highest // step))
                return step, step * steps
        size *= 10


def _bar(column: Column, x: float, band: float, top: float) -> Bar:
    segments, below = [], 0.0
    for key, count in column.parts:
        if count:
            y = _y(below + count, top)
            segments.append(Segment(key, y, round(_y(below, top) - y, 1)))
        below += count
    width = min(band * 0.64, WIDEST)
    return Bar(
        label=column.label,
        x=round(x + (band - width) / 2, 2),
        width=round(width, 2),
        middle=round(x + band / 2, 2),
        top=column.top,
        top_y=round(_y(below, top) - 6, 1),
        segments=tuple(segments),
        faint=column.faint,
        note=column.note,
    )


def _y(value: float, top: float) -> float:
    return round(HEIGHT - value / top * HEIGHT, 1)
