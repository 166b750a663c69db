"""What a worker is told, what it asks through, and the seam between a run and whatever reads its articles."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from communique.article import Article
from communique.completion import Completion, CompletionClient, Prompt, RejectingClient
from communique.events import Event
from communique.extractor import STOPPED, Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.llm.gauging import Gauge
from communique.proposing import Strategy
from communique.records import Extraction, Failure
from communique.verdicts import Policy
from communique.vocabulary import Vocabulary


class Engine(Protocol):
    """Anything that reads a run's articles as an Extractor does, which is one."""

    def extract_all(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> Iterator[Extraction]:
        """What each article gave, in input order; `concurrency` of them are under way at a time."""
        ...

    def stop(self, failure: Failure = STOPPED) -> None:
        """Lets no further article begin; a signal handler may call it."""
        ...


class Asker(RejectingClient, Gauge, Protocol):
    """Whoever asks the run's model for a worker: its questions, its rejections, and how long a text is for it."""


class RunAsker:
    """Asks the client that a run's connection opened, for workers; bound to that client's event loop."""

    def __init__(self, connection: Connection, client: CompletionClient) -> None:
        self._connection, self._client = connection, client

    async def complete(self, prompt: Prompt) -> Completion:
        """The model's answer; raises CompletionError when there is none."""
        return await self._client.complete(prompt)

    async def reject(self, prompt: Prompt) -> bool:
        """Tells a client that keeps answers that this one was of no use; whether it was told so in an earlier run."""
        return isinstance(self._client, RejectingClient) and await self._client.reject(prompt)

    async def count(self, text: str) -> int:
        """The tokens of a text; raises CompletionError where the server cannot be asked now."""
        return await self._connection.fitting.gauge.count(text)

    async def context(self) -> int | None:
        """The tokens that question and answer may have together; None where nobody tells."""
        return await self._connection.fitting.gauge.context()


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: frozen, and fit to be pickled, so that a worker anywhere can build its Extractor.

    It holds no client, no store and no key. `kinds` are pickled by name: a worker imports them.
    """

    kinds: tuple[type[Event], ...]
    policy: Policy
    strategy: Strategy
    vocabulary: Vocabulary
    max_article_tokens: int | None = None
    chunk: bool = False

    @classmethod
    def of(cls, extractor: Extractor) -> "Reading":
        """How `extractor` reads, with everything decided that its model decides."""
        allowance = extractor.connection.allowance
        return cls(
            kinds=extractor.kinds,
            policy=extractor.policy,
            strategy=extractor.strategy,
            vocabulary=extractor.vocabulary,
            max_article_tokens=allowance.max_article_tokens,
            chunk=allowance.chunk,
        )

    def extractor(self, asker: Asker) -> Extractor:
        """A worker's Extractor, which asks nobody but `asker`."""
        bounds = Allowance(max_article_tokens=self.max_article_tokens, chunk=self.chunk)
        return Extractor(
            RelayedConnection(asker, bounds),
            kinds=self.kinds,
            policy=self.policy,
            strategy=self.strategy,
            vocabulary=self.vocabulary,
        )


class RelayedConnection(Connection):
    """A worker's connection: all it asks, and counts, is asked and counted elsewhere."""

    def __init__(self, asker: Asker, allowance: Allowance) -> None:
        super().__init__(None, client=asker, allowance=allowance)
        self._asker = asker

    @asynccontextmanager
    async def open(self) -> AsyncIterator[CompletionClient]:
        """The asker."""
        yield self._asker

    def _made_gauge(self) -> Gauge:
        return self._asker
