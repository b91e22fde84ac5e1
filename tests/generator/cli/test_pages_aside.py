"""Which files of a site stay as they were, and which are left out, where a take-down does not wait for them."""

import json
from pathlib import Path

import pytest

from generator.cli.pages_aside import lines_of, sentences_of, set_aside, words_gone

GONE = "三楼楼道垃圾已清运，总管已关阀。"


def folder(place: Path, **files: str) -> Path:
    for name, text in files.items():
        file = place / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("old", "how"),
    [
        ("<p>别的</p>", "as_shown"),
        (f"<p>{GONE}</p>", "left_out"),
        ("<p>三楼<b>楼道</b>垃圾已清运，总管已关阀。</p>", "left_out"),
        ("<p>三楼楼道垃圾已清运&#65292;总管已关阀。</p>", "left_out"),
    ],
)
def test_an_old_page_stays_unless_it_says_what_is_gone(tmp_path: Path, old: str, how: str) -> None:
    before = folder(tmp_path / "old", **{"a.html": old})
    site = folder(tmp_path / "new", **{"a.html": "new"})
    assert set_aside(site, ["a.html"], before, words_gone([GONE], [])) == {"a.html": how}
    assert (site / "a.html").exists() is (how == "as_shown")


def test_what_was_never_shown_or_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    before = folder(tmp_path / "old", **{"b.bin": "x"})
    site = folder(tmp_path / "new", **{"a.html": "new", "b.bin": "new"})
    assert set_aside(site, ["a.html", "b.bin"], before, ()) == {"a.html": "left_out", "b.bin": "left_out"}


def test_the_files_of_a_search_go_together(tmp_path: Path) -> None:
    names = {"search__d0.json": "[]", "search__s0.json": "[]", "en__search__d0.json": "[]"}
    before, site = folder(tmp_path / "old", **names), folder(tmp_path / "new", **names)
    aside = set_aside(site, ["search/d0.json"], before, ())
    assert aside == {"search/d0.json": "left_out", "search/s0.json": "left_out"}
    assert (site / "en/search/d0.json").exists()


def test_words_are_gone_that_no_release_and_no_line_says_any_more(tmp_path: Path) -> None:
    old = folder(
        tmp_path / "old",
        **{"2026-Q3.json": json.dumps({"entries": [{"zh": GONE}, {"zh": "电梯已检修完毕"}]})},
    )
    new = folder(tmp_path / "new", **{"2026-Q3.r2.json": json.dumps({"entries": [{"zh": "电梯已检修完毕"}]})})
    written = {"notices/a.toml": 'title = "感谢热心业主郜秋燕"'}
    gone = words_gone((*sentences_of(old), *lines_of(written)), sentences_of(new))
    said = "".join(gone)
    assert "总管已关阀" in said
    assert "感谢热心业主郜秋燕" in said
    assert "电梯已检修完毕" not in said


def test_two_characters_are_too_little_to_be_looked_for() -> None:
    assert words_gone(["公告", "en", "郜秋燕"], []) == {"郜秋燕"}
