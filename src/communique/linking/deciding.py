"""Whether two records tell of one event, and why: rules that part them, then what they have in common, then what proves
that it was the same time.

Names alone prove nothing, since the same people meet again: either the days overlap, or, where one record does not
tell the day, the articles appeared within a few days of one another or of the told day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.events import Event
from communique.linking.features import Days, Features
from communique.linking.parties import Party, is_organ, same_party

_LEAST = 2
_NEWS_DAYS = 3
"""An event without a date is news for so many days: two such reports further apart are not proved to be of one."""
_DEAL_DAYS = 30
_SAME_WORDS = 0.6
"""The share of words two statements have in common (Dice), as an evaluation counts them as one."""
_LONG_STATEMENT = 6


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why two records are of one event, each a few words."""

    told: tuple[str, ...]


def decide(one: Features, other: Features, kind: type[Event]) -> Reasons | None:
    """Why the two are of one event; None where they are not, or it is not proved."""
    if one.kind != other.kind or is_apart(one, other, kind):
        return None
    shared = _said(one, other) if one.said or other.said else _members(one, other, kind)
    if not shared:
        return None
    time = _time(one, other)
    return Reasons((*shared, time)) if time else None


def is_apart(one: Features, other: Features, kind: type[Event]) -> bool:
    """Whether a rule says that the two are not of one event."""
    return any(rule(one, other, kind) for rule in _RULES)


def _other_days(one: Features, other: Features, _: type[Event]) -> bool:
    return one.days is not None and other.days is not None and not _overlap(one.days, other.days)


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _other_choice(one: Features, other: Features, kind: type[Event]) -> bool:
    """Whether a choice that tells events apart differs, and the two are not told of one event: a call is no visit, a
    contract no delivery."""
    for name, ranks in kind.joins.items():
        options = {features.choices[name] for features in (one, other) if name in features.choices}
        told_of_one = options <= {option for rank in ranks for option in rank}
        if len(options) > 1 and (name in kind.steps or not told_of_one):
            return True
    return False


def _other_city(one: Features, other: Features, _: type[Event]) -> bool:
    return bool(one.cities and other.cities and not one.cities & other.cities)


def _other_members(one: Features, other: Features, _: type[Event]) -> bool:
    """Whether an entry that both have, and that is one of several, has nobody in common: another buyer."""
    if len(one.entries) == 1:
        return False
    pairs = zip(one.entries, other.entries, strict=True)
    return any(left and right and not any(_shared_end(left, right)) for left, right in pairs)


def _other_thing(one: Features, other: Features, _: type[Event]) -> bool:
    """Whether the things of two records of one language have no word in common."""
    if not one.things or not other.things or one.language != other.language:
        return False
    return not any(left & right for left in one.things for right in other.things)


_RULES: tuple[Callable[[Features, Features, type[Event]], bool], ...] = (
    _other_days,
    _other_choice,
    _other_city,
    _other_members,
    _other_thing,
)


def _members(one: Features, other: Features, kind: type[Event]) -> tuple[str, ...]:
    """What the two have in common, where that is enough: two members or entries, or one and all that there is."""
    if len(one.entries) == 1:
        return _in_one_entry(one, other)
    pairs = zip(one.entries, other.entries, strict=True)
    found = [next(_shared_end(left, right), None) for left, right in pairs]
    common = [why for why in found if why is not None]
    things = [left & right for left in one.things for right in other.things if left & right]
    if things:
        common.append(f"{' '.join(sorted(things[0]))} in both")
    return tuple(common) if len(common) >= min(_LEAST, len(kind.matched_by)) else ()


def _in_one_entry(one: Features, other: Features) -> tuple[str, ...]:
    left, right = one.parties, other.parties
    shared = tuple(dict.fromkeys(_shared(left, right)))
    if len(shared) >= _LEAST:
        return shared
    lonely = min(len(left), len(right)) == 1
    if shared and lonely and (one.cities & other.cities):
        return (*shared, "the same place")
    return ()


def _shared(left: tuple[Party, ...], right: tuple[Party, ...]) -> Iterator[str]:
    for party in left:
        why = next((told for other in right if (told := same_party(party, other)) is not None), None)
        if why is not None:
            yield why


def _shared_end(left: tuple[Party, ...], right: tuple[Party, ...]) -> Iterator[str]:
    """As `_shared`, of the ends of a deal, where a state and a body of it are one."""
    yield from _shared(left, right)
    organs = (party.state or other.state for party in left for other in right if is_organ(party, other))
    yield from (f"{state} or a body of it" for state in organs)


def _said(one: Features, other: Features) -> tuple[str, ...]:
    """The speaker and the words, where both are the same and in one language."""
    if not one.said or not other.said or one.language != other.language:
        return ()
    left, right = list(one.said), list(other.said)
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    share = 2 * common / (len(left) + len(right))
    speakers = next(_shared(one.parties, other.parties), None)
    if share < _SAME_WORDS or (one.parties and other.parties and speakers is None):
        return ()
    if speakers is None and min(len(left), len(right)) < _LONG_STATEMENT:
        return ()
    return tuple(why for why in (speakers, f"{share:.0%} of the words") if why)


def _time(one: Features, other: Features) -> str | None:
    """What proves that both tell of the same time; an unresolved date fits every day and proves none."""
    if one.days is not None and other.days is not None:
        return "the days overlap"
    allowed = _DEAL_DAYS if _is_one_number(one, other) else _NEWS_DAYS
    left, right = (features.days or _published(features) for features in (one, other))
    if left is None or right is None:
        return None
    distance = max(left[0] - right[1], right[0] - left[1], 0)
    return f"told {distance} days apart at the most" if distance <= allowed else None


def _published(features: Features) -> Days | None:
    return None if features.published is None else (features.published, features.published)


def _is_one_number(one: Features, other: Features) -> bool:
    """Whether a number of both is the same: the price or the count of a deal is seldom that of another one."""
    common = one.numbers.keys() & other.numbers.keys()
    return any(one.numbers[name] == other.numbers[name] for name in common)
