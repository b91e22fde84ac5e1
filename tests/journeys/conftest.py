"""Browser journeys: both apps on real sockets, a real browser, and a clock that the test holds in its hand."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page

from forms_api.app import create_app
from forms_api.desk.app import create_desk
from forms_api.desk.office import Edges, Lent
from forms_api.desk.people.staff import Staff
from forms_api.serving import make_server
from generator.cli.edges import system_draw
from generator.cli.folder import make_home
from generator.cli.publishing import GatePublishing
from register.settings import ZONE, Home, read_book
from register.terms import Role
from tests.chromium import launched
from tests.waiting import join_all

PASSWORD = "a long journey 2026"
PEOPLE = (
    ("wangfang", "王芳", Role.HANDLER),
    ("sunli", "孙丽", Role.REVIEWER),
    ("liweidong", "李卫东", Role.MANAGER),
)
PHONE = {"width": 390, "height": 844}
OFFICE = {"width": 1366, "height": 768}


@dataclass
class HeldClock:
    """The time is what the test says it is."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def move(self, **delta: int) -> None:
        self.now += timedelta(**delta)


@dataclass
class Estate:
    """A running estate: its folder, its clock, and where its two apps listen."""

    home: Home
    clock: HeldClock
    site: str
    desk: str
    servers: list[tuple[uvicorn.Server, threading.Thread]] = field(default_factory=list)

    def start(self, app: Any, listening: socket.socket) -> None:
        """Serve on a socket that listens already: whoever asks before the app is up waits."""
        server = make_server(app, host="127.0.0.1", port=port_of(listening))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        self.servers.append((server, thread))

    def stop(self) -> None:
        """Nothing of this estate runs on into another test."""
        for server, _ in self.servers:
            server.should_exit = True
        for _, thread in self.servers:
            thread.join(600)
            assert not thread.is_alive(), "an app did not stop"
        join_all("child job")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed behind each file: while it is open its event loop counts as running, and others' would be refused."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def estate(tmp_path: Path) -> Iterator[Estate]:
    """An estate in the middle of a quarter, whose first release will be that quarter's."""
    counter, office = (socket.create_server(("127.0.0.1", 0), backlog=1024) for _ in range(2))
    port, desk_port = port_of(counter), port_of(office)
    home = make_home(tmp_path / "estate", system_draw, port=port, desk_port=desk_port)
    start_in(home, "2026-07")
    staff = Staff(home.staff_file, system_draw)
    for account, name, role in PEOPLE:
        staff.add(account, name, role, PASSWORD, must_change=False)
    clock = HeldClock(datetime(2026, 7, 6, 9, 30, tzinfo=ZONE))
    book = read_book(home.content)
    running = Estate(home, clock, f"http://127.0.0.1:{port}", f"http://127.0.0.1:{desk_port}")
    publishing = GatePublishing(home, book, clock, system_draw)
    running.start(create_app(home, book, clock=clock, draw=system_draw), counter)
    running.start(create_desk(home, book, Edges(clock, system_draw, clock), Lent(publishing)), office)
    yield running
    running.stop()


def start_in(home: Home, month: str) -> None:
    """Let the first period be the one that holds this month."""
    rules = home.content / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace('start = "2025-01"', f'start = "{month}"'), encoding="utf-8")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A resident's phone: 390 px, Chinese, no JavaScript."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def office(browser: Browser) -> Iterator[Page]:
    """A clerk's computer, also without JavaScript."""
    context = browser.new_context(viewport=OFFICE, locale="zh-CN", java_script_enabled=False)
    yield context.new_page()
    context.close()


def port_of(listening: socket.socket) -> int:
    return int(listening.getsockname()[1])
