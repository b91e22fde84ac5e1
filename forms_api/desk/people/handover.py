"""Handing the open cases of somebody who leaves, or is ill, to somebody else: a step in every one of them."""

from dataclasses import dataclass

from forms_api.desk.handling.facts import Facts
from forms_api.desk.office import Visit
from register.errors import RegisterError
from register.handling import take_step
from register.terms import Step


@dataclass(frozen=True)
class HandedOver:
    """How many cases have a new responsible person, and the numbers of those that could not be changed."""

    done: int
    left: tuple[str, ...]


def open_cases(visit: Visit, account: str) -> tuple[Facts, ...]:
    """The open cases this account is responsible for."""
    return tuple(one for one in visit.holdings[1] if one.responsible == account and one.is_open)


def hand_over(visit: Visit, account: str, to: str) -> HandedOver:
    """Assign every open case of the account to another, at the post it had. One that somebody is saving is left."""
    left, done = [], 0
    for one in open_cases(visit, account):
        try:
            _assign(visit, one.number, to)
        except RegisterError:
            left.append(one.number)
        else:
            done += 1
    return HandedOver(done, tuple(left))


def _assign(visit: Visit, number: str, to: str) -> None:
    office = visit.office
    stored = office.store.read(number)
    said = {"to": to, "post": stored.record.post.value}
    case = take_step(
        stored.record,
        Step.ASSIGN,
        by=visit.actor,
        at=max(visit.now, stored.record.entries[-1].at),
        particulars=said,
        clockwork=office.book.clockwork,
    )
    office.store.replace(stored, case)
    visit.record(Step.ASSIGN.value, number)
