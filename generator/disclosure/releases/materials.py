"""Everything a release is made from, gathered as values, so that making it is a pure function."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from generator.disclosure.cases.eligibility import Scan
from generator.disclosure.cases.period import Period
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.ledger import origin_of, read_ledger
from generator.disclosure.releases.own_records import OwnRecords
from generator.disclosure.releases.releases import ReleasedPeriod, read_releases
from generator.disclosure.releases.settlement import Settlement, read_settlements
from register.case import Case
from register.index import Holdings
from register.keys import Draw, Keys, read_keys
from register.settings import Book, Home
from register.terms import CountedReason
from register.vouching import as_counted


@dataclass(frozen=True)
class Materials:
    """What the gate has before it.

    `released`, `settlements` and `ledger` are what earlier releases left; `origin` names the ledger; `keys` give a release its salt; `refs` are
    references drawn before for this very draft, by case number, so that it can be made again. `own_records` are those
    that the release keeps.
    """

    period: Period
    now: datetime
    holdings: Holdings
    book: Book
    released: tuple[ReleasedPeriod, ...]
    settlements: tuple[Settlement, ...]
    ledger: tuple[str, ...]
    origin: str
    scan: Scan
    draw: Draw
    keys: Keys
    refs: Mapping[str, str] = field(default_factory=dict)
    own_records: OwnRecords | None = None

    @cached_property
    def counted(self) -> dict[str, Case]:
        """Every case of the register as it counts, by number: what one person alone stands for is not taken for granted.

        A pause ends when it must, whoever wrote that down. A withdrawal that a release has counted already stays one.
        """
        told = {
            number
            for settlement in self.settlements
            for number, settled in settlement.settled.items()
            if settled.reason == CountedReason.WITHDRAWN
        }
        clockwork = self.book.clockwork
        held = {
            number: clockwork.run_on(stored.record, self.now)
            for number, stored in self.holdings.cases.items()
        }
        return {number: case if number in told else as_counted(case) for number, case in held.items()}


def read_materials(
    home: Home,
    book: Book,
    holdings: Holdings,
    period: Period,
    *,
    scan: Scan,
    draw: Draw,
    now: datetime,
    own_records: OwnRecords | None = None,
) -> Materials:
    """The materials of an estate's folder.

    Raises SettingsRefused for a release or approval, RecordDamaged for a settlement or the ledger that is not as it was
    released; each names the file.
    """
    places = Places.of(home)
    released = read_releases(places.releases)
    heads = [one.release.ledger for one in released]
    return Materials(
        period=period,
        now=now,
        holdings=holdings,
        book=book,
        released=released,
        settlements=read_settlements(places.settlements, released),
        ledger=read_ledger(places.ledger, heads),
        origin=heads[0].origin if heads else origin_of(home.portal.origin),
        scan=scan,
        draw=draw,
        keys=read_keys(home.key_file),
        own_records=own_records,
    )
