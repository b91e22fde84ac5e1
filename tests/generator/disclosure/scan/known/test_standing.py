"""A value of the register that is spelled like ordinary words: where it stands for somebody, and where it does not."""

import pytest

from generator.disclosure.scan import PrivateValues, Standing, World
from generator.disclosure.scan.lines import scan
from generator.disclosure.scan.reading import read


def found(text: str, name: str) -> list[str]:
    return [text[span["start"] : span["end"]] for span in scan(text, {"name": name})["spans"]]


def test_a_name_that_words_explain_in_part_stands() -> None:
    assert found("施工方志强到场。", "方志强") == ["方志强"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("请保平安反映在台账里。", "柳平安"),
        ("晚上想要安静。", "安静"),
        ("高峰期排队。", "高峰"),
        ("顺手贴福字，真叫人温暖。", "温暖"),
        ("架空层变成了田园菜地。", "田园"),
        ("反映江南小馆的油烟往上灌。", "江南"),
        ("说文明养狗得靠自觉。", "文明"),
        ("垃圾房在窗下，盛夏那味儿谁受得了。", "盛夏"),
        ("想要个安静咋就这么难。", "安静"),
        ("家里向阳的那面墙裂了。", "向阳"),
        ("望早日解决，也祝各位安康。", "安康"),
        ("天气预报说这周立秋。", "蔺立秋"),
    ],
)
def test_the_word_itself_is_nobody(text: str, name: str) -> None:
    assert found(text, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("平安报称灯坏了。", "柳平安"),
        ("麻烦转告平安，门修好了。", "柳平安"),
        ("安静女士来电。", "安静"),
        ("光明，请来前台。", "光明"),
        ("监控显示高峰推门进去。", "高峰"),
        ("我觉得高峰在说谎。", "高峰"),
        ("请叫温暖来领钥匙。", "温暖"),
        ("江南的车堵在门口。", "江南"),
        ("盛夏那天骂了保安。", "盛夏"),
        ("向阳的阳台归他自己修。", "向阳"),
        ("楼道灯坏了，请尽快修。立秋", "蔺立秋"),
    ],
)
def test_where_a_person_stands_the_word_is_her(text: str, name: str) -> None:
    assert found(text, name) != []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("钥匙在小麦那儿。", "麦慧玲"),
        ("小年隔三差五帮着送上楼。", "年鹏"),
        ("25幢1单元国庆全家感谢物业。", "国庆"),
    ],
)
def test_a_short_form_that_is_a_word_too_is_hers(text: str, name: str) -> None:
    assert found(text, name) != []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("社区送小米粥。", "米兰"),
        ("小年夜领小麦粉。", "麦慧玲"),
        ("国庆全家出行的多。", "国庆"),
    ],
)
def test_what_is_eaten_or_kept_is_nobody(text: str, name: str) -> None:
    assert found(text, name) == []


@pytest.mark.parametrize("written", ["⻢⽟⻅", "⻢玉⻅", "马⽟见"])
def test_a_name_in_radicals_of_both_blocks_is_one(written: str) -> None:
    world = World.build([PrivateValues(name="马玉见")])
    assert [how for *_, how in world.whole(read(f"{written}来电。", "zh"))] == [Standing.VALUE]
