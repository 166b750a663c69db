"""The class of a capitalised word: country, title, office head, modifier, body or a word of a name."""

from functools import cache

from communique._resources import read_toml
from communique.source import fold


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of one list of titles.toml."""
    return frozenset(fold(word) for word in read_toml("titles.toml")[kind])


def is_office_word(key: str) -> bool:
    """Whether the word may stand in the name of an office."""
    return any(key in words(kind) for kind in ("heads", "modifiers", "bodies", "links"))


def is_name_word(key: str) -> bool:
    """Whether no list claims the word, so that it may be part of a name."""
    lists = ("heads", "modifiers", "bodies", "links", "titles", "after", "never", "organisations")
    return not any(key in words(kind) for kind in lists)
