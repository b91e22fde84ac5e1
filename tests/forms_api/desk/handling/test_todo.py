"""The list of what is to be done, as a page: own cases first, searching without leaving words in an address."""

from datetime import timedelta

from register.terms import Step
from tests.factories import HANDLER, MONDAY, answered, kept_case, step
from tests.forms_api.desk.office import Desk, text_of, words


def assigned(desk: Desk, number: int, to: str, **change: object) -> str:
    case = kept_case(desk.store, number, **change)
    stored = desk.store.read(case.number)
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    desk.store.replace(stored, step(case, Step.ASSIGN, to=to, post="cleaning"))
    desk.clock.at = MONDAY + timedelta(hours=5)
    return case.number


def test_ones_own_cases_come_first_under_their_own_heading(desk: Desk) -> None:
    others = assigned(desk, 1, "zhaoqiang", received=MONDAY - timedelta(days=3))
    mine = assigned(desk, 2, HANDLER.account)
    page = desk.signed_in(HANDLER.account).open("/")
    assert page.index("我负责的 1 件") < page.index(mine) < page.index("其他 1 件") < page.index(others)


def test_an_objection_stands_above_everything_until_it_is_answered(desk: Desk) -> None:
    mine = assigned(desk, 1, HANDLER.account, received=MONDAY - timedelta(days=9))
    answers = {"what": "一看就知道是谁。", "entry": "7KQ2M4XD", "why": "recognisable", "reply": "by_code"}
    objection = kept_case(desk.store, 2, answers=answers)
    person = desk.signed_in(HANDLER.account)
    page = person.open("/")
    assert page.index("能认出人的先撤下") < page.index(objection.number) < page.index(mine)
    stored = desk.store.read(objection.number)
    desk.store.replace(stored, answered(objection))
    desk.clock.at = answered(objection).entries[-1].at
    page = person.open("/")
    assert "能认出人的先撤下" not in page
    assert page.index(mine) < page.index(objection.number)


def test_a_search_for_a_phone_leaves_no_trace_in_the_address(desk: Desk) -> None:
    found, other = kept_case(desk.store, 1).number, kept_case(desk.store, 2).number
    stored = desk.store.read(other)
    desk.store.replace(stored, stored.record.model_copy(update={"contact": None}))
    person = desk.signed_in("wangfang")
    address = person.send(person.open("/"), "/search", q="1381234 5678", show="all", kind="", who="")
    assert address == "/?show=all&searched=1"
    page = person.open(address)
    assert found in page
    assert other not in page
    assert other in person.open("/")


def test_every_running_limit_stands_in_the_row(desk: Desk) -> None:
    kept_case(desk.store, 1)
    page = text_of(desk.signed_in("wangfang").open("/"))
    for limit in ("受理告知 07-07", "首次联系 07-07", "处理答复 07-13"):
        assert limit in page


def test_what_is_a_day_late_is_marked_and_counted_for_the_manager(desk: Desk) -> None:
    assigned(desk, 1, "zhaoqiang")
    desk.clock.move(days=9)
    page = desk.signed_in("liweidong").open("/")
    assert words("todo", "escalated") in page
    assert "1 待经理督办" in text_of(page)
