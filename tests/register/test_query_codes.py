"""A new query code: the old one is void, neither stands in the record, the resident is told."""

from pathlib import Path

from register.index import Index
from register.query_codes import issue_code
from register.receipt import make_receipt, query_tag
from register.records import to_bytes
from register.store import FolderStore
from register.terms import IdentityCheck, Step
from tests.factories import HANDLER, KEYS, MONDAY, book, instance, kept_case


def test_only_the_new_code_opens_the_case_and_no_code_is_in_the_record(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    number = kept_case(store).number
    stored, old = store.read(number), make_receipt(KEYS, instance()).query
    changed, code = issue_code(
        stored.record,
        IdentityCheck.CALLED_BACK,
        by=HANDLER,
        at=MONDAY,
        keys=KEYS,
        draw=lambda length: bytes(range(length)),
        clockwork=book().clockwork,
    )
    store.replace(stored, changed)
    index = Index(store)
    found = index.by_query(query_tag(KEYS, code))
    assert found is not None
    assert found.record.number == number
    assert index.by_query(query_tag(KEYS, old)) is None
    assert code.encode() not in to_bytes(changed)
    last = changed.entries[-1]
    assert (last.step, last.by, last.particulars) == (
        Step.NEW_CODE, HANDLER.account, {"checked": "called_back"},
    )  # fmt: skip
    assert changed.ledger == stored.record.ledger
