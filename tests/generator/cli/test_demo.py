"""The invented estate: made through the real code, the same on the same day, and kept at a second start."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from forms_api.written.files import kept_files
from forms_api.written.kinds import Writing
from generator.cli.demo.clock import DemoClock
from generator.cli.demo.making import last_released_period
from generator.cli.demo.stories import read_stories
from generator.cli.demo.work import write_replies
from generator.cli.edges import system_draw
from generator.cli.folder import make_home
from generator.disclosure.cases.period import Period
from generator.disclosure.releases.releases import read_releases
from register.index import Index
from register.settings import ZONE, Home
from register.store import FolderStore
from register.terms import Channel, Kind, Matter, Status, Step
from tests.generator.cli.conftest import DEMO_DAY, Portal, live


def test_the_same_day_gives_the_same_releases_byte_for_byte(demo: Home, tmp_path: Path) -> None:
    again = live(tmp_path / "estate")
    for name in ("content/releases", "content/ledger", "content/surveys/results", "var/settlements"):
        files = sorted(path.name for path in (demo.folder / name).iterdir())
        assert files == sorted(path.name for path in (again.folder / name).iterdir())
        for file in files:
            ours, theirs = (demo.folder / name / file).read_bytes(), (again.folder / name / file).read_bytes()
            assert ours == theirs, file


def test_the_register_holds_cases_of_all_kinds_matters_and_several_channels(demo: Home) -> None:
    cases = [stored.record for stored in Index(FolderStore(demo.register)).holdings().cases.values()]
    assert {case.kind for case in cases} == set(Kind)
    assert len({case.matter for case in cases}) >= len(Matter) - 1
    assert {Channel.WEB, Channel.PHONE, Channel.COUNTER} <= {case.submission.channel for case in cases}
    assert {Status.ARCHIVED, Status.FED_BACK} <= {case.status for case in cases}


def test_at_least_half_of_what_is_settled_is_listed(demo: Home) -> None:
    released = read_releases(demo.content / "releases")
    assert [one.release.period for one in released] == ["2026-Q2", "2026-Q3"]
    for one in released:
        assert one.release.balance.listed * 2 >= one.release.balance.settled


def test_what_is_published_of_a_refused_complaint_tells_of_no_work_done(demo: Home) -> None:
    cases = [stored.record for stored in Index(FolderStore(demo.register)).holdings().cases.values()]
    refused = [case for case in cases if case.last(Step.REFUSE)]
    summaries = [summary for case in refused if (summary := case.last(Step.SUMMARISE))]
    told = [summary.particulars["zh"] for summary in summaries]
    assert told
    assert all("不予受理" in words for words in told)


def test_the_committee_replied_to_the_last_two_periods_in_files_of_the_desk(demo: Home) -> None:
    kept = kept_files(demo.content, Writing.REPLY)
    assert [one.name for one in kept] == ["2026-Q3", "2026-Q2"]
    assert all(one.ours for one in kept)


def test_no_reply_comes_from_a_day_that_has_not_been(tmp_path: Path) -> None:
    write_replies(tmp_path, Period.parse("2026-Q3"), date(2026, 10, 20))
    assert [file.stem for file in (tmp_path / "replies").iterdir()] == ["2026-Q2"]


def test_it_says_that_it_is_a_demo(demo: Home) -> None:
    assert (demo.content / "estate.toml").read_text(encoding="utf-8").startswith("demo = true")


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ((2026, 11, 23), "2026-Q3"),
        ((2026, 10, 5), "2026-Q2"),
        ((2026, 10, 17), "2026-Q3"),
        ((2027, 1, 3), "2026-Q3"),
    ],
)
def test_it_ends_with_the_last_quarter_that_may_be_released(day: tuple[int, int, int], period: str) -> None:
    assert last_released_period(datetime(*day, tzinfo=ZONE), 14) == Period.parse(period)


def test_no_story_names_a_building_a_person_or_a_number() -> None:
    for story in read_stories().story:
        assert not any(character.isdigit() for character in story.zh + story.en), story.zh


def test_the_demo_clock_moves_forward_by_whole_days_and_never_back(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock.json", lambda: DEMO_DAY)
    assert clock() == DEMO_DAY
    assert clock.skip_to(DEMO_DAY + timedelta(days=3, hours=2)) == DEMO_DAY + timedelta(days=4)
    assert clock.skip_to(DEMO_DAY) == DEMO_DAY + timedelta(days=4)
    assert DemoClock(tmp_path / "clock.json", lambda: DEMO_DAY)() == DEMO_DAY + timedelta(days=4)


def test_a_real_estate_is_never_thrown_away_for_a_demo(portal: Portal, tmp_path: Path) -> None:
    """Not even where its private records lie elsewhere, or are lost."""
    real = make_home(tmp_path / "real", system_draw)
    shutil.rmtree(real.var)
    refused = portal("demo", "--no-serve", "--home", str(real.folder))
    assert refused.exit_code == 1
    assert "holds a real estate" in refused.stderr
    assert (real.content / "estate.toml").is_file()
    (real.content / "estate.toml").unlink()
    assert portal("demo", "--no-serve", "--home", str(real.folder)).exit_code == 1
    assert (real.content / "people.toml").is_file()
