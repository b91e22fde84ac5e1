"""The longest tests begin first, and none is lost or doubled by it."""

from pathlib import Path

import pytest

from tests.order import LONGEST, dealt

FIRST, SECOND = LONGEST[:2]
TESTS = [
    *((file, number) for file in ("tests/a.py", FIRST) for number in range(4)),
    ("tests/b.py", 0), ("tests/b.py", 1), (SECOND, 0), ("tests/c.py", 0),
]  # fmt: skip


def file_of(test: tuple[str, int]) -> str:
    return test[0]


@pytest.mark.parametrize("workers", [1, 2, 3, 5, 20])
def test_every_test_is_dealt_once(workers: int) -> None:
    assert sorted(dealt(TESTS, file_of, workers)) == sorted(TESTS)


def test_each_share_begins_with_the_longest_and_files_keep_their_order() -> None:
    order = dealt(TESTS, file_of, 2)
    first, second = order[:6], order[6:]
    assert first == [*((FIRST, number) for number in range(4)), ("tests/a.py", 0), ("tests/a.py", 1)]
    assert second[0] == (SECOND, 0)
    assert second[1:] == [("tests/a.py", 2), ("tests/a.py", 3), *TESTS[8:10], TESTS[11]]


def test_one_worker_keeps_the_order() -> None:
    assert dealt(TESTS, file_of, 1) == TESTS


def test_nobody_is_dealt_what_nobody_asked_for() -> None:
    """A run of a few tests holds none of the longest."""
    assert dealt(TESTS[:4], file_of, 3) == TESTS[:4]


@pytest.mark.parametrize("file", LONGEST)
def test_the_longest_are_there(file: str) -> None:
    assert (Path(__file__).parents[1] / file).is_file()
