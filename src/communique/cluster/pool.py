"""Workers on a cluster, and the articles that are handed to them: each until it is read, whoever ends meanwhile."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, cast

import ray
from ray.actor import ActorHandle
from ray.exceptions import RayError, RayTaskError

from communique.article import Article
from communique.cluster.mailbox import Mailbox, MailboxAsker
from communique.engines.reading import Reading
from communique.errors import ConfigurationError
from communique.records import Extraction, Failure

_MOST_ENDS = 3
"""So many workers may end over an article before it is read alone, and so many in a row before they are ready."""

_LOST = Failure(
    code="worker",
    message=f"{_MOST_ENDS + 1} workers ended while they read this article, the last with this article alone: it may "
    "need more memory than they have",
)


class Worker:
    """An actor that reads articles by a frozen configuration, and asks the mailbox in place of a model."""

    def __init__(self, reading: Reading, mailbox: ActorHandle[Mailbox]) -> None:
        self._extractor = reading.extractor(MailboxAsker(mailbox))

    async def ready(self) -> None:
        """Nothing, once it is started."""

    async def read(self, article: Article) -> Extraction:
        """What the article gave."""
        return await self._extractor.aextract(article)


@dataclass(order=True, slots=True)
class _Job:
    """An article to be read: the earlier ones first, also those that come back from a worker that ended."""

    number: int
    article: Article = field(compare=False)
    read: asyncio.Future[Extraction] = field(compare=False)
    ends: int = field(default=0, compare=False)

    async def hand_to(self, worker: "ActorHandle[Worker]") -> None:
        """Waits until the worker has read the article; raises RayError where it is gone before."""
        try:
            extraction = await worker.read.remote(self.article)
        except RayTaskError as error:  # a fault in the reading, as it would have been raised here
            if not self.read.done():
                self.read.set_exception(error)
        else:
            if not self.read.done():
                self.read.set_result(extraction)


class Pool:
    """So many workers, replaced when they end, which fetch articles as they have room for them: `depth` at a time."""

    def __init__(self, reading: Reading, mailbox: ActorHandle[Mailbox], *, workers: int, depth: int) -> None:
        self._reading, self._mailbox = reading, mailbox
        self._workers, self._depth = workers, depth
        self._waiting: asyncio.PriorityQueue[_Job] = asyncio.PriorityQueue()
        self._jobs: set[asyncio.Future[Extraction]] = set()
        self._handed = 0
        self._fault: BaseException | None = None
        self._alone = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self._places = [asyncio.create_task(self._employ()) for _ in range(self._workers)]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await _ended(self._places)

    async def read(self, article: Article) -> Extraction:
        """What the article gave; raises what ended the pool."""
        if self._fault is not None:
            raise self._fault
        self._handed += 1
        job = _Job(self._handed, article, asyncio.get_running_loop().create_future())
        self._jobs.add(job.read)
        self._waiting.put_nowait(job)
        try:
            return await job.read
        finally:
            self._jobs.discard(job.read)

    def fail(self, error: BaseException) -> None:
        """Ends the pool: all who wait, and will, are told."""
        self._fault = self._fault or error
        for read in self._jobs:
            if not read.done():
                read.set_exception(error)

    async def _employ(self) -> None:
        """Keeps one place filled; that no worker there gets ready ends the pool."""
        early: list[RayError] = []
        while len(early) < _MOST_ENDS:
            worker = self._started(processors=1)
            try:
                await worker.ready.remote()
                early.clear()
                await self._work(worker)
            except RayError as error:
                early.append(error)
            finally:
                ray.kill(worker)
        self.fail(_unable(early[-1]))

    async def _work(self, worker: ActorHandle[Worker]) -> None:
        """Hands articles to the worker until it is gone."""
        hands = [asyncio.create_task(self._hand_over(worker)) for _ in range(self._depth)]
        try:
            await asyncio.wait(hands, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _ended(hands)

    async def _hand_over(self, worker: ActorHandle[Worker]) -> None:
        """Hands over one article after another; one that was not read, as the worker is gone, comes back."""
        while True:
            job = await self._waiting.get()
            if job.read.done():  # nobody waits for it any more
                continue
            try:
                if job.ends < _MOST_ENDS:
                    await job.hand_to(worker)
                else:
                    await self._read_alone(job)
            except (RayError, asyncio.CancelledError):
                job.ends += 1
                self._waiting.put_nowait(job)
                raise

    async def _read_alone(self, job: _Job) -> None:
        """Has the article read by a worker of its own, so that it ends no other's reading where it ends its worker."""
        async with self._alone:
            worker = self._started(processors=0)
            try:
                await job.hand_to(worker)
            except RayError:
                job.read.set_result(Extraction(article=job.article, failure=_LOST))
            finally:
                ray.kill(worker)

    def _started(self, *, processors: int) -> ActorHandle[Worker]:
        """A new worker, which waits for its place in the cluster."""
        placed = ray.remote(Worker).options(
            num_cpus=processors, max_concurrency=self._depth + 1, scheduling_strategy="SPREAD", max_restarts=0
        )
        return cast("ActorHandle[Worker]", placed.remote(self._reading, self._mailbox))


async def _ended(tasks: Iterable[asyncio.Task[None]]) -> None:
    tasks = tuple(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _unable(error: RayError) -> ConfigurationError:
    told = str(error).strip().rpartition("\n")[2]
    return ConfigurationError(
        f"no worker can start on the cluster ({told}); install the same communique[ray] on each machine, and the "
        "modules of --kinds"
    )
