"""An estate in memory or in a folder, for tests of the gate: cases with whole lives, drafted and released by real code."""

import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from generator.disclosure.cases.history import as_of
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Draft, Refused, compile_release
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.ledger import append_batch
from generator.disclosure.releases.materials import Materials, read_materials
from generator.disclosure.releases.release import Approval
from generator.disclosure.releases.releases import ReleasedPeriod, release_name
from generator.disclosure.releases.settlement import Settlement
from generator.disclosure.review.approval import publish
from generator.disclosure.scan import Judged
from register.audit import AuditLog
from register.case import Case, Tombstone
from register.handling import THE_RESIDENT, Actor
from register.index import Holdings, Index
from register.keys import make_keys
from register.publication import publication, summary_digest
from register.settings import ZONE, Book, Home, read_book, read_home
from register.signoff import SignOff
from register.store import FolderStore
from register.stored import Stored
from register.terms import EraseReason, Kind, Matter, Step
from tests import factories
from tests.factories import MANAGER, PROJECT, REVIEWER, answered, step

Q3, Q4, Q1 = Period.parse("2026-Q3"), Period.parse("2026-Q4"), Period.parse("2027-Q1")
RELEASED_ON = {
    Q3: datetime(2026, 10, 20, 9, tzinfo=ZONE),
    Q4: datetime(2027, 1, 20, 9, tzinfo=ZONE),
    Q1: datetime(2027, 4, 20, 9, tzinfo=ZONE),
}


@dataclass(frozen=True)
class Found:
    """What a scan says that knows no register: nobody's judgement changes it."""

    hold: bool

    def holds(self, judged: Judged, text: str) -> bool:
        return self.hold


def clean(text: str, language: str) -> Found:
    """A scan that finds nothing but the word it is told to find."""
    return Found("陈建国" in text or "Chen" in text)


def at(month: int, day: int, hour: int = 9, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=ZONE)


def book(start: str = "2026-07", **thresholds: int) -> Book:
    """The project's own book, with another first period and other thresholds."""
    whole = factories.book()
    rules = whole.rules.model_copy(
        update={
            "periods": whole.rules.periods.model_copy(update={"start": start}),
            "thresholds": whole.rules.thresholds.model_copy(update=thresholds),
        }
    )
    return Book(whole.estate, whole.people, rules, whole.standards, whole.calendar)


class Nowhere:
    """A store that keeps nothing: the case itself is what a test wants."""

    def add(self, case: Case) -> Stored[Case]:
        return Stored(case, "-")


def opened(number: int = 1, **change: Any) -> Case:
    """A received case in memory, through the real intake."""
    return factories.kept_case(Nowhere(), number, **change)  # type: ignore[arg-type]


def summarised(case: Case, **change: Any) -> Case:
    said = {
        "zh": "楼道垃圾清运不及时，已清运并调整班次。",
        "en": "Collected; the schedule was changed.",
        **change,
    }
    return step(case, Step.SUMMARISE, **said)


def approved(case: Case, after: timedelta = timedelta(hours=1)) -> Case:
    """The summarised case, approved by another person."""
    summary = publication(case).summary
    assert summary is not None
    return step(case, Step.APPROVE, by=REVIEWER, after=after, sha256=summary_digest(summary), read_all=True)


def fed_back(case: Case, satisfaction: str = "satisfied", **change: Any) -> Case:
    return step(answered(case, **change), Step.FEED_BACK, satisfaction=satisfaction)


def finished(case: Case, after: timedelta = timedelta(hours=1)) -> Case:
    """A repair taken from receipt to its finish and feedback."""
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="engineering")
    case = step(case, Step.ARRIVE)
    said = {"outcome": "rectified", "measures": ["repaired"], "text": "已修复。"}
    case = step(case, Step.FINISH, after=after, **said)
    return step(case, Step.FEED_BACK, satisfaction="fairly_satisfied")


def listable(case: Case) -> Case:
    return approved(summarised(finished(case) if case.kind == Kind.REPAIR else fed_back(case)))


def withheld(case: Case) -> Case:
    case = step(fed_back(case), Step.WITHHOLD, by=REVIEWER, reason="privacy")
    return step(case, Step.WITHHOLD, by=MANAGER, reason="privacy")


def paused(case: Case) -> Case:
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="engineering")
    return step(case, Step.PAUSE, reason="awaiting_parts")


def sent_back(case: Case) -> Case:
    return step(summarised(fed_back(case)), Step.SEND_BACK, by=REVIEWER, text="请写明措施。")


# Every way a case can go, by name; each takes a received case.
LIVES: dict[str, Callable[[Case], Case]] = {
    "listable": listable,
    "received": lambda case: case,
    "acknowledged": lambda case: step(case, Step.ACKNOWLEDGE),
    "paused": paused,
    "answered": answered,
    "no_summary": fed_back,
    "not_reviewed": lambda case: summarised(fed_back(case)),
    "sent_back": sent_back,
    "late_summary": lambda case: approved(summarised(fed_back(case)), after=timedelta(days=60)),
    "late_closing": lambda case: approved(
        summarised(step(answered(case), Step.FEED_BACK, after=timedelta(days=70), satisfaction="no_answer"))
    ),
    "scan_found": lambda case: approved(summarised(fed_back(case), zh="陈建国反映的问题已处理。")),
    "marked_sensitive": lambda case: summarised(fed_back(case), sensitive=("health",)),
    "sensitive": lambda case: step(
        summarised(fed_back(case), sensitive=("health",)), Step.COUNT_ONLY, by=REVIEWER, reason="sensitive"
    ),
    "objection_noted": lambda case: step(listable(case), Step.OBJECT, text="业主来电要求不公开。"),
    "counted": lambda case: step(fed_back(case), Step.COUNT_ONLY, by=REVIEWER, reason="reviewer_decided"),
    "objected": lambda case: factories.objected(listable(case)),
    "withdrawn": lambda case: step(case, Step.WITHDRAW, by=THE_RESIDENT),
    "withheld": withheld,
    "withholding_proposed": lambda case: step(fed_back(case), Step.WITHHOLD, by=REVIEWER, reason="spam"),
    "on_hold": lambda case: step(listable(case), Step.HOLD, reason="spam_suspected"),
    "reopened": lambda case: step(listable(case), Step.REOPEN, by=REVIEWER, text="问题再次出现。"),
    "taken_down": lambda case: step(listable(case), Step.TAKE_DOWN, reason="identifies_person"),
}


def holdings(cases: Iterable[Case], erased: Iterable[Tombstone] = ()) -> Holdings:
    gone = {stone.number: stone for stone in erased}
    kept = {case.number: Stored(case, "-") for case in cases if case.number not in gone}
    return Holdings(kept, gone, ())


@dataclass
class Estate:
    """Cases with whole lives; each release sees of them what had happened by then. All in memory."""

    cases: Sequence[Case]
    book: Book = field(default_factory=book)
    seed: int = 1
    erased: Sequence[tuple[datetime, str]] = ()
    why: EraseReason = EraseReason.RESIDENT_ASKED
    released: tuple[ReleasedPeriod, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    ledger: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def holdings(self, now: datetime) -> Holdings:
        known = [as_of(case, now) for case in self.cases if case.received < now]
        gone = {number for moment, number in self.erased if moment < now}
        stones = [Tombstone.of(case, self.why) for case in known if case.number in gone]
        return holdings(known, stones)

    def materials(self, period: Period, now: datetime | None = None, **change: Any) -> Materials:
        now = now or RELEASED_ON[period]
        values = {
            "holdings": self.holdings(now),
            "book": self.book,
            "released": self.released,
            "settlements": self.settlements,
            "ledger": self.ledger,
            "origin": "cuihu.example/ledger",
            "scan": clean,
            "draw": self._random.randbytes,
            "keys": factories.KEYS,
        }
        return Materials(period=period, now=now, **{**values, **change})

    def draft(self, period: Period, now: datetime | None = None, **change: Any) -> Draft:
        made = compile_release(self.materials(period, now, **change))
        assert isinstance(made, Draft), made
        return made

    def refused(self, period: Period, now: datetime | None = None, **change: Any) -> Refused:
        made = compile_release(self.materials(period, now, **change))
        assert isinstance(made, Refused)
        return made

    def release(self, *periods: Period) -> list[Draft]:
        """Draft and publish one period after the other, in memory."""
        drafts = []
        for period in periods:
            draft = self.draft(period)
            self.released = (*self.released, released(draft))
            self.settlements = (*self.settlements, draft.settlement)
            self.ledger = append_batch(self.ledger, draft.batch)
            drafts.append(draft)
        return drafts


def released(draft: Draft) -> ReleasedPeriod:
    approval = Approval(
        period=draft.period,
        revision=1,
        sha256=draft.sha256,
        published="2026-10-20",
        role="reviewer",
        audit="a" * 64,
    )
    return ReleasedPeriod(draft.release, approval, draft.sha256, release_name(draft.period, 1))


class Folder:
    """An estate's folder on disk, with the project's content and the real store."""

    def __init__(self, folder: Path, start: str = "2026-07") -> None:
        shutil.copytree(
            PROJECT / "content", folder / "content", ignore=shutil.ignore_patterns("releases", "ledger")
        )
        rules = folder / "content" / "rules.toml"
        text = rules.read_text(encoding="utf-8").replace('start = "2025-01"', f'start = "{start}"')
        rules.write_text(text, encoding="utf-8")
        (folder / "portal.toml").write_text(
            'origin = "https://cuihu.example"\ndesk_origin = "https://desk.cuihu.example"\n', encoding="utf-8"
        )
        self.home: Home = read_home(folder)
        make_keys(self.home.key_file, lambda length: factories.KEYS.secret)
        self.book = read_book(self.home.content)
        self.places = Places.of(self.home)
        self.store = FolderStore(self.home.register)
        self.audit = AuditLog(self.home.audit_file, draw=bytes)  # one salt for all: estates are compared
        self._random = random.Random(7)

    def open(self, number: int, **change: Any) -> Case:
        return factories.kept_case(self.store, number, **change)

    def change(self, case: Case) -> Case:
        """Keep the case as it is now, in the place of what the store holds."""
        return self.store.replace(self.store.read(case.number), case).record

    def materials(self, period: Period, now: datetime | None = None) -> Materials:
        return read_materials(
            self.home,
            self.book,
            Index(self.store).holdings(),
            period,
            scan=clean,
            draw=self._random.randbytes,
            now=now or RELEASED_ON[period],
        )

    def draft(self, period: Period, now: datetime | None = None) -> Draft:
        made = compile_release(self.materials(period, now))
        assert isinstance(made, Draft), made
        return made

    def publish(self, draft: Draft, by: Actor = REVIEWER, now: datetime | None = None) -> Approval:
        return publish(
            draft,
            SignOff(draft.sha256, by, now or RELEASED_ON[Period.parse(draft.period)]),
            places=self.places,
            audit=self.audit,
        )

    def files(self) -> dict[str, bytes]:
        """Every file the gate wrote, but for the audit log, which may hold an approval twice, and the lock."""
        roots = (self.places.releases, self.places.ledger, self.places.settlements, self.places.drafts)
        found = [path for root in roots if root.is_dir() for path in root.rglob("*") if path.is_file()]
        return {
            str(path.relative_to(self.home.folder)): path.read_bytes()
            for path in found
            if path.name != "lock"
        }


def some_cases(count: int = 12, life: str = "listable", first: int = 1, **change: Any) -> list[Case]:
    """Cases with the same life, received an hour apart from 6 July on."""
    change = {"received": factories.MONDAY, **change}
    begun = change.pop("received")
    return [
        LIVES[life](opened(first + i, received=begun + timedelta(hours=i), **change)) for i in range(count)
    ]


def spread(matters: dict[Matter, int], life: str = "listable", **change: Any) -> list[Case]:
    """As many cases of each matter as asked for."""
    cases: list[Case] = []
    for matter, count in matters.items():
        cases += some_cases(count, life, len(cases) + 1, matter=matter, **change)
    return cases
