"""The index: what changed is read again, what is damaged is named, nothing is trusted for ever."""

import errno
import os
from pathlib import Path

import pytest

from register.case import Case, Tombstone
from register.errors import StorageFailed
from register.index import Index
from register.receipt import make_receipt, query_tag
from register.store import FolderStore
from register.stored import Stored
from register.terms import EraseReason, Step
from tests.factories import KEYS, instance, kept_case, step
from tests.faulty_disk import faulty_disk


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


def file_of(store: FolderStore, number: str) -> Path:
    return store.folder / "cases" / number[:4] / f"{number}.json"


def counting(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers that are read from disk from now on."""
    read: list[str] = []
    real = store.read_any

    def read_any(number: str) -> Stored[Case | Tombstone]:
        read.append(number)
        return real(number)

    monkeypatch.setattr(store, "read_any", read_any)
    return read


def test_only_what_changed_is_read_again(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [kept_case(store, number) for number in range(1, 4)]
    index, read = Index(store), counting(store, monkeypatch)
    assert set(index.holdings().cases) == {case.number for case in cases}
    assert len(read) == 3
    index.holdings()
    assert len(read) == 3
    changed = step(cases[1], Step.ACKNOWLEDGE)
    store.replace(index.holdings().cases[changed.number], changed)
    assert index.holdings().cases[changed.number].record == changed
    assert read[3:] == [changed.number]


def test_a_file_changed_in_place_with_its_old_time_and_size_is_read_again(store: FolderStore) -> None:
    """As a restored backup or a careful editor would: the kernel's change time tells."""
    case = kept_case(store)
    place = file_of(store, case.number)
    before = place.stat()
    index = Index(store)
    assert index.holdings().cases[case.number].record.submission.answers["place"] == "5号楼2单元"
    place.write_bytes(place.read_bytes().replace("5号楼".encode(), "6号楼".encode()))
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert place.stat().st_size == before.st_size
    assert index.holdings().cases[case.number].record.submission.answers["place"] == "6号楼2单元"


def test_cases_tombstones_and_damage_are_kept_apart(store: FolderStore) -> None:
    kept, erased, damaged = (kept_case(store, number) for number in range(1, 4))
    tombstone = Tombstone.of(erased, EraseReason.RETENTION_ENDED)
    store.erase(store.read(erased.number), tombstone)
    file_of(store, damaged.number).write_text("{")
    (store.folder / "cases" / "stray").write_text("")
    holdings = Index(store).holdings()
    assert {number: stored.record for number, stored in holdings.cases.items()} == {kept.number: kept}
    assert holdings.tombstones == {erased.number: tombstone}
    assert {damage.name for damage in holdings.damaged} == {"stray", f"{damaged.number}.json"}


def test_a_file_that_could_not_be_read_once_is_tried_again(store: FolderStore) -> None:
    case = kept_case(store)
    index, other = Index(store), Index(store)
    with faulty_disk() as disk:
        Index(store).holdings()
    opening = disk.calls.index(("open", f"{case.number}.json")) + 1
    with faulty_disk(opening, errno.EIO):
        assert [damage.name for damage in index.holdings().damaged] == [f"{case.number}.json"]
    with faulty_disk(opening, errno.EMFILE), pytest.raises(StorageFailed):
        other.holdings()
    for each in (index, other):
        assert each.holdings().damaged == ()
        assert set(each.holdings().cases) == {case.number}


def test_a_code_that_opens_nothing_is_unknown_only_if_every_file_could_be_read(store: FolderStore) -> None:
    case, other = kept_case(store, 1), kept_case(store, 2)
    with faulty_disk() as disk:
        Index(store).holdings()
    opening = disk.calls.index(("open", f"{case.number}.json")) + 1
    with faulty_disk(opening, errno.EIO), pytest.raises(StorageFailed, match="EIO"):
        Index(store).by_query(case.query)
    with faulty_disk(opening, errno.EIO):
        found = Index(store).by_query(other.query)
    assert found is not None
    assert found.record == other
    with faulty_disk(opening, errno.EACCES):
        assert Index(store).by_query(case.query) is None
    file_of(store, case.number).write_text("{")
    assert Index(store).by_query(case.query) is None


def test_a_file_taken_away_is_gone_and_one_that_vanishes_is_no_damage(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, other = kept_case(store, 1), kept_case(store, 2)
    index = Index(store)
    index.holdings()
    file_of(store, case.number).unlink()
    assert set(index.holdings().cases) == {other.number}
    signatures = store.signatures()
    file_of(store, other.number).unlink()
    monkeypatch.setattr(store, "signatures", lambda: signatures)
    assert Index(store).holdings().damaged == ()
    assert Index(store).holdings().cases == {}


def test_a_query_code_finds_its_case_and_no_other(store: FolderStore) -> None:
    cases = [kept_case(store, number) for number in range(1, 4)]
    index = Index(store)
    for number, case in enumerate(cases, start=1):
        code = make_receipt(KEYS, instance(number)).query
        found = index.by_query(query_tag(KEYS, code))
        assert found is not None
        assert found.record == case
    assert index.by_query(query_tag(KEYS, "0" * 17)) is None


def test_a_query_code_opens_nothing_after_erasure(store: FolderStore) -> None:
    case = kept_case(store)
    index = Index(store)
    assert index.by_query(case.query) is not None
    store.erase(store.read(case.number), Tombstone.of(case, EraseReason.RESIDENT_ASKED))
    assert index.by_query(case.query) is None
