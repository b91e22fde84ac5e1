"""Four eyes over a release: an approval is bound to its exact bytes, and what it publishes is finished even after a crash.

The order of writing: the audit line, then the approval beside the draft (from here on it is decided), then settlement,
ledger, release, and last the public approval, which makes the release count; a take-down then withdraws the older
revisions that hold what was taken down. `finish` takes up an approval that a crash
left half published; call it before reading or drafting anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from generator.disclosure.cases.history import day_of
from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.drafts import APPROVAL, RELEASE, incoherence, keep_draft, read_draft
from generator.disclosure.releases import files
from generator.disclosure.releases.files import PRIVATE, PUBLIC, Places
from generator.disclosure.releases.ledger import (
    CHECKPOINT,
    ENTRIES,
    append_batch,
    checkpoint_text,
    entries_text,
    extends,
    head_of,
    parse_entries,
    read_ledger,
)
from generator.disclosure.releases.release import Approval, LedgerHead, OneHand, Release, Withdrawn
from generator.disclosure.releases.releases import (
    ReleasedPeriod,
    approval_name,
    read_releases,
    release_name,
    withdrawn_name,
)
from generator.disclosure.releases.settlement import settlement_name
from register.audit import AuditLine, AuditLog
from register.errors import RecordDamaged, RegisterError
from register.handling import Actor
from register.records import to_bytes as record_bytes
from register.signoff import SignOff
from register.terms import Role

APPROVERS: Final = frozenset({Role.REVIEWER, Role.MANAGER, Role.OUTSIDE})


@dataclass(frozen=True)
class Act:
    """What kind of publishing it is: the event of the audit log, and who may do it."""

    event: str
    roles: frozenset[Role]


APPROVE: Final = Act("approve_release", APPROVERS)
CORRECT: Final = Act("approve_correction", APPROVERS)
TAKE_DOWN: Final = Act("take_down", frozenset(Role))


class ApprovalRefusal(StrEnum):
    """Why an approval is refused; words in `wording/release.toml`."""

    OTHER_BYTES = "other_bytes"
    ROLE = "role"
    INCOHERENT = "incoherent"
    ALREADY_RELEASED = "already_released"
    NOT_NEXT = "not_next"
    LEDGER_DIFFERS = "ledger_differs"


class ApprovalRefused(RegisterError):
    """The approval does not stand, for all of these reasons; nothing was published."""

    def __init__(self, period: str, reasons: tuple[ApprovalRefusal, ...]) -> None:
        self.period, self.reasons = period, reasons
        super().__init__(f"{period}: {', '.join(reasons)}")


def publish(
    draft: Draft,
    signed: SignOff,
    *,
    places: Places,
    audit: AuditLog,
    act: Act = APPROVE,
    one_hand: OneHand | None = None,
) -> Approval:
    """Publish a draft on the word of a second person, who signed its bytes. `one_hand` is said beside it.

    The caller has checked the password, and that the draft is still true. Publishing the same draft again changes
    nothing. Raises ApprovalRefused, SettingsRefused or RecordDamaged for what was tampered with, StorageFailed.
    """
    with files.locked(places.drafts):
        _finish_all(places)
        released = read_releases(places.releases)
        before = _published(draft, released)
        if before is not None and signed.sha256 == draft.sha256:
            return before
        reasons = tuple(_against(draft, places, released, signed, act))
        if reasons:
            raise ApprovalRefused(draft.period, reasons)
        keep_draft(places.drafts, draft)
        approval = _approve(draft, signed, audit, act).model_copy(update={"one_hand": one_hand})
        files.replace(places.drafts / draft.period / APPROVAL, to_bytes(approval), PRIVATE)
        _finish(places, places.drafts / draft.period)
    return approval


def finish(places: Places) -> tuple[str, ...]:
    """Finish what was approved and not wholly written when a crash came; the periods that were."""
    with files.locked(places.drafts):
        return _finish_all(places)


def _finish_all(places: Places) -> tuple[str, ...]:
    folders = sorted(file.parent for file in places.drafts.glob(f"*/{APPROVAL}"))
    for folder in folders:
        _finish(places, folder)
    return tuple(folder.name for folder in folders)


def _published(draft: Draft, released: tuple[ReleasedPeriod, ...]) -> Approval | None:
    return next((one.approval for one in released if one.sha256 == draft.sha256), None)


def _against(
    draft: Draft, places: Places, released: tuple[ReleasedPeriod, ...], signed: SignOff, act: Act
) -> list[ApprovalRefusal]:
    ledger = read_ledger(places.ledger, [one.release.ledger for one in released])
    here = {(one.release.period, one.release.revision) for one in released}
    checks = {
        ApprovalRefusal.OTHER_BYTES: signed.sha256 != draft.sha256,
        ApprovalRefusal.ROLE: signed.by.role not in act.roles,
        ApprovalRefusal.INCOHERENT: incoherence(draft) is not None,
        ApprovalRefusal.ALREADY_RELEASED: (draft.period, draft.release.revision) in here,
        ApprovalRefusal.NOT_NEXT: draft.release.previous != (released[-1].sha256 if released else None),
        ApprovalRefusal.LEDGER_DIFFERS: not _fits(ledger, draft),
    }
    return [reason for reason, stands in checks.items() if stands]


def _fits(entries: tuple[str, ...], draft: Draft) -> bool:
    """Whether the ledger grows into the draft's head; a revision keeps the head of its period."""
    head = draft.release.ledger
    if draft.is_revision:
        return extends(entries, head.size, head.root)
    return _appended(entries, draft.batch, head) is not None


def _appended(entries: tuple[str, ...], batch: tuple[str, ...], head: LedgerHead) -> tuple[str, ...] | None:
    """The ledger with the batch, if that gives the head; None where it does not."""
    try:
        appended = append_batch(entries, batch)
    except ValueError:
        return None
    return appended if head_of(head.origin, appended, len(batch)) == head else None


def _approve(draft: Draft, signed: SignOff, audit: AuditLog, act: Act) -> Approval:
    by, at = signed.by, signed.at
    assert by.role is not None, "only staff was let through"
    before = _line_before(draft, by, audit, act)
    line = (
        before.digest if before else audit.append(at=at, by=by.account, event=act.event, about=draft.sha256)
    )
    return Approval(
        period=draft.period,
        revision=draft.release.revision,
        sha256=draft.sha256,
        published=day_of(before.at if before else at).isoformat(),
        role=by.role.value,
        audit=line,
    )


def _line_before(draft: Draft, by: Actor, audit: AuditLog, act: Act) -> AuditLine | None:
    """The audit line of this very approval, where a crash came between it and the rest."""
    for line in audit.lines():
        if (line.event, line.about, line.by) == (act.event, draft.sha256, by.account):
            return line
    return None


def _finish(places: Places, folder: Path) -> None:
    """Write what is public, in an order in which a crash leaves nothing half believed, and drop the draft.

    All of it is looked at before any of it is written.
    """
    draft, approval = _approved(folder, AuditLog(places.audit))
    release = draft.release
    name = release_name(release.period, release.revision)
    if not draft.is_revision:
        settlement = record_bytes(draft.settlement)
        files.create_once(places.settlements / settlement_name(release.period), settlement, PRIVATE)
        _extend_ledger(places.ledger, draft.batch, release.ledger)
    files.create_once(places.releases / name, draft.data, PUBLIC)
    files.create_once(places.releases / approval_name(name), to_bytes(approval), PUBLIC)
    for file, older in _holding(places.releases, release):
        _withdraw(places.releases / file, older)
    files.remove_folder(folder)


def _holding(releases: Path, release: Release) -> Iterator[tuple[str, bytes]]:
    """The earlier revisions that still hold what this one took down."""
    gone = {stone.ref for stone in release.tombstones}
    for revision in range(1, release.revision):
        file = releases / release_name(release.period, revision)
        if file.is_file():
            data = file.read_bytes()
            if gone & {entry.ref for entry in Release.model_validate_json(data).entries}:
                yield file.name, data


def _withdraw(file: Path, data: bytes) -> None:
    """Take the bytes away; their SHA-256 stays, so that the chain still holds."""
    release = Release.model_validate_json(data)
    record = Withdrawn(
        period=release.period, revision=release.revision, sha256=digest(data), previous=release.previous
    )
    files.create_once(file.with_name(withdrawn_name(file.name)), to_bytes(record), PUBLIC)
    files.remove_file(file)


def _approved(folder: Path, audit: AuditLog) -> tuple[Draft, Approval]:
    """What was decided and not wholly written. Raises RecordDamaged where that is not what somebody signed for."""
    shown = f"drafts/{folder.name}/{APPROVAL}"
    try:
        approval = Approval.model_validate_json((folder / APPROVAL).read_bytes())
        data = (folder / RELEASE).read_bytes()
    except (OSError, ValidationError) as problem:
        raise RecordDamaged(shown, f"what it approves cannot be read ({type(problem).__name__})") from None
    if approval.sha256 != digest(data):
        raise RecordDamaged(shown, "approves other bytes than those beside it")
    if (approval.audit, approval.sha256) not in {(line.digest, line.about) for line in audit.lines()}:
        raise RecordDamaged(shown, "is not in the audit log: nobody gave her word for it")
    draft = read_draft(folder.parent, folder.name)
    if draft is None or (approval.period, approval.revision) != (draft.period, draft.release.revision):
        raise RecordDamaged(shown, "is not of the draft beside it")
    return draft, approval


def _extend_ledger(folder: Path, batch: tuple[str, ...], head: LedgerHead) -> None:
    file = folder / ENTRIES
    entries = parse_entries(file.read_bytes()) if file.is_file() else ()
    if not file.is_file() or head_of(head.origin, entries, len(batch)) != head:
        appended = _appended(entries, batch, head)
        if appended is None:
            raise RecordDamaged(ENTRIES, "does not grow into the head that was approved")
        files.replace(file, entries_text(appended), PUBLIC)
    files.replace(folder / CHECKPOINT, checkpoint_text(head), PUBLIC)
