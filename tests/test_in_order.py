"""Results come in the order of the items, whichever is done first, and no more are held than is said."""

import asyncio
from collections.abc import Iterator

import pytest

from communique.in_order import as_they_come, in_order


@pytest.mark.parametrize("concurrency", [2, 5])
def test_others_go_on_behind_one_that_waits_until_eight_times_as_many_are_held(concurrency: int) -> None:
    taken: list[int] = []
    done: list[int] = []
    held: list[int] = []
    most = concurrency * 8

    async def run() -> list[int]:
        last_that_may_begin = asyncio.Event()

        def items() -> Iterator[int]:
            for item in range(most + 5):
                taken.append(item)
                yield item

        async def read(item: int) -> int:
            if item == most - 1:
                last_that_may_begin.set()
            if item == 0:
                await last_that_may_begin.wait()
                for _ in range(100):  # turns for whatever would still begin
                    await asyncio.sleep(0)
                held.append(len(taken))
            done.append(item)
            return item

        return [result async for result in in_order(items(), read, concurrency=concurrency)]

    assert asyncio.run(run()) == list(range(most + 5))
    assert done.index(0) == most - 1
    assert held == [most]


def test_what_is_under_way_is_cancelled_when_nobody_wants_more() -> None:
    cancelled: list[int] = []

    async def read(item: int) -> int:
        try:
            if item:
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(item)
            raise
        return item

    async def run() -> int:
        results = in_order(range(9), read, concurrency=3)
        first = await anext(results)
        await results.aclose()  # type: ignore[attr-defined]  # an async generator
        return first

    assert asyncio.run(run()) == 0
    assert cancelled == [1, 2]  # the third had not begun


@pytest.mark.parametrize("concurrency", [2, 5])
def test_unordered_results_come_as_they_are_there_and_no_more_is_begun(concurrency: int) -> None:
    under_way: set[int] = set()

    async def run() -> list[int]:
        others = asyncio.Event()

        async def read(item: int) -> int:
            under_way.add(item)
            assert len(under_way) <= concurrency
            if item == 0:
                await others.wait()
            if item == 8:
                others.set()
            under_way.discard(item)
            return item

        return [result async for result in as_they_come(range(9), read, concurrency=concurrency)]

    assert asyncio.run(run()) == [*range(1, 9), 0]


def test_a_fault_in_one_cancels_the_others() -> None:
    cancelled: list[int] = []

    async def read(item: int) -> int:
        if item == 2:
            raise ValueError("no")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(item)
            raise
        return item

    async def run() -> list[int]:
        return [result async for result in as_they_come(range(9), read, concurrency=3)]

    with pytest.raises(ValueError, match="no"):
        asyncio.run(run())
    assert sorted(cancelled) == [0, 1]
