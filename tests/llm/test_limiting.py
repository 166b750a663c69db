import asyncio
from dataclasses import dataclass, field, replace

import pytest

from communique.completion import Completion, Prompt
from communique.errors import CompletionError
from communique.llm.deadlines import within
from communique.llm.limiting import LimitingClient, Limits
from tests.llm.fakes import ANSWER, PROMPT
from tests.llm.virtual_time import now, run


@dataclass
class Endpoint:
    """Takes a second for each answer; more than `most` requests at a time are refused."""

    most: int = 10_000
    retry_after: float | None = None
    headers: dict[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    begun: list[float] = field(default_factory=list)
    under_way: int = 0
    refused: int = 0

    async def complete(self, prompt: Prompt) -> Completion:
        self.begun.append(now())
        self.under_way += 1
        try:
            if self.under_way > self.most:
                self.refused += 1
                await asyncio.sleep(0.1)
                raise CompletionError("slow down", code="rate_limit", retry_after=self.retry_after)
            await asyncio.sleep(1)
            self.limits.heard(self.headers)
            return ANSWER
        finally:
            self.under_way -= 1


def ask(endpoint: Endpoint, limits: Limits, count: int, *, prompt: Prompt = PROMPT, rounds: int = 1) -> float:
    """Asks `count` times at once, `rounds` times; the seconds it took."""
    endpoint.limits = limits
    client = LimitingClient(endpoint, limits)

    async def one() -> None:
        while True:
            try:
                await client.complete(prompt)
            except CompletionError:
                await asyncio.sleep(0.5)
            else:
                return

    async def all_of_them() -> float:
        for _ in range(rounds):
            await asyncio.gather(*(one() for _ in range(count)))
        return now()

    return run(all_of_them())


def test_without_limits_all_are_asked_at_once() -> None:
    assert ask(Endpoint(), Limits(), 256) == 1.0


def test_requests_a_minute_are_kept() -> None:
    endpoint = Endpoint()
    assert ask(endpoint, Limits(rpm=10), 25) == 121.0
    assert [endpoint.begun.count(when) for when in (0.0, 60.0, 120.0)] == [10, 10, 5]


def test_tokens_a_minute_are_kept_by_what_the_answers_really_took() -> None:
    """Each request may take 58 tokens and takes 14: two begin at once, and more as soon as answers are counted."""
    endpoint = Endpoint()
    ask(endpoint, Limits(tpm=120), 9)
    assert endpoint.begun[:7] == [0, 0, 1, 2, 3, 60, 61]


def test_a_request_larger_than_the_minute_goes_alone() -> None:
    endpoint = Endpoint()
    ask(endpoint, Limits(tpm=10), 2, prompt=replace(PROMPT, max_tokens=5000))
    assert endpoint.begun == [0.0, 60.0]


def test_the_endpoints_headers_are_heeded() -> None:
    headers = {"x-ratelimit-limit-requests": "3", "x-ratelimit-remaining-requests": "0"}
    endpoint = Endpoint(headers=headers | {"x-ratelimit-reset-requests": "1m0s"})
    ask(endpoint, Limits(), 1, rounds=3)
    assert endpoint.begun == [0.0, 61.0, 122.0]


def test_headers_that_say_nothing_readable_are_passed_over() -> None:
    headers = {"x-ratelimit-limit-tokens": "many", "x-ratelimit-remaining-tokens": "-1"}
    endpoint = Endpoint(headers=headers | {"x-ratelimit-reset-tokens": "later"})
    assert ask(endpoint, Limits(), 1, rounds=3) == 3.0


def test_fewer_are_asked_at_a_time_after_a_429_and_more_again_later() -> None:
    endpoint, limits = Endpoint(most=8), Limits()
    ask(endpoint, limits, 64)
    first = endpoint.refused
    assert first >= 56
    ask(endpoint, limits, 64)
    assert endpoint.refused - first <= 20
    assert 2 <= limits.slots.limit <= 10
    endpoint.most = 10_000
    ask(endpoint, limits, 64, rounds=4)
    assert limits.slots.limit > 12


def test_nothing_is_asked_while_the_endpoint_wants_to_be_left_alone() -> None:
    endpoint = Endpoint(most=1, retry_after=20.0)
    ask(endpoint, Limits(), 3)
    assert endpoint.begun[:3] == [0.0, 0.0, 0.0]
    assert endpoint.begun[3] == 20.1


def test_waiting_for_a_place_or_a_rate_does_not_count_against_the_deadline() -> None:
    limits = Limits(rpm=1)
    client = LimitingClient(Endpoint(), limits)

    async def bounded() -> None:
        async with within(5.0):
            await client.complete(PROMPT)

    async def both() -> float:
        await asyncio.gather(bounded(), bounded())
        return now()

    assert run(both()) == 61.0


def test_who_waits_and_is_cancelled_holds_nobody_up() -> None:
    limits = Limits(rpm=1)
    client = LimitingClient(Endpoint(), limits)

    async def work() -> float:
        await client.complete(PROMPT)
        waiting = asyncio.create_task(client.complete(PROMPT))
        await asyncio.sleep(5)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await client.complete(PROMPT)
        return now()

    assert run(work()) == 61.0
    assert limits.slots.busy == 0


def test_another_failure_changes_no_limit() -> None:
    limits = Limits()

    class Broken:
        async def complete(self, prompt: Prompt) -> Completion:
            raise CompletionError("broken", code="server")

    with pytest.raises(CompletionError, match="broken"):
        run(LimitingClient(Broken(), limits).complete(PROMPT))
    assert limits.slots.limit == float("inf")
    assert limits.slots.busy == 0
