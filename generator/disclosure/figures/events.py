"""What happens to cases besides their ordinary way: classed anew, sent in again, reviewed, taken up again, objected to.

Estate totals by kind, counted in the period in which they happened (`docs/decisions/0037-events.md`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Final

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.cohort import Seen, newly_due, since, steps_taken, ways
from generator.disclosure.figures.happenings import Event, EventRow, Objections, ReviewsDecided
from register.case import Case, CaseEntry, Tombstone
from register.retention import CLOSING
from register.settings import ZONE
from register.terms import Kind, Outcome, Relation, Step
from register.transitions import ANSWERING

_STEPS: Final[Mapping[Event, tuple[Step, ...]]] = {
    Event.RECLASSIFIED: (Step.CLASSIFY, Step.RECLASSIFY),
    Event.REPEATED: (Step.LINK,),
    Event.REFERRED: (Step.TRANSFER, Step.ANSWER),
    Event.REVIEW_ASKED: (Step.ASK_REVIEW,),
    Event.REOPENED: (Step.REOPEN,),
}
OF_RECEIVED: Final = (Event.RECLASSIFIED, Event.REPEATED)
"""What is counted among the cases registered in the period."""


def event_rows(cases: Sequence[Seen], erased: Sequence[Tombstone], period: Period) -> tuple[EventRow, ...]:
    """A row for every event and kind of which there were any cases. `erased` were registered in the period too."""
    kinds = {seen.case.number: seen.case.kind for seen in cases}
    gone = Counter(tombstone.kind for tombstone in erased)
    rows = []
    for event, steps in _STEPS.items():
        taken = steps_taken(cases, period, *steps)
        happened = {case.number for case, entry in taken if _stands(event, case, entry)}
        usual = _usual(event, cases, period)
        among = Counter(kinds[number] for number in usual | happened)
        if event in OF_RECEIVED:
            among += gone
        counts = Counter(kinds[number] for number in happened)
        rows += [
            EventRow(event=event, kind=kind, among=among[kind], count=counts[kind])
            for kind in Kind
            if among[kind]
        ]
    return tuple(rows)


def _stands(event: Event, case: Case, entry: CaseEntry) -> bool:
    """A link counts while it is there and says that the case repeats an earlier one; an answer, if it was not ours to do.

    A first class counts where it is not what the resident chose.
    """
    if event == Event.REPEATED:
        return Relation.REPEAT in case.links.values()
    if entry.step == Step.CLASSIFY:
        chosen = (case.submission.kind, case.submission.urgency)
        return (entry.particulars["kind"], entry.particulars["urgency"]) != chosen
    if entry.step == Step.ANSWER:
        return bool(entry.particulars["outcome"] == Outcome.OUT_OF_SCOPE)
    return True


def _usual(event: Event, cases: Sequence[Seen], period: Period) -> set[str]:
    """The numbers of the cases it could have happened to in the ordinary way."""
    if event in (Event.REFERRED, Event.REVIEW_ASKED):
        return {case.number for case, _ in steps_taken(cases, period, *ANSWERING)}
    if event == Event.REOPENED:
        return {case.number for case, _ in steps_taken(cases, period, *CLOSING)}
    return {seen.case.number for seen in cases if seen.fresh}


def decided_reviews(cases: Sequence[Seen], period: Period, k: int) -> ReviewsDecided | None:
    """The reviews of the year that the period ends; None in any other period, and where there were fewer than k.

    Once a year, because what overlaps could be subtracted; what they decided is a description, and goes by groups.
    """
    if not period.ends_year():
        return None
    decided = [changed for seen in cases for changed in _decisions(seen, period)]
    return ReviewsDecided(decided=len(decided), changed=sum(decided)) if len(decided) >= k else None


def _decisions(seen: Seen, period: Period) -> Iterator[bool]:
    """For each review decided in the year, whether the first conclusion was changed."""
    year = datetime.combine(period.first.replace(month=1, day=1), time(), ZONE)
    begun = min(since(seen, period), year)
    reviewing = False
    for entry in seen.case.entries:
        ended = entry.step in (Step.RECONSIDER, Step.REOPEN, Step.WITHDRAW)
        if reviewing and ended and entry.step != Step.WITHDRAW and entry.at >= begun:
            yield entry.step == Step.REOPEN or bool(entry.particulars["changed"])
        reviewing = entry.step == Step.ASK_REVIEW or (reviewing and not ended)


def objections_to_entries(cases: Sequence[Seen], period: Period) -> Objections:
    """Those registered now, and what became of the answers that fell due."""
    objections = [seen for seen in cases if seen.case.submission.is_objection]
    counts = Counter(
        way
        for seen in objections
        for timed in newly_due(seen, period)
        if timed.clock.step == Step.ANSWER
        for way in ways(timed)
    )
    return Objections(
        received=sum(seen.fresh for seen in objections),
        **{part: counts[part] for part in ("due", "kept", "late", "open")},
    )
