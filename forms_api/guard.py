"""Request hygiene before anything else looks at a request: host, size, method, framing; and headers on every answer."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from forms_api.refusals import Refused

METHODS = ("GET", "HEAD", "POST")
LONGEST_TARGET = 2048
MOST_HEADERS = 100
LARGEST_HEADERS = 16 * 1024
LOCAL = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.ASCII)
ONCE = frozenset({b"host", b"content-type", b"content-length", b"origin", b"transfer-encoding"})
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f]")
COUNTER = "/f/"

COMMON_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
}
COUNTER_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
Refuse = Callable[[Scope, Refused], ASGIApp]


@dataclass(frozen=True)
class Hosts:
    """The names under which we answer: the one of the public address, and this machine's own."""

    origin: str

    def is_ours(self, host: str) -> bool:
        return host == urlsplit(self.origin).netloc or bool(LOCAL.fullmatch(host))

    def is_our_origin(self, origin: str, host: str) -> bool:
        """Whether a page of ours sent the request; on this machine the address in use is ours too."""
        return origin == self.origin or (bool(LOCAL.fullmatch(host)) and origin == f"http://{host}")


class Guard:
    """ASGI middleware. What it refuses never reaches an endpoint."""

    def __init__(self, app: ASGIApp, *, hosts: Hosts, refuse: Refuse) -> None:
        self._app, self._hosts, self._refuse = app, hosts, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = self._app
        try:
            check_request(scope, self._hosts)
        except Refused as refused:
            app = self._refuse(scope, refused)
        await app(scope, receive, _with_headers(scope, send))


def check_request(scope: Scope, hosts: Hosts) -> None:
    """Raises Refused for a request that no browser of ours would send."""
    headers = Headers(scope=scope)
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_TARGET:
        raise Refused(414, "bad_request")
    if len(scope["headers"]) > MOST_HEADERS or _size(scope) > LARGEST_HEADERS:
        raise Refused(431, "bad_request")
    if scope["method"] not in METHODS:
        raise Refused(405, "wrong_method")
    if _is_repeated(scope) or not _is_plain(scope):
        raise Refused(400, "bad_request")
    if "content-length" in headers and "transfer-encoding" in headers:
        raise Refused(400, "bad_request")
    if not hosts.is_ours(headers.get("host", "")):
        raise Refused(400, "bad_host")


def check_sender(headers: Headers, hosts: Hosts) -> None:
    """A post must come from a page of ours; where the browser does not say, the signed form must do.

    Order: Sec-Fetch-Site, which a page cannot forge, then Origin. Raises Refused (403) for anything foreign.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        foreign = site not in ("same-origin", "none")
    else:
        foreign = origin is not None and not hosts.is_our_origin(origin, headers.get("host", ""))
    if foreign:
        raise Refused(403, "foreign")


def _size(scope: Scope) -> int:
    return sum(len(name) + len(value) for name, value in scope["headers"])


def _is_plain(scope: Scope) -> bool:
    """A path from the root without control characters; headers without them, and in ASCII where we read them.

    Others may hold high bytes: some phones put their owner's words into the name of the browser.
    """
    path_is_plain = scope["path"].startswith("/") and scope["path"].isprintable()
    return path_is_plain and all(_is_plain_header(name, value) for name, value in scope["headers"])


def _is_plain_header(name: bytes, value: bytes) -> bool:
    return (name not in ONCE or value.isascii()) and not _CONTROL.search(value)


def _is_repeated(scope: Scope) -> bool:
    """Whether a header that may stand there once stands there twice."""
    named = [name for name, _ in scope["headers"] if name in ONCE]
    return len(named) != len(set(named))


def _with_headers(scope: Scope, send: Send) -> Callable[[Message], Awaitable[None]]:
    ours = _COUNTERS if scope["path"].startswith(COUNTER) else _COMMON

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            said = message.setdefault("headers", [])
            named = {name.lower() for name, _ in said}
            message["headers"] = [*said, *(header for header in ours if header[0] not in named)]
        await send(message)

    return sending


def _raw(headers: dict[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.lower().encode("ascii"), value.encode("ascii")) for name, value in headers.items())


_COMMON = _raw(COMMON_HEADERS)
_COUNTERS = _raw(COMMON_HEADERS | COUNTER_HEADERS | {"Cache-Control": "no-store"})
