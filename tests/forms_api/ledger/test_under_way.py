"""An import goes on after the page that confirmed it was answered, and says how far it is."""

import threading
from collections.abc import Callable

import pytest

from forms_api.ledger.imports import Import, KeptLayout
from forms_api.ledger.under_way import Count, Takings, UnderWay
from register.errors import StorageFailed
from tests.factories import MONDAY

DONE = Import(
    id="0" * 16,
    by="wangfang",
    at=MONDAY,
    sha256="a" * 64,
    state="done",
    layout=KeptLayout(sheet=0, header=1, columns=()),
)


class Held:
    """Work that stands still after its first case until it is let go."""

    def __init__(self) -> None:
        self.counted, self.go_on, self.runs = threading.Event(), threading.Event(), 0

    def __call__(self, count: Count) -> Import:
        self.runs += 1
        count()
        self.counted.set()
        assert self.go_on.wait(600)
        return DONE


def failing(problem: Exception) -> Callable[[Count], Import]:
    def work(count: Count) -> Import:
        raise problem

    return work


def test_a_short_import_is_done_within_the_request() -> None:
    takings = Takings(patience=600)
    held = Held()
    held.go_on.set()
    assert takings.begin(DONE.id, 1, held) == DONE
    assert takings.running(DONE.id) is None
    assert not takings.broke_off(DONE.id)


def test_a_long_one_goes_on_is_counted_and_runs_once_however_often_it_is_confirmed() -> None:
    takings, held = Takings(patience=0), Held()
    assert takings.begin(DONE.id, 3, held) is None
    assert held.counted.wait(600)
    assert takings.begin(DONE.id, 3, held) is None
    running = takings.running(DONE.id)
    assert isinstance(running, UnderWay)
    assert (running.done, running.total) == (1, 3)
    held.go_on.set()
    assert running.outcome.result(600) == DONE
    assert held.runs == 1
    assert takings.running(DONE.id) is None


def test_who_confirms_once_more_after_it_was_done_is_told_what_came_of_it() -> None:
    takings, held = Takings(patience=600), Held()
    held.go_on.set()
    assert [takings.begin(DONE.id, 1, held) for _ in range(2)] == [DONE, DONE]
    assert held.runs == 1


def test_what_goes_wrong_within_the_request_is_raised_and_may_be_tried_again() -> None:
    takings = Takings(patience=600)
    with pytest.raises(StorageFailed):
        takings.begin(DONE.id, 1, failing(StorageFailed("full")))
    assert takings.broke_off(DONE.id)
    held = Held()
    held.go_on.set()
    assert takings.begin(DONE.id, 1, held) == DONE
    assert not takings.broke_off(DONE.id)


def test_an_unforeseen_fault_is_logged_by_type_and_place_and_a_full_disk_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for problem in (StorageFailed("full"), KeyError("陈建国")):
        with pytest.raises(type(problem)):
            Takings(patience=600).begin(DONE.id, 1, failing(problem))
    (line,) = capsys.readouterr().err.splitlines()
    assert '"import_broke_off"' in line
    assert '"KeyError"' in line
    assert "陈建国" not in line
