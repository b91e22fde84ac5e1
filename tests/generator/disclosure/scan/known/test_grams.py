"""Strings known by one gram find exactly what looking for each of them does."""

from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan.known.grams import Grams

words = st.text("ab1王芳\U00020bb7\ud800?", min_size=2, max_size=12)


def one_by_one(strings: list[str], text: str) -> set[int]:
    return {
        start for start in range(len(text)) for string in strings if string and text.startswith(string, start)
    }


@given(st.lists(words, max_size=6), st.lists(st.text("ab1王芳\U00020bb7\ud800?", max_size=9), max_size=6))
def test_every_string_is_found_wherever_it_stands(strings: list[str], parts: list[str]) -> None:
    text = "".join(part for pair in zip(parts, [*strings, *parts], strict=False) for part in pair)
    assert set(Grams(strings).find(text)) == one_by_one(strings, text)


def test_strings_with_the_same_gram_are_told_apart() -> None:
    assert set(Grams(["王小明", "王小红", "13900001111", "23900001111"]).find("见王小红，13900001111")) == {
        1,
        5,
    }


def test_where_there_is_nothing_to_look_for_nothing_is_found() -> None:
    assert list(Grams([]).find("王芳 13900001111")) == []
    assert list(Grams(["王芳"]).find("")) == []
