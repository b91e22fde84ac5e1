"""A registered name that is a word holds no text that wishes for peace, is glad or tells of a tree; a person stays one."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.known.acting import is_set_apart, stands_for_somebody
from generator.disclosure.scan.reading import read


def held(text: str, name: str) -> bool:
    return scan_text(text, World.build([PrivateValues(name=name)]), Public(), "zh").hold


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("只求安康过个年，别再停水了。", "安康"),
        ("只求一个安宁的晚上。", "安宁"),
        ("夜里宁静被打破。", "宁静"),
        ("孩子们平安就好。", "平安"),
        ("一路平安，出入平安。", "平安"),
        ("大家高兴不起来。", "高兴"),
        ("请把账讲明白。", "明白"),
        ("对面的楼挡了阳光。", "阳光"),
        ("门前的玉兰开了。", "玉兰"),
        ("方便的话回个电话。", "方便"),
        ("到了初夏，蚊子多。", "初夏"),
        ("大家国泰民安，谢谢。", "国泰"),
    ],
)
def test_what_only_the_word_can_mean_is_no_name(text: str, name: str) -> None:
    assert not held(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("平安来电，说车棚没有监控。", "平安"),
        ("玉兰开门时滑了一跤。", "玉兰"),
        ("取件找平安就行。", "平安"),
        ("宁静被狗咬了。", "宁静"),
        ("安宁求个清静。", "安宁"),
        ("户名阳光。", "阳光"),
        ("钥匙锁屋里了，离谱！小米，请回电。", "米朵"),
    ],
)
def test_who_does_something_is_somebody_all_the_same(text: str, name: str) -> None:
    assert held(text, name)


@pytest.mark.parametrize("text", ["买了大米、小米、绿豆。", "换了小米，大家分着吃。"])
def test_what_is_listed_or_bought_is_no_name(text: str) -> None:
    assert not held(text, "米朵")


def test_a_flat_behind_whose_home_it_is_is_found() -> None:
    assert held("挡了俺家201两扇窗户！", "米朵")


def test_little_words_and_what_a_comma_parts_are_nobody() -> None:
    assert not stands_for_somebody(read("经常有人来。", "zh"), 0, 2, given=False)
    assert not is_set_apart(read("李，静候回复。", "zh"), 0, 3)
