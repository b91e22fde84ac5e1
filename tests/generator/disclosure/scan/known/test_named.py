"""A whole name of the register that is nothing but a word is somebody's where a person is named, and a word elsewhere."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text


def held(text: str, name: str) -> bool:
    return scan_text(text, World.build([PrivateValues(name=name)]), Public(), "zh").hold


@pytest.mark.parametrize("name", ["太平", "旷野", "胜利", "雪白", "荷花"])
@pytest.mark.parametrize(
    "text",
    [
        "装修押金一直没退，户名{}。",
        "路灯不亮，反映人姓{}。",
        "电子票的抬头写{}就行。",
        "泳池没有救生员，家长{}拍了照。",
        "业主{}这回很不高兴。",
        "健身器材夹到{}的手。",
        "花盆碎片险些砸中{}。",
        "租户{}，今天来过前台。",
        "水管的事麻烦改一下，谢谢。{}",
        "门岗扶起摔倒的{}，已送回家。",
        "天天有人来，{}托人带话。",
        "信退回两次，上面{}这名字写错了。",
    ],
)
def test_a_word_is_a_name_where_a_person_is_named(text: str, name: str) -> None:
    assert held(text.format(name), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我们的业主希望电梯更快。", "希望"),
        ("楼道的背景乐改成安静。", "安静"),
        ("健身房改成花园小径。", "花园"),
        ("感谢荷花盛开。", "旷野"),
        ("门前的旷野很大。", "旷野"),
        ("旷野上有风。", "旷野"),
        ("家长太平间登记。", "太平"),
        ("通知电梯维保。", "电梯"),
    ],
)
def test_what_is_said_of_anybody_or_makes_a_longer_noun_is_no_name(text: str, name: str) -> None:
    assert not held(text, name)


@pytest.mark.parametrize("text", ["户名光明。", "业主光明拍了照。"])
def test_a_given_name_alone_is_not_looked_for_so(text: str) -> None:
    assert not held(text, "柳光明")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("绕一圈要迟到，小包给你们留个号。", "包俊杰"),
        ("请小麦再跑一趟。", "麦洁"),
        ("平安一个月丢了俩头盔。", "平安"),
    ],
)
def test_a_familiar_form_that_is_a_word_is_one_where_it_acts(text: str, name: str) -> None:
    assert held(text, name)


@pytest.mark.parametrize("text", ["加Vsxh2019xian看视频。", "加wxsxh2019xian看视频。"])
def test_what_says_that_an_account_follows_may_run_into_it(text: str) -> None:
    world = World.build([PrivateValues(wechat="sxh2019xian")])
    whole = scan_text(text, world, Public(), "zh").spans
    assert any(text[span.start : span.end].endswith("sxh2019xian") for span in whole)


@pytest.mark.parametrize("text", ["编号Zsxh2019xian。", "sxh2019xiana。"])
def test_an_account_within_a_longer_one_is_none(text: str) -> None:
    world = World.build([PrivateValues(wechat="sxh2019xian")])
    assert all(
        text[span.start : span.end] != "sxh2019xian" for span in scan_text(text, world, Public(), "zh").spans
    )
