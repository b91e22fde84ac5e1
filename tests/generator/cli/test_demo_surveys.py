"""The invented estate's surveys: three waves half a year apart whatever the day, and answers that fit their questions."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from generator.cli.demo.opinions import CONTENT, opinion
from generator.cli.demo.surveyed import fresh_codes, survey_events, told, write_waves
from generator.cli.folder import make_home
from generator.cli.surveying import Surveys
from register.settings import Home, read_book
from register.surveys.survey import Stage, read_surveys
from tests.factories import PROJECT

(SAMPLE,) = read_surveys(PROJECT / "content")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """All waves lived through, for a smaller estate. Read only."""
    home = make_home(tmp_path_factory.mktemp("demo") / "estate", Random(1).randbytes)
    estate = home.content / "estate.toml"
    estate.write_text(estate.read_text(encoding="utf-8").replace("households = 624", "households = 90"))
    waves = write_waves(home.content, date(2026, 11, 25))
    for at, happen in survey_events(home, read_book(home.content), waves, Random(2), lambda _: None):
        happen(at)
    return home


@pytest.mark.parametrize("day", range(0, 366, 5))
def test_on_any_day_two_waves_are_over_and_one_is_open_for_weeks(tmp_path: Path, day: int) -> None:
    today = date(2026, 1, 1) + timedelta(days=day)
    (tmp_path / "surveys").mkdir()
    waves = write_waves(tmp_path, today)
    read = read_surveys(tmp_path)
    assert [wave.id for wave in reversed(read)] == list(waves)
    assert [wave.stage(today) for wave in read] == [Stage.OPEN, Stage.ENDED, Stage.ENDED]
    assert read[0].closes - today >= timedelta(days=21)
    assert today - read[1].paper_closes > timedelta(days=60)


def test_the_waves_are_answered_ended_and_published_in_order(held: Home) -> None:
    surveys = Surveys(held, read_book(held.content))
    assert [one.result.survey for one in surveys.published()] == ["2025h2", "2026h1"]
    current = surveys.counts(surveys.wave("2026h2"))
    assert (current.issued, current.web + current.paper) == (90, 13)


def test_the_codes_to_try_are_valid_and_unused(held: Home) -> None:
    codes = fresh_codes(held)
    surveys = Surveys(held, read_book(held.content))
    store = surveys.store(surveys.wave("2026h2"))
    assert [store.use_of(code.replace("-", "")) for code in codes] == ["unused"] * 5
    assert codes[0] in "".join(told(held))


def test_before_the_open_wave_there_is_no_code_to_try(tmp_path: Path) -> None:
    assert list(told(make_home(tmp_path / "estate", Random(1).randbytes))) == []


def test_opinions_fit_their_questions_and_grow_better() -> None:
    chance = Random(7)
    first = [opinion(SAMPLE, 0, chance) for _ in range(400)]
    later = [opinion(SAMPLE, 3, chance) for _ in range(400)]
    assert not any(SAMPLE.misfits(answers) for answers in first + later)
    happy = ("very_satisfied", "fairly_satisfied")
    assert sum(a["overall"] in happy for a in later) > sum(a["overall"] in happy for a in first)
    asked = {question.name for question in SAMPLE.question if question.measure}
    assert set(CONTENT) == asked
