"""Slowing down whoever guesses passwords: after a few failures an account waits, longer each time."""

import threading
from datetime import datetime, timedelta
from typing import Final

FREE_TRIES: Final = 3
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
REMEMBERED: Final = 1000


def wait_after(failures: int) -> timedelta:
    """How long an account waits after so many failures in a row: 0, 0, 0, 30 s, 1 min, 2 min … 15 min."""
    if failures <= FREE_TRIES:
        return timedelta()
    doublings = min(failures - FREE_TRIES - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


class Lockout:
    """Failures by account, in memory. Unknown accounts are counted like known ones, so that nothing is told of either.

    Where there are too many, those with the fewest failures are forgotten: nobody makes room for himself by trying names.
    """

    def __init__(self) -> None:
        self._failures: dict[str, tuple[int, datetime]] = {}
        self._lock = threading.Lock()

    def attempt(self, account: str, at: datetime) -> timedelta:
        """Zero where a try is allowed, which counts as failed until `succeeded`; otherwise how long is left to wait."""
        with self._lock:
            failures, last = self._failures.get(account, (0, at))
            left = last + wait_after(failures) - at
            if left > timedelta():
                return left
            self._failures[account] = (failures + 1, at)
            while len(self._failures) > REMEMBERED:
                del self._failures[min(self._failures, key=self._failures.__getitem__)]
        return timedelta()

    def succeeded(self, account: str) -> None:
        with self._lock:
            self._failures.pop(account, None)
