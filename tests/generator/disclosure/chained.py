"""Two released quarters on disk, made by the real code, and the receipt files their residents would hold."""

from pathlib import Path

from register.receipt import make_receipt
from register.receipt_file import ReceiptFile, make_receipt_file
from register.terms import Matter
from tests import factories
from tests.generator.disclosure.estate import Q3, Q4, Folder, at, listable

FIRST, SECOND = range(1, 13), range(21, 29)


def chained(folder: Path) -> Folder:
    """Twelve cases of the third quarter, eight of the fourth (one of them still open); each quarter released."""
    estate = Folder(folder)
    for number in FIRST:
        estate.change(listable(estate.open(number, matter=Matter.HYGIENE)))
    estate.publish(estate.draft(Q3))
    for number in SECOND:
        case = estate.open(number, matter=Matter.PARKING, received=at(11, 3))
        if number != SECOND[-1]:
            estate.change(listable(case))
    estate.publish(estate.draft(Q4))
    return estate


def receipt_of(estate: Folder, number: int) -> ReceiptFile:
    """The receipt file of one of its cases, as the counter would make it."""
    receipt = make_receipt(factories.KEYS, factories.instance(number))
    case = estate.store.read(receipt.number).record
    return make_receipt_file(case.number, case.submission, receipt.proof, estate.book.rules.periods)
