"""The limits of publication: each has a floor that no setting goes under."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from register.content import read_written
from register.errors import Fault, SettingsRefused
from register.rules import Rules
from tests.factories import PROJECT

TEXT = (PROJECT / "content" / "rules.toml").read_text("utf-8")
WRITTEN: dict[str, Any] = tomllib.loads(TEXT)
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


@pytest.mark.parametrize("place", [*FLOORS, *CEILINGS], ids=".".join)
def test_no_number_is_decided_by_nobody(place: tuple[str, str]) -> None:
    section, key = place
    cut = {**WRITTEN, section: {name: value for name, value in WRITTEN[section].items() if name != key}}
    with pytest.raises(ValidationError, match=key):
        Rules.model_validate(cut)


@pytest.mark.parametrize("line", range(TEXT.count("\n")))
def test_a_file_cut_off_after_any_line_is_refused_or_known_by_the_targets_it_lost(
    line: int, tmp_path: Path
) -> None:
    whole, file = Rules.model_validate(WRITTEN), tmp_path / "rules.toml"
    file.write_text("".join(TEXT.splitlines(keepends=True)[:line]), encoding="utf-8")
    faults, read = reading(file)
    assert all("从备份恢复" in fault.problem and "backup" in fault.problem for fault in faults)
    assert faults or (read is not None and (read.lost(whole.targets()) or read == whole))


def reading(file: Path) -> tuple[tuple[Fault, ...], Rules | None]:
    try:
        return (), read_written(file, Rules)
    except SettingsRefused as refused:
        return refused.faults, None


def test_a_target_given_up_with_a_reason_is_not_lost() -> None:
    (gone, *others) = WRITTEN["target"]
    ended = {"measure": gone["measure"], "why": {"zh": "并入另一项。"}}
    promised = Rules.model_validate(WRITTEN).targets()
    assert Rules.model_validate({**WRITTEN, "target": others}).lost(promised) == (gone["measure"],)
    assert Rules.model_validate({**WRITTEN, "target": others, "ended": [ended]}).lost(promised) == ()


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


@pytest.mark.parametrize("key", ["percent_from", "median_from", "survey_from"])
def test_nothing_is_set_so_high_that_it_hides_what_is_answered_for(key: str) -> None:
    """A share, a median or a survey that is told from 10**30 cases on is told never."""
    assert Rules.model_validate({**WRITTEN, "thresholds": {**WRITTEN["thresholds"], key: 100}})
    with pytest.raises(ValidationError, match=key):
        Rules.model_validate({**WRITTEN, "thresholds": {**WRITTEN["thresholds"], key: 101}})


@pytest.mark.parametrize("start", ["0000-01", "0001-01", "1999-12", "9999-12", "2025-13", "２０２５-01"])
def test_the_first_period_is_a_month_of_this_century(start: str) -> None:
    with pytest.raises(ValidationError, match="start"):
        Rules.model_validate({**WRITTEN, "periods": {**WRITTEN["periods"], "start": start}})
