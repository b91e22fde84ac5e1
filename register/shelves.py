"""What lies in the folders of the years: case files with their signatures, temporary files, and what has no business there."""

import contextlib
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from register.changes import Stamp, mark, stamp_of
from register.disk import TEMPORARY, opened_folder, told
from register.numbers import is_case_number

_YEAR = re.compile(r"[0-9]{4}")


class Signature(NamedTuple):
    """What tells cheaply that a file changed. The change time is the kernel's own: a restored backup cannot keep it."""

    name: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @property
    def number(self) -> str:
        return self.name.removesuffix(".json")


class Shelf(NamedTuple):
    """A year's folder: case files by number, in order; the other names in it, and those of them that are foreign."""

    signatures: dict[str, Signature]
    others: frozenset[str]
    foreign: tuple[str, ...]

    @property
    def names(self) -> set[str]:
        return {signature.name for signature in self.signatures.values()} | self.others


class Shelves:
    """The folders of the years under one folder, looked at and never opened. Its methods raise StorageFailed."""

    def __init__(self, cases: Path) -> None:
        self.cases = cases

    def years(self) -> tuple[list[str], list[str]]:
        """The names of the years' folders, and the names that are none."""
        sorted_out: tuple[list[str], list[str]] = ([], [])
        for entry in self.entries():
            is_year = bool(_YEAR.fullmatch(entry.name)) and entry.is_dir(follow_symlinks=False)
            sorted_out[not is_year].append(entry.name)
        return sorted_out

    def shelf(self, year: str) -> Shelf:
        """Every file of a year, at the price of one `stat` for each case."""
        cases: list[os.DirEntry[str]] = []
        others: list[os.DirEntry[str]] = []
        for entry in self.entries(year):
            (cases if names_a_case(entry.name, year) else others).append(entry)
        with told():
            found = filter(None, map(_signed, cases))
            signatures = {signature.number: signature for signature in found}
        foreign = tuple(entry.name for entry in others if not is_temporary(entry))
        return Shelf(signatures, frozenset(entry.name for entry in others), foreign)

    def signature(self, number: str) -> Signature | None:
        """The signature of one case's file; None where there is none."""
        file = self.cases / f"{number[:4]}/{number}.json"
        with told(), contextlib.suppress(FileNotFoundError):
            return _signature(file.name, file.lstat())
        return None

    def names(self, year: str) -> set[str]:
        """Every name in a year's folder."""
        return {entry.name for entry in self.entries(year)}

    def numbers(self, year: str) -> list[str]:
        """The numbers of a year's cases, read off the names alone."""
        names = (entry.name for entry in self.entries(year))
        return [name.removesuffix(".json") for name in names if names_a_case(name, year)]

    def entries(self, year: str = "") -> list[os.DirEntry[str]]:
        """What lies in the folder of a year, or beside the years, by name."""
        with told(), os.scandir(self.cases / year) as found:
            return sorted(found, key=lambda entry: entry.name)

    def stamp(self, year: str) -> Stamp:
        """The stamp of a year's folder."""
        with told():
            return stamp_of((self.cases / year).stat())

    def mark(self, year: str) -> Stamp:
        """Mark the folder, so that its stamp tells of everything that happens to its names from here on."""
        with told(), opened_folder(self.cases / year) as folder:
            return mark(folder)


def is_temporary(file: os.DirEntry[str]) -> bool:
    return file.name.startswith(TEMPORARY) and not file.is_dir(follow_symlinks=False)


@lru_cache(maxsize=1 << 18)
def names_a_case(name: str, year: str) -> bool:
    """Whether the name is a case's, in the folder of its year. Remembered: a look asks it of many files again."""
    number = name.removesuffix(".json")
    return name.endswith(".json") and is_case_number(number) and number[:4] == year


def _signed(entry: os.DirEntry[str]) -> Signature | None:
    """The signature of a file that was listed; None where it was taken back meanwhile."""
    try:
        return _signature(entry.name, entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None


def _signature(name: str, status: os.stat_result) -> Signature:
    return Signature(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
