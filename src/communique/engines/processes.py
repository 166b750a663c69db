"""Several processes of this machine share the articles; this one asks the model, keeps the order and writes."""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Iterable, Iterator
from functools import partial
from types import TracebackType
from typing import Self

from communique import _sync
from communique.article import Article
from communique.engines.peers import Methods, Peer, PeerGone
from communique.engines.reading import Reading, RunAsker
from communique.errors import ConfigurationError
from communique.extractor import LAST, STOPPED, Extractor, given_article
from communique.in_order import in_order
from communique.records import Extraction, Failure

_LOST = Failure(
    code="worker",
    message="the process that read this article ended twice, the second time with this article alone: it may need more "
    "memory than there is",
)
_PROGRAM = "__main__"


class Processes:
    """Reads as `extractor` does, with the same outcomes in the same order, in so many `workers` beside this process.

    An article whose worker ended is read once more, alone in a new one. Raises ConfigurationError for an event class
    that no other process can import.
    """

    def __init__(self, extractor: Extractor, *, workers: int) -> None:
        self._connection, self._reading = extractor.connection, Reading.of(extractor)
        self._workers = workers
        self._stopped: Failure | None = None
        for kind in extractor.kinds:
            if kind.__module__ == _PROGRAM:
                raise ConfigurationError(
                    f"{kind.__name__} is defined in the program itself, from which no other process can import it; "
                    "move it into a module of its own"
                )

    def extract_all(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> Iterator[Extraction]:
        """What each article gave, in input order; `concurrency` of them are under way at a time. Blocking."""
        items = self.stream(articles, concurrency=concurrency)
        return _sync.iterate(items, blocking="extract_all", awaitable="async for … in engine.stream(articles)")

    async def stream(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> AsyncIterator[Extraction]:
        """The same, in the running event loop."""
        async with (
            self._connection.open() as client,
            _Pool(self._methods(RunAsker(self._connection, client)), self._workers) as pool,
        ):
            async for extraction in in_order(articles, partial(self._read, pool), concurrency=concurrency):
                yield extraction

    def stop(self, failure: Failure = STOPPED) -> None:
        """Lets no further article begin: those under way end, and each of the rest is a failed one with `failure`."""
        self._stopped = self._stopped or failure

    async def _read(self, pool: "_Pool", given: Article | str) -> Extraction:
        article = given_article(given)
        if self._stopped is not None:
            return Extraction(article=article, failure=self._stopped)
        extraction = await pool.read(article)
        if extraction.failure is not None and extraction.failure.code in LAST:
            self.stop(extraction.failure)
        return extraction

    def _methods(self, asker: RunAsker) -> Methods:
        """What workers may call."""

        async def reading(_: None) -> Reading:
            return self._reading

        async def context(_: None) -> int | None:
            return await asker.context()

        return {
            "reading": reading,
            "complete": asker.complete,
            "reject": asker.reject,
            "count": asker.count,
            "context": context,
        }


class _Pool:
    """At most so many workers, started as they are needed; those that ended are replaced."""

    def __init__(self, methods: Methods, most: int) -> None:
        self._methods, self._most = methods, most
        self._workers: list[_Worker] = []
        self._starting, self._alone = asyncio.Lock(), asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            await worker.end()

    async def read(self, article: Article) -> Extraction:
        """What the article gave in the worker with the least to do."""
        try:
            return await (await self._idlest()).read(article)
        except PeerGone:
            async with self._alone:
                return await self._read_alone(article)

    async def _read_alone(self, article: Article) -> Extraction:
        """What it gave in a new worker of its own: so an article that ends its worker takes no other one with it."""
        worker = await self._started()
        try:
            return await worker.read(article)
        except PeerGone:
            return Extraction(article=article, failure=_LOST)
        finally:
            await worker.end()

    async def _idlest(self) -> "_Worker":
        async with self._starting:
            living = [worker for worker in self._workers if not worker.peer.is_gone]
            if len(living) < self._most and all(worker.busy for worker in living):
                living.append(await self._started())
            return min(living, key=lambda worker: worker.busy)

    async def _started(self) -> "_Worker":
        worker = await _Worker.started(self._methods)
        self._workers.append(worker)
        return worker


class _Worker:
    """A process that reads articles; `busy` are under way there."""

    def __init__(self, process: Process, peer: Peer) -> None:
        self.peer, self.busy = peer, 0
        self._process = process
        self._listening = asyncio.create_task(peer.listen())

    @classmethod
    async def started(cls, methods: Methods) -> "_Worker":
        """A new one, with this process's import path, and in a group of its own: Ctrl-C is for this process alone."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "communique.engines.worker", str(theirs.fileno())),
                pass_fds=(theirs.fileno(),),
                stdin=DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                process_group=0,
            )
        return cls(process, Peer(*await asyncio.open_connection(sock=ours), methods))

    async def read(self, article: Article) -> Extraction:
        """What the article gave; raises PeerGone where the process ends before."""
        self.busy += 1
        try:
            extraction: Extraction = await self.peer.call("read", article)
        finally:
            self.busy -= 1
        return extraction

    async def end(self) -> None:
        """Ends the process at once: it holds nothing that could be lost."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._listening
        await self.peer.close()
