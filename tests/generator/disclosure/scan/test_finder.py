"""Many strings at once, in one pass."""

from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan.finder import LONGEST, Finder

STRINGS = st.lists(st.text("ab王c", min_size=2, max_size=6), max_size=8)


@given(STRINGS, st.text("ab王c", max_size=40))
def test_it_finds_what_a_plain_search_finds(strings: list[str], text: str) -> None:
    found = {(start, end) for start, end, _ in Finder({string: string for string in strings}).find(text)}
    plain = {
        (start, start + len(string))
        for string in strings
        for start in range(len(text))
        if text.startswith(string, start)
    }
    assert found == plain


def test_single_characters_are_not_searched_and_long_strings_by_their_beginning() -> None:
    finder = Finder({"a": 1, "x" * (LONGEST + 5): 2})
    assert len(finder) == 1
    assert next(finder.find("a " + "x" * (LONGEST + 5))) == (2, 2 + LONGEST, 2)


def test_work_at_a_position_does_not_grow_with_the_number_of_strings() -> None:
    class Counting(dict[str, int]):
        looked = 0

        def get(self, key: str, default: int | None = None) -> int | None:  # type: ignore[override]
            Counting.looked += 1
            return super().get(key, default)

    looked = []
    for many in (10, 10_000):
        finder = Finder({f"{number:06d}": number for number in range(many)})
        finder._entries = Counting(finder._entries)
        Counting.looked = 0
        list(finder.find("000001 " * 500))
        looked.append(Counting.looked)
    assert looked[0] == looked[1]
