"""Corrections: the figures of a published period, measured again with what the register knows today (DESIGN 7.8).

Performance figures are corrected at once. Descriptive ones (reasons, durations, satisfaction) move only by k or more:
a smaller move would show the case that made it. Until then they are announced as pending. What a late note can change,
and what it cannot, is in `docs/decisions/0010-corrections.md`.

`Correction.what` is the code of a statement (`statements.py`), or `pending/PART`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.published import Summary
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.revision import latest_of, revise, settlement_of
from generator.disclosure.figures.cohort import Seen
from generator.disclosure.figures.indicators import Figure, Performance
from generator.disclosure.figures.measures import compute_figures
from generator.disclosure.figures.performance import SettledHere, measure_performance
from generator.disclosure.figures.statements import DESCRIPTIVE, REASONS, WHOLE, moves_too_little, statements
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Correction, Release
from generator.disclosure.releases.releases import current
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from register.case import Case
from register.rules import Thresholds
from register.terms import (
    COUNTED_AS,
    CorrectionReason,
    CountedReason,
    Disclosure,
    Language,
    ReclassifyReason,
    Step,
    WithholdingReason,
)
from register.wording import load_wording

ABSENT = "-"
_COUNTED = ("received/", "due/", "event/")


@dataclass(frozen=True)
class Nothing:
    """There is nothing to correct: measured again, the period says what it said."""

    period: str


@lru_cache
def published_reason(reason: CorrectionReason) -> Summary:
    """What is published of a reason: the words of its code. One person corrects, so nobody's own words are among them."""
    terms = load_wording("terms")
    return Summary(zh=terms.term(reason, Language.ZH), en=terms.term(reason, Language.EN))


def compile_correction(materials: Materials, reason: CorrectionReason) -> Draft | Refused | Nothing:
    """The next revision of the materials' period, if what is known today changes a figure. Nothing is written.

    Whether there is one does not depend on the reason.
    """
    latest = latest_of(materials)
    against = tuple(_against(materials, latest is not None))
    if latest is None or against:
        return Refused(str(materials.period), against)
    measured = _counted_then(latest.release.performance, measure_again(materials, latest.release))
    performance, pending = _settle(latest.release, measured)
    figures = _figures(latest.release, performance)
    moved = tuple(_moved(latest.release, statements(performance, figures)))
    announced = {one.what for one in latest.release.corrections if one.new is None}
    if not moved and announced >= set(pending):
        return Nothing(str(materials.period))
    why = published_reason(reason)
    corrections = [Correction(what=what, old=old, new=new, why=why) for what, old, new in moved]
    corrections += [Correction(what=what, old=ABSENT, new=None, why=why) for what in pending]
    draft = revise(
        latest.release, materials, performance=performance, figures=figures, corrections=tuple(corrections)
    )
    derivable = audit(draft.release, [one.release for one in current(materials.released)])
    if derivable:
        return Refused(draft.period, (Against(ReleaseRefusal.AUDIT_FAILED, ", ".join(derivable)),))
    return draft


def _against(materials: Materials, is_released: bool) -> Iterator[Against]:
    if not is_released:
        yield Against(ReleaseRefusal.NOT_RELEASED, str(materials.period))
        return
    damaged = materials.holdings.damaged
    if damaged:
        yield Against(ReleaseRefusal.FILES_DAMAGED, ", ".join(damage.name for damage in damaged))
    gone = _known(materials) - materials.holdings.cases.keys() - materials.holdings.tombstones.keys()
    if gone and not damaged:
        yield Against(ReleaseRefusal.CASES_MISSING, ", ".join(sorted(gone)))
    erased = _erased_since(materials)
    if erased:
        yield Against(ReleaseRefusal.CASES_ERASED, ", ".join(sorted(erased)))


def _known(materials: Materials) -> set[str]:
    """The cases that the period's release could count: those registered by it or before it."""
    own = settlement_of(materials)
    before = materials.settlements[: materials.settlements.index(own) + 1]
    return {number for settlement in before for number in settlement.registered}


def _erased_since(materials: Materials) -> set[str]:
    """Cases the period measured and that are no longer there to be measured again."""
    own = settlement_of(materials)
    earlier = materials.settlements[: materials.settlements.index(own)]
    settled_before = {number for settlement in earlier for number in settlement.settled}
    measured = _known(materials) - settled_before - _erased_by_then(materials)
    return measured & materials.holdings.tombstones.keys()


_GONE = frozenset(COUNTED_AS.values())


def _erased_by_then(materials: Materials) -> set[str]:
    settled = settlement_of(materials).settled.items()
    return {number for number, one in settled if one.reason in _GONE}


def measure_again(materials: Materials, latest: Release) -> Performance:
    """The period's figures with today's register and the rules of then; late cases belong to the release that counts them."""
    own, known, end = settlement_of(materials), _known(materials), end_of(materials.period)
    cases = [
        Seen(as_known(case, materials), number in own.registered)
        for number, case in sorted(materials.counted.items())
        if number in known and case.received < end
    ]
    stones = [
        materials.holdings.tombstones[number]
        for number in sorted(_erased_by_then(materials) & own.registered.keys())
    ]
    settled = own.settled.values()
    return measure_performance(
        cases,
        stones,
        materials.period,
        Thresholds(**latest.thresholds.model_dump(exclude={"lag_days"})),
        SettledHere(
            [CountedReason(one.reason or "") for one in settled if one.disposition == Disclosure.COUNTED],
            [
                WithholdingReason(one.reason or "")
                for one in settled
                if one.disposition == Disclosure.WITHHELD
            ],
            latest.performance.satisfaction,
            latest.performance.unlisted_rated,
            latest.performance.withdrawn_by_staff,
        ),
    )


def _counted_then(old: Performance, measured: Performance) -> Performance:
    """Without what the release was made too early to count: a correction adds nothing that nobody had got wrong."""
    if old.events is None:
        measured = measured.model_copy(update={"events": None, "reviews": None, "objections": None})
    if any(row.paused is not None for row in old.due):
        return measured
    untold = {"paused": None, "noted_later": None}
    return measured.model_copy(update={"due": tuple(row.model_copy(update=untold) for row in measured.due)})


def as_known(case: Case, materials: Materials) -> Case:
    """The case as it stood at the period's end, with the kind it was found to have been all along, if it was mistaken."""
    then = as_of(case, end_of(materials.period))
    mended = next((entry for entry in reversed(case.entries) if entry.step == Step.RECLASSIFY), None)
    if mended is None or mended in then.entries or mended.particulars["reason"] != ReclassifyReason.MISTAKEN:
        return then
    places = [i for i, entry in enumerate(then.entries) if entry.step in (Step.CLASSIFY, Step.RECLASSIFY)]
    if not places:
        return then
    entries = list(then.entries)
    said = {**entries[places[-1]].particulars, "kind": mended.particulars["kind"]}
    entries[places[-1]] = entries[places[-1]].model_copy(update={"particulars": said})
    return then.model_copy(update={"entries": tuple(entries)})


def _figures(latest: Release, performance: Performance) -> tuple[Figure, ...]:
    return compute_figures(performance, latest.balance, latest.households, latest.promised())


def _settle(latest: Release, measured: Performance) -> tuple[Performance, tuple[str, ...]]:
    """What the revision shows, and what is pending: exact figures as they are, descriptive ones if they moved enough."""
    old, k = latest.performance, latest.thresholds.k
    pending = tuple(part for part in DESCRIPTIVE if moves_too_little(part, old, measured, k))
    reasons: dict[str, Any] = {name: getattr(old.reasons, name) for name in REASONS if name in pending}
    kept: dict[str, Any] = {part: getattr(old, part) for part in WHOLE if part in pending}
    kept["reasons"] = measured.reasons.model_copy(update=reasons)
    return measured.model_copy(update=kept), tuple(f"pending/{part}" for part in pending)


def _moved(old: Release, new: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every statement that differs: its code, the old and the new text. A count that has no row is 0."""
    before = statements(old.performance, old.figures)
    for what in dict.fromkeys((*before, *new)):
        nothing = "0" if what.startswith(_COUNTED) else ABSENT
        said, says = before.get(what, nothing), new.get(what, nothing)
        if said != says:
            yield what, said, says
