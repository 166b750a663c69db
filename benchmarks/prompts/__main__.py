"""Prints what each way of asking the embedded model gives and costs: `python -m benchmarks.prompts [VARIANT ...]`.

The articles are those of the tuning half; answers are kept in a file, so that a second run asks nothing. With
--minutes no question is begun after so many; the same command goes on from there. With --write the table of that
name in docs/prompts.md is made anew, of the variants whose answers are all kept.
"""

import argparse
import asyncio
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.prompts.answers import Answers, KeptModel, OutOfTimeError
from benchmarks.prompts.detectors import COLUMNS as DETECTORS
from benchmarks.prompts.detectors import judged, leaning_to_first, rows
from benchmarks.prompts.reading import Reading, Variant, read
from benchmarks.prompts.report import as_markdown, as_text, listed, replaced
from benchmarks.prompts.scoring import figures
from benchmarks.prompts.variants import VARIANTS
from benchmarks.report import grid
from communique.article import Article

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "examples" / "articles", ROOT / "examples" / "evaluation" / "tuning")
PAGE = ROOT / "docs" / "prompts.md"
KEPT = Path.home() / ".cache" / "communique" / "prompts.sqlite"
_DAY = 24 * 60.0


def articles(most: int | None = None) -> list[Article]:
    """The articles of the tuning half, by name."""
    paths = sorted((path for folder in FOLDERS for path in folder.glob("*.txt")), key=lambda path: path.name)
    return [Article(id=path.stem, text=path.read_text(encoding="utf-8")) for path in paths[:most]]


def main(arguments: list[str] | None = None) -> int:
    """Prints the table; 1 where the minutes were over before all was asked."""
    names = [one.name for one in VARIANTS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.prompts", description=__doc__)
    parser.add_argument("variants", nargs="*", metavar="VARIANT", choices=[[], *names], help="; ".join(names))
    parser.add_argument("--detectors", action="store_true", help="judge every sentence by cue words and by the model")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--minutes", type=float, default=_DAY, metavar="N", help="begin no question after N minutes")
    parser.add_argument("--answers", type=Path, default=KEPT, metavar="FILE", help="where answers are kept")
    parser.add_argument("--misses", action="store_true", help="list every event and value that is not right")
    parser.add_argument("--write", metavar="TABLE", help="write the table into docs/prompts.md")
    given = parser.parse_args(arguments)
    chosen = [one for one in VARIANTS if one.name in given.variants or not given.variants]
    with Answers(given.answers) as answers:
        until = perf_counter() + 60 * given.minutes
        if given.detectors:
            return asyncio.run(_detectors(articles(given.articles), answers, until, given.write))
        done = asyncio.run(_all(chosen, articles(given.articles), answers, until))
        results = [figures(one, done[one.name], answers.rates()) for one in chosen if one.name in done]
    print(as_text(results))
    if given.write:
        _write(given.write, as_markdown(results))
    if given.misses:
        print(*(confusion for one in results for confusion in listed(one)), sep="\n")
    return 0 if len(done) == len(chosen) else 1


def _write(table: str, text: str) -> None:
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), table, text), encoding="utf-8")


async def _detectors(given: list[Article], answers: Answers, until: float, table: str | None) -> int:
    """Prints what finds the sentences that tell of an event."""
    model = KeptModel(answers, until, lambda line: print(line, file=sys.stderr))
    try:
        found = await judged(model, given)
    except OutOfTimeError:
        return 1
    finally:
        model.close()
    print(*(", ".join(cells) for cells in rows(found)), sep="\n")
    if table:
        _write(table, grid(DETECTORS, rows(found)))
    print(f"the first option was the model's word for {leaning_to_first(found):.0%} of {len(found)} sentences")
    return 0


async def _all(
    variants: list[Variant], given: list[Article], answers: Answers, until: float
) -> dict[str, list[Reading]]:
    """The readings of each variant that could be asked in time."""
    model = KeptModel(answers, until, lambda line: print(line, file=sys.stderr))
    done: dict[str, list[Reading]] = {}
    try:
        for variant in variants:
            print(variant.name, file=sys.stderr)
            try:
                done[variant.name] = [await read(variant, model, article) for article in given]
            except OutOfTimeError:
                print("  not answered in time", file=sys.stderr)
    finally:
        model.close()
    return done


if __name__ == "__main__":
    sys.exit(main())
