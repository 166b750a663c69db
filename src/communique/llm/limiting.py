"""A client that asks no faster than the user and the endpoint allow."""

import asyncio
import re
from collections.abc import Mapping

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError
from communique.llm.deadlines import uncounted
from communique.llm.rates import Rate, Taken
from communique.llm.slots import Slots, wake
from communique.llm.tokens import counted, prompt_tokens
from communique.llm.waits import duration

_LONGEST_PAUSE = 60.0


class Limits:
    """Requests and tokens a minute, and requests under way, of one endpoint and model; times are the event loop's.

    Beside `rpm` and `tpm` it heeds what the endpoint tells: its `x-ratelimit-*` headers, its 429s and how long they
    ask to wait.
    """

    def __init__(self, *, rpm: int | None = None, tpm: int | None = None) -> None:
        self.requests, self.tokens, self.slots = Rate(rpm), Rate(tpm), Slots()
        self._turn = Slots(1)
        self._paused_until = 0.0
        self._news: asyncio.Future[None] | None = None

    def heard(self, headers: Mapping[str, str]) -> None:
        """Takes note of an answer's headers."""
        for rate, unit in ((self.requests, "requests"), (self.tokens, "tokens")):
            rate.told(
                most=_number(headers.get(f"x-ratelimit-limit-{unit}")),
                left=_number(headers.get(f"x-ratelimit-remaining-{unit}")),
                renewed_in=duration(headers.get(f"x-ratelimit-reset-{unit}", "")),
                now=_now(),
            )
        self._told()

    async def admit(self, tokens: int) -> Taken:
        """Waits until a request of about so many tokens may begin, in the order of asking; the tokens taken."""
        await self._turn.take()
        try:
            while (seconds := self._wait(tokens)) > 0:
                self._news = asyncio.get_running_loop().create_future()
                await asyncio.wait({self._news}, timeout=seconds)
            self.requests.take(1, _now())
            return self.tokens.take(tokens, _now())
        finally:
            self._news = None
            self._turn.give_back()

    def answered(self, taken: Taken, tokens: int) -> None:
        """Takes note of an answer, and of the tokens that the request really took."""
        self.tokens.correct(taken, tokens)
        self.slots.answered()
        self._told()

    def refused(self, *, began: float, retry_after: float | None) -> None:
        """Takes note of a 429: fewer at a time, and none for as long as it asks, at most a minute."""
        self.slots.complained(began=began, now=_now())
        self._paused_until = max(self._paused_until, _now() + min(retry_after or 0.0, _LONGEST_PAUSE))

    def _told(self) -> None:
        """Wakes who waits, since less may be left to wait for."""
        news = self._news
        if news is not None:
            wake(news)

    def _wait(self, tokens: int) -> float:
        now = _now()
        return max(self._paused_until - now, self.requests.wait(1, now), self.tokens.wait(tokens, now))


class LimitingClient:
    """Asks `inner` as `limits` allow; its queue is not counted against a call's deadline."""

    def __init__(self, inner: CompletionClient, limits: Limits) -> None:
        self._inner, self._limits = inner, limits

    async def complete(self, prompt: Prompt) -> Completion:
        """The answer of `inner`; raises its CompletionError."""
        async with uncounted():
            await self._limits.slots.take()
        try:
            async with uncounted():
                taken = await self._limits.admit(prompt_tokens(prompt) + prompt.max_tokens)
            return await self._admitted(prompt, taken)
        finally:
            self._limits.slots.give_back()

    async def _admitted(self, prompt: Prompt, taken: Taken) -> Completion:
        try:
            completion = await self._inner.complete(prompt)
        except CompletionError as error:
            if error.code == "rate_limit":
                self._limits.refused(began=taken.at, retry_after=error.retry_after)
            raise
        usage = counted(prompt, completion)
        self._limits.answered(taken, usage.prompt + usage.completion)
        return completion


def _now() -> float:
    return asyncio.get_running_loop().time()


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and re.fullmatch(r"\s*\d{1,12}\s*", value) else None
