"""Tables as they were measured last, each with its day and versions, so that one can be measured anew by itself."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.costs.tables import Table, Target
from benchmarks.extraction.tools import ROOT

KEPT = ROOT / "benchmarks" / "data" / "costs.json"
_PACKAGES = ("communique", "openai", "instructor", "langextract", "gtrex")


@dataclass(frozen=True, slots=True)
class Measured:
    """A table, and the day and circumstances of the run that gave it."""

    table: Table
    run: str


def circumstances(day: str) -> str:
    """Day, Python, cores, commit and versions of a run, in words."""
    versions = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    python = f"Python {platform.python_version()} on {os.cpu_count()} cores"
    return f"Measured on {day} with {python}, commit {_commit()}; {versions}."


def read(path: Path = KEPT) -> dict[str, Measured]:
    """The kept tables by name; none where there is no file."""
    if not path.exists():
        return {}
    return {name: _measured(told) for name, told in json.loads(path.read_text(encoding="utf-8")).items()}


def write(tables: Mapping[str, Measured], names: Iterable[str], path: Path = KEPT) -> None:
    """Keeps the tables, in the order of `names`."""
    told = {name: asdict(tables[name]) for name in names if name in tables}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _measured(told: dict[str, object]) -> Measured:
    table, run = told["table"], told["run"]
    assert isinstance(table, dict)
    head, rows = tuple(table["head"]), tuple(tuple(row) for row in table["rows"])
    targets = tuple(Target(**one) for one in table["targets"])
    return Measured(Table(table["title"], table["words"], head, rows, targets), str(run))


def _commit() -> str:
    """The short hash of what is checked out; "unknown" outside of a checkout."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - no word of it is given
    return told.stdout.strip() or "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "in an environment of its own"
