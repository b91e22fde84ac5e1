"""What the estate wrote down itself, as items that measures count: what it was, when, and how much of it was kept."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from generator.disclosure.releases.releases import release_name
from generator.site.content import Content
from generator.site.work.duties import KeptBy, Turn, turns
from generator.site.work.training import Cause
from register.content import Words
from register.sealed_standards import changed
from register.terms import Kind, Matter
from register.wording import load_wording
from register.written.improvements import Source
from register.written.inspections import Problem

NINETY_DAYS = timedelta(days=90)


@dataclass(frozen=True)
class Item:
    """What a figure rests on: the day that decides its period, and how much of it was kept."""

    day: date
    what: Words
    kept: int
    of: int = 1


def turns_of(content: Content) -> Iterator[Turn]:
    """Every turn of every duty with a rhythm, the releases' own included; a revision is no release of a period."""
    work = content.work
    published = [date.fromisoformat(one.begun.published) for one in content.current]
    begun = content.released[0].period.first if content.released else None
    for duty in work.profile.duty if work.profile else ():
        logged = [done.on for done in work.disclosures.done if done.duty == duty.id]
        yield from turns(duty, published if duty.kept_by == KeptBy.RELEASES else logged, begun)


def rounds_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.name, int(one.in_time)) for one in content.work.rounds)


def rounds_independent(content: Content) -> Iterator[Item]:
    return (Item(one.done, one.name, int(one.independent)) for one in content.work.rounds if one.done)


def points(content: Content) -> Iterator[Item]:
    for one in content.work.rounds:
        if one.done and one.checked is not None and one.passed is not None:
            yield Item(one.done, one.name, one.passed, one.checked)


def problems(content: Content) -> Iterator[tuple[date, Problem]]:
    return ((one.done, problem) for one in content.work.rounds if one.done for problem in one.problem)


def problems_found(content: Content) -> Iterator[Item]:
    return (Item(found, problem.what, 1) for found, problem in problems(content))


def problems_due(content: Content) -> Iterator[Item]:
    return (Item(problem.due, problem.what, int(problem.in_time)) for _, problem in problems(content))


def problems_repeated(content: Content) -> Iterator[Item]:
    """Each problem; kept are those that the same kind of round had found, in the same words, in the ninety days before."""
    found = [
        (one.done, (one.name.zh, problem.what.zh), problem.what)
        for one in content.work.rounds
        if one.done
        for problem in one.problem
    ]
    days: dict[tuple[str, str], list[date]] = {}
    for day, problem, _ in found:
        days.setdefault(problem, []).append(day)
    for day, problem, what in found:
        again = any(day - NINETY_DAYS <= earlier < day for earlier in days[problem])
        yield Item(day, what, int(again))


def found_on_rounds(content: Content) -> Iterator[Item]:
    """Problems found on rounds, kept; and what residents had to say themselves, complaints and repairs of the releases."""
    yield from (Item(found, problem.what, 1) for found, problem in problems(content))
    terms = load_wording("terms")
    for one in content.current:
        for kind in (Kind.COMPLAINT, Kind.REPAIR):
            said = Words(zh=terms.term(kind, "zh"), en=terms.term(kind, "en"))
            count = sum(row.count for row in one.release.performance.received if row.kind == kind)
            yield Item(one.period.last, said, 0, count)


def rechecks(content: Content) -> Iterator[Item]:
    for _, problem in problems(content):
        if problem.rechecked:
            yield Item(problem.rechecked, problem.what, int(problem.passed is True))


def improvements_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.title, int(one.in_time)) for one in content.work.improvements)


def complaint_improvements_open(content: Content) -> Iterator[Item]:
    """What was begun because of complaints and was not done on the last day of a period."""
    for one in content.current:
        last = one.period.last
        for step in content.work.improvements:
            if (
                step.source == Source.COMPLAINTS
                and step.started <= last
                and not (step.done and step.done <= last)
            ):
                yield Item(last, step.title, 1)


def effects(content: Content) -> Iterator[Item]:
    for one in content.work.improvements:
        if one.effect:
            yield Item(one.effect.on, one.title, int(one.effect.better))


def sessions_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.topic, int(one.in_time)) for one in content.work.training.session)


def tests(content: Content) -> Iterator[Item]:
    for one in content.work.training.session:
        if one.done and one.tested is not None and one.passed is not None and one.shows_result:
            yield Item(one.done, one.topic, one.passed, one.tested)


def sessions_held(content: Content) -> Iterator[Item]:
    return (Item(one.done, one.topic, 1) for one in content.work.training.session if one.done)


def sessions_after_complaints(content: Content) -> Iterator[Item]:
    for one in content.work.training.session:
        if one.done and one.cause == Cause.COMPLAINTS:
            yield Item(one.done, one.topic, 1)


def drills_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.topic, int(one.in_time)) for one in content.work.training.session if one.drill)


def certificates(content: Content) -> Iterator[Item]:
    """As they stand now: nobody writes down how they stood before, so only the newest period shows them."""
    for newest in content.current[-1:]:
        for one in content.work.training.certificate:
            yield Item(newest.period.last, one.name, min(one.held, one.required), one.required)


def disclosures_due(content: Content) -> Iterator[Item]:
    return (Item(turn.due, turn.duty.what, int(turn.in_time)) for turn in turns_of(content))


def publication(content: Content) -> Iterator[Item]:
    """From a period's last day to its first publication, in days; the day that counts is the period's last."""
    for one in content.current:
        days = (date.fromisoformat(one.begun.published) - one.period.last).days
        file = release_name(one.release.period, 1)
        yield Item(one.period.last, Words(zh=file, en=file), days)


def corrections(content: Content) -> Iterator[Item]:
    for one in content.released:
        day = date.fromisoformat(one.approval.published)
        yield from (Item(day, Words(zh=each.what), 1) for each in one.release.corrections)


def standards_changed(content: Content) -> Iterator[Item]:
    """The promises that a later version made, changed or took back, on the day it came into force."""
    for before, after in pairwise(content.standards.version):
        yield from (Item(after.effective, one.promise, 1) for one in changed(before, after))


def about(
    items: Callable[[Content], Iterable[Item]], *matters: Matter
) -> Callable[[Content], Iterable[Item]]:
    """The same items, of the rounds about these matters alone."""

    def about(content: Content) -> Iterable[Item]:
        rounds = tuple(one for one in content.work.rounds if one.matter in matters)
        narrowed, work = copy(content), copy(content.work)
        vars(work).update(rounds=rounds)
        vars(narrowed).update(work=work)  # `replace` would ask for all the rest, and so depend on it
        return items(narrowed)

    return about


def surveyed(measure: str) -> Callable[[Content], Iterable[Item]]:
    """The satisfied among the valid answers to one question, wave by wave; a withheld figure is no item."""

    def items(content: Content) -> Iterator[Item]:
        for one in content.results:
            asked = one.result.of(measure)
            if asked is not None and asked.positive is not None and asked.n:
                yield Item(one.result.closes, one.result.title, asked.positive, asked.n)

    return items
