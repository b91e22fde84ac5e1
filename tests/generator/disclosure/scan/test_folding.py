"""One spelling for every way of writing the same thing, with the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import folding
from generator.disclosure.scan.folding import compact, compact_text, fold, read_numbers


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("１２栋３０１", "12栋301"),
        ("①②⑩", "1210"),
        ("❶➌", "13"),
        ("1️⃣3️⃣🔟", "1310"),
        ("張國強", "张国强"),
        ("十 栋 二 单 元", "十栋二单元"),
        ("到7 幢 2 单 元 1 3 0 4量", "到7幢2单元1304量"),
        ("在十 二 栋 七 零 三门后", "在十二栋七零三门后"),
        ("住 3 栋 的", "住3栋的"),
        ("駱經理話會跟進", "骆经理话会跟进"),
        ("⻢青和⻩建⺠", "马青和黄建民"),
        ("王\u200b建\u2060国", "王建国"),
        ("José", "Jose"),
        ("a\u3000\tb", "a  b"),
        ("½ⅳ", "1\u20442iv"),
        ("⠀\u3164x", " x"),
    ],
)
def test_fold_writes_the_same_thing_in_one_way(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("幺三八零零一二三四五六", "13800123456"),
        ("18O28l6O335", "18028160335"),
        ("七零二室", "702室"),
        ("三个统一", "三个统一"),
        ("三三两两", "三三两两"),
        ("周三14:00-17:00", "周三14:00-17:00"),
        ("1204 is", "1204 is"),
        ("Room l2O4", "Room 1204"),
        ("OO7", "OO7"),
        ("50lux 100Ohm", "50lux 100Ohm"),
    ],
)
def test_digits_are_read_only_in_runs_of_digits(written: str, read: str) -> None:
    assert read_numbers(written) == read


def test_compact_drops_separators_and_keeps_the_way_back() -> None:
    text = "电话 138-OO13-8OO0!"
    reading = compact(fold(text))
    assert reading.text == "电话13800138000!"
    start = reading.text.index("138")
    first, last = reading.origin(start, start + 11)
    assert text[first:last] == "138-OO13-8OO0"


def test_marks_that_are_dropped_belong_to_the_character_before_them() -> None:
    text = "1️⃣室"
    folded = fold(text)
    assert text[slice(*folded.origin(0, 1))] == "1️⃣"
    assert folded.position(text.index("室")) == 1


def test_a_text_of_nothing_but_invisible_marks_is_empty() -> None:
    assert fold("\u200b\u200b").text == ""


@given(st.text())
def test_offsets_grow_and_stay_inside_the_original(text: str) -> None:
    for reading in (fold(text), compact(fold(text))):
        assert len(reading.text) == len(reading.starts) == len(reading.ends)
        assert list(reading.starts) == sorted(reading.starts)
        assert all(
            0 <= start < end <= len(text) for start, end in zip(reading.starts, reading.ends, strict=True)
        )


@given(st.text())
def test_reading_numbers_keeps_the_length(text: str) -> None:
    plain = fold(text).text
    assert len(read_numbers(plain)) == len(plain)


def test_folds_are_the_same_however_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding._Folds, "MOST", 1)
    folds = folding._Folds()
    assert "".join(folds[ord(character)] for character in "張①張①") == "张1张1"
    assert len(folds) == 1


@given(st.text())
def test_a_text_folds_character_by_character_as_it_does_in_one_go(text: str) -> None:
    whole = fold(text)
    parts = [fold(text[start:end]).text for start, end in zip(whole.starts, whole.ends, strict=True)]
    assert all(character in part for character, part in zip(whole.text, parts, strict=True))


@given(st.text())
def test_the_compact_text_is_the_same_with_and_without_offsets(text: str) -> None:
    assert compact(fold(text)).text == compact_text(fold(text).text)
