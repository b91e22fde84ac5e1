"""Given names that stand alone, a household's name from abroad, a name in pieces, a first name at work: doubts; words: none."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("喜根修得很仔细。", "zh", "喜根"), ("顺根人很好。", "zh", "顺根"), ("谢谢喜根帮我开门。", "zh", "喜根"), ("辛苦秀莲。", "zh", "秀莲"), ("楼上山本家孩子跑来跑去。", "zh", "山本"),
        ("张-建-国家漏水。", "zh", "张-建-国"), ("May from the office answered within the hour.", "en", "May"),
        ("ask lily in the office she knows about the keys", "en", "lily"), ("Rose at the front desk was kind.", "en", "Rose"),
    ],
)  # fmt: skip
def test_a_given_name_alone_is_doubted(text: str, lang: str, name: str) -> None:
    verdict = scan_text(text, World(), Public(), lang)
    assert name in [text[span.start : span.end] for span in verdict.reasons]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("花园天天有蚊子。", "zh"), ("安全态度要端正。", "zh"), ("感谢支持。", "zh"), ("谢谢关照。", "zh"),
        ("Pets may at the gate be asked to wait.", "en"), ("Leave a mark at the gate.", "en"),
    ],
)  # fmt: skip
def test_a_word_in_the_same_place_is_nobody(text: str, lang: str) -> None:
    assert not scan_text(text, World(), Public(), lang).hold
