"""A resident's browser without script: opens a form, fills it in, presses the buttons; the clock moves when told."""

import html
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from forms_api.app import create_app
from register.case import Case
from register.keys import make_keys
from register.settings import Home, PortalFile
from register.store import FolderStore
from tests.factories import KEYS, MONDAY, PROJECT, book

ORIGIN = "http://127.0.0.1:8000"
COMPLAINT = {
    "matter": "noise",
    "place": "3 号楼门口广场",
    "what": "每天晚上 9 点以后音响声音很大。",
    "reply": "call_me",
    "phone": "138 0000 1234",
    "name": "陈建国",
    "room": "5-2-1203",
}
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def make_home(folder: Path) -> Home:
    """A small estate's folder: the project's forms and survey, the tests' keys, an empty register."""
    for name in ("forms", "surveys"):
        shutil.copytree(PROJECT / "content" / name, folder / "content" / name)
    portal = PortalFile(origin="https://portal.example", desk_origin="https://desk.example")
    home = Home(folder, portal)
    make_keys(home.key_file, lambda length: KEYS.secret[:length])
    return home


class Visitor:
    def __init__(self, folder: Path, now: datetime = MONDAY, **changed_book: Any) -> None:
        self.home = make_home(folder)
        self.now = now
        self.drawn = 0
        self.pauses: list[float] = []
        app = create_app(self.home, book(), clock=lambda: self.now, draw=self._draw, pause=self._pause)
        self.client = TestClient(app, base_url=ORIGIN, follow_redirects=False)

    def _draw(self, length: int) -> bytes:
        self.drawn += 1
        return self.drawn.to_bytes(length)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Any:
        """A form post as a browser sends it from our own page, `_end` last."""
        body = {name: value for name, value in fields.items() if name != "_end"} | {"_end": "1"}
        return self.client.post(path, data=body, headers={"origin": ORIGIN} | headers)

    def token(self, form: str = "complaint") -> str:
        return hidden(self.get(f"/f/{form}").text)["_instance"]

    def check(self, form: str = "complaint", token: str = "", **answers: str) -> Any:
        """The answer to the first post, half a minute after the form was opened."""
        token = token or self.token(form)
        self.later(seconds=30)
        return self.post(f"/f/{form}", {"_instance": token} | (answers or COMPLAINT))

    def submit(self, form: str = "complaint", token: str = "", **answers: str) -> Any:
        """The answer to confirming on the check page."""
        return self.post(f"/f/{form}/send", hidden(self.check(form, token, **answers).text))

    def code(self, **answers: str) -> str:
        """The query code of a newly sent complaint."""
        receipt = self.get(self.submit(**answers).headers["location"]).text
        found = re.search(r'class="code">([0-9 ]+)<', receipt)
        assert found is not None
        return found[1]

    def track(self, code: str, path: str = "/f/track", **headers: str) -> Any:
        token = hidden(self.get("/f/track").text)["_instance"]
        return self.post(path, {"_instance": token, "code": code}, **headers)

    def act(self, code: str, step: str, **said: str) -> Any:
        token = hidden(self.get("/f/track").text)["_instance"]
        return self.post("/f/track/step", {"_instance": token, "code": code, "step": step} | said)

    @property
    def store(self) -> FolderStore:
        return FolderStore(self.home.register)

    @property
    def cases(self) -> list[Case]:
        store = self.store
        return [store.read(number).record for number in store.numbers()]


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's last form, as a browser would send them."""
    return {name: html.unescape(value) for name, value in _HIDDEN.findall(page)}


def words(page: str) -> str:
    """The page's visible words, without its markup."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page))
