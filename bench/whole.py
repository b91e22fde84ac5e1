"""One `portal build` in a process of its own: `python -m bench.whole HOME TODAY [fresh]` prints what each part took."""

import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.estates import ready
from generator.cli import building
from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.disclosure.cases.period import Period
from generator.site.making import build, engine
from register.settings import read_book, read_home

CACHE = "var/cache"
TIMED: tuple[tuple[Any, str, str], ...] = (
    (building, "_check_chain", "reading the register, checking the chain of releases"),
    (building, "_scan_content", "scanning what people wrote"),
    (build, "read_content", "reading content"),
    (build, "page_sources", "figures, charts and pages"),
    (engine, "run", "MkDocs"),
    (build, "made_files", "open data, feeds, search index"),
    (building, "_prove", "proof of links, languages, figures"),
    (building, "_scan", "scanning every byte"),
    (building, "swap_in", "swap"),
)


@dataclass(frozen=True)
class Parts:
    """Seconds of processor time, whole and by part; the same on the clock; pages; peak memory in MiB."""

    seconds: float
    clock: float
    pages: int
    peak: float
    parts: dict[str, float]

    @property
    def own_share(self) -> float:
        return 1 - self.parts.get("MkDocs", 0.0) / self.seconds

    @classmethod
    def read(cls, said: str) -> "Parts":
        return cls(**json.loads(said))


def main(home: Path, today: date, fresh: bool) -> None:
    if fresh:
        shutil.rmtree(home / CACHE, ignore_errors=True)
    taken: dict[str, float] = {}
    for module, name, part in TIMED:
        setattr(module, name, _timed(getattr(module, name), part, taken))
    estate = read_home(home)
    gate = Gate(estate, read_book(estate.content), lambda: ready(Period.holding(today)), system_draw)
    started, clock = time.process_time(), time.perf_counter()
    built = building.build_site(gate, today=today, progress=lambda said: None)
    seconds, clock = time.process_time() - started, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps(asdict(Parts(seconds, clock, built.pages, peak, taken))))


def _timed(work: Callable[..., Any], part: str, taken: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any, **named: Any) -> Any:
        started = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            taken[part] = taken.get(part, 0.0) + time.process_time() - started

    return run


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), "fresh" in sys.argv[3:])
