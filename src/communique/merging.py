"""Drafts of one event become one draft: title, captions and sentences tell one story once."""

from collections.abc import Iterable, Sequence

from communique.annotation import AnnotatedArticle
from communique.drafts import Draft, DraftValue
from communique.events import Event
from communique.fields import Choice, When
from communique.grounded import GroundedEvent
from communique.sameness import is_same, is_told_apart, rank, width
from communique.shapes import FieldShape, shapes


def merge(grounded: Iterable[GroundedEvent], article: AnnotatedArticle) -> tuple[Draft, ...]:
    """The drafts with those of one event joined, in order of first evidence; they are to be grounded again."""
    clusters: list[list[GroundedEvent]] = []
    for found in grounded:
        same = next((cluster for cluster in clusters if _belongs(found, cluster, article)), None)
        if same is None:
            clusters.append([found])
        else:
            same.append(found)
    return tuple(_joined(cluster) for cluster in clusters)


def _belongs(found: GroundedEvent, cluster: Sequence[GroundedEvent], article: AnnotatedArticle) -> bool:
    return all(is_same(found.event, held.event) and not is_told_apart(found, held, article) for held in cluster)


def _joined(cluster: Sequence[GroundedEvent]) -> Draft:
    drafts = [held.draft for held in cluster]
    first = drafts[0]
    if len(drafts) == 1:
        return first
    fields = {shape.name: value for shape in shapes(first.event) if (value := _value(shape, cluster)) is not None}
    usage = first.usage
    for draft in drafts[1:]:
        usage += draft.usage
    evidence = sorted({number for draft in drafts for number in draft.evidence})
    return Draft(first.event, tuple(evidence), fields, usage, first.prompt, first.model)


def _value(shape: FieldShape, cluster: Sequence[GroundedEvent]) -> DraftValue | None:
    """A list joined; of single values one that was asserted: the most telling option, the narrowest date, the first."""
    held = [(event, event.draft.fields[shape.name]) for event in cluster if shape.name in event.draft.fields]
    if shape.many:
        items = tuple(item for _, value in held for item in (value if isinstance(value, tuple) else (value,)))
        return items or None
    return min(held, key=lambda pair: _order(shape, pair[0].event), default=(None, None))[1]


def _order(shape: FieldShape, event: Event) -> tuple[bool, int]:
    value = getattr(event, shape.name)
    if isinstance(value, When):
        return False, width(value)
    option = getattr(value, "value", None) if isinstance(value, Choice) else None
    return value is None, (rank(type(event), shape.name, option) or 0) if isinstance(option, str) else 0
