"""Canaries: a register full of unique values, each planted in every field, notation and encoding of a staged site."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from generator.disclosure.leakscan.sitefiles import LARGEST_UNPACKED
from generator.disclosure.leakscan.sitescan import Baseline, Hit, Scanner, SiteVerdict, scan_site
from generator.disclosure.remembered import remembering
from generator.disclosure.scan import PrivateValues, World
from generator.disclosure.scan.known import grams

CANARY = PrivateValues(
    name="欧阳晓燕",
    phone="13905086221",
    landline="028-84431276",
    room="17栋3单元1904室",
    plate="川A·6F2K8",
    parking="B2-A0667",
    email="ouyang.xy@mail.example",
    wechat="oy_xiaoyan88",
    qq="1948572036",
    id_number="51010419650812993X",
    bank="6222000044556677880",
    certificate="川(2020)成都市不动产权第0345678号",
    others=("2026-483-901-7", "7HK2-M9QX-4TRD", "灰鹭在三号泵房顶上筑巢"),
)
HOMES = (
    "叠拼46号",
    "28幢2号",
    "商铺S12",
    "A座32B",
    "1号楼二单元西户",
    "Flat 5B Block 42",
    "32栋PH",
    "C1201",
    "二十二期3栋501",
    "3-22-12",
)
WORLD = World.build([CANARY, *(PrivateValues(room=room) for room in HOMES)], ["牟满囤"])
NOTHING = Baseline.of([], {})
VALUES = [
    "欧阳晓燕",
    "歐陽曉燕",
    "欧 阳 晓 燕",
    "欧\u200b阳晓燕",
    "Ouyang Xiaoyan",
    "13905086221",
    "139-0508-6221",
    "１３９０５０８６２２１",
    "幺三九零五零八六二二幺",
    "①③⑨⓪⑤⓪⑧⑥②②①",
    "028-84431276",
    "17栋3单元1904室",
    "17-3-1904",
    "十七栋三单元一九零四",
    "17#1904",
    "17栋（3单元）的1904",
    "1904室（17栋3单元）",
    "17栋3单元1903、1904",
    "17栋3单元19楼04",
    "17.3.1904",
    "Block 17, Unit 3, Flat 1904",
    *HOMES,
    "46号叠拼",
    "二十八栋二号",
    "S12商铺",
    "Shop S12",
    "A座32楼B室",
    "1-2单元西户",
    "42栋5B",
    "Block 32 penthouse",
    "C栋1201",
    "3栋501",
    "3栋22单元12号",
    "川A·6F2K8",
    "川A6F2K8",
    "B2-A0667",
    "ouyang.xy@mail.example",
    "oy_xiaoyan88",
    "1948572036",
    "51010419650812993X",
    "6222 0000 4455 6677 880",
    "川（2020）成都市不动产权第0345678号",
    "牟满囤",
    "2026-483-901-7",
    "20264839017",
    "二〇二六-四八三-九〇一-七",
    "7HK2-M9QX-4TRD",
    "7hk2m9qx4trd",
    "灰鹭在三号泵房顶上筑巢",
    "灰鹭 在三号\n泵房顶上筑巢",
]
NUMBERS = ["13905086221", "欧阳晓燕"]


def scanned(
    folder: Path, files: dict[str, str | bytes], baseline: Baseline = NOTHING, **exact: bytes
) -> SiteVerdict:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return scan_site(folder, WORLD, baseline, known_exact=exact)


def workbook(value: str, *, sheet: str = "a") -> bytes:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.add_worksheet(sheet).write_string(0, 0, value)
    book.close()
    return out.getvalue()


def entities(value: str) -> str:
    return "".join(f"&#{ord(character)};" for character in value)


def hexadecimal(value: str) -> str:
    return "".join(f"&#x{ord(character):x};" for character in value)


def css(value: str) -> str:
    return "".join(f"\\{ord(character):06x} " for character in value)


INLINE = (
    "q",
    "cite",
    "kbd",
    "dfn",
    "time",
    "label",
    "font",
    "nobr",
    "big",
    "textarea",
    "ins",
    "del",
    "samp",
    "var",
    "tt",
)


def tagged(tag: str, value: str) -> str:
    return f"<p>{value[0]}<{tag} class='x'>{value[1:]}</{tag}></p>"


def enclosed(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


def short_css(value: str) -> str:
    return "".join(f"\\{ord(character):x} " for character in value)


def rich_workbook(value: str) -> bytes:
    """A cell whose first letter is bold."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True})
    book.add_worksheet().write_rich_string(0, 0, bold, value[0], value[1:])
    book.close()
    return out.getvalue()


ENCODINGS = {
    "page.html": lambda value: f"<p>投诉人{value}已答复</p>",
    "attribute.html": lambda value: f'<img alt="{value}" src="x">',
    "comment.html": lambda value: f"<!-- {value} -->",
    "inline.html": lambda value: "<p>" + value[0] + "<b>" + value[1:-1] + "</b>" + value[-1] + "</p>",
    "entities.html": lambda value: f"<p>{entities(value)}</p>",
    "hex.html": lambda value: f"<p>{hexadecimal(value)}</p>",
    "twice.html": lambda value: entities(value).replace("&", "&amp;"),
    "search.json": lambda value: json.dumps({"docs": [{"text": value}]}),
    "plain.json": lambda value: json.dumps({"text": value}, ensure_ascii=False),
    "escapes.js": lambda value: 'x="' + "".join(f"\\u{ord(character):04x}" for character in value) + '"',
    "braces.js": lambda value: 'x="' + "".join(f"\\u{{{ord(character):05x}}}" for character in value) + '"',
    "link.html": lambda value: f'<a href="/?q={quote(value)}">x</a>',
    "outcomes.atom.xml": lambda value: (
        f"<feed><entry><summary type='html'>&lt;p&gt;{value}</summary></entry></feed>"
    ),
    "cells.xlsx": lambda value: workbook(value),
    "heading.xlsx": lambda value: workbook("x", sheet=value[:20]),
    "surveys/results/2026h2.json": lambda value: json.dumps({"questions": [{"words": {"zh": value}}]}),
    "search/zh/3.json": lambda value: json.dumps({"p": [["/a/", value, [1, 2]]]}, ensure_ascii=False),
    "quoted.csv": lambda value: f'a,b\n1,"{value}"\n',
    "title.svg": lambda value: f'<svg aria-label="{entities(value)}"><!-- {value} --></svg>',
    "comment.css": lambda value: f"/* {value} */",
    "string.js": lambda value: f"const x = {json.dumps(value)};",
    "meta.html": lambda value: f'<meta name="description" content="{hexadecimal(value)}">',
    "feed.xml": lambda value: f"<title><![CDATA[{value}]]></title>",
    "chart.svg": lambda value: (
        f"<svg><title>{value}</title><text><tspan>{value[:2]}</tspan>{value[2:]}</text></svg>"
    ),
    "style.css": lambda value: f'a::after {{ content: "{css(value)}" }}',
    "data.csv": lambda value: f"a,b\n1,{value}\n",
    "robots.txt": lambda value: value,
    "packed.json.gz": lambda value: gzip.compress(json.dumps([value]).encode()),
    "wide.txt": lambda value: value.encode("utf-16"),
    "bom.txt": lambda value: b"\xef\xbb\xbf" + value.encode(),
    "noext": lambda value: value,
    "mark.html": lambda value: f"<p>{value[0]}<!-- > -->{value[1:]}</p>",
    "bracket.html": lambda value: f'<p>{value[0]}<b title="a>b">{value[1:]}</b></p>',
    "reading.html": lambda value: f"<ruby>{value[0]}<rp>(</rp><rt>du</rt><rp>)</rp>{value[1:]}</ruby>",
    "picture.html": lambda value: f'<p>{value[0]}<img src="/x.svg" alt="">{value[1:]}</p>',
    **{f"{tag}.html": partial(tagged, tag) for tag in INLINE},
    "sections.xml": lambda value: f"<title><![CDATA[{value[0]}]]><![CDATA[{value[1:]}]]></title>",
    "short.css": lambda value: 'a::after { content: "' + short_css(value) + '" }',
    "five.html": lambda value: "".join(f"&{'amp;' * 5}#{ord(one)};" for one in value),
    "five.xml": lambda value: quote(quote(quote(quote(quote(value))))),
    "gbk.html": lambda value: f'<a href="/?q={quote(value.encode("gb18030"))}">x</a>',
    "enclosed.html": lambda value: '<img src="' + enclosed(f"<svg><text>{value}</text></svg>") + '">',
    "enclosed.css": lambda value: "a{b:url('" + enclosed(f"<svg><!-- {value} --></svg>") + "')}",
    "addressed.css": lambda value: (
        "a{b:url(data:image/svg+xml," + quote(f"<svg><b>{value[0]}</b>{value[1:]}</svg>") + ")}"
    ),
    "characters.svg": lambda value: (
        "<svg>" + "\n".join(map('<text x="1">{}</text>'.format, value)) + "</svg>"
    ),
    "turned.html": lambda value: f"<p>&#8238;{value[::-1]}&#8236;</p>",
    "direction.html": lambda value: f'<p><bdo dir="rtl">{value[::-1]}</bdo></p>',
    "looks.xlsx": lambda value: rich_workbook(value),
    "behind.txt": lambda value: f"{'0a' * 8} {value}",
}


@pytest.mark.parametrize("value", VALUES)
def test_a_canary_is_found_in_every_notation(tmp_path: Path, value: str) -> None:
    verdict = scanned(tmp_path, {"outcomes/index.html": f"<main><p>处理：{value}，已办结。</p></main>"})
    assert {hit.file for hit in verdict.hits} == {"outcomes/index.html"}


@pytest.mark.parametrize(
    "value",
    [
        "欧阳晓燕",
        "13905086221",
        "17栋3单元1904室",
        "28幢2号",
        "商铺S12",
        "1904室（17栋3单元）",
        "Flat 5B Block 42",
        "C1201",
        "川A6F2K8",
        "7HK2-M9QX-4TRD",
        "2026-483-901-7",
        "灰鹭在三号泵房顶上筑巢",
    ],
)
@pytest.mark.parametrize("name", ENCODINGS)
def test_a_canary_is_found_in_every_encoding(tmp_path: Path, name: str, value: str) -> None:
    assert scanned(tmp_path, {name: ENCODINGS[name](value)}).hits


@pytest.mark.parametrize("value", ["欧阳晓燕", "牟满囤", "1号楼二单元西户"])
def test_a_canary_is_found_in_the_name_of_a_domain(tmp_path: Path, value: str) -> None:
    address = f"//xn--{value.encode('punycode').decode()}.example"
    assert scanned(tmp_path, {"a.html": f'<a href="{address}">x</a>'}).hits


@pytest.mark.parametrize("name", ["欧阳晓燕.html", "a/139-0508-6221/index.html", quote("欧阳晓燕") + ".txt"])
def test_a_canary_is_found_in_the_name_of_a_file(tmp_path: Path, name: str) -> None:
    assert scanned(tmp_path, {name: "x"}).hits


def test_a_canary_is_found_in_the_name_of_a_part_of_a_workbook(tmp_path: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as book:
        book.writestr("xl/欧阳晓燕.xml", "<x/>")
    assert scanned(tmp_path, {"data.xlsx": out.getvalue()}).hits


def test_no_message_holds_the_value(tmp_path: Path) -> None:
    verdict = scanned(tmp_path, {"a.html": "，".join(VALUES)})
    told = "\n".join(map(str, verdict.hits))
    assert "a.html: holds a private value of the register: phone (character" in told
    assert not [value for value in VALUES if value in told]


def test_a_clean_site_passes(tmp_path: Path) -> None:
    verdict = scanned(tmp_path, {"index.html": "<p>12栋高层，满意率96%，服务电话12345</p>", "a.json": "[1]"})
    assert verdict == SiteVerdict(2, (), ())


def test_values_are_not_read_across_what_does_not_belong_together(tmp_path: Path) -> None:
    cells = "<td>欧阳</td><td>晓燕</td><td>139050</td><td>86221</td>"
    assert not scanned(tmp_path, {"a.html": cells}).hits


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<BR />", '<br class="x">'])
def test_the_end_of_a_line_parts_no_home_and_joins_no_numbers(tmp_path: Path, tag: str) -> None:
    assert scanned(tmp_path, {"a.html": f"<p>已与17栋{tag}3单元1904联系</p>"}).hits
    assert scanned(tmp_path, {"a.html": f"<p>欧阳{tag}晓燕</p>"}).hits
    assert scanned(tmp_path, {"a.html": f"<p>17栋19{tag}04</p>"}).hits == ()


def test_what_does_not_belong_together_stays_apart_where_nothing_is_cut(tmp_path: Path) -> None:
    """A value that holds every mark at which texts are cut has them read as a whole."""
    (tmp_path / "page.html").write_text("<table><td>欧阳</td><td>晓燕</td></table>", encoding="utf-8")
    world = World.build([CANARY, PrivateValues(others=("a<b>c¦d",))])
    assert scan_site(tmp_path, world, NOTHING, known_exact={}).hits == ()
    (tmp_path / "page.html").write_text("<table><td>欧阳<b>晓燕</b></td></table>", encoding="utf-8")
    assert scan_site(tmp_path, world, NOTHING, known_exact={}).hits


def test_the_name_of_a_file_that_cannot_be_read_is_read_all_the_same(tmp_path: Path) -> None:
    problems = {hit.problem for hit in scanned(tmp_path, {"欧阳晓燕.pdf": b"%PDF"}).hits}
    assert problems == {"holds a private value of the register: name", "is of a type that cannot be searched"}


def test_a_character_of_two_halves_is_put_together(tmp_path: Path) -> None:
    world = World.build([PrivateValues(others=("\U00020bb7野家的狗",))])
    (tmp_path / "a.json").write_text(json.dumps("\U00020bb7野家的狗"), encoding="utf-8")
    assert scan_site(tmp_path, world, NOTHING, known_exact={}).hits


def test_escapes_of_escapes_are_undone_as_often_as_there_are(tmp_path: Path) -> None:
    assert scanned(tmp_path, {"a.html": "&" + "amp;" * 9 + "#x6b27;阳晓燕"}).hits
    assert scanned(tmp_path, {"a.html": "&" + "amp;" * 99 + "lt; \\ud800 \\u{ffffff}"}).hits == ()


def test_digests_are_no_numbers(tmp_path: Path) -> None:
    digests = {f"{size}.txt": "13905086221" + "a" * (size - 11) for size in (16, 32, 40, 64, 96, 128)}
    digests["b.html"] = f"sha256-{'A' * 29}13905086221AAA="
    assert not scanned(tmp_path, dict(digests)).hits


@pytest.mark.parametrize(
    "text",
    [
        "0" * 16 + "13905086221",
        "a" * 16 + "13905086221",
        "sha256-" + "A" * 20 + "13905086221",
        "sha512-" + "A" * 30 + "/13905086221",
    ],
)
def test_what_is_not_as_long_as_a_digest_hides_no_number(tmp_path: Path, text: str) -> None:
    assert scanned(tmp_path, {"a.html": text}).hits


@pytest.mark.parametrize("data", ["17栋3单元1904".encode("utf-16-le"), b"\0" + "欧阳晓燕".encode()])
def test_text_of_other_bytes_is_not_taken_for_read(tmp_path: Path, data: bytes) -> None:
    (hit,) = scanned(tmp_path, {"a.txt": data}).hits
    assert "is not utf-8-sig text" in hit.problem


@pytest.mark.parametrize("row", ["1,17栋3单元1904室", "1,17-3-1904,x", "已到场，17-1904", "是,17#1904"])
def test_a_home_behind_a_comma_is_one(tmp_path: Path, row: str) -> None:
    assert scanned(tmp_path, {"data.csv": f"a,b\n{row}\n"}).hits


def test_a_flat_alone_or_a_count_is_no_home(tmp_path: Path) -> None:
    assert not scanned(tmp_path, {"a.html": "1904件，第1904号，17-19时，A4"}).hits


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.bin", b"x", "type that cannot be searched"),
        ("a.html", b"\xff\xfe\xff", "not utf-16 text"),
        ("a.html", b"\xc3\x28", "not utf-8-sig text"),
        ("a.json.gz", b"\x1f\x8b\x08broken", "cannot be unpacked"),
        ("b.json.gz", gzip.compress(b"x" * 100, mtime=0)[:-4], "packed too tightly or not whole"),
    ],
)
def test_what_cannot_be_opened_fails(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (hit,) = scanned(tmp_path, {name: data}).hits
    assert problem in str(hit)
    assert hit.file == name


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (hit,) = scanned(tmp_path, {"a.json.gz": gzip.compress(b"0" * (LARGEST_UNPACKED + 1), 1)}).hits
    assert "packed too tightly" in hit.problem


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside.html").write_text("x")
    (site / "a.html").symlink_to(tmp_path / "outside.html")
    assert scan_site(site, WORLD, NOTHING, known_exact={}).hits == (Hit("a.html", "is not a plain file"),)


def test_the_ledger_is_checked_as_exact_bytes_and_not_searched(tmp_path: Path) -> None:
    site = {"ledger": b"13905086221"}
    assert not scanned(tmp_path, dict(site), ledger=b"13905086221").hits
    (hit,) = scanned(tmp_path, {"ledger": b"13905086222"}, ledger=b"13905086221").hits
    assert str(hit) == "ledger: is not what was released"


POISON = World.build(
    [PrivateValues(name=name) for name in ("高峰", "安宁", "物业服务", "国庆", "和平")]
    + [PrivateValues(name="张三", phone="12345", room="1201"), PrivateValues(room="1201室")]
)
PUBLIC_TEXTS = ["物业服务中心，热线12345，高峰时段加派人员，安宁小区", "国庆值班", "和平路"]


def test_poison_names_numbers_and_rooms_cannot_stop_a_build(tmp_path: Path) -> None:
    page = "<h1>物业服务</h1><p>高峰期电梯等候，安宁；1201件，热线12345；国庆照常；和平路</p>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    verdict = scan_site(tmp_path, POISON, Baseline.of(PUBLIC_TEXTS, {}), known_exact={})
    assert verdict.hits == ()


ROOMS = (
    "6号",
    "1203",
    "S12",
    "5-2",
    "2026-11-20",
    "3栋2单元",
    "3栋4层",
    "物业服务中心",
    "热线12345",
    "A4",
    "24-7",
    "1-1-1",
    "11/20/26",
)


def test_whoever_gives_as_her_home_what_stands_on_every_page_cannot_stop_a_build(tmp_path: Path) -> None:
    page = (
        "<p>6号楼、S12线、第5-2条，2026-11-20 发布；3栋2单元电梯检修、3栋4层走廊灯；物业服务中心热线12345，1203件，A4，24-7，1-1-1</p>"
        "<p>11/20/26, 1203室</p>"
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    world = World.build([PrivateValues(room=room) for room in ROOMS])
    assert scan_site(tmp_path, world, NOTHING, known_exact={}) == SiteVerdict(1, (), ())


def test_a_home_that_is_public_anyway_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>服务中心在17栋1904；另有17栋2单元1904</p>", encoding="utf-8")
    verdict = scan_site(tmp_path, WORLD, Baseline.of(["服务中心在17栋1904室"], {}), known_exact={})
    assert verdict.hits == ()
    assert len(verdict.ambiguous) == 1


def test_ordinary_words_that_are_spelled_like_a_name_are_told_and_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>高峰期加派人员，物业服务质量提升</p>", encoding="utf-8")
    verdict = scan_site(tmp_path, POISON, NOTHING, known_exact={})
    assert verdict.hits == ()
    assert list(map(str, verdict.ambiguous)) == [
        "1 files (index.html): holds a private value of the register: name; ordinary words there"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("高峰", "高峰来电反映"),
        ("方志强", "由施工方志强到场处理"),
        ("成立新", "登记人成立新的车位"),
        ("清运并调", "楼道清运并调整班次"),
        ("周建国", "周建国反映"),
        ("安宁华", "安宁华侨"),
    ],
)
def test_a_name_stands_unless_words_explain_all_of_it(tmp_path: Path, name: str, text: str) -> None:
    """One that is in the baseline is told; any other fails, though a word of the trade is part of it."""
    (tmp_path / "index.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    world = World.build([PrivateValues(name=name)])
    assert scan_site(
        tmp_path, world, Baseline.of(["高峰期，施工方，成立，清运，建国"], {}), known_exact={}
    ).hits
    public = scan_site(tmp_path, world, Baseline.of([text], {}), known_exact={})
    assert (public.hits, len(public.ambiguous)) == ((), 1)


def test_an_ambiguous_value_is_told_once_a_kind(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("高峰反映，安宁来电", encoding="utf-8")
    verdict = scan_site(tmp_path, POISON, Baseline.of(["高峰说，安宁说"], {}), known_exact={})
    assert verdict.hits == ()
    (told,) = verdict.ambiguous
    assert told.file == "2 files (a.html)"
    assert "public anyway" in told.problem


def test_a_declared_name_is_excused_on_its_page_alone(tmp_path: Path) -> None:
    baseline = Baseline.of([], {"people/index.html": frozenset({"牟满囤"})})
    verdict = scanned(tmp_path, {"people/index.html": "项目经理：牟满囤", "index.html": "牟满囤"}, baseline)
    assert [hit.file for hit in verdict.hits] == ["index.html"]


def test_a_declared_name_does_not_excuse_what_stands_beside_it(tmp_path: Path) -> None:
    baseline = Baseline.of([], {"people/index.html": frozenset({"牟满囤"})})
    verdict = scanned(tmp_path, {"people/index.html": "项目经理：牟满囤，13905086221"}, baseline)
    assert [hit.problem for hit in verdict.hits] == ["holds a private value of the register: phone"]


def test_the_work_grows_with_the_site_and_not_with_the_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    known_grams = grams._known_grams
    (tmp_path / "a.html").write_text("满意率九成，热线12345。" * 200, encoding="utf-8")
    for many in (10, 5_000):
        looked.append(0)

        def counting(data: bytes, *how: Any) -> Iterator[tuple[int, int]]:
            looked[-1] += len(data)
            return known_grams(data, *how)

        monkeypatch.setattr(grams, "_known_grams", counting)
        world = World.build([PrivateValues(phone=f"139{number:08d}") for number in range(many)])
        scan_site(tmp_path, world, NOTHING, known_exact={})
    assert looked[0] == looked[1] > 0


class TestRemembered:
    """What was searched before is not searched again for the same values; anything else is."""

    def scan(self, folder: Path, world: World, baseline: Baseline) -> SiteVerdict:
        with remembering(folder / "memory", "1") as memory:
            return scan_site(folder / "site", world, baseline, known_exact={}, remembered=memory)

    @pytest.fixture
    def site(self, tmp_path: Path) -> Path:
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "index.html").write_text("<p>牟满囤来访</p>", encoding="utf-8")
        (tmp_path / "site" / "data.csv").write_text("a,b", encoding="utf-8")
        return tmp_path

    def test_unchanged_bytes_are_not_searched_again(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        public = Baseline.of(["牟满囤"], {})
        first = self.scan(site, WORLD, public)
        assert first.ambiguous
        monkeypatch.setattr(Scanner, "_searched", lambda self, name: pytest.fail("searched again"))
        assert self.scan(site, WORLD, public) == first
        assert self.scan(site, WORLD, Baseline.of(["牟满囤", "电梯已修复。"], {})) == first

    def test_another_value_that_is_public_has_all_searched_again(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        searched: list[str] = []
        was = Scanner._searched
        monkeypatch.setattr(Scanner, "_searched", lambda self, name: searched.append(name) or was(self, name))
        for texts, asked in ((["牟满囤"], 2), (["牟满囤", "13905086221"], 4), (["13905086221 牟满囤"], 4)):
            self.scan(site, WORLD, Baseline.of(texts, {}))
            assert len(searched) == asked

    def test_a_new_value_is_found_in_old_bytes(self, site: Path) -> None:
        assert self.scan(site, World.build([]), Baseline.of([], {})).hits == ()
        assert self.scan(site, WORLD, Baseline.of([], {})).hits

    def test_what_is_public_no_more_is_a_hit_in_old_bytes(self, site: Path) -> None:
        assert self.scan(site, WORLD, Baseline.of(["牟满囤"], {})).hits == ()
        assert self.scan(site, WORLD, Baseline.of([], {})).hits
        assert self.scan(site, WORLD, Baseline.of([], {"index.html": frozenset({"牟满囤"})})).hits == ()

    def test_a_known_value_in_new_bytes_of_an_old_file_is_a_hit(self, site: Path) -> None:
        public = Baseline.of(["牟满囤"], {})
        assert self.scan(site, WORLD, public).hits == ()
        (site / "site" / "data.csv").write_text("13905086221", encoding="utf-8")
        assert [hit.file for hit in self.scan(site, WORLD, public).hits] == ["data.csv"]

    def test_a_hit_is_found_every_time(self, site: Path) -> None:
        for _ in range(2):
            assert self.scan(site, WORLD, Baseline.of([], {})).hits

    def test_a_link_in_the_place_of_a_known_file_is_a_hit(self, site: Path) -> None:
        self.scan(site, WORLD, Baseline.of(["牟满囤"], {}))
        (site / "site" / "data.csv").unlink()
        (site / "site" / "data.csv").symlink_to(site / "site" / "index.html")
        assert [hit.file for hit in self.scan(site, WORLD, Baseline.of(["牟满囤"], {})).hits] == ["data.csv"]


HER_WORDS = "天台水箱盖被风掀开三天了，昨夜雨水全灌进我家书房"
TELLING = World.build([CANARY], [], [HER_WORDS, "本周六上午停水检修，请提前储水，由此带来不便敬请谅解。"])
NOTICE = "<p>本周六上午停水检修，请提前<b>储水</b>，由此带来不便敬请谅解。</p>"


@pytest.mark.parametrize("name", ENCODINGS)
def test_what_she_said_is_found_in_every_encoding(tmp_path: Path, name: str) -> None:
    data = ENCODINGS[name](HER_WORDS)
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / Path(name).name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    verdict = scan_site(tmp_path, TELLING, NOTHING, known_exact={})
    assert {hit.problem for hit in verdict.hits} == {"holds a private value of the register: said"}


def test_it_is_told_where_she_is_quoted_and_not_with_what_words(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>有业主说{HER_WORDS[:16]}</p>", encoding="utf-8")
    (hit, *_) = scan_site(tmp_path, TELLING, NOTHING, known_exact={}).hits
    assert str(hit) == "a.html: holds a private value of the register: said (character 7)"


class TestPublicWords:
    """Whoever pastes into her form what the estate says stops no build with it."""

    def verdict(self, folder: Path, baseline: Baseline = NOTHING, before: str = "") -> SiteVerdict:
        for name, page in {"site": NOTICE, "before": before}.items():
            (folder / name).mkdir()
            (folder / name / "index.html").write_text(page, encoding="utf-8")
        return scan_site(folder / "site", TELLING, baseline, known_exact={}, before=folder / "before")

    def test_where_nothing_says_that_they_are_public_they_are_hers(self, tmp_path: Path) -> None:
        assert len(self.verdict(tmp_path).hits) == 1

    @pytest.mark.parametrize(
        "baseline",
        [
            Baseline.of(["周六上午停水检修，请提前储水，由此带来不便敬请谅解"], {}),
            Baseline.of(["本周{day}上午停水检修，请提前储水", "由此带来不便敬请谅解"], {}),
            Baseline.of([], {}, published=['{"zh": "本周六上午停水检修，请提前储水，由此带来不便敬请谅解"}']),
        ],
    )
    def test_what_was_written_or_approved_is_told(self, tmp_path: Path, baseline: Baseline) -> None:
        verdict = self.verdict(tmp_path, baseline)
        assert verdict.hits == ()
        assert "said; the same words are public anyway" in str(verdict.ambiguous[0])

    def test_what_the_site_shows_already_is_told(self, tmp_path: Path) -> None:
        assert self.verdict(tmp_path, before=NOTICE).hits == ()

    def test_a_name_in_an_approved_sentence_is_free_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("<p>欧阳晓燕说的</p>", encoding="utf-8")
        approved = Baseline.of([], {}, published=["欧阳晓燕说的"])
        assert scan_site(tmp_path, TELLING, approved, known_exact={}).hits

    def test_what_is_remembered_of_public_words_holds_while_they_are_so(self, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "index.html").write_text(NOTICE, encoding="utf-8")
        remembered = TestRemembered()
        approved = Baseline.of([], {}, published=["本周六上午停水检修，请提前储水，由此带来不便敬请谅解"])
        first = remembered.scan(tmp_path, TELLING, approved)
        assert (first.hits, len(first.ambiguous)) == ((), 1)
        assert remembered.scan(tmp_path, TELLING, approved) == first
        assert remembered.scan(tmp_path, TELLING, NOTHING).hits


def test_a_world_is_told_by_its_values_whatever_their_order() -> None:
    one, two = PrivateValues(name="王芳"), PrivateValues(phone="13800001234")
    assert World.build([one, two, one]).digest == World.build([two, one]).digest
    others = (World.build([two]), World.build([], ["王芳"]), World.build([], [], ["王芳"]))
    assert len({World.build([one]).digest, *(other.digest for other in others)}) == 4


def test_a_hit_says_whether_it_is_a_value_or_a_file_that_cannot_be_searched(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("欧阳晓燕", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x00")
    hits = scan_site(tmp_path, WORLD, NOTHING, known_exact={}).hits
    assert {hit.file: hit.is_private for hit in hits} == {"a.html": True, "b.bin": False}
