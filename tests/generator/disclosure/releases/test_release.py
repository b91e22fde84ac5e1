"""The shapes of what is published: an allow-list, sums that must agree, and bytes that never change."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.releases.release import Approval, Release
from tests.generator.disclosure.sample import a_release, an_approval

GOLDEN = Path(__file__).resolve().parents[3] / "golden"


def changed(**change: Any) -> dict[str, Any]:
    return {**a_release().model_dump(mode="json"), **change}


def test_a_release_is_written_as_it_is_for_ever() -> None:
    assert to_bytes(a_release()) == (GOLDEN / "release.json").read_bytes()


def test_an_approval_is_written_as_it_is_for_ever() -> None:
    assert to_bytes(an_approval()) == (GOLDEN / "approval.json").read_bytes()


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Release, "release.json"),
        (Release, "release-before-events.json"),
        (Release, "release-before-targets.json"),
        (Release, "release-before-salt.json"),
        (Release, "release-before-unlisted.json"),
        (Release, "release-before-own-records.json"),
        (Release, "release-before-noted.json"),
        (Approval, "approval.json"),
    ],
)
def test_what_was_published_can_be_read_for_ever(model: type[Release | Approval], name: str) -> None:
    data = (GOLDEN / name).read_bytes()
    assert to_bytes(model.model_validate_json(data)) == data


def test_the_golden_release_has_something_in_every_field() -> None:
    empty = [key for key, value in a_release().model_dump().items() if value in ((), None, "")]
    assert not empty


@pytest.mark.parametrize("place", ["", "entries.0", "entries.0.summary", "balance", "performance", "ledger"])
def test_a_field_that_is_not_in_the_model_cannot_be_published(place: str) -> None:
    record = changed()
    here: Any = record
    for key in filter(None, place.split(".")):
        here = here[int(key)] if key.isdigit() else here[key]
    here["room"] = "5-2-1203"
    with pytest.raises(ValidationError, match="room"):
        Release.model_validate_json(json.dumps(record))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"entries": []}, "1 entries and tombstones, but the balance lists 3"),
        ({"groups": []}, None),
        ({"targets": []}, "complaints_answered_on_time is judged by another target than the one that stood"),
        ({"groups": [{"matter": "noise", "includes": ["noise"], "received": 5}]}, "groups do not add up"),
        ({"ledger": {"origin": "a", "size": 9, "batch": 9, "root": "0" * 64}}, "ledger 9 differ"),
    ],
)
def test_the_parts_of_a_release_agree(change: dict[str, Any], problem: str | None) -> None:
    data = json.dumps(changed(**change))
    if problem is None:
        assert Release.model_validate_json(data).groups == ()
    else:
        with pytest.raises(ValidationError, match=problem):
            Release.model_validate_json(data)


def test_a_reference_is_used_once() -> None:
    record = changed()
    record["tombstones"][0]["ref"] = record["entries"][0]["ref"]
    with pytest.raises(ValidationError, match="a reference is used twice"):
        Release.model_validate_json(json.dumps(record))
