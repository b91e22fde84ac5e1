"""Particulars: what each step must say; nothing unknown, nothing empty, nothing too long."""

from typing import Any

import pytest
from pydantic import ValidationError

from register.steps import PARTICULARS, Linked
from register.terms import Step

RIGHT: dict[Step, dict[str, Any]] = {
    Step.CLASSIFY: {"kind": "repair", "matter": "safety", "urgency": "ordinary"},
    Step.RECLASSIFY: {"kind": "repair", "matter": "safety", "urgency": "ordinary", "reason": "mistaken"},
    Step.ASSIGN: {"to": "wangfang", "post": "security"},
    Step.TRANSFER: {"to": "街道办", "text": "已转街道办。"},
    Step.REFUSE: {"reason": "in_court", "text": "已进入诉讼。"},
    Step.INVESTIGATE: {"findings": "属实"},
    Step.PAUSE: {"reason": "weather"},
    Step.EXTEND: {"reason": "complex", "working_days": 5},
    Step.ATTACH: {"photos": ["a" * 64]},
    Step.SETTLE: {"entries": [0]},
    Step.UNLINK: {"number": "2026-574-745-9"},
    Step.ANSWER: {"outcome": "rectified", "measures": ["repaired"], "text": "已修好。"},
    Step.FINISH: {"outcome": "rectified", "measures": ["repaired"], "text": "已修好。"},
    Step.FEED_BACK: {"satisfaction": "satisfied"},
    Step.FOLLOW_UP: {"satisfaction": "no_answer"},
    Step.RECONSIDER: {"outcome": "explained", "changed": False, "text": "维持。"},
    Step.REOPEN: {"text": "仍未解决。"},
    Step.LINK: {"number": "2026-574-745-9"},
    Step.HOLD: {"reason": "flood"},
    Step.RELEASE_HOLD: {"text": "已核实。"},
    Step.SUMMARISE: {"zh": "路灯已修好。"},
    Step.APPROVE: {"sha256": "0" * 64, "read_all": True},
    Step.SEND_BACK: {"text": "请删去楼号。"},
    Step.COUNT_ONLY: {"reason": "sensitive"},
    Step.WITHHOLD: {"reason": "spam"},
    Step.TAKE_DOWN: {"reason": "legal_order"},
    Step.ERASE: {"reason": "resident_asked", "part": "contact"},
    Step.REPLY: {"text": "已安排。"},
    Step.NEW_CODE: {"checked": "called_back"},
    Step.ADD_FACTS: {"text": "又停了。"},
    Step.MESSAGE: {"text": "谢谢。"},
    Step.RATE: {"satisfaction": "dissatisfied"},
    Step.ASK_REVIEW: {"text": "不同意。"},
    Step.OBJECT: {"text": "请不要公开。"},
}  # fmt: skip


@pytest.mark.parametrize("step", Step)
def test_what_is_needed_is_enough_and_nothing_unknown_is_taken(step: Step) -> None:
    right = RIGHT.get(step, {})
    said = PARTICULARS[step].model_validate(right)
    assert said.model_dump(mode="json").items() >= right.items()
    with pytest.raises(ValidationError):
        PARTICULARS[step].model_validate({**right, "unknown": 1})


@pytest.mark.parametrize(("step", "name"), [(s, n) for s, right in RIGHT.items() for n in right])
def test_nothing_needed_can_be_left_out_empty_or_half_a_character(step: Step, name: str) -> None:
    right = RIGHT[step]
    without = {key: value for key, value in right.items() if key != name}
    for wrong in (
        without,
        {**right, name: ""},
        {**right, name: " "},
        {**right, name: "\ud800"},
        {**right, name: None},
    ):
        with pytest.raises(ValidationError):
            PARTICULARS[step].model_validate(wrong)


@pytest.mark.parametrize(
    ("step", "change"),
    [
        (Step.MESSAGE, {"text": "长" * 2001}),
        (Step.ACKNOWLEDGE, {"note": "长" * 2001}),
        (Step.SUMMARISE, {"zh": "长" * 121}),
        (Step.SUMMARISE, {"en": "x" * 301}),
        (Step.SUMMARISE, {"sensitive": ["rich"]}),
        (Step.EXTEND, {"working_days": 0}),
        (Step.EXTEND, {"working_days": 16}),
        (Step.ANSWER, {"measures": []}),
        (Step.ANSWER, {"measures": ["repaired"] * 6}),
        (Step.ASSIGN, {"to": "Wang Fang"}),
        (Step.APPROVE, {"sha256": "f" * 63}),
        (Step.LINK, {"number": "2026-574-745-8"}),
        (Step.LINK, {"number": "2026-574-745-9", "relation": "cousin"}),
        (Step.ATTACH, {"photos": []}),
        (Step.ATTACH, {"photos": ["a" * 64] * 4}),
        (Step.SETTLE, {"entries": [-1]}),
    ],
)
def test_limits_of_particulars(step: Step, change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PARTICULARS[step].model_validate({**RIGHT.get(step, {}), **change})


def test_a_linked_number_is_kept_in_its_one_spelling() -> None:
    assert Linked(number="２０２６ 574 745 9").number == "2026-574-745-9"
