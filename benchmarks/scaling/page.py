"""docs/scale.md: the costs of a million articles, and the arithmetic of a hundred million a day."""

import os
import platform
from collections.abc import Iterator
from datetime import date
from math import ceil

from benchmarks.extraction.tools import ROOT
from benchmarks.report import grid
from benchmarks.scaling.measuring import MODEL, WORKERS, Costs

PAGE = ROOT / "docs" / "scale.md"
MILLION = 1_000_000
A_DAY = 100 * MILLION
_DAY = 24 * 3600
_LATENCY = 10  # seconds, assumed: an answer of a hosted model
_BATCH = 2  # OpenAI's Batch API costs half
_SPARE = 1.5  # what is bought over what is needed, for days that are not like the mean one


def page(costs: Costs, day: date) -> str:
    """The page."""
    return "\n\n".join(_parts(costs, day)) + "\n"


def _parts(costs: Costs, day: date) -> Iterator[str]:
    yield "<!-- Made by `python -m benchmarks.scale --write`: do not edit. -->"
    yield "# From a laptop to a cluster"
    yield (
        "What an article takes was measured; the rest is arithmetic on these figures, in this order, so that each can "
        f"be put in question. {day}, Python {platform.python_version()}, {os.cpu_count()} cores, a loopback server "
        "that answers after 50 ms with two events of 02-phone-call.txt; the processor time of the server is left out, "
        "that of all other processes is in. Tokens are those of the questions about the thirty example "
        f"articles ({costs.letters:,.0f} characters on the average) by our own estimate, which is rather too high."
    )
    yield "## What one article takes"
    yield grid(("", "processors, ms", "of it the process that asks and writes, ms"), _work(costs))
    yield grid(("", "of one article"), _article(costs))
    yield "## What a million articles take"
    yield _million(costs)
    yield "## A hundred million articles a day"
    yield from _plan(costs)


def _work(costs: Costs) -> Iterator[tuple[str, ...]]:
    for name, work in costs.work.items():
        yield name, f"{1000 * work.all:.1f}", f"{1000 * work.own:.1f}"


def _article(costs: Costs) -> Iterator[tuple[str, str]]:
    yield "calls, at least (repairs and second looks come on top)", "1"
    yield "tokens read", f"{costs.read:,.0f}"
    yield "tokens written (two events)", f"{costs.answered:,.0f}"
    yield f"price with {MODEL}, genai-prices' list", f"${costs.price:.5f}"
    yield "bytes in the store", f"{costs.stored:,.0f}"
    yield "bytes of records and reports, JSON Lines", f"{costs.written:,.0f}"


def _million(costs: Costs) -> str:
    batch = sum(work.all for name, work in costs.work.items() if "batch" in name)
    ways = [
        ("one machine, one process", costs.work["one process"].all, 1),
        (f"one machine, --workers {WORKERS}", costs.work[f"--workers {WORKERS}"].all, 1),
        ("batch", batch, _BATCH),
        (f"Ray, {WORKERS} workers", costs.work[f"--engine ray, {WORKERS} workers"].all, 1),
    ]
    rows = (
        (
            name,
            f"{MILLION:,}",
            f"{costs.read * MILLION / 1e9:.2f} + {costs.answered * MILLION / 1e9:.2f}",
            f"${float(costs.price) * MILLION / share:,.0f}",
            f"{seconds * MILLION:,.0f}",
            f"{seconds * MILLION / 3600:.1f}",
            f"{(costs.stored + costs.written) * MILLION / 1e9:.1f}",
        )
        for name, seconds, share in ways
    )
    head = ("", "calls", "10⁹ tokens read + written", f"price, {MODEL}", "CPU seconds", "hours of one core", "GB kept")
    return grid(head, rows)


def _plan(costs: Costs) -> Iterator[str]:
    each = A_DAY / _DAY
    ray = costs.work[f"--engine ray, {WORKERS} workers"]
    run = 1 / ray.own
    runs = ceil(_SPARE * each / run)
    cores = ceil(_SPARE * each * (ray.all - ray.own))
    minute = (costs.read + costs.answered) * each * 60
    yield (
        f"{A_DAY:,} articles a day are {each:,.0f} a second. The parts below are in the order in which they become "
        f"the bottleneck; what is bought is {_SPARE} times what is needed."
    )
    rows = (
        (
            "the model: tokens",
            f"({costs.read:,.0f} + {costs.answered:,.0f}) × {each:,.0f} × 60",
            f"{minute / 1e6:,.0f} million tokens a minute",
        ),
        (
            "the model: price",
            f"${costs.price:.5f} × {A_DAY:,}",
            f"${float(costs.price) * A_DAY:,.0f} a day, ${float(costs.price) * A_DAY / _BATCH:,.0f} by batch",
        ),
        ("calls under way", f"{each:,.0f} × {_LATENCY} s (assumed)", f"{each * _LATENCY:,.0f}"),
        (
            "runs, each with its store and its limits",
            f"{_SPARE} × {each:,.0f} × {1000 * ray.own:.1f} ms",
            f"{runs} runs of at most {run:,.0f} articles a second",
        ),
        (
            "processors of workers",
            f"{_SPARE} × {each:,.0f} × {1000 * (ray.all - ray.own):.1f} ms",
            f"{cores} cores",
        ),
        ("stores", f"{costs.stored:,.0f} bytes × {A_DAY:,}", f"{costs.stored * A_DAY / 1e9:,.0f} GB a day"),
        ("output", f"{costs.written:,.0f} bytes × {A_DAY:,}", f"{costs.written * A_DAY / 1e9:,.0f} GB a day"),
        (
            "network for texts",
            f"{costs.letters:,.0f} characters × {each:,.0f}",
            f"{costs.letters * each / 1e6:,.1f} MB a second",
        ),
    )
    yield grid(("what", "from", "comes to"), rows)
    yield _WAYS.format(runs=runs)


_WAYS = """1. **Part the day into runs.** `--shard i/{runs}` parts it by the hash of the text, without any word between
   the runs; each has its store and, with `--rpm` and `--tpm`, its share of what the endpoint allows. `communique merge`
   joins outputs and stores afterwards. A run that ends is begun again by the same command and asks nothing twice.
2. **Let each run have a cluster or a part of one**: `--engine ray`, or `communique.ray.extract` to read from and write
   to object storage without the texts passing the run's own process. Workers ask through the run's process, which is
   why it is what bounds a run: it makes the requests, keeps the answers and, with the command, writes the lines.
3. **Ask less.** Copies of one text are asked about once within a store, and their hash gives them to one shard. Kinds
   that are not wanted cost tokens of every question (`--kinds`). A filter before all this, that passes over articles
   without an event, would save most, and is none of ours.
4. **Buy tokens where they are cheapest.** Nothing above comes near the model's part. By batch (`communique batch`) it
   is half. A machine of one's own that serves an open model has to read and write the tokens of the first row; how many
   machines that takes depends on the model: measure it with its own tools before anything else is bought.

Not measured: a cluster of more than one machine, hosted endpoints at such rates, and a day's stores on one disk. Prices
are those of the installed list; answers that have to be asked for twice, repairs and second looks come on top."""
