"""Drafts as they are kept until somebody approves them: `HOME/var/drafts/PERIOD/`, private; and what they say in words."""

from pathlib import Path
from typing import Final, Literal

from pydantic import AwareDatetime

from generator.disclosure.cases.eligibility import CarriedReason
from generator.disclosure.cases.published import Digest, PeriodName, to_bytes
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.releases import files
from generator.disclosure.releases.ledger import entries_text, parse_entries
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.settlement import Number, disagreement, parse_settlement
from register.errors import RecordDamaged
from register.records import Record
from register.records import to_bytes as record_bytes

RELEASE: Final = "release.json"
SETTLEMENT: Final = "settlement.json"
BATCH: Final = "batch.txt"
NOTES: Final = "draft.json"
APPROVAL: Final = "approval.json"


class Notes(Record):
    """What a draft holds beside its release and its settlement."""

    format: Literal[1] = 1
    period: PeriodName
    release: Digest
    made: AwareDatetime
    held: dict[Number, CarriedReason]


def keep_draft(drafts: Path, draft: Draft) -> None:
    """Keep a draft in the place of an older one of the period. Raises StorageFailed."""
    folder = drafts / draft.period
    notes = Notes(period=draft.period, release=draft.sha256, made=draft.made, held=dict(draft.held))
    for name, data in (
        (RELEASE, draft.data),
        (SETTLEMENT, record_bytes(draft.settlement)),
        (BATCH, entries_text(draft.batch)),
        (NOTES, record_bytes(notes)),
    ):
        files.replace(folder / name, data, files.PRIVATE)


def read_draft(drafts: Path, period: str) -> Draft | None:
    """The draft kept for a period, or None. Raises RecordDamaged where its parts do not belong together."""
    folder = drafts / period
    if not (folder / NOTES).is_file():
        return None
    try:
        return _read(folder)
    except (OSError, ValueError, RecordDamaged) as problem:
        raise RecordDamaged(
            f"drafts/{period}", f"cannot be read ({type(problem).__name__}); make the draft anew"
        ) from None


def _read(folder: Path) -> Draft:
    notes = Notes.model_validate_json((folder / NOTES).read_bytes())
    data = (folder / RELEASE).read_bytes()
    draft = Draft(
        made=notes.made,
        release=Release.model_validate_json(data),
        data=data,
        settlement=parse_settlement(SETTLEMENT, (folder / SETTLEMENT).read_bytes()),
        batch=parse_entries((folder / BATCH).read_bytes()),
        held=tuple(notes.held.items()),
    )
    problem = incoherence(draft)
    if problem or (notes.period, notes.release) != (folder.name, draft.sha256):
        raise ValueError(problem or "the notes are of another draft")
    return draft


def incoherence(draft: Draft) -> str | None:
    """Why the parts of a draft do not belong together; None where they do."""
    if to_bytes(draft.release) != draft.data:
        return "the bytes are not those of the release"
    if draft.is_revision:
        settled = draft.settlement
        return disagreement(settled, draft.release, settled.release) or (
            "a revision adds nothing to the ledger" if draft.batch else None
        )
    if len(draft.batch) != draft.release.ledger.batch:
        return "the batch is not that of the release"
    return disagreement(draft.settlement, draft.release, draft.sha256)
