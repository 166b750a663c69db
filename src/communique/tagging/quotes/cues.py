"""Words of saying, compiled a language at a time."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.article import Language


def lexicon(language: Language) -> Mapping[str, Any]:
    """The language's tables of data/quotes.*.toml; English for an unknown one."""
    return read_toml("quotes.tr.toml" if language == "tr" else "quotes.en.toml")


def any_of(words: list[str]) -> str:
    """A pattern for any of the words, longest first."""
    return (
        "(?:"
        + "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
        + ")"
    )


@cache
def cues(language: Language, *kinds: str) -> re.Pattern[str]:
    """One pattern for the cues of these kinds."""
    words = [word for kind in kinds for word in lexicon(language)["cues"][kind]]
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(lexicon(language)["words"][name])
