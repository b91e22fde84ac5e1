"""The pages `/account` and `/second-factor`: what a person sees and does about her own sign-ins."""

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.people.proving import word_fault
from forms_api.desk.people.second_factor import (
    draw_secret,
    enrolled,
    half_minute,
    in_groups,
    picture,
    recovery_codes,
    seal_secret,
)
from forms_api.desk.people.sessions import name_of
from forms_api.refusals import Refused


def show_account(visit: Visit, status: int = 200, **more: object) -> Response:
    """Password, second factor, every place where she is signed in, and `more`."""
    account = visit.member.account
    return visit.page(
        "account.html",
        status,
        **more,
        sessions=visit.office.sessions.of(account, visit.now),
        this=name_of(visit.token),
        recovery_left=len(visit.member.second.recovery) if visit.member.second else 0,
    )


def end_session(visit: Visit) -> Response:
    """Sign one other place out."""
    name = visit.request.path_params["name"]
    if not visit.office.sessions.end_one(visit.member.account, name):
        raise Refused(404, "not_found")
    visit.record("session_ended", visit.member.account)
    return visit.see_other("/account", visit.say("account", "ended"))


def show_second_factor(visit: Visit, status: int = 200, fault: str = "") -> Response:
    """The QR code to set one up, or that there is one. The secret waits in the session until a code proves it."""
    session, member = visit.session, visit.member
    if member.second is None and session.secret is None:
        session.secret = draw_secret(visit.office.draw)
    secret = session.secret if member.second is None else None
    issuer = visit.office.book.estate.short_name.say(visit.language)
    return visit.page(
        "second_factor.html",
        status,
        fault=fault,
        picture=picture(secret, member.account, issuer) if secret else "",
        groups=in_groups(secret) if secret else "",
        is_first=session.first and not session.strong,
    )


def set_up(visit: Visit) -> Response:
    """Keep the second factor once a code shows that the phone holds it; the recovery codes are shown this once."""
    office, account, secret = visit.office, visit.member.account, visit.session.secret
    if visit.member.second is not None or secret is None:
        return visit.see_other("/second-factor")
    fault = word_fault(visit, "second_factor_refused", account)
    used = half_minute(secret, visit.typed.get("code", ""), office.wall())
    if fault or used is None:
        return show_second_factor(visit, 422, fault or visit.say("second_factor", "wrong_code"))
    codes = recovery_codes(office.draw)
    office.staff.set_second(
        account, enrolled(seal_secret(office.keys, account, secret, office.draw), used, codes)
    )
    visit.record("second_factor_set", account)
    _end_others(visit)
    visit.session.secret, visit.session.strong = None, True
    return visit.page("recovery.html", codes=codes)


def take_off(visit: Visit) -> Response:
    """Go back to the password alone, which opens the desk on its own machine and nowhere else."""
    if visit.member.second is None:
        return visit.see_other("/second-factor")
    fault = word_fault(visit, "second_factor_refused", visit.member.account)
    if fault:
        return show_second_factor(visit, 422, fault)
    visit.office.staff.set_second(visit.member.account, None)
    visit.record("second_factor_removed", visit.member.account)
    _end_others(visit)
    visit.session.strong = False
    return visit.see_other("/account", visit.say("second_factor", "removed"))


def _end_others(visit: Visit) -> None:
    """What was signed in under the old proof is signed out."""
    sessions, account, this = visit.office.sessions, visit.member.account, name_of(visit.token)
    for name, _ in sessions.of(account, visit.now):
        if name != this:
            sessions.end_one(account, name)
