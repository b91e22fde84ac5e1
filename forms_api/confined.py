"""A child process for strangers' files: bytes in, bytes out, and nothing else it could reach.

The parent calls `run_confined`, in turn, through a `Reader`; the child, once everything it needs is imported, calls `shut_the_door`.
"""

import contextlib
import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from subprocess import DEVNULL, PIPE, Popen
from threading import BoundedSemaphore, Timer


def worker(module: str) -> tuple[str, ...]:
    """The command that runs a module of ours isolated: no environment, no user's own packages."""
    return (sys.executable, "-I", "-m", module)


def run_confined(command: Sequence[str], data: bytes, *, seconds: float, largest: int) -> tuple[int, bytes]:
    """The exit status and output of a child that is given these bytes.

    It is killed when its time is up, or when it says more than `largest` bytes. Nothing about the server is handed on;
    standard error may quote the file and is dropped.
    """
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}) as child:  # noqa: S603 - our own words only
        alarm = Timer(seconds, child.kill)
        alarm.start()
        try:
            assert child.stdin is not None
            assert child.stdout is not None
            # A sound child reads everything before it writes anything, so neither waits for the other.
            with contextlib.suppress(BrokenPipeError), child.stdin as pipe:
                pipe.write(data)
            output = child.stdout.read(largest + 1)
            if len(output) > largest:
                child.kill()
            return child.wait(), output
        finally:
            child.kill()
            alarm.cancel()


@dataclass(frozen=True)
class Reader:
    """A kind of child of which one runs at a time, so that a rush of files fills no memory; the others wait their turn.

    Times in seconds: `seconds` for the child's work, `patience` for the turn; `largest` is its longest answer in bytes.
    """

    command: tuple[str, ...]
    seconds: float
    patience: float
    largest: int
    turn: BoundedSemaphore = field(default_factory=BoundedSemaphore)

    def read(self, data: bytes) -> tuple[int, bytes] | None:
        """As `run_confined`; None where the turn did not come. Blocks for up to a minute: call it in a thread."""
        if not self.turn.acquire(timeout=self.patience):
            return None
        try:
            return run_confined(self.command, data, seconds=self.seconds, largest=self.largest)
        finally:
            self.turn.release()


def shut_the_door(*, memory: int, cpu_seconds: int) -> None:
    """From here on: no new file, socket or process, no core dump, limited memory (bytes) and time."""
    limits = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 3,
        resource.RLIMIT_AS: memory,
    }
    for limit, most in limits.items():
        with contextlib.suppress(
            ValueError, OSError
        ):  # stricter already, or macOS, which limits no address space
            resource.setrlimit(limit, (most, most))
