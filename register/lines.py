"""Where a key stands in a TOML file. The parser tells no lines, and whoever mends a file wants one."""

import re
from collections.abc import Iterator, Sequence

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line, counted from 1, of the deepest part of the path that has one: `("session", 0, "posts", 1)`.

    What stands inside an inline table or a list has the line of its key; a key that is missing, that of its table.
    """
    places = dict(reversed(list(_places(text))))
    for length in range(len(path), 0, -1):
        if (line := places.get(tuple(path[:length]))) is not None:
            return line
    return None


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every table and key at the beginning of a line, with its line."""
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _resolve(header[2].split("."), header[1] == "[[", counts)
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1]), number


def _resolve(names: Sequence[str], is_list: bool, counts: dict[Path, int]) -> Path:
    """The path of a table: the lists in it stand for their last element; `[[name]]` begins a new one."""
    path: Path = ()
    for name in names[:-1]:
        path = _last(counts, (*path, name))
    path = (*path, names[-1])
    if is_list:
        counts[path] = counts.get(path, 0) + 1
    return _last(counts, path)


def _last(counts: dict[Path, int], path: Path) -> Path:
    return (*path, counts[path] - 1) if path in counts else path
