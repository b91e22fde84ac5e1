"""Building the whole site: from nothing, again, and after a change, against stock Material with as many pages."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from bench import stock
from bench.estates import LAST, SEED, TODAY, live, ready
from bench.measuring import Bar, Row, at_most, compare, single
from bench.scale import Scale
from bench.whole import Parts
from generator.cli.demo.people import MANAGER
from generator.cli.gate import Gate
from generator.cli.revising import Revising
from generator.disclosure.drafts.draft import Refused
from register.settings import read_book, read_home
from register.terms import TakeDownReason

ROOM = 2_000
CHANGED = "content/pages/zh/complain.md"


@dataclass(frozen=True)
class Size:
    """An estate to be built: its years, its cases a month, and whether every summary is scanned while it is made."""

    years: int
    a_month: float
    scanned: bool = True

    def __str__(self) -> str:
        return (
            f"{self.years} year{'s' if self.years > 1 else ''}, {self.years * 12 * self.a_month:,.0f} cases"
        )


USUAL = (Size(1, 25), Size(3, 25))
TEN_YEARS = Size(10, 25, scanned=False)
THOUSAND_PAGES = Size(10, 35, scanned=False)
MANY_CASES = Size(10, 20_000 / 120, scanned=False)


def measure(scale: Scale) -> Iterator[Row]:
    """Estates of usual sizes: each part, and of the larger one the builds that follow a change."""
    scale.room(ROOM)
    for size in USUAL:
        home, first = _first(scale, size)
        yield from _from_nothing(scale, size, home, first)
        yield from _parts(size, first)
    yield from _again(scale, size, home)


def measure_pages(size: Size, bar: Bar | None, scale: Scale) -> Iterator[Row]:
    """An estate with many pages, against stock Material alone: its cost grows with the square of the pages."""
    scale.room(ROOM)
    home, first = _first(scale, size)
    yield from _from_nothing(scale, size, home, first, bar)
    yield from _parts(size, first)


def measure_cases(scale: Scale) -> Iterator[Row]:
    """20,000 cases, once: the limits are of a clock and of a machine's memory."""
    scale.room(2 * ROOM)
    _, first = _first(scale, MANY_CASES)
    name = f"{MANY_CASES}, {first.pages:,} pages"
    yield single("build", f"{name}, from nothing", first.clock, unit="s on the clock", bar=at_most(60))
    yield single("build", f"{name}, peak memory", first.peak, unit="MiB", bar=at_most(1024))
    yield from _parts(MANY_CASES, first)


def _first(scale: Scale, size: Size) -> tuple[Path, Parts]:
    """The home of a new estate of this size, and what its first build took."""
    folder = scale.new(f"build-{size.years}-{size.a_month:.0f}")
    estate = live(folder, quarters=4 * size.years, a_month=size.a_month, scanned=size.scanned)
    estate.store.keep()
    return estate.home.folder, whole(estate.home.folder)


def _from_nothing(
    scale: Scale, size: Size, home: Path, first: Parts, bar: Bar | None = None
) -> Iterator[Row]:
    baseline = scale.new("stock")
    stock.write(baseline, first.pages)
    yield compare("build", f"{size}, {first.pages:,} pages, from nothing", lambda: whole(home, fresh=True).seconds,
                  "stock Material", lambda: spent(lambda: stock.build(baseline)), unit="CPU s", bar=bar,
                  pairs=scale.pairs, peak=first.peak)  # fmt: skip


def _parts(size: Size, first: Parts) -> Iterator[Row]:
    share = f"{size}: share of what is not MkDocs"
    yield single("build", share, first.own_share, unit="of the whole", bar=at_most(1 / 4))
    for part, seconds in first.parts.items():
        yield single("build", f"{size}: {part}", seconds, unit="CPU s")


def _again(scale: Scale, size: Size, home: Path) -> Iterator[Row]:
    """Builds of an estate that was built before, each against one from nothing."""
    changes: dict[str, Callable[[], Parts]] = {
        "nothing changed": partial(whole, home),
        "one sentence of a page changed": partial(_reworded, home, count(1)),
        "the next day": partial(_next_day, home, count(1)),
        "one published sentence judged anew": partial(_judged_anew, home),
    }
    for name, build in changes.items():
        yield compare("build", f"{size}, {name}", partial(_seconds, build), "from nothing",
                      lambda: whole(home, fresh=True).seconds, unit="CPU s", pairs=scale.pairs)  # fmt: skip


def _seconds(build: Callable[[], Parts]) -> float:
    return build().seconds


def _reworded(home: Path, numbers: Iterator[int]) -> Parts:
    page = home / CHANGED
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{next(numbers)} 号窗口也受理。\n", encoding="utf-8")
    return whole(home)


def _judged_anew(home: Path) -> Parts:
    """One review of what is published: the sentence goes, its release is revised, and its case knows of it."""
    estate = read_home(home)
    moment = ready(LAST) + timedelta(days=5)
    gate = Gate(estate, read_book(estate.content), lambda: moment, Random(SEED).randbytes)
    ref = gate.released()[-1].release.entries[0].ref
    done = Revising(gate).take_down(ref, TakeDownReason.WRONG_FACTS, MANAGER.actor, moment)
    if isinstance(done, Refused):
        raise AssertionError(f"{ref}: {done.against}")
    return whole(home)


def _next_day(home: Path, days: Iterator[int]) -> Parts:
    return whole(home, days=next(days))


def whole(home: Path, *, fresh: bool = False, days: int = 0) -> Parts:
    """`portal build` in a process of its own, timed from within; so many days later."""
    today = TODAY + timedelta(days=days)
    command = [sys.executable, "-m", "bench.whole", str(home), str(today), *(["fresh"] if fresh else [])]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Parts.read(said)


def spent(work: Callable[[], None]) -> float:
    """Seconds of processor time of the processes a call starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
