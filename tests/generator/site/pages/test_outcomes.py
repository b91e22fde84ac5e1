"""Outcomes by period, by matter and by outcome: each case once a list, fifty a page, and findable where it stands."""

import json
import re
from dataclasses import replace

from generator.disclosure.releases.release import OneHand
from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.pages.chain import release_pages
from generator.site.pages.outcomes import matter_rows, outcome_pages, parts_of, period_leaves, places
from generator.site.pages.paging import SIZE
from generator.site.pictures.outcome_pictures import ENDINGS, endings, multiples
from generator.site.words.voice import voices
from register.terms import Matter, Outcome
from tests.generator.site.samples import TODAY, entry

ZH, EN = voices()


def refs(html):
    return re.findall(r'id="e-([0-9A-Z]{8})"', html)


def test_every_listed_case_stands_once_under_its_period_its_matter_and_its_outcome(home):
    content = read_content(home)
    pages = {page.address: page.body for page in outcome_pages(Edition(content, ZH, TODAY))}
    listed = sorted(one.ref for released in content.current for one in released.release.entries)
    periods = {one.release.period for one in content.current}
    for names in (periods, set(Matter), set(Outcome)):
        found = [
            ref for address, body in pages.items() if address.split("/")[1] in names for ref in refs(body)
        ]
        assert sorted(found) == listed
    assert all(len(refs(body)) <= SIZE for body in pages.values())


def test_a_long_period_goes_on_and_every_place_is_where_it_says(home):
    content = read_content(home)
    last = content.current[-1]
    more = tuple(entry(ref=f"{number:08d}") for number in range(SIZE + 3))
    release = last.release.model_copy(update={"entries": more})
    content = replace(content, released=(*content.released[:-1], replace(last, release=release)))
    pages = {page.address: page for page in outcome_pages(Edition(content, ZH, TODAY))}
    assert pages["outcomes/2026-Q3/2/"].title == "2026年第三季度处理结果，第 2 页"
    for ref, place in places(release).items():
        address, fragment = place.split("#")
        assert f'id="{fragment}"' in pages[address].body
        assert fragment == f"e-{ref}"


def test_a_leaf_says_how_many_its_whole_group_has(home):
    release = read_content(home).current[-1].release
    for leaf in period_leaves(release):
        for part in parts_of(leaf, release):
            assert part.of == sum(one.matter == part.matter for one in release.entries)


def test_of_a_matter_without_a_group_no_number_received_is_claimed(home):
    content = read_content(home)
    last = content.current[-1]
    groups = tuple(group for group in last.release.groups if group.matter != Matter.PARKING)
    earlier = entry(ref="00000001").model_copy(update={"matter": Matter.PARKING})
    release = last.release.model_copy(update={"groups": groups, "entries": (earlier,)})
    content = replace(content, released=(*content.released[:-1], replace(last, release=release)))
    rows = {row.matter: row for row in matter_rows(release)}
    assert rows[Matter.PARKING].group is None
    assert rows[Matter.PARKING].listed == (earlier,)
    for voice, words in (
        (ZH, "不足 5 件（户），不单列"),
        (EN, "Fewer than 5 cases or homes, not shown apart"),
    ):
        pages = {page.address: page.body for page in outcome_pages(Edition(content, voice, TODAY))}
        assert pages["outcomes/2026-Q3/"].count(words) == 1


def test_the_search_leads_to_a_place_that_is_there(staged):
    for path in [*staged.folder.glob("search/d*.json"), *staged.folder.glob("en/search/d*.json")]:
        for address, _, _ in json.loads(path.read_text(encoding="utf-8")):
            page, _, fragment = address.lstrip("/").partition("#")
            html = (staged.folder / page / "index.html").read_text(encoding="utf-8")
            assert not fragment or f'id="{fragment}"' in html


def test_every_outcome_has_an_ending_and_the_chart_counts_what_is_listed(home):
    current = read_content(home).current
    picture = endings(current, ZH)
    assert [bar.top for bar in picture.chart.bars] == [str(len(one.release.entries)) for one in current]
    assert [row[-1] for row in picture.table.rows] == [bar.top for bar in reversed(picture.chart.bars)]
    fixed = sum(listed.outcome in ("rectified", "partly_rectified") for listed in current[-1].release.entries)
    assert (
        picture.caption
        == f"2026年第三季度逐件公开的 {picture.chart.bars[-1].top} 件中，{fixed} 件已整改或部分整改"
    )
    assert sorted(outcome for outcomes in ENDINGS.values() for outcome in outcomes) == sorted(Outcome)


def groups(one, **received):
    """The release with these matters shown by themselves."""
    shown = tuple(
        one.release.groups[0].model_copy(
            update={"matter": Matter(name), "includes": (Matter(name),), "received": count}
        )
        for name, count in received.items()
    )
    return replace(one, release=one.release.model_copy(update={"groups": shown}))


def test_the_small_charts_name_what_grew_most(home):
    before, now = read_content(home).current[-2:]
    pair = (groups(before, hygiene=8, noise=6), groups(now, hygiene=11, noise=7, parking=9))
    picture = multiples(pair, ZH)
    assert picture is not None
    assert picture.caption == "与上期相比，增加最多的是环境卫生：8 件增至 11 件"
    assert [(one.name, one.before, one.latest) for one in picture.charts] == [
        ("环境卫生", "8", "11"), ("停车秩序", "—", "9"), ("噪声扰民", "6", "7"),
    ]  # fmt: skip
    assert picture.charts[1].bars[0].height == 0
    fewer = multiples((groups(before, noise=6), groups(now, noise=6)), ZH)
    assert fewer is not None
    assert fewer.caption == "与上期相比，没有一类增加"
    first = multiples(pair[-1:], EN)
    assert first is not None
    assert first.caption == "Cases registered by matter"
    assert multiples((groups(now),), ZH) is None


def test_a_release_that_one_person_may_have_written_and_reviewed_says_so_and_no_other(home):
    content = read_content(home)
    last = content.current[-1]
    told = OneHand(entries=3, since="2026-03-01")
    approval = last.approval.model_copy(update={"one_hand": told})
    doubted = replace(last, approval=approval, opening=approval)
    content = replace(content, released=(*content.released[:-1], doubted))
    for voice, sentence in ((ZH, "撰写（或经办）和审核可能是同一人"), (EN, "reviewed by one person")):
        edition = Edition(content, voice, TODAY)
        saying = {
            page.address
            for page in (*outcome_pages(edition), *release_pages(edition))
            if sentence in page.body
        }
        assert saying == {f"outcomes/{last.release.period}/", "releases/"}
