"""Whatever bytes a stranger makes of a form that is otherwise in order: a page, never a crash, never a half-kept case."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms_api.visitor import COMPLAINT, ORIGIN, Visitor, hidden

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=B"
PIECES = [
    b"\r\n", b"\n", b"--B", b"--B--", b"--B\r\n", b"&", b"=", b";", b"%", b"%00", b"%FF", b"+", b"\0", b"\xff", b"\xed\xa0\x80",
    b'Content-Disposition: form-data; name="what"', b'; filename="a.jpg"', b"Content-Type: image/jpeg", b"_end=1", b"what=",
    b"Content-Transfer-Encoding: base64", b'name="_end"', "漏".encode(), b"a" * 5000,
]  # fmt: skip
# Cut out a stretch and put something in its place: (from, how long, what).
CHANGE = st.tuples(st.floats(0, 1), st.integers(0, 200), st.sampled_from(PIECES) | st.binary(max_size=30))
KINDS = st.sampled_from([URLENCODED, MULTIPART, "multipart/form-data; boundary=", "text/plain", ""])


@pytest.fixture(scope="module")
def checked() -> Iterator[tuple[Visitor, dict[str, bytes]]]:
    """A visitor on the check page, and what her browser would send, in both spellings."""
    with tempfile.TemporaryDirectory() as folder:
        visitor = Visitor(Path(folder))
        fields = {n: v for n, v in hidden(visitor.check().text).items() if n != "_charset_"}
        parts = (
            f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        )
        multipart = "".join(parts).encode() + b"--B--\r\n"
        yield visitor, {URLENCODED: urlencode(fields).encode(), MULTIPART: multipart}


@settings(max_examples=150, deadline=None)
@given(
    spelling=st.sampled_from([URLENCODED, MULTIPART]),
    changes=st.lists(CHANGE, min_size=1, max_size=4),
    kind=KINDS,
)
def test_a_changed_body_is_refused_with_a_page_or_means_the_same(
    checked: tuple[Visitor, dict[str, bytes]],
    spelling: str,
    changes: list[tuple[float, int, bytes]],
    kind: str,
) -> None:
    visitor, bodies = checked
    body = changed(bodies[spelling], changes)
    answer = visitor.client.post(
        "/f/complaint/send", content=body, headers={"origin": ORIGIN, "content-type": kind or spelling}
    )
    assert answer.status_code in (303, 400, 409, 413, 415, 422)
    cases = visitor.cases
    if answer.status_code == 303:
        assert [case.submission.answers["what"] for case in cases] == [COMPLAINT["what"]]
    else:
        assert "<h1>" in answer.text
    assert len(cases) <= 1
    assert visitor.store.foreign() == []


def changed(body: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, piece in changes:
        start = int(place * len(body))
        body = body[:start] + piece + body[start + length :]
    return body
