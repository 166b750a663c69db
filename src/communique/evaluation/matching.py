"""Which predicted event is which gold one: one to one within an article and kind, greedily by score."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from communique.evaluation.arguments import Argument, arguments, is_equal, one_to_one
from communique.evaluation.bearers import is_alike, members
from communique.evaluation.names import is_same_thing
from communique.evaluation.words import overlap
from communique.events import Event
from communique.fields import Name, Phrase, Quote
from communique.records import EventRecord
from communique.shapes import FieldShape, shape_of, shapes
from communique.spans import Span

_LEAST = 2
Held = tuple[tuple[FieldShape, BaseModel], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event, the predicted one that tells of it, and their values side by side."""

    gold: EventRecord
    predicted: EventRecord
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs, the gold events that nothing predicted tells of, and the predicted events that are none."""

    pairs: tuple[Pair, ...]
    missed: tuple[EventRecord, ...]
    spurious: tuple[EventRecord, ...]


def match(gold: Sequence[EventRecord], predicted: Sequence[EventRecord]) -> Matching:
    """The events of one article matched; the order in which they are given does not matter."""
    scored = [
        (-score, _place(one), _place(other), one, other)
        for one in gold
        for other in predicted
        if (score := _score(one, other)) is not None
    ]
    pairs: list[Pair] = []
    taken: set[str] = set()
    for *_, one, other in sorted(scored, key=lambda found: found[:3]):
        marks = {f"gold {one.id}", f"predicted {other.id}"}
        if not marks & taken:
            taken |= marks
            pairs.append(Pair(one, other, arguments(one.event, other.event)))
    missed = tuple(record for record in gold if f"gold {record.id}" not in taken)
    return Matching(tuple(pairs), missed, tuple(one for one in predicted if f"predicted {one.id}" not in taken))


def _place(record: EventRecord) -> tuple[object, ...]:
    return (record.kind, record.evidence, record.id)


def _score(gold: EventRecord, predicted: EventRecord) -> float | None:
    """How much two events have in common: what makes them one and all their values; of equals the evidence, and then
    what is said in the same way. None where they are not one."""
    if type(gold.event) is not type(predicted.event):
        return None
    shared = identity(gold.event, predicted.event)
    if shared is None:
        return None
    every = arguments(gold.event, predicted.event)
    right = sum(held.right for held in every) / len(every)
    same = sum(held.right and is_equal(held.gold, held.predicted) for held in every if held.gold and held.predicted)
    return shared + right + common(gold.evidence, predicted.evidence) / 1e3 + same / len(every) / 1e6


def identity(gold: Event, predicted: Event) -> float | None:
    """The share, 0 to 1, of what makes the predicted event gold's (`Event.matched_by`); None where it is too little."""
    entries = matched_by(type(gold))
    if not any(_held(gold, entry) for entry in entries):
        entries = tuple((shape.name,) for shape in shapes(type(gold)))
    if len(entries) == 1:
        return _shared_members(gold, predicted, entries[0])
    named = [(_held(gold, entry), _held(predicted, entry)) for entry in entries]
    agreed = [any(_meet(one, other) for one in left for other in right) for left, right in named]
    least = min(_LEAST, sum(bool(left) for left, _ in named))
    return sum(agreed) / sum(bool(left or right) for left, right in named) if sum(agreed) >= least > 0 else None


def matched_by(event: type[Event]) -> tuple[tuple[str, ...], ...]:
    """The fields that make two events one; names and groups, or all fields, where the class does not tell."""
    if event.matched_by:
        return event.matched_by
    if event.identity:
        return tuple((name,) for name in event.identity)
    named = tuple((shape.name,) for shape in shapes(event) if shape.group is not None or shape.is_a(Name))
    return named or tuple((shape.name,) for shape in shapes(event))


def _held(event: Event, entry: Iterable[str]) -> Held:
    """The members of the entry's fields."""
    fields = (shape for name in entry if (shape := shape_of(type(event), name)) is not None)
    return tuple((shape, item) for shape in fields for item in members(event, shape))


def _meet(gold: tuple[FieldShape, BaseModel], predicted: tuple[FieldShape, BaseModel]) -> bool:
    """Whether two members are one, be it in different fields: a weapon's name may stand in its description."""
    (shape, one), (_, other) = gold, predicted
    if isinstance(one, Name | Phrase) and isinstance(other, Name | Phrase) and _is_thing(shape, one, other):
        return True
    if type(one) is type(other):
        return is_alike(shape, one, other)
    return False


def _is_thing(shape: FieldShape, one: Name | Phrase, other: Name | Phrase) -> bool:
    is_name = isinstance(one, Name) and not (shape.of is not None and shape.of.kinds == ("other",))
    return not is_name and is_same_thing(one.value, other.value)


def _shared_members(gold: Event, predicted: Event, entry: Sequence[str]) -> float | None:
    """The share of members in common where two agree, or as many as gold's longest list has."""
    left, right = _distinct(_held(gold, entry)), _distinct(_held(predicted, entry))
    longest = max((len(_held(gold, (name,))) for name in entry), default=0)
    paired, *_ = one_to_one(left, right, (lambda one, other: is_equal(one[1], other[1]), _meet))
    if not 0 < min(_LEAST, longest) <= len(paired):
        return None
    return 2 * sum(_degree(one[1], other[1]) for one, other in paired) / (len(left) + len(right))


def _degree(gold: BaseModel, predicted: BaseModel) -> float:
    """How much two members that are one have in common; of words said the share that is the same."""
    return overlap(gold.value, predicted.value) if isinstance(gold, Quote) and isinstance(predicted, Quote) else 1.0


def _distinct(held: Held) -> Held:
    """The members without those that stand in an earlier field, too: a host is among the participants."""
    return tuple(
        (shape, item)
        for shape, item in held
        if not any(_meet((known, one), (shape, item)) for known, one in _before(held, shape))
    )


def _before(held: Held, shape: FieldShape) -> Held:
    """The members of the fields before the one of `shape`."""
    first = next(at for at, (known, _) in enumerate(held) if known is shape)
    return held[:first]


def common(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The share of characters that two lists of spans have in common, 0 to 1 (Jaccard)."""
    left, right = set(_offsets(one)), set(_offsets(other))
    every = left | right
    return len(left & right) / len(every) if every else 0.0


def _offsets(spans: Iterable[Span]) -> Iterator[int]:
    return (offset for span in spans for offset in range(span.start, span.end))
