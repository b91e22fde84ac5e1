"""Slowing down whoever guesses passwords: after a few failures an account waits, longer each time."""

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from register.audit import AuditLine

FREE_TRIES: Final = 3
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
REMEMBERED: Final = 100_000
"""Accounts; to try so many names takes longer than the longest wait, because each costs the work of a password hash."""
# Lines of the log that tell of a wrong password or code.
FAILED: Final = frozenset(
    {
        "sign_in_failed",
        "password_refused",
        "second_factor_refused",
        "release_refused",
        "correction_refused",
        "take_down_refused",
        "confirm_refused",
        "witness_refused",
        "close_survey_refused",
        "approve_survey_refused",
    }
)


def wait_after(failures: int) -> timedelta:
    """How long an account waits after so many failures in a row: 0, 0, 0, 30 s, 1 min, 2 min … 15 min."""
    if failures <= FREE_TRIES:
        return timedelta()
    doublings = min(failures - FREE_TRIES - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


class Lockout:
    """Failures by account, in memory; after a restart, those of known accounts are read off the log.

    Unknown accounts are counted like known ones, so that nothing is told of either.
    Where there are too many, the one that failed longest ago is forgotten: whoever fills the memory with names wins no
    try on any account, neither on one that waits nor on one that comes after them.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._failures: dict[str, tuple[int, datetime]] = {}  # in the order of the last failure
        self._lock = threading.Lock()

    @classmethod
    def told_by(cls, lines: Iterable[AuditLine]) -> "Lockout":
        """What the end of the log tells of failures, so that a restart gives nobody free tries."""
        lockout = cls()
        for line in lines:
            if line.event in FAILED:
                failures, _ = lockout._failures.pop(line.by, (0, line.at))
                lockout._failures[line.by] = (failures + 1, line.at)
            elif line.event == "sign_in":
                lockout.succeeded(line.by)
        return lockout

    def attempt(self, account: str, at: datetime) -> timedelta:
        """Zero where a try is allowed, which counts as failed until `succeeded`; otherwise how long is left to wait."""
        with self._lock:
            failures, last = self._failures.get(account, (0, at))
            wait = wait_after(failures)
            left = last + wait - at
            # A clock that was set back holds nobody up for as long as it was wrong.
            if timedelta() < left <= wait:
                return left
            self._failures.pop(account, None)
            self._failures[account] = (failures + 1, at)
            if len(self._failures) > self._remembered:
                del self._failures[next(iter(self._failures))]
        return timedelta()

    def succeeded(self, account: str) -> None:
        with self._lock:
            self._failures.pop(account, None)
