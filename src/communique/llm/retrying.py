"""A client that asks again when the endpoint failed for a moment."""

import asyncio
import random
from collections.abc import Awaitable, Callable

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError
from communique.llm.deadlines import left, within

ATTEMPTS = 5
_PASSING = frozenset({"connection", "timeout", "rate_limit", "server", "malformed"})


class RetryingClient:
    """Asks `inner` up to `attempts` times, as long as the fault may pass: connection, timeout, rate limit, server, and
    an answer that is none.

    Between two attempts it waits what the endpoint asked for, and else exponentially with full jitter
    (Brooker 2015, "Exponential Backoff and Jitter"), at most `longest_wait` seconds. All attempts and waits together
    take at most `deadline` seconds: an attempt that hangs is cut, a wait that would end later is not begun.
    """

    def __init__(
        self,
        inner: CompletionClient,
        *,
        attempts: int = ATTEMPTS,
        longest_wait: float = 60.0,
        deadline: float = 1800.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._inner, self._deadline, self._sleep = inner, deadline, sleep
        self._backoff = wait_random_exponential(multiplier=1, max=longest_wait)
        self._attempts = stop_after_attempt(attempts)

    async def complete(self, prompt: Prompt) -> Completion:
        """The answer of the first attempt that succeeds; raises the last attempt's CompletionError."""
        failures: list[CompletionError] = []

        async def attempt() -> Completion:
            try:
                return await self._inner.complete(prompt)
            except CompletionError as error:
                failures.append(error)
                raise

        retrying = AsyncRetrying(
            retry=retry_if_exception(may_pass), wait=self._wait, stop=self._stop, sleep=self._sleep, reraise=True
        )
        try:
            async with within(self._deadline):
                return await retrying(attempt)
        except TimeoutError as error:
            raise self._too_late(failures) from error

    def _wait(self, state: RetryCallState) -> float:
        asked = _asked(state)
        return asked + random.uniform(0, 0.1 * asked) if asked else self._backoff(state)  # noqa: S311

    def _stop(self, state: RetryCallState) -> bool:
        error, asked = _failure(state), _asked(state)
        if error is not None and asked is not None and asked >= left():
            raise self._asks_too_much(error, asked) from error
        return self._attempts(state) or state.upcoming_sleep >= left()

    def _asks_too_much(self, error: CompletionError, asked: float) -> CompletionError:
        told = f"the endpoint asks to wait {asked:,.0f} s, longer than the {self._deadline:,.0f} s a call may take"
        return CompletionError(
            f"{told}; run the same command with --retry-failed then ({error.message})",
            code=error.code,
            status=error.status,
            retry_after=asked,
        )

    def _too_late(self, failures: list[CompletionError]) -> CompletionError:
        last = f" (before: {failures[-1].message})" if failures else ""
        return CompletionError(
            f"no answer within {self._deadline:,.0f} s; give a longer --timeout{last}", code="timeout"
        )


def _failure(state: RetryCallState) -> CompletionError | None:
    error = state.outcome.exception() if state.outcome is not None else None
    return error if isinstance(error, CompletionError) else None


def _asked(state: RetryCallState) -> float | None:
    error = _failure(state)
    return None if error is None else error.retry_after


def may_pass(error: BaseException) -> bool:
    """Whether the same request may be answered a moment later."""
    return isinstance(error, CompletionError) and error.code in _PASSING
