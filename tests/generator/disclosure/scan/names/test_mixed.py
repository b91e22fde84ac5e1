"""Latin words of a Chinese text: English that goes on, makes and what trades write short, and people all the same."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "Fire pump 每周测试，记录已 upload。",
        "Kids' corner 的地垫翘边。",
        "健身房的 Life Fitness 跑步机皮带打滑。",
        "Seriously 无语，泳池又关了。",
        "Dyson 干手器吹的是冷风。",
        "HEPA 滤网该换了。",
        "楼宇 BMS 报湿度高。",
        "余氯正常，单位 ppm。",
        "请问 coworking 区能不能加插座。",
        "漆面和 as-built 图一致。",
    ],
)
def test_english_makes_and_short_forms_are_nobody(text: str) -> None:
    assert not scan(text)["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "Life 半夜敲墙。",
        "Sunny 在群里骂人。",
        "邻居BMS又在楼道抽烟。",
        "Lan 把门锁了。",
        "Lily pump 一直响。",
        "Rose garden 关门。",
    ],
)
def test_a_nickname_or_a_first_name_is_somebody_all_the_same(text: str) -> None:
    assert scan(text)["hold"]


def test_an_english_word_behind_a_make_is_its_product() -> None:
    assert not scan("The intercom is a Fermax Loft panel.")["hold"]
    assert scan("The intercom was broken by Fermax Tony.")["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "备用钥匙口还被漆糊住。",
        "周测正常。",
        "铸铁新盖明天到货。",
        "管书的急得直跺脚。",
        "丢了一串钥匙，挂着小熊。",
        "密码老记不住。",
        "热水老断可不中。",
        "等到现在莫得音信。",
        "请莫扒门。",
        "外卖凉透，饭凉汤冷。",
        "那一汪浅水。",
        "鱼苗暂养在周转池。",
        "备注“空调外机”。",
        "网名不用管。",
        "手脚麻利。",
        "发现八哥学舌。",
        "流浪猫免费领养，先到先得。",
        "故障是 isolation fault。",
    ],
)
def test_what_is_told_of_things_is_nobody(text: str) -> None:
    assert not scan(text)["hold"]


@pytest.mark.parametrize("text", ["备注“吃瓜群众”。", "备注“李师傅”。", "老记在楼道抽烟。", "我叫莫扒山。"])
def test_and_people_in_their_place_are_held(text: str) -> None:
    assert scan(text)["hold"]
