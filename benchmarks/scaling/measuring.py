"""What an article takes: of processors by each way of running, of a disk, and of a model."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from benchmarks.costs.answers import ARTICLE, answers
from benchmarks.costs.throughput import Server
from benchmarks.extraction.tools import ROOT
from benchmarks.scaling.processes import own_seconds, tree_seconds
from communique.article import Article
from communique.cluster.engine import RayEngine
from communique.cluster.joining import joined
from communique.completion import TokenUsage
from communique.engines.processes import Processes
from communique.engines.reading import Engine
from communique.extractor import Extractor
from communique.ingest import FailedArticle, read_articles
from communique.llm.connecting import Connection
from communique.llm.gauging import estimate
from communique.llm.prices import ListedPrice
from communique.llm.tokens import prompt_tokens
from communique.records import Extraction
from communique.reporting import reported
from communique.store.sqlite import SQLiteStore

MODEL, ADDRESS = "gpt-5-mini", "https://api.openai.com/v1"
WORKERS = 2
_WARM = 40
_UNDER_WAY = 16


@dataclass(frozen=True, slots=True)
class Work:
    """Seconds of processors for an article: of all processes of a run, and of the one that asks and writes."""

    all: float
    own: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Of one article: work by the way of running, bytes in the store and in the output, tokens, and dollars."""

    work: dict[str, Work]
    stored: float
    written: float
    letters: float
    read: float
    answered: float
    price: Decimal


def measured(count: int, tell: Callable[[str], None]) -> Costs:
    """The costs, by `count` articles for each way of running."""
    with Server() as server, TemporaryDirectory() as folder:
        bench = _Bench(server, Path(folder), count)
        work = {}
        tell("one process")
        work["one process"] = bench.work(lambda extractor: extractor)
        stored, written = bench.bytes()
        tell("answers from the store")
        work["the answers of a batch, from the store"] = bench.work(lambda extractor: extractor)
        tell("a batch's questions")
        work["the questions of a batch"] = bench.questions()
        tell("processes")
        bench.forget()
        work[f"--workers {WORKERS}"] = bench.work(lambda extractor: Processes(extractor, workers=WORKERS))
        tell("ray")
        bench.forget()
        with joined():
            work[f"--engine ray, {WORKERS} workers"] = bench.work(
                lambda extractor: RayEngine(extractor, workers=WORKERS)
            )
    letters, read = _examples()
    answered = float(estimate(answers()["communique"]))
    price = ListedPrice(MODEL, ADDRESS).cost(TokenUsage(prompt=round(read), completion=round(answered)))
    return Costs(work, stored, written, letters, read, answered, price)


class _Bench:
    def __init__(self, server: Server, folder: Path, count: int) -> None:
        self._address, self._server = server.address("communique"), server.pid
        self._folder, self._count = folder, count
        self._lines = 0

    def work(self, made: Callable[[Extractor], Engine]) -> Work:
        """What an article takes once all processes are warm."""
        with ExitStack() as stack:
            store = stack.enter_context(SQLiteStore(self._store))
            extractor = stack.enter_context(Extractor(Connection("fixed", base_url=self._address, store=store)))
            outcomes = made(extractor).extract_all(_articles(self._count + _WARM), concurrency=_UNDER_WAY)
            self._write(islice(outcomes, _WARM))
            everybody, own = tree_seconds(self._server), own_seconds()
            self._lines = self._write(islice(outcomes, self._count))
            work = Work(tree_seconds(self._server) - everybody, own_seconds() - own)
            assert next(iter(outcomes), None) is None
        return Work(work.all / self._count, work.own / self._count)

    def questions(self) -> Work:
        """What it takes to write them, which is the first half of a batch."""
        extractor = Extractor(Connection("fixed", base_url=self._address))
        began = own_seconds()
        for article in _articles(self._count):
            extractor.plan(article)
        taken = (own_seconds() - began) / self._count
        return Work(taken, taken)

    def bytes(self) -> tuple[float, float]:
        """Of the store and of the output, for an article."""
        stored = sum(file.stat().st_size for file in self._folder.glob(f"{self._store.name}*"))
        return stored / (self._count + _WARM), self._lines / self._count

    def forget(self) -> None:
        """Removes the store."""
        for file in self._folder.glob(f"{self._store.name}*"):
            file.unlink()

    def _write(self, outcomes: Iterable[Extraction]) -> int:
        """Makes lines of them, as a run does; the bytes."""
        size = 0
        for outcome in outcomes:
            assert outcome.failure is None, outcome.failure
            records, report = reported(outcome)
            size += sum(len(line.encode()) + 1 for line in (*(one.to_json() for one in records), report.to_json()))
        return size

    @property
    def _store(self) -> Path:
        return self._folder / "store.sqlite"


def _articles(count: int) -> list[Article]:
    """So many, about each of which something else is asked."""
    text = ARTICLE.read_text(encoding="utf-8")
    return [
        Article(id=f"article-{number}", text=text.replace("a dozen exercises", f"{number} exercises"))
        for number in range(12, count + 12)
    ]


def _examples() -> tuple[float, float]:
    """Characters of an example article, and tokens of the questions about it, both on the average."""
    extractor = Extractor(Connection("fixed", base_url="http://127.0.0.1:1/v1"))
    articles: Sequence[Article] = [
        found for found in read_articles([ROOT / "examples" / "articles"]) if not isinstance(found, FailedArticle)
    ]
    tokens = [sum(prompt_tokens(prompt) for prompt in extractor.plan(article)) for article in articles]
    return fmean(len(article.text) for article in articles), fmean(tokens)
