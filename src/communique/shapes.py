"""The shape of an event class, read from its annotations: what is asked, parsed and grounded follows from it and from
nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from communique.errors import ConfigurationError
from communique.events import Event, Group, Of
from communique.fields import Choice, GroundedValue


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field: a field type or a `group`, one or `many`, and which kinds of names it
    takes."""

    name: str
    field_type: type[GroundedValue] | None
    group: type[Group] | None
    many: bool
    description: str
    of: Of | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The list of a Choice; () for other types."""
        return self.field_type.options() if self.field_type and issubclass(self.field_type, Choice) else ()

    def is_a(self, *wanted: type[GroundedValue]) -> bool:
        """Whether the field holds one of these types."""
        return self.field_type is not None and issubclass(self.field_type, wanted)

    def takes(self, kind: str) -> bool:
        """Whether a name of `kind` may stand here."""
        return self.of is None or kind in self.of.kinds


def _plain(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401 - annotations are anything
    """The annotation without `| None` and without `tuple[..., ...]`, and whether it was a tuple."""
    if get_origin(annotation) in (Union, UnionType):
        held = [argument for argument in get_args(annotation) if argument is not NoneType]
        return _plain(held[0]) if len(held) == 1 else (annotation, False)
    if get_origin(annotation) is tuple:
        return _plain(get_args(annotation)[0])[0], True
    return annotation, False


def _shape(owner: type[BaseModel], name: str, field: FieldInfo) -> FieldShape:
    plain, many = _plain(field.annotation)
    is_type = isinstance(plain, type)
    if not is_type or not issubclass(plain, GroundedValue | Group):
        raise ConfigurationError(
            f"{owner.__name__}.{name}: {field.annotation} is no field type; use those of communique.fields "
            "or a Group of them"
        )
    return FieldShape(
        name=name,
        field_type=plain if issubclass(plain, GroundedValue) else None,
        group=plain if issubclass(plain, Group) else None,
        many=many,
        description=field.description or name.replace("_", " "),
        of=next((item for item in field.metadata if isinstance(item, Of)), None),
    )


@cache
def shapes(owner: type[Event] | type[Group]) -> tuple[FieldShape, ...]:
    """The fields of an event class or group in order of declaration; raises ConfigurationError for a field of another
    type."""
    return tuple(_shape(owner, name, field) for name, field in owner.model_fields.items())


def shape_of(owner: type[Event] | type[Group], name: str) -> FieldShape | None:
    """The field called `name`, or None."""
    return next((shape for shape in shapes(owner) if shape.name == name), None)


def typed(owner: type[Event] | type[Group], wanted: type[GroundedValue]) -> Iterator[FieldShape]:
    """The fields of one type."""
    return (shape for shape in shapes(owner) if shape.is_a(wanted))
