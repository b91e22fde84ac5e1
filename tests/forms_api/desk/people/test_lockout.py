"""Who guesses waits longer each time, under any name, and after a restart too."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.people.lockout import FAILED, LONGEST_WAIT, REMEMBERED, Lockout, wait_after
from register.audit import AuditLine
from tests.factories import MONDAY
from tests.forms_api.desk.office import PASSWORD, Desk, reopened


def test_the_first_tries_are_free_and_the_waits_grow() -> None:
    waits = [wait_after(failures).total_seconds() for failures in range(10)]
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900]


@given(st.integers(0, 10_000))
def test_a_wait_never_shrinks_and_never_grows_without_end(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= LONGEST_WAIT


def test_an_account_waits_after_failures_and_is_free_again_after_success() -> None:
    lockout = Lockout()
    for _ in range(4):
        assert not lockout.attempt("wangfang", MONDAY)
    assert lockout.attempt("wangfang", MONDAY) == timedelta(seconds=30)
    assert not lockout.attempt("sunli", MONDAY)
    assert not lockout.attempt("wangfang", MONDAY + timedelta(seconds=30))
    lockout.succeeded("wangfang")
    assert not lockout.attempt("wangfang", MONDAY + timedelta(seconds=31))


def test_more_names_are_remembered_than_can_be_tried_while_an_account_waits() -> None:
    a_second = 100  # hashes of OWASP's cost, two at once
    assert a_second * LONGEST_WAIT.total_seconds() < REMEMBERED


def test_an_account_that_waits_is_not_forgotten_for_the_names_tried_after_it() -> None:
    lockout = Lockout(remembered=1000)
    for _ in range(4):
        lockout.attempt("wangfang", MONDAY)
    for number in range(999):
        lockout.attempt(f"guess{number}", MONDAY + timedelta(seconds=1))
    assert lockout.attempt("wangfang", MONDAY + timedelta(seconds=1)) == timedelta(seconds=29)


def test_an_account_is_counted_too_that_is_tried_after_names_which_failed_more_often_filled_the_memory() -> (
    None
):
    lockout = Lockout(remembered=50)
    for number in range(150):
        lockout.attempt(f"guess{number % 50}", MONDAY)
    tries = [lockout.attempt("wangfang", MONDAY) for _ in range(5)]
    assert tries == [timedelta()] * 4 + [timedelta(seconds=30)]


def test_a_clock_that_is_set_back_does_not_hold_anybody_up_for_as_long_as_it_was_wrong() -> None:
    lockout = Lockout()
    for _ in range(4):
        lockout.attempt("wangfang", MONDAY + timedelta(days=1))
    assert not lockout.attempt("wangfang", MONDAY)
    assert lockout.attempt("wangfang", MONDAY) == wait_after(5)


def test_names_nobody_has_cannot_fill_the_memory() -> None:
    lockout = Lockout(remembered=50)
    for number in range(100):
        lockout.attempt(f"guess{number}", MONDAY)
    assert len(lockout._failures) == 50


def _line(by: str, event: str, seconds: int = 0) -> AuditLine:
    return AuditLine(at=MONDAY + timedelta(seconds=seconds), by=by, event=event, about="-", previous="")


def test_the_log_tells_of_failures_since_the_last_sign_in() -> None:
    events = (
        "sign_in_failed",
        "sign_in_failed",
        "sign_in",
        *sorted(FAILED)[:3],
        "looked_at_photo",
        "sign_in_failed",
    )
    lockout = Lockout.told_by([_line("wangfang", event) for event in events])
    assert lockout.attempt("wangfang", MONDAY + timedelta(seconds=10)) == timedelta(seconds=20)
    assert not lockout.attempt("sunli", MONDAY)


def test_a_restart_gives_nobody_free_tries(desk: Desk) -> None:
    tried = {"account": "sunli", "password": "not my password", "lang": "zh", "_end": "1"}
    answers = [desk.visitor().post("/sign-in", data=tried).status_code for _ in range(5)]
    assert answers == [401] * 4 + [429]
    again = reopened(desk)
    assert again.visitor().post("/sign-in", data={**tried, "password": PASSWORD}).status_code == 429
    again.clock.move(seconds=31)
    assert again.visitor().post("/sign-in", data={**tried, "password": PASSWORD}).status_code == 303
