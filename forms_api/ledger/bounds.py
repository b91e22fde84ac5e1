"""What may come out of a ledger that somebody sent: so many rows, so many columns, and nothing of what is refused."""

from collections.abc import Iterable
from typing import Any, Final

MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 50
EMPTY: Final = ["t", ""]
"""The cell in which nothing stands."""


class Refused(Exception):
    """The file is not taken. `code` is a `TableFault`, `places` are where in the file."""

    def __init__(self, code: str, places: Iterable[str] = ()) -> None:
        self.code = code
        self.places = tuple(places)
        super().__init__(code)


def bounded(rows: Iterable[list[list[Any]]]) -> list[list[list[Any]]]:
    """The rows without empty ends; blank ones inside stay, so that row numbers are those of the file."""
    kept: list[list[list[Any]]] = []
    for number, row in enumerate(rows, start=1):
        while row and row[-1] == EMPTY:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Refused("too_many_columns", [str(number)])
        if row and number > MOST_ROWS:
            raise Refused("too_many_rows", [str(number)])
        kept.append(row)
    while kept and not kept[-1]:
        kept.pop()
    return kept
