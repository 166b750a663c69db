"""Prints ours beside other tools on the evaluation sets: `python -m benchmarks.grounding_quality [SET ...]`.

With --misses the cases that ours has wrong are listed; with --ours no other tool is measured; with --write all sets are
measured and docs/quality.md is made anew. The sets lie in ../shared/data beside the repository, or under
COMMUNIQUE_SHARED; the other tools are installed with `pip install -e '.[benchmarks]'`.
"""

import argparse
import sys
import warnings
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import amounts, claims, dates, events, names, quotes
from benchmarks.blocks import with_blocks_of
from benchmarks.grounding_speed import measured
from benchmarks.measuring import Measurement
from benchmarks.metrics import Table
from benchmarks.peers import TOOLS, Tool
from benchmarks.report import as_text, page, targets_as_text
from benchmarks.sets import FOLDER, UNMEASURED

PAGE = Path(__file__).parents[1] / "docs" / "quality.md"
OTHERS = ("extraction", "extraction-before")
"""The parts of the page that other commands write."""
MEASUREMENTS: tuple[Measurement, ...] = (
    *dates.MEASUREMENTS,
    *names.MEASUREMENTS,
    *quotes.MEASUREMENTS,
    *amounts.MEASUREMENTS,
    *events.MEASUREMENTS,
    *claims.MEASUREMENTS,
)


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables and the targets; 2 where the sets are not here."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grounding_quality", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", choices=[[], *(one.name for one in MEASUREMENTS)])
    parser.add_argument("--misses", action="store_true", help="list what ours has wrong, and measure no other tool")
    parser.add_argument("--write", action="store_true", help="measure all sets and write docs/quality.md")
    parser.add_argument("--ours", action="store_true", help="measure no other tool")
    given = parser.parse_args(arguments)
    if given.write and (given.sets or given.misses or given.ours):
        parser.error("--write measures all sets and tools: name no set, and leave --misses and --ours out")
    if not FOLDER.is_dir():
        print(f"the evaluation sets are not here: {FOLDER} (set COMMUNIQUE_SHARED to the folder that holds data/)")
        return 2
    chosen = [one for one in MEASUREMENTS if one.name in given.sets or not given.sets]
    warnings.simplefilter("ignore")  # other tools warn of what we do not decide
    if given.misses:
        return _list(chosen)
    tables = _measured(chosen, TOOLS[:1] if given.ours else TOOLS)
    if given.write:
        made, old = page(tables, measured(), datetime.now(tz=UTC).date()), PAGE.read_text(encoding="utf-8")
        PAGE.write_text(with_blocks_of(made, old, OTHERS), encoding="utf-8")
        print(f"written: {PAGE}")
    return 0


def _list(chosen: list[Measurement]) -> int:
    for one in chosen:
        for miss in one.misses():
            print(f"{one.name} | {miss}")
    return 0


def _measured(chosen: list[Measurement], tools: tuple[Tool, ...]) -> list[Table]:
    tables = []
    for one in chosen:
        tables.append(one.table(tools))
        print(as_text(tables[-1]), flush=True)
    for name, reason in UNMEASURED.items():
        print(f"== {name}: {reason}")
    print(targets_as_text(tables))
    return tables


if __name__ == "__main__":
    sys.exit(main())
