"""What somebody is called by a word for a thing; and the same words of things and of what people are."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text


def named(text: str) -> list[str]:
    spans = scan_text(text, World(), Public(), "zh").spans
    return [text[span.start : span.end] for span in spans if span.kind is FindingKind.NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一个自称万里的男子进了大堂。", "万里"), ("自称蜗牛的人又来了。", "蜗牛"), ("群友薄荷投诉噪音。", "薄荷"), ("都喊他奶茶。", "奶茶"),
        ("ID为桂花的网友发帖。", "桂花"), ("管书的薄荷阿姨急得直跺脚。", "薄荷阿姨"), ("土豆爷爷摔了。", "土豆爷爷"), ("骆驼家的狗咬人。", "骆驼"),
        ("保安冬瓜骂人。", "冬瓜"), ("联系柠檬未果。", "柠檬"), ("那个铁锤又来了。", "铁锤"), ("都喊他奶茶哥。", "奶茶哥"),
    ],
)  # fmt: skip
def test_any_word_is_a_name_where_somebody_is_called_so(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "自称物业的人上门推销。", "自称推销员的男子已劝离。", "自称被困的人其实在等人。", "自称业主的人没有卡。", "喊他开门。", "群友昨天投诉噪音。",
        "西瓜一家店在卖。", "薄荷长得很好。", "铁锤又坏了。", "保安把冬瓜搬走了。",
    ],
)  # fmt: skip
def test_what_people_are_and_do_and_things_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["战班切手动。", "敬师换了地漏。"])
def test_a_surname_of_the_register_is_known_with_short_titles(text: str) -> None:
    world = World(staff=("战友军", "敬洪波"))
    assert scan_text(text, world, Public(), "zh").hold


@pytest.mark.parametrize("text", ["Kelvin 麦投诉噪音。", "Kevin 欧阳来电。"])
def test_a_surname_belongs_to_the_first_name_before_it(text: str) -> None:
    assert named(text) == [text[: text.index(" ") + (3 if "欧阳" in text else 2)]]
