"""The embedded engine, setting by setting: `python -m benchmarks.engine [SETTING ...]`.

Reads articles of our own with the engine set up in different ways and prints what one took: calls, tokens read, those
of them that were not computed again, tokens written, seconds of the processor and of the clock, and how many answers
are the first setting's. The first setting keeps nothing and guesses nothing; each other changes what its name says.
On a machine that does other things --threads 1 compares settings by the processor's seconds, which then do not count
threads that wait for each other. Readings are kept below --cache, so that a run can go on later; --write puts the
tables into docs/performance.md. What other tools take of the same model is measured by `python -m benchmarks.quality`.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import perf_counter, process_time
from typing import Literal

from benchmarks.blocks import with_block
from benchmarks.extraction.running import WARM_UP
from benchmarks.extraction.sets import read_half
from benchmarks.report import grid
from communique.article import Article
from communique.completion import Completion, Prompt, TokenUsage
from communique.extractor import Extractor
from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient
from communique.llm.tuning import Tuning
from communique.llm.weights import EMBEDDED

Strategy = Literal["sentence", "document"]
STRATEGIES: tuple[Strategy, ...] = ("sentence", "document")

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_CACHE = Path(__file__).parents[1] / ".cache" / "engine"
_WHOLE = 2
"""So many articles are read as a whole: each takes a minute and more."""
_OF_WHOLE = ("nothing kept", "prefix kept", "prefix kept, guessing ngram_simple")
"""The settings in which they are."""

_WORDS = """## The embedded engine

What one of our articles takes with the engine set up in different ways: calls, tokens read, those of them that were
kept from before and not computed again, tokens written, seconds. With one thread the processor's seconds compare on a
machine that does other things; the clock's do not. `python -m benchmarks.engine` measures it. Guessing and slots change
nothing of what is asked, and where two answers are as likely they may tip one: the last column. What langextract,
instructor and a plain prompt take of the same model on one machine stands in [whole extractions](quality.md)."""

FIRST = "nothing kept"
SETTINGS: dict[str, Tuning] = {
    FIRST: Tuning(prefix_cache=False),
    "prefix kept": Tuning(),
    "prefix kept, guessing ngram_simple": Tuning(speculation="ngram_simple"),
    "prefix kept, guessing ngram_map_k": Tuning(speculation="ngram_map_k"),
    "prefix kept, guessing ngram_cache": Tuning(speculation="ngram_cache"),
    "prefix kept, 2 slots": Tuning(slots=2),
    "prefix kept, 4 slots": Tuning(slots=4),
    "prefix kept, batches of 512": Tuning(batch=512),
    "prefix kept, not mapped": Tuning(mapped=False),
}


@dataclass(slots=True)
class CountingClient:
    """Passes questions on, and keeps what the answers took and said."""

    inner: OpenAIClient
    usage: TokenUsage = field(default_factory=TokenUsage)
    answers: dict[str, str] = field(default_factory=dict)

    async def complete(self, prompt: Prompt) -> Completion:
        """The inner client's answer."""
        completion = await self.inner.complete(prompt)
        self.usage += completion.usage
        self.answers["\n".join(message.content for message in prompt.messages)] = completion.text
        return completion


@dataclass(frozen=True, slots=True)
class Reading:
    """What some articles took, in all."""

    articles: int
    usage: TokenUsage
    processor: float
    clock: float
    start: float
    answers: dict[str, str]

    def row(self, name: str, first: "Reading") -> list[str]:
        """The line of a table: means an article."""
        told = [self.usage.calls, self.usage.prompt, self.usage.cached, self.usage.completion]
        shared = [prompt for prompt in self.answers if prompt in first.answers]
        same = sum(self.answers[prompt] == first.answers[prompt] for prompt in shared)
        means = [f"{one / self.articles:.1f}" for one in told]
        seconds = [f"{self.processor / self.articles:.1f}", f"{self.clock / self.articles:.1f}", f"{self.start:.1f}"]
        return [name, *means, *seconds, f"{same} of {len(shared)}"]


COLUMNS = ("setting", "calls", "read", "kept", "written", "processor s", "clock s", "start s", "answers the same")


def main(arguments: list[str] | None = None) -> int:
    """Prints a table a strategy."""
    given = _parser().parse_args(arguments)
    chosen = [name for name in SETTINGS if not given.settings or name in given.settings or name == FIRST]
    tables: list[str] = []
    readings: list[Path] = []
    for strategy in STRATEGIES:
        names = [name for name in chosen if strategy == "sentence" or name in _OF_WHOLE]
        kept = [_kept(given.cache, strategy, replace(SETTINGS[name], threads=given.threads)) for name in names]
        tables.append(_table(strategy, names, kept))
        print(f"\n{tables[-1]}\n", flush=True)
        readings += kept
    if given.write:
        body = "\n\n".join((_WORDS, *tables, _run(given.threads, readings)))
        PAGE.write_text(with_block(PAGE.read_text(encoding="utf-8"), "engine", body), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engine", description=__doc__)
    told = f"beside {FIRST!r}, of: {'; '.join(SETTINGS)}"
    parser.add_argument("settings", nargs="*", metavar="SETTING", choices=[[], *SETTINGS], help=told)
    parser.add_argument("--threads", type=int, metavar="N", help="of each setting (default: the machine's)")
    parser.add_argument("--cache", type=Path, default=_CACHE, help="the folder of kept readings")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    return parser


def _table(strategy: Strategy, names: Sequence[str], paths: Sequence[Path]) -> str:
    readings = [_reading(path) for path in paths]
    rows = [reading.row(name, readings[0]) for name, reading in zip(names, readings, strict=True)]
    return f"By `--strategy {strategy}`, {readings[0].articles} articles:\n\n{grid(COLUMNS, rows)}"


def _run(threads: int | None, paths: Sequence[Path]) -> str:
    """When and with what the readings were made, in words."""
    used = f"{threads} thread{'s' * (threads > 1)}" if threads else "as many threads as cores"
    days = sorted(datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date() for path in paths)
    told = " to ".join(dict.fromkeys(map(str, (days[0], days[-1]))))
    return f"Read on {told} with {used} of {os.cpu_count()}; {EMBEDDED.name}, xllamacpp {version('xllamacpp')}."


def _kept(folder: Path, strategy: Strategy, tuning: Tuning) -> Path:
    """The file with what the articles took with these settings, which are read now if it is not there."""
    articles = read_half("tuning").articles
    chosen = articles if strategy == "sentence" else articles[:_WHOLE]
    asked = repr((strategy, tuning, [article.sha256 for article in chosen]))
    path = folder / f"{sha256(asked.encode()).hexdigest()[:16]}.json"
    if not path.exists():
        print(f"{strategy}: {tuning}", file=sys.stderr, flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(_read(chosen, strategy, tuning))), encoding="utf-8")
    return path


def _reading(path: Path) -> Reading:
    told = json.loads(path.read_text(encoding="utf-8"))
    return Reading(**(told | {"usage": TokenUsage(**told["usage"])}))


def _read(articles: Sequence[Article], strategy: Strategy, tuning: Tuning) -> Reading:
    began = perf_counter()
    with LocalEngine(tuning=tuning) as engine:
        started = perf_counter() - began
        asyncio.run(_ask(engine, [WARM_UP], strategy, tuning.slots))
        began, used = perf_counter(), process_time()
        client = asyncio.run(_ask(engine, articles, strategy, tuning.slots))
        clock, processor = perf_counter() - began, process_time() - used
    return Reading(len(articles), client.usage, processor, clock, started, client.answers)


async def _ask(engine: LocalEngine, articles: Sequence[Article], strategy: Strategy, slots: int) -> CountingClient:
    async with OpenAIClient(engine.model, base_url=engine.base_url, api_key=engine.api_key) as inner:
        client = CountingClient(inner)
        extractor = Extractor(client=client, strategy=strategy, vocabulary="closed")
        async for _ in extractor.stream(articles, concurrency=slots):
            pass
    return client


if __name__ == "__main__":
    sys.exit(main())
