"""Who somebody is: password and, where the account has one, second factor, with the throttle before both."""

from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request

from forms_api.desk.office import Office, Visit
from forms_api.desk.people.access import is_local
from forms_api.desk.people.second_factor import spending
from forms_api.desk.people.staff import Member
from forms_api.desk.publication.spans import span

WORD_FIELDS = ("password", "code")
"""What a form sends by which somebody signs with her own word."""


@dataclass(frozen=True)
class Proved:
    """`member` is None where it was not proved; `wait` is how long the account is held up."""

    member: Member | None
    wait: timedelta = timedelta()


def is_here(request: Request) -> bool:
    """Whether the loopback rule holds, so that a password alone may be enough."""
    peer = request.client.host if request.client else None
    return is_local(peer, request.headers.get("host", ""), request.headers.keys())


def prove(office: Office, account: str, password: str, code: str) -> Proved:
    """The member whose password and code these are. What was wrong is never told apart."""
    wait = office.lockout.attempt(account, office.now())
    if wait:
        return Proved(None, wait)
    member = office.staff.verify(account, password)
    if member is None or not _is_second_given(office, member, code):
        return Proved(None)
    office.lockout.succeeded(account)
    return Proved(member)


def word_fault(visit: Visit, event: str, about: str) -> str:
    """Why her own word (`WORD_FIELDS`) is not taken, in words, which is logged as `event`; empty where it is."""
    fault = _fault(visit)
    if fault:
        visit.record(event, about)
    return fault


def _fault(visit: Visit) -> str:
    typed = visit.typed
    proved = prove(
        visit.office, visit.member.account, typed.get("password", ""), typed.get("code", "")
    )  # fmt: skip
    if proved.wait:
        return visit.say("signin", "locked", wait=span(proved.wait, visit.language))
    if proved.member is None:
        return visit.say("word", "wrong_both" if visit.member.second else "wrong")
    return ""


def _is_second_given(office: Office, member: Member, code: str) -> bool:
    """Whether the code is good, which uses it up; an account without a second factor needs none."""
    if member.second is None:
        return True
    return office.staff.spend(member.account, spending(office.keys, member.account, code, office.wall()))
