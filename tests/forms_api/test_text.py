"""Rules for what people type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.text import graphemes, is_overloaded, is_refused, refused_character, tidy, without_refused

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@given(st.text())
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    assert tidy(tidy(typed)) == tidy(typed)


@given(st.text())
def test_what_is_left_to_correct_holds_nothing_refused(typed: str) -> None:
    assert refused_character(without_refused(typed)) is None


@given(st.text(alphabet=st.characters(categories=("Lo", "Nd")), max_size=50))
def test_plain_characters_each_count_as_one(typed: str) -> None:
    assert graphemes(unicodedata.normalize("NFC", typed)) <= len(typed)


def test_line_ends_count_once_however_they_were_sent() -> None:
    assert tidy("一\r\n二\r三\n四") == "一\n二\n三\n四"
    assert graphemes(tidy("一\r\n二")) == graphemes(tidy("一\n二")) == 3


@pytest.mark.parametrize("typed", ["", "   ", "\u3000\u3000", "\u200b\ufeff", "\u3164", "\u2800\n"])
def test_what_shows_nothing_is_empty(typed: str) -> None:
    assert tidy(typed) == ""


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("a\0b", "U+0000 CONTROL"),
        ("a\x1bb", "U+001B CONTROL"),
        ("a\x7fb", "U+007F CONTROL"),
        ("a\x85b", "U+0085 CONTROL"),
        ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a\u2066b", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("a\ud800b", "U+D800 CONTROL"),
        ("a\ufffeb", "U+FFFE CONTROL"),
    ],
)
def test_a_refused_character_is_named(typed: str, named: str) -> None:
    assert refused_character(typed) == named


def test_tabs_and_lines_are_allowed() -> None:
    assert refused_character("一\t二\n三") is None


@pytest.mark.parametrize(
    "one", [FAMILY, "𠮷", "e\u0301", "\U0001f1e8\U0001f1f3", "\U0001f44d\U0001f3fd", "❤\ufe0f"]
)
def test_what_a_person_sees_as_one_counts_as_one(one: str) -> None:
    assert tidy(one) == unicodedata.normalize("NFC", one)
    assert graphemes(tidy(one)) == 1


def test_two_flags_are_two() -> None:
    assert graphemes("\U0001f1e8\U0001f1f3\U0001f1ec\U0001f1e7") == 2


def test_a_joiner_between_words_is_taken_out() -> None:
    assert tidy("物业\u2060公\u200d司") == "物业公司"


def test_text_piled_with_marks_is_recognised() -> None:
    assert is_overloaded("z" + "\u0335" * 5000)
    assert not is_overloaded("Việt Nam, école, ậ")


def test_nothing_that_is_refused_is_printable() -> None:
    """So a printable text needs no look at each of its characters."""
    assert not [char for char in map(chr, range(0x110000)) if char.isprintable() and is_refused(char)]


@given(st.text())
def test_no_text_has_more_characters_than_code_points(typed: str) -> None:
    assert graphemes(typed) <= len(typed)
