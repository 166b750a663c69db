"""Scores what is found without a model in short passages or whole articles: `python -m benchmarks.told [SET ...]`.

Prints the F1 of events by kind and language, and of values by role; --misses lists what is not right.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.extraction.sets import HALVES, read_half
from benchmarks.told.passages import KINDS, names, read_passages
from benchmarks.told.reading import found
from communique.article import Article
from communique.evaluation import Evaluation, RecordSet, evaluate
from communique.evaluation.results import Score
from communique.events import BUILT_IN, Event


def main(arguments: list[str] | None = None) -> int:
    """Prints the scores; 1 where an annotation does not fit its passage."""
    given = _parser().parse_args(arguments)
    if given.articles:
        half = read_half(given.articles)
        misses = given.misses and given.articles == "tuning"
        _print(given.articles, _scored(half.articles, half.gold, BUILT_IN), misses=misses)
        return 0
    faults: list[str] = []
    for name in given.sets or names():
        passages = read_passages(name)
        faults += passages.faults
        part = passages.part(given.part)
        gold = RecordSet.of(part)
        scored = _scored([one.article for one in part], gold, KINDS[name])
        _print(f"{name}, {given.part}", scored, misses=given.misses and given.part == "work")
        print(_silent(gold, scored[0]))
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.told", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", choices=[[], *names()], help=f"of {', '.join(names())}")
    parser.add_argument("--part", choices=["work", "apart", "all"], default="work", help="the passages (default: work)")
    parser.add_argument("--articles", choices=HALVES, help="read the articles of that half instead")
    parser.add_argument("--misses", action="store_true", help="list what is not right; never of what is held apart")
    return parser


def _scored(articles: Sequence[Article], gold: RecordSet, kinds: Sequence[type[Event]]) -> tuple[Evaluation, int]:
    """The evaluation, and how many questions a model would have been asked."""
    predicted = found(articles, kinds)
    return evaluate(gold, predicted.records, kinds=kinds, articles=articles, draws=0), predicted.asked


def _print(name: str, scored: tuple[Evaluation, int], *, misses: bool) -> None:
    evaluation, asked = scored
    print(f"\n{name}: {evaluation.articles} articles, {asked} questions left to a model")
    print("\n".join(_lines(evaluation)))
    for one in evaluation.confusions if misses else ():
        parts = (one.article, one.kind, one.outcome, one.role, one.gold, one.predicted, one.event)
        print(" | ".join(part or "-" for part in parts))


def _lines(evaluation: Evaluation) -> Iterator[str]:
    yield _line("events", evaluation.events)
    for kind in evaluation.kinds:
        yield _line(kind.kind, kind.events)
    for language in evaluation.languages:
        yield _line(f"events {language.language}", language.events)
    yield _line("values", evaluation.arguments)
    for role in evaluation.roles:
        yield _line(f"{role.kind} {role.role}" if role.counted else f"({role.kind} {role.role})", role.score)
    yield f"unsupported {evaluation.unsupported.count} of {evaluation.unsupported.total}"
    yield f"right values refused {evaluation.refused_right.count} of {evaluation.refused_right.total}"


def _line(name: str, score: Score) -> str:
    shares = " ".join("    -" if one is None else f"{one:.3f}" for one in (score.f1, score.precision, score.recall))
    return f"{name:40} F1 P R {shares}  right {score.right} found {score.predicted} gold {score.gold}"


def _silent(gold: RecordSet, evaluation: Evaluation) -> str:
    empty = _without_events(gold)
    told = {one.article for one in evaluation.confusions if one.outcome == "spurious"} & empty
    return f"distractors silent {len(empty) - len(told)} of {len(empty)}"


def _without_events(gold: RecordSet) -> set[str]:
    return _ids(report.article.id for report in gold.reports) - _ids(record.article.id for record in gold.records)


def _ids(given: Iterable[str]) -> set[str]:
    return set(given)


if __name__ == "__main__":
    sys.exit(main())
