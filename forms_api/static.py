"""The built site as files: `home.site` is a link that is swapped while we serve; a friendly page until it exists."""

import os
import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import PathLike, StaticFiles
from starlette.types import Scope

FRAMING = "; frame-ancestors 'none'"
"""What only a header can say."""
SITE_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    f"base-uri 'none'; form-action 'self'{FRAMING}"
)
"""For a page that declares no policy itself."""

FEED = "feed.xml"
KEPT_FOR_AN_HOUR = (".css", ".js", ".woff2")
"""What holds nobody's words. All else is asked for each time, or a sentence taken down would live on in caches."""
_DECLARED = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]+)"')
_HEAD = 2048
"""Bytes of a page within which it declares its policy."""


def declared_policy(html: bytes) -> str | None:
    """The policy a page of the site declares in its head; None where it has none."""
    found = _DECLARED.search(html[:_HEAD])
    return found[1].decode("ascii") if found else None


class BuiltSite(StaticFiles):
    """Serves the folder the link points to at this moment. Raises HTTPException 404 where it has no page."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self.config_checked = True  # the folder may not be there yet
        self._folder = folder

    async def get_response(self, path: str, scope: Scope) -> Response:
        if not self._folder.is_dir():
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        if response.status_code == 404:
            return self._not_found(path)
        if path.endswith(FEED):
            response.headers["Content-Type"] = "application/atom+xml"
        if response.headers.get("content-type", "").startswith("text/html"):
            response.headers["Content-Security-Policy"] = await run_in_threadpool(_policy, response)
        return response

    def file_response(
        self, full_path: PathLike, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """A 304 says how long to keep it too: a browser goes by its headers."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        is_kept = str(full_path).endswith(KEPT_FOR_AN_HOUR)
        response.headers["Cache-Control"] = "public, max-age=3600" if is_kept else "no-cache"
        return response

    def _not_found(self, path: str) -> Response:
        """The site's own page, in the language of the address."""
        page = self._folder / ("en" if path.startswith("en/") else "") / "404.html"
        if not page.is_file():
            raise HTTPException(404)
        headers = {"Cache-Control": "no-cache", "Content-Security-Policy": SITE_POLICY}
        return Response(page.read_bytes(), 404, headers, "text/html")


def _policy(response: Response) -> str:
    """What the page says of itself, said by the header too."""
    if not isinstance(response, FileResponse):
        return SITE_POLICY
    with Path(response.path).open("rb") as page:
        declared = declared_policy(page.read(_HEAD))
    return declared + FRAMING if declared else SITE_POLICY
