"""A resident is told what was decided about showing her case, and nothing of who proposed what."""

from typing import Any

import pytest

from forms_api.disclosed import decided
from register.case import Case
from register.terms import Step
from tests.factories import MANAGER, REVIEWER, approved, fed_back, step
from tests.forms_api.test_tracking import put
from tests.forms_api.visitor import Visitor, words


def withheld(case: Case, *by: Any) -> Case:
    case = fed_back(case)
    for who in by:
        case = step(case, Step.WITHHOLD, by=who, reason="spam")
    return case


LIVES = {
    "held": lambda case: step(case, Step.HOLD, reason="spam_suspected"),
    "sensitive": lambda case: step(fed_back(case), Step.SUMMARISE, zh="已处理。", sensitive=["health"]),
    "counted": lambda case: step(fed_back(case), Step.COUNT_ONLY, by=REVIEWER, reason="reviewer_decided"),
    "withheld": lambda case: withheld(case, REVIEWER, MANAGER),
    "objection_noted": lambda case: step(approved(case), Step.OBJECT, text="业主来电要求不公开。"),
}
SAID = {
    "held": "有待核实，核实以前不公开，照常办理。",
    "sensitive": "工作人员标明涉及健康、家庭等情形",
    "counted": "只计数，不公开内容：审核决定只计数。",
    "withheld": "经两人决定，不公开：垃圾信息。",
    "objection_noted": "工作人员记下了您不同意公开",
}


@pytest.mark.parametrize("life", LIVES)
def test_her_page_says_what_was_decided_and_how_to_contest_it(visitor: Visitor, life: str) -> None:
    code = visitor.code()
    put(visitor, LIVES[life])
    said = words(visitor.track(code).text)
    assert SAID[life] in said
    assert "不认同这个决定，请在下面给我们留言" in said


@pytest.mark.parametrize("life", [fed_back, approved, lambda case: withheld(case, REVIEWER)])
def test_where_nothing_is_decided_nothing_is_said(visitor: Visitor, life: Any) -> None:
    code = visitor.code()
    put(visitor, life)
    assert "是否公开" not in words(visitor.track(code).text)


def test_what_holds_and_what_is_decided_stand_beside_each_other(visitor: Visitor) -> None:
    visitor.code()
    case = step(LIVES["counted"](visitor.cases[0]), Step.HOLD, reason="duplicate_suspected")
    assert [one.code for one in decided(case)] == ["held", "counted"]
    assert [one.code for one in decided(step(case, Step.RELEASE_HOLD, text="不是重复件。"))] == ["counted"]
