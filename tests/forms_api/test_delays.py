"""Wrong codes wait, by network."""

from datetime import timedelta

from forms_api import delays
from forms_api.delays import FORGOTTEN_AFTER, FREE_TRIES, LONGEST, Delays, prefix_of
from tests.factories import MONDAY


def test_some_typing_errors_are_free_then_each_waits_longer_up_to_a_limit() -> None:
    waits = Delays()
    waited = [waits.after_wrong("10.0.0.1", MONDAY) for _ in range(FREE_TRIES + 12)]
    assert waited[:FREE_TRIES] == [0.0] * FREE_TRIES
    assert waited == sorted(waited)
    assert waited[FREE_TRIES] > 0
    assert waited[-1] == LONGEST


def test_another_network_is_not_made_to_wait() -> None:
    waits = Delays()
    for _ in range(50):
        waits.after_wrong("10.0.0.1", MONDAY)
    assert waits.after_wrong("10.0.0.200", MONDAY) > 0
    assert waits.after_wrong("10.0.1.1", MONDAY) == 0


def test_it_is_forgotten() -> None:
    waits = Delays()
    for _ in range(50):
        waits.after_wrong("10.0.0.1", MONDAY)
    assert waits.after_wrong("10.0.0.1", MONDAY + FORGOTTEN_AFTER + timedelta(seconds=1)) == 0


def test_memory_is_bounded(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(delays, "MOST_PREFIXES", 3)
    waits = Delays()
    for block in range(10):
        waits.after_wrong(f"10.0.{block}.1", MONDAY)
    assert len(waits._wrong) == 3


def test_networks() -> None:
    assert prefix_of("192.168.7.9") == "192.168.7.0/24"
    assert prefix_of("2001:db8:1:2::9") == "2001:db8:1::/48"
    assert prefix_of("testclient") == "unknown"
