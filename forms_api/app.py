"""The residents' app: forms, tracking, and the built site beside them. Nothing happens at import."""

import asyncio
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Scope

from forms_api import endpoints, own_data, receipt_files, receipts, surveying, tracking
from forms_api.counter import Counter, Pause, open_counter
from forms_api.guard import Guard
from forms_api.logs import Quiet, logger
from forms_api.refusals import Disconnected, Refused
from forms_api.static import BuiltSite
from forms_api.visit import Visit
from register.errors import RecordDamaged, StorageFailed
from register.keys import Draw
from register.settings import Book, Clock, Home

CODES = {404: "not_found", 405: "wrong_method"}


def create_app(
    home: Home, book: Book, *, clock: Clock, draw: Draw, pause: Pause = asyncio.sleep
) -> Starlette:
    """The app of one estate. Raises SettingsRefused or StorageFailed before it serves anything.

    `clock` gives aware datetimes, `draw` random bytes, `pause` waits so many seconds before a wrong code is answered.
    """
    counter = open_counter(home, book, clock=clock, draw=draw, pause=pause)
    handlers = {
        Refused: partial(refused, counter),
        HTTPException: partial(missed, counter),
        Disconnected: gone,
        StorageFailed: partial(unavailable, counter),
        RecordDamaged: partial(unavailable, counter),
        OSError: partial(unavailable, counter),
    }
    middleware = [
        Middleware(Guard, hosts=counter.hosts, refuse=partial(refuse, counter)),
        Middleware(Quiet, failed=partial(failed, counter)),
    ]
    return Starlette(routes=routes(counter), middleware=middleware, exception_handlers=handlers)  # type: ignore[arg-type]


def routes(counter: Counter) -> list[BaseRoute]:
    """The counter under `/f`, the monitors' addresses, and the built site for everything else."""
    both = ["GET", "POST"]
    forms: list[BaseRoute] = []
    for name, form in counter.forms.items():
        forms.append(Route(f"/{name}", partial(endpoints.questions, counter, form), methods=both))
        forms.append(Route(f"/{name}/send", partial(endpoints.send, counter, form), methods=["POST"]))
    own: list[BaseRoute] = [
        Route("/receipt/{view}", partial(receipts.receipt, counter)),
        Route("/receipt/{view}/file", partial(receipt_files.save, counter)),
        Route("/receipt/{view}/saved", partial(receipts.saved, counter)),
        Route("/receipt.pem", partial(receipt_files.show_key, counter)),
        Route("/track", partial(tracking.track, counter), methods=both),
        Route("/track/step", partial(tracking.act, counter), methods=["POST"]),
        Route("/track/data", partial(own_data.own_data, counter), methods=["POST"]),
        Route("/track/data/contact", partial(own_data.change_contact, counter), methods=["POST"]),
        *surveying.routes(counter),
        Route("/notice", partial(notice, counter)),
        Route("/forms.css", partial(style, counter)),
    ]
    return [
        Mount("/f", routes=[*forms, *own]),
        Route("/healthz", healthy),
        Route("/readyz", partial(ready, counter)),
        Mount("/", BuiltSite(counter.home.site)),
    ]


async def notice(counter: Counter, request: Request) -> Response:
    """Who, why, how long, what is published and what never, and the resident's rights."""
    return Visit(counter, request).answer(
        "notice.html", counter.notice.model_dump(mode="json"), notice=counter.notice
    )


async def style(counter: Counter, request: Request) -> Response:
    """The style sheet; asked for with its digest it may be kept for ever."""
    pages = counter.pages
    named = request.query_params.get("v") == pages.style_digest
    cached = "public, max-age=31536000, immutable" if named else "no-cache"
    return Response(pages.style, media_type="text/css", headers={"Cache-Control": cached})


async def healthy(request: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def ready(counter: Counter, request: Request) -> Response:
    """The register can be read; no detail to strangers."""
    try:
        list(counter.store.numbers())
    except (OSError, StorageFailed):
        return PlainTextResponse("not ready\n", 503, headers={"Cache-Control": "no-store"})
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def refused(counter: Counter, request: Request, problem: Refused) -> Response:
    """A page that says why nothing was stored, and what to do."""
    visit = Visit(counter, request)
    title, said = visit.say("page", f"{problem.code}_title"), visit.say("page", problem.code)
    response = visit.answer(
        "page.html", {"code": problem.code, "message": said}, status=problem.status, title=title, said=said
    )
    if problem.status == 405:
        response.headers["Allow"] = "GET, HEAD, POST"
    if problem.status in (400, 408, 413, 415, 431, 414):
        response.headers["Connection"] = "close"
    return response


async def missed(counter: Counter, request: Request, problem: HTTPException) -> Response:
    """What the router did not find, in our own words and with its own headers."""
    site_is_missing = not request.url.path.startswith("/f/") and not counter.home.site.is_dir()
    code = (
        "no_site"
        if site_is_missing and problem.status_code == 404
        else CODES.get(problem.status_code, "bad_request")
    )
    response = await refused(counter, request, Refused(problem.status_code, code))
    response.headers.update(problem.headers or {})
    return response


async def unavailable(counter: Counter, request: Request, problem: Exception) -> Response:
    """The register cannot be read or written just now; the only 5xx we mean to give."""
    logger().error("register_unavailable", error=type(problem).__name__)
    return await refused(counter, request, Refused(503, "failed"))


async def gone(request: Request, problem: Disconnected) -> Response:
    """Nobody reads this; it ends the request without a traceback."""
    return Response(status_code=400)


async def failed(counter: Counter, request: Request) -> Response:
    """Something broke that should not: the telephone still works."""
    return await refused(counter, request, Refused(500, "failed"))


def refuse(counter: Counter, scope: Scope, problem: Refused) -> ASGIApp:
    """What the guard answers in an endpoint's place."""

    async def answer(scope: Scope, receive: object, send: object) -> None:
        response = await refused(counter, Request(scope), problem)
        await response(scope, receive, send)  # type: ignore[arg-type]

    return answer
