"""A resident changing her own contact details."""

from pathlib import Path

import pytest

from register.case import Contact
from register.contacts import update_contact
from register.store import FolderStore
from register.terms import Step
from tests.factories import MONDAY, book, kept_case


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (Contact(phone="13900001111"), Contact(phone="13900001111")),
        (None, None),
        (Contact(), None),
    ],
)
def test_the_old_details_are_gone_and_no_new_one_is_in_the_history(
    tmp_path: Path, given: Contact | None, kept: Contact | None
) -> None:
    case = kept_case(FolderStore(tmp_path))
    changed = update_contact(case, given, at=MONDAY, clockwork=book().clockwork)
    assert changed.contact == kept
    assert changed.entries[-1].step == Step.UPDATE_CONTACT
    assert changed.entries[-1].particulars == {"removed": kept is None}
    assert "13812345678" not in changed.model_dump_json()
