"""The case sheet: what goes along on paper, and what never does."""

from register.terms import Step
from tests.factories import answered, kept_case, step
from tests.forms_api.desk.casefiles import keep
from tests.forms_api.desk.office import Desk, words


def test_the_sheet_tells_the_case_and_no_code_phone_or_room(desk: Desk) -> None:
    case = step(answered(kept_case(desk.store)), Step.HOLD, reason="flood")
    number = keep(desk, case)
    page = desk.signed_in("wangfang").open(f"/cases/{number}/sheet")
    for told in (number, "楼道垃圾两天没有清运。", "已清运并补排班次。", words("sheet", "resident")):
        assert told in page
    for private in ("13812345678", "138****5678", "5-2-1203", "陈建国", case.query, case.instance):
        assert private not in page
    assert words("step", "hold") not in page
    assert desk.events()[-1] == ("wangfang", "printed_sheet")
