"""The scan's figures on the hand-written texts, beside the bars it must not fall under; and why it has three layers."""

from importlib import import_module

import pytest

from tests.generator.disclosure.scan.labelled import Score, harmless, measure, measure_gate, written

SCAN = import_module("generator.disclosure.scan.scan")


@pytest.fixture(scope="module")
def figures() -> Score:
    return measure()


@pytest.fixture(scope="module")
def gate() -> Score:
    return measure_gate()


def test_there_are_enough_texts_to_say_anything() -> None:
    assert len(written()) >= 600
    assert len(harmless()) >= 390


@pytest.mark.parametrize(
    ("group", "bar"),
    [
        ("spans", 98),
        ("known and staff", 99.7),
        ("bystander", 93),
        ("free", 95),
        ("clean", 94),
        ("harmless", 98),
        ("not held", 95),
    ],
)
def test_the_scan_reaches_its_bars(figures: Score, group: str, bar: float) -> None:
    assert figures.percent(group) >= bar, "\n".join(figures.misses)


def test_at_most_one_text_in_three_hundred_would_go_out_unsafe(figures: Score) -> None:
    assert figures.percent("safe") >= 99.6, "\n".join(figures.misses)


@pytest.mark.parametrize(("group", "bar"), [("leaks", 99.5), ("number-like", 100), ("replaced", 95)])
def test_one_leak_left_holds_a_text_and_none_does_not(gate: Score, group: str, bar: float) -> None:
    assert gate.percent(group) >= bar, "\n".join(gate.misses)


@pytest.fixture(params=["_known", "_detected", "_unexplained", "_doubts"])
def without_layer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(SCAN, request.param, lambda *_: iter(()))
    return str(request.param)


def test_each_layer_is_needed(without_layer: str, gate: Score) -> None:
    assert measure_gate().caught["leaks"] < gate.caught["leaks"]
