"""A record back to the draft it was checked from: its checks hold every proposed value, the refused ones too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.annotation import AnnotatedArticle
from communique.completion import TokenUsage
from communique.drafts import REPAIRED, UNREPAIRED, WITHDRAWN, Draft, DraftValue, Proposed
from communique.events import Event, Group
from communique.fields import Choice
from communique.records import EventRecord
from communique.shapes import FieldShape, shapes
from communique.verdicts import Check, Tier

_APPOSITION = "apposition"
_BY_RULE = (
    *("cue", "quote_tagger", "only_candidate", "all_named", "delegates", "word_order", "coreference", "dateline"),
    *(REPAIRED, WITHDRAWN, UNREPAIRED),
)
_AS_PRINTED = (Tier.VERBATIM, Tier.ALIAS)
_REFUSED = "-"


@dataclass(frozen=True, slots=True)
class _Step:
    """A check and what is left of its path below the field that is being read."""

    path: tuple[str, ...]
    check: Check


def draft_of(record: EventRecord, article: AnnotatedArticle) -> Draft:
    """The draft whose values the record's checks tell; what an apposition gave is left out, it is found again."""
    steps = [
        _Step(tuple(check.path.split("/")[1:]), check)
        for check in record.checks
        if check.path and check.rule != _APPOSITION
    ]
    usage = record.provenance.usage
    return Draft(
        event=type(record.event),
        evidence=tuple(_evidence(record, article)),
        fields=dict(_fields(type(record.event), steps, article)),
        usage=TokenUsage(usage.prompt_tokens, usage.completion_tokens, 0, usage.calls),
        prompt=record.provenance.prompt,
        model=record.provenance.model,
    )


def _evidence(record: EventRecord, article: AnnotatedArticle) -> Iterator[int]:
    for number, sentence in article.numbered.items():
        if any(span.overlaps(sentence.span) for span in record.evidence):
            yield number


def _fields(
    owner: type[Event] | type[Group], steps: Sequence[_Step], article: AnnotatedArticle
) -> Iterator[tuple[str, DraftValue]]:
    for shape in shapes(owner):
        own = [_Step(step.path[1:], step.check) for step in steps if step.path[0] == shape.name]
        if not own:
            continue
        if not shape.many:
            yield shape.name, _value(shape, own, article)
        else:
            yield shape.name, tuple(_value(shape, item, article) for item in _items(shape, own))


def _value(shape: FieldShape, steps: Sequence[_Step], article: AnnotatedArticle) -> DraftValue:
    if shape.group is not None:
        return dict(_fields(shape.group, steps, article))
    return _proposed(shape, steps[0].check, article)


def _items(shape: FieldShape, steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    """The checks of each item of a list: kept ones have a number, refused ones begin anew with an earlier member."""
    order = {member.name: place for place, member in enumerate(shapes(shape.group))} if shape.group else {}
    item: list[_Step] = []
    last: tuple[str, int] | None = None
    for step in steps:
        here = step.path[0], order.get(step.path[1], 0) if len(step.path) > 1 else 0
        is_next = last is not None and (here[0] != last[0] or (here[0] == _REFUSED and here[1] <= last[1]))
        if is_next:
            yield item
            item = []
        item.append(_Step(step.path[1:], step.check))
        last = here
    if item:
        yield item


def _proposed(shape: FieldShape, check: Check, article: AnnotatedArticle) -> Proposed:
    """The value as it was proposed; with its span only where the article has just these words there."""
    words = check.span.of(article.text) if check.span is not None else ""
    rule = check.rule if check.rule in _BY_RULE else None
    if shape.is_a(Choice):
        is_given = rule is not None and check.tier is Tier.VERBATIM  # a model's option is told by a cue as `equal`
        return Proposed(*((words, check.span) if is_given else (check.proposed, None)), check.proposed, rule)
    is_there = check.tier in _AS_PRINTED and words == check.proposed
    return Proposed(check.proposed, check.span if is_there else None, rule=rule)
