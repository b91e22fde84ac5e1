"""Small counts are put together with their neighbours, and nobody who knows the rule can take them apart again."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure.surveys.survey_bands import alike, form_bands, given_away


@pytest.mark.parametrize(
    ("counts", "cuts"),
    [
        ((40, 30, 12, 10, 8), (0, 1, 2, 3, 4, 5)),
        ((40, 30, 12, 10, 0), (0, 1, 2, 3, 4, 5)),
        ((40, 30, 12, 7, 3), (0, 1, 2, 3, 5)),
        ((2, 40, 12, 7, 7), (0, 2, 3, 4, 5)),
        ((20, 20, 2, 2, 2), (0, 1, 2, 5)),
        ((20, 20, 1, 1, 1), (0, 1, 5)),
        ((3, 0, 40, 20, 10), (0, 3, 4, 5)),
        ((3, 4, 1, 1, 1), (0, 5)),
        ((4, 0, 0, 0, 8), (0, 5)),
    ],
)
def test_small_counts_stand_with_their_neighbours(counts: tuple[int, ...], cuts: tuple[int, ...]) -> None:
    assert form_bands(counts, 2, 5) == cuts


def _shown(counts: tuple[int, ...], border: int, k: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    cuts = form_bands(counts, border, k)
    return tuple(sum(counts[start:end]) for start, end in pairwise(cuts)), cuts


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(0, 9) | st.integers(0, 300), min_size=5, max_size=5).filter(lambda c: sum(c) >= 10),
    st.integers(3, 6),
)
def test_no_count_under_k_is_shown_or_can_be_worked_out(counts: list[int], k: int) -> None:
    bands, cuts = _shown(tuple(counts), 2, k)
    assert not any(0 < band < k for band in bands)
    possible = list(alike(bands, cuts, 2, k))
    assert {tuple(min(c, k) for c in counts)} <= {tuple(min(c, k) for c in one) for one in possible}
    assert given_away(possible, k) == ()


@pytest.mark.parametrize("k", [3, 5])
def test_yes_and_no_stand_alone_only_where_both_may(k: int) -> None:
    for yes in range(30):
        for no in range(max(0, 10 - yes), 30):
            bands, cuts = _shown((yes, no), 1, k)
            assert (len(bands) == 2) == (yes in (0, *range(k, 30)) and no in (0, *range(k, 30)))
            assert given_away(list(alike(bands, cuts, 1, k)), k) == ()


def test_a_count_that_is_the_same_whatever_one_tries_is_given_away() -> None:
    assert given_away([(3, 20), (3, 25)], 5) == (0,)
    assert given_away([(3, 20), (4, 19)], 5) == ()
    assert given_away([], 5) == ()


def test_bands_that_the_rule_never_makes_have_no_distribution() -> None:
    assert list(alike((40, 30, 12, 0), (0, 1, 2, 3, 5), 2, 5)) == []
