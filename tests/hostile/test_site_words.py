"""Hostile text in content and summaries: it stands literally on every page, in the feed, the data and the titles."""

import csv
import json
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from generator.disclosure.cases.published import Summary, digest, to_bytes
from generator.disclosure.releases.release import Correction
from generator.site.files.feeds import ATOM
from generator.site.making.build import Staged, stage_site
from generator.site.making.proof import prove_site
from tests.generator.site.conftest import quiet
from tests.generator.site.samples import ORIGIN, TODAY, entry, make_home, make_releases

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "'-alert(1)-' onmouseover=alert(1) x='",
    "</title></textarea><script>x</script>",
    "<!-- <b> -->",
    "]]> &lt;b&gt; &amp; &#123;",
    '--8<-- "../var/x.json"',
    "{{ config }} {% include 'x' %} {{7*7}} ${7*7} <%= 7*7 %>",
    "{: onclick=alert(1)} *a*{: style=position:fixed }",
    "/// html | script",
    "??? note !!! $$x$$ [^1]: *[a]: b [x]: url [TOC] # head ``` :smile:",
    "[x](javascript:alert(1)) ![](http://evil.example/t.png) http://evil.example",
    "--- title: x --- !!python/object:os.system &a *a",
    "=cmd|calc!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\uff1d1+1",
)
FIELDS = {
    "improvements/x.toml": (
        '[[improvement]]\ntitle = {w}\nmatter = "safety"\nsource = "inspections"\nfinding = {w}\nmeasure = {w}\n'
        'post = "security"\nstarted = 2026-01-02\ndue = 2026-02-02\ndone = 2026-02-01\n'
        "effect = {{ measured = {w}, unit = {w}, before = 2, after = 1, on = 2026-05-02 }}\n",
        ("improvements/", "quality/safety/"),
    ),
    "inspections/x.toml": (
        '[[round]]\nname = {w}\nmatter = "hygiene"\npost = "cleaning"\ndue = 2026-09-09\ndone = 2026-09-09\n'
        'checked = 2\npassed = 1\n[[round.problem]]\nwhat = {w}\npost = "cleaning"\ndue = 2026-09-10\n',
        ("inspections/", "quality/hygiene/", "measures/problems_found/", "measures/cleaning_points_passed/"),
    ),
    "training.toml": (
        '[[session]]\ntopic = {w}\nposts = ["security"]\ndue = 2026-09-09\ndone = 2026-09-09\nhours = 1\nattended = 9\n'
        '[[certificate]]\nname = {w}\nbasis = {w}\npost = "security"\nrequired = 1\nheld = 1\n',
        ("people/", "measures/sessions_held_on_time/"),
    ),
    "fees.toml": (
        '[[fee]]\nitem = {w}\namount = 1\nunit = {w}\nbasis = {w}\n'
        '[[statement]]\nkind = "service"\nfirst = 2026-01-01\nlast = 2026-03-31\npublished = 2026-04-01\naudited = {w}\n'
        '[[statement.line]]\nside = "income"\nitem = {w}\namount = 1\n',
        ("fees/",),
    ),
    "points.toml": (
        '[[point]]\nid = "x"\nplace = {w}\npost = "security"\n[[point.task]]\nwhat = {w}\nstandard = {w}\noften = {w}\n',
        ("standards/", "print/", "print/points/x/", "print/points/x/a3/"),
    ),
    "disclosures.toml": (
        'profile = "generic"\n[[done]]\nduty = "common_income"\non = 2026-09-01\nwhere = {w}\n',
        ("calendar/",),
    ),
    "standards.toml": (
        '[[version]]\nversion = "2025.1"\neffective = 2025-01-01\nnote = {w}\n[[version.standard]]\nid = "complaint.answer"\n'
        'kind = "complaint"\nstep = "answer"\nlimit = {{ amount = 7, unit = "days" }}\npromise = {w}\nmeasured = {w}\nbasis = {w}\n'
        '[[version]]\nversion = "2026.1"\neffective = 2026-09-01\nnote = {w}\n[[version.standard]]\nid = "complaint.answer"\n'
        'kind = "complaint"\nstep = "answer"\nlimit = {{ amount = 5, unit = "days" }}\npromise = {w}\nmeasured = {w}\nbasis = {w}\n',
        ("standards/", "measures/standards_changed/"),
    ),
    "people.toml": (
        '[[posts]]\npost = "management"\ntitle = {w}\nduties = {w}\ncount = 1\nphone = "0571-5550 0101"\n',
        ("people/",),
    ),
    "duties/generic.toml": (
        'name = {w}\nnote = {w}\nsource = [{w}]\n'
        '[[duty]]\nid = "common_income"\nwhat = {w}\nmonths = 3\nbasis = {w}\npage = "fees/"\n',
        ("calendar/",),
    ),
}  # fmt: skip
"""Files of content with `{w}` wherever people write words, and the pages that show them."""


class Reader(HTMLParser):
    """Elements, attributes and texts of a page as a browser sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.seen |= {name for name, _ in attrs if name.startswith("on")}

    def handle_data(self, data: str) -> None:
        self.text += data


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


def words(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return f"{{ zh = {quoted}, en = {quoted} }}"


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """A site whose every notice, summary and record is hostile."""
    folder = tmp_path_factory.mktemp("hostile-site")
    (last,) = make_releases(("2026-Q3",))
    entries = tuple(
        entry(ref=f"0000000{number}" if number < 10 else f"000000{number}", summary=Summary(zh=text, en=text))
        for number, text in enumerate(PAYLOADS)
    )
    bad = last.model_copy(update={"entries": (*entries, *last.entries[len(entries) :])})
    why = Summary(zh=PAYLOADS[0], en=PAYLOADS[0])
    correction = Correction(what="figure/received", old="1", new="2", why=why)
    revised = bad.model_copy(
        update={"revision": 2, "previous": digest(to_bytes(bad)), "corrections": (correction,)}
    )
    home = make_home(folder, (bad, revised))
    for path in (home / "content/notices").glob("*.toml"):
        path.unlink()
    for number, text in enumerate(PAYLOADS):
        notice = f'kind = "notice"\npublished = 2026-10-01\ntitle = {words(text)}\ntext = [{words(text)}]\n'
        (home / f"content/notices/n{number}.toml").write_text(notice, encoding="utf-8")
    for number, (name, (template, _)) in enumerate(FIELDS.items()):
        text = template.format(w=words(PAYLOADS[number]))
        (home / "content" / name).write_text(text, encoding="utf-8")
    return stage_site(home, folder / "staged", today=TODAY, progress=quiet, origin=ORIGIN)


def test_no_page_gains_an_element_a_handler_or_a_request(staged: Staged) -> None:
    assert [str(flaw) for flaw in prove_site(staged.folder, staged.content) if flaw.grave] == []
    for path in staged.folder.rglob("*.html"):
        assert not read(path).seen & {"img", "iframe", "onload", "onerror", "onclick", "onmouseover", "b"}, (
            path
        )


@pytest.mark.parametrize("root", ["", "en/"])
def test_notices_and_summaries_stand_literally_on_their_pages_and_in_their_titles(
    staged: Staged, root: str
) -> None:
    site = staged.folder / root
    period = read(site / "outcomes/2026-Q3/index.html").text
    board = read(site / "notices/index.html").text
    for number, payload in enumerate(PAYLOADS):
        assert payload in period
        assert payload in board
        page = read(site / f"notices/n{number}/index.html").text
        assert page.count(payload) >= 3, "title, heading and text"
    assert PAYLOADS[0] in read(site / "corrections/index.html").text


@pytest.mark.parametrize("name", FIELDS)
def test_what_staff_write_stands_literally_wherever_it_is_shown(staged: Staged, name: str) -> None:
    payload = PAYLOADS[list(FIELDS).index(name)]
    for root in ("", "en/"):
        for address in FIELDS[name][1]:
            assert payload in read(staged.folder / root / address / "index.html").text, (root, address)


def test_feed_search_and_data_say_the_same(staged: Staged) -> None:
    feed = ElementTree.parse(staged.folder / "feed.xml")
    titles = {element.text for element in feed.iter(f"{{{ATOM}}}title")}
    found = {
        title
        for path in staged.folder.glob("search/d*.json")
        for _, title, _ in json.loads(path.read_bytes())
    }
    rows = csv.DictReader(StringIO((staged.folder / "data/notices.csv").read_text(encoding="utf-8-sig")))
    cells = {row["title_zh"] for row in rows}
    book = CalamineWorkbook.from_filelike(BytesIO((staged.folder / "data/data.xlsx").read_bytes()))
    typed = {
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    for payload in PAYLOADS:
        assert payload in titles
        assert payload in found
        assert cells & {payload, f"'{payload}"}
        assert payload in typed
    assert not any(cell.startswith(("=", "+", "-", "@", "\uff1d")) for cell in cells)
