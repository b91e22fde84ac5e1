"""Slowing down whoever guesses passwords: after a few failures an account waits, longer each time."""

import threading
from datetime import datetime, timedelta
from typing import Final

FREE_TRIES: Final = 3
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
REMEMBERED: Final = 100_000
"""Accounts; to try so many names takes longer than the longest wait, because each costs the work of a password hash."""


def wait_after(failures: int) -> timedelta:
    """How long an account waits after so many failures in a row: 0, 0, 0, 30 s, 1 min, 2 min … 15 min."""
    if failures <= FREE_TRIES:
        return timedelta()
    doublings = min(failures - FREE_TRIES - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


class Lockout:
    """Failures by account, in memory. Unknown accounts are counted like known ones, so that nothing is told of either.

    Where there are too many, the one that failed longest ago is forgotten: whoever fills the memory with names wins no
    try on any account, neither on one that waits nor on one that comes after them.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._failures: dict[str, tuple[int, datetime]] = {}  # in the order of the last failure
        self._lock = threading.Lock()

    def attempt(self, account: str, at: datetime) -> timedelta:
        """Zero where a try is allowed, which counts as failed until `succeeded`; otherwise how long is left to wait."""
        with self._lock:
            failures, last = self._failures.get(account, (0, at))
            wait = wait_after(failures)
            left = last + wait - at
            if (
                timedelta() < left <= wait
            ):  # a clock that was set back holds nobody up for as long as it was wrong
                return left
            self._failures.pop(account, None)
            self._failures[account] = (failures + 1, at)
            if len(self._failures) > self._remembered:
                del self._failures[next(iter(self._failures))]
        return timedelta()

    def succeeded(self, account: str) -> None:
        with self._lock:
            self._failures.pop(account, None)
