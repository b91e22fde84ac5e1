"""Made-up releases for the press: real models, plausible numbers, chained and approved. The same call gives the same bytes."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from generator.disclosure.cases.listed import Balance, Entry, Group
from generator.disclosure.cases.period import Period
from generator.disclosure.cases.published import Summary, digest, to_bytes
from generator.disclosure.figures.happenings import Event, EventRow, Objections, ReviewsDecided
from generator.disclosure.figures.indicators import (
    Due,
    Duration,
    HandlingSatisfaction,
    Performance,
    ReasonCount,
    Reasons,
    Received,
)
from generator.disclosure.figures.measures import compute_figures
from generator.disclosure.releases.release import Approval, LedgerHead, Release, Thresholds
from generator.disclosure.releases.releases import approval_name, release_name
from register.terms import (
    AgeBand,
    CountedReason,
    ExtensionReason,
    Kind,
    Matter,
    Measure,
    Outcome,
    PauseReason,
    Post,
    Satisfaction,
    Step,
    TimeBand,
    Timeliness,
    WithholdingReason,
)

PROJECT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 20)
ORIGIN = "https://cuihu.example"
QUARTERS = ("2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
TARGETS = {
    "acknowledged_on_time": 98,
    "contacted_on_time": 95,
    "complaints_answered_on_time": 95,
    "emergencies_reached_on_time": 95,
    "repairs_finished_on_time": 90,
    "inquiries_answered_on_time": 95,
    "suggestions_answered_on_time": 90,
    "followed_up_on_time": 95,
    "satisfied_with_handling": 85,
    "listed_share": 50,
}
STEPS = {
    Kind.COMPLAINT: (Step.ACKNOWLEDGE, Step.CONTACT, Step.ANSWER, Step.FOLLOW_UP),
    Kind.REPAIR: (Step.ACKNOWLEDGE, Step.CONTACT, Step.ARRIVE, Step.FINISH),
    Kind.INQUIRY: (Step.ACKNOWLEDGE, Step.ANSWER),
    Kind.SUGGESTION: (Step.ACKNOWLEDGE, Step.ANSWER),
    Kind.PRAISE: (Step.ACKNOWLEDGE,),
}
MIX = {Kind.COMPLAINT: 9, Kind.REPAIR: 10, Kind.INQUIRY: 4, Kind.SUGGESTION: 2, Kind.PRAISE: 1}
TOLD: tuple[tuple[Matter, Outcome, tuple[Measure, ...], Post, str, str | None], ...] = (
    (Matter.HYGIENE, Outcome.RECTIFIED, (Measure.CLEANED, Measure.SCHEDULE_CHANGED), Post.CLEANING,
     "反映楼道垃圾清运不及时。已将早间清运提前到 7:00，周末增加一班，并在公告栏公布清运时间。",
     "Waste on the stairs was collected late. The morning round now starts at 7:00, with a second round at weekends."),
    (Matter.HYGIENE, Outcome.RECTIFIED, (Measure.CLEANED,), Post.CLEANING,
     "反映电梯轿厢地面有油污。当日清洗，并列入每周深度保洁项目。", "Oil on a lift floor. Cleaned the same day and put on the weekly deep clean."),
    (Matter.FACILITIES, Outcome.RECTIFIED, (Measure.REPLACED, Measure.PATROL_ADDED), Post.ENGINEERING,
     "反映东区路灯不亮。更换 6 盏灯具，并把夜间照明加入每周夜巡。", "Street lamps were out. Six were replaced and night lighting joined the weekly patrol."),
    (Matter.FACILITIES, Outcome.PARTLY_RECTIFIED, (Measure.REPAIRED, Measure.PLANNED), Post.ENGINEERING,
     "反映单元门禁失灵。已恢复读卡，整套更换列入明年计划，由业主共同决定后实施。", None),
    (Matter.PARKING, Outcome.RECTIFIED, (Measure.CLEARED, Measure.SIGN_PLACED), Post.SECURITY,
     "反映消防通道被占用停车。已清除占用并增设禁停标识，秩序岗每两小时巡查一次。",
     "Cars were blocking the fire lane. They were cleared, signs put up, and the lane is checked every two hours."),
    (Matter.PARKING, Outcome.EXPLAINED, (Measure.EXPLANATION_GIVEN,), Post.ACCOUNTS,
     "反映访客停车收费不清楚。已说明收费依据和免费时段，并在入口张贴价目表。", "Visitor parking charges were unclear. The basis and the free period were explained and posted at the gate."),
    (Matter.NOISE, Outcome.EXPLAINED, (Measure.REFERRED, Measure.EXPLANATION_GIVEN), Post.FRONT_DESK,
     "反映夜间施工噪声。施工属小区外工程，已转街道并把处理时段告知反映人。", "Night-time building noise came from outside the estate. It was passed on to the sub-district office."),
    (Matter.NOISE, Outcome.RECTIFIED, (Measure.SCHEDULE_CHANGED,), Post.GREENING,
     "反映清晨割草声音大。割草改为 9:00 以后进行。", None),
    (Matter.GREENING, Outcome.RECTIFIED, (Measure.PLANTED,), Post.GREENING,
     "反映绿篱遮挡路口视线。已修剪到规定高度，并列入每月巡查。", "A hedge hid the crossing. It was cut back and is checked every month."),
    (Matter.MAINTENANCE, Outcome.RECTIFIED, (Measure.REPAIRED,), Post.ENGINEERING,
     "反映楼内公共水管渗漏。当日止水，次日更换管段，已回访确认不再渗漏。", "A shared pipe leaked. It was stopped the same day and replaced the next."),
    (Matter.MAINTENANCE, Outcome.RECTIFIED, (Measure.CONTRACTOR_CALLED, Measure.REPAIRED), Post.ENGINEERING,
     "反映电梯停运。维保单位到场更换门机部件，恢复运行后连续观察三天。", "A lift stood still. The maintenance firm replaced a door part and watched it for three days."),
    (Matter.ATTITUDE, Outcome.RECTIFIED, (Measure.STAFF_INSTRUCTED,), Post.MANAGEMENT,
     "反映前台答复生硬。已向反映人致歉，并组织全体客服培训。", "The desk answered curtly. We apologised and trained the whole team."),
    (Matter.CHARGES, Outcome.RECTIFIED, (Measure.CHARGE_CORRECTED,), Post.ACCOUNTS,
     "反映水费分摊有误。经核对更正并退回多收款项，同时重新核对同期账单。", "A shared water bill was wrong. It was corrected, the surplus paid back, and other bills checked."),
    (Matter.OTHER, Outcome.ADOPTED, (Measure.PLANNED,), Post.MANAGEMENT,
     "建议增设非机动车充电位。已采纳，选址方案公示后施工。", "More charging places for bicycles: adopted; the site plan will be put on notice first."),
)  # fmt: skip


def make_home(folder: Path, releases: tuple[Release, ...] | None = None, *, demo: bool = True) -> Path:
    """An estate's folder with the project's content and these releases (six quarters by default), approved."""
    home = folder / "home"
    shutil.copytree(PROJECT / "content", home / "content")
    if demo:
        estate = home / "content" / "estate.toml"
        estate.write_text("demo = true\n" + estate.read_text(encoding="utf-8"), encoding="utf-8")
    publish(home, make_releases() if releases is None else releases)
    return home


def publish(home: Path, releases: tuple[Release, ...]) -> None:
    """Write each release and its approval, as the gate will; and a ledger as long as the last head says."""
    folder = home / "content" / "releases"
    folder.mkdir(parents=True, exist_ok=True)
    for release in releases:
        data, name = to_bytes(release), release_name(release.period, release.revision)
        (folder / name).write_bytes(data)
        approved = Approval(
            period=release.period,
            revision=release.revision,
            sha256=digest(data),
            published=str(Period.parse(release.period).last + timedelta(days=15)),
            role="reviewer",
            audit=digest(b"audit" + data),
        )
        (folder / approval_name(name)).write_bytes(to_bytes(approved))
    if releases:
        ledger = home / "content" / "ledger"
        ledger.mkdir(exist_ok=True)
        lines = [digest(f"entry {number}".encode())[:64] for number in range(releases[-1].ledger.size)]
        (ledger / "entries.txt").write_text("\n".join(sorted(lines)) + "\n", encoding="ascii")
        (ledger / "checkpoint").write_text(f"{releases[-1].ledger.origin}\n{len(lines)}\n", encoding="ascii")


def make_releases(quarters: tuple[str, ...] = QUARTERS, seed: int = 2) -> tuple[Release, ...]:
    """Consecutive releases, each with the SHA-256 of the one before."""
    draw = Random(seed)
    releases: list[Release] = []
    for quarter in quarters:
        releases.append(make_release(quarter, draw, releases[-1] if releases else None))
    return tuple(releases)


def make_release(quarter: str, draw: Random, before: Release | None = None, **change: Any) -> Release:
    period = Period.parse(quarter)
    received = _received(period, draw)
    total = sum(row.count for row in received)
    carried_in = before.balance.left_over if before else 0
    balance = _balance(carried_in, total, draw)
    performance = _performance(period, received, draw)
    size = (before.ledger.size if before else 0) + total
    values: dict[str, Any] = {
        "period": quarter,
        "revision": 1,
        "data_up_to": str(period.last),
        "households": 624,
        "standards": "2025.1",
        "thresholds": Thresholds(k=5, lag_days=14, percent_from=20, median_from=10, survey_from=10),
        "previous": digest(to_bytes(before)) if before else None,
        "balance": balance,
        "performance": performance,
        "groups": _groups(total),
        "figures": compute_figures(performance, balance, 624, TARGETS),
        "entries": tuple(_entry(quarter, number, draw) for number in range(balance.listed)),
        "tombstones": (),
        "corrections": (),
        "ledger": LedgerHead(
            origin="example.invalid/ledger", size=size, batch=total, root=digest(f"{quarter}{size}".encode())
        ),
    }
    return Release(**{**values, **change})


def entry(**change: Any) -> Entry:
    values: dict[str, Any] = {
        "ref": "0123ABCD",
        "period": "2026-Q3",
        "matter": Matter.HYGIENE,
        "outcome": Outcome.RECTIFIED,
        "measures": (Measure.CLEANED,),
        "time": TimeBand.DAYS_1_3,
        "timeliness": Timeliness.ON_TIME,
        "satisfaction": Satisfaction.SATISFIED,
        "post": Post.CLEANING,
        "summary": Summary(zh="已清理。", en="Cleaned."),
    }
    return Entry(**{**values, **change})


def with_entry(release: Release, changed: Entry) -> Release:
    """The release with its first entry replaced."""
    values = {name: getattr(release, name) for name in Release.model_fields}
    return Release(**{**values, "entries": (changed, *release.entries[1:])})


def _received(period: Period, draw: Random) -> tuple[Received, ...]:
    return tuple(
        Received(month=month, kind=kind, count=max(0, usual + draw.randint(-2, 3)))
        for month in period.month_names()
        for kind, usual in MIX.items()
    )


def _performance(period: Period, received: tuple[Received, ...], draw: Random) -> Performance:
    last_month = f"{period.last:%Y-%m}"
    due = tuple(
        _due(row, step, draw, row.month == last_month)
        for row in received
        for step in STEPS[row.kind]
        if row.count
    )
    return Performance(
        received=received,
        due=due,
        durations=(
            Duration(kind=Kind.COMPLAINT, n=28, median_days=f"{3 + draw.random():.1f}", p90_days="6.8"),
            Duration(kind=Kind.REPAIR, n=31, median_days=f"{1 + draw.random():.1f}", p90_days="3.0"),
        ),
        open_at_end={AgeBand.DAYS_0_7: 6, AgeBand.DAYS_8_15: 2, AgeBand.OVER_30: 1},
        reasons=Reasons(
            pause=(
                ReasonCount(reason=PauseReason.AWAITING_PARTS, count=6),
                ReasonCount(reason=None, count=4),
            ),
            extension=(ReasonCount(reason=ExtensionReason.PARTS_ORDERED, count=5),),
            refusal=(),
            counted=(
                ReasonCount(reason=CountedReason.RESIDENT_ASKED, count=9),
                ReasonCount(reason=CountedReason.SMALL_GROUP, count=6),
                ReasonCount(reason=None, count=3),
            ),
            withheld=(ReasonCount(reason=WithholdingReason.MERGED, count=2),),
        ),
        satisfaction=HandlingSatisfaction(
            asked=58, satisfied=24 + draw.randint(0, 6), fairly_satisfied=11, dissatisfied=5
        ),
        events=tuple(_events(received)),
        reviews=ReviewsDecided(decided=7, changed=2) if period.ends_year() else None,
        objections=Objections(received=2, due=2, kept=2, late=0, open=0),
    )


def _events(received: tuple[Received, ...]) -> Iterator[EventRow]:
    for event in Event:
        for kind in (Kind.COMPLAINT, Kind.REPAIR):
            among = sum(row.count for row in received if row.kind == kind)
            yield EventRow(event=event, kind=kind, among=among, count=min(2, among))


def _due(row: Received, step: Step, draw: Random, is_last: bool) -> Due:
    due = max(1, row.count // 2) if step == Step.ARRIVE else row.count
    late = sum(draw.random() < 0.07 for _ in range(due))
    still_open = 1 if is_last and row.kind == Kind.COMPLAINT and step == Step.ANSWER and due - late > 3 else 0
    kept = due - late - still_open
    return Due(
        month=row.month,
        kind=row.kind,
        step=step,
        due=due,
        kept=kept,
        extended=min(kept, draw.randint(0, 1)) if step in (Step.ANSWER, Step.FINISH) else 0,
        late=late,
        open=still_open,
        paused=min(kept, 1) if step == Step.FINISH else 0,
        noted_later=0,
    )


def _balance(carried_in: int, received: int, draw: Random) -> Balance:
    left = {
        AgeBand.DAYS_0_7: 8,
        AgeBand.DAYS_8_15: 6,
        AgeBand.DAYS_16_30: 3,
        AgeBand.OVER_30: draw.randint(0, 2),
    }
    settled = carried_in + received - sum(left.values())
    withheld, counted = 2, settled // 4
    return Balance(
        carried_in=carried_in,
        received=received,
        listed=settled - withheld - counted,
        counted=counted,
        withheld=withheld,
        carried_out=left,
    )


def _groups(total: int) -> tuple[Group, ...]:
    percents = {Matter.MAINTENANCE: 22, Matter.FACILITIES: 19, Matter.HYGIENE: 16, Matter.PARKING: 12,
                Matter.NOISE: 9, Matter.GREENING: 7}  # fmt: skip
    shares = {matter: total * percent // 100 for matter, percent in percents.items()}
    groups = [Group(matter=matter, includes=(matter,), received=count) for matter, count in shares.items()]
    rest = total - sum(shares.values())
    includes = (Matter.ATTITUDE, Matter.SAFETY, Matter.CHARGES, Matter.OTHER)
    return (*groups, Group(matter=Matter.OTHER, includes=includes, received=rest))


def _entry(quarter: str, number: int, draw: Random) -> Entry:
    matter, outcome, measures, post, zh, en = TOLD[(number * 5 + draw.randint(0, 2)) % len(TOLD)]
    shown = Matter.OTHER if matter in (Matter.ATTITUDE, Matter.CHARGES) else matter
    late = draw.random() < 0.08
    return entry(
        ref="".join(draw.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(8)),
        period=quarter if draw.random() < 0.85 else str(Period.parse(quarter).previous()),
        matter=shown,
        outcome=outcome,
        measures=measures,
        post=post,
        time=TimeBand.OVER_WEEK
        if late
        else draw.choice((TimeBand.WITHIN_DAY, TimeBand.DAYS_1_3, TimeBand.DAYS_4_7)),
        timeliness=Timeliness.LATE if late else Timeliness.ON_TIME,
        satisfaction=draw.choice(list(Satisfaction)),
        summary=Summary(zh=zh, en=en),
    )
