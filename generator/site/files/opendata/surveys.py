"""The published survey results as open data: a row a wave, and a row a band of answers. Nothing is crossed."""

from collections.abc import Iterator
from datetime import date

from generator.disclosure.surveys.survey_result import Band, QuestionResult
from generator.site.content import Content
from generator.site.figures.recorded import SURVEYED
from generator.site.files.opendata.columns import Cell, Described, Field, Row
from register.content import Words

SURVEY = Field("survey", "调查编号", "Survey", required=True)


def _waves(content: Content, today: date) -> Iterator[Row]:
    for one in content.results:
        wave = one.result
        yield (
            *(wave.survey, wave.title.zh, wave.title.en, str(wave.opens), str(wave.closes)),
            *(wave.households, wave.issued, wave.answers, wave.web, wave.paper),
            str(wave.margin) if wave.margin is not None else None,
        )


def _answers(content: Content, today: date) -> Iterator[Row]:
    for one in content.results:
        for asked in one.result.results:
            for band in asked.bands or (None,):
                yield (one.result.survey, *_asked(asked), *_band(band))


def _asked(asked: QuestionResult) -> tuple[Cell, ...]:
    percent = str(asked.percent) if asked.percent is not None else None
    return (
        *(asked.name, asked.short.zh, asked.short.en, SURVEYED.get(asked.measure or ""), asked.scale),
        *(asked.n, asked.not_applicable, asked.positive, percent, asked.margin),
    )


def _band(band: Band | None) -> tuple[Cell, Cell]:
    """A question with too few answers has one row and no band."""
    return (" ".join(band.answers), band.count) if band else (None, None)


SURVEYS: tuple[Described, ...] = (
    (
        "surveys",
        Words(zh="满意度调查各期", en="Survey waves"),
        "survey/",
        (
            SURVEY,
            Field("title_zh", "名称（中文）", "Title (Chinese)", required=True),
            Field("title_en", "名称（英文）", "Title (English)"),
            Field("opens", "开始日期", "Opens", "date", required=True),
            Field("closes", "截止日期", "Closes", "date", required=True),
            Field("households", "户数", "Homes", "integer", required=True),
            Field("issued", "发出答题码", "Codes issued", "integer", required=True),
            Field("answers", "收回答卷", "Answers", "integer", required=True),
            Field("web", "网上", "On the web", "integer"),
            Field("paper", "纸质", "On paper", "integer"),
            Field("margin", "误差（百分点）", "Margin (points)", "number"),
        ),
        _waves,
    ),
    (
        "survey_results",
        Words(zh="满意度调查结果", en="Survey results"),
        "survey/",
        (
            SURVEY,
            Field("question", "题目编号", "Question", required=True),
            Field("short_zh", "题目（中文）", "Question (Chinese)", required=True),
            Field("short_en", "题目（英文）", "Question (English)"),
            Field("measure", "指标编号", "Measure"),
            Field("scale", "量表", "Scale", required=True),
            Field("n", "有效回答", "Valid answers", "integer"),
            Field("not_applicable", "不适用", "Not applicable", "integer"),
            Field("positive", "满意（同意、是）", "Satisfied (agree, yes)", "integer"),
            Field("percent", "满意率（%）", "Satisfied (%)", "number"),
            Field("margin", "误差（百分点）", "Margin (points)", "number"),
            Field("answers", "合并公布的选项", "Answers shown together"),
            Field("count", "人数", "Answers given", "integer"),
        ),
        _answers,
    ),
)
