"""What is logged: types and places, never words."""

import json

import pytest

from forms_api import endpoints
from forms_api.logs import logger
from register.errors import RecordDamaged
from register.store import FolderStore
from tests.forms_api.visitor import Visitor

SECRET = "陈建国 13800001234"


def lines(capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    out, err = capfd.readouterr()
    assert SECRET not in out + err
    return [json.loads(line) for line in err.splitlines()]


def test_only_fields_on_the_list_reach_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    logger().info("started", port=8000, address="10.0.0.1", code=SECRET)
    (line,) = lines(capfd)
    assert (line["event"], line["port"]) == ("started", 8000)
    assert not {"address", "code"} & set(line)


def test_an_unforeseen_error_is_a_page_and_one_line_without_its_words(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(endpoints, "take_in", broken)
    answer = visitor.check()
    assert answer.status_code == 500
    assert "0571-5550 0100" in answer.text
    assert "content-security-policy" in answer.headers
    (line,) = lines(capfd)
    assert (line["event"], line["error"]) == ("request_failed", "ValueError")


def test_a_register_that_cannot_be_read_is_the_designed_503(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    location = visitor.submit().headers["location"]

    def broken(*_: object) -> None:
        raise RecordDamaged("x.json", SECRET)

    monkeypatch.setattr(FolderStore, "read", broken)
    assert visitor.get(location).status_code == 503
    (line,) = lines(capfd)
    assert (line["event"], line["error"]) == ("register_unavailable", "RecordDamaged")
