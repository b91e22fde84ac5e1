"""A disk in trouble at every single call, for every form, with photos and without: 503, everything typed still there, and no half case.

`tests/faulty_disk.py` fails the N-th call to the system, for N = 1, 2, 3, … until nothing failed any more.
"""

import errno
from pathlib import Path
from typing import Any

import pytest

from register.case import Case
from register.photo_store import PhotoStore
from tests.faulty_disk import each_fault, faulty_disk
from tests.forms_api.pictures import encoded, quarters
from tests.forms_api.test_enclosures import post_files
from tests.forms_api.visitor import COMPLAINT, Visitor, hidden, words

REPAIR = {
    "urgency": "ordinary",
    "matter": "facilities",
    "place": "2 号楼 1 单元电梯",
    "what": "电梯门关不上。",
    "reply": "by_code",
}
INQUIRY = {"matter": "charges", "what": "停车费怎么算？", "reply": "by_code"}
SUGGESTION = {"kind": "suggestion", "matter": "greening", "what": "多种些树。", "reply": "by_code"}
OBJECTION = {"entry": "7QKX2M9D", "why": "not_true", "what": "写得不对。", "reply": "by_code"}
FORMS = {
    "complaint": COMPLAINT,
    "repair": REPAIR,
    "inquiry": INQUIRY,
    "suggestion": SUGGESTION,
    "objection": OBJECTION,
}
PHOTO = encoded(quarters(), "PNG")


def checked(visitor: Visitor, form: str, answers: dict[str, str], photos: bool) -> dict[str, str]:
    """The hidden fields of the check page, a photo put aside if asked for."""
    if not photos:
        page = visitor.check(form, **answers)
    else:
        token = visitor.token(form)
        visitor.later(seconds=30)
        sent = {"_instance": token} | answers | {"_end": "1"}
        page = post_files(visitor, sent, [("x.png", PHOTO), ("", b""), ("", b"")], f"/f/{form}")
    assert page.status_code == 200, words(page.text)
    return hidden(page.text)


def said_no(page: Any, what: str) -> None:
    assert page.status_code == 503
    assert what in page.text
    assert "tel:" in page.text


@pytest.mark.parametrize(
    ("form", "photos"),
    [*((form, False) for form in FORMS), ("complaint", True), ("repair", True)],
    ids=lambda value: str(value),
)
def test_at_whatever_call_the_disk_fails_nothing_is_lost_and_nothing_half_is_kept(
    tmp_path: Path, form: str, photos: bool
) -> None:
    """The seal of a check page holds, so the same fields are sent again and again until the disk behaves."""
    visitor = Visitor(tmp_path)
    fields = checked(visitor, form, FORMS[form], photos)
    faults = 0
    for fault in each_fault():
        with faulty_disk(fault, errno.ENOSPC) as disk:
            page = visitor.post(f"/f/{form}/send", fields)
        cases = whole(visitor)
        if not disk.failed():
            break
        faults += 1
        assert page.status_code in (303, 503)
        assert page.status_code == 503 or len(cases) == 1, "acknowledged and not there"
        if page.status_code == 503:
            said_no(page, FORMS[form]["what"])
            assert hidden(page.text) == fields
    assert page.status_code == 303
    (case,) = whole(visitor)
    assert faults > 5
    assert case.submission.answers["what"] == FORMS[form]["what"]
    assert case.submission.photos == PhotoStore(visitor.home.register).digests(case.instance)
    assert len(case.submission.photos) == photos


def whole(visitor: Visitor) -> list[Case]:
    """Every case; one that cannot be read, or a stray file, fails here."""
    assert visitor.store.foreign() == []
    return visitor.cases


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_step_of_a_resident_is_kept_or_said_not_to_be(tmp_path: Path, error: int) -> None:
    visitor = Visitor(tmp_path)
    code = visitor.code()
    token = hidden(visitor.get("/f/track").text)["_instance"]
    fields = {"_instance": token, "code": code, "step": "message", "text": "水还在漏。"}
    for fault in each_fault():
        with faulty_disk(fault, error) as disk:
            page = visitor.post("/f/track/step", fields)
        if not disk.failed():
            break
        assert page.status_code in (200, 503)
        if page.status_code == 503:
            assert "tel:" in page.text
    assert [entry.particulars.get("text") for entry in whole(visitor)[0].entries] == [None, "水还在漏。"]


def test_a_register_that_cannot_be_read_is_said_to_monitors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(tmp_path)
    assert visitor.get("/readyz").status_code == 200
    with faulty_disk(1, errno.EIO):
        answer = visitor.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")
    assert visitor.get("/healthz").status_code == 200
