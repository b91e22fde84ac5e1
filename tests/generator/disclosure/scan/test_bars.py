"""The scan's figures on the hand-written texts, beside the bars it must not fall under; and why it has three layers."""

from importlib import import_module

import pytest

from tests.generator.disclosure.scan.labelled import (
    Labelled,
    Leak,
    Score,
    each_leak,
    harmless,
    is_held,
    measure,
    written,
)
from tests.shared import made_once

SCAN = import_module("generator.disclosure.scan.scan")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return made_once(tmp_path_factory, "scan-figures", lambda _: measure())


def test_there_are_enough_texts_to_say_anything() -> None:
    assert len(list(written())) >= 600
    assert len(list(harmless())) >= 390


@pytest.mark.untraced
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


@pytest.mark.untraced
def test_at_most_one_text_in_three_hundred_would_go_out_unsafe(figures: Score) -> None:
    assert figures.percent("safe") >= 99.6, "\n".join(figures.misses)


@pytest.mark.untraced
@pytest.mark.parametrize(("group", "bar"), [("leaks", 99.5), ("number-like", 100), ("replaced", 95)])
def test_one_leak_left_holds_a_text_and_none_does_not(figures: Score, group: str, bar: float) -> None:
    assert figures.percent(group) >= bar, "\n".join(figures.misses)


@pytest.mark.untraced
@pytest.mark.parametrize("layer", ["_known", "_detected", "_unexplained", "_doubts"])
def test_each_layer_is_needed(monkeypatch: pytest.MonkeyPatch, layer: str) -> None:
    """Without it a leak gets out that all of them together hold."""

    def gets_out(labelled: Labelled, leak: Leak) -> bool:
        with monkeypatch.context() as without:
            without.setattr(SCAN, layer, lambda *_: iter(()))
            return not is_held(labelled, leak)

    assert any(gets_out(*one) and is_held(*one) for one in each_leak())
