"""Keys by which records are brought together: two records of one event have a key in common, few others have."""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from itertools import combinations, pairwise

from communique.linking.features import Features

_MOST_PARTIES = 8
_SKETCH = 4
_WEEK = 7


def keys_of(features: Features) -> Iterator[int]:
    """Signed 64-bit keys: what is common to a pair of parties (or to the words said), in each month it may be told."""
    for month in _months(features):
        for what in _subjects(features):
            digest = blake2b(f"{features.kind}|{what}|{month}".encode(), digest_size=8).digest()
            yield int.from_bytes(digest, signed=True)


def _subjects(features: Features) -> Iterator[str]:
    if features.said:
        yield from _words(features.said)
        return
    parties = sorted({key for party in features.parties[:_MOST_PARTIES] for key in party.keys})
    yield from (f"{one}+{other}" for one, other in combinations(parties, 2))
    yield from (f"{party}@{' '.join(city)}" for party in parties for city in sorted(features.cities))
    things = sorted({word for thing in features.things for word in thing})
    yield from (f"{party}#{word}" for party in parties for word in things)


def _words(said: tuple[str, ...]) -> Iterator[str]:
    """The least of the hashes of word pairs: texts that have much in common share one of them (Broder 1997)."""
    pairs = {" ".join(pair) for pair in pairwise(said)} or set(said)
    yield from sorted(pairs, key=lambda pair: blake2b(pair.encode(), digest_size=8).digest())[:_SKETCH]


def _months(features: Features) -> tuple[str, ...]:
    """The months of the event, and of the report of it with the week before."""
    days: list[int] = list(features.days or ())
    if features.published is not None:
        days += [features.published, features.published - _WEEK]
    return tuple(dict.fromkeys(date.fromordinal(day).strftime("%Y-%m") for day in days if day > 0)) or ("",)
