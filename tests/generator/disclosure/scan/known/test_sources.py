"""Since when the register has what holds a text, and whose it is."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import PrivateValues, Source, World

JULY = Source(datetime(2026, 7, 6, tzinfo=UTC), ("2026-483-901-7",))
OCTOBER = Source(JULY.since + timedelta(days=90), ("2026-102-334-1",))
PERSON = {
    "name": "王晓芳",
    "phone": "13905086221",
    "landline": "028-84431276",
    "room": "云杉苑8号",
    "email": "ou.xy@mail.example",
    "plate": "川A·6F2K8",
    "parking": "132",
}


def test_every_notation_that_is_looked_for_says_where_it_comes_from() -> None:
    """With that of two people in the world, or nobody could tell that the sources are those of the right one."""
    world = World.build(
        [
            PrivateValues(**PERSON, others=("2026-483-901-7",), source=JULY),
            PrivateValues(name="许可欣", phone="18611112222", source=OCTOBER),
        ]
    )
    found = {text: world.sources.of(text) for text, _ in world.finder.entries()}
    assert all(found.values())
    assert {
        found[text] for text in ("王晓芳", "晓芳", "小芳", "王师傅", "wxf", "13905086221", "84431276")
    } == {(JULY,)}
    assert {found[text] for text in ("许可欣", "可欣", "许师傅", "18611112222")} == {(OCTOBER,)}


def test_what_two_gave_has_both_sources_and_a_colleague_was_there_always() -> None:
    both = [PrivateValues(name="安宁", source=JULY), PrivateValues(name="安宁", source=OCTOBER)]
    assert World.build(both).sources.of("安宁") == (JULY, OCTOBER)
    assert World.build(both, ["安宁"]).sources.of("安宁") == ()
    assert World.build([*both, PrivateValues(name="安宁")]).sources.of("安宁") == ()


@pytest.mark.parametrize("text", ["赵明", "13900001111", "zhaoming"])
def test_what_nobody_gave_has_none(text: str) -> None:
    world = World.build([PrivateValues(name="安宁", phone="18611112222", source=JULY)])
    assert world.sources.of(text) == world.sources.of(text) == ()


def test_a_name_in_letters_has_no_surname_that_is_said_with_a_title() -> None:
    sources = World.build([PrivateValues(name="May Green", source=JULY)]).sources
    assert sources.of("maygreen") == (JULY,)


def test_a_colleague_whose_surname_is_said_with_a_title_was_there_always() -> None:
    world = World.build([PrivateValues(name="王晓芳", source=JULY)], ["王建国", "Li"])
    assert world.sources.of("王师傅") == ()
    assert world.sources.of("晓芳") == (JULY,)


@given(st.lists(st.sampled_from([JULY, OCTOBER, None]), min_size=1))
def test_nothing_that_was_known_without_a_source_is_told_as_new(sources: list[Source | None]) -> None:
    world = World.build(PrivateValues(name="后已更", source=source) for source in sources)
    known = world.sources.of("后已更")
    assert known == (() if None in sources else tuple(sorted(set(filter(None, sources)))))
