"""Thousands of articles through a server that misbehaves, by processes that are killed: `python -m benchmarks.chaos`.

A calm run, of the same articles against the same server on its best behaviour, tells what the output should be. Then
the server misbehaves by seed (429, 5xx, resets, half bodies, bodies without end, broken JSON, wrong clocks), and
SIGKILL ends the extracting processes in the middle of requests; each is started again with the same command. It
prints what happened and exits with 1 where an article was lost or told twice, a line is invalid, a byte differs from
the calm run's, or an answer was paid for again that was not in flight at a kill. --write makes docs/robustness.md.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.adversity.articles import article_rows, write_articles
from benchmarks.adversity.checking import account
from benchmarks.adversity.endpoint import Endpoint
from benchmarks.adversity.page import PAGE, as_text, page
from benchmarks.adversity.results import Results
from benchmarks.adversity.running import Ran, Settings, Shard, run_all


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the benchmark is and how bad the server."""

    articles: int = 10_000
    parts: int = 4
    kills: int = 3
    rate: float = 0.2
    seed: int = 1
    concurrency: int = 64
    timeout: float = 20.0
    workers: int = 4
    most_seconds: float = 300.0


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables; 1 where something is not as it has to be."""
    given = vars(_parser().parse_args(arguments))
    write, folder = given.pop("write"), given.pop("folder")
    plan = Plan(**given)
    with ExitStack() as stack:
        place = folder or Path(stack.enter_context(TemporaryDirectory(prefix="chaos-")))
        place.mkdir(parents=True, exist_ok=True)
        results = measure(plan, place)
    print("\n".join(as_text(results)))
    if write:
        PAGE.write_text(page(results, _command(plan), datetime.now(UTC).date()), encoding="utf-8")
    return 0 if results.is_met else 1


def _command(plan: Plan) -> str:
    """The command that makes the page, with what is not as it would be by default."""
    changed = {name: value for name, value in asdict(plan).items() if value != getattr(Plan(), name)}
    options = [f"--{name.replace('_', '-')} {value}" for name, value in changed.items()]
    return " ".join(("python -m benchmarks.chaos", *options, "--write"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chaos", description=__doc__)
    plan = Plan()
    told = {
        "articles": "articles in all",
        "parts": "files they come in, each read by a run of its own",
        "kills": "kills of each part's process",
        "rate": "share of requests that meet a fault",
        "seed": "what decides articles, faults and kills",
        "concurrency": "articles that a process has under way",
        "timeout": "seconds for a request",
        "workers": "processes at a time, more than cores, since some wait to ask again",
        "most_seconds": "seconds that it may take",
    }
    for name, what in told.items():
        default = getattr(plan, name)
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, type=type(default), default=default, help=f"{what} (default: {default})")
    parser.add_argument("--folder", type=Path, help="keep the files here (default: a temporary folder)")
    parser.add_argument("--write", action="store_true", help="write docs/robustness.md")
    return parser


def measure(plan: Plan, folder: Path) -> Results:
    """The results of the calm run and the other one, whose files are written below `folder`."""
    began = time.monotonic()
    calm, chaos = _shards(plan, folder, "calm"), _shards(plan, folder, "chaos")
    calm_ledger, _ = _run(plan, calm, folder / "calm.db", rate=0.0)
    _tell(f"the calm run took {time.monotonic() - began:.0f} s")
    ledger, ran = _run(plan, chaos, folder / "chaos.db", rate=plan.rate)
    _tell(f"with the run in chaos it is {time.monotonic() - began:.0f} s")
    with ProcessPoolExecutor(plan.workers) as pool:
        pairs = ((shard.articles, shard.out, beside.out) for shard, beside in zip(chaos, calm, strict=True))
        accounts = list(pool.map(account, *zip(*pairs, strict=True)))
    return Results(
        accounts=accounts,
        ran=ran,
        calm=calm_ledger,
        chaos=ledger,
        kills=plan.kills * len(chaos),
        seconds=time.monotonic() - began,
        processor_seconds=sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]),
        load=os.getloadavg()[-1],
        most_seconds=plan.most_seconds,
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _shards(plan: Plan, folder: Path, run: str) -> list[Shard]:
    """The parts of the input, whose articles are written if they are not there; a calm run has no kills."""
    rows = article_rows(plan.seed, plan.articles)
    size = -(-plan.articles // plan.parts)
    shards = []
    for number in range(plan.parts):
        articles = folder / f"articles-{number:02}.jsonl"
        write_articles(articles, islice(rows, size))
        kills = _kills(plan, size, number) if run == "chaos" else ()
        shards.append(Shard(articles, folder / f"{run}-{number:02}.jsonl", kills))
    return shards


def _kills(plan: Plan, size: int, number: int) -> tuple[int, ...]:
    """After how many requests each run of a part is killed: never so late that it might be done before."""
    random = Random(f"{plan.seed}:kills:{number}")  # noqa: S311 - kills, not secrets
    return tuple(random.randint(1, max(1, size // (plan.kills + 1))) for _ in range(plan.kills))


def _run(plan: Plan, shards: Sequence[Shard], store: Path, *, rate: float) -> tuple[dict[str, Any], list[Ran]]:
    settings = Settings(store, plan.concurrency, plan.timeout, plan.workers, plan.seed)
    with Endpoint(seed=plan.seed, rate=rate, concurrency=plan.concurrency) as endpoint:
        ran = run_all(shards, endpoint, settings)
        return endpoint.report(), ran


if __name__ == "__main__":
    sys.exit(main())
