from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.figures.indicators import Figure
from generator.disclosure.figures.measures import MEASURES
from generator.disclosure.releases.release import Release
from generator.site.content import read_content
from generator.site.figures.figures import FigureView, make_book, meets, percent, view_figure
from generator.site.figures.recorded import ALL
from generator.site.words.voice import voices
from tests.generator.site.samples import make_release

ZH, EN = voices()


def rate(numerator: int, denominator: int, target: int | None = 95) -> Figure:
    return Figure(
        measure="complaints_answered_on_time",
        unit="rate",
        numerator=numerator,
        denominator=denominator,
        n=denominator,
        target=target,
    )


@pytest.fixture(scope="module")
def release() -> Release:
    return make_release("2026-Q3", Random(1))


def view(figure: Figure | None, release: Release, before: Figure | None = None) -> FigureView:
    (answered,) = (one for one in MEASURES if one.id == "complaints_answered_on_time")
    return view_figure(answered, figure, before, release, ZH)


def test_a_rate_from_twenty_on_is_a_whole_percentage_rounded_down(release):
    shown = view(rate(19, 20), release)
    assert (shown.shown, shown.unit, shown.worded) == ("95", "%", "95%")
    assert view(rate(949, 1000), release).worded == "94%"


def test_a_rate_below_twenty_is_a_fraction(release):
    assert view(rate(16, 17), release).worded == "16/17"


def test_no_data_is_not_zero(release):
    empty = view(None, release)
    assert (empty.shown, empty.share, empty.met, empty.worded) == (None, None, None, "—")
    assert empty.detail == "本期没有可以公布的数据"


def test_nothing_kept_is_zero_and_not_missing(release):
    assert view(rate(0, 20), release).worded == "0%"


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 100))
def test_the_shown_percentage_never_contradicts_the_verdict(kept, due, target):
    kept = min(kept, due)
    met = meets(rate(kept, due, target))
    assert met == (percent(kept, due) >= target)
    assert (percent(kept, due) == 100) == (kept == due)


def test_a_change_is_told_only_between_two_percentages(release):
    assert view(rate(20, 20), release, rate(19, 20)).change == "比上期 +5 个百分点"
    assert view(rate(19, 20), release, rate(20, 20)).change == "比上期 −5 个百分点"
    assert view(rate(19, 20), release, rate(38, 40)).change == "与上期持平"
    assert view(rate(19, 20), release, rate(16, 17)).change is None
    assert view(rate(16, 17), release, rate(19, 20)).change is None


def test_without_a_target_there_is_no_verdict(release):
    assert view(rate(19, 20, None), release).met is None


def test_the_book_holds_every_measure_of_every_period_in_both_languages(home):
    content = read_content(home)
    for voice in (ZH, EN):
        book = make_book(content, voice)
        assert len(book.periods) == 6
        assert all(len(book.history(measure.id)) == 6 for measure in ALL)
        assert [one.measure for one in book.period("2026-Q3")] == [measure.id for measure in ALL]


@pytest.mark.parametrize(("value", "said"), [("0", "0 cases"), ("1", "1 case"), ("2", "2 cases")])
def test_one_case_is_one_case_whatever_it_rests_on(release, value, said):
    (refused,) = [measure for measure in ALL if measure.id == "cases_refused"]
    figure = Figure(measure="cases_refused", unit="count", value=value, n=96)
    assert view_figure(refused, figure, None, release, EN).worded == said
