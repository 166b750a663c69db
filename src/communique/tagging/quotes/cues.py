"""Words of saying, compiled a language at a time."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from communique._resources import read_toml
from communique.article import Language

_Tree: TypeAlias = "dict[str, _Tree]"
_PIECE = re.compile(r"\s+|\S")


def lexicon(language: Language) -> Mapping[str, Any]:
    """The language's tables of data/quotes.*.toml; English for an unknown one."""
    return read_toml("quotes.tr.toml" if language == "tr" else "quotes.en.toml")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits; it branches by letter, so that most texts fail at once."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for piece in _PIECE.findall(word):
            node = node.setdefault(r"\s+" if piece.isspace() else re.escape(piece), {})
        node[""] = {}
    return _branches(tree)


def _branches(node: _Tree) -> str:
    rest = "|".join(piece + _branches(below) for piece, below in node.items() if piece)
    if not rest:
        return ""
    return f"(?:{rest})" + ("?" if "" in node else "")


@cache
def cues(language: Language, *kinds: str) -> re.Pattern[str]:
    """One pattern for the cues of these kinds."""
    words = [word for kind in kinds for word in lexicon(language)["cues"][kind]]
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(lexicon(language)["words"][name])
