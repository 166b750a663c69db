"""The columns of a table: a name, a type, what they mean and how a cell is read. Those of events follow from the event
classes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from communique.errors import ConfigurationError
from communique.export.fields import Cell, CellType, Part, cell, parts_of
from communique.shapes import FieldShape

Source = Mapping[str, Any]
"""What a row is read from."""
Owner = tuple[str, str]
"""The kind of event, and which of its groups a field stands in ("" for the event itself)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `owners` are the kinds of events whose field it holds, () for what every row has."""

    name: str
    type: CellType
    meaning: str
    read: Callable[[Source], Cell]
    owners: tuple[Owner, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of events that fill it; () for all."""
        return tuple(dict.fromkeys(kind for kind, _ in self.owners))


@dataclass(frozen=True, slots=True)
class _Held:
    """A field that has its columns: its type's parts, and who owns it."""

    shape: FieldShape
    parts: tuple[Part, ...]
    owners: tuple[Owner, ...] = ()
    descriptions: tuple[str, ...] = ()

    def with_owner(self, owner: Owner, description: str) -> "_Held":
        """The same columns, of one more owner."""
        told = tuple(dict.fromkeys((*self.descriptions, description)))
        return replace(self, owners=(*self.owners, owner), descriptions=told)


def field_columns(fields: Iterable[tuple[Owner, FieldShape]], taken: Iterable[str]) -> tuple[Column, ...]:
    """The columns of fields in the order given.

    Fields of one name and type share their columns. Where a name is taken, by a column in `taken` or by a field of
    another type, the kind stands before it ("exercise_kind").
    """
    names = set(taken)
    held: dict[str, _Held] = {}
    for owner, shape in fields:
        base = _base(owner, shape, held, names)
        known = held.get(base) or _Held(shape, parts_of(shape))
        held[base] = known.with_owner(owner, shape.description)
        names.update(_names(base, parts_of(shape)))
    return tuple(column for base, one in held.items() for column in _columns(base, one))


def _base(owner: Owner, shape: FieldShape, held: Mapping[str, _Held], names: set[str]) -> str:
    for base in (shape.name, f"{owner[0]}_{shape.name}", "_".join((*filter(None, owner), shape.name))):
        known = held.get(base)
        if known is not None and (known.shape.name, known.parts) == (shape.name, parts_of(shape)):
            return base
        if known is None and names.isdisjoint(_names(base, parts_of(shape))):
            return base
    raise ConfigurationError(f"{owner[0]}.{shape.name}: no column can be named after it; rename the field")


def _names(base: str, parts: Iterable[Part]) -> Iterator[str]:
    return (f"{base}_{part.suffix}" if part.suffix else base for part in parts)


def _columns(base: str, held: _Held) -> Iterator[Column]:
    told = ", or ".join(held.descriptions)
    for name, part in zip(_names(base, held.parts), held.parts, strict=True):
        meaning = f"{told}: {part.meaning}" if part.meaning else told
        yield Column(name, part.type, meaning, _reader(held, part), held.owners)


def _reader(held: _Held, part: Part) -> Callable[[Source], Cell]:
    owners, name = frozenset(held.owners), held.shape.name
    return lambda source: cell(part, source["values"].get(name)) if source["owner"] in owners else None
