"""The staged site as its readers get it."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape
from pathlib import Path
from threading import Lock, Semaphore
from typing import Any

import pytest

from generator.disclosure.cases.published import Summary
from generator.site.making import engine
from generator.site.making.build import stage_site
from generator.site.making.engine import BuildFailed, run
from generator.site.making.outline import SECTIONS
from generator.site.making.proof import prove_site
from generator.site.making.reading import read_page
from register.errors import SettingsRefused
from tests.generator.site.conftest import quiet
from tests.generator.site.samples import ORIGIN, TODAY, entry, make_home, make_releases, with_entry

HOSTILE = '<script>x</script> {{7*7}} {% raw %} --8<-- "x" {: onclick=x} =cmd /// html'


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def stage(home: Path, into: Path, today: date = TODAY) -> Path:
    into.mkdir(exist_ok=True)
    return stage_site(home, into, today=today, progress=quiet, origin=ORIGIN).folder


def test_every_section_exists_in_both_languages(staged):
    for address in SECTIONS.values():
        for root in ("", "en/"):
            assert (staged.folder / root / address / "index.html").is_file()
    assert (staged.folder / "404.html").is_file()


def test_only_pages_assets_and_released_files_are_published(staged):
    kinds = {path.suffix for path in staged.folder.rglob("*") if path.is_file()}
    assert kinds == {".html", ".css", ".js", ".svg", ".json", ".txt", ".csv", ".xlsx", ".xml", ""}
    assert not list(staged.folder.rglob("sitemap*"))


def test_released_files_are_the_exact_bytes(home, staged):
    for path in (home / "content" / "releases").glob("*-Q?.json"):
        assert (staged.folder / "releases" / path.name).read_bytes() == path.read_bytes()
    assert (staged.folder / "ledger" / "entries.txt").is_file()
    assert not list(staged.folder.rglob("*.approval.json"))


def test_the_same_content_on_the_same_day_gives_the_same_bytes(home, staged, tmp_path):
    again = stage(home, tmp_path / "again")
    names = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(staged.folder) for path in staged.folder.rglob("*") if path.is_file()
    )
    assert all((again / name).read_bytes() == (staged.folder / name).read_bytes() for name in names)


def test_home_table_and_measure_page_show_the_same_figure(staged):
    shown: dict[str, set[str]] = {}
    for path in staged.folder.rglob("*.html"):
        page = read_page(path.read_text(encoding="utf-8"))
        for key, text in page.figures:
            shown.setdefault(f"{page.language} {key}", set()).add(text)
    key = "zh-CN complaints_answered_on_time@2026-Q3"
    assert key in shown
    assert all(len(texts) == 1 for texts in shown.values())


def test_every_page_says_how_new_the_data_are_who_publishes_and_whom_to_call(staged):
    for path in staged.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        english = path.relative_to(staged.folder).parts[0] == "en"
        assert ("30 September 2026" if english else "2026年9月30日") in html
        assert ("Lüyuan Property Service Ltd" if english else "绿源物业服务有限公司") in html
        assert "0571-5550 0101" in html


def test_a_demo_estate_says_so_on_every_page_and_a_real_one_nowhere(staged, tmp_path):
    for path in staged.folder.rglob("*.html"):
        assert ("演示数据" in path.read_text("utf-8")) or ("Demo data" in path.read_text("utf-8"))
    real = stage(make_home(tmp_path, (), demo=False), tmp_path / "real")
    assert not any("演示数据" in path.read_text("utf-8") for path in real.rglob("*.html"))


def test_the_next_update_is_the_end_of_the_next_period_and_the_lag(staged):
    assert "下次更新预计 2027年1月14日" in text_of((staged.folder / "index.html").read_text("utf-8"))


def test_a_declared_name_stands_on_the_people_page_alone(staged):
    holding = {
        path.relative_to(staged.folder).as_posix()
        for path in staged.folder.rglob("*.html")
        if "李卫东" in path.read_text("utf-8")
    }
    assert holding == {"people/index.html", "en/people/index.html"}


def test_an_untranslated_summary_is_marked_on_the_english_page(staged):
    html = (staged.folder / "en/outcomes/2026-Q3/index.html").read_text("utf-8")
    assert re.search(
        r'<span lang="zh-CN">[^<]+</span> <span class="untranslated">not yet translated</span>', html
    )


def test_no_chinese_stands_unmarked_on_an_english_page(staged):
    for path in staged.folder.glob("en/**/*.html"):
        html = path.read_text("utf-8")
        main = html[html.index("<main") : html.index("</main>")]
        told = text_of(re.sub(r'<(span|dd) lang="zh-CN">.*?</\1>', "", main, flags=re.S))
        assert not re.search("[一-鿿]{2}", told), path


def test_the_language_switch_leads_to_the_same_page(staged):
    chinese = (staged.folder / "outcomes/2026-Q3/index.html").read_text("utf-8")
    english = (staged.folder / "en/outcomes/2026-Q3/index.html").read_text("utf-8")
    assert 'href="/en/outcomes/2026-Q3/"' in chinese
    assert 'href="/outcomes/2026-Q3/"' in english


def test_every_link_to_the_counter_opens_it_in_the_language_of_the_page(staged):
    for path in staged.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        marked = {"?lang=en" in link for link in re.findall(r'href="/f/[a-z]+([^"]*)"', html)}
        assert marked <= {path.relative_to(staged.folder).parts[0] == "en"}, path
    assert 'href="/f/complaint?lang=en"' in (staged.folder / "en/index.html").read_text(encoding="utf-8")


def test_hostile_words_stand_on_the_page_as_they_were_written(tmp_path):
    *earlier, last = make_releases(("2026-Q2", "2026-Q3"))
    bad = with_entry(last, entry(ref="0000BADX", summary=Summary(zh=HOSTILE, en=HOSTILE)))
    home = make_home(tmp_path, (*earlier, bad))
    folder = stage(home, tmp_path / "stage")
    for name in ("outcomes/2026-Q3/index.html", "en/outcomes/2026-Q3/index.html"):
        html = (folder / name).read_text("utf-8")
        assert HOSTILE in text_of(html)
        assert "<script>x" not in html
        assert "{{" not in html
        assert "{%" not in html


def test_an_estate_without_a_release_has_a_whole_site(tmp_path):
    home = make_home(tmp_path, ())
    staged = stage_site(home, tmp_path / "stage", today=TODAY, progress=quiet)
    assert prove_site(staged.folder, staged.content) == []
    html = text_of((staged.folder / "index.html").read_text("utf-8"))
    assert "第一期结果还没有公布" in html
    assert "下次更新预计 2027年1月14日" in html


def test_faults_of_several_files_are_named_together_and_nothing_is_written(tmp_path):
    home = make_home(tmp_path, ())
    (home / "content/rules.toml").write_text("[periods]\nlag_days = 3\n", encoding="utf-8")
    (home / "content/pages/en/privacy.md").unlink()
    (home / "content/releases/2026-Q9.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SettingsRefused) as refused:
        stage_site(home, tmp_path / "stage", today=TODAY, progress=quiet)
    files = {fault.file for fault in refused.value.faults}
    assert files == {"content/rules.toml", "content/pages/en/privacy.md", "releases/2026-Q9.json"}
    assert not (tmp_path / "stage").exists()


def test_a_new_revision_takes_the_place_of_the_old_and_both_stay_in_the_chain(tmp_path):
    from generator.disclosure.cases.published import digest, to_bytes
    from generator.disclosure.releases.release import Correction

    first = make_releases(("2026-Q3",))[0]
    why = Summary(zh="漏计一件。", en="One was left out.")
    corrected = first.model_copy(
        update={
            "revision": 2,
            "previous": digest(to_bytes(first)),
            "corrections": (Correction(what="figure/received", old="73", new="74", why=why),),
        }
    )
    folder = stage(make_home(tmp_path, (first, corrected)), tmp_path / "stage")
    chain = text_of((folder / "releases/index.html").read_text("utf-8"))
    assert "第 2 版" in chain
    assert "已有更新的版本" in chain
    assert "收到件数：73 更正为 74" in text_of((folder / "outcomes/2026-Q3/index.html").read_text("utf-8"))
    assert (folder / "releases/2026-Q3.r2.json").is_file()


def test_a_warning_of_the_engine_is_a_failure_with_its_words(tmp_path):
    with pytest.raises(BuildFailed, match=r"nowhere\.md"):
        run(_plain_site(tmp_path, "[x](nowhere.md)\n"))


class Turns:
    """A lock that counts who asked for it."""

    def __init__(self) -> None:
        self.lock, self.asked = Lock(), Semaphore(0)

    def __enter__(self) -> None:
        self.asked.release()
        self.lock.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def test_two_builds_at_once_never_run_the_engine_together(tmp_path, monkeypatch):
    """The first one runs until all have asked for their turn."""
    turns, running, most = Turns(), [], []

    def watched(config: Any) -> None:
        running.append(config)
        if not most:
            assert all(turns.asked.acquire(timeout=600) for _ in "abc")
        most.append(len(running))
        running.pop()

    monkeypatch.setattr(engine, "_ALONE", turns)
    monkeypatch.setattr(engine, "mkdocs_build", watched)
    configs = [_plain_site(tmp_path / name, "x\n") for name in "abc"]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(run, configs))
    assert most == [1, 1, 1]


def _plain_site(folder: Path, text: str) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps({"site_name": "x", "docs_dir": "docs", "plugins": []}), encoding="utf-8")
    return config


def test_only_a_group_of_several_matters_says_what_it_includes(staged):
    text = text_of((staged.folder / "outcomes/2026-Q3/index.html").read_text("utf-8"))
    assert text.count("含服务态度、安全保障、收费、其他") == 1
    assert "含环境卫生" not in text
