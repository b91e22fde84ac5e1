"""Correcting and taking down what is published, with the estate's register and roster in hand."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from forms_api.keeping import change_case
from generator.cli.gate import Gate
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import Nothing, compile_correction
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.takedown import (
    CONFIRM,
    TakeDown,
    compile_takedown,
    confirm,
    listing_of,
    read_takedowns,
    record_takedown,
    to_confirm,
    tombstone_of,
)
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from generator.disclosure.releases.settlement import read_settlements
from generator.disclosure.review import approval
from generator.disclosure.review.approval import publish
from register.audit import AuditLog
from register.case import Case
from register.errors import CaseErased, CaseNotFound, RecordDamaged
from register.handling import Actor, take_step
from register.signoff import SignOff
from register.store import FolderStore
from register.terms import CorrectionReason, Step, TakeDownReason


@dataclass(frozen=True)
class Revising:
    """Revisions of what the gate published. The caller has checked the password of `by`."""

    gate: Gate

    def correction(self, period: Period, reason: CorrectionReason) -> Draft | Refused | Nothing:
        """The revision that says of the period what is known today."""
        return compile_correction(self.gate.materials(period), reason)

    def due(self) -> tuple[str, ...]:
        """The released periods whose figures have changed with what is registered now."""
        periods = {one.period for one in self.gate.released()}
        drafts = {period: self.correction(period, CorrectionReason.STEP_NOTED_LATE) for period in periods}
        return tuple(str(period) for period in sorted(drafts) if isinstance(drafts[period], Draft))

    def correct(self, draft: Draft, by: Actor, at: datetime) -> None:
        """Publish a correction. Raises ApprovalRefused, also where something was published meanwhile."""
        self._publish(draft, by, at, approval.CORRECT)

    def take_down(self, ref: str, reason: TakeDownReason, by: Actor, at: datetime) -> TakeDown | Refused:
        """Take an entry down at once and tell the register. Taken up again after a crash, it finishes what is left."""
        one = listing_of(self.gate.released(), ref)
        if one is None:
            return Refused("-", (Against(ReleaseRefusal.NOT_LISTED, ref),))
        if tombstone_of((one,), ref) is None:
            draft = compile_takedown(self.gate.materials(one.period), ref, reason)
            if isinstance(draft, Refused):
                return draft
            self._publish(draft, by, at, approval.TAKE_DOWN)
        stone = tombstone_of(self.gate.released(), ref)
        assert stone is not None, "it was just published"
        number = self._number(ref)
        calendar = self.gate.book.calendar
        record = record_takedown(
            self._folder, stone, period=one.period, number=number, by=by.account, at=at, calendar=calendar
        )
        self._tell_register(record, by, at)
        return record

    def confirm(self, ref: str, by: Actor, at: datetime) -> TakeDown:
        """The second person's word, with its line in the audit log before it. Raises ConfirmationRefused."""
        to_confirm(self._folder, ref, by=by)
        self._audit.append(at=at, by=by.account, event=CONFIRM, about=ref)
        return confirm(self._folder, ref, by=by, at=at)

    def taken_down(self) -> tuple[TakeDown, ...]:
        """Every take-down there was, the latest last."""
        return read_takedowns(self._folder)

    def _publish(self, draft: Draft, by: Actor, at: datetime, act: approval.Act) -> None:
        signed = SignOff(draft.sha256, by, at)
        publish(draft, signed, places=self.gate.places, audit=self._audit, act=act)

    def _tell_register(self, record: TakeDown, by: Actor, at: datetime) -> None:
        """The step in the case, whoever else is at it, so that it is never listed again; one that cannot be needs none."""
        said, work = {"reason": record.reason.value}, self.gate.book.clockwork

        def taken_down(case: Case) -> Case:
            if case.last(Step.TAKE_DOWN) is not None:
                return case
            now = max(at, case.entries[-1].at)
            return take_step(case, Step.TAKE_DOWN, by=by, at=now, particulars=said, clockwork=work)

        with suppress(CaseErased, CaseNotFound, RecordDamaged):
            change_case(FolderStore(self.gate.home.register), record.number, taken_down)

    def _number(self, ref: str) -> str:
        settlements = read_settlements(self.gate.places.settlements, self.gate.released())
        return next(
            number
            for settlement in settlements
            for number, known in settlement.references().items()
            if known == ref
        )

    @property
    def _folder(self) -> Path:
        return self.gate.home.var / "takedowns"

    @property
    def _audit(self) -> AuditLog:
        return AuditLog(self.gate.home.audit_file, self.gate.draw)
