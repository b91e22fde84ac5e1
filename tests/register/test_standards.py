"""Standards: one limit a step, versions in order, old cases under their own version."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from register.settings import ZONE
from register.standards import Standard, Standards, Version, WorkingHours
from register.terms import Kind, Step, Urgency
from tests.factories import book

WORDS = {"zh": "一", "en": "one"}


def standard(**change: Any) -> dict[str, Any]:
    return {
        "id": "complaint.answer", "kind": "complaint", "step": "answer",
        "limit": {"amount": 7, "unit": "days"}, "promise": WORDS, "measured": WORDS, "basis": WORDS, **change,
    }  # fmt: skip


def version(*standards: dict[str, Any], **change: Any) -> dict[str, Any]:
    values = {"version": "2026.1", "effective": date(2026, 1, 1), "note": WORDS, "standard": standards}
    return {**values, **change}


def test_the_projects_standards_are_one_a_step_and_name_their_basis() -> None:
    current = book().standards.in_force(date(2026, 7, 6))
    assert len({s.id for s in current.standard}) == len(current.standard)
    assert all(s.promise.en and s.basis.en and s.measured.en for s in current.standard)
    assert {s.kind for s in current.standard} == set(Kind)


@pytest.mark.parametrize(
    ("standards", "problem"),
    [
        ([standard(), standard()], "same id"),
        ([standard(), standard(id="complaint.second", urgency="emergency")], "second limit"),
        ([standard(limit={"amount": 1, "unit": "days", "starts": "contact"})], "cannot start"),
        ([standard(limit={"amount": 0, "unit": "days"})], "greater than 0"),
        ([standard(limit={"amount": 1, "unit": "weeks"})], "unit"),
        ([standard(id="Complaint")], "pattern"),
        ([standard(target=101)], "100"),
    ],
)
def test_standards_that_contradict_themselves_are_refused(standards: list[Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Version.model_validate(version(*standards))


def test_a_standard_for_one_urgency_and_one_for_another_go_together() -> None:
    both = version(standard(urgency="ordinary"), standard(id="complaint.soon", urgency="emergency"))
    starting = Version.model_validate(both).starting
    assert [s.id for s in starting(Step.RECEIVE, Kind.COMPLAINT, Urgency.EMERGENCY)] == ["complaint.soon"]
    assert list(starting(Step.RECEIVE, Kind.COMPLAINT, Urgency.IMPORTANT)) == []
    assert list(starting(Step.ANSWER, Kind.COMPLAINT, Urgency.EMERGENCY)) == []
    assert list(starting(Step.RECEIVE, Kind.REPAIR, Urgency.EMERGENCY)) == []


def test_a_standard_without_urgency_fits_every_urgency() -> None:
    assert all(Standard.model_validate(standard()).fits(Kind.COMPLAINT, urgency) for urgency in Urgency)


@pytest.mark.parametrize(
    ("versions", "problem"),
    [
        ([], "oldest first"),
        ([version(), version(version="2026.2")], "oldest first"),
        ([version(), version(version="2025.1", effective=date(2025, 1, 1))], "oldest first"),
        ([version(), version(effective=date(2026, 2, 1))], "same number"),
        ([version(version="２０２６.1")], "pattern"),
    ],
)
def test_versions_stand_in_order_with_their_own_numbers(versions: list[Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Standards.model_validate({"version": versions})


def test_the_version_in_force_is_that_of_the_day() -> None:
    standards = Standards.model_validate(
        {"version": [version(), version(version="2026.2", effective=date(2026, 7, 1))]}
    )
    assert standards.in_force(date(2025, 1, 1)).version == "2026.1"
    assert standards.in_force(date(2026, 6, 30)).version == "2026.1"
    assert standards.in_force(datetime(2026, 7, 1, tzinfo=ZONE)).version == "2026.2"


@pytest.mark.parametrize(
    "hours",
    [{"closes": "24:00"}, {"closes": "17:60"}, {"closes": "１７:00"}, {"opens": "18:00"}, {"opens": "8:30"}],
)
def test_working_hours_are_real_hours_in_order(hours: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        WorkingHours.model_validate({"closes": "17:30", **hours})


def test_an_objection_has_its_own_limit_in_the_place_of_the_general_one() -> None:
    version = book().standards.in_force(date(2026, 7, 6))
    for urgency in Urgency:
        ordinary = {s.step: s for s in version.starting(Step.RECEIVE, Kind.COMPLAINT, urgency)}
        objection = {
            s.step: s for s in version.starting(Step.RECEIVE, Kind.COMPLAINT, urgency, objection=True)
        }
        assert not any(standard.objection for standard in ordinary.values())
        assert objection[Step.ANSWER].limit.amount == 3
        assert {**objection, Step.ANSWER: ordinary[Step.ANSWER]} == ordinary
