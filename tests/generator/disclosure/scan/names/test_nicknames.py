"""Nicknames of a word and the end of a given name, and everyday ones: a person decides about them."""

import pytest

from generator.disclosure.scan.lines import scan
from generator.disclosure.scan.names.nicknames import find_nicknames
from generator.disclosure.scan.reading import read


def doubted(text: str) -> list[str]:
    reading = read(text, "zh")
    return [reading.plain[start:end] for start, end, _ in find_nicknames(reading)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("领队大炮明答应补种。", "大炮明"),
        ("黑中介叫大头斌。", "大头斌"),
        ("飞机明半夜唱歌。", "飞机明"),
        ("大炮明说下周修。", "大炮明说"),
        ("昨晚豆腐辉在楼下骂人。", "豆腐辉"),
        ("肥龙不肯关音响。", "肥龙"),
        ("听说大象军已经搬走。", "大象军"),
        ("石头强又把车停在门口。", "石头强"),
        ("黑中介叫石头强。", "石头强"),
        ("渣子飞把门踹坏。", "渣子飞"),
        ("王麻子又来闹事。", "王麻子"),
        ("狗剩在楼道骑车。", "狗剩"),
        ("大头踢球砸坏玻璃。", "大头"),
        ("细佬说下周修。", "细佬"),
        ("三哥帮忙推的车。", "三哥"),
        ("朵朵弹琴太吵。", "朵朵"),
        ("苏北人家又吵。", "苏北人家"),
        ("东北那口子在楼道晒腊肉。", "东北那口子"),
    ],
)
def test_a_nickname_of_which_something_is_said_is_doubted(text: str, name: str) -> None:
    assert name in doubted(text)
    assert scan(text)["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "信号强，通话清楚。", "渣子飞到我家。", "居住证明把号写错。", "业主明白了。", "物业明确答复。", "地面平，雨水不积。",
        "3楼大炮明。", "喷泉大炮明代。", "王麻子还是十八子都磨。", "大头是公摊电费。", "圆圆的井盖。", "根子在管理。", "柱子开裂。",
        "团团围住售楼处。", "东北人家常菜。", "肥料已施。", "已经明说在先。", "豆腐辉煌。",
    ],
)  # fmt: skip
def test_things_and_what_is_said_of_them_are_nobody(text: str) -> None:
    assert doubted(text) == []
