"""A client that asks again when the endpoint failed for a moment."""

import asyncio
import random
from collections.abc import Awaitable, Callable

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError

_PASSING = frozenset({"connection", "timeout", "rate_limit", "server"})


class RetryingClient:
    """Asks `inner` up to `attempts` times, as long as the fault may pass: connection, timeout, rate limit, server.

    Between two attempts it waits what the endpoint asked for, and else exponentially with full jitter
    (Brooker 2015, "Exponential Backoff and Jitter"), at most `longest_wait` seconds. A wait that would end after
    `deadline` seconds is not begun: the last error is raised.
    """

    def __init__(
        self,
        inner: CompletionClient,
        *,
        attempts: int = 5,
        longest_wait: float = 60.0,
        deadline: float = 1800.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._inner = inner
        self._backoff = wait_random_exponential(multiplier=1, max=longest_wait)
        self._stop = stop_after_attempt(attempts) | stop_before_delay(deadline)
        self._sleep = sleep

    async def complete(self, prompt: Prompt) -> Completion:
        """The answer of the first attempt that succeeds; raises the last attempt's CompletionError."""
        retrying = AsyncRetrying(
            retry=retry_if_exception(_may_pass), wait=self._wait, stop=self._stop, sleep=self._sleep, reraise=True
        )
        return await retrying(self._inner.complete, prompt)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome is not None else None
        asked = error.retry_after if isinstance(error, CompletionError) else None
        return self._backoff(state) if asked is None else asked + random.uniform(0, 0.1 * asked)  # noqa: S311


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, CompletionError) and error.code in _PASSING
