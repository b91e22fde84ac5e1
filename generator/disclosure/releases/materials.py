"""Everything a release is made from, gathered as values, so that making it is a pure function."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from generator.disclosure.cases.eligibility import Scan
from generator.disclosure.cases.period import Period
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.ledger import origin_of, read_ledger
from generator.disclosure.releases.own_records import OwnRecords
from generator.disclosure.releases.releases import ReleasedPeriod, read_releases
from generator.disclosure.releases.settlement import Settlement, read_settlements
from register.index import Holdings
from register.keys import Draw, Keys, read_keys
from register.settings import Book, Home


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
