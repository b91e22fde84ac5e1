"""How much work a text makes: twice the text, twice the work, whatever the text is made of."""

import sys
from types import FrameType

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.names.latin import _prefixes
from generator.disclosure.scan.words.pinyin import is_pinyin_name

WORLD = World.build([PrivateValues(name="王小明", phone="13812345678", room="3栋2单元1203室")], ["李强"])
PUBLIC = Public.build(["12345"], ["a@b.example"], ["翠湖"])
SHORT = 240
"""Characters of a text; the other is twice as long."""
SHAPES = {
    "prose": "楼道垃圾清运不及时，已清运并调整班次，由保洁主管每日复查。",
    "surnames": "王李张刘陈杨黄赵吴周",
    "one surname": "王",
    "familiar prefixes": "老王小李阿强",
    "honorifics": "先生女士师傅经理",
    "people and deeds": "业主说邻居把",
    "transcribed names": "阿依古丽买买提",
    "digits": "1",
    "phones": "13812345678",
    "full-width digits": "１３８",
    "circled digits": "①②③",
    "digits and marks": "1-2.3:4/",
    "Chinese digits": "一三八零零幺二三",
    "Chinese numerals": "一百二十千",
    "doors": "3栋2单元1203室、",
    "words for homes": "栋单元室号楼",
    "brackets": "（【「《",
    "quotation marks": "“王”",
    "spaces": " ",
    "wide spaces": "\u3000",
    "spaced letters": "十 栋 ",
    "marks nobody sees": "王\u200b",
    "combining marks": "e\u0301",
    "dots": ".",
    "names with dots": "王·李·",
    "lines": "\n",
    "emoji": "😀1️⃣",
    "one letter": "a",
    "one endless word": "wangxiaoming",
    "chained capitals": "AB–",
    "codes": "A1-",
    "accounts": "a_1@",
    "English": "The pump in Block 3 was replaced by Mr Li on Monday. ",
    "names in English": "Wang Xiaoming ",
    "facts": "老人住院怀孕了",
}


def calls(text: str, lang: str) -> int:
    """How many functions the scan of a text calls, the interpreter's own included."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        scan_text(text, WORLD, PUBLIC, lang)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_makes_twice_the_work(unit: str) -> None:
    lang = "en" if unit.isascii() and " " in unit.strip() else "zh"
    short, long = (unit * (size // len(unit)) for size in (SHORT, 2 * SHORT))
    calls(long, lang)
    assert calls(long, lang) <= 2.2 * calls(short, lang)


def test_a_chain_of_capitals_is_read_once() -> None:
    assert list(_prefixes("AB–CD-EF-2026 GH-IJ-K LM–12")) == [(0, 9), (22, 25)]
    assert list(_prefixes("AB–" * 50 + "12")) == [(0, 150)]


def test_a_word_of_any_length_is_no_name_in_pinyin() -> None:
    assert is_pinyin_name("xiao-ming" + "-" * 500)
    assert not is_pinyin_name("wang" * 500)
