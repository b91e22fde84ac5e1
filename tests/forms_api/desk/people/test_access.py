import pytest

from forms_api.desk.people.access import is_local


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8001", "localhost:8001", "localhost", "[::1]:8001", "[::1]", "LOCALHOST"]
)
@pytest.mark.parametrize("peer", ["127.0.0.1", "127.3.2.1", "::1"])
def test_this_machine_is_let_in(peer: str, host: str) -> None:
    assert is_local(peer, host, ["host", "accept", "cookie"])


@pytest.mark.parametrize("peer", ["192.168.1.20", "10.0.0.1", "testclient", "", None, "::ffff:8.8.8.8"])
def test_another_machine_is_not(peer: str | None) -> None:
    assert not is_local(peer, "127.0.0.1:8001", ["host"])


@pytest.mark.parametrize(
    "host",
    [
        "desk.example.org",
        "127.0.0.1.example.org",
        "localhost.example.org:8001",
        "0.0.0.0:8001",
        "",
        "[::1].x",
    ],
)
def test_another_name_is_not(host: str) -> None:
    assert not is_local("127.0.0.1", host, ["host"])


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "x-forwarded-proto", "Forwarded", "Via", "X-Real-IP", "CF-Connecting-IP"]
)
def test_what_was_passed_on_is_not(header: str) -> None:
    assert not is_local("127.0.0.1", "127.0.0.1:8001", ["host", header])
