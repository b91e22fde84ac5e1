"""A case is its entries: what they lead to, and its one spelling on disk for ever."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from register.case import Case, CaseEntry, Clock, Contact, Submission, Tombstone
from register.records import to_bytes
from register.settings import ZONE
from register.store import FolderStore
from register.terms import EraseReason, Kind, Outcome, Phase, Post, Satisfaction, Step
from tests.factories import (
    MANAGER,
    MONDAY,
    PROJECT,
    THE_RESIDENT,
    answered,
    contact,
    fed_back,
    kept_case,
    step,
    submission,
)

GOLDEN = PROJECT / "tests" / "golden"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return kept_case(FolderStore(tmp_path))


# The golden file (see test_formats.py) has everything a case can hold


def test_the_golden_case_lies_in_a_store_like_any_other(tmp_path: Path) -> None:
    data = (GOLDEN / "case.json").read_bytes()
    number = json.loads(data)["number"]
    store = FolderStore(tmp_path)
    place = tmp_path / "cases" / number[:4] / f"{number}.json"
    place.parent.mkdir()
    place.write_bytes(data)
    assert to_bytes(store.read(number).record) == data


@pytest.mark.parametrize("model", [Case, Submission, Contact, CaseEntry, Clock])
def test_the_golden_case_has_one_of_each_part(model: type[BaseModel]) -> None:
    """A new field or part must get into the golden file before it is stored anywhere."""
    golden = Case.model_validate_json((GOLDEN / "case.json").read_bytes())
    parts: dict[type[BaseModel], list[BaseModel]] = {
        Case: [golden], Submission: [golden.submission], Contact: [golden.contact or Contact()],
        CaseEntry: list(golden.entries), Clock: [clock for entry in golden.entries for clock in entry.limits],
    }  # fmt: skip
    for name in model.model_fields:
        assert any(getattr(part, name) not in (None, "", (), {}) for part in parts[model]), name


# What the entries lead to


def test_a_new_case_is_as_it_was_submitted(case: Case) -> None:
    assert (case.status, case.phase, case.received) == ("received", Phase.REGISTERED, MONDAY)
    assert (case.kind, case.matter, case.urgency) == ("complaint", "hygiene", "ordinary")
    assert (case.responsible, case.post, case.outcome) == (None, Post.FRONT_DESK, None)
    assert case.satisfaction == Satisfaction.NO_ANSWER
    assert not case.is_held


def test_the_class_and_the_responsible_are_those_of_the_latest_step(case: Case) -> None:
    done = answered(case)
    assert (done.responsible, done.post, done.outcome) == ("zhaoqiang", Post.CLEANING, Outcome.RECTIFIED)
    classed = step(
        step(case, Step.ACKNOWLEDGE), Step.CLASSIFY, kind="repair", matter="safety", urgency="important"
    )
    again = step(
        classed, Step.RECLASSIFY, kind="inquiry", matter="charges", urgency="ordinary", reason="mistaken"
    )
    assert (classed.kind, classed.matter, classed.urgency) == ("repair", "safety", "important")
    assert (again.kind, again.matter, again.urgency) == ("inquiry", "charges", "ordinary")
    assert again.submission.kind == Kind.COMPLAINT


def test_the_outcome_is_that_of_the_round(case: Case) -> None:
    reopened = step(answered(case), Step.REOPEN, by=MANAGER, text="再查。")
    assert reopened.outcome is None
    assert len(reopened.round) == 1
    assert step(case, Step.WITHDRAW).outcome == Outcome.WITHDRAWN
    refused = step(step(case, Step.ACKNOWLEDGE), Step.REFUSE, reason="in_court", text="已进入诉讼。")
    assert refused.outcome == Outcome.REFUSED


def test_what_the_resident_said_last_counts_and_silence_does_not(case: Case) -> None:
    asked = step(answered(case), Step.FEED_BACK, satisfaction="dissatisfied")
    silent = step(asked, Step.FOLLOW_UP, satisfaction="no_answer")
    assert silent.satisfaction == Satisfaction.DISSATISFIED
    followed = step(silent, Step.FOLLOW_UP, satisfaction="fairly_satisfied")
    assert followed.satisfaction == Satisfaction.FAIRLY_SATISFIED


def test_what_she_rated_herself_stands_against_what_staff_note_until_she_rates_again(case: Case) -> None:
    rated = step(answered(case), Step.RATE, by=THE_RESIDENT, satisfaction="dissatisfied")
    noted = step(rated, Step.FEED_BACK, satisfaction="satisfied")
    assert noted.satisfaction == Satisfaction.DISSATISFIED
    assert noted.needs_attention
    again = step(noted, Step.RATE, by=THE_RESIDENT, satisfaction="fairly_satisfied")
    assert again.satisfaction == Satisfaction.FAIRLY_SATISFIED


def test_what_she_said_of_another_answer_stands_until_she_says_something_of_this(case: Case) -> None:
    rated = step(answered(case), Step.RATE, by=THE_RESIDENT, satisfaction="dissatisfied")
    reopened = step(rated, Step.REOPEN, by=MANAGER, text="再查。")
    assert reopened.satisfaction == Satisfaction.DISSATISFIED
    checked = step(reopened, Step.INVESTIGATE, findings="已复查。")
    again = step(checked, Step.ANSWER, outcome="rectified", measures=["cleaned"], text="已清运。")
    assert step(again, Step.FEED_BACK, satisfaction="satisfied").satisfaction == Satisfaction.SATISFIED


def test_only_the_contact_parts_that_are_there_are_values() -> None:
    assert contact(phone="").values() == ("陈建国", "5-2-1203")
    assert Contact().values() == ()


def test_a_tombstone_tells_nothing_about_a_person(case: Case) -> None:
    tombstone = Tombstone.of(fed_back(case), EraseReason.RETENTION_ENDED)
    assert tombstone.month == "2026-07"
    assert set(tombstone.model_dump()) == {
        "format",
        "number",
        "erased",
        "instance",
        "ledger",
        "kind",
        "month",
        "reason",
    }
    assert (tombstone.number, tombstone.ledger, tombstone.kind) == (case.number, case.ledger, case.kind)


# What is no case


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"number": "2026-483-901-0"}, "no case number"),
        ({"instance": "x" * 32}, "instance"),
        ({"ledger": "0" * 95}, "ledger"),
        ({"format": 2}, "format"),
        ({"entries": ()}, "entries"),
        ({"flat": "1203"}, "flat"),
    ],
)
def test_what_does_not_fit_the_format_is_refused(case: Case, change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Case.model_validate({**vars(case), **change})


def test_a_history_starts_with_the_receipt_and_follows_the_table(case: Case) -> None:
    done = answered(case)
    for entries, problem in (
        (done.entries[1:], "receipt"),
        ((done.entries[0], *done.entries[2:]), "cannot follow"),
        ((*done.entries, done.entries[0]), "cannot follow"),
    ):
        with pytest.raises(ValidationError, match=problem):
            Case.model_validate({**vars(done), "entries": entries})


@pytest.mark.parametrize(
    "change",
    [
        {"particulars": {"surprise": 1}},
        {"by": "Wang Fang"},
        {"at": datetime(2026, 7, 6, 9)},  # noqa: DTZ001  the very thing that is refused
        {"step": "burn"},
    ],
)
def test_an_entry_says_who_when_and_what_its_step_asks(change: dict[str, Any]) -> None:
    right = {"step": "acknowledge", "by": "wangfang", "at": MONDAY, "particulars": {"note": ""}}
    assert CaseEntry.model_validate(right).at.tzinfo is ZONE
    with pytest.raises(ValidationError):
        CaseEntry.model_validate({**right, **change})


def test_nothing_in_a_case_can_be_changed_in_place(case: Case) -> None:
    with pytest.raises(ValidationError):
        case.number = "2026-000-000-3"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        submission().publish = False  # type: ignore[misc]
