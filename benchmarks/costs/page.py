"""docs/performance.md, made of the tables, and of what was found by profiling, which no command measures again."""

from collections.abc import Iterator, Sequence

from benchmarks.costs.kept import Measured
from benchmarks.costs.tables import targets
from benchmarks.extraction.tools import ROOT

PAGE = ROOT / "docs" / "performance.md"
GAINED = ROOT / "benchmarks" / "data" / "gained.md"


def page(measured: Sequence[Measured], left: Sequence[str] = ()) -> str:
    """The page; `left` are the names of the tables that were never measured."""
    return "\n\n".join(_parts(measured, left)) + "\n"


def _parts(measured: Sequence[Measured], left: Sequence[str]) -> Iterator[str]:
    yield "<!-- Made by `python -m benchmarks --write`: do not edit; its end is benchmarks/data/gained.md -->"
    yield "# Performance"
    runs = list(dict.fromkeys(one.run for one in measured))
    when = runs[0] if len(runs) == 1 else "Each table says of which run it is."
    yield (
        "What the library itself costs, beside what a user would pick instead, each table in one run on one machine. A "
        f"model is no part of it: it is the only thing that may be slow. {when}"
    )
    yield "## Targets"
    yield targets([target for one in measured for target in one.table.targets])
    for one in measured:
        yield one.table.markdown()
        if len(runs) > 1:
            yield one.run
    if left:
        yield f"Not measured: `python -m benchmarks --only {' '.join(left)} --write` adds it."
    yield GAINED.read_text(encoding="utf-8").strip()
