"""The survey pages say what the published results hold, with margins, and nothing where nothing was published."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.releases.release import Promised
from generator.disclosure.surveys.survey_compiled import Finished, compile_result
from generator.disclosure.surveys.survey_publications import PublishedResult
from generator.disclosure.surveys.survey_result import Band, SurveyApproval
from generator.site.content import Content, read_content
from generator.site.edition import Edition
from generator.site.figures.recorded import ALL, SURVEYED, Recorded
from generator.site.files.opendata.sets import data_sets
from generator.site.pages.measured import measure_pages
from generator.site.pages.surveyed import history, open_surveys, survey_pages, under_way, wave_view
from generator.site.pictures.margins import Interval, change
from generator.site.words.voice import voices
from register.surveys.survey import SCALES, Question, Stage, Survey, read_surveys
from register.surveys.survey_records import Answers
from tests import factories
from tests.factories import PROJECT
from tests.generator.site.pictures.test_pictures import golden
from tests.generator.site.samples import TODAY

VOICES = {voice.language.value: voice for voice in voices()}
(WAVE,) = read_surveys(PROJECT / "content")
OVERALL = {"2025h2": (60, 100, 20, 12, 8), "2026h1": (90, 110, 15, 10, 5)}


def _answer(question: Question, number: int) -> str:
    """Different answers to different questions, the same each time."""
    spread = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4)
    codes = SCALES[question.scale]
    return codes[min(spread[(number * (len(question.name) + 3)) % len(spread)], len(codes) - 1)]


def _rows(survey: Survey, overall: tuple[int, ...]) -> list[dict[str, str]]:
    said = [code for code, n in zip(SCALES["satisfaction"], overall, strict=True) for _ in range(n)]
    rows = []
    for number, code in enumerate(said):
        row = {"overall": code}
        for question in survey.question[1:]:
            if survey.is_asked(question, row):
                row[question.name] = _answer(question, number)
        rows.append(row)
    return rows


def published(id: str, overall: tuple[int, ...], **changed: Any) -> PublishedResult:
    opens = date(int(id[:4]), 5 if id.endswith("h1") else 11, 1)
    last = opens.replace(day=30)
    survey = WAVE.model_copy(
        update={"id": id, "opens": opens, "closes": last, "paper_closes": last} | changed
    )
    rows = tuple(_rows(survey, overall))
    answers = Answers(
        survey=id,
        questions=survey.digest,
        web=len(rows) * 3 // 4,
        paper=len(rows) - len(rows) * 3 // 4,
        answers=rows,
    )
    result = compile_result(Finished(survey, answers, 624, 624), factories.thresholds(), None)
    sha256 = digest(to_bytes(result))
    approval = SurveyApproval(
        survey=id, sha256=sha256, published=last, role="manager", audit=digest(b"audit")
    )
    return PublishedResult(result, approval, sha256)


@pytest.fixture(scope="module")
def content(home: Path) -> Content:
    return replace(read_content(home), results=tuple(published(id, n) for id, n in OVERALL.items()))


def _edition(content: Content, language: str = "zh", today: date = TODAY) -> Edition:
    return Edition(content, VOICES[language], today)


def _bodies(edition: Edition) -> dict[str, str]:
    return {page.address: page.body for page in survey_pages(edition)}


def test_a_wave_is_judged_by_the_target_of_the_period_it_closed_in(content: Content) -> None:
    wave, then = content.results[0], 77
    held = next(one for one in content.current if wave.result.closes in one.period)
    targets = (Promised(measure="survey_overall", percent=then),)
    release = held.release.model_copy(update={"targets": targets})
    changed = replace(content, released=(replace(held, release=release),))
    shown = wave_view(wave, _edition(changed))
    assert f"{then}%" in shown.finding
    assert shown.lines[0].interval is not None
    assert shown.lines[0].interval.target == then
    told = history(_edition(changed))
    assert told is not None
    assert told.lines[0].interval is not None
    assert told.lines[0].interval.target == then


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_is_a_page_for_all_surveys_and_one_for_each(content: Content, language: str) -> None:
    bodies = _bodies(_edition(content, language))
    assert list(bodies) == ["survey/", "survey/2026h1/", "survey/2025h2/"]
    for body in bodies.values():
        assert "style=" not in body
        assert body.count("<h1>") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_picture_of_a_wave_is_drawn_as_kept(content: Content, language: str) -> None:
    edition = _edition(content, language)
    template = '{% from "parts/survey.html" import by_question %}{{ by_question(view) }}'
    html = edition.environment.from_string(template).render(view=wave_view(content.results[-1], edition))
    golden(f"survey-{language}", "\n".join(line.strip() for line in html.splitlines() if line.strip()))


def test_the_finding_is_computed_and_says_what_the_margin_allows(content: Content) -> None:
    view = wave_view(content.results[-1], _edition(content))
    asked = view.result.of("TP01")
    assert asked is not None
    assert asked.percent == Decimal("87.0")
    assert view.finding == f"87.0% 的答卷住户总体满意（误差 ±{asked.margin} 个百分点），高于目标 80%"
    no_target = replace(content, rules=content.rules.model_copy(update={"target": ()}))
    plain = wave_view(content.results[-1], _edition(no_target, "en"))
    assert plain.finding.endswith("points)")
    none = wave_view(published("2026h1", (3, 2, 0, 0, 0)), _edition(content))
    assert "不公布" in none.finding
    assert none.extremes == ""


def test_numbers_drawn_are_the_numbers_published(content: Content) -> None:
    body = _bodies(_edition(content))["survey/2026h1/"]
    for asked in content.results[-1].result.results:
        if asked.percent is not None and asked.scale != "yes_no":
            assert f"<strong>{asked.percent}%</strong>" in body
            assert f'cx="{asked.percent}%"' in body
        for band in asked.bands:
            assert f"<strong>{band.count}</strong>" in body
    widths = [float(width) for width in re.findall(r'<rect class="s[^"]*" x="[^"]*" width="([^"]*)%"', body)]
    bars = [asked for asked in content.results[-1].result.results if asked.n]
    assert sum(widths) == pytest.approx(100 * len(bars), abs=0.1 * len(bars))


def test_small_counts_stand_together_and_few_answers_have_no_figure(content: Content) -> None:
    few = published("2026h1", (20, 8, 2, 2, 2))
    page = _bodies(_edition(replace(content, results=(few,))))["survey/2026h1/"]
    assert "一般和不太满意和很不满意" in page
    assert 'class="sm' in page
    assert "样本不足，仅供参考" in page
    fewer = published("2026h1", (3, 2, 1, 1, 1))
    page = _bodies(_edition(replace(content, results=(fewer,))))["survey/2026h1/"]
    assert page.count("有效回答不足 10 份") >= len(WAVE.question)


def test_a_question_asked_of_few_says_why_it_has_no_figure(content: Content) -> None:
    """The same words whether or not few answered it: nothing is told by them."""
    one = published("2026h1", OVERALL["2026h1"])
    for few in ({"n": None, "bands": (), "margin": None}, {}):
        results = tuple(
            asked.model_copy(update={"bands": (Band(answers=("yes", "no"), count=asked.n or 0),)})
            if asked.name == "had_repair"
            else asked.model_copy(update=few) if asked.asked_if == "had_repair" else asked
            for asked in one.result.results
        )  # fmt: skip
        hidden = replace(one, result=one.result.model_copy(update={"results": results}))
        notes = [line.note for line in wave_view(hidden, _edition(content)).lines]
        assert sum("这一题也不公布" in note for note in notes) == 2


def test_a_question_all_answered_alike_has_no_share(content: Content) -> None:
    alike = published("2026h1", (40, 20, 2, 0, 0))
    view = wave_view(alike, _edition(content))
    assert "比例不公布" in view.lines[0].note
    assert (view.lines[0].interval, view.lines[0].n) == (None, 62)


def test_ways_too_few_to_be_told_apart_are_said_so(content: Content) -> None:
    one = published("2026h1", (20, 20, 10, 0, 0))
    merged = replace(one, result=one.result.model_copy(update={"web": None, "paper": None}))
    page = _bodies(_edition(replace(content, results=(merged,))))["survey/"]
    assert "不分开公布" in page


def test_history_claims_a_change_only_beyond_both_margins(content: Content) -> None:
    told = history(_edition(content))
    assert told is not None
    assert told.finding == "总体满意率比上一次变化 +7.0 个百分点，在误差范围内，不算变化"
    first = history(_edition(replace(content, results=content.results[:1])))
    assert first is not None
    assert "还不能比较" in first.finding
    worse = tuple(
        published(id, n) for id, n in (("2025h2", (150, 150, 20, 20, 20)), ("2026h1", (60, 60, 90, 90, 60)))
    )
    fell = history(_edition(replace(content, results=worse)))
    assert fell is not None
    assert "低 50.0 个百分点" in fell.finding
    assert history(_edition(replace(content, results=()))) is None


def test_before_the_first_result_the_page_says_there_is_no_data(home: Path) -> None:
    bodies = _bodies(_edition(read_content(home)))
    assert list(bodies) == ["survey/"]
    assert "没有数据" in bodies["survey/"]


@pytest.mark.parametrize(
    ("today", "stage", "said"),
    [
        (date(2026, 11, 20), Stage.OPEN, 'href="/f/survey/2026h2"'),
        (date(2026, 12, 3), Stage.PAPER, "正在录入纸质问卷"),
        (date(2026, 12, 20), Stage.ENDED, "两人核对批准"),
    ],
)
def test_a_wave_under_way_says_where_it_stands(home: Path, today: date, stage: Stage, said: str) -> None:
    edition = _edition(read_content(home), today=today)
    assert [one for _, one in under_way(edition)] == [stage]
    assert len(open_surveys(edition)) == (stage == Stage.OPEN)
    assert said in _bodies(edition)["survey/"]


def test_a_wave_to_come_or_published_is_not_under_way(home: Path) -> None:
    content = read_content(home)
    assert under_way(_edition(content, today=date(2026, 10, 1))) == []
    done = replace(content, results=(published("2026h2", (20, 20, 10, 10, 10)),))
    assert under_way(_edition(done, today=date(2027, 1, 10))) == []


def test_a_measure_shows_the_newest_wave_of_a_year(content: Content) -> None:
    edition = _edition(content)
    overall = edition.book.history("survey_overall")
    shown = {view.period: view.short for view in overall}
    assert shown["2025-Q3"] == "—"
    assert shown["2025-Q4"] == "80%"
    assert shown["2026-Q1"] == "80%"
    assert shown["2026-Q2"] == shown["2026-Q3"] == "86%"
    assert overall[-1].target == 80


def test_every_measure_of_the_standard_is_a_measure_of_the_site() -> None:
    yearly = {measure.id for measure in ALL if isinstance(measure, Recorded) and measure.yearly}
    assert yearly == set(SURVEYED.values())
    assert {question.measure for question in WAVE.question if question.measure} == set(SURVEYED)


PERCENT = st.decimals(0, 100, places=1)


@given(PERCENT, PERCENT.filter(bool), st.integers(0, 100))
def test_a_verdict_needs_the_whole_interval(percent: Decimal, margin: Decimal, target: int) -> None:
    interval = Interval(percent, margin, target)
    assert 0 <= interval.low <= percent <= interval.high <= 100
    assert interval.width == interval.high - interval.low
    if interval.verdict == "above":
        assert interval.low >= target
    elif interval.verdict == "below":
        assert interval.high < target
    else:
        assert interval.low < target <= interval.high
    assert Interval(percent, margin).verdict is None


@given(PERCENT, PERCENT, PERCENT, PERCENT)
def test_a_change_is_the_other_way_round_from_the_other_side(
    a: Decimal, b: Decimal, c: Decimal, d: Decimal
) -> None:
    there, back = change(Interval(a, b), Interval(c, d)), change(Interval(c, d), Interval(a, b))
    assert there[0] == -back[0]
    assert {there[1], back[1]} in ({"same"}, {"up", "down"})


def test_the_results_are_open_data_with_no_more_than_the_result_tells(content: Content) -> None:
    few = published("2024h2", (3, 1, 0, 0, 0))
    everything = replace(content, results=(few, *content.results))
    sets = {one.name: one for one in data_sets(everything, TODAY)}
    waves, rows = (
        [dict(zip((field.name for field in sets[name].fields), row, strict=True)) for row in sets[name].rows]
        for name in ("surveys", "survey_results")
    )
    assert [(wave["survey"], wave["answers"]) for wave in waves] == [
        (one.result.survey, one.result.answers) for one in everything.results
    ]
    for one in content.results:
        asked = one.result.of("TP01")
        assert asked is not None
        overall = [
            row for row in rows if (row["survey"], row["measure"]) == (one.result.survey, "survey_overall")
        ]
        assert sum(row["count"] for row in overall) == overall[0]["n"] == asked.n
        assert (overall[0]["percent"], overall[0]["margin"]) == (str(asked.percent), asked.margin)
    withheld = [row for row in rows if row["survey"] == "2024h2"]
    assert len(withheld) == len(few.result.results)
    assert {row["n"] for row in withheld} == {row["count"] for row in withheld} == {None}


@pytest.mark.parametrize(
    ("positive", "verdict"), [(40, "低于目标 80%"), (98, "没有明显差别"), (114, "高于目标 80%")]
)
def test_the_page_of_a_measure_says_of_the_target_what_the_page_of_the_survey_says(
    content: Content, positive: int, verdict: str
) -> None:
    wave = published("2026h1", (positive, 0, 124 - positive, 0, 0))
    edition = _edition(replace(content, results=(wave,)))
    (page,) = [page for page in measure_pages(edition) if page.address == "measures/survey_overall/"]
    assert verdict in page.body
    assert verdict in _bodies(edition)["survey/2026h1/"]
