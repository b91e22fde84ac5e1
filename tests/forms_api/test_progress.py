"""What a resident sees of pauses, of what staff noted later, and of a withdrawal noted in her name."""

from datetime import timedelta
from pathlib import Path

import pytest

from forms_api.progress import Progress, progress
from register.case import Case
from register.handling import take_step
from register.store import FolderStore
from register.terms import Language, Step
from register.wording import load_wording
from tests.factories import HANDLER, MONDAY, REVIEWER, assigned, book, kept_case, step


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return assigned(kept_case(FolderStore(tmp_path)))


def shown(case: Case, language: Language = Language.EN) -> Progress:
    now = case.entries[-1].at + timedelta(days=3)
    wording = load_wording("terms", "forms")
    return progress(case, now=now, language=language, wording=wording, rules=book().rules)


def test_the_end_of_a_pause_stands_with_her_limits_while_it_lasts(case: Case) -> None:
    paused = step(case, Step.PAUSE, reason="awaiting_parts")
    ends = shown(paused).limits[-1]
    assert (ends.step, ends.state) == ("resume", "running")
    assert "Mon 20 Jul" in ends.words
    assert {line.state for line in shown(paused).limits[1:-1]} == {"paused"}
    assert "resume" not in {line.step for line in shown(step(paused, Step.RESUME)).limits}


def test_a_withdrawal_noted_for_her_asks_for_her_word(case: Case) -> None:
    noted = step(case, Step.WITHDRAW)
    told = shown(noted)
    assert "nobody has confirmed it" in told.timeline[-1].what
    assert "withdraw" in told.offered
    assert {line.state for line in told.limits[1:]} == {"running", "overdue"}
    confirmed = shown(step(noted, Step.CONFIRM, by=REVIEWER))
    assert confirmed.timeline[-2].what == "Staff noted that you withdrew it"
    assert "withdraw" not in confirmed.offered


def test_what_was_written_down_later_says_so(case: Case) -> None:
    at, work = MONDAY + timedelta(hours=4), book().clockwork
    noted = take_step(
        case,
        Step.CONTACT,
        by=HANDLER,
        at=at,
        particulars={},
        clockwork=work,
        noted=MONDAY + timedelta(days=9),
    )
    assert shown(noted).timeline[-1].at == "Mon 6 Jul, 13:00 (written down Wed 15 Jul, 09:00)"
