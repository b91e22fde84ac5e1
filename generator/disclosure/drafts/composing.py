"""What the release of a period says: who is listed, under which reference, with which figures; and the private record of it. Pure."""

from datetime import datetime, timedelta

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
from generator.disclosure.drafts.population import Population, seen_at_end
from generator.disclosure.figures.indicators import Performance
from generator.disclosure.figures.measures import compute_figures
from generator.disclosure.figures.performance import SettledHere, by_age, measure_performance, ratings_of
from generator.disclosure.figures.unlisted import rated_unlisted
from generator.disclosure.figures.withdrawals import noted_by_staff
from generator.disclosure.releases.ledger import append_batch, head_of
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Promised, Release, Thresholds
from generator.disclosure.releases.settlement import Settled, Settlement
from generator.disclosure.tables.tables import make_tables
from register.case import Case
from register.publication import publication
from register.terms import COUNTED_AS, AgeBand, CountedReason, Disclosure, Matter, WithholdingReason


def decide_all(population: Population, materials: Materials) -> dict[str, Decision]:
    """What becomes of every case that is not settled yet, by number."""
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


def references(decisions: dict[str, Decision], materials: Materials) -> dict[str, str]:
    """A reference for every listed case, none of them ever used before."""
    used = {ref for settlement in materials.settlements for ref in settlement.references().values()}
    refs: dict[str, str] = {}
    for number, decision in decisions.items():
        if decision.disclosure == Disclosure.LISTED:
            refs[number] = materials.refs.get(number) or draw_reference(materials.draw, used)
            used.add(refs[number])
    return refs


def compose_release(
    population: Population, decisions: dict[str, Decision], refs: dict[str, str], materials: Materials
) -> Release:
    """The first revision of the period's release."""
    period, book = materials.period, materials.book
    entries = _entries(population, refs, materials)
    performance = _performance(population, decisions, entries, materials)
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
        own_records=materials.own_records,
        entries=entries,
        tombstones=(),
        corrections=(),
        ledger=head_of(materials.origin, ledger, len(population.fresh)),
    )


def _tables(population: Population, materials: Materials) -> tuple[Table, ...]:
    cases = [population.cases[number] for number in sorted(population.fresh & population.cases.keys())]
    k = materials.book.rules.thresholds.k
    return make_tables(cases, len(population.fresh) - len(cases), population.groups, k)


def _performance(
    population: Population, decisions: dict[str, Decision], entries: tuple[Entry, ...], materials: Materials
) -> Performance:
    thresholds = materials.book.rules.thresholds
    reasons = [decision.reason for decision in decisions.values()]
    return measure_performance(
        seen_at_end(population, materials),
        [stone for number, stone in population.erased.items() if number in population.fresh],
        materials.period,
        thresholds,
        SettledHere(
            counted=[reason for reason in reasons if isinstance(reason, CountedReason)],
            withheld=[reason for reason in reasons if isinstance(reason, WithholdingReason)],
            ratings=ratings_of(entries, thresholds.survey_from),
            unlisted_rated=_unlisted_rated(population, decisions, materials),
            withdrawn_by_staff=noted_by_staff(_withdrawn(population, decisions), thresholds.k),
        ),
    )


def _unlisted_rated(
    population: Population, decisions: dict[str, Decision], materials: Materials
) -> int | None:
    """Among the cases settled without being listed, with what was said as long as of those that are."""
    end, hidden = _heard_until(materials), (Disclosure.COUNTED, Disclosure.WITHHELD)
    unlisted = [number for number, decision in decisions.items() if decision.disclosure in hidden]
    cases = [as_of(population.cases[number], end) for number in unlisted if number in population.cases]
    return rated_unlisted(cases, len(unlisted) - len(cases), materials.book.rules.thresholds.k)


def _withdrawn(population: Population, decisions: dict[str, Decision]) -> list[Case]:
    """The cases settled because they were withdrawn."""
    return [
        population.cases[number]
        for number, decision in decisions.items()
        if decision.reason == CountedReason.WITHDRAWN
    ]


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
    then = as_of(case, end_of(materials.period))
    entry = make_entry(then, summary, ref=ref, period=place.period, group=place.group)
    return entry.model_copy(update={"satisfaction": as_of(case, _heard_until(materials)).satisfaction})


def _heard_until(materials: Materials) -> datetime:
    """What residents say of their cases counts for as long as the period waits: a rating given then would be in no release.

    Not until the draft: each rating would make it another one.
    """
    return end_of(materials.period) + timedelta(days=materials.book.rules.periods.lag_days)


def settlement_of(
    population: Population,
    decisions: dict[str, Decision],
    refs: dict[str, str],
    period: str,
    sha256: str,
) -> Settlement:
    """The private record of what the release settles; `sha256` is that of the release's bytes."""
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
