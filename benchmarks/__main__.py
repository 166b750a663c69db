"""Prints what the library itself costs: `python -m benchmarks [--only TABLE …] [--full] [--write]`.

Beside us stands what a user would pick instead, in one run on one machine. langextract and instructor run in this
environment where it has them (`pip install -e '.[benchmarks]'`), else in one that is made for them. --write makes
docs/performance.md, which names the tables that --only left out. The memory takes longer than the rest; --full reads
1,000,000 articles for the memory, instead of 100,000.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from benchmarks.costs import checks, lengths, memory, starting, throughput, throughput_tables
from benchmarks.costs.page import PAGE, page
from benchmarks.costs.tables import Table, targets

TABLES = ("throughput", "workers", "checks", "length", "starting", "memory")


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables; 1 where a part of the page was asked to be written."""
    given = _parser().parse_args(arguments)
    tables = []
    for table in _measured(given.only or TABLES, given):
        tables.append(table)
        print(f"\n{table.markdown()}\n", flush=True)
    print(f"## Targets\n\n{targets([target for table in tables for target in table.targets])}")
    if given.write:
        left = [name for name in TABLES if given.only and name not in given.only]
        PAGE.write_text(page(tables, datetime.now(tz=UTC).date(), left), encoding="utf-8")
        print(f"written: {PAGE}")
    return 0


def _measured(names: Sequence[str], given: argparse.Namespace) -> Iterator[Table]:
    pythons = dict(given.python)
    if "throughput" in names:
        yield throughput_tables.throughput(throughput.measured(pythons, _tell))
    if "workers" in names:
        yield throughput_tables.workers(throughput.shared(_tell))
    if "checks" in names:
        yield checks.measured(_tell)
    if "length" in names:
        yield lengths.measured(_tell)
    if "starting" in names:
        yield starting.measured(_tell)
    if "memory" in names:
        yield memory.measured(given.articles or (memory.FULL if given.full else memory.USUAL), _tell)


def _tell(words: str) -> None:
    """How far it is, on standard error."""
    print(f"{monotonic() - _BEGAN:6.0f} s  {words}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TABLES, metavar="TABLE", help=f"of {', '.join(TABLES)}")
    parser.add_argument("--full", action="store_true", help="read 1,000,000 articles for the memory")
    parser.add_argument("--articles", type=int, metavar="N", help="read N articles for the memory")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument(
        "--python", action="append", default=[], type=_pair, metavar="TOOL=PATH", help="a tool's Python, instead"
    )
    return parser


def _pair(given: str) -> tuple[str, Path]:
    name, equals, path = given.partition("=")
    if not equals or name not in {tool.name for tool in throughput.TOOLS}:
        raise argparse.ArgumentTypeError(f"{given!r} is not TOOL=PATH")
    return name, Path(path)


_BEGAN = monotonic()
if __name__ == "__main__":
    sys.exit(main())
