"""The time one call may take in all, whatever it spends it on, but for waits that this process asks of itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar

_RUNNING: ContextVar[asyncio.Timeout | None] = ContextVar("deadline", default=None)


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[None]:
    """Raises TimeoutError where the body takes longer; counted on the event loop's clock, which never jumps."""
    async with asyncio.timeout(seconds) as timeout:
        token = _RUNNING.set(timeout)
        try:
            yield
        finally:
            _RUNNING.reset(token)


@asynccontextmanager
async def uncounted() -> AsyncIterator[None]:
    """The deadline of the call that is running stands still in the body: a queue of our own is no failure to answer."""
    timeout = _RUNNING.get()
    end = timeout.when() if timeout is not None else None
    if timeout is None or end is None:
        yield
        return
    loop = asyncio.get_running_loop()
    began = loop.time()
    timeout.reschedule(None)
    try:
        yield
    finally:
        if not timeout.expired():
            timeout.reschedule(end + loop.time() - began)


def left() -> float:
    """Seconds until the deadline of the call that is running; infinite where it has none."""
    timeout = _RUNNING.get()
    end = timeout.when() if timeout is not None else None
    return float("inf") if end is None else end - asyncio.get_running_loop().time()
