"""Homes that are found as the resident wrote them."""

import pytest

from generator.disclosure.scan.known.spelled import as_given
from generator.disclosure.scan.known.world import PrivateValues, World
from generator.disclosure.scan.public import Public
from generator.disclosure.scan.scan import scan_text


def found(room: str, text: str) -> list[str]:
    spans = scan_text(text, World.build([PrivateValues(room=room)]), Public(), "zh").spans
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("云杉苑8号", "我家云杉苑8号后院的围墙裂了3道。"),
        ("27号别墅", "独栋27号别墅的锦鲤池被除草剂污染。"),
        ("19号 别墅", "催了三回了。19号别墅的"),
        ("26层B户", "猫从26层B户掉到雨棚上。"),
        ("9楼东户", "9楼东户的阳台漏水。"),
        ("商铺S12", "商铺S12门前堆了货。"),
    ],
)
def test_a_home_is_found_as_it_was_given(room: str, text: str) -> None:
    spelled = "".join(room.split())
    assert spelled in found(room, text)


def test_a_home_within_a_longer_number_is_another() -> None:
    assert "6层B户" not in found("6层B户", "猫从26层B户掉到雨棚上。")


@pytest.mark.parametrize("room", ["3日内", "1号电梯", "2026年", "物业费", "6号", "12-1203", "3栋501", ""])
def test_who_gives_something_else_as_her_home_holds_nobody_back(room: str) -> None:
    assert as_given(room) == ""
    assert found(room, "1号电梯已于3日内修复。") == []
