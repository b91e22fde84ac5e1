"""What an estate writes down: its files, their faults, and the pages made of them."""

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.figures.recorded import ALL, RECORDED
from generator.site.making.build import stage_site
from generator.site.making.outline import MORE, SECTIONS
from generator.site.making.proof import prove_site
from generator.site.pages.disclosed import duty_rows
from generator.site.words.voice import voices
from generator.site.work.duties import Disclosures, Duty, DutyState, Profile, months_later, turns
from generator.site.work.reading import read_work
from register.content import Words, read_written
from register.errors import SettingsRefused
from register.written.improvements import Progress
from register.written.inspections import Problem, Round, Stage
from register.written.notices import State
from tests.generator.site.conftest import quiet
from tests.generator.site.samples import PROJECT, TODAY, make_home

WORK = (
    "inspections",
    "improvements",
    "notices",
    "training.toml",
    "fees.toml",
    "disclosures.toml",
    "points.toml",
)
CIVIL_CODE_943 = {
    "service_and_quality",
    "people_in_charge",
    "fee_items",
    "performance",
    "repair_fund",
    "common_income",
    "report_to_owners",
}
ZH, _ = voices()
HOSTILE = "<script>x</script> {{7*7}} {% raw %} =cmd"


def text_of(page: Path) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8")))


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The sample estate without any work written down."""
    home = make_home(tmp_path)
    for name in WORK:
        path = home / "content" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return home


def write(home: Path, name: str, text: str) -> None:
    path = home / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def problem(**dates: object) -> Problem:
    return Problem(what=Words(zh="漏水"), post="engineering", due=date(2026, 3, 10), **dates)


def test_every_page_of_the_management_system_exists_in_both_languages(staged):
    for address in (*SECTIONS.values(), *MORE.values()):
        for root in ("", "en/"):
            assert (staged.folder / root / address / "index.html").is_file(), root + address


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("inspections", ("近一年的巡查计划", "消防设施月检", "复查通过")),
        ("improvements", ("已测效果的 5 项中，4 项见效", "18 → 5", "未见效")),
        ("people", ("培训和考核", "防汛演练", "13/14 不足", "不足 5 人，不单列")),
        ("notices", ("公示中，还剩 9 天", "已结束", "通知")),
        ("notices/garage-waterproofing", ("提出异议", "公示至2026年11月29日", "38,600.00 元")),
        ("fees", ("2.80", "68,760.00", "54,792.00", "本期结余 140,418.20 元")),
        ("quality/safety", ("承诺", "指标", "办过的事", "巡查整改", "持续改进")),
        ("evaluation", ("服务流程", "正在改进", "本期未达目标")),
        ("appeal", ("申请复核", "3 天内答复")),
        ("corrections", ("至今 6 次发布，没有更正，也没有撤下", "生活水箱清洗")),
        ("calendar", ("逾期", "每 3 个月之内", "《民法典》第九百四十三条")),
    ],
)
def test_each_clause_has_its_page_with_its_content(staged, page, said):
    text = " ".join(text_of(staged.folder / page / "index.html").split())
    for words in said:
        assert words in text, words


def test_an_open_notice_stands_on_the_home_page(staged):
    text = text_of(staged.folder / "index.html")
    assert text.index("地下车库变形缝防水维修方案公示") < text.index(
        "物业服务公开", text.index("跳到正文") + 40
    )


def test_there_are_at_least_24_measures_each_with_its_page(staged):
    assert len(ALL) >= 24
    assert {measure.group for measure in ALL} >= set("ABCGHIJK")
    for measure in ALL:
        text = text_of(staged.folder / "measures" / measure.id / "index.html")
        assert "怎样计算" in text
        assert "依据的行" in text


def test_an_estate_that_wrote_nothing_down_says_no_data_and_never_zero(bare, tmp_path):
    staged = stage_site(bare, tmp_path / "stage", today=TODAY, progress=quiet)
    assert prove_site(staged.folder, staged.content) == []
    for page in ("fees", "people", "inspections", "improvements", "notices", "measures/points_passed"):
        text = text_of(staged.folder / page / "index.html")
        assert re.search("没有(可以公布的)?数据|没有.*记录|没有公示公告", text), page
        assert "0%" not in text
    assert "尚未公开" in text_of(staged.folder / "calendar/index.html")


def test_words_in_these_files_stand_as_they_were_written(bare, tmp_path):
    hostile = f'{{ zh = "{HOSTILE}", en = "{HOSTILE}" }}'
    write(
        bare,
        "notices/bad.toml",
        f'kind = "notice"\ntitle = {hostile}\npublished = 2026-11-01\ntext = [{hostile}]\n',
    )
    write(
        bare, "fees.toml", f"[[fee]]\nitem = {hostile}\namount = 1.00\nunit = {hostile}\nbasis = {hostile}\n"
    )
    folder = stage_site(bare, tmp_path / "stage", today=TODAY, progress=quiet).folder
    for page in ("notices/bad", "en/notices/bad", "fees", "notices", "."):
        html = (folder / page / "index.html").read_text("utf-8")
        assert HOSTILE in unescape(html)
        assert "<script>x" not in html
        assert "{{" not in html


def test_faults_of_all_files_are_named_together_by_file_and_key(bare):
    write(
        bare,
        "inspections/a.toml",
        '[[round]]\nname = { zh = "查" }\nmatter = "safety"\npost = "security"\ndue = 2026-01-01\nchecked = 3\n',
    )
    write(
        bare,
        "notices/b.toml",
        'kind = "publicity"\ntitle = { zh = "示" }\npublished = 2026-01-01\ntext = [{ zh = "一" }]\n',
    )
    write(
        bare,
        "training.toml",
        '[[session]]\ntopic = { zh = "训" }\nposts = ["security", "cook"]\ndue = 2026-01-01\n',
    )
    write(
        bare,
        "disclosures.toml",
        'profile = "generic"\n[[done]]\nduty = "x y"\non = 2026-01-01\nwhere = { zh = "站" }\n',
    )
    with pytest.raises(SettingsRefused) as refused:
        read_work(bare / "content", bare)
    faults = {(fault.file, fault.key) for fault in refused.value.faults}
    assert faults == {
        ("content/inspections/a.toml", "round.0"),
        ("content/notices/b.toml", "-"),
        ("content/training.toml", "session.0.posts.1"),
        ("content/disclosures.toml", "done.0.duty"),
    }


def test_an_unknown_profile_duty_or_file_name_is_refused(bare):
    write(bare, "disclosures.toml", 'profile = "mars"\n')
    with pytest.raises(SettingsRefused, match="generic, hangzhou"):
        read_work(bare / "content", bare)
    write(bare, "disclosures.toml", '[[done]]\nduty = "dance"\non = 2026-01-01\nwhere = { zh = "站" }\n')
    with pytest.raises(SettingsRefused, match=r"done\.0\.duty"):
        read_work(bare / "content", bare)
    write(bare, "disclosures.toml", "")
    write(bare, "notices/Bad Name.toml", "")
    with pytest.raises(SettingsRefused, match="small letters"):
        read_work(bare / "content", bare)


def test_a_target_for_an_unknown_measure_is_refused_by_name(bare):
    rules = bare / "content" / "rules.toml"
    rules.write_text(
        rules.read_text("utf-8") + '[[target]]\nmeasure = "happiness"\npercent = 99\n', encoding="utf-8"
    )
    with pytest.raises(SettingsRefused, match="happiness"):
        stage_site(bare, bare / "stage", today=TODAY, progress=quiet)


@pytest.mark.parametrize(
    ("dates", "today", "stage"),
    [
        ({}, 10, Stage.OPEN),
        ({}, 11, Stage.OVERDUE),
        ({"rectified": date(2026, 3, 9)}, 20, Stage.RECTIFIED),
        ({"rectified": date(2026, 3, 9), "rechecked": date(2026, 3, 12), "passed": True}, 20, Stage.PASSED),
        ({"rectified": date(2026, 3, 9), "rechecked": date(2026, 3, 12), "passed": False}, 20, Stage.FAILED),
    ],
)
def test_where_a_problem_stands(dates, today, stage):
    assert problem(**dates).stage(date(2026, 3, today)) == stage


def test_a_problem_put_right_on_its_last_day_is_in_time():
    assert problem(rectified=date(2026, 3, 10)).in_time
    assert not problem(rectified=date(2026, 3, 11)).in_time
    assert not problem().in_time


def test_a_round_that_was_not_made_counts_as_missed_in_the_period_it_was_planned_for(home):
    content = read_content(home)
    latest = content.latest
    assert latest
    by_id = {measure.id: measure for measure in RECORDED}
    items = by_id["rounds_done_on_time"].within(content, latest.period)
    planned = [one for one in content.work.rounds if one.due in latest.period]
    assert len(items) == len(planned) >= 20
    figure = by_id["rounds_done_on_time"].compute(content, latest.period)
    assert figure
    assert (figure.numerator, figure.denominator) == (sum(one.in_time for one in planned), len(planned))


def test_a_small_test_of_staff_is_neither_shown_nor_counted(home):
    content = read_content(home)
    (tests,) = [measure for measure in RECORDED if measure.id == "tests_passed"]
    counted = {item.what.zh for item in tests.items(content)}
    small = {one.topic.zh for one in content.work.training.session if one.tested and one.tested < 5}
    assert small
    assert not small & counted


def test_a_duty_falls_due_so_many_months_after_it_was_met():
    duty = Duty(id="x_y", what=Words(zh="x"), months=3, basis=Words(zh="y"))
    first, second = turns(duty, [date(2026, 5, 2), date(2026, 1, 31)], date(2026, 2, 1))
    assert (first.due, first.done, first.in_time) == (date(2026, 4, 30), date(2026, 5, 2), False)
    assert (second.due, second.done) == (date(2026, 8, 2), None)
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)


def test_what_was_never_met_falls_due_all_the_same_once_the_estate_publishes():
    duty = Duty(id="x_y", what=Words(zh="x"), months=3, basis=Words(zh="y"))
    (missed,) = turns(duty, [], date(2026, 1, 1))
    assert (missed.due, missed.done, missed.in_time) == (date(2026, 4, 1), None, False)
    late, following = turns(duty, [date(2026, 5, 2)], date(2026, 1, 1))
    assert (late.due, late.done, late.in_time) == (date(2026, 4, 1), date(2026, 5, 2), False)
    assert following.due == date(2026, 8, 2)
    assert list(turns(duty, [], None)) == []


def test_a_duty_never_met_is_overdue_on_the_calendar_and_counts_against_the_estate(home):
    content = read_content(home)
    silent = replace(content, work=replace(content.work, disclosures=Disclosures()))
    rows = {row.duty.id: row for row in duty_rows(Edition(silent, ZH, TODAY))}
    assert (rows["common_income"].state, rows["common_income"].last) == (DutyState.OVERDUE, None)
    (measure,) = [one for one in RECORDED if one.id == "disclosures_on_time"]
    figure = measure.compute(silent, silent.released[0].period.next())
    assert figure
    assert figure.numerator < figure.denominator
    nothing = replace(silent, released=())
    rows = {row.duty.id: row for row in duty_rows(Edition(nothing, ZH, TODAY))}
    assert (rows["common_income"].state, rows["common_income"].due) == (DutyState.NEVER, None)


def test_both_profiles_ask_for_all_that_the_civil_code_lists_and_name_their_sources():
    for name in ("generic", "hangzhou"):
        profile = read_written(PROJECT / "content" / "duties" / f"{name}.toml", Profile)
        ids = {duty.id for duty in profile.duty}
        assert ids >= CIVIL_CODE_943
        assert all(duty.basis.en and duty.what.en for duty in profile.duty)
        assert all(source.en for source in profile.source)
    assert {"lift_company", "complaint_system", "shared_utilities"} <= ids


def test_a_notice_counts_its_days_down(home):
    notice = read_content(home).work.notices["garage-waterproofing"]
    assert notice.ends
    assert notice.state(notice.published - timedelta(days=1)) == State.COMING
    assert (notice.state(notice.ends), notice.days_left(notice.ends)) == (State.OPEN, 0)
    assert notice.state(notice.ends + timedelta(days=1)) == State.ENDED


def test_an_improvement_without_effect_is_not_said_to_have_worked(home):
    for one in read_content(home).work.improvements:
        if one.effect is None:
            assert one.progress(TODAY) not in (Progress.BETTER, Progress.NOT_BETTER)


def test_every_sample_says_that_it_is_one():
    for name in WORK:
        path = PROJECT / "content" / name
        for file in [path] if path.is_file() else path.glob("*.toml"):
            assert file.read_text("utf-8").startswith("# 示例"), file


def test_a_round_needs_its_results_and_no_more_points_pass_than_were_checked():
    values = {"name": Words(zh="查"), "matter": "safety", "post": "security", "due": date(2026, 1, 1)}
    with pytest.raises(ValueError, match="how many points"):
        Round(**values, done=date(2026, 1, 1))
    with pytest.raises(ValueError, match="how many points"):
        Round(**values, done=date(2026, 1, 1), checked=2, passed=3)
