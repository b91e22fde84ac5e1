"""The cases a release must account for: those no earlier release registered, and those none has settled."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.disclosure.cases.groups import form_groups, group_showing
from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.listed import Group
from generator.disclosure.figures.cohort import Seen
from generator.disclosure.releases.materials import Materials
from register.case import Case, Tombstone
from register.senders import NOBODY_KNOWN, sender_of, senders
from register.terms import Matter


@dataclass(frozen=True)
class Place:
    """Where a case is shown: the period that registered it, and its group there (None: too few for any)."""

    period: str
    group: Matter | None


@dataclass(frozen=True)
class Population:
    """Cases and tombstones by number. `fresh` are the numbers this release registers, `unsettled` all it must account for.

    `places` says of each unsettled number where it is shown; `missing` are registered numbers the register lost.
    """

    cases: dict[str, Case]
    erased: dict[str, Tombstone]
    fresh: frozenset[str]
    unsettled: tuple[str, ...]
    groups: tuple[Group, ...]
    places: dict[str, Place]
    missing: tuple[str, ...]

    @property
    def carried_in(self) -> int:
        return len(self.unsettled) + len(self.missing) - len(self.fresh)

    def ledger_entries(self) -> Iterator[str]:
        """The ledger entry of every case this release registers, whatever becomes of it."""
        records: tuple[Case | Tombstone, ...] = (*self.cases.values(), *self.erased.values())
        return (record.ledger for record in records if record.number in self.fresh)


def take_population(materials: Materials) -> Population:
    """Everything received by the period's last day. A case noted late is registered by the next release there is."""
    end, last = end_of(materials.period), list(materials.period.month_names())[-1]
    tombstones = materials.holdings.tombstones
    cases = {number: case for number, case in materials.counted.items() if case.received < end}
    erased = {number: stone for number, stone in tombstones.items() if stone.month <= last}
    known = {
        number: Place(settlement.period, group)
        for settlement in materials.settlements
        for number, group in settlement.registered.items()
    }
    settled = {number for settlement in materials.settlements for number in settlement.settled}
    present = cases.keys() | erased.keys()
    fresh = frozenset(present - known.keys())
    groups = _group(fresh, cases, materials.book.rules.thresholds.k)
    places = {number: known[number] for number in known.keys() - settled}
    for number in fresh:
        matter = cases[number].matter if number in cases else Matter.OTHER
        places[number] = Place(str(materials.period), group_showing(matter, groups))
    return Population(
        cases=cases,
        erased=erased,
        fresh=fresh,
        unsettled=tuple(sorted(places.keys() & present)),
        groups=groups,
        places=places,
        missing=tuple(sorted(places.keys() - present)),
    )


def seen_at_end(population: Population, materials: Materials) -> tuple[Seen, ...]:
    """Every case as it stood at the period's end, the settled ones too: their limits go on falling due."""
    end = end_of(materials.period)
    return tuple(
        Seen(as_of(case, end), number in population.fresh)
        for number, case in sorted(population.cases.items())
    )


def _group(fresh: Collection[str], cases: Mapping[str, Case], k: int) -> tuple[Group, ...]:
    """Groups of the cases registered now; what was erased has no matter and no sender any more and is among the others."""
    counts: Counter[Matter] = Counter()
    marks: dict[Matter, list[str | None]] = {}
    for number in fresh:
        case = cases.get(number)
        matter = case.matter if case else Matter.OTHER
        counts[matter] += 1
        marks.setdefault(matter, []).append(sender_of(case) if case else NOBODY_KNOWN)
    return form_groups(counts, k, {matter: senders(some) for matter, some in marks.items()})
