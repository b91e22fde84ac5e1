"""Release, approval, build and roll-back at the command line; on any failure the old site stays."""

import json
from datetime import datetime, timedelta

import pytest

from generator.cli import publish_commands
from generator.cli.building import BuildRefused, Built, build_site
from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.cli.passed import passed
from generator.cli.views import passed_views
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.scan import Verdict
from register.sealed_standards import read_sealed
from register.settings import ZONE, Home, read_book
from register.store import FolderStore
from register.terms import Matter
from register.wording import load_wording
from tests import factories
from tests.generator.cli.conftest import PASSWORD, Portal

AFTER_LAG = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
Q3 = Period.parse("2026-Q3")


@pytest.fixture
def lived(staffed: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An estate with six approved cases of one matter, on a day when their quarter may be released."""
    rules = staffed.content / "rules.toml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace('start = "2025-01"', 'start = "2026-07"'), encoding="utf-8"
    )
    store = FolderStore(staffed.register)
    for number in range(1, 7):
        case = factories.kept_case(store, number, matter=Matter.HYGIENE)
        store.replace(store.read(case.number), factories.approved(case))
    monkeypatch.setattr(publish_commands, "system_clock", lambda: AFTER_LAG)
    return staffed


def gate_of(home: Home) -> Gate:
    return Gate(home, read_book(home.content), lambda: AFTER_LAG, system_draw)


def approve(portal: Portal, home: Home) -> None:
    sha256 = gate_of(home).draft(Q3).sha256  # type: ignore[union-attr]
    done = portal(
        "approve",
        "2026-Q3",
        "--as",
        "liweidong",
        "--sha256",
        sha256,
        "--home",
        str(home.folder),
        typed=PASSWORD + "\n",
    )
    assert done.exit_code == 0, done.output


def approve_and_build(portal: Portal, home: Home) -> None:
    approve(portal, home)
    built = portal("build", "--home", str(home.folder))
    assert built.exit_code == 0, built.output


def test_a_draft_says_what_it_holds_in_both_languages(portal: Portal, lived: Home) -> None:
    chinese = portal("release", "2026-Q3", "--home", str(lived.folder))
    english = portal("release", "2026-Q3", "--language", "en", "--home", str(lived.folder))
    assert chinese.exit_code == english.exit_code == 0
    assert "环境卫生" in chinese.output
    assert "Cleaning" in english.output
    assert list((lived.content / "releases").glob("*.json")) == []


def test_a_period_that_cannot_be_released_ends_with_1_and_the_reasons(portal: Portal, lived: Home) -> None:
    result = portal("release", "2026-Q4", "--home", str(lived.folder))
    assert result.exit_code == 1
    assert "2026-12-31" in result.stderr


def test_what_is_no_period_is_wrong_use(portal: Portal, lived: Home) -> None:
    assert portal("release", "autumn", "--home", str(lived.folder)).exit_code == 2


def test_a_wrong_password_or_other_bytes_publish_nothing(portal: Portal, lived: Home) -> None:
    home = str(lived.folder)
    sha256 = gate_of(lived).draft(Q3).sha256  # type: ignore[union-attr]
    wrong = portal(
        "approve", "2026-Q3", "--as", "liweidong", "--sha256", sha256, "--home", home, typed="not hers\n"
    )
    other = portal(
        "approve", "2026-Q3", "--as", "liweidong", "--sha256", "0" * 64, "--home", home, typed=PASSWORD + "\n"
    )
    handler = portal(
        "approve", "2026-Q3", "--as", "wangfang", "--sha256", sha256, "--home", home, typed=PASSWORD + "\n"
    )
    assert [result.exit_code for result in (wrong, other, handler)] == [1, 1, 1]
    assert list((lived.content / "releases").glob("*.json")) == []


def test_who_approves_what_she_read_before_an_objection_publishes_nothing(
    portal: Portal, lived: Home
) -> None:
    """The draft that was kept is made anew when it is no longer true."""
    home, sha256 = str(lived.folder), gate_of(lived).draft(Q3).sha256  # type: ignore[union-attr]
    store = FolderStore(lived.register)
    stored = next(iter(gate_of(lived).holdings().cases.values()))
    store.replace(store.read(stored.record.number), factories.objected(stored.record))
    said = ("approve", "2026-Q3", "--as", "liweidong", "--sha256", sha256, "--home", home)
    assert portal(*said, typed=PASSWORD + "\n").exit_code == 1
    assert gate_of(lived).draft(Q3).sha256 != sha256  # type: ignore[union-attr]
    assert list((lived.content / "releases").glob("*.json")) == []


def test_an_approved_release_is_built_and_served_from_the_site_folder(portal: Portal, lived: Home) -> None:
    approve_and_build(portal, lived)
    assert read_sealed(lived.content, lived.folder).sealed[0].release == "2026-Q3"
    page = (lived.site / "outcomes/2026-Q3/index.html").read_text(encoding="utf-8")
    assert "楼道垃圾清运不及时" in page
    assert json.loads((lived.site / "releases/2026-Q3.json").read_bytes())["period"] == "2026-Q3"


def resident(home: Home, number: int, name: str) -> None:
    contact = factories.contact(name=name, phone="13700001111")
    factories.open_case(
        factories.submission(received=AFTER_LAG - timedelta(days=1)), contact, instance=factories.instance(number),
        keys=factories.KEYS, store=FolderStore(home.register), clockwork=factories.book().clockwork,
    )  # fmt: skip


def test_whoever_calls_himself_by_the_words_of_a_release_stops_no_build(portal: Portal, lived: Home) -> None:
    approve_and_build(portal, lived)
    resident(lived, 99, "已清运并调整")
    assert portal("build", "--home", str(lived.folder)).exit_code == 0


def test_one_form_on_the_last_day_holds_back_nobody_and_is_told(portal: Portal, lived: Home) -> None:
    resident(lived, 99, "不及时")
    gate = gate_of(lived)
    draft = gate.draft(Q3)
    assert isinstance(draft, Draft)
    assert draft.release.balance.listed == 6
    assert {one.words for one in passed(gate, [number for number, _ in draft.listing])} == {"不及时"}
    (first, *_) = passed_views(draft, gate, load_wording("terms", "release", "scan"), "zh")
    assert first[1] == "“不及时”（姓名）"
    approve_and_build(portal, lived)


def test_a_name_that_slipped_into_a_release_stops_the_build(
    portal: Portal, lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert portal("build", "--home", str(lived.folder)).exit_code == 0
    before = lived.site.readlink()
    store = FolderStore(lived.register)
    resident(lived, 98, "方志强")
    case = factories.kept_case(store, 97, matter=Matter.HYGIENE)
    store.replace(store.read(case.number), factories.approved(case, zh="方志强门前的垃圾已清运。"))
    with monkeypatch.context() as asleep:
        asleep.setattr("generator.cli.gate.scan_text", lambda *_: Verdict((), ()))
        approve(portal, lived)
    with pytest.raises(BuildRefused, match="private value of the register: name") as refused:
        build_site(gate_of(lived), today=AFTER_LAG.date(), progress=lambda _: None)
    assert "方志强" not in str(refused.value)
    assert lived.site.readlink() == before
    assert portal("build", "--home", str(lived.folder)).exit_code == 1


def test_a_build_that_set_something_aside_says_what_and_ends_with_a_code_of_its_own(
    portal: Portal, lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = Built("000002-abcdef123456", 40, (), {"notices/water.toml": "left_out"})
    monkeypatch.setattr(publish_commands, "build_site", lambda *_, **__: built)
    told = portal("build", "--home", str(lived.folder))
    assert told.exit_code == 4
    assert "撤下优先" in told.output
    assert "notices/water.toml: left out of the site" in told.output


def test_roll_back_puts_the_earlier_site_back_and_says_when_there_is_none(
    portal: Portal, lived: Home
) -> None:
    home = str(lived.folder)
    assert portal("build", "--home", home).exit_code == 0
    refused = portal("rollback", "--home", home)
    assert refused.exit_code == 1
    assert "没有更早的版本可以恢复" in refused.stderr
    first = lived.site.readlink()
    approve_and_build(portal, lived)
    assert lived.site.readlink() != first
    assert portal("rollback", "--home", home).exit_code == 0
    assert lived.site.readlink() == first


def test_scan_reads_json_lines_and_holds_what_names_somebody(portal: Portal) -> None:
    line = {
        "id": "1",
        "text": "陈建国反映楼道灯不亮。",
        "lang": "zh",
        "known": {"name": "陈建国"},
        "public": {},
    }
    result = portal("scan", typed=json.dumps(line, ensure_ascii=False) + "\n")
    verdict = json.loads(result.output)
    assert verdict["hold"] is True
    assert verdict["spans"][0] == {"start": 0, "end": 3}


@pytest.mark.parametrize("typed", ["nonsense\n", b"\xc4\xe3\n", '{"text": "a", "known": 5}\n'])
def test_lines_that_are_not_as_they_should_be_are_wrong_use(portal: Portal, typed: str) -> None:
    result = portal("scan", typed=typed)
    assert result.exit_code == 2
    assert "The input is not as it should be" in result.stderr


@pytest.mark.parametrize("command", [("build", "--today", "31.2."), ("preview", "2026-Q3", "--at", "soon")])
def test_a_day_that_is_none_is_wrong_use(portal: Portal, home: Home, command: tuple[str, ...]) -> None:
    assert portal(*command, "--home", str(home.folder)).exit_code == 2


def test_without_a_register_only_a_copy_is_made_that_says_it_is_not_for_publication(
    portal: Portal, home: Home
) -> None:
    home.register.rmdir()
    result = portal("build", "--home", str(home.folder))
    assert result.exit_code == 0
    assert not home.site.exists()
    for page in ("index.html", "en/index.html"):
        text = (home.folder / "copy-not-for-publication" / page).read_text(encoding="utf-8")
        assert "不得发布" in text or "Not for publication" in text
