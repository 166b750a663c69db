"""A run's articles read by a cluster; this process asks the model, keeps the answers and writes."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from functools import partial

from ray.exceptions import RayError

from communique import _sync
from communique.article import Article
from communique.cluster.joining import workers_of_cluster
from communique.cluster.mailbox import make_mailbox, serve
from communique.cluster.pool import Pool
from communique.engines.reading import Reading, RunAsker
from communique.errors import ConfigurationError
from communique.extractor import LAST, STOPPED, Extractor
from communique.in_order import as_they_come, in_order
from communique.records import Extraction, Failure


class RayEngine:
    """Reads as `extractor` does, with the same outcomes, in `workers` actors (None: as many as the cluster has
    processors) of the cluster that this process has joined.

    Outcomes come as articles are done, or with `ordered` in the order of the articles. An article whose worker ended is
    read by another one; what its questions were answered is in the extractor's store. Questions under way go on.
    """

    def __init__(self, extractor: Extractor, *, workers: int | None = None, ordered: bool = False) -> None:
        self._connection, self._reading = extractor.connection, Reading.of(extractor)
        self._workers, self._ordered = workers, ordered
        self._stopped: Failure | None = None

    def extract_all(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> Iterator[Extraction]:
        """What each article gave; `concurrency` of them are under way at a time on all machines together. Blocking."""
        items = self.stream(articles, concurrency=concurrency)
        return _sync.iterate(items, blocking="extract_all", awaitable="async for … in engine.stream(articles)")

    async def stream(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> AsyncIterator[Extraction]:
        """The same, in the running event loop."""
        async with self._opened(concurrency) as pool:
            paced = in_order if self._ordered else as_they_come
            async for extraction in paced(articles, partial(self._read, pool), concurrency=concurrency):
                yield extraction

    def stop(self, failure: Failure = STOPPED) -> None:
        """Lets no further article begin: those under way end, and each of the rest is a failed one with `failure`."""
        self._stopped = self._stopped or failure

    @asynccontextmanager
    async def _opened(self, concurrency: int) -> AsyncIterator[Pool]:
        workers = min(self._workers or workers_of_cluster(), concurrency)
        mailbox = make_mailbox()
        async with (
            self._connection.open() as client,
            Pool(self._reading, mailbox, workers=workers, depth=-(-concurrency // workers)) as pool,
        ):
            serving = asyncio.create_task(serve(mailbox, RunAsker(self._connection, client)))
            serving.add_done_callback(partial(_tell, pool))
            try:
                yield pool
            finally:
                serving.cancel()
                await asyncio.gather(serving, return_exceptions=True)

    async def _read(self, pool: Pool, given: Article | str) -> Extraction:
        article = Article(text=given) if isinstance(given, str) else given
        if self._stopped is not None:
            return Extraction(article=article, failure=self._stopped)
        extraction = await pool.read(article)
        if extraction.failure is not None and extraction.failure.code in LAST:
            self.stop(extraction.failure)
        return extraction


def _tell(pool: Pool, serving: asyncio.Task[None]) -> None:
    """Ends the pool with what ended the serving, unless that was its end, too."""
    if serving.cancelled() or (error := serving.exception()) is None:
        return
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, RayError):
        told = f"the cluster is gone ({type(error).__name__}); the same command again goes on from here"
        pool.fail(ConfigurationError(told))
    else:
        pool.fail(error)
