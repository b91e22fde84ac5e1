"""The receipt as a file she keeps: what her ledger entry commits to, her proof code, and what we promised.

With it anybody can check, without asking us, that the case was counted, that its words are unaltered, and that nothing
was removed from the ledger since. It holds her own words and her proof code: it is hers, and lies nowhere with us.
Format 1; the page `/verify/` reads it too (`site_templates/assets/verify.js`).
"""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, ValidationError

from register.case import Hex64, Submission
from register.errors import RecordDamaged
from register.numbers import CROCKFORD, is_case_number
from register.receipt import LEDGER_LABEL, ledger_entry
from register.records import Record, Text, canonical, strict_json
from register.rules import Periods
from register.terms import Kind

FORMAT: Final = 1


def _moment(text: str) -> str:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("the time of receipt has no zone")
    return text


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


def _number(text: str) -> str:
    if not is_case_number(text):
        raise ValueError("is no case number")
    return text


class Committed(Record):
    """What the entry commits to, letter by letter: `received` stays spelled as it was hashed."""

    format: Literal[1] = FORMAT
    number: Annotated[str, AfterValidator(_number)]
    received: Annotated[str, AfterValidator(_moment)]
    kind: Kind
    form: Hex64
    answers: dict[Text, Text]
    photos: tuple[Hex64, ...] = ()


class KeptHead(Record):
    """The ledger as it stood: so many entries, and the RFC 6962 root over them."""

    size: Annotated[int, Field(ge=0)]
    root: Hex64


class ReceiptFile(Record):
    """`entry` must stand in the ledger by the end of `due`; `head` is the newest that was published on the day of receipt.

    `signature` is the promise's Ed25519 signature over `promise`, 64 bytes in hex; None where the counter does not sign.
    """

    format: Literal[1] = FORMAT
    committed: Committed
    proof: Annotated[str, Field(pattern=f"^[{CROCKFORD}]{{24}}$")]
    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{96}$")]
    due: Annotated[str, AfterValidator(_day)]
    head: KeptHead | None = None
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")] | None = None

    @property
    def computed(self) -> str:
        """The entry that code and contents give now; `entry` is what they gave on the day of receipt."""
        return ledger_entry(self.proof, self.committed.model_dump(mode="json"))

    @property
    def promise(self) -> bytes:
        """What a signature is over: it binds the entry to its day and shows neither code nor words."""
        return LEDGER_LABEL + b"/promise\0" + canonical({"due": self.due, "entry": self.entry})


def make_receipt_file(
    number: str, submission: Submission, proof: str, periods: Periods, head: KeptHead | None = None
) -> ReceiptFile:
    """The file of a case just received; `proof` as it is derived, without dashes."""
    return ReceiptFile(
        committed=Committed.model_validate(submission.committed(number)),
        proof=proof,
        entry=ledger_entry(proof, submission.committed(number)),
        due=periods.published_by(submission.received.date()).isoformat(),
        head=head,
    )


def parse_receipt_file(name: str, data: bytes) -> ReceiptFile:
    """The file as saved. Raises RecordDamaged naming it; whether its words are unaltered is not asked here."""
    try:
        return ReceiptFile.model_validate(strict_json(data))
    except (ValueError, ValidationError, RecursionError) as problem:
        raise RecordDamaged(name, f"is not a receipt file ({type(problem).__name__})") from None
