"""The cells of a data file: what stands in one is read without the others, as a cell of a table on a page is.

A row 23,23,0,0,0 is nobody's number 2323000, although the marks between its cells are those people put into a number: a
value of the register is written in one cell, or it is not written there. A file that is not what its name says is read whole.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path


def cells_of(name: str, text: str) -> list[str]:
    """Every cell of a CSV file, every name, text and number of a JSON file; the whole text of any other."""
    match Path(name).suffix.lower():
        case ".csv":
            return _rows(text)
        case ".json":
            return _scalars(text)
        case _:
            return [text]


def _rows(text: str) -> list[str]:
    try:
        return [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    except csv.Error:
        return [text]


def _scalars(text: str) -> list[str]:
    """Numbers as they are spelled, and a name that stands twice in an object twice."""
    try:
        said = json.loads(text, object_pairs_hook=list, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return [text]
    return list(_flat(said))


def _flat(said: object) -> Iterator[str]:
    """The texts among lists of lists, pairs and texts, from the first to the last; true, false and null say nothing."""
    waiting = [said]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, (list, tuple)):
            waiting.extend(reversed(one))
