"""Every case that is carried on can be reached with its reason: by pages, on one page, and as a file."""

import csv
import io
import re

import pytest

from forms_api.desk.publication.held import PAGE
from forms_api.desk.publication.views import DraftView
from register.terms import Role
from tests.forms_api.desk.fakes import DIGEST
from tests.forms_api.desk.office import PASSWORD, Desk

HELD = tuple((f"2026-{n // 1000:03}-{n % 1000:03}-0", f"原因{n}") for n in range(2 * PAGE + 31))


@pytest.fixture
def many(desk: Desk) -> Desk:
    desk.publishing.draft_view = DraftView("2026-Q2", DIGEST, (), held=HELD)
    return desk


def shown(page: str) -> list[str]:
    return re.findall(r"<td>(原因\d+)</td>", page)


def test_every_reason_stands_on_one_of_the_pages(many: Desk) -> None:
    person = many.signed_in("sunli")
    first = person.open("/publish")
    assert f'<a href="/publish/held">查看全部 {len(HELD)} 件及原因</a>' in first
    found, page = [], person.open("/publish/held")
    while True:
        found += shown(page)
        following = re.search(r'href="([^"]+)" rel="next"', page)
        if following is None:
            break
        page = person.open(following[1])
    assert found == [why for _, why in HELD]


def test_all_of_them_stand_on_one_page_to_be_printed(many: Desk) -> None:
    page = many.signed_in("sunli").open("/publish/held?page=all")
    assert shown(page) == [why for _, why in HELD]
    assert 'rel="next"' not in page


@pytest.mark.parametrize("asked", ["0", "-1", "x", "", "²", "99999999999", "%00"])
def test_a_page_that_there_is_not_shows_one_that_there_is(many: Desk, asked: str) -> None:
    assert len(shown(many.signed_in("sunli").open(f"/publish/held?page={asked}"))) == PAGE


def test_beyond_the_last_page_is_the_last(many: Desk) -> None:
    assert len(shown(many.signed_in("sunli").open("/publish/held?page=99"))) == 31


def test_the_file_holds_all_of_them_and_its_export_is_logged(many: Desk) -> None:
    person = many.signed_in("sunli")
    hostile = (*HELD, ("=1+1", "@SUM(A1)"))
    many.publishing.draft_view = DraftView("2026-Q2", DIGEST, (), held=hostile)
    rows = list(csv.reader(io.StringIO(person.send(person.open("/publish/held"), "/publish/held", 200))))
    assert [why for _, why in rows[1:-1]] == [why for _, why in HELD]
    assert rows[-1] == ["'=1+1", "'@SUM(A1)"]
    assert many.lines()[-1].event == "exported_held"


def test_an_outside_reviewer_sees_the_reasons_and_opens_no_case(many: Desk) -> None:
    many.staff.add("xuemingzhe", "薛明哲", Role.OUTSIDE, PASSWORD, must_change=False)
    page = many.signed_in("xuemingzhe").open("/publish/held")
    assert len(shown(page)) == PAGE
    assert "/cases/" not in page


def test_where_no_period_is_over_nothing_is_carried_on(desk: Desk) -> None:
    desk.publishing.period = None
    person = desk.signed_in("sunli")
    assert "现在没有可以列出的事项" in person.open("/publish/held")
    assert "现在没有可以列出的事项" in person.open("/publish/held?page=all")


def test_who_may_not_release_may_not_see_what_is_carried_on(many: Desk) -> None:
    many.signed_in("wangfang").open("/publish/held", 403)
