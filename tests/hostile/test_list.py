"""Every one of the 135 hostile inputs is answered for, once, by a test that exists; and the page says so."""

import tomllib

import pytest

from tests.factories import PROJECT
from tests.hostile.listing import ELSEWHERE, HERE, NOT_APPLICABLE, numbered_here, page


def test_every_one_of_the_135_is_answered_for_once() -> None:
    apart = set(ELSEWHERE) | set(NOT_APPLICABLE)
    assert set(range(1, 136)) - set(numbered_here()) - apart == set()
    assert set(ELSEWHERE) & set(NOT_APPLICABLE) == set()
    assert set(numbered_here()) & set(NOT_APPLICABLE) == set()


def test_the_list_has_135_lines_in_order() -> None:
    listed = tomllib.loads((HERE / "list.toml").read_text(encoding="utf-8"))
    assert [int(number) for group in listed.values() for number in group] == list(range(1, 136))
    assert {case[2] for group in listed.values() for case in group.values()} == {0, 1, "-"}


def test_the_page_is_current() -> None:
    assert (PROJECT / "docs" / "hostile-inputs.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("place", sorted(set(ELSEWHERE.values())))
def test_every_test_named_elsewhere_exists(place: str) -> None:
    file, _, name = place.partition("::")
    assert f"def {name}(" in (PROJECT / file).read_text(encoding="utf-8")
