"""Two histories that publish the same give the same site, byte for byte: no chart, title, page, order or file tells them apart.

What differs is hidden: the matters shown as other, the channels shown together, counts of the crossed table, the reasons for withholding
that have no name; and with it the register.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.disclosure.releases.releases import read_releases
from generator.site.making.build import stage_site
from register.terms import Matter, Step
from tests.factories import MANAGER, REVIEWER, step
from tests.generator.disclosure.estate import Q3, Folder, at, fed_back, listable
from tests.generator.disclosure.test_replay import (
    HAPPENED,
    Quarter,
    quarters,
    replayed,
    splits_like,
    tables_like,
    with_channels,
    with_other,
    with_table,
)
from tests.generator.site.samples import ORIGIN

TODAY = date(2026, 11, 20)
WITHHELD = (33, 39, 46, 59, 72, 73)
"""Of counts that are k people without them: what is withheld is nobody."""


def other_history() -> Quarter:
    """Other matters, other channels, other counts in the crossed table, and all of it shown as what happened is."""
    happened, release = HAPPENED[0], quarters(replayed(HAPPENED))[0]
    cells = list(tables_like(release))[-1]
    split = list(splits_like(release))[-1]
    other = with_other(
        with_channels(with_table(happened, release, cells), release, split), release, Matter.OTHER
    )
    differ = [one != two for one, two in zip(happened, other, strict=True)]
    assert sum(differ) > 6
    return other


def published(folder: Path, quarter: Quarter, reasons: Sequence[str]) -> Path:
    """An estate on disk with these cases: some listed, six withheld for these reasons, the others open. Its first quarter is public."""
    estate = Folder(folder)
    for number, kind in enumerate(quarter, 1):
        received = at(7, 6) + timedelta(minutes=number)
        case = estate.open(number, received=received, matter=kind.matter, channel=kind.channel)
        if number <= 24:
            estate.change(listable(case))
        elif number in WITHHELD:
            reason = reasons[WITHHELD.index(number)]
            proposed = step(fed_back(case), Step.WITHHOLD, by=REVIEWER, reason=reason)
            estate.change(step(proposed, Step.WITHHOLD, by=MANAGER, reason=reason))
    estate.publish(estate.draft(Q3))
    return estate.home.folder


def bytes_of_site(home: Path, into: Path) -> dict[str, bytes]:
    staged = stage_site(home, into, today=TODAY, progress=lambda step, pages: None, origin=ORIGIN)
    return {
        file.relative_to(staged.folder).as_posix(): file.read_bytes()
        for file in sorted(staged.folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two estates, each with its register and what it published."""
    folder = tmp_path_factory.mktemp("worlds")
    happened = published(folder / "one", HAPPENED[0], ["privacy"] * 3 + ["spam"] * 3)
    return happened, published(folder / "two", other_history(), ["privacy"] * 2 + ["duplicate"] * 4)


def test_the_two_histories_differ_in_what_is_hidden(worlds: tuple[Path, Path]) -> None:
    """The comparison can fail: the registers are different, and what is hidden is there to be found."""
    one, two = (
        {file.name: file.read_bytes() for file in (home / "var/register").rglob("2026*.json")}
        for home in worlds
    )
    assert one.keys() == two.keys()
    assert len([name for name in one if one[name] != two[name]]) > 6
    (released,) = read_releases(worlds[0] / "content" / "releases")
    tables, reasons = released.release.tables, released.release.performance.reasons.withheld
    assert any(None in row for table in tables for row in table.cells)
    assert all(None in table.columns for table in tables)
    assert [(row.reason, row.count) for row in reasons] == [(None, 6)]


def test_no_byte_of_the_site_tells_them_apart(worlds: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = (bytes_of_site(home, tmp_path / home.name) for home in worlds)
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] != second[name]]
