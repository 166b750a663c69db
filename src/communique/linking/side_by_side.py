"""What the records of one event say, field by field: values that are the same together, conflicts marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.events import Event, Group
from communique.fields import Amount, Choice, Country, GroundedValue, Name, When
from communique.linking.features import days_of
from communique.linking.parties import party_of, same_party
from communique.occurrences import FieldSaid, Said
from communique.shapes import FieldShape, shapes
from communique.source import fold

Value = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Teller:
    """A record as it tells: its id, its event, and the number of the text it was told in (copies have one number)."""

    record: str
    event: Mapping[str, Any]
    text: int


Told = tuple[Teller, Value]
"""Who tells a value."""


def side_by_side(tellers: Sequence[Teller], kind: type[Event]) -> tuple[FieldSaid, ...]:
    """All that is said, in the order of the class's fields; the tellers stand in the order they told it."""
    return tuple(found for shape in shapes(kind) for found in _field(shape, _told(shape, tellers)))


def merged(fields: Sequence[FieldSaid]) -> dict[str, Any]:
    """The most told value of every field, nested as the event is; lists where the pointers have numbers."""
    event: dict[str, Any] = {}
    for field in fields:
        _put(event, field.path.split("/")[1:], field.said[0].value)
    return event


def _put(node: Any, names: Sequence[str], value: str | float | None) -> None:  # noqa: ANN401 - dicts and lists, nested
    name, *rest = names
    if isinstance(node, list):
        at = int(name)
        node.extend([{} if rest else None] * (at + 1 - len(node)))
        if rest:
            node[at] = dict(node[at])
            _put(node[at], rest, value)
        else:
            node[at] = value
    elif rest:
        _put(node.setdefault(name, [] if rest[0].isdigit() else {}), rest, value)
    else:
        node[name] = value


def _told(shape: FieldShape, tellers: Sequence[Teller]) -> list[Told]:
    found: list[Told] = []
    for teller in tellers:
        held = teller.event.get(shape.name)
        found += [(teller, item) for item in (held if isinstance(held, list) else [held]) if item]
    return found


def _field(shape: FieldShape, told: list[Told]) -> Iterator[FieldSaid]:
    """What is said of a field, of each member of a list or group by itself."""
    if not told:
        return
    if shape.group is not None:
        for number, members in enumerate(_members(told)) if shape.many else [(None, told)]:
            pointer = f"/{shape.name}" if number is None else f"/{shape.name}/{number}"
            yield from _group(shape.group, pointer, members)
    elif shape.field_type is not None:
        same = _SAME[next(base for base in shape.field_type.__mro__ if base in _SAME)]
        alike = _alike(told, same)
        if shape.many:
            yield from (
                FieldSaid(path=f"/{shape.name}/{number}", said=(_said(one),), conflict=False)
                for number, one in enumerate(alike)
            )
        else:
            yield FieldSaid(path=f"/{shape.name}", said=tuple(map(_said, alike)), conflict=_conflicts(shape, alike))


def _group(group: type[Group], pointer: str, members: list[Told]) -> Iterator[FieldSaid]:
    for inner in shapes(group):
        held = [(teller, item[inner.name]) for teller, item in members if item.get(inner.name)]
        for found in _field(inner, held):
            yield found.model_copy(update={"path": f"{pointer}{found.path}"})


def _members(told: list[Told]) -> list[list[Told]]:
    """The members that are one party, told by several records."""
    found: list[list[Told]] = []
    for teller, item in told:
        party = party_of(item)
        same = next((held for held in found if any(same_party(party_of(one), party) for _, one in held)), None)
        if same is None:
            found.append([(teller, item)])
        else:
            same.append((teller, item))
    return found


def _alike(told: list[Told], same: Callable[[Value, Value], bool]) -> list[list[Told]]:
    """Values that are the same together: those of most texts first, then the more exact, then the earlier told."""
    found: list[list[Told]] = []
    for teller, value in told:
        held = next((one for one in found if same(one[0][1], value)), None)
        if held is None:
            found.append([(teller, value)])
        else:
            held.append((teller, value))
    return sorted(
        found, key=lambda one: (-len({teller.text for teller, _ in one}), min(_width(value) for _, value in one))
    )


def _said(alike: list[Told]) -> Said:
    """A value by its best telling: the most exact date, the longest name, of equals the earlier."""
    _, best = min(alike, key=lambda told: (_width(told[1]), -len(str(told[1]["value"]))))
    records = tuple(dict.fromkeys(teller.record for teller, _ in alike))
    return Said(value=best["value"], text=best["text"], records=records)


def _width(value: Value) -> int:
    """The days that a date leaves open; 0 for what is no date."""
    if "granularity" not in value:
        return 0
    days = days_of(value)
    return days[1] - days[0] if days else 100_000


def _same_words(one: Value, other: Value) -> bool:
    return fold(str(one["value"])) == fold(str(other["value"]))


def _same_name(one: Value, other: Value) -> bool:
    return _same_words(one, other) or same_party(party_of(one), party_of(other)) is not None


def _same_value(one: Value, other: Value) -> bool:
    return bool(one["value"] == other["value"])


def _same_number(one: Value, other: Value) -> bool:
    keys = ("value", "max", "currency")
    return all(one.get(key) == other.get(key) for key in keys)


def _same_days(one: Value, other: Value) -> bool:
    left, right = days_of(one), days_of(other)
    if left is None or right is None:
        return one["value"] is None or other["value"] is None or _same_value(one, other)
    return (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1])


_SAME: Mapping[type[GroundedValue], Callable[[Value, Value], bool]] = {
    Name: _same_name,
    When: _same_days,
    Amount: _same_number,
    Choice: _same_value,
    Country: _same_value,
    GroundedValue: _same_words,
}
"""By field type, whether two values are the same; the most special base decides."""


def _conflicts(shape: FieldShape, alike: list[list[Told]]) -> bool:
    """Whether two values of the field cannot both be true; other words for a topic or a place are none."""
    return len(alike) > 1 and shape.is_a(When, Amount, Choice, Country, Name)
