"""Work that comes in meanwhile is done together; each job gets its own result, and none harms another."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from forms_api.together import MOST, Together


class Doubling:
    """Doubles numbers, refuses those under zero, and breaks as a whole where there is a ten; notes what it was given."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.go_on = threading.Event()
        self.begun = threading.Event()

    def __call__(self, jobs: Sequence[int]) -> Sequence[int | Exception]:
        self.batches.append(list(jobs))
        self.begun.set()
        assert self.go_on.wait(600)
        if 10 in jobs:
            raise RuntimeError("broken")
        return [job * 2 if job >= 0 else ValueError(str(job)) for job in jobs]


async def started(together: Together, work: Doubling, *jobs: int) -> list[asyncio.Task[int]]:
    """The first job under way, and the others waiting."""
    tasks = [asyncio.create_task(together.do(jobs[0], work))]
    assert await asyncio.to_thread(work.begun.wait, 600)
    tasks += [asyncio.create_task(together.do(job, work)) for job in jobs[1:]]
    await asyncio.sleep(0)
    return tasks


def test_what_comes_while_one_is_done_is_done_together_and_each_gets_its_own() -> None:
    async def run() -> None:
        together, work = Together(), Doubling()
        tasks = await started(together, work, 1, 2, -3, 4)
        work.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert work.batches == [[1], [2, -3, 4]]
        assert results[:2] == [2, 4]
        assert isinstance(results[2], ValueError)
        assert results[3] == 8
        assert await together.do(5, work) == 10

    asyncio.run(run())


def test_where_the_work_breaks_as_a_whole_each_is_done_by_itself() -> None:
    async def run() -> None:
        together, work = Together(), Doubling()
        tasks = await started(together, work, 1, 2, 10, 3)
        work.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert work.batches == [[1], [2, 10, 3], [2], [10], [3]]
        assert [result for result in results if not isinstance(result, Exception)] == [2, 4, 6]
        assert isinstance(results[2], RuntimeError)
        with pytest.raises(RuntimeError):
            await together.do(10, work)

    asyncio.run(run())


def test_who_went_away_harms_nobody_and_a_batch_has_its_limit() -> None:
    async def run() -> None:
        together, work = Together(), Doubling()
        tasks = await started(together, work, 0, *range(11, 11 + MOST + 1))
        tasks[1].cancel()
        work.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(results[1], asyncio.CancelledError)
        assert results[2:] == [number * 2 for number in range(12, 12 + MOST)]
        assert [len(batch) for batch in work.batches] == [1, MOST, 1]

    asyncio.run(run())


def test_what_comes_in_on_two_event_loops_is_done_side_by_side() -> None:
    together, meeting = Together(), threading.Barrier(2, timeout=600)

    def doubled(jobs: Sequence[int]) -> Sequence[int]:
        meeting.wait()
        return [job * 2 for job in jobs]

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda job: asyncio.run(together.do(job, doubled)), (1, 2))) == [2, 4]
