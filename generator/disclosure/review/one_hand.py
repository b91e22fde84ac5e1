"""Acts of two people that may be one person's: found in cases, log and take-downs, by who held which account then. Pure.

Decision 0078. Nothing here refuses; it says what happened, to whoever approves, verifies or reads.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from generator.disclosure.cases.history import day_of
from generator.disclosure.drafts.takedown import CONFIRM, TakeDown
from generator.disclosure.releases.release import OneHand
from generator.disclosure.surveys.survey_closing import APPROVED, CLOSED
from register.audit import AuditLine
from register.case import Case
from register.custody import Custody, CustodyThen, Suspicion
from register.handling import first_words
from register.terms import Step

SECOND_WORDS: Final = frozenset(
    {Step.APPROVE, Step.COUNT_ONLY, Step.WITHHOLD, Step.RECONSIDER, Step.CONFIRM, Step.PAUSE}
)
# Events of the log that begin and end an act of two people, by what they are about.
PAIRS: Final = {"written_approved": "written_drafted", "except_line": "except_line"}


@dataclass(frozen=True)
class Doubted:
    """A second word, `by` whom, on a matter of `first`, that may be the same person's: `about` a case, a reference, a digest."""

    about: str
    step: str
    first: str
    by: str
    at: datetime
    why: Suspicion


def of_case(case: Case, then: CustodyThen) -> Iterator[Doubted]:
    """Every second word in a case's history that may be the first person's own."""
    for place, entry in enumerate(case.entries):
        if entry.step in SECOND_WORDS:
            before = case.model_copy(update={"entries": case.entries[:place]})
            for first in sorted(first_words(before, entry.step)):
                why = then.at(entry.at).suspicion(entry.by, first)
                if why:
                    yield Doubted(case.number, entry.step, first, entry.by, entry.at, why)


def of_log(
    lines: Iterable[AuditLine], takedowns: Iterable[TakeDown], surveys: Mapping[str, str]
) -> Iterator[Doubted]:
    """The same in what the log tells: writing, exceptions, take-downs, surveys. `surveys` are ids by their result's SHA-256."""
    custody, first = Custody(), dict[tuple[str, str], str]()
    first |= {(CONFIRM, one.ref): one.by for one in takedowns}
    for line in lines:
        custody = custody.after(line)
        about = surveys.get(line.about, "") if line.event == APPROVED else line.about
        began = first.get((line.event, about))
        why = custody.suspicion(line.by, began) if began else None
        if began and why:
            yield Doubted(about, line.event, began, line.by, line.at, why)
        for ends, begins in (*PAIRS.items(), (APPROVED, CLOSED)):
            if line.event == begins:
                first[ends, about] = line.by


def of_entries(numbers: Iterable[str], cases: Mapping[str, Case], then: CustodyThen) -> tuple[Doubted, ...]:
    """Of the cases with these numbers those whose approval, as it stands, may be the author's or the handler's own."""
    found = list[Doubted]()
    for number in sorted(cases.keys() & set(numbers)):
        last = cases[number].last(Step.APPROVE)
        standing = [one for one in of_case(cases[number], then) if last and one.at == last.at]
        found += standing[:1]
    return tuple(found)


def as_published(doubts: tuple[Doubted, ...]) -> OneHand | None:
    """What the public is told: how many entries, and since when; no names. None where there is nothing to tell."""
    if not doubts:
        return None
    return OneHand(entries=len(doubts), since=day_of(min(one.why.at for one in doubts)).isoformat())


def by_pair(doubts: Iterable[Doubted]) -> Mapping[tuple[str, str], list[Doubted]]:
    """The doubts of each two accounts together, whoever had the first word."""
    pairs: dict[tuple[str, str], list[Doubted]] = {}
    for one in doubts:
        low, high = sorted((one.first, one.by))
        pairs.setdefault((low, high), []).append(one)
    return dict(sorted(pairs.items()))


def in_short(why: Suspicion) -> str:
    """`sunli ← liweidong 2026-03-01`: whose first password, from whom, on which day."""
    return f"{why.account} ← {why.by} {day_of(why.at).isoformat()}"
