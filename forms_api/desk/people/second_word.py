"""Whose second word counts: what the staff file and the log say together; decision 0078. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from forms_api.desk.people.staff import Member
from register.custody import Custody, barred
from register.handling import Actor


def actor_of(member: Member, members: Iterable[Member], custody: Custody, now: datetime) -> Actor:
    """The person as she acts now, with the accounts in whose matters her second word does not count yet."""
    everybody = [one.account for one in members]
    return replace(member.actor, barred=barred(member.account, custody, everybody, now))


def is_able(member: Member) -> bool:
    """Whether somebody can sign in and decide: not disabled, and her first password is replaced."""
    return not (member.disabled or member.must_change)


def witnessable(member: Member, members: Iterable[Member], custody: Custody) -> tuple[Member, ...]:
    """The colleagues of whom this person may say that they chose their own passwords."""
    return tuple(one for one in members if is_able(one) and custody.may_witness(member.account, one.account))
