"""A wave's description: what it may say, when it is open, and which answers fit it."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from register.errors import SettingsRefused
from register.surveys.survey import POSITIVE, SCALES, Stage, Way, read_surveys
from register.wording import TEMPLATES, load_wording
from tests.factories import PROJECT
from tests.surveys import question, survey

WORDING = tomllib.loads((TEMPLATES / "wording" / "survey.toml").read_text(encoding="utf-8"))


def test_the_projects_wave_asks_the_twelve_measures_once_each() -> None:
    (wave,) = read_surveys(PROJECT / "content")
    measures = [q.measure for q in wave.question if q.measure]
    assert measures == [f"TP{number:02}" for number in range(1, 13)]
    assert wave.question[0].measure == "TP01"
    assert [q.name for q in wave.question if q.may_not_apply] == [
        "safe",
        "listens",
        "informs",
        "respect",
        "community",
        "order",
    ]
    assert [q.name for q in wave.question if q.asked_if] == ["repairs", "repair_time", "complaints"]


def test_the_projects_wave_speaks_both_languages() -> None:
    (wave,) = read_surveys(PROJECT / "content")
    said = [wave.title, wave.lead, *(words for q in wave.question for words in (q.label, q.short))]
    said += [words for words in wave.method.__dict__.values() if words]
    assert all(words.en for words in said)


@pytest.mark.parametrize("scale", SCALES)
def test_every_answer_has_its_words_and_every_word_its_answer(scale: str) -> None:
    codes = set(SCALES[scale])  # type: ignore[index]
    extra = set() if scale == "yes_no" else {"not_applicable"}
    assert set(WORDING[f"{scale}_scale"]) == codes | extra


def test_every_stage_and_way_has_its_words() -> None:
    wording = load_wording("survey")
    assert set(WORDING["survey_stage"]) == set(Stage)
    assert all(wording.term(way, "zh") for way in Way)


def test_scales_are_stored_for_ever() -> None:
    assert {scale: (codes, POSITIVE[scale]) for scale, codes in SCALES.items()} == {
        "satisfaction": (
            ("very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied"),
            2,
        ),
        "agreement": (("strongly_agree", "agree", "neither", "disagree", "strongly_disagree"), 2),
        "yes_no": (("yes", "no"), 1),
    }


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"question": [question("a"), question("a")]}, "the name stands twice"),
        ({"question": [question("a"), question("b", asked_if="a")]}, "no yes-or-no question before it"),
        (
            {"question": [question("b", asked_if="a"), question("a", scale="yes_no")]},
            "no yes-or-no question before it",
        ),
        ({"question": [question("a", scale="yes_no", may_not_apply=True)]}, "no answer to yes or no"),
        ({"question": [question("a", required=True, asked_if="b")]}, "cannot be required"),
        (
            {"question": [question("a", required=True, may_not_apply=True)]},
            "take `required` or `may_not_apply` away",
        ),
        ({"opens": "2026-12-01"}, "dates must follow one another"),
        ({"paper_closes": "2026-11-29"}, "dates must follow one another"),
        ({"id": "../2026"}, "should match pattern"),
        ({"question": []}, "at least 1 item"),
    ],
)
def test_a_wave_that_contradicts_itself_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        survey(**change)


@pytest.mark.parametrize(
    ("on", "stage", "ways"),
    [
        (date(2026, 10, 31), Stage.COMING, set()),
        (date(2026, 11, 1), Stage.OPEN, {Way.WEB, Way.PAPER}),
        (date(2026, 11, 30), Stage.OPEN, {Way.WEB, Way.PAPER}),
        (date(2026, 12, 1), Stage.PAPER, {Way.PAPER}),
        (date(2026, 12, 7), Stage.PAPER, {Way.PAPER}),
        (date(2026, 12, 8), Stage.ENDED, set()),
    ],
)
def test_the_first_and_the_last_day_belong_to_the_wave(on: date, stage: Stage, ways: set[Way]) -> None:
    wave = survey()
    assert wave.stage(on) == stage
    assert {way for way in Way if wave.takes(way, on)} == ways


@pytest.mark.parametrize(
    ("answers", "misfits"),
    [
        ({"overall": "neither"}, []),
        ({"overall": "neither", "safe": "not_applicable"}, []),
        ({"overall": "neither", "had_repair": "yes", "repairs": "neither"}, []),
        ({}, ["overall"]),
        ({"overall": "not_applicable"}, ["overall"]),
        ({"overall": "satisfied"}, ["overall"]),
        ({"overall": "neither", "colour": "red"}, ["colour"]),
        ({"overall": "neither", "repairs": "neither"}, ["repairs"]),
        ({"overall": "neither", "had_repair": "no", "repairs": "neither"}, ["repairs"]),
        ({"overall": "neither", "respect": "very_satisfied"}, ["respect"]),
    ],
)
def test_answers_fit_the_questions_or_are_named(answers: dict[str, str], misfits: list[str]) -> None:
    assert survey().misfits(answers) == misfits


def test_the_digest_is_of_what_was_asked_and_of_nothing_else() -> None:
    wave = survey()
    later = survey(closes=wave.closes + timedelta(days=3), title={"zh": "调查"})
    assert later.digest == wave.digest
    assert survey(id="2026h1").digest != wave.digest
    reworded = [
        question("overall", required=True, label={"zh": "还好吗？"}),
        *wave.model_dump()["question"][1:],
    ]
    assert survey(question=reworded).digest != wave.digest


def test_waves_are_read_latest_first_and_faults_of_all_files_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "surveys"
    folder.mkdir(parents=True)
    assert read_surveys(tmp_path / "content") == ()
    own = (PROJECT / "content" / "surveys" / "2026h2.toml").read_text(encoding="utf-8")
    (folder / "2026h2.toml").write_text(own, encoding="utf-8")
    earlier = own.replace('"2026h2"', '"2026h1"').replace("2026-11-01", "2026-05-01")
    (folder / "2026h1.toml").write_text(earlier, encoding="utf-8")
    assert [wave.id for wave in read_surveys(tmp_path / "content")] == ["2026h2", "2026h1"]
    (folder / "2027h1.toml").write_text(own, encoding="utf-8")
    (folder / "2027h2.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(SettingsRefused) as refused:
        read_surveys(tmp_path / "content")
    misnamed, broken = refused.value.faults
    assert (misnamed.file, misnamed.key, misnamed.value) == ("content/surveys/2027h1.toml", "id", "2026h2")
    assert "is not TOML" in broken.problem
