"""A parking space by its area and number: told by a car beside it, and not confused with what is numbered in an area."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text


def found(text: str, world: World | None = None) -> list[str]:
    return [text[span.start : span.end] for span in scan_text(text, world or World(), Public(), "zh").spans]


@pytest.mark.parametrize(
    ("text", "space"),
    [
        ("有人霸着北区40号不走。", "北区40号"),
        ("我租的北区40号一下雨就滴泥水。", "北区40号"),
        ("违停处理：3排12号前的三轮车拖离。", "3排12号"),
        ("二区19号堆满快递箱。", "二区19号"),
        ("下层7号被占。", "下层7号"),
        ("红区12号的车挡道。", "红区12号"),
        ("把A-19转租给外人。", "A-19"),
        ("旁边C区-045也学样。", "C区-045"),
        ("M1-075堆了两个轮胎。", "M1-075"),
    ],
)
def test_a_car_beside_it_makes_a_space_of_an_area_and_a_number(text: str, space: str) -> None:
    assert space in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "北区40号路灯不亮。",
        "西区2号电梯停梯。",
        "我的东区3号门已修好。",
        "二区5号配电柜停电。",
        "上层12号柜已清空。",
        "南区1号公告栏被撞。",
    ],
)
def test_what_is_numbered_in_an_area_is_no_space(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("space", "said"),
    [("132号", "一百三十二号"), ("108号", "一百零八号"), ("110号", "一百一十号"), ("200", "二百号")],
)
def test_a_known_space_is_found_as_it_is_said(space: str, said: str) -> None:
    assert said in found(f"地锁的事：{said}的感应杆不抬。", World.build([PrivateValues(parking=space)]))


@pytest.mark.parametrize(
    "text",
    [
        "拿错的快递在12#一户人家。",
        "1301楼道杂物已清。",
        "803种的爬藤缠死了外机。",
        "可21楼的狗还是整晚吠。",
        "树杈正对着21楼的空调外机。",
        "举报A17群租，住了八个人。",
        "T2-3106漏水。",
        "楼上两千一百零二剁饺子馅。",
        "我租A座，马桶堵了。",
        "联排A3搭建阳光房，已停工。",
        "门牌三百零一号已和解。",
    ],
)
def test_a_home_in_a_rarer_notation_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold
