from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.publication.spans import moment, span
from register.terms import Language
from tests.factories import MONDAY


@pytest.mark.parametrize(
    ("length", "zh", "en"),
    [
        (timedelta(seconds=5), "1 分钟", "1 minute"),
        (timedelta(minutes=35), "35 分钟", "35 minutes"),
        (timedelta(hours=2, minutes=10), "2 小时 10 分钟", "2 hours 10 minutes"),
        (timedelta(hours=5, minutes=40), "5 小时", "5 hours"),
        (timedelta(days=1, hours=4), "1 天 4 小时", "1 day 4 hours"),
        (timedelta(days=2), "2 天", "2 days"),
        (timedelta(days=12, hours=7), "12 天", "12 days"),
        (-timedelta(days=1, hours=4), "1 天 4 小时", "1 day 4 hours"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(length: timedelta, zh: str, en: str) -> None:
    assert span(length, Language.ZH) == zh
    assert span(length, Language.EN) == en


@given(st.timedeltas(), st.sampled_from(list(Language)))
def test_every_length_is_said_in_one_or_two_units(length: timedelta, language: Language) -> None:
    assert 1 <= len([part for part in span(length, language).split() if part.isdigit()]) <= 2


def test_a_moment_of_another_year_names_the_year() -> None:
    assert moment(MONDAY, MONDAY) == "07-06 09:00"
    assert moment(MONDAY, MONDAY + timedelta(days=300)) == "2026-07-06 09:00"
