"""The values of two events laid side by side, field by field: right, wrong, missing or spurious."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from communique.evaluation.agreeing import agrees, counts, told
from communique.events import Event, Group
from communique.fields import Country, GroundedValue, Name
from communique.shapes import FieldShape, shapes, typed
from communique.tagging.countries import country_code

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


def members(node: BaseModel | None, shape: FieldShape) -> tuple[BaseModel, ...]:
    """The values or groups a field holds; () for none."""
    held = None if node is None else getattr(node, shape.name)
    return held if isinstance(held, tuple) else () if held is None else (held,)


def _aligned(
    shape: FieldShape, gold: Sequence[BaseModel], predicted: Sequence[BaseModel]
) -> Iterator[tuple[BaseModel | None, BaseModel | None]]:
    """The members of both in pairs; a single field's two values are a pair whatever they say."""
    if not shape.many and gold and predicted:
        yield gold[0], predicted[0]
        return
    paired, missing, spurious = one_to_one(gold, predicted, (is_equal, lambda a, b: is_alike(shape, a, b)))
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


def is_alike(shape: FieldShape, gold: BaseModel, predicted: BaseModel) -> bool:
    """Whether two members of a list are one: equal values; groups by the name, else by what names them otherwise."""
    if isinstance(gold, GroundedValue) and isinstance(predicted, GroundedValue):
        return agrees(shape, gold, predicted)
    if not isinstance(gold, Group) or not isinstance(predicted, Group):
        return False
    return _is_same_bearer(gold, predicted)


def _is_same_bearer(gold: Group, predicted: Group) -> bool:
    """Whether the first names agree; where one side has none, any of its names, or the country."""
    head, *_ = (*typed(type(gold), Name), None)
    left, right = _names(gold), _names(predicted)
    if head is None or not left or not right:
        return _country(gold) is not None and _country(gold) == _country(predicted)
    if _acts_as(gold) is not None and _acts_as(gold) == _acts_as(predicted):
        return True
    heads = members(gold, head), members(predicted, head)
    pairs = zip(*heads, strict=True) if all(heads) else ((one, other) for one in left for other in right)
    return any(is_alike(head, one, other) for one, other in pairs)


def _names(group: Group) -> list[BaseModel]:
    return [item for shape in typed(type(group), Name) for item in members(group, shape)]


def _country(group: Group) -> str | None:
    """The code of the group's country, or of the country that it is itself."""
    codes = (item for shape in typed(type(group), Country) for item in members(group, shape))
    return next((str(getattr(code, "value", None)) for code in codes), _acts_as(group))


def _acts_as(group: Group) -> str | None:
    """The code of the country whose name the group bears; None for a person or body."""
    return next((country_code(str(getattr(name, "value", "")), "name") for name in _names(group)), None)
