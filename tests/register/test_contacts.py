"""A resident changing her own contact details."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from register.aside import given_at
from register.case import Contact
from register.contacts import update_contact
from register.store import FolderStore
from register.terms import ContactPart, Step
from tests.factories import MONDAY, book, kept_case
from tests.generator.disclosure.estate import opened


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (Contact(phone="13900001111"), Contact(phone="13900001111")),
        (None, None),
        (Contact(), None),
    ],
)
def test_the_old_details_are_set_aside_and_none_is_in_the_history(
    tmp_path: Path, given: Contact | None, kept: Contact | None
) -> None:
    case = kept_case(FolderStore(tmp_path))
    changed = update_contact(case, given, at=MONDAY, clockwork=book().clockwork)
    assert changed.contact == kept
    assert changed.entries[-1].step == Step.UPDATE_CONTACT
    assert changed.entries[-1].particulars == {"removed": kept is None, "changed": ["name", "phone", "room"]}
    assert "13812345678" not in changed.model_copy(update={"aside": ()}).model_dump_json()


PEOPLE = st.builds(
    Contact, name=st.sampled_from(["陈建国", "安宁"]), phone=st.sampled_from(["", "13900001111"])
)


@drawn(st.lists(PEOPLE | st.none(), max_size=4))
def test_each_part_is_as_old_as_the_last_change_that_changed_it(changes: list[Contact | None]) -> None:
    case = opened()
    since = dict.fromkeys(ContactPart, case.received)
    for day, contact in enumerate(changes, 1):
        before, at = case.contact or Contact(), case.received + timedelta(days=day)
        case = update_contact(case, contact, at=at, clockwork=book().clockwork)
        after = case.contact or Contact()
        since |= {part: at for part in ContactPart if getattr(before, part) != getattr(after, part)}
    assert given_at(case) == since


def test_where_nobody_noted_what_was_changed_all_is_as_old_as_the_case() -> None:
    case = update_contact(
        opened(), None, at=opened().received + timedelta(days=9), clockwork=book().clockwork
    )
    old = case.entries[-1].model_copy(update={"particulars": {"removed": True}})
    before = case.model_copy(update={"entries": (*case.entries[:-1], old)})
    assert set(given_at(before).values()) == {case.received}
