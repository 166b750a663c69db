"""The names of cities and regions with their countries: a list of our own, and the large cities of GeoNames."""

from collections.abc import Mapping
from functools import cache

from communique._resources import read_text, read_toml
from communique.source import fold

Key = tuple[str, ...]
_BEGINNING = 3


@cache
def listed() -> Mapping[Key, str | None]:
    """Our own cities and regions by their folded words, with the country (ISO 3166-1 alpha-3) where there is one.

    A name of this list is a place wherever it stands.
    """
    table = read_toml("places.toml")
    found: dict[Key, str | None] = {_key(name): None for name in table["regions"]}
    for code, names in table["cities"].items():
        found.update({_key(name): code for name in names})
    return found


@cache
def large_cities() -> Mapping[Key, str | None]:
    """The cities of 100,000 people or more, the country None where two may be meant (data/cities.tsv, GeoNames).

    Many are surnames or words, too: such a name is a place only where the words around it say so.
    """
    rows = (line.split("\t") for line in read_text("data", "cities.tsv").splitlines())
    return {_key(name): code or None for name, code in rows}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(key[0][:_BEGINNING] for table in (listed(), large_cities()) for key in table)


def may_begin_place(word: str) -> bool:
    """Whether a city or region begins with the first letters of this folded word, whatever suffix it carries."""
    return word[:_BEGINNING] in _beginnings()


def is_place(key: Key) -> bool:
    """Whether the folded words are a city or region of our own list."""
    return key in listed()


def _key(name: str) -> Key:
    return tuple(fold(name).split())
