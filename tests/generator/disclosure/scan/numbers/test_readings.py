"""What an instrument, a timetable or a list of goods says is nobody's; a door beside an English unit is somebody's."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("分贝仪读数：关窗37，开窗58。", "zh"), ("物资编码WL-0092387，库存3件。", "zh"), ("每周一三五收垃圾，二四六收大件。", "zh"), ("公交K208路延后。", "zh"), ("公交128路改道。", "zh"), ("G107国道施工。", "zh"),
        ("显指>80。", "zh"), ("排名掉到98。", "zh"), ("打分8。", "zh"), ("商场二楼到四楼的扶梯保养。", "zh"), ("A carton of 12 came.", "en"), ("The votes were counted: 1203 people voted.", "en"),
        ("The pipes were laid in 2003.", "en"), ("The contract ran from 2012 to 2024.", "en"),
        ("Residents rated the new lamps 4.6 out of 5.", "en"), ("Put it out on 5 and 20 of each month.", "en"), ("全小区14栋楼已有11栋完成试压。", "zh"), ("清理小广告214处。", "zh"), ("接地电阻3.6欧姆。", "zh"), ("一期4栋、二期6栋、三期5栋。", "zh"),
    ],
)  # fmt: skip
def test_a_reading_is_free(text: str, lang: str) -> None:
    assert not scan(text, lang=lang)["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "1203 people never stop.", "Last night 502 doors slam.", "502 owner is away.", "1203 new tenants smoke.", "The dog of 2003 is loose.", "I am from 2003.", "88123344 people never stop.",
        "No. 12 leaks.", "House 18 keeps a rooster.", "Number 12 throws rubbish.",
    ],
)  # fmt: skip
def test_a_door_in_english_is_held(text: str) -> None:
    assert scan(text, lang="en")["hold"]


@pytest.mark.parametrize("text", ["读数1203漏水。", "冲到1203门口。", "掉到1203阳台。", "三五〇二漏水。"])
def test_a_door_beside_a_reading_is_held(text: str) -> None:
    assert scan(text)["hold"]
