from register.terms import Step
from tests.factories import kept_case
from tests.forms_api.desk.office import Desk


def test_a_handler_does_not_read_the_log(desk: Desk) -> None:
    desk.signed_in("wangfang").open("/log", 403)


def test_looks_and_decisions_stand_in_the_log_in_words(desk: Desk) -> None:
    number = kept_case(desk.store).number
    handler = desk.signed_in("wangfang")
    handler.send(handler.open(f"/cases/{number}"), f"/cases/{number}/contact", 200)
    handler.step(number, Step.ACKNOWLEDGE.value, note="")
    handler.open("/staff", 403)
    page = desk.signed_in("sunli").open("/log")
    for said in ("查看联系方式", "受理告知", "被拒绝：管理账号", "登录", number, "记录链完整"):
        assert said in page


def test_the_log_can_be_narrowed_to_a_case(desk: Desk) -> None:
    one, two = kept_case(desk.store, 1).number, kept_case(desk.store, 2).number
    handler = desk.signed_in("wangfang")
    handler.step(one, "acknowledge", note="")
    handler.step(two, "acknowledge", note="")
    page = desk.signed_in("sunli").open(f"/log?about={one}")
    assert one in page
    assert two not in page


def test_a_broken_chain_is_said_aloud(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    desk.signed_in("wangfang")
    desk.audit.file.write_bytes(desk.audit.file.read_bytes().replace(b"sunli", b"other", 1))
    page = person.open("/log")
    assert "记录链断了" in page
    assert "line 2" in page
