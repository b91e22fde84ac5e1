"""The estate's own records in dates and numbers, as they stood on the last day of a period that they are about."""

from collections.abc import Iterable
from datetime import date

from generator.disclosure.cases.period import Period
from generator.disclosure.cases.published import to_bytes
from generator.disclosure.releases.own_records import ProblemFacts, RecordFacts
from generator.site.work.reading import Work
from generator.site.work.training import Session
from register.written.improvements import Improvement
from register.written.inspections import Problem, Round


def facts_of(work: Work, period: Period) -> tuple[RecordFacts, ...]:
    """Every record with a day in the period, in an order of their own: that of the files may be changed."""
    facts = [
        *(_round(one, period.last) for one in work.rounds if _touches(_days_of_round(one), period)),
        *(_improvement(one, period.last) for one in work.improvements if _touches(_days_of(one), period)),
        *(
            _session(one, period.last)
            for one in work.training.session
            if _touches((one.due, one.done), period)
        ),
    ]
    return tuple(sorted(facts, key=to_bytes))


def _touches(days: Iterable[date | None], period: Period) -> bool:
    return any(day in period for day in days if day)


def _days_of_round(one: Round) -> Iterable[date | None]:
    yield from (one.due, one.done)
    for problem in one.problem:
        yield from (problem.due, problem.rectified, problem.rechecked)


def _days_of(one: Improvement) -> Iterable[date | None]:
    return one.started, one.due, one.done, one.effect.on if one.effect else None


def _round(one: Round, last: date) -> RecordFacts:
    done = _by(one.done, last)
    return RecordFacts(
        kind="round",
        due=one.due.isoformat(),
        matter=one.matter,
        independent=one.independent,
        done=done,
        counted=one.checked if done else None,
        passed=one.passed if done else None,
        problems=tuple(sorted((_problem(each, last) for each in one.problem), key=to_bytes)) if done else (),
    )


def _problem(one: Problem, last: date) -> ProblemFacts:
    rechecked = _by(one.rechecked, last)
    return ProblemFacts(
        due=one.due.isoformat(),
        rectified=_by(one.rectified, last),
        rechecked=rechecked,
        passed=one.passed if rechecked else None,
    )


def _improvement(one: Improvement, last: date) -> RecordFacts:
    measured = _by(one.effect.on, last) if one.effect else None
    return RecordFacts(
        kind="improvement",
        due=one.due.isoformat(),
        matter=one.matter,
        cause=one.source,
        started=_by(one.started, last),
        done=_by(one.done, last),
        measured=measured,
        passed=int(one.effect.better) if one.effect and measured else None,
    )


def _session(one: Session, last: date) -> RecordFacts:
    """Without the result of so few that it would tell of persons."""
    done = _by(one.done, last)
    shown = done is not None and one.shows_result
    return RecordFacts(
        kind="session",
        due=one.due.isoformat(),
        cause=one.cause,
        drill=one.drill,
        done=done,
        counted=one.tested if shown else None,
        passed=one.passed if shown else None,
    )


def _by(day: date | None, last: date) -> str | None:
    """A day that was past on the period's last one."""
    return day.isoformat() if day and day <= last else None
