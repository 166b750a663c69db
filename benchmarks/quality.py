"""Whole extractions, ours beside other tools' on one model, machine and set: `python -m benchmarks.quality [TOOL ...]`.

Asks the embedded model with every tool, article by article, and scores the events against the gold of
examples/evaluation. Answers are kept below --cache by article, tool, prompt and model, so that a run can be stopped
(--minutes) and goes on where it was; a change of the library asks only ours again. Each tool runs in an environment of
its own below --venvs, made where it is missing. --write makes the part of docs/quality.md.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.blocks import with_block
from benchmarks.extraction.page import Halves, page, table, targets, told
from benchmarks.extraction.running import Answers, fill, missing
from benchmarks.extraction.scoring import Scored, predicted, scored, write
from benchmarks.extraction.sets import HALVES, Half, read_half
from benchmarks.extraction.tools import OURS, ROOT, TOOLS, VENVS, Tool, interpreter, pair
from communique.llm.weights import EMBEDDED

PAGE = ROOT / "docs" / "quality.md"
BLOCK = "extraction"
_CACHE = ROOT / ".cache" / "quality"


def main(arguments: list[str] | None = None) -> int:
    """Prints a table a half; 1 where articles are still to be read."""
    given = _parser().parse_args(arguments)
    tools = [tool for tool in TOOLS if tool.name in given.tools or not given.tools]
    halves = [read_half(name) for name in HALVES if given.half in (name, "both")]
    answers = Answers(given.cache, f"{EMBEDDED.name}:{EMBEDDED.sha256}")
    if not given.score:
        pythons = {tool.name: interpreter(tool, dict(given.python), given.venvs) for tool in tools}
        todo = [pair for half in halves for pair in missing(answers, tools, half.articles)]
        fill(answers, todo, pythons, minutes=given.minutes, tell=lambda line: print(line, flush=True))
    left = sum(1 for half in halves for _ in missing(answers, tools, half.articles))
    results = {half.name: _groups(half, tools, answers, given.cache) for half in halves}
    for name, groups in results.items():
        _print(name, groups)
    if given.write:
        _write(results, tools)
    if left:
        print(f"still to be read: {left}; run the command again to go on")
    return 1 if left else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    names = [tool.name for tool in TOOLS]
    parser.add_argument("tools", nargs="*", metavar="TOOL", choices=[[], *names], help=f"of {', '.join(names)}")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both", help="the articles (default: both)")
    parser.add_argument("--minutes", type=float, help="begin no article after so many minutes")
    parser.add_argument("--score", action="store_true", help="ask nothing: score what is kept")
    parser.add_argument("--cache", type=Path, default=_CACHE, help="the folder of kept answers")
    parser.add_argument("--venvs", type=Path, default=VENVS, help="the folder of the tools' environments")
    parser.add_argument(
        "--python", action="append", default=[], type=pair, metavar="TOOL=PATH", help="a tool's Python, instead"
    )
    parser.add_argument("--write", action="store_true", help="write what is measured into its part of docs/quality.md")
    return parser


def _groups(half: Half, tools: Sequence[Tool], answers: Answers, cache: Path) -> list[list[Scored]]:
    """The tools' scores on the articles that all of them have read; before them ours alone, where it has read more."""
    ours = [tool for tool in tools if tool.name == OURS]
    together, alone = (_scores(half, chosen, answers, cache) for chosen in (tools, ours))
    groups = [together]
    if alone and (not together or alone[0].evaluation.articles > together[0].evaluation.articles):
        groups = [alone, together]
    return [group for group in groups if group]


def _scores(half: Half, tools: Sequence[Tool], answers: Answers, cache: Path) -> list[Scored]:
    """The tools' scores on the articles that all of these have read."""
    unread = {article.id for article, _ in missing(answers, tools, half.articles)}
    read = half.without(unread)
    if not read.articles:
        return []
    results = []
    for tool in tools:
        kept = [one for article in read.articles if (one := answers.get(tool, article)) is not None]
        found = predicted(tool.name, read.articles, kept)
        write(found, cache / read.name / f"{tool.slug}.jsonl")
        results.append(scored(tool.name, read.gold, found, kept, read.articles))
    return results


def _print(name: str, groups: Sequence[Sequence[Scored]]) -> None:
    if not groups:
        print(f"\n{name}: no article that all tools have read")
    for scores in groups:
        print(f"\n{name}: {told(scores)}")
        print(table(scores))
        if any(one.tool == OURS for one in scores):
            print(f"\n{targets(scores)}")


def _write(results: Halves, tools: Sequence[Tool]) -> None:
    versions = {tool.name: ", ".join(tool.packages) or f"communique {version('communique')}" for tool in tools}
    body = page(results, versions, datetime.now(tz=UTC).date())
    PAGE.write_text(with_block(PAGE.read_text(encoding="utf-8"), BLOCK, body), encoding="utf-8")
    print(f"written: {PAGE}")


if __name__ == "__main__":
    sys.exit(main())
