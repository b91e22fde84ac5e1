"""The strict body reader: everything known, once, whole and in UTF-8, or refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, suppress
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import Headers

from forms_api.body import (
    LARGEST,
    MULTIPART,
    URLENCODED,
    Upload,
    read_fields,
    split_multipart,
    split_urlencoded,
)
from forms_api.refusals import Refused

KNOWN = ("what", "place")


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def silence() -> AsyncIterator[bytes]:
    await asyncio.Event().wait()
    yield b""


def read(body: bytes, kind: str = URLENCODED) -> dict[str, str]:
    headers = Headers({"content-type": kind})
    return asyncio.run(read_fields(headers, chunks(body), KNOWN))


def part(name: str, value: str, extra: str = "") -> bytes:
    return f'--B\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n{value}\r\n'.encode()


def only_refused() -> AbstractContextManager[None]:
    """Whatever is thrown at the reader, it gives fields or refuses; any other error fails the test."""
    return suppress(Refused)


def refusal(body: bytes, kind: str = URLENCODED) -> tuple[int, str]:
    with pytest.raises(Refused) as caught:
        read(body, kind)
    return caught.value.status, caught.value.code


def test_a_urlencoded_form_is_read_as_typed() -> None:
    assert read(b"what=%E6%BC%8F%E6%B0%B4+%26&place=&_end=1") == {"what": "漏水 &", "place": ""}


def test_a_multipart_form_is_read_as_typed() -> None:
    body = part("what", "漏水\r\n第二行") + part("_end", "1") + b"--B--\r\n"
    assert read(body, f"{MULTIPART}; boundary=B") == {"what": "漏水\r\n第二行"}


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_multipart_body_cut_anywhere_is_refused(cut: int) -> None:
    body = part("what", "漏水") + part("_end", "1") + b"--B--\r\n"
    status, _ = refusal(body[: -cut - 2], f"{MULTIPART}; boundary=B")
    assert status == 400


def test_a_urlencoded_body_without_its_last_field_is_refused() -> None:
    assert refusal(b"what=abc") == (400, "not_whole")
    assert refusal(b"_end=1&what=abc") == (400, "not_whole")
    assert refusal(b"") == (400, "not_whole")


def test_a_body_is_counted_and_not_believed() -> None:
    assert refusal(b"what=" + b"a" * LARGEST + b"&_end=1") == (413, "too_large")


def test_a_body_that_never_comes_is_given_up() -> None:
    async def waiting() -> None:
        await read_fields(Headers({"content-type": URLENCODED}), silence(), KNOWN, Upload(seconds=0))

    with pytest.raises(Refused) as caught:
        asyncio.run(waiting())
    assert (caught.value.status, caught.value.code) == (408, "too_slow")


@pytest.mark.parametrize("length", ["99999999", "9" * 5000])
def test_an_announced_flood_is_refused_before_it_is_read(length: str) -> None:
    headers = Headers({"content-type": URLENCODED, "content-length": length})
    with pytest.raises(Refused) as caught:
        asyncio.run(read_fields(headers, silence(), KNOWN))
    assert caught.value.status == 413


@pytest.mark.parametrize(
    "header",
    [
        f"{URLENCODED}; charset=utf-8",
        f'{URLENCODED};charset="UTF-8"',
        f"{URLENCODED} ; Charset=UTF-8",
    ],
)
def test_utf8_may_be_named(header: str) -> None:
    assert read(b"what=a&_end=1", header) == {"what": "a"}


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_no_bytes_break_the_urlencoded_reader(data: bytes) -> None:
    with only_refused():
        assert all(isinstance(value, str) for _, value in split_urlencoded(data))


PIECES = st.sampled_from([
    b"--B", b"\r\n", b"--", b"\n", b"\r", b'Content-Disposition: form-data; name="what"', b'; filename="x"',
    b"Content-Type: text/plain", b"\xff", b"\x00", "漏".encode(), b"a", b": ", b"--B--\r\n",
])  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(b"".join))
@settings(max_examples=500)
def test_no_arrangement_breaks_the_multipart_reader(data: bytes) -> None:
    with only_refused():
        assert all(name == "what" for name, _ in split_multipart(data, b"B").pairs)


@given(st.dictionaries(st.sampled_from(KNOWN), st.text(st.characters(codec="utf-8"), max_size=80)))
def test_every_text_survives_both_encodings(fields: dict[str, str]) -> None:
    expected = {name: value.removeprefix("\ufeff") for name, value in fields.items()}
    assert read(urlencode(fields | {"_end": "1"}).encode()) == expected
    body = b"".join(part(name, value) for name, value in (fields | {"_end": "1"}).items()) + b"--B--\r\n"
    if "--B" not in "".join(fields.values()):
        assert read(body, f"{MULTIPART}; boundary=B") == expected
