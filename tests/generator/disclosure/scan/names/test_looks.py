"""Nicknames made of a mark of the body, a dialect's word for one, or where somebody comes from."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("疤脸三带人来闹。", "疤脸三"),
        ("歪嘴二扔烟头。", "歪嘴二"),
        ("楼下独眼老七养鸡。", "独眼老七"),
        ("管事的都喊“疤瘌三”，求查封。", "疤瘌三"),
        ("外号“烂牙驹”的租客打人。", "烂牙驹"),
        ("肥添是那间黑店的档主。", "肥添"),
        ("细佬权把门踹坏。", "细佬权"),
        ("傻强乱扔垃圾。", "傻强"),
        ("肥佬黎又乱停车。", "肥佬黎"),
        ("陈瞎子半夜唱歌。", "陈瞎子"),
        ("小四川吵架。", "小四川"),
    ],
)
def test_a_nickname_of_looks_is_found(text: str, name: str) -> None:
    found = [text[span["start"] : span["end"]] for span in scan(text)["spans"]]
    assert name in " ".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "光头螺丝已换。", "大头针散落。", "肥料已施。", "盲道已修。", "盲区加装探头。", "小上海菜馆油烟。", "四川路通车。",
        "大家喊“加油”。", "群里都喊“开会了”。", "喊“救火”的是值班员。",
    ],
)  # fmt: skip
def test_things_and_calls_are_no_nicknames(text: str) -> None:
    assert scan(text)["spans"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kevin 单看见是那辆车蹭的。", "Kevin 单"),
        ("Amy 陈昨晚报修。", "Amy 陈"),
        ("Kevin 单独来的。", "Kevin"),
    ],
)
def test_a_surname_behind_a_first_name_belongs_to_it(text: str, name: str) -> None:
    assert name in [text[span["start"] : span["end"]] for span in scan(text)["spans"]]


def test_a_street_before_what_happens_there_is_nobody() -> None:
    assert not scan("光明路积水。")["hold"]
