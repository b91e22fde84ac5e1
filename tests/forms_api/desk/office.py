"""A whole desk on a temporary folder, and people who sit at it."""

import hashlib
import itertools
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache
from html import unescape
from pathlib import Path

from argon2 import PasswordHasher
from markupsafe import escape
from starlette.applications import Starlette
from starlette.testclient import TestClient

from forms_api.desk.app import create_desk
from forms_api.desk.office import Edges, Lent
from forms_api.desk.pages import Pages
from forms_api.desk.people.staff import Staff
from forms_api.ledger.under_way import Takings
from register.audit import AuditLine, AuditLog
from register.settings import Home, read_book, read_home
from register.store import FolderStore
from register.terms import Language, Role
from tests.factories import ENGINEER, HANDLER, KEYS, MANAGER, MONDAY, PROJECT, REVIEWER
from tests.forms_api.desk.fakes import FakePublishing

PASSWORD = "correct horse battery"
# Hashing takes its time by design; what it costs in earnest is asked in tests/forms_api/desk/people/test_staff.py.
CHEAP = PasswordHasher(memory_cost=8, time_cost=1, parallelism=1)
PEOPLE = {HANDLER: "王芳", ENGINEER: "赵强", REVIEWER: "孙丽", MANAGER: "李卫东"}
LOCAL = "http://127.0.0.1:8001"


class Ticking:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def counting_draw() -> Callable[[int], bytes]:
    """Random numbers that are none, and never the same."""
    counter = itertools.count(1)
    return lambda length: hashlib.shake_256(next(counter).to_bytes(8)).digest(length)


@dataclass
class Desk:
    """The desk under test with everything it stands on."""

    home: Home
    store: FolderStore
    staff: Staff
    clock: Ticking
    publishing: FakePublishing
    app: Starlette
    audit: AuditLog
    takings: Takings
    pages: list[str] = field(default_factory=list)

    def visitor(self, base: str = LOCAL, peer: str = "127.0.0.1") -> TestClient:
        return TestClient(self.app, base_url=base, client=(peer, 50000), follow_redirects=False)

    def signed_in(self, account: str) -> "Person":
        person = Person(self, self.visitor())
        answer = person.browser.post(
            "/sign-in", data={"account": account, "password": PASSWORD, "lang": "zh", "_end": "1"}
        )
        assert answer.status_code == 303, answer.text
        return person

    def events(self) -> list[tuple[str, str]]:
        return [(line.by, line.event) for line in self.lines()]

    def lines(self) -> list[AuditLine]:
        return list(self.audit.lines())


def words(section: str, code: str) -> str:
    """What the desk says in Chinese, as it stands in a page."""
    return str(escape(Pages().say(section, code, Language.ZH)))


@dataclass
class Person:
    """Somebody at the desk, who fills in forms as the pages show them."""

    desk: Desk
    browser: TestClient

    def open(self, path: str, status: int = 200) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[-2000:])
        self.desk.pages.append(answer.text)
        return answer.text

    def send(self, page: str, action: str, status: int = 303, **typed: str) -> str:
        """Send the form with this action as the page holds it; returns the answer's page or where it leads."""
        data = filled_in(page, action, **typed)
        answer = self.browser.post(action, data=data)
        assert answer.status_code == status, (action, answer.status_code, text_of(answer.text))
        self.desk.pages.append(answer.text)
        return answer.headers["location"] if status == 303 else answer.text

    def step(self, number: str, step: str, status: int = 303, **typed: str) -> str:
        page = self.open(f"/cases/{number}")
        return self.send(page, f"/cases/{number}/steps/{step}", status, **typed)


def hidden_fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form with this action, as a browser would send them."""
    form = re.search(rf'<form method="post" action="{re.escape(action)}".*?</form>', page, re.S)
    assert form, f"no form for {action} on the page: {text_of(page)}"
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return {name: unescape(value) for name, value in fields}


def filled_in(page: str, action: str, **typed: str) -> dict[str, str]:
    """What a browser would send for the form with this action; its end mark comes last."""
    data = hidden_fields(page, action) | typed
    data["_end"] = data.pop("_end")
    return data


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).strip()


@lru_cache
def four_people() -> bytes:
    """The staff file of PEOPLE; made once. Their hashes are cheap, for they sign in at the beginning of every test."""
    with tempfile.TemporaryDirectory() as folder:
        staff = Staff(Path(folder) / "staff.json", counting_draw(), CHEAP)
        for actor, name in PEOPLE.items():
            assert actor.role in Role
            staff.add(actor.account, name, Role(actor.role), PASSWORD, must_change=False)
        return staff.file.read_bytes()


def reopened(desk: Desk) -> Desk:
    """The same desk after a restart."""
    app = create_desk(
        desk.home,
        read_book(desk.home.content),
        Edges(desk.clock, counting_draw(), desk.clock),
        Lent(desk.publishing),
    )
    return replace(desk, app=app)


def open_desk(
    folder: Path, *, demo: bool = False, publishing: FakePublishing | None = None, patience: float = 600.0
) -> Desk:
    """A desk with the project's own content, four people and an empty register. Who imports waits until it is done."""
    (folder / "portal.toml").write_text(
        'origin = "http://127.0.0.1:8000"\ndesk_origin = "http://127.0.0.1:8001"\n', encoding="utf-8"
    )
    shutil.copytree(
        PROJECT / "content", folder / "content", ignore=shutil.ignore_patterns("releases", "ledger")
    )
    home = read_home(folder)
    home.key_file.parent.mkdir(mode=0o700, parents=True)
    home.key_file.write_bytes(KEYS.secret)
    home.key_file.chmod(0o600)
    book = read_book(home.content)
    if demo:
        book = type(book)(**{**vars(book), "estate": book.estate.model_copy(update={"demo": True})})
    clock, draw, fake = Ticking(), counting_draw(), publishing or FakePublishing()
    takings = Takings(patience)
    home.staff_file.parent.mkdir(mode=0o700, parents=True)
    home.staff_file.write_bytes(four_people())
    staff = Staff(home.staff_file, draw)

    def advance() -> datetime:
        clock.move(days=90)
        return clock()

    app = create_desk(
        home,
        book,
        Edges(clock, draw, clock),
        Lent(fake, advance=advance if demo else None),
        takings=takings,
    )
    return Desk(home, FolderStore(home.register), staff, clock, fake, app, AuditLog(home.audit_file), takings)
