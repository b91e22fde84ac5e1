"""A building as 座 and a space as 排 and 号, beside what is counted or numbered like them; feasts that are asked about, and riders."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("垃圾房改到22座窗下，谁受得了。", "room"),
        ("垃圾桶移到3座门口。", "room"),
        ("摄像头改到5座东侧。", "room"),
        ("机械车位3排12号卡住了。", "parking"),
        ("3排12号被占了。", "parking"),
        ("我的车停在三排十二号。", "parking"),
        ("我是骑手喻强，餐放驿站。", "family"),
        ("我家孙子满月酒在家办。", "family"),
    ],
)
def test_what_is_one_homes_or_one_persons_is_found(text: str, kind: str) -> None:
    assert kind in {span.kind.value for span in scan_text(text, World(), Public(), "zh").spans}


@pytest.mark.parametrize(
    "text",
    ["台风刮倒的树压住7座雨棚。", "车停在7座车棚里。", "水滴到7座雨棚上。", "我妈心痛。", "他叫孔图传。"],
)
def test_what_can_be_either_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "垃圾桶由1座增至3座。", "垃圾桶增至3座。", "更换7座雨棚。", "新建7座雨棚。", "雨棚7座。", "小区现在7座雨棚。", "3排12号柜坏了。",
        "老朽心痛，盼加护栏。", "想在会所办满月酒，六桌。", "开孔图传群里。",
    ],
)  # fmt: skip
def test_what_is_counted_or_said_by_many_is_free(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").hold
