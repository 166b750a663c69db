"""What a value of each field type comes to in the cells of a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from communique.fields import Amount, Country, GroundedValue, Quantity, When
from communique.shapes import FieldShape
from communique.tagging.dates import bounds

CellType = Literal["text", "integer", "number", "boolean", "date", "texts"]
Cell = str | int | float | bool | date | list[str] | None
Value = Mapping[str, Any]
"""A field's value as a record's JSON has it."""

_LARGEST = 2**63
_EXACT = 2**53  # beyond it a float is not one whole number


@dataclass(frozen=True, slots=True)
class Part:
    """One of the columns of a field: what is added to the field's name, and how the cell is read from the value."""

    suffix: str
    type: CellType
    meaning: str
    read: Callable[[Value], Cell]


def text(written: object) -> str | None:
    """The text with half characters, which no file could hold, replaced; None stays None."""
    if written is None or (isinstance(written, str) and written.isascii()):
        return written
    return str(written).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def integer(number: int | None) -> int | None:
    """The number; raises OverflowError where a column of 64 bits cannot hold it."""
    if number is not None and not -_LARGEST <= number < _LARGEST:
        raise OverflowError(f"{number:.3g} is no number of 64 bits")
    return number


def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a date, None where the end is open or not known."""
    try:
        return (None, None) if edtf is None else bounds(edtf)
    except ValueError:  # a flagged value may be anything
        return None, None


def _text_of(name: str) -> Callable[[Value], Cell]:
    return lambda value: text(value.get(name))


def _number_of(name: str) -> Callable[[Value], Cell]:
    return lambda value: None if value.get(name) is None else float(value[name])


_DATE = (
    Part("", "text", "EDTF (ISO 8601-2)", _text_of("value")),
    Part("first", "date", "its first day; empty where open or not known", lambda value: days_of(value["value"])[0]),
    Part("last", "date", "its last day, included; the same", lambda value: days_of(value["value"])[1]),
    Part("granularity", "text", "day, week, month …, as told", _text_of("granularity")),
    Part("partial", "text", "what is known where the year is not", _text_of("partial")),
)
_QUANTITY = (
    Part("", "number", "the number; of a range its lower end", _number_of("value")),
    Part("max", "number", "of a range its upper end", _number_of("max")),
    Part("unit", "text", "the unit, or the noun that is counted", _text_of("unit")),
    Part("modifier", "text", "exact, about, at_least, at_most or range", _text_of("modifier")),
)
_AMOUNT = (*_QUANTITY[:2], Part("currency", "text", "ISO 4217", _text_of("currency")), *_QUANTITY[2:])
_COUNTRY = (Part("", "text", "ISO 3166-1 alpha-3", _text_of("value")),)
_PLAIN = (Part("", "text", "", _text_of("value")),)
_MANY = Part("", "texts", "a list", lambda _: None)

_PARTS: tuple[tuple[type[GroundedValue], tuple[Part, ...]], ...] = (
    (When, _DATE),
    (Quantity, _QUANTITY),
    (Amount, _AMOUNT),
    (Country, _COUNTRY),
    (GroundedValue, _PLAIN),
)


def parts_of(shape: FieldShape) -> tuple[Part, ...]:
    """The columns of a field that is no group; a tuple of values is one column of texts."""
    if shape.many:
        return (_MANY,)
    return next(parts for field_type, parts in _PARTS if shape.is_a(field_type))


def cell(part: Part, value: Value | list[Value] | None) -> Cell:
    """The cell of a value, or of a tuple of values; None where there is none."""
    if isinstance(value, list):
        return [told for item in value if (told := _told(item)) is not None]
    return None if value is None else part.read(value)


def _told(value: Value) -> str | None:
    """A value of a tuple in words: what it says, with unit or currency."""
    said = value["value"] if value.get("value") is not None else value.get("partial") or value["text"]
    number = plain_number(said) if isinstance(said, int | float) else said
    upper = f" to {plain_number(value['max'])}" if value.get("max") is not None else ""
    unit = value.get("currency") or value.get("unit")
    return text(f"{number}{upper} {unit}" if unit else f"{number}{upper}")


def plain_number(number: float) -> str:
    """The number as people write it, with all its digits: 12, 0.5, 1300000000."""
    return str(int(number)) if abs(number) < _EXACT and float(number).is_integer() else repr(number)
