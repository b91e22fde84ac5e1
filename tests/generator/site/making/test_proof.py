"""Each flaw is planted in a copy of a proved site, and found by its code."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.disclosure.cases.published import Summary
from generator.site.making import proof
from generator.site.making.build import Staged
from generator.site.making.proof import address_file, prove_site
from generator.site.making.reading import ReadPage, read_page


@pytest.fixture(scope="module")
def reader() -> Callable[[str], ReadPage]:
    """Reads a page once for all tests of this module: all but one are the same in every copy."""
    return cache(read_page)


@pytest.fixture(autouse=True)
def _read_once(reader: Callable[[str], ReadPage], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "read_page", reader)


@pytest.fixture
def copy(staged: Staged, tmp_path: Path) -> Path:
    return Path(shutil.copytree(staged.folder, tmp_path / "copy"))


def plant(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    html = path.read_text(encoding="utf-8")
    assert old in html
    path.write_text(html.replace(old, new, 1), encoding="utf-8")


def found(folder: Path, staged: Staged) -> set[tuple[str, str]]:
    return {(flaw.page, flaw.code) for flaw in prove_site(folder, staged.content) if flaw.grave}


def test_the_sample_site_is_proved(staged):
    assert prove_site(staged.folder, staged.content) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('href="/people/"', 'href="/nobody/"', "link"),
        ('href="/people/"', 'href="people/"', "link"),
        ('href="/people/"', 'href="https://example.com/"', "link"),
        ('href="/people/"', 'href="/people/#nowhere"', "link"),
        ('href="#main"', 'href="#gone"', "link"),
        ("<h1>", '<h1><img src="//example.com/x.png">', "external"),
        ("<h1>", "<h1><script>x</script>", "inline"),
        ("<h1>", '<h1 onclick="x">', "inline"),
        ("<h1>", '<h1 style="color:red">', "inline"),
        ("<h1>", "<h1>{{ title }}", "left_over"),
        ("<h1>", "<h1>x</h1><h1>", "heading"),
        ('<html lang="zh-CN"', '<html lang="en"', "language"),
        ('name="description"', 'name="nothing"', "description"),
        ("<title>", "<title></title><p>", "title"),
        ("<h1>", "<table></table><h1>", "width"),
        ("<h1>", '<svg width="640"></svg><h1>', "width"),
        ('id="main"', 'id="big"', "id"),
    ],
)
def test_a_planted_flaw_is_found(copy, staged, old, new, code):
    plant(copy, "complain/index.html", old, new)
    assert ("complain/index.html", code) in found(copy, staged)


def test_addresses_of_the_forms_are_served_elsewhere(copy, staged):
    plant(copy, "complain/index.html", 'href="/people/"', 'href="/f/anything"')
    assert found(copy, staged) == set()


def test_a_missing_counterpart_is_found(copy, staged):
    (copy / "en/privacy/index.html").unlink()
    assert ("privacy/index.html", "language") in found(copy, staged)


def test_a_figure_that_reads_otherwise_on_one_page_is_found(copy, staged):
    page = "measures/received/index.html"
    html = (copy / page).read_text("utf-8")
    number = html.split('data-figure="received@2026-Q3">')[1].split("<")[0]
    plant(copy, page, f'2026-Q3">{number}', f'2026-Q3">{int(number) + 1}')
    assert found(copy, staged) == {(page, "figure")}


def test_a_figure_that_its_rows_do_not_give_is_found(staged):
    last = staged.content.released[-1]
    wrong = last.release.figures[0].model_copy(update={"value": "1"})
    release = last.release.model_copy(update={"figures": (wrong, *last.release.figures[1:])})
    content = replace(
        staged.content, released=(*staged.content.released[:-1], replace(last, release=release))
    )
    flaws = {(flaw.page, flaw.problem) for flaw in prove_site(staged.folder, content)}
    assert ("releases/2026-Q3.json", "received is not what its rows give") in flaws


def test_half_width_punctuation_beside_chinese_is_found_and_quoted(copy, staged):
    plant(copy, "complain/index.html", "</h1>", "</h1><p>您好,请看</p>")
    (flaw,) = prove_site(copy, staged.content)
    assert (flaw.code, flaw.grave) == ("punctuation", True)
    assert "您好,请看" in str(flaw)


def test_half_width_punctuation_that_is_frozen_in_a_release_only_warns(copy, staged):
    last = staged.content.released[-1]
    careless = last.release.entries[0].model_copy(update={"summary": Summary(zh="您好,请看以后再说。")})
    release = last.release.model_copy(update={"entries": (careless, *last.release.entries[1:])})
    content = replace(
        staged.content, released=(*staged.content.released[:-1], replace(last, release=release))
    )
    plant(copy, "complain/index.html", "</h1>", "</h1><p>您好,请看以后…</p>")
    flaws = [flaw for flaw in prove_site(copy, content) if flaw.code == "punctuation"]
    assert [flaw.grave for flaw in flaws] == [False]


def test_a_stylesheet_that_loads_a_file_is_found(copy, staged):
    (copy / "assets/more.css").write_text("a{background:url(x.png)}", encoding="utf-8")
    assert ("assets/more.css", "external") in found(copy, staged)


@pytest.mark.parametrize(
    ("path", "file"),
    [("/", "index.html"), ("/en/", "en/index.html"), ("/releases/2026-Q3.json", "releases/2026-Q3.json")],
)
def test_the_file_that_serves_an_address(path, file):
    assert address_file(path) == file
