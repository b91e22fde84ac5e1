"""Made-up records for tests: keyword arguments, sensible defaults, everything through the real code."""

from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from register.case import Case, Contact, Submission
from register.handling import THE_RESIDENT, Actor, take_step
from register.intake import open_case
from register.keys import Keys
from register.publication import publication, summary_digest
from register.receipt import Instance
from register.rules import Periods, Thresholds
from register.settings import ZONE, Book, read_book
from register.store import FolderStore
from register.terms import Channel, Kind, Language, Matter, Role, Step, Urgency

PROJECT = Path(__file__).resolve().parent.parent
KEYS = Keys(bytes(range(32)))
MONDAY = datetime(2026, 7, 6, 9, 0, tzinfo=ZONE)

HANDLER = Actor("wangfang", Role.HANDLER)
ENGINEER = Actor("zhaoqiang", Role.HANDLER)
REVIEWER = Actor("sunli", Role.REVIEWER)
MANAGER = Actor("liweidong", Role.MANAGER)


@lru_cache
def book() -> Book:
    """The book of the project's own template content."""
    return read_book(PROJECT / "content")


def periods(**change: Any) -> Periods:
    """The project's own periods with something changed."""
    return book().rules.periods.model_copy(update=change)


def thresholds(**change: Any) -> Thresholds:
    return book().rules.thresholds.model_copy(update=change)


def submission(**change: Any) -> Submission:
    values: dict[str, Any] = {
        "kind": Kind.COMPLAINT,
        "matter": Matter.HYGIENE,
        "urgency": Urgency.ORDINARY,
        "channel": Channel.WEB,
        "language": Language.ZH,
        "form": "f" * 64,
        "consent": "c" * 64,
        "received": MONDAY,
        "publish": True,
        "answers": {"what": "楼道垃圾两天没有清运。", "place": "5号楼2单元"},
    }
    return Submission(**{**values, **change})


def contact(**change: Any) -> Contact:
    return Contact(**{"name": "陈建国", "phone": "13812345678", "room": "5-2-1203", **change})


def instance(number: int = 1, year: int = 2026) -> Instance:
    return Instance(number.to_bytes(16), year)


def kept_case(store: FolderStore, number: int = 1, **change: Any) -> Case:
    """A case opened in the store through the real intake; every number is another home's."""
    sent = submission(**change)
    return open_case(
        sent,
        contact(room=f"5-2-{1202 + number}"),
        instance=instance(number, sent.received.year),
        keys=KEYS,
        store=store,
        clockwork=book().clockwork,
    ).case


def step(
    case: Case, step: Step, *, by: Actor = HANDLER, after: timedelta = timedelta(hours=1), **particulars: Any
) -> Case:
    """The case with one more step, an hour later unless said otherwise."""
    at = case.entries[-1].at + after
    return take_step(case, step, by=by, at=at, particulars=particulars, clockwork=book().clockwork)


def assigned(case: Case) -> Case:
    """The case taken from receipt to the person who handles it."""
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    return step(case, Step.ASSIGN, to=ENGINEER.account, post="cleaning")


def answered(case: Case, **change: Any) -> Case:
    """The case taken from receipt to its answer."""
    case = assigned(case)
    case = step(case, Step.INVESTIGATE, by=ENGINEER, findings="现场核实，清运班次漏排。")
    said = {
        "outcome": "rectified",
        "measures": ["cleaned", "schedule_changed"],
        "text": "已清运并补排班次。",
        **change,
    }
    return step(case, Step.ANSWER, by=ENGINEER, **said)


def fed_back(case: Case, satisfaction: str = "satisfied") -> Case:
    return step(answered(case), Step.FEED_BACK, satisfaction=satisfaction)


def approved(case: Case, zh: str = "楼道垃圾清运不及时，已清运并调整班次。", en: str = "") -> Case:
    """The case fed back, with a public summary that another person approved."""
    case = step(fed_back(case), Step.SUMMARISE, zh=zh, en=en)
    summary = publication(case).summary
    assert summary is not None
    return step(case, Step.APPROVE, by=REVIEWER, sha256=summary_digest(summary), read_all=True)


def objected(case: Case) -> Case:
    return step(case, Step.OBJECT, by=THE_RESIDENT, text="请不要公开。")
