"""Measures of what happened besides the ordinary way: from the rows of the release, and no data where it has none."""

from random import Random

import pytest

from generator.disclosure.figures.happenings import Event, EventRow, Objections
from generator.site.figures.derived import derived_figures
from generator.site.figures.happened import HAPPENED
from generator.site.figures.tables import rows_of
from generator.site.words.voice import voices
from register.terms import Kind, Outcome
from tests.generator.site.samples import entry, make_release

ZH, EN = voices()
BY_ID = {measure.id: measure for measure in HAPPENED}


@pytest.fixture(scope="module")
def release():
    rows = (
        EventRow(event=Event.REOPENED, kind=Kind.COMPLAINT, among=30, count=2),
        EventRow(event=Event.REOPENED, kind=Kind.REPAIR, among=20, count=1),
        EventRow(event=Event.REPEATED, kind=Kind.COMPLAINT, among=25, count=3),
        EventRow(event=Event.REPEATED, kind=Kind.REPAIR, among=19, count=4),
    )
    made = make_release("2025-Q4", Random(1))
    return made.model_copy(update={"performance": made.performance.model_copy(update={"events": rows})})


def values(release):
    return {
        id: f"{figure.numerator}/{figure.denominator}" if figure.unit == "rate" else figure.value
        for id, figure in derived_figures(release).items()
    }


def test_each_divides_what_happened_by_what_it_could_happen_to(release):
    found = values(release)
    assert found["cases_reopened"] == "3/50"
    assert (found["complaints_repeated"], found["repairs_repeated"]) == ("3/25", "4/19")
    assert found["reviews_changed"] == "2/7"
    assert (found["objections_received"], found["objections_answered_on_time"]) == ("2", "2/2")
    assert "cases_reclassified" not in found


def test_reviews_of_complaints_stand_beside_first_complaints_per_thousand_homes(release):
    rows = tuple(
        EventRow(event=Event.REVIEW_ASKED, kind=kind, among=30, count=3)
        for kind in (Kind.COMPLAINT, Kind.REPAIR)
    )
    performance = release.performance.model_copy(update={"events": rows})
    reviewed = release.model_copy(update={"performance": performance, "households": 600})
    assert values(reviewed)["complaint_reviews_per_thousand"] == "5.0"
    assert rows_of(BY_ID["complaint_reviews_per_thousand"], reviewed, EN).foot == ("Total", "3", "30")
    assert "complaint_reviews_per_thousand" not in values(release)


def test_the_totals_of_the_rows_are_the_figure(release):
    table = rows_of(BY_ID["cases_reopened"], release, EN)
    assert table.rows == (("Complaint", "2", "30"), ("Repair", "1", "20"))
    assert table.foot == ("Total", "3", "50")
    assert rows_of(BY_ID["objections_answered_on_time"], release, EN).rows[2] == ("kept", "2")


def test_no_objection_is_none_and_no_answer_due_is_no_data(release):
    none = Objections(received=0, due=0, kept=0, late=0, open=0)
    found = values(
        release.model_copy(
            update={"performance": release.performance.model_copy(update={"objections": none})}
        )
    )
    assert found["objections_received"] == "0"
    assert "objections_answered_on_time" not in found


@pytest.mark.parametrize("measure", HAPPENED, ids=lambda measure: measure.id)
def test_a_release_from_before_they_were_counted_has_no_data_and_no_rows(measure, release):
    nothing = {"events": None, "reviews": None, "objections": None}
    old = release.model_copy(update={"performance": release.performance.model_copy(update=nothing)})
    assert measure.id not in values(old)
    table = rows_of(measure, old, ZH)
    assert table.rows == table.foot == ()


def test_suggestions_are_adopted_out_of_those_decided(release):
    outcomes = (Outcome.ADOPTED, Outcome.NOT_ADOPTED, Outcome.ADOPTED, Outcome.RECTIFIED)
    entries = tuple(entry(ref=f"0000000{number}", outcome=outcome) for number, outcome in enumerate(outcomes))
    assert values(release.model_copy(update={"entries": entries}))["suggestions_adopted"] == "2/3"
