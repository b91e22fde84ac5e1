"""Measuring on a noisy machine: two things in turn, several times; only their ratio counts."""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

PAIRS = 5
Take = Callable[[], float]


class Missing(Exception):
    """Something a benchmark needs is not on this machine; `args[0]` says what."""


@dataclass(frozen=True)
class Bar:
    """What the ratio must be: at least or at most `limit`."""

    limit: float
    at_least: bool

    def met(self, ratio: float) -> bool:
        return ratio >= self.limit if self.at_least else ratio <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True)
class Row:
    """One line of the table. `ratio` is `value / base`: the median of the pairs, with the lowest and highest.

    A row without a base is reported for itself; `peak` is in MiB.
    """

    bench: str
    what: str
    unit: str
    value: float
    against: str = ""
    base: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    pairs: int = 0
    bar: str = ""
    met: bool | None = None
    peak: float | None = None


def at_least(limit: float) -> Bar:
    return Bar(limit, True)


def at_most(limit: float) -> Bar:
    return Bar(limit, False)


def compare(
    bench: str, what: str, ours: Take, against: str, base: Take, *, unit: str, bar: Bar | None = None,
    pairs: int = PAIRS, peak: float | None = None,
) -> Row:  # fmt: skip
    """Measure ours and the baseline in turn, each going first every other time."""
    taken: list[tuple[float, float]] = []
    for turn in range(pairs):
        if turn % 2:
            under = base()
            taken.append((ours(), under))
        else:
            taken.append((ours(), base()))
    return row_of(bench, what, against, taken, unit=unit, bar=bar, peak=peak)


def row_of(
    bench: str, what: str, against: str, taken: list[tuple[float, float]], *, unit: str,
    bar: Bar | None = None, peak: float | None = None,
) -> Row:  # fmt: skip
    """The row of measured pairs (ours, baseline)."""
    ratios = [one / other for one, other in taken]
    ratio = statistics.median(ratios)
    return Row(
        bench=bench,
        what=what,
        unit=unit,
        value=statistics.median(one for one, _ in taken),
        against=against,
        base=statistics.median(other for _, other in taken),
        ratio=ratio,
        low=min(ratios),
        high=max(ratios),
        pairs=len(taken),
        bar=str(bar) if bar else "",
        met=bar.met(ratio) if bar else None,
        peak=peak,
    )


def single(
    bench: str, what: str, value: float, *, unit: str, bar: Bar | None = None, peak: float | None = None
) -> Row:
    """A row without a baseline: a size, a count, or a limit that is absolute."""
    met = bar.met(value) if bar else None
    return Row(bench, what, unit, value, bar=str(bar) if bar else "", met=met, peak=peak)


def worked(work: Callable[[], object]) -> float:
    """Seconds of processor time a call takes: waiting for others' work on a shared machine is not counted."""
    started = time.process_time()
    work()
    return time.process_time() - started


def waited(work: Callable[[], object]) -> float:
    """Seconds on the clock, for what waits for the disk."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def in_child(work: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """The result of a call in a process of its own, and that process's peak memory in MiB."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        result, peak = child.submit(_with_peak, work, arguments).result()
    return result, peak


def _with_peak(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, float]:
    result = work(*arguments)
    unit = 1 if sys.platform == "darwin" else 1024
    return result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
