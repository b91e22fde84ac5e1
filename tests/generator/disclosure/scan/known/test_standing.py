"""A value of the register that is spelled like ordinary words: where it stands for somebody, and where it does not."""

import pytest

from generator.disclosure.scan.lines import scan


def found(text: str, name: str) -> list[str]:
    return [text[span["start"] : span["end"]] for span in scan(text, {"name": name})["spans"]]


def test_a_name_that_words_explain_in_part_stands() -> None:
    assert found("施工方志强到场。", "方志强") == ["方志强"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("请保平安反映在台账里。", "柳平安"),
        ("晚上想要安静。", "安静"),
        ("高峰期排队。", "高峰"),
    ],
)
def test_the_word_itself_is_nobody(text: str, name: str) -> None:
    assert found(text, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("平安报称灯坏了。", "柳平安"),
        ("麻烦转告平安，门修好了。", "柳平安"),
        ("安静女士来电。", "安静"),
        ("光明，请来前台。", "光明"),
        ("监控显示高峰推门进去。", "高峰"),
        ("我觉得高峰在说谎。", "高峰"),
    ],
)
def test_where_a_person_stands_the_word_is_her(text: str, name: str) -> None:
    assert found(text, name) != []
