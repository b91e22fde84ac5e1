"""From a case to its published entry, through the allow-list: a random reference, codes, bands, and the reviewed summary."""

from collections.abc import Collection
from datetime import timedelta

from generator.disclosure.cases.history import answer_of
from generator.disclosure.cases.listed import Entry
from generator.disclosure.cases.published import Summary
from register.case import Case
from register.clocks import timed_steps
from register.keys import Draw
from register.numbers import CROCKFORD
from register.steps import Summarised
from register.terms import Kind, Matter, Measure, Step, TimeBand, Timeliness

# The limit by which a case is said to be on time; the answer's, unless the kind has a better one.
_TIMED_BY = {Kind.REPAIR: Step.FINISH, Kind.PRAISE: Step.ACKNOWLEDGE}
_BANDS = (
    (timedelta(days=1), TimeBand.WITHIN_DAY),
    (timedelta(days=3), TimeBand.DAYS_1_3),
    (timedelta(days=7), TimeBand.DAYS_4_7),
)
_PLAIN_MEASURES = {Step.TRANSFER: Measure.REFERRED, Step.REFUSE: Measure.EXPLANATION_GIVEN}


def draw_reference(draw: Draw, used: Collection[str]) -> str:
    """Eight Crockford characters (40 bits) that tell nothing of the case and were never used before."""
    while True:
        value = int.from_bytes(draw(5))
        reference = "".join(CROCKFORD[value >> shift & 31] for shift in range(35, -1, -5))
        if reference not in used:
            return reference


def make_entry(case: Case, summary: Summarised, *, ref: str, period: str, group: Matter) -> Entry:
    """The entry of a closed case, as it stood when the period ended. `period` and `group` are those of registration."""
    outcome = case.outcome
    assert outcome is not None, "a closed case has its outcome"
    return Entry(
        ref=ref,
        period=period,
        matter=group,
        outcome=outcome,
        measures=measures_of(case),
        time=time_band(case),
        timeliness=timeliness(case),
        satisfaction=case.satisfaction,
        post=case.post,
        summary=Summary(zh=summary.zh, en=summary.en or None),
    )


def measures_of(case: Case) -> tuple[Measure, ...]:
    """What was done in the latest round, in the order in which it was said, each once."""
    said = [
        Measure(code)
        for entry in case.round
        if entry.step in (Step.ANSWER, Step.FINISH)
        for code in entry.particulars["measures"]
    ]
    said += [_PLAIN_MEASURES[entry.step] for entry in case.round if entry.step in _PLAIN_MEASURES]
    return tuple(dict.fromkeys(said))


def time_band(case: Case) -> TimeBand:
    """From receipt to the answer of the latest round."""
    answer = answer_of(case)
    assert answer is not None, "a closed case was answered"
    taken = answer.at - case.received
    return next((band for most, band in _BANDS if taken <= most), TimeBand.OVER_WEEK)


def timeliness(case: Case) -> Timeliness:
    """Whether the limit that residents judge by was kept; the last one, where the case was taken up again."""
    step = _TIMED_BY.get(case.kind, Step.ANSWER)
    timed = [timed for timed in timed_steps(case) if timed.clock.step == step and not timed.cancelled]
    if not timed:
        return Timeliness.NOT_TIMED
    latest = timed[-1]
    if latest.done is None or latest.is_late(latest.done):
        return Timeliness.LATE
    return Timeliness.EXTENDED if latest.clock.extended else Timeliness.ON_TIME
