"""`portal survey`: slips that open the form and nothing else, counts, and two people for a result."""

import re
import stat
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result

from forms_api.desk.people.staff import Staff
from generator.cli import survey_commands
from generator.cli.chain_check import read_chain_evidence
from generator.cli.edges import system_draw
from generator.cli.options import REFUSED
from generator.cli.survey_evidence import survey_flaws
from generator.cli.surveying import Surveys
from generator.disclosure.releases.findings import Finding, Flaw
from register.handling import Actor
from register.index import Holdings
from register.settings import ZONE, Home, read_book
from register.signoff import SignOff
from register.surveys.survey import Way
from register.surveys.survey_codes import parse_code
from tests.generator.cli.conftest import PASSWORD, Portal

OPEN = datetime(2026, 11, 12, 9, 0, tzinfo=ZONE)
OVER = datetime(2026, 12, 9, 9, 0, tzinfo=ZONE)
WAVE = "2026h2"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    moment = [OPEN]
    monkeypatch.setattr(survey_commands, "system_clock", lambda: moment[0])
    return moment


def _codes(home: Home, portal: Portal, count: int = 40) -> list[str]:
    result = portal("survey", "codes", WAVE, "--count", str(count), "--home", str(home.folder))
    assert result.exit_code == 0
    file = Path(result.output.splitlines()[0].split("print: ")[1])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    typed = re.findall(r'<p class="code">([^<]+)</p>', file.read_text(encoding="utf-8"))
    assert all(code not in result.output for code in typed)
    return [code for one in typed if (code := parse_code(one))]


def _answered(home: Home, codes: list[str]) -> Surveys:
    surveys = Surveys(home, read_book(home.content))
    store = surveys.store(surveys.wave(WAVE))
    store.add_all((code, {"overall": "fairly_satisfied"}, Way.WEB) for code in codes)
    return surveys


def test_slips_hold_valid_codes_and_a_qr_code_of_the_address_alone(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    codes = _codes(staffed, portal, 11)
    assert len(set(codes)) == 11
    (file,) = (staffed.var / "slips").glob("*.html")
    page = file.read_text(encoding="utf-8")
    assert page.count('class="sheet"') == 2
    assert page.count(f"/f/survey/{WAVE}</p>") == 11
    assert "<script" not in page
    store = _answered(staffed, []).store(Surveys(staffed, read_book(staffed.content)).wave(WAVE))
    assert all(store.use_of(code) == "unused" for code in codes)
    assert not list((staffed.var / "slips").glob(".tmp-*"))


def test_a_second_print_adds_codes_in_a_file_of_its_own(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    assert not set(_codes(staffed, portal, 3)) & set(_codes(staffed, portal, 3))
    assert {file.name for file in (staffed.var / "slips").iterdir()} == {f"{WAVE}-1.html", f"{WAVE}-2.html"}
    shown = portal("survey", "counts", "--home", str(staffed.folder))
    assert "发码 6" in shown.output


def test_an_ended_survey_gets_no_more_codes_and_no_slips(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    surveys = _answered(staffed, [])
    surveys.store(surveys.wave(WAVE)).finish()
    result = portal("survey", "codes", WAVE, "--count", "3", "--home", str(staffed.folder))
    assert (result.exit_code, "has ended" in result.stderr) == (1, True)
    assert not list((staffed.var / "slips").iterdir())


def test_a_wave_nobody_wrote_is_named(staffed: Home, portal: Portal) -> None:
    result = portal("survey", "codes", "2020h1", "--count", "3", "--home", str(staffed.folder))
    assert result.exit_code == 1
    assert "2020h1.toml" in result.stderr


def test_one_ends_a_survey_and_another_publishes_it(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    surveys = _answered(staffed, _codes(staffed, portal)[:30])
    there = ("--home", str(staffed.folder), "--language", "en")
    early = portal("survey", "close", WAVE, "--as", "wangfang", *there, typed=f"{PASSWORD}\n")
    assert (early.exit_code, "2026-12-07" in early.stderr) == (1, True)
    now[0] = OVER
    closed = portal("survey", "close", WAVE, "--as", "wangfang", *there, typed=f"{PASSWORD}\n")
    assert closed.exit_code == 0
    assert "Overall  100.0%" in closed.output
    assert "fewer than 10 answers" in closed.output
    own = portal("survey", "approve", WAVE, "--as", "wangfang", *there, typed=f"y\n{PASSWORD}\n")
    assert own.exit_code == 1
    wrong = portal("survey", "approve", WAVE, "--as", "liweidong", *there, typed="y\nnot it\n")
    assert (wrong.exit_code, surveys.published()) == (1, ())
    done = portal("survey", "approve", WAVE, "--as", "liweidong", *there, typed=f"y\n{PASSWORD}\n")
    assert done.exit_code == 0
    (one,) = surveys.published()
    assert (one.result.answers, one.result.web) == (30, 30)
    again = portal("survey", "close", WAVE, "--as", "wangfang", *there, typed=f"{PASSWORD}\n")
    assert (again.exit_code, "published" in again.stderr) == (1, True)
    verified = portal("verify", "--home", str(staffed.folder))
    assert verified.exit_code == 0


def test_what_was_not_closed_cannot_be_approved(staffed: Home, portal: Portal, now: list[datetime]) -> None:
    result = portal(
        "survey", "approve", WAVE, "--as", "liweidong", "--home", str(staffed.folder), typed=f"{PASSWORD}\n"
    )
    assert (result.exit_code, "还没有人结束" in result.stderr) == (1, True)


def test_verify_finds_a_result_that_was_tampered_with(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    surveys = _answered(staffed, _codes(staffed, portal)[:30])
    there = ("--home", str(staffed.folder))
    now[0] = OVER
    closed = surveys.close(surveys.wave(WAVE), _actor(staffed, "wangfang"), OVER)
    surveys.approve(surveys.wave(WAVE), SignOff(closed.sha256, _actor(staffed, "liweidong"), OVER))
    assert portal("verify", *there).exit_code == 0
    answers = staffed.surveys / WAVE / "answers.json"
    answers.write_text(answers.read_text().replace("fairly_satisfied", "very_satisfied", 6))
    counted = portal("verify", *there)
    assert (counted.exit_code, "重新计算" in counted.stderr) == (3, True)
    answers.write_text("{}")
    assert "answers.json" in portal("verify", *there).stderr
    file = surveys.places.results / f"{WAVE}.json"
    file.write_text(file.read_text().replace('"issued": 40', '"issued": 41'))
    assert portal("verify", *there).exit_code == 3


def _actor(home: Home, account: str) -> Actor:
    member = Staff(home.staff_file, system_draw).find(account)
    assert member is not None
    return member.actor


def test_no_more_codes_than_homes_and_a_few_for_lost_slips(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    def asked(count: int) -> Result:
        return portal("survey", "codes", WAVE, "--count", str(count), "--home", str(staffed.folder))

    refused = asked(5000)
    assert refused.exit_code == REFUSED
    assert "655" in refused.output
    assert not (staffed.var / "slips").exists()
    assert asked(655).exit_code == 0
    assert "最多还能发 0 个" in asked(1).output


def test_a_wave_that_residents_were_asked_in_does_not_vanish_with_its_file(
    staffed: Home, portal: Portal, now: list[datetime]
) -> None:
    evidence = read_chain_evidence(staffed, Holdings({}, {}, ()))
    _answered(staffed, [])
    (staffed.content / "surveys" / f"{WAVE}.toml").rename(staffed.folder / "kept.toml")
    assert list(survey_flaws(staffed, evidence)) == []
    (staffed.folder / "kept.toml").rename(staffed.content / "surveys" / f"{WAVE}.toml")
    _codes(staffed, portal, 7)
    assert list(survey_flaws(staffed, evidence)) == []
    (staffed.content / "surveys" / f"{WAVE}.toml").unlink()
    assert list(survey_flaws(staffed, evidence)) == [Flaw(Finding.SURVEY_GONE, WAVE, "7")]
    (staffed.surveys / WAVE / "codes.json").write_text("{}", encoding="utf-8")
    assert list(survey_flaws(staffed, evidence)) == [Flaw(Finding.SURVEY_GONE, WAVE, "?")]
