"""Erasing: contact details and the record by two people, and never what is still worked on."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from register.case import Case, Contact
from register.contacts import update_contact
from register.erasure import Erasure, erasure
from register.errors import StepRefused
from register.handling import SYSTEM, THE_RESIDENT, Actor
from register.store import FolderStore
from register.terms import Step
from tests.factories import HANDLER, MANAGER, REVIEWER, book, fed_back, kept_case, step

THE_SYSTEM = Actor(SYSTEM, None)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return kept_case(FolderStore(tmp_path))


def erased(case: Case, part: str = "case", by: Actor = MANAGER, reason: str = "resident_asked") -> Case:
    return step(case, Step.ERASE, by=by, part=part, reason=reason)


def refused(case: Case, **said: Any) -> tuple[str, ...]:
    with pytest.raises(StepRefused) as refusal:
        erased(case, **said)
    return refusal.value.reasons


def test_contact_details_go_by_the_decision_of_two_and_only_that_they_went_is_noted(case: Case) -> None:
    proposed = erased(case, "contact")
    assert proposed.contact == case.contact
    assert refused(proposed, part="contact") == ("same_person",)
    changed = erased(proposed, "contact", by=REVIEWER)
    assert changed.contact is None
    assert changed.submission == case.submission
    assert changed.entries[-1].particulars == {"part": "contact", "reason": "resident_asked"}
    assert refused(changed, part="contact") == ("nothing_to_erase",)


def test_what_she_asked_for_with_her_code_one_person_does(case: Case) -> None:
    assert erased(step(case, Step.ASK_ERASURE, by=THE_RESIDENT), "contact").contact is None
    noted = step(case, Step.ASK_ERASURE)
    assert erased(noted, "contact").contact is not None, "anybody can note that she asked on the telephone"


@pytest.mark.parametrize("part", ["contact", "case"])
def test_two_accounts_that_may_be_one_person_erase_nothing(case: Case, part: str) -> None:
    proposed = erased(fed_back(case), part)
    assert refused(proposed, part=part, by=replace(REVIEWER, barred=frozenset({MANAGER.account}))) == (
        "one_hand",
    )


def test_a_proposal_is_of_the_details_that_were_there(case: Case) -> None:
    proposed = erased(case, "contact")
    later = proposed.entries[-1].at + timedelta(hours=1)
    other = update_contact(proposed, Contact(phone="13900001111"), at=later, clockwork=book().clockwork)
    assert erased(other, "contact", by=REVIEWER).contact == other.contact


def test_the_record_takes_the_decision_of_two_people(case: Case) -> None:
    asked = step(fed_back(case), Step.ASK_ERASURE, by=THE_RESIDENT)
    assert erasure(asked) == Erasure(asked=True, by_code=True)
    proposed = erased(asked)
    assert proposed.contact is not None
    assert erasure(proposed).decided_at is None
    assert refused(proposed) == ("same_person",)
    decided = erased(proposed, by=REVIEWER)
    assert erasure(decided).decided_at == decided.entries[-1].at
    assert decided.contact is None
    assert refused(decided) == ("already_erased",)


def test_a_handler_erases_nothing(case: Case) -> None:
    assert refused(case, part="contact", by=HANDLER) == ("role",)


def test_what_is_open_or_on_hold_stays(case: Case) -> None:
    assert refused(case) == ("not_at_rest",)
    held = step(fed_back(case), Step.HOLD, reason="flood")
    assert refused(held) == ("not_at_rest",)


def test_retention_is_applied_by_the_system_alone(case: Case) -> None:
    assert refused(case, part="contact", reason="retention_ended") == ("particular:reason",)
    assert refused(case, part="contact", by=THE_SYSTEM) == ("particular:reason",)
    kept = erased(case, "contact", by=THE_SYSTEM, reason="retention_ended")
    assert kept.contact is None


def test_taken_up_again_everything_is_to_be_asked_anew(case: Case) -> None:
    again = step(erased(fed_back(case)), Step.REOPEN, by=REVIEWER, text="仍未解决。")
    assert erasure(again) == Erasure()
