"""What is kept today can be read for ever: the golden case holds a life with most of the steps there are."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from register.case import Aside, Case, Tombstone
from register.handling import take_step
from register.publication import Stage, publication
from register.records import to_bytes
from register.terms import ContactPart, EraseReason, Outcome, Satisfaction, Status, Step
from register.vouching import as_counted
from tests.factories import (
    HANDLER,
    MANAGER,
    REVIEWER,
    THE_RESIDENT,
    approved,
    book,
    contact,
    kept_case,
    step,
    submission,
)

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


class _Nowhere:
    def add(self, case: Case) -> None:
        """Keeps nothing: the case itself is what the test wants."""


def a_life() -> Case:
    """Received with photos, answered, approved, followed up, reviewed, taken up again, paused, and its end noted later."""
    case = kept_case(_Nowhere(), photos=("a" * 64,))  # type: ignore[arg-type]
    case = step(case, Step.MESSAGE, by=THE_RESIDENT, text="请尽快处理。")
    case = step(case, Step.HOLD, reason="duplicate_suspected")
    case = step(case, Step.RELEASE_HOLD, text="不是重复。")
    case = approved(case, en="Waste was collected.")
    case = step(case, Step.RATE, by=THE_RESIDENT, satisfaction="fairly_satisfied")
    case = step(case, Step.FOLLOW_UP, satisfaction="satisfied", note="电话回访。")
    case = step(case, Step.ASK_REVIEW, by=THE_RESIDENT, text="请复核。")
    case = step(case, Step.RECONSIDER, by=REVIEWER, outcome="rectified", changed=False, text="维持原答复。")
    case = step(case, Step.FEED_BACK, satisfaction="no_answer")
    case = step(case, Step.REOPEN, by=MANAGER, text="又出现了。")
    case = step(case, Step.PAUSE, reason="weather")
    case = step(case, Step.RESUME)
    case = step(case, Step.INVESTIGATE, findings="属实。")
    said = {"outcome": "rectified", "measures": ["cleaned"], "text": "已再次清运。"}
    at = case.entries[-1].at
    for taken, particulars in ((Step.ANSWER, said), (Step.FEED_BACK, {"satisfaction": "no_answer"})):
        case = take_step(
            case,
            taken,
            by=HANDLER,
            at=at,
            particulars=particulars,
            clockwork=book().clockwork,
            noted=at + timedelta(days=2),
        )
    case = step(case, Step.CONFIRM, by=REVIEWER, after=timedelta(days=2))
    case = step(case, Step.COUNT_ONLY, by=MANAGER, reason="reviewer_decided")
    return step(case, Step.ARCHIVE)


def shape(value: Any) -> Any:
    """The keys of a record, without what they hold."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value).__name__


def test_the_golden_case_is_read_and_written_as_it_was() -> None:
    data = (GOLDEN / "case.json").read_bytes()
    case = Case.model_validate_json(data)
    assert to_bytes(case) == data
    assert (case.status, case.outcome) == (Status.ARCHIVED, Outcome.RECTIFIED)
    assert case.satisfaction == Satisfaction.FAIRLY_SATISFIED, "as she rated it herself"
    assert publication(case).stage == Stage.COUNTED


def test_a_case_of_before_says_that_everything_was_noted_as_it_was_taken() -> None:
    """Nothing is rewritten, and nothing of the past waits for a word that nobody knew was needed."""
    data = (GOLDEN / "case-before-noted.json").read_bytes()
    case = Case.model_validate_json(data)
    assert to_bytes(case) == data
    assert {entry.noted for entry in case.entries} == {None}
    assert as_counted(case) is case


def test_a_case_of_today_has_the_shape_of_the_golden_one() -> None:
    golden = json.loads((GOLDEN / "case.json").read_bytes())
    case = a_life()
    older = Aside(part=ContactPart.PHONE, value="13812340000", since=case.received)
    changed = case.model_copy(update={"aside": (older,)})
    assert shape(json.loads(to_bytes(changed))) == shape(golden)
    assert golden["format"] == 1


def test_what_identifies_a_case_is_derived_as_it_always_was() -> None:
    """Number, codes and ledger entry of the same form instance and words never change."""
    golden = Case.model_validate_json((GOLDEN / "case.json").read_bytes())
    today = a_life()
    assert (today.number, today.instance, today.query, today.ledger) == (
        golden.number,
        golden.instance,
        golden.query,
        golden.ledger,
    )
    assert (golden.contact, golden.submission) == (contact(), submission(photos=("a" * 64,)))


@pytest.mark.parametrize("name", ["case.json", "tombstone.json"])
def test_a_newer_format_is_not_read_as_this_one(name: str) -> None:
    record = {**json.loads((GOLDEN / name).read_bytes()), "format": 2}
    model = Tombstone if name == "tombstone.json" else Case
    with pytest.raises(ValueError, match="format"):
        model.model_validate_json(json.dumps(record))


def test_the_golden_tombstone_keeps_nothing_of_a_person() -> None:
    data = (GOLDEN / "tombstone.json").read_bytes()
    case = Case.model_validate_json((GOLDEN / "case.json").read_bytes())
    assert to_bytes(Tombstone.of(case, EraseReason.RESIDENT_ASKED)) == data
    assert not [value for value in contact().values() if value in data.decode()]
