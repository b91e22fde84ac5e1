"""The register: reading every case, the index, the desk's list and its search, and what one change costs."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bench.estates import LAST, HeldStore, live, multiplied, ready
from bench.measuring import Row, at_most, compare, in_child, single, worked
from bench.scale import Scale
from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.inbox import Overview, Wanted, by_nearest_limit
from forms_api.desk.handling.needs import counters
from register.handling import RESIDENT
from register.index import Index
from register.store import FolderStore
from register.terms import Step

USUAL = 3_000
NOW = ready(LAST) + timedelta(days=4)
BYTES_A_CASE = 8_192
NOTED = {"step": Step.MESSAGE, "by": RESIDENT, "particulars": {"text": "请问什么时候能处理？"}, "limits": ()}


def measure(size: int, scale: Scale) -> Iterator[Row]:
    scale.room(size * BYTES_A_CASE // 2**20)
    estate = live(scale.new("register"), quarters=4, a_month=80, released=False)
    held = multiplied(estate, size)
    held.keep()
    tenth = multiplied(estate, size // 10, scale.new("tenth"))
    tenth.keep()
    yield from _of_size(size, held, FolderStore(tenth.folder), scale.pairs)


def _of_size(size: int, held: HeldStore, tenth: FolderStore, pairs: int) -> Iterator[Row]:
    store = FolderStore(held.folder)
    index, numbers = Index(store), list(held.held)
    index.holdings()
    whole = f"reading all {size:,} cases"
    yield compare("register", whole, lambda: worked(Index(store).holdings), "their bytes alone",
                  lambda: worked(lambda: _bytes(held)), unit="CPU s", pairs=pairs,
                  peak=in_child(_read_all, held.folder)[1])  # fmt: skip
    yield compare("register", f"index, nothing changed in {size:,}", lambda: worked(index.holdings), whole,
                  lambda: worked(Index(store).holdings), unit="CPU s", bar=at_most(1 / 20), pairs=pairs)  # fmt: skip
    fewer, elsewhere = Index(tenth), iter(list(tenth.numbers()))
    fewer.holdings()
    changed = iter(numbers)
    yield compare("register", f"index, one case changed in {size:,}", lambda: _changed(index, next(changed)),
                  f"one changed in {size // 10:,}", lambda: _changed(fewer, next(elsewhere)),
                  unit="CPU s", bar=at_most(1.5), pairs=pairs)  # fmt: skip
    yield compare("register", f"index, a foreign program changed one in {size:,}", lambda: _meddled(index, next(changed)),
                  "one changed by ours", lambda: _changed(index, next(changed)), unit="CPU s", pairs=pairs)  # fmt: skip
    overview = Overview()
    overview.of(index.holdings().cases)
    one = compare("register", f"the desk's list over {size:,}", lambda: worked(lambda: _listed(index, overview)),
                  "reading one case", lambda: worked(lambda: store.read(numbers[0])), unit="CPU s", pairs=pairs)  # fmt: skip
    yield one
    yield single(
        "register", f"the desk's list over {size:,}", one.value * 1000, unit="CPU ms", bar=at_most(100)
    )
    yield compare("register", f"the desk's list, one case changed in {size:,}",
                  lambda: _changed_and_listed(index, overview, next(changed)), "nothing changed",
                  lambda: worked(lambda: _listed(index, overview)), unit="CPU s", pairs=pairs)  # fmt: skip
    yield compare("register", f"a word searched in {size:,}", lambda: worked(lambda: _found(index, overview)),
                  "the list", lambda: worked(lambda: _listed(index, overview)), unit="CPU s", pairs=pairs)  # fmt: skip


def _bytes(held: HeldStore) -> int:
    return sum(len(held.place(number).read_bytes()) for number in held.held)


def _read_all(folder: Path) -> int:
    return len(Index(FolderStore(folder)).holdings().cases)


def _changed(index: Index, number: str) -> float:
    """A case is written anew, as the step of another process would; then everything is asked for again."""
    other = FolderStore(index.store.folder)
    stored = other.read(number)
    other.replace(stored, stored.record)
    return worked(index.holdings)


def _meddled(index: Index, number: str) -> float:
    """The same by a program that knows nothing of the register's notes."""
    place = index.store.folder / "cases" / number[:4] / f"{number}.json"
    beside = index.store.folder / "beside.json"
    beside.write_bytes(place.read_bytes())
    beside.chmod(0o600)
    beside.rename(place)
    return worked(index.holdings)


def _changed_and_listed(index: Index, overview: Overview, number: str) -> float:
    """A step taken by another process, as it changes what the list shows; then the list."""
    other = FolderStore(index.store.folder)
    stored = other.read(number)
    entries = (*stored.record.entries, stored.record.entries[-1].model_copy(update=NOTED))
    other.replace(stored, stored.record.model_copy(update={"entries": entries}))
    return worked(lambda: _listed(index, overview))


def _listed(index: Index, overview: Overview) -> list[Facts]:
    """What the to-do page works out, from the files to the rows of its first page."""
    everything = overview.of(index.holdings().cases)
    wanted = Wanted()
    rows = by_nearest_limit(one for one in everything if wanted.fits(one, NOW))
    counters(everything, NOW)
    return rows[:30]


def _found(index: Index, overview: Overview) -> list[Facts]:
    everything = overview.of(index.holdings().cases)
    wanted = Wanted(text="电梯")
    counters(everything, NOW)
    return by_nearest_limit(one for one in everything if wanted.fits(one, NOW))[:30]
