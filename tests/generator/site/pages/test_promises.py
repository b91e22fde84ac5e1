from generator.site.content import read_content
from generator.site.pages.promises import first_limit, kept_by_step, limit_rows, objection_limit
from generator.site.words.voice import voices
from register.standards import Version
from register.terms import Kind, Step, Urgency
from tests.generator.site.samples import TODAY

ZH, EN = voices()


def version(home) -> Version:
    return read_content(home).standards.in_force(TODAY)


def test_the_short_table_gives_first_response_and_finish_of_each_sort_of_case(home):
    rows = {row.name: (row.first, row.finish) for row in limit_rows(version(home), ZH)}
    assert rows["急修"] == ("30 分钟内到场", "24 小时")
    assert rows["一般投诉"] == ("1 个工作日内受理告知", "7 天")
    english = {row.name: row.first for row in limit_rows(version(home), EN)}
    assert english["Ordinary repair"] == "Acknowledged within 1 working day"


def test_what_is_not_promised_has_no_row_and_no_limit(home):
    whole = version(home)
    without = whole.model_copy(
        update={"standard": tuple(one for one in whole.standard if one.kind != Kind.INQUIRY)}
    )
    assert "咨询" not in {row.name for row in limit_rows(without, ZH)}
    assert first_limit(without, Kind.INQUIRY, Urgency.ORDINARY, Step.ANSWER, ZH) is None


def test_what_was_kept_is_the_sum_of_the_months_by_step(home):
    release = read_content(home).current[-1].release
    kept = {one.step: (one.share, one.due) for one in kept_by_step(release, Kind.COMPLAINT, ZH)}
    rows = [row for row in release.performance.due if (row.kind, row.step) == (Kind.COMPLAINT, Step.ANSWER)]
    due = sum(row.due for row in rows)
    assert kept["处理答复"] == (f"{sum(row.kept for row in rows) * 100 // due}%", due)
    assert kept_by_step(release, Kind.PRAISE, ZH)[0].share == "5/5"


def test_a_step_that_never_fell_due_is_left_out(home):
    release = read_content(home).current[-1].release
    assert "复核" not in {one.step for one in kept_by_step(release, Kind.COMPLAINT, ZH)}


def test_an_objection_is_answered_by_its_own_promise_and_is_no_ordinary_complaint(home):
    in_force = version(home)
    assert objection_limit(in_force, ZH) == "3 天"
    assert first_limit(in_force, Kind.COMPLAINT, Urgency.ORDINARY, Step.ANSWER, ZH) == "7 天"
    without = tuple(one for one in in_force.standard if not one.objection)
    assert objection_limit(in_force.model_copy(update={"standard": without}), ZH) == "7 天"
    assert objection_limit(in_force.model_copy(update={"standard": ()}), ZH) == "—"
