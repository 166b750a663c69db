"""What in a record tells whether another is of one event with it: small enough to keep by the million."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.events import Event
from communique.fields import Amount, Choice, Name, Phrase, Place, Quote, When
from communique.linking.parties import Party, party_of, skeleton
from communique.shapes import FieldShape, shapes
from communique.source import fold
from communique.tagging.dates import bounds
from communique.tagging.gazetteer import large_cities, listed
from communique.tagging.names.name_words import parts_of

Record = Mapping[str, Any]
Days = tuple[int, int]
"""First and last day, as proleptic ordinals, both included."""

_SOME_MONTHS = 62


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of one record.

    `entries` are the parties by entry of the class's `matched_by`, `things` the folded words of what is no party (a
    weapon), `cities` their words by sound (Lahore, Lahor), `days` the event's days where its date is told to two
    months or better, `published` the article's day.
    """

    kind: str
    language: str | None
    published: int | None
    days: Days | None
    entries: tuple[tuple[Party, ...], ...]
    things: tuple[frozenset[str], ...]
    choices: Mapping[str, str]
    cities: frozenset[tuple[str, ...]]
    numbers: Mapping[str, float]
    said: tuple[str, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties, once each."""
        return tuple(dict.fromkeys(party for entry in self.entries for party in entry))


def features_of(record: Record, kind: type[Event]) -> Features:
    """The features of a record's JSON, read by the shape of its event class."""
    event, article = record["event"], record["article"]
    entries = _entries(kind)
    held = {shape.name: (shape, items) for shape in shapes(kind) if (items := _items(event.get(shape.name)))}
    return Features(
        kind=record["kind"],
        language=article.get("language"),
        published=date.fromisoformat(article["published"]).toordinal() if article.get("published") else None,
        days=next((days for shape, items in held.values() if _is_date(shape) and (days := days_of(items[0]))), None),
        entries=tuple(tuple(_parties(entry, held)) for entry in entries),
        things=tuple(_things(held)),
        choices={name: items[0]["value"] for name, (shape, items) in held.items() if _is_one(shape, Choice)},
        cities=frozenset(city for shape, items in held.values() if shape.is_a(Place) for city in _cities(items)),
        numbers={name: items[0]["value"] for name, (shape, items) in held.items() if _is_one(shape, Amount)},
        said=tuple(word for shape, items in held.values() if shape.is_a(Quote) for word in _words(items[0]["value"])),
    )


def _entries(kind: type[Event]) -> tuple[tuple[str, ...], ...]:
    """What makes two events one, by the class; where it does not name its parties, each group of it, too."""
    named = kind.matched_by or tuple((name,) for name in kind.identity)
    known = {name for entry in named for name in entry}
    groups = ((shape.name,) for shape in shapes(kind) if shape.group is not None and shape.name not in known)
    return (*named, *(() if kind.matched_by else groups))


def _items(held: Any) -> tuple[Mapping[str, Any], ...]:  # noqa: ANN401 - a field of any class
    if isinstance(held, list):
        return tuple(held)
    return () if held is None else (held,)


def _is_one(shape: FieldShape, wanted: type[Any]) -> bool:
    return shape.is_a(wanted) and not shape.many


def _is_date(shape: FieldShape) -> bool:
    return _is_one(shape, When)


def days_of(when: Mapping[str, Any]) -> Days | None:
    """The days of a date that is told to two months or better; None for one that is told less well."""
    if when.get("value") is None:
        return None
    first, last = bounds(when["value"])
    if first is None or last is None or (last - first).days >= _SOME_MONTHS:
        return None
    return first.toordinal(), last.toordinal()


Held = Mapping[str, tuple[FieldShape, tuple[Mapping[str, Any], ...]]]


def _parties(entry: Iterable[str], held: Held) -> Iterator[Party]:
    for name in entry:
        shape, items = held.get(name, (None, ()))
        if shape is not None and (shape.group is not None or (shape.is_a(Name) and not _is_thing(shape))):
            yield from (party for item in items if (party := party_of(item)).keys)


def _is_thing(shape: FieldShape) -> bool:
    """Whether a field names a thing: neither a person nor a body nor a country."""
    return shape.is_a(Name) and shape.of is not None and shape.of.kinds == ("other",)


def _things(held: Held) -> Iterator[frozenset[str]]:
    for name, (shape, items) in held.items():
        if _is_thing(shape) or (shape.is_a(Phrase) and name == "description"):
            yield from (frozenset(_words(item["value"])) for item in items)


def _cities(items: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for item in items:
        key = tuple(_words(item["value"]))
        if key in listed() or key in large_cities():
            yield tuple(skeleton(word) for word in key)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(part.key) for part in parts_of(text))
