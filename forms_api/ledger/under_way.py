"""Imports that are being carried out or undone: begun by a confirmation, told by their page; decision 0043."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from forms_api.ledger.imports import Import
from forms_api.logs import log_unforeseen
from register.errors import RegisterBusy, StorageFailed

PATIENCE: Final = 2.0
Count = Callable[[], None]
Work = Callable[[Count], Import]


@dataclass
class UnderWay:
    """An import of `total` cases, of which `done` are written; or, where it `undoes` one, taken back."""

    total: int
    undoes: bool = False
    done: int = 0
    outcome: "Future[Import]" = field(default_factory=Future)

    def count(self) -> None:
        self.done += 1


class Takings:
    """One import after the other in a thread of its own; who confirms one waits `patience` seconds for it.

    What is under way when the program is told to stop is finished first.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._thread = ThreadPoolExecutor(1, "import")
        self._begun: dict[tuple[str, bool], UnderWay] = {}
        self._lock = Lock()

    def begin(self, name: str, total: int, work: Work, *, undoes: bool = False) -> Import | None:
        """What came of the import, or of undoing it; None where it goes on. One that runs, or is done, is not begun again. Raises what `work` does.

        Who confirms twice read the plan before the first was done: it would find nothing left to do, and say so in its place.
        """
        with self._lock:
            one = self._begun.get((name, undoes))
            if one is None or _is_broken(one):
                one = self._begun[name, undoes] = UnderWay(total, undoes)
                one.outcome = self._thread.submit(_logged, work, one.count)
        wait([one.outcome], self._patience)
        return one.outcome.result() if one.outcome.done() else None

    def running(self, name: str) -> UnderWay | None:
        """How far it is; None where it does not run."""
        with self._lock:
            both = (self._begun.get((name, undoes)) for undoes in (False, True))
            return next((one for one in both if one and not one.outcome.done()), None)

    def broke_off(self, name: str) -> bool:
        """Whether the last try of one that was begun ended before its end; after a restart nobody remembers it."""
        with self._lock:
            one = self._begun.get((name, False))
        return one is None or _is_broken(one)

    def undoing_broke_off(self, name: str) -> bool:
        """Whether the last try to undo it ended before its end."""
        with self._lock:
            one = self._begun.get((name, True))
        return one is not None and _is_broken(one)


def _is_broken(one: UnderWay) -> bool:
    return one.outcome.done() and one.outcome.exception() is not None


def _logged(work: Work, count: Count) -> Import:
    """What goes wrong is in the log before anybody is told, for nobody may be waiting any more.

    A full disk, or a case that somebody changed meanwhile, is told on the page and is no fault of the program.
    """
    try:
        return work(count)
    except (StorageFailed, RegisterBusy):
        raise
    except Exception as problem:
        log_unforeseen("import_broke_off", problem)
        raise
