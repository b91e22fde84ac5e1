"""The scan of finished pages: how many megabytes a second, and what the number of register values changes."""

from collections.abc import Iterator
from random import Random

from bench.measuring import Row, at_least, at_most, compare, row_of, worked
from bench.scale import Scale
from generator.cli.demo.people import households
from generator.cli.demo.stories import read_stories, tell
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.sitesearch import Search, search_whole

VALUES = 10_000
FEW = 100
TEXT_BYTES = 1_000_000


def measure(scale: Scale) -> Iterator[Row]:
    people, text = _people(VALUES // 3), _text()
    size = len(text.encode()) / 1e6
    world, few = World.build(people), World.build(people[: FEW // 3])
    values = [value for person in people for value in (person.name, person.phone, person.room) if value]
    taken = [
        (size / worked(lambda: list(search_whole(world, text))), size / worked(lambda: _one_by_one(values, text)))
        for _ in range(scale.pairs)
    ]  # fmt: skip
    yield row_of("scan", f"{VALUES:,} values in every notation, text never seen", "each as written, one by one", taken,
                 unit="MB/CPU s", bar=at_least(1))  # fmt: skip
    yield compare("scan", f"{VALUES:,} values", lambda: worked(lambda: list(search_whole(world, text))),
                  f"{FEW} values", lambda: worked(lambda: list(search_whole(few, text))), unit="CPU s",
                  bar=at_most(2), pairs=scale.pairs)  # fmt: skip
    search = Search(world)
    pages = [f"<p>{piece}</p>" for piece in text.split("\n")]
    list(search.find("".join(pages)))
    yield compare("scan", "pieces seen before", lambda: worked(lambda: list(search.find("".join(pages)))),
                  "never seen", lambda: worked(lambda: list(search_whole(world, text))), unit="CPU s",
                  pairs=scale.pairs)  # fmt: skip


def _people(count: int) -> list[PrivateValues]:
    chance = Random(VALUES)
    homes = [home for _ in range(count // 600 + 1) for home in households(chance)]
    return [
        PrivateValues(name=home.name, phone=f"199{number:08}", room=home.room)
        for number, home in enumerate(homes[:count])
    ]


def _text() -> str:
    """Summaries as they stand on pages, no two lines the same."""
    chance, stories = Random(TEXT_BYTES), read_stories()
    lines: list[str] = []
    size = 0
    while size < TEXT_BYTES:
        lines.append(f"{tell(stories, chance).zh} {len(lines) * 7 % 977} 件")
        size += len(lines[-1].encode()) + 1
    return "\n".join(lines)


def _one_by_one(values: list[str], text: str) -> int:
    return sum(text.count(value) for value in values)
