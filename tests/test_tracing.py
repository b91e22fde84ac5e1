"""Coverage counts what tests reach by examples of their own, and nothing else of a run."""

import sys
import threading
from types import FrameType, SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import tracing


def example() -> None:
    """A test with an example of its own."""


@given(st.booleans())
def drawn(one: bool) -> None:
    """A test whose examples are drawn."""


def item(function: object, mark: str | None = None) -> pytest.Item:
    wanted = SimpleNamespace(obj=function, get_closest_marker=lambda name: name if name == mark else None)
    return cast("pytest.Item", wanted)


def tracer(_frame: FrameType, _event: str, _argument: object) -> Any:
    """Looks at nothing."""


def state() -> tuple[bool, bool]:
    """Whether this thread is traced, and whether new ones are."""
    return sys.gettrace() is tracer, threading.gettrace() is tracer


ALL, NOTHING = (True, True), (False, False)


@pytest.fixture
def covering(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where coverage is measured."""
    monkeypatch.setattr(tracing, "_TRACER", tracer)
    monkeypatch.setattr(tracing, "_THREADS", tracer)


@pytest.mark.usefixtures("covering")
@pytest.mark.parametrize(
    ("test", "around", "call"),
    [
        (item(example), ALL, ALL),
        (item(drawn), ALL, NOTHING),
        (item(example, mark="untraced"), NOTHING, NOTHING),
        (item(drawn, mark="untraced"), NOTHING, NOTHING),
    ],
)
def test_an_example_is_traced_and_nothing_else(
    test: pytest.Item, around: tuple[bool, ...], call: tuple[bool, ...]
) -> None:
    with tracing.untraced():
        with tracing.surroundings_of(test):
            made = state()
        with tracing.call_of(test):
            called = state()
        after = state()
    assert (made, called, after) == (around, call, NOTHING)


@pytest.mark.usefixtures("covering")
def test_behind_it_everything_is_as_it_was() -> None:
    before = sys.gettrace(), threading.gettrace()
    with tracing.traced(), tracing.untraced():
        assert state() == NOTHING
    assert (sys.gettrace(), threading.gettrace()) == before
