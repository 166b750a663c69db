"""Two accounts of one transaction, one of them by halves: "X has won the tender. Y will pay 90 million for the radars."

An account with one end alone completes another beside it that says nothing against it and is of the same things.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from communique.events import Event
from communique.fields import Phrase
from communique.grounded import GroundedEvent, likeness
from communique.sameness import are_apart
from communique.shapes import typed
from communique.source import fold
from communique.tagging.lexicon import words

_NEAR, _LONG = 1, 4


def completes(one: GroundedEvent, other: GroundedEvent) -> bool:
    """Whether one of the two is told by a single end, and the other, in the sentence beside, of the same things."""
    if type(one.event) is not type(other.event) or not one.event.ends:
        return False
    is_half = any(len(tuple(_ends(event.event))) < len(event.event.ends) for event in (one, other))
    return (
        is_half
        and _is_beside(one, other)
        and _is_of_same_things(one.event, other.event)
        and not _has_rival_end(one.event, other.event)
        and not are_apart(one.event, other.event)
    )


def _ends(event: Event) -> Iterator[str]:
    return (name for name in event.ends if getattr(event, name))


def _is_beside(one: GroundedEvent, other: GroundedEvent) -> bool:
    return any(0 < abs(left - right) <= _NEAR for left in one.draft.evidence for right in other.draft.evidence)


def _has_rival_end(one: Event, other: Event) -> bool:
    """Whether an end is held by different actors, and not by a state and a part of it."""
    return any(_are_rivals(getattr(one, name), getattr(other, name)) for name in one.ends)


def _are_rivals(left: tuple[BaseModel, ...], right: tuple[BaseModel, ...]) -> bool:
    if not left or not right:
        return False
    names = [{likeness(member) for member in members} for members in (left, right)]
    codes = [{_code(member) for member in members} - {None} for members in (left, right)]
    return names[0].isdisjoint(names[1]) and codes[0].isdisjoint(codes[1])


def _code(member: BaseModel) -> str | None:
    code: str | None = getattr(getattr(member, "country", None), "value", None)
    return code


def _is_of_same_things(one: Event, other: Event) -> bool:
    """Whether the phrases for things end in one word, or one of them in a word for all such things ("the ships")."""
    pairs = [_things(event) for event in (one, other)]
    return all(pairs) and any(_is_one_thing(left, right) for left in pairs[0] for right in pairs[1])


def _things(event: Event) -> list[str]:
    single = (getattr(event, shape.name) for shape in typed(type(event), Phrase) if not shape.many)
    return [fold(value.value).split()[-1] for value in single if isinstance(value, Phrase) and value.value.split()]


def _is_one_thing(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return long.startswith(short[:-1] if len(short) > _LONG else short) or any(
        word.startswith(stem) for word in (left, right) for stem in words("things")
    )
