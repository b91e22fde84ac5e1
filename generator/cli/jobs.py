"""Long work in a child process: the desk starts it, looks how it goes, and never waits for it."""

import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from forms_api.desk.publication.publishing import Job


@dataclass
class ChildJob:
    """One `portal` command at a time, its output in `log`. Called from several threads."""

    log: Path
    _running: subprocess.Popen[bytes] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, arguments: Sequence[str]) -> None:
        """Begin; nothing where it runs already."""
        with self._lock:
            if self._running is not None and self._running.poll() is None:
                return
            self.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self.log.open("wb") as log:
                self._running = subprocess.Popen(  # noqa: S603  our own program, our own arguments
                    [sys.executable, "-m", "generator.cli", *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )

    def state(self, language: str) -> Job | None:
        """The latest one; None where none was started since the start of the program."""
        if self._running is None:
            return None
        code = self._running.poll()
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        state = "running" if code is None else "done" if code == 0 else "failed"
        return Job(state, tuple(in_language(line, language) for line in lines))  # type: ignore[arg-type]


def in_language(line: str, language: str) -> str:
    """One half of a line that says the same in both languages; other lines whole."""
    chinese, dot, english = line.partition(" · ")
    return (english if language == "en" else chinese) if dot else line
