"""On the page `/account`: who handed out her first password, what was signed under her account, and witnessing for a colleague."""

from typing import Any, Final

from starlette.responses import Response

from forms_api.desk.log import event_words
from forms_api.desk.office import Visit
from forms_api.desk.people.own_account import show_account
from forms_api.desk.people.proving import WORD_FIELDS, word_fault
from forms_api.desk.people.second_word import witnessable
from forms_api.desk.people.staff import Member
from register.audit import AuditLine
from register.custody import WITNESSED

WITNESS_FIELDS: Final = ("account", "seen", *WORD_FIELDS)


def show(visit: Visit, status: int = 200, fault: str = "") -> Response:
    """Her own account, with whose hands it went through."""
    return show_account(visit, status, **custody_side(visit), fault=fault, typed=visit.typed)


def witness(visit: Visit) -> Response:
    """Her word, on her own password, that a colleague chose her own."""
    fault = _fault(visit)
    if fault:
        return show(visit, 422, fault)
    account = visit.typed["account"]
    visit.record(WITNESSED, account)
    return visit.see_other("/account", visit.say("custody", "done", name=visit.name_of(account)))


def _fault(visit: Visit) -> str:
    chosen = visit.typed.get("account", "")
    if chosen not in {one.account for one in _colleagues(visit)}:
        return visit.say("custody", "nobody")
    if "seen" not in visit.typed:
        return visit.say("custody", "unseen")
    return word_fault(visit, "witness_refused", chosen)


def custody_side(visit: Visit) -> dict[str, Any]:
    """What the page shows of it."""
    custody, account = visit.office.custody.look(), visit.member.account
    return {
        "custody": custody.given,
        "colleagues": _colleagues(visit),
        "event": lambda code: event_words(visit, code),
        "signed": _signed(visit.office.audit.newest(), account),
    }


def _colleagues(visit: Visit) -> tuple[Member, ...]:
    office = visit.office
    return witnessable(visit.member, office.staff.members(), office.custody.look())


def _signed(lines: list[AuditLine], account: str) -> list[AuditLine]:
    """The newest signatures first; the log keeps all of them."""
    return [line for line in reversed(lines) if line.by == account and line.event in SIGNATURES][:MOST]


MOST: Final = 10
SIGNATURES: Final = frozenset(
    {
        "approve", "withhold", "reconsider", "approve_release", "approve_correction", "take_down", "confirm_take_down",
        "except_line", "close_survey", "approve_survey", "written_approved", WITNESSED,
    }
)  # fmt: skip
"""Lines of the log by which somebody gave her word for what becomes public."""
