"""Hours, years, money and numbers in a row stop nothing; a number that is written as one is found beside them and in their shape."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.amounts import counts
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.scan import PrivateValues, Standing, World
from generator.disclosure.scan.folding import compact_text, fold

NOTICES = (
    "因二次供水水箱清洗，将于12月3日9:00-17:00停水，12月4日 8:30—11:30、13:30—17:00分区放水，请提前储水。",
    "服务时间：每日 7:00–9:00、18:00–20:00；周末 9.00-11.30。",
    "2026—2027年采暖季自2026年11月15日起，至2027年3月15日止（2026.11.15-2027.03.15）。",
    "The 2026-2027 heating season starts on 15 November 2026, 9:00-17:00.",
    "本季度公共收益 2,345,678.90 元，支出 61,234.50 元，结余23456.78元，专项维修资金余额 35,127,604.50 元。",
    "预算 38600 元，中标价 2360000元，单价 1200-1800元/平方米，合计￥2345678.9。",
    "2、3、5、6、7、8、9号楼，12, 15, 18, 21号楼同步施工，执行 GB/T 37668-2019、GB 50034-2013。",
    "巡检 952 次，合格 950 次，合格率 99.78947368421053，用水 23456.7 吨，用电 3456.78 千瓦。",
)


def found(phone: str, text: str) -> set[Standing]:
    search = Search(World.build([PrivateValues(phone=phone)]))
    return {how for _, _, _, how in search.sightings(text)}


def readable(text: str) -> set[str]:
    """Every number of a telephone without its town that can be read out of a text, whatever stands between its figures."""
    runs = re.findall("[0-9]{7,}", compact_text(fold(text).text))
    return {
        run[start : start + size] for run in runs for size in (7, 8) for start in range(len(run) - size + 1)
    }


@pytest.mark.parametrize("notice", NOTICES)
def test_no_phone_that_can_be_read_out_of_a_notice_stops_it(notice: str) -> None:
    phones = readable(notice)
    search = Search(World.build(PrivateValues(phone=phone) for phone in phones))
    assert phones
    assert [value for value, _, _ in search.find(notice)] == []


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("9001700", "电话900-1700"),
        ("9001700", "请拨 900 1700"),
        ("9001700", "900.1700"),
        ("9001700", "9:00-17:00，电话9001700"),
        ("84431276", "8443-1276"),
        ("84431276", "02884431276"),
        ("84431276", "8602884431276"),
        ("84431276", "(028)8443.1276"),
        ("84431276", "028.84431276"),
        ("84431276", "84,43,12,76"),
        ("84431276", "八四四三一二七六"),
        ("84431276", "84431276.30日答复"),
        ("20262027", "20262027"),
        ("20262027", "电话：2026-2027"),
        ("20262027", "please call 2026 - 2027"),
        ("20272026", "2027-2026"),
        ("20202060", "2020-2060"),
        ("23456789", "联系23456789元旦前答复"),
        ("9876543", "9、8、7、6、5、4、3"),
        ("13905086221", "13,905,086,221"),
        ("13905086221", "139.05086221"),
        ("13905086221", "13905086221元"),
        ("13905086221", "请拨139,050,862,21"),
        ("23456789", "23456789"),
    ],
)
def test_a_number_that_is_written_as_one_is_found(phone: str, text: str) -> None:
    assert Standing.VALUE in found(phone, text)


PHONES = st.from_regex("[2-9][0-9]{6,7}|1[3-9][0-9]{9}", fullmatch=True)
WAYS = st.sampled_from(
    [
        lambda phone: phone,
        lambda phone: f"{phone[:3]}-{phone[3:]}",
        lambda phone: f"{phone[:-4]} {phone[-4:]}",
        lambda phone: f"{phone[:-4]}.{phone[-4:]}",
        lambda phone: f"（{phone[:-4]}）{phone[-4:]}",
        lambda phone: " ".join(phone),
        lambda phone: "-".join((phone[:-8], phone[-8:-4], phone[-4:])).strip("-"),
        lambda phone: phone.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda phone: phone.translate(str.maketrans("0123456789", "零一二三四五六七八九")),
        lambda phone: f"+86 {phone}",
        lambda phone: f"0571-{phone}",
    ]
)
AROUND = st.sampled_from(
    [
        "请联系{}。",
        "电话{}（9:00-17:00）",
        "9:00-17:00，{}",
        "收费 1,234.50 元，{}",
        "2026-2027年 {}",
        "{}",
        "call {} now",
    ]
)


@given(PHONES, WAYS, AROUND)
def test_every_way_to_write_a_number_is_found_beside_whatever_counts(phone, way, around) -> None:  # type: ignore[no-untyped-def]
    text = around.format(way(phone))
    assert Standing.VALUE in found(phone, text) or _is_ambiguous(way(phone)), text


def _is_ambiguous(written: str) -> bool:
    """2026 2027 and 12.34 are years and money, whoever is called there."""
    return re.fullmatch("(?:19|20)[0-9]{2}[- ]+(?:19|20)[0-9]{2}|(?:19|20)[0-9]{6}", written) is not None


def test_figures_that_are_written_in_words_count_nothing() -> None:
    assert not counts("九点到十七点", 0, 0)
