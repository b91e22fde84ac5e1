"""Layer C: a number nothing explains holds the text; the allow grammar explains what a summary needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import FindingKind, Public, Reason, World, scan_text


def unexplained(text: str, lang: str = "zh") -> list[str]:
    spans = scan_text(text, World(), Public.build(["028-85550123"]), lang).spans
    return [text[span.start : span.end] for span in spans if span.reason is Reason.UNEXPLAINED]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("编码7K2M-4XQ9", "7K2M-4XQ9"),
        ("暗号四四八二", "四四八二"),
        ("见98765", "98765"),
        ("代号zx81", "zx81"),
        ("约x12的", "x12"),
    ],
)
def test_a_run_of_digits_without_a_reason_is_held(text: str, token: str) -> None:
    assert token in "".join(unexplained(text))


@pytest.mark.parametrize(
    "text",
    [
        "费用1,250.50元，占32%。", "每2小时1次，共86人。", "自2025年1月1日起。", "9:00-18:00，7×24小时。", "依据GB/T 20647.9-2006和建房〔2018〕12号。",
        "工单WX20260815003。", "报修单编号：20260815-003。", "3号电梯、2#水泵、B1层。", "请拨028-85550123、12345或119。", "第3次、3-5天、1:1.5的比例。", "DN100管道、PM2.5、5G。",
        "合格率由91%升至99.5%。", "1. 更换水泵；2. 清洗水箱。", "2026年第三季度得分92.5分。",
    ],
)  # fmt: skip
def test_the_allow_grammar_explains_what_a_summary_needs(text: str) -> None:
    assert not scan_text(text, World(), Public.build(["028-85550123"]), "zh").spans


@pytest.mark.parametrize(
    "text",
    [
        "46 of 48 cases within 7 days.",
        "On 3 June 2026, 12 lamps.",
        "Order WX20260815003.",
        "Q3 2026: 1,250 yuan.",
        "Lift 3, step 2.",
    ],
)
def test_the_grammar_knows_english(text: str) -> None:
    assert unexplained(text, "en") == []


@given(st.from_regex(r"[3-9][0-9]{5,8}", fullmatch=True))
def test_no_bare_number_of_six_to_nine_digits_passes(number: str) -> None:
    assert scan_text(f"请看{number}，谢谢。", World(), Public(), "zh").hold


def test_a_number_is_told_as_a_number() -> None:
    (span,) = scan_text("见98765", World(), Public(), "zh").spans
    assert span.kind is FindingKind.NUMBER
