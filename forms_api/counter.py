"""The counter: what every endpoint needs, put together once when the app is made."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from threading import Lock

from forms_api.answers import AskedForm, ask
from forms_api.delays import Delays
from forms_api.description import Notice, read_forms
from forms_api.enclosures import Room
from forms_api.floods import Floods
from forms_api.guard import Hosts
from forms_api.instance import draw_instance, sign_instance
from forms_api.pages import Pages, make_pages
from forms_api.staging import Staging
from forms_api.together import Together
from register.case import Case
from register.errors import StorageFailed
from register.index import Index
from register.keys import Draw, Keys, read_keys
from register.photo_store import PhotoStore
from register.receipt import query_tag
from register.settings import ZONE, Book, Clock, Home
from register.store import FolderStore
from register.stored import Stored
from register.surveys.survey import Survey, read_surveys
from register.surveys.survey_store import SurveyStore

Pause = Callable[[float], Awaitable[None]]


@dataclass(frozen=True)
class Counter:
    """One estate's counter. The clock, the source of randomness and the pause come from the edge."""

    home: Home
    book: Book
    forms: dict[str, AskedForm]
    notice: Notice
    pages: Pages
    keys: Keys
    store: FolderStore
    staging: Staging
    index: Index
    hosts: Hosts
    clock: Clock
    draw: Draw
    pause: Pause
    surveys: dict[str, Survey] = field(default_factory=dict)
    room: Room = field(default_factory=Room)
    delays: Delays = field(default_factory=Delays)
    floods: Floods = field(default_factory=Floods)
    together: Together = field(default_factory=Together)
    reading: Lock = field(default_factory=Lock)

    @cached_property
    def consent(self) -> str:
        """The digest of the notice, kept with every submission: it says what was consented to."""
        return self.notice.digest

    def now(self) -> datetime:
        """The moment in the estate's zone."""
        return self.clock().astimezone(ZONE)

    def fresh_token(self, form: str, digest: str) -> str:
        """A newly drawn, signed form instance."""
        return sign_instance(self.keys, draw_instance(form, digest, now=self.now(), draw=self.draw))

    def survey_store(self, survey: Survey) -> SurveyStore:
        """The store of a wave. Raises StorageFailed where its folder cannot be made."""
        return SurveyStore(self.home.surveys, survey, self.keys)

    def find(self, code: str) -> Stored[Case] | None:
        """The case a query code opens. One reader at a time: the index is shared between threads."""
        with self.reading:
            return self.index.by_query(query_tag(self.keys, code))


def open_counter(home: Home, book: Book, *, clock: Clock, draw: Draw, pause: Pause) -> Counter:
    """Read the forms and the keys, and open the store. Raises SettingsRefused with every fault."""
    descriptions, notice = read_forms(home.content / "forms")
    retention = book.rules.retention
    store = FolderStore(home.register)
    staging = Staging(home.var / "staged", PhotoStore(home.register), clock=clock, draw=draw)
    with suppress(StorageFailed):  # a disk in trouble is told by every request; it need not shut the counter
        store.sweep()
        staging.sweep()
    return Counter(
        home=home,
        book=book,
        forms={name: ask(description) for name, description in descriptions.items()},
        notice=notice.filled(
            contact_months=retention.contact_months, case_months=retention.case_months
        ),
        pages=make_pages(book.estate),
        keys=read_keys(home.key_file),
        store=store,
        staging=staging,
        index=Index(store),
        hosts=Hosts(home.portal.origin),
        clock=clock,
        draw=draw,
        pause=pause,
        surveys={survey.id: survey for survey in read_surveys(home.content)},
    )  # fmt: skip
