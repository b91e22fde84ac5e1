"""The security checklist as a page: OWASP ASVS 5.0 in our words, each with the test that shows it.

`python -m tests.asvs > docs/asvs.md` writes the page anew.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

LIST = Path(__file__).with_name("asvs.toml")


def requirements() -> dict[str, dict[str, tuple[str, str]]]:
    """By chapter and number: what is asked, and the test or, after a dash, a word about it."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {
        chapter: {n: (what, shown) for n, (what, shown) in rows.items()} for chapter, rows in listed.items()
    }


def page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    rows = [row for chapter in requirements().values() for row in chapter.values()]
    tested = sum(not shown.startswith("-") for _, shown in rows)
    yield from (
        "# Security checklist: OWASP ASVS 5.0, levels 1 and 2",
        "",
        f"{len(rows)} requirements that touch counter and desk, in our own words; {tested} are shown by a test, the others say where",
        "they are written down or what is missing. What is about OAuth, tokens, WebRTC or databases does not apply. Generated from",
        "`tests/asvs.toml`; do not edit. To renew it: `.venv/bin/python -m tests.asvs > docs/asvs.md`",
        "",
    )
    for chapter, numbers in requirements().items():
        yield from (f"## {chapter}", "", "| no. | what it asks | shown by |", "|---|---|---|")
        for number, (what, shown) in numbers.items():
            where = shown.removeprefix("-").strip() if shown.startswith("-") else f"`tests/{shown}`"
            yield f"| {number} | {what} | {where} |"
        yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
