"""What the scan knows of a case: every private value of the resident, as it was given."""

from generator.disclosure.scan import PrivateValues
from register.case import Case, Contact


def private_values(case: Case) -> PrivateValues:
    """The resident's particulars, and the number of her case, which nobody but her is told."""
    contact = case.contact or Contact()
    return PrivateValues(
        name=contact.name or None,
        phone=contact.phone or None,
        room=contact.room or None,
        others=(case.number,),
    )
