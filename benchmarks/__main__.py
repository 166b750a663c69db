"""Prints what the library itself costs: `python -m benchmarks [--only TABLE …] [--full] [--write]`.

Beside us stands what a user would pick instead, in one run on one machine. langextract and instructor run in this
environment where it has them (`pip install -e '.[benchmarks]'`), else in one that is made for them. --write makes
docs/performance.md; tables that --only leaves out stay there as they were measured last. The memory takes longer than
the rest; --full reads 1,000,000 articles for the memory, instead of 100,000.
"""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from benchmarks.blocks import with_blocks_of
from benchmarks.costs import checks, kept, lengths, memory, starting, throughput, throughput_tables
from benchmarks.costs.kept import Measured
from benchmarks.costs.page import PAGE, page
from benchmarks.costs.tables import Table, targets

TABLES = ("throughput", "workers", "checks", "length", "starting", "memory")
ENGINE = "engine"
"""The part of the page that `python -m benchmarks.engine --write` makes."""


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables."""
    given = _parser().parse_args(arguments)
    tables: dict[str, Table] = {}
    for name in TABLES:
        if name in (given.only or TABLES):
            tables[name] = _measured(name, given)
            print(f"\n{tables[name].markdown()}\n", flush=True)
    print(f"## Targets\n\n{targets([target for table in tables.values() for target in table.targets])}")
    if given.write:
        _write(tables)
    return 0


def _write(tables: Mapping[str, Table]) -> None:
    """Keeps these tables, and makes the page of all that are kept."""
    run = kept.circumstances(str(datetime.now(tz=UTC).date()))
    known = kept.read() | {name: Measured(table, run) for name, table in tables.items()}
    kept.write(known, TABLES)
    made = page([known[name] for name in TABLES if name in known], [name for name in TABLES if name not in known])
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(with_blocks_of(made, old, [ENGINE]), encoding="utf-8")
    print(f"written: {PAGE}")


def _measured(name: str, given: argparse.Namespace) -> Table:
    match name:
        case "throughput":
            return throughput_tables.throughput(throughput.measured(dict(given.python), _tell))
        case "workers":
            return throughput_tables.workers(throughput.shared(_tell))
        case "checks":
            return checks.measured(_tell)
        case "length":
            return lengths.measured(_tell)
        case "starting":
            return starting.measured(_tell)
        case _:
            return memory.measured(given.articles or (memory.FULL if given.full else memory.USUAL), _tell)


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
