"""Drafts of one event become one draft: neighbouring sentences tell one story once."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from communique.drafts import Draft, DraftValue
from communique.events import Event
from communique.fields import Choice, Name, When
from communique.grounded import GroundedEvent, likeness
from communique.shapes import FieldShape, shape_of, shapes, typed

_ENOUGH = 2
"""So many members in common make two lists tell of one event; one, where a list has only one."""


def merge(grounded: Iterable[GroundedEvent]) -> tuple[Draft, ...]:
    """The drafts with those of one event joined, in order of first evidence; they are to be grounded again."""
    clusters: list[list[GroundedEvent]] = []
    for found in grounded:
        same = next(
            (cluster for cluster in clusters if all(is_same(found.event, held.event) for held in cluster)), None
        )
        if same is None:
            clusters.append([found])
        else:
            same.append(found)
    return tuple(_joined([held.draft for held in cluster]) for cluster in clusters)


def is_same(one: Event, other: Event) -> bool:
    """Whether two events of an article are one: their identity agrees wherever both have it, and nothing speaks
    against it."""
    if type(one) is not type(other) or _conflict(one, other):
        return False
    verdicts = [_agrees(shape, one, other) for shape in _identity(type(one))]
    return True in verdicts and False not in verdicts


def _identity(event: type[Event]) -> tuple[FieldShape, ...]:
    if not event.identity:
        return tuple(typed(event, Name))
    return tuple(shape for name in event.identity if (shape := shape_of(event, name)))


def _members(event: Event, shape: FieldShape) -> frozenset[str]:
    value = getattr(event, shape.name)
    held = value if isinstance(value, tuple) else () if value is None else (value,)
    return frozenset(likeness(item) for item in held if isinstance(item, BaseModel))


def _agrees(shape: FieldShape, one: Event, other: Event) -> bool | None:
    """Whether the two share enough of a field's members; None where one of them has none."""
    left, right = _members(one, shape), _members(other, shape)
    if not left or not right:
        return None
    shared = sum(any(_alike(a, b) for b in right) for a in left)
    return shared >= min(_ENOUGH, len(left), len(right))


def _alike(one: str, other: str) -> bool:
    """Whether the values are equal but for an ending ("corvette", "corvettes") or an addition ("MILGEM class")."""
    return one.startswith(other) or other.startswith(one)


def _conflict(one: Event, other: Event) -> bool:
    """Whether a resolved date or a choice of one is another than the other's."""
    for shape in shapes(type(one)):
        if shape.many or not shape.is_a(When, Choice):
            continue
        values = [getattr(getattr(event, shape.name), "value", None) for event in (one, other)]
        if None not in values and values[0] != values[1]:
            return True
    return False


def _joined(drafts: list[Draft]) -> Draft:
    first = drafts[0]
    if len(drafts) == 1:
        return first
    fields: dict[str, DraftValue] = {}
    for draft in drafts:
        fields.update(_union(fields, draft.fields))
    usage = first.usage
    for draft in drafts[1:]:
        usage += draft.usage
    evidence = sorted({number for draft in drafts for number in draft.evidence})
    return Draft(first.event, tuple(evidence), fields, usage, first.prompt, first.model)


def _union(known: Mapping[str, DraftValue], new: Mapping[str, DraftValue]) -> dict[str, DraftValue]:
    """The new values where nothing is known, lists joined; the earlier sentence wins."""
    union: dict[str, DraftValue] = {}
    for name, value in new.items():
        held = known.get(name)
        if held is None:
            union[name] = value
        elif isinstance(held, tuple) and isinstance(value, tuple):
            union[name] = (*held, *value)
    return union
