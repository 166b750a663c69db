"""Ray datasets: articles into lines, which are records, and a report for every article."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from ray.actor import ActorHandle
from ray.data import ActorPoolStrategy, Dataset

from communique.article import Article
from communique.cluster.asking import answered_mailbox
from communique.cluster.joining import workers_of_cluster
from communique.cluster.mailbox import Mailbox, MailboxAsker
from communique.engines.reading import Reading
from communique.errors import InputError
from communique.extractor import Extractor
from communique.ingest import FailedArticle
from communique.ingest.rows import FIELDS, row_article
from communique.line_tables import LINES, line_row
from communique.records import ArticleReport, EventRecord
from communique.reporting import reported

__all__ = ["LINES", "extract"]

_ROWS_A_BLOCK = 64
_BLOCKS = 2
"""Under way in a worker, so that the next one begins before the last article of one is read."""

_PROCESSORS = 0.5
"""Of a worker, so that what machines read with, and a worker of a machine that is lost, finds room on the others."""


def extract(
    dataset: Dataset, extractor: Extractor | None = None, *, workers: int | None = None, concurrency: int = 8
) -> Dataset:
    """The lines of a dataset whose columns are those of an article: text, and id, published, title, url, language.

    Rows are `LINES`: an article's records, then its report; a row that is no article has a report that says why. It is
    lazy, as datasets are. At most `workers` actors (None: as many as the cluster has processors) read `concurrency`
    articles each at a time, by a frozen configuration. This process asks the extractor's model as long as it lasts, so
    it has to wait for whatever consumes the dataset; with a store nothing is asked twice, whoever ends in between.
    """
    reader = extractor or Extractor()
    mailbox = answered_mailbox(reader.connection)
    return dataset.repartition(target_num_rows_per_block=_ROWS_A_BLOCK).map_batches(
        _Reader,
        fn_constructor_args=(Reading.of(reader), mailbox, concurrency),
        batch_size=concurrency,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(
            min_size=1, max_size=workers or workers_of_cluster(), max_concurrent_calls_per_actor=_BLOCKS
        ),
        num_cpus=_PROCESSORS,
    )


class _Reader:
    """An actor's reading of articles."""

    def __init__(self, reading: Reading, mailbox: ActorHandle[Mailbox], concurrency: int) -> None:
        self._extractor = reading.extractor(MailboxAsker(mailbox))
        self._places = asyncio.Semaphore(concurrency)

    async def __call__(self, batch: pa.Table) -> pa.Table:
        """The lines of a batch of articles, in their order."""
        read = await asyncio.gather(*(self._read(row) for row in batch.to_pylist()))
        return pa.Table.from_pylist([line for lines in read for line in lines], schema=LINES)

    async def _read(self, row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        article = _article(row)
        if isinstance(article, FailedArticle):
            return _lines(*reported(article))
        async with self._places:
            extraction = await self._extractor.aextract(article)
        return _lines(*reported(extraction))


def _article(row: Mapping[str, Any]) -> Article | FailedArticle:
    """The article of a row; columns that are none of an article's are passed over."""
    given = {name: row[name] for name in FIELDS if name in row}
    article = row_article(given, "a row", 0)
    if not isinstance(article, InputError):
        return article
    name = str(given.get("id") or "a row without id")
    return FailedArticle(name, InputError(article.message, code=article.code, path=name, mend=article.mend))


def _lines(records: tuple[EventRecord, ...], report: ArticleReport) -> list[Mapping[str, Any]]:
    return [line_row(line) for line in (*(record.to_json() for record in records), report.to_json())]
