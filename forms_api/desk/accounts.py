"""The page `/staff`: who may sign in. For the manager alone."""

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.policies import check_may
from forms_api.desk.staff import StaffRefused
from forms_api.refusals import Refused
from register.terms import Role

ADD_FIELDS = ("account", "name", "role")


def show_staff(
    visit: Visit, status: int = 200, fault: str = "", fresh: tuple[str, str] | None = None
) -> Response:
    """The accounts. `fresh` is an account with its first password, shown this once."""
    check_may(visit.member.role, "staff")
    members = visit.office.staff.members()
    return visit.page(
        "staff.html", status, members=members, roles=tuple(Role), fault=fault, fresh=fresh, typed=visit.typed
    )


def add_member(visit: Visit) -> Response:
    check_may(visit.member.role, "staff")
    role, account = visit.typed.get("role", ""), visit.typed.get("account", "").strip().lower()
    staff = visit.office.staff
    password = staff.first_password()
    try:
        if role not in set(Role):
            raise StaffRefused("role_missing")
        staff.add(account, visit.typed.get("name", ""), Role(role), password)
    except StaffRefused as refused:
        return show_staff(visit, 422, visit.say("staff_refused", refused.code))
    visit.record("staff_added", account)
    return show_staff(visit, fresh=(account, password))


def change_member(visit: Visit) -> Response:
    """Disable, enable, or give a new first password, as the address says."""
    check_may(visit.member.role, "staff")
    account, what = visit.request.path_params["account"], visit.request.path_params["what"]
    staff = visit.office.staff
    fresh = None
    try:
        if what == "disable":
            if account == visit.member.account:
                raise StaffRefused("not_yourself")
            staff.disable(account)
        elif what == "enable":
            staff.enable(account)
        elif what == "reset":
            fresh = (account, staff.first_password())
            staff.set_password(*fresh, must_change=True)
        else:
            raise Refused(404, "not_found")
    except StaffRefused as refused:
        return show_staff(visit, 422, visit.say("staff_refused", refused.code))
    visit.office.sessions.end_all(account)
    visit.record(f"staff_{what}", account)
    return show_staff(visit, fresh=fresh)
