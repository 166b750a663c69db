"""Words of saying, compiled a language at a time."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.article import Language
from communique.source import fold
from communique.tagging.word_patterns import any_of

_WORD = re.compile(r"[^\W_]+")


def lexicon(language: Language) -> Mapping[str, Any]:
    """The language's tables of data/quotes.*.toml; English for an unknown one."""
    return read_toml("quotes.tr.toml" if language == "tr" else "quotes.en.toml")


@cache
def cues(language: Language, *kinds: str) -> re.Pattern[str]:
    """One pattern for the cues of these kinds."""
    words = [word for kind in kinds for word in lexicon(language)["cues"][kind]]
    nameless = any_of(lexicon(language)["words"]["nameless"])
    return re.compile(rf"(?<!\w)(?<!\bunited\s){any_of(words)}(?!\w)(?!\s{nameless}(?!\w))", re.IGNORECASE)


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(lexicon(language)["words"][name])


@cache
def _kinds(language: Language) -> Mapping[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, listed in lexicon(language)["cues"].items():
        for cue in listed:
            kinds[cue].add(kind)
    return {cue: frozenset(named) for cue, named in kinds.items()}


def kinds_of(language: Language, cue: str) -> frozenset[str]:
    """The kinds of a cue in lower case."""
    return _kinds(language).get(" ".join(cue.split()), frozenset())


@cache
def first_words(language: Language, *kinds: str) -> frozenset[str]:
    """The folded first words of the cues of these kinds."""
    return frozenset(_WORD.findall(fold(cue))[0] for kind in kinds for cue in lexicon(language)["cues"][kind])
