"""What came of a request is kept by what was asked, and nothing is asked twice."""

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from communique.completion import Completion, Message, Prompt
from communique.errors import CompletionError, StoreError
from communique.llm.storing import Reuse, StoringClient, completion_key, default_store
from communique.store.kept import Kept
from communique.store.sqlite import SQLiteStore
from tests.llm.fakes import ANSWER, PROMPT, FakeClient


class FullStore:
    """A store that is empty, and in which nothing can be kept."""

    def get(self, key: str) -> Kept | None:
        return None

    def claim(self, key: str) -> bool:
        return True

    def keep(self, key: str, kept: Kept) -> None:
        raise StoreError(Path("s"), "the disk is full", "free disk space there")

    def reject(self, key: str) -> bool:
        raise StoreError(Path("s"), "the disk is full", "free disk space there")

    def release(self, key: str) -> None:
        raise StoreError(Path("s"), "the disk is full", "free disk space there")


class SlowStore(FullStore):
    """A store whose claims end once they are let."""

    def __init__(self) -> None:
        self.claiming, self.let = threading.Event(), threading.Event()
        self.released: list[str] = []

    def claim(self, key: str) -> bool:
        self.claiming.set()
        return self.let.wait(60.0)

    def release(self, key: str) -> None:
        self.released.append(key)


class HeldClient:
    """Answers once it is let."""

    def __init__(self) -> None:
        self.asked, self.let = asyncio.Event(), asyncio.Event()
        self.calls = 0

    async def complete(self, prompt: Prompt) -> Completion:
        self.calls += 1
        self.asked.set()
        await self.let.wait()
        return ANSWER


def test_a_kept_answer_is_not_asked_for_again(tmp_path: Path) -> None:
    fake, reuse = FakeClient([ANSWER]), Reuse()
    with SQLiteStore(tmp_path / "s") as store:
        client = StoringClient(fake, store, "model", reuse=reuse)
        first, second = asyncio.run(client.complete(PROMPT)), asyncio.run(client.complete(PROMPT))
    assert first == second == ANSWER
    assert len(fake.asked) == 1
    assert reuse == Reuse(answers=1, failures=0)


@pytest.mark.parametrize(
    ("identity", "prompt"),
    [
        pytest.param("other", PROMPT, id="identity"),
        pytest.param("model", replace(PROMPT, messages=(Message("user", "Why?"),)), id="messages"),
        pytest.param("model", replace(PROMPT, schema=None), id="schema"),
        pytest.param("model", replace(PROMPT, schema=dict(reversed(list((PROMPT.schema or {}).items())))), id="order"),
        pytest.param("model", replace(PROMPT, schema_name="other"), id="schema name"),
        pytest.param("model", replace(PROMPT, max_tokens=51), id="limit"),
    ],
)
def test_whatever_changes_the_question_changes_the_key(identity: str, prompt: Prompt) -> None:
    assert completion_key(identity, prompt) != completion_key("model", PROMPT)


@pytest.mark.parametrize(
    "code", ["server", "timeout", "rate_limit", "malformed", "bad_request", "context_length", "content_filter"]
)
def test_a_failure_is_kept_and_told_again_in_the_same_words(tmp_path: Path, code: str) -> None:
    fake = FakeClient([CompletionError("it said no", code=code, status=500), ANSWER])
    with SQLiteStore(tmp_path / "s") as store:
        assert told(StoringClient(fake, store, "model")) == ("it said no", code, 500, False)
    reuse = Reuse()
    with SQLiteStore(tmp_path / "s") as store:
        assert told(StoringClient(fake, store, "model", reuse=reuse)) == ("it said no", code, 500, True)
    assert reuse == Reuse(answers=0, failures=1)
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        assert asyncio.run(StoringClient(fake, store, "model").complete(PROMPT)) == ANSWER
    with SQLiteStore(tmp_path / "s") as store:
        assert asyncio.run(StoringClient(fake, store, "model").complete(PROMPT)) == ANSWER


@pytest.mark.parametrize("code", ["connection", "authentication", "permission", "not_found", "budget", "stopped"])
def test_what_never_reached_the_model_is_asked_again_by_itself(tmp_path: Path, code: str) -> None:
    fake = FakeClient([CompletionError("no", code=code), ANSWER])
    with SQLiteStore(tmp_path / "s") as store:
        client = StoringClient(fake, store, "model")
        assert told(client)[1] == code
        assert asyncio.run(client.complete(PROMPT)) == ANSWER


def test_a_refusal_is_an_answer_until_it_is_to_be_retried(tmp_path: Path) -> None:
    refusal = replace(ANSWER, finish_reason="refusal")
    fake = FakeClient([refusal, ANSWER])
    for retry_failed, expected in ((False, refusal), (False, refusal), (True, ANSWER), (False, ANSWER)):
        with SQLiteStore(tmp_path / "s", retry_failed=retry_failed) as store:
            assert asyncio.run(StoringClient(fake, store, "model").complete(PROMPT)) == expected


def test_a_retried_failure_is_asked_once_a_run(tmp_path: Path) -> None:
    fake = FakeClient([CompletionError("no", code="server")] * 2)
    with SQLiteStore(tmp_path / "s") as store:
        told(StoringClient(fake, store, "model"))
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        client = StoringClient(fake, store, "model")
        assert [told(client)[3] for _ in range(3)] == [False, True, True]


def test_the_same_question_at_the_same_time_is_asked_once(tmp_path: Path) -> None:
    async def both() -> tuple[int, list[Completion]]:
        held = HeldClient()

        async def until_answered(_: float) -> None:
            held.let.set()
            await asyncio.sleep(0)

        with SQLiteStore(tmp_path / "s") as store:
            client = StoringClient(held, store, "model", sleep=until_answered)
            answers = await asyncio.gather(client.complete(PROMPT), client.complete(PROMPT))
        return held.calls, list(answers)

    assert asyncio.run(both()) == (1, [ANSWER, ANSWER])


def test_looks_at_what_another_asks_become_rarer(tmp_path: Path) -> None:
    waits: list[float] = []

    async def waiting() -> Completion:
        with SQLiteStore(tmp_path / "s") as store, SQLiteStore(tmp_path / "s") as other:
            other.claim(completion_key("model", PROMPT))

            async def sleep(seconds: float) -> None:
                waits.append(seconds)
                if len(waits) == 20:
                    other.release(completion_key("model", PROMPT))

            return await StoringClient(FakeClient([ANSWER]), store, "model", sleep=sleep).complete(PROMPT)

    assert asyncio.run(waiting()) == ANSWER
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (0.05, 2.0)


def test_a_cancelled_question_is_given_back(tmp_path: Path) -> None:
    async def cancelled() -> Completion:
        held = HeldClient()
        with SQLiteStore(tmp_path / "s") as store:
            task = asyncio.create_task(StoringClient(held, store, "model").complete(PROMPT))
            await held.asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await StoringClient(FakeClient([ANSWER]), store, "model").complete(PROMPT)

    assert asyncio.run(cancelled()) == ANSWER


def test_a_claim_that_ends_after_its_asker_was_cancelled_is_given_back() -> None:
    async def cancelled() -> list[str]:
        store = SlowStore()
        task = asyncio.create_task(StoringClient(FakeClient([]), store, "model").complete(PROMPT))
        await asyncio.to_thread(store.claiming.wait)
        task.cancel()
        await asyncio.sleep(0)
        store.let.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        return store.released

    assert asyncio.run(cancelled()) == [completion_key("model", PROMPT)]


def test_an_answer_that_cannot_be_kept_is_returned_and_nothing_more_is_asked() -> None:
    fake = FakeClient([ANSWER, ANSWER])
    client = StoringClient(fake, FullStore(), "model")
    assert asyncio.run(client.complete(PROMPT)) == ANSWER
    message, code, _, _ = told(client)
    assert code == "store"
    assert message == "nothing is asked, since no answer could be kept: s: the disk is full; free disk space there"
    assert len(fake.asked) == 1


def test_an_answer_of_no_use_is_a_failure_that_is_kept_and_can_be_retried(tmp_path: Path) -> None:
    useless, reuse = replace(ANSWER, text="I cannot say."), Reuse()
    fake = FakeClient([useless, ANSWER])
    for retry_failed, expected, before in ((False, useless, False), (False, useless, True), (True, ANSWER, False)):
        with SQLiteStore(tmp_path / "s", retry_failed=retry_failed) as store:
            client = StoringClient(fake, store, "model", reuse=reuse)
            assert asyncio.run(client.complete(PROMPT)) == expected
            if expected is useless:
                assert asyncio.run(client.reject(PROMPT)) is before
    assert reuse == Reuse(answers=0, failures=1)
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        assert asyncio.run(StoringClient(fake, store, "model").complete(PROMPT)) == ANSWER


def test_a_rejection_that_cannot_be_kept_ends_the_asking() -> None:
    client = StoringClient(FakeClient([ANSWER]), FullStore(), "model")
    assert asyncio.run(client.reject(PROMPT)) is False
    assert told(client)[1] == "store"


def test_the_place_of_the_store(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.delenv("COMMUNIQUE_STORE", raising=False)
    assert default_store() == cache / "store.sqlite"
    monkeypatch.setenv("COMMUNIQUE_STORE", "elsewhere/s.sqlite")
    assert default_store() == Path("elsewhere/s.sqlite")


def told(client: StoringClient) -> tuple[str, str, int | None, bool]:
    """What a failing question is answered with."""
    with pytest.raises(CompletionError) as raised:
        asyncio.run(client.complete(PROMPT))
    error = raised.value
    return error.message, error.code, error.status, error.is_kept
