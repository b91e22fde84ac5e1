"""Photos on the desk: for signed-in staff, as pictures that can do nothing."""

import hashlib

import pytest

from register.case import Case
from register.handling import THE_RESIDENT
from register.photo_store import PhotoStore
from register.pictures import added_key
from register.terms import Step
from tests.factories import kept_case, step
from tests.forms_api.desk.office import Desk

FULL, SMALL = b"\xff\xd8\xff full", b"\xff\xd8\xff small"


def with_photo(desk: Desk, full: bytes = FULL) -> Case:
    case = kept_case(desk.store, photos=(hashlib.sha256(FULL).hexdigest(),))
    PhotoStore(desk.store.folder).keep(case.instance, [(full, SMALL)])
    return case


def test_the_case_shows_its_photos_small_and_leads_to_the_large_ones(desk: Desk) -> None:
    number = with_photo(desk).number
    page = desk.signed_in("wangfang").open(f"/cases/{number}")
    assert f'<img src="/cases/{number}/photos/1/small"' in page
    assert f'<a href="/cases/{number}/photos/1"' in page
    assert "photos/2" not in page


@pytest.mark.parametrize(("address", "data"), [("1", FULL), ("1/small", SMALL)])
def test_a_photo_is_served_so_that_it_can_do_nothing(desk: Desk, address: str, data: bytes) -> None:
    number = with_photo(desk).number
    answer = desk.signed_in("wangfang").browser.get(f"/cases/{number}/photos/{address}")
    assert (answer.status_code, answer.content) == (200, data)
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'attachment; filename="{number}-1.jpg"'


def test_looking_at_a_photo_is_logged_and_at_the_small_picture_is_not(desk: Desk) -> None:
    number = with_photo(desk).number
    person = desk.signed_in("wangfang")
    person.browser.get(f"/cases/{number}/photos/1/small")
    assert (desk.lines()[-1].event, desk.lines()[-1].about) != ("looked_at_photo", number)
    person.browser.get(f"/cases/{number}/photos/1")
    assert (desk.lines()[-1].by, desk.lines()[-1].event) == ("wangfang", "looked_at_photo")


@pytest.mark.parametrize("address", ["0", "2", "01", "-1", "1.jpg", "%2e%2e", "..%2F1"])
def test_a_photo_the_case_does_not_have_is_not_found(desk: Desk, address: str) -> None:
    number = with_photo(desk).number
    answer = desk.signed_in("wangfang").browser.get(f"/cases/{number}/photos/{address}")
    assert FULL not in answer.content
    assert answer.status_code in (303, 404)


def test_without_signing_in_no_photo_is_served(desk: Desk) -> None:
    number = with_photo(desk).number
    answer = desk.visitor().get(f"/cases/{number}/photos/1", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in"


def test_a_photo_that_was_altered_or_is_missing_is_damage_and_not_shown(desk: Desk) -> None:
    number = with_photo(desk, full=b"\xff\xd8\xff other").number
    person = desk.signed_in("wangfang")
    assert person.browser.get(f"/cases/{number}/photos/1").status_code == 500
    PhotoStore(desk.store.folder).erase(desk.store.read(number).record.instance)
    assert person.browser.get(f"/cases/{number}/photos/1").status_code == 500


def test_photos_that_came_later_follow_those_of_the_form(desk: Desk) -> None:
    case = with_photo(desk)
    later = (b"\xff\xd8\xff later", b"\xff\xd8\xff little")
    digests = [hashlib.sha256(later[0]).hexdigest()]
    PhotoStore(desk.store.folder).keep(added_key(case.number, digests), [later])
    stored = desk.store.read(case.number)
    added = step(stored.record, Step.ADD_FACTS, by=THE_RESIDENT, text="又漏了。", photos=digests)
    desk.store.replace(stored, added)
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{case.number}")
    assert f'<img src="/cases/{case.number}/photos/2/small"' in page
    assert digests[0] not in page
    assert person.browser.get(f"/cases/{case.number}/photos/1").content == FULL
    assert person.browser.get(f"/cases/{case.number}/photos/2").content == later[0]
    assert person.browser.get(f"/cases/{case.number}/photos/2/small").content == later[1]
    assert person.browser.get(f"/cases/{case.number}/photos/3").status_code == 404
