import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.pictures.charts import HEIGHT, WIDEST, Column, rate_ceiling, scale, stack

counts = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12
)


@given(st.integers(0, 100_000))
def test_an_axis_holds_the_highest_value_in_at_most_five_round_steps(highest):
    step, top = scale(highest)
    assert top >= highest
    assert 1 <= top / step <= 5
    assert str(int(step)).rstrip("0") in ("1", "2", "5")


@given(counts)
def test_bars_are_as_high_as_their_counts_and_stay_inside(rows):
    columns = [
        Column(str(n), tuple(zip("abc", row, strict=True)), str(sum(row))) for n, row in enumerate(rows)
    ]
    chart = stack("x", columns)
    _, top = scale(max(sum(row) for row in rows))
    for row, bar in zip(rows, chart.bars, strict=True):
        drawn = sum(segment.height for segment in bar.segments)
        assert drawn == pytest.approx(sum(row) / top * HEIGHT, abs=0.4)
        assert all(0 <= segment.y <= HEIGHT for segment in bar.segments)
        assert bar.x >= 0
        assert bar.x + bar.width <= 100.01
        assert bar.width <= WIDEST
    assert [bar.x for bar in chart.bars] == sorted(bar.x for bar in chart.bars)


def test_a_part_without_cases_is_not_drawn():
    chart = stack("x", [Column("1月", (("kept", 3), ("late", 0), ("open", 1)), "4")])
    assert [segment.key for segment in chart.bars[0].segments] == ["kept", "open"]


def test_segments_stand_on_one_another():
    bar = stack("x", [Column("1月", (("kept", 3), ("late", 2)), "5")]).bars[0]
    assert bar.segments[1].y + bar.segments[1].height == pytest.approx(bar.segments[0].y, abs=0.1)


def test_a_target_is_drawn_on_the_scale_of_the_ceiling():
    chart = stack("x", [Column("Q1", (("value", 50.0),), "50%")], ceiling=100, target=95)
    assert chart.target_y == pytest.approx(HEIGHT * 0.05)
    assert [tick.label for tick in chart.ticks] == ["0", "25", "50", "75", "100"]


def test_a_chart_of_nothing_has_an_axis_and_no_bar():
    chart = stack("x", [Column("1月", (("kept", 0),), "0")])
    assert chart.bars[0].segments == ()
    assert chart.ticks[-1].label == "1"


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_the_scale_of_a_rate_holds_every_bar_and_leaves_none_flat_that_could_be_seen(values):
    ceiling = rate_ceiling(values)
    assert max(values) <= ceiling <= 100
    assert ceiling == 5 or max(values) > ceiling * 0.4


@pytest.mark.parametrize(
    ("highest", "labels"),
    [
        (1.3, ["0", "1", "2", "3", "4", "5"]),
        (9.9, ["0", "2", "4", "6", "8", "10"]),
        (11, ["0", "5", "10", "15", "20"]),
        (50, ["0", "10", "20", "30", "40", "50"]),
        (50.1, ["0", "25", "50", "75", "100"]),
    ],
)
def test_the_axis_of_a_rate_begins_at_0_and_ends_at_its_ceiling(highest, labels):
    chart = stack("x", [Column("a", (("value", highest),), "")], ceiling=rate_ceiling([highest]))
    assert [tick.label for tick in chart.ticks] == labels
    assert chart.ticks[-1].y == 0


def test_without_any_value_a_rate_has_the_whole_scale():
    assert rate_ceiling([]) == 100
