"""Reading a marked-up text stretch by stretch finds exactly what reading the whole does."""

from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.sitefiles import readings
from generator.disclosure.sitepieces import Pieces
from generator.disclosure.sitesearch import Search, search_closely

PEOPLE = (
    PrivateValues(name="王芳", phone="13800001234", room="3-2-801"),
    PrivateValues(name="高峰", room="12-1501"),
    PrivateValues(name="Ann Lee", phone="0571-88880000", email="a.lee@mail.example"),
)
WORLD = World.build(PEOPLE, ("李卫东",))
MARKUP = (
    "王", "芳", "王芳", "&#29579;", "&#x82b3;", "&amp;#29579;", "%E7%8E%8B%E8%8A%B3", "%E7", "\\u738b", "\\82b3 ", "高峰", "高峰期", "Ann", "Lee",
    "138", "00001234", "3-2", "-801", "12栋", "1501", "a.lee@mail.example", "<b>", "</b>", "<B class='x'>", "<b/>", "<br>", "<td>", "</td>",
    "<p title='王芳'>", "<a href='/王'>", "<img alt='高峰", "'>", "<!-- ", " -->", "<", ">", "&lt;", "&gt", "&", "¦", " ", "\n", "0123456789abcdef",
    "sha256-", "A" * 20, "a", "7", "。", "\u200b",
)  # fmt: skip
texts = st.lists(st.sampled_from(MARKUP), max_size=14).map("".join)


def whole(world: World, written: str) -> set[tuple[str, str, str]]:
    return {
        (value, kind, how.value)
        for reading in readings(written)
        for value, kind, _, how in search_closely(world, reading)
    }


@given(st.lists(texts, max_size=4))
def test_reading_stretch_by_stretch_changes_nothing(several: list[str]) -> None:
    pieces = Pieces(Search(WORLD))
    for text in (*several, *several):
        assert {(value, kind, how.value) for value, kind, how in pieces.seen(text)} == whole(WORLD, text)


def test_a_value_that_reaches_across_a_tag_is_found_all_the_same() -> None:
    world = World.build([PrivateValues(others=("ab<td>ef",))])
    assert [value for value, _, _ in Pieces(Search(world)).seen("x ab<td>ef x")] == ["ab<td>ef"]
