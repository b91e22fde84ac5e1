"""Cases, list rows and phone calls for the desk's tests."""

import re

from forms_api.desk.handling.facts import Facts
from register.case import Case
from register.publication import Stage
from register.terms import Channel, Kind, Matter, Status, Urgency
from tests.factories import MONDAY
from tests.forms_api.desk.office import Desk, Person, text_of

NOTED = {
    "channel": "phone",
    "kind": "complaint",
    "matter": "hygiene",
    "urgency": "ordinary",
    "place": "5号楼2单元",
    "what": "楼道垃圾两天没有清运。",
    "name": "陈建国",
    "phone": "138 1234 5678",
    "room": "5-2-1203",
    "publish": "yes",
}


def register(person: Person, **change: str) -> str:
    page = person.open("/register")
    assert person.send(page, "/register", **{**NOTED, **change}) == "/register/slip"
    found = re.search(r"\d{4}-\d{3}-\d{3}-\d", text_of(person.open("/register/slip")))
    assert found
    return found[0]


def keep(desk: Desk, case: Case) -> str:
    """Put a case further on into the desk's register."""
    stored = desk.store.read(case.number)
    desk.store.replace(stored, case)
    desk.clock.at = max(desk.clock.at, case.entries[-1].at)
    return case.number


def some_facts(**change: object) -> Facts:
    values: dict[str, object] = {
        "number": "2026-483-901-7",
        "what": "楼道垃圾",
        "place": "5号楼2单元",
        "kind": Kind.COMPLAINT,
        "matter": Matter.HYGIENE,
        "channel": Channel.WEB,
        "urgency": Urgency.ORDINARY,
        "status": Status.ASSIGNED,
        "responsible": None,
        "received": MONDAY,
        "limits": (),
        "stage": Stage.NOTHING,
        "held": False,
        "wants_summary": False,
        "phone": "",
    }
    return Facts(**{**values, **change})  # type: ignore[arg-type]
