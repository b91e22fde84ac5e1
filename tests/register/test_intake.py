"""Opening a case: sending twice makes one case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from register import intake
from register.case import Tombstone
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterError, StorageFailed
from register.intake import InstanceReused, Opened, Opening, open_case, open_cases
from register.keys import Keys
from register.receipt import make_receipt
from register.store import FolderStore
from register.terms import Channel, EraseReason, Step
from tests.factories import KEYS, MONDAY, answered, book, contact, instance, submission


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


def send(store: FolderStore, number: int = 1, keys: Keys = KEYS, **change: Any) -> Opened:
    values = {"submission": submission(), "contact": contact(), "instance": instance(number), **change}
    return open_case(
        values.pop("submission"), values.pop("contact"), keys=keys, store=store,
        clockwork=book().clockwork, **values,
    )  # fmt: skip


def test_a_case_opens_with_its_receipt_and_its_clocks(store: FolderStore) -> None:
    opened = send(store)
    case = opened.case
    assert not opened.replay
    assert (case.number, case.query, case.instance) == (
        opened.receipt.number, opened.receipt.query_tag, opened.receipt.instance_tag,
    )  # fmt: skip
    (entry,) = case.entries
    assert (entry.step, entry.by, entry.at) == (Step.RECEIVE, "resident", MONDAY)
    assert {clock.step for clock in entry.limits} == {Step.ACKNOWLEDGE, Step.CONTACT, Step.ANSWER}
    assert store.read(case.number).record == case


def test_a_case_noted_on_paper_names_who_typed_it_in(store: FolderStore) -> None:
    opened = send(store, submission=submission(channel=Channel.PHONE), contact=None, by="wangfang")
    assert opened.case.entries[0].by == "wangfang"
    assert opened.case.contact is None


def test_sending_again_shows_the_same_receipt_and_the_case_as_it_stands(store: FolderStore) -> None:
    first = send(store)
    store.replace(store.read(first.case.number), answered(first.case))
    again = send(store, submission=submission(received=MONDAY.replace(hour=15)))
    assert again.replay
    assert again.receipt == first.receipt
    assert again.case.received == MONDAY
    assert again.case == answered(first.case)
    assert list(store.numbers()) == [first.case.number]


@pytest.mark.parametrize(
    "change",
    [{"submission": submission(answers={"what": "换了一句"})}, {"contact": contact(phone="13900000000")}],
)
def test_the_same_form_with_other_words_is_refused_and_the_first_stands(
    store: FolderStore, change: dict[str, Any]
) -> None:
    first = send(store)
    with pytest.raises(InstanceReused, match=first.case.number):
        send(store, **change)
    assert store.read(first.case.number).record == first.case


def test_sending_again_after_the_contact_was_dropped_finds_the_case(store: FolderStore) -> None:
    first = send(store)
    store.replace(store.read(first.case.number), first.case.model_copy(update={"contact": None}))
    assert send(store).replay


def test_sending_again_after_erasure_says_that_it_was_erased(store: FolderStore) -> None:
    case = send(store).case
    store.erase(store.read(case.number), Tombstone.of(case, EraseReason.RESIDENT_ASKED))
    with pytest.raises(CaseErased, match=case.number):
        send(store)


def _colliding(monkeypatch: pytest.MonkeyPatch, collides: Callable[[int], bool]) -> None:
    """Case numbers that all fall on one as long as `collides(attempt)`."""

    def receipt(keys: Keys, drawn: Any, attempt: int = 0) -> Any:
        return make_receipt(keys, instance(99) if collides(attempt) else drawn, attempt)

    def mixed(keys: Keys, drawn: Any, attempt: int = 0) -> Any:
        from dataclasses import replace

        return replace(make_receipt(keys, drawn), number=receipt(keys, drawn, attempt).number)

    monkeypatch.setattr(intake, "make_receipt", mixed)


def test_two_cases_with_one_number_are_kept_apart_also_when_sent_again(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _colliding(monkeypatch, lambda attempt: attempt == 0)
    first, second = send(store, 1), send(store, 2)
    assert first.case.number != second.case.number
    assert (send(store, 1).case, send(store, 2).case) == (first.case, second.case)
    assert len(list(store.numbers())) == 2


def test_when_no_number_is_free_the_form_is_refused(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    _colliding(monkeypatch, lambda attempt: True)
    monkeypatch.setattr(intake, "ATTEMPTS", 1)
    send(store, 1)
    with pytest.raises(RegisterError, match="no free case number"):
        send(store, 2)
    assert len(list(store.numbers())) == 1


def test_a_damaged_file_in_the_number_makes_no_second_case(store: FolderStore) -> None:
    case = send(store).case
    place = store.folder / "cases" / "2026" / f"{case.number}.json"
    place.write_text("{}")
    with pytest.raises(RecordDamaged, match=case.number):
        send(store)
    assert place.read_text() == "{}"
    assert list(store.numbers()) == [case.number]


def test_what_the_other_writer_took_back_is_not_acknowledged(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(store)

    def gone(number: str) -> Any:
        raise CaseNotFound(number)

    monkeypatch.setattr(store, "confirm", gone)
    with pytest.raises(StorageFailed):
        send(store)


def together(store: FolderStore, *openings: Opening) -> list[Opened | Exception]:
    return open_cases(openings, keys=KEYS, store=store, clockwork=book().clockwork)


def test_cases_opened_together_are_those_that_are_opened_one_by_one(
    store: FolderStore, tmp_path: Path
) -> None:
    openings = [Opening(submission(), contact(), instance(number)) for number in range(1, 4)]
    alone = [send(FolderStore(tmp_path / "alone"), number) for number in range(1, 4)]
    assert together(store, *openings) == alone
    again = together(store, *openings)
    assert [isinstance(one, Opened) and one.replay for one in again] == [True] * 3


def test_a_form_sent_twice_at_the_same_moment_makes_one_case_and_other_words_are_refused(
    store: FolderStore,
) -> None:
    other = submission(answers={"what": "别的话。"})
    first, twice, reused, sound = together(
        store,
        Opening(submission(), contact(), instance(1)),
        Opening(submission(), contact(), instance(1)),
        Opening(other, contact(), instance(1)),
        Opening(other, contact(), instance(2)),
    )
    assert isinstance(first, Opened)
    assert isinstance(twice, Opened)
    assert (first.replay, twice.replay, twice.receipt) == (False, True, first.receipt)
    assert isinstance(reused, InstanceReused)
    assert isinstance(sound, Opened)
    assert len(list(store.numbers())) == 2


def test_a_disk_in_trouble_befalls_all_that_are_opened_together(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderStore, "add_all", lambda self, cases: [StorageFailed("EIO") for _ in cases])
    (told,) = together(store, Opening(submission(), contact(), instance(1)))
    assert isinstance(told, StorageFailed)
