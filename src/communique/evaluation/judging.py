"""One article judged: its events matched, their values compared, its assertions checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.article import Article
from communique.evaluation.arguments import Argument, arguments
from communique.evaluation.joining import Joined
from communique.evaluation.labels import label_of, value_label
from communique.evaluation.matching import Matching, Pair, common, match
from communique.evaluation.refusals import refused_right, role_of
from communique.evaluation.results import Confusion, Outcome
from communique.evaluation.support import Support, supports
from communique.records import EventRecord
from communique.verdicts import Check

Refusal = tuple[Pair, Argument, Check]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one article's events.

    `aside` are pairs of gold events that nothing accepted tells of with refused events beside them: only what the
    checks refused is counted of those.
    """

    language: str
    matching: Matching
    aside: tuple[Pair, ...]
    refusals: tuple[Refusal, ...]
    supports: tuple[tuple[EventRecord, Support], ...]

    @property
    def gold(self) -> tuple[EventRecord, ...]:
        """The gold events."""
        return (*(pair.gold for pair in self.matching.pairs), *self.matching.missed)

    @property
    def predicted(self) -> tuple[EventRecord, ...]:
        """The predicted events that count."""
        return (*(pair.predicted for pair in self.matching.pairs), *self.matching.spurious)


def judge(article: Joined, *, accepted_only: bool) -> Judged:
    """The article's events matched; refused predictions count only where `accepted_only` is False."""
    gold = tuple(record for record in article.gold if record.accepted)
    counted = tuple(record for record in article.predicted if record.accepted or not accepted_only)
    matching = match(gold, counted)
    held = {id(record) for record in counted}
    aside = _beside(matching.missed, [record for record in article.predicted if id(record) not in held])
    return Judged(
        language=article.reference.language or "other",
        matching=matching,
        aside=aside,
        refusals=tuple((pair, *found) for pair in (*matching.pairs, *aside) for found in refused_right(pair)),
        supports=tuple(_supports(article.predicted, article.article)),
    )


def _beside(gold: Sequence[EventRecord], refused: Sequence[EventRecord]) -> tuple[Pair, ...]:
    """Gold events with refused ones of their kind that share most of their evidence, one to one."""
    scored = [
        (-shared, one.id, other.id, one, other)
        for one in gold
        for other in refused
        if type(one.event) is type(other.event) and (shared := common(one.evidence, other.evidence)) > 0
    ]
    pairs: list[Pair] = []
    for *_, one, other in sorted(scored, key=lambda found: found[:3]):
        if not any(one is pair.gold or other is pair.predicted for pair in pairs):
            pairs.append(Pair(one, other, arguments(one.event, other.event)))
    return tuple(pairs)


def _supports(predicted: Sequence[EventRecord], article: Article | None) -> Iterator[tuple[EventRecord, Support]]:
    for record in predicted:
        if record.accepted:
            yield from ((record, support) for support in supports(record, article))


def confusions(judged: Judged) -> Iterator[Confusion]:
    """All that is not right in the article: whole events first."""
    yield from (_missed(record, judged) for record in judged.matching.missed)
    yield from (_confusion(record, "spurious") for record in judged.matching.spurious)
    for pair in judged.matching.pairs:
        yield from (_of_argument(pair, held) for held in pair.arguments if not held.right)
    for pair, held, check in judged.refusals:
        told = held.gold and value_label(held.gold)
        update = {"role": held.role, "gold": told, "predicted": f"{check.proposed} ({check.verdict.value})"}
        yield _confusion(pair.predicted, "refused").model_copy(update=update)
    for record, support in judged.supports:
        if support.supported is False:
            update = {"role": role_of(support.path), "predicted": value_label(support.value)}
            yield _confusion(record, "unsupported").model_copy(update=update)


def _missed(gold: EventRecord, judged: Judged) -> Confusion:
    """The gold event that nothing tells of, with why the prediction beside it was refused."""
    faults = (
        check.reason for pair in judged.aside if pair.gold is gold for check in pair.predicted.checks if not check.path
    )
    refused = next((f"refused: {fault}" for fault in faults), None)
    return _confusion(gold, "missed").model_copy(update={"predicted": refused})


def _of_argument(pair: Pair, held: Argument) -> Confusion:
    gold, predicted = (None if value is None else value_label(value) for value in (held.gold, held.predicted))
    outcome: Outcome = "missing" if predicted is None else "extra" if gold is None else "wrong"
    update = {"role": held.role, "gold": gold, "predicted": predicted}
    return _confusion(pair.predicted, outcome).model_copy(update=update)


def _confusion(record: EventRecord, outcome: Outcome) -> Confusion:
    event = label_of(record.event)
    return Confusion(article=record.article.id, kind=record.kind, outcome=outcome, event=event, record=record.id)
