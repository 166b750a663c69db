"""A connection that asks nobody: what is not kept already is gathered, to be asked in a batch."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError, ConfigurationError
from communique.llm.allowance import Allowance
from communique.llm.batch_api import BatchAPI
from communique.llm.connecting import Connection
from communique.llm.modes import Modes
from communique.llm.openai import OpenAIClient, checked_key
from communique.llm.storing import completion_key
from communique.store.kept import CompletionStore

PENDING = "pending"
Gather = Callable[[str, Prompt], None]
"""Takes a question and the key under which its outcome is kept."""


class GatheringConnection(Connection):
    """Answers from the store what it has, and hands every other question to `gather`: it fails with code `pending`.

    Raises ConfigurationError for a model that runs in this process: it has no batches.
    """

    def __init__(
        self, model: str | None, *, base_url: str | None, store: CompletionStore, allowance: Allowance
    ) -> None:
        super().__init__(model, base_url=base_url, store=store, allowance=allowance)
        if self.is_local:
            raise ConfigurationError(
                "the embedded model has no batches: name a hosted one with --model, or use `communique extract`"
            )
        self._client = OpenAIClient(self.model, base_url=self.base_url)
        self.gather: Gather = _nothing

    @property
    def modes(self) -> Modes:
        """How requests are written, as earlier runs found out."""
        return self._made_ladder().modes

    @asynccontextmanager
    async def open(self) -> AsyncIterator[CompletionClient]:
        """The client for the running event loop."""
        identity = self._client.identity
        yield self._stored(_Gatherer(identity, self.gather), identity)

    def batches(self) -> BatchAPI:
        """The endpoint's batches."""
        url = self._client.base_url
        key = checked_key(os.environ.get("OPENAI_API_KEY") or "", url)
        timeout = self.allowance.timeout
        return BatchAPI(self.model, base_url=url, place=self._client.place, api_key=key, timeout=timeout)


class _Gatherer:
    def __init__(self, identity: str, gather: Gather) -> None:
        self._identity, self._gather = identity, gather

    async def complete(self, prompt: Prompt) -> Completion:
        """No answer: the question is noted."""
        self._gather(completion_key(self._identity, prompt), prompt)
        raise CompletionError("no answer is kept; `communique batch submit` asks for one", code=PENDING)


def _nothing(key: str, prompt: Prompt) -> None:
    """Notes nothing."""
