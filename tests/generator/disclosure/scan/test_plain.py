"""Ordinary words that look like a name: they explain a text, and nobody who stands where a person does."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, plain, scan_text
from generator.disclosure.scan.ordinary import ORDINARY
from generator.disclosure.scan.trade import WORDS as TRADE


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "葛藤缠住了围栏。", "章鱼造型滑梯的接缝有毛刺。", "白铁皮风管漏风。", "井字梁下加吊顶。", "查表日定为每月25日。",
        "洪峰过境那几天开了水泵。", "收入和支出一并张榜。", "金额大写为壹万贰仟元整。", "武火慢炖的是汤。", "卜卦算命的摊子占道。",
    ],
)  # fmt: skip
def test_an_ordinary_word_is_nobody(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "邻居章鱼把门砸了。", "感谢章鱼帮我搬箱子。", "章鱼家漏水。", "昨天古道涛吵架。", "葛藤强家漏水。",
        "邻居乌木把车停在消防通道。",
    ],
)  # fmt: skip
def test_where_a_person_stands_it_stays_doubted(text: str) -> None:
    assert holds(text)


def test_it_hides_no_given_name_of_the_register() -> None:
    world = World.build([PrivateValues(name="王秋葵")])
    assert scan_text("秋葵都想搬家了。", world, Public(), "zh").hold


def test_no_word_is_listed_twice() -> None:
    assert not plain.WORDS & (ORDINARY | TRADE)


@pytest.mark.parametrize(
    "text",
    [
        "水表检定依据JJG 162-2019执行。", "按T/CECS 512-2018设计。", "符合YD/T 1078规定。", "参照JGJ 59-2011检查。", "按DG/TJ 08-2001评定。",
        "达到BS EN 1176标准。", "GB 5749—2022生活饮用水。", "HJ 91.1-2019采样。", "质量按Q/320100 JT 01-2023。",
    ],
)  # fmt: skip
def test_the_number_of_a_standard_is_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize("text", ["LY 1203又漏水。", "住户GA 1517来电。", "WS3-1203的业主。"])
def test_initials_before_a_room_are_no_standard(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "现行版本是2021年通过的。", "厨余占四成。", "断口已涂愈伤剂。", "遛大狗不牵绳。", "宫格形的鞋柜占道。", "配5座岗亭。", "泳卡须满18周岁。",
        "婚车被拦在岗亭外面。", "柯基在门口走丢了。", "月季得了白粉病。", "嫁接的桃树活了。", "精神面貌不错。", "维修单WX26120098已完工。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name_or_a_fact_is_let_through(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "1203安小姐来过。", "大狗又来骂人。", "老人今年78周岁。", "结婚三年了。", "老人走丢了。", "我得了重病。",
        "联系我WX26120098。", "遗孀一个人住。",
    ],
)  # fmt: skip
def test_a_person_or_a_fact_in_the_same_words_is_held(text: str) -> None:
    assert holds(text)
