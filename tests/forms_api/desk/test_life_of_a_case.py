"""The whole life of a case, by three people, over the desk's own pages."""

from register.publication import Stage, publication
from register.terms import Outcome, Status
from tests.forms_api.desk.casefiles import register
from tests.forms_api.desk.office import Desk, Person

SUMMARY = "居民反映公共区域清扫不及时。已清理干净，并调整保洁班次。"


def answer(desk: Desk, handler: Person, number: str) -> None:
    desk.clock.move(minutes=10)
    handler.step(number, "acknowledge", note="电话告知")
    handler.step(number, "classify", kind="complaint", matter="hygiene", urgency="ordinary", demand="")
    handler.step(number, "assign", to="wangfang", post="cleaning")
    desk.clock.move(minutes=15)
    handler.step(number, "investigate", findings="现场核实，清运班次漏排。")
    handler.step(number, "answer", outcome="rectified", measures__cleaned="yes", text="已清运并补排班次。")
    handler.step(number, "feed_back", satisfaction="satisfied", note="")


def test_a_phone_call_becomes_an_approved_public_summary(desk: Desk) -> None:
    handler, reviewer = desk.signed_in("wangfang"), desk.signed_in("sunli")
    number = register(handler)
    answer(desk, handler, number)
    handler.step(number, "summarise", zh=SUMMARY, en="")
    page = reviewer.open("/?need=review")
    assert number in page
    reviewer.step(number, "approve", read_all="yes")

    case = desk.store.read(number).record
    assert case.status == Status.FED_BACK
    assert case.outcome == Outcome.RECTIFIED
    assert publication(case).stage == Stage.APPROVED
    assert [entry.by for entry in case.entries[-2:]] == ["wangfang", "sunli"]
    assert ("sunli", "approve") in desk.events()
