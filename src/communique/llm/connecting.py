"""From the name of a model to a client that answers: where, with retries and a store around it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from communique.completion import CompletionClient
from communique.errors import ConfigurationError
from communique.llm.allowance import Allowance
from communique.llm.budgeting import BudgetingClient, make_budget
from communique.llm.choosing import LOCAL, choose_model, is_local
from communique.llm.experience import Experience, remembering_ladder
from communique.llm.fitting import Fitting
from communique.llm.gauging import EndpointGauge, Estimate, Gauge
from communique.llm.ladder import Ladder
from communique.llm.limiting import LimitingClient, Limits
from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient, endpoint_url, shown
from communique.llm.requesting import TracedClient
from communique.llm.retrying import RetryingClient
from communique.llm.storing import Reuse, StoringClient
from communique.llm.tuning import Tuning
from communique.llm.weights import Progress
from communique.store.kept import CompletionStore, Lessons

_DEADLINE_TIMEOUTS = 3
_WITHOUT_COUNTS = "api.openai.com"


class Connection:
    """A model that can be opened once a run; the embedded engine starts at the first opening and stays to `close`.

    Clients wrap each other: the store, the budget, the retries, the rate limits, the endpoint. `reuse` counts what came
    from the `store`, `budget` what new calls took of the `allowance`. Raises ConfigurationError where no model can be
    had, or its cost is bounded and its price not known.
    """

    def __init__(
        self,
        model: str | None,
        *,
        base_url: str | None = None,
        client: CompletionClient | None = None,
        store: CompletionStore | None = None,
        progress: Progress | None = None,
        allowance: Allowance = Allowance(),  # noqa: B008 - frozen
    ) -> None:
        if client is not None and not callable(getattr(client, "complete", None)):
            raise ConfigurationError(f"{type(client).__name__} is no client: `async def complete(prompt)` makes it one")
        self.client, self.store, self.base_url, self.progress = client, store, base_url, progress
        self.model = "" if client is not None else choose_model(model)
        self.allowance, self.reuse = allowance, Reuse()
        self.budget = make_budget(allowance, model=self.model, url=self._url)
        self._experience = Experience(Limits(rpm=allowance.rpm, tpm=allowance.tpm), self._made_ladder())
        self._engine: LocalEngine | None = None
        self._gauge: Gauge | None = None

    @property
    def strategy(self) -> Literal["document", "sentence"]:
        """How this model reads best: small local models sentence by sentence."""
        return "sentence" if self.is_local else "document"

    @property
    def is_local(self) -> bool:
        """Whether the model runs in this process."""
        return is_local(self.model)

    @property
    def fitting(self) -> Fitting:
        """How questions on long articles are cut for this model."""
        self._gauge = self._gauge or self._made_gauge()
        return Fitting(self._gauge, self.allowance)

    def _made_gauge(self) -> Gauge:
        if self._engine is not None:
            return EndpointGauge(self._engine.base_url, model=self._engine.model, key=self._engine.api_key)
        if self._url is None:
            return Estimate(Tuning().context if self.is_local else None)
        if urlsplit(self._url).hostname == _WITHOUT_COUNTS:
            return Estimate()
        return EndpointGauge(self._url, model=self.model, key=(os.environ.get("OPENAI_API_KEY") or "").strip())

    def prepare(self) -> None:
        """Does now what the first opening would: starts the embedded engine, or looks at address and key; raises
        ConfigurationError."""
        if self.client is None:
            self._endpoint(self._started() if self.is_local else None)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[CompletionClient]:
        """The client for the running event loop."""
        if self.client is not None:
            yield self._stored(BudgetingClient(self.client, self.budget), "client")
            return
        engine = self._started() if self.is_local else None
        async with self._endpoint(engine) as client:
            deadline = _DEADLINE_TIMEOUTS * self.allowance.timeout
            traced = TracedClient(client, model=client.model, url=client.base_url)
            retrying = RetryingClient(LimitingClient(traced, self._experience.limits), deadline=deadline)
            identity = client.identity if engine is None else engine.identity
            yield self._stored(BudgetingClient(retrying, self.budget), identity)

    def _endpoint(self, engine: LocalEngine | None) -> OpenAIClient:
        timeout, known = self.allowance.timeout, self._experience
        if engine is None:
            return OpenAIClient(self.model, base_url=self.base_url, timeout=timeout, experience=known)
        key = engine.api_key
        return OpenAIClient(engine.model, base_url=engine.base_url, api_key=key, timeout=timeout, experience=known)

    def _started(self) -> LocalEngine:
        if self._engine is None:
            engine = LocalEngine(None if self.model == LOCAL else Path(self.model), progress=self.progress)
            self._engine, self._gauge = engine.__enter__(), None
        return self._engine

    @property
    def _url(self) -> str | None:
        """The address that is asked; None for the embedded engine and a client of one's own."""
        return None if self.client is not None or self.is_local else endpoint_url(self.base_url)

    def _made_ladder(self) -> Ladder:
        if self._url is None or not isinstance(self.store, Lessons):
            return Ladder()
        return remembering_ladder(self.store, place=shown(self._url), model=self.model)

    def _stored(self, client: CompletionClient, identity: str) -> CompletionClient:
        return client if self.store is None else StoringClient(client, self.store, identity, reuse=self.reuse)

    def close(self) -> None:
        """Stops the embedded engine, if one was started."""
        if self._engine is not None:
            self._engine.__exit__(None, None, None)
            self._engine = None
