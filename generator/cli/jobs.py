"""Long work in a child process: the desk starts it, looks how it goes, and never waits for it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL, STDOUT, Popen
from threading import Lock, Thread
from typing import Final

from forms_api.desk.publication.views import Job
from generator.cli.options import PARTLY

ENDS: Final = {0: "done", PARTLY: "partly"}
"""How a command ended that did what it was asked for."""


@dataclass
class ChildJob:
    """One `portal` command at a time, its output in `log`. Called from several threads.

    What is asked for while one runs begins when that has ended: it may have read what was changed since, a sentence that
    was taken down. Of several that wait only the last is worth beginning. `mark` is a file that stands from the asking
    until it was done well, so that the next start of the program knows what died with this one.
    """

    log: Path
    mark: Path | None = None
    _running: Popen[bytes] | None = None
    _next: Sequence[str] | None = None
    _lock: Lock = field(default_factory=Lock)

    def start(self, arguments: Sequence[str]) -> None:
        """Begin now, or as soon as the one that runs has ended."""
        with self._lock:
            if self.mark:
                self.mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self.mark.touch(mode=0o600)
            if self._is_running():
                self._next = arguments
            else:
                self._begin(arguments)

    @property
    def is_left_undone(self) -> bool:
        """Whether something was asked for that was not done well since."""
        return self.mark is not None and self.mark.exists()

    def state(self, language: str) -> Job | None:
        """The latest one; None where none was started since the start of the program."""
        with self._lock:
            if self._running is None:
                return None
            code = None if self._is_running() else self._settled(self._running)
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        state = "running" if code is None else ENDS.get(code, "failed")
        return Job(state, tuple(in_language(line, language) for line in lines))  # type: ignore[arg-type]

    def _is_running(self) -> bool:
        """One that waits counts as running: it begins within the moment."""
        return self._running is not None and (self._next is not None or self._running.poll() is None)

    def _begin(self, arguments: Sequence[str]) -> None:
        self.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._running = Popen(  # noqa: S603  our own program, our own arguments
                [sys.executable, "-m", "generator.cli", *arguments], stdin=DEVNULL, stdout=log, stderr=STDOUT
            )
        Thread(target=self._follow, args=(self._running,), name="child job", daemon=True).start()

    def _follow(self, process: Popen[bytes]) -> None:
        process.wait()
        with self._lock:
            if self._running is not process:
                return
            if self._next is None:
                self._settled(process)
            else:
                arguments, self._next = self._next, None
                self._begin(arguments)

    def _settled(self, process: Popen[bytes]) -> int | None:
        """How the latest one ended, and its mark is gone if it was done well: whoever sees first that it ended sees to both."""
        code = process.poll()
        if code in ENDS and self.mark:
            self.mark.unlink(missing_ok=True)
        return code


def in_language(line: str, language: str) -> str:
    """One half of a line that says the same in both languages; other lines whole."""
    chinese, dot, english = line.partition(" · ")
    return (english if language == "en" else chinese) if dot else line
