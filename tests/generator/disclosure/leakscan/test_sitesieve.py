"""The first look passes over nothing that holds a value, wherever texts are cut and whatever stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.sitesearch import Sighting, search_closely
from generator.disclosure.leakscan.sitesieve import _FLAT, Sieve, is_like_a_home
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.scan.folding import folded_text, spelled_plainly

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
    return Sieve(world, (), lambda text: search_closely(world, text))


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


@given(numbers)
def test_what_is_like_a_home_has_a_flat(text: str) -> None:
    """The quick look for homes is taken at texts whose letter-spaced words are not closed up."""
    if is_like_a_home(text):
        assert _FLAT.search(spelled_plainly(text).lower())


@given(st.one_of(texts, numbers))
def test_every_home_that_is_found_is_like_one(text: str) -> None:
    homes = (f"{building}-{flat}" for building in "1289ab" for flat in (101, 108, 110, 200, 800, 802, 1210))
    world = World.build(PrivateValues(room=home) for home in homes)
    if holds(world, text):
        assert is_like_a_home(text)
        assert sieve(world).caught([text])


def test_letter_spaced_homes_are_caught() -> None:
    text = "住 十 二 栋 二 单 元 1 5 0 1 ，来信"
    assert folded_text(text) != spelled_plainly(text)
    assert sieve(World.build([PrivateValues(room="12-2-1501")])).caught([text]) == [text]
