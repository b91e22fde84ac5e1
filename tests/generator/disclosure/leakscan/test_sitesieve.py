"""The first look passes over nothing that holds a value, wherever texts are cut and whatever stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.sitesearch import Sighting, search_closely
from generator.disclosure.leakscan.sitesieve import _PART_OF_A_HOME, Sieve
from generator.disclosure.leakscan.wordings import Wordings
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.scan.folding import compact_text, folded_text, spelled_plainly
from generator.disclosure.scan.known.parts import WORDS
from generator.disclosure.scan.known.told_homes import addresses

WORLD = World.build(
    [
        PrivateValues(name="王芳", phone="13800001234", room="3-2-801"),
        PrivateValues(name="高峰", room="12-1501", others=("灰鹭在顶上筑巢",)),
        PrivateValues(name="Ann Lee", email="a.lee@mail.example", room="b-101"),
    ],
    ("李卫东",),
)
PARTS = (
    "王芳", "王", "芳", "王 芳", "ann", "Lee", "13800001234", "138", "0000", "1234", "３-2-801", "3栋", "2单元", "801", "十二栋", "1501", "b#101", "李卫", "东",
    "灰鹭在", "顶上筑巢", "a.lee@mail.example", "<", ">", "{", "}", "=", "&", ";", "?", "!", "。", "；", "？", "！", "¦", "\ufdd0", "＜", "\ud800", " ", "\n", "-",
    "/", "#", ",", ".", "%", "\u200b", "①", "a", "7", "期", "号",
)  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)
numbers = st.text("01289零一二三十百两 号楼栋座#院-/单元门室ab.%①", max_size=16)


def sieve(world: World) -> Sieve:
    return Sieve(world, (), Wordings(()), lambda text: search_closely(world, text))


def holds(world: World, text: str) -> list[Sighting]:
    return list(search_closely(world, text))


@given(st.lists(st.one_of(texts, numbers), max_size=6))
def test_what_is_passed_over_holds_nothing(several: list[str]) -> None:
    one = sieve(WORLD)
    for _ in range(2):
        caught = one.caught(several)
        assert [text for text in several if text not in caught and holds(WORLD, text)] == []
    for text in several:
        assert bool(one.caught([text])) == bool(holds(WORLD, text)), "what was passed by itself is not caught"


HELD = World.build([PrivateValues(others=("ab<cd", "e}f；g", "王？芳")), PrivateValues(room="3-801")])


@given(st.lists(st.lists(st.sampled_from(("ab", "<", "cd", "e}f", "；", "g", "王", "？", "芳", "{", "3-801", "x")), max_size=8).map("".join), max_size=4))  # fmt: skip
def test_a_mark_that_a_value_holds_cuts_nothing(several: list[str]) -> None:
    caught = sieve(HELD).caught(several)
    assert [text for text in several if text not in caught and holds(HELD, text)] == []


@pytest.mark.parametrize("marks", ["<>{}=&;?!。¦\ufdd0", "<\ufdd0", "\ufdd0"])
def test_a_value_that_holds_every_mark_is_caught(marks: str) -> None:
    world = World.build([PrivateValues(others=(f"ab{marks}cd",)), PrivateValues(name="王芳")])
    assert sieve(world).caught([f"x ab{marks}cd", "见王芳信", "y", "z。z"]) == [f"x ab{marks}cd", "见王芳信"]


PARTS_OF_HOMES = st.sampled_from(
    ("17", "3", "1904", "5b", "s12", "g12", "b", "a", "十七", "一九零四", "三", "甲", "0", "12", "栋", "幢", "号楼", "座", "弄", "单元", "门", "号", "室", "户", "房", "期",
     "区", "楼", "层", "顶层", "东户", "ph", "别墅", "商铺", "铺", "block ", "flat ", "unit ", "room ", "villa ", "shop ", "/f", "-", "—", "/", "#", ".", " ", ",", "、", "(",
     ")", "的", "第", "和", " of ", "；", "件", "住"))  # fmt: skip
told = st.lists(PARTS_OF_HOMES, max_size=9).map("".join)


@given(st.one_of(told, numbers))
def test_the_quick_look_sees_every_home_that_is_told(text: str) -> None:
    """It is taken at texts whose letter-spaced words are not closed up."""
    if any(one.told for one in addresses(folded_text(text).lower())):
        plain = spelled_plainly(text)
        assert _PART_OF_A_HOME.search(plain.lower()) or any(
            compact_text(word) in compact_text(plain) for word in WORDS
        )


@pytest.mark.parametrize("others", [(), ("x\ufdd0y",)])
@given(texts=st.lists(told, min_size=1, max_size=4))
def test_every_home_that_is_found_is_caught(others: tuple[str, ...], texts: list[str]) -> None:
    rooms = {str(one) for text in texts for one in addresses(folded_text(text).lower())}
    world = World.build([PrivateValues(others=others), *(PrivateValues(room=room) for room in rooms)])
    assert [text for text in texts if holds(world, text)] == [
        text for text in texts if sieve(world).caught([text])
    ]


def test_letter_spaced_homes_are_caught() -> None:
    text = "住 十 二 栋 二 单 元 1 5 0 1 ，来信"
    assert folded_text(text) != spelled_plainly(text)
    assert sieve(World.build([PrivateValues(room="12-2-1501")])).caught([text]) == [text]
