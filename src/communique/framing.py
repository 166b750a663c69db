"""Visits that only frame a meeting: "Aksoy arrived in Oman on Monday" and "On Tuesday Aksoy met Yusuf in Muscat"."""

from datetime import date, timedelta

from communique.events import Event
from communique.fields import Choice, Place, When
from communique.grounded import likeness
from communique.shapes import shape_of, shapes, typed
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.dates import bounds
from communique.tagging.gazetteer import large_cities, listed

_LONGEST = timedelta(days=7)


def frames(visit: Event, event: Event) -> bool:
    """Whether the first is told of one traveller alone, who takes part in the second in the same country just then."""
    return (
        _is_less_telling(visit, event)
        and _is_alone(visit, event)
        and _stands_alike(visit, event)
        and _is_in_country(visit, event)
        and _is_just_before(visit, event)
    )


def _is_less_telling(visit: Event, event: Event) -> bool:
    """Whether a choice of the first gives way to that of the second (`Event.joins`)."""
    for name, ranked in type(visit).joins.items():
        ranks = [_rank(ranked, getattr(one, name)) for one in (visit, event)]
        if ranks[0] is not None and ranks[1] is not None and ranks[0] > ranks[1]:
            return True
    return False


def _rank(ranked: tuple[tuple[str, ...], ...], choice: object) -> int | None:
    option = getattr(choice, "value", None)
    return next((place for place, options in enumerate(ranked) if option in options), None)


def _is_alone(visit: Event, event: Event) -> bool:
    """Whether the first has one member in each list of its identity, who is a member of the second, too."""
    lists = [shape for name in visit.identity if (shape := shape_of(type(visit), name)) is not None and shape.many]
    pairs = [(getattr(visit, shape.name), getattr(event, shape.name)) for shape in lists]
    return bool(pairs) and all(
        len(own) == 1 and any(_is_one(likeness(own[0]), likeness(member)) for member in others) for own, others in pairs
    )


def _is_one(left: str, right: str) -> bool:
    return left == right or left.endswith(f" {right}") or right.endswith(f" {left}")


def _stands_alike(visit: Event, event: Event) -> bool:
    """Whether no other choice differs: both are held, or both planned."""
    joins = type(visit).joins
    others = [shape.name for shape in typed(type(visit), Choice) if not shape.many]
    return all(
        _option(visit, name) == _option(event, name)
        or (name in joins and None not in [_rank(joins[name], getattr(one, name)) for one in (visit, event)])
        for name in others
    )


def _option(event: Event, name: str) -> object:
    return getattr(getattr(event, name), "value", None)


def _is_in_country(visit: Event, event: Event) -> bool:
    visited, codes = _codes(visit), _codes(event) or _countries_met(visit, event)
    return bool(visited & codes) or (bool(visited) and not codes)


def _countries_met(visit: Event, event: Event) -> frozenset[str]:
    """The countries of those whom the traveller meets, where no place of the meeting is told."""
    lists = [shape.name for name in visit.identity if (shape := shape_of(type(visit), name)) is not None and shape.many]
    travellers = {likeness(member) for name in lists for member in getattr(visit, name)}
    others = (member for name in lists for member in getattr(event, name))
    met = (member for member in others if not any(_is_one(likeness(member), one) for one in travellers))
    return frozenset(code for member in met if (code := getattr(getattr(member, "country", None), "value", None)))


def _codes(event: Event) -> frozenset[str]:
    """The countries of the event's places."""
    places = (getattr(event, shape.name) for shape in shapes(type(event)) if shape.is_a(Place) and not shape.many)
    found = (_country(place.value) for place in places if isinstance(place, Place))
    return frozenset(code for code in found if code is not None)


def _country(place: str) -> str | None:
    key = tuple(fold(place).split())
    first = place.split(maxsplit=1)[0]  # "UAE Air Force Headquarters"
    return country_code(place) or listed().get(key) or large_cities().get(key) or country_code(first)


def _is_just_before(visit: Event, event: Event) -> bool:
    """Whether the first begins on the second's day or in the week before, as far as both days are known."""
    days = [_first_day(one) for one in (visit, event)]
    return None in days or timedelta(0) <= (days[1] or date.min) - (days[0] or date.min) <= _LONGEST


def _first_day(event: Event) -> date | None:
    whens = (getattr(event, shape.name) for shape in typed(type(event), When) if not shape.many)
    values = (when.value for when in whens if isinstance(when, When) and when.value is not None)
    return next((bounds(value)[0] for value in values), None)
