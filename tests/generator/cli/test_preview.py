"""The preview of a release, and publishing as the desk sees it, over the real gate and press."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.cli import publish_commands
from generator.cli.chain_check import chain_files
from generator.cli.changes import figure_changes, in_words
from generator.cli.edges import system_draw
from generator.cli.jobs import ChildJob
from generator.cli.previewing import FILE, PageLine, PreviewPlaces, differences
from generator.cli.publishing import GatePublishing
from generator.cli.views import hint_of, read_preview_file, reason_of
from generator.disclosure.cases.period import Period
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.scan.spans import FindingKind, Reason, Span
from generator.site.making.swap import Chain, only_builder, roll_back, swap_in
from generator.site.making.written_for import WrittenFor
from generator.site.words.voice import voices
from register.handling import Actor
from register.settings import ZONE, Home, read_book
from register.signoff import SignOff
from register.store import FolderStore
from register.terms import CorrectionReason, Matter, Role, Step, TakeDownReason
from register.wording import load_wording
from tests import factories
from tests.generator.cli.conftest import Portal

NOW = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
CLERK, HEAD = Actor("wangfang", Role.HANDLER), Actor("liweidong", Role.MANAGER)
ZH, EN = voices()


@pytest.fixture
def lived(staffed: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Six approved cases of one matter, on a day when their quarter may be released."""
    rules = staffed.content / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('start = "2025-01"', 'start = "2026-07"')
    rules.write_text(text, encoding="utf-8")
    store = FolderStore(staffed.register)
    for number in range(1, 7):
        case = factories.kept_case(store, number, matter=Matter.HYGIENE)
        store.replace(store.read(case.number), factories.approved(case, zh=f"第{number}处楼道垃圾已清运。"))
    monkeypatch.setattr(publish_commands, "system_clock", lambda: NOW)
    return staffed


def publishing_of(home: Home) -> GatePublishing:
    return GatePublishing(home, read_book(home.content), lambda: NOW, system_draw)


def test_a_preview_shows_the_draft_checked_and_publishes_nothing(portal: Portal, lived: Home) -> None:
    publishing = publishing_of(lived)
    assert publishing.preview("zh") is None
    draft = publishing.draft("2026-Q3", "zh")
    before = sorted(path.name for path in lived.content.rglob("*"))
    (PreviewPlaces.of(lived).folder / ".making-killed" / "home").mkdir(parents=True)
    made = portal("preview", "2026-Q3", "--home", str(lived.folder), "--at", NOW.isoformat())
    assert made.exit_code == 0, made.output
    view = publishing.preview("en")
    assert view is not None
    assert view.passed
    assert view.sha256 == draft.sha256
    assert "No count" not in draft.lines[0]
    assert any("no name, phone or flat" in check.text for check in view.checks)
    assert any("6 summaries have no English" in check.text for check in view.checks)
    assert "/outcomes/2026-Q3/" in {page.address for page in view.differences if page.kind == "new"}
    assert "第1处楼道垃圾已清运" in (publishing.preview_file("outcomes/2026-Q3/") or b"").decode()
    assert not lived.site.exists()
    assert sorted(path.name for path in lived.content.rglob("*")) == before
    assert publishing.state("zh").releases == ()
    assert not (lived.var / "audit" / "audit.jsonl").exists()
    left = sorted(path.name for path in PreviewPlaces.of(lived).folder.iterdir())
    assert left == ["lock", "preview.json", "site"]


def test_what_is_held_for_its_words_names_them_and_stands_first(lived: Home) -> None:
    store = FolderStore(lived.register)
    waiting = factories.kept_case(store, 7, matter=Matter.HYGIENE)
    kept = factories.kept_case(store, 8, matter=Matter.HYGIENE)
    said = factories.approved(kept, zh="已联系 13800138000 清运。", en="Call 13800138000.")
    store.replace(store.read(kept.number), said)
    held = publishing_of(lived).draft("2026-Q3", "zh").held
    assert [number for number, _ in held] == [kept.number, waiting.number]
    assert held[0][1] == (
        "摘要里有可能认出个人的词，请改写："
        "“13800138000”（手机号，可写“来电号码”）、“13800138000”（手机号，可写“a phone number”）"
    )


def test_reasons_are_in_the_readers_language_and_suggestions_in_that_of_the_text(lived: Home) -> None:
    (found,) = publishing_of(lived).scan("Call 13800138000.", "en", "zh")
    assert (found.reason, found.suggestion) == ("手机号", "a phone number")


def test_of_what_only_nothing_explains_it_is_said_that_it_may_be_so() -> None:
    wording = load_wording("scan")
    told = {kind: reason_of(Span(0, 1, kind, Reason.UNEXPLAINED), wording, "zh") for kind in FindingKind}
    assert (told[FindingKind.NAME], told[FindingKind.NUMBER]) == ("可能是姓名", "未能解释的数字")
    assert reason_of(Span(0, 1, FindingKind.NAME, Reason.DETECTOR), wording, "en") == "a name"


def test_beside_the_suggestion_stands_what_else_an_editor_can_do() -> None:
    wording = load_wording("scan")
    assert "岗位" in hint_of(Span(0, 1, FindingKind.NAME, Reason.DETECTOR), wording, "zh")
    assert "常用的词" in hint_of(Span(0, 1, FindingKind.NAME, Reason.UNEXPLAINED), wording, "zh")
    assert "unit" in hint_of(Span(0, 1, FindingKind.NUMBER, Reason.UNEXPLAINED), wording, "en")
    assert hint_of(Span(0, 1, FindingKind.PHONE, Reason.DETECTOR), wording, "zh") == ""


def test_every_hint_is_about_something_the_scan_finds() -> None:
    hints = set(load_wording("scan").section("scan_hint", "zh"))
    assert hints <= {*(kind.value for kind in FindingKind), "name_perhaps"}


def test_there_is_no_preview_of_what_cannot_be_released(portal: Portal, lived: Home) -> None:
    refused = portal("preview", "2026-Q4", "--home", str(lived.folder), "--at", NOW.isoformat())
    assert refused.exit_code == 1
    assert "2026-Q4" in refused.output or "公示期" in refused.output


def test_a_damaged_preview_counts_as_none(lived: Home) -> None:
    places = PreviewPlaces.of(lived)
    places.folder.mkdir(parents=True)
    for text in ("", "{", '{"format": 1}'):
        (places.folder / FILE).write_text(text)
        assert places.read() is None


def test_only_files_of_the_preview_are_read(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("page")
    (tmp_path / "secret").write_text("secret")
    (site / "link").symlink_to(tmp_path / "secret")
    assert read_preview_file(site, "a/") == b"page"
    for address in (
        "../secret",
        "a/../../secret",
        "link",
        "nothing",
        "a\0b",
        str(tmp_path / "secret"),
        "x" * 5000,
    ):
        assert read_preview_file(site, address) is None, address


def test_pages_are_compared_by_their_main_part(tmp_path: Path) -> None:
    def page(site: str, address: str, main: str, foot: str = "") -> None:
        folder = tmp_path / site / address
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(
            f"<title>{address or '首页'} &amp; x</title><main>{main}</main>{foot}"
        )

    for site, foot in (("old", "1"), ("new", "2")):
        page(site, "", "same", foot)
        page(site, "en", site)
        page(site, "changed", site)
    page("old", "gone", "x")
    page("new", "fresh", "x")
    new, changed, gone = differences(tmp_path / "old", tmp_path / "new")
    assert [one.address for one in (*new, *changed, *gone)] == ["/fresh/", "/changed/", "/gone/"]
    assert new[0] == PageLine(address="/fresh/", title="fresh & x")
    assert differences(tmp_path / "none", tmp_path / "none") == ((), (), ())


def test_a_figure_is_said_old_and_new() -> None:
    rate = Figure(measure="complaints_answered_on_time", unit="rate", numerator=48, denominator=50, n=50)
    few = rate.model_copy(update={"numerator": 16, "denominator": 17, "n": 17})
    days = Figure(measure="complaint_days", unit="days", value="3", n=50)
    assert in_words(rate, 20, ZH) == "96%（48/50）"
    assert in_words(rate, 20, EN) == "96% (48/50)"
    assert in_words(few, 20, ZH) == "16/17"
    assert in_words(days, 20, ZH).startswith("3")


def test_the_desk_counts_a_change_in_the_unit_of_the_site() -> None:
    one = Figure(measure="cases_withheld", unit="count", value="1", n=58)
    promises = Figure(measure="standards_changed", unit="count", value="2", n=2)
    assert in_words(one, 20, EN) == "1 case"
    assert (in_words(promises, 20, ZH), in_words(promises, 20, EN)) == ("2 条", "2 promises")


def test_only_figures_that_differ_are_changes(lived: Home) -> None:
    publishing = publishing_of(lived)
    publishing.gate.publish(
        Period.parse("2026-Q3"), SignOff(publishing.draft("2026-Q3", "zh").sha256, HEAD, NOW)
    )
    release = publishing.gate.released()[0].release
    assert list(figure_changes(release, release, ZH)) == []
    first = list(figure_changes(None, release, ZH))
    assert {change.kind for change in first} == {"new"}
    without = release.model_copy(update={"figures": release.figures[1:]})
    assert [change.kind for change in figure_changes(release, without, ZH)] == ["gone"]
    assert [change.kind for change in figure_changes(without, release, ZH)] == ["new"]


def test_taking_down_and_confirming_at_the_desk(lived: Home) -> None:
    publishing = publishing_of(lived)
    publishing.gate.publish(
        Period.parse("2026-Q3"), SignOff(publishing.draft("2026-Q3", "zh").sha256, HEAD, NOW)
    )
    shown = publishing.published("zh")
    assert len(shown) == 6
    ref = shown[0].ref
    assert publishing.take_down("AAAAAAAA", TakeDownReason.WRONG_FACTS, CLERK, NOW, "zh") != ()
    assert publishing.take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, NOW, "zh") == ()
    assert publishing.unconfirmed() == 1
    gone = next(one for one in publishing.published("zh") if one.ref == ref)
    assert (gone.state, gone.by, gone.summary, gone.number) == (
        "unconfirmed",
        "wangfang",
        "",
        shown[0].number,
    )
    assert "两人" in publishing.confirm_take_down(ref, CLERK, NOW, "zh")[0]
    assert publishing.confirm_take_down(ref, HEAD, NOW, "zh") == ()
    assert publishing.unconfirmed() == 0


def swapped_in(home: Home, what: str) -> None:
    """A site that was made from what is published now."""
    with only_builder(home.folder) as staging:
        (staging / "index.html").write_text(what, encoding="utf-8")
        swap_in(home.folder, staging, [], Chain(chain_files(home), {}))


def test_a_start_builds_what_the_last_run_of_the_program_owed_the_site(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(GatePublishing, "start_build", lambda _: asked.append("build"))
    publishing = publishing_of(lived)
    publishing.catch_up()
    assert asked == [], "nothing was ever built"
    publishing.gate.publish(
        Period.parse("2026-Q3"), SignOff(publishing.draft("2026-Q3", "zh").sha256, HEAD, NOW)
    )
    swapped_in(lived, "one")
    publishing.catch_up()
    assert asked == []
    ref = publishing.published("zh")[0].ref
    assert publishing.take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, NOW, "zh") == ()
    assert publishing.is_site_behind()
    publishing_of(lived).catch_up()
    assert asked == ["build"], "the sentence stands on the site still"
    swapped_in(lived, "two")
    assert not publishing.is_site_behind()
    publishing_of(lived).catch_up()
    assert asked == ["build"]
    (lived.var / "builds" / "asked-for").touch()
    publishing_of(lived).catch_up()
    assert asked == ["build", "build"], "a build was asked for and did not come to its end"
    roll_back(lived.folder)
    publishing_of(lived).catch_up()
    assert asked == ["build", "build"], "a site that was put back by hand stays"


def test_a_correction_is_published_as_it_was_shown_and_no_other(lived: Home) -> None:
    store = FolderStore(lived.register)
    late = factories.kept_case(store, 9, matter=Matter.HYGIENE)
    for step, said in (
        (Step.ACKNOWLEDGE, {}),
        (Step.CLASSIFY, {"kind": late.kind, "matter": late.matter, "urgency": late.urgency}),
        (Step.ASSIGN, {"to": "wangfang", "post": "cleaning"}),
        (Step.INVESTIGATE, {"findings": "已核实。"}),
    ):
        late = factories.step(late, step, **said)
    store.replace(store.read(late.number), late)
    publishing = publishing_of(lived)
    publishing.gate.publish(
        Period.parse("2026-Q3"), SignOff(publishing.draft("2026-Q3", "zh").sha256, HEAD, NOW)
    )
    assert publishing.corrections_due() == ()
    assert publishing.correction("2026-Q3", CorrectionReason.STEP_NOTED_LATE, "zh") is None
    said = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}
    store.replace(store.read(late.number), factories.step(late, Step.ANSWER, **said))
    assert publishing.corrections_due() == ("2026-Q3",)
    shown = publishing.correction("2026-Q3", CorrectionReason.STEP_NOTED_LATE, "zh")
    assert shown is not None
    assert shown.refusals == ()
    assert shown.lines
    signed = SignOff(shown.sha256, HEAD, NOW)
    other = publishing.correct("2026-Q3", CorrectionReason.WRONG_KIND, signed, "zh")
    assert "SHA-256" in other[0]
    assert publishing.correct("2026-Q3", CorrectionReason.STEP_NOTED_LATE, signed, "zh") == ()
    assert publishing.state("zh").releases[0].revision == 2
    assert publishing.corrections_due() == ()


def test_going_back_is_a_work_of_its_own_that_the_desk_only_asks_for(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(ChildJob, "start", lambda _, arguments: asked.append(arguments))
    publishing = publishing_of(lived)
    publishing.start_roll_back()
    assert asked == [["rollback", "--home", str(lived.folder)]]
    assert publishing.roll_back_job("zh") is None


def test_what_a_take_down_did_not_wait_for_is_told_in_the_readers_language(lived: Home) -> None:
    publishing = publishing_of(lived)
    assert publishing.set_aside("zh") == ()
    with only_builder(lived.folder) as staging:
        (staging / "index.html").write_text("", encoding="utf-8")
        swap_in(lived.folder, staging, written=WrittenFor({}, {"notices/water.toml": "left_out"}))
    assert publishing.set_aside("zh") == ("notices/water.toml：没有放上网站",)
    assert publishing.set_aside("en") == ("notices/water.toml: left out of the site",)
