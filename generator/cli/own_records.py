"""The estate's own records of a folder: what a release keeps of them, and what moved since one did."""

from collections.abc import Iterator

from generator.disclosure.cases.period import Period
from generator.disclosure.releases.findings import Evidence, Finding, Flaw
from generator.disclosure.releases.own_records import OwnRecords
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.content import Content
from generator.site.figures.judged import against_shifts
from generator.site.figures.kept import Moved, moved_since, own_records
from generator.site.work.reading import read_work
from register.errors import Fault, SettingsRefused
from register.settings import Book, Home, read_book


def records_of(home: Home, book: Book, period: Period) -> OwnRecords:
    """What the release of the period keeps. Raises SettingsRefused for a file that cannot be read."""
    return own_records(_content(home, book, ()), period)


def moved_records(home: Home, evidence: Evidence) -> Iterator[Flaw]:
    """A note for every figure and every record of a published period that is not what its release kept.

    What cannot be read, or is no more what the last release was judged by, is damage: no site is made of it.
    """
    if not evidence.released:
        return
    try:
        content = _content(home, read_book(home.content), evidence.released)
    except SettingsRefused as refused:
        yield from map(_flaw, refused.faults)
        return
    if content.latest:
        yield from map(_flaw, against_shifts(content, content.latest.release))
    for moved in moved_since(content):
        yield from _flaws_of(moved)


def _flaw(fault: Fault) -> Flaw:
    key = fault.key if fault.value is None else f"{fault.key} = {fault.value}"
    return Flaw(Finding.CONTENT, fault.file, f"{key}: {fault.problem}")


def _flaws_of(moved: Moved) -> Iterator[Flaw]:
    period = str(moved.period)
    for one in moved.figures:
        yield Flaw(Finding.OWN_FIGURE, f"{period} {one.measure}", f"{one.old} → {one.new}")
    for each in moved.records:
        yield Flaw(Finding.OWN_RECORD, f"{period} {each.kind} {each.due}", f"{each.how}: {each.count}")


def _content(home: Home, book: Book, released: tuple[ReleasedPeriod, ...]) -> Content:
    """As much of the content as the figures of the records need."""
    work = read_work(home.content, home.folder)
    return Content(book.estate, book.people, book.rules, book.standards, work, (), (), released, {}, {})
