"""Whether two checked events of an article are one: rules that forbid it, then what their identity has in common."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from pydantic import BaseModel

from communique.events import Event, Group
from communique.fields import Amount, Choice, Name, Phrase, Place, Quantity, When
from communique.framing import frames
from communique.grounded import likeness
from communique.shapes import FieldShape, shape_of, shapes, typed
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.dates import bounds
from communique.tagging.gazetteer import large_cities, listed
from communique.tagging.lexicon import words

_ENOUGH, _FEW = 2, 3
"""So many members in common make two lists tell of one event; one, where a list has only one."""


def is_same(one: Event, other: Event) -> bool:
    """Whether two events of an article are one: their identity agrees wherever both have it, and no rule speaks
    against it."""
    if type(one) is not type(other):
        return False
    if frames(one, other) or frames(other, one):
        return True
    if any(rule(one, other) for rule in _RULES):
        return False
    verdicts = {shape.name: _agrees(shape, one, other) for shape in _identity(type(one))}
    if _count_the_same(one, other):
        verdicts = {name: verdict for name, verdict in verdicts.items() if verdict or not _may_differ(name, one, other)}
    return True in verdicts.values() and not any(_parts(type(one), verdicts))


def are_apart(one: Event, other: Event) -> bool:
    """Whether a rule forbids that the two are one, or they are told as different steps."""
    steps = ([getattr(getattr(event, name), "value", None) for event in (one, other)] for name in one.steps)
    return any(None not in pair and pair[0] != pair[1] for pair in steps) or any(rule(one, other) for rule in _RULES)


def width(when: When) -> int:
    """The days that a date may mean, many for one without a value or an end."""
    if when.value is None:
        return date.max.toordinal() - len(when.partial or "")
    first, last = bounds(when.value)
    return (last - first).days if first is not None and last is not None else date.max.toordinal()


def rank(event: type[Event], field: str, option: str) -> int | None:
    """The place of an option among those that may tell of one event, the most telling first; None where no other
    may."""
    ranked: Mapping[str, tuple[tuple[str, ...], ...]] = {**event.joins, **event.outranks}
    return next((place for place, options in enumerate(ranked.get(field, ())) if option in options), None)


def dates_of(one: Event, other: Event) -> Iterator[tuple[When, When]]:
    """The single dates that both events have, pair by pair."""
    for shape in typed(type(one), When):
        left, right = getattr(one, shape.name), getattr(other, shape.name)
        if isinstance(left, When) and isinstance(right, When):
            yield left, right


def _differ_in_date(one: Event, other: Event) -> bool:
    """Whether a date of one lies not within that of the other."""
    return any(not _may_be_one(left, right) for left, right in dates_of(one, other))


def _may_be_one(left: When, right: When) -> bool:
    if left.value is None or right.value is None:
        known, partial = (left, right.partial) if right.value is None else (right, left.partial)
        if known.value is None:
            return _may_be_one_partly(known.partial, partial)
        return partial is None or not partial.startswith("XXXX-") or known.value[4:] == partial[4:]
    return left.value == right.value or _is_within(left.value, right.value) or _is_within(right.value, left.value)


def _may_be_one_partly(left: str | None, right: str | None) -> bool:
    """Whether two days without a year are one, or one of them is the month of the other."""
    return left == right or (left is not None and right is not None and (left in right or right in left))


def _is_within(inner: str, outer: str) -> bool:
    first, last = bounds(inner)
    begin, end = bounds(outer)
    if first is None or last is None:
        return False
    return (begin is None or begin <= first) and (end is None or last <= end)


def _has_its_own_date(one: Event, other: Event) -> bool:
    """Whether the less telling of two options has a date and the other none: a visit told by its own day."""
    if all(_hold_the_same(shape, one, other) for shape in _identity(type(one))):
        return False
    for shape in typed(type(one), Choice):
        ranks = [_rank_of(shape, event) for event in (one, other)]
        if None in ranks or ranks[0] == ranks[1]:
            continue
        less, more = (one, other) if (ranks[0] or 0) > (ranks[1] or 0) else (other, one)
        dates = (when.name for when in typed(type(one), When) if not when.many)
        if any(getattr(less, name) is not None and getattr(more, name) is None for name in dates):
            return True
    return False


def _hold_the_same(shape: FieldShape, one: Event, other: Event) -> bool:
    """Whether all members of the one event's list, two at least, are members of the other's."""
    left, right = sorted((_members(one, shape), _members(other, shape)), key=len)
    return len(left) >= _ENOUGH and _share(left, right) == len(left)


def _rank_of(shape: FieldShape, event: Event) -> int | None:
    option = getattr(getattr(event, shape.name), "value", None)
    return rank(type(event), shape.name, option) if isinstance(option, str) else None


def _differ_in_choice(one: Event, other: Event) -> bool:
    """Whether a choice of one is another than the other's, and not one that may be told of the same event."""
    for shape in typed(type(one), Choice):
        options = [getattr(getattr(event, shape.name), "value", None) for event in (one, other)]
        if shape.many or None in options or options[0] == options[1]:
            continue
        if None in (rank(type(one), shape.name, option) for option in options if option is not None):
            return True
    return False


def _differ_in_number(one: Event, other: Event) -> bool:
    """Whether a sum or a count of one is another than the other's."""
    for shape in typed(type(one), Amount):
        left, right = getattr(one, shape.name), getattr(other, shape.name)
        if isinstance(left, Amount) and isinstance(right, Amount) and not _is_one_number(left, right):
            return True
    return False


def _count_the_same(one: Event, other: Event) -> bool:
    """Whether both count as many things, more than a few: 42 jets are the 42 aircraft told of below."""
    for shape in typed(type(one), Quantity):
        left, right = getattr(one, shape.name), getattr(other, shape.name)
        if isinstance(left, Quantity) and isinstance(right, Quantity) and left.value == right.value > _FEW:
            return True
    return False


def _may_differ(name: str, one: Event, other: Event) -> bool:
    """Whether another word for as many things tells no other event: a phrase, or an end without a country."""
    shape = shape_of(type(one), name)
    if shape is None or name not in one.ends:
        return shape is not None and shape.is_a(Phrase)
    codes = [[getattr(member, "country", None) for member in _members(event, shape)] for event in (one, other)]
    return not all(any(code is not None for code in held) for held in codes)


def _is_one_number(left: Amount, right: Amount) -> bool:
    return left.currency != right.currency or not (
        max(left.value, right.value) > min(left.max or left.value, right.max or right.value)
    )


def _differ_in_city(one: Event, other: Event) -> bool:
    """Whether both are told of a city, and of two cities."""
    for shape in typed(type(one), Place):
        cities = [_city(getattr(event, shape.name)) for event in (one, other)]
        if None not in cities and cities[0] != cities[1]:
            return True
    return False


def _city(place: object) -> tuple[str, ...] | None:
    key = tuple(fold(place.value).split()) if isinstance(place, Place) else ()
    is_city = listed().get(key) is not None or key in large_cities() or country_code(" ".join(key), "capital")
    return key if is_city else None


def _trade_ends(one: Event, other: Event) -> bool:
    """Whether somebody stands at one end in the one and at the other end in the other."""
    ends = [shape for name in type(one).ends if (shape := shape_of(type(one), name))]
    return any(
        _share(_members(one, here), _members(other, there)) for here in ends for there in ends if here is not there
    )


_RULES: tuple[Callable[[Event, Event], bool], ...] = (
    _differ_in_date,
    _differ_in_choice,
    _has_its_own_date,
    _differ_in_number,
    _differ_in_city,
    _trade_ends,
)
"""What forbids that two events are one."""


def _identity(event: type[Event]) -> tuple[FieldShape, ...]:
    if not event.identity:
        return tuple(typed(event, Name))
    return tuple(shape for name in event.identity if (shape := shape_of(event, name)))


def _parts(event: type[Event], verdicts: Mapping[str, bool | None]) -> Iterator[str]:
    """The fields in which they disagree; where a name agrees, a phrase need not."""
    is_named = any(verdicts.get(shape.name) for shape in typed(event, Name))
    for name, verdict in verdicts.items():
        shape = shape_of(event, name)
        if verdict is False and not (is_named and shape is not None and shape.is_a(Phrase)):
            yield name


def _members(event: Event, shape: FieldShape) -> tuple[BaseModel, ...]:
    value = getattr(event, shape.name)
    held = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in held if isinstance(item, BaseModel))


def _agrees(shape: FieldShape, one: Event, other: Event) -> bool | None:
    """Whether the two share enough of a field's members; None where one of them has none."""
    left, right = _members(one, shape), _members(other, shape)
    if not left or not right:
        return None
    shared = _share(left, right)
    if not shared and any(_is_any_arms(item) for item in (*left, *right)):
        return None
    enough = min(_ENOUGH, len(left), len(right))
    return shared >= enough or (shared > 0 and (_may_be_sent(left, right) or shared + _spare(left, right) >= enough))


def _spare(left: tuple[BaseModel, ...], right: tuple[BaseModel, ...]) -> int:
    """How many states that act without a name may be who is named on the other side and has no country."""
    return sum(
        min(sum(map(_is_bare_state, states)), sum(getattr(one, "country", None) is None for one in others))
        for states, others in ((left, right), (right, left))
    )


def _may_be_sent(left: tuple[BaseModel, ...], right: tuple[BaseModel, ...]) -> bool:
    """Whether the one names states alone, and the other as many who are named, some of a country that is not told."""
    return any(
        len(states) == len(others)
        and all(_is_bare_state(one) for one in states)
        and any(getattr(one, "country", None) is None for one in others)
        for states, others in ((left, right), (right, left))
    )


def _is_bare_state(party: BaseModel) -> bool:
    is_nameless = getattr(party, "name", None) is None and "name" in type(party).model_fields
    return is_nameless and getattr(party, "country", None) is not None


def _share(left: tuple[BaseModel, ...], right: tuple[BaseModel, ...]) -> int:
    return sum(any(_alike(a, b) for b in right) for a in left)


def _alike(one: BaseModel, other: BaseModel) -> bool:
    """Whether the values are equal but for an ending ("corvette", "corvettes") or an addition ("MILGEM class", "MILGEM
    Ada"), or a state and a service of it or who acts for it."""
    left, right = likeness(one), likeness(other)
    if left.startswith(right) or right.startswith(left):
        return True
    if isinstance(one, Phrase):
        return _is_part(left.split(), right.split())
    if isinstance(one, Name) and (left.endswith(f" {right}") or right.endswith(f" {left}")):
        return True
    return isinstance(one, Group) and (_is_of_state(one, other) or _is_sent(one, other) or _is_sent(other, one))


def _is_any_arms(item: BaseModel) -> bool:
    """Whether the phrase is a word for arms of whatever kind, which tells no other ones: "arms", "silah"."""
    return isinstance(item, Phrase) and not words("any_arms").isdisjoint(fold(item.value).split()[-1:])


def _is_part(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the one has the other's words without some: "armoured vehicles" of "new armoured vehicles"."""
    shared = set(left) & set(right)
    return len(shared) >= _ENOUGH and len(shared) == min(len(set(left)), len(set(right)))


def _is_sent(state: BaseModel, other: BaseModel) -> bool:
    """Whether the one is told by its country alone ("Turkish officials"), and the other is of that country."""
    code = getattr(getattr(state, "country", None), "value", None)
    return _is_bare_state(state) and code == getattr(getattr(other, "country", None), "value", None)


def _is_of_state(one: Group, other: BaseModel) -> bool:
    """Whether one of two actors is the state that the other belongs to; people are never their states."""
    if {shape.name for shape in shapes(type(one))} != {"name", "country"}:
        return False
    names, codes = ([getattr(actor, name, None) for actor in (one, other)] for name in ("name", "country"))
    if None in codes or getattr(codes[0], "value", None) != getattr(codes[1], "value", None):
        return False
    return any(
        name is None or name.span == code.span for name, code in zip(names, codes, strict=True) if code is not None
    )
