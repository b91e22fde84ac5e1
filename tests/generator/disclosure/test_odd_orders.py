"""Releases, corrections, take-downs, erasures and crashes in orders nobody thought of: the chain holds after each of them.

Judged by what the office's own code does not share: the verification of the whole chain, the attacker of the audit over all that is
public, and what must be so whatever happened (a period's groups never change, a sentence taken down stands nowhere, no reference twice).
"""

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import compile_correction
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.draft import Draft, Refused, compile_release
from generator.disclosure.drafts.drafts import APPROVAL
from generator.disclosure.drafts.takedown import compile_takedown, listing_of
from generator.disclosure.releases.releases import current, read_chain
from generator.disclosure.releases.schedule import ReleaseRefusal
from generator.disclosure.review.approval import (
    APPROVE,
    CORRECT,
    TAKE_DOWN,
    Act,
    ApprovalRefusal,
    ApprovalRefused,
    publish,
)
from generator.disclosure.review.evidence import read_evidence
from generator.disclosure.review.verification import verify
from register.case import Case, Tombstone
from register.errors import RegisterError, StepRefused
from register.index import Index
from register.settings import ZONE
from register.signoff import SignOff
from register.terms import Channel, CorrectionReason, EraseReason, Kind, Matter, Step, TakeDownReason
from tests.factories import HANDLER, MANAGER, REVIEWER, objected, step
from tests.generator.disclosure.estate import LIVES, Folder, listable, withheld

PERIODS = tuple(Period.parse(name) for name in ("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"))
MATTERS = (Matter.HYGIENE, Matter.HYGIENE, Matter.PARKING, Matter.NOISE, Matter.GREENING)
# Mostly listable, or nothing would be taken down; often hardly begun, or nothing would be noted late.
LIVED = (*["listable"] * 12, *["received", "acknowledged"] * 6, *sorted(LIVES))
LATER = {
    "acknowledged": lambda case: step(case, Step.ACKNOWLEDGE),
    "classified": lambda case: step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency),
    "mistaken": lambda case: step(
        case, Step.RECLASSIFY, reason="mistaken", kind="suggestion", matter=case.matter, urgency=case.urgency
    ),
    "listable": listable,
    "withheld": withheld,
    "objected": objected,
    "withdrawn": LIVES["withdrawn"],
    "reopened": lambda case: step(case, Step.REOPEN, by=REVIEWER, text="问题再次出现。"),
    "taken_down": LIVES["taken_down"],
}  # fmt: skip


class OddOrders(RuleBasedStateMachine):
    """An estate on disk; the clock goes on from period to period, and cases are written down whenever somebody likes."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="odd-orders-")
        self.estate = Folder(Path(self._folder.name) / "estate")
        self.numbers: list[str] = []
        self.place = 0
        self.gone: set[str] = set()
        self.groups: dict[str, object] = {}
        self.ledger: tuple[str, ...] = ()
        self.stale: Draft | None = None

    def teardown(self) -> None:
        self._folder.cleanup()

    @property
    def period(self) -> Period:
        return PERIODS[min(self.place, len(PERIODS) - 1)]

    @property
    def now(self) -> datetime:
        after = self.period.last + timedelta(days=20 + len(self.numbers) % 7)
        return datetime(after.year, after.month, after.day, 9, tzinfo=ZONE)

    @rule(
        count=st.integers(1, 9), matter=st.sampled_from(MATTERS), life=st.sampled_from(LIVED),
        channel=st.sampled_from(tuple(Channel)[:3]), kind=st.sampled_from((Kind.COMPLAINT, Kind.REPAIR)),
    )  # fmt: skip
    def cases_come_in(self, count: int, matter: Matter, life: str, channel: Channel, kind: Kind) -> None:
        first = self.period.first
        begun = datetime(first.year, first.month, first.day, 9, tzinfo=ZONE) + timedelta(days=5)
        for _ in range(count):
            number = len(self.numbers) + 1
            received = begun + timedelta(minutes=7 * number)
            case = self.estate.open(number, matter=matter, channel=channel, kind=kind, received=received)
            self.numbers.append(case.number)
            with suppress(StepRefused):
                self.estate.change(LIVES[life](case))

    @precondition(lambda self: self.numbers)
    @rule(data=st.data(), later=st.sampled_from(sorted(LATER)))
    def something_is_written_down_late(self, data: st.DataObject, later: str) -> None:
        number = data.draw(st.sampled_from(self.numbers))
        with suppress(StepRefused, RegisterError):
            self.estate.change(LATER[later](self.read(number)))

    @initialize()
    def a_quarter_is_half_done(self) -> None:
        for life in ("listable", "received", "acknowledged"):
            self.cases_come_in(6, Matter.HYGIENE, life, Channel.WEB, Kind.COMPLAINT)

    @precondition(lambda self: self.place and self.numbers)
    @rule(
        data=st.data(), later=st.sampled_from(("acknowledged", "classified", "mistaken")), again=st.booleans()
    )
    def what_was_noted_late_is_corrected(self, data: st.DataObject, later: str, again: bool) -> None:
        number = data.draw(st.sampled_from(self.numbers))
        with suppress(StepRefused, RegisterError):
            case = self.estate.change(LATER[later](self.read(number)))
            ended = [period for period in PERIODS[: self.place] if period.last >= case.received.date()]
            self.correct(ended[:1], again=again)

    @precondition(lambda self: self.numbers)
    @rule(data=st.data(), why=st.sampled_from(EraseReason))
    def a_case_is_erased(self, data: st.DataObject, why: EraseReason) -> None:
        with suppress(RegisterError):
            stored = self.estate.store.read(data.draw(st.sampled_from(self.numbers)))
            self.estate.store.erase(stored, Tombstone.of(stored.record, why))

    @precondition(lambda self: self.place < len(PERIODS))
    @rule(again=st.booleans())
    def a_period_is_released(self, again: bool) -> None:
        made = compile_release(self.materials(self.period))
        if isinstance(made, Draft):
            self.publish(made, APPROVE, again=again)
            self.place += 1
        else:
            assert self.is_explained(made)

    @precondition(lambda self: self.place)
    @rule(back=st.integers(1, 4), again=st.booleans())
    def a_period_is_corrected(self, back: int, again: bool) -> None:
        self.correct([PERIODS[max(self.place - back, 0)]], again=again)

    @precondition(lambda self: self.place)
    @rule(data=st.data(), reason=st.sampled_from(TakeDownReason), again=st.booleans())
    def a_sentence_is_taken_down(self, data: st.DataObject, reason: TakeDownReason, again: bool) -> None:
        released = read_chain(self.estate.places.releases).released
        refs = [entry.ref for one in current(released) for entry in one.release.entries]
        if not refs:
            return
        ref = data.draw(st.sampled_from(refs))
        one = listing_of(released, ref)
        assert one is not None
        made = compile_takedown(self.materials(one.period), ref, reason)
        assert isinstance(made, Draft), made
        self.publish(made, TAKE_DOWN, again=again)
        self.gone.add(ref)
        again = compile_takedown(self.materials(one.period), ref, reason)
        assert isinstance(again, Refused)
        assert again.against[0].refusal == ReleaseRefusal.NOT_LISTED

    @precondition(lambda self: self.place < len(PERIODS))
    @rule()
    def a_draft_is_laid_aside(self) -> None:
        made = compile_release(self.materials(self.period))
        self.stale = made if isinstance(made, Draft) else self.stale

    @precondition(lambda self: self.stale is not None)
    @rule()
    def a_draft_from_long_ago_is_approved(self) -> None:
        """It is published only where nothing was meanwhile, and then it is the period's release."""
        draft, self.stale = self.stale, None
        assert draft is not None
        links = read_chain(self.estate.places.releases).links
        if draft.release.previous == (links[-1].sha256 if links else None):
            self.publish(draft, APPROVE, again=False)
            self.place = PERIODS.index(Period.parse(draft.period)) + 1
        elif draft.sha256 not in {link.sha256 for link in links}:
            before = self.estate.files()
            with pytest.raises(ApprovalRefused) as refused:
                self.publish(draft, APPROVE, again=False)
            assert ApprovalRefusal.NOT_NEXT in refused.value.reasons
            assert self.estate.files() == before

    @invariant()
    def the_whole_chain_holds(self) -> None:
        holdings = Index(self.estate.store).holdings()
        evidence = read_evidence(self.estate.places, self.estate.audit, holdings)
        assert not [flaw for flaw in verify(evidence) if flaw.grave]
        assert evidence.entries is not None
        assert evidence.entries[: len(self.ledger)] == self.ledger
        self.ledger = evidence.entries

    @invariant()
    def nothing_small_can_be_worked_out_and_nothing_fixed_has_moved(self) -> None:
        released = read_chain(self.estate.places.releases).released
        releases = [one.release for one in current(released)]
        for release in releases:
            assert audit(release, releases) == ()
            fixed = (release.groups, release.tables, release.balance, release.ledger)
            assert self.groups.setdefault(release.period, fixed) == fixed
        places = Counter(one.ref for release in releases for one in (*release.entries, *release.tombstones))
        assert not [ref for ref, times in places.items() if times > 1]

    @invariant()
    def what_was_taken_down_stands_nowhere(self) -> None:
        for file in self.estate.places.releases.glob("*.json"):
            shown = {entry["ref"] for entry in json.loads(file.read_bytes()).get("entries", ())}
            assert not shown & self.gone

    def correct(self, periods: Sequence[Period], *, again: bool) -> None:
        for period in periods:
            made = compile_correction(self.materials(period), CorrectionReason.STEP_NOTED_LATE)
            if isinstance(made, Draft):
                assert any(one.new != one.old for one in made.release.corrections)
                self.publish(made, CORRECT, again=again)

    def read(self, number: str) -> Case:
        return self.estate.store.read(number).record

    def materials(self, period: Period):
        return self.estate.materials(period, self.now)

    def is_explained(self, refused: Refused) -> bool:
        return all(isinstance(one.refusal, ReleaseRefusal) for one in refused.against)

    def publish(self, draft: Draft, act: Act, *, again: bool) -> None:
        """Approve it; asked `again`, nothing changes."""
        by = HANDLER if act is TAKE_DOWN else MANAGER
        word, places = SignOff(draft.sha256, by, self.now), self.estate.places
        given = publish(draft, word, places=places, audit=self.estate.audit, act=act)
        assert not (self.estate.places.drafts / draft.period / APPROVAL).exists()
        if again:
            before = self.estate.files()
            assert publish(draft, word, places=places, audit=self.estate.audit, act=act) == given
            assert self.estate.files() == before


TestOddOrders = OddOrders.TestCase
TestOddOrders.settings = settings(
    max_examples=10,
    stateful_step_count=16,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
