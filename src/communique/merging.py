"""Drafts of one event become one draft: title, captions and sentences tell one story once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from communique.annotation import AnnotatedArticle
from communique.completing import completes
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import Event
from communique.fields import Choice, Place, When
from communique.framing import frames
from communique.grounded import GroundedEvent, likeness
from communique.sameness import is_same, rank, width
from communique.shapes import FieldShape, shapes
from communique.tagging.countries import country_code
from communique.tagging.names import is_trading
from communique.told_apart import is_told_apart
from communique.tracing import traced

_SEASON = 90
"""A time of more days tells of an event less than a day does that a less telling account gives."""
_MOST_RANKS = 100


@traced("merge")
def merge(grounded: Iterable[GroundedEvent], article: AnnotatedArticle) -> tuple[Draft, ...]:
    """The drafts with those of one event joined, in order of first evidence; they are to be grounded again."""
    clusters: list[list[GroundedEvent]] = []
    for found in grounded:
        same = next((cluster for cluster in clusters if _belongs(found, cluster, article)), None)
        if same is None:
            clusters.append([found])
        else:
            same.append(found)
    return tuple(_joined(cluster) for cluster in clusters)


def _belongs(found: GroundedEvent, cluster: Sequence[GroundedEvent], article: AnnotatedArticle) -> bool:
    return all(
        (is_same(found.event, held.event) or completes(found, held))
        and (frames(held.event, found.event) or not is_told_apart(found, held, article))
        for held in cluster
    )


def _joined(cluster: Sequence[GroundedEvent]) -> Draft:
    drafts = [held.draft for held in cluster]
    first = drafts[0]
    if len(drafts) == 1:
        return first
    fields = {shape.name: value for shape in shapes(first.event) if (value := _value(shape, cluster)) is not None}
    fields = _without_country(fields, cluster)
    usage = first.usage
    for draft in drafts[1:]:
        usage += draft.usage
    evidence = sorted({number for draft in drafts for number in draft.evidence})
    return Draft(first.event, tuple(evidence), fields, usage, first.prompt, first.model)


def _without_country(fields: dict[str, DraftValue], cluster: Sequence[GroundedEvent]) -> dict[str, DraftValue]:
    """The fields without a place that is only the country in which several met: a visitor alone needs it."""
    lists = [name for name in type(cluster[0].event).identity if isinstance(fields.get(name), tuple)]
    if not any(len(_named(name, cluster)) > 1 for name in lists):
        return fields
    places = [shape.name for shape in shapes(type(cluster[0].event)) if shape.is_a(Place)]
    return {
        name: value
        for name, value in fields.items()
        if name not in places or not isinstance(value, Proposed) or country_code(value.text, "name") is None
    }


def _value(shape: FieldShape, cluster: Sequence[GroundedEvent]) -> DraftValue | None:
    """A list joined; of single values one that was asserted: the most telling option, the narrowest date, the first."""
    held = [(event, event.draft.fields[shape.name]) for event in cluster if shape.name in event.draft.fields]
    if shape.many:
        told = held if shape.name not in cluster[0].draft.event.ends else _without_same_states(shape, held)
        items = tuple(item for _, value in told for item in (value if isinstance(value, tuple) else (value,)))
        return _without_states(items, _countries_of_named(shape, cluster)) or None
    sound = [pair for pair in held if pair[0].fault is None] or held
    return min(sound, key=lambda pair: _order(shape, pair[0].event), default=(None, None))[1]


def _without_same_states(
    shape: FieldShape, held: Sequence[tuple[GroundedEvent, DraftValue]]
) -> list[tuple[GroundedEvent, DraftValue]]:
    """What was told of an end, names first, without a service or state of whose state somebody stands there already."""
    kept: list[tuple[GroundedEvent, DraftValue]] = []
    known: set[str] = set()
    for event, value in sorted(held, key=lambda pair: _is_nameless(getattr(pair[0].event, shape.name))):
        members = [member for member in getattr(event.event, shape.name) if member.country is not None]
        codes = {member.country.value for member in members}
        are_states = all(_is_state_named(member) or not is_trading(member.name.value) for member in members)
        if not codes or not codes <= known or not are_states:
            kept.append((event, value))
        known |= codes
    return kept


def _is_nameless(members: Iterable[Any]) -> bool:
    """Whether adjectives alone tell who stands at an end: "Spanish"."""
    return all(one.name is None for one in members)


def _is_state_named(member: Any) -> bool:  # noqa: ANN401 - a group with a name and a country
    return member.name is None or (member.country is not None and member.name.span == member.country.span)


def _telling(event: Event) -> int:
    """How little telling the event's choices are: a meeting's day goes before that of the visit that frames it."""
    ranks = (rank(type(event), name, getattr(getattr(event, name), "value", "")) for name in type(event).joins)
    return sum(found or 0 for found in ranks)


def _countries_of_named(shape: FieldShape, cluster: Sequence[GroundedEvent]) -> tuple[str | None, ...]:
    """The country of each member of the list that is named, once; None where none is told."""
    members = _named(shape.name, cluster).values()
    named = (member for member in members if getattr(member, "name", None) is not None)
    return tuple(getattr(getattr(member, "country", None), "value", None) for member in named)


def _named(name: str, cluster: Sequence[GroundedEvent]) -> dict[str, BaseModel]:
    """The members of a list, each once."""
    return {likeness(member): member for held in cluster for member in getattr(held.event, name)}


def _without_states(items: Sequence[DraftValue], countries: tuple[str | None, ...]) -> tuple[DraftValue, ...]:
    """The items without the countries for which somebody stands who is named, of that country or of none told."""
    others = {code for item in items if (code := _code(item)) is not None and code not in countries}
    is_open = 0 < len(others) <= countries.count(None)
    return tuple(item for item in items if not _is_state(item) or (_code(item) in others and not is_open))


def _is_state(item: DraftValue) -> bool:
    return isinstance(item, Mapping) and "country" in item and set(item) <= {"country", "role"}


def _code(item: DraftValue) -> str | None:
    """The country that a member is told by alone."""
    country = item.get("country") if isinstance(item, Mapping) and _is_state(item) else None
    return country_code(country.text) if isinstance(country, Proposed) else None


def _order(shape: FieldShape, event: Event) -> tuple[int, int]:
    value = getattr(event, shape.name)
    if isinstance(value, When):
        is_vague = value.value is not None and width(value) > _SEASON
        return _telling(event) + is_vague * _MOST_RANKS, width(value)
    if isinstance(value, Place) and country_code(value.value, "name") is not None:
        return 1, _telling(event)
    if not isinstance(value, Choice):
        return value is None, _telling(event)
    return False, rank(type(event), shape.name, str(value.value)) or 0
