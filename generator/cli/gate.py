"""The gate of one estate, with its register, roster and clock in hand: scanning, drafting, approving."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from forms_api.desk.people.staff import Staff
from generator.cli.own_records import records_of
from generator.cli.world import said, values_of
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Draft, Refused, compile_release, still_true
from generator.disclosure.drafts.drafts import keep_draft, read_draft
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.materials import Materials, read_materials
from generator.disclosure.releases.release import Approval
from generator.disclosure.releases.releases import ReleasedPeriod, read_chain, read_releases
from generator.disclosure.review.approval import finish, publish
from generator.disclosure.review.one_hand import Doubted, as_published, of_entries
from generator.disclosure.scan import Public, Verdict, World, scan_text
from register.audit import AuditLog
from register.custody import Custody, CustodyNow, CustodyThen
from register.errors import RecordDamaged
from register.index import Holdings, Index
from register.keys import Draw
from register.seal import seal
from register.sealed_days import days_of
from register.settings import Book, Clock, Home
from register.signoff import SignOff
from register.store import FolderStore
from register.watch import ALL


@dataclass
class Gate:
    """Called from several threads; one at a time reads the register."""

    home: Home
    book: Book
    clock: Clock
    draw: Draw
    index: Index = field(init=False)
    staff: Staff = field(init=False)
    places: Places = field(init=False)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _world: World = field(default_factory=World)
    _seen: int | None = None

    def __post_init__(self) -> None:
        self.index = Index(FolderStore(self.home.register), ALL)  # nothing is released past an edit by hand
        self.staff = Staff(self.home.staff_file, self.draw)
        self.places = Places.of(self.home)

    @property
    def public(self) -> Public:
        """What may stand in any text: the estate's own names, phones and mail addresses."""
        estate = self.book.estate
        names = (estate.name, estate.short_name, estate.company.name, estate.company.office)
        return Public.build(
            phones=estate.phones.all(),
            emails=estate.emails,
            names=[name.say(language) for name in names for language in ("zh", "en")],
        )

    def holdings(self) -> Holdings:
        with self._lock:
            return self.index.holdings()

    def world(self) -> World:
        """The closed world of the register and the roster; what is looked for is worked out anew only when a value changed."""
        with self._lock:
            holdings, names = self.holdings(), self.staff.names()
            mark = hash((tuple(stored.revision for stored in holdings.cases.values()), names))
            if self._seen != mark:
                cases = [stored.record for stored in holdings.cases.values()]
                values = (value for case in cases for value in values_of(case))
                made = World.build(values, names, (text for case in cases for text in said(case)))
                self._world = self._world if made == self._world else made
                self._seen = mark
            return self._world

    def scan(self, text: str, language: str) -> Verdict:
        """Everything in a text that may tell who somebody is."""
        return scan_text(text, self.world(), self.public, language)

    def released(self) -> tuple[ReleasedPeriod, ...]:
        """What was published, after finishing what a crash left half published."""
        finish(self.places)
        return read_releases(self.places.releases)

    def withdrawn(self) -> frozenset[str]:
        """The SHA-256 of every release whose bytes were withdrawn by a take-down."""
        finish(self.places)
        return read_chain(self.places.releases).withdrawn

    def draft(self, period: Period) -> Draft | Refused:
        """The draft of a period: the one that is kept while it is still true, else a new one, which is kept then."""
        with self._lock:
            materials = self.materials(period)
            kept = self._kept(period)
            if kept is not None and still_true(kept, materials):
                return kept
            made = compile_release(materials)
            if isinstance(made, Draft):
                keep_draft(self.places.drafts, made)
            return made

    def publish(self, period: Period, signed: SignOff) -> Approval | Refused:
        """Publish the period's draft on the word of a person whose password was checked.

        Raises ApprovalRefused where the draft has other bytes than she was shown.
        """
        with self._lock:
            draft = self.draft(period)
            if isinstance(draft, Refused):
                return draft
            audit = AuditLog(self.home.audit_file, self.draw)
            doubts = as_published(self.in_one_hand(draft))
            approval = publish(draft, signed, places=self.places, audit=audit, one_hand=doubts)
            days = days_of(self.book.calendar, str(period), period.first, period.last)
            seal(self.home.content, self.book.standards, str(period), period.last, days)
            return approval

    def in_one_hand(self, draft: Draft) -> tuple[Doubted, ...]:
        """The entries of the draft that one person may have written and approved."""
        cases = {number: stored.record for number, stored in self.holdings().cases.items()}
        then = CustodyThen.told_by(AuditLog(self.home.audit_file).lines())
        listed = {entry.ref for entry in draft.release.entries}
        numbers = [number for number, ref in draft.settlement.references().items() if ref in listed]
        return of_entries(numbers, cases, then)

    def custody(self) -> Custody:
        """Who may hold which account now."""
        return CustodyNow(AuditLog(self.home.audit_file)).look()

    def materials(self, period: Period) -> Materials:
        """What a release or a revision of the period is made from now."""
        finish(self.places)
        scan = self._scanner()
        return read_materials(
            self.home,
            self.book,
            self.holdings(),
            period,
            scan=scan,
            draw=self.draw,
            now=self.clock(),
            own_records=records_of(self.home, self.book, period),
        )

    def _scanner(self) -> Callable[[str, str], Verdict]:
        world, public = self.world(), self.public
        return lambda text, language: scan_text(text, world, public, language)

    def _kept(self, period: Period) -> Draft | None:
        """The draft on disk; a damaged one is made anew, for it was never published."""
        try:
            return read_draft(self.places.drafts, str(period))
        except RecordDamaged:
            return None
