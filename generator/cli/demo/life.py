"""Eighteen months of an estate, lived in order of time: receipts, steps, releases; each through the real code."""

import heapq
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from generator.cli.demo.luck import Luck
from generator.cli.demo.people import FRONT_DESK, households
from generator.cli.demo.plans import Act, Chances, Planner
from generator.cli.demo.stories import Stories, Told, read_stories, tell, tell_objection
from generator.disclosure.cases.period import Period
from register.case import Case, Contact
from register.clockwork import Clockwork
from register.handling import RESIDENT, take_step
from register.settings import ZONE
from register.store import FolderStore
from register.stored import Stored
from register.terms import Channel, Kind, Urgency

A_MONTH = 25
CHANNELS = (
    (Channel.WEB, 11),
    (Channel.PHONE, 7),
    (Channel.COUNTER, 4),
    (Channel.WECHAT, 2),
    (Channel.REFERRED, 1),
)
# The last days are busy and the office falls behind, so that the desk has something to show.
BUSY_DAYS, BUSY_ARRIVALS, FALLING_BEHIND = 11, 14, Chances(late=0.4)
# By how much each month of the year is busier or quieter than the average.
SEASON = {2: 0.75, 6: 1.15, 7: 1.35, 8: 1.25, 12: 0.9}

REPEATED_WITHIN = timedelta(days=90)
# How often what is named without a place is the same place again, and how often somebody objects after a release.
SAME_PLACE, OBJECTED = 0.04, 0.75


@dataclass(frozen=True)
class Arrival:
    """A resident turns up: with what, when, through which channel; `entry` is the published one she objects to."""

    at: datetime
    told: Told
    contact: Contact
    channel: Channel
    publish: bool
    entry: str = ""


Receive = Callable[[Arrival], Case]
Publish = Callable[[Period, datetime], Sequence[str]]
Progress = Callable[[str], None]
Event = tuple[datetime, Callable[[datetime], None]]


@dataclass
class Life:
    """The events to come, and the hands that carry them out."""

    store: FolderStore
    clockwork: Clockwork
    chance: Random
    receive: Receive
    publish: Publish
    a_month: float = A_MONTH
    _events: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=itertools.count)
    _kept: dict[str, Stored[Case]] = field(default_factory=dict)
    _latest: dict[tuple[str, str], tuple[datetime, str]] = field(default_factory=dict)

    def live(
        self,
        first: Period,
        last: Period,
        lag_days: int,
        until: datetime,
        progress: Progress,
        events: Iterable[Event] = (),
    ) -> None:
        """From the first day of `first` until the moment; every period up to `last` is released when it may be.

        `events` are what happens besides, each at its moment.
        """
        for at, happen in events:
            self._at(at, happen)
        usual, behind = Planner(Luck(self.chance)), Planner(Luck(self.chance), FALLING_BEHIND)
        busy = until - timedelta(days=BUSY_DAYS)
        for arrival in self._arrivals(first, until):
            planner = usual if arrival.at < busy else behind
            self._at(arrival.at, partial(self._received, arrival, planner))
        period = first
        while period <= last:
            ready = datetime.combine(period.last + timedelta(days=lag_days + 2), time(10, 0), ZONE)
            self._at(min(ready, until), partial(self._released, period, progress))
            period = period.next()
        while self._events and self._events[0][0] <= until:
            at, _, happen = heapq.heappop(self._events)
            happen(at)

    def _at(self, moment: datetime, happen: Callable[[datetime], None]) -> None:
        heapq.heappush(self._events, (moment, next(self._order), happen))

    def _arrivals(self, first: Period, until: datetime) -> list[Arrival]:
        stories, homes = read_stories(), households(self.chance)
        arrivals = [self._arrival(day, stories, homes) for day in list(self._days(first, until))]
        return sorted((a for a in arrivals if a.at < until), key=lambda arrival: arrival.at)

    def _days(self, first: Period, until: datetime) -> Iterator[date]:
        """A day for every arrival: each month as busy as its season, and more in the last days."""
        month = Period(first.year, first.month, 1)
        while month.first <= until.date():
            average = self.a_month * SEASON.get(month.month, 1.0)
            for _ in range(round(self.chance.gauss(average, 2.5))):
                yield month.first + timedelta(days=self.chance.randrange((month.last - month.first).days + 1))
            month = month.next()
        for _ in range(BUSY_ARRIVALS):
            yield until.date() - timedelta(days=self.chance.randrange(BUSY_DAYS))

    def _arrival(self, day: date, stories: Stories, homes: Sequence[Contact]) -> Arrival:
        told = tell(stories, self.chance)
        return Arrival(
            at=self._moment(day, told.story.urgency == Urgency.EMERGENCY),
            told=told,
            contact=self.chance.choice(homes),
            channel=self._channel(told),
            publish=self.chance.random() > 0.05,
        )

    def _moment(self, day: date, any_hour: bool) -> datetime:
        hours = range(24) if any_hour else (7, 8, 9, 10, 11, 14, 15, 17, 19, 20, 21)
        at = time(self.chance.choice(hours), self.chance.randrange(60), self.chance.randrange(60))
        return datetime.combine(day, at, ZONE)

    def _channel(self, told: Told) -> Channel:
        if told.story.urgency == Urgency.EMERGENCY:
            return Channel.PHONE
        return self.chance.choices([c for c, _ in CHANNELS], [w for _, w in CHANNELS])[0]

    def _received(self, arrival: Arrival, planner: Planner, at: datetime) -> None:
        case = self.receive(arrival)
        self._kept[case.number] = self.store.read(case.number)
        repeats = self._repeated(arrival, case.number)
        for act in planner.acts(arrival.told, arrival.at, arrival.publish, repeats):
            self._at(act.at, partial(self._acted, case.number, act))

    def _repeated(self, arrival: Arrival, number: str) -> str | None:
        """The earlier case of the same sort at the same place; where no place is named, now and then."""
        story, place = arrival.told.story, arrival.told.place
        if story.kind not in (Kind.COMPLAINT, Kind.REPAIR) or story.spam or arrival.entry:
            return None
        before, earlier = self._latest.get((story.zh, place), (arrival.at - REPEATED_WITHIN, ""))
        self._latest[story.zh, place] = (arrival.at, number)
        alike = bool(place) or self.chance.random() < SAME_PLACE
        return earlier or None if alike and arrival.at - before < REPEATED_WITHIN else None

    def _acted(self, number: str, act: Act, at: datetime) -> None:
        stored = self._kept[number]
        said = act.say(stored.record)
        changed = take_step(
            stored.record, act.step, by=act.by, at=at, particulars=said, clockwork=self.clockwork
        )  # fmt: skip
        self._kept[number] = self.store.replace(stored, changed)

    def _released(self, period: Period, progress: Progress, at: datetime) -> None:
        progress(str(period))
        published = self.publish(period, at)
        if published and self.chance.random() < OBJECTED:
            told, homes = tell_objection(read_stories(), self.chance), households(self.chance)
            moment = self._moment(at.date() + timedelta(days=self.chance.randint(1, 20)), any_hour=False)
            entry, contact = self.chance.choice(published), self.chance.choice(homes)
            arrival = Arrival(moment, told, contact, Channel.WEB, publish=False, entry=entry)
            self._at(moment, partial(self._received, arrival, Planner(Luck(self.chance))))


def entered_by(channel: Channel) -> str:
    """Who typed the case in: the resident herself on the web, the front desk otherwise."""
    return RESIDENT if channel == Channel.WEB else FRONT_DESK.account
