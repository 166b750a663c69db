"""The process of a worker: it reads the articles it is given, and asks the run's process in place of a model."""

import asyncio
import socket
import sys

from communique.article import Article
from communique.completion import Completion, Prompt
from communique.engines.peers import Peer
from communique.extractor import Extractor
from communique.records import Extraction


class _RemoteAsker:
    def __init__(self, run: Peer) -> None:
        self._run = run

    async def complete(self, prompt: Prompt) -> Completion:
        completion: Completion = await self._run.call("complete", prompt)
        return completion

    async def reject(self, prompt: Prompt) -> bool:
        return bool(await self._run.call("reject", prompt))

    async def count(self, text: str) -> int:
        return int(await self._run.call("count", text))

    async def context(self) -> int | None:
        context: int | None = await self._run.call("context")
        return context


class _Worker:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.run = Peer(reader, writer, {"read": self._read})
        self._made: asyncio.Task[Extractor] | None = None

    async def _read(self, article: Article) -> Extraction:
        self._made = self._made or asyncio.create_task(self._extractor())
        return await (await self._made).aextract(article)

    async def _extractor(self) -> Extractor:
        reading = await self.run.call("reading")
        extractor: Extractor = reading.extractor(_RemoteAsker(self.run))
        return extractor


async def _work(file: int) -> None:
    """Reads until the run's process closes the socket, or is gone."""
    worker = _Worker(*await asyncio.open_connection(sock=socket.socket(fileno=file)))
    await worker.run.listen()
    await worker.run.close()


if __name__ == "__main__":
    asyncio.run(_work(int(sys.argv[1])))
