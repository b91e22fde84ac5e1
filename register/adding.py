"""Adding cases: each written durably beside its place, then all of them named, at the price of one sync of the folder.

Who adds holds the writers' lock together with others who add, so that their syncs run side by side and the disk joins
them. What befalls one case is told of that one; the others are kept.
"""

import contextlib
import errno
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from register.case import Case
from register.case_files import CaseFiles, write_own
from register.disk import opened_folder, remove, told
from register.errors import StorageFailed
from register.stored import Stored, revision_of, spelled

SIDE_BY_SIDE = 8


class Addition:
    """A case on its way into the register, and what was against it."""

    def __init__(self, case: Case) -> None:
        self.case, self.number, self.year, self.data = case, case.number, case.number[:4], b""
        self.problem: Exception | None = None
        with self.trying():
            self.data = spelled(case)

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """What is refused in the block is against this case alone."""
        try:
            with told():
                yield
        except (FileExistsError, StorageFailed, UnicodeEncodeError) as problem:
            self.problem = problem

    @property
    def outcome(self) -> Stored[Case] | Exception:
        return self.problem or Stored(self.case, revision_of(self.data))


class Adding:
    """Adds cases to the files of a register."""

    def __init__(self, files: CaseFiles) -> None:
        self._files = files
        self._hands = ThreadPoolExecutor(SIDE_BY_SIDE)  # a thread begins when it is first needed

    def add(self, cases: Iterable[Case]) -> list[Stored[Case] | Exception]:
        """What became of each: the case as it is kept, durably, or FileExistsError, StorageFailed, UnicodeEncodeError."""
        additions = [Addition(case) for case in cases]
        _refuse_doubles(additions)
        by_year: dict[str, list[Addition]] = {}
        for one in additions:
            if not one.problem:
                by_year.setdefault(one.year, []).append(one)
        if by_year:
            self._add_to_years(by_year)
        return [one.outcome for one in additions]

    def _add_to_years(self, by_year: Mapping[str, list[Addition]]) -> None:
        try:
            with self._files.locked(shared=True):
                for year, additions in by_year.items():
                    self._add_to(year, additions)
        except OSError as problem:
            _refuse(itertools.chain(*by_year.values()), problem)

    def _add_to(self, year: str, additions: list[Addition]) -> None:
        """Add cases of one year; what the disk refuses is against those whom it concerns."""
        try:
            with opened_folder(self._files.make_year(year)) as folder:
                linked = self._link(folder, additions)
                if linked:
                    self._sync(folder, linked)
        except OSError as problem:
            _refuse(additions, problem)

    def _sync(self, folder: int, linked: list[Addition]) -> None:
        """Make new names durable. Raises OSError; then they are taken back."""
        try:
            os.fsync(folder)
        except OSError:
            self._take_back(folder, linked)
            raise

    def _link(self, folder: int, additions: list[Addition]) -> list[Addition]:
        """Write each case durably beside its place, then give all of them their names; those that got it."""
        paths = self._write(additions)
        try:
            ready = [one for one in additions if not one.problem]
            if not ready:
                return []
            with self._files.changes.naming(folder, [one.number for one in ready]):
                for one in ready:
                    with one.trying():
                        os.link(paths[one.number], self._files.place(one.number))
            return [one for one in ready if not one.problem]
        finally:
            for path in paths.values():
                remove(path)

    def _write(self, additions: list[Addition]) -> dict[str, Path]:
        """Temporary files, side by side, because the disk joins syncs that are asked for at the same time."""
        paths = {one.number: self._files.beside(one.number) for one in additions}

        def write(one: Addition) -> None:
            with one.trying():
                write_own(paths[one.number], one.data)

        if len(additions) == 1:
            write(additions[0])
        else:
            list(self._hands.map(write, additions))
        return paths

    def _take_back(self, folder: int, linked: list[Addition]) -> None:
        """The names that could not be made durable, and a note of it, or at least the names."""
        numbers = [one.number for one in linked]
        places = [self._files.place(number) for number in numbers]
        with contextlib.suppress(OSError), self._files.changes.naming(folder, numbers):
            for place in places:
                remove(place)
        for place in places:
            remove(place)


def _refuse(additions: Iterable[Addition], problem: OSError) -> None:
    """What befell all of them; each keeps what befell it before."""
    for one in additions:
        if not one.problem:
            with one.trying():
                raise problem


def _refuse_doubles(additions: Iterable[Addition]) -> None:
    """Of two cases with one number, sent at the same moment, the first has it."""
    seen = set[str]()
    for one in additions:
        if one.number in seen:
            _refuse([one], FileExistsError(errno.EEXIST, "has been added just now"))
        seen.add(one.number)
