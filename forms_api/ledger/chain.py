"""From what a row says was done to the steps that say so in a case: their order, particulars and moments. Pure.

A row often gives a day where a step wants a moment, or none at all. Then the moment is the latest one possible: a day's
last minute, or that of the step that follows. So a limit is never kept on paper only.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from forms_api.ledger.columns import Column, Moment, Value, Values
from register.case import Case
from register.terms import Kind, Measure, Outcome, Post, Satisfaction, Status, Step

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_HANDLED = frozenset(
    {Column.RESPONSIBLE, Column.POST, Column.FINDINGS, Column.OUTCOME, Column.MEASURES, Column.ANSWER,
     Column.ANSWERED, Column.SATISFACTION, Column.FED_BACK}
)  # fmt: skip
_ANSWERED = frozenset(
    {Column.OUTCOME, Column.MEASURES, Column.ANSWER, Column.ANSWERED, Column.SATISFACTION, Column.FED_BACK}
)
_FED_BACK = frozenset({Column.SATISFACTION, Column.FED_BACK})


class ChainRefused(Exception):
    """What the row says cannot have happened like that. `column` is where to look."""

    def __init__(self, code: str, column: Column | None = None) -> None:
        self.code = code
        self.column = column
        super().__init__(code)


@dataclass(frozen=True)
class Taken:
    """A step to be taken at a moment."""

    step: Step
    at: datetime
    particulars: dict[str, Any]


@dataclass(frozen=True)
class _Said:
    """A step as a row has it: `when` as it is written there."""

    step: Step
    when: Moment | None
    column: Column | None
    particulars: dict[str, Any]


@dataclass(frozen=True)
class _Row:
    """A row over the case it is about: what it says anew, and all that is known."""

    case: Case
    new: Values
    importer: str
    unsaid: str

    def get(self, column: Column) -> Value | None:
        return self.new.get(column)

    def says(self, columns: frozenset[Column]) -> bool:
        return bool(columns & self.new.keys())

    @property
    def is_withdrawn(self) -> bool:
        return self.get(Column.OUTCOME) == Outcome.WITHDRAWN


def steps_said(case: Case, new: Values, *, importer: str, unsaid: str, now: datetime) -> tuple[Taken, ...]:
    """The steps that bring a case to what a row newly says of it.

    `importer` handles what names nobody; `unsaid` are the words of an investigation that the row does not tell of.
    Raises ChainRefused.
    """
    row = _Row(case, new, importer, unsaid)
    _check(row)
    said = [one for make in _CHAIN for one in make(row)]
    return tuple(_timed(said, case, now))


def _check(row: _Row) -> None:
    if row.get(Column.OUTCOME) in (Outcome.REFUSED, Outcome.THANKED) and row.case.kind != Kind.PRAISE:
        raise ChainRefused("outcome_by_hand", Column.OUTCOME)
    answers = row.says(_ANSWERED - _FED_BACK) and not row.is_withdrawn
    if answers and row.case.status in _DONE:
        raise ChainRefused("answered_already", Column.ANSWER)
    needs_answer = row.says(_ANSWERED) and row.case.status not in _DONE and not row.is_withdrawn
    if needs_answer and row.get(Column.OUTCOME) is None:
        raise ChainRefused("outcome_missing", Column.OUTCOME)
    if needs_answer and row.get(Column.ANSWER) is None:
        raise ChainRefused("answer_missing", Column.ANSWER)
    if Column.FED_BACK in row.new and Column.SATISFACTION not in row.new:
        raise ChainRefused("satisfaction_missing", Column.SATISFACTION)


_DONE = frozenset(
    {
        Status.ANSWERED,
        Status.FED_BACK,
        Status.FOLLOWED_UP,
        Status.REVIEWING,
        Status.WITHDRAWN,
        Status.ARCHIVED,
    }
)


def _acknowledge(row: _Row) -> Iterator[_Said]:
    if row.case.status == Status.RECEIVED and row.says(_HANDLED | {Column.ACKNOWLEDGED}):
        when = row.get(Column.ACKNOWLEDGED)
        assert when is None or isinstance(when, Moment)
        yield _Said(Step.ACKNOWLEDGE, when, Column.ACKNOWLEDGED, {})


def _withdraw(row: _Row) -> Iterator[_Said]:
    if row.is_withdrawn and row.case.status != Status.WITHDRAWN:
        yield _Said(Step.WITHDRAW, _moment(row, Column.ANSWERED), Column.ANSWERED, {})


def _classify(row: _Row) -> Iterator[_Said]:
    early = row.case.status in (Status.RECEIVED, Status.ACKNOWLEDGED)
    if early and row.says(_HANDLED) and not row.is_withdrawn:
        case = row.case
        class_ = {"kind": case.kind, "matter": case.matter, "urgency": case.urgency}
        yield _Said(Step.CLASSIFY, None, None, class_)


def _assign(row: _Row) -> Iterator[_Said]:
    if row.is_withdrawn or row.case.status in _DONE or not row.says(_HANDLED):
        return
    first = row.case.responsible is None
    if first or row.says(frozenset({Column.RESPONSIBLE, Column.POST})):
        to = row.get(Column.RESPONSIBLE) or row.case.responsible or row.importer
        post = row.get(Column.POST) or (Post.FRONT_DESK if first else row.case.post)
        yield _Said(Step.ASSIGN, None, None, {"to": to, "post": post})


def _investigate(row: _Row) -> Iterator[_Said]:
    findings = row.get(Column.FINDINGS)
    looked = any(entry.step == Step.INVESTIGATE for entry in row.case.round)
    must = row.case.kind == Kind.COMPLAINT and not looked and _answers(row)
    if findings or must:
        yield _Said(Step.INVESTIGATE, None, None, {"findings": findings or row.unsaid})


def _answer(row: _Row) -> Iterator[_Said]:
    if _answers(row):
        measures = row.get(Column.MEASURES) or (Measure.EXPLANATION_GIVEN,)
        said = {"outcome": row.get(Column.OUTCOME), "measures": measures, "text": row.get(Column.ANSWER)}
        step = Step.FINISH if row.case.kind == Kind.REPAIR else Step.ANSWER
        yield _Said(step, _moment(row, Column.ANSWERED), Column.ANSWERED, said)


def _answers(row: _Row) -> bool:
    return row.says(_ANSWERED) and row.case.status not in _DONE and not row.is_withdrawn


def _feed_back(row: _Row) -> Iterator[_Said]:
    if Column.SATISFACTION in row.new:
        satisfaction = Satisfaction(str(row.get(Column.SATISFACTION)))
        yield _Said(
            Step.FEED_BACK, _moment(row, Column.FED_BACK), Column.FED_BACK, {"satisfaction": satisfaction}
        )


def _moment(row: _Row, column: Column) -> Moment | None:
    when = row.get(column)
    assert when is None or isinstance(when, Moment)
    return when


_CHAIN: tuple[Callable[[_Row], Iterator[_Said]], ...] = (
    _acknowledge,
    _withdraw,
    _classify,
    _assign,
    _investigate,
    _answer,
    _feed_back,
)


def _timed(said: Sequence[_Said], case: Case, now: datetime) -> Iterator[Taken]:
    """Every step with the latest moment it can have been taken at, and after what the case tells already.

    Raises ChainRefused where the moments turn back.
    """
    latest, moments = now, []
    for one in reversed(said):
        if one.when is not None:
            if one.when.at > latest or _end(one.when) < case.received:
                raise ChainRefused("order", one.column)
            latest = min(_end(one.when), latest)
        moments.append(latest)
    earliest = case.entries[-1].at
    for one, at in zip(said, reversed(moments), strict=True):
        yield Taken(one.step, max(at, earliest), one.particulars)


def _end(when: Moment) -> datetime:
    return when.at if when.exact else when.at + _DAY - _MINUTE
