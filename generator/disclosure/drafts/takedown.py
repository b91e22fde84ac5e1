"""Take-down (撤下): a published sentence goes at once, on one person's word, and a second confirms it (DESIGN 7.9).

The entry gives way to a tombstone in a new revision of its release; the balance does not move, for its case was listed
and its place still shows it. Who took down what, and who confirmed it by when, is a private record a reference:
`HOME/var/takedowns/7QKX2M9D.json`.
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

from pydantic import AwareDatetime, ValidationError

from generator.disclosure.cases.listed import Tombstone
from generator.disclosure.cases.period import Period
from generator.disclosure.cases.published import PeriodName, Ref
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.revision import revise
from generator.disclosure.releases import files
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod, current
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from register.calendar import WorkCalendar
from register.errors import RecordDamaged, RegisterError
from register.handling import Actor
from register.records import Record, strict_json, to_bytes
from register.terms import TakeDownReason

WORKING_DAYS_TO_CONFIRM = 1
CONFIRM: Final = "confirm_take_down"


class TakeDownState(StrEnum):
    """Whether the second person agreed; words in `wording/release.toml`."""

    UNCONFIRMED = "unconfirmed"
    OVERDUE = "overdue"
    CONFIRMED = "confirmed"


class TakeDown(Record):
    """One take-down: the release it was in, by whom, by when a second person must confirm it, and who did."""

    format: Literal[1] = 1
    ref: Ref
    period: PeriodName
    number: str
    reason: TakeDownReason
    by: str
    at: AwareDatetime
    due: AwareDatetime
    confirmed_by: str | None = None
    confirmed_at: AwareDatetime | None = None

    def state(self, now: datetime) -> TakeDownState:
        """Where the confirmation stands. The sentence stays down in every one of them."""
        if self.confirmed_by is not None:
            return TakeDownState.CONFIRMED
        return TakeDownState.OVERDUE if now > self.due else TakeDownState.UNCONFIRMED


class ConfirmationRefusal(StrEnum):
    """Why a take-down is not confirmed; words in `wording/release.toml`."""

    NOT_TAKEN_DOWN = "not_taken_down"
    SAME_PERSON = "same_person"
    ONE_HAND = "one_hand"
    ALREADY_CONFIRMED = "already_confirmed"


class ConfirmationRefused(RegisterError):
    """The take-down was not confirmed; the sentence stays down."""

    def __init__(self, ref: str, reason: ConfirmationRefusal) -> None:
        self.ref, self.reason = ref, reason
        super().__init__(f"{ref}: {reason}")


def compile_takedown(materials: Materials, ref: str, reason: TakeDownReason) -> Draft | Refused:
    """The revision without the entry. `materials.period` is that of the release that lists it (`listing_of`)."""
    one = listing_of(materials.released, ref)
    entry = next((entry for entry in one.release.entries if entry.ref == ref), None) if one else None
    if one is None or entry is None or one.period != materials.period:
        return Refused(str(materials.period), (Against(ReleaseRefusal.NOT_LISTED, ref),))
    stone = Tombstone(ref=ref, period=entry.period, reason=reason)
    return revise(
        one.release,
        materials,
        entries=tuple(other for other in one.release.entries if other != entry),
        tombstones=(*one.release.tombstones, stone),
    )


def listing_of(released: tuple[ReleasedPeriod, ...], ref: str) -> ReleasedPeriod | None:
    """The current revision in which the reference has its place, with its entry or its tombstone."""
    return next((one for one in current(released) if ref in _places(one.release)), None)


def tombstone_of(released: tuple[ReleasedPeriod, ...], ref: str) -> Tombstone | None:
    """The tombstone of a reference, where it was taken down."""
    one = listing_of(released, ref)
    return next((stone for stone in one.release.tombstones if stone.ref == ref), None) if one else None


def _places(release: Release) -> set[str]:
    return {entry.ref for entry in release.entries} | {stone.ref for stone in release.tombstones}


def record_takedown(
    folder: Path,
    stone: Tombstone,
    *,
    period: Period,
    number: str,
    by: str,
    at: datetime,
    calendar: WorkCalendar,
) -> TakeDown:
    """Keep who took it down; the record that is there already stands. Raises RecordDamaged, StorageFailed."""
    before = read_takedown(folder, stone.ref)
    if before is not None:
        return before
    due = calendar.add_working_days(at, WORKING_DAYS_TO_CONFIRM).at
    record = TakeDown(
        ref=stone.ref, period=str(period), number=number, reason=stone.reason, by=by, at=at, due=due
    )
    files.create_once(folder / f"{stone.ref}.json", to_bytes(record), files.PRIVATE)
    return record


def confirm(folder: Path, ref: str, *, by: Actor, at: datetime) -> TakeDown:
    """The second person's word. Late is better than never: it is taken after the day too. Raises ConfirmationRefused."""
    record = to_confirm(folder, ref, by=by)
    confirmed = record.model_copy(update={"confirmed_by": by.account, "confirmed_at": at})
    files.replace(folder / f"{ref}.json", to_bytes(confirmed), files.PRIVATE)
    return confirmed


def to_confirm(folder: Path, ref: str, *, by: Actor) -> TakeDown:
    """The take-down that waits for this person's word. Raises ConfirmationRefused."""
    record = read_takedown(folder, ref)
    if record is None:
        raise ConfirmationRefused(ref, ConfirmationRefusal.NOT_TAKEN_DOWN)
    if record.confirmed_by is not None:
        raise ConfirmationRefused(ref, ConfirmationRefusal.ALREADY_CONFIRMED)
    if record.by == by.account:
        raise ConfirmationRefused(ref, ConfirmationRefusal.SAME_PERSON)
    if record.by in by.barred:
        raise ConfirmationRefused(ref, ConfirmationRefusal.ONE_HAND)
    return record


def read_takedowns(folder: Path) -> tuple[TakeDown, ...]:
    """Every take-down, the latest last. Raises RecordDamaged naming the file."""
    names = sorted(file.stem for file in folder.glob("*.json")) if folder.is_dir() else []
    found = (read_takedown(folder, name) for name in names)
    return tuple(sorted((one for one in found if one), key=lambda one: one.at))


def read_takedown(folder: Path, ref: str) -> TakeDown | None:
    """The record of one take-down, or None. Raises RecordDamaged naming the file."""
    file = folder / f"{ref}.json"
    if not file.is_file():
        return None
    try:
        data = file.read_bytes()
        strict_json(data)
        return TakeDown.model_validate_json(data)
    except (OSError, ValueError, ValidationError) as problem:
        raise RecordDamaged(
            f"takedowns/{file.name}", f"is no take-down record ({type(problem).__name__})"
        ) from None
