"""In whose hands an account may be: no person ever acts as two without its being told."""

from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from register.audit import START, AuditLine, AuditLog
from register.custody import FRESH, WITNESSED, Custody, CustodyNow, CustodyThen, Suspicion, barred
from register.handling import SYSTEM
from tests.factories import MONDAY

LI, WANG, SUN, ZHAO = "li", "wang", "sun", "zhao"
Told = tuple[str, str, str]


def line(by: str, event: str, about: str, at: datetime = MONDAY) -> AuditLine:
    return AuditLine(at=at, by=by, event=event, about=about, previous=START)


def told(*lines: Told) -> Custody:
    """The custody after these lines: who, what, about whom; a minute apart."""
    moments = (MONDAY + timedelta(minutes=number) for number in range(len(lines)))
    return CustodyThen.told_by(line(*one, at) for one, at in zip(lines, moments, strict=True)).now


def opened(account: str, by: str) -> tuple[Told, Told]:
    return (by, "staff_added", account), (account, "password_changed", account)


@pytest.mark.parametrize("event", ["staff_added", "staff_reset", "staff_unbind"])
def test_whoever_gave_a_first_password_may_be_both(event: str) -> None:
    custody = told((LI, event, WANG))
    assert custody.suspicion(LI, WANG) == custody.suspicion(WANG, LI) == Suspicion(WANG, LI, MONDAY)


def test_what_the_log_does_not_tell_is_nobodys() -> None:
    custody = told((LI, "sign_in", "-"), (LI, "staff_disable", WANG), (LI, "staff_role", WANG))
    assert custody.suspicion(LI, WANG) is None
    assert custody.holders(WANG) == {WANG}


def test_an_own_password_ends_nothing_for_anybody_may_have_typed_it() -> None:
    assert told(*opened(WANG, LI)).suspicion(LI, WANG)


def test_two_accounts_of_one_giver_may_be_one_person() -> None:
    custody = told(*opened(WANG, LI), *opened(SUN, LI))
    assert custody.suspicion(WANG, SUN) == Suspicion(SUN, LI, MONDAY + timedelta(minutes=2))


def test_an_account_in_anothers_hands_hands_on_for_her() -> None:
    custody = told(*opened(WANG, LI), *opened(SUN, WANG))
    assert custody.holders(SUN) == {SUN, WANG, LI}
    assert custody.suspicion(LI, SUN)


def test_what_was_handed_on_stays_when_the_giver_is_reset_by_somebody_else() -> None:
    """She knew the password before: that another knows the giver's now takes nothing from her."""
    custody = told(*opened(WANG, LI), *opened(SUN, WANG), (ZHAO, "staff_reset", WANG))
    assert custody.holders(WANG) == {WANG, ZHAO}
    assert custody.suspicion(LI, SUN)


def test_a_newer_first_password_takes_the_account_from_who_gave_the_older() -> None:
    custody = told(*opened(WANG, LI), (ZHAO, "staff_reset", WANG))
    assert custody.suspicion(LI, WANG) is None
    assert custody.suspicion(ZHAO, WANG)


def test_a_third_person_parts_the_two() -> None:
    custody = told(*opened(WANG, LI), (ZHAO, WITNESSED, WANG))
    assert custody.suspicion(LI, WANG) is None
    assert custody.given[WANG].witnesses == {ZHAO}


@pytest.mark.parametrize("witness", [LI, WANG, SUN])
def test_neither_the_giver_nor_the_owner_nor_one_in_the_same_hands_is_a_witness(witness: str) -> None:
    custody = told(*opened(SUN, LI), *opened(WANG, LI), (witness, WITNESSED, WANG))
    assert not custody.given[WANG].witnesses
    assert custody.suspicion(LI, WANG)


def test_nobody_witnesses_whose_account_is_in_the_hands_of_that_one() -> None:
    custody = told(*opened(WANG, LI), *opened(SUN, WANG), (SUN, WITNESSED, WANG), (WANG, WITNESSED, SUN))
    assert not any(given.witnesses for given in custody.given.values())


def test_nobody_is_witnessed_by_one_whom_she_may_be_herself() -> None:
    custody = told(*opened(SUN, WANG), (LI, "staff_reset", WANG), opened(WANG, LI)[1])
    assert custody.holders(SUN) == {SUN, WANG}
    assert not custody.may_witness(SUN, WANG)


def test_a_first_password_that_nobody_replaced_is_not_witnessed() -> None:
    custody = told((LI, "staff_added", WANG), (ZHAO, WITNESSED, WANG), (LI, "password_changed", WANG))
    assert not custody.may_witness(ZHAO, WANG)
    assert custody.suspicion(LI, WANG)


def test_a_witness_counts_for_the_password_she_saw_and_once() -> None:
    seen = told(*opened(WANG, LI), (ZHAO, WITNESSED, WANG))
    assert not seen.may_witness(ZHAO, WANG)
    assert seen.after(line(LI, "staff_reset", WANG)).suspicion(LI, WANG)


class TestSecondFactor:
    SEEN = (*opened(WANG, LI), (ZHAO, WITNESSED, WANG), (WANG, "second_factor_set", WANG))

    def test_a_first_password_opens_nothing_without_the_phone(self) -> None:
        assert told(*self.SEEN, (LI, "staff_reset", WANG)).suspicion(LI, WANG) is None

    @pytest.mark.parametrize("gone", [(WANG, "second_factor_removed", WANG), (LI, "staff_unbind", WANG)])
    def test_it_does_where_the_phone_is_needed_no_more(self, gone: Told) -> None:
        assert told(*self.SEEN, gone, (LI, "staff_reset", WANG)).suspicion(LI, WANG)

    def test_one_that_somebody_else_removed_stands_in_nobodys_way(self) -> None:
        removed = told(*self.SEEN, (ZHAO, "staff_unbind", WANG), (WANG, "password_changed", WANG))
        assert removed.suspicion(LI, WANG) is None
        assert removed.after(line(LI, "staff_reset", WANG)).suspicion(LI, WANG)

    def test_one_that_was_set_up_in_anothers_hands_frees_from_none(self) -> None:
        custody = told(*opened(WANG, LI), (WANG, "second_factor_set", WANG), (ZHAO, "staff_reset", WANG))
        assert custody.suspicion(LI, WANG)


class TestMachine:
    """Whoever sat at the machine has no account: `system` stands for her."""

    def test_two_accounts_opened_there_may_be_one_person(self) -> None:
        assert told(*opened(LI, SYSTEM), *opened(WANG, SYSTEM)).suspicion(LI, WANG)

    def test_a_third_person_parts_them_and_neither_of_the_two(self) -> None:
        three = (*opened(LI, SYSTEM), *opened(WANG, SYSTEM), *opened(SUN, SYSTEM))
        own = told(*three, (LI, WITNESSED, WANG), (WANG, WITNESSED, LI))
        assert own.suspicion(LI, WANG)
        parted = told(*three, (SUN, WITNESSED, WANG), (SUN, WITNESSED, LI))
        assert parted.suspicion(LI, WANG) is None
        assert parted.suspicion(WANG, SUN)

    def test_one_reset_at_the_machine_gives_an_office_a_witness(self) -> None:
        """Where one person opened all accounts nobody can be a witness until somebody comes from another hand."""
        office = (*opened(LI, SYSTEM), *opened(WANG, LI), *opened(SUN, LI))
        custody = told(*office)
        assert not any(custody.may_witness(one, other) for one, other in combinations((LI, WANG, SUN), 2))
        reset = told(*office, (SYSTEM, "staff_unbind", SUN), (SYSTEM, "staff_reset", SUN), opened(SUN, LI)[1])
        assert reset.may_witness(SUN, WANG)
        assert reset.after(line(SUN, WITNESSED, WANG)).suspicion(LI, WANG) is None


class TestBarred:
    FRESHLY = opened(WANG, LI)

    def asked(self, *everybody: str, after: timedelta = timedelta(hours=1)) -> frozenset[str]:
        return barred(WANG, told(*self.FRESHLY), everybody, MONDAY + after)

    def test_a_fresh_one_waits_where_somebody_else_can_decide_or_be_a_witness(self) -> None:
        assert self.asked(WANG, LI, ZHAO) == {LI}

    def test_two_people_are_a_whole_office(self) -> None:
        assert self.asked(WANG, LI) == frozenset()

    def test_nobody_else_is_one_who_may_be_the_same_person_too(self) -> None:
        custody = told(*opened(WANG, LI), *opened(ZHAO, LI))
        assert barred(WANG, custody, (WANG, LI, ZHAO), MONDAY) == frozenset()

    def test_a_witness_ends_it(self) -> None:
        custody = told(*opened(WANG, LI), (ZHAO, WITNESSED, WANG))
        assert barred(WANG, custody, (WANG, LI, ZHAO), MONDAY) == frozenset()

    def test_it_is_over_after_a_week(self) -> None:
        assert self.asked(WANG, LI, ZHAO, after=FRESH - timedelta(seconds=1)) == {LI}
        assert self.asked(WANG, LI, ZHAO, after=FRESH) == frozenset()


def test_every_moment_has_its_custody() -> None:
    then = CustodyThen.told_by(
        [
            line(LI, "staff_added", WANG, MONDAY),
            line(LI, "sign_in", "-", MONDAY),
            line(WANG, "password_changed", WANG, MONDAY - timedelta(days=1)),  # the clock was set back
            line(ZHAO, WITNESSED, WANG, MONDAY + timedelta(days=1)),
        ]
    )
    before = MONDAY - timedelta(seconds=1)
    assert [bool(then.at(at).suspicion(LI, WANG)) for at in (before, MONDAY, MONDAY + timedelta(days=1))] == [
        False,
        True,
        False,
    ]


def test_now_is_what_the_log_grew_to(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit" / "audit.jsonl")
    now = CustodyNow(log)
    assert now.look() == Custody()

    def write(*one: str) -> None:
        log.append(at=MONDAY, **dict(zip(("by", "event", "about"), one, strict=True)))  # type: ignore[arg-type]

    write(LI, "staff_added", WANG)
    assert now.look().holders(WANG) == {WANG, LI}
    with log.file.open("ab") as file:
        file.write(b'{"at": half a line')
    assert now.look().holders(WANG) == {WANG, LI}
    write(SUN, "staff_reset", WANG)
    assert now.look().holders(WANG) == {WANG, SUN}


def test_a_log_that_was_put_back_from_a_copy_is_read_anew(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit.jsonl")
    now = CustodyNow(log)
    log.append(at=MONDAY, by=LI, event="staff_added", about=WANG)
    copy = log.file.read_bytes()
    log.append(at=MONDAY, by=SUN, event="staff_reset", about=WANG)
    assert now.look().holders(WANG) == {WANG, SUN}
    log.file.write_bytes(copy)
    assert now.look().holders(WANG) == {WANG, LI}


class OnePerson(RuleBasedStateMachine):
    """Li, the manager, does what she can to be two people; the others are honest, and witness only what they saw.

    `known` are the accounts that she can act as at this moment, kept apart from what the log tells; `first` those whose
    first password nobody replaced yet, and whether she knows it; `phones` those with a second factor, and whether it is hers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.custody = Custody()
        self.minutes = 0
        self.known = {LI}
        self.first: dict[str, bool] = {}
        self.phones: dict[str, bool] = {}

    @property
    def honest(self) -> set[str]:
        """The accounts at which their owners sit."""
        return {WANG, SUN, ZHAO} - self.known - self.first.keys()

    def write(self, by: str, event: str, about: str) -> None:
        self.minutes += 1
        self.custody = self.custody.after(line(by, event, about, MONDAY + timedelta(minutes=self.minutes)))

    def give(self, by: str, account: str, lost_phone: bool, hers: bool) -> None:
        self.write(by, "staff_unbind" if lost_phone else "staff_reset", account)
        if lost_phone:
            self.phones.pop(account, None)
        self.first[account] = hers
        self.known.discard(account)

    @precondition(lambda self: self.known)
    @rule(data=st.data(), lost_phone=st.booleans(), at_once=st.booleans())
    def take_over(self, data: Any, lost_phone: bool, at_once: bool) -> None:
        """A first password, given by Li under any account that she holds; often she signs in with it before the owner."""
        by = one_of(data, self.known)
        account = one_of(data, {WANG, SUN, ZHAO} - {by})
        self.give(by, account, lost_phone, hers=True)
        if at_once:
            self.sign_in_first(account)

    @rule(data=st.data())
    def sign_in_first(self, account: str = "", data: Any = None) -> None:
        hers = {one for one, known in self.first.items() if known and self.phones.get(one, True)}
        account = account or (one_of(data, hers) if hers else "")
        if account in hers:
            self.replaced(account)
            self.known.add(account)

    @precondition(lambda self: self.honest)
    @rule(data=st.data(), lost_phone=st.booleans())
    def give_honestly(self, data: Any, lost_phone: bool) -> None:
        by = one_of(data, self.honest)
        self.give(by, one_of(data, {LI, WANG, SUN, ZHAO} - {by}), lost_phone, hers=False)

    @precondition(lambda self: self.first)
    @rule(data=st.data())
    def sign_in(self, data: Any) -> None:
        """The owner does, where she is not asked for a phone that Li holds."""
        account = one_of(data, set(self.first))
        if account == LI or not self.phones.get(account, False):
            self.replaced(account)
            self.known |= {account} & {LI}

    def replaced(self, account: str) -> None:
        del self.first[account]
        self.write(account, "password_changed", account)

    @rule(data=st.data(), on=st.booleans())
    def second_factor(self, data: Any, on: bool) -> None:
        """Whoever sits at an account sets one up, or turns it off."""
        able = {one for one in self.known | self.honest if (one in self.phones) != on}
        if able:
            account = one_of(data, able)
            self.write(account, "second_factor_set" if on else "second_factor_removed", account)
            if on:
                self.phones[account] = account in self.known
            else:
                del self.phones[account]

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def lie(self, data: Any) -> None:
        self.write(one_of(data, self.known), WITNESSED, one_of(data, {LI, WANG, SUN, ZHAO}))

    @precondition(lambda self: self.honest)
    @rule(data=st.data())
    def be_a_witness(self, data: Any) -> None:
        """Of an account at which its owner sits."""
        self.write(one_of(data, self.honest), WITNESSED, one_of(data, self.honest | ({LI} & self.known)))

    @invariant()
    def whoever_is_two_is_told_of(self) -> None:
        for one, other in combinations(sorted(self.known), 2):
            assert self.custody.suspicion(one, other), (one, other)


def one_of(data: Any, accounts: set[str]) -> str:
    return str(data.draw(st.sampled_from(sorted(accounts))))


TestOnePerson = OnePerson.TestCase
TestOnePerson.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
