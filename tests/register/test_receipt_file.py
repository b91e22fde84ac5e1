"""The receipt file: what the entry commits to, letter by letter, and the day it is due."""

from datetime import date, datetime

import pytest

from register.errors import RecordDamaged
from register.numbers import parse_proof_code
from register.receipt import ledger_entry, make_receipt
from register.receipt_file import KeptHead, ReceiptFile, make_receipt_file, parse_receipt_file
from register.records import to_bytes
from register.settings import ZONE
from tests import factories

RECEIPT = make_receipt(factories.KEYS, factories.instance())
PERIODS = factories.periods(start="2026-01")


def a_file(**change: object) -> ReceiptFile:
    made = make_receipt_file(RECEIPT.number, factories.submission(**change), RECEIPT.proof, PERIODS)
    return made.model_copy(update={"head": KeptHead(size=3, root="a" * 64)})


def test_the_file_reproduces_the_entry_the_register_keeps() -> None:
    sent = factories.submission(answers={"what": '水管漏水\u2028🚰 \\ "引号"\x7f'}, photos=("b" * 64,))
    made = make_receipt_file(RECEIPT.number, sent, RECEIPT.proof, PERIODS)
    assert made.entry == made.computed == ledger_entry(RECEIPT.proof, sent.committed(RECEIPT.number))
    assert parse_receipt_file("r.json", to_bytes(made)) == made


def test_one_character_more_gives_another_content_under_the_same_name() -> None:
    made = a_file()
    answers = {**made.committed.answers, "what": made.committed.answers["what"] + "。"}
    changed = made.model_copy(update={"committed": made.committed.model_copy(update={"answers": answers})})
    assert changed.computed[:32] == made.entry[:32]
    assert changed.computed[32:] != made.entry[32:]


def test_the_time_of_receipt_stays_spelled_as_it_was_hashed() -> None:
    made = a_file(received=datetime(2026, 7, 6, 9, 0, 0, 123000, tzinfo=ZONE))
    assert made.committed.received == "2026-07-06T09:00:00.123000+08:00"
    assert parse_receipt_file("r.json", to_bytes(made)).computed == made.entry


@pytest.mark.parametrize(
    ("length", "received", "due"),
    [
        ("quarter", date(2026, 7, 1), date(2026, 11, 14)),
        ("quarter", date(2026, 9, 30), date(2026, 11, 14)),
        ("quarter", date(2026, 12, 31), date(2027, 2, 14)),
        ("month", date(2026, 11, 30), date(2027, 1, 14)),
        ("half-year", date(2026, 6, 30), date(2026, 8, 14)),
    ],
)
def test_the_entry_is_due_when_the_lag_after_its_period_and_the_grace_are_over(
    length: str, received: date, due: date
) -> None:
    periods = PERIODS.model_copy(update={"length": length})
    assert periods.published_by(received) == due


def test_what_a_signature_is_over_shows_neither_code_nor_words() -> None:
    promise = a_file().promise
    assert promise.startswith(b"property-portal/ledger/1/promise\0")
    assert RECEIPT.proof.encode() not in promise
    assert b"2026-11-14" in promise


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"format":1,"format":1}',
        b"[" * 100_000,
        to_bytes(a_file()).replace(b'"format": 1', b'"format": 2'),
        to_bytes(a_file()).replace(b'"due": "2026-', b'"due": "soon-'),
        to_bytes(a_file()).replace(b"+08:00", b""),
        to_bytes(a_file()).replace(RECEIPT.number.encode(), b"2026-000-000-0"),
        to_bytes(a_file()).replace(RECEIPT.proof.encode(), b"I" * 24),
        to_bytes(a_file()).replace(b'"signature": null', b'"signature": "abc"'),
        to_bytes(a_file()).replace(b'"signature"', b'"note"'),
    ],
)  # fmt: skip
def test_what_is_no_receipt_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(RecordDamaged, match=r"r\.json: is not a receipt file"):
        parse_receipt_file("r.json", data)


def test_the_proof_code_in_the_file_is_the_one_she_types() -> None:
    assert parse_proof_code(a_file().proof.lower()) == RECEIPT.proof
