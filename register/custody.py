"""In whose hands an account may be: who knew its first password, and who witnessed that it was replaced. Read off the log.

Four eyes compare accounts; they are two people only while nobody holds two of them. Whoever opens an account or resets
it is shown its first password and may sign in before its owner does. That cannot be told from the owner's own sign-in, so the
account counts as perhaps in that person's hands until somebody else, who is not in the same hands, puts into
the log that she saw the owner choose her own password. A second factor that stands already ends no doubt and begins none:
without the owner's phone the first password alone opens nothing. Decision 0078.
"""

import threading
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from register.audit import AuditLine, AuditLog
from register.handling import SYSTEM

GIVEN: Final = frozenset({"staff_added", "staff_reset", "staff_unbind"})
"""Events after which whoever did them knows the account's password."""
WITNESSED: Final = "staff_witnessed"
FRESH: Final = timedelta(days=7)
"""So long the owner has to notice that somebody signed in before her; where somebody else is there, the word waits for it."""


@dataclass(frozen=True)
class Given:
    """Who gave an account its first password, when, whether it was replaced since, and who witnessed that.

    `by` is an account, or `system` for whoever sat at the machine; `held` is everybody who may have sat at `by` then.
    """

    by: str
    at: datetime
    held: frozenset[str]
    replaced: bool = False
    witnesses: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Suspicion:
    """Why two accounts may be one person: `account` had its first password from `by`, at `at`, and nobody witnessed more."""

    account: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Custody:
    """Every account that somebody gave a first password, and those with a second factor. A value.

    Whoever knows the password of an account is its owner or one of `holders`: what each line adds keeps that true.
    """

    given: Mapping[str, Given] = field(default_factory=lambda: MappingProxyType({}))
    second: frozenset[str] = frozenset()

    def after(self, line: AuditLine) -> "Custody":
        """What one more line of the log makes of it; most change nothing."""
        about, event = line.about, line.event
        if event in GIVEN and line.by != about:
            return self._given(line)
        if event == "second_factor_set":
            return replace(self, second=self.second | {line.by})
        if event == "second_factor_removed":
            return replace(self, second=self.second - {line.by})
        given = self.given.get(about)
        if given and event == "password_changed" and line.by == about:
            return self._with(about, replace(given, replaced=True))
        if given and event == WITNESSED and self.may_witness(line.by, about):
            return self._with(about, replace(given, witnesses=given.witnesses | {line.by}))
        return self

    def holders(self, account: str) -> frozenset[str]:
        """Everybody who may sit at this account: its owner, and in whose hands it is."""
        given = self.given.get(account)
        return frozenset({account}) | (given.held if given and not given.witnesses else frozenset())

    def suspicion(self, one: str, other: str) -> Suspicion | None:
        """Why one person may hold both accounts, the latest reason; None where nothing says so, and for one account."""
        if one == other or not (self._holders(one, other) & self._holders(other, one)):
            return None
        reasons = [
            Suspicion(account, self.given[account].by, self.given[account].at)
            for account, partner in ((one, other), (other, one))
            if self._holders(account, partner) != {account}
        ]
        return max(reasons, key=lambda reason: (reason.at, reason.account))

    def may_witness(self, witness: str, account: str) -> bool:
        """Whether her word that the owner chose her own password counts.

        It does not where one person may be both, or may be her and whoever gave the password. Whoever sat at the machine
        is nobody in particular, and stops no witness.
        """
        given = self.given.get(account)
        if given is None or not given.replaced or witness in given.witnesses:
            return False
        theirs = self.holders(witness)
        return account not in theirs and not (given.held & theirs) - {SYSTEM}

    def _holders(self, account: str, partner: str) -> frozenset[str]:
        """As `holders`, but a partner's own word does not part her from an account that was opened at the machine."""
        given = self.given.get(account)
        if given and given.witnesses and given.witnesses <= {partner}:
            return frozenset({account}) | (given.held & {SYSTEM})
        return self.holders(account)

    def _given(self, line: AuditLine) -> "Custody":
        if line.event == "staff_reset" and line.about in self.second:
            return self  # the phone is still needed
        given = Given(line.by, line.at, self.holders(line.by))
        return replace(self._with(line.about, given), second=self.second - {line.about})

    def _with(self, account: str, given: Given) -> "Custody":
        return replace(self, given=MappingProxyType({**self.given, account: given}))


@dataclass(frozen=True)
class CustodyThen:
    """The custody at every moment the log tells of."""

    moments: tuple[datetime, ...]
    states: tuple[Custody, ...]

    @classmethod
    def told_by(cls, lines: Iterable[AuditLine]) -> "CustodyThen":
        """A clock that was set back moves no line before those that were written earlier."""
        moments, states = list[datetime](), [Custody()]
        for line in lines:
            after = states[-1].after(line)
            if after is not states[-1]:
                moments.append(max(line.at, moments[-1]) if moments else line.at)
                states.append(after)
        return cls(tuple(moments), tuple(states))

    def at(self, moment: datetime) -> Custody:
        return self.states[bisect_right(self.moments, moment)]

    @property
    def now(self) -> Custody:
        return self.states[-1]


class CustodyNow:
    """The custody as it is, at the price of the lines that the log has grown by since the last look."""

    def __init__(self, log: AuditLog) -> None:
        self._log = log
        self._read, self._custody = 0, Custody()
        self._lock = threading.Lock()

    def look(self) -> Custody:
        """What cannot be read is left out, as `portal verify` will say. Raises StorageFailed."""
        with self._lock:
            lines, end = self._log.since(self._read)
            custody = Custody() if end < self._read else self._custody
            for line in lines:
                custody = custody.after(line)
            self._read, self._custody = end, custody
            return custody


def barred(account: str, custody: Custody, everybody: Collection[str], now: datetime) -> frozenset[str]:
    """Those among `everybody` in whose matters this account's word does not count yet.

    They may be one person with it, since less than `FRESH`, and somebody is there who is neither: she can decide, or be a
    witness. Disabled accounts and every role count, for whoever manages could disable them for an hour. Where nobody else
    is there the word counts, and is shown for what it is: two people are a whole office.
    """
    return frozenset(
        other
        for other in everybody
        if (why := custody.suspicion(account, other))
        and now - why.at < FRESH
        and any(not custody.suspicion(third, other) for third in everybody if third not in (account, other))
    )
