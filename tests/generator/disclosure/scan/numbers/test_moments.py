"""When something happened to somebody is a moment; when a public notice begins is none."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "7月9日23:15起地库排风机轰鸣。", "11月6日22:15起水泵房嗡嗡响到天亮。", "3月2日6点起楼上就剁馅。", "5月8日21:40之前还好好的，后来灯全灭了。", "8月8日7:50前有人撬门。",
        "12月1日5:30起电梯困人一直没人救。", "7月9日23:15起，对门吵架。", "6月3日23点40分停电，夜班背老人上楼，特此表扬。",
    ],
)  # fmt: skip
def test_what_began_at_a_moment_and_is_no_notice_is_somebodys(text: str) -> None:
    assert scan(text)["spans"][0]["start"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "7月9日23:15起停水检修。", "9月1日9点起接受报名。", "5月3日10:00起消防演练，警铃会响。", "10月1日0:00起执行新标准。", "6月3日9点停电检修，请提前储水，多谢配合。", "7月3日9:00停水，老人可由志愿者扶下楼。", "7月9日8:00起，车库入口改道。",
    ],
)  # fmt: skip
def test_when_a_notice_begins_is_nobodys(text: str) -> None:
    assert not scan(text)["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday at half past nine my tap burst.", "Yesterday at 9:15 pm I was stuck in the lift.", "Last night just before midnight someone keyed my car.",
        "At 11:20 last night they shouted at me.", "This morning at quarter to six my ceiling dripped.", "On Monday the 3rd at 7 pm we heard screams.",
        "The concierge stayed until July 3 at 10:40 pm to find the parcel.",
    ],
)  # fmt: skip
def test_an_english_moment_of_ones_own_is_found(text: str) -> None:
    assert scan(text, lang="en")["spans"]


@pytest.mark.parametrize(
    "text",
    ["On Friday at 9 am the water will be off.", "We will flush the pipes on Friday at 9 am.", "On Monday at 8:00 the pump was restarted.", "The pool is closed until July 3 at 10 pm.", "Staff worked on the main until July 3 at 10:40 pm."],
)  # fmt: skip
def test_an_english_notice_is_nobodys(text: str) -> None:
    assert not scan(text, lang="en")["spans"]
