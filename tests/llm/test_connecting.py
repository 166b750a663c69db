"""From the name of a model to a client: what is chosen, and how it is wrapped."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from communique.completion import Completion, Message, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.llm import choosing, connecting
from communique.llm.allowance import Allowance
from communique.llm.budgeting import BudgetingClient
from communique.llm.choosing import choose_model, is_local
from communique.llm.connecting import Connection
from communique.llm.limiting import LimitingClient
from communique.llm.openai import OpenAIClient
from communique.llm.requesting import TracedClient
from communique.llm.retrying import RetryingClient
from communique.llm.storing import StoringClient
from communique.store.sqlite import SQLiteStore
from communique.testing import FakeClient
from tests.llm.fakes import ANSWER, Reply, called, chat, refused, serving
from tests.llm.fakes import PROMPT as ASKED

PROMPT = Prompt((), None, "x", 10)


class FakeEngine:
    """A fake embedded engine that counts its starts and stops."""

    started = stopped = 0
    model, base_url, api_key, identity = "fake", "http://127.0.0.1:9/v1", "key", "gguf:0"

    def __init__(self, path: Path | None = None, *, progress: Any = None) -> None:
        self.path = path

    def __enter__(self) -> Self:
        type(self).started += 1
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        type(self).stopped += 1


def test_the_named_model_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_MODEL", "from-the-environment")
    assert choose_model("named") == "named"
    assert choose_model(None) == "from-the-environment"


def test_without_a_name_the_embedded_model_is_taken_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_MODEL", raising=False)
    monkeypatch.setattr(choosing, "find_spec", lambda _: object())
    assert choose_model(None) == "local"
    monkeypatch.setattr(choosing, "find_spec", lambda _: None)
    with pytest.raises(ConfigurationError, match=r"--model .*pip install .*communique\[local\]"):
        choose_model(None)


def test_local_models_are_read_by_sentence() -> None:
    assert is_local("local")
    assert is_local("models/a.gguf")
    assert Connection("models/a.gguf").strategy == "sentence"
    assert Connection("gpt-x").strategy == "document"


def opened(connection: Connection) -> Any:
    async def client() -> Any:
        async with connection.open() as found:
            return found

    return asyncio.run(client())


def layers(client: Any) -> list[type]:
    """The clients from the outermost on."""
    inner = getattr(client, "_inner", None)
    return [type(client)] if inner is None else [type(client), *layers(inner)]


def test_an_endpoint_is_wrapped_in_limits_retries_a_budget_and_a_store(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        client = opened(Connection("gpt-x", base_url="http://127.0.0.1:9/v1", store=store))
    assert layers(client) == [
        StoringClient,
        BudgetingClient,
        RetryingClient,
        LimitingClient,
        TracedClient,
        OpenAIClient,
    ]


def test_limits_and_budget_are_kept_from_one_opening_to_the_next() -> None:
    connection = Connection("gpt-x", base_url="http://127.0.0.1:9/v1")
    first, second = opened(connection), opened(connection)
    assert first._budget is second._budget
    assert first._inner._inner._limits is second._inner._inner._limits
    assert first._inner._inner._inner._inner._experience is second._inner._inner._inner._inner._experience


@pytest.mark.server
def test_faults_that_pass_are_asked_again_by_us_and_not_by_the_sdk() -> None:
    soon = {"retry-after-ms": "1"}
    with serving(Reply({}, 429, soon), Reply({}, 503, soon), Reply(chat())) as endpoint:
        connection = Connection("m", base_url=endpoint.base_url)

        async def ask() -> Completion:
            async with connection.open() as client:
                return await client.complete(ASKED)

        assert asyncio.run(ask()).text == ANSWER.text
        assert len(endpoint.bodies) == 3


@pytest.mark.server
def test_what_an_endpoint_takes_is_remembered_in_the_store(tmp_path: Path) -> None:
    def ask(base_url: str, question: str) -> None:
        async def run() -> None:
            with SQLiteStore(tmp_path / "store.sqlite") as store:
                async with Connection("m", base_url=base_url, store=store).open() as client:
                    await client.complete(replace(ASKED, messages=(Message("user", question),)))

        asyncio.run(run())

    with serving(refused("no json_schema"), Reply(called(ANSWER.text)), Reply(called(ANSWER.text))) as endpoint:
        ask(endpoint.base_url, "Who came?")
        ask(endpoint.base_url, "Who went?")
    assert ["tools" in body for body in endpoint.bodies] == [False, True, True]


def test_a_bounded_cost_needs_a_price_before_anything_is_asked(tmp_path: Path) -> None:
    bounded = Allowance(max_cost=Decimal(1))
    with pytest.raises(ConfigurationError, match=r"needs the price of 'qwen3', which is not known.*--prices"):
        Connection("qwen3", base_url="http://127.0.0.1:9/v1", allowance=bounded)
    prices = tmp_path / "prices.toml"
    prices.write_text('["qwen3"]\ninput = 1\noutput = 2\n', encoding="utf-8")
    priced = Connection("qwen3", base_url="http://127.0.0.1:9/v1", allowance=replace(bounded, prices=prices))
    assert priced.budget.price is not None


def test_a_client_of_ones_own_is_bounded_too() -> None:
    connection = Connection(None, client=FakeClient(lambda _: "{}"), allowance=Allowance(max_tokens=1))

    async def ask() -> None:
        async with connection.open() as client:
            await client.complete(PROMPT)
            await client.complete(PROMPT)

    with pytest.raises(CompletionError, match="tokens are used up") as caught:
        asyncio.run(ask())
    assert caught.value.code == "budget"


def test_the_engine_is_started_once_and_stopped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "LocalEngine", FakeEngine)
    connection = Connection("local")
    assert layers(opened(connection)) == [BudgetingClient, RetryingClient, LimitingClient, TracedClient, OpenAIClient]
    assert layers(opened(connection)) == [BudgetingClient, RetryingClient, LimitingClient, TracedClient, OpenAIClient]
    connection.close()
    connection.close()
    assert (FakeEngine.started, FakeEngine.stopped) == (1, 1)


def test_a_prepared_engine_is_the_one_that_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "LocalEngine", FakeEngine)
    monkeypatch.setattr(FakeEngine, "started", 0)
    monkeypatch.setattr(FakeEngine, "stopped", 0)
    connection = Connection("local")
    connection.prepare()
    assert FakeEngine.started == 1
    opened(connection)
    connection.close()
    assert (FakeEngine.started, FakeEngine.stopped) == (1, 1)


def test_preparing_asks_nobody_and_tells_a_missing_key() -> None:
    Connection("m", base_url="http://127.0.0.1:9/v1").prepare()
    Connection(None, client=FakeClient(lambda _: "{}")).prepare()
    with pytest.raises(ConfigurationError, match="OpenAI needs a key"):
        Connection("m").prepare()


def test_a_store_answers_what_was_answered_before(tmp_path: Path) -> None:
    fake = FakeClient(lambda _: "{}")

    async def ask() -> Completion:
        with SQLiteStore(tmp_path / "store.sqlite") as store:
            async with Connection(None, client=fake, store=store).open() as client:
                assert isinstance(client, StoringClient)
                return await client.complete(PROMPT)

    first, again = asyncio.run(ask()), asyncio.run(ask())
    assert first == again == Completion("{}", "stop", "fake", TokenUsage(0, 1, 0, 1))
    assert len(fake.prompts) == 1


def test_the_endpoint_client_keeps_its_address() -> None:
    client = OpenAIClient("m", base_url="http://127.0.0.1:9/v1")
    assert "127.0.0.1" in client.identity
