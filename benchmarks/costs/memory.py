"""How much memory a long run holds: `communique extract` on many small articles, watched while it reads."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression
from time import perf_counter, sleep

from benchmarks.costs.server import QUICK
from benchmarks.costs.tables import Table, Target, at_most
from benchmarks.costs.throughput import Server
from benchmarks.extraction.tools import ROOT

USUAL, FULL = 100_000, 1_000_000
_CONCURRENCY = 64
_MOST_MB, _MOST_SLOPE = 300.0, 10.0
_EVERY_SECONDS = 0.5
_TEXT = "General Selim Kaya met Admiral Marko Petrov at base {number} on Monday."
_MAIN = "import sys; from communique.cli import main; sys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Seen:
    """Articles written, and megabytes resident, at a moment of a run."""

    articles: int
    megabytes: float


def measured(count: int, tell: Callable[[str], None]) -> Table:
    """What a run over `count` articles held."""
    tell(f"memory: {count:,} articles")
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        seen = _watched(Path(folder), server.address(QUICK), count, tell)
    minutes = (perf_counter() - began) / 60
    words = (
        f"Resident memory of `communique extract --concurrency {_CONCURRENCY} --no-store` over {count:,} articles of "
        f"one sentence, streamed from one file of JSON Lines, against a server that answers at once; {minutes:.1f} "
        "minutes. The slope is of the straight line through all moments after the first tenth."
    )
    rows = tuple((f"{one.articles:,}", f"{one.megabytes:.0f}") for one in _tenths(seen, count))
    return Table("Memory", words, ("articles written", "MB"), rows, tuple(_targets(seen, count)))


def _targets(seen: Sequence[Seen], count: int) -> Iterator[Target]:
    yield at_most("MB at the most", _MOST_MB, max(one.megabytes for one in seen), "{:.0f}")
    later = [one for one in seen if one.articles > count / 10]
    slope = linear_regression([one.articles for one in later], [one.megabytes for one in later]).slope
    yield at_most("MB more with each 100,000 articles", _MOST_SLOPE, 100_000 * slope, "{:.1f}")


def _tenths(seen: Sequence[Seen], count: int) -> Iterator[Seen]:
    """The first moment of each tenth of the run."""
    for tenth in range(1, 11):
        at = next((one for one in seen if one.articles >= tenth * count / 10 - _CONCURRENCY * 8), None)
        if at is not None:
            yield at


def _watched(folder: Path, address: str, count: int, tell: Callable[[str], None]) -> list[Seen]:
    (folder / "news.jsonl").write_text("".join(_lines(count)), encoding="utf-8")
    seen = []
    with _running(folder, address) as process, (folder / "told").open("rb") as told:
        written = 0
        while process.poll() is None:
            sleep(_EVERY_SECONDS)
            written += told.read().count(b"\n")
            seen.append(Seen(written, _resident(process.pid)))
            if len(seen) % 60 == 0:
                tell(f"memory: {written:,} articles, {seen[-1].megabytes:.0f} MB")
        assert process.returncode == 0
        assert written + told.read().count(b"\n") == count
    return [one for one in seen if one.megabytes]


def _lines(count: int) -> Iterator[str]:
    for number in range(count):
        yield json.dumps({"id": str(number), "text": _TEXT.format(number=number), "published": "2026-03-03"}) + "\n"


@contextmanager
def _running(folder: Path, address: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The command, whose records go to `told`: one an article, as they are written."""
    options = ("--model", "fixed", "--base-url", address, "--concurrency", str(_CONCURRENCY), "--no-store")
    command = [sys.executable, "-c", _MAIN, "extract", "news.jsonl", *options, "--kinds", "meeting", "--repairs", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "OPENAI_API_KEY": "none"}
    with (folder / "told").open("wb") as told:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=told, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
    with process:
        yield process


def _resident(pid: int) -> float:
    """Megabytes, 0 for a process that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(line.split()[1]) / 1000
