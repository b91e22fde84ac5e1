"""What the gate looks for of every case: the resident's particulars and the number that only she is told."""

from pathlib import Path

from generator.cli.world import private_values
from generator.disclosure.scan import PrivateValues
from register.store import FolderStore
from tests.factories import kept_case


def test_every_particular_and_the_number_of_a_case_are_looked_for(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    assert case.contact is not None
    values = private_values(case)
    assert (values.name, values.phone, values.room) == case.contact.values()
    assert values.others == (case.number,)


def test_of_a_case_without_contact_the_number_is(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path)).model_copy(update={"contact": None})
    assert private_values(case) == PrivateValues(others=(case.number,))
