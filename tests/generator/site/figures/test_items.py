"""What the records of an estate give to measures: what stands at a period's end, what comes back, who found it first."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from generator.site.content import read_content
from generator.site.figures import items
from generator.site.figures.recorded import RECORDED
from generator.site.work.training import Certificate, Session
from register.content import Words
from register.terms import Kind, Matter, Post
from register.written.improvements import Improvement, Source
from register.written.inspections import Problem, Round

BY_ID = {measure.id: measure for measure in RECORDED}
DAY = date(2026, 7, 10)


@pytest.fixture(scope="module")
def content(home):
    return read_content(home)


def given(content, **work):
    return replace(content, work=replace(content.work, **work))


def figure(content, id, period="2026-Q3"):
    (one,) = [one for one in content.current if one.release.period == period]
    found = BY_ID[id].compute(content, one.period)
    if found is None:
        return None
    return f"{found.numerator}/{found.denominator}" if found.unit == "rate" else found.value


def walked(day, *problems, name="夜查"):
    found = tuple(
        Problem(what=Words(zh=what), post=Post.SECURITY, due=day + timedelta(days=3)) for what in problems
    )
    return Round(
        name=Words(zh=name), matter=Matter.SAFETY, post=Post.SECURITY, due=day, done=day,
        checked=9, passed=9 - len(problems), problem=found,
    )  # fmt: skip


def step(**change):
    words = Words(zh="x")
    values = {
        "title": words, "matter": Matter.HYGIENE, "source": Source.COMPLAINTS, "finding": words, "measure": words,
        "post": Post.CLEANING, "started": date(2026, 6, 1), "due": date(2026, 12, 1),
    }  # fmt: skip
    return Improvement(**{**values, **change})


@pytest.mark.parametrize(("days", "again"), [(1, 1), (90, 1), (91, 0), (0, 0)])
def test_a_problem_comes_back_when_the_same_round_noted_it_in_ninety_days_before(content, days, again):
    rounds = (walked(DAY - timedelta(days=days), "漏签"), walked(DAY, "漏签", "灯不亮"))
    found = [item.kept for item in items.problems_repeated(given(content, rounds=rounds))]
    assert found == [0, again, 0]


def test_the_same_words_on_another_round_are_another_problem(content):
    rounds = (walked(DAY - timedelta(days=9), "漏签", name="日查"), walked(DAY, "漏签"))
    assert figure(given(content, rounds=rounds), "problems_repeated") == "0/2"


def test_what_rounds_found_stands_against_what_residents_had_to_say(content):
    newest = content.current[-1].release
    told = sum(row.count for row in newest.performance.received if row.kind in (Kind.COMPLAINT, Kind.REPAIR))
    changed = given(content, rounds=(walked(DAY, "漏签", "灯不亮"),))
    assert figure(changed, "found_on_rounds") == f"2/{told + 2}"


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, "1"),
        ({"done": date(2026, 9, 30)}, "0"),
        ({"done": date(2026, 10, 1)}, "1"),
        ({"started": date(2026, 10, 1)}, "0"),
        ({"source": Source.SURVEY}, "0"),
    ],
)
def test_an_improvement_after_complaints_is_open_until_it_is_done(content, change, count):
    changed = given(content, improvements=(step(**change),))
    assert figure(changed, "complaint_improvements_open") == count


def test_drills_count_where_they_fell_due_and_other_sessions_do_not(content):
    def session(drill, done):
        return Session(
            topic=Words(zh="x"), posts=(Post.SECURITY,), due=DAY, drill=drill, done=done,
            **({"attended": 5, "hours": 1} if done else {}),
        )  # fmt: skip

    sessions = (session(True, DAY), session(True, None), session(False, DAY))
    training = content.work.training.model_copy(update={"session": sessions})
    assert figure(given(content, training=training), "drills_held_on_time") == "1/2"


def test_certificates_too_many_do_not_make_up_for_those_that_lack(content):
    kept = [
        Certificate(name=Words(zh="x"), basis=Words(zh="y"), post=Post.SECURITY, required=need, held=held)
        for need, held in ((4, 6), (2, 1))
    ]
    training = content.work.training.model_copy(update={"certificate": tuple(kept)})
    changed = given(content, training=training)
    assert figure(changed, "certificates_held") == "5/6"
    assert figure(changed, "certificates_held", "2026-Q2") is None
    assert list(items.certificates(SimpleNamespace(current=(), work=changed.work))) == []


def test_the_sample_estate_has_all_of_them(content):
    for id in (
        "complaint_improvements_open", "drills_held_on_time", "found_on_rounds", "problems_repeated", "certificates_held",
    ):  # fmt: skip
        assert any(figure(content, id, one.release.period) is not None for one in content.current), id
