from datetime import timedelta
from pathlib import Path

import pytest

from forms_api.desk.handling.casework import history, limits, masked, stages
from forms_api.desk.handling.facts import facts
from forms_api.desk.handling.needs import Need, needs
from forms_api.desk.pages import Pages
from register.case import Case, Contact
from register.store import FolderStore
from register.terms import Channel, Kind, Language, Step, Urgency
from tests.factories import REVIEWER, THE_RESIDENT, answered, approved, assigned, kept_case, step

WORDING = Pages().wording


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return kept_case(FolderStore(tmp_path))


def bar(case: Case) -> list[tuple[str, str]]:
    return [(stage.code, stage.state) for stage in stages(case, Language.ZH, WORDING)]


def test_the_bar_shows_where_a_case_stands(case: Case) -> None:
    assert bar(case)[:2] == [("receive", "done"), ("acknowledge", "now")]
    assert bar(answered(case))[-2:] == [("feed_back", "now"), ("review", "todo")]
    assert {state for _, state in bar(approved(case))} == {"done"}


def test_an_answer_says_how_long_it_took(case: Case) -> None:
    notes = {stage.code: stage.note for stage in stages(answered(case), Language.ZH, WORDING)}
    assert notes["answer"] == "用时 5 小时"


def test_a_reopened_case_starts_again_at_the_investigation(case: Case) -> None:
    again = step(answered(case), Step.ASK_REVIEW, by=THE_RESIDENT, text="没有解决")
    again = step(again, Step.REOPEN, by=REVIEWER, text="重新核实")
    assert ("assign", "now") in bar(again)


def test_a_withdrawn_case_has_a_short_bar(case: Case) -> None:
    assert [code for code, _ in bar(step(case, Step.WITHDRAW, by=THE_RESIDENT))] == [
        "receive",
        "withdraw",
        "review",
    ]


def test_an_inquiry_needs_no_investigation(tmp_path: Path) -> None:
    inquiry = kept_case(FolderStore(tmp_path), kind=Kind.INQUIRY)
    assert "investigate" not in [code for code, _ in bar(inquiry)]


def test_every_limit_is_shown_with_its_state(case: Case) -> None:
    at = case.received + timedelta(hours=6)
    views = {view.step: view for view in limits(answered(case), at, Language.ZH)}
    assert views[Step.ANSWER].state == "kept"
    assert views[Step.FEED_BACK].state == "running"
    late = limits(case, case.received + timedelta(days=30), Language.ZH)
    assert {view.state for view in late} == {"late"}
    assert [view.due for view in late] == sorted(view.due for view in late)


def test_a_missed_and_a_paused_limit_say_so(case: Case) -> None:
    case = step(case, Step.ACKNOWLEDGE, after=timedelta(days=20))
    assert limits(case, case.entries[-1].at, Language.ZH)[-1].state == "missed"
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=Urgency.ORDINARY)
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="cleaning")
    case = step(case, Step.PAUSE, reason="weather")
    assert "paused" in {view.state for view in limits(case, case.entries[-1].at, Language.ZH)}


def test_a_limit_missed_before_a_withdrawal_says_it_was_never_done(case: Case) -> None:
    late = step(case, Step.WITHDRAW, by=THE_RESIDENT, after=timedelta(days=30))
    assert {view.state for view in limits(late, late.entries[-1].at, Language.ZH)} == {"undone"}


def test_the_history_tells_codes_in_words(case: Case) -> None:
    told = history(answered(case), Language.ZH, WORDING)
    assert dict(told[-1].lines)["measures"] == "清理、调整作业时间"
    assert dict(history(answered(case), Language.EN, WORDING)[-1].lines)["outcome"] == "Put right"
    assert history(answered(case), Language.ZH, WORDING, since=4) == told[4:]


def test_an_approval_shows_no_digest(case: Case) -> None:
    assert history(approved(case), Language.ZH, WORDING)[-1].lines == ()


def test_contact_details_are_masked_past_recognition() -> None:
    hidden = masked(Contact(name="陈建国", phone="13812345678", room="5-2-1203"))
    assert (hidden.name, hidden.phone, hidden.room) == ("陈**", "138****5678", "***")
    assert masked(Contact(phone="88881234")).phone == "********"
    assert masked(Contact()) == Contact()


def test_the_channel_does_not_change_the_bar(tmp_path: Path) -> None:
    phoned = kept_case(FolderStore(tmp_path), channel=Channel.PHONE)
    assert bar(phoned)[0] == ("receive", "done")


def test_the_end_of_a_pause_is_a_limit_that_runs_and_a_need_before_it_comes(case: Case) -> None:
    paused = step(assigned(case), Step.PAUSE, reason="awaiting_parts")
    ends = facts(paused).limits[0].due
    views = {view.step: view.state for view in limits(paused, ends - timedelta(hours=1), Language.ZH)}
    assert (views[Step.RESUME], views[Step.ANSWER]) == ("soon", "paused")
    assert {Need.DUE_SOON, Need.PAUSED} <= needs(facts(paused), ends - timedelta(hours=1))
    assert Need.DUE_SOON not in needs(facts(paused), ends - timedelta(days=3))
    resumed = step(paused, Step.RESUME)
    assert Step.RESUME not in {view.step for view in limits(resumed, ends, Language.ZH)}


def test_what_waits_for_another_person_is_a_need_and_stands_in_the_history(case: Case) -> None:
    noted = step(assigned(case), Step.WITHDRAW)
    assert facts(noted).is_open
    assert Need.CONFIRM in needs(facts(noted), noted.entries[-1].at)
    assert history(noted, Language.ZH, WORDING)[-1].one_word
    confirmed = step(noted, Step.CONFIRM, by=REVIEWER)
    assert not facts(confirmed).is_open
    assert not any(view.one_word for view in history(confirmed, Language.ZH, WORDING))
