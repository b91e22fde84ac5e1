"""The disclosure calendar: what is asked, how often, when it was last done, when it is next due, what is overdue."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.site.edition import Edition, Page
from generator.site.figures.items import turns_of
from generator.site.pages.inspected import latest_cards
from generator.site.work.duties import Done, Duty, DutyState, KeptBy


@dataclass(frozen=True)
class DutyRow:
    duty: Duty
    state: DutyState
    last: date | None
    due: date | None
    where: Done | None


def calendar_pages(edition: Edition) -> Iterator[Page]:
    yield edition.page(
        "calendar/",
        edition.voice.say("nav", "calendar"),
        "calendar",
        "pages/calendar.html",
        profile=edition.content.work.profile,
        rows=duty_rows(edition),
        today=edition.today,
        cards=latest_cards(edition, ("disclosures_on_time", "days_to_publish")),
    )


def duty_rows(edition: Edition) -> list[DutyRow]:
    """Every duty of the profile, the overdue ones first."""
    profile = edition.content.work.profile
    rows = [_row(duty, edition) for duty in profile.duty] if profile else []
    order = {DutyState.OVERDUE: 0, DutyState.NEVER: 1}
    return sorted(rows, key=lambda row: order.get(row.state, 2))


def _row(duty: Duty, edition: Edition) -> DutyRow:
    logged = [done for done in edition.content.work.disclosures.done if done.duty == duty.id]
    where = max(logged, key=lambda done: done.on, default=None)
    last = where.on if where else None
    if duty.kept_by == KeptBy.RELEASES:
        last = max((date.fromisoformat(one.begun.published) for one in edition.content.current), default=None)
    due = max((turn.due for turn in turns_of(edition.content) if turn.duty == duty), default=None)
    if duty.kept_by == KeptBy.SITE:
        return DutyRow(duty, _on_site(duty, edition), last, due, where)
    return DutyRow(duty, _state(last, due, edition.today), last, due, where)


def _on_site(duty: Duty, edition: Edition) -> DutyState:
    """Every page of the site is always there; the one of the fees may still be empty."""
    empty = duty.page == "fees/" and not edition.content.work.fees.fee
    return DutyState.NEVER if empty else DutyState.STANDING


def _state(last: date | None, due: date | None, today: date) -> DutyState:
    if due is not None and today > due:
        return DutyState.OVERDUE
    if last is None:
        return DutyState.NEVER
    return DutyState.STANDING if due is None else DutyState.KEPT
