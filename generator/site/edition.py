"""An edition: the site in one language. Every page is made from one, so that both languages say the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import wraps
from typing import Any, TypeVar

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.content import Content
from generator.site.figures.figures import FigureBook, FigureView, make_book
from generator.site.figures.recorded import figures_of
from generator.site.reads import DAY, Reads, watched, watched_content
from generator.site.words.prose import to_html
from generator.site.words.render import link, make_environment, phone_link, render
from generator.site.words.voice import Voice
from register.standards import Version

T = TypeVar("T")
SETTLED: dict[str, Callable[["Edition"], Any]] = {}
"""What is worked out once for an edition and may be the same although the day or the content is another, by name."""


@dataclass(frozen=True)
class Page:
    """A finished page: `address` is its path below the language's root, "" for the home page."""

    address: str
    title: str
    description: str
    body: str


@dataclass(frozen=True)
class Edition:
    """Content and a voice, on a given day.

    `unscanned`: made without the register, so not to be published. `origin` is the public address without a path,
    for feeds and QR codes; empty where it is not known, and then neither says more than a path.
    """

    content: Content
    voice: Voice
    today: date
    unscanned: bool = False
    origin: str = ""
    reads: Reads = field(init=False, default_factory=Reads, compare=False, repr=False)

    @property
    def figures(self) -> Mapping[str, Mapping[str, Figure]]:
        """Every figure by period and measure, the same in every language."""
        current = self.content.current
        return self.reads.shared(
            "figures", lambda: {one.release.period: figures_of(self.content, one) for one in current}
        )

    @property
    def book(self) -> FigureBook:
        return self.reads.shared(
            f"book {self.voice.language}", lambda: make_book(self.content, self.voice, self.figures)
        )

    @property
    def version(self) -> Version:
        """The standards in force today."""
        return version(self)

    @property
    def latest(self) -> ReleasedPeriod | None:
        return self.content.latest

    def judged(self) -> list[FigureView]:
        """The latest period's figures that have a target and data; empty before the first release."""
        latest = self.book.period(self.book.periods[-1]) if self.latest else []
        return [view for view in latest if view.met is not None]

    @property
    def data_up_to(self) -> date | None:
        return date.fromisoformat(self.latest.release.data_up_to) if self.latest else None

    @property
    def next_update(self) -> date:
        """The first day on which the next period may be released: its end and the lag."""
        periods = self.content.rules.periods
        coming = self.latest.period.next() if self.latest else Period.holding(self.today, periods.length)
        return coming.last + timedelta(days=periods.lag_days)

    @property
    def environment(self) -> Any:
        return self.reads.shared(f"environment {self.voice.language}", self._environment)

    def _environment(self) -> Any:
        environment = make_environment(self.voice)
        environment.globals.update(
            estate=self.content.estate,
            rules=self.content.rules,
            latest=self.latest,
            head=self.content.head,
            data_up_to=self.data_up_to,
            next_update=self.next_update,
        )
        return environment

    def link(self, address: str = "") -> str:
        return link(self.voice.language, address)

    def fragment(self, template: str, **values: Any) -> str:
        return render(self.environment, template, values)

    def page(self, address: str, title: str, described: str, template: str, **values: Any) -> Page:
        """A page from its template; `described` is the code of its description in the wording."""
        named = {key: values[key] for key in ("period", "matter", "name") if isinstance(values.get(key), str)}
        estate = self.content.estate.name.say(self.voice.language)
        description = self.voice.say("describe", described, estate=estate, **named)
        return Page(address, title, description, self.fragment(template, title=title, **values))

    def prose(self, name: str) -> str:
        """A prose page as HTML, with what the rules and the estate say filled in."""
        estate, rules, language = self.content.estate, self.content.rules, self.voice.language
        values = {
            "estate": estate.name.say(language),
            "company": estate.company.name.say(language),
            "address": estate.company.address.say(language),
            "contact_months": rules.retention.contact_months,
            "case_months": rules.retention.case_months,
            "lag_days": rules.periods.lag_days,
            "objection_days": rules.periods.objection_days,
            "k": rules.thresholds.k,
            "percent_from": rules.thresholds.percent_from,
            "median_from": rules.thresholds.median_from,
            "survey_from": rules.thresholds.survey_from,
            "longest": rules.summaries.longest_zh if language == "zh" else rules.summaries.longest_en,
            "service_phone": phone_link(estate.phones.service),
            "supervision_phone": phone_link(estate.phones.supervision),
        }
        return to_html(self.content.prose[language, name], values, f"content/pages/{language}/{name}.md")

    def newest_first(self) -> Iterator[ReleasedPeriod]:
        return reversed(self.content.current)


def editions_of(
    content: Content, voices: Iterable[Voice], today: date, *, unscanned: bool = False, origin: str = ""
) -> list[Edition]:
    """The editions of one site. They share what they note of their content, and what is the same in every language."""
    reads = Reads()
    seen = watched_content(content, reads)
    editions = [Edition(seen, voice, today, unscanned, origin) for voice in voices]
    for edition in editions:
        vars(edition).update(
            reads=reads
        )  # of its own from birth, so that an edition with other content works out anew
    return [watched(edition, reads, {DAY: DAY}) for edition in editions]


def settled(make: Callable[[Edition], T]) -> Callable[[Edition], T]:
    """A value that is worked out once for all editions. What is made from it depends on the value alone.

    Equal values must look equal when Python writes them, and different ones different.
    """
    return _settled(make, lambda edition: make.__name__)


def settled_in_language(make: Callable[[Edition], T]) -> Callable[[Edition], T]:
    """The same for a value that each edition has of its own."""
    return _settled(make, lambda edition: f"{make.__name__}.{edition.voice.language}")


def _settled(make: Callable[[Edition], T], name: Callable[[Edition], str]) -> Callable[[Edition], T]:
    @wraps(make)
    def take(edition: Edition) -> T:
        return edition.reads.settled(name(edition), lambda: make(edition))

    SETTLED[make.__name__] = take
    return take


@settled
def version(edition: Edition) -> Version:
    """The standards in force on the edition's day."""
    return edition.content.standards.in_force(edition.today)
