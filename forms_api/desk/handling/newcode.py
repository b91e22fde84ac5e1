"""A new query code for a resident who lost hers: after a call back or in person, by one person, logged."""

from starlette.responses import Response

from forms_api.desk.office import Visit
from register.case import Case
from register.errors import StepRefused
from register.query_codes import issue_code
from register.receipt import Receipt
from register.stored import Stored
from register.terms import IdentityCheck

FIELDS = frozenset({"revision", "checked"})


def show_new_code(visit: Visit) -> Response:
    return _page(visit, visit.read_case())


def issue(visit: Visit) -> Response:
    """Make the old code void and show the new one on a slip, once. The line in the log comes first."""
    stored = visit.read_case()
    checked = visit.typed.get("checked", "")
    if checked not in set(IdentityCheck):
        return _page(visit, stored, 422, problem="particular:checked")
    if visit.typed.get("revision") != stored.revision:
        return _page(visit, stored, 409, problem="code_stale")
    office, number = visit.office, stored.record.number
    try:
        changed, code = issue_code(
            stored.record,
            IdentityCheck(checked),
            by=visit.actor,
            at=visit.now,
            keys=office.keys,
            draw=office.draw,
            clockwork=office.book.clockwork,
        )
    except StepRefused as refused:
        return _page(visit, stored, 422, problem=refused.reasons[0])
    visit.record("new_code", number)
    office.store.replace(stored, changed)
    visit.session.slips = {number: Receipt(number, code, "", changed.instance, changed.query)}
    return visit.see_other("/register/slip")


def _page(visit: Visit, stored: Stored[Case], status: int = 200, problem: str = "") -> Response:
    return visit.page(
        "newcode.html",
        status,
        case=stored.record,
        revision=stored.revision,
        problem=problem,
        checks=tuple(IdentityCheck),
    )
