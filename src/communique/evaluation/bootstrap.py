"""Intervals by resampling articles (Efron 1979): the events of one article stand or fall together."""

from collections.abc import Sequence
from random import Random

from communique.evaluation.results import Interval, Rate, Score

Counts = tuple[int, ...]
SEED = 20_260_101
_MARGIN = 0.025


def drawn(articles: int, draws: int) -> list[list[int]]:
    """The same `draws` samples every time: as many article numbers as there are, drawn with replacement."""
    random = Random(SEED)  # noqa: S311 - a sample, no secret
    return [random.choices(range(articles), k=articles) for _ in range(draws)] if articles else []


def with_intervals(score: Score, counts: Sequence[Counts], samples: Sequence[Sequence[int]]) -> Score:
    """The score with its intervals; `counts` are right, predicted and gold of each article."""
    scores = [Score(right=right, predicted=found, gold=gold) for right, found, gold in _sums(counts, samples)]
    return score.model_copy(
        update={
            "precision_interval": _interval([held.precision for held in scores]),
            "recall_interval": _interval([held.recall for held in scores]),
            "f1_interval": _interval([held.f1 for held in scores]),
        }
    )


def with_interval(rate: Rate, counts: Sequence[Counts], samples: Sequence[Sequence[int]]) -> Rate:
    """The rate with its interval; `counts` are the count and the total of each article."""
    rates = [Rate(count=count, total=total).rate for count, total in _sums(counts, samples)]
    return rate.model_copy(update={"interval": _interval(rates)})


def _sums(counts: Sequence[Counts], samples: Sequence[Sequence[int]]) -> list[Counts]:
    columns = list(zip(*counts, strict=True))
    return [tuple(sum(column[at] for at in sample) for column in columns) for sample in samples]


def _interval(values: Sequence[float | None]) -> Interval | None:
    """The middle 95 % of the draws in which there was something to count."""
    ordered = sorted(value for value in values if value is not None)
    if not ordered:
        return None
    last = len(ordered) - 1
    return ordered[round(_MARGIN * last)], ordered[round((1 - _MARGIN) * last)]
