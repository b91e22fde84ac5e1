"""Searching piece by piece finds exactly what searching in one go does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.sitesearch import Search, search_closely
from generator.disclosure.leakscan.wordings import MARKS
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.scan.folding import fold, folded_text
from generator.disclosure.scan.known.notations import compacted

PEOPLE = (
    PrivateValues(name="王芳", phone="13800001234", room="3-2-801"),
    PrivateValues(name="高峰", room="12-1501"),
    PrivateValues(name="Ann Lee", phone="0571-88880000"),
)
WORLD = World.build(PEOPLE, ("李卫东",))
PARTS = (
    "王芳", "王 芳", "王", "芳", "高峰", "高峰期", "高峰来电", "Ann Lee", "annlee", "13800001234", "138 0000 1234", "一三八零零零零一二三四",
    "3-2-801", "3栋2单元801室", "十二栋1501", "1501", "李卫东", "老王", "<td>", "</td>", "<b>", ">", "<", " \n\n¦\n\n ", "¦", "&lt;", " ", "\n",
    "a", "7", "。", ",", "-", "\u200b", "①", "期",
)  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


@given(texts)
def test_cutting_a_text_changes_nothing(text: str) -> None:
    in_pieces = [(value, kind, how.value) for value, kind, _, how in Search(WORLD).sightings(text)]
    in_one_go = [(value, kind, how.value) for value, kind, _, how in search_closely(WORLD, text)]
    assert sorted(in_pieces) == sorted(in_one_go)


@given(st.lists(texts, max_size=5))
def test_what_was_seen_before_is_found_again(several: list[str]) -> None:
    search = Search(WORLD)
    for text in (*several, *several):
        assert list(search.find(text)) == list(Search(WORLD).find(text))


def test_a_name_in_latin_letters_is_no_part_of_a_longer_word() -> None:
    search = Search(World.build([PrivateValues(name="王芳")]))
    assert [value for value, _, _ in search.find("by wangfang, 2026")] == ["wangfang"]
    assert list(search.find("guowangfangan")) == []


def test_a_value_that_holds_a_bracket_is_found_all_the_same() -> None:
    world = World.build([PrivateValues(name="<b>王芳")])
    held = [PrivateValues(others=("ab<cd>ef",))]
    assert list(Search(world).find("见王芳的来信"))
    assert [value for value, _, _ in Search(World.build(held)).find("x ab<cd>ef x")] == ["ab<cd>ef"]


def test_values_that_hold_every_mark_leave_nothing_to_cut_at() -> None:
    world = World.build([PrivateValues(others=("ab<cd>ef", "gh¦ij"))])
    assert [value for value, _, _ in Search(world).find("x <b>ab<cd>ef</b> x")] == ["ab<cd>ef"]


def test_a_value_that_holds_every_mark_is_found_in_the_uncut_text() -> None:
    world = World.build([PrivateValues(others=("ab<cd>e¦f",))])
    assert [value for value, _, _ in Search(world).find("x ab<cd>e¦f x")] == ["ab<cd>e¦f"]


def test_a_value_is_placed_where_it_starts() -> None:
    ((value, _, place),) = Search(WORLD).find("<p>联系</p><p>王 芳</p>")
    assert (value, place) == ("王芳", 12)


numbers = st.text("01289零一二三四五六七八九十百两 号楼栋座#院-/单元门室房abA.%①²…", max_size=16)


@given(st.one_of(texts, numbers, st.text(max_size=16)))
def test_a_text_is_folded_alike_with_and_without_its_offsets(text: str) -> None:
    assert folded_text(text) == fold(text).text


def test_a_value_that_holds_every_mark_has_a_text_read_as_a_whole() -> None:
    world = World.build([PrivateValues(others=(f"ab{MARKS}cd",)), PrivateValues(name="骆晓燕")])
    search = Search(world)
    assert search.seams == ""
    assert [value for value, _, _ in search.find(f"骆晓燕<b>x ab{MARKS}cd")] == [
        "骆晓燕",
        compacted(f"ab{MARKS}cd"),
    ]


class TestNamesOfOneWord:
    """A single Latin or foreign name is a whole name where it stands alone; an ordinary word is told and stops nothing."""

    SINGLE = World.build(
        [PrivateValues(name=name) for name in ("Madonna", "Иван", "Zoë", "Grace", "Webkit", "Bo")], ("Olu",)
    )

    def found(self, text: str, words: frozenset[str] = frozenset()) -> dict[str, str]:
        return {value: how.value for value, _, _, how in Search(self.SINGLE, words).sightings(text)}

    @pytest.mark.parametrize(
        "text",
        [
            "Madonna called",
            "MADONNA",
            "业主Madonna来电",
            "<b>madonna</b>",
            "Иван",
            "by ZOE.",
            "Zoe\u0308",
            "from Olu, who",
        ],
    )
    def test_it_is_found_where_it_stands_alone(self, text: str) -> None:
        assert list(self.found(text).values()) == ["value"]

    @pytest.mark.parametrize("text", ["Madonnas", "premadonna", "Boat, Bo", "Иванова", "Zoetrope", "volume"])
    def test_it_is_not_found_inside_another_word(self, text: str) -> None:
        assert self.found(text) == {}

    def test_who_is_called_like_a_word_stops_nothing(self) -> None:
        assert list(self.found("Grace period; GRACE").values()) == ["word"]
        assert list(self.found("-webkit-box").values()) == ["value"]
        assert list(self.found("-webkit-box", frozenset({"webkit"})).values()) == ["word"]

    def test_where_nobody_is_called_so_nothing_is_looked_for_twice(self) -> None:
        assert Search(WORLD)._single_names is None
