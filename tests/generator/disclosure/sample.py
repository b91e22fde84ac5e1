"""One release with something in every field, an approval and a settlement: what the golden files hold."""

from generator.disclosure.cases.listed import Balance, Entry, Group, Table, TableName, Tombstone
from generator.disclosure.cases.published import Summary
from generator.disclosure.figures.happenings import Event, EventRow, Objections, ReviewsDecided
from generator.disclosure.figures.indicators import (
    Due,
    Duration,
    Figure,
    HandlingSatisfaction,
    Performance,
    ReasonCount,
    Reasons,
    Received,
)
from generator.disclosure.releases.own_records import OwnRecords, ProblemFacts, RecordFacts
from generator.disclosure.releases.release import (
    Approval,
    Correction,
    LedgerHead,
    Promised,
    Release,
    Thresholds,
)
from generator.disclosure.releases.settlement import Settled, Settlement
from register.terms import (
    AgeBand,
    Channel,
    Disclosure,
    Kind,
    Matter,
    Measure,
    Outcome,
    Post,
    Satisfaction,
    Step,
    TakeDownReason,
    TimeBand,
    Timeliness,
)


def an_entry(ref: str = "7QKX2M9D", matter: Matter = Matter.HYGIENE) -> Entry:
    return Entry(
        ref=ref,
        period="2026-Q3",
        matter=matter,
        outcome=Outcome.RECTIFIED,
        measures=(Measure.CLEANED, Measure.SCHEDULE_CHANGED),
        time=TimeBand.DAYS_1_3,
        timeliness=Timeliness.ON_TIME,
        satisfaction=Satisfaction.SATISFIED,
        post=Post.CLEANING,
        summary=Summary(
            zh="楼道垃圾清运不及时，已清运并调整班次。", en="Waste was collected; the rota was changed."
        ),
    )


def a_round() -> RecordFacts:
    problem = ProblemFacts(due="2026-07-20", rectified="2026-07-18", rechecked="2026-07-21", passed=True)
    return RecordFacts(
        kind="round",
        due="2026-07-05",
        matter=Matter.SAFETY,
        independent=False,
        done="2026-07-05",
        counted=12,
        passed=11,
        problems=(problem,),
    )


def an_improvement() -> RecordFacts:
    return RecordFacts(
        kind="improvement",
        due="2026-06-22",
        matter=Matter.HYGIENE,
        cause="complaints",
        started="2026-05-09",
        done="2026-06-17",
        measured="2026-09-15",
        passed=1,
    )


def a_release() -> Release:
    return Release(
        period="2026-Q3",
        revision=2,
        data_up_to="2026-09-30",
        households=612,
        standards="2025.1",
        thresholds=Thresholds(k=5, lag_days=14, percent_from=20, median_from=10, survey_from=10),
        previous="0123456789abcdef" * 4,
        balance=Balance(
            carried_in=1,
            received=11,
            listed=3,
            counted=1,
            withheld=0,
            carried_out={**dict.fromkeys(AgeBand, 2)},
        ),
        performance=Performance(
            received=(
                Received(month="2026-07", kind=Kind.COMPLAINT, count=6),
                Received(month="2026-08", kind=Kind.REPAIR, count=5),
            ),
            due=(
                Due(
                    month="2026-07",
                    kind=Kind.COMPLAINT,
                    step=Step.ANSWER,
                    due=6,
                    kept=4,
                    extended=1,
                    late=1,
                    open=1,
                    paused=2,
                    noted_later=1,
                ),
            ),
            durations=(Duration(kind=Kind.COMPLAINT, n=10, median_days="2.5", p90_days="6.0"),),
            open_at_end=dict.fromkeys(AgeBand, 1),
            reasons=Reasons(
                pause=(ReasonCount(reason="awaiting_parts", count=5),),
                extension=(ReasonCount(reason=None, count=1),),
                refusal=(),
                counted=(ReasonCount(reason=None, count=1),),
                withheld=(ReasonCount(reason=None, count=1),),
            ),
            satisfaction=HandlingSatisfaction(asked=12, satisfied=8, fairly_satisfied=2, dissatisfied=1),
            unlisted_rated=0,
            withdrawn_by_staff=0,
            events=(EventRow(event=Event.REOPENED, kind=Kind.COMPLAINT, among=6, count=1),),
            reviews=ReviewsDecided(decided=5, changed=2),
            objections=Objections(received=2, due=2, kept=1, late=0, open=1),
        ),
        groups=(
            Group(matter=Matter.HYGIENE, includes=(Matter.HYGIENE,), received=6),
            Group(
                matter=Matter.OTHER,
                includes=tuple(matter for matter in Matter if matter != Matter.HYGIENE),
                received=5,
            ),
        ),
        tables=(
            Table(
                name=TableName.MATTER_BY_CHANNEL,
                rows=(Matter.HYGIENE, Matter.OTHER),
                columns=(Channel.WEB, None),
                totals=(6, 5),
                cells=((6, 0), (None, None)),
            ),
        ),
        figures=(
            Figure(
                measure="complaints_answered_on_time",
                unit="rate",
                numerator=4,
                denominator=6,
                n=6,
                target=95,
            ),
            Figure(measure="complaint_days", unit="days", value="2.5", n=10),
        ),
        targets=(Promised(measure="complaints_answered_on_time", percent=95),),
        own_records=OwnRecords(
            records=(a_round(), an_improvement()),
            figures=(Figure(measure="points_passed", unit="rate", numerator=11, denominator=12, n=12),),
        ),
        salt="89abcdef01234567" * 4,
        entries=(an_entry(), an_entry("0AZ3RT8W", Matter.OTHER)),
        tombstones=(Tombstone(ref="X1Y2Z3W4", period="2026-Q2", reason=TakeDownReason.IDENTIFIES_PERSON),),
        corrections=(
            Correction(
                what="complaints_answered_on_time",
                old="3/6",
                new="4/6",
                why=Summary(zh="一件答复时间补录。", en="The time of one answer was entered late."),
            ),
        ),
        ledger=LedgerHead(origin="cuihu.example/ledger", size=31, batch=11, root="fedcba9876543210" * 4),
    )


def an_approval() -> Approval:
    return Approval(
        period="2026-Q3",
        revision=2,
        sha256="0123456789abcdef" * 4,
        published="2026-10-20",
        role="reviewer",
        audit="fedcba9876543210" * 4,
    )


def a_settlement() -> Settlement:
    return Settlement(
        period="2026-Q3",
        release="0123456789abcdef" * 4,
        registered={"2026-483-901-7": Matter.HYGIENE, "2026-000-000-2": None},
        settled={
            "2026-483-901-7": Settled(disposition=Disclosure.LISTED, ref="7QKX2M9D"),
            "2026-000-000-2": Settled(disposition=Disclosure.COUNTED, reason="small_group"),
            "2026-000-001-0": Settled(disposition=Disclosure.WITHHELD, reason="privacy"),
        },
    )
