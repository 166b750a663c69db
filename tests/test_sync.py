"""The blocking face: results out, and a clear word inside a running loop."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from communique import _sync
from communique.errors import RunningLoopError


async def answer() -> int:
    await asyncio.sleep(0)
    return 42


async def numbers(closed: list[bool]) -> AsyncIterator[int]:
    try:
        for number in range(3):
            await asyncio.sleep(0)
            yield number
    finally:
        closed.append(True)


def test_run_gives_the_result() -> None:
    assert _sync.run(answer(), blocking="extract", awaitable="await aextract") == 42


def test_iterate_gives_every_item_and_closes() -> None:
    closed: list[bool] = []
    assert list(_sync.iterate(numbers(closed), blocking="a", awaitable="b")) == [0, 1, 2]
    assert closed == [True]


def test_an_iteration_left_early_is_closed() -> None:
    closed: list[bool] = []
    items = _sync.iterate(numbers(closed), blocking="a", awaitable="b")
    assert next(items) == 0
    items.close()  # type: ignore[attr-defined]  # it is a generator
    assert closed == [True]


def test_an_interrupt_in_the_midst_cancels_what_is_under_way() -> None:
    """As a signal handler raises it: in the loop, and not in the task that is waited for."""
    closed: list[bool] = []

    async def interrupted() -> AsyncIterator[int]:
        yield 0
        asyncio.get_running_loop().call_soon(raised)
        try:
            await asyncio.Event().wait()
        finally:
            closed.append(True)

    items = _sync.iterate(interrupted(), blocking="a", awaitable="b")
    assert next(items) == 0
    with pytest.raises(KeyboardInterrupt):
        next(items)
    assert closed == [True]


def raised() -> None:
    raise KeyboardInterrupt


def test_inside_a_loop_the_await_form_is_named() -> None:
    async def inside() -> None:
        with pytest.raises(RunningLoopError, match=r"extract\(\) cannot run inside .* use `await aextract`"):
            _sync.run(answer(), blocking="extract", awaitable="await aextract")
        with pytest.raises(RunningLoopError, match="extract_all"):
            list(_sync.iterate(numbers([]), blocking="extract_all", awaitable="async for"))

    asyncio.run(inside())
