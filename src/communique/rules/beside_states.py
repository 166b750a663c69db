"""A firm that joins its state at an end, or stands for it where only an adjective told it: "Norway will sell two boats.
They are built by Fjord Verft", "Norwegian boats … built by Fjord Verft"."""

from collections.abc import Mapping, Sequence

from communique.drafts import DraftValue, Proposed
from communique.rules.cues import CompiledCues
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.names import is_trading


def joined(cues: CompiledCues, told: Mapping[str, DraftValue], held: Mapping[str, DraftValue]) -> dict[str, DraftValue]:
    """Who stands at the ends by what was told first and, of an end that is open or has but states, by what is told
    then."""
    found = {**told, **held}
    if joins(cues, told, held):
        named = (one for one in _members(held, cues.firms) if not isinstance(one, Mapping) or "name" in one)
        found[cues.firms] = (*named, *_members(told, cues.firms))
    return found


def joins(cues: CompiledCues, told: Mapping[str, DraftValue], held: Mapping[str, DraftValue]) -> bool:
    """Whether only states are held at the end of firms, and only firms are told of there."""
    here, there = _members(held, cues.firms), _members(told, cues.firms)
    return bool(here and there) and not any(map(_is_firm, here)) and all(map(_is_firm, there))


def _members(ends: Mapping[str, DraftValue], name: str) -> Sequence[DraftValue]:
    value = ends.get(name, ())
    return value if isinstance(value, tuple) else (value,)


def _is_firm(member: DraftValue) -> bool:
    name = member.get("name") if isinstance(member, Mapping) else None
    return isinstance(name, Proposed) and country_code(fold(name.text)) is None and is_trading(name.text)
