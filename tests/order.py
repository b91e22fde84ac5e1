"""In which order tests begin: those that take longest first, so that no worker is left with one when the rest is done."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

T = TypeVar("T")

LONGEST: Final = (
    "tests/journeys/test_handbook.py",
    "tests/journeys/test_main_job.py",
    "tests/journeys/test_ledger.py",
    "tests/generator/site/test_browser.py",
    "tests/journeys/test_verify.py",
    "tests/journeys/test_casework.py",
    "tests/generator/cli/test_demo.py",
    "tests/hostile/test_site_words.py",
    "tests/hostile/test_kill.py",
    "tests/generator/disclosure/scan/test_bars.py",
    "tests/register/test_walks.py",
    "tests/generator/disclosure/drafts/test_population.py",
    "tests/register/test_survey_crash.py",
    "tests/generator/disclosure/test_replay.py",
)
"""Files one test of which, or what all of them share, takes many seconds; the longest first."""


def dealt(tests: Sequence[T], file_of: Callable[[T], str], workers: int) -> list[T]:
    """The same tests, files left whole, so that each worker's share of them begins with its share of the longest.

    The shares are equal in number and lie one after another, as workers that steal from each other are given them first.
    """
    if workers < 2:
        return list(tests)
    hands: list[list[T]] = [[] for _ in range(workers)]
    asked_for = set(map(file_of, tests))
    for turn, file in enumerate(file for file in LONGEST if file in asked_for):
        hands[turn % workers].extend(test for test in tests if file_of(test) == file)
    others = [test for test in tests if file_of(test) not in LONGEST]
    order: list[T] = []
    for place, hand in enumerate(hands):
        share = (len(tests) - len(order)) // (workers - place)
        room = max(0, share - len(hand))
        order += [*hand, *others[:room]]
        others = others[room:]
    return [*order, *others]
