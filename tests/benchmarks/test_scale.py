"""The page of scale follows from the costs, and processor time is that of the whole family."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from benchmarks.scaling.measuring import WORKERS, Costs, Work
from benchmarks.scaling.page import page
from benchmarks.scaling.processes import own_seconds, tree_seconds

WAYS = (
    "one process",
    "the questions of a batch",
    "the answers of a batch, from the store",
    f"--workers {WORKERS}",
    f"--engine ray, {WORKERS} workers",
)


@pytest.fixture
def costs() -> Costs:
    work = {name: Work(0.040, 0.010) for name in WAYS}
    return Costs(work, stored=500, written=1500, letters=900, read=1000, answered=200, price=Decimal("0.001"))


def test_the_arithmetic_of_a_million_and_of_a_hundred_million_a_day(costs: Costs) -> None:
    made = page(costs, date(2026, 11, 29))
    assert "| one machine, one process | 1,000,000 | 1.00 + 0.20 | $1,000 | 40,000 | 11.1 | 2.0 |" in made
    assert "| batch | 1,000,000 | 1.00 + 0.20 | $500 | 80,000 | 22.2 | 2.0 |" in made
    assert "83 million tokens a minute" in made
    assert "18 runs of at most 100 articles a second" in made
    assert "53 cores" in made
    assert "`--shard i/18`" in made


def test_the_processor_time_of_children_counts_but_not_that_of_the_server() -> None:
    work = "sum(range(20_000_000)); print('done', flush=True); input()"
    command = [sys.executable, "-c", work]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603 - ours
        assert child.stdout is not None
        child.stdout.readline()
        with_child, without = tree_seconds(without=0), tree_seconds(without=child.pid)
        child.kill()
    assert with_child > without >= own_seconds() - 1
