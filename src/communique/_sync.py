"""The blocking face of the async core, and the only place that starts an event loop."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from typing import Any, TypeVar

from communique.errors import RunningLoopError

Result = TypeVar("Result")


def run(work: Coroutine[Any, Any, Result], *, blocking: str, awaitable: str) -> Result:
    """The result of `work`; raises RunningLoopError, which names the `awaitable` form, inside a running loop."""
    if _in_loop():
        work.close()
        raise RunningLoopError(blocking, awaitable)
    return asyncio.run(work)


def iterate(items: AsyncIterator[Result], *, blocking: str, awaitable: str) -> Iterator[Result]:
    """The items, one at a time, from a loop of their own that lives as long as the iteration."""
    if _in_loop():
        raise RunningLoopError(blocking, awaitable)
    yield from _drain(items)


def _in_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _drain(items: AsyncIterator[Result]) -> Iterator[Result]:
    """The items. What is under way when the caller stops iterating, or at an interrupt, is cancelled."""
    arrived: list[Result] = []

    async def step() -> bool:
        """Whether another item came; it is no result, since a runner prints that each time it restores its signals."""
        arrived.clear()
        async for item in items:
            arrived.append(item)
            break
        return bool(arrived)

    async def close() -> None:
        if hasattr(items, "aclose"):
            await items.aclose()

    with asyncio.Runner() as runner:
        try:
            while runner.run(step()):
                yield arrived.pop()
        except GeneratorExit:
            runner.run(close())
            raise
