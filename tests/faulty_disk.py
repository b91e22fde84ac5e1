"""A disk that fails at its N-th call, and one that writes down what was asked of it, by patching `os`."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

CALLS = (
    "open", "write", "pwrite", "fsync", "link", "rename", "close", "unlink", "mkdir", "scandir", "read", "fstat", "utime",
)  # fmt: skip
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EMFILE)


@dataclass
class FaultyDisk:
    """Fails the call number `fail_at` (from 1) with `error`; `calls` is what was asked, in order."""

    fail_at: int = 0
    error: int = errno.EIO
    calls: list[tuple[str, str]] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)

    def failed(self) -> bool:
        return 0 < self.fail_at <= len(self.calls)

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.calls.append((name, self._about(arguments)))
            if len(self.calls) == self.fail_at:
                if name == "close":  # as in Linux: the descriptor is gone all the same
                    real(*arguments, **options)
                raise OSError(self.error, os.strerror(self.error))
            result = real(*arguments, **options)
            if name == "open":
                self.places[result] = str(arguments[0])
            return result

        return call

    def _about(self, arguments: tuple[Any, ...]) -> str:
        what = arguments[0] if arguments else ""
        place = self.places.get(what, "?") if isinstance(what, int) else str(what)
        return place.rpartition("/")[2]


@contextmanager
def faulty_disk(fail_at: int = 0, error: int = errno.EIO) -> Iterator[FaultyDisk]:
    disk = FaultyDisk(fail_at, error)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, disk.wrap(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", disk.wrap("flock", fcntl.flock))
        yield disk


def each_fault() -> Iterator[int]:
    """1, 2, 3, …: the caller breaks off when the disk did not fail any more."""
    yield from range(1, 200)
    raise AssertionError("never got through without a fault")
