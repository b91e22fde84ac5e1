"""The staff desk as an app. Nothing happens at import; `create_desk` opens it."""

from collections.abc import Callable
from datetime import datetime

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from forms_api.desk import ledger, ledger_export, log, surveys, writing
from forms_api.desk.admission import Door, Known, Upload, Work, problem_page, read_typed
from forms_api.desk.handling import (
    archiving,
    cases,
    evidence,
    newcode,
    paper_slips,
    photos,
    registering,
    sheet,
    todo,
)
from forms_api.desk.handling.inbox import Overview
from forms_api.desk.handling.settlement import settle_all
from forms_api.desk.handling.templates import read_templates
from forms_api.desk.office import Office
from forms_api.desk.pages import Pages
from forms_api.desk.people import accounts, own_account, signin
from forms_api.desk.people.lockout import Lockout
from forms_api.desk.people.proving import WORD_FIELDS
from forms_api.desk.people.sessions import Sessions
from forms_api.desk.people.staff import Staff
from forms_api.desk.publication import previewing, releasing, reviewing, revisions, takedowns
from forms_api.desk.publication.publishing import Publishing
from forms_api.desk.survey_results import SurveyResults
from forms_api.guard import Guard
from forms_api.refusals import Disconnected, Refused
from register.audit import AuditLog
from register.index import Index
from register.keys import Draw, read_keys
from register.settings import ZONE, Book, Clock, Home
from register.store import FolderStore
from register.surveys.survey import read_surveys
from register.wording import TEMPLATES

Advance = Callable[[], datetime] | None
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
    home: Home,
    book: Book,
    *,
    clock: Clock,
    draw: Draw,
    publishing: Publishing,
    advance: Advance = None,
    wall: Clock | None = None,
    survey_results: SurveyResults | None = None,
) -> Starlette:
    """The desk of one estate. `advance` (demo only) moves the clock to the next period and returns the new moment.

    Without `survey_results` surveys can be typed in, and are ended and published by command.
    `wall` is the true time where `clock` is not: one-time codes come from phones, which know nothing of a demo.

    Raises SettingsRefused where the key file is missing or open to others.
    """
    office = _open_office(home, book, clock, draw, publishing, advance, wall or clock, survey_results)
    office.overview.repeats(office.holdings()[1])  # read now, so that nobody waits for it at the first page
    return Starlette(
        routes=[*_open_routes(office), *_routes(Door(office))],
        middleware=[
            Middleware(Private),
            Middleware(Guard, hosts=office.hosts, refuse=lambda scope, refused: _refusal(office, refused)),
        ],
        exception_handlers={
            404: lambda request, _: problem_page(office, request, 404, "not_found"),
            405: lambda request, _: problem_page(office, request, 405, "wrong_method"),
        },
    )


def _open_office(
    home: Home,
    book: Book,
    clock: Clock,
    draw: Draw,
    publishing: Publishing,
    advance: Advance,
    wall: Clock,
    survey_results: SurveyResults | None,
) -> Office:
    store = FolderStore(home.register)
    index, audit = Index(store), AuditLog(home.audit_file)
    settle_all(
        index.holdings().cases.values(),
        store,
        book.clockwork,
        audit,
        clock().astimezone(ZONE).replace(microsecond=0),
    )
    return Office(
        home=home,
        book=book,
        clock=clock,
        draw=draw,
        keys=read_keys(home.key_file),
        store=store,
        index=index,
        audit=audit,
        staff=Staff(home.staff_file, draw),
        sessions=Sessions(draw),
        lockout=Lockout(),
        overview=Overview(),
        publishing=publishing,
        pages=Pages(),
        wall=wall,
        templates=read_templates(home.content),
        surveys={survey.id: survey for survey in read_surveys(home.content)},
        survey_results=survey_results,
        advance=advance,
    )


def _routes(door: Door) -> list[Route]:
    """Every page for signed-in people: address, what a GET shows, what a POST does and may send."""

    def get(path: str, work: Work, right: str = "inside") -> Route:
        return Route(path, door.page(work, right=right), methods=["GET"])

    def post(
        path: str, work: Work, known: Known = (), right: str = "inside", upload: Upload | None = None
    ) -> Route:
        return Route(path, door.page(work, known, upload, right), methods=["POST"])

    demo = [post("/demo/advance", releasing.advance, right="account")] if door.office.advance else []
    return [
        get("/", reviewing.show_home, "account"),
        get("/review", reviewing.show_reviews, "review"),
        get("/review/{number}", reviewing.show_review, "review"),
        post("/review/{number}/{step}", reviewing.decide, reviewing.known_decision_names, "review"),
        post("/search", todo.search, todo.SEARCH_FIELDS),
        post("/sign-out", signin.sign_out, right="account"),
        post("/language", signin.change_language, ("to", "back"), "account"),
        get("/password", signin.show_password, "account"),
        post("/password", signin.change_password, signin.PASSWORD_FIELDS, "account"),
        get("/account", own_account.show_account, "account"),
        post("/account/sessions/{name}/end", own_account.end_session, right="account"),
        get("/second-factor", own_account.show_second_factor, "account"),
        post("/second-factor", own_account.set_up, WORD_FIELDS, "account"),
        post("/second-factor/off", own_account.take_off, WORD_FIELDS, "account"),
        get("/register", registering.show_registering),
        post("/register", registering.register, registering.KNOWN),
        get("/register/slip", registering.show_slip),
        get("/register/paper", paper_slips.show_paper_slips),
        post("/register/slip", registering.hand_over, ("mine",)),
        get("/archive", archiving.show_archive),
        post("/archive", archiving.archive, archiving.FIELDS),
        get("/cases/{number}", cases.show_case),
        get("/cases/{number}/sheet", sheet.show_sheet),
        get("/cases/{number}/photos/{photo}", photos.show_photo),
        get("/cases/{number}/photos/{photo}/small", photos.show_thumbnail),
        get("/cases/{number}/code", newcode.show_new_code),
        post("/cases/{number}/code", newcode.issue, newcode.FIELDS),
        get("/cases/{number}/{anything:path}", cases.back_to_case),
        post("/cases/{number}/contact", cases.show_contact),
        post("/cases/{number}/check", cases.check_summary, cases.SUMMARY_FIELDS),
        post("/cases/{number}/steps/{step}", cases.take, cases.known_step_names),
        post("/cases/{number}/fill/{step}", cases.fill, cases.known_step_names),
        post("/cases/{number}/photos", evidence.add_photos, evidence.FIELDS, upload=evidence.UPLOAD),
        get("/ledger", ledger.show_ledger, "ledger"),
        post("/ledger", ledger.upload, right="import", upload=ledger.UPLOAD),
        post("/ledger/export", ledger_export.export, ledger_export.FIELDS, "export"),
        get("/ledger/{name}", ledger.show_import, "ledger"),
        post("/ledger/{name}/layout", ledger.lay_out, ledger.LAYOUT_FIELDS, "import"),
        post("/ledger/{name}/confirm", ledger.confirm, ledger.CONFIRM_FIELDS, "import"),
        post("/ledger/{name}/give-up", ledger.give_up, right="import"),
        post("/ledger/{name}/undo", ledger.undo_import, ledger.UNDO_FIELDS, "undo_import"),
        get("/surveys", surveys.show_surveys),
        get("/surveys/{survey}/paper", surveys.show_paper),
        post("/surveys/{survey}/paper", surveys.enter_paper, surveys.known_paper_fields(door.office)),
        post("/surveys/{survey}/close", surveys.close, surveys.CLOSE_FIELDS),
        post("/surveys/{survey}/approve", surveys.approve, surveys.APPROVE_FIELDS, "site"),
        get("/written", writing.show_written, "written"),
        get("/written/new/{writing}", writing.begin, "written"),
        post("/written/new/{writing}", writing.add, writing.FIELDS, "written"),
        get("/written/change/{writing}/{name}", writing.begin_change, "written"),
        post("/written/change/{writing}/{name}", writing.add_change, writing.FIELDS, "written"),
        get("/written/{name}", writing.show_draft, "written"),
        post("/written/{name}", writing.save, writing.FIELDS, "written"),
        post("/written/{name}/approve", writing.approve, writing.DECISION_FIELDS, "written"),
        post("/written/{name}/send-back", writing.send_back, writing.DECISION_FIELDS, "written"),
        post("/written/{name}/drop", writing.drop, (), "written"),
        get("/publish", releasing.show_publish, "release"),
        post("/publish/approve", releasing.approve, ("period", "sha256", *WORD_FIELDS), "release"),
        get("/publish/preview", releasing.show_preview_progress, "release"),
        post("/publish/preview", releasing.start_preview, right="release"),
        get("/preview/{address:path}", previewing.show_preview, "release"),
        get("/publish/corrections", revisions.show_corrections, "release"),
        post("/publish/corrections", revisions.check, revisions.REASON_FIELDS, "release"),
        post("/publish/corrections/correct", revisions.correct, revisions.CORRECT_FIELDS, "release"),
        get("/published", takedowns.show_published, "take_down"),
        get("/published/{ref}", takedowns.show_one, "take_down"),
        post("/published/{ref}/take-down", takedowns.take_down, takedowns.TAKE_DOWN_FIELDS, "take_down"),
        post("/published/{ref}/confirm", takedowns.confirm, WORD_FIELDS, "take_down"),
        post("/publish/build", releasing.build, right="site"),
        get("/publish/progress", releasing.show_progress, "release"),
        post("/publish/roll-back", releasing.roll_back, right="site"),
        get("/staff", accounts.show_staff, "staff"),
        post("/staff", accounts.add_member, accounts.ADD_FIELDS, "staff"),
        get("/staff/{account}", accounts.show_member, "staff"),
        post("/staff/{account}/{what}", accounts.change_member, accounts.CHANGE_FIELDS, "staff"),
        get("/log", log.show_log, "log"),
        *demo,
    ]


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
