"""What is counted over the estate adds up, in words that are known."""

import pytest
from pydantic import ValidationError

from generator.disclosure.figures.indicators import Due, Reasons


@pytest.mark.parametrize("change", [{"kept": 2}, {"extended": 2}, {"paused": 2}, {"noted_later": 2}])
def test_a_due_cohort_adds_up(change: dict[str, int]) -> None:
    row = {"month": "2026-07", "kind": "repair", "step": "finish", "due": 3}
    ways = {"kept": 1, "extended": 0, "late": 1, "open": 1, **change}
    with pytest.raises(ValidationError, match="does not add up"):
        Due.model_validate({**row, **ways})


def test_a_reason_is_of_its_vocabulary() -> None:
    rows = dict.fromkeys(["pause", "extension", "refusal", "counted", "withheld"], ())
    with pytest.raises(ValidationError, match="raining"):
        Reasons.model_validate({**rows, "pause": [{"reason": "raining", "count": 5}]})
