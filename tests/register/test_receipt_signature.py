"""The signature on a receipt file, and what it holds and does not hold against."""

import pytest

from register.keys import Keys
from register.receipt import make_receipt
from register.receipt_file import ReceiptFile, make_receipt_file, parse_receipt_file
from register.receipt_signature import is_signed, public_key, sign_receipt
from register.records import to_bytes
from tests import factories

OTHER = Keys(bytes(32))
RECEIPT = make_receipt(factories.KEYS, factories.instance())


def a_file() -> ReceiptFile:
    made = make_receipt_file(
        RECEIPT.number, factories.submission(), RECEIPT.proof, factories.periods(start="2026-01")
    )  # fmt: skip
    return sign_receipt(made, factories.KEYS)


def test_a_signed_file_is_known_by_the_public_key_also_after_it_was_saved() -> None:
    saved = parse_receipt_file("r.json", to_bytes(a_file()))
    assert is_signed(saved, public_key(factories.KEYS))


@pytest.mark.parametrize(
    "changed",
    [{"due": "2027-01-01"}, {"entry": "0" * 96}, {"signature": "0" * 128}, {"signature": None}],
    ids=str,
)
def test_an_altered_promise_is_not_the_one_signed(changed: dict[str, object]) -> None:
    assert not is_signed(a_file().model_copy(update=changed), public_key(factories.KEYS))


def test_another_estates_key_does_not_fit() -> None:
    assert not is_signed(a_file(), public_key(OTHER))
    assert not is_signed(sign_receipt(a_file(), OTHER), public_key(factories.KEYS))


def test_the_public_key_is_a_plain_pem_and_not_the_secret() -> None:
    public = public_key(factories.KEYS)
    assert public.startswith(b"-----BEGIN PUBLIC KEY-----\n")
    assert b"PRIVATE" not in public


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        is_signed(a_file(), b"no key")
