"""The names of cities and regions with their countries: a list of our own, and the large cities of GeoNames."""

from collections.abc import Mapping
from functools import cache

from communique._resources import read_text, read_toml
from communique.article import Language
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
def _lengths() -> Mapping[str, int]:
    """The most words a name has, by its first word."""
    lengths: dict[str, int] = {}
    for key in (*listed(), *large_cities()):
        lengths[key[0]] = max(lengths.get(key[0], 0), len(key))
    return lengths


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _lengths())


def most_words(first: str, language: Language) -> int:
    """The most words that a city or region has which begins with this folded word; one for a word with an ending."""
    known = _lengths().get(first, 0)
    return known or int(language != "en" and first[:_BEGINNING] in _beginnings())


def is_place(key: Key) -> bool:
    """Whether the folded words are a city or region of our own list."""
    return key in listed()


def _key(name: str) -> Key:
    return tuple(fold(name).split())
