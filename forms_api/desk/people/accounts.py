"""The pages `/staff` and `/staff/ACCOUNT`: who may sign in, as what, from where, and what happens when somebody leaves."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.people.handover import hand_over, open_cases
from forms_api.desk.people.staff import Member, Staff, StaffRefused
from forms_api.refusals import Refused
from register.terms import Role
from register.transitions import OFFICE

ADD_FIELDS: Final = ("account", "name", "role")
CHANGE_FIELDS: Final = ("to", "role")
Fresh = tuple[str, str] | None


def show_staff(visit: Visit, status: int = 200, fault: str = "", fresh: Fresh = None) -> Response:
    """The accounts. `fresh` is an account with its first password, shown this once."""
    members = visit.office.staff.members()
    return visit.page(
        "staff.html",
        status,
        members=members,
        roles=tuple(Role),
        fault=fault,
        fresh=fresh,
        typed=visit.typed,
        missing=missing_hands(members),
        custody=visit.office.custody.look().given,
        signed_in={one.account: len(visit.office.sessions.of(one.account, visit.now)) for one in members},
    )


def add_member(visit: Visit) -> Response:
    role, account = visit.typed.get("role", ""), visit.typed.get("account", "").strip().lower()
    staff = visit.office.staff.noted(lambda: visit.record("staff_added", account))
    password = staff.first_password()
    try:
        staff.add(account, visit.typed.get("name", ""), _role(role), password)
    except StaffRefused as refused:
        return show_staff(visit, 422, visit.say("staff_refused", refused.code))
    return show_staff(visit, fresh=(account, password))


def show_member(visit: Visit, status: int = 200, fault: str = "", fresh: Fresh = None) -> Response:
    """One account: its role, where it is signed in, its open cases and whom they can go to."""
    member = visit.office.staff.find(visit.request.path_params["account"])
    if member is None:
        raise Refused(404, "no_account")
    others = [one for one in visit.office.staff.members() if _can_take(one) and one.account != member.account]
    return visit.page(
        "member.html",
        status,
        member=member,
        fault=fault,
        fresh=fresh,
        roles=tuple(Role),
        others=others,
        open_cases=open_cases(visit, member.account),
        custody=visit.office.custody.look().given,
        sessions=visit.office.sessions.of(member.account, visit.now),
        typed=visit.typed,
    )


def change_member(visit: Visit) -> Response:
    """What the address says, done to one account; every change but a hand-over signs it out everywhere."""
    account, what = visit.request.path_params["account"], visit.request.path_params["what"]
    if what not in CHANGES:
        raise Refused(404, "not_found")
    fresh: Fresh = None
    staff = visit.office.staff.noted(lambda: visit.record(f"staff_{what}", account))
    try:
        if what != "handover" and account == visit.member.account and what in NOT_TO_ONESELF:
            raise StaffRefused("not_yourself")
        password = CHANGES[what](visit, staff, account)
        fresh = (account, password) if password else None
    except StaffRefused as refused:
        if refused.code == "account_unknown":
            raise Refused(404, "no_account") from None
        return show_member(visit, 422, visit.say("staff_refused", refused.code))
    if what in NOT_IN_THE_FILE:
        visit.record(f"staff_{what}", account)
    if what != "handover":
        visit.office.sessions.end_all(account)
    if fresh:
        return show_member(visit, fresh=fresh)
    if account == visit.member.account and what != "handover":
        return visit.see_other("/sign-in")
    notice = visit.session.notice or visit.say("member", f"done_{what}")
    return visit.see_other(f"/staff/{account}", notice)


def missing_hands(members: Sequence[Member]) -> tuple[str, ...]:
    """What four eyes still lack, as codes: two people, one who may review, one who is not the manager alone."""
    active = [member for member in members if not member.disabled]
    lacking = {
        "two_people": len(active) < 2,
        "reviewer": not any(member.role in _REVIEWING for member in active),
        "handler": not any(member.role in OFFICE for member in active),
    }
    return tuple(code for code, is_so in lacking.items() if is_so)


_REVIEWING: Final = frozenset({Role.REVIEWER, Role.MANAGER, Role.OUTSIDE})


def _disable(visit: Visit, staff: Staff, account: str) -> str:
    staff.disable(account)
    return ""


def _enable(visit: Visit, staff: Staff, account: str) -> str:
    staff.enable(account)
    return ""


def _new_first_password(visit: Visit, staff: Staff, account: str) -> str:
    password = staff.first_password()
    staff.set_password(account, password, must_change=True)
    return password


def _forget_phone(visit: Visit, staff: Staff, account: str) -> str:
    """A lost phone: the second factor goes, and with it the password, so that a new one can be set up from anywhere."""
    staff.set_second(account, None)
    return _new_first_password(visit, visit.office.staff, account)


def _sign_out(visit: Visit, staff: Staff, account: str) -> str:
    if staff.find(account) is None:
        raise StaffRefused("account_unknown")
    return ""


def _change_role(visit: Visit, staff: Staff, account: str) -> str:
    staff.set_role(account, _role(visit.typed.get("role", "")))
    return ""


def _hand_over(visit: Visit, staff: Staff, account: str) -> str:
    to = staff.find(visit.typed.get("to", ""))
    if to is None or not _can_take(to) or to.account == account:
        raise StaffRefused("nobody_to_take")
    if staff.find(account) is None:
        raise StaffRefused("account_unknown")
    result = hand_over(visit, account, to.account)
    code = "handed_over_but" if result.left else "handed_over"
    visit.session.notice = visit.say("member", code, n=result.done, name=to.name, left="、".join(result.left))
    return ""


def _can_take(member: Member) -> bool:
    return not member.disabled and member.role in OFFICE


def _role(code: str) -> Role:
    if code not in set(Role):
        raise StaffRefused("role_missing")
    return Role(code)


# Each returns a first password to show, or an empty text.
CHANGES: Final[Mapping[str, Callable[[Visit, Staff, str], str]]] = {
    "disable": _disable,
    "enable": _enable,
    "reset": _new_first_password,
    "unbind": _forget_phone,
    "sessions": _sign_out,
    "role": _change_role,
    "handover": _hand_over,
}
NOT_IN_THE_FILE: Final = frozenset({"sessions", "handover"})
NOT_TO_ONESELF: Final = frozenset({"disable", "role", "unbind"})
