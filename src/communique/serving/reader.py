"""Whoever reads articles for a server: an Extractor, or none where no model was named."""

from collections.abc import AsyncIterator, Iterable
from typing import Protocol

from communique.article import Article
from communique.records import Extraction, Failure

NO_MODEL = "this server has no model to read with; start it with --model NAME, or use ground and tag, which need none"

STOPPING = Failure(code="stopped", message="the server is being stopped; ask again when it is back")


class Reader(Protocol):
    """What a server needs of an Extractor."""

    @property
    def stopped(self) -> Failure | None:
        """Why it reads nothing more; None while it reads."""
        ...

    async def aextract(self, article: Article) -> Extraction:
        """What the article gave."""
        ...

    def stream(self, articles: Iterable[Article], *, concurrency: int) -> AsyncIterator[Extraction]:
        """What each article gave, in input order."""
        ...

    def stop(self, failure: Failure) -> None:
        """Lets no further article begin, and each be a failed one with `failure`."""
        ...
