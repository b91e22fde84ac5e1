from random import Random

import pytest

from generator.disclosure.cases.listed import Table as Published
from generator.disclosure.cases.listed import TableName
from generator.disclosure.figures.indicators import ReasonCount
from generator.disclosure.figures.measures import MEASURES, DueRate
from generator.site.figures.tables import ages, by_channel, reasons, rows_of
from generator.site.words.voice import voices
from register.terms import AgeBand, Channel
from tests.generator.site.samples import make_release

ZH, EN = voices()
RELEASE = make_release("2026-Q3", Random(3))


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_every_measure_shows_the_rows_it_rests_on(measure):
    for voice in (ZH, EN):
        table = rows_of(measure, RELEASE, voice)
        assert all(len(row) == len(table.head) for row in table.rows)
        assert not table.foot or len(table.foot) == len(table.head)


@pytest.mark.parametrize(
    "measure", [one for one in MEASURES if isinstance(one, DueRate)], ids=lambda one: one.id
)
def test_the_total_of_the_rows_is_the_figure(measure):
    table = rows_of(measure, RELEASE, ZH)
    figure = measure.compute(RELEASE.performance, RELEASE.balance, RELEASE.households)
    assert int(table.foot[2]) == (figure.denominator if figure else 0)
    assert int(table.foot[2]) == sum(int(row[2]) for row in table.rows)


def test_every_age_band_is_shown_and_none_is_zero():
    table = ages({AgeBand.OVER_30: 2}, ZH)
    assert [row[1] for row in table.rows] == ["0", "0", "0", "2"]
    assert table.foot[1] == "2"


def test_merged_reasons_say_that_each_is_under_k():
    rows = reasons(
        "countedreason", (ReasonCount(reason="sensitive", count=6), ReasonCount(reason=None, count=3)), 5, ZH
    )
    assert rows.rows == (
        ("涉及健康、家庭或未成年人等", "6"),
        ("其他理由（合并列出，看不出哪种不足 5 件）", "3"),
    )


def test_what_is_no_measure_is_refused():
    with pytest.raises(TypeError, match="no rows are known"):
        rows_of("received", RELEASE, ZH)  # type: ignore[arg-type]


def test_channels_are_shown_with_the_few_used_ones_together():
    shown = Published(name=TableName.CHANNELS, rows=(), columns=(Channel.WEB, None), totals=(40, 9), cells=())
    table = by_channel(RELEASE.model_copy(update={"tables": (shown,)}), EN)
    assert table.head == ("Channel", "Cases")
    assert table.rows == (("Web form", "40"), ("Other channels", "9"))
    assert table.foot[1] == "49"
    assert by_channel(RELEASE, EN) is None
