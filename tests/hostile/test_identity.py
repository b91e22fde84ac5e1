"""Group E: identity, replay, foreign senders. Numbers are those of the list of 135."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from register.numbers import query_code
from tests.forms_api.visitor import COMPLAINT, Visitor, hidden


def test_103_fifty_at_once_make_one_case_and_one_receipt(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text)
    asked = {"accept": "application/json"}
    with ThreadPoolExecutor(10) as crowd:
        sent = list(crowd.map(lambda _: visitor.post("/f/complaint/send", fields, **asked), range(50)))
    assert {answer.status_code for answer in sent} == {201}
    assert len({answer.json()["query_code"] for answer in sent}) == 1
    assert len(visitor.cases) == 1


def test_106_the_instance_of_another_form_is_refused(visitor: Visitor) -> None:
    answer = visitor.post("/f/complaint", {"_instance": visitor.token("repair")} | COMPLAINT)
    assert answer.status_code == 400


def test_109_a_reload_of_the_receipt_writes_nothing(visitor: Visitor) -> None:
    location = visitor.submit().headers["location"]
    before = visitor.cases
    assert [visitor.get(location).status_code for _ in range(3)] == [200] * 3
    assert visitor.cases == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_110_a_foreign_sender_is_refused_everywhere(visitor: Visitor, headers: dict[str, str]) -> None:
    fields = hidden(visitor.check().text)
    kind = {"content-type": "application/x-www-form-urlencoded"}
    for path in ("/f/complaint", "/f/complaint/send", "/f/track", "/f/track/step"):
        assert visitor.client.post(path, content="x=y&_end=1", headers=kind | headers).status_code == 403
    assert visitor.client.post("/f/complaint/send", data=fields, headers=headers).status_code == 403
    assert visitor.cases == []


def test_110_an_old_webview_that_says_nothing_is_served_with_its_signed_form(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text)
    assert visitor.client.post("/f/complaint/send", data=fields).status_code == 303
    unsigned = {name: value for name, value in fields.items() if name != "_instance"}
    assert visitor.client.post("/f/complaint/send", data=unsigned).status_code == 400
    assert visitor.client.post("/f/track", data={"code": "1", "_end": "1"}).status_code == 400


def test_111_looking_never_changes_anything(visitor: Visitor) -> None:
    location = visitor.submit().headers["location"]
    before = visitor.cases
    paths = ["/f/complaint", "/f/complaint/send", "/f/track", "/f/track/step", location, "/", "/f/notice"]
    for path in paths:
        for method in ("GET", "HEAD"):
            assert visitor.client.request(method, path).status_code in (200, 404, 405)
    assert visitor.cases == before


def test_112_no_page_can_be_framed(visitor: Visitor) -> None:
    for path in ("/f/complaint", "/f/track", visitor.submit().headers["location"]):
        assert "frame-ancestors 'none'" in visitor.get(path).headers["content-security-policy"]


def test_116_guessing_finds_nothing_and_waits(visitor: Visitor) -> None:
    visitor.submit()
    answers = [visitor.track(query_code(bytes([guess]))) for guess in range(30)]
    assert {answer.status_code for answer in answers} == {404}
    assert visitor.pauses[-1] == max(visitor.pauses) > 1


def test_116_a_case_number_opens_nothing(visitor: Visitor) -> None:
    visitor.submit()
    number = visitor.cases[0].number
    assert visitor.track(number).status_code == 422
    assert visitor.get(f"/f/receipt/{number}").status_code == 404
