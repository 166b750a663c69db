import asyncio
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from communique.completion import Completion, Prompt
from communique.errors import CompletionError
from communique.llm.deadlines import uncounted
from communique.llm.retrying import RetryingClient
from tests.llm.fakes import ANSWER, PROMPT, FakeClient
from tests.llm.virtual_time import now, run


def failing(code: str, *, retry_after: float | None = None) -> CompletionError:
    return CompletionError(f"it failed: {code}", code=code, retry_after=retry_after)


@dataclass
class TimedClient(FakeClient):
    """Takes `seconds` for each answer after a `queue` of our own, and keeps when it was asked."""

    seconds: float = 0.0
    queue: float = 0.0
    times: list[float] = field(default_factory=list)

    async def complete(self, prompt: Prompt) -> Completion:
        self.times.append(now())
        async with uncounted():
            await asyncio.sleep(self.queue)
        await asyncio.sleep(self.seconds)
        return await super().complete(prompt)

    @property
    def waits(self) -> list[float]:
        return [after - before for before, after in pairwise(self.times)]


def ask(fake: FakeClient, *, attempts: int = 5, deadline: float = 1800.0) -> tuple[Completion, float]:
    """The answer, and the seconds it took."""

    async def timed() -> tuple[Completion, float]:
        return await RetryingClient(fake, attempts=attempts, deadline=deadline).complete(PROMPT), now()

    return run(timed())


@pytest.mark.parametrize("code", ["connection", "timeout", "rate_limit", "server", "malformed"])
def test_a_passing_fault_is_asked_again(code: str) -> None:
    fake = TimedClient([failing(code), failing(code), ANSWER])
    answer, _ = ask(fake)
    assert answer == ANSWER
    assert len(fake.asked) == 3


@pytest.mark.parametrize(
    "code", ["authentication", "permission", "not_found", "bad_request", "context_length", "content_filter", "budget"]
)
def test_a_lasting_fault_fails_at_once(code: str) -> None:
    fake = TimedClient([failing(code)])
    with pytest.raises(CompletionError, match=code):
        ask(fake)
    assert len(fake.asked) == 1


def test_the_last_error_is_raised_after_the_last_attempt() -> None:
    fake = TimedClient([failing("server"), failing("timeout")])
    with pytest.raises(CompletionError, match="timeout"):
        ask(fake, attempts=2)
    assert len(fake.asked) == 2


def test_the_wait_is_at_least_what_the_endpoint_asks() -> None:
    fake = TimedClient([failing("rate_limit", retry_after=7.0), ANSWER])
    ask(fake)
    assert 7.0 <= fake.waits[0] <= 7.7


def test_waits_grow_but_stay_within_the_jitter() -> None:
    fake = TimedClient([failing("server") for _ in range(4)] + [ANSWER])
    ask(fake)
    assert all(0 <= wait <= 2**n for n, wait in enumerate(fake.waits))
    assert any(fake.waits)


def test_no_wait_asked_for_is_no_leave_to_hammer() -> None:
    fake = TimedClient([failing("rate_limit", retry_after=0.0) for _ in range(4)] + [ANSWER])
    ask(fake)
    assert any(fake.waits)


def test_a_wait_beyond_the_deadline_is_not_begun_and_named() -> None:
    fake = TimedClient([failing("rate_limit", retry_after=3600.0)])
    with pytest.raises(CompletionError, match=r"asks to wait 3,600 s, longer than the 60 s .*it failed") as caught:
        ask(fake, deadline=60.0)
    assert (caught.value.code, caught.value.retry_after, len(fake.asked)) == ("rate_limit", 3600.0, 1)


def test_an_attempt_that_hangs_is_cut_at_the_deadline() -> None:
    fake = TimedClient([ANSWER], seconds=4000.0)
    with pytest.raises(CompletionError, match=r"no answer within 1,800 s; give a longer --timeout$") as caught:
        ask(fake)
    assert caught.value.code == "timeout"


def test_the_deadline_is_for_all_attempts_together() -> None:
    fake = TimedClient([failing("server") for _ in range(5)], seconds=50.0)
    with pytest.raises(CompletionError, match=r"no answer within 120 s.*before: it failed: server"):
        ask(fake, deadline=120.0)
    assert len(fake.asked) == 2


def test_a_queue_of_our_own_does_not_count() -> None:
    fake = TimedClient([failing("server"), ANSWER], seconds=10.0, queue=5000.0)
    answer, seconds = ask(fake, deadline=60.0)
    assert answer == ANSWER
    assert 10_020.0 <= seconds <= 10_021.0


def test_after_a_queue_of_our_own_the_deadline_still_holds() -> None:
    fake = TimedClient([ANSWER], seconds=61.0, queue=5000.0)
    with pytest.raises(CompletionError, match="no answer within 60 s"):
        ask(fake, deadline=60.0)


def test_without_a_deadline_a_queue_is_just_a_queue() -> None:
    fake = TimedClient([ANSWER], queue=5.0)
    assert run(fake.complete(PROMPT)) == ANSWER
