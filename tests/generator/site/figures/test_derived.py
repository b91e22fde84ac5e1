"""Measures read from a release's own rows."""

from random import Random

import pytest

from generator.disclosure.cases.listed import Table, TableName, Tombstone
from generator.disclosure.figures.indicators import HandlingSatisfaction, ReasonCount
from generator.disclosure.figures.measures import MEASURES
from generator.site.figures.derived import MORE, READ, derived_figures
from generator.site.figures.recorded import ALL, RECORDED
from generator.site.figures.tables import rows_of
from generator.site.words.voice import voices
from register.terms import AgeBand, Channel, Matter, Outcome, RefusalReason, TakeDownReason
from tests.generator.site.samples import entry, make_release

ZH, EN = voices()
QUARTER = "2026-Q3"


def change(release, **parts):
    return release.model_copy(update=parts)


@pytest.fixture(scope="module")
def release():
    return make_release(QUARTER, Random(1))


def values(release):
    return {
        id: f"{figure.numerator}/{figure.denominator}" if figure.unit == "rate" else figure.value
        for id, figure in derived_figures(release).items()
    }


def test_every_group_that_can_be_fed_has_measures_and_no_id_is_used_twice():
    assert {measure.group for measure in ALL} == set("ABCDEFGHIJK")
    ids = [measure.id for measure in ALL]
    assert len(ids) == len(set(ids)) >= 24
    assert len(ids) == len(MEASURES) + len(MORE) + len(READ) + len(RECORDED)


def test_nine_of_ten_stand_beside_the_median(release):
    assert values(release)["complaint_days_p90"] == "6.8"
    none = change(release, performance=release.performance.model_copy(update={"durations": ()}))
    assert "complaint_days_p90" not in values(none)


def test_the_oldest_open_cases_and_the_refused_are_counted(release):
    reasons = release.performance.reasons.model_copy(
        update={
            "refusal": (
                ReasonCount(reason=RefusalReason.NO_FACTS, count=5),
                ReasonCount(reason=None, count=2),
            )
        }
    )
    changed = change(release, performance=release.performance.model_copy(update={"reasons": reasons}))
    found = values(changed)
    assert (found["open_over_30_days"], found["cases_refused"], found["clocks_paused"]) == ("1", "7", "10")
    (refused,) = [one for one in READ if one.id == "cases_refused"]
    assert [row[1] for row in rows_of(refused, changed, ZH).rows] == ["5", "2"]


def test_a_channel_too_small_to_be_shown_has_no_figure(release):
    assert "received_online" not in values(release)
    table = Table(name=TableName.CHANNELS, rows=(), columns=(Channel.WEB, None), totals=(30, 9), cells=())
    assert values(change(release, tables=(table,)))["received_online"] == "30/39"
    hidden = table.model_copy(update={"columns": (Channel.PHONE, None)})
    assert "received_online" not in values(change(release, tables=(hidden,)))


def test_what_was_put_right_is_measured_against_findings_alone(release):
    outcomes = (
        Outcome.RECTIFIED,
        Outcome.PARTLY_RECTIFIED,
        Outcome.UNFOUNDED,
        Outcome.ADOPTED,
        Outcome.WITHDRAWN,
    )
    entries = tuple(entry(ref=f"0000000{number}", outcome=outcome) for number, outcome in enumerate(outcomes))
    changed = change(release, entries=entries)
    assert values(changed)["put_right_share"] == "2/3"
    (share,) = [one for one in READ if one.id == "put_right_share"]
    assert rows_of(share, changed, ZH).foot[1] == "3"
    assert "put_right_share" not in values(change(release, entries=()))


def test_a_matter_shown_with_others_has_no_figure_of_its_own(release):
    assert "attitude_per_thousand" not in values(release)
    (hygiene,) = [group for group in release.groups if group.matter == Matter.HYGIENE]
    assert values(release)["hygiene_per_thousand"] == f"{hygiene.received * 1000 / release.households:.1f}"


def test_ratings_of_what_is_not_listed_stand_beside_the_rate(release):
    told = change(release, performance=release.performance.model_copy(update={"unlisted_rated": 15}))
    hidden = release.balance.settled - release.balance.listed
    assert values(told)["ratings_not_listed"] == "15"
    assert derived_figures(told)["ratings_not_listed"].n == hidden
    (measure,) = (one for one in READ if one.id == "ratings_not_listed")
    assert [row[1] for row in rows_of(measure, told, EN).rows] == [str(hidden), "15"]
    assert "ratings_not_listed" not in values(release)
    assert rows_of(measure, release, EN).rows == ()


def test_who_noted_withdrawals_stands_beside_what_is_only_counted(release):
    named = (ReasonCount(reason="withdrawn", count=11),)
    reasons = release.performance.reasons.model_copy(update={"counted": named})
    update = {"withdrawn_by_staff": 5, "reasons": reasons}
    told = change(release, performance=release.performance.model_copy(update=update))
    assert values(told)["withdrawn_by_staff"] == "5"
    assert derived_figures(told)["withdrawn_by_staff"].n == 11
    assert "withdrawn_by_staff" not in values(release)


def test_ratings_given_need_ratings_asked_for(release):
    rated = HandlingSatisfaction(asked=20, satisfied=9, fairly_satisfied=3, dissatisfied=1)
    performance = release.performance.model_copy(update={"satisfaction": rated})
    assert values(change(release, performance=performance))["ratings_given"] == "13/20"
    without = release.performance.model_copy(update={"satisfaction": None})
    assert "ratings_given" not in values(change(release, performance=without))


def test_take_downs_are_counted_with_their_reasons(release):
    stone = Tombstone(ref="0000000Z", period=QUARTER, reason=TakeDownReason.WRONG_FACTS)
    personal = stone.model_copy(update={"ref": "0000001Z", "reason": TakeDownReason.IDENTIFIES_PERSON})
    both = values(change(release, tombstones=(stone, personal)))
    assert (both["taken_down"], both["taken_down_for_a_person"]) == ("2", "1")
    changed = change(release, tombstones=(stone,))
    assert values(changed)["taken_down_for_a_person"] == "0"
    (taken,) = [one for one in READ if one.id == "taken_down"]
    assert rows_of(taken, changed, EN).rows == ((EN.term(TakeDownReason.WRONG_FACTS), "1"),)
    assert rows_of(taken, release, EN).rows == ()


def test_numbers_that_do_not_stand_alone_are_counted_table_by_table(release):
    """Of ten matters four stand together; of seven channels two stand alone; two of four cells are hidden."""
    channels = Table(
        name=TableName.CHANNELS,
        rows=(),
        columns=(Channel.WEB, Channel.PHONE, None),
        totals=(30, 9, 3),
        cells=(),
    )
    crossed = Table(
        name=TableName.MATTER_BY_CHANNEL,
        rows=(Matter.HYGIENE, Matter.OTHER),
        columns=(Channel.WEB, None),
        totals=(30, 9),
        cells=((20, None), (10, None)),
    )
    assert values(change(release, tables=()))["numbers_not_alone"] == "4"
    hidden = change(release, tables=(channels, crossed))
    assert values(hidden)["numbers_not_alone"] == "11"
    (measure,) = [one for one in READ if one.id == "numbers_not_alone"]
    assert [row[1:] for row in rows_of(measure, hidden, EN).rows] == [("4", "10"), ("5", "7"), ("2", "4")]


@pytest.mark.parametrize("measure", [*MORE, *READ], ids=lambda measure: measure.id)
def test_every_derived_figure_shows_the_rows_it_rests_on(measure, release):
    for voice in (ZH, EN):
        table = rows_of(measure, release, voice)
        assert all(len(row) == len(table.head) for row in table.rows)


def test_no_age_is_no_case(release):
    performance = release.performance.model_copy(update={"open_at_end": {AgeBand.DAYS_0_7: 3}})
    assert values(change(release, performance=performance))["open_over_30_days"] == "0"
