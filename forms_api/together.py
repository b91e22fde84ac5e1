"""Work that comes in while work of its kind is being done waits, and is then done together, in one thread.

So forms that are sent at the same moment share one turn of a thread, one lock and one sync of the disk, and each is
answered when that is done; a form that comes alone waits for nobody.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool

MOST = 32
Job = TypeVar("Job")
Result = TypeVar("Result")


class Together:
    """One kind of work. It blocks, and it gives for each job its result or what it is to raise.

    Only what comes in on one event loop is done together: a future may not be told from another loop's thread.
    """

    def __init__(self) -> None:
        self._queues: WeakKeyDictionary[asyncio.AbstractEventLoop, _Queue] = WeakKeyDictionary()

    async def do(self, job: Job, work: Callable[[Sequence[Job]], Sequence[Result | Exception]]) -> Result:
        """The result of the job, once it and those that came with it are done. Raises what befell this job."""
        return await self._queues.setdefault(asyncio.get_running_loop(), _Queue()).do(job, work)


class _Queue:
    """What waits on one event loop, and whoever does it."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Any, asyncio.Future[Any]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def do(self, job: Job, work: Callable[[Sequence[Job]], Sequence[Result | Exception]]) -> Result:
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, done))
        if self._worker is None:
            self._worker = asyncio.create_task(self._work(work))
        return await done

    async def _work(self, work: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                for (_, done), result in zip(batch, await _results(work, batch), strict=True):
                    _tell(done, result)
        finally:
            self._worker = None


async def _results(
    work: Callable[[Sequence[Any]], Sequence[Any]], batch: Sequence[tuple[Any, object]]
) -> Sequence[Any]:
    """What the work gives; where it breaks as a whole, each job is done by itself, so that none harms another."""
    try:
        return await run_in_threadpool(work, [job for job, _ in batch])
    except Exception as problem:  # noqa: BLE001 - raised again where the job is awaited
        if len(batch) == 1:
            return [problem]
    return [result for one in batch for result in await _results(work, [one])]


def _tell(done: asyncio.Future[Any], result: Any) -> None:
    if done.cancelled():  # nobody waits for it any more; what was kept is kept
        return
    if isinstance(result, Exception):
        done.set_exception(result)
    else:
        done.set_result(result)
