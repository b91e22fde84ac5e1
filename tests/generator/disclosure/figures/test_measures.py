"""The measures: every formula, and that no data is not 0."""

import pytest

from generator.disclosure.cases.listed import Balance
from generator.disclosure.figures.indicators import (
    Due,
    Duration,
    Figure,
    HandlingSatisfaction,
    Performance,
    Reasons,
    Received,
)
from generator.disclosure.figures.measures import MEASURES, compute_figures
from register.terms import AgeBand, Kind, Step
from register.wording import load_wording
from tests.factories import book

NOTHING = Performance(
    received=(),
    due=(),
    durations=(),
    open_at_end={},
    reasons=Reasons(pause=(), extension=(), refusal=(), counted=(), withheld=()),
    satisfaction=None,
)
EMPTY = Balance(carried_in=0, received=0, listed=0, counted=0, withheld=0, carried_out={})


def due(kind: Kind, step: Step, *, kept: int, late: int = 0, still: int = 0, extended: int = 0) -> Due:
    return Due(
        month="2026-07",
        kind=kind,
        step=step,
        due=kept + late + still,
        kept=kept,
        extended=extended,
        late=late,
        open=still,
    )


FULL = Performance(
    received=(
        Received(month="2026-07", kind=Kind.COMPLAINT, count=6),
        Received(month="2026-08", kind=Kind.REPAIR, count=11),
    ),
    due=(
        due(Kind.COMPLAINT, Step.ANSWER, kept=7, late=1, still=2, extended=3),
        due(Kind.COMPLAINT, Step.ANSWER, kept=1),
        due(Kind.INQUIRY, Step.ANSWER, kept=4),
        due(Kind.REPAIR, Step.FINISH, kept=0, still=2),
    ),
    durations=(Duration(kind=Kind.COMPLAINT, n=12, median_days="2.5", p90_days="6.9"),),
    open_at_end={AgeBand.DAYS_0_7: 2, AgeBand.OVER_30: 1},
    reasons=NOTHING.reasons,
    satisfaction=HandlingSatisfaction(asked=20, satisfied=8, fairly_satisfied=3, dissatisfied=1),
)
BALANCE = Balance(
    carried_in=2, received=17, listed=9, counted=3, withheld=1, carried_out={AgeBand.DAYS_0_7: 6}
)


def figures(performance: Performance = FULL, balance: Balance = BALANCE) -> dict[str, Figure]:
    computed = compute_figures(performance, balance, 612, {"listed_share": 50})
    return {figure.measure: figure for figure in computed}


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator"),
    [
        ("complaints_answered_on_time", 8, 11),
        ("complaints_extended", 3, 11),
        ("inquiries_answered_on_time", 4, 4),
        ("repairs_finished_on_time", 0, 2),
        ("satisfied_with_handling", 11, 12),
        ("listed_share", 9, 13),
    ],
)
def test_a_rate_is_kept_over_due(measure: str, numerator: int, denominator: int) -> None:
    figure = figures()[measure]
    assert (figure.numerator, figure.denominator, figure.n) == (numerator, denominator, denominator)


@pytest.mark.parametrize(
    ("measure", "value", "n"),
    [
        ("received", "17", 17),
        ("received_per_thousand", "27.8", 17),
        ("complaints_per_thousand", "9.8", 6),
        ("complaint_days", "2.5", 12),
        ("open_at_end", "3", 3),
        ("withheld", "1", 13),
    ],
)
def test_a_count_says_what_it_rests_on(measure: str, value: str, n: int) -> None:
    assert (figures()[measure].value, figures()[measure].n) == (value, n)


def test_no_data_is_not_zero() -> None:
    assert set(figures(NOTHING, EMPTY)) == {
        "received",
        "received_per_thousand",
        "complaints_per_thousand",
        "open_at_end",
        "withheld",
    }


def test_nobody_answering_is_no_satisfaction() -> None:
    silent = HandlingSatisfaction(asked=20, satisfied=0, fairly_satisfied=0, dissatisfied=0)
    assert "satisfied_with_handling" not in figures(FULL.model_copy(update={"satisfaction": silent}))


def test_the_target_is_the_estates() -> None:
    assert figures()["listed_share"].target == 50
    assert figures()["withheld"].target is None


def test_every_measure_has_its_words_and_every_target_its_measure() -> None:
    wording = load_wording("measures", "derived_measures", "further_measures", "happened", "survey_measures")
    for language in ("zh", "en"):
        assert all(wording.say("measure_name", measure.id, language) for measure in MEASURES)
        assert all(wording.say("measure_name", target, language) for target in book().rules.targets())
    assert len({measure.id for measure in MEASURES}) == len(MEASURES)
