"""A take-down waits for nobody: what is held is set aside and told, and the next build refuses it as ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.building import BuildRefused, _made_of, _prove, _scan, _scan_content, public_baseline
from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.cli.setting_aside import (
    MAY_BE_MISSING,
    Pending,
    _set_aside,
    aside_in_words,
    aside_now,
    waits_for_it,
)
from generator.cli.written_content import content_files
from generator.disclosure.leakscan.contentscan import Exceptions, HeldLine, digest_of
from generator.disclosure.remembered import Remembered
from generator.disclosure.scan import FindingKind
from generator.site.making.build import Staged
from generator.site.making.proof import Flaw
from generator.site.making.swap import only_builder, swap_in
from generator.site.making.written_for import WrittenFor
from register.settings import ZONE, Home, read_book
from register.store import FolderStore
from tests import factories

NOW = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
NAME, PHONE = "骆晓燕", "13700001111"
GOING, HELD, PAGE = "notices/going.toml", "notices/water.toml", "pages/zh/privacy.md"
WATER = "水箱将于下周清洗"


def gate_of(home: Home) -> Gate:
    return Gate(home, read_book(home.content), lambda: NOW, system_draw)


def write(home: Home, name: str, text: str) -> Path:
    file = home.content / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def build(home: Home, **pages: str) -> None:
    """A site of these pages, made of the content as it stands."""
    with only_builder(home.folder) as staging:
        for name, words in {"index": "首页", **pages}.items():
            (staging / f"{name}.html").write_text(f"<p>{words}</p>", encoding="utf-8")
        swap_in(home.folder, staging, written=WrittenFor(content_files(home.content)))


def stranger(home: Home) -> None:
    """Anybody, through the form, with a name and a phone that a page shows or will show."""
    factories.open_case(
        factories.submission(received=NOW), factories.contact(name=NAME, phone=PHONE),
        instance=factories.instance(98), keys=factories.KEYS, store=FolderStore(home.register),
        clockwork=factories.book().clockwork,
    )  # fmt: skip


@pytest.fixture
def waiting(home: Home) -> Home:
    """The site shows a notice that must go: its file is gone, and the site not built yet. A stranger has been there."""
    going = write(home, GOING, 'title = "感谢热心业主郜秋燕"\n')
    write(home, HELD, f'title = "{WATER}"\n')
    build(home, going="感谢热心业主郜秋燕")
    going.unlink()
    stranger(home)
    return home


def coming(home: Home) -> Pending:
    return _scan_content(gate_of(home))[1]


def test_nothing_waits_before_the_first_site_and_while_all_that_it_shows_is_there(home: Home) -> None:
    assert not waits_for_it(gate_of(home))
    going = write(home, GOING, "")
    build(home)
    write(home, "notices/new.toml", "")
    assert not waits_for_it(gate_of(home))
    going.unlink()
    assert waits_for_it(gate_of(home))


def test_a_site_that_was_made_from_a_withdrawn_release_waits(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with only_builder(home.folder) as staging:
        (staging / "index.html").write_text("", encoding="utf-8")
        swap_in(home.folder, staging, ["aa"], written=WrittenFor(content_files(home.content)))
    gate = gate_of(home)
    assert not waits_for_it(gate)
    monkeypatch.setattr(Gate, "withdrawn", lambda _: frozenset({"aa"}))
    assert waits_for_it(gate)


def test_a_build_for_which_nothing_waits_refuses_a_held_piece_as_ever(home: Home) -> None:
    build(home)
    stranger(home)
    write(home, HELD, f"电话 {PHONE}")
    with pytest.raises(BuildRefused, match=HELD):
        _scan_content(gate_of(home))


def test_where_nothing_is_held_nothing_is_set_aside(waiting: Home) -> None:
    assert coming(waiting).aside == {}
    assert _made_of(waiting, coming(waiting), waiting.folder / "x") == waiting.folder


def test_a_new_piece_that_is_held_is_left_out(waiting: Home, tmp_path: Path) -> None:
    new = "replies/2026-Q3.toml"
    write(waiting, new, f'text = "电话 {PHONE}"\n')
    made = coming(waiting)
    assert made.aside == {new: "left_out"}
    assert new not in made.texts
    assert f"content/{new}" in made.why[0]
    copy = _made_of(waiting, made, tmp_path / "staging")
    assert not (copy / "content" / new).exists()
    assert (waiting.content / new).exists()
    assert PHONE not in "".join(public_baseline(gate_of(waiting), made).texts)


def test_a_changed_piece_that_is_held_stays_as_residents_saw_it(waiting: Home, tmp_path: Path) -> None:
    write(waiting, HELD, f'title = "{WATER}，电话 {PHONE}"\n')
    made = coming(waiting)
    assert made.aside == {HELD: "as_shown"}
    copy = _made_of(waiting, made, tmp_path / "staging")
    assert (copy / "content" / HELD).read_text(encoding="utf-8") == f'title = "{WATER}"\n'


def test_what_would_not_pass_as_new_today_does_not_stay(home: Home) -> None:
    """Its change may be the very one that takes the name out."""
    going = write(home, GOING, "x")
    write(home, HELD, f'title = "感谢{NAME}"\n')
    build(home, water=f"感谢{NAME}")
    going.unlink()
    stranger(home)
    write(home, HELD, f'title = "感谢一位业主，电话 {PHONE}"\n')
    assert coming(home).aside == {HELD: "left_out"}


def test_what_no_site_is_without_stays_as_it_was(waiting: Home) -> None:
    before = (waiting.content / PAGE).read_text(encoding="utf-8")
    write(waiting, PAGE, f"{before}\n感谢{NAME}的建议。\n")
    made = coming(waiting)
    assert made.aside == {PAGE: "as_shown"}
    assert made.texts[PAGE] == before


def test_what_no_site_is_without_and_nobody_saw_before_refuses(waiting: Home) -> None:
    write(waiting, "surveys/2027.toml", f"# {PHONE}")
    with pytest.raises(BuildRefused, match=r"surveys/2027\.toml"):
        _scan_content(gate_of(waiting))


def test_an_exception_that_is_not_signed_yet_sets_its_line_aside(waiting: Home) -> None:
    line = f'title = "感谢{NAME}"'
    write(waiting, "notices/thanks.toml", f"{line}\n")
    write(
        waiting,
        "exceptions.toml",
        f'[[exception]]\nfile = "notices/thanks.toml"\nline_sha256 = "{digest_of(line)}"\n'
        'reason = "本人书面同意署名公开。"\nby = ["a", "b"]\n',
    )
    made = coming(waiting)
    assert made.aside == {"notices/thanks.toml": "left_out"}
    assert made.exceptions.exception == ()


@dataclass
class Finished:
    """Of a finished site, what the last search asks for."""

    files: dict[str, bytes] = field(default_factory=dict)


def looked_at(home: Home, site: Path, **pages: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    for name, words in pages.items():
        (site / f"{name}.html").write_text(f"<p>{words}</p>", encoding="utf-8")
    gate = gate_of(home)
    pieces, made = _scan_content(gate)
    staged = Staged(site, cast("Any", Finished()), len(pages))
    return _scan(gate, staged, pieces, Remembered(), made)


def test_pages_that_hold_a_strangers_value_are_set_aside_where_something_must_go(
    waiting: Home, tmp_path: Path
) -> None:
    site = tmp_path / "new"
    site.mkdir()
    told, aside = looked_at(
        waiting, site, index=f"热线 {PHONE}", going=f"不同 {PHONE}", new=PHONE, clean="无"
    )
    assert aside == {"index.html": "as_shown", "going.html": "left_out", "new.html": "left_out"}
    assert any("index.html: holds a private value" in line for line in told)
    assert (site / "index.html").read_text(encoding="utf-8") == "<p>首页</p>"
    assert sorted(file.name for file in site.iterdir()) == ["clean.html", "index.html"]


def test_where_nothing_must_go_the_search_refuses_as_ever(home: Home, tmp_path: Path) -> None:
    build(home)
    stranger(home)
    with pytest.raises(BuildRefused, match=r"index.html: holds a private value"):
        looked_at(home, tmp_path, index=PHONE)


def test_a_link_to_what_was_set_aside_is_told_and_stops_no_take_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flaw = Flaw("privacy/index.html", "dead_link", "leads to /notices/water/", grave=True)
    monkeypatch.setattr("generator.cli.building.prove_site", lambda *_: [flaw])
    staged = Staged(tmp_path, cast("Any", Finished()), 1)
    assert "dead_link" in _prove(staged, is_whole=False)[0]
    with pytest.raises(BuildRefused, match="dead_link"):
        _prove(staged)


def test_a_file_that_cannot_be_searched_is_nobodys_value_and_refuses(waiting: Home, tmp_path: Path) -> None:
    site = tmp_path / "new"
    site.mkdir()
    (site / "a.bin").write_bytes(b"\x00")
    with pytest.raises(BuildRefused, match=r"a\.bin"):
        looked_at(waiting, site, index="首页")


def test_what_is_set_aside_is_told_in_both_languages_until_the_next_build(home: Home) -> None:
    assert aside_now(home.folder) == {}
    with only_builder(home.folder) as staging:
        (staging / "index.html").write_text("", encoding="utf-8")
        written = WrittenFor({}, {HELD: "left_out", "index.html": "as_shown"})
        swap_in(home.folder, staging, written=written)
    head, *lines = aside_in_words(aside_now(home.folder))
    assert "撤下优先" in head
    assert "The take-down went first" in head
    assert lines[1] == f"{HELD}：没有放上网站 · {HELD}: left out of the site"
    build(home)
    assert aside_now(home.folder) == {}


NAMES = st.sampled_from(
    ("notices/a.toml", "replies/2026-Q3.toml", "fees.toml", "pages/zh/privacy.md", "rules.toml")
)
TEXTS = st.dictionaries(NAMES, st.sampled_from(("held", "fit", "fit too")))


def search(texts: Mapping[str, str], exceptions: Exceptions, is_shown_public: bool) -> tuple[HeldLine, ...]:
    return tuple(
        HeldLine(name, 1, FindingKind.NAME, "0" * 64) for name, text in texts.items() if text == "held"
    )


@given(TEXTS, TEXTS)
def test_whatever_is_held_the_site_is_made_of_what_passes_or_of_what_no_site_is_without(
    texts: dict[str, str], shown: dict[str, str]
) -> None:
    made = _set_aside(texts, Exceptions(), shown, search)
    held = {name for name, text in texts.items() if text == "held"}
    needed = {name for name in held if not name.startswith(MAY_BE_MISSING)}
    assert made.refused is not needed.issubset(shown)
    if not made.refused:
        assert made.aside.keys() == held
        assert made.texts.items() >= {name: text for name, text in texts.items() if name not in held}.items()
        assert all(made.texts.get(name, "fit") != "held" for name in held - needed)
        assert all(made.texts[name] == shown[name] for name, how in made.aside.items() if how == "as_shown")
