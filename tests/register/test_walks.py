"""Random walks over the steps: whatever people try, in whatever order, the case stays a case."""

import random
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.case import Case, CaseEntry
from register.clocks import Timed, running_clocks, timed_steps
from register.errors import StepRefused
from register.handling import THE_RESIDENT, refusals, steps_open_to, take_step
from register.pauses import pause_ends, shares
from register.publication import Stage, publication, summary_digest
from register.records import to_bytes
from register.store import FolderStore
from register.terms import Kind, Status, Step, Urgency
from register.transitions import NEXT_STEPS, allowed_steps, next_status
from register.vouching import as_counted, unconfirmed
from tests.factories import ENGINEER, HANDLER, MANAGER, REVIEWER, assigned, book, fed_back, kept_case
from tests.factories import step as one_more

SAYS: dict[Step, dict[str, Any]] = {
    Step.ASSIGN: {"to": ENGINEER.account, "post": "cleaning"},
    Step.TRANSFER: {"to": "街道办", "text": "已转。"},
    Step.REFUSE: {"reason": "in_court", "text": "已进入诉讼。"},
    Step.INVESTIGATE: {"findings": "属实"},
    Step.PAUSE: {"reason": "weather"},
    Step.EXTEND: {"reason": "complex", "working_days": 3},
    Step.ANSWER: {"outcome": "rectified", "measures": ["cleaned"], "text": "已清。"},
    Step.FINISH: {"outcome": "rectified", "measures": ["repaired"], "text": "已修。"},
    Step.FEED_BACK: {"satisfaction": "satisfied"},
    Step.FOLLOW_UP: {"satisfaction": "satisfied"},
    Step.RECONSIDER: {"outcome": "explained", "changed": False, "text": "维持。"},
    Step.ATTACH: {"photos": ["a" * 64]},
    Step.LINK: {"number": "2026-000-000-9"},
    Step.UNLINK: {"number": "2026-000-000-9"},
    Step.HOLD: {"reason": "flood"},
    Step.SUMMARISE: {"zh": "楼道已清运。"},
    Step.COUNT_ONLY: {"reason": "sensitive"},
    Step.WITHHOLD: {"reason": "spam"},
    Step.TAKE_DOWN: {"reason": "legal_order"},
    Step.ERASE: {"reason": "resident_asked", "part": "contact"},
    Step.RATE: {"satisfaction": "dissatisfied"},
    Step.NEW_CODE: {"checked": "in_person"},
}
SAYS |= {
    step: {"text": "说明。"}
    for step in (
        Step.REOPEN,
        Step.RELEASE_HOLD,
        Step.SEND_BACK,
        Step.ADD_FACTS,
        Step.MESSAGE,
        Step.REPLY,
        Step.ASK_REVIEW,
        Step.OBJECT,
    )
}


def says(case: Case, step: Step, kind: Kind, urgency: Urgency) -> dict[str, Any]:
    if step in (Step.CLASSIFY, Step.RECLASSIFY):
        classed = {"kind": kind, "matter": "hygiene", "urgency": urgency}
        return classed if step == Step.CLASSIFY else {**classed, "reason": "new_facts"}
    if step == Step.APPROVE:
        summary = publication(case).summary
        return {"sha256": summary_digest(summary) if summary else "0" * 64, "read_all": True}
    return SAYS.get(step, {})


ACTORS = st.sampled_from([HANDLER, ENGINEER, REVIEWER, MANAGER, THE_RESIDENT])
# A walk that only drew from all steps would rarely leave the first rooms: half the tries take an open one.
REST = (
    st.integers(0, 1000),
    ACTORS,
    st.timedeltas(timedelta(0), timedelta(days=6)),
    st.sampled_from(Kind),
    st.sampled_from(Urgency),
)
TRY = st.tuples(st.sampled_from(Step) | st.none(), *REST)
WALKS = st.lists(TRY, min_size=1, max_size=30)
AROUND_APPROVAL = (Step.SUMMARISE, Step.APPROVE, Step.OBJECT, Step.SEND_BACK)
TO_APPROVAL = st.lists(TRY | st.tuples(st.sampled_from(AROUND_APPROVAL), *REST), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def new_cases() -> Iterator[dict[Kind, Case]]:
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(Path(folder))
        yield {kind: kept_case(store, number, kind=kind) for number, kind in enumerate(Kind)}


def walked(case: Case, walk: list[Any], late: timedelta = timedelta(0)) -> Iterator[tuple[Case, Case]]:
    """The case before and after every step that was taken; staff write theirs down so `late`."""
    for step, pick, by, after, kind, urgency in walk:
        at = case.entries[-1].at + after
        case = book().clockwork.run_on(case, at)
        open_steps = sorted(steps_open_to(case, by, at))
        if step is None and not open_steps:
            continue
        chosen: Step = step or open_steps[pick % len(open_steps)]
        before = case
        try:
            case = take_step(
                case,
                chosen,
                by=by,
                at=at,
                particulars=says(case, chosen, kind, urgency),
                clockwork=book().clockwork,
                noted=None if by.is_resident else at + late,
            )
        except StepRefused as refused:
            assert set(refused.allowed) == set(open_steps)  # noqa: PT017  a walk goes on after a refusal
            continue
        assert not refusals(before, chosen, by=by, at=at)
        yield before, case


@settings(max_examples=60, deadline=None)
@given(walk=WALKS, kind=st.sampled_from(Kind))
def test_the_status_is_the_walk_and_never_an_unlisted_one(
    new_cases: dict[Kind, Case], walk: list[Any], kind: Kind
) -> None:
    status = Status.RECEIVED
    for before, case in walked(new_cases[kind], walk):
        taken = case.entries[-1].step
        assert taken in allowed_steps(status)
        status = next_status(status, taken) or status
        assert case.status == status == NEXT_STEPS[before.status].get(taken, before.status)
        assert case.entries[:-1] == before.entries
        assert (case.submission, case.number) == (before.submission, before.number)
        assert case.contact in ((before.contact, None) if taken == Step.ERASE else (before.contact,))


@settings(max_examples=60, deadline=None)
@given(walk=WALKS, kind=st.sampled_from(Kind))
def test_a_walked_case_is_read_back_as_it_was_written(
    new_cases: dict[Kind, Case], walk: list[Any], kind: Kind
) -> None:
    case = new_cases[kind]
    for _, later in walked(case, walk):
        case = later
    data = to_bytes(case)
    read = Case.model_validate_json(data, strict=True)
    assert read == case
    assert to_bytes(read) == data
    assert timed_steps(read) == timed_steps(case)
    assert publication(read) == publication(case)


@settings(max_examples=60, deadline=None)
@given(walk=WALKS, kind=st.sampled_from(Kind))
def test_no_clock_vanishes_silently(new_cases: dict[Kind, Case], walk: list[Any], kind: Kind) -> None:
    """A clock that ran goes on, ends, is cancelled, or makes room for another: by a step that is in the history."""
    for before, case in walked(new_cases[kind], walk):
        entry = case.entries[-1]
        now = {each.clock.step: each for each in timed_steps(case)}
        for was in timed_steps(before):
            later = [each for each in timed_steps(case) if each.clock.step == was.clock.step]
            if is_doubt_over(before, entry):
                continue  # it counts by what was noted again, whatever it was while nobody confirmed that
            if was.done is not None:
                assert was in later  # what ended never changes
            elif was.is_late(entry.at) and entry.step != Step.CLASSIFY:
                assert any(each.clock == was.clock for each in later)  # what was missed stays missed
                assert all(each.is_late(entry.at) for each in later if each.clock == was.clock)
            elif was.clock.step not in now:
                assert entry.step in (Step.CLASSIFY, Step.RECLASSIFY)
        assert case.status != "paused" or {clock.step for clock in running_clocks(case)} == {Step.RESUME}
        assert all(clock.step in now for clock in entry.limits)


def is_doubt_over(before: Case, entry: CaseEntry) -> bool:
    return bool(unconfirmed(before)) and entry.step in (Step.CONFIRM, Step.WITHDRAW, Step.REOPEN)


@settings(max_examples=60, deadline=None)
@given(walk=WALKS, kind=st.sampled_from(Kind), late=st.timedeltas(timedelta(hours=1), timedelta(days=20)))
def test_nothing_is_kept_that_another_person_has_yet_to_confirm(
    new_cases: dict[Kind, Case], walk: list[Any], kind: Kind, late: timedelta
) -> None:
    for _, case in walked(new_cases[kind], walk, late):
        counted, waiting = as_counted(case), unconfirmed(case)
        assert counted.status in Status
        assert [entry.at for entry in counted.entries] == sorted(entry.at for entry in counted.entries)
        assert as_counted(counted).entries == counted.entries
        assert all(
            not is_kept(timed) for timed in timed_steps(case) if timed.done in _written_up(waiting, case)
        )


def _written_up(waiting: tuple[CaseEntry, ...], case: Case) -> set[datetime]:
    """When steps that nobody confirmed are said to have been taken, and nothing else was."""
    return {entry.at for entry in waiting} - {entry.at for entry in as_counted(case).entries}


def is_kept(timed: Timed) -> bool:
    return not timed.cancelled and timed.done is not None and not timed.is_late(timed.done)


@settings(max_examples=60, deadline=None)
@given(walk=st.lists(TRY | st.tuples(st.sampled_from([Step.PAUSE, Step.RESUME]), *REST), max_size=30))
def test_no_one_person_holds_a_case_still_for_longer_than_her_share(
    new_cases: dict[Kind, Case], walk: list[Any]
) -> None:
    begun = paused_once(new_cases[Kind.REPAIR])
    for _, case in walked(begun, walk):
        now = case.entries[-1].at
        assert all(share.left >= timedelta(0) for share in shares(case, now).values())
        ends = pause_ends(case)
        assert (ends is None) == (case.status != Status.PAUSED)
        assert ends is None or book().clockwork.run_on(case, ends + timedelta(1)).status == Status.ASSIGNED


def paused_once(case: Case) -> Case:
    case = assigned(case)
    return one_more(case, Step.PAUSE, reason="weather")


@settings(max_examples=60, deadline=None)
@given(walk=TO_APPROVAL, kind=st.sampled_from([Kind.COMPLAINT, Kind.SUGGESTION]))
def test_nothing_is_approved_without_four_eyes_or_against_the_resident(
    new_cases: dict[Kind, Case], walk: list[Any], kind: Kind
) -> None:
    is_approved_by_two(fed_back(new_cases[kind]), walk)


@pytest.mark.untraced
def test_walks_reach_approval(new_cases: dict[Kind, Case]) -> None:
    """The strategy is worth something: some of such walks come to an approval that is asked about."""
    draw, case = random.Random(7), fed_back(new_cases[Kind.COMPLAINT])
    walks = [[(draw.choice(AROUND_APPROVAL), *a_try(draw)[1:]) for _ in range(12)] for _ in range(40)]
    assert sum(is_approved_by_two(case, walk) for walk in walks) >= 3


def is_approved_by_two(case: Case, walk: list[Any]) -> bool:
    """Whether the walk came to an approval; whoever approved neither wrote nor answered, and nobody had objected."""
    against = reached = False
    for _, after in walked(case, walk):
        against = against or after.entries[-1].step == Step.OBJECT
        state = publication(after)
        if state.stage == Stage.APPROVED:
            reached = True
            answer = after.last(Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER)
            assert state.decided_by != state.author
            assert (
                answer is None or answer.at > (state.decided_at or answer.at) or state.decided_by != answer.by
            )
            assert not against
    return reached


@pytest.mark.untraced
def test_walks_get_about() -> None:
    """The strategy is worth something: it reaches every status."""
    draw = random.Random(15)
    reached = {Status.RECEIVED}
    with tempfile.TemporaryDirectory() as folder:
        case = kept_case(FolderStore(Path(folder)), 1)
    for _ in range(200):
        walk = [a_try(draw) for _ in range(30)]
        reached |= {after.status for _, after in walked(case, walk)}
        if reached == set(Status):
            return
    raise AssertionError(f"never reached {set(Status) - reached}")


def a_try(draw: random.Random) -> tuple[Any, ...]:
    by = draw.choice([HANDLER, ENGINEER, REVIEWER, MANAGER, THE_RESIDENT])
    after = timedelta(hours=draw.randrange(60))
    return (None, draw.randrange(1000), by, after, draw.choice(list(Kind)), draw.choice(list(Urgency)))
