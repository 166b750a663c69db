"""docs/performance.md, made of the tables, and of what was found by profiling, which no command measures again."""

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from benchmarks.costs.tables import Table, targets
from benchmarks.extraction.tools import ROOT

PAGE = ROOT / "docs" / "performance.md"
GAINED = ROOT / "benchmarks" / "data" / "gained.md"
_PACKAGES = ("communique", "openai", "instructor", "langextract", "gtrex")


def page(tables: Sequence[Table], day: date, left: Sequence[str] = ()) -> str:
    """The page; `left` are the names of the tables that were not measured."""
    return "\n\n".join(_parts(tables, day, left)) + "\n"


def _parts(tables: Sequence[Table], day: date, left: Sequence[str]) -> Iterator[str]:
    yield "<!-- Made by `python -m benchmarks --write`: do not edit; its end is benchmarks/data/gained.md -->"
    yield "# Performance"
    versions = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    yield (
        "What the library itself costs, beside what a user would pick instead, in one run on one machine. A model is "
        "no part of it: it is the only thing that may be slow. "
        f"Measured on {day} with Python {platform.python_version()} on {os.cpu_count()} cores; {versions}."
    )
    yield "## Targets"
    yield targets([target for table in tables for target in table.targets])
    yield from (table.markdown() for table in tables)
    if left:
        yield f"Not measured in this run: `python -m benchmarks --only {' '.join(left)}` prints it."
    yield GAINED.read_text(encoding="utf-8").strip()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "in an environment of its own"
