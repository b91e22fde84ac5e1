"""What a chart says in words and what it draws come from the same numbers. Golden files hold the drawing."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.figures.figures import make_book
from generator.site.pictures.intervals import satisfaction_intervals
from generator.site.pictures.outcome_pictures import endings, multiples
from generator.site.pictures.pictures import complaint_trend, history, months_due, past
from generator.site.words.voice import voices
from register.terms import Kind, Step
from tests.generator.site.samples import TODAY

GOLDEN = Path(__file__).parents[1] / "golden"
VOICES = {voice.language.value: voice for voice in voices()}


def golden(name: str, drawn: str) -> None:
    """Compare with the kept drawing; GOLDEN=write in the environment keeps a new one."""
    path = GOLDEN / f"{name}.html"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn + "\n", encoding="utf-8")
    assert drawn + "\n" == path.read_text(encoding="utf-8")


def draw(home, language, picture, macro="chart"):
    template = f'{{% from "parts/{macro}.html" import {macro} %}}{{{{ {macro}(picture) }}}}'
    edition = Edition(read_content(home), VOICES[language], TODAY)
    html = edition.environment.from_string(template).render(picture=picture)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_trend_is_drawn_as_kept(home, language):
    content = read_content(home)
    golden(f"trend-{language}", draw(home, language, complaint_trend(content.current, VOICES[language])))


@pytest.mark.parametrize(
    "measure", ["complaints_answered_on_time", "emergencies_reached_on_time", "repair_days", "cases_reopened"]
)
def test_a_history_is_drawn_as_kept(home, measure):
    book = make_book(read_content(home), VOICES["zh"])
    golden(f"history-{measure}", draw(home, "zh", history(measure, book.history(measure), VOICES["zh"])))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_endings_small_charts_and_intervals_are_drawn_as_kept(home, language):
    current, voice = read_content(home).current, VOICES[language]
    golden(f"endings-{language}", draw(home, language, endings(current, voice)))
    golden(f"multiples-{language}", draw(home, language, multiples(current, voice), "multiples"))
    rated = satisfaction_intervals(current, 85, voice)
    golden(f"intervals-{language}", draw(home, language, rated, "intervals"))


def test_the_caption_tells_what_the_rows_give(home):
    current = read_content(home).current
    months = months_due(current, Kind.COMPLAINT, Step.ANSWER)
    rows = [
        row
        for one in current[2:]
        for row in one.release.performance.due
        if (row.kind, row.step) == (Kind.COMPLAINT, Step.ANSWER)
    ]
    assert len(months) == 12
    assert sum(month.due for month in months) == sum(row.due for row in rows)
    share = sum(row.kept for row in rows) * 100 // sum(row.due for row in rows)
    assert complaint_trend(current, VOICES["zh"]).caption == f"近 12 个月应答复的投诉中，{share}% 按时答复"


def test_table_bars_and_totals_agree(home):
    picture = complaint_trend(read_content(home).current, VOICES["en"])
    for bar, row in zip(picture.chart.bars, picture.table.rows, strict=True):
        assert bar.top == row[1]
        assert int(row[1]) == sum(int(cell) for cell in row[2:])
    assert picture.table.foot[1] == str(sum(int(row[1]) for row in picture.table.rows))


def test_every_id_in_a_drawing_carries_its_prefix(home):
    drawn = draw(home, "zh", complaint_trend(read_content(home).current, VOICES["zh"]))
    assert {found.split("-")[0] for found in re.findall(r'\bid="([^"]+)"', drawn)} == {"trend"}
    assert "NaN" not in drawn
    assert "viewBox" not in drawn


def test_a_measure_without_any_data_has_no_picture(home):
    book = make_book(read_content(home), VOICES["zh"])
    assert history("reviews_done_on_time", book.history("reviews_done_on_time"), VOICES["zh"]) is None


def one_quarter(home, *, with_complaints: bool):
    """The last quarter alone, with or without complaints that fell due."""
    last = read_content(home).current[-1]
    due = tuple(row for row in last.release.performance.due if with_complaints and row.month == "2026-07")
    performance = last.release.performance.model_copy(update={"due": due})
    return (replace(last, release=last.release.model_copy(update={"performance": performance})),)


def test_few_complaints_are_told_as_a_fraction_and_none_as_none(home):
    few = complaint_trend(one_quarter(home, with_complaints=True), VOICES["zh"])
    assert few.caption == "近 3 个月应答复投诉 9 件，按时答复 9 件"
    none = complaint_trend(one_quarter(home, with_complaints=False), VOICES["zh"])
    assert none.caption == "近 3 个月没有应答复的投诉"
    assert [bar.top for bar in none.chart.bars] == ["0", "0", "0"]


def test_a_measure_known_for_one_period_is_told_without_a_comparison(home):
    content = read_content(home)
    book = make_book(replace(content, released=content.released[-1:]), VOICES["en"])
    picture = history("received", book.history("received"), VOICES["en"])
    assert picture is not None
    assert picture.caption == "Cases received: 74 cases in Q3 2026 (July to September)"


def test_a_period_without_data_has_a_gap_and_not_a_zero(home):
    views = make_book(read_content(home), VOICES["zh"]).history("received")
    gap = replace(views[1], shown=None, unit="", share=None)
    picture = history("received", [views[0], gap, *views[2:]], VOICES["zh"])
    assert picture is not None
    assert (picture.chart.bars[1].segments, picture.chart.bars[1].top) == ((), "—")
    assert picture.table.rows[-2][1] == gap.detail


def test_an_axis_that_ends_below_all_is_named_and_its_bars_can_be_told_apart(home):
    views = make_book(read_content(home), VOICES["en"]).history("cases_reopened")
    picture = history("cases_reopened", views, VOICES["en"])
    assert picture.chart.ticks[0].label == "0"
    ceiling = picture.chart.ticks[-1].label
    assert int(ceiling) < 100
    assert f"the axis runs from 0 to {ceiling}%" in picture.subtitle
    assert max(bar.height for bar in past(views, VOICES["en"]).bars) > 5


def test_a_rate_with_a_target_shows_its_target_on_the_scale(home):
    views = make_book(read_content(home), VOICES["zh"]).history("complaints_extended")
    low = [replace(view, share=2.0, target=90) for view in views]
    assert history("complaints_extended", low, VOICES["zh"]).chart.ticks[-1].label == "100"
