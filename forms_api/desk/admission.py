"""The door of every page: reads the form, admits the signed-in person, turns what went wrong into a page."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from forms_api.body import WORDS_ALONE, Posted, Upload, read_form
from forms_api.desk.office import Office, Visit, worth_keeping
from forms_api.desk.people.proving import is_here
from forms_api.desk.people.sessions import Session
from forms_api.desk.policies import Forbidden, check_may
from forms_api.guard import Hosts, check_sender
from forms_api.refusals import Disconnected, Refused
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterBusy, StorageFailed
from register.numbers import is_case_number
from register.terms import Language

Endpoint = Callable[[Request], Awaitable[Response]]
Work = Callable[[Visit], Response]
Known = Collection[str] | Callable[[Mapping[str, str]], Collection[str]]
CSRF = "csrf"
SWITCH = "switch_to"
# What a session that must first get a new password may still ask for.
_WITHOUT_PASSWORD = frozenset({"/password", "/sign-out", "/language"})
# What one that came from elsewhere with a first password may ask for until it has a second factor.
_WITHOUT_SECOND = _WITHOUT_PASSWORD | {"/second-factor"}
_FAULTS: dict[type[Exception], tuple[int, str]] = {
    CaseNotFound: (404, "no_case"),
    CaseErased: (410, "erased"),
    RecordDamaged: (500, "damaged"),
    RegisterBusy: (409, "busy"),
    StorageFailed: (503, "storage"),
}


class SignInNeeded(Exception):
    """No living session."""


@dataclass(frozen=True)
class Door:
    """Makes endpoints out of the work of a page. The work runs in a thread: it reads files and hashes passwords."""

    office: Office

    def page(
        self,
        work: Work,
        known: Known = (),
        upload: Upload = WORDS_ALONE,
        right: str = "inside",
        again: Work | None = None,
    ) -> Endpoint:
        """An endpoint for people with a right of `policies.ALLOWED`. `known` are the names a POST may send besides the token.

        `again` shows the page with what was typed: it answers where the form only asks for the other language.
        """

        async def endpoint(request: Request) -> Response:
            try:
                names = known(request.path_params) if callable(known) else known
                names = {CSRF, *names, *({SWITCH} if again else ())}
                posted = await read_posted(request, names, self.office.hosts, upload)
            except Refused as refused:
                return problem_page(self.office, request, refused.status, refused.code)
            except (ClientDisconnect, Disconnected):
                return Response(status_code=400)
            return await run_in_threadpool(self._answer, work, right, request, posted, again)

        return endpoint

    def _answer(
        self, work: Work, right: str, request: Request, posted: Posted, again: Work | None
    ) -> Response:
        now, typed = self.office.now(), posted.fields
        try:
            visit = replace(self._admit(request, typed, now), files=posted.files)
            if again and SWITCH in typed:
                visit.session.language = Language.EN if typed[SWITCH] == Language.EN else Language.ZH
                work = again
            return self._work(work, right, visit)
        except SignInNeeded:
            if request.method == "GET":
                return RedirectResponse("/sign-in", 303)
            return problem_page(self.office, request, 403, "signed_out", typed)
        except Refused as refused:
            return problem_page(self.office, request, refused.status, refused.code, typed)

    def _work(self, work: Work, right: str, visit: Visit) -> Response:
        try:
            check_may(visit.member.role, right)
            return work(visit)
        except Forbidden as forbidden:
            number = visit.request.path_params.get("number", "")
            visit.record(f"refused_{forbidden.what}", number if is_case_number(number) else "-")
            return visit.problem(403, "role")
        except tuple(_FAULTS) as fault:
            return visit.problem(*_FAULTS[type(fault)])
        except Refused as refused:
            return visit.problem(refused.status, refused.code)

    def _admit(self, request: Request, typed: Mapping[str, str], now: datetime) -> Visit:
        """The visit of the person behind the cookie. Raises SignInNeeded or Refused."""
        token = request.cookies.get(self.office.cookie, "")
        session = self.office.sessions.find(token, now)
        member = self.office.staff.find(session.account) if session else None
        if session is None or member is None or member.disabled:
            raise SignInNeeded
        if request.method != "GET" and not session.owns(typed.get(CSRF, "")):
            raise Refused(403, "csrf")
        if member.must_change and request.url.path not in _WITHOUT_PASSWORD:
            raise Refused(403, "password_first")
        if not session.strong and not is_here(request):
            _check_first(session, request.url.path)
        return Visit(self.office, request, token, session, member, typed, now)


def _check_first(session: Session, path: str) -> None:
    """From elsewhere a password alone opens nothing; a first password opens the way to a second factor."""
    if not session.first:
        raise Refused(403, "second_factor")
    if path not in _WITHOUT_SECOND:
        raise Refused(403, "second_factor_first")


async def read_typed(request: Request, known: Collection[str], hosts: Hosts) -> Mapping[str, str]:
    """The fields of a POST that a page of ours sent; nothing for a GET. Raises Refused."""
    return (await read_posted(request, known, hosts)).fields


async def read_posted(
    request: Request, known: Collection[str], hosts: Hosts, upload: Upload = WORDS_ALONE
) -> Posted:
    """The fields and files of a POST that a page of ours sent; nothing for a GET. Raises Refused."""
    if request.method != "POST":
        return Posted({})
    check_sender(request.headers, hosts)
    return await read_form(request.headers, request.stream(), known, upload)


def problem_page(
    office: Office, request: Request, status: int, code: str, typed: Mapping[str, str] | None = None
) -> Response:
    """A page that says what was wrong and what to do; what was typed can be copied from it."""
    language = language_of(office, request)
    kept = worth_keeping(typed or {})
    html = office.pages.render("problem.html", language, **office.common(), code=code, kept=kept, me=None)
    return HTMLResponse(html, status)


def language_of(office: Office, request: Request) -> Language:
    """The session's language; before sign-in the one asked for in the address, else Chinese."""
    session = office.sessions.find(request.cookies.get(office.cookie, ""), office.now())
    if session:
        return session.language
    return Language.EN if request.query_params.get("lang") == "en" else Language.ZH
