"""A whole name of the register that is nothing but a word is somebody where it acts or is spoken to, and a word elsewhere."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.words.predicates import Part, part_of

NAMES = ("光明", "胜利", "平安", "太平", "国庆", "希望", "石榴", "东风")
DEEDS = (
    "求个清静，请劝劝楼上。",
    "没能如愿，垃圾照旧。",
    "昨晚又没睡好。",
    "上周三就报了修。",
    "跟保安吵起来了。",
    "很着急。",
    "两次上门都没人应。",
    "7月3日报过修。",
    "从外地回来发现锁换了。",
)


def held(text: str, name: str) -> bool:
    return scan_text(text, World.build([PrivateValues(name=name)]), Public(), "zh").hold


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("deed", DEEDS)
def test_who_acts_at_the_beginning_of_a_clause_is_somebody(name: str, deed: str) -> None:
    assert held(name + deed, name)
    assert held(f"门铃坏了，{name}{deed}", name)


@pytest.mark.parametrize("name", ["光明", "胜利", "平安", "石榴"])
@pytest.mark.parametrize("deed", ["捡到一串钥匙。", "拎着菜进不了门。", "催了三遍。", "愿意出一半钱。"])
def test_a_verb_makes_somebody_of_what_is_no_time(name: str, deed: str) -> None:
    assert held(name + deed, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("麻烦转告胜利，门修好了。", "胜利"),
        ("平安报平安：水已经关了。", "平安"),
        ("海洋的风筝挂在灯杆上。", "海洋"),
        ("尾气全灌进来，平安忍无可忍。", "平安"),
        ("滑梯松了，平安差点摔下来。", "平安"),
        ("楼上的门坏了，感谢光明帮着抬。", "光明"),
        ("但光明一直没来。", "光明"),
        ("快递由光明取走。", "光明"),
        ("门卡被胜利捡到。", "胜利"),
        ("替光明签收。", "光明"),
        ("请光明来前台。", "光明"),
        ("因为胜利不同意，没装成。", "胜利"),
        ("咣当咣当响，吵得玉兰一宿没合眼。", "苑玉兰"),
        ("气得胜利直跺脚。", "胜利"),
        ("害得平安摔了一跤。", "平安"),
    ],
)
def test_who_is_spoken_to_or_comes_after_a_link_is_somebody(text: str, name: str) -> None:
    assert held(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("光明小区的路灯修好了。", "光明"),
        ("光明似乎只照到门口。", "光明"),
        ("楼道一点光明也没有。", "光明"),
        ("胜利完成改造。", "胜利"),
        ("胜利大街已清扫。", "胜利"),
        ("胜利至关重要。", "胜利"),
        ("顺利通过验收。", "顺利"),
        ("国庆加强巡逻。", "国庆"),
        ("和平年代。", "和平"),
        ("太平间一侧的门已锁。", "太平"),
        ("风吹得玉兰落了一地。", "苑玉兰"),
        ("吵得安静不下来。", "安静"),
        ("吵得平安小区没人睡。", "平安"),
        ("于是亲自去看。", "于是"),
        ("公共区域很干净。", "公共"),
        ("大家要胜利。", "胜利"),
        ("让胜利延续。", "胜利"),
        ("由光明小区负责。", "光明"),
        ("光明", "光亮"),
    ],
)
def test_a_word_that_makes_a_longer_noun_or_says_how_is_nobody(text: str, name: str) -> None:
    assert not held(text, name)


@pytest.mark.parametrize("text", ["光明要求装充电棚。", "光明不肯签字。"])
def test_a_given_name_that_is_a_word_counts_where_only_somebody_acts(text: str) -> None:
    assert held(text, "柳光明")


@pytest.mark.parametrize("text", ["光明已恢复。", "光明从这里照进来。", "要求光明。"])
def test_a_given_name_that_is_a_word_is_one_beside_everything_else(text: str) -> None:
    assert not held(text, "柳光明")


@pytest.mark.parametrize(
    ("word", "part"),
    [("催", Part.DOES), ("没能", Part.DOES), ("亲自", Part.LEADS), ("昨晚", Part.WHEN), ("平安", Part.HOW), ("小区", None)],
)  # fmt: skip
def test_the_dictionary_tells_what_a_word_does(word: str, part: Part | None) -> None:
    assert part_of(word) is part


@pytest.mark.parametrize("text", ["李（静）来电。", "李“静”来电。", "李/静来电。"])
def test_a_mark_between_two_characters_hides_no_name(text: str) -> None:
    assert held(text, "李静")


def test_a_mark_between_two_words_joins_none() -> None:
    assert not held("行李（静音）已放好。", "李静")


@pytest.mark.parametrize(("text", "name"), [("与平安沟通。", "平安"), ("平安满意。", "平安")])
def test_who_is_talked_with_or_is_content_is_somebody(text: str, name: str) -> None:
    assert held(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("楼上跳操震得高兴不起来。", "高兴"),
        ("就图个平安。", "平安"),
        ("预约显示成功，没人来。", "成功"),
        ("门口那棵杨柳倒了。", "杨柳"),
        ("方圆几里地都没这么吵。", "方圆"),
    ],
)
def test_where_no_person_can_stand_a_name_is_a_word(text: str, name: str) -> None:
    assert not held(text, name)
