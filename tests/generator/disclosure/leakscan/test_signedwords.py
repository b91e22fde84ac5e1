"""Canaries: a line that two people signed for frees its own words, and on no page what it names."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.contentscan import Exceptions, LineException, digest_of, scan_content
from generator.disclosure.leakscan.signedwords import SignedWords, signed_lines, without_signed_lines
from generator.disclosure.leakscan.sitepieces import Pieces
from generator.disclosure.leakscan.sitescan import Baseline, SiteVerdict, scan_site
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.remembered import Remembered, remembering
from generator.disclosure.scan import FindingKind, PrivateValues, World

HER_WORDS = "灰鹭在三号泵房顶上筑巢，幼鸟昨夜被野猫叼走两只"
WORLD = World.build(
    [
        PrivateValues(name="程立国", phone="13905086221", room="17栋3单元1904室"),
        PrivateValues(name="欧阳晓燕"),
        PrivateValues(name="Rose Martin"),
    ],
    [],
    [HER_WORDS],
)
THANKS = "感谢业主程立国（13905086221）同意公开。"
TITLE = f'title = {{ zh = "{THANKS}", en = "Thanks to Cheng Liguo (13905086221) for agreeing." }}'
FILE = "notices/thanks.toml"


def exceptions(*lines: str) -> Exceptions:
    return Exceptions(
        exception=tuple(
            LineException(
                file=FILE, line_sha256=digest_of(line), reason="本人书面同意在本公告署名。", by=("a", "b")
            )
            for line in lines
        )
    )


def baseline(written: str, *lines: str) -> Baseline:
    """What is public where a notice is written and these lines of it are signed for."""
    allows = exceptions(*lines).allows
    return Baseline.of(
        [without_signed_lines(FILE, written, allows)], {}, signed=signed_lines({FILE: written}, allows)
    )


def scanned(
    site: Path, files: dict[str, str], public: Baseline, *, before: Path | None = None
) -> SiteVerdict:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return scan_site(site, WORLD, public, known_exact={}, before=before)


def page(title: str) -> str:
    return (
        f'<html><head><title>{title} · 云栖花园</title><meta name="description" content="公告：{title}"></head>'
        f"<body><h1>{title}</h1></body></html>"
    )


OWN = {
    "notices/thanks/index.html": page(THANKS),
    "index.html": f"<ul><li><a href='/notices/thanks/'>{THANKS}</a></li></ul>",
    "en/notices/thanks/index.html": page("Thanks to Cheng Liguo (13905086221) for agreeing."),
    "feed.xml": f"<feed><entry><title>{THANKS}</title></entry></feed>",
    "search/d0.json": json.dumps([["/notices/thanks/", THANKS, "正文。"]], ensure_ascii=False),
    "search/s0.json": json.dumps({"13905086221": [0], "立国": [0]}, ensure_ascii=False),
    "print/index.html": "<p>公告：感谢业主程立国（13905086221）同意…</p><p>感谢业主<b>程立国</b>（13905086221）同意公开。</p>",
}
LEAK = "投诉人程立国，电话13905086221。"
ELSEWHERE = {
    "replies/2026-Q3/index.html": f"<p>{LEAK}</p>",
    "inspections/2026-09/index.html": f"<table><tr><td>{LEAK}</td></tr></table>",
    "outcomes/2026-Q3/index.html": f"<p>{LEAK}</p>",
    "feed.xml": f"<feed><title>{THANKS}</title><summary>{LEAK}</summary></feed>",
    "fragment.html": "<td>程立国</td><td>13905086221</td>",
    "search/d0.json": json.dumps([["/", THANKS, LEAK]], ensure_ascii=False),
    "notices/thanks/index.html": page(THANKS) + f"<p>{LEAK}</p>",
    "data/outcomes.csv": f"ref,summary\nA1,{LEAK}\n",
    "index.html": "<p>业主程立国：13905086221</p>",
}


def test_the_line_may_stand_wherever_the_site_says_it(tmp_path: Path) -> None:
    verdict = scanned(tmp_path, OWN, baseline(TITLE, TITLE))
    assert verdict.hits == ()
    assert any("two people signed for the line" in str(one) for one in verdict.ambiguous)


@pytest.mark.parametrize("file", sorted(ELSEWHERE))
def test_what_it_names_is_found_on_every_other_page_and_in_other_words(tmp_path: Path, file: str) -> None:
    verdict = scanned(tmp_path, {**OWN, file: ELSEWHERE[file]}, baseline(TITLE, TITLE))
    assert {hit.file for hit in verdict.hits} == {file}
    told = " ".join(map(str, verdict.hits))
    assert str(FindingKind.NAME) in told
    assert str(FindingKind.PHONE) in told
    assert "程立国" not in told


@pytest.mark.parametrize("file", sorted(ELSEWHERE))
def test_that_the_site_shows_the_line_already_frees_nothing_else(tmp_path: Path, file: str) -> None:
    old = tmp_path / "old"
    assert scanned(old, OWN, baseline(TITLE, TITLE)).hits == ()
    new = {**OWN, file: ELSEWHERE[file]}
    assert scanned(tmp_path / "new", new, baseline(TITLE, TITLE), before=old).hits != ()
    assert scanned(tmp_path / "same", OWN, baseline(TITLE, TITLE), before=old).hits == ()


def test_what_the_site_shows_in_other_words_is_told_as_before(tmp_path: Path) -> None:
    old = tmp_path / "old"
    scanned(old, {"index.html": f"<p>{LEAK}</p>"}, baseline("", ""))
    verdict = scanned(tmp_path / "new", {"index.html": f"<p>{LEAK}</p>"}, baseline(TITLE, TITLE), before=old)
    assert verdict.hits == ()


def test_without_the_two_people_the_line_itself_is_found(tmp_path: Path) -> None:
    nobody = Baseline.of([], {}, signed=signed_lines({FILE: TITLE}, exceptions().allows))
    assert scanned(tmp_path, OWN, nobody).hits != ()


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("程立国", "<p>获奖 程立国 欧阳晓燕 等</p>"),
        ("程立国", "<td>程立国</td>"),
        ("程立国", "<td><b>程立国</b></td>"),
        ('  { zh = "程立国" },', '["/", "程立国"]'),
        ("**Rose Martin**", "<p><strong>Rose Martin</strong></p>"),
        ("[程立国](tel:13905086221)", '<p><a href="tel:13905086221">程立国</a></p>'),
        ("17栋3单元1904室", "<td>17栋3单元1904室</td>"),
        ("{estate}感谢业主程立国的建议", "<p>云栖花园感谢业主程立国的建议。</p>"),
    ],
)
def test_a_line_that_is_the_value_alone_is_free_where_it_stands_by_itself(
    tmp_path: Path, line: str, shown: str
) -> None:
    other = line.replace("程立国", "欧阳晓燕") if "程立国" in line else "欧阳晓燕"
    public = baseline(f"{line}\n{other}", line, other)
    assert scanned(tmp_path, {"index.html": shown}, public).hits == ()


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("程立国", "<p>投诉人程立国辱骂保安</p>"),
        ("程立国", "<p>投诉人：程立国</p>"),
        ("程立国", "<p>程立国，住某处</p>"),
        ("Rose Martin", "<p>from Rose Martin's flat</p>"),
        ("17栋3单元1904室", "<p>投诉人住17栋3单元1904室</p>"),
        ("感谢程立国", "<p>感谢程立国先生</p>"),
        (THANKS, "<p>感谢业主程立国</p><p>13905086221</p>"),
        (THANKS, "<p>不感谢业主程立国，电话13905086221</p>"),
    ],
)
def test_in_any_other_words_it_is_found(tmp_path: Path, line: str, shown: str) -> None:
    assert scanned(tmp_path, {"index.html": shown}, baseline(line, line)).hits != ()


def test_a_value_that_an_editor_wrapped_is_free_with_both_lines(tmp_path: Path) -> None:
    written = "感谢热心业主程立\n国的建议，并向欧阳晓燕致意。"
    first, _ = written.split("\n")
    whole = f"<p>{written}</p>"
    public = baseline(written, first)
    told = scanned(tmp_path, {"index.html": whole}, public)
    assert told.hits == ()
    assert "程立国" in SignedWords(public.signed, Search(WORLD)).values
    assert "欧阳晓燕" not in SignedWords(public.signed, Search(WORLD)).values


def test_words_of_a_case_are_free_as_they_were_signed_for(tmp_path: Path) -> None:
    public = baseline(HER_WORDS, HER_WORDS)
    said = {"index.html": f"<p>{HER_WORDS}</p>"}
    assert scanned(tmp_path / "a", said, public).hits == ()
    assert scanned(tmp_path / "b", said, baseline("", "")).hits != ()


def test_what_was_signed_for_is_part_of_what_is_remembered(tmp_path: Path) -> None:
    site, memory = tmp_path / "site", tmp_path / "memory"
    site.mkdir()
    (site / "index.html").write_text(f"<p>{THANKS}{HER_WORDS}</p>", encoding="utf-8")

    def hits(public: Baseline) -> bool:
        with remembering(memory, "1") as remembered:
            return bool(scan_site(site, WORLD, public, known_exact={}, remembered=remembered).hits)

    signed = baseline(f"{THANKS}\n{HER_WORDS}", THANKS, HER_WORDS)
    for _ in range(2):
        assert not hits(signed)
    assert hits(baseline(HER_WORDS, HER_WORDS))
    assert not hits(signed)


def held(files: dict[str, str], *shown: str, remembered: Remembered | None = None) -> set[str]:
    lines = scan_content(
        files,
        Pieces(Search(WORLD)),
        declared=(),
        exceptions=exceptions(TITLE),
        shown=lambda: shown,
        remembered=remembered,
    )
    return {one.file for one in lines}


def test_another_line_of_content_is_held_although_the_site_shows_the_first() -> None:
    shown = page(THANKS)
    assert held({FILE: TITLE}, shown) == set()
    assert held({FILE: TITLE, "replies/2026-Q3.toml": LEAK}, shown) == {"replies/2026-Q3.toml"}
    assert held({FILE: TITLE, "replies/2026-Q3.toml": LEAK}, shown, f"<p>{LEAK}</p>") == set()


def test_what_is_public_is_asked_again_where_other_lines_were_signed_for(tmp_path: Path) -> None:
    with remembering(tmp_path, "1") as remembered:
        assert held({"a.toml": LEAK}, page(THANKS), remembered=remembered) == set()
        assert held({FILE: TITLE, "a.toml": LEAK}, page(THANKS), remembered=remembered) == {"a.toml"}


@given(
    st.text(alphabet="感谢业主投诉人电话同意公开，。 <>", max_size=12),
    st.text(alphabet="的先生女士，。 ", max_size=8),
)
def test_the_value_in_words_of_their_own_is_never_part_of_the_line(before: str, after: str) -> None:
    """Whatever stands around it: unless the site says the line as far as it goes, nobody signed for it."""
    words = SignedWords(signed_lines({FILE: TITLE}, exceptions(TITLE).allows), Search(WORLD))
    text = f"来信{before}程立国{after}来电"
    place = text.index("程立国")
    assert not words.hold("程立国", FindingKind.NAME, "index.html", text, place)
