"""One person as two: what a manager who resets a colleague can do in her name, and what is said of it."""

from datetime import timedelta

import pytest

from forms_api.desk.people.staff import StaffFile
from register.case import Case
from register.custody import FRESH
from register.publication import Stage, publication
from register.records import to_bytes
from register.terms import Step
from tests import factories
from tests.factories import MANAGER
from tests.forms_api.desk.office import PASSWORD, Desk, Person, filled_in, hidden_fields, text_of, words

OWN = "a password of my own"
SUMMARY = "公共区域清扫不及时。已清扫，并调整保洁班次。"


def written_by_the_manager(desk: Desk) -> Case:
    case = factories.kept_case(
        desk.store, 1, answers={"what": "楼道没人扫。", "place": "七栋", "reply": "by_code"}
    )
    stored = desk.store.read(case.number)
    case = factories.step(factories.fed_back(case), Step.SUMMARISE, by=MANAGER, zh=SUMMARY)
    desk.store.replace(stored, case)
    desk.clock.at = max(desk.clock.at, case.entries[-1].at + timedelta(minutes=1))
    return case


def reset(desk: Desk, account: str = "sunli") -> str:
    """The manager gives the account a first password; returns it as her page shows it."""
    manager = desk.signed_in("liweidong")
    page = manager.send(manager.open(f"/staff/{account}"), f"/staff/{account}/reset", 200)
    return text_of(page.partition('class="big code">')[2].partition("<")[0])


def sign_in_first(desk: Desk, account: str, first: str) -> Person:
    """With a first password, which is replaced at once, whoever does it."""
    person = Person(desk, desk.visitor())
    typed = {"account": account, "password": first, "lang": "zh", "_end": "1"}
    assert person.browser.post("/sign-in", data=typed).headers["location"] == "/password"
    page = person.open("/password")
    person.send(page, "/password", current=first, new=OWN, again=OWN)
    return person


def witness(desk: Desk, account: str, of: str, status: int = 303, **typed: str) -> str:
    person = desk.signed_in(account)
    said = {"account": of, "seen": "yes", "password": PASSWORD} | typed
    return person.send(person.open("/account"), "/account/witness", status, **said)


def stage(desk: Desk, case: Case) -> Stage:
    return publication(desk.store.read(case.number).record).stage


class TestOthersAreThere:
    """The word of the account that was reset waits a week, or for a witness."""

    def test_disabling_the_others_for_an_hour_changes_nothing(self, desk: Desk) -> None:
        case = written_by_the_manager(desk)
        person = sign_in_first(desk, "sunli", reset(desk))
        for account in ("wangfang", "zhaoqiang"):
            desk.staff.disable(account)
        assert words("refusal", "one_hand") in person.open(f"/review/{case.number}")

    def test_her_own_summary_is_not_approved_with_a_password_she_gave(self, desk: Desk) -> None:
        case = written_by_the_manager(desk)
        at = f"/review/{case.number}/approve"
        before = filled_in(desk.signed_in("sunli").open(f"/review/{case.number}"), at, read_all="yes")
        person = sign_in_first(desk, "sunli", reset(desk))
        page = person.open(f"/review/{case.number}")
        assert words("refusal", "one_hand") in page
        assert at not in page
        forged = before | {"csrf": hidden_fields(page, "/sign-out")["csrf"]}
        assert person.browser.post(at, data=forged).status_code == 403
        assert stage(desk, case) == Stage.DRAFTED
        assert desk.events()[-1] == ("sunli", "refused_approve")

    def test_her_colleagues_summaries_are(self, desk: Desk) -> None:
        case = factories.kept_case(desk.store, 2)
        stored = desk.store.read(case.number)
        case = factories.step(factories.fed_back(case), Step.SUMMARISE, zh=SUMMARY)
        desk.store.replace(stored, case)
        desk.clock.at = max(desk.clock.at, case.entries[-1].at + timedelta(minutes=1))
        person = sign_in_first(desk, "sunli", reset(desk))
        person.send(person.open(f"/review/{case.number}"), f"/review/{case.number}/approve", read_all="yes")
        assert stage(desk, case) == Stage.APPROVED

    def test_a_witness_who_saw_her_choose_it_frees_her_word(self, desk: Desk) -> None:
        case = written_by_the_manager(desk)
        person = sign_in_first(desk, "sunli", reset(desk))
        assert witness(desk, "wangfang", "sunli") == "/account"
        assert desk.events()[-1] == ("wangfang", "staff_witnessed")
        page = person.open(f"/review/{case.number}")
        assert "没有第三人见证" not in page
        person.send(page, f"/review/{case.number}/approve", read_all="yes")
        assert stage(desk, case) == Stage.APPROVED

    def test_after_a_week_it_counts_and_is_shown(self, desk: Desk) -> None:
        case = written_by_the_manager(desk)
        first = reset(desk)
        sign_in_first(desk, "sunli", first)
        desk.clock.at += FRESH
        person = Person(desk, desk.visitor())
        person.browser.post("/sign-in", data={"account": "sunli", "password": OWN, "lang": "zh", "_end": "1"})
        page = person.open(f"/review/{case.number}")
        assert "孙丽的首次密码由李卫东于" in page
        person.send(page, f"/review/{case.number}/approve", read_all="yes")
        assert stage(desk, case) == Stage.APPROVED


@pytest.fixture
def two(desk: Desk) -> Desk:
    """An office of a manager and a reviewer; whoever the tests' cases name besides has no account."""
    kept = StaffFile.model_validate_json(desk.home.staff_file.read_bytes())
    both = tuple(member for member in kept.staff if member.account in ("liweidong", "sunli"))
    desk.home.staff_file.write_bytes(to_bytes(StaffFile(staff=both)))
    return desk


def test_in_an_office_of_two_it_counts_at_once_and_is_shown(two: Desk) -> None:
    case = written_by_the_manager(two)
    person = sign_in_first(two, "sunli", reset(two))
    page = person.open(f"/review/{case.number}")
    assert "孙丽的首次密码由李卫东于" in page
    person.send(page, f"/review/{case.number}/approve", read_all="yes")
    assert stage(two, case) == Stage.APPROVED


def test_an_account_tells_its_owner_who_gave_its_first_password_and_what_was_signed(desk: Desk) -> None:
    case = written_by_the_manager(desk)
    assert words("custody", "none") in desk.signed_in("sunli").open("/account")
    person = sign_in_first(desk, "sunli", reset(desk))
    desk.audit.append(at=desk.clock(), by="sunli", event="approve", about=case.number)
    page = person.open("/account")
    assert "您账号的首次密码由李卫东于" in page
    assert words("custody", "open") in page
    assert case.number in page
    witness(desk, "wangfang", "sunli")
    assert "王芳已见证您改成了自己的密码" in person.open("/account")


def test_the_manager_sees_whose_hands_every_account_went_through(desk: Desk) -> None:
    first = reset(desk)
    sign_in_first(desk, "sunli", first)
    witness(desk, "zhaoqiang", "sunli")
    manager = desk.signed_in("liweidong")
    assert "；赵强见证" in manager.open("/staff")
    assert "；赵强见证" in manager.open("/staff/sunli")
    assert words("custody", "shown") in manager.open("/staff/sunli")


@pytest.mark.parametrize("account", ["zhaoqiang", "liweidong", "wangfang", "nobody"])
def test_nobody_is_witnessed_who_has_no_first_password_of_anothers(desk: Desk, account: str) -> None:
    sign_in_first(desk, "sunli", reset(desk))
    assert words("custody", "nobody") in witness(desk, "wangfang", account, 422)


def test_a_witness_has_seen_it_and_signs_with_her_own_password(desk: Desk) -> None:
    sign_in_first(desk, "sunli", reset(desk))
    person = desk.signed_in("wangfang")
    page = person.open("/account")
    form = {"account": "sunli", "password": PASSWORD}
    assert words("custody", "unseen") in person.send(page, "/account/witness", 422, **form)
    person.send(page, "/account/witness", 422, **{**form, "seen": "yes", "password": "another long one"})
    assert desk.events()[-1] == ("wangfang", "witness_refused")


def test_the_manager_is_not_asked_to_witness_for_an_account_she_reset(desk: Desk) -> None:
    sign_in_first(desk, "sunli", reset(desk))
    assert 'action="/account/witness"' not in desk.signed_in("liweidong").open("/account")
    assert 'action="/account/witness"' in desk.signed_in("wangfang").open("/account")
