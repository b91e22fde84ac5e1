"""What every page of the desk has at hand: the office's parts, and one visit of one signed-in person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from threading import Lock

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.inbox import Overview
from forms_api.desk.handling.needs import counters
from forms_api.desk.handling.templates import Template
from forms_api.desk.pages import Pages
from forms_api.desk.people.lockout import Lockout
from forms_api.desk.people.second_word import actor_of
from forms_api.desk.people.sessions import Session, Sessions
from forms_api.desk.people.staff import Member, Staff
from forms_api.desk.policies import ALLOWED, may
from forms_api.desk.publication.publishing import Publishing
from forms_api.desk.publication.views import Finding
from forms_api.desk.survey_results import SurveyResults
from forms_api.guard import Hosts
from forms_api.ledger.under_way import Takings
from register.audit import AuditLog
from register.case import Case
from register.custody import CustodyNow
from register.handling import RESIDENT, SYSTEM, Actor
from register.index import Holdings, Index
from register.keys import Draw, Keys
from register.settings import ZONE, Book, Clock, Home
from register.store import FolderStore
from register.stored import Stored
from register.surveys.survey import Survey
from register.terms import Language


@dataclass(frozen=True)
class Edges:
    """Where the world comes in: the time, chance, and the time on people's phones, which no demo moves."""

    clock: Clock
    draw: Draw
    wall: Clock


@dataclass(frozen=True)
class Lent:
    """What the top floor lends the desk, which knows nothing of gate and press.

    Without `survey_results` surveys can be typed in, and are ended and published by command. `advance` (demo only) moves
    the clock to the next period and returns the new moment.
    """

    publishing: Publishing
    survey_results: SurveyResults | None = None
    advance: Callable[[], datetime] | None = None


@dataclass(frozen=True)
class Office:
    """The parts of the desk, made once when it opens. `wall` is the time on people's phones, which no demo moves."""

    home: Home
    book: Book
    clock: Clock
    draw: Draw
    keys: Keys
    store: FolderStore
    index: Index
    audit: AuditLog
    custody: CustodyNow
    staff: Staff
    sessions: Sessions
    lockout: Lockout
    overview: Overview
    publishing: Publishing
    pages: Pages
    takings: Takings
    wall: Clock
    templates: tuple[Template, ...] = ()
    surveys: Mapping[str, Survey] = field(default_factory=dict)
    survey_results: SurveyResults | None = None
    advance: Callable[[], datetime] | None = None
    reading: Lock = field(default_factory=Lock)

    @property
    def is_secure(self) -> bool:
        return self.home.portal.desk_origin.startswith("https://")

    @property
    def cookie(self) -> str:
        return "__Host-desk" if self.is_secure else "desk"

    @property
    def hosts(self) -> Hosts:
        return Hosts(self.home.portal.desk_origin)

    def now(self) -> datetime:
        """The moment in the estate's zone, in whole seconds, as it is kept."""
        return self.clock().astimezone(ZONE).replace(microsecond=0)

    def holdings(self) -> tuple[Holdings, tuple[Facts, ...]]:
        """Everything in the register now, and the facts the list is made of. One reader at a time."""
        with self.reading:
            held = self.index.holdings()
            return held, self.overview.of(held.cases)

    def common(self) -> dict[str, object]:
        """What every page's frame shows, signed in or not."""
        return {"estate": self.book.estate, "can_advance": self.advance is not None}


@dataclass(frozen=True)
class Visit:
    """One request of a signed-in person. `typed` and `files` are what its form sent, empty for a GET."""

    office: Office
    request: Request
    token: str
    session: Session
    member: Member
    typed: Mapping[str, str]
    now: datetime
    files: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def actor(self) -> Actor:
        """Who acts, with the accounts in whose matters her second word does not count yet; read once a visit."""
        office = self.office
        return actor_of(self.member, office.staff.members(), office.custody.look(), self.now)

    @property
    def language(self) -> Language:
        return self.session.language

    def say(self, section: str, code: str, **values: object) -> str:
        return self.office.pages.say(section, code, self.language, **values)

    @cached_property
    def holdings(self) -> tuple[Holdings, tuple[Facts, ...]]:
        """Everything in the register, read once a visit."""
        return self.office.holdings()

    def scan(self, text: str, language: str) -> tuple[Finding, ...]:
        """What in a text of that language may identify a person, told in the language of whoever looks."""
        return self.office.publishing.scan(text, language, self.language)

    def read_case(self) -> Stored[Case]:
        """The case of the address, as it stands now. Raises CaseNotFound, CaseErased or RecordDamaged."""
        stored = self.office.store.read(self.request.path_params["number"])
        return replace(stored, record=self.office.book.clockwork.run_on(stored.record, self.now))

    def record(self, event: str, about: str) -> None:
        """Write a line into the audit chain, before anything that must not happen unseen."""
        self.office.audit.append(at=self.now, by=self.member.account, event=event, about=about)

    @cached_property
    def names(self) -> dict[str, str]:
        """The people's names by account, read once a visit."""
        return {member.account: member.name for member in self.office.staff.members()}

    def name_of(self, account: str | None) -> str:
        """The person behind an account, in words."""
        if account in (RESIDENT, SYSTEM):
            return self.say("by", account)
        if account is None:
            return self.say("by", "nobody")
        return self.names.get(account, account)

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """The page in this person's language, with the frame around it."""
        _, everything = self.holdings
        frame = {
            **self.office.common(),
            "open_count": sum(one.is_open for one in everything),
            "counts": counters(everything, self.now),
            "me": self.member,
            "session": self.session,
            "unconfirmed": self.office.publishing.unconfirmed(),
            "may": {what: may(self.member.role, what) for what in ALLOWED},
            "name_of": self.name_of,
            "now": self.now,
            "path": self.request.url.path,
            "notice": self.session.take_notice(),
        }
        html = self.office.pages.render(template, self.language, **frame, **values)
        return HTMLResponse(html, status)

    def problem(self, status: int, code: str) -> Response:
        """A page that says what was wrong and what to do; what was typed can be copied from it."""
        return self.page("problem.html", status, code=code, kept=worth_keeping(self.typed))

    def see_other(self, path: str, notice: str = "") -> Response:
        self.session.notice = notice
        return RedirectResponse(path, 303)


_SECRET = frozenset({"csrf", "password", "current", "new", "again", "instance", "revision", "sha256"})


def worth_keeping(typed: Mapping[str, str]) -> list[str]:
    """The longer texts among what was typed, never a password or a token."""
    return [text for name, text in typed.items() if len(text) > 20 and name not in _SECRET]
