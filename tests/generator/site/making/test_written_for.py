"""What people had written for a build is kept beside it, whole or not at all, and goes with it."""

from pathlib import Path

import pytest

from generator.site.making.swap import (
    KEPT,
    build_names,
    current_build,
    only_builder,
    shows_withdrawn,
    swap_in,
)
from generator.site.making.written_for import WrittenFor, written_for

WRITTEN = WrittenFor({"notices/a.toml": "title = '公告'"}, {"replies/2026-Q3.toml": "left_out"})


def put(home: Path, words: str, written: WrittenFor, releases: tuple[str, ...] = ()) -> str:
    with only_builder(home) as staging:
        (staging / "index.html").write_text(words, encoding="utf-8")
        swap_in(home, staging, releases, written=written)
    name = current_build(home)
    assert name is not None
    return name


def test_it_is_read_as_it_was_kept_for_the_same_bytes_too(tmp_path: Path) -> None:
    assert written_for(tmp_path, None) is None
    name = put(tmp_path, "one", WRITTEN)
    assert written_for(tmp_path, name) == WRITTEN
    other = WrittenFor({"notices/b.toml": "x"})
    assert put(tmp_path, "one", other) == name
    assert written_for(tmp_path, name) == other


@pytest.mark.parametrize("said", [None, "", "[]", "{}", '{"texts": {}, "aside": {}}', "changed"])
def test_what_is_missing_or_was_changed_says_nothing(tmp_path: Path, said: str | None) -> None:
    name = put(tmp_path, "one", WRITTEN)
    (place,) = (tmp_path / "var" / "builds").glob("*.written.json")
    if said is None:
        place.unlink()
    else:
        text = place.read_text(encoding="utf-8").replace("notices/a", "notices/b")
        place.write_text(text if said == "changed" else said, encoding="utf-8")
    assert written_for(tmp_path, name) is None


def test_it_goes_with_the_build(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        put(tmp_path, str(number), WRITTEN)
    kept = {path.name.split(".")[0] for path in (tmp_path / "var" / "builds").glob("*.written.json")}
    assert kept == set(build_names(tmp_path))


def test_a_site_shows_what_was_withdrawn_where_it_was_made_from_it(tmp_path: Path) -> None:
    assert not shows_withdrawn(tmp_path, ["aa"])
    put(tmp_path, "one", WRITTEN, ("aa", "bb"))
    assert shows_withdrawn(tmp_path, ["aa"])
    assert not shows_withdrawn(tmp_path, ["cc"])
    assert not shows_withdrawn(tmp_path, [])
