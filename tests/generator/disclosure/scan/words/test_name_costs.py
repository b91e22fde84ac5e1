"""Behind a rare surname a given name of everyday words is dear; behind one that speaks for itself it is not."""

import pytest

from generator.disclosure.scan import Public, World, scan_text
from generator.disclosure.scan.words.name_costs import least_cost, name_cost


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "差点滑倒，给撒点盐就行。", "主管代其致歉。", "某处说不许放箱。", "我司禁其入园三个月。", "冻成冰坨。", "花架边拾到手表一块。", "楼道漆味散不掉。", "栏杆脱漆属自然老化。", "龙眼烂了半箱。",
        "温馨提示:零下25℃时水管易冻。", "白蚁防治包治期为2年。",
    ],
)  # fmt: skip
def test_a_thing_and_what_is_done_with_it_is_no_name(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "李布衣来过。",
        "欧布衣来过。",
        "被举报人胡八一不在家。",
        "齐白家漏水。",
        "汤文静家漏水。",
        "边建军来过。",
    ],
)
def test_names_of_such_words_stay_names(text: str) -> None:
    assert holds(text)


def test_what_a_name_costs_is_never_less_than_its_bound() -> None:
    assert all(
        name_cost(name) >= least_cost(name[0])
        for name in ("柴烧", "汤洒", "李布衣", "许放箱", "包治期", "王伟")
    )


def test_an_everyday_word_makes_a_given_name_dearer_behind_a_rare_surname_alone() -> None:
    assert name_cost("许放箱") - name_cost("许放江") > name_cost("王放箱") - name_cost("王放江")
