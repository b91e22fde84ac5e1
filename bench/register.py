"""The register: reading every case, the index, the desk's list and its search, and what one change costs."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bench.estates import LAST, HeldStore, live, multiplied, ready
from bench.measuring import Row, at_most, compare, in_child, single, worked
from bench.scale import Scale
from forms_api.desk.handling.inbox import Facts, Overview, Wanted, by_nearest_limit, counters
from register.index import Index
from register.store import FolderStore

USUAL = 3_000
NOW = ready(LAST) + timedelta(days=4)
BYTES_A_CASE = 8_192


def measure(size: int, scale: Scale) -> Iterator[Row]:
    scale.room(size * BYTES_A_CASE // 2**20)
    estate = live(scale.new("register"), quarters=4, a_month=80, released=False)
    held = multiplied(estate, size)
    held.keep()
    yield from _of_size(size, held, scale.pairs)


def _of_size(size: int, held: HeldStore, pairs: int) -> Iterator[Row]:
    store = FolderStore(held.folder)
    index, numbers = Index(store), list(held.held)
    index.holdings()
    whole = f"reading all {size:,} cases"
    yield compare("register", whole, lambda: worked(Index(store).holdings), "their bytes alone",
                  lambda: worked(lambda: _bytes(held)), unit="CPU s", pairs=pairs,
                  peak=in_child(_read_all, held.folder)[1])  # fmt: skip
    yield compare("register", f"index, nothing changed in {size:,}", lambda: worked(index.holdings), whole,
                  lambda: worked(Index(store).holdings), unit="CPU s", bar=at_most(1 / 20), pairs=pairs)  # fmt: skip
    changed = iter(numbers)
    yield compare("register", f"index, one case changed in {size:,}",
                  lambda: _changed(index, store, next(changed)), "nothing changed",
                  lambda: worked(index.holdings), unit="CPU s", bar=at_most(1.5), pairs=pairs)  # fmt: skip
    overview = Overview()
    overview.of(index.holdings().cases)
    one = compare("register", f"the desk's list over {size:,}", lambda: worked(lambda: _listed(index, overview)),
                  "reading one case", lambda: worked(lambda: store.read(numbers[0])), unit="CPU s", pairs=pairs)  # fmt: skip
    yield one
    yield single(
        "register", f"the desk's list over {size:,}", one.value * 1000, unit="CPU ms", bar=at_most(100)
    )
    yield compare("register", f"a word searched in {size:,}", lambda: worked(lambda: _found(index, overview)),
                  "the list", lambda: worked(lambda: _listed(index, overview)), unit="CPU s", pairs=pairs)  # fmt: skip


def _bytes(held: HeldStore) -> int:
    return sum(len(held.place(number).read_bytes()) for number in held.held)


def _read_all(folder: Path) -> int:
    return len(Index(FolderStore(folder)).holdings().cases)


def _changed(index: Index, store: FolderStore, number: str) -> float:
    """A case is written anew under the same name, as a step does; then everything is asked for again."""
    place = store.folder / "cases" / number[:4] / f"{number}.json"
    beside = place.with_name(f".tmp-{place.name}")
    beside.write_bytes(place.read_bytes())
    beside.chmod(0o600)
    beside.rename(place)
    return worked(index.holdings)


def _listed(index: Index, overview: Overview) -> list[Facts]:
    """What the to-do page works out, from the files to the rows of its first page."""
    everything = overview.of(index.holdings().cases)
    rows = by_nearest_limit(one for one in everything if Wanted().fits(one, NOW))
    counters(everything, NOW)
    overview.repeats(everything)
    return rows[:30]


def _found(index: Index, overview: Overview) -> list[Facts]:
    everything = overview.of(index.holdings().cases)
    wanted = Wanted(text="电梯")
    counters(everything, NOW)
    overview.repeats(everything)
    return by_nearest_limit(one for one in everything if wanted.fits(one, NOW))[:30]
