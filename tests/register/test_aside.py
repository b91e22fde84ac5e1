"""What is set aside of contact details that a resident changed or took back, and when nothing is."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from register.aside import MOST, set_aside
from register.case import Aside, Case, Contact
from register.contacts import update_contact
from register.handling import SYSTEM, THE_RESIDENT, Actor
from register.records import to_bytes
from register.store import FolderStore
from register.terms import ContactPart, Step
from tests.factories import MANAGER, REVIEWER, approved, book, fed_back, kept_case, objected, step
from tests.generator.disclosure.estate import opened

NAME, PHONE, ROOM = ContactPart.NAME, ContactPart.PHONE, ContactPart.ROOM


def changed(case: Case, contact: Contact | None, days: int = 1) -> Case:
    return update_contact(case, contact, at=later(case, days), clockwork=book().clockwork)


def later(case: Case, days: int) -> datetime:
    return case.entries[-1].at + timedelta(days=days)


def values(case: Case) -> list[tuple[ContactPart, str]]:
    return [(one.part, one.value) for one in case.aside]


def test_what_she_takes_back_is_shown_to_nobody_and_still_known() -> None:
    case = opened()
    gone = changed(case, None)
    assert gone.contact is None
    assert values(gone) == [(NAME, "陈建国"), (PHONE, "13812345678"), (ROOM, "5-2-1203")]
    assert {one.since for one in gone.aside} == {case.received}


def test_of_what_she_changes_the_old_is_set_aside_since_when_it_was_given() -> None:
    case = opened()
    assert case.contact is not None
    first = changed(case, case.contact.model_copy(update={"phone": "13900001111"}))
    second = changed(first, case.contact.model_copy(update={"phone": "13900002222"}))
    assert second.aside == (
        Aside(part=PHONE, value="13812345678", since=case.received),
        Aside(part=PHONE, value="13900001111", since=first.entries[-1].at),
    )


def test_two_people_who_erase_them_set_them_aside_and_retention_does_not() -> None:
    case = fed_back(opened())
    said = {"part": "contact", "reason": "resident_asked"}
    by_two = step(step(case, Step.ERASE, by=MANAGER, **said), Step.ERASE, by=REVIEWER, **said)
    assert len(by_two.aside) == 3
    ended = {"part": "contact", "reason": "retention_ended"}
    assert step(case, Step.ERASE, by=Actor(SYSTEM, None), **ended).aside == ()


def test_nothing_is_set_aside_of_what_can_never_be_published() -> None:
    assert changed(opened(publish=False), None).aside == ()
    assert changed(objected(approved(opened())), None).aside == ()


def test_the_file_of_a_case_without_any_is_spelled_as_ever_and_one_with_some_is_read_again(
    tmp_path: Path,
) -> None:
    store = FolderStore(tmp_path)
    case = kept_case(store)
    assert b"aside" not in to_bytes(case)
    kept = store.replace(store.read(case.number), changed(case, None))
    assert store.read(case.number) == kept
    assert store.read(case.number).record.aside


CONTACTS = st.none() | st.builds(
    Contact,
    name=st.sampled_from(["", "安宁", "高洁", "平安", "后已更"]),
    phone=st.sampled_from(["", "13900001111", "13900002222"]),
)


@given(st.lists(CONTACTS, max_size=8))
def test_whatever_she_does_few_are_kept_the_first_and_the_last_among_them(
    contacts: list[Contact | None],
) -> None:
    case = opened()
    names = ["陈建国"]
    for contact in contacts:
        case = changed(case, contact)
        names += [contact.name] if contact and contact.name else []
    for part in ContactPart:
        kept = [one for one in case.aside if one.part == part]
        assert len(kept) <= MOST
        assert len({one.value for one in kept}) == len(kept)
    known = {one.value for one in case.aside} | {case.contact.name if case.contact else ""}
    assert not contacts or "陈建国" in known
    assert names[-1] in known


def test_what_has_not_changed_is_not_set_aside() -> None:
    case = opened()
    assert set_aside(case, case.contact) == ()
    assert step(case, Step.ASK_ERASURE, by=THE_RESIDENT).aside == ()
