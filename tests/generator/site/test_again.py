"""A build that remembers the last one gives the bytes of a build from nothing, and makes only what changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.disclosure.remembered import FILE, Remembered, remembering
from generator.site.making import build, engine
from generator.site.making.build import stage_site
from generator.site.making.proof import prove_site
from tests.generator.site.samples import ORIGIN, TODAY, make_home, make_releases
from tests.shared import made_once

Bytes = dict[str, bytes]
PROGRAM = "1"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An estate with one released quarter. Copy it before changing anything."""
    return made_once(tmp_path_factory, "small", lambda folder: make_home(folder, make_releases(("2026-Q3",))))


@pytest.fixture(scope="module")
def memory(small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bytes]:
    """What the first build remembered, and the bytes it gave. Copy the folder before using it."""

    def remember(folder: Path) -> tuple[Path, Bytes]:
        memory = folder / "memory"
        memory.mkdir()
        return memory, remembered_site(small, folder / "first", memory)

    return made_once(tmp_path_factory, "memory", remember)


@pytest.fixture
def changed(small: Path, tmp_path: Path) -> Path:
    """The estate after somebody wrote another sentence into a page."""
    home = Path(shutil.copytree(small, tmp_path / "changed"))
    page = home / "content" / "pages" / "zh" / "complain.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n前台周日也有人。\n", encoding="utf-8")
    return home


def site(home: Path, into: Path, remembered: Remembered | None = None) -> Bytes:
    staged = stage_site(
        home, into, today=TODAY, progress=lambda step, pages: None, origin=ORIGIN, remembered=remembered
    )
    assert prove_site(staged.folder, staged.content) == []
    return {
        path.relative_to(staged.folder).as_posix(): path.read_bytes()
        for path in staged.folder.rglob("*")
        if path.is_file()
    }


def remembered_site(home: Path, into: Path, memory: Path) -> Bytes:
    with remembering(memory, PROGRAM) as remembered:
        return site(home, into, remembered)


def noted(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The pages that each run of the engine was given."""
    given: list[list[str]] = []
    real: Callable[[Path], None] = engine.run

    def run(config: Path) -> None:
        source = config.parent / "source"
        given.append([path.relative_to(source).as_posix() for path in source.rglob("*.md")])
        real(config)

    monkeypatch.setattr(engine, "run", run)
    return given


def test_nothing_changed_gives_the_same_bytes_and_makes_nothing(
    small: Path, memory: tuple[Path, Bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, first = memory
    given = noted(monkeypatch)
    monkeypatch.setattr(build, "page_source", lambda page: pytest.fail("no page is made again"))
    assert remembered_site(small, tmp_path / "into", Path(shutil.copytree(folder, tmp_path / "m"))) == first
    assert given == []


def test_a_change_gives_the_bytes_of_a_build_from_nothing_and_makes_that_page_alone(
    changed: Path, memory: tuple[Path, Bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, first = memory
    from_nothing = site(changed, tmp_path / "nothing")
    given = noted(monkeypatch)
    again = remembered_site(changed, tmp_path / "again", Path(shutil.copytree(folder, tmp_path / "m")))
    assert again == from_nothing
    assert {name for name in again if again[name] != first[name]} == {"complain/index.html"}
    assert [len(pages) <= 12 for pages in given] == [True], (
        "the page that changed and what the navigation names"
    )


def test_a_new_release_makes_only_the_pages_that_tell_of_it(
    small: Path, memory: tuple[Path, Bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How new the data are stands on every page, and no page is made again for it."""
    folder, first = memory
    home = make_home(tmp_path / "released", make_releases(("2026-Q3", "2026-Q4")))
    from_nothing = site(home, tmp_path / "nothing")
    given = noted(monkeypatch)
    again = remembered_site(home, tmp_path / "again", Path(shutil.copytree(folder, tmp_path / "m")))
    assert again == from_nothing
    assert again["privacy/index.html"] != first["privacy/index.html"]
    made = {name for pages in given for name in pages}
    assert {"outcomes/2026-Q4/index.md", "releases/index.md"} <= made
    assert not {"privacy/index.md", "print/complain/a4/index.md", "outcomes/2026-Q3/index.md"} & made


def test_a_memory_that_was_tampered_with_changes_nothing(
    small: Path, memory: tuple[Path, Bytes], tmp_path: Path
) -> None:
    folder, first = memory
    copy = Path(shutil.copytree(folder, tmp_path / "m"))
    data = bytearray((copy / FILE).read_bytes())
    for place in range(4096 + 500, len(data), 8192):
        data[place : place + 40] = bytes(40)
    (copy / FILE).write_bytes(data)
    assert remembered_site(small, tmp_path / "into", copy) == first
