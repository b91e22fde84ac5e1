"""The security checklist names tests that exist, and its page is current."""

import re
from pathlib import Path

from tests.asvs import page, requirements

TESTS = Path(__file__).resolve().parent
ROWS = [(number, shown) for chapter in requirements().values() for number, (_, shown) in chapter.items()]


def test_every_test_it_names_exists() -> None:
    named = {shown for _, shown in ROWS if not shown.startswith("-")}
    places = [name.partition("::") for name in sorted(named)]
    missing = [
        f"{file}::{name}"
        for file, _, name in places
        if not (TESTS / file).is_file() or f"def {name}(" not in (TESTS / file).read_text(encoding="utf-8")
    ]
    assert missing == []


def test_every_file_it_points_to_is_there() -> None:
    pointed = [
        place
        for _, shown in ROWS
        if shown.startswith("-")
        for place in re.findall(r"\(([^)]+\.md)\)|`([^`*]+)`", shown)
    ]
    for page_name, file in pointed:
        there = TESTS.parent / "docs" / page_name if page_name else TESTS.parent / file
        assert there.exists(), there


def test_every_requirement_stands_once_and_under_a_number() -> None:
    numbers = [number for number, _ in ROWS]
    assert len(set(numbers)) == len(numbers) >= 100
    assert all(re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{1,2}", number) for number in numbers)


def test_the_page_is_current() -> None:
    assert (TESTS.parent / "docs" / "asvs.md").read_text(encoding="utf-8") == page()
