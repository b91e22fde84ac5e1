"""Homes of every shape, in every way of telling them; and what is too short to be told from a count stops nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.known.addresses import Addresses, registered, spelled_out
from generator.disclosure.scan.known.told_homes import Address, addresses


def found(room: str, text: str) -> list[str]:
    return [str(known) for known, _ in Addresses([room]).find(fold(text).text.lower())]


SHAPES = (
    "17栋3单元1904室", "叠拼6号", "别墅18号", "18号别墅", "翠湖路18弄6号", "3-2-12", "8幢2号", "3栋1-2", "12A-1203", "A座12B", "402A室", "商铺S12", "G12-3", "甲单元1203",
    "3栋甲单元501", "二期3栋501", "2期3栋2单元501", "3栋4楼402", "1号楼二单元西户", "3栋4层东户", "12栋3单元12楼3号", "12-3-1203-2", "12号楼B1", "501室3栋2单元",
    "Flat 5B Block 12", "12栋PH", "6号1101室", "38弄6号1101室", "A区5号", "2座10楼E室", "3栋2单元顶层", "Villa 6", "Unit 2B", "Shop S12", "S12商铺", "5b-12", "A-3栋502",
    "3栋1203-2", "17 3单元1904", "B-1201", "12栋-1203", "Flat 3, 10/F, Block 2",
)  # fmt: skip


@pytest.mark.parametrize("room", SHAPES)
def test_a_home_is_found_as_it_is_registered(room: str) -> None:
    assert found(room, f"已与{room}业主沟通")


WAYS = (
    "17栋3单元的1904", "17栋的1904", "17栋，1904室", "17栋（3单元）1904", "17栋3单元19楼04", "17栋三单元十九楼四号", "第17栋第3单元第1904室", "17栋3单元1903、1904", "17—3—1904", "17.3.1904",
    "1904室（17栋3单元）", "1904（17栋）", "Block 17, Unit 3, Flat 1904", "Building 17, Room 1904", "Unit 1904, Block 17", "Room 1904 of Block 17", "17栋 3单元\n1904", "17-3单元1904", "17#1904",
    "17#3-1904", "17栋1904一直漏水", "十七栋三单元一九零四", "十七栋十九零四", "17 栋 3 单 元 1 9 0 4", "17/1904", "17栋3-1904", "17号3单元1904", "17#楼1904", "17栋1903和1904",
    "17-3-1903、1904", "17栋3单元19O4", "| 17栋 | 3单元 | 1904 |", "17栋３单元１９０４", "17座1904", "17幢3门1904", "Bldg. 17, no. 1904", "flat 1904, blk 17", "17栋1903-1904",
    "17栋3单元壹玖零肆", "Block 17, 19th floor, Flat 4",
)  # fmt: skip


@pytest.mark.parametrize("text", WAYS)
def test_a_home_is_found_however_it_is_told(text: str) -> None:
    assert set(found("17栋3单元1904室", f"已与{text}业主沟通")) == {"17-3-1904"}


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("商铺6号", "别墅商铺6号"),
        ("5-2", "5栋2号"),
        ("3-2-12", "3栋2单元12号"),
        ("8幢2号", "八幢二号"),
        ("S12", "商铺S12"),
        ("商铺S12", "S12铺"),
        ("402A", "Flat 402A"),
        ("B1201", "B栋1201"),
        ("17-1904", "17栋3单元1904室"),
        ("别墅18号", "十八号别墅"),
        ("别墅18号", "排屋18栋"),
        ("12栋PH", "Block 12 penthouse"),
        ("甲单元1203", "3栋甲单元1203"),
        ("水岸阁12栋1203", "12-1203"),
        ("3,1,2", "3栋1单元2号"),
    ],
)
def test_another_spelling_is_the_same_home(room: str, text: str) -> None:
    assert found(room, text)


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("6号", "6号，第6号，6号楼"),
        ("1203", "1203件，1203室"),
        ("18栋", "18栋，共18栋"),
        ("S12", "S12 线，S12号"),
        ("402A", "402A"),
        ("5-2", "第5-2条，5-2，5/2"),
        ("3/2/12", "3/2/12"),
        ("11-20", "11-20"),
        ("2026-11-20", "2026-11-20 发布"),
        ("3栋2单元", "3栋2单元电梯检修"),
        ("3栋4层", "3栋4层走廊灯"),
        ("8幢2号", "8幢2号电梯，8幢2部"),
        ("3栋1-2", "3栋1-2月停水；3栋1-2号电梯"),
        ("商铺12号", "商铺12家"),
        ("17栋3单元1904", "17栋2单元1904；17-3-19041；17-3-1904.5；17、3、1904；17.1904；2017-3-1904"),
        ("17栋3单元1904", "1904件，第1904号，17-19时；17·3·1904·1"),
        ("二期3栋501", "一期3栋501"),
        ("B1-3", "地下B1-3层"),
        ("物业服务中心", "物业服务中心"),
        ("1-1-1", "1-1-1"),
        ("", "17栋3单元1904"),
    ],
)
def test_what_could_be_anything_is_no_home(room: str, text: str) -> None:
    assert found(room, text) == []


@pytest.mark.parametrize("room", ["B1201", "1201B", "水岸阁1203", "水岸阁1203室"])
def test_a_code_and_a_named_house_are_found_letter_for_letter(room: str) -> None:
    assert spelled_out(room) == room.lower()
    assert World.build([PrivateValues(room=room)]).holds(room.lower()[0])


@pytest.mark.parametrize("room", ["S12", "402A", "1203", "物业服务", "热线12345", "小区1203", "6号"])
def test_what_is_short_or_ordinary_is_not(room: str) -> None:
    assert spelled_out(room) == ""


def test_a_home_is_placed_where_its_door_or_its_numbers_start() -> None:
    assert [(address.door, address.start) for address in addresses("见17栋3单元1904")] == [("1904", 7)]
    assert [(address.door, address.start) for address in addresses("见17-3-1904")] == [("1904", 1)]


def test_a_short_pair_is_read_and_not_told() -> None:
    assert list(addresses("5-2")) == [Address("5", "2", told=False)]


def test_nobody_has_a_home() -> None:
    assert not Addresses([])
    assert Addresses(["17-1904"])


@given(
    st.lists(
        st.sampled_from(("17", "栋", "3", "单元", "1904", "室", "号", "-", "b", "层", "别墅", "、", "(", "区", "楼", "#", "甲", "东户", " block ", "flat ")),
        max_size=12,
    ).map("".join)
)  # fmt: skip
def test_whatever_is_told_is_found_again_as_it_was_registered(room: str) -> None:
    if any(one.told for one in addresses(fold(room).text.lower().strip())):
        assert found(room, room.strip())
    assert all(one.told for one in registered(room))


@pytest.mark.parametrize(
    "room", ["商铺S12", "G12-3", "A座12B", "12A-1203", "叠拼6号", "17栋3单元1904室", "3门602"]
)
@pytest.mark.parametrize("behind", ["门前已清理", "门口堆物", "门外有人", "门锁坏了"])
def test_a_home_is_found_before_its_door(room: str, behind: str) -> None:
    assert found(room, room + behind)
    assert scan_text(f"{room}{behind}。", World.build([PrivateValues(room=room)]), Public(), "zh").hold


def test_a_home_that_is_published_anyway_is_nobodys() -> None:
    """The shop of the registry office, named in the settings, is what a resident gave as hers."""
    world, public = World.build([PrivateValues(room="商铺S12")]), Public.build(names=["商铺S12"])
    assert not scan_text("商铺S12门前已清理。", world, public, "zh").hold
    assert scan_text("商铺S12门前已清理。", world, Public(), "zh").hold
