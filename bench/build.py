"""Building the whole site: whole, again, and after one change, against stock Material with as many pages."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import stock
from bench.estates import TODAY, live
from bench.measuring import Row, at_most, compare, single
from bench.scale import Scale
from bench.whole import Parts

YEARS = (1, 3)
MORE_YEARS = (10,)
A_MONTH = 25
MANY_CASES = 20_000
STOCK_PAGES = 1_000


def measure(scale: Scale) -> Iterator[Row]:
    scale.room(2_000)
    for years in (*YEARS, *MORE_YEARS) if scale.full else YEARS:
        yield from _of_years(scale, years, A_MONTH)
    if scale.full:
        yield from _of_years(scale, 10, MANY_CASES / 120, absolute=True)


def _of_years(scale: Scale, years: int, a_month: float, absolute: bool = False) -> Iterator[Row]:
    name = f"{years} year{'s' if years > 1 else ''}, {years * 12 * a_month:,.0f} cases"
    estate = live(scale.new(f"build-{years}-{a_month:.0f}"), quarters=4 * years, a_month=a_month)
    estate.store.keep()
    home = estate.home.folder
    first = whole(home)
    baseline = scale.new(f"stock-{years}-{a_month:.0f}")
    stock.write(baseline, first.pages)
    bar = at_most(1 / 6) if first.pages >= STOCK_PAGES else None
    if not absolute:
        yield compare("build", f"{name}, {first.pages} pages, from nothing", lambda: whole(home, fresh=True).seconds,
                      "stock Material", lambda: spent(lambda: stock.build(baseline)), unit="CPU s", bar=bar,
                      pairs=scale.pairs, peak=first.peak)  # fmt: skip
    else:
        yield single("build", f"{name}, {first.pages} pages, from nothing", first.seconds, unit="CPU s",
                     bar=at_most(60))  # fmt: skip
        yield single("build", f"{name}, peak memory", first.peak, unit="MiB", bar=at_most(1024))
    yield single(
        "build",
        f"{name}: share of what is not MkDocs",
        first.own_share,
        unit="of the whole",
        bar=at_most(1 / 4),
    )
    for part, seconds in first.parts.items():
        yield single("build", f"{name}: {part}", seconds, unit="CPU s")
    yield compare("build", f"{name}, nothing changed", lambda: whole(home).seconds, "from nothing",
                  lambda: whole(home, fresh=True).seconds, unit="CPU s", pairs=min(scale.pairs, 5))  # fmt: skip


def whole(home: Path, *, fresh: bool = False) -> Parts:
    """`portal build` in a process of its own, timed from within."""
    command = [sys.executable, "-m", "bench.whole", str(home), str(TODAY), *(["fresh"] if fresh else [])]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Parts.read(said)


def spent(work: Callable[[], None]) -> float:
    """Seconds of processor time of the processes a call starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
