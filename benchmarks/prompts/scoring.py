"""What a variant's readings are worth and cost, as figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.prompts.answers import Rates
from benchmarks.prompts.reading import Reading, Variant
from communique.evaluation import Evaluation, RecordSet, evaluate, read_records

GOLD = Path(__file__).parents[2] / "examples" / "evaluation" / "tuning.gold.jsonl"


@dataclass(frozen=True, slots=True)
class Figures:
    """A variant with its evaluation, the share of proposed values that the checks refused, and what it cost an
    article."""

    variant: Variant
    evaluation: Evaluation
    proposed: int
    refused: int
    calls: float
    tokens: float
    read: float
    written: float
    seconds: float
    failures: int


def figures(variant: Variant, readings: Sequence[Reading], rates: Rates) -> Figures:
    """The figures of a variant; costs are means over the articles."""
    costs, many = [one.cost for one in readings], len(readings)
    read, written = sum(one.read for one in costs) / many, sum(one.written for one in costs) / many
    return Figures(
        variant=variant,
        evaluation=evaluate(_gold(readings), RecordSet.of(one.extraction for one in readings), draws=0),
        proposed=sum(one.proposed for one in readings),
        refused=sum(one.refused for one in readings),
        calls=sum(one.calls for one in costs) / many,
        tokens=sum(one.prompt + one.written for one in costs) / many,
        read=read,
        written=written,
        seconds=rates.seconds(read, written),
        failures=sum(one.failures for one in costs),
    )


def _gold(readings: Iterable[Reading]) -> RecordSet:
    """Gold of the articles that were read."""
    gold, ids = read_records(GOLD), {one.extraction.article.id for one in readings}
    return RecordSet(
        tuple(record for record in gold.records if record.article.id in ids),
        tuple(report for report in gold.reports if report.article.id in ids),
    )
