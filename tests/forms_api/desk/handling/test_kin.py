"""Links between cases, seen from both ends; repeats that are not linked yet; a repair that turns into a complaint."""

from datetime import timedelta
from pathlib import Path

from forms_api.desk.handling.kin import Tie, pointing_to, ties, unlinked_repeats
from register.case import Case
from register.store import FolderStore
from register.terms import Kind, Relation, Step
from tests.factories import MONDAY, kept_case, step
from tests.forms_api.desk.casefiles import NOTED, keep, some_facts
from tests.forms_api.desk.office import Desk, text_of, words


def two(store: FolderStore) -> tuple[Case, Case]:
    return kept_case(store, 1, received=MONDAY - timedelta(days=9)), kept_case(store, 2)


def test_a_link_is_seen_from_both_ends_and_once(tmp_path: Path) -> None:
    first, second = two(FolderStore(tmp_path))
    second = step(second, Step.LINK, number=first.number, relation="same_cause")
    assert ties(second, ()) == (Tie(first.number, Relation.SAME_CAUSE, forth=True),)
    assert ties(first, [second]) == (Tie(second.number, Relation.SAME_CAUSE, forth=False),)
    both = step(first, Step.LINK, number=second.number)
    assert ties(both, [second]) == (Tie(second.number, Relation.REPEAT, forth=True),)


def test_who_points_to_a_case_is_found() -> None:
    assert pointing_to("1", [some_facts(number="2", links=("1",)), some_facts(number="3")]) == ("2",)


def test_what_is_alike_is_told_until_it_is_linked() -> None:
    repeats = {"2": ("1",), "3": ("1", "2")}
    assert unlinked_repeats("2", repeats, ()) == ("1", "3")
    assert unlinked_repeats("2", repeats, ("1",)) == ("3",)
    assert unlinked_repeats("9", repeats, ()) == ()


def test_a_repeat_is_linked_with_one_press_and_both_pages_tell(desk: Desk) -> None:
    first, second = two(desk.store)
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{second.number}")
    assert "疑似重复：另有 1 件" in page
    person.send(page, f"/cases/{second.number}/steps/link", relation="repeat")
    assert desk.store.read(second.number).record.links == {first.number: Relation.REPEAT}
    assert words("kin", "forth_repeat") in person.open(f"/cases/{second.number}")
    there = person.open(f"/cases/{first.number}")
    assert words("kin", "back_repeat") in there
    assert "疑似重复：" not in there
    page = person.open(f"/cases/{second.number}")
    person.send(page, f"/cases/{second.number}/steps/unlink", number=first.number)
    assert "疑似重复：" in person.open(f"/cases/{second.number}")


def test_a_repair_becomes_a_complaint_of_its_own_and_both_are_counted(desk: Desk) -> None:
    origin = kept_case(desk.store, 1, kind=Kind.REPAIR)
    person = desk.signed_in("wangfang")
    assert f"/register?from={origin.number}" in person.open(f"/cases/{origin.number}")
    page = person.open(f"/register?from={origin.number}")
    assert "13812345678" not in page
    said = {**NOTED, "kind": "complaint", "what": "修了三次还是漏，要投诉。"}
    for name in ("name", "phone", "room"):
        said[name] = ""
    assert person.send(page, "/register", **said) == "/register/slip"
    slip = person.open("/register/slip")
    (number,) = set(desk.store.numbers()) - {origin.number}
    assert number in slip
    complaint = desk.store.read(number).record
    assert complaint.links == {origin.number: Relation.BECAME_COMPLAINT}
    assert complaint.contact == origin.contact
    assert desk.store.read(origin.number).record == origin
    assert words("kin", "back_became_complaint") in person.open(f"/cases/{origin.number}")
    assert person.send(page, "/register", **said) == "/register/slip"  # pressed twice
    assert desk.store.read(number).record == complaint


def test_a_complaint_from_a_case_that_is_not_there_is_a_new_one(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    assert "转为投诉" not in text_of(person.open("/register?from=2026-574-745-9"))
    assert "转为投诉" not in text_of(person.open("/register?from=nonsense"))


def test_the_manager_sees_the_mark_of_a_late_case_on_its_page(desk: Desk) -> None:
    number = keep(desk, kept_case(desk.store))
    person = desk.signed_in("liweidong")
    desk.clock.move(days=3)
    person = desk.signed_in("liweidong")
    assert words("todo", "escalated") in person.open(f"/cases/{number}")
