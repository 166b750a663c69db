"""Which part of a long period words mean: "late 2028" has the value 2028, but is not "early 2028"."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold

_FILES = ("dates.en.toml", "dates.tr.toml")
_THIRDS = 3


@cache
def _edges() -> dict[str, int]:
    """The words for a part, folded: 0 early, 1 in the middle, 2 late."""
    slots = (read_toml(name)["slots"]["edge"] for name in _FILES)
    return {fold(words): (edge - 1) % _THIRDS for slot in slots for words, edge in slot.items()}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _edges()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?:n?[a-z]{{0,3}})(?!\w)")


@lru_cache(maxsize=5_000)
def edges_in(words: str) -> frozenset[int]:
    """The parts that the words of a date name, in English or Turkish: 0 early, 1 in the middle, 2 late."""
    return frozenset(_edges()[match[1]] for match in _pattern().finditer(fold(words)))


def third(first: date, last: date, edge: int) -> tuple[date, date]:
    """The days of that third of a period: a year's are four months each."""
    length = ((last - first).days + 1) / _THIRDS
    begin, end = (timedelta(days=round(length * at)) for at in (edge, edge + 1))
    return first + begin, first + end - timedelta(days=1)
