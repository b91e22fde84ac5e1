"""Dates have one form in each language, and nothing that people read has another."""

import re
from datetime import date

import pytest

from register.dates import short_month, show_date, show_month
from register.terms import Language
from tests.factories import PROJECT

SPACED = re.compile(r"[0-9]{4} 年|[0-9] 月 ?[0-9]|[0-9]年 [0-9]|月 [0-9]{1,2} 日")
READ = [
    path
    for folder in ("content", "site_templates")
    for path in sorted((PROJECT / folder).rglob("*"))
    if path.suffix in (".toml", ".md", ".html", ".js")
]


@pytest.mark.parametrize(
    ("language", "day", "month", "short"),
    [
        (Language.ZH, "2026年11月3日", "2026年11月", "11月"),
        (Language.EN, "3 November 2026", "November 2026", "Nov"),
    ],
)
def test_a_date_is_written_as_its_language_has_it(
    language: Language, day: str, month: str, short: str
) -> None:
    then = date(2026, 11, 3)
    assert (show_date(then, language), show_month(then, language)) == (day, month)
    assert short_month(11, language) == short


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_text_writes_a_date_in_another_form(path) -> None:
    assert SPACED.findall(path.read_text(encoding="utf-8")) == []
