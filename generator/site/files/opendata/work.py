"""What an estate writes down of its own work, as open data: rounds, the problems found on them, notices."""

from collections.abc import Iterator
from datetime import date

from generator.site.content import Content
from generator.site.files.opendata.columns import Described, Field, Row
from generator.site.pages.inspected import problems_found
from register.content import Words
from register.written.notices import State


def _rounds(content: Content, today: date) -> Iterator[Row]:
    for one in content.work.rounds:
        if one.due <= today:
            done = str(one.done) if one.done else None
            independent = int(one.independent)
            yield (
                *(str(one.due), done, one.matter, one.post, independent, one.checked, one.passed),
                *(one.name.zh, one.name.en),
            )


def _problems(content: Content, today: date) -> Iterator[Row]:
    for found in problems_found(content.work.rounds, today):
        one = found.problem
        rectified = str(one.rectified) if one.rectified else None
        rechecked = str(one.rechecked) if one.rechecked else None
        yield (
            *(str(found.on), str(one.due), rectified, rechecked, found.stage, found.round.matter, one.post),
            *(one.what.zh, one.what.en),
        )


def _notices(content: Content, today: date) -> Iterator[Row]:
    for slug, one in content.work.notices.items():
        if one.state(today) != State.COMING:
            ends = str(one.ends) if one.ends else None
            yield (slug, one.kind, str(one.published), str(one.changed), ends, one.title.zh, one.title.en)


WORK: tuple[Described, ...] = (
    (
        "rounds",
        Words(zh="巡查", en="Inspection rounds"),
        "inspections/",
        (
            Field("planned", "计划日期", "Planned", "date", required=True),
            Field("done", "完成日期", "Done", "date"),
            Field("matter", "类别", "Matter", required=True),
            Field("post", "被查岗位", "Post", required=True),
            Field("independent", "独立巡查（1 为是）", "Independent (1 = yes)", "integer", required=True),
            Field("checked", "检查点位", "Points checked", "integer"),
            Field("passed", "合格点位", "Points passed", "integer"),
            Field("name_zh", "项目（中文）", "Round (Chinese)", required=True),
            Field("name_en", "项目（英文）", "Round (English)"),
        ),
        _rounds,
    ),
    (
        "problems",
        Words(zh="巡查发现的问题", en="Problems found on rounds"),
        "inspections/",
        (
            Field("found", "发现日期", "Found", "date", required=True),
            Field("due", "整改限期", "Due", "date", required=True),
            Field("rectified", "整改日期", "Put right", "date"),
            Field("rechecked", "复查日期", "Rechecked", "date"),
            Field("stage", "状态", "State", required=True),
            Field("matter", "类别", "Matter", required=True),
            Field("post", "责任岗位", "Post", required=True),
            Field("what_zh", "问题（中文）", "Problem (Chinese)", required=True),
            Field("what_en", "问题（英文）", "Problem (English)"),
        ),
        _problems,
    ),
    (
        "notices",
        Words(zh="公示公告", en="Notices"),
        "notices/",
        (
            Field("slug", "编号", "Id", required=True),
            Field("kind", "种类", "Kind", required=True),
            Field("published", "发布日期", "Published", "date", required=True),
            Field("updated", "更新日期", "Updated", "date", required=True),
            Field("ends", "公示至", "Open until", "date"),
            Field("title_zh", "标题（中文）", "Title (Chinese)", required=True),
            Field("title_en", "标题（英文）", "Title (English)"),
        ),
        _notices,
    ),
)
