"""The receipt: everything derived from the form's instance, nothing telling of another."""

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from register.keys import Keys
from register.numbers import is_case_number, parse_proof_code, parse_query_code
from register.receipt import Instance, ledger_entry, make_receipt, query_tag
from register.records import canonical
from tests.factories import KEYS, instance, submission

INSTANCES = st.builds(Instance, st.binary(min_size=16, max_size=16), st.integers(2020, 2099))


@given(INSTANCES)
def test_the_same_instance_gives_the_same_valid_receipt(drawn: Instance) -> None:
    receipt = make_receipt(KEYS, drawn)
    assert receipt == make_receipt(KEYS, drawn)
    assert is_case_number(receipt.number)
    assert receipt.number.startswith(f"{drawn.year}-")
    assert parse_query_code(receipt.query) == receipt.query
    assert parse_proof_code(receipt.proof) == receipt.proof
    assert query_tag(KEYS, receipt.query) == receipt.query_tag


def test_another_attempt_changes_the_number_and_nothing_else() -> None:
    first, second = make_receipt(KEYS, instance()), make_receipt(KEYS, instance(), 1)
    assert first.number != second.number
    assert (first.query, first.proof, first.instance_tag) == (second.query, second.proof, second.instance_tag)


def test_another_instance_or_secret_changes_everything() -> None:
    receipt = make_receipt(KEYS, instance(1))
    for other in (make_receipt(KEYS, instance(2)), make_receipt(Keys(b"k" * 32), instance(1))):
        shared = {name for name, value in vars(receipt).items() if value == vars(other)[name]}
        assert shared == set()


def test_nothing_kept_tells_a_code_or_the_instance() -> None:
    receipt = make_receipt(KEYS, instance())
    kept = receipt.instance_tag + receipt.query_tag + receipt.number.replace("-", "")
    assert receipt.query not in kept
    assert instance().drawn.hex() not in kept
    assert "query" not in repr(receipt)


def test_the_ledger_entry_is_spelled_as_the_design_says() -> None:
    """Recomputed here from DESIGN section 5, so that a resident's own checker can be written from it."""
    words = submission().committed("2026-483-901-7")
    key = b"0123456789ABCDEFGHJKMNPQ"
    label = b"property-portal/ledger/1"
    name = hmac.new(key, label + b"/id", hashlib.sha256).digest()[:16]
    content = hmac.new(key, label + b"/content\0" + canonical(words), hashlib.sha256).digest()
    assert ledger_entry(key.decode(), words) == (name + content).hex()
    assert len(name + content) == 48


def test_every_committed_word_changes_the_content_and_not_the_id() -> None:
    proof = make_receipt(KEYS, instance()).proof
    words = submission(photos=("a" * 64,)).committed("2026-483-901-7")
    whole = ledger_entry(proof, words)
    for name in words:
        changed = ledger_entry(proof, {**words, name: "changed"})
        assert changed[:32] == whole[:32]
        assert changed[32:] != whole[32:]


def test_what_is_committed_is_fixed() -> None:
    assert set(submission().committed("2026-483-901-7")) == {
        "format", "number", "received", "kind", "form", "answers", "photos",
    }  # fmt: skip
