"""Performance figures: estate totals; what is too few for a figure has none."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import comb
from typing import Any

import pytest

from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.listed import Entry
from generator.disclosure.figures.cohort import Seen
from generator.disclosure.figures.indicators import Performance, ReasonCount
from generator.disclosure.figures.performance import (
    SettledHere,
    _count,
    by_age,
    measure_performance,
    ratings_of,
)
from register.case import Case, Tombstone
from register.terms import (
    AgeBand,
    CountedReason,
    EraseReason,
    ExtensionReason,
    Kind,
    Satisfaction,
    Step,
    WithholdingReason,
)
from tests.factories import MONDAY, answered, step
from tests.generator.disclosure.estate import (
    LIVES,
    Q3,
    Q4,
    Estate,
    at,
    book,
    fed_back,
    finished,
    opened,
    paused,
    some_cases,
)
from tests.generator.disclosure.sample import an_entry


def measured(
    cases: Sequence[Case],
    period: Any = Q3,
    *,
    fresh: bool = True,
    erased: Sequence[Tombstone] = (),
    **change: Any,
) -> Performance:
    seen = [Seen(as_of(case, end_of(period)), fresh) for case in cases]
    return measure_performance(seen, erased, period, book().rules.thresholds, SettledHere(**change))


def test_received_is_by_month_and_kind() -> None:
    cases = [
        *some_cases(2),
        *some_cases(3, first=10, kind=Kind.REPAIR, received=at(8, 3)),
        *some_cases(1, first=20),
    ]
    found = [(row.month, row.kind, row.count) for row in measured(cases).received]
    assert found == [("2026-07", Kind.COMPLAINT, 3), ("2026-08", Kind.REPAIR, 3)]


def test_what_was_registered_before_is_not_received_again() -> None:
    assert measured(some_cases(2), Q4, fresh=False).received == ()


@pytest.mark.parametrize(("received", "month"), [(at(8, 3), "2026-08"), (at(5, 3), "2026-07")])
def test_an_erased_case_was_received_all_the_same(received: Any, month: str) -> None:
    stone = Tombstone.of(opened(received=received), EraseReason.RESIDENT_ASKED)
    (row,) = measured([], erased=[stone]).received
    assert (row.month, row.count) == (month, 1)


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(2026, 7, 6), AgeBand.DAYS_0_7),
        (date(2026, 7, 13), AgeBand.DAYS_0_7),
        (date(2026, 7, 14), AgeBand.DAYS_8_15),
        (date(2026, 7, 21), AgeBand.DAYS_8_15),
        (date(2026, 7, 22), AgeBand.DAYS_16_30),
        (date(2026, 8, 5), AgeBand.DAYS_16_30),
        (date(2026, 8, 6), AgeBand.OVER_30),
    ],
)
def test_age_is_counted_in_days_since_receipt(day: date, band: AgeBand) -> None:
    assert by_age([opened(received=MONDAY)], day) == {**dict.fromkeys(AgeBand, 0), band: 1}


def test_open_at_the_end_is_what_has_no_answer_then() -> None:
    cases = [
        LIVES[life](opened(i)) for i, life in enumerate(["received", "answered", "paused", "reopened"], 1)
    ]
    assert sum(measured(cases).open_at_end.values()) == 3
    late = step(opened(9), Step.ACKNOWLEDGE, after=timedelta(days=100))
    assert sum(measured([late]).open_at_end.values()) == 1


class TestDurations:
    def cases(self, count: int) -> list[Case]:
        return [
            finished(opened(i, kind=Kind.REPAIR, received=MONDAY + timedelta(hours=i)), timedelta(days=i))
            for i in range(1, count + 1)
        ]

    def test_median_and_ninth_decile_of_what_was_closed(self) -> None:
        (row,) = measured(self.cases(10)).durations
        assert (row.kind, row.n, row.median_days, row.p90_days) == (Kind.REPAIR, 10, "5.7", "9.2")

    def test_too_few_have_none(self) -> None:
        assert measured(self.cases(9)).durations == ()

    def test_what_was_closed_before_is_not_counted_again(self) -> None:
        assert measured(self.cases(12), Q4, fresh=False).durations == ()

    def test_a_withdrawal_is_no_answer(self) -> None:
        assert measured(some_cases(12, "withdrawn")).durations == ()

    def test_what_is_still_open_has_no_duration(self) -> None:
        assert measured(some_cases(12, "answered")).durations == ()


class TestReasons:
    def test_reasons_that_the_rule_would_give_away_have_no_name_at_all(self) -> None:
        """Five are 5 each and two are 4: had one of the two been 5, one of the five would have joined the other."""
        fours = [CountedReason.ERASED, CountedReason.IMPORT_UNDONE]
        fives = [code for code in CountedReason if code not in fours]
        counted = [*fives * 5, *fours * 4]
        rows = measured([], counted=counted).reasons.counted
        assert [(row.reason, row.count) for row in rows] == [(None, len(fives) * 5 + 8)]

    @pytest.mark.parametrize("total", [3, 7, 13])
    def test_no_small_reason_is_known_to_one_who_tries_every_world(self, total: int) -> None:
        """13 = 3 + 3 + 3 + 2 + 2 is given away by the rule of merging alone."""
        codes = list(ExtensionReason)
        worlds: dict[tuple[ReasonCount, ...], list[tuple[int, ...]]] = {}
        for cuts in combinations(range(total + 4), 4):
            counts = tuple(b - a - 1 for a, b in pairwise((-1, *cuts, total + 4)))
            said = [code for code, count in zip(codes, counts, strict=True) for _ in range(count)]
            worlds.setdefault(_count(said, ExtensionReason, 3), []).append(counts)
        assert sum(map(len, worlds.values())) == comb(total + 4, 4)
        for rows, alike in worlds.items():
            named = {row.reason for row in rows}
            for code, possible in zip(codes, zip(*alike, strict=True), strict=True):
                assert code in named or not set(possible) <= {1, 2}, (rows, code)

    def test_reasons_from_k_on_are_named_and_the_others_merged(self) -> None:
        counted = [CountedReason.SENSITIVE] * 6 + [CountedReason.OBJECTION] * 4 + [CountedReason.WITHDRAWN]
        rows = measured([], counted=counted).reasons.counted
        assert [(row.reason, row.count) for row in rows] == [("sensitive", 6), (None, 5)]

    def test_a_rest_under_k_takes_the_smallest_named_with_it(self) -> None:
        counted = [CountedReason.SENSITIVE] * 9 + [CountedReason.OBJECTION] * 5 + [CountedReason.WITHDRAWN]
        rows = measured([], counted=counted).reasons.counted
        assert [(row.reason, row.count) for row in rows] == [("sensitive", 9), (None, 6)]

    def test_few_in_all_are_only_a_total(self) -> None:
        rows = measured([], withheld=[WithholdingReason.SPAM, WithholdingReason.PRIVACY]).reasons.withheld
        assert [(row.reason, row.count) for row in rows] == [(None, 2)]

    def test_the_most_frequent_comes_first(self) -> None:
        counted = (
            [CountedReason.WITHDRAWN] * 5 + [CountedReason.OBJECTION] * 5 + [CountedReason.SENSITIVE] * 7
        )
        rows = measured([], counted=counted).reasons.counted
        assert [row.reason for row in rows] == ["sensitive", "objection", "withdrawn"]

    def test_pauses_extensions_and_refusals_are_those_of_the_period(self) -> None:
        cases = [paused(opened(i)) for i in range(1, 6)]
        assert [(row.reason, row.count) for row in measured(cases).reasons.pause] == [("awaiting_parts", 5)]
        assert measured(cases, Q4, fresh=False).reasons.pause == ()
        assert measured(cases).reasons.extension == measured(cases).reasons.refusal == ()


class TestRatings:
    def entries(self) -> list[Entry]:
        said = Counter(satisfied=6, fairly_satisfied=3, dissatisfied=1, no_answer=4)
        return [
            an_entry().model_copy(update={"satisfaction": Satisfaction(word)}) for word in said.elements()
        ]

    def test_what_those_said_whose_cases_are_listed(self) -> None:
        rated = ratings_of(self.entries(), 10)
        assert rated is not None
        assert (rated.asked, rated.answered) == (14, 10)
        assert (rated.satisfied, rated.fairly_satisfied, rated.dissatisfied) == (6, 3, 1)

    def test_too_few_answers_are_none(self) -> None:
        assert ratings_of(self.entries(), 11) is None
        assert ratings_of([], 10) is None

    def test_a_release_tells_them_and_nobody_elses(self) -> None:
        """One of those who were asked is not listed: what she said cannot be worked out."""
        release = Estate([*some_cases(12), fed_back(opened(90), "dissatisfied")]).draft(Q3).release
        rated = release.performance.satisfaction
        assert rated == ratings_of(release.entries, 10)
        assert rated is not None
        assert (rated.asked, rated.dissatisfied) == (12, 0)


def test_an_answered_case_has_no_duration_before_it_is_closed() -> None:
    assert measured([answered(opened(i)) for i in range(1, 12)]).durations == ()
