"""Gold records and predicted ones to an evaluation: match article by article, count, and resample the counts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from communique.article import Article
from communique.evaluation.arguments import Argument
from communique.evaluation.bootstrap import SEED, Counts, drawn, with_interval, with_intervals
from communique.evaluation.joining import joined
from communique.evaluation.judging import Judged, confusions, judge
from communique.evaluation.reading import RecordSet
from communique.evaluation.results import Evaluation, KindScore, LanguageScore, Rate, RoleScore, Score, TypeSupport
from communique.events import BUILT_IN, Event
from communique.fields import When

DRAWS = 1000
Samples = Sequence[Sequence[int]]
Which = Callable[[str], bool]


def evaluate(
    gold: RecordSet,
    predicted: RecordSet,
    *,
    kinds: Iterable[type[Event]] = BUILT_IN,
    articles: Iterable[Article] = (),
    accepted_only: bool = True,
    draws: int = DRAWS,
) -> Evaluation:
    """The predicted events of `kinds` scored against gold's.

    Values without a check of their own are checked against `articles`. Raises InputError where the two sets are not of
    the same articles and texts.
    """
    listed = tuple(kind.kind for kind in kinds)
    gold, predicted = _only(gold, listed), _only(predicted, listed)
    judged = [judge(one, accepted_only=accepted_only) for one in joined(gold, predicted, articles)]
    samples = drawn(len(judged), draws)
    return Evaluation(
        articles=len(judged),
        draws=draws,
        seed=SEED,
        events=_score(judged, _events(listed.__contains__), samples),
        arguments=_score(judged, _arguments(listed.__contains__), samples),
        dates=_rate(judged, _dates, samples),
        unsupported=_rate(judged, _unsupported, samples),
        unchecked=sum(support.supported is None for one in judged for _, support in one.supports),
        refused_right=_rate(judged, _refused, samples),
        kinds=tuple(_kind_score(kind, judged, samples) for kind in listed),
        roles=tuple(score for kind in listed for score in _role_scores(kind, judged)),
        types=tuple(_type_supports(judged)),
        languages=tuple(_language_scores(judged, draws)),
        confusions=tuple(confusion for one in judged for confusion in confusions(one)),
    )


def _only(records: RecordSet, kinds: Sequence[str]) -> RecordSet:
    return replace(records, records=tuple(record for record in records.records if record.kind in kinds))


def _score(judged: Sequence[Judged], count: Callable[[Judged], Counts], samples: Samples) -> Score:
    """The score over all articles, with its intervals where samples are given."""
    counts = [count(one) for one in judged]
    right, found, gold = (sum(column) for column in zip((0, 0, 0), *counts, strict=True))
    return with_intervals(Score(right=right, predicted=found, gold=gold), counts, samples)


def _rate(judged: Sequence[Judged], count: Callable[[Judged], Counts], samples: Samples) -> Rate:
    counts = [count(one) for one in judged]
    hits, total = (sum(column) for column in zip((0, 0), *counts, strict=True))
    return with_interval(Rate(count=hits, total=total), counts, samples)


def _events(is_meant: Which) -> Callable[[Judged], Counts]:
    """Counts events of the kinds that are meant."""
    return lambda one: (
        sum(is_meant(pair.gold.kind) for pair in one.matching.pairs),
        sum(is_meant(record.kind) for record in one.predicted),
        sum(is_meant(record.kind) for record in one.gold),
    )


def _arguments(is_meant: Which) -> Callable[[Judged], Counts]:
    """Counts the values of the overall score on matched events of the kinds that are meant."""
    return lambda one: _values(
        held for pair in one.matching.pairs if is_meant(pair.gold.kind) for held in pair.arguments if held.counted
    )


def _values(held: Iterable[Argument]) -> Counts:
    """Right, predicted and gold among the values."""
    every = tuple(held)
    return (
        sum(one.right for one in every),
        sum(one.predicted is not None for one in every),
        sum(one.gold is not None for one in every),
    )


def _every(judged: Judged) -> Iterator[Argument]:
    return (held for pair in judged.matching.pairs for held in pair.arguments)


def _dates(judged: Judged) -> Counts:
    """Gold's dates that are right, and all of them."""
    dates = [held for held in _every(judged) if held.shape.is_a(When) and held.gold is not None]
    return sum(held.right for held in dates), len(dates)


def _unsupported(judged: Judged) -> Counts:
    """Asserted values without support, and all that were checked."""
    verdicts = [support.supported for _, support in judged.supports if support.supported is not None]
    return verdicts.count(False), len(verdicts)


def _refused(judged: Judged) -> Counts:
    """Right values that were refused, and all right values that were proposed."""
    refused = len(judged.refusals)
    kept = sum(held.right for pair in (*judged.matching.pairs, *judged.aside) for held in pair.arguments)
    return refused, refused + kept


def _kind_score(kind: str, judged: Sequence[Judged], samples: Samples) -> KindScore:
    events = _score(judged, _events(kind.__eq__), samples)
    return KindScore(kind=kind, events=events, arguments=_score(judged, _arguments(kind.__eq__), samples))


def _role_scores(kind: str, judged: Sequence[Judged]) -> Iterator[RoleScore]:
    """The roles of a kind that gold or the prediction fills, by name."""
    pairs = [pair for one in judged for pair in one.matching.pairs if pair.gold.kind == kind]
    by_role: dict[str, list[Argument]] = {}
    for pair in pairs:
        for held in pair.arguments:
            by_role.setdefault(held.role, []).append(held)
    for role, arguments in sorted(by_role.items()):
        right, found, gold = _values(arguments)
        score = Score(right=right, predicted=found, gold=gold)
        yield RoleScore(kind=kind, role=role, counted=arguments[0].counted, score=score)


def _type_supports(judged: Sequence[Judged]) -> Iterator[TypeSupport]:
    """The checked values by the name of their field type, a choice's without its options."""
    by_type: dict[str, list[bool]] = {}
    for support in (support for one in judged for _, support in one.supports):
        if support.supported is not None:
            name = type(support.value).__name__.partition("[")[0]
            by_type.setdefault(name, []).append(support.supported)
    for name, verdicts in sorted(by_type.items()):
        yield TypeSupport(type=name, unsupported=Rate(count=verdicts.count(False), total=len(verdicts)))


def _language_scores(judged: Sequence[Judged], draws: int) -> Iterator[LanguageScore]:
    for language in sorted({one.language for one in judged}):
        own = [one for one in judged if one.language == language]
        samples = drawn(len(own), draws)
        yield LanguageScore(
            language=language,
            articles=len(own),
            events=_score(own, _events(lambda _: True), samples),
            arguments=_score(own, _arguments(lambda _: True), samples),
        )
