"""What somebody is called behind the word for what she is: held whatever the nickname, and no noun of the trade is."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def held(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "租客皮蛋在楼道拆摩托。",
        "物管费托女婿德吉代交。",
        "外墙喷字系装修工铁老疙瘩所为。",
        "老板娘阳光灿烂不认账。",
        "车主龅牙贺认账。",
        "茶叶铺的岩罕把炒茶的烟排进采光井。",
        "茶叶铺的岩扁把炒茶的烟排进采光井。",
        "岩扁又把门锁了。",
    ],
)
def test_whatever_somebody_is_called_behind_a_word_for_people_is_held(text: str) -> None:
    assert held(text)


@pytest.mark.parametrize(
    "text",
    [
        "门岗登记本就摊在桌上。",
        "住户建议在电梯内装空调。",
        "经理接待日收到意见14条。",
        "业委会小程序把账号封了。",
        "楼下烧纸把雪地里的苇子燎着了。",
        "业主把车开走。",
        "司机驾驶证已登记。",
        "拿错的快递找着了。",
        "楼上两口子搬家具太响。",
        "证在手里，凭啥说不是业主！",
    ],
)
def test_nouns_and_sentences_of_the_trade_are_not(text: str) -> None:
    assert not held(text)


@pytest.mark.parametrize(
    "text", ["木呷在楼道喝酒。", "租户旦增没来。", "其木格说门禁坏了。", "艾尔肯把车停在门口。", "岩罕来电。"]
)
def test_names_of_other_peoples_are_told_by_their_parts(text: str) -> None:
    assert held(text)


@pytest.mark.parametrize(
    "text",
    [
        "老家的孩子回来了。",
        "老路坑洼不平。",
        "管家小程序当天回复。",
        "工程建设和邻居无关。",
        "以“最美业主”发文。",
    ],
)
def test_words_that_look_like_a_familiar_form_are_not(text: str) -> None:
    assert not held(text)
