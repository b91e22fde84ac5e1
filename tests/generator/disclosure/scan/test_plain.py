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
