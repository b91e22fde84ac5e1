"""Poison: whatever a stranger reads on the site and gives as her own stops no build; what is truly somebody's still does."""

import re
from pathlib import Path

import pytest

from generator.cli.building import public_baseline
from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.disclosure.leakscan.sitescan import Baseline, SiteVerdict, scan_site
from generator.disclosure.releases.releases import read_releases
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.scan.words.surnames import SINGLE
from register.settings import Home, read_book
from tests.generator.cli.conftest import DEMO_DAY

CANARIES = (
    PrivateValues(name="欧阳晓燕"),
    PrivateValues(phone="13905086221"),
    PrivateValues(landline="028-84431276"),
    PrivateValues(room="17栋3单元1904室"),
    PrivateValues(plate="川A·6F2K8"),
    PrivateValues(email="ouyang.xy@mail.example"),
    PrivateValues(wechat="oy_xiaoyan88"),
    PrivateValues(qq="1948572036"),
    PrivateValues(id_number="51010419650812993X"),
    PrivateValues(bank="6222000044556677880"),
    PrivateValues(id_number="510104196508129938"),
    PrivateValues(others=("2026-483-901-7",)),
)


@pytest.fixture(scope="module")
def summaries(demo: Home) -> list[str]:
    return [entry.summary.zh for entry in read_releases(demo.content / "releases")[-1].release.entries]


@pytest.fixture(scope="module")
def pages(demo: Home, summaries: list[str]) -> dict[str, str]:
    """The demo estate's last release, its page, and what a feed and a table say of it."""
    (*_, last) = read_releases(demo.content / "releases")
    day, period = last.release.data_up_to, last.release.period
    return {
        f"releases/{last.file}": (demo.content / "releases" / last.file).read_text(encoding="utf-8"),
        "outcomes/index.html": f"<p>截至 {day}</p><p>{'</p><p>'.join(summaries)}</p><td>280/293</td>",
        "feed.xml": f"<updated>{day}T00:00:00+08:00</updated>",
        "data/due.csv": f"period,month,due\n{period},{day[:7]},7\n{period},{day[:7]},12\n",
    }


@pytest.fixture(scope="module")
def poison(pages: dict[str, str], summaries: list[str]) -> list[PrivateValues]:
    """Every piece of a summary that begins with a surname, every day and every share of a total on these pages."""
    cut = (
        text[at : at + size] for text in summaries for size in (2, 3) for at in range(len(text) - size + 1)
    )
    names = sorted({name for name in cut if name[0] in SINGLE and re.fullmatch("[一-鿿]+", name)})
    text = "\n".join(pages.values())
    days = sorted(set(re.findall(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", text)))
    shares = sorted(set(re.findall(r"(?<![0-9])[0-9]{1,3}/[0-9]{3,4}(?![0-9])", text)) | {"7/120"})
    assert len(names) > 100
    assert days
    return [
        *(PrivateValues(name=name) for name in names),
        *(
            PrivateValues(phone=phone)
            for day in days
            for phone in (day, day.replace("-", ""), f"{day[5:]}000000")
        ),
        *(PrivateValues(room=share.replace("/", "-")) for share in shares),
    ]


def put(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_nothing_that_the_site_shows_stops_the_next_build_and_every_true_value_does(
    tmp_path: Path, pages: dict[str, str], summaries: list[str], poison: list[PrivateValues]
) -> None:
    before = put(tmp_path / "before", pages)
    after = put(
        tmp_path / "after", pages | {"index.html": f"<p>{'</p><p>'.join(summaries)}</p><td>7/120</td>"}
    )
    world = World.build([*poison, *CANARIES])
    verdict = scan_site(after, world, Baseline.of([], {}), known_exact={}, before=before)
    assert verdict.hits == ()
    told = " ".join(map(str, verdict.ambiguous))
    assert all(
        words in told for words in ("name; the site shows", "phone; a date", "room; a number of a total")
    )
    put(after, {f"{number}.html": f"<p>{given(canary)}</p>" for number, canary in enumerate(CANARIES)})
    found = scan_site(after, world, Baseline.of([], {}), known_exact={}, before=before)
    assert {hit.file for hit in found.hits} == {f"{number}.html" for number in range(len(CANARIES))}


def given(values: PrivateValues) -> str:
    """The one particular that a canary has."""
    fields = (getattr(values, name) for name in PrivateValues.__slots__ if name != "others")
    (value,) = (*filter(None, fields), *values.others)
    return str(value)


def test_no_day_or_share_stops_the_first_build_that_shows_it(
    tmp_path: Path, pages: dict[str, str], poison: list[PrivateValues]
) -> None:
    world = World.build(one for one in poison if not one.name)
    assert verdict_on(put(tmp_path, pages), world).hits == ()


def verdict_on(folder: Path, world: World) -> SiteVerdict:
    return scan_site(folder, world, Baseline.of([], {}), known_exact={})


def test_whom_the_law_names_on_one_page_is_free_on_no_other(demo: Home, tmp_path: Path) -> None:
    gate = Gate(demo, read_book(demo.content), lambda: DEMO_DAY, system_draw)
    baseline = public_baseline(gate)
    (name, *_) = sorted(gate.book.people.declared_names())
    world = World.build([], [name])
    before = put(tmp_path / "before", {"people/index.html": f"<p>{name}</p>"})
    after = put(
        tmp_path / "after", {"people/index.html": f"<p>{name}</p>", "index.html": f"<p>{name}来了</p>"}
    )
    verdict = scan_site(after, world, baseline, known_exact={}, before=before)
    assert {hit.file for hit in verdict.hits} == {"index.html"}
