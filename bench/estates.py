"""Invented estates of any size, lived through the real models and steps; only the disk is spared the waiting.

Records are held in memory while the estate lives and written in bulk afterwards, in the store's own format and places:
the real store reads them as its own. The same arguments give the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from generator.cli.demo.life import Life
from generator.cli.demo.making import Reception, begin_with
from generator.cli.demo.people import MANAGER
from generator.cli.folder import make_home
from generator.cli.gate import Gate
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.scan import Verdict
from register.case import Case, Tombstone
from register.index import Holdings, Index
from register.keys import read_keys
from register.receipt import Instance, ledger_entry, make_receipt
from register.records import to_bytes
from register.settings import ZONE, Book, Home, read_book
from register.signoff import SignOff
from register.store import FolderStore
from register.stored import Stored

SEED = 20260101
LAST = Period.parse("2026-Q3")
TODAY = date(2026, 11, 20)
LAG_DAYS = 14


class HeldStore(FolderStore):
    """The store of an estate that is being lived: in memory, until `keep` writes every record at once."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.held: dict[str, Stored[Case]] = {}

    def add(self, case: Case) -> Stored[Case]:
        if case.number in self.held:
            raise FileExistsError(case.number)
        return self._hold(case)

    def confirm(self, number: str) -> Stored[Case | Tombstone]:
        """Where two cases drew one number, intake looks at the first and gives the second another."""
        held = self.held[number]
        return Stored(held.record, held.revision)

    def read(self, number: str) -> Stored[Case]:
        return self.held[number]

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        return self._hold(case)

    def keep(self) -> int:
        """Write every record in its place, without waiting for the disk. Returns the bytes written."""
        written = 0
        for number, stored in self.held.items():
            data = to_bytes(stored.record)
            place = self.place(number)
            place.parent.mkdir(mode=0o700, exist_ok=True)
            place.write_bytes(data)
            place.chmod(0o600)
            written += len(data)
        return written

    def place(self, number: str) -> Path:
        return self.folder / "cases" / number[:4] / f"{number}.json"

    def _hold(self, case: Case) -> Stored[Case]:
        stored = Stored(case, f"{case.number} {len(case.entries)}")
        self.held[case.number] = stored
        return stored


class HeldIndex(Index):
    """What the gate reads while the estate lives: the records as they are held."""

    def __init__(self, store: HeldStore) -> None:
        super().__init__(store)
        self._held = store.held

    def holdings(self) -> Holdings:
        return Holdings(dict(self._held), {}, ())


class HeldGate(Gate):
    """A gate for one release of an estate that is being lived: nothing happens between its draft and its approval."""

    scanned = True
    _made: Draft | None = None

    def draft(self, period: Period) -> Draft | Refused:
        if self._made is None:
            made = super().draft(period)
            if isinstance(made, Refused):
                return made
            self._made = made
        return self._made

    def _scanner(self) -> Callable[[str, str], Verdict]:
        """Invented summaries tell of nobody. Where many are made for a build alone, that is not looked up."""
        return super()._scanner() if self.scanned else lambda text, language: Verdict((), ())


@dataclass(frozen=True)
class Estate:
    """A lived estate: its folder, its rules, and its records still in memory."""

    home: Home
    book: Book
    store: HeldStore

    @property
    def cases(self) -> list[Case]:
        return [stored.record for stored in self.store.held.values()]

    def gate(self, period: Period = LAST) -> HeldGate:
        """A gate on the records in memory, on the first morning the period may be released."""
        moment = ready(period)
        gate = HeldGate(self.home, self.book, lambda: moment, Random(SEED).randbytes)
        gate.index = HeldIndex(self.store)
        return gate


def live(
    folder: Path, *, quarters: int, a_month: float, released: bool = True, scanned: bool = True
) -> Estate:
    """An estate of `quarters` up to the last one, with about `a_month` cases; each quarter released, if so asked.

    Where it is made to be built from and not to measure releases, its summaries need not be `scanned`.
    """
    chance = Random(f"{SEED} {quarters} {a_month}")
    first = LAST
    for _ in range(quarters - 1):
        first = first.previous()
    home = make_home(folder, chance.randbytes)
    begin_with(home, first)
    book = read_book(home.content)
    store = HeldStore(home.register)
    estate = Estate(home, book, store)
    reception = replace(Reception.open(home, book, chance), store=store)

    def publish(period: Period, at: datetime) -> list[str]:
        gate = estate.gate(period)
        gate.scanned = scanned
        draft = gate.draft(period)
        if isinstance(draft, Refused):
            raise AssertionError(f"{period}: {draft.against}")
        gate.publish(period, SignOff(draft.sha256, MANAGER.actor, at))
        return [entry.ref for entry in draft.release.entries]

    life = Life(store, book.clockwork, chance, reception.receive, publish if released else _nothing, a_month)
    until = ready(LAST) + timedelta(days=4)
    life.live(first, LAST, LAG_DAYS, until, lambda name: None)
    return estate


def ready(period: Period) -> datetime:
    """The first morning on which a period may be released."""
    return datetime.combine(period.last + timedelta(days=LAG_DAYS + 2), time(10, 0), ZONE)


def multiplied(estate: Estate, count: int, folder: Path | None = None) -> HeldStore:
    """As many cases as asked for: the estate's own, again and again, each with its own instance, codes and phone.

    They are to lie in the estate's register, or in another folder.
    """
    keys = read_keys(estate.home.key_file)
    store = HeldStore(folder or estate.home.register)
    originals = estate.cases
    drawn = 0
    while len(store.held) < count:
        case = originals[drawn % len(originals)]
        receipt = make_receipt(keys, Instance(drawn.to_bytes(16), case.received.year))
        drawn += 1
        if receipt.number in store.held:
            continue
        contact = case.contact and case.contact.model_copy(update={"phone": f"1990{drawn:07}"})
        entry = ledger_entry(receipt.proof, case.submission.committed(receipt.number))
        own = {"number": receipt.number, "instance": receipt.instance_tag, "query": receipt.query_tag}
        store.add(case.model_copy(update={**own, "ledger": entry, "contact": contact}))
    return store


def _nothing(period: Period, at: datetime) -> tuple[str, ...]:
    """An estate that publishes nothing."""
    return ()
