"""Reading a marked-up text stretch by stretch finds exactly what reading the whole does."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.sitefiles import readings
from generator.disclosure.leakscan.sitepieces import Pieces, Seen
from generator.disclosure.leakscan.sitesearch import Search, search_closely
from generator.disclosure.scan import PrivateValues, World

PEOPLE = (
    PrivateValues(name="王芳", phone="13800001234", room="3-2-801"),
    PrivateValues(name="高峰", room="12-1501"),
    PrivateValues(name="Ann Lee", phone="0571-88880000", email="a.lee@mail.example"),
    PrivateValues(name="Иван"),
)
WORLD = World.build(PEOPLE, ("李卫东",))
MARKUP = (
    "王", "芳", "王芳", "&#29579;", "&#x82b3;", "&amp;#29579;", "%E7%8E%8B%E8%8A%B3", "%E7", "\\u738b", "\\82b3 ", "高峰", "高峰期", "Ann", "Lee",
    "138", "00001234", "3-2", "-801", "12栋", "1501", "a.lee@mail.example", "<b>", "</b>", "<B class='x'>", "<b/>", "<br>", "<td>", "</td>",
    "<p title='王芳'>", "<a href='/王'>", "<img alt='高峰", "'>", "<!-- ", " -->", "<", ">", "&lt;", "&gt", "&", "¦", " ", "\n", "0123456789abcdef",
    "sha256-", "A" * 20, "a", "7", "。", "\u200b", "{", "}", ";", "?", "！", "\n<td>", "\n<b>", "\ufdd0", "&#xfdd0;", "\\ufdd0", "%EF%B7%90",
    "&#x000000000000738b;", "%2", "\\", "x=\"12.5%\"", "Иван", "ИВАН",
)  # fmt: skip
texts = st.lists(st.sampled_from(MARKUP), max_size=14).map("".join)


def whole(search: Search, written: str) -> set[Seen]:
    """The plain and slow way: every reading as a whole, nothing passed over, nothing remembered."""
    names = search._single_names
    found = set()
    for reading in readings(written):
        for value, kind, _, how in search_closely(search.world, reading):
            found.add((value, kind, how))
        if names is not None:
            found |= {(value, kind, how) for value, kind, _, how in search._single(names, reading)}
    return found


@given(st.lists(texts, max_size=4))
def test_reading_stretch_by_stretch_changes_nothing(several: list[str]) -> None:
    pieces = Pieces(Search(WORLD))
    for text in (*several, *several):
        assert pieces.seen(text) == whole(pieces.search, text)


HEADS = (
    "<html>\n<body>\n<nav>王",
    "<html>\n<p>公示</p>\n<p>联系 138",
    '{"a": "3栋',
    "a,b\n1,Ann ",
    "<p>高<b>",
)
TAILS = (
    "芳</nav>\n<p>2026-07-01</p>\n</body>",
    "00001234\n<footer>2026年11月20日</footer>",
    '2单元801"}',
    "Lee,x\n",
    "</b>峰\n<td>期</td>",
)


@given(
    st.lists(
        st.tuples(st.sampled_from(HEADS), st.lists(texts, max_size=3), st.sampled_from(TAILS)), max_size=4
    )
)
def test_pages_that_share_their_skeleton_hold_what_each_holds_by_itself(
    pages: list[tuple[str, list[str], str]],
) -> None:
    """Values reach into what is shared from what is not, and from one shared part into the next."""
    pieces = Pieces(Search(WORLD))
    for head, middle, tail in pages:
        page = "\n".join([head, *middle]) + tail
        assert pieces.seen(page) == whole(pieces.search, page)
        assert pieces.seen(head + tail) == whole(pieces.search, head + tail)


def test_a_value_that_reaches_across_a_tag_is_found_all_the_same() -> None:
    world = World.build([PrivateValues(others=("ab<td>ef",))])
    assert [value for value, _, _ in Pieces(Search(world)).seen("x ab<td>ef x")] == ["ab<td>ef"]


class NeverWalked(dict[str, frozenset[Seen]]):
    """What is known, to be asked and never gone through: it grows with the site."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a page more takes longer the more pages there were")

    keys = __iter__  # type: ignore[assignment]


def test_a_page_more_takes_no_longer_after_many() -> None:
    pieces = Pieces(Search(WORLD))
    pieces._blocks, pieces._stretches = NeverWalked(), NeverWalked()
    for number in range(3):
        assert {value for value, _, _ in pieces.seen(f"<p>{number}</p>\n<p>王芳</p>")} == {"王芳"}
