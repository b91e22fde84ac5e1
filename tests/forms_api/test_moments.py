"""Moments and spans in words."""

from datetime import UTC, datetime, timedelta

import pytest

from forms_api.moments import show_moment, show_span
from register.terms import Language


def test_a_moment_is_shown_in_the_estates_zone() -> None:
    moment = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    assert show_moment(moment, Language.ZH) == "11月30日（周一）20:00"
    assert show_moment(moment, Language.EN) == "Mon 30 Nov, 20:00"


@pytest.mark.parametrize(
    ("span", "zh", "en"),
    [
        (timedelta(seconds=5), "1 分钟", "1 minute"),
        (timedelta(minutes=59, seconds=59), "59 分钟", "59 minutes"),
        (timedelta(hours=1), "1 小时", "1 hour"),
        (timedelta(hours=47), "47 小时", "47 hours"),
        (timedelta(days=2), "2 天", "2 days"),
        (-timedelta(days=3, hours=5), "3 天", "3 days"),
    ],
)
def test_a_span_is_shown_in_its_largest_unit(span: timedelta, zh: str, en: str) -> None:
    assert show_span(span, Language.ZH) == zh
    assert show_span(span, Language.EN) == en
