from pathlib import Path

import pytest

from generator.site.making import swap
from generator.site.making.swap import (
    KEPT,
    Chain,
    SwapRefused,
    build_names,
    current_build,
    only_builder,
    roll_back,
    shown_chain,
    swap_in,
)


def put(home: Path, words: str) -> str:
    """Stage a one-page site and swap it in; the name of the build."""
    with only_builder(home) as staging:
        folder = staging / "site"
        (folder / "en").mkdir(parents=True)
        (folder / "index.html").write_text(words, encoding="utf-8")
        (folder / "en" / "index.html").write_text(words, encoding="utf-8")
        swap_in(home, folder)
    name = current_build(home)
    assert name is not None
    return name


def shown(home: Path) -> str:
    return (home / "site" / "en" / "index.html").read_text(encoding="utf-8")


def test_a_build_is_swapped_in_by_a_link(tmp_path):
    name = put(tmp_path, "one")
    assert shown(tmp_path) == "one"
    assert (tmp_path / "site").readlink() == Path("var") / "builds" / name
    assert not (tmp_path / "var" / "builds" / ".staging").exists()


def test_the_same_bytes_change_nothing(tmp_path):
    assert put(tmp_path, "one") == put(tmp_path, "one")
    assert len(build_names(tmp_path)) == 1


def test_the_same_bytes_made_from_other_files_say_what_they_were_made_from_now(tmp_path):
    put(tmp_path, "one")
    with only_builder(tmp_path) as staging:
        folder = staging / "site"
        (folder / "en").mkdir(parents=True)
        for place in (folder, folder / "en"):
            (place / "index.html").write_text("one", encoding="utf-8")
        swap_in(tmp_path, folder, ["ab"], Chain({"releases/2026-Q3.json": "ab"}, {}))
    assert len(build_names(tmp_path)) == 1
    assert shown_chain(tmp_path) == {"releases/2026-Q3.json": "ab"}


def test_what_is_said_of_a_build_is_replaced_whole(tmp_path, monkeypatch):
    name = put(tmp_path, "one")
    file = tmp_path / "var" / "builds" / f"{name}.json"
    before = file.read_bytes()

    def torn(*_: object) -> None:
        raise OSError("disk")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", torn)
        with pytest.raises(OSError, match="disk"):
            put(tmp_path, "one")
    assert file.read_bytes() == before


def test_rolling_back_shows_the_build_before_and_can_go_on_from_there(tmp_path):
    first = put(tmp_path, "one")
    put(tmp_path, "two")
    with only_builder(tmp_path):
        assert roll_back(tmp_path) == first
    assert shown(tmp_path) == "one"
    put(tmp_path, "three")
    assert shown(tmp_path) == "three"
    assert len(build_names(tmp_path)) == 3


@pytest.mark.parametrize("said", [None, "{}", '{"releases": "none"}', '{"releases": ["aa"]}'])
def test_no_way_leads_back_to_what_was_withdrawn_or_does_not_say_what_it_was_made_from(tmp_path, said):
    for text in ("one", "two"):
        put(tmp_path, text)
    first = build_names(tmp_path)[0]
    manifest = tmp_path / "var" / "builds" / f"{first}.json"
    manifest.unlink() if said is None else manifest.write_text(said, encoding="utf-8")
    with pytest.raises(SwapRefused, match="still shows what was taken down"):
        roll_back(tmp_path, withdrawn=["aa"])
    manifest.write_text('{"releases": ["bb"]}', encoding="utf-8")
    assert roll_back(tmp_path, withdrawn=["aa"]) == first


def test_there_is_no_way_back_from_the_first_build(tmp_path):
    with pytest.raises(SwapRefused, match="no earlier build"):
        roll_back(tmp_path)
    put(tmp_path, "one")
    with pytest.raises(SwapRefused, match="no earlier build"):
        roll_back(tmp_path)
    assert shown(tmp_path) == "one"


def test_two_builders_cannot_mix(tmp_path):
    with (
        only_builder(tmp_path),
        pytest.raises(SwapRefused, match="another build is running"),
        only_builder(tmp_path),
    ):
        raise AssertionError("the second builder got in")
    with only_builder(tmp_path):
        pass


def test_a_failed_build_leaves_the_old_site_and_no_rubbish(tmp_path):
    put(tmp_path, "one")
    staging = tmp_path / "var" / "builds" / ".staging"

    def fail() -> None:
        with only_builder(tmp_path) as folder:
            assert folder == staging
            (folder / "half").write_text("x", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert shown(tmp_path) == "one"
    assert not staging.exists()


@pytest.mark.parametrize("call", ["rename", "symlink_to"])
def test_a_disk_that_refuses_leaves_the_old_site(tmp_path, monkeypatch, call):
    put(tmp_path, "one")

    def refuse(*arguments: object) -> None:
        raise OSError("disk")

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, refuse)
        with pytest.raises(OSError, match="disk"):
            put(tmp_path, "two")
    assert shown(tmp_path) == "one"
    put(tmp_path, "three")
    assert shown(tmp_path) == "three"


def test_everything_is_on_the_disk_before_the_link_moves(tmp_path, monkeypatch):
    happened: list[tuple[str, str]] = []
    sync, rename = swap._sync, Path.rename
    monkeypatch.setattr(swap, "_sync", lambda path: (happened.append(("sync", path.name)), sync(path)))
    monkeypatch.setattr(
        Path, "rename", lambda path, to: (happened.append(("move", to.name)), rename(path, to))[1]
    )
    put(tmp_path, "one")
    moved = happened.index(("move", "site"))
    assert happened[:moved].count(("sync", "index.html")) == 2
    assert ("sync", "builds") in happened[:moved]
    assert happened[-1] == ("sync", tmp_path.name)


def test_old_builds_are_forgotten(tmp_path):
    for number in range(KEPT + 2):
        put(tmp_path, str(number))
    assert len(build_names(tmp_path)) == KEPT
    assert shown(tmp_path) == str(KEPT + 1)


def test_a_real_folder_is_not_replaced(tmp_path):
    (tmp_path / "site").mkdir()
    with pytest.raises(SwapRefused, match="is not the link"):
        put(tmp_path, "one")
