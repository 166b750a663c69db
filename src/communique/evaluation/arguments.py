"""The values of two events laid side by side, field by field: right, wrong, missing or spurious."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from communique.evaluation.agreeing import agrees, counts, told
from communique.evaluation.bearers import is_alike, is_compatriot, members
from communique.events import Event, Group
from communique.fields import GroundedValue
from communique.shapes import FieldShape, shapes

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Argument:
    """One value of gold, of the prediction, or of both; `role` is its path without numbers ("participants.name")."""

    role: str
    shape: FieldShape
    gold: GroundedValue | None
    predicted: GroundedValue | None
    right: bool
    counted: bool


def arguments(gold: Event, predicted: Event) -> tuple[Argument, ...]:
    """Every value of the two events, in order of the class's fields."""
    apart = frozenset(type(gold).scored_apart)
    return tuple(
        Argument(role, shape, one, other, _is_right(shape, one, other), counts(shape) and role not in apart)
        for role, shape, one, other in _pairs(type(gold), gold, predicted, "")
    )


Pair = tuple[str, FieldShape, GroundedValue | None, GroundedValue | None]


def _is_right(shape: FieldShape, gold: GroundedValue | None, predicted: GroundedValue | None) -> bool:
    return gold is not None and predicted is not None and agrees(shape, gold, predicted)


def _pairs(
    owner: type[Event] | type[Group], gold: BaseModel | None, predicted: BaseModel | None, path: str
) -> Iterator[Pair]:
    for shape in shapes(owner):
        role = f"{path}{shape.name}"
        left, right = members(gold, shape), members(predicted, shape)
        for one, other in _aligned(shape, left, right):
            if shape.group is not None:
                yield from _pairs(shape.group, one, other, f"{role}.")
            else:
                yield role, shape, _value(one), _value(other)


def _value(item: BaseModel | None) -> GroundedValue | None:
    return item if isinstance(item, GroundedValue) else None


def _aligned(
    shape: FieldShape, gold: Sequence[BaseModel], predicted: Sequence[BaseModel]
) -> Iterator[tuple[BaseModel | None, BaseModel | None]]:
    """The members of both in pairs; a single field's two values are a pair whatever they say."""
    if not shape.many and gold and predicted:
        yield gold[0], predicted[0]
        return
    rules = (is_equal, lambda one, other: is_alike(shape, one, other), is_compatriot)
    paired, missing, spurious = one_to_one(gold, predicted, rules)
    yield from paired
    yield from ((item, None) for item in missing)
    yield from ((None, item) for item in spurious)


def is_equal(gold: BaseModel, predicted: BaseModel) -> bool:
    """Whether the two say the same, value by value."""
    return _said(gold) == _said(predicted)


def _said(item: BaseModel) -> object:
    if isinstance(item, GroundedValue):
        return told(item)
    return tuple((name, _said(value)) for name in type(item).model_fields if (value := getattr(item, name)) is not None)


def one_to_one(
    gold: Sequence[Item], predicted: Sequence[Item], rules: Sequence[Callable[[Item, Item], bool]]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """The pairs by the first rule, then by the next; and what is left of both, in order."""
    missing, spurious, paired = list(gold), list(predicted), []
    for rule in rules:
        for item in tuple(missing):
            same = next((at for at, other in enumerate(spurious) if rule(item, other)), None)
            if same is not None:
                paired.append((item, spurious.pop(same)))
                missing = [held for held in missing if held is not item]
    return paired, missing, spurious
