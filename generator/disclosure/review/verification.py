"""Judging the whole chain: releases, ledger, settlements, register and audit log must tell one story. Values in, flaws out.

What can be checked depends on what is at hand: a neighbour has the ledger, the committee the public folder, the office all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from generator.disclosure.cases.history import day_of
from generator.disclosure.releases.findings import Evidence, Finding, Flaw, Private
from generator.disclosure.releases.ledger import checkpoint_text, extends, head_of, tree_root
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.releases.settlement import Settlement
from generator.disclosure.review.approval import APPROVE, CORRECT, TAKE_DOWN
from register.audit import AuditLine
from register.receipt_file import ReceiptFile

PUBLISHING: Final = frozenset(act.event for act in (APPROVE, CORRECT, TAKE_DOWN))
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class OldHead:
    """A head as somebody kept it: the size, and at least the 16 digits of the root that are printed."""

    size: int
    digits: str

    def __str__(self) -> str:
        return f"{self.size}:{self.digits[:16]}"


class Standing(StrEnum):
    """Where a receipt's case stands in the ledger."""

    COUNTED = "counted"
    NOT_YET = "not_yet"
    MISSING = "missing"


@dataclass(frozen=True)
class Verdict:
    """What a receipt file proves: `unaltered` and `kept` are None where nothing can be said.

    `altered`: its words are not those it was issued for. A signature is over the entry, and so not for these words.
    """

    standing: Standing
    unaltered: bool | None
    kept: bool | None
    altered: bool = False

    @property
    def holds(self) -> bool:
        if self.standing == Standing.MISSING or self.altered:
            return False
        return self.unaltered is not False and self.kept is not False


def verify(evidence: Evidence) -> tuple[Flaw, ...]:
    """Every flaw of what is at hand. An empty answer: nothing contradicts anything else."""
    flaws = list(evidence.flaws)
    released = None if evidence.released is None else first_of_each_period(evidence.released)
    if evidence.entries is not None and evidence.checkpoint is not None:
        flaws += _checkpoint(evidence.entries, evidence.checkpoint)
    if released is not None:
        flaws += (*_periods(released), *_growth(released), *_named(released, evidence.checkpoint))
        if evidence.entries is not None:
            flaws += _heads(evidence.released or (), evidence.entries)
    if released is not None and evidence.private is not None:
        flaws += _settled(released, evidence.private.settlements)
        flaws += _cases(released, evidence.entries or (), evidence.private)
        flaws += _decided(evidence.released or (), evidence.withdrawn, evidence.private.decisions)
    return tuple(flaws)


def check_head(entries: Sequence[str], head: OldHead) -> Flaw | None:
    """Whether the ledger still holds everything an old head covered, unchanged and in its place."""
    if head.size > len(entries):
        return Flaw(Finding.SHORTER, str(head), str(len(entries)))
    if not tree_root(entries[: head.size]).startswith(head.digits):
        return Flaw(Finding.REMOVED, str(head), str(head.size))
    return None


def judge_receipt(
    entries: Sequence[str], receipt: ReceiptFile, today: date, up_to: date | None = None
) -> Verdict:
    """What the receipt proves against this ledger, on this day; `up_to` is the last day its releases cover.

    A case received by then is in the ledger or missing, be its promised day past or not.
    """
    computed = receipt.computed
    altered = computed != receipt.entry
    found = next((one for one in entries if one[:32] == computed[:32] or one == receipt.entry), None)
    kept = None
    if receipt.head is not None:
        kept = check_head(entries, OldHead(receipt.head.size, receipt.head.root)) is None
    if found is not None:
        return Verdict(Standing.COUNTED, found == computed == receipt.entry, kept, altered)
    covered = up_to is not None and receipt.committed.received[:10] <= up_to.isoformat()
    overdue = covered or today.isoformat() > receipt.due
    return Verdict(Standing.MISSING if overdue else Standing.NOT_YET, None, kept, altered)


def covered_up_to(evidence: Evidence) -> date | None:
    """The last day of the newest period released; None where no release is at hand."""
    return max((one.period.last for one in evidence.released or ()), default=None)


def first_of_each_period(released: Sequence[ReleasedPeriod]) -> tuple[ReleasedPeriod, ...]:
    """Revisions keep the head and the balance's beginning of their period; one of each is enough to follow the tree."""
    earliest: dict[str, ReleasedPeriod] = {}
    for one in released:
        earliest.setdefault(one.release.period, one)
    return tuple(sorted(earliest.values(), key=lambda one: one.period))


def _checkpoint(entries: tuple[str, ...], checkpoint: bytes) -> Iterator[Flaw]:
    """The checkpoint must be the head of exactly these entries, under the name it gives itself."""
    origin = checkpoint.decode("utf-8", "replace").split("\n", 1)[0]
    head = head_of(origin, entries, 0)
    if checkpoint != checkpoint_text(head):
        yield Flaw(Finding.CHECKPOINT, "ledger/checkpoint", str(OldHead(head.size, head.root)))


def _named(released: tuple[ReleasedPeriod, ...], checkpoint: bytes | None) -> Iterator[Flaw]:
    """The checkpoint goes by the name that the releases give the ledger: another estate's is none."""
    name = None if checkpoint is None else checkpoint.split(b"\n", 1)[0].decode("utf-8", "replace")
    if released and name is not None and name != released[-1].release.ledger.origin:
        yield Flaw(Finding.ORIGIN, "ledger/checkpoint", name)


def _periods(released: tuple[ReleasedPeriod, ...]) -> Iterator[Flaw]:
    """Period follows period, and what one carries out the next carries in."""
    if released and released[0].release.balance.carried_in:
        yield Flaw(Finding.CARRIED, released[0].file, f"0 → {released[0].release.balance.carried_in}")
    for before, after in pairwise(released):
        out, into = before.release.balance.left_over, after.release.balance.carried_in
        if before.period.next().first != after.period.first:
            yield Flaw(Finding.GAP, after.file, str(before.period.next()))
        if out != into:
            yield Flaw(Finding.CARRIED, after.file, f"{out} → {into}")


def _growth(released: tuple[ReleasedPeriod, ...]) -> Iterator[Flaw]:
    """No gap: the tree grows by exactly the cases the balance received."""
    size = 0
    for one in released:
        head, received = one.release.ledger, one.release.balance.received
        if head.size - size != received:
            yield Flaw(Finding.GROWTH, one.file, f"{head.size - size} ≠ {received}")
        if head.origin != released[0].release.ledger.origin:
            yield Flaw(Finding.ORIGIN, one.file, head.origin)
        size = head.size


def _heads(released: Sequence[ReleasedPeriod], entries: tuple[str, ...]) -> Iterator[Flaw]:
    """Every head ever released must be a prefix of today's ledger, and the latest all of it."""
    latest = max((one.release.ledger.size for one in released), default=0)
    if len(entries) != latest:
        yield Flaw(Finding.LENGTH, "ledger/entries.txt", f"{len(entries)} ≠ {latest}")
    for one in released:
        head = one.release.ledger
        batch = _batch(one, entries)
        if batch is None:
            yield Flaw(Finding.HEAD, one.file, str(OldHead(head.size, head.root)))
        elif list(batch) != sorted(batch):
            yield Flaw(Finding.ORDER, one.file, str(head.batch))


def _batch(one: ReleasedPeriod, entries: tuple[str, ...]) -> tuple[str, ...] | None:
    """The entries a release added; None where its head is not reproduced, so that nobody knows which they were."""
    head = one.release.ledger
    return entries[head.size - head.batch : head.size] if extends(entries, head.size, head.root) else None


def _settled(released: tuple[ReleasedPeriod, ...], settlements: Mapping[str, Settlement]) -> Iterator[Flaw]:
    """Each case is registered once and settled once at most; what is left over is what the balance carries out."""
    ordered = [settlements[p] for one in released if (p := one.release.period) in settlements]
    registered = Counter(number for one in ordered for number in one.registered)
    settled = Counter(number for one in ordered for number in one.settled)
    for number in sorted(number for number, times in (registered | settled).items() if times > 1):
        yield Flaw(Finding.TWICE, number)
    for number in sorted(settled.keys() - registered.keys()):
        yield Flaw(Finding.NEVER_REGISTERED, number)
    whole = len(ordered) == len(released)
    left, carried = len(registered.keys() - settled.keys()), _carried_out(released)
    if whole and left != carried:
        yield Flaw(Finding.UNSETTLED, released[-1].file, f"{left} ≠ {carried}")


def _carried_out(released: tuple[ReleasedPeriod, ...]) -> int:
    return released[-1].release.balance.left_over if released else 0


def _cases(
    released: tuple[ReleasedPeriod, ...], entries: tuple[str, ...], private: Private
) -> Iterator[Flaw]:
    """Every registered case must be in the register, and its entry in its period's batch; and every entry be a case's."""
    for one in released:
        settlement = private.settlements.get(one.release.period)
        if settlement is None:
            continue
        batch = _batch(one, entries)
        there = set(entries if batch is None else batch)
        known = {number: private.entry_of.get(number) for number in sorted(settlement.registered)}
        for number, entry in known.items():
            if entry is None:
                yield Flaw(Finding.CASE_MISSING, number, one.file)
            elif entry not in there:
                yield Flaw(Finding.CASE_DIFFERS, number, one.file)
        strange = there - set(known.values())
        if strange and batch is not None and None not in known.values():
            yield Flaw(Finding.UNEXPLAINED, one.file, str(len(strange)))


def _is_word_for(one: ReleasedPeriod, line: AuditLine) -> bool:
    """Whether the line is somebody's word for these very bytes, of that day; only a take-down may be a handler's."""
    alone = one.approval.role == "handler" and line.event != TAKE_DOWN.event
    day = day_of(line.at).isoformat()
    said = line.event in PUBLISHING and (line.about, day) == (one.sha256, one.approval.published)
    return said and not alone


def _decided(
    released: Sequence[ReleasedPeriod], withdrawn: frozenset[str], decisions: Mapping[str, AuditLine]
) -> Iterator[Flaw]:
    """Each approval is a line of the audit log, and each line that approves is the approval of something published."""
    for one in released:
        line = decisions.get(one.approval.audit)
        if line is None or not _is_word_for(one, line):
            yield Flaw(Finding.UNLOGGED, one.file, one.approval.audit[:16])
    logged = {line.about for line in decisions.values()}
    for sha256 in sorted(withdrawn - logged):
        yield Flaw(Finding.UNLOGGED, sha256[:16])
    published = {one.sha256 for one in released} | withdrawn
    for line in decisions.values():
        publishes = line.event in PUBLISHING and _DIGEST.fullmatch(line.about)
        if publishes and line.about not in published:
            yield Flaw(Finding.UNPUBLISHED, line.about[:16], line.at.date().isoformat())
