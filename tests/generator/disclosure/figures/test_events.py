"""What happens besides the ordinary way: counted where it happened, never more than all, and told no further than k."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import Nothing, compile_correction
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.figures.cohort import Seen
from generator.disclosure.figures.events import decided_reviews, event_rows, objections_to_entries
from generator.disclosure.figures.happenings import Event, EventRow, Objections, ReviewsDecided
from generator.disclosure.figures.statements import in_words, moves_too_little, statements
from generator.disclosure.releases.release import Release
from register.case import Case, Tombstone
from register.handling import THE_RESIDENT
from register.terms import CorrectionReason, EraseReason, Kind, Matter, Step, Urgency
from register.wording import load_wording
from tests.factories import MANAGER, MONDAY, REVIEWER, answered, step
from tests.generator.disclosure.estate import (
    Q3,
    Q4,
    RELEASED_ON,
    Estate,
    at,
    fed_back,
    finished,
    opened,
    released,
    some_cases,
)

WHY = CorrectionReason.STEP_NOTED_LATE
Told = tuple[int, int]


def seen(cases: Sequence[Case], period: Period, *, fresh: bool = True) -> list[Seen]:
    return [Seen(as_of(case, end_of(period)), fresh) for case in cases]


def told(
    cases: Sequence[Case], period: Period = Q3, *, fresh: bool = True, erased: Sequence[Tombstone] = ()
) -> dict[tuple[Event, Kind], Told]:
    rows = event_rows(seen(cases, period, fresh=fresh), erased, period)
    return {(row.event, row.kind): (row.count, row.among) for row in rows}


def classified(number: int = 1, **change: object) -> Case:
    case = step(opened(number, **change), Step.ACKNOWLEDGE)
    return step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)


def reclassified(number: int = 1, after: timedelta = timedelta(hours=1)) -> Case:
    said = {"kind": Kind.COMPLAINT, "matter": Matter.NOISE, "urgency": "ordinary", "reason": "mistaken"}
    return step(classified(number), Step.RECLASSIFY, after=after, **said)


def review_asked(number: int = 1, **change: object) -> Case:
    return step(fed_back(opened(number, **change)), Step.ASK_REVIEW, by=THE_RESIDENT, text="请另派人看。")


def reconsidered(number: int = 1, *, changed: bool = False, **change: object) -> Case:
    said = {"outcome": "rectified", "changed": changed, "text": "已复核。"}
    return step(review_asked(number, **change), Step.RECONSIDER, by=MANAGER, **said)


def reopened(number: int = 1, after: timedelta = timedelta(hours=1)) -> Case:
    return step(fed_back(opened(number)), Step.REOPEN, by=REVIEWER, after=after, text="问题再次出现。")


class TestEvents:
    def test_a_case_classed_anew_counts_once_among_those_registered(self) -> None:
        twice = step(
            reclassified(1),
            Step.RECLASSIFY,
            kind="complaint",
            matter="hygiene",
            urgency="ordinary",
            reason="mistaken",
        )
        assert told([twice, opened(2)])[Event.RECLASSIFIED, Kind.COMPLAINT] == (1, 2)

    @pytest.mark.parametrize("change", [{"kind": Kind.PRAISE}, {"urgency": Urgency.IMPORTANT}])
    def test_a_first_class_unlike_what_the_resident_chose_counts_as_classed_anew(
        self, change: dict[str, str]
    ) -> None:
        case = step(opened(1), Step.ACKNOWLEDGE)
        chosen = {"kind": case.kind, "matter": Matter.NOISE, "urgency": case.urgency}
        kept = step(case, Step.CLASSIFY, **chosen)
        assert told([kept])[Event.RECLASSIFIED, Kind.COMPLAINT] == (0, 1)
        changed = step(case, Step.CLASSIFY, **{**chosen, **change})
        assert told([changed])[Event.RECLASSIFIED, changed.kind] == (1, 1)

    def test_what_happens_later_counts_in_the_later_period_on_both_sides(self) -> None:
        late = reclassified(1, after=timedelta(days=100))
        assert told([late])[Event.RECLASSIFIED, Kind.COMPLAINT] == (0, 1)
        assert told([late], Q4, fresh=False)[Event.RECLASSIFIED, Kind.COMPLAINT] == (1, 1)

    def test_an_erased_case_was_registered_all_the_same(self) -> None:
        stone = Tombstone.of(opened(9), EraseReason.RESIDENT_ASKED)
        rows = told([opened(1)], erased=[stone])
        assert rows[Event.REPEATED, Kind.COMPLAINT] == (0, 2)
        assert (Event.REOPENED, Kind.COMPLAINT) not in rows

    def test_a_repeat_is_a_link_that_says_so_and_stands(self) -> None:
        first = opened(1)
        linked = step(opened(2), Step.LINK, number=first.number, relation="repeat")
        undone = step(
            step(opened(3), Step.LINK, number=first.number, relation="repeat"),
            Step.UNLINK,
            number=first.number,
        )
        other = step(opened(4), Step.LINK, number=first.number, relation="same_cause")
        assert told([first, linked, undone, other])[Event.REPEATED, Kind.COMPLAINT] == (1, 4)

    def test_what_was_not_ours_is_counted_among_the_answered(self) -> None:
        passed_on = step(
            classified(1),
            Step.TRANSFER,
            to="街道办事处",
            text="不属物业职责。",
        )
        explained = answered(opened(4), outcome="out_of_scope")
        cases = [passed_on, explained, answered(opened(2)), opened(3)]
        assert told(cases)[Event.REFERRED, Kind.COMPLAINT] == (2, 3)

    def test_reviews_are_counted_among_the_answered_by_kind(self) -> None:
        repair = finished(opened(3, kind=Kind.REPAIR, matter=Matter.FACILITIES))
        rows = told([review_asked(1), answered(opened(2)), repair])
        assert rows[Event.REVIEW_ASKED, Kind.COMPLAINT] == (1, 2)
        assert rows[Event.REVIEW_ASKED, Kind.REPAIR] == (0, 1)

    def test_what_is_taken_up_again_is_counted_among_the_closed(self) -> None:
        assert told([reopened(1), fed_back(opened(2)), answered(opened(3))])[
            Event.REOPENED, Kind.COMPLAINT
        ] == (1, 2)
        late = reopened(4, after=timedelta(days=100))
        assert told([late], Q4, fresh=False)[Event.REOPENED, Kind.COMPLAINT] == (1, 1)

    def test_no_row_has_more_than_all(self) -> None:
        with pytest.raises(ValidationError, match="2 among 1"):
            EventRow(event=Event.REOPENED, kind=Kind.REPAIR, among=1, count=2)

    def test_an_event_nobody_knows_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="event"):
            EventRow.model_validate({"event": "praised", "kind": "repair", "among": 2, "count": 1})


class TestReviews:
    def many(self, received: datetime = MONDAY) -> list[Case]:
        kept = [reconsidered(number, received=received) for number in range(1, 4)]
        moved = reconsidered(4, changed=True, received=received)
        redone = step(review_asked(5, received=received), Step.REOPEN, by=REVIEWER, text="重新办理。")
        return [*kept, moved, redone]

    def test_they_are_told_with_the_period_that_ends_the_year(self) -> None:
        cases = self.many()
        assert decided_reviews(seen(cases, Q3), Q3, 5) is None
        assert decided_reviews(seen(cases, Q4, fresh=False), Q4, 5) == ReviewsDecided(decided=5, changed=2)

    def test_fewer_than_k_are_not_told(self) -> None:
        assert decided_reviews(seen(self.many()[1:], Q4), Q4, 5) is None

    def test_what_was_withdrawn_or_is_still_looked_at_decides_nothing(self) -> None:
        withdrawn = step(review_asked(6), Step.WITHDRAW, by=THE_RESIDENT)
        open_ones = [review_asked(7), withdrawn, step(withdrawn, Step.REOPEN, by=REVIEWER, text="误撤。")]
        assert decided_reviews(seen([*self.many(), *open_ones], Q4), Q4, 5) == ReviewsDecided(
            decided=5, changed=2
        )

    def test_the_year_before_is_over(self) -> None:
        before = self.many(received=at(7, 7, year=2025))
        assert decided_reviews(seen(before, Q4, fresh=False), Q4, 5) is None


def objection(number: int = 1, **change: object) -> Case:
    return opened(number, matter=Matter.OTHER, answers={"entry": "7QKX2M9D", "what": "写得不对。"}, **change)


class TestObjections:
    def test_they_are_received_and_due_by_their_own_limit(self) -> None:
        late = answered(step(objection(2), Step.MESSAGE, after=timedelta(days=5), text="请稍候。"))
        counted = objections_to_entries(seen([answered(objection(1)), late, objection(3), opened(4)], Q3), Q3)
        assert counted == Objections(received=3, due=3, kept=1, late=1, open=1)

    def test_none_is_none(self) -> None:
        assert objections_to_entries(seen([opened()], Q3), Q3) == Objections(
            received=0, due=0, kept=0, late=0, open=0
        )

    def test_they_add_up(self) -> None:
        with pytest.raises(ValidationError, match="objections does not add up"):
            Objections(received=1, due=2, kept=1, late=0, open=0)


def a_release() -> Release:
    return Estate(some_cases(12)).draft(Q3).release


def with_performance(release: Release, **change: object) -> Release:
    return release.model_copy(update={"performance": release.performance.model_copy(update=change)})


class TestAudit:
    def test_a_row_told_twice_or_missing_is_named(self) -> None:
        release = a_release()
        rows = release.performance.events
        assert rows
        assert audit(release, ()) == ()
        assert audit(with_performance(release, events=(*rows, rows[-1])), ()) == (
            "2026-Q3/events/reopened/complaint",
        )
        missing = tuple(row for row in rows if row.event != Event.REPEATED)
        assert audit(with_performance(release, events=missing), ()) == ("2026-Q3/events/repeated/complaint",)

    @pytest.mark.parametrize(("period", "decided"), [(Q3, 9), (Q4, 4)])
    def test_reviews_are_told_from_k_on_and_once_a_year(self, period: Period, decided: int) -> None:
        release = with_performance(a_release(), reviews=ReviewsDecided(decided=decided, changed=1))
        release = release.model_copy(update={"period": str(period)})
        assert f"{period}/reviews" in audit(release, ())

    def test_what_reviews_decided_moves_by_k_or_not_at_all(self) -> None:
        before, after = (
            a_release().performance.model_copy(update={"reviews": ReviewsDecided(decided=n, changed=2)})
            for n in (5, 6)
        )
        assert moves_too_little("reviews", before, after, 5)
        assert not moves_too_little("reviews", a_release().performance, before, 5)


class TestCorrections:
    def test_a_release_from_before_they_were_counted_is_not_corrected_for_it(self) -> None:
        estate = Estate(some_cases(12))
        draft = estate.release(Q3)[0]
        old = with_performance(draft.release, events=None, objections=None)
        estate.released = (replace(released(draft), release=old),)
        assert compile_correction(estate.materials(Q3, RELEASED_ON[Q4]), WHY) == Nothing("2026-Q3")

    def test_every_statement_has_its_words(self) -> None:
        performance = a_release().performance.model_copy(
            update={"reviews": ReviewsDecided(decided=5, changed=2)}
        )
        wording = load_wording("terms", "release", "measures")
        said = {
            what: in_words(what, lambda s, c: wording.say(s, c, "en")) for what in statements(performance, ())
        }
        assert (
            said["event/reopened/complaint/count"]
            == "What happened besides, taken up again, Complaint, cases"
        )
        assert said["reviews/changed"] == "Reviews of the year, conclusion changed"
        assert said["objections/kept"] == "Objections to published items, kept"
