"""The gate: from everything the register holds to a draft of one release, or to all the reasons why there is none.

A pure function: the same materials and the same draw give the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from generator.disclosure.cases.eligibility import (
    CarriedReason,
)
from generator.disclosure.cases.listed import Entry
from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.drafts.composing import compose_release, decide_all, references, settlement_of
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.population import Population, take_population
from generator.disclosure.drafts.salt import salted
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import current
from generator.disclosure.releases.schedule import Against, ReleaseRefusal, against_schedule
from generator.disclosure.releases.settlement import Settlement


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
    decisions = decide_all(population, materials)
    refs = references(decisions, materials)
    release = salted(compose_release(population, decisions, refs, materials), materials.keys)
    derivable = audit(release, [one.release for one in current(materials.released)])
    if derivable:
        return Refused(str(materials.period), (Against(ReleaseRefusal.AUDIT_FAILED, ", ".join(derivable)),))
    data = to_bytes(release)
    return Draft(
        made=materials.now,
        release=release,
        data=data,
        settlement=settlement_of(population, decisions, refs, release.period, digest(data)),
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
    """Targets and homes that are not those of the last release, and nobody says that they ended, or why they moved."""
    if not materials.released:
        return
    latest, rules = current(materials.released)[-1].release, materials.book.rules
    promised, households = latest.promised(), materials.book.estate.households
    lost, moved = rules.lost(promised), rules.shifted(promised)
    if lost:
        yield Against(ReleaseRefusal.TARGETS_LOST, ", ".join(lost))
    if moved:
        told = (f"{measure} {promised[measure]} → {percent}" for measure, percent in moved.items())
        yield Against(ReleaseRefusal.TARGETS_MOVED, ", ".join(told))
    if not materials.book.estate.follows(latest.households):
        yield Against(ReleaseRefusal.HOMES_MOVED, f"{latest.households} → {households}")


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
