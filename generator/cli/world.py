"""What the scan knows of a case: every private value of the resident, as it was given."""

from generator.disclosure.scan import PrivateValues
from register.case import Case


def private_values(case: Case) -> PrivateValues:
    """The resident's particulars; a case without contact details has none."""
    contact = case.contact
    if contact is None:
        return PrivateValues()
    return PrivateValues(name=contact.name or None, phone=contact.phone or None, room=contact.room or None)
