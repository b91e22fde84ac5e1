"""The scan of finished pages: how many megabytes a second, and what the number of register values changes."""

from collections.abc import Iterator
from functools import partial
from random import Random

from bench.measuring import Row, at_least, at_most, compare, row_of, worked
from bench.scale import Scale
from generator.cli.demo.people import households
from generator.cli.demo.stories import read_stories, tell
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.scan import PrivateValues, Public, World, scan_text

VALUES = 10_000
FEW = 100
TEXT_BYTES = 1_000_000
LONG = 100_000
"""Bytes of a text that somebody pastes into a summary; the longer one is twice as long."""
SUMMARIES = 400
PEOPLE = 3_000
HOSTILE = {
    "prose": "楼道垃圾清运不及时，已清运并调整班次，由保洁主管每日复查。",
    "surnames": "王李张刘陈杨黄赵吴周",
    "digits": "13812345678",
    "doors": "3栋2单元1203室、",
    "one letter": "a",
    "chained capitals": "AB–",
    "brackets": "（【「",
    "English": "The pump in Block 3 was replaced by Mr Li on Monday. ",
}


def measure(scale: Scale) -> Iterator[Row]:
    people, text = _people(VALUES // 3), _text()
    size = len(text.encode()) / 1e6
    world, few = World.build(people), World.build(people[: FEW // 3])
    values = [value for person in people for value in (person.name, person.phone, person.room) if value]
    taken = [
        (size / worked(lambda: list(Search(world).find(text))), size / worked(lambda: _one_by_one(values, text)))
        for _ in range(scale.pairs)
    ]  # fmt: skip
    yield row_of("scan", f"{VALUES:,} values in every notation, text never seen", "each as written, one by one", taken,
                 unit="MB/CPU s", bar=at_least(1))  # fmt: skip
    yield compare("scan", f"{VALUES:,} values", lambda: worked(lambda: list(Search(world).find(text))),
                  f"{FEW} values", lambda: worked(lambda: list(Search(few).find(text))), unit="CPU s",
                  bar=at_most(2), pairs=scale.pairs)  # fmt: skip
    search = Search(world)
    pages = [f"<p>{piece}</p>" for piece in text.split("\n")]
    list(search.find("".join(pages)))
    yield compare("scan", "pieces seen before", lambda: worked(lambda: list(search.find("".join(pages)))),
                  "never seen", lambda: worked(lambda: list(Search(world).find(text))), unit="CPU s",
                  pairs=scale.pairs)  # fmt: skip
    yield from _daily(scale)
    yield from _growth(few, scale)


def _daily(scale: Scale) -> Iterator[Row]:
    """What an editor waits for: one summary after another, and the register's values put in order after a change."""
    people, summaries = _people(PEOPLE), _text().split("\n")[:SUMMARIES]
    world = World.build(people)
    alone = partial(_each_scanned, summaries, world)
    alone()
    yield compare("scan", f"{SUMMARIES} summaries, each alone", alone, "the same as one text",
                  partial(_each_scanned, ["\n".join(summaries)], world), unit="CPU s", bar=at_most(2.5),
                  pairs=scale.pairs)  # fmt: skip
    yield compare("scan", f"the values of {PEOPLE:,} people, put in order", lambda: worked(lambda: len(World.build(people).finder)),
                  f"{SUMMARIES} summaries, each alone", alone, unit="CPU s", pairs=scale.pairs)  # fmt: skip


def _each_scanned(texts: list[str], world: World) -> float:
    return worked(lambda: [scan_text(text, world, Public(), "zh") for text in texts])


def _growth(world: World, scale: Scale) -> Iterator[Row]:
    """Twice as much text may take twice as long, whatever it holds: 2 with the unevenness of a small measurement."""
    for name, unit in HOSTILE.items():
        short, lang = unit * (LONG // len(unit.encode())), "en" if unit.isascii() and " " in unit else "zh"
        yield compare("scan", f"a summary of {2 * LONG // 1000:,} kB: {name}", partial(_scanned, short * 2, world, lang),
                      "half of it", partial(_scanned, short, world, lang), unit="CPU s", bar=at_most(2.5),
                      pairs=scale.pairs)  # fmt: skip


def _scanned(text: str, world: World, lang: str) -> float:
    return worked(lambda: scan_text(text, world, Public(), lang))


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
