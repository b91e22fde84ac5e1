"""Group B: a body that would be stored, but for one thing that is wrong with it. Numbers are those of the list of 135."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

import pytest

from register.wording import load_wording
from tests.forms_api.visitor import ORIGIN, Visitor, hidden

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=B"
Fields = Mapping[str, str]
Make = Callable[[Fields], bytes]


def url(fields: Fields) -> bytes:
    return urlencode(fields).encode()


def parts(fields: Fields, **headers: str) -> bytes:
    """A multipart body; `headers` replaces the head of the part of that name."""
    body = b""
    for name, value in fields.items():
        head = headers.get(name, f'Content-Disposition: form-data; name="{name}"')
        body += f"--B\r\n{head}\r\n\r\n{value}\r\n".encode()
    return body + b"--B--\r\n"


def head(head: str) -> Make:
    return lambda fields: parts(fields, what=head)


def with_what(raw: bytes) -> Make:
    """The urlencoded form with these raw bytes as the text."""
    return lambda fields: (
        url({n: v for n, v in fields.items() if n not in ("what", "_end")}) + (b"&what=" + raw + b"&_end=1")
    )


NAMED = 'Content-Disposition: form-data; name="what"'
CASES: list[tuple[str, Make, str, int, str]] = [
    ("26a no closing boundary", lambda f: parts(f)[:-7], MULTIPART, 400, "not_whole"),
    ("26b cut in a part", lambda f: parts(f)[:300], MULTIPART, 400, "not_whole"),
    ("26c cut in a head", lambda f: parts(f)[:20], MULTIPART, 400, "not_whole"),
    ("27a empty", lambda f: b"", URLENCODED, 400, "not_whole"),
    ("27b closing boundary alone", lambda f: b"--B--\r\n", MULTIPART, 400, "not_whole"),
    ("28a no boundary", parts, "multipart/form-data", 400, "not_whole"),
    ("28b empty boundary", parts, 'multipart/form-data; boundary=""', 400, "not_whole"),
    ("28c boundary of 300", parts, f"multipart/form-data; boundary={'B' * 300}", 400, "not_whole"),
    ("29 another boundary", parts, "multipart/form-data; boundary=C", 400, "not_whole"),
    ("30a ten thousand fields", lambda f: b"&".join(b"a%d=" % n for n in range(9000)), URLENCODED, 400, "not_whole"),
    ("30b five hundred parts", lambda f: parts({f"a{n}": "" for n in range(500)}), MULTIPART, 400, "not_whole"),
    ("31 sixty thousand &", lambda f: b"&" * 60_000, URLENCODED, 400, "not_whole"),
    ("32 field name of 21 kB", lambda f: url({"a" * 21_000: "1"} | f), URLENCODED, 400, "unexpected_field"),
    ("34 a file", head(f'{NAMED}; filename="a.jpg"'), MULTIPART, 400, "unexpected_field"),
    ("35a twenty part headers", head(NAMED + "".join(f"\r\nX-{n}: y" for n in range(20))), MULTIPART, 400, "not_whole"),
    ("35b part header of 5 kB", head(f"{NAMED}\r\nX-A: {'y' * 5000}"), MULTIPART, 400, "not_whole"),
    ("36a field twice", lambda f: b"what=x&" + url(f), URLENCODED, 400, "unexpected_field"),
    ("36b part twice", lambda f: b"--B\r\n" + NAMED.encode() + b"\r\n\r\nx\r\n" + parts(f), MULTIPART, 400, "unexpected_field"),
    ("37 unknown field", lambda f: url({"admin": "1"} | f), URLENCODED, 400, "unexpected_field"),
    ("38 text sent as file", head(f'{NAMED}; filename=""'), MULTIPART, 400, "unexpected_field"),
    ("39a no name", head("Content-Disposition: form-data"), MULTIPART, 400, "not_whole"),
    ("39b two names", head(f'{NAMED}; name="place"'), MULTIPART, 400, "unexpected_field"),
    ("39c two dispositions", head(f"{NAMED}\r\n{NAMED}"), MULTIPART, 400, "unexpected_field"),
    ("40 extended file name", head(f"{NAMED}; filename*=UTF-8''x"), MULTIPART, 400, "unexpected_field"),
    ("41 folded part header", head('Content-Disposition: form-data;\r\n name="what"'), MULTIPART, 400, "not_whole"),
    ("42 base64", head(f"{NAMED}\r\nContent-Transfer-Encoding: base64"), MULTIPART, 400, "unexpected_field"),
    ("43a preamble", lambda f: b"x" * 1000 + b"\r\n" + parts(f), MULTIPART, 400, "not_whole"),
    ("43b epilogue", lambda f: parts(f) + b"x" * 1000, MULTIPART, 400, "not_whole"),
    ("44 nested", head(f"{NAMED}\r\nContent-Type: multipart/mixed; boundary=C"), MULTIPART, 400, "unexpected_field"),
    ("45a JSON", url, "application/json", 415, "wrong_type"),
    ("45b plain text", url, "text/plain", 415, "wrong_type"),
    ("45c no type", url, "", 415, "wrong_type"),
    ("46 two types", url, f"{URLENCODED}, text/plain", 415, "wrong_type"),
    ("47a charset GBK", url, f"{URLENCODED}; charset=gbk", 415, "wrong_charset"),
    ("47b GBK unlabelled", with_what(quote("物业".encode("gbk")).encode()), URLENCODED, 400, "not_utf8"),
    ("47c GBK unlabelled in a part", lambda f: parts(f | {"what": "物业"}).replace("物业".encode(), "物业".encode("gbk")),
     MULTIPART, 400, "not_utf8"),
    ("48a UTF-7", url, f"{URLENCODED}; charset=utf-7", 415, "wrong_charset"),
    ("48b UTF-16", url, f"{URLENCODED}; charset=utf-16", 415, "wrong_charset"),
    ("48c unicode_escape", url, f"{URLENCODED}; charset=unicode_escape", 415, "wrong_charset"),
    ("49a undefined", parts, f"{MULTIPART}; charset=undefined", 415, "wrong_charset"),
    ("49b punycode", parts, f"{MULTIPART}; charset=punycode", 415, "wrong_charset"),
    ("49c charset of a part", head(f"{NAMED}\r\nContent-Type: text/plain; charset=gbk"), MULTIPART, 400, "unexpected_field"),
    ("50a overlong", with_what(b"%C0%AF"), URLENCODED, 400, "not_utf8"),
    ("50b surrogate", with_what(b"%ED%A0%80"), URLENCODED, 400, "not_utf8"),
    ("50c lone byte", with_what(b"%FF"), URLENCODED, 400, "not_utf8"),
    ("51 raw UTF-8", with_what("漏水".encode()), URLENCODED, 400, "not_utf8"),
    ("52a broken escape", with_what(b"%zz"), URLENCODED, 400, "not_whole"),
    ("52b percent at the end", with_what(b"100%"), URLENCODED, 400, "not_whole"),
    ("53 semicolons", with_what(b"a;place=b"), URLENCODED, 400, "not_checked"),
    ("55 _charset_ GBK", lambda f: url({"_charset_": "GBK"} | f), URLENCODED, 400, "not_utf8"),
    ("56a no last field", lambda f: url({n: v for n, v in f.items() if n != "_end"}), URLENCODED, 400, "not_whole"),
    ("56b something after it", lambda f: url(f) + b"&website=", URLENCODED, 400, "not_whole"),
    ("58 filler that looks like a boundary", lambda f: b"--B\r\n" + b"\r\n--BB" * 10_000, MULTIPART, 400, "not_whole"),
    ("63 name of a field that Python knows", lambda f: url({"__class__": "1"} | f), URLENCODED, 400, "unexpected_field"),
    ("107 no check page before", lambda f: url({n: v for n, v in f.items() if n != "_seal"}), URLENCODED, 400, "not_checked"),
    ("106a forged instance", lambda f: url(f | {"_instance": "x.y"}), URLENCODED, 400, "forged"),
    ("106b no instance", lambda f: url({n: v for n, v in f.items() if n != "_instance"}), URLENCODED, 400, "forged"),
    ("113 redirect", lambda f: url({"redirect": "//evil.example"} | f), URLENCODED, 400, "unexpected_field"),
]  # fmt: skip


def sealed_fields(visitor: Visitor) -> dict[str, str]:
    """Everything a browser would send from the check page; only the confirming is left."""
    fields = hidden(visitor.check().text)
    return {name: value for name, value in fields.items() if name != "_charset_"}


def post(visitor: Visitor, body: bytes, kind: str, path: str = "/f/complaint/send"):  # type: ignore[no-untyped-def]
    headers = {"origin": ORIGIN} | ({"content-type": kind} if kind else {})
    return visitor.client.post(path, content=body, headers=headers)


@pytest.mark.parametrize(
    ("make", "kind", "status", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_body_is_refused_with_a_page_and_nothing_is_stored(
    visitor: Visitor, capfd: pytest.CaptureFixture[str], make: Make, kind: str, status: int, code: str
) -> None:
    fields = sealed_fields(visitor)
    answer = post(visitor, make(fields), kind)
    assert answer.status_code == status
    assert said(code) in answer.text
    assert visitor.cases == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("make", "kind"), [(url, URLENCODED), (parts, MULTIPART)], ids=["urlencoded", "multipart"]
)
def test_the_same_body_without_a_fault_is_stored(visitor: Visitor, make: Make, kind: str) -> None:
    assert post(visitor, make(sealed_fields(visitor)), kind).status_code == 303
    assert len(visitor.cases) == 1


def test_54_a_byte_order_mark_before_a_field_is_taken_off_once(visitor: Visitor) -> None:
    fields = sealed_fields(visitor)
    body = url(fields | {"what": "\ufeff" + fields["what"]})
    assert post(visitor, body, URLENCODED).status_code == 303


def said(code: str) -> str:
    return load_wording("forms").say("page", f"{code}_title", "zh")
