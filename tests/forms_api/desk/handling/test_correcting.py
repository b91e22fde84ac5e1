"""A wrong step is undone by the step against it; the page offers it, says who may, and deletes nothing."""

from pathlib import Path

from forms_api.desk.handling.correcting import correction
from register.case import Case
from register.store import FolderStore
from register.terms import Step
from tests.factories import ENGINEER, HANDLER, REVIEWER, THE_RESIDENT, answered, kept_case, step
from tests.forms_api.desk.casefiles import keep
from tests.forms_api.desk.office import Desk, words


def case_of(folder: Path) -> Case:
    return kept_case(FolderStore(folder))


def test_a_case_nobody_touched_has_nothing_to_put_right(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    assert correction(case, HANDLER, case.received) is None
    asked = step(case, Step.MESSAGE, by=THE_RESIDENT, text="什么时候来？")
    assert correction(asked, HANDLER, asked.entries[-1].at) is None


def test_the_last_step_of_the_staff_is_undone_by_the_step_against_it(tmp_path: Path) -> None:
    held = step(case_of(tmp_path), Step.HOLD, reason="flood")
    held = step(held, Step.MESSAGE, by=THE_RESIDENT, text="我不是骚扰。")
    found = correction(held, HANDLER, held.entries[-1].at)
    assert found is not None
    assert (found.wrong.step, found.against, found.reasons) == (Step.HOLD, Step.RELEASE_HOLD, ())


def test_a_note_has_no_step_against_it(tmp_path: Path) -> None:
    told = step(case_of(tmp_path), Step.ACKNOWLEDGE)
    found = correction(told, HANDLER, told.entries[-1].at)
    assert found is not None
    assert found.against is None


def test_who_may_not_undo_it_is_told_why(tmp_path: Path) -> None:
    case = answered(case_of(tmp_path))
    now = case.entries[-1].at
    asked = [correction(case, by, now) for by in (ENGINEER, REVIEWER)]
    assert [one.reasons for one in asked if one] == [("role",), ()]


def test_a_pause_by_mistake_is_ended_from_the_offer_on_the_page(desk: Desk) -> None:
    case = kept_case(desk.store)
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind="complaint", matter="hygiene", urgency="ordinary")
    case = step(case, Step.ASSIGN, to="wangfang", post="cleaning")
    number = keep(desk, case)
    person = desk.signed_in("wangfang")
    person.step(number, "hold", reason="flood")
    page = person.open(f"/cases/{number}")
    assert words("correction", "kept") in page
    assert f"/cases/{number}?step=release_hold#step-release_hold" in page
    opened = person.open(f"/cases/{number}?step=release_hold")
    assert '<details id="step-release_hold" open>' in opened
    person.send(opened, f"/cases/{number}/steps/release_hold", text="点错了。")
    assert [e.step for e in desk.store.read(number).record.entries[-2:]] == [Step.HOLD, Step.RELEASE_HOLD]
