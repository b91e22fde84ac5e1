"""The staff desk as an app. Nothing happens at import; `create_desk` opens it."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from forms_api.desk.admission import Door, problem_page, read_typed
from forms_api.desk.handling.inbox import Overview
from forms_api.desk.handling.settlement import settle_all
from forms_api.desk.handling.templates import read_templates
from forms_api.desk.office import Edges, Lent, Office
from forms_api.desk.pages import Pages
from forms_api.desk.people import signin
from forms_api.desk.people.lockout import Lockout
from forms_api.desk.people.sessions import Sessions
from forms_api.desk.people.staff import Staff
from forms_api.desk.routes import signed_in_routes
from forms_api.guard import Guard
from forms_api.ledger.under_way import Takings
from forms_api.refusals import Disconnected, Refused
from register.audit import AuditLog
from register.custody import CustodyNow
from register.index import Index
from register.keys import read_keys
from register.settings import ZONE, Book, Home
from register.store import FolderStore
from register.surveys.survey import read_surveys
from register.wording import TEMPLATES

STYLE = TEMPLATES / "desk" / "desk.css"
PREVIEW_STYLE = TEMPLATES / "desk" / "preview.css"
HEADERS = {
    b"cache-control": b"no-store",
    b"content-security-policy": (
        b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        b"frame-ancestors 'none'"
    ),
    b"cross-origin-resource-policy": b"same-origin",
    b"x-robots-tag": b"noindex",
}


def create_desk(
    home: Home, book: Book, edges: Edges, lent: Lent, *, takings: Takings | None = None
) -> Starlette:
    """The desk of one estate; `takings` are the imports under way, given by whoever must wait for them.

    Raises SettingsRefused where the key file is missing or open to others.
    """
    office = _open_office(home, book, edges, lent, takings or Takings())
    office.holdings()  # read now, so that nobody waits for it at the first page
    return Starlette(
        routes=[*_open_routes(office), *signed_in_routes(Door(office))],
        middleware=[
            Middleware(Private),
            Middleware(Guard, hosts=office.hosts, refuse=lambda scope, refused: _refusal(office, refused)),
        ],
        exception_handlers={
            404: lambda request, _: problem_page(office, request, 404, "not_found"),
            405: lambda request, _: problem_page(office, request, 405, "wrong_method"),
        },
    )


def _open_office(home: Home, book: Book, edges: Edges, lent: Lent, takings: Takings) -> Office:
    store, audit = FolderStore(home.register), AuditLog(home.audit_file)
    index, now = Index(store), edges.clock().astimezone(ZONE).replace(microsecond=0)
    settle_all(index.holdings().cases.values(), store, book.clockwork, audit, now)
    return Office(
        home=home,
        book=book,
        clock=edges.clock,
        draw=edges.draw,
        keys=read_keys(home.key_file),
        store=store,
        index=index,
        audit=audit,
        custody=CustodyNow(audit),
        staff=Staff(home.staff_file, edges.draw),
        sessions=Sessions(edges.draw),
        lockout=Lockout.told_by(audit.newest()),
        overview=Overview(),
        publishing=lent.publishing,
        pages=Pages(),
        takings=takings,
        wall=edges.wall,
        templates=read_templates(home.content),
        surveys={survey.id: survey for survey in read_surveys(home.content)},
        survey_results=lent.survey_results,
        advance=lent.advance,
    )


def _open_routes(office: Office) -> list[Route]:
    """What is answered without a session."""

    async def show_sign_in(request: Request) -> Response:
        return await run_in_threadpool(signin.show_sign_in, office, request)

    async def sign_in(request: Request) -> Response:
        try:
            typed = await read_typed(request, signin.SIGN_IN_FIELDS, office.hosts)
        except Refused as refused:
            return problem_page(office, request, refused.status, refused.code)
        except (ClientDisconnect, Disconnected):
            return Response(status_code=400)
        return await run_in_threadpool(signin.sign_in, office, request, typed)

    async def style(request: Request) -> Response:
        return FileResponse(STYLE, media_type="text/css", headers={"cache-control": "no-cache"})

    async def preview_style(request: Request) -> Response:
        return FileResponse(PREVIEW_STYLE, media_type="text/css", headers={"cache-control": "no-cache"})

    async def health(request: Request) -> Response:
        return PlainTextResponse("ok")

    return [
        Route("/sign-in", show_sign_in, methods=["GET"]),
        Route("/sign-in", sign_in, methods=["POST"]),
        Route("/desk.css", style),
        Route("/preview.css", preview_style),
        Route("/healthz", health),
    ]


def _refusal(office: Office, refused: Refused) -> ASGIApp:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        page = problem_page(office, Request(scope), refused.status, refused.code)
        await page(scope, receive, send)

    return answer


class Private:
    """ASGI middleware: nothing of the desk is kept by a browser, framed, or run as a script."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in HEADERS.items() if name not in given),
                ]
            await send(message)

        await self._app(scope, receive, sending)
