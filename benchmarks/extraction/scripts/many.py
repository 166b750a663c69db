"""What scripts share that read many articles at a time: a line of work in, its seconds and CPU seconds out.

A line is {"concurrency", "texts", "bodies"}: texts of articles, and for each the request that communique would make.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from time import perf_counter
from typing import Any, TypeVar

from lines import Answer, serve

Item = TypeVar("Item")
Work = dict[str, Any]


def serve_many(read: Callable[[Work], int]) -> None:
    """Answers lines of work by `read`, which gives the number of articles that it has read."""

    def measured(work: Work) -> Answer:
        began, used = perf_counter(), _cpu()
        done = read(work)
        return {"seconds": perf_counter() - began, "cpu": _cpu() - used, "read": done, "failures": []}

    serve(measured)


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and that ended."""
    return sum(os.times()[:4])


async def at_a_time(ask: Callable[[Item], Awaitable[object]], items: Iterable[Item], concurrency: int) -> int:
    """Asks for all items, so many at a time, with nothing else to it; the number of answers."""
    left, done = iter(items), 0

    async def take() -> None:
        nonlocal done
        for item in left:
            await ask(item)
            done += 1

    await asyncio.gather(*(take() for _ in range(concurrency)))
    return done
