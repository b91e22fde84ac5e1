"""Reading everything a verification judges, as far as it can be read: what cannot is a flaw with its file's name."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.disclosure.drafts.drafts import APPROVAL
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.findings import Evidence, Finding, Flaw, Private
from generator.disclosure.releases.ledger import CHECKPOINT, ENTRIES, parse_entries
from generator.disclosure.releases.releases import Chain, ReleasedPeriod, read_chain
from generator.disclosure.releases.settlement import Settlement, read_settlements, settlement_name
from generator.disclosure.review.verification import first_of_each_period
from register.audit import AuditLine, AuditLog
from register.case import Case
from register.errors import RecordDamaged, SettingsRefused
from register.index import Holdings

TEMPORARY = ".tmp-"


def read_ledger_evidence(folder: Path) -> Evidence:
    """The two public files of a ledger alone; where neither is there, nothing was released yet."""
    if not any((folder / name).exists() for name in (ENTRIES, CHECKPOINT)):
        return Evidence(entries=())
    flaws: list[Flaw] = []
    data, checkpoint = _file(folder / ENTRIES, flaws), _file(folder / CHECKPOINT, flaws)
    return Evidence(entries=_entries(data, flaws), checkpoint=checkpoint, flaws=tuple(flaws))


def read_evidence(
    places: Places, audit: AuditLog | None = None, holdings: Holdings | None = None
) -> Evidence:
    """The public folders, and with audit log and register at hand the private ones too. Reads, never writes."""
    ledger, flaws = read_ledger_evidence(places.ledger), list[Flaw]()
    chain = _chain(places.releases, flaws)
    released = None if chain is None else chain.released
    private = None
    if audit is not None and holdings is not None:
        settlements = {} if released is None else _settlements(places.settlements, released, flaws)
        private = Private(
            settlements, _decisions(audit, flaws), _entries_of(holdings, flaws), _cases_of(holdings)
        )
    flaws += (*_strangers(places.ledger), *_leftovers(places))
    withdrawn = frozenset[str]() if chain is None else chain.withdrawn
    return Evidence(released, withdrawn, ledger.entries, ledger.checkpoint, private, (*ledger.flaws, *flaws))


def unfinished(places: Places) -> tuple[str, ...]:
    """The periods whose publication was approved and cut off; nothing can be judged before it is finished."""
    return tuple(sorted(file.parent.name for file in places.drafts.glob(f"*/{APPROVAL}")))


def _file(path: Path, flaws: list[Flaw]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as problem:
        flaws.append(Flaw(Finding.LEDGER, f"ledger/{path.name}", problem.strerror or "?"))
        return None


def _entries(data: bytes | None, flaws: list[Flaw]) -> tuple[str, ...] | None:
    try:
        return None if data is None else parse_entries(data)
    except RecordDamaged as damage:
        flaws.append(Flaw(Finding.LEDGER, f"ledger/{damage.name}", damage.problem))
        return None


def _chain(folder: Path, flaws: list[Flaw]) -> Chain | None:
    try:
        return read_chain(folder)
    except SettingsRefused as refused:
        flaws += [
            Flaw(Finding.RELEASE, fault.file, f"{fault.key}: {fault.problem}") for fault in refused.faults
        ]
        return None


def _settlements(
    folder: Path, released: tuple[ReleasedPeriod, ...], flaws: list[Flaw]
) -> dict[str, Settlement]:
    found: dict[str, Settlement] = {}
    for one in first_of_each_period(released):
        try:
            found |= {settlement.period: settlement for settlement in read_settlements(folder, (one,))}
        except RecordDamaged as damage:
            flaws.append(Flaw(Finding.SETTLEMENT, f"settlements/{damage.name}", damage.problem))
    expected = {settlement_name(one.release.period) for one in released}
    there = {file.name for file in folder.glob("*") if not file.name.startswith(TEMPORARY)}
    flaws += [
        Flaw(Finding.SETTLEMENT, f"settlements/{name}", "settles no release that is here")
        for name in sorted(there - expected)
    ]
    return found


def _decisions(audit: AuditLog, flaws: list[Flaw]) -> Mapping[str, AuditLine]:
    """The lines of the audit log up to the first that breaks the chain, by their digest."""
    decisions: dict[str, AuditLine] = {}
    try:
        for line in audit.lines():
            decisions[line.digest] = line
    except RecordDamaged as damage:
        flaws.append(Flaw(Finding.AUDIT, f"audit/{damage.name}", damage.problem))
    return decisions


def _entries_of(holdings: Holdings, flaws: list[Flaw]) -> dict[str, str]:
    flaws += [Flaw(Finding.RECORD, damage.name, damage.problem) for damage in holdings.damaged]
    known = {number: stored.record.ledger for number, stored in holdings.cases.items()}
    return known | {number: stone.ledger for number, stone in holdings.tombstones.items()}


def _cases_of(holdings: Holdings) -> dict[str, Case]:
    return {number: stored.record for number, stored in holdings.cases.items()}


def _strangers(ledger: Path) -> Iterator[Flaw]:
    """The ledger is two files: a third beside them is somebody's copy, and nobody can tell which is the true one."""
    for file in sorted(ledger.glob("[!.]*")):
        if file.name not in (ENTRIES, CHECKPOINT):
            yield Flaw(Finding.LEDGER, f"ledger/{file.name}", "is no file of the ledger; move it away")


def _leftovers(places: Places) -> Iterator[Flaw]:
    """What a crash left behind; harmless, and cleared away by hand."""
    for folder in (places.releases, places.ledger, places.settlements, places.drafts):
        for file in sorted(folder.rglob(f"{TEMPORARY}*")):
            yield Flaw(Finding.LEFTOVER, str(file.relative_to(folder.parent)))
