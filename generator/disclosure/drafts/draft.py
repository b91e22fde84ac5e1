"""The gate: from everything the register holds to a draft of one release, or to all the reasons why there is none.

A pure function: the same materials and the same draw give the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from generator.disclosure.cases.eligibility import (
    CarriedReason,
    Decision,
    Gate,
    carried,
    counted,
    decide,
)
from generator.disclosure.cases.entries import draw_reference, make_entry
from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.listed import Balance, Entry, Table
from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.population import Population, seen_at_end, take_population
from generator.disclosure.figures.indicators import Performance
from generator.disclosure.figures.measures import compute_figures
from generator.disclosure.figures.performance import by_age, measure_performance
from generator.disclosure.releases.ledger import append_batch, head_of
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Promised, Release, Thresholds
from generator.disclosure.releases.releases import current
from generator.disclosure.releases.schedule import Against, ReleaseRefusal, against_schedule
from generator.disclosure.releases.settlement import Settled, Settlement
from generator.disclosure.tables.tables import make_tables
from register.publication import publication
from register.terms import COUNTED_AS, AgeBand, CountedReason, Disclosure, Matter, WithholdingReason


@dataclass(frozen=True)
class Refused:
    """No release can be made: every reason at once."""

    period: str
    against: tuple[Against, ...]


@dataclass(frozen=True)
class Draft:
    """A release that nobody has approved yet, with the private record that goes with it.

    `data` are the exact bytes an approval is bound to; `batch` the sorted ledger entries it adds; `held` the cases it
    carries on, by number, with the reason; `made` the moment it was made at.
    """

    made: datetime
    release: Release
    data: bytes
    settlement: Settlement
    batch: tuple[str, ...]
    held: tuple[tuple[str, CarriedReason], ...]

    @property
    def period(self) -> str:
        return self.release.period

    @property
    def sha256(self) -> str:
        return digest(self.data)

    @property
    def is_revision(self) -> bool:
        """Whether it corrects or takes down what is published, and so settles and registers nothing."""
        return self.release.revision > 1

    @property
    def listing(self) -> tuple[tuple[str, Entry], ...]:
        """Every listed case's number with its entry, in the order of the release. Private."""
        numbers = {ref: number for number, ref in self.settlement.references().items()}
        return tuple((numbers[entry.ref], entry) for entry in self.release.entries)


def compile_release(materials: Materials) -> Draft | Refused:
    """The draft of the period, or all that stands against it. Nothing is written."""
    population = take_population(materials)
    against = (
        *_against_calendar(materials),
        *_against_rules(materials),
        *_against_register(population, materials),
    )
    if against:
        return Refused(str(materials.period), against)
    decisions = _decide_all(population, materials)
    refs = _references(decisions, materials)
    release = _release(population, decisions, refs, materials)
    derivable = audit(release, [one.release for one in current(materials.released)])
    if derivable:
        return Refused(str(materials.period), (Against(ReleaseRefusal.AUDIT_FAILED, ", ".join(derivable)),))
    data = to_bytes(release)
    return Draft(
        made=materials.now,
        release=release,
        data=data,
        settlement=_settlement(population, decisions, refs, release.period, digest(data)),
        batch=tuple(sorted(population.ledger_entries())),
        held=tuple(
            (number, decision.reason)
            for number, decision in decisions.items()
            if isinstance(decision.reason, CarriedReason)
        ),
    )


def still_true(draft: Draft, materials: Materials) -> bool:
    """Whether the draft, made again from the materials of now with its own references, says the same.

    If not, a case was changed, objected to or became ready since: the draft must be made and read anew.
    """
    again = compile_release(replace(materials, refs=draft.settlement.references()))
    return isinstance(again, Draft) and (again.data, again.settlement, again.batch) == (
        draft.data,
        draft.settlement,
        draft.batch,
    )


def _against_calendar(materials: Materials) -> tuple[Against, ...]:
    return against_schedule(materials.period, materials.released, materials.book.rules.periods, materials.now)


def _against_rules(materials: Materials) -> Iterable[Against]:
    """A target that the last release promised by and the rules do not hold any more, nor say that it ended."""
    promised = current(materials.released)[-1].release.promised() if materials.released else {}
    lost = materials.book.rules.lost(promised)
    if lost:
        yield Against(ReleaseRefusal.TARGETS_LOST, ", ".join(lost))


def _against_register(population: Population, materials: Materials) -> Iterable[Against]:
    damaged = materials.holdings.damaged
    if damaged:
        yield Against(ReleaseRefusal.FILES_DAMAGED, ", ".join(damage.name for damage in damaged))
    if population.missing and not damaged:
        yield Against(ReleaseRefusal.CASES_MISSING, ", ".join(population.missing))
    if _left_over(materials) != population.carried_in:
        yield Against(ReleaseRefusal.CARRIED_DIFFERS, f"{_left_over(materials)} / {population.carried_in}")


def _left_over(materials: Materials) -> int:
    """What the last release carried out is what this one carries in."""
    return current(materials.released)[-1].release.balance.left_over if materials.released else 0


def _decide_all(population: Population, materials: Materials) -> dict[str, Decision]:
    gate = Gate(materials.period, materials.now, materials.book.rules, materials.scan)
    return {number: _decide(number, population, gate) for number in population.unsettled}


def _decide(number: str, population: Population, gate: Gate) -> Decision:
    if number in population.erased:
        return counted(COUNTED_AS[population.erased[number].reason])
    decision = decide(population.cases[number], gate)
    if decision.disclosure == Disclosure.LISTED and population.places[number].group is None:
        last_chance = gate.period.ends_year()
        return counted(CountedReason.SMALL_GROUP) if last_chance else carried(CarriedReason.SMALL_GROUP)
    return decision


def _references(decisions: dict[str, Decision], materials: Materials) -> dict[str, str]:
    """A reference for every listed case, none of them ever used before."""
    used = {ref for settlement in materials.settlements for ref in settlement.references().values()}
    refs: dict[str, str] = {}
    for number, decision in decisions.items():
        if decision.disclosure == Disclosure.LISTED:
            refs[number] = materials.refs.get(number) or draw_reference(materials.draw, used)
            used.add(refs[number])
    return refs


def _release(
    population: Population, decisions: dict[str, Decision], refs: dict[str, str], materials: Materials
) -> Release:
    period, book = materials.period, materials.book
    performance = _performance(population, decisions, materials)
    balance = _balance(population, decisions, materials)
    ledger = append_batch(materials.ledger, population.ledger_entries())
    return Release(
        period=str(period),
        revision=1,
        data_up_to=period.last.isoformat(),
        households=book.estate.households,
        standards=book.standards.in_force(period.last).version,
        thresholds=Thresholds(lag_days=book.rules.periods.lag_days, **book.rules.thresholds.model_dump()),
        previous=materials.released[-1].sha256 if materials.released else None,
        balance=balance,
        performance=performance,
        groups=population.groups,
        tables=_tables(population, materials),
        figures=compute_figures(performance, balance, book.estate.households, book.rules.targets()),
        targets=tuple(
            Promised(measure=measure, percent=percent)
            for measure, percent in sorted(book.rules.targets().items())
        ),
        entries=_entries(population, refs, materials),
        tombstones=(),
        corrections=(),
        ledger=head_of(materials.origin, ledger, len(population.fresh)),
    )


def _tables(population: Population, materials: Materials) -> tuple[Table, ...]:
    cases = [population.cases[number] for number in sorted(population.fresh & population.cases.keys())]
    k = materials.book.rules.thresholds.k
    return make_tables(cases, len(population.fresh) - len(cases), population.groups, k)


def _performance(population: Population, decisions: dict[str, Decision], materials: Materials) -> Performance:
    reasons = [decision.reason for decision in decisions.values()]
    return measure_performance(
        seen_at_end(population, materials),
        [stone for number, stone in population.erased.items() if number in population.fresh],
        materials.period,
        materials.book.rules.thresholds,
        [reason for reason in reasons if isinstance(reason, CountedReason)],
        [reason for reason in reasons if isinstance(reason, WithholdingReason)],
    )


def _balance(population: Population, decisions: dict[str, Decision], materials: Materials) -> Balance:
    settled = [decision.disclosure for decision in decisions.values()]
    waiting = [
        population.cases[number]
        for number, decision in decisions.items()
        if decision.disclosure == Disclosure.PENDING
    ]
    carried_out: dict[AgeBand, int] = by_age(waiting, materials.period.last)
    return Balance(
        carried_in=population.carried_in,
        received=len(population.fresh),
        listed=settled.count(Disclosure.LISTED),
        counted=settled.count(Disclosure.COUNTED),
        withheld=settled.count(Disclosure.WITHHELD),
        carried_out=carried_out,
    )


def _entries(population: Population, refs: dict[str, str], materials: Materials) -> tuple[Entry, ...]:
    """The listed cases, by group and random reference, so that the order tells nothing."""
    entries = [_entry(number, ref, population, materials) for number, ref in refs.items()]
    matters = list(Matter)
    return tuple(sorted(entries, key=lambda entry: (matters.index(entry.matter), entry.ref)))


def _entry(number: str, ref: str, population: Population, materials: Materials) -> Entry:
    case, place = population.cases[number], population.places[number]
    summary = publication(case).summary
    assert summary is not None, "a listed case has its summary"
    assert place.group is not None, "a listed case has its group"
    return make_entry(
        as_of(case, end_of(materials.period)), summary, ref=ref, period=place.period, group=place.group
    )


def _settlement(
    population: Population,
    decisions: dict[str, Decision],
    refs: dict[str, str],
    period: str,
    sha256: str,
) -> Settlement:
    return Settlement(
        period=period,
        release=sha256,
        registered={number: population.places[number].group for number in sorted(population.fresh)},
        settled={
            number: Settled.model_validate(
                {"disposition": decision.disclosure, "reason": decision.reason, "ref": refs.get(number)}
            )
            for number, decision in decisions.items()
            if decision.disclosure != Disclosure.PENDING
        },
    )
