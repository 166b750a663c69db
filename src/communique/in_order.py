"""Several at a time, and the results in the order of what they are of."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_HELD = 8
"""How many results, for each item under way, wait at most for one that is before them."""


async def in_order(
    items: Iterable[Item], read: Callable[[Item], Awaitable[Result]], *, concurrency: int
) -> AsyncIterator[Result]:
    """The result of each item, in their order; `concurrency` are under way at a time, and eight times as many held."""
    places = asyncio.Semaphore(concurrency)
    pending: deque[asyncio.Future[Result]] = deque()
    try:
        for item in items:
            await places.acquire()
            pending.append(asyncio.ensure_future(read(item)))
            pending[-1].add_done_callback(lambda _: places.release())
            while pending and (pending[0].done() or len(pending) >= concurrency * _HELD):
                yield await pending.popleft()
        while pending:
            yield await pending.popleft()
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def as_they_come(
    items: Iterable[Item], read: Callable[[Item], Awaitable[Result]], *, concurrency: int
) -> AsyncIterator[Result]:
    """The result of each item, those first that are there first; `concurrency` are under way at a time."""
    pending: set[asyncio.Future[Result]] = set()
    done: asyncio.Queue[asyncio.Future[Result]] = asyncio.Queue()

    async def next_done() -> Result:
        first = await done.get()
        pending.discard(first)
        return first.result()

    try:
        for item in items:
            reading = asyncio.ensure_future(read(item))
            reading.add_done_callback(done.put_nowait)
            pending.add(reading)
            while len(pending) >= concurrency or not done.empty():
                yield await next_done()
        while pending:
            yield await next_done()
    finally:
        for waiting in pending:
            waiting.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
