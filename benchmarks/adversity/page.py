"""The results as text for the terminal and as docs/robustness.md."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.adversity.faults import FAULTS
from benchmarks.adversity.model import ERRORS
from benchmarks.adversity.results import Finding, Results
from benchmarks.report import grid

PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
HEADER = "<!-- Made by `python -m benchmarks.chaos --write`: do not edit. -->"
_WHAT = """\
Short articles go through `communique extract` in parts, several processes at a time on one store, and a server on
the loopback interface answers them. First it behaves (the calm run, with a store of its own). Then it misbehaves by
seed, and kills the processes that ask it with SIGKILL: when a request comes in, when its answer lacks the last
byte, or when the answer is out. Each is started again with the same command; parts in which articles failed are run
again with `--retry-failed`. The model behind the server is no model: its answers depend on the question alone, and
are wrong now and then as a model's are, in both runs alike."""
_IN_FLIGHT = """\
In flight at a kill is what the server had not answered yet, and of what it had answered that process the last
answers, as many as the process asks at a time: it keeps an answer before it asks on. Whatever was answered twice
must be of these, or a refusal that `--retry-failed` asked about again."""


def as_text(results: Results) -> Iterator[str]:
    """The tables for the terminal."""
    for name, times in _faults(results):
        yield f"  {name:<52} {times:>7}"
    yield ""
    for finding in results.findings():
        yield f"  {finding.name:<46} {finding.wanted:>22} {finding.found:>8}  {_verdict(finding)}"


def page(results: Results, command: str, day: date) -> str:
    """The whole of docs/robustness.md."""
    return "\n\n".join(_parts(results, command, day)) + "\n"


def _parts(results: Results, command: str, day: date) -> Iterator[str]:
    yield HEADER
    yield "# What runs survive"
    yield f"{_WHAT}\n\n{_made(results, command, day)}"
    yield grid(("figure", "wanted", "found", ""), _rows(results.findings()))
    yield _IN_FLIGHT
    yield f"## Faults of the server\n\n{grid(('fault', 'times'), _faults(results))}"
    yield f"## Errors of the model, in both runs\n\n{grid(('error', 'questions'), _errors(results))}"
    yield f"## What it took\n\n{grid(('', 'calm', 'chaos'), _effort(results))}"


def _made(results: Results, command: str, day: date) -> str:
    load = f"a load of {results.load:.0f} (by this and whatever else it did)"
    return f"Made by `{command}` on {day.isoformat()}, on a machine of {os.cpu_count()} cores with {load}."


def _rows(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    for finding in findings:
        yield finding.name, finding.wanted, finding.found, _verdict(finding)


def _verdict(finding: Finding) -> str:
    return "as wanted" if finding.holds else "NOT AS WANTED"


def _faults(results: Results) -> Iterator[tuple[str, str]]:
    for fault in FAULTS:
        yield fault.name, str(results.chaos["faults"].get(fault.name, 0))


def _errors(results: Results) -> Iterator[tuple[str, str]]:
    for error in ERRORS:
        yield error.name, str(results.chaos["errors"].get(error.name, 0))


def _effort(results: Results) -> Iterator[tuple[str, str, str]]:
    calm, chaos, ran = results.calm, results.chaos, results.ran
    yield "requests", str(calm["requests"]), str(chaos["requests"])
    yield "good answers", str(calm["answered"]), str(chaos["answered"])
    yield "processes", str(len(ran)), str(sum(one.starts for one in ran))
    yield "runs with --retry-failed", "0", str(sum(one.retries for one in ran))
    yield "seconds of the processor, all processes", "", f"{results.processor_seconds:.0f} in all"
    failed = str(sum(one.failed for one in results.accounts))
    yield "articles that failed in the end, by the model's errors", failed, failed
