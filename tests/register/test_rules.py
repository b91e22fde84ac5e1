"""The limits of publication: each has a floor that no setting goes under."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from register.rules import Rules
from tests.factories import PROJECT

WRITTEN: dict[str, Any] = tomllib.loads((PROJECT / "content" / "rules.toml").read_text("utf-8"))
# What must never be weaker than this, whatever an estate writes (DESIGN 7.4-7.6, research on disclosure control).
FLOORS = {
    ("periods", "lag_days"): 14,
    ("periods", "objection_days"): 7,
    ("thresholds", "k"): 3,
    ("thresholds", "percent_from"): 20,
    ("thresholds", "median_from"): 10,
    ("thresholds", "survey_from"): 10,
    ("retention", "contact_months"): 1,
    ("retention", "case_months"): 12,
}
# What a summary may be at most: there the limit is a ceiling.
CEILINGS = {("summaries", "longest_zh"): 120, ("summaries", "longest_en"): 300}


def written(section: str, key: str, value: int) -> dict[str, Any]:
    return {**WRITTEN, section: {**WRITTEN[section], key: value}}


@pytest.mark.parametrize(("place", "floor"), FLOORS.items())
def test_a_value_under_its_floor_is_refused_and_the_floor_is_not(place: tuple[str, str], floor: int) -> None:
    assert Rules.model_validate(written(*place, floor))
    with pytest.raises(ValidationError, match=place[1]):
        Rules.model_validate(written(*place, floor - 1))


@pytest.mark.parametrize(("place", "most"), CEILINGS.items())
def test_a_summary_cannot_be_made_longer(place: tuple[str, str], most: int) -> None:
    assert Rules.model_validate(written(*place, most))
    with pytest.raises(ValidationError, match=place[1]):
        Rules.model_validate(written(*place, most + 1))


def test_every_number_among_the_rules_has_its_floor_or_ceiling() -> None:
    assert set(numbers()) == set(FLOORS) | set(CEILINGS)


def numbers() -> Iterator[tuple[str, str]]:
    for section, values in WRITTEN.items():
        if isinstance(values, dict):
            yield from ((section, key) for key, value in values.items() if isinstance(value, int))
