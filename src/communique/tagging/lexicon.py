"""The class of a capitalised word: title, office head, modifier, body, place or a word of a name."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold

_OFFICE = ("heads", "modifiers", "bodies", "links")
_CLAIMED = (*_OFFICE, "firms", "titles", "after", "abstract", "function", "calendar", "headline", "platforms", "seats")
_OURS = re.compile(r"(\w{3,}?)[iu]?m[iu]z(?:[iu]n|[iae]|y?l[ae]|[dt][ae]n?)?")
_PLURAL = re.compile(r"(\w{4,}?)l[ae]r(?:i\w{0,4})?")
BREAKS = ("function", "calendar", "headline")


@cache
def words(*kinds: str) -> frozenset[str]:
    """The folded words of lists of titles.toml or places.toml, together."""
    tables = {**read_toml("titles.toml"), **read_toml("places.toml")}
    return frozenset(fold(word) for kind in kinds for word in tables[kind])


@cache
def organisations() -> Mapping[tuple[str, ...], str]:
    """The known short names of bodies by their folded words, as they are written."""
    return {tuple(fold(name).split()): name for name in read_toml("titles.toml")["organisations"]}


def is_office_word(key: str) -> bool:
    """Whether the word may stand in the name of an office."""
    return key in words(*_OFFICE)


@lru_cache(maxsize=1 << 14)
def is_name_word(key: str) -> bool:
    """Whether no list claims the word, so that it may be part of a person's name."""
    return key not in words(*_CLAIMED) and (key,) not in organisations()


@lru_cache(maxsize=1 << 12)
def ours(key: str) -> str | None:
    """The noun of an office or body that a Turkish word has with "our": "Cumhurbaşkanımız", "Büyükelçimizin"."""
    found = _OURS.fullmatch(key)
    stems = (found[1], f"{found[1]}i", f"{found[1]}u") if found else ()
    return next((stem for stem in stems if stem in words("heads", "bodies", "titles")), None)


@lru_cache(maxsize=1 << 12)
def is_plural_office(key: str) -> bool:
    """Whether a Turkish word is the plural of an office, in whatever case: "Komutanları", "Bakanlarıyla"."""
    found = _PLURAL.fullmatch(key)
    stems = (found[1], f"{found[1]}i", f"{found[1]}si") if found else ()
    return any(stem in words("heads") for stem in stems)


def is_break(key: str) -> bool:
    """Whether the word stands in no name at all: a function word, a day, a month or a word of headlines."""
    return key in words(*BREAKS)
