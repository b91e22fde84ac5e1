"""The strict reader of request bodies: every field known, once, whole and in UTF-8; anything else is refused.

Starlette's own `request.form()` guesses: a truncated body loses fields silently, GBK turns to nonsense, duplicates
pass. This reader guesses nothing. Sizes are counted on the stream, never believed from a header.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from multipart import MultipartError, PushMultipartParser
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect

from forms_api.refusals import Disconnected, Refused

LARGEST = 64 * 1024
DRAINED = 1024 * 1024
SECONDS = 30.0
MOST_FIELDS = 64
_DIGITS = 20  # of a length somebody declares; Python refuses to read thousands of them
END = "_end"
CHARSET = "_charset_"
URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

_OPTION = re.compile(r';\s*([a-z]+)=(?:"([^"\\]*)"|([^\s;,"]+))\s*', re.ASCII | re.IGNORECASE)
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", re.ASCII)
_DISPOSITION = re.compile(r'form-data;\s*name="([A-Za-z0-9_]{1,64})"', re.ASCII)
_FILE = re.compile(r'form-data;\s*name="([A-Za-z0-9_]{1,64})";\s*filename="[^"]*"', re.ASCII)
_PART_TYPE = re.compile(r"text/plain(;\s*charset=\"?utf-8\"?)?", re.ASCII | re.IGNORECASE)
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Upload:
    """Which files a form may bring, and how many bytes its body may have in how many seconds."""

    files: tuple[str, ...] = ()
    largest: int = LARGEST
    seconds: float = SECONDS


WORDS_ALONE = Upload()
"""What a form without files may send."""


@dataclass(frozen=True)
class Posted:
    """A form body: text fields by name, and the bytes of its files by theirs."""

    fields: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Parts:
    """The parts of a multipart body, in order, not yet checked."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


async def read_fields(
    headers: Headers,
    stream: AsyncIterator[bytes],
    known: Collection[str],
    upload: Upload = WORDS_ALONE,
) -> dict[str, str]:
    """The fields of a form body, by name, decoded but not yet checked. Raises Refused."""
    return (await read_form(headers, stream, known, upload)).fields


async def read_form(
    headers: Headers,
    stream: AsyncIterator[bytes],
    known: Collection[str],
    upload: Upload = WORDS_ALONE,
    *,
    claim: Callable[[int], None] = lambda size: None,
) -> Posted:
    """Fields and files of a form body. `claim` is told of every piece before it is held, and may refuse it.

    Only a multipart body may be longer than `LARGEST`, and only by its files. Raises Refused.
    """
    kind, boundary = content_type(headers)
    largest = upload.largest if kind == MULTIPART else min(upload.largest, LARGEST)
    declared = headers.get("content-length", "")
    if declared.isdigit() and int(declared[:_DIGITS]) > (
        largest if "expect" in headers else max(largest, DRAINED)
    ):
        raise Refused(413, "too_large")
    data = await _collect(stream, largest, upload.seconds, claim)
    if kind == URLENCODED:
        return Posted(_checked(split_urlencoded(data), known))
    parts = split_multipart(data, boundary, upload.files)
    return Posted(_checked(parts.pairs, known), parts.files)


def content_type(headers: Headers) -> tuple[str, bytes]:
    """The body's type and boundary. Raises Refused for any other type, charset or encoding than forms use."""
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(415, "wrong_type")
    named = headers.getlist("content-type")
    kind, _, rest = (named[0] if len(named) == 1 else "").partition(";")
    kind = kind.strip().lower()
    if kind not in (URLENCODED, MULTIPART):
        raise Refused(415, "wrong_type")
    options = _options(f";{rest}" if rest else "")
    if options.get("charset", "utf-8").lower() != "utf-8":
        raise Refused(415, "wrong_charset")
    if kind == URLENCODED:
        return kind, b""
    if not _BOUNDARY.fullmatch(options.get("boundary", "")):
        raise Refused(400, "not_whole")
    return kind, options["boundary"].encode("ascii")


def split_urlencoded(data: bytes) -> list[tuple[str, str]]:
    """Name and value of each field. Raises Refused for raw bytes, broken escapes or anything not UTF-8."""
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError:
        raise Refused(400, "not_utf8") from None
    if _BROKEN_ESCAPE.search(text):
        raise Refused(400, "not_whole")
    try:
        return parse_qsl(
            text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise Refused(400, "not_utf8") from None
    except ValueError:
        raise Refused(400, "not_whole") from None


def split_multipart(data: bytes, boundary: bytes, files: Collection[str] = ()) -> Parts:
    """The parts, those named in `files` as bytes; the first closing boundary must be the end of the data."""
    opening, closing = b"--" + boundary, b"--" + boundary + b"--"
    rest = data[data.find(closing) + len(closing) :]
    if not data.startswith(opening) or closing not in data or rest not in (b"", b"\r\n"):
        raise Refused(400, "not_whole")
    try:
        return _sorted(_parts(data, boundary, files), files)
    except MultipartError:
        raise Refused(400, "not_whole") from None
    except UnicodeDecodeError:
        raise Refused(400, "not_utf8") from None


def _sorted(named: Iterable[tuple[str, bytes]], files: Collection[str]) -> Parts:
    parts = Parts()
    for name, value in named:
        if name not in files:
            parts.pairs.append((name, value.decode("utf-8")))
        elif name in parts.files:
            raise Refused(400, "unexpected_field")
        else:
            parts.files[name] = value
    if sum(len(value) for _, value in parts.pairs) > LARGEST:
        raise Refused(413, "too_large")
    return parts


def _parts(data: bytes, boundary: bytes, files: Collection[str]) -> Iterable[tuple[str, bytes]]:
    name, value = "", bytearray()
    with PushMultipartParser(boundary, max_segment_count=MOST_FIELDS, strict=True) as parser:
        for event in parser.parse(data):
            if event is None:
                yield name, bytes(value)
            elif isinstance(event, bytes | bytearray):
                value += event
            else:
                name, value = _part_name(event.headerlist, files), bytearray()


def _part_name(headers: list[tuple[str, str]], files: Collection[str]) -> str:
    """The name of a part. A transfer encoding, a second disposition, or a file where none is asked, is refused.

    What a file is called and said to be is not looked at: its bytes tell.
    """
    named = dict(headers)
    disposition = named.pop("Content-Disposition", "")
    part_type = named.pop("Content-Type", "text/plain")
    if len({key for key, _ in headers}) != len(headers) or named:
        raise Refused(400, "unexpected_field")
    file = _FILE.fullmatch(disposition)
    if file and file[1] in files:
        return file[1]
    text = _DISPOSITION.fullmatch(disposition)
    if not text or text[1] in files or not _PART_TYPE.fullmatch(part_type):
        raise Refused(400, "unexpected_field")
    return text[1]


def _checked(pairs: list[tuple[str, str]], known: Collection[str]) -> dict[str, str]:
    fields = dict(pairs)
    if len(fields) != len(pairs) or not set(fields) <= {*known, END, CHARSET}:
        raise Refused(400, "unexpected_field")
    if not pairs or pairs[-1] != (END, "1"):
        raise Refused(400, "not_whole")
    if fields.get(CHARSET, "utf-8").lower() != "utf-8":
        raise Refused(400, "not_utf8")
    return {
        name: value.removeprefix("\ufeff") for name, value in fields.items() if name not in (END, CHARSET)
    }


def _options(text: str) -> dict[str, str]:
    """The parameters of a content type. Raises Refused where they are not plain `; name=value`."""
    options: dict[str, str] = {}
    place = 0
    while place < len(text):
        option = _OPTION.match(text, place)
        if option is None or option[1].lower() in options:
            raise Refused(415 if "charset" in text else 400, "wrong_type")
        options[option[1].lower()] = option[2] if option[2] is not None else option[3]
        place = option.end()
    return options


async def _collect(
    stream: AsyncIterator[bytes], largest: int, seconds: float, claim: Callable[[int], None]
) -> bytes:
    """The whole body in time. A body somewhat too large is read to its end, so that the answer is seen."""
    data = bytearray()
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for chunk in stream:
                size += len(chunk)
                if size > max(largest, DRAINED):
                    break
                if size <= largest:
                    claim(len(chunk))
                    data += chunk
    except TimeoutError:
        raise Refused(408, "too_slow") from None
    except ClientDisconnect:
        raise Disconnected from None
    if size > largest:
        raise Refused(413, "too_large")
    return bytes(data)
