"""Rules of an event's own values: each is a small function that yields what speaks against accepting the event.

An event class lists its rules in `rules`; a class of one's own may use these and add others.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias

from communique.fields import Country, GroundedValue, Name

Given: TypeAlias = Any
"""An event of a class that lists the rule, and so has the fields that the rule reads."""
Rule: TypeAlias = Callable[[Given], Iterator[str]]
"""A rule: the faults of an event, none where it holds."""

_SIDES = 2
_LONGEST_NAME = 12


class Bearer(Protocol):
    """A group with a name and a country."""

    @property
    def name(self) -> Name | None:
        """The name of the person, body or state."""

    @property
    def country(self) -> Country | None:
        """Its country."""


def has_two_parties(meeting: Given) -> Iterator[str]:
    """A meeting has two parties that are not one side, or a visitor and a host country."""
    parties = tuple(party for party in (*meeting.participants, meeting.host) if _is_named(party))
    if len(sides(parties)) >= _SIDES:
        return
    is_visit = meeting.format is not None and meeting.format.value in ("visit", "reception")
    if parties and is_visit and meeting.place is not None and not _is_named(meeting.host):
        return
    if len(parties) >= _SIDES:
        yield f"{' and '.join(_label(party) for party in parties)} are one side: a meeting needs two"
    else:
        yield "a meeting needs two parties, or a visitor and a host country"


def sides(parties: Iterable[Bearer]) -> tuple[Bearer, ...]:
    """The parties without those another one stands for: the same person or body, one's own country or one's own
    body."""
    kept: list[Bearer] = []
    for party in parties:
        if not any(_stands_for(other, party) for other in kept):
            kept = [other for other in kept if not _stands_for(party, other)] + [party]
    return tuple(kept)


def has_an_end(deal: Given) -> Iterator[str]:
    """A deal has a supplier or a recipient."""
    if not any(_is_named(actor) for actor in (*deal.supplier, *deal.recipient)):
        yield "an arms deal needs a supplier or a recipient"


def has_an_object(deal: Given) -> Iterator[str]:
    """A deal has a designation, a description or an amount."""
    if deal.designation is None and deal.description is None and deal.amount is None:
        yield "an arms deal needs a designation, a description or an amount"


def has_two_ends(deal: Given) -> Iterator[str]:
    """Supplier and recipient differ."""
    for supplier in deal.supplier:
        if any(_is_same(supplier, recipient) or _is_same(recipient, supplier) for recipient in deal.recipient):
            yield f"supplier and recipient are the same: {_label(supplier)}"


def has_a_speaker(statement: Given) -> Iterator[str]:
    """A statement has a speaker, a person or body."""
    if _speaker(statement) is None:
        yield "a statement needs a speaker"


def has_words(statement: Given) -> Iterator[str]:
    """A statement has its words."""
    if statement.quote is None:
        yield "a statement needs its words"


def is_said_by_a_name(statement: Given) -> Iterator[str]:
    """The speaker's name is a name, not a sentence, and not what was said."""
    speaker = _speaker(statement)
    if speaker is None:
        return
    if len(speaker.value.split()) > _LONGEST_NAME or speaker.value.rstrip().endswith(("!", "?", "…")):
        yield f"the speaker is no name: {speaker.value!r}"
    if statement.quote is not None and speaker.value.casefold() == statement.quote.value.casefold():
        yield "the speaker's name is all that is said"


def _speaker(statement: Given) -> Name | None:
    speaker = statement.speaker
    found: Name | None = None if speaker is None else speaker.name or speaker.organisation
    return found


def _is_named(party: Bearer | None) -> bool:
    return party is not None and (party.name is not None or party.country is not None)


def _label(party: Bearer) -> str:
    bearer: GroundedValue | None = party.name or party.country
    return str(getattr(bearer, "value", ""))


def _is_state(party: Bearer) -> bool:
    """Whether the party is a country and no body or person of it."""
    if party.country is None:
        return False
    return party.name is None or (party.name.span is not None and party.name.span == party.country.span)


def _stands_for(party: Bearer, other: Bearer) -> bool:
    """Whether `other` is the party itself, or its country, or the body it belongs to."""
    if _is_state(other) and _country(party) == _country(other):
        return True
    body = getattr(party, "organisation", None)
    return _is_same(party, other) or (body is not None and body.value.casefold() == _label(other).casefold())


def _is_same(party: Bearer, other: Bearer) -> bool:
    """Whether both are one country, or `other` is the party by the same or a shorter name."""
    if _is_state(party) or _is_state(other):
        return _is_state(party) and _is_state(other) and _country(party) == _country(other)
    mine, its = _label(party).casefold().split(), _label(other).casefold().split()
    return bool(its) and mine[-len(its) :] == its


def _country(party: Bearer) -> str | None:
    return None if party.country is None else party.country.value
