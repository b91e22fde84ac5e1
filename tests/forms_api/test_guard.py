"""Request hygiene and headers."""

from typing import Any

import pytest
from starlette.datastructures import Headers

from forms_api.guard import Hosts, check_request, check_sender
from forms_api.refusals import Refused
from tests.forms_api.visitor import Visitor

HOSTS = Hosts("https://portal.example")


def scope(*headers: tuple[bytes, bytes], **change: Any) -> dict[str, Any]:
    given = headers or ((b"host", b"portal.example"),)
    plain = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b""}
    return {**plain, "headers": list(given), **change}


def refusal(**change: Any) -> int:
    with pytest.raises(Refused) as caught:
        check_request(scope(**change) if "headers" not in change else scope(*change["headers"]), HOSTS)
    return caught.value.status


@pytest.mark.parametrize(
    "host", [b"portal.example", b"127.0.0.1", b"127.0.0.1:8000", b"localhost:1", b"[::1]:8000"]
)
def test_our_names_are_answered(host: bytes) -> None:
    check_request(scope((b"host", host)), HOSTS)


@pytest.mark.parametrize(
    "host",
    [
        b"evil.example",
        b"portal.example:80@evil",
        b"portal.example.evil",
        b"",
        b"127.0.0.1.evil",
        b"localhost:x",
    ],
)
def test_other_names_are_not(host: bytes) -> None:
    assert refusal(headers=[(b"host", host)]) == 400


def test_a_request_without_or_with_two_hosts_is_refused() -> None:
    assert refusal(headers=[(b"accept", b"*/*")]) == 400
    assert refusal(headers=[(b"host", b"portal.example"), (b"host", b"portal.example")]) == 400


def test_two_framings_are_refused() -> None:
    host = (b"host", b"portal.example")
    assert refusal(headers=[host, (b"content-length", b"3"), (b"transfer-encoding", b"chunked")]) == 400
    assert refusal(headers=[host, (b"content-length", b"3"), (b"content-length", b"4")]) == 400


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"method": "DELETE"}, 405),
        ({"method": "TRACE"}, 405),
        ({"raw_path": b"/" + b"a" * 3000}, 414),
        ({"query_string": b"a" * 3000}, 414),
        ({"path": "http://evil/f"}, 400),
        ({"path": "/a\0b"}, 400),
        ({"headers": [(b"host", b"portal.example"), (b"x", b"a" * 20_000)]}, 431),
        ({"headers": [(b"host", b"portal.example")] + [(b"x", b"y")] * 101}, 431),
        ({"headers": [(b"host", b"portal.example"), (b"x", b"a\0b")]}, 400),
    ],
)
def test_what_no_browser_of_ours_sends_is_refused(change: dict[str, Any], status: int) -> None:
    assert refusal(**change) == status


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "https://portal.example"},
        {"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000"},
    ],
)
def test_our_own_pages_may_post(headers: dict[str, str]) -> None:
    check_sender(Headers({"host": "portal.example", **headers}), HOSTS)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "https://portal.example"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://portal.example"},
        {"origin": "http://127.0.0.1:8001", "host": "127.0.0.1:8000"},
    ],
)
def test_foreign_pages_may_not(headers: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        check_sender(Headers({"host": "portal.example", **headers}), HOSTS)
    assert caught.value.status == 403


@pytest.mark.parametrize("path", ["/f/complaint", "/f/track", "/f/nothing", "/f/receipt/x"])
def test_every_page_of_the_counter_is_shielded(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("path", "way"),
    [("/f/nothing", '<a href="/">返回首页</a>'), ("/f/nothing?lang=en", '<a href="/en/">Home</a>')],
)
def test_a_page_that_says_what_went_wrong_leads_home(visitor: Visitor, path: str, way: str) -> None:
    assert way in visitor.get(path).text


def test_a_refused_method_says_which_are_allowed(visitor: Visitor) -> None:
    answer = visitor.client.request("DELETE", "/f/complaint")
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]
    assert visitor.get("/f/complaint/send").headers["allow"] == "POST"
