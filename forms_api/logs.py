"""What is logged: an event and a few fields from an allow-list. No address, body, code, name or path ever."""

import sys
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALLOWED = frozenset({"event", "level", "timestamp", "error", "place", "status", "host", "port"})


def only_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor: fields that are not on the list do not reach the log."""
    return {name: value for name, value in event.items() if name in ALLOWED}


def logger() -> Any:
    """The counter's logger: JSON lines on standard error."""
    return structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.JSONRenderer(),
        ],
    )


def log_unforeseen(event: str, problem: BaseException) -> None:
    """One line that names the type and the place of an error, not its words."""
    where = traceback.extract_tb(problem.__traceback__)[-1]
    logger().error(event, error=type(problem).__name__, place=f"{where.name}:{where.lineno}")


class Quiet:
    """ASGI middleware: an unforeseen error becomes a page and one line that names its type and place, not its words."""

    def __init__(self, app: ASGIApp, *, failed: Callable[[Request], Awaitable[Response]]) -> None:
        self._app, self._failed = app, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as problem:  # noqa: BLE001 - the last resort: a traceback could hold what was typed
            log_unforeseen("request_failed", problem)
            if scope["type"] == "http" and not started:
                response = await self._failed(Request(scope))
                await response(scope, receive, send)
