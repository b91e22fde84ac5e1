"""Names weighed against words, in bits: what is cheaper as a name, and what is not."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan.words import likely
from generator.disclosure.scan.words.lexicon import priced, words
from generator.disclosure.scan.words.likely import Candidate
from generator.disclosure.scan.words.name_costs import LONGEST, least_cost, name_cost, name_costs


def likely_names(text: str) -> list[Candidate]:
    return likely.likely_names(text, priced(text))


def names(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in sorted(likely_names(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("楼上郝建军天天拖椅子", "郝建军"),
        ("请夏侯云来一趟", "夏侯云"),
        ("敬德全给邻居磨剪刀", "敬德全"),
        ("找老邱说说", "老邱"),
        ("问过尚姐了", "尚姐"),
        ("卡米拉一家是外国人", "卡米拉"),
        ("和杜鹃吵", "杜鹃"),
    ],
)
def test_a_name_is_cheaper_than_the_words_it_would_take(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "电梯停运后已恢复",
        "车水马龙的东门限流",
        "常来常往的送货车",
        "高压水枪冲洗地面",
        "和气生财",
        "周三张贴了通知",
        "明码标价",
    ],
)
def test_ordinary_words_are_cheaper_than_any_name(text: str) -> None:
    assert names(text) == []


def test_of_overlapping_names_those_with_the_greatest_sum_are_told() -> None:
    assert names("王宝根李铁柱来过") == ["王宝根", "李铁柱"]


def test_a_sign_of_a_person_makes_a_name_likelier() -> None:
    announced, plain = (
        {text[start:end]: margin for start, end, margin in likely_names(text)}
        for text in ("业主郝建军说", "栋郝建军楼")
    )
    assert announced["郝建军"] > plain["郝建军"]


@pytest.mark.parametrize("name", ["的了", "王的了不在", "栋楼层梯房"])
def test_what_has_no_shape_of_a_name_costs_more_than_any_words(name: str) -> None:
    assert name_cost(name) > 35


NAME_CHARACTERS = "王李欧阳老小阿工姐伟文明国卡米拉东方的了龘"


@given(st.text(NAME_CHARACTERS, min_size=2, max_size=LONGEST))
def test_no_name_costs_less_than_the_bound_by_which_stretches_are_passed_over(name: str) -> None:
    assert name_cost(name) >= least_cost(name[0])


@given(st.text(NAME_CHARACTERS, min_size=2, max_size=LONGEST))
def test_names_weighed_together_cost_what_each_costs_alone(characters: str) -> None:
    sizes = range(2, len(characters) + 1)
    assert name_costs(characters) == [name_cost(characters[:size]) for size in sizes]


@given(st.text("王李的张高峰安和平电梯楼说老小a1，", max_size=40))
def test_both_readings_of_the_prices_agree_with_the_division(text: str) -> None:
    before, behind = priced(text).before, priced(text).behind
    assert before[-1] == behind[0]
    ends = words(text)
    assert ends == priced(text).ends
    for at in sorted({0, *ends} & set(range(len(text)))):
        assert before[at] + behind[at] == behind[0]


@given(st.text("王李的张高峰安和平电梯楼说老小a1，", max_size=40))
def test_likely_names_are_disjoint_and_worth_it(text: str) -> None:
    found = sorted(likely_names(text))
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(margin > likely.LEAST for *_, margin in found)


@pytest.mark.parametrize("unit", ["王", "老王小李阿", "卡米拉", "王建国说", "司机欧阳", "电梯停运", "a1，"])
def test_the_number_of_weighed_stretches_grows_with_the_text(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linear: each place is the beginning of a bounded number of stretches, each of them short."""
    weighed: list[str] = []

    def counting(characters: str) -> list[int]:
        weighed.append(characters)
        return name_costs(characters)

    monkeypatch.setattr(likely, "name_costs", counting)
    for size in _sizes():
        weighed.clear()
        likely_names((unit * size)[:size])
        assert len(weighed) <= size
        assert max(map(len, weighed), default=0) <= LONGEST


def _sizes() -> Iterator[int]:
    yield from (300, 600, 1200)
