"""What a resident takes away: case number, query code, proof code; all derived from the form instance.

The instance is 16 random bytes, signed into the form and never stored. Sending it twice derives the same number, the
same file and the same codes: that is why sending twice makes one case, and why a replay shows the same receipt.
"""

import hashlib
import hmac
from dataclasses import dataclass

from register import numbers
from register.keys import Keys
from register.records import canonical

LEDGER_LABEL = b"property-portal/ledger/1"


@dataclass(frozen=True)
class Instance:
    """One rendering of a form: what it was drawn as, and the year in which it was."""

    drawn: bytes
    year: int


@dataclass(frozen=True, repr=False)
class Receipt:
    number: str
    query: str
    proof: str
    instance_tag: str
    query_tag: str


def make_receipt(keys: Keys, instance: Instance, attempt: int = 0) -> Receipt:
    """The receipt of an instance. `attempt` counts up where another case already has the number."""
    seed = instance.drawn + attempt.to_bytes(1)
    query = numbers.query_code(keys.tag("query-code", instance.drawn))
    return Receipt(
        number=numbers.case_number(instance.year, keys.tag("case-number", seed)),
        query=query,
        proof=numbers.proof_code(keys.tag("proof-code", instance.drawn)),
        instance_tag=keys.tag("instance", instance.drawn).hex()[:32],
        query_tag=query_tag(keys, query),
    )


def query_tag(keys: Keys, code: str) -> str:
    """The keyed hash by which a case is found; the code itself is kept nowhere."""
    return keys.tag("query-lookup", code.encode()).hex()[:32]


def ledger_entry(proof: str, submission: dict[str, object]) -> str:
    """48 bytes as hex: id(16) and content(32), both keyed by the proof code, so that only its holder can find them.

    `submission` is what is committed to: format, number, received, kind, form, answers, photos (DESIGN section 5).
    """
    key = proof.encode("ascii")
    name = hmac.digest(key, LEDGER_LABEL + b"/id", hashlib.sha256)[:16]
    content = hmac.digest(key, LEDGER_LABEL + b"/content\0" + canonical(submission), hashlib.sha256)
    return (name + content).hex()
