"""The staged site as the desk shows it: behind the sign-in, marked on every page, without scripts and forms."""

import mimetypes
import re
from pathlib import PurePosixPath
from typing import Final

from markupsafe import escape
from starlette.responses import RedirectResponse, Response

from forms_api.desk.office import Visit
from forms_api.refusals import Refused
from forms_api.static import declared_policy

BASE: Final = "/preview"
POLICY: Final = (
    "default-src 'none'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self' data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
"""`styles` are those that stand in the page, by their digests."""
FRAMING: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; frame-src 'self'"
)
"""The policy of the one page of the desk that frames the preview."""

_OWN_LINK = re.compile(rb'(\s(?:href|src|action)=")/(?!/)')
_SCRIPT = re.compile(rb"<script\b.*?</script>", re.S)
_STYLES = re.compile(r"style-src ('sha256-[^;]+)")
_BODY = re.compile(rb"<body\b[^>]*>")


def show_preview(visit: Visit) -> Response:
    """A file of the staged site. Pages of the counter are not part of it."""
    address = visit.request.path_params["address"]
    if address.startswith("f/"):
        raise Refused(404, "not_in_preview")
    data = visit.office.publishing.preview_file(address)
    if data is None:
        raise Refused(404, "not_in_preview")
    if not PurePosixPath(address).suffix:
        if address and not address.endswith("/"):
            return RedirectResponse(f"{BASE}/{address}/", 303)
        return _page(data, visit.say("preview", "mark"))
    media = mimetypes.guess_type(address)[0] or "application/octet-stream"
    if media == "text/html":
        return _page(data, visit.say("preview", "mark"))
    return _answer(data, f"{media}; charset=utf-8" if media.startswith("text/") else media)


def marked(html: bytes, words: str) -> bytes:
    """A page whose own links stay inside the preview, without scripts, with the mark on top."""
    html = _OWN_LINK.sub(rb"\1" + BASE.encode() + b"/", _SCRIPT.sub(b"", html))
    said = escape(words)
    mark = f'<aside class="desk-preview" aria-label="{said}">{said}</aside>'.encode()
    html = _BODY.sub(lambda found: found[0] + mark, html, count=1)
    return html.replace(b"</head>", b'<link rel="stylesheet" href="/preview.css"></head>', 1)


def _page(html: bytes, words: str) -> Response:
    own = _STYLES.search(declared_policy(html) or "")
    return _answer(marked(html, words), "text/html; charset=utf-8", f" {own[1]}" if own else "")


def _answer(data: bytes, kind: str, styles: str = "") -> Response:
    policy = POLICY.format(styles=styles)
    return Response(data, headers={"content-type": kind, "content-security-policy": policy})
