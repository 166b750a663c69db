"""The inputs of a run, read one at a time: none is held longer than it is under way, and each keeps its place."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from communique.article import Article
from communique.cli.options import InputOptions
from communique.engines.reading import Engine
from communique.errors import InputError
from communique.ingest import FailedArticle, count_articles, read_articles
from communique.records import Extraction

Inputs = Iterator[Article | FailedArticle]


def read_inputs(options: InputOptions) -> Inputs:
    """The articles of the paths, or the shard's part of them, of which the first is read now; raises InputError where
    there is none."""
    source = read_articles(options.paths, encoding=options.encoding, stdin=sys.stdin.buffer)
    own = source if options.shard is None else filter(options.shard.has, source)
    inputs = islice(own, options.limit)
    first = next(inputs, None)
    if first is None:
        raise InputError(
            "no articles here", path=", ".join(options.paths), mend="give a file or a folder with articles"
        )
    return chain((first,), inputs)


def input_count(options: InputOptions) -> int | None:
    """How many inputs there will be; None where only reading tells."""
    if options.shard is not None:
        return None
    counted = count_articles(options.paths)
    return counted if counted is None or options.limit is None else min(counted, options.limit)


def outcomes(
    engine: Engine, inputs: Iterable[Article | FailedArticle], concurrency: int
) -> Iterator[Extraction | FailedArticle]:
    """What became of each input, in input order; inputs are read as articles are taken up, and a model is made ready
    with the first of them."""
    unread = _Unread(inputs)
    articles = unread.articles()
    first = next(articles, None)
    extractions = () if first is None else engine.extract_all(chain((first,), articles), concurrency=concurrency)
    for extraction in extractions:
        yield from unread.before()
        yield extraction
    yield from unread.before()


class _Unread:
    """Parts a stream in two: the articles to be read, and between them what failed before."""

    def __init__(self, inputs: Iterable[Article | FailedArticle]) -> None:
        self._inputs = inputs
        self._order: deque[FailedArticle | None] = deque()

    def articles(self) -> Iterator[Article]:
        """The articles; a mark is left in the order for each."""
        for item in self._inputs:
            if isinstance(item, FailedArticle):
                self._order.append(item)
            else:
                self._order.append(None)
                yield item

    def before(self) -> Iterator[FailedArticle]:
        """What failed before the next article, whose mark is taken with it."""
        while self._order and (item := self._order.popleft()) is not None:
            yield item
