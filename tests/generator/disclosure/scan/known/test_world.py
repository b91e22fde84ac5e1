"""Layer A: every value of the register in every notation, and names that are ordinary words."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, Reason, World, scan_text
from generator.disclosure.scan.known import notations
from generator.disclosure.scan.spans import FindingKind

PERSON = PrivateValues(
    name="欧阳晓燕",
    phone="13800138000",
    landline="028-84431276",
    room="12栋3单元1201室",
    plate="川A·6F2K8",
    parking="B2层A-066号",
    email="ouyang.xy@mail.example",
    wechat="oy_xiaoyan88",
    qq="1948572036",
    id_number="51010419650812993X",
    bank="6222000044556677880",
    certificate="川(2020)成都市不动产权第0345678号",
    others=("外号燕子",),
)
WORLD = World.build([PERSON, PrivateValues(name="Omar Haddad"), PrivateValues(name="卢Tony")], ["车永胜"])


def known(text: str, world: World = WORLD, lang: str = "zh") -> list[str]:
    spans = scan_text(text, world, Public(), lang).spans
    return [text[span.start : span.end] for span in spans if span.reason is Reason.KNOWN_VALUE]


@pytest.mark.parametrize(
    "value",
    [
        "欧阳晓燕", "歐陽曉燕", "欧 阳 晓 燕", "欧\u200b阳晓燕", "欧阳·晓燕", "晓燕", "小燕", "燕姐", "燕燕", "欧阳女士", "老欧阳",
        "Ouyang Xiaoyan", "ouyangxiaoyan", "Xiaoyan", "OYXY",
        "13800138000", "138-0013-8000", "１３８００１３８０００", "幺三八零零幺三八零零零", "138OO138OOO", "+86 138 0013 8000", "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "028-84431276", "84431276", "12栋3单元1201室", "12-3-1201", "十二栋三单元一二零一", "12栋1201",
        "川A·6F2K8", "川A6F2K8", "A6F2K8", "6F2K8", "B2层A-066号", "B2-A066", "ouyang.xy@mail.example", "ouyang.xy(at)mail.example",
        "ouyang点xy艾特mail点example", "ouyang.xy", "oy_xiaoyan88", "OY-XIAOYAN88", "1948572036", "194 857 2036",
        "51010419650812993X", "510104 19650812 993x", "6222 0000 4455 6677 880", "川（2020）成都市不动产权第0345678号", "外号燕子",
        "卢Tony", "Tony", "车师傅", "车队长",
    ],
)  # fmt: skip
def test_a_value_is_known_in_every_notation(value: str) -> None:
    text = f"请看：{value}。"
    assert value in "".join(known(text)), scan_text(text, WORLD, Public(), "zh").spans


@pytest.mark.parametrize("value", ["Omar Haddad", "Haddad", "omar", "O. Haddad", "HADDAD Omar", "Omar H."])
def test_a_western_name_is_known_in_its_parts(value: str) -> None:
    assert known(f"It was {value}, again.", lang="en")


@pytest.mark.parametrize("text", ["Omarine", "xomar", "燕窝", "保安队长", "用心，工作", "6F2K85", "第1201次"])
def test_part_of_something_else_is_not_the_value(text: str) -> None:
    assert not known(text)


def test_a_surname_with_a_title_is_known_where_somebody_has_it() -> None:
    assert known("责成车队长加强巡逻") == ["车队长"]
    assert known("责成车队长加强巡逻", World()) == []


POISON = World.build(
    [
        PrivateValues(name=name)
        for name in ("高峰", "安宁", "和平", "物业服务", "May Will", "国庆", "Led Gbt", "一一", "5")
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "早高峰期间增派一人。",
        "双方和平解决。",
        "不得安宁病房。",
        "物业服务质量提升。",
        "国庆期间照常值班。",
        "LED灯一次更换11盏，符合GB/T 20647。",
    ],
)
def test_a_person_called_like_an_ordinary_word_does_not_hold_every_text(text: str) -> None:
    assert not scan_text(text, POISON, Public(), "zh").spans


def test_such_a_name_alone_is_for_a_person_to_decide() -> None:
    assert known("高峰反映电梯慢。", POISON) == ["高峰"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("光明放学回家，楼道一点光明都没有。", ["光明"]),
        ("团圆小朋友在花园。", ["团圆"]),
        ("大家都想要安静。", []),
        ("我是安静，想要安静。", ["安静"]),
        ("高兴说了不高兴的话。", ["高兴"]),
    ],
)
def test_a_name_that_is_a_word_is_told_where_it_does_something(text: str, names: list[str]) -> None:
    world = World.build([PrivateValues(name=name) for name in ("光明", "团圆", "安静", "高兴")])
    found = known(text, world)
    assert [name for one in found for name in ("光明", "团圆", "安静", "高兴") if name in one] == names


@pytest.mark.parametrize("text", ["It will reopen in a may tree.", "LED lamps."])
def test_english_words_in_small_letters_are_words(text: str) -> None:
    assert not known(text, POISON, "en")


def test_a_public_name_is_excused_from_parts_of_private_ones() -> None:
    world = World.build([PrivateValues(name="王翠湖")])
    text = "翠湖增设路灯。"
    assert known(text, world) == ["翠湖"]
    assert not scan_text(text, world, Public.build(names=["翠湖"]), "zh").hold


def test_a_title_inside_a_word_names_nobody() -> None:
    assert known("保安队长组织学习", World.build([], ["安宁"])) == []


def test_a_middle_initial_or_a_single_western_name_is_looked_for_with_care() -> None:
    world = World.build([PrivateValues(name="Lucy J Farrell"), PrivateValues(name="Madonna")])
    assert known("Lucy J Farrell and Farrell and Madonna", world, "en") == [
        "Lucy J Farrell",
        "Farrell",
        "Madonna",
    ]
    assert known("J", world, "en") == []


def test_homes_are_known_by_their_numbers() -> None:
    assert WORLD.knows_home("十二幢 1201")
    assert WORLD.knows_home("12-3-1201")
    assert not WORLD.knows_home("12-4-1301")
    assert World.build([PrivateValues(room="顶楼")]).homes == frozenset()


@pytest.mark.parametrize(
    ("written", "arabic"),
    [
        ("十四栋三单元七零二", "14栋3单元702"),
        ("二十一", "21"),
        ("一百零二", "102"),
        ("百", "100"),
        ("两百一十", "210"),
    ],
)
def test_chinese_numerals_are_read(written: str, arabic: str) -> None:
    assert notations.arabic(written) == arabic


def test_names_that_have_no_letters_or_no_pinyin_give_no_notation() -> None:
    assert list(notations.names("!!")) == []
    assert {notation.text for notation in notations.names("王龘")} == {"王龘", "小龘", "阿龘", "老龘"} | {
        "龘" + title for title in "姐哥姨叔妹弟总工爷婶"
    } | {"龘龘"}
    assert [notation.text for notation in notations.names("丽")] == ["丽"]


def test_too_short_a_value_is_no_notation() -> None:
    assert list(notations.number("123", FindingKind.PHONE)) == []
    assert list(notations.account("x", FindingKind.WECHAT)) == []
    assert [notation.text for notation in notations.parking("7")] == []
    assert [notation.text for notation in notations.plate("川A12")] == ["川a12"]
    assert all(len(notation.text) > 3 for notation in notations.email("ab@c.example"))


def test_a_whole_value_wins_over_a_part_spelled_the_same() -> None:
    world = World.build(
        [PrivateValues(name="王晓燕"), PrivateValues(name="晓燕"), PrivateValues(name="李晓燕")]
    )
    (hit,) = [notation for *_, notation in world.finder.find("晓燕") if notation.text == "晓燕"]
    assert not hit.weak
