"""Shares with their uncertainty."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.content import read_content
from generator.site.pictures.intervals import Share, against, draw_intervals, satisfaction_intervals, wilson
from generator.site.words.voice import voices

ZH, EN = voices()


def test_the_interval_is_that_of_the_textbook():
    # Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 and 0 of 20 by Wilson's score.
    assert [round(value, 2) for value in wilson(81, 263)] == [25.53, 36.62]
    assert [round(value, 2) for value in wilson(0, 20)] == [0.0, 16.11]


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_more_ratings_make_it_shorter(counts):
    kept, of = counts
    low, high = wilson(kept, of)
    assert 0 <= low <= kept * 100 / of + 1e-9
    assert kept * 100 / of - 1e-9 <= high <= 100
    finer = wilson(kept * 10, of * 10)
    assert finer[1] - finer[0] < high - low


@pytest.mark.parametrize(
    ("kept", "of", "verdict"),
    [(98, 100, "above"), (60, 100, "below"), (86, 100, "unclear"), (5, 5, "unclear")],
)
def test_a_difference_that_chance_may_explain_is_called_so(kept, of, verdict):
    assert against(kept, of, 85) == verdict


def test_a_scale_from_fifty_is_taken_only_where_everything_fits():
    high = draw_intervals([Share("a", 90, 100)], 85, "", "", 20)
    assert (high.start, high.rows[0].dot, high.target_x) == (50, 80.0, 70.0)
    assert draw_intervals([Share("a", 40, 100)], 85, "", "", 20).start == 0
    assert draw_intervals([Share("a", 9, 10)], None, "", "", 20).rows[0].shown == "9/10"


def test_every_period_with_ratings_has_a_row_the_newest_first(home):
    current = read_content(home).current
    picture = satisfaction_intervals(current, 85, ZH)
    assert picture is not None
    assert [row.name for row in picture.rows] == [ZH.period(one.period) for one in reversed(current)]
    assert picture.caption.startswith("2026年第三季度为 ")
    assert "target" not in satisfaction_intervals(current, None, EN).caption


def test_no_ratings_no_picture(home):
    last = read_content(home).current[-1]
    performance = last.release.performance.model_copy(update={"satisfaction": None})
    silent = replace(last, release=last.release.model_copy(update={"performance": performance}))
    assert satisfaction_intervals((silent,), 85, ZH) is None
