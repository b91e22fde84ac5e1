"""How old somebody is, and what only is counted in the same words."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text
from generator.disclosure.scan.facts.aged import find_ages
from generator.disclosure.scan.reading import read


def ages(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_ages(read(text, "zh"))]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("屋头两个老人都八十几了,电梯天天坏。", "两个老人都八十几了"),
        ("婆婆快九十了,走不动。", "婆婆快九十了"),
        ("楼上那位年近古稀,买菜靠电梯。", "年近古稀"),
        ("隔壁大爷82岁了还天天遛弯。", "大爷82岁了"),
        ("我七老八十的人了,经不起折腾。", "七老八十"),
        ("孩子刚满三岁,怕吵。", "孩子刚满三岁"),
        ("隔壁孩子刚上小学,怕吵。", "孩子刚上小学"),
    ],
)
def test_an_age_is_found_with_whose_it_is(text: str, age: str) -> None:
    assert age in ages(text)
    assert FindingKind.FAMILY in {span.kind for span in scan_text(text, World(), Public(), "zh").spans}


@pytest.mark.parametrize(
    "text",
    [
        "老人协会收到八十几份问卷。", "小区楼龄快三十年。", "业主八十三人到会。", "未满十岁儿童请勿单独乘梯。",
        "为年满七十的老人提供免费理发服务。", "大爷大妈八十多人报名。", "免费为爷爷奶奶八十岁照相。",
        "敬老活动：为年近古稀的居民理发。", "社区为七老八十的居民送餐。",
    ],
)  # fmt: skip
def test_what_is_counted_and_what_is_done_for_many_is_nobodys_age(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She is recovering from a knee operation.", "The owner had an operation last week.", "He has a plate in the leg.",
        "The guard had a seizure.", "Our neighbour tried to end her life.", "The tenant upstairs is behind on rent.",
        "The old man in the lobby is getting on for eighty.", "The resident above is retaking the exam.",
    ],
)  # fmt: skip
def test_an_english_life_is_held_whoever_it_is_told_of(text: str) -> None:
    assert scan_text(text, World(), Public(), "en").hold


@pytest.mark.parametrize(
    "text",
    [
        "The pump is back after a power cut.", "The crane had an operation permit.", "The gate had a fault last week.",
        "Pushing 40 households to vote took a month.", "The tower is under repair.", "Screws in the door were replaced.",
    ],
)  # fmt: skip
def test_an_operation_of_a_machine_is_nobodys(text: str) -> None:
    assert not scan_text(text, World(), Public(), "en").hold
