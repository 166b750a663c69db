import asyncio

import pytest

from communique.completion import Completion
from communique.errors import CompletionError
from communique.llm.retrying import RetryingClient
from tests.llm.fakes import ANSWER, PROMPT, FakeClient


def failing(code: str, *, retry_after: float | None = None) -> CompletionError:
    return CompletionError(f"it failed: {code}", code=code, retry_after=retry_after)


def ask(fake: FakeClient, waits: list[float], *, attempts: int = 5, deadline: float = 1800.0) -> Completion:
    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    return asyncio.run(RetryingClient(fake, attempts=attempts, deadline=deadline, sleep=sleep).complete(PROMPT))


@pytest.mark.parametrize("code", ["connection", "timeout", "rate_limit", "server"])
def test_a_passing_fault_is_asked_again(code: str) -> None:
    fake, waits = FakeClient([failing(code), failing(code), ANSWER]), list[float]()
    assert ask(fake, waits) == ANSWER
    assert len(fake.asked) == 3
    assert len(waits) == 2


@pytest.mark.parametrize(
    "code", ["authentication", "permission", "not_found", "bad_request", "context_length", "malformed"]
)
def test_a_lasting_fault_fails_at_once(code: str) -> None:
    fake, waits = FakeClient([failing(code)]), list[float]()
    with pytest.raises(CompletionError, match=code):
        ask(fake, waits)
    assert waits == []


def test_the_last_error_is_raised_after_the_last_attempt() -> None:
    fake, waits = FakeClient([failing("server"), failing("timeout")]), list[float]()
    with pytest.raises(CompletionError, match="timeout"):
        ask(fake, waits, attempts=2)
    assert len(waits) == 1


def test_the_wait_is_at_least_what_the_endpoint_asks() -> None:
    fake, waits = FakeClient([failing("rate_limit", retry_after=7.0), ANSWER]), list[float]()
    ask(fake, waits)
    assert 7.0 <= waits[0] <= 7.7


def test_waits_grow_but_stay_within_the_jitter() -> None:
    fake, waits = FakeClient([failing("server") for _ in range(4)] + [ANSWER]), list[float]()
    ask(fake, waits)
    assert all(0 <= wait <= 2**n for n, wait in enumerate(waits))


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    fake, waits = FakeClient([failing("rate_limit", retry_after=3600.0)]), list[float]()
    with pytest.raises(CompletionError, match="rate_limit"):
        ask(fake, waits, deadline=60.0)
    assert waits == []
