"""Whether two groups stand for one person, body or country."""

from collections.abc import Iterator

from pydantic import BaseModel

from communique.evaluation.agreeing import agrees
from communique.events import Group
from communique.fields import Country, GroundedValue, Name
from communique.shapes import FieldShape, shapes, typed
from communique.tagging.countries import country_code


def members(node: BaseModel | None, shape: FieldShape) -> tuple[BaseModel, ...]:
    """The values or groups a field holds; () for none."""
    held = None if node is None else getattr(node, shape.name)
    return held if isinstance(held, tuple) else () if held is None else (held,)


def is_alike(shape: FieldShape, gold: BaseModel, predicted: BaseModel) -> bool:
    """Whether two members of a list are one: equal values; groups by what names them."""
    if isinstance(gold, GroundedValue) and isinstance(predicted, GroundedValue):
        return agrees(shape, gold, predicted)
    return isinstance(gold, Group) and isinstance(predicted, Group) and _is_same_bearer(gold, predicted)


def is_compatriot(gold: BaseModel, predicted: BaseModel) -> bool:
    """Whether one of two groups has no name, and both the same country: so much of the other it does tell."""
    if not isinstance(gold, Group) or not isinstance(predicted, Group) or (_names(gold) and _names(predicted)):
        return False
    return _country(gold) is not None and _country(gold) == _country(predicted)


def _is_same_bearer(gold: Group, predicted: Group) -> bool:
    """Whether both are one country, or their first names agree, or, where one has none there, any of its names; groups
    without names by any of their values."""
    itself = _acts_as(gold)
    if itself is not None and itself == _acts_as(predicted):
        return True
    if _names(gold) and _names(predicted):
        return any(is_alike(*pair) for pair in _name_pairs(gold, predicted))
    return not _names(gold) and not _names(predicted) and _shares_a_value(gold, predicted)


def _name_pairs(gold: Group, predicted: Group) -> Iterator[tuple[FieldShape, BaseModel, BaseModel]]:
    head = next(iter(typed(type(gold), Name)))
    left, right = members(gold, head), members(predicted, head)
    if not left or not right:
        left, right = _names(gold), _names(predicted)
    return ((head, one, other) for one in left for other in right)


def _names(group: Group) -> tuple[BaseModel, ...]:
    return tuple(item for shape in typed(type(group), Name) for item in members(group, shape))


def _shares_a_value(gold: Group, predicted: Group) -> bool:
    return any(
        is_alike(shape, one, other)
        for shape in shapes(type(gold))
        for one in members(gold, shape)
        for other in members(predicted, shape)
    )


def _country(group: Group) -> str | None:
    """The code of the group's country, or of the country that it is itself."""
    return next(_codes(group), None) or _acts_as(group)


def _codes(group: Group) -> Iterator[str]:
    held = (item for shape in typed(type(group), Country) for item in members(group, shape))
    return (item.value for item in held if isinstance(item, Country))


def _acts_as(group: Group) -> str | None:
    """The code of the country that the group is: by its name, or by its code alone; None for a person or body."""
    names = _names(group)
    if names:
        return country_code(str(getattr(names[0], "value", "")), "name")
    has_more = any(members(group, shape) for shape in shapes(type(group)) if not shape.is_a(Country))
    return None if has_more else next(_codes(group), None)
