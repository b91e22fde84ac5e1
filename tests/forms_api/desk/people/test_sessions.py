from datetime import timedelta

import pytest

from forms_api.desk.people.sessions import ABSOLUTE, IDLE, Sessions
from register.terms import Language
from tests.factories import MONDAY
from tests.forms_api.desk.office import counting_draw

MOMENT = timedelta(seconds=1)


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(counting_draw())


def test_a_session_is_found_by_its_identifier_alone(sessions: Sessions) -> None:
    one = sessions.begin("wangfang", MONDAY, Language.ZH)
    two = sessions.begin("wangfang", MONDAY, Language.ZH)
    assert one != two
    found = sessions.find(one, MONDAY)
    assert found is not None
    assert found.account == "wangfang"
    assert sessions.find("", MONDAY) is None
    assert sessions.find(one[:-1], MONDAY) is None
    assert one not in repr(sessions.__dict__)


def test_a_session_left_alone_ends(sessions: Sessions) -> None:
    token = sessions.begin("wangfang", MONDAY, Language.ZH)
    assert sessions.find(token, MONDAY + IDLE)
    assert sessions.find(token, MONDAY + IDLE + IDLE + MOMENT) is None
    assert sessions.find(token, MONDAY) is None


def test_a_session_in_use_ends_after_half_a_day(sessions: Sessions) -> None:
    token = sessions.begin("wangfang", MONDAY, Language.ZH)
    at = MONDAY
    while at + IDLE <= MONDAY + ABSOLUTE:
        at += IDLE
        assert sessions.find(token, at)
    assert sessions.find(token, MONDAY + ABSOLUTE + MOMENT) is None


def test_an_account_can_be_signed_out_everywhere(sessions: Sessions) -> None:
    mine = [sessions.begin("wangfang", MONDAY, Language.ZH) for _ in range(2)]
    other = sessions.begin("sunli", MONDAY, Language.ZH)
    sessions.end_all("wangfang")
    assert [sessions.find(token, MONDAY) for token in mine] == [None, None]
    assert sessions.find(other, MONDAY)


def test_every_session_has_a_token_of_its_own_against_forgery(sessions: Sessions) -> None:
    tokens = [sessions.begin("wangfang", MONDAY, Language.ZH) for _ in range(2)]
    one, two = (sessions.find(token, MONDAY) for token in tokens)
    assert one is not None
    assert two is not None
    assert one.owns(one.csrf)
    assert not one.owns(two.csrf)
    assert not one.owns("")
    assert not one.owns("中文")
