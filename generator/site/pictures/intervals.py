"""Shares with their uncertainty: a dot, the 95 % interval around it, and the target. The chart is a table with a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.figures.figures import proportion
from generator.site.words.voice import Voice

Z = 1.959964
"""Standard deviations on both sides that hold 95 % of a normal distribution."""

Against = Literal["above", "below", "unclear"]


@dataclass(frozen=True)
class Share:
    """`kept` of `of`, with the name its row has."""

    name: str
    kept: int
    of: int


@dataclass(frozen=True)
class IntervalRow:
    """A row: what is shown in words, and where dot and whisker stand, in per cent of the drawing's width."""

    name: str
    shown: str
    n: int
    between: str
    dot: float
    low: float
    width: float


@dataclass(frozen=True)
class Intervals:
    """The rows on one scale from `start` to 100 %; `target_x` is the place of the target, if any."""

    caption: str
    subtitle: str
    start: int
    rows: tuple[IntervalRow, ...]
    target: int | None
    target_x: float | None


def wilson(kept: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share in per cent, by Wilson's score: right also near 0 and 100, and for small numbers."""
    share, square = kept / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, (middle - half) * 100), min(100.0, (middle + half) * 100)


def against(kept: int, of: int, target: int) -> Against:
    """Whether the whole interval is above or below the target; otherwise chance may explain the difference."""
    low, high = wilson(kept, of)
    return "above" if low >= target else "below" if high < target else "unclear"


def draw_intervals(
    shares: Sequence[Share], target: int | None, caption: str, subtitle: str, percent_from: int
) -> Intervals:
    """`shares` is not empty and none of them is of nothing."""
    spans = [wilson(one.kept, one.of) for one in shares]
    start = 50 if min(low for low, _ in spans) >= 50 and (target is None or target >= 50) else 0

    def place(value: float) -> float:
        return round((value - start) * 100 / (100 - start), 1)

    rows = tuple(
        IntervalRow(
            name=one.name,
            shown=proportion(one.kept, one.of, percent_from),
            n=one.of,
            between=f"{low:.0f}–{high:.0f}%",
            dot=place(one.kept * 100 / one.of),
            low=place(low),
            width=round(place(high) - place(low), 1),
        )
        for one, (low, high) in zip(shares, spans, strict=True)
    )
    return Intervals(caption, subtitle, start, rows, target, None if target is None else place(target))


def satisfaction_intervals(
    current: Sequence[ReleasedPeriod], target: int | None, voice: Voice
) -> Intervals | None:
    """Satisfaction with the handling of every period that had enough answers, the newest first."""
    shares = [
        Share(voice.period(one.period), rated.satisfied + rated.fairly_satisfied, rated.answered)
        for one in reversed(current)
        if (rated := one.release.performance.satisfaction) and rated.answered
    ]
    if not shares:
        return None
    latest = shares[0]
    low, high = wilson(latest.kept, latest.of)
    percent_from = current[-1].release.thresholds.percent_from
    code = "caption" if target is None else against(latest.kept, latest.of, target)
    caption = voice.say(
        "interval",
        code,
        name=latest.name,
        share=proportion(latest.kept, latest.of, percent_from),
        low=f"{low:.0f}",
        high=f"{high:.0f}",
        **({} if target is None else {"target": target}),
    )
    return draw_intervals(shares, target, caption, voice.say("interval", "subtitle"), percent_from)
