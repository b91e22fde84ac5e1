"""What somebody wrote into a free text is taken as given: a second phone, a plate, the flat above; counts and hotlines are not."""

import pytest

from generator.disclosure.leakscan.particulars import particulars_in
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.scan import FindingKind, World


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("也可以打我爱人的139-0508-6221", FindingKind.PHONE, "13905086221"),
        ("幺三九零五零八六二二幺打不通", FindingKind.PHONE, "139 0508 6221"),
        ("座机028-84431276", FindingKind.LANDLINE, "(028) 8443 1276"),
        ("身份证51010419650812993X", FindingKind.ID, "51010419650812993x"),
        ("退到卡号6222 0000 4455 6677 880", FindingKind.BANK, "6222000044556677880"),
        ("川A·6F2K8占了我的车位", FindingKind.PLATE, "川A6F2K8"),
        ("车位B2-A0667被占", FindingKind.PARKING, "B2A0667"),
        (
            "不动产权证川(2020)成都市不动产权第0345678号",
            FindingKind.CERTIFICATE,
            "川（2020）成都市不动产权第0345678号",
        ),
        ("邮箱 ouyang.xy@mail.example", FindingKind.EMAIL, "ouyang.xy@mail.example"),
        ("加微信oy_xiaoyan88", FindingKind.WECHAT, "oy_xiaoyan88"),
        ("QQ1948572036", FindingKind.QQ, "1948572036"),
        ("楼上17栋3单元1904室漏水", FindingKind.ROOM, "17-3-1904"),
        ("Flat 1904 in Block 17 leaks", FindingKind.ROOM, "17栋1904"),
        ("隔壁叠拼6号装修", FindingKind.ROOM, "6号叠拼"),
        ("商铺S12油烟大", FindingKind.ROOM, "Shop S12"),
        ("3栋1-2漏水", FindingKind.ROOM, "3栋1单元2号"),
    ],
)
def test_a_particular_in_a_free_text_is_looked_for(text: str, kind: FindingKind, written: str) -> None:
    search = Search(World.build(particulars_in(text)))
    assert kind in {found for _, found, _ in search.find(f"处理：{written}，已办结")}


@pytest.mark.parametrize(
    "text",
    [
        "灰鹭在泵房顶上筑巢",
        "打12345没人接，拨打95598也没用",
        "2026-03-31下午3点到5点，投诉3次，20260331又一次",
        "3栋2单元电梯坏了，120户反映",
        "页面显示 data_up_to 和 utf_eight，用微信扫码",
        "门禁密码1234#",
        "尾号6221",
    ],
)
def test_counts_days_hotlines_and_words_are_nobodys(text: str) -> None:
    assert particulars_in(text) == ()


def test_a_number_is_no_home_as_well() -> None:
    assert {one.room for one in particulars_in("电话139-0508-6221")} == {None}


def test_a_text_is_read_once() -> None:
    particulars_in.cache_clear()
    for _ in range(3):
        particulars_in("也可以打我爱人的139-0508-6221")
    assert particulars_in.cache_info().misses == 1
