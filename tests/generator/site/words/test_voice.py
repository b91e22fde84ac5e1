from datetime import date

import pytest

from generator.site.words.voice import voices
from register.standards import Limit

ZH, EN = voices()


def test_days_months_and_periods_in_both_languages():
    assert (ZH.day(date(2026, 9, 30)), EN.day(date(2026, 9, 30))) == (
        "2026年9月30日",
        "30 September 2026",
    )
    assert (ZH.month("2026-07"), EN.month("2026-07")) == ("2026年7月", "July 2026")
    assert (ZH.short_month("2026-07"), EN.short_month("2026-07")) == ("7月", "Jul")
    assert (ZH.period("2026-Q3"), EN.period("2026-Q3")) == ("2026年第三季度", "Q3 2026 (July to September)")
    assert (ZH.period("2026-H2"), EN.period("2026-H1")) == ("2026年下半年", "First half of 2026")
    assert ZH.period("2026-09") == "2026年9月"


@pytest.mark.parametrize(
    ("period", "short"), [("2026-Q3", "26Q3"), ("2026-H1", "26H1"), ("2026-09", "2026-09")]
)
def test_short_periods_for_an_axis(period, short):
    assert ZH.short_period(period) == short


def test_one_is_singular_in_english():
    assert EN.limit(Limit(amount=1, unit="working_days")) == "1 working day"
    assert EN.limit(Limit(amount=7, unit="days")) == "7 days"
    assert ZH.limit(Limit(amount=1, unit="working_days")) == "1 个工作日"


def test_an_unknown_code_is_named():
    with pytest.raises(KeyError, match=r"no wording for home\.nonsense"):
        ZH.say("home", "nonsense")
    assert ZH.maybe("numerator", "received") is None
