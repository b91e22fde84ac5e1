"""The receipt file, as it is saved from the receipt."""

import base64
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms_api.heads import published_head
from register.receipt_file import KeptHead, ReceiptFile, parse_receipt_file
from register.receipt_signature import is_signed
from tests.factories import book
from tests.forms_api.visitor import Visitor

ROOT = bytes(range(32))


def saved(visitor: Visitor) -> tuple[Any, ReceiptFile]:
    receipt = visitor.get(visitor.submit().headers["location"]).text
    link = re.search(r'href="(/f/receipt/[^"]+/file)"', receipt)
    assert link is not None
    answer = visitor.get(link[1])
    return answer, parse_receipt_file("r.json", answer.content)


def test_the_file_holds_what_the_ledger_entry_of_the_case_commits_to(visitor: Visitor) -> None:
    _, file = saved(visitor)
    (case,) = visitor.cases
    assert file.committed.model_dump(mode="json") == case.submission.committed(case.number)
    assert file.entry == file.computed == case.ledger
    assert file.due == book().rules.periods.published_by(case.received.date()).isoformat()
    assert date.fromisoformat(file.due) > case.received.date()


def test_the_file_is_signed_with_the_key_that_the_counter_shows(visitor: Visitor) -> None:
    _, file = saved(visitor)
    assert is_signed(file, visitor.get("/f/receipt.pem").content)


def test_the_file_is_a_download_under_the_case_number_and_kept_by_nobody_between(visitor: Visitor) -> None:
    answer, file = saved(visitor)
    assert (
        answer.headers["content-disposition"]
        == f'attachment; filename="receipt-{file.committed.number}.json"'
    )
    assert answer.headers["cache-control"] == "no-store"
    assert file.proof not in str(answer.request.url)


def test_the_file_names_the_newest_published_head(visitor: Visitor) -> None:
    place = visitor.home.content / "ledger"
    place.mkdir()
    (place / "checkpoint").write_text(f"portal.example\n207\n{base64.b64encode(ROOT).decode()}\n\n")
    _, file = saved(visitor)
    assert file.head == KeptHead(size=207, root=ROOT.hex())


def test_before_the_first_release_there_is_no_head(visitor: Visitor) -> None:
    assert saved(visitor)[1].head is None


@pytest.mark.parametrize("data", [b"", b"x", b"a\nb\nc\n", b"a\n1\n!!\n", b"a\n1\nQUJD\n", b"\xff\n1\n2\n"])
def test_what_is_no_head_is_left_out(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "checkpoint").write_bytes(data)
    assert published_head(tmp_path / "checkpoint") is None


def test_after_half_an_hour_the_file_is_closed_as_the_receipt_is(visitor: Visitor) -> None:
    address = visitor.submit().headers["location"].partition("?")[0] + "/file"
    visitor.later(minutes=29)
    assert visitor.get(address).status_code == 200
    visitor.later(minutes=2)
    assert visitor.get(address).status_code == 410
    assert visitor.get("/f/receipt/forged/file").status_code == 404
