import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from communique.llm.slots import Slots
from tests.llm.virtual_time import run


def busy(slots: Slots, count: int) -> None:
    """`count` requests are under way."""

    async def take() -> None:
        for _ in range(count):
            await slots.take()

    run(take())


def test_places_are_given_in_the_order_of_asking() -> None:
    slots, order = Slots(1), list[int]()

    async def work(number: int) -> None:
        await slots.take()
        order.append(number)
        await asyncio.sleep(1)
        slots.give_back()

    async def all_work() -> None:
        await asyncio.gather(*(work(number) for number in range(5)))

    run(all_work())
    assert order == [0, 1, 2, 3, 4]
    assert slots.busy == 0


def test_a_complaint_halves_what_is_under_way_once_a_burst() -> None:
    slots = Slots()
    busy(slots, 16)
    slots.complained(began=0.0, now=5.0)
    assert slots.limit == 8
    slots.complained(began=3.0, now=6.0)
    slots.complained(began=5.0, now=6.0)
    assert slots.limit == 8
    slots.complained(began=5.5, now=7.0)
    assert slots.limit == 4


def test_one_request_is_always_let_through() -> None:
    slots = Slots()
    busy(slots, 1)
    slots.complained(began=1.0, now=1.0)
    slots.complained(began=2.0, now=2.0)
    assert slots.limit == 1


def test_a_round_of_answers_brings_one_place_more() -> None:
    slots = Slots(4)
    for _ in range(5):
        slots.answered()
    assert 5 <= slots.limit < 6


def test_an_answer_lets_the_next_one_in_when_the_limit_has_grown() -> None:
    slots = Slots(1)

    async def work() -> bool:
        await slots.take()
        second = asyncio.create_task(slots.take())
        await asyncio.sleep(0)
        slots.answered()
        await asyncio.wait_for(second, 1)
        return second.done()

    assert run(work())
    assert slots.busy == 2


@pytest.mark.parametrize("when", ["in the queue", "as its turn comes", "as it leaves the queue"])
def test_who_is_cancelled_keeps_no_place(when: str) -> None:
    slots = Slots(1)

    async def work() -> None:
        await slots.take()
        second, third = (asyncio.create_task(slots.take()) for _ in range(2))
        await asyncio.sleep(0)
        if when == "as its turn comes":
            slots.give_back()
        second.cancel()
        if when == "in the queue":
            await asyncio.sleep(0)
        if when != "as its turn comes":
            slots.give_back()
        with pytest.raises(asyncio.CancelledError):
            await second
        await asyncio.wait_for(third, 1)

    run(work())
    assert slots.busy == 1


def test_threads_with_event_loops_of_their_own_share_the_places() -> None:
    slots, peak = Slots(2), list[int]()

    async def work() -> None:
        await slots.take()
        peak.append(slots.busy)
        await asyncio.sleep(0)
        slots.give_back()

    async def all_work() -> None:
        await asyncio.gather(*(work() for _ in range(25)))

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(lambda: asyncio.run(all_work())) for _ in range(8)]:
            done.result()
    assert len(peak) == 200
    assert max(peak) == 2
    assert slots.busy == 0
