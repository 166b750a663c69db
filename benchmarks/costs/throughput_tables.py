"""The tables of benchmarks.costs.throughput."""

import os
from collections.abc import Mapping

from benchmarks.costs.server import DELAY
from benchmarks.costs.tables import Table, Target, at_least
from benchmarks.costs.throughput import (
    ARTICLES,
    BARE,
    CLIENT,
    CONCURRENCY,
    INSTRUCTOR,
    LANGEXTRACT,
    OURS,
    ROUNDS,
    SHARED,
    SHARED_AT,
    SOCKETS,
    Rate,
    Rates,
    Shared,
)

_MILLI = 1000.0
_CLIENT_SHARE, _TIMES = 0.9, 5.0


def throughput(rates: Rates) -> Table:
    """The rates of all tools."""
    counts = ", ".join(f"{ARTICLES[at]} at {at}" for at in CONCURRENCY)
    words = (
        f"Articles a second by the clock at each concurrency, against a server on this machine that answers everything "
        f"after {DELAY * _MILLI:.0f} ms, in a process of its own; medians of {ROUNDS} rounds ({counts}) in which the "
        f"tools take turns. An article of 150 words, one call and two events for each tool, whose answer is in the "
        f"form that it asks for. “{SOCKETS}” is what the server and this machine can do. CPU time is that of the "
        f"tool's process alone, at {CONCURRENCY[2]} at a time. “{CLIENT}” and “{BARE}” send the same requests."
    )
    head = ("tool", *(f"at {at}" for at in CONCURRENCY), "CPU ms an article", "articles a CPU second")
    return Table("Throughput", words, head, tuple(_row(name, rates[name]) for name in rates), tuple(_targets(rates)))


def _row(name: str, rates: Mapping[int, Rate]) -> tuple[str, ...]:
    cpu = rates[CONCURRENCY[2]].a_cpu_second
    return (name, *(f"{rates[at].a_second:.1f}" for at in CONCURRENCY), f"{_MILLI / cpu:.2f}", f"{cpu:.0f}")


def _targets(rates: Rates) -> "tuple[Target, ...]":
    alone = min(rates[CLIENT][at].a_second / rates[BARE][at].a_second for at in CONCURRENCY)
    ours = rates[OURS][CONCURRENCY[2]].a_cpu_second
    return (
        at_least("client layers alone, as a share of the bare client's rate, the lowest", _CLIENT_SHARE, alone),
        *(
            at_least(f"articles a CPU second, times {name}'s", _TIMES, ours / rates[name][CONCURRENCY[2]].a_cpu_second)
            for name in (INSTRUCTOR, LANGEXTRACT)
        ),
    )


def workers(rates: Mapping[int, Shared]) -> Table:
    """The rates by the number of workers."""
    short, long = SHARED
    words = (
        f"The whole flow at {SHARED_AT} at a time on {os.cpu_count()} cores, which the server shares: what the "
        f"{long - short} articles take by which one run is longer than one of {short}, and the seconds before that, "
        "in which the processes start and each compiles its patterns."
    )
    rows = tuple(
        (str(count), f"{one.a_second:.1f}", f"{one.cpu:.2f}", f"{max(0.0, one.start):.1f}")
        for count, one in rates.items()
    )
    head = ("workers", "articles a second", "CPU ms an article", "seconds to start")
    return Table("Several processes: `--workers`", words, head, rows)
