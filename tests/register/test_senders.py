"""How few is few is a matter of people: who counts as one sender, and who as none."""

import pytest

from register.case import Contact
from register.senders import NOBODY_KNOWN, sender_of, senders
from register.terms import Step
from tests.factories import MANAGER, REVIEWER, fed_back, step
from tests.generator.disclosure.estate import opened


def sent_by(**contact: str) -> str | None:
    return sender_of(opened().model_copy(update={"contact": Contact(**contact)}))


@pytest.mark.parametrize(
    "room",
    ["15-2-2703", "15栋2单元2703室", "十五栋二单元二七零三室", "１５－２－２７０３", " 15 栋 2 单元 2703 "],
)
def test_one_home_is_one_sender_however_it_is_written(room: str) -> None:
    assert sent_by(room=room, name="郜秋燕") == sent_by(room="15-2-2703", phone="13812345678")


@pytest.mark.parametrize("room", ["5-2-2703", "15-22-703", "15-2-2703A", "顶层西户", "顶层东户"])
def test_another_home_is_another_sender(room: str) -> None:
    assert sent_by(room=room) not in {sent_by(room="15-2-2703"), sent_by(room="底层")}


@pytest.mark.parametrize(
    ("said", "written"), [("十栋301", "10-301"), ("二十栋三〇一", "20-301"), ("三十二栋十五楼", "32-15")]
)
def test_tens_are_read_as_they_are_said(said: str, written: str) -> None:
    assert sent_by(room=said) == sent_by(room=written)


def test_who_gives_no_room_is_known_by_phone_else_by_name() -> None:
    assert sent_by(phone="138 1234 5678", name="郜秋燕") == sent_by(phone="+86 138-1234-5678")
    assert sent_by(name="郜秋燕") == sent_by(name=" 郜 秋 燕 ")
    assert sent_by(name="郜秋燕") != sent_by(name="安宁")


def test_cases_of_whom_nobody_knows_are_one_together() -> None:
    nameless = opened().model_copy(update={"contact": None})
    assert sender_of(nameless) == sent_by() == NOBODY_KNOWN


def test_what_two_people_withheld_is_no_sender() -> None:
    proposed = step(fed_back(opened()), Step.WITHHOLD, by=REVIEWER, reason="spam")
    assert sender_of(proposed) is not None
    assert sender_of(step(proposed, Step.WITHHOLD, by=MANAGER, reason="spam")) is None


def test_marks_are_counted_once_and_none_not_at_all() -> None:
    assert senders(["a", None, "b", "a"]) == {"a", "b"}
