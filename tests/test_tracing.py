"""Coverage counts what tests of register and gate reach by examples of their own, and nothing else of a run."""

import os
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


def item(file: str, function: object = example, mark: str | None = None) -> pytest.Item:
    wanted = SimpleNamespace(
        nodeid=f"{file}::test", obj=function, get_closest_marker=lambda name: name if name == mark else None
    )
    return cast("pytest.Item", wanted)


def tracer(_frame: FrameType, _event: str, _argument: object) -> Any:
    """Looks at nothing."""


def state() -> tuple[bool, bool, bool]:
    """Whether this thread is traced, whether new ones are, whether new processes are."""
    return (
        sys.gettrace() is tracer,
        threading.gettrace() is tracer,
        os.environ.get("COVERAGE_PROCESS_CONFIG") == "of the tracer",
    )


ALL, NOTHING = (True, True, True), (False, False, False)


@pytest.fixture
def covering(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where coverage is measured."""
    monkeypatch.setattr(tracing, "_TRACER", tracer)
    monkeypatch.setattr(tracing, "_THREADS", tracer)
    monkeypatch.setattr(tracing, "_CHILDREN_TRACED", "of the tracer")


@pytest.mark.usefixtures("covering")
@pytest.mark.parametrize(
    ("test", "around", "call"),
    [
        (item("tests/register/test_case.py"), ALL, ALL),
        (item("tests/generator/disclosure/scan/test_scan.py"), ALL, ALL),
        (item("tests/register/test_case.py", drawn), ALL, NOTHING),
        (item("tests/register/test_case.py", mark="untraced"), NOTHING, NOTHING),
        (item("tests/generator/site/test_work.py"), NOTHING, NOTHING),
        (item("tests/test_docs.py", drawn), NOTHING, NOTHING),
    ],
)
def test_what_counts_is_traced_and_nothing_else(
    test: pytest.Item, around: tuple[bool, ...], call: tuple[bool, ...]
) -> None:
    with tracing.untraced():
        with tracing.surroundings_of(test):
            made = state()
        with tracing.examples_of(test):
            called = state()
        after = state()
    assert (made, called, after) == (around, call, NOTHING)


@pytest.mark.usefixtures("covering")
def test_behind_it_everything_is_as_it_was() -> None:
    before = sys.gettrace(), threading.gettrace(), os.environ.get("COVERAGE_PROCESS_CONFIG")
    with tracing.traced(), tracing.untraced():
        assert state() == NOTHING
    assert (sys.gettrace(), threading.gettrace(), os.environ.get("COVERAGE_PROCESS_CONFIG")) == before


def test_a_test_of_something_else_is_not_traced() -> None:
    """Nor is this one, where the whole suite is covered."""
    assert sys.gettrace() is None
    assert threading.gettrace() is None
