"""`communique extract` as a user runs it, killed and started again until every article is accounted for."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.adversity.checking import Seen, failures, seen
from benchmarks.adversity.endpoint import Endpoint

_MOMENTS = ("before", "during", "after")
_MOST_RETRIES = 4
_MAIN = "import sys; from communique.cli import main; sys.exit(main())"
_OWN_FAULTS = frozenset({"refused", "content_filter"})


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the input, one run's worth: its articles, where its records go, and after how many requests each of its
    runs is killed."""

    articles: Path
    out: Path
    kills: tuple[int, ...]

    @property
    def name(self) -> str:
        """What its runs are called."""
        return self.out.stem


@dataclass(frozen=True, slots=True)
class Settings:
    """How every run is called."""

    store: Path
    concurrency: int
    timeout: float
    workers: int
    seed: int


@dataclass(frozen=True, slots=True)
class Ran:
    """What a shard took: starts of the process, kills, runs with --retry-failed, and what stood in OUT at each kill."""

    starts: int
    kills: int
    retries: int
    at_kills: tuple[Seen, ...]


def run_all(shards: Sequence[Shard], endpoint: Endpoint, settings: Settings) -> list[Ran]:
    """Every shard to its end, `workers` at a time on one store."""
    with ThreadPoolExecutor(settings.workers) as pool:
        return list(pool.map(lambda shard: _Runner(shard, endpoint, settings).run(), shards))


class _Runner:
    """One shard being run."""

    def __init__(self, shard: Shard, endpoint: Endpoint, settings: Settings) -> None:
        self.shard, self.endpoint, self.settings = shard, endpoint, settings
        self.random = Random(f"{settings.seed}:{shard.name}")  # noqa: S311 - kills, not secrets
        self.starts = 0

    def run(self) -> Ran:
        at_kills = tuple(self._killed_runs())
        self._whole_run()
        retries = 0
        while retries < _MOST_RETRIES and failures(self.shard.out) - _OWN_FAULTS:
            self._whole_run("--retry-failed")
            retries += 1
        return Ran(self.starts, len(at_kills), retries, at_kills)

    def _killed_runs(self) -> Iterator[Seen]:
        for at in self.shard.kills:
            process, key = self._started()
            self.endpoint.kill(key, process.pid, at, self.random.choice(_MOMENTS))
            _, told = process.communicate()
            if process.returncode != -signal.SIGKILL:
                raise RuntimeError(f"{self.shard.name}: ended with {process.returncode} before it was killed: {told}")
            yield seen(self.shard.out)

    def _whole_run(self, *options: str) -> None:
        process, _ = self._started(*options)
        _, told = process.communicate()
        if process.returncode not in {0, 1} or not self.shard.out.exists():
            raise RuntimeError(f"{self.shard.name}: ended with {process.returncode}: {told}")

    def _started(self, *options: str) -> tuple["subprocess.Popen[str]", str]:
        self.starts += 1
        key = f"chaos-{self.shard.name}-{self.starts}"
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "COMMUNIQUE"))
        }
        process = subprocess.Popen(  # noqa: S603 - this interpreter, on arguments of our own
            [*self._command(), *options],
            env={**environment, "OPENAI_API_KEY": key},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        return process, key

    def _command(self) -> tuple[str, ...]:
        shard, settings = self.shard, self.settings
        options = {
            "-o": shard.out,
            "--model": "chaos",
            "--base-url": self.endpoint.base_url,
            "--strategy": "document",
            "--concurrency": settings.concurrency,
            "--timeout": settings.timeout,
            "--store": settings.store,
        }
        given = (str(word) for pair in options.items() if pair[1] for word in pair)
        return (sys.executable, "-c", _MAIN, "extract", str(shard.articles), *given)
