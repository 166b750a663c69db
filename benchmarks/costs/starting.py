"""How long the commands and imports take to start."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.costs.tables import Table, Target, at_most
from benchmarks.extraction.tools import ROOT

ROUNDS = 7
_HELP, _GROUND, _IMPORT, _OPENAI = (
    "communique --help",
    "communique ground",
    "import communique",
    "import openai",
)
_TAG, _PLAN = "communique tag, one text", "communique extract --dry-run, one article"
_MOST_HELP, _MOST_GROUND, _MOST_SHARE = 0.3, 0.5, 1 / 3
_TEXT = "ANKARA, May 4, 2025. Defence Minister Yaşar Güler met his British counterpart John Healey in Ankara on Sunday."
_MAIN = "import sys; from communique.cli import main; sys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds by the clock and of the processor."""

    clock: float
    cpu: float


def _commands(folder: Path) -> Mapping[str, Sequence[str]]:
    claim, text = folder / "claim.jsonl", folder / "text.jsonl"
    said = {"id": "1", "text": _TEXT, "language": "en"}
    claim.write_text(json.dumps({**said, "kind": "name", "value": "John Healey"}), encoding="utf-8")
    text.write_text(json.dumps(said), encoding="utf-8")
    dry = ("extract", str(text), "--dry-run", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    given = {_HELP: ("--help",), _GROUND: ("ground", str(claim)), _TAG: ("tag", str(text)), _PLAN: dry}
    return {name: ("-c", _MAIN, *arguments) for name, arguments in given.items()} | {
        _IMPORT: ("-c", "import communique"),
        _OPENAI: ("-c", "import openai"),
        "python": ("-c", "pass"),
    }


def _environment(folder: Path) -> Mapping[str, str]:
    """This one, with compiled modules in the folder, as pip leaves them beside the code."""
    held = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**held, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(folder)}


def _started(arguments: Sequence[str], environment: Mapping[str, str]) -> Start:
    began, used = perf_counter(), _children()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)  # noqa: S603 - ours
    return Start(perf_counter() - began, _children() - used)


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _medians() -> Mapping[str, Start]:
    with tempfile.TemporaryDirectory() as folder:
        commands, environment = _commands(Path(folder)), _environment(Path(folder))
        for arguments in commands.values():
            _started(arguments, environment)  # the first of each finds its files on the disk and compiles them
        rounds = [
            {name: _started(arguments, environment) for name, arguments in commands.items()} for _ in range(ROUNDS)
        ]
    return {
        name: Start(median(one[name].clock for one in rounds), median(one[name].cpu for one in rounds))
        for name in commands
    }


def measured(tell: Callable[[str], None]) -> Table:
    """The medians."""
    tell("starting")
    took = _medians()
    words = (
        f"Seconds from the start of the process to its end, medians of {ROUNDS}, with the files in the disk's cache "
        "and compiled, as pip leaves them. “python” does nothing, and is part of each."
    )
    rows = tuple((name, f"{start.clock:.2f}", f"{start.cpu:.2f}") for name, start in took.items())
    return Table("Starting", words, ("process", "seconds", "CPU seconds"), rows, tuple(_targets(took)))


def _targets(took: Mapping[str, Start]) -> Iterator[Target]:
    yield at_most(f"`{_HELP}`, seconds", _MOST_HELP, took[_HELP].clock)
    yield at_most(f"`{_GROUND}`, seconds", _MOST_GROUND, took[_GROUND].clock)
    idle = took["python"].clock
    share = (took[_IMPORT].clock - idle) / (took[_OPENAI].clock - idle)
    yield at_most(f"`{_IMPORT}`, as a share of `{_OPENAI}`", _MOST_SHARE, share)
