"""Signing in and out, the own password, the language: what a person does about herself."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match

from forms_api.desk.admission import language_of
from forms_api.desk.office import Office, Visit
from forms_api.desk.people.proving import is_here, prove
from forms_api.desk.people.sessions import Proof
from forms_api.desk.people.staff import SHORTEST_PASSWORD, Member, StaffRefused
from forms_api.desk.publication.spans import span
from register.terms import Language

SIGN_IN_FIELDS = ("account", "password", "code", "lang")
PASSWORD_FIELDS = ("current", "new", "again")


def show_sign_in(
    office: Office, request: Request, status: int = 200, fault: str = "", account: str = ""
) -> Response:
    language = language_of(office, request)
    html = office.pages.render(
        "signin.html",
        language,
        **office.common(),
        me=None,
        fault=fault,
        account=account,
        here=is_here(request),
    )
    return HTMLResponse(html, status)


def sign_in(office: Office, request: Request, typed: Mapping[str, str]) -> Response:
    """A fresh session for a right password and code; what is wrong is never told apart."""
    language = Language.EN if typed.get("lang") == "en" else Language.ZH
    account = typed.get("account", "").strip().lower()[:40]
    proved = prove(office, account, typed.get("password", ""), typed.get("code", ""))
    if proved.wait:
        _record(office, account, "sign_in_locked")
        fault = office.pages.say("signin", "locked", language, wait=span(proved.wait, language))
        return show_sign_in(office, request, 429, fault, account)
    member, here = proved.member, is_here(request)
    if member is None or not (here or member.second or member.must_change):
        _record(office, account, "sign_in_failed")
        fault = office.pages.say("signin", "failed" if here else "failed_elsewhere", language)
        return show_sign_in(office, request, 401, fault, account)
    proof = Proof(strong=member.second is not None, first=member.must_change, here=here)
    return _begin(office, request, member, language, proof)


def _begin(office: Office, request: Request, member: Member, language: Language, proof: Proof) -> Response:
    now = office.now()
    office.sessions.end(request.cookies.get(office.cookie, ""))
    token = office.sessions.begin(member.account, now, language, proof)
    office.audit.append(at=now, by=member.account, event="sign_in", about="-")
    response = RedirectResponse(_first_page(member, proof), 303)
    response.set_cookie(
        office.cookie, token, path="/", httponly=True, samesite="strict", secure=office.is_secure
    )
    return response


def _first_page(member: Member, proof: Proof) -> str:
    if member.must_change:
        return "/password"
    return "/" if proof.strong or proof.here else "/second-factor"


def _record(office: Office, account: str, event: str) -> None:
    """A failed try is logged under a known account only: what was typed may be a password in the wrong field."""
    by = account if office.staff.find(account) else "unknown"
    office.audit.append(at=office.now(), by=by, event=event, about="-")


def sign_out(visit: Visit) -> Response:
    visit.office.sessions.end(visit.token)
    visit.record("sign_out", "-")
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(
        visit.office.cookie, path="/", httponly=True, samesite="strict", secure=visit.office.is_secure
    )
    return response


def show_password(visit: Visit, status: int = 200, fault: str = "") -> Response:
    return visit.page("password.html", status, fault=fault, shortest=SHORTEST_PASSWORD)


def change_password(visit: Visit) -> Response:
    """A new password of one's own; every other session of the account ends."""
    office, account = visit.office, visit.member.account
    fault = _password_fault(visit)
    if not fault:
        try:
            office.staff.set_password(account, visit.typed.get("new", ""))
        except StaffRefused as refused:
            fault = refused.code
    if fault:
        return show_password(visit, 422, visit.say("staff_refused", fault))
    visit.record("password_changed", account)
    office.sessions.end_all(account)
    session = visit.session
    proof = Proof(strong=session.strong, first=session.first, here=session.here)
    member = visit.member.model_copy(update={"must_change": False})
    return _begin(office, visit.request, member, visit.language, proof)


def _password_fault(visit: Visit) -> str:
    office, account = visit.office, visit.member.account
    if visit.typed.get("new") != visit.typed.get("again"):
        return "not_the_same"
    if visit.typed.get("new") == visit.typed.get("current"):
        return "not_new"
    if office.lockout.attempt(account, visit.now) > timedelta():
        visit.record("password_refused", account)
        return "too_many_tries"
    if office.staff.verify(account, visit.typed.get("current", "")) is None:
        visit.record("password_refused", account)
        return "wrong_current"
    office.lockout.succeeded(account)
    return ""


def change_language(visit: Visit) -> Response:
    visit.session.language = Language.EN if visit.typed.get("to") == "en" else Language.ZH
    return RedirectResponse(_page_above(visit.request.app.routes, visit.typed.get("back", "")), 303)


def _page_above(routes: Sequence[BaseRoute], path: str) -> str:
    """The address if a page stands there, or else the nearest above it: what a form was sent to may hold none."""
    while _PLAIN.fullmatch(path):
        asked = {"type": "http", "method": "GET", "path": path}
        if any(route.matches(asked)[0] == Match.FULL for route in routes):
            return path
        path = path.rpartition("/")[0]
    return "/"


# An address that leads elsewhere is none of these; nor is one longer than any of ours, which would only take time.
_PLAIN: Final = re.compile("(?:/[A-Za-z0-9_-]{1,80}){1,6}")
