"""The rows that a release's figures rest on, as open data: received, fell due, happened besides, objected to."""

from collections.abc import Iterator
from datetime import date

from generator.site.content import Content
from generator.site.files.opendata.columns import PERIOD, Described, Field, Row
from register.content import Words

KIND = Field("kind", "类别", "Kind", required=True)
MONTH = Field("month", "月份", "Month", required=True)
COHORT = (
    Field("due", "应办", "Due", "integer", required=True),
    Field("kept", "按时", "On time", "integer", required=True),
    Field("late", "超时", "Late", "integer", required=True),
    Field("open", "超时未办", "Overdue, open", "integer", required=True),
)


def _received(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        for row in one.release.performance.received:
            yield (one.release.period, row.month, row.kind, row.count)


def _due(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        for row in one.release.performance.due:
            yield (
                *(one.release.period, row.month, row.kind, row.step),
                *(row.due, row.kept, row.late, row.open, row.extended, row.paused, row.noted_later),
            )


def _events(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        for row in one.release.performance.events or ():
            yield (one.release.period, row.event, row.kind, row.count, row.among)


def _objections(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        if said := one.release.performance.objections:
            yield (one.release.period, said.received, said.due, said.kept, said.late, said.open)


RELEASED_ROWS: tuple[Described, ...] = (
    (
        "received",
        Words(zh="各月收到件数", en="Cases received by month"),
        "measures/received/",
        (PERIOD, MONTH, KIND, Field("count", "件数", "Cases", "integer", required=True)),
        _received,
    ),
    (
        "due",
        Words(zh="各月应办结和按时件数", en="Cases due and kept by month"),
        "measures/",
        (
            *(PERIOD, MONTH, KIND, Field("step", "环节", "Step", required=True), *COHORT),
            Field("extended", "按时件中经延期的", "Of those on time, extended", "integer", required=True),
            Field("paused", "按时件中靠暂停计时的", "Of those on time, only by a pause", "integer"),
            Field("noted_later", "按时件中事后补记的", "Of those on time, noted later", "integer"),
        ),
        _due,
    ),
    (
        "events",
        Words(
            zh="改类、重复、转介、复核和重新办理",
            en="Classed anew, repeated, passed on, reviewed, taken up again",
        ),
        "measures/cases_reopened/",
        (
            *(PERIOD, Field("event", "情况", "What happened", required=True), KIND),
            Field("count", "件数", "Cases", "integer", required=True),
            Field("among", "基数件数", "Among", "integer", required=True),
        ),
        _events,
    ),
    (
        "objections",
        Words(zh="对公开内容的异议", en="Objections to published items"),
        "measures/objections_received/",
        (PERIOD, Field("received", "收到", "Received", "integer", required=True), *COHORT),
        _objections,
    ),
)
